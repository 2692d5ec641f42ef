// SPDX-License-Identifier: GPL-3.0-or-later
// Causal delivery: no change becomes readable before what its author had seen. A batch carries its logs in
// the order of their versions, which has causes before effects, so that however little room it has, what it
// holds can be applied. A region applies an entry only when it has all that the entry's author had; otherwise
// it asks the sender for the missing logs, too: who applied the entry causally has its causes.
#include "backend/replication/replicator.h"

#include <algorithm>

namespace sb {

std::optional<Replicator::Cursor> Replicator::cursorAt(LogId log, std::uint64_t seq, std::uint64_t last)
{
    const SharedEntry* entry = seq <= last ? m_replica.store().sharedEntry(log, seq) : nullptr;
    return entry == nullptr ? std::nullopt : std::optional<Cursor>({ log, last, *entry });
}

void Replicator::addLogsInOrder(ReplicationMessage& batch, const ReplicationMessage& question,
    const std::vector<LogId>& logs, BatchRoom room)
{
    std::vector<Cursor> cursors;
    for (const LogId log : logs) {
        const std::uint64_t seq = seenOf(question.positions, m_replica.indexOf(log)) + 1;
        const std::uint64_t last = m_replica.position(log);
        if (seq <= last && seq < m_replica.store().logBegin(log))
            batch.tooOld |= std::uint64_t { 1 } << log.origin.value;
        else if (auto cursor = cursorAt(log, seq, last))
            cursors.push_back(std::move(*cursor));
    }
    while (!cursors.empty() && room.entries > 0 && room.bytes > 0) {
        const auto first = std::min_element(cursors.begin(), cursors.end(),
            [](const Cursor& a, const Cursor& b) { return b.next->version.wins(a.next->version); });
        --room.entries;
        for (const Mutation& mutation : first->next->mutations)
            room.bytes -= std::min(room.bytes, 64 + mutation.value.size());
        auto following = cursorAt(first->log, first->next->version.seq + 1, first->last);
        batch.entries.push_back(std::move(first->next));
        if (following)
            *first = std::move(*following);
        else
            cursors.erase(first);
    }
    batch.isCutShort = !cursors.empty();
    if (batch.isCutShort)
        m_env.probe("replicator.batch-cut-short");
}

bool Replicator::waitsForCauses(const LogEntry& entry, Peer& sender)
{
    if (entry.version.seq <= m_replica.position(entry.version.log()))
        return false; // a repeat
    std::uint64_t missing = 0;
    for (std::size_t i = 0; i < entry.seen.size(); ++i) {
        const LogId log = logAt(i, m_replica.regionCount());
        if (log != entry.version.log() && entry.seen[i] > m_replica.position(log))
            missing |= std::uint64_t { 1 } << log.origin.value;
    }
    const std::size_t index = m_replica.indexOf(entry.version.log());
    if (m_waitsSince.size() <= index)
        m_waitsSince.resize(index + 1, kNever);
    Instant& since = m_waitsSince[index];
    if (missing == 0) {
        since = kNever;
        return false;
    }
    if (since == kNever) {
        since = m_env.now();
        ++m_stats.waitsForCauses;
    }
    if (m_env.now() - since > m_config.causesPatience) {
        ++m_stats.causesGivenUp;
        return false;
    }
    sender.causesWanted |= missing;
    return true;
}

} // namespace sb
