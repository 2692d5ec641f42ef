// SPDX-License-Identifier: GPL-3.0-or-later
// One region's copy of the data: commits local transactions, applies those of other regions, keeps a log per
// origin so that any survivor can relay any origin's changes.
// What two writes of one key come to is decided by the table's policy (policy.h, merge.h); meetings of
// versions that did not know of each other are reported with both. Two versions are concurrent iff neither's
// origin had seen the other (version vectors, exact).
// Thread: World thread.
// Invariants: (1) position(log) is the greatest seq such that all of 1…seq of that log are applied;
// (2) applying an entry twice changes nothing; (3) HLC strictly increases along an origin's log, also across
// restarts and incarnations; (4) after the same set of entries, two replicas have equal digests, in whatever
// order they arrived; (5) no stamp is accepted that is further ahead of the local clock than the bound, when
// the policies ask for that; (6) a tombstone that was collected as CollectionRule::stable allows can never be
// missed: no write that it would have hidden arrives any more, and copies that have it and copies that have
// not answer and merge alike.
#pragma once

#include "backend/kernel/env.h"
#include "backend/replication/conflict.h"
#include "backend/replication/copy_digest.h"
#include "backend/replication/merge.h"
#include "backend/replication/policy.h"
#include "backend/replication/region_clock.h"
#include "backend/replication/tombstones.h"
#include "backend/store/store.h"

#include <array>
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

// What a row of an entry came to in this copy. What came before its entry (items that ship singly) reads as
// Inserted or Removed: what stood there before is not known any more by then.
enum class RowEffect : std::uint8_t {
    Unchanged, // the same could be read before
    Inserted,
    Modified,
    Removed,
    Superseded, // nothing of it can be read: something else had won
};

// Told about everything that enters the replica, once per entry and in order per log. A derived view
// (best sellers, search, accounting) that listens is idempotent for free.
class ReplicaListener {
public:
    virtual ~ReplicaListener() = default;
    // `isLocal`: committed here. `isSuperseded`: what the entry is about did not become visible, because
    // something else had won: the order's row of an entry that places an order, every row of another.
    virtual void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded) = 0;
    virtual void onConflict(RegionId at, const Conflict& conflict) = 0;
    // The replica holds other items than the entries told of: a snapshot was installed, or all was lost.
    virtual void onReset(RegionId, Store&) { }
    // A tombstone was collected: from now on the key is as if it had never been written.
    virtual void onCollected(RegionId, const Key&, const Item&) { }
    // The process starts again over the store as it is.
    virtual void onRestart(RegionId, Store&) { }
};

// Sums over a prefix of this region's own log, so that "what is after position p" costs two look-ups.
struct LogTotals {
    std::uint64_t operations = 0;
    std::uint64_t orders = 0;
    Money money;
    Instant committedAt = kStart; // of the last entry of the prefix
};

// A consistent copy of everything, to build a replica from.
struct ReplicaSnapshot {
    std::vector<Row> rows; // tombstones included
    std::vector<std::uint64_t> positions; // what the rows contain
    // The ends of the logs that somebody else may still lack, contiguous per log and in order: who installs
    // the snapshot can then pass them on, should the source be gone by the time that they are asked for.
    std::vector<SharedEntry> tail;
    Hlc clock; // no stamp in it is later
    std::uint64_t digest = 0; // as Replica::storeDigest()
};

class Replica {
public:
    Replica(Env& env, Store& store, RegionId self, std::size_t regionCount, DataPolicies policies = {});

    void listen(ReplicaListener* listener) { m_listeners.push_back(listener); }

    // Never fails; durable after the store's next flush.
    Version commit(Transaction transaction);
    // Requires entry.version.seq <= position(its log) + 1 and isAcceptable(entry); returns false (and does
    // nothing) for a repeat.
    bool apply(const SharedEntry& entry);
    // False: its stamp is too far ahead of the local clock (and the policies forbid that).
    [[nodiscard]] bool isAcceptable(const LogEntry& entry) const;
    // Shows one row of an entry before its turn, as a system does that ships items singly; apply() of the
    // entry follows. No position changes.
    void applyRowEarly(const LogEntry& entry, std::size_t row);
    // Puts an item that every replica starts with; version zero, in no log.
    void seed(const Key& key, std::string_view plain);
    // What a service reads of an item; valid until the next call.
    [[nodiscard]] std::string_view plain(Table table, const Item& item)
    {
        return plainValue(m_policies.of(table), table, item, m_scratch);
    }

    // Of the entry that listeners are being told of, by row; valid during onEntry().
    [[nodiscard]] const std::vector<RowEffect>& rowEffects() const { return m_effects; }

    // Tells the listeners of something that a service here found out.
    void report(const Conflict& conflict);

