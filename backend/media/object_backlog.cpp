// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/media/object_backlog.h"

#include "backend/base/result.h"

#include <algorithm>

namespace sb {

void ObjectBacklog::add(Task task)
{
    const Number number = m_first + m_tasks.size();
    ++m_pending;
    m_pendingBytes += task.bytes;
    m_pendingBackfill += task.isBackfill;
    (task.isBackfill ? m_backfill : m_ruled).push_back(number);
    m_tasks.push_back(task);
}

ObjectBacklog::Number ObjectBacklog::take(bool backfillOnly)
{
    // What readers have just uploaded goes first: a backfill may be long.
    std::deque<Number>& queue = backfillOnly || m_ruled.empty() ? m_backfill : m_ruled;
    const Number number = queue.front();
    queue.pop_front();
    return number;
}

void ObjectBacklog::putBack(Number number)
{
    (task(number).isBackfill ? m_backfill : m_ruled).push_back(number);
}

void ObjectBacklog::finish(Number number)
{
    Task& task = m_tasks[number - m_first];
    SB_ASSERT(!task.isDone);
    task.isDone = true;
    --m_pending;
    m_pendingBytes -= task.bytes;
    m_pendingBackfill -= task.isBackfill;
    m_pendingLate -= task.isLate;
    for (; !m_tasks.empty() && m_tasks.front().isDone; ++m_first)
        m_tasks.pop_front();
    m_lateUpTo = std::max(m_lateUpTo, m_first);
}

std::uint64_t ObjectBacklog::releaseAll()
{
    std::uint64_t count = 0;
    for (Task& task : m_tasks) {
        count += !task.isDone && !task.isBackfill;
        m_pendingBackfill += !task.isDone && !task.isBackfill;
        task.isBackfill = true;
    }
    m_backfill.insert(m_backfill.end(), m_ruled.begin(), m_ruled.end());
    m_ruled.clear();
    return count;
}

std::uint64_t ObjectBacklog::passLate(Instant limit)
{
    std::uint64_t count = 0;
    for (; m_lateUpTo < m_first + m_tasks.size(); ++m_lateUpTo) {
        Task& task = m_tasks[m_lateUpTo - m_first];
        if (task.since >= limit)
            break;
        if (task.isDone || task.isBackfill)
            continue;
        task.isLate = true;
        ++m_pendingLate;
        ++count;
    }
    return count;
}

void ObjectBacklog::clear()
{
    m_first += m_tasks.size();
    m_lateUpTo = m_first;
    m_tasks.clear();
    m_ruled.clear();
    m_backfill.clear();
    m_pending = m_pendingBytes = m_pendingBackfill = m_pendingLate = 0;
}

} // namespace sb
