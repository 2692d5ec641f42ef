// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/replication/replica.h"

#include "backend/kernel/mutant.h"

#include <algorithm>

namespace sb {

Replica::Replica(Env& env, Store& store, RegionId self, std::size_t regionCount)
    : m_env(env)
    , m_store(store)
    , m_self(self)
    , m_positions(regionCount, 0)
    , m_totals(1)
{
    if (SB_MUTANT(ProcessRemembers)) {
        static std::uint64_t made = 0;
        m_env.mix(++made);
    }
}

// max(physical, last) + counter; a received stamp is folded in by apply().
Hlc Replica::tick()
{
    const std::uint64_t physical = static_cast<std::uint64_t>(micros(m_env.now()) / 1000) << 16;
    m_hlc.value = std::max(physical, m_hlc.value + (SB_MUTANT(StampRepeats) ? 0 : 1));
    return m_hlc;
}

void Replica::seed(const Key& key, std::string value)
{
    m_store.put(key, Item { Version { Hlc {}, RegionId { 0 }, 0, 0 }, false, std::move(value) });
}

Version Replica::commit(Transaction transaction)
{
    SB_ASSERT(!transaction.mutations.empty());
    LogEntry entry;
    entry.version = Version { tick(), m_self, 1, m_positions[m_self.value] + 1 };
    entry.committedAt = m_env.now();
    entry.request = transaction.request;
    entry.order = transaction.order;
    entry.customer = transaction.customer;
    entry.amount = transaction.amount;
    entry.seen = m_positions;
    entry.mutations = std::move(transaction.mutations);
    for (const Mutation& mutation : entry.mutations)
        m_store.put(mutation.key, Item { entry.version, mutation.isDelete, mutation.value });
    m_store.append(entry);
    remember(entry, true, false);
    return entry.version;
}

bool Replica::apply(const LogEntry& entry)
{
    const RegionId origin = entry.version.origin;
    std::uint64_t& position = m_positions[origin.value];
    if (entry.version.seq <= position) {
        m_env.probe("replicator.repeat-ignored");
        for (const Mutation& mutation : entry.mutations)
            if (SB_MUTANT(RepeatRewrites))
                m_store.put(mutation.key, Item { entry.version, mutation.isDelete, mutation.value });
        return false;
    }
    SB_ASSERT(origin != m_self && entry.version.seq == position + 1);
    m_hlc.value = std::max(m_hlc.value, entry.version.hlc.value);
    bool isVisible = false;
    for (const Mutation& mutation : entry.mutations)
        isVisible = applyRow(entry, mutation) || isVisible;
    m_store.append(entry);
    remember(entry, false, !isVisible);
    return true;
}

bool Replica::applyRow(const LogEntry& entry, const Mutation& mutation)
{
    const Item* stored = m_store.find(mutation.key);
    const bool wins = stored == nullptr || entry.version.wins(stored->version) || SB_MUTANT(LastArrivalWins);
    if (stored != nullptr && stored->version.seq > 0) {
        const Version other = stored->version;
        reportConflict(entry, mutation.key, other, wins);
    }
    if (!wins)
        m_env.probe("replica.arrived-to-lose");
    if (SB_MUTANT(RowSkipped) && entry.version.seq % 64 == 0)
        return wins;
    if (SB_MUTANT(ApplyGarbles) && entry.version.seq % 64 == 0 && !mutation.value.empty())
        m_store.put(mutation.key, Item { entry.version, mutation.isDelete, mutation.value + '?' });
    else if (wins)
        m_store.put(mutation.key, Item { entry.version, mutation.isDelete, mutation.value });
    return wins;
}

void Replica::reportConflict(const LogEntry& entry, const Key& key, const Version& stored, bool incomingWins)
{
    const Version& incoming = entry.version;
    if (stored.origin == incoming.origin || stored.seq <= entry.seen[stored.origin.value])
        return; // the newer one was written in knowledge of the older one
    // The incoming one may be an ancestor that a third region's version, applied earlier, had already seen.
    const LogEntry* storedEntry = m_store.logEntry(stored.origin, stored.seq);
    if (storedEntry != nullptr && incoming.seq <= storedEntry->seen[incoming.origin.value]) {
        m_env.probe("replica.known-by-a-third");
        return;
    }
    m_env.probe("replica.concurrent-writes");
    if (SB_MUTANT(ConflictSilent))
        return;
    const Conflict conflict { key, incomingWins ? incoming : stored, incomingWins ? stored : incoming,
        entry.customer };
    for (ReplicaListener* listener : m_listeners)
        listener->onConflict(m_self, conflict);
}

void Replica::remember(const LogEntry& entry, bool isLocal, bool isSuperseded)
{
    m_positions[entry.version.origin.value] = entry.version.seq;
    if (isLocal) {
        LogTotals totals = m_totals.back();
        totals.operations += 1;
        totals.orders += entry.order.isValid() ? 1 : 0;
        totals.money += entry.amount;
        totals.committedAt = entry.committedAt;
        m_totals.push_back(totals);
    }
    m_env.mix(hashCombine((std::uint64_t { m_self.value } << 8) ^ entry.version.origin.value,
        entry.version.seq ^ (entry.version.hlc.value << 1)));
    m_env.mix(digest());
    for (ReplicaListener* listener : m_listeners)
        listener->onEntry(m_self, entry, isLocal, isSuperseded);
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
        all = hashCombine(all, m_store.digest(static_cast<Table>(table)));
    return all;
}

void Replica::trim(RegionId origin, std::uint64_t before)
{
    m_store.trimLog(origin, before);
    if (origin != m_self)
        return;
    while (m_totalsBegin + 1 < before && m_totals.size() > 1) {
        m_totals.pop_front();
        ++m_totalsBegin;
    }
}

} // namespace sb
