// SPDX-License-Identifier: GPL-3.0-or-later
// The conflict log of a run and the count of its anomalies. Every meeting of versions that did not know of
// each other is kept once (each region finds it for itself), with both versions, the rule and who won; the
// record gets an event for each that had anything to decide. Counts by kind and by anomaly are exact, the
// list keeps the latest kKept.
// Omniscient: it compares true commit times, which no region of the run can know.
// Thread: World thread.
#pragma once

#include "backend/api/anomaly.h"
#include "backend/base/ring_buffer.h"
#include "backend/replication/replica.h"
#include "backend/telemetry/event_log.h"

#include <array>
#include <functional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace sb {

class AnomalyLog final : public ReplicaListener {
public:
    static constexpr std::size_t kKept = 4'096;
    struct Entry {
        Instant at = kStart; // when the first region found it
        RegionId foundIn;
        Conflict conflict;
    };
    struct Hooks {
        // The answers have left the region because its check is red.
        std::function<bool(RegionId)> isOutOfService;
    };

    AnomalyLog(Env& env, EventLog& log, std::vector<std::string> names, Hooks hooks);
    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded) override;
    void onConflict(RegionId at, const Conflict& conflict) override;
    // Listener of the event log.
    void onLogged(const Event& event);

    // Of the anomalies that are found here; the others are counted where they happen.
    [[nodiscard]] std::uint64_t count(Anomaly anomaly) const
    {
        return m_anomalies[static_cast<std::size_t>(anomaly)];
    }
    [[nodiscard]] std::uint64_t count(ConflictKind kind) const
    {
        return m_kinds[static_cast<std::size_t>(kind)];
    }
    [[nodiscard]] std::uint64_t conflicts() const { return m_conflicts; } // but for DeleteMissing
    [[nodiscard]] const RingBuffer<Entry>& entries() const { return m_entries; }
    // Of those with anything to decide: found in `target`, with a write of source's; since the start. Each
    // region finds a conflict for itself, so one may count in several places.
    [[nodiscard]] std::uint64_t foundBetween(RegionId source, RegionId target) const
    {
        return m_found[source.value * m_names.size() + target.value];
    }

private:
    void countFound(RegionId at, const Conflict& conflict);
    void judge(const Conflict& conflict);
    void append(RegionId at, const Conflict& conflict);
    void appendRefusal(RegionId at, const Conflict& refused);
    void note(Anomaly anomaly) { ++m_anomalies[static_cast<std::size_t>(anomaly)]; }

    Env& m_env;
    EventLog& m_log;
    std::vector<std::string> m_names;
    Hooks m_hooks;
    std::set<std::tuple<LogId, std::uint64_t, Key>> m_losers; // recent ones: each is reported once
    RingBuffer<Entry> m_entries { kKept };
    std::array<std::uint64_t, kConflictKindCount> m_kinds {};
    std::array<std::uint64_t, kAnomalyCount> m_anomalies {};
    std::uint64_t m_conflicts = 0;
    std::vector<std::uint64_t> m_found; // by source and target
};

} // namespace sb
