// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/replication/replica.h"

#include "backend/kernel/mutant.h"

#include <algorithm>

namespace sb {
namespace {

// Stamps are reserved in the store this far ahead of use, so that a restart never issues one again.
constexpr std::uint64_t kReservedMillis = 1'000;

RowEffect effectOf(bool wasThere, bool isThere, bool isSame)
{
    if (wasThere == isThere && (!isThere || isSame))
        return RowEffect::Unchanged;
    return !isThere ? RowEffect::Removed : wasThere ? RowEffect::Modified : RowEffect::Inserted;
}

// Of a row that replaces the whole item.
RowEffect effectOf(const Item* stored, const Mutation& mutation)
{
    const bool wasThere = stored != nullptr && !stored->isDeleted;
    return effectOf(wasThere, !mutation.isDelete, wasThere && stored->value == mutation.value);
}

} // namespace

Replica::Replica(Env& env, Store& store, RegionId self, std::size_t regionCount, DataPolicies policies)
    : m_env(env)
    , m_store(store)
    , m_self(self)
    , m_regionCount(regionCount)
    , m_policies(policies)
    , m_positions(regionCount, 0)
    , m_totals(1)
{
    if (m_store.note(StoreNote::Incarnation) == 0) // otherwise restart() takes up what the store knows
        m_store.setNote(StoreNote::Incarnation, m_incarnation);
    if (SB_MUTANT(ProcessRemembers)) {
        static std::uint64_t made = 0;
        m_env.mix(++made);
    }
}

// max(physical, last) + counter; a received stamp is folded in by apply().
Hlc Replica::tick()
{
    m_hlc.value = std::max(localMillis() << 16, m_hlc.value + (SB_MUTANT(StampRepeats) ? 0 : 1));
    reserveStamps();
    return m_hlc;
}

void Replica::reserveStamps()
{
    if (m_hlc.value > m_store.note(StoreNote::ClockCeiling))
        m_store.setNote(StoreNote::ClockCeiling, m_hlc.value + (kReservedMillis << 16));
}

void Replica::setPosition(LogId log, std::uint64_t seq)
{
    const std::size_t index = indexOf(log);
    while (m_positions.size() <= index)
        m_positions.resize(m_positions.size() + m_regionCount, 0);
    m_positions[index] = seq;
}

void Replica::seed(const Key& key, std::string_view plain)
{
    m_store.put(key,
        Item { Version { Hlc {}, RegionId { 0 }, 0, 0 }, false,
            seedValue(m_policies.of(key.table), key.table, plain) });
}

Version Replica::commit(Transaction transaction)
{
    SB_ASSERT(!transaction.mutations.empty());
    LogEntry made;
    made.version = Version { tick(), m_self, m_incarnation, position(ownLog()) + 1 };
    made.committedAt = m_env.now();
    made.request = transaction.request;
    made.order = transaction.order;
    made.customer = transaction.customer;
    made.amount = transaction.amount;
    made.seen = m_positions;
    made.mutations = std::move(transaction.mutations);
    const SharedEntry shared(std::move(made));
    const LogEntry& entry = *shared;
    m_effects.clear();
    for (const Mutation& mutation : entry.mutations) {
        const ConflictPolicy policy = m_policies.of(mutation.key.table);
        const Item* stored = m_store.find(mutation.key);
        if (policy == ConflictPolicy::LastWriterWins) {
            m_effects.push_back(applyWhole(entry, mutation, stored, true));
            continue;
        }
        const IncomingRow incoming { entry.version, entry.seen, m_regionCount, mutation.isDelete,
            mutation.value };
        if (const auto wins = wholeRowWins(policy, stored, incoming)) {
            m_effects.push_back(applyWhole(entry, mutation, stored, *wins));
            continue;
        }
        const MergedRow merged = mergeRow(policy, mutation.key.table, stored, incoming);
        m_effects.push_back(putMerged(entry, mutation.key, stored, merged));
    }
    m_store.append(shared);
    remember(entry, true, false);
    return entry.version;
}

bool Replica::isAcceptable(const LogEntry& entry) const
{
    if (!m_policies.quarantinesClocks || SB_MUTANT(FutureAccepted))
        return true;
    const auto bound = static_cast<std::uint64_t>(m_policies.offsetMax.count() / 1'000);
    return entry.version.hlc.millis() <= localMillis() + bound;
}

bool Replica::apply(const SharedEntry& shared)
{
    const LogEntry& entry = *shared;
    const LogId log = entry.version.log();
    const std::uint64_t applied = position(log);
    if (entry.version.seq <= applied) {
        m_env.probe("replicator.repeat-ignored");
        for (const Mutation& mutation : entry.mutations)
            if (SB_MUTANT(RepeatRewrites))
                m_store.put(mutation.key, Item { entry.version, mutation.isDelete, mutation.value });
        return false;
    }
    SB_ASSERT(log != ownLog() && entry.version.seq == applied + 1);
    SB_ASSERT(isAcceptable(entry));
    m_hlc.value = std::max(m_hlc.value, entry.version.hlc.value);
    reserveStamps();
    bool isAnyVisible = false;
    bool isOrderVisible = false;
    m_effects.clear();
    for (const Mutation& mutation : entry.mutations) {
        m_effects.push_back(applyRow(entry, mutation));
        const bool isVisible = m_effects.back() != RowEffect::Superseded;
        isAnyVisible = isAnyVisible || isVisible;
        isOrderVisible = isOrderVisible || (isVisible && mutation.key.table == Table::Orders);
    }
    m_store.append(shared);
    remember(entry, false, !(entry.order.isValid() ? isOrderVisible : isAnyVisible));
    return true;
}

void Replica::applyRowEarly(const LogEntry& entry, std::size_t row)
{
    const Mutation& mutation = entry.mutations[row];
    touch(entry.version.log(), entry.version.seq, mutation.key);
    const Item* stored = m_store.find(mutation.key);
    const MergedRow merged = mergeRow(m_policies.of(mutation.key.table), mutation.key.table, stored,
        { entry.version, entry.seen, m_regionCount, mutation.isDelete, mutation.value });
    if (stored != nullptr && stored->version.seq > 0)
        reportConflict(entry, mutation, *stored, merged.isVisible);
    if (!merged.isChanged)
        return;
    keep(entry, mutation.key, merged.item);
    m_env.mix(storeDigest());
}

RowEffect Replica::applyRow(const LogEntry& entry, const Mutation& mutation)
{
    const Item* stored = m_store.find(mutation.key);
    const RowEffect alone = mutation.isDelete ? RowEffect::Removed : RowEffect::Inserted;
    if (stored != nullptr && stored->version == entry.version)
        return alone; // it came early
    if (SB_MUTANT(RowSkipped) && entry.version.seq % 64 == 0)
        return alone;
    if (SB_MUTANT(ApplyGarbles) && entry.version.seq % 64 == 0 && !mutation.value.empty()) {
        m_store.put(mutation.key, Item { entry.version, mutation.isDelete, mutation.value + '?' });
        return alone;
    }
    const bool hasHistory = stored != nullptr && stored->version.seq > 0;
    const ConflictPolicy policy = m_policies.of(mutation.key.table);
    const IncomingRow incoming { entry.version, entry.seen, m_regionCount, mutation.isDelete,
        mutation.value };
    std::optional<bool> wins = wholeRowWins(policy, stored, incoming);
    if (SB_MUTANT(LastArrivalWins))
        wins = true;
    MergedRow merged;
    if (!wins)
        merged = mergeRow(policy, mutation.key.table, stored, incoming);
    const bool isVisible = wins.value_or(merged.isVisible);
    if (!isVisible)
        m_env.probe("replica.arrived-to-lose");
    if (hasHistory) {
        reportConflict(entry, mutation, *stored, isVisible);
        stored = m_store.find(mutation.key);
    }
    return wins ? applyWhole(entry, mutation, stored, *wins) : putMerged(entry, mutation.key, stored, merged);
}

RowEffect Replica::applyWhole(const LogEntry& entry, const Mutation& mutation, const Item* stored, bool wins)
{
    if (!wins)
        return RowEffect::Superseded;
    const RowEffect effect = effectOf(stored, mutation);
    keep(entry, mutation.key, { entry.version, mutation.isDelete, mutation.value });
    return effect;
}

RowEffect Replica::putMerged(
    const LogEntry& entry, const Key& key, const Item* stored, const MergedRow& merged)
{
    const bool wasThere = stored != nullptr && !stored->isDeleted;
    const std::string before(wasThere ? plain(key.table, *stored) : std::string_view());
    if (merged.isChanged)
        keep(entry, key, merged.item);
    if (!merged.isVisible)
        return RowEffect::Superseded;
    const bool isThere = !merged.item.isDeleted;
    return effectOf(wasThere, isThere, wasThere && isThere && plain(key.table, merged.item) == before);
}

void Replica::reportConflict(
    const LogEntry& entry, const Mutation& mutation, const Item& found, bool isVisible)
{
    const Version& incoming = entry.version;
    const Version other = found.version;
    if (other.log() == incoming.log() || other.seq <= seenOf(entry.seen, indexOf(other.log())))
        return; // the newer one was written in knowledge of the older one
    const Item stored = found; // the store may forget it at its next call
    // The incoming one may be an ancestor that a third region's version, applied earlier, had already seen.
    const LogEntry* storedEntry = m_store.logEntry(other.log(), other.seq);
    if (storedEntry != nullptr && incoming.seq <= seenOf(storedEntry->seen, indexOf(incoming.log()))) {
        m_env.probe("replica.known-by-a-third");
        return;
    }
    m_env.probe("replica.concurrent-writes");
    if (SB_MUTANT(ConflictSilent))
        return;
    Conflict conflict;
    conflict.key = mutation.key;
    conflict.rule = m_policies.of(mutation.key.table);
    conflict.customer = entry.customer;
    const std::uint64_t otherRequest = storedEntry != nullptr ? storedEntry->request : 0;
    const Instant otherAt = storedEntry != nullptr ? storedEntry->committedAt : kNever;
    const std::string otherValue(stored.isDeleted ? std::string_view() : plain(mutation.key.table, stored));
    const bool incomingWins = conflict.rule == ConflictPolicy::FirstWins ? other.wins(incoming)
        : conflict.rule == ConflictPolicy::AddWins                       ? isVisible && incoming.wins(other)
        : conflict.rule == ConflictPolicy::LaterEpochWins                ? isVisible
                                                                         : incoming.wins(other);
    conflict.winner = incomingWins ? incoming : other;
    conflict.loser = incomingWins ? other : incoming;
    conflict.winnerAt = incomingWins ? entry.committedAt : otherAt;
    conflict.loserAt = incomingWins ? otherAt : entry.committedAt;
    conflict.winnerValue = incomingWins ? mutation.value : otherValue;
    conflict.loserValue = incomingWins ? otherValue : mutation.value;
    conflict.winnerRequest = incomingWins ? entry.request : otherRequest;
    conflict.loserRequest = incomingWins ? otherRequest : entry.request;
    conflict.isLoserKept = conflict.rule != ConflictPolicy::LastWriterWins
        && conflict.rule != ConflictPolicy::FirstWins && conflict.rule != ConflictPolicy::LaterEpochWins;
    if (conflict.rule == ConflictPolicy::FirstWins)
        conflict.kind = ConflictKind::InsertExists;
    else if (mutation.isDelete)
        conflict.kind = stored.isDeleted ? ConflictKind::DeleteMissing : ConflictKind::DeleteExists;
    else
        conflict.kind = stored.isDeleted ? ConflictKind::UpdateMissing : ConflictKind::UpdateConcurrent;
    const std::uint64_t apart = conflict.winner.hlc.millis() > conflict.loser.hlc.millis()
        ? conflict.winner.hlc.millis() - conflict.loser.hlc.millis()
        : conflict.loser.hlc.millis() - conflict.winner.hlc.millis();
    conflict.isOrderProvable = apart > static_cast<std::uint64_t>(m_policies.offsetMax.count() / 1'000);
    report(conflict);
}

void Replica::report(const Conflict& conflict)
{
    for (ReplicaListener* listener : m_listeners)
        listener->onConflict(m_self, conflict);
}

void Replica::remember(const LogEntry& entry, bool isLocal, bool isSuperseded)
{
    setPosition(entry.version.log(), entry.version.seq);
    for (const Mutation& mutation : entry.mutations)
        touch(entry.version.log(), entry.version.seq, mutation.key);
    if (isLocal) {
        LogTotals totals = m_totals.back();
        totals.operations += 1;
        totals.orders += entry.order.isValid() ? 1 : 0;
        totals.money += entry.amount;
        totals.committedAt = entry.committedAt;
        m_totals.push_back(totals);
    }
    m_env.mix(hashCombine((std::uint64_t { m_self.value } << 8) ^ indexOf(entry.version.log()),
        entry.version.seq ^ (entry.version.hlc.value << 1)));
    m_env.mix(storeDigest());
    for (ReplicaListener* listener : m_listeners)
        listener->onEntry(m_self, entry, isLocal, isSuperseded);
}

bool Replica::hasEqualPositions(const Replica& other) const
{
    for (std::size_t i = 0; i < std::max(m_positions.size(), other.m_positions.size()); ++i)
        if (seenOf(m_positions, i) != seenOf(other.m_positions, i))
            return false;
    return true;
}

const LogTotals& Replica::totals(std::uint64_t seq) const
{
    const std::uint64_t index = seq < m_totalsBegin ? 0 : seq - m_totalsBegin;
    return m_totals[std::min<std::uint64_t>(index, m_totals.size() - 1)];
}

std::uint64_t Replica::digest() const
{
    std::uint64_t all = 0;
    for (int table = 0; table < kTableCount; ++table)
        all = hashCombine(all, m_store.liveDigest(static_cast<Table>(table)));
    return all;
}

std::uint64_t Replica::storeDigest() const
{
    return m_store.digest();
}

CopyDigest Replica::copyDigest() const
{
    CopyDigest copy;
    copy.positions = m_positions;
    copy.buckets.reserve(kBucketCount);
    for (std::size_t bucket = 0; bucket < kBucketCount; ++bucket)
        copy.buckets.push_back(m_store.bucketDigest(bucket));
    copy.touched.assign(m_touched.size() * kBucketCount, 0);
    for (std::size_t log = 0; log < m_touched.size(); ++log)
        std::copy(m_touched[log].begin(), m_touched[log].end(),
            copy.touched.begin() + static_cast<std::ptrdiff_t>(log * kBucketCount));
    return copy;
}

void Replica::keep(const LogEntry& entry, const Key& key, const ItemView& item)
{
    m_store.put(key, item);
    if (item.isDeleted)
        m_tombstones.add(indexOf(entry.version.log()),
            { key, item.version, entry.version.seq, Store::rowHash(key, item) });
}

void Replica::touch(LogId log, std::uint64_t seq, const Key& key)
{
    const std::size_t index = indexOf(log);
    if (m_touched.size() <= index)
        m_touched.resize(index + 1);
    if (m_touched[index].empty())
        m_touched[index].resize(kBucketCount, 0);
    std::uint64_t& last = m_touched[index][bucketOf(key)];
    last = std::max(last, seq);
}

void Replica::forgetIndexes()
{
    m_touched.clear();
    m_tombstones.clear();
    m_rebuiltAt.clear();
}

// Which write touched a bucket last is not known any more: each may have been the last one of its log.
void Replica::rebuildIndexes()
{
    forgetIndexes();
    m_rebuiltAt = m_positions;
    m_touched.resize(m_positions.size());
    for (std::size_t log = 0; log < m_positions.size(); ++log)
        m_touched[log].assign(kBucketCount, m_positions[log]);
    const auto visit = [&](const Key& key, const Item& item) {
        const Version& version = item.version;
        if (version.seq > 0) // beyond the position: a row of a half-arrived transaction
            touch(version.log(), version.seq, key);
        if (item.isDeleted)
            m_tombstones.addFound({ key, version, 0, Store::rowHash(key, item) });
    };
    for (int table = 0; table < kTableCount; ++table)
        m_store.forEach(static_cast<Table>(table), visit);
    m_tombstones.sortFound();
}

void Replica::trim(LogId log, std::uint64_t before)
{
    m_store.trimLog(log, before);
    if (log != ownLog())
        return;
    while (m_totalsBegin + 1 < before && m_totals.size() > 1) {
        m_totals.pop_front();
        ++m_totalsBegin;
    }
}

void Replica::setClock(const ClockCondition& clock)
{
    m_clock = clock;
    m_monotonic.setRate(m_env.now(), clock.driftPpm);
    m_env.mix(hashCombine(static_cast<std::uint64_t>(clock.offset.count()),
        static_cast<std::uint64_t>(clock.driftPpm) ^ (std::uint64_t { m_self.value } << 48)));
}

void Replica::restart()
{
    m_incarnation = static_cast<std::uint32_t>(m_store.note(StoreNote::Incarnation));
    m_hlc.value = m_store.note(StoreNote::ClockCeiling);
    m_positions.assign(m_regionCount, 0);
    for (const LogBounds& log : m_store.logs())
        setPosition(log.id, log.end - 1);
    if (m_totalsBegin + m_totals.size() != position(ownLog()) + 1) { // another process wrote this log
        m_totals.assign(1, LogTotals { .committedAt = m_env.now() });
        m_totalsBegin = position(ownLog());
    }
    rebuildIndexes();
    m_env.mix(m_hlc.value ^ (std::uint64_t { m_self.value } << 56));
    for (ReplicaListener* listener : m_listeners)
        listener->onRestart(m_self, m_store);
}

void Replica::restartEarlier(std::uint32_t incarnation)
{
    SB_ASSERT(incarnation >= m_incarnation && incarnation <= kMaxIncarnations);
    m_store.setNote(StoreNote::Incarnation, incarnation);
    const bool isNewLog = incarnation != m_incarnation;
    restart();
    if (isNewLog) {
        m_totals.assign(1, LogTotals { .committedAt = m_env.now() });
        m_totalsBegin = 0;
    }
    m_env.mix(hashCombine(m_self.value, incarnation));
    m_env.mix(digest());
    for (ReplicaListener* listener : m_listeners)
        listener->onReset(m_self, m_store);
}

void Replica::loseStore(std::uint32_t incarnation)
{
    SB_ASSERT(incarnation > m_incarnation && incarnation <= kMaxIncarnations);
    m_store.clear();
    m_incarnation = incarnation;
    m_store.setNote(StoreNote::Incarnation, incarnation);
    m_hlc = {};
    m_positions.assign(m_regionCount, 0);
    m_totals.assign(1, LogTotals { .committedAt = m_env.now() });
    m_totalsBegin = 0;
    forgetIndexes();
    m_env.mix(hashCombine(m_self.value, incarnation));
    m_env.mix(storeDigest());
    for (ReplicaListener* listener : m_listeners)
        listener->onReset(m_self, m_store);
}

ReplicaSnapshot Replica::snapshot(const std::vector<std::uint64_t>& everywhere)
{
    ReplicaSnapshot copy;
    for (int table = 0; table < kTableCount; ++table)
        m_store.forEach(static_cast<Table>(table), [&](const Key& key, const Item& item) {
            copy.rows.push_back({ key, item });
        });
    copy.positions = m_positions;
    copy.clock = m_hlc;
    copy.digest = storeDigest();
    for (std::size_t index = 0; index < m_positions.size(); ++index) {
        const LogId log = logAt(index, m_regionCount);
        std::uint64_t seq = std::max(m_store.logBegin(log), seenOf(everywhere, index) + 1);
        for (; seq <= m_positions[index]; ++seq) {
            const SharedEntry* entry = m_store.sharedEntry(log, seq);
            if (entry == nullptr) { // the store has failed; its owner learns of that at the next flush
                std::erase_if(
                    copy.tail, [&](const SharedEntry& begun) { return begun->version.log() == log; });
                break; // half a tail is none
            }
            copy.tail.push_back(*entry);
        }
    }
    return copy;
}

void Replica::install(const ReplicaSnapshot& snapshot)
{
    for (const Row& row : snapshot.rows)
        m_store.put(row.key, row.item);
    for (std::size_t index = 0; index < snapshot.positions.size(); ++index) {
        const std::uint64_t seq = snapshot.positions[index];
        const LogId log = logAt(index, m_regionCount);
        if (seq == 0)
            continue;
        SB_ASSERT(log != ownLog());
        const auto passedOn = std::find_if(snapshot.tail.begin(), snapshot.tail.end(),
            [&](const SharedEntry& entry) { return entry->version.log() == log; });
        m_store.startLog(log, passedOn == snapshot.tail.end() ? seq + 1 : (*passedOn)->version.seq);
        setPosition(log, seq);
    }
    for (const SharedEntry& entry : snapshot.tail)
        m_store.append(entry);
    m_hlc.value = std::max(m_hlc.value, snapshot.clock.value);
    reserveStamps();
    rebuildIndexes();
    m_env.mix(storeDigest());
    for (ReplicaListener* listener : m_listeners)
        listener->onReset(m_self, m_store);
}

} // namespace sb
