// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/kernel/world.h"
#include "backend/routing/edge_views.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace sb {
namespace {

constexpr RegionId kIreland { 0 }, kSingapore { 1 };

struct Edges {
    Edges()
    {
        log.listen([this](const Event& event) { events.push_back(event); });
    }
    void run(Duration duration) { world.runUntil(world.now() + duration); }
    // How many of the 300 cities believe the region healthy.
    std::size_t believers(RegionId region)
    {
        std::size_t count = 0;
        for (std::uint16_t city = 0; city < 300; ++city)
            count += views.seenFrom(CityId { city }).health[region.value].isHealthy ? 1 : 0;
        return count;
    }
    [[nodiscard]] std::size_t count(EventKind kind) const
    {
        return static_cast<std::size_t>(std::count_if(
            events.begin(), events.end(), [&](const Event& event) { return event.kind == kind; }));
    }

    World world { 1 };
    Network network { world, { *atlas().findRegion("eu-west-1"), *atlas().findRegion("ap-southeast-1") },
        300 };
    EventLog log { [this] { return EventLog::Stamp { world.now(), world.executed(), world.stateHash() }; } };
    std::vector<Event> events;
    std::vector<RegionHealth> health = std::vector<RegionHealth>(2);
    std::vector<RegionAdmission> admission = std::vector<RegionAdmission>(2);
    EdgeViews views { world, log, network, { "Ireland", "Singapore" }, health, admission };
};

TEST(EdgeViews, ACityAsksTheEdgeNearestToIt)
{
    Edges net;
    std::vector<std::size_t> cities(EdgeViews::kEdges, 0);
    for (std::size_t city = 0; city < 300; ++city) {
        const auto metres = [&](std::size_t edge) {
            const std::size_t home = *atlas().findRegion(EdgeViews::edgeName(edge));
            return greatCircleMetres(atlas().cities[city].place, atlas().regions[home].place);
        };
        const std::size_t own = net.views.edgeOf(CityId { static_cast<std::uint16_t>(city) });
        for (std::size_t edge = 0; edge < EdgeViews::kEdges; ++edge)
            EXPECT_LE(metres(own), metres(edge));
        ++cities[own];
    }
    EXPECT_GE(std::count_if(cities.begin(), cities.end(), [](std::size_t n) { return n > 10; }), 4);
}

TEST(EdgeViews, NewsReachesEveryEdgeAfterADelayOfItsOwn)
{
    Edges net;
    net.views.onHealth(kIreland, false, {});
    net.run(1s - 1us);
    EXPECT_EQ(net.believers(kIreland), 300U);
    net.run(1s);
    const std::size_t halfway = net.believers(kIreland);
    EXPECT_GT(halfway, 0U);
    EXPECT_LT(halfway, 300U); // some know, some do not
    net.run(1s + 1us);
    EXPECT_EQ(net.believers(kIreland), 0U);
    EXPECT_EQ(net.believers(kSingapore), 300U);
    EXPECT_EQ(net.count(EventKind::EdgesDisagree), 0U); // no longer than usual
}

TEST(EdgeViews, NewsOfOneRegionKeepsItsOrder)
{
    Edges net;
    for (int i = 0; i < 50; ++i) {
        net.views.onHealth(kIreland, i % 2 == 1, {});
        net.run(100ms);
    }
    net.run(3s);
    EXPECT_EQ(net.believers(kIreland), 300U);
}

TEST(EdgeViews, EdgesThatAreCutKeepTheirViewAndCatchUpAfterwards)
{
    Edges net;
    net.views.setCut(kIreland, true);
    EXPECT_TRUE(net.views.isCut(kIreland));
    net.views.onHealth(kIreland, false, {});
    net.admission[0].rampPerMille = 0;
    for (int i = 0; i < 60; ++i) {
        net.run(1s);
        (void)net.believers(kIreland);
    }
    std::size_t deceived = 0;
    for (std::uint16_t city = 0; city < 300; ++city) {
        const std::size_t edge = net.views.edgeOf(CityId { city });
        const EdgeViews::View view = net.views.seenFrom(CityId { city });
        EXPECT_EQ(view.health[0].isHealthy, net.views.isEdgeCut(edge));
        EXPECT_EQ(view.admission[0].rampPerMille, net.views.isEdgeCut(edge) ? 1000 : 0);
        EXPECT_EQ(net.views.isEdgeCut(edge), net.views.nearestRegion(edge) == kIreland);
        deceived += view.health[0].isHealthy ? 1 : 0;
    }
    EXPECT_GT(deceived, 20U);
    EXPECT_LT(deceived, 280U);
    EXPECT_EQ(net.count(EventKind::EdgesDisagree), 1U);
    EXPECT_EQ(net.count(EventKind::EdgesAgree), 0U);
    net.views.setCut(kIreland, false);
    EXPECT_EQ(net.believers(kIreland), deceived); // not at once
    net.run(3s + 1us);
    EXPECT_EQ(net.believers(kIreland), 0U);
    net.run(1s);
    (void)net.believers(kIreland);
    EXPECT_EQ(net.count(EventKind::EdgesDisagree), 1U);
    EXPECT_EQ(net.count(EventKind::EdgesAgree), 1U);
}

TEST(EdgeViews, ACutWithoutNewsChangesNothing)
{
    Edges net;
    net.views.setCut(kSingapore, true);
    net.run(60s);
    EXPECT_EQ(net.believers(kIreland), 300U);
    EXPECT_EQ(net.believers(kSingapore), 300U);
    net.views.setCut(kSingapore, false);
    net.run(10s);
    EXPECT_EQ(net.believers(kSingapore), 300U);
    EXPECT_TRUE(net.events.empty());
}

TEST(EdgeViews, AVersionOfTheZoneReachesEveryEdgeWithinAMinute)
{
    Edges net;
    EXPECT_EQ(net.views.publishZone("dial", "less for Ireland", Actor::Operator, {}), 1U);
    EXPECT_EQ(net.count(EventKind::ZoneChanged), 1U);
    std::size_t partly = 0;
    for (int second = 0; second < 60; ++second) {
        std::size_t have = 0;
        for (std::uint16_t city = 0; city < 300; ++city)
            have += net.views.zoneVersion(CityId { city });
        partly += have > 0 && have < 300 ? 1 : 0;
        net.run(1s);
        net.views.poll();
    }
    EXPECT_GT(partly, 5U);
    net.run(1us);
    net.views.poll();
    EXPECT_EQ(net.views.oldestZoneVersion(), 1U);
    EXPECT_EQ(net.count(EventKind::ZoneInSync), 1U);
}

TEST(EdgeViews, AnEdgeThatIsCutKeepsItsZoneUntilItCatchesUp)
{
    Edges net;
    net.views.setCut(kIreland, true);
    (void)net.views.publishZone("dial", "less for Ireland", Actor::Operator, {});
    net.run(10min);
    net.views.poll();
    EXPECT_EQ(net.views.oldestZoneVersion(), 0U);
    EXPECT_EQ(net.count(EventKind::ZoneInSync), 0U);
    net.views.setCut(kIreland, false);
    net.run(3s + 1us);
    net.views.poll();
    EXPECT_EQ(net.views.oldestZoneVersion(), 1U);
    EXPECT_EQ(net.count(EventKind::ZoneInSync), 1U);
}

} // namespace
} // namespace sb
