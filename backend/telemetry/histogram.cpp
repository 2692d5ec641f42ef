// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/histogram.h"

namespace sb {

void Histogram::merge(const Histogram& other)
{
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        m_counts[i] += other.m_counts[i];
    m_total += other.m_total;
}

void Histogram::clear()
{
    m_counts.fill(0);
    m_total = 0;
}

Duration Histogram::upperEdge(std::size_t bucket)
{
    if (bucket < (1U << kSubBits))
        return Duration { static_cast<std::int64_t>(bucket) };
    const int exponent = static_cast<int>(bucket >> kSubBits) + kSubBits - 1;
    const std::uint64_t sub = (bucket & ((1U << kSubBits) - 1)) + (1U << kSubBits) + 1;
    return Duration { static_cast<std::int64_t>(sub << (exponent - kSubBits)) };
}

Duration Histogram::quantile(int perMille) const
{
    if (m_total == 0)
        return 0us;
    const std::uint64_t rank = (m_total * static_cast<std::uint64_t>(perMille) + 999) / 1000;
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        seen += m_counts[i];
        if (seen < rank || seen == 0)
            continue;
        return upperEdge(i);
    }
    return 0us;
}

} // namespace sb
