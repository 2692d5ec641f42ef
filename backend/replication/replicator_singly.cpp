// SPDX-License-Identifier: GPL-3.0-or-later
// Items that ship singly: each row of a transaction arrives on its own, in its own time, as in DynamoDB's
// global tables (order of different items not kept, order of one item kept). The position of the log moves on
// only when an entry is whole, so that everything else (what is at risk, what to ask for) stays exact.
#include "backend/replication/replicator.h"

#include <algorithm>

namespace sb {
namespace {

constexpr int kRowBits = 8;
constexpr std::size_t kRowsApart = std::size_t { 1 } << kRowBits; // of an entry; further ones come last
enum EventType : std::uint32_t { kRowDue = 3, kEntryDue = 4 }; // as in replicator.cpp

} // namespace

std::uint64_t Replicator::receivedUpTo(LogId log) const
{
    const std::size_t index = m_replica.indexOf(log);
    if (index < m_arriving.size() && !m_arriving[index].empty())
        return m_arriving[index].back().entry->version.seq;
    return m_replica.position(log);
}

void Replicator::receiveSingly(const SharedEntry& entry)
{
    const LogId log = entry->version.log();
    if (entry->version.seq <= receivedUpTo(log))
        return;
    const std::size_t index = m_replica.indexOf(log);
    if (m_arriving.size() <= index)
        m_arriving.resize(index + 1);
    std::deque<Arriving>& queue = m_arriving[index];
    Instant completeAt = queue.empty() ? m_env.now() : std::max(m_env.now(), queue.back().completeAt);
    for (std::size_t row = 0; row < std::min(entry->mutations.size(), kRowsApart); ++row) {
        const Instant due = m_env.now() + m_rng.exponential(m_config.itemDelay);
        completeAt = std::max(completeAt, due);
        m_env.post(due, m_self, kRowDue, index, entry->version.seq << kRowBits | row);
    }
    queue.push_back({ entry, completeAt, kNever });
    m_env.post(completeAt, m_self, kEntryDue, index);
}

void Replicator::onRowDue(std::size_t index, std::uint64_t seqAndRow)
{
    if (m_isDown || index >= m_arriving.size())
        return;
    const std::uint64_t seq = seqAndRow >> kRowBits;
    for (Arriving& arriving : m_arriving[index]) {
        if (arriving.entry->version.seq != seq)
            continue;
        if (arriving.firstRowAt == kNever)
            arriving.firstRowAt = m_env.now();
        m_replica.applyRowEarly(arriving.entry, seqAndRow & (kRowsApart - 1));
        return;
    }
}

void Replicator::completeArrived(std::size_t index)
{
    if (m_isDown || index >= m_arriving.size())
        return;
    std::deque<Arriving>& queue = m_arriving[index];
    bool isChanged = false;
    while (!queue.empty() && queue.front().completeAt <= m_env.now()) {
        const Arriving arriving = std::move(queue.front());
        queue.pop_front();
        if (arriving.entry->mutations.size() > 1 && arriving.firstRowAt < m_env.now()) {
            ++m_stats.halfVisible;
            m_stats.halfVisibleMax
                = std::max<Duration>(m_stats.halfVisibleMax, m_env.now() - arriving.firstRowAt);
        }
        if (m_replica.apply(arriving.entry)) {
            ++m_stats.entriesApplied;
            isChanged = true;
        }
    }
    if (isChanged)
        afterApplied();
}

} // namespace sb
