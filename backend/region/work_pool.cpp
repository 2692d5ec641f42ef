// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/region/work_pool.h"

#include <algorithm>

namespace sb {
namespace {

// What refusals may add to a full queue: it empties that soon after the last of a storm.
constexpr Duration kRefusalsMax = 500ms;

} // namespace

WorkPool::WorkPool(int capacityHz, Duration burst, Duration waitMax)
    : m_nanosPerMille(1'000'000 / std::max(1, capacityHz))
    , m_burst(burst)
    , m_waitMax(waitMax)
{
}

Duration WorkPool::wait(Instant now) const
{
    return std::max<Duration>(0us, m_doneAt - now - m_burst);
}

void WorkPool::take(Instant now, std::int64_t cost)
{
    if (m_doneAt < now) {
        m_doneAt = now;
        m_nanos = 0;
    }
    m_nanos += cost * m_nanosPerMille;
    m_doneAt += Duration { m_nanos / 1'000 };
    m_nanos %= 1'000;
}

std::optional<Duration> WorkPool::admit(Instant now, std::int64_t cost)
{
    const Duration delay = wait(now);
    if (delay > m_waitMax) {
        if (delay < m_waitMax + kRefusalsMax)
            take(now, kRefusalCost);
        return std::nullopt;
    }
    take(now, cost);
    return delay;
}

} // namespace sb
