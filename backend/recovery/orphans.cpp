// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/recovery/orphans.h"

#include <algorithm>

namespace sb {

std::string_view toString(OrphanOutcome outcome)
{
    switch (outcome) {
    case OrphanOutcome::Replayed:
        return "replayed";
    case OrphanOutcome::Superseded:
        return "superseded";
    case OrphanOutcome::Refused:
        return "refused";
    case OrphanOutcome::Discarded:
        return "discarded";
    }
    return "unknown";
}

OrphanSet orphanSetOf(std::vector<LogEntry> entries)
{
    OrphanSet set;
    set.entries = std::move(entries);
    std::sort(set.entries.begin(), set.entries.end(),
        [](const LogEntry& a, const LogEntry& b) { return b.version.wins(a.version); });
    for (const LogEntry& entry : set.entries) {
        set.orders += entry.order.isValid() ? 1 : 0;
        set.money += entry.amount;
    }
    return set;
}

OrphanReplay::Verdict OrphanReplay::judge(const LogEntry& orphan, const Mutation& mutation)
{
    Replica& replica = m_region.replica();
    const Item* stored = replica.store().find(mutation.key);
    if (stored != nullptr && stored->version == orphan.version)
        return Verdict::AlreadySo; // it came by another way
    if (mutation.key.table == Table::Orders) // the same number twice is no second order
        return stored == nullptr ? Verdict::Write : Verdict::Refused;
    const ConflictPolicy policy = replica.policies().of(mutation.key.table);
    if (stored != nullptr && policy == ConflictPolicy::FirstWins)
        return Verdict::Refused;
    if (stored != nullptr && policy == ConflictPolicy::LaterEpochWins
        && writerEpoch(stored->value) > writerEpoch(mutation.value))
        return Verdict::Refused;
    const bool isGone = stored == nullptr || stored->isDeleted;
    // Counters that only grow are merged, whoever wrote last.
    if (stored != nullptr && policy != ConflictPolicy::LargerWins) {
        const auto mine = m_written.find(mutation.key);
        const bool isMine = mine != m_written.end() && mine->second == stored->version;
        if (!isMine && !orphan.version.wins(stored->version))
            return Verdict::Superseded;
    }
    return mutation.isDelete && isGone ? Verdict::AlreadySo : Verdict::Write;
}

void OrphanReplay::reportSuperseded(const LogEntry& orphan, const Mutation& mutation)
{
    Replica& replica = m_region.replica();
    const Item* stored = replica.store().find(mutation.key);
    SB_ASSERT(stored != nullptr);
    Conflict conflict;
    conflict.key = mutation.key;
    conflict.kind = ConflictKind::RejoinSuperseded;
    conflict.rule = replica.policies().of(mutation.key.table);
    conflict.winner = stored->version;
    conflict.loser = orphan.version;
    conflict.winnerValue
        = std::string(stored->isDeleted ? std::string_view() : replica.plain(mutation.key.table, *stored));
    conflict.loserValue = mutation.value;
    conflict.loserRequest = orphan.request;
    conflict.customer = orphan.customer;
    replica.report(conflict);
}

OrphanOutcome OrphanReplay::offer(const LogEntry& orphan)
{
    Transaction transaction;
    bool isAnyVisible = false, isOrderVisible = false, writesOrder = false, isRefused = false;
    for (const Mutation& mutation : orphan.mutations) {
        const Verdict verdict = judge(orphan, mutation);
        const bool isOrder = mutation.key.table == Table::Orders;
        if (verdict == Verdict::Superseded || verdict == Verdict::Refused) {
            reportSuperseded(orphan, mutation);
            // Of an order its own row decides, as everywhere.
            isRefused = isRefused || (verdict == Verdict::Refused && (isOrder || !orphan.order.isValid()));
            continue;
        }
        isAnyVisible = true;
        isOrderVisible = isOrderVisible || isOrder;
        writesOrder = writesOrder || (isOrder && verdict == Verdict::Write);
        if (verdict == Verdict::Write)
            transaction.mutations.push_back(mutation);
    }
    if (!transaction.mutations.empty()) {
        transaction.request = orphan.request;
        transaction.customer = orphan.customer;
        if (writesOrder) { // its empty cart alone is no order
            transaction.order = orphan.order;
            transaction.amount = orphan.amount;
        }
        std::vector<Key> keys;
        for (const Mutation& mutation : transaction.mutations)
            keys.push_back(mutation.key);
        const Version version = m_region.commit(std::move(transaction));
        for (const Key& key : keys)
            m_written[key] = version;
    }
    const bool isVisible = orphan.order.isValid() ? isOrderVisible : isAnyVisible;
    return isVisible ? OrphanOutcome::Replayed
        : isRefused  ? OrphanOutcome::Refused
                     : OrphanOutcome::Superseded;
}

} // namespace sb
