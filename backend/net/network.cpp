// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/net/network.h"

#include <algorithm>

namespace sb {
namespace {

constexpr Duration kRetransmissionMin = 200ms; // of a lost segment, plus one round trip's worth
constexpr Duration kJitterFloor = 300us;

} // namespace

Network::Network(Env& env, std::vector<std::size_t> regions, std::size_t cityCount, NetworkConfig config)
    : m_env(env)
    , m_config(config)
    , m_regions(std::move(regions))
    , m_cityCount(cityCount)
    , m_rng(env.rng("network", 0))
    , m_links(m_regions.size() * m_regions.size())
    , m_linkBusyUntil(m_links.size(), kStart)
    , m_userDelayIn(m_regions.size(), 0us)
    , m_userDelayOut(m_regions.size(), 0us)
{
    const Atlas& places = atlas();
    SB_ASSERT(cityCount <= places.cities.size());
    for (std::size_t city = 0; city < cityCount; ++city)
        for (const std::size_t region : m_regions)
            m_userRoundTrip.push_back(sb::userRoundTrip(
                greatCircleMetres(places.cities[city].place, places.regions[region].place)));
}

Duration Network::jitter(Duration base)
{
    // A few per cent of the path, with the long tail that shared links have.
    return m_rng.exponential(kJitterFloor + base / 50);
}

std::optional<Duration> Network::send(RegionId from, RegionId to, std::size_t bytes)
{
    const std::size_t link = index(from, to);
    if (m_links[link].isCut)
        return std::nullopt;
    const Duration transmission { static_cast<std::int64_t>(bytes) * 1'000'000
        / m_config.linkBytesPerSecond };
    m_linkBusyUntil[link] = std::max(m_linkBusyUntil[link], m_env.now()) + transmission;
    const Duration base = roundTrip(from, to) / 2 + m_links[link].added;
    Duration delay = (m_linkBusyUntil[link] - m_env.now()) + base + jitter(base);
    if (m_rng.chance(m_config.regionLossPpm))
        delay += kRetransmissionMin + 2 * base;
    return delay;
}

Duration Network::user(CityId city, RegionId region, bool isTowardsRegion)
{
    const Duration base = userRoundTrip(city, region) / 2 + userDelay(region, isTowardsRegion);
    Duration delay = base + jitter(base);
    if (m_rng.chance(m_config.lossPpm))
        delay += kRetransmissionMin + 2 * base;
    return delay;
}

Duration Network::checker(std::size_t atlasRegion, RegionId region, bool isTowardsRegion)
{
    const Duration base = atlas().regions[atlasRegion].roundTrip[m_regions[region.value]] / 2
        + userDelay(region, isTowardsRegion);
    return base + jitter(base);
}

std::optional<Duration> Network::voter(std::size_t atlasRegion, RegionId region, bool isTowardsRegion)
{
    Duration added = 0us;
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        const RegionId home { static_cast<std::uint8_t>(i) };
        if (m_regions[i] != atlasRegion || home == region)
            continue;
        const LinkCondition& condition = isTowardsRegion ? link(home, region) : link(region, home);
        if (condition.isCut)
            return std::nullopt;
        // A fault of the whole region delays its links and its users' paths: once is enough.
        added = std::max<Duration>(0us, condition.added - userDelay(region, isTowardsRegion));
    }
    return added + checker(atlasRegion, region, isTowardsRegion);
}

Duration Network::roundTrip(RegionId a, RegionId b) const
{
    return atlas().regions[m_regions[a.value]].roundTrip[m_regions[b.value]];
}

Duration Network::userRoundTrip(CityId city, RegionId region) const
{
    return m_userRoundTrip[city.value * m_regions.size() + region.value];
}

void Network::setLink(RegionId from, RegionId to, LinkCondition condition)
{
    m_links[index(from, to)] = condition;
    m_env.mix((std::uint64_t { from.value } << 32) ^ (std::uint64_t { to.value } << 40)
        ^ (condition.isCut ? 1U : 0U) ^ static_cast<std::uint64_t>(condition.added.count()) << 1);
}

void Network::setUserDelay(RegionId region, Duration added, bool isTowardsRegion)
{
    (isTowardsRegion ? m_userDelayIn : m_userDelayOut)[region.value] = added;
    m_env.mix((std::uint64_t { region.value } << 48) ^ static_cast<std::uint64_t>(added.count())
        ^ (isTowardsRegion ? 1ULL << 63 : 0));
}

} // namespace sb
