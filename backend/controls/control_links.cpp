// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/controls/control_links.h"

#include <algorithm>

namespace sb {
namespace {

constexpr Duration kJitterFloor = 300us;
constexpr Duration kWorkMin = 5ms, kWorkMax = 20ms; // of whoever sends: a request is judged, or written down

} // namespace

ControlLinks::ControlLinks(Env& env, Network& network, std::function<bool(RegionId)> isDown)
    : m_network(network)
    , m_isDown(std::move(isDown))
    , m_rng(env.rng("control-links"))
{
    for (std::size_t i = 0; i < kClusterEndpoints; ++i) {
        const auto home = atlas().findRegion(kClusterHomes[i]);
        SB_ASSERT(home.has_value());
        m_homes[i] = *home;
        for (std::size_t r = 0; r < network.regionCount(); ++r) {
            const RegionId region { static_cast<std::uint8_t>(r) };
            if (network.atlasIndex(region) == *home)
                m_regions[i] = region;
        }
    }
}

RegionId ControlLinks::regionAt(ClusterPlace place) const
{
    if (place < kClusterEndpoints)
        return m_regions[place];
    return place == kConsole ? RegionId {} : RegionId { static_cast<std::uint8_t>(place - kConsole - 1) };
}

std::size_t ControlLinks::atlasAt(ClusterPlace place) const
{
    if (place < kClusterEndpoints)
        return m_homes[place];
    return m_network.atlasIndex(place == kConsole ? RegionId { 0 } : regionAt(place));
}

bool ControlLinks::isPlaceDown(ClusterPlace place) const
{
    const RegionId region = regionAt(place);
    return region.isValid() && m_isDown(region);
}

bool ControlLinks::isOut(std::size_t endpoint) const
{
    return isPlaceDown(static_cast<ClusterPlace>(endpoint));
}

bool ControlLinks::isCut(ClusterPlace from, ClusterPlace to) const
{
    if (isPlaceDown(from) || isPlaceDown(to))
        return true;
    const RegionId a = regionAt(from), b = regionAt(to);
    return a.isValid() && b.isValid() && a != b && m_network.link(a, b).isCut;
}

bool ControlLinks::isInReach(ClusterPlace from, std::size_t endpoint) const
{
    const auto to = static_cast<ClusterPlace>(endpoint);
    return !isCut(from, to) && !isCut(to, from);
}

std::optional<Duration> ControlLinks::send(ClusterPlace from, ClusterPlace to)
{
    if (isCut(from, to))
        return std::nullopt;
    const Duration base = atlas().regions[atlasAt(from)].roundTrip[atlasAt(to)] / 2;
    const RegionId a = regionAt(from), b = regionAt(to);
    Duration added = 0us;
    if (a.isValid() && b.isValid() && a != b)
        added = m_network.link(a, b).added;
    else if (b.isValid() && !a.isValid())
        added = m_network.userDelay(b, true);
    else if (a.isValid() && !b.isValid())
        added = m_network.userDelay(a, false);
    return base + added + m_rng.between(kWorkMin, kWorkMax) + m_rng.exponential(kJitterFloor + base / 50);
}

} // namespace sb
