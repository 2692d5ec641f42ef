// SPDX-License-Identifier: GPL-3.0-or-later
// Counts deleted rows that came back (anomaly A7): a write that is older than a tombstone which a region has
// collected becomes visible there. Omniscient: it remembers what the regions were right or wrong to forget.
// The record gets an event for each. Thread: World thread.
// Invariant: it never changes the run but for the events.
#pragma once

#include "backend/replication/replica.h"
#include "backend/telemetry/event_log.h"

#include <deque>
#include <map>
#include <string>
#include <vector>

namespace sb {

class TombstoneWatch final : public ReplicaListener {
public:
    // Of each region; beyond it the oldest is forgotten, and a row that it hid could come back uncounted.
    static constexpr std::size_t kRemembered = 200'000;

    TombstoneWatch(EventLog& log, std::vector<Replica*> replicas, std::vector<std::string> names);
    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded) override;
    void onConflict(RegionId, const Conflict&) override { }
    void onReset(RegionId at, Store& store) override;
    void onCollected(RegionId at, const Key& key, const Item& tombstone) override;

    [[nodiscard]] std::uint64_t resurrections() const { return m_resurrections; }
    [[nodiscard]] std::uint64_t collected() const { return m_collected; } // in all regions

private:
    struct Forgotten {
        std::map<Key, Item> tombstones;
        std::deque<Key> order; // of collection; a key may stand here twice
    };
    // Whether the tombstone, had it been kept, would hide what is now visible of the write.
    [[nodiscard]] bool isResurrected(
        Replica& replica, const Item& tombstone, const LogEntry& entry, const Key& key) const;

    EventLog& m_log;
    std::vector<Replica*> m_replicas;
    std::vector<std::string> m_names;
    std::vector<Forgotten> m_regions;
    std::uint64_t m_resurrections = 0, m_collected = 0;
};

} // namespace sb
