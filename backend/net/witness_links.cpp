// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/net/witness_links.h"

#include <algorithm>

namespace sb {

WitnessLinks::WitnessLinks(Network& network)
    : m_network(network)
    , m_witness { static_cast<std::uint8_t>(network.regionCount()) }
{
    const std::vector<AtlasRegion>& places = atlas().regions;
    Duration least = Duration::max();
    for (std::size_t place = 0; place < places.size(); ++place) {
        Duration farthest = 0us;
        bool isTaken = false;
        for (std::size_t i = 0; i < network.regionCount(); ++i) {
            const std::size_t other = network.atlasIndex(RegionId { static_cast<std::uint8_t>(i) });
            isTaken = isTaken || other == place;
            farthest = std::max(farthest, places[place].roundTrip[other]);
        }
        if (isTaken || farthest >= least)
            continue;
        least = farthest;
        m_home = place;
    }
}

std::optional<Duration> WitnessLinks::send(RegionId from, RegionId to, std::size_t bytes)
{
    if (from == m_witness)
        return m_network.voter(m_home, to, true);
    if (to == m_witness)
        return m_network.voter(m_home, from, false);
    return m_network.send(from, to, bytes);
}

Duration WitnessLinks::roundTrip(RegionId a, RegionId b) const
{
    return atlas().regions[atlasOf(a)].roundTrip[atlasOf(b)];
}

} // namespace sb
