// SPDX-License-Identifier: GPL-3.0-or-later
// The change stream of one region: a numbered record for every row that a local commit or an applied entry of
// another region touched in its store, in the order in which it happened there. Unlike DynamoDB's streams, a
// record says where the change was made and whether it lost to another one: the losing side appears, too.
// A row that reads as before leaves no record.
// Records hold references; keys and images are read from the replicated logs, so nothing is kept twice. What
// is forgotten first ends a record's life: the retention of 24 h, the cap, or the log's own trimming. A
// reader that wants more is told so and must rebuild from the store.
// What survives: a process that starts again over its store goes on with the same records and numbers (they
// are as durable as the log entries that they refer to). A lost store ends the stream: it begins anew with a
// marker, which takes a number, once when the store is lost and once when a copy has been installed. Numbers
// never repeat. Which consumer has read how far is the consumers' business.
// Thread: World thread.
// Invariants: (1) numbers are contiguous from first() to last(); (2) records of one key come in the order in
// which the store took them; (3) at most kRecordsMax records are held.
#pragma once

#include "backend/replication/replica.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <string_view>
#include <vector>

namespace sb {

struct ChangeRecord {
    std::uint64_t number = 0; // in the region's stream
    Instant at = kStart; // when the region took it
    Version version; // its position: (origin, incarnation, seq)
    std::uint32_t row = 0; // of that log entry
    Key key;
    RowEffect effect = RowEffect::Inserted; // never Unchanged
    bool isLocal = false;
    std::string_view image; // as its author wrote it; empty for removals; valid during the call
};

// At-least-once delivery: after a restart a consumer may be handed records that it has had.
class ChangeConsumer {
public:
    virtual ~ChangeConsumer() = default;
    virtual void onChange(const ChangeRecord& record) = 0;
    // The stream begins anew: what was consumed before says nothing about what the store holds now.
    virtual void onStreamBegun() = 0;
    // The process of the consumer starts again; what it only remembered is gone.
    virtual void onProcessStarted() = 0;
};

class ChangeStream final : public ReplicaListener {
public:
    static constexpr Duration kRetention = 24h; // virtual time
    static constexpr std::size_t kRecordsMax = 100'000;

    // Listens to the replica; must be destroyed after it has spoken its last.
    ChangeStream(Env& env, Replica& replica, std::size_t recordsMax = kRecordsMax);

    void subscribe(ChangeConsumer* consumer) { m_consumers.push_back(consumer); }

    // Numbers of the oldest record held and of the newest record or marker; first() = last() + 1 when none
    // is.
    [[nodiscard]] std::uint64_t first() const { return m_next - m_references.size(); }
    [[nodiscard]] std::uint64_t last() const { return m_next - 1; }
    [[nodiscard]] std::uint64_t markers() const { return m_markers; } // how often it began anew
    [[nodiscard]] std::uint64_t forgotten() const { return m_forgotten; } // by age or cap

    // Visits the records after number `after`, oldest first. False, and nothing is visited, when some of
    // them are no longer held or a marker lies between: the reader must rebuild. `visit` must not write.
    [[nodiscard]] bool readAfter(std::uint64_t after, const std::function<void(const ChangeRecord&)>& visit);

    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded) override;
    void onConflict(RegionId, const Conflict&) override { }
    void onReset(RegionId, Store&) override;
    void onRestart(RegionId, Store&) override;

private:
    struct Reference { // to a row of a log entry
        Instant at = kStart;
        std::uint64_t seq = 0;
        std::uint32_t log = 0; // Replica::indexOf
        std::uint16_t row = 0;
        RowEffect effect = RowEffect::Inserted;
    };

    void forget();
    [[nodiscard]] ChangeRecord recordOf(
        std::uint64_t number, const Reference& reference, const LogEntry& entry) const;

    Env& m_env;
    Replica& m_replica;
    std::size_t m_recordsMax;
    std::deque<Reference> m_references; // of the numbers before m_next
    std::uint64_t m_next = 1;
    std::uint64_t m_markers = 0, m_forgotten = 0;
    std::vector<ChangeConsumer*> m_consumers;
};

} // namespace sb
