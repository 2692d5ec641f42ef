// SPDX-License-Identifier: GPL-3.0-or-later
// One region's copy of the data: commits local transactions, applies those of other regions, keeps a log per
// origin so that any survivor can relay any origin's changes.
// Conflict rule: last writer wins per item on (hybrid logical clock, origin); the loser is reported with both
// versions. Two versions are concurrent iff neither's origin had seen the other (version vectors, exact).
// Thread: World thread.
// Invariants: (1) position(o) is the greatest seq such that all of 1…seq of origin o are applied;
// (2) applying an entry twice changes nothing; (3) HLC strictly increases along an origin's log;
// (4) after the same set of entries, two replicas have equal digests, in whatever order they arrived.
#pragma once

#include "backend/kernel/env.h"
#include "backend/store/store.h"

#include <deque>
#include <vector>

namespace sb {

// What a service wants to commit; the replica adds version and position.
struct Transaction {
    std::vector<Mutation> mutations; // 1 or more, distinct keys
    std::uint64_t request = 0;
    OrderId order;
    CustomerId customer;
    Money amount;
};

// A version that last-writer-wins discarded, found at one replica.
struct Conflict {
    Key key;
    Version winner;
    Version loser;
    CustomerId customer; // of the transaction being applied
};

// Told about everything that enters the replica, once per entry and in order per origin. A derived view
// (best sellers, search, accounting) that listens is idempotent for free.
class ReplicaListener {
public:
    virtual ~ReplicaListener() = default;
    // `isLocal`: committed here. `isSuperseded`: no row of the entry became visible (all lost to newer
    // versions).
    virtual void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded) = 0;
    virtual void onConflict(RegionId at, const Conflict& conflict) = 0;
};

// Sums over a prefix of an origin's log, so that "what is after position p" costs two look-ups.
struct LogTotals {
    std::uint64_t operations = 0;
    std::uint64_t orders = 0;
    Money money;
    Instant committedAt = kStart; // of the last entry of the prefix
};

class Replica {
public:
    Replica(Env& env, Store& store, RegionId self, std::size_t regionCount);

    void listen(ReplicaListener* listener) { m_listeners.push_back(listener); }

    // Never fails; durable after the store's next flush.
    Version commit(Transaction transaction);
    // Requires entry.version.seq <= position(origin) + 1; returns false (and does nothing) for a repeat.
    bool apply(const LogEntry& entry);
    // Puts an item that every replica starts with; version zero, in no log.
    void seed(const Key& key, std::string value);

    [[nodiscard]] RegionId self() const { return m_self; }
    [[nodiscard]] Store& store() { return m_store; }
    [[nodiscard]] std::uint64_t position(RegionId origin) const { return m_positions[origin.value]; }
    [[nodiscard]] const std::vector<std::uint64_t>& positions() const { return m_positions; }
    // Totals of this region's own log up to and including seq (0 … position(self)); exact while retained.
    [[nodiscard]] const LogTotals& totals(std::uint64_t seq) const;
    // Digest over all tables.
    [[nodiscard]] std::uint64_t digest() const;
    // Forgets log entries of `origin` before seq.
    void trim(RegionId origin, std::uint64_t before);

private:
    Hlc tick();
    // Applies one row under last-writer-wins; true when it became visible.
    bool applyRow(const LogEntry& entry, const Mutation& mutation);
    void reportConflict(const LogEntry& entry, const Key& key, const Version& stored, bool incomingWins);
    void remember(const LogEntry& entry, bool isLocal, bool isSuperseded);

    Env& m_env;
    Store& m_store;
    RegionId m_self;
    Hlc m_hlc;
    std::vector<std::uint64_t> m_positions;
    std::deque<LogTotals> m_totals; // of seqs m_totalsBegin, m_totalsBegin + 1, …
    std::uint64_t m_totalsBegin = 0;
    std::vector<ReplicaListener*> m_listeners;
};

} // namespace sb
