// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/fork_watch.h"

#include <algorithm>

namespace sb {

bool ForkWatch::isConcurrent(const Placed& a, const Placed& b) const
{
    const auto hasSeen = [&](const Placed& later, const Placed& earlier) {
        return earlier.version.seq <= seenOf(later.seen, logIndex(earlier.version.log(), m_regionCount));
    };
    return a.version.origin != b.version.origin && !hasSeen(a, b) && !hasSeen(b, a);
}

bool ForkWatch::isListedBefore(const Placed& a, const Placed& b, std::size_t at) const
{
    return m_listsByVersion ? b.version.wins(a.version) : a.arrival[at] < b.arrival[at];
}

void ForkWatch::compare(const Placed& arrived, const Placed& other, std::size_t at)
{
    const auto isOrigin = [&](std::size_t region) {
        return region == arrived.version.origin.value || region == other.version.origin.value;
    };
    if (other.arrival[at] == 0 || isOrigin(at) || !isConcurrent(arrived, other))
        return;
    for (std::size_t desk = 0; desk < m_regionCount; ++desk) {
        if (desk == at || isOrigin(desk) || arrived.arrival[desk] == 0 || other.arrival[desk] == 0)
            continue;
        // What has just arrived here comes after the other one.
        if (arrived.arrival[desk] > other.arrival[desk])
            continue;
        if (!m_forked.insert(std::minmax(arrived.number, other.number)).second)
            return;
        ++m_forks;
        if (isListedBefore(arrived, other, desk) != isListedBefore(arrived, other, at))
            ++m_contradictions;
        return;
    }
}

void ForkWatch::onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool)
{
    if (!entry.order.isValid())
        return;
    if (isLocal) {
        if (m_recent.size() == kKept) {
            const std::uint64_t oldest = m_recent.front().number;
            m_recent.pop_front();
            m_forked.erase(m_forked.lower_bound({ oldest, 0 }), m_forked.lower_bound({ oldest + 1, 0 }));
        }
        m_recent.push_back({ ++m_placed, entry.version, entry.seen, {} });
        m_recent.back().arrival.resize(m_regionCount, 0);
    }
    const auto found = std::find_if(m_recent.rbegin(), m_recent.rend(),
        [&](const Placed& placed) { return placed.version == entry.version; });
    if (found == m_recent.rend() || found->arrival[at.value] != 0)
        return; // too long ago, or a region that builds its copy anew
    found->arrival[at.value] = ++m_arrivals;
    for (const Placed& other : m_recent)
        compare(*found, other, at.value);
}

} // namespace sb
