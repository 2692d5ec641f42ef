// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/region/station.h"

#include <algorithm>

namespace sb {

Station::Station(int servers, Duration waitMax)
    : m_freeAt(static_cast<std::size_t>(std::max(1, servers)), kStart)
    , m_waitMax(waitMax)
{
}

Duration Station::wait(Instant now) const
{
    return std::max(Duration { 0 }, m_freeAt.front() - now);
}

std::optional<Instant> Station::admit(Instant now, Duration service)
{
    if (wait(now) > m_waitMax) {
        ++m_refused;
        return std::nullopt;
    }
    const Instant finish = std::max(now, m_freeAt.front()) + service;
    // Replace the earliest-free server by its new time and restore the heap.
    std::size_t hole = 0;
    for (;;) {
        std::size_t child = 2 * hole + 1;
        if (child >= m_freeAt.size())
            break;
        if (child + 1 < m_freeAt.size() && m_freeAt[child + 1] < m_freeAt[child])
            ++child;
        if (m_freeAt[child] >= finish)
            break;
        m_freeAt[hole] = m_freeAt[child];
        hole = child;
    }
    m_freeAt[hole] = finish;
    return finish;
}

void Station::reset()
{
    std::fill(m_freeAt.begin(), m_freeAt.end(), kStart);
}

} // namespace sb
