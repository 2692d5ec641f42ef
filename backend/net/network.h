// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated wide-area network: one-way delays between regions (half of the measured round trip) and
// between cities and regions (great circle), with jitter, loss, bandwidth, and what faults do to them.
// Loss is that of a reliable transport: a lost segment arrives one retransmission later. A cut link delivers
// nothing. Thread: World thread.
// Invariants: (1) a delay is at least its base; (2) with no fault active every knob is at its default.
#pragma once

#include "backend/base/ids.h"
#include "backend/kernel/env.h"
#include "backend/net/atlas.h"
#include "backend/net/links.h"

#include <optional>
#include <vector>

namespace sb {

// What faults can set on one directed link. Defaults = healthy.
struct LinkCondition {
    bool isCut = false;
    Duration added = 0us;
    friend bool operator==(const LinkCondition&, const LinkCondition&) = default;
};

struct NetworkConfig {
    std::uint32_t lossPpm = 200; // of messages between users and regions
    std::uint32_t regionLossPpm = 20;
    std::int64_t linkBytesPerSecond = 125'000'000; // of each directed region link: 1 Gbit/s
};

class Network final : public Links {
public:
    // `regions` and `cities` are atlas indices; RegionId and CityId count their positions here.
    Network(Env& env, std::vector<std::size_t> regions, std::size_t cityCount, NetworkConfig config = {});

    // One-way delay of a message of `bytes` now; nullopt when the link is cut.
    [[nodiscard]] std::optional<Duration> send(RegionId from, RegionId to, std::size_t bytes) override;
    // One-way delay between a city and a region, either direction. Users reach a region over many paths:
    // region-to-region cuts do not touch it, latency faults of the whole region do.
    [[nodiscard]] Duration user(CityId city, RegionId region, bool isTowardsRegion);
    // One-way delay from any atlas region (a health checker's home) to a region, without cuts of ours.
    [[nodiscard]] Duration checker(std::size_t atlasRegion, RegionId region, bool isTowardsRegion);

    // The same between a voter's home and a region; where the home is also a region of this run, what cuts
    // or delays the link between the two does so here, too. nullopt: cut.
    [[nodiscard]] std::optional<Duration> voter(
        std::size_t atlasRegion, RegionId region, bool isTowardsRegion);

    [[nodiscard]] Duration roundTrip(RegionId a, RegionId b) const override; // without faults
    [[nodiscard]] Duration userRoundTrip(CityId city, RegionId region) const; // without faults
    [[nodiscard]] std::size_t regionCount() const { return m_regions.size(); }
    [[nodiscard]] std::size_t cityCount() const { return m_cityCount; }
    [[nodiscard]] std::size_t atlasIndex(RegionId region) const { return m_regions[region.value]; }

    // Faults. Setting the default is the reversal.
    void setLink(RegionId from, RegionId to, LinkCondition condition);
    [[nodiscard]] const LinkCondition& link(RegionId from, RegionId to) const
    {
        return m_links[index(from, to)];
    }
    // Delay added to everything between users (and checkers) and a region, one way.
    void setUserDelay(RegionId region, Duration added, bool isTowardsRegion);
    [[nodiscard]] Duration userDelay(RegionId region, bool isTowardsRegion) const
    {
        return (isTowardsRegion ? m_userDelayIn : m_userDelayOut)[region.value];
    }

private:
    [[nodiscard]] std::size_t index(RegionId from, RegionId to) const
    {
        return from.value * m_regions.size() + to.value;
    }
    [[nodiscard]] Duration jitter(Duration base);

    Env& m_env;
    NetworkConfig m_config;
    std::vector<std::size_t> m_regions;
    std::size_t m_cityCount;
    Rng m_rng;
    std::vector<LinkCondition> m_links;
    std::vector<Instant> m_linkBusyUntil;
    std::vector<Duration> m_userDelayIn, m_userDelayOut;
    std::vector<Duration> m_userRoundTrip; // city-major
};

} // namespace sb