    [[nodiscard]] RegionId self() const { return m_self; }
    [[nodiscard]] LogId ownLog() const { return { m_self, m_incarnation }; }
    [[nodiscard]] std::size_t regionCount() const { return m_regionCount; }
    [[nodiscard]] const DataPolicies& policies() const { return m_policies; }
    [[nodiscard]] Store& store() { return m_store; }
    [[nodiscard]] std::size_t indexOf(LogId log) const { return logIndex(log, m_regionCount); }
    [[nodiscard]] std::uint64_t position(LogId log) const { return seenOf(m_positions, indexOf(log)); }
    // Index = indexOf(log); as long as the greatest known incarnation asks for.
    [[nodiscard]] const std::vector<std::uint64_t>& positions() const { return m_positions; }
    [[nodiscard]] bool hasEqualPositions(const Replica& other) const;
    // Totals of the own log up to and including seq (0 … position(ownLog())); exact while retained.
    [[nodiscard]] const LogTotals& totals(std::uint64_t seq) const;
    // Digest over the live items of all tables: what copies that applied the same writes have in common,
    // whether or not they have collected their tombstones.
    [[nodiscard]] std::uint64_t digest() const;
    // Digest over all that the store holds, tombstones included.
    [[nodiscard]] std::uint64_t storeDigest() const;
    // What a peer needs to compare its copy with this one.
    [[nodiscard]] CopyDigest copyDigest() const;
    // Forgets tombstones that the rule gives free, in order, as many as fit into one call (20,000).
    void collectTombstones(const CollectionRule& rule);
    [[nodiscard]] TombstoneCounts tombstones() const { return { m_store.tombstones(), m_collected }; }
    // Forgets log entries before seq.
    void trim(LogId log, std::uint64_t before);

    // The region's physical clock; a knob of faults.
    void setClock(const ClockCondition& clock);
    [[nodiscard]] const ClockCondition& clock() const { return m_clock; }
    [[nodiscard]] std::uint64_t localMillis() const { return clockMillis(m_clock, m_env.now()); }
    // Since the start of the run, as the region counts it; steps of its clock do not show.
    [[nodiscard]] Duration localElapsed() const { return m_monotonic.read(m_env.now()); }
    [[nodiscard]] Hlc lastStamp() const { return m_hlc; }

    // The process starts again over the store as it is: positions, clock and incarnation come from there.
    void restart();
    // The process starts again over a store that holds an earlier state than it once had. Under the same
    // incarnation only when no log has ended later.
    void restartEarlier(std::uint32_t incarnation);
    // The store was lost: everything is forgotten, and the next incarnation begins with an empty copy.
    void loseStore(std::uint32_t incarnation);
    // `everywhere`: positions that all others are known to have; the tail begins there.
    [[nodiscard]] ReplicaSnapshot snapshot(const std::vector<std::uint64_t>& everywhere);
    // Requires a replica that has just lost its store.
    void install(const ReplicaSnapshot& snapshot);

private:
    Hlc tick();
    // Merges one row.
    RowEffect applyRow(const LogEntry& entry, const Mutation& mutation);
    // The same under a rule that keeps one of two rows as a whole, which copies nothing that stays.
    RowEffect applyWhole(const LogEntry& entry, const Mutation& mutation, const Item* stored, bool wins);
    RowEffect putMerged(const LogEntry& entry, const Key& key, const Item* stored, const MergedRow& merged);
    // Unless one was written in knowledge of the other. `found` may be what the store has just returned.
    void reportConflict(const LogEntry& entry, const Mutation& mutation, const Item& found, bool isVisible);
    void remember(const LogEntry& entry, bool isLocal, bool isSuperseded);
    void reserveStamps();
    void setPosition(LogId log, std::uint64_t seq);
    // Puts what `entry` has left in a key, and queues it if that is a tombstone.
    void keep(const LogEntry& entry, const Key& key, const ItemView& item);
    // The transaction at this position writes into the key's bucket.
    void touch(LogId log, std::uint64_t seq, const Key& key);
    // After the store was opened or filled otherwise than by entries: from the rows themselves.
    void rebuildIndexes();
    void forgetIndexes();
    // False: it waits, and so does all that is behind it.
    [[nodiscard]] bool passTombstone(
        const CollectionRule& rule, std::size_t log, const TombstoneQueue::Record& record);

    Env& m_env;
    Store& m_store;
    RegionId m_self;
    std::size_t m_regionCount;
    DataPolicies m_policies;
    std::uint32_t m_incarnation = 1;
    ClockCondition m_clock;
    MonotonicClock m_monotonic;
    Hlc m_hlc;
    std::vector<std::uint64_t> m_positions;
    std::deque<LogTotals> m_totals; // of seqs m_totalsBegin, m_totalsBegin + 1, …
    std::uint64_t m_totalsBegin = 0;
    std::vector<std::vector<std::uint64_t>> m_touched; // per log index: last seq by bucket
    TombstoneQueue m_tombstones;
    std::vector<std::uint64_t> m_rebuiltAt; // positions at the last rebuildIndexes()
    std::uint64_t m_collected = 0; // since the region's first start
    std::vector<ReplicaListener*> m_listeners;
    std::vector<RowEffect> m_effects;
    std::string m_scratch;
};

} // namespace sb
