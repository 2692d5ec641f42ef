// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/kernel/world.h"
#include "backend/routing/resolvers.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

constexpr std::size_t kCities = 300;

struct Internet {
    Internet()
    {
        resolvers.onDecision([this](const RecordedDecision& record) { decisions.push_back(record); });
    }
    void run(Duration duration) { world.runUntil(world.now() + duration); }
    [[nodiscard]] static RegionId other(RegionId region)
    {
        return RegionId { region.value == 0 ? std::uint8_t { 1 } : std::uint8_t { 0 } };
    }

    World world { 1 };
    Network network { world, { *atlas().findRegion("eu-west-1"), *atlas().findRegion("ap-southeast-1") },
        kCities };
    std::vector<RegionHealth> health = std::vector<RegionHealth>(2);
    std::vector<RegionAdmission> admission = std::vector<RegionAdmission>(2);
    Resolvers resolvers { world, network,
        ownRunZone(PolicyKind::Latency, { "eu-west-1", "ap-southeast-1" }, 60s), health, admission };
    std::vector<RecordedDecision> decisions;
};

TEST(Resolvers, ACityIsSentToItsNearerRegion)
{
    Internet net;
    for (std::uint16_t c = 0; c < kCities; ++c) {
        const RegionId answer = net.resolvers.answer(CityId { c }, false);
        EXPECT_LE(net.network.userRoundTrip(CityId { c }, answer),
            net.network.userRoundTrip(CityId { c }, Internet::other(answer)));
        EXPECT_EQ(net.resolvers.wouldAnswer(CityId { c }), answer);
    }
    EXPECT_EQ(net.decisions.size(), kCities);
}

TEST(Resolvers, AnAnswerIsKeptForItsTimeToLiveAndNoLonger)
{
    Internet net;
    const CityId city { 0 };
    const RegionId first = net.resolvers.answer(city, false);
    net.health[first.value].isHealthy = false;
    net.run(59'999'999us);
    EXPECT_EQ(net.resolvers.answer(city, false), first); // stale, and so it is in life
    EXPECT_EQ(net.resolvers.wouldAnswer(city), Internet::other(first));
    EXPECT_EQ(net.decisions.size(), 1U);
    net.run(1us);
    EXPECT_EQ(net.resolvers.answer(city, false), Internet::other(first));
    ASSERT_EQ(net.decisions.size(), 2U);
    EXPECT_EQ(net.decisions[1].previous, first);
    EXPECT_EQ(net.decisions[1].number, 2U);
    EXPECT_EQ(net.decisions[1].at, kStart + 60s);
    EXPECT_EQ(net.decisions[1].decision.answer, Internet::other(first));
    EXPECT_FALSE(net.decisions[0].previous.isValid());
}

TEST(Resolvers, OneThatIgnoresTheTimeToLiveKeepsItsAnswerHalfAnHour)
{
    Internet net;
    const CityId city { 0 };
    const RegionId first = net.resolvers.answer(city, true);
    EXPECT_EQ(net.resolvers.answer(city, false), first); // its neighbour has a cache of its own
    EXPECT_EQ(net.decisions.size(), 2U);
    net.health[first.value].isHealthy = false;
    net.run(30min - 1us);
    EXPECT_EQ(net.resolvers.answer(city, true), first);
    EXPECT_EQ(net.resolvers.answer(city, false), Internet::other(first));
    net.run(1us);
    EXPECT_EQ(net.resolvers.answer(city, true), Internet::other(first));
    EXPECT_TRUE(net.decisions.back().isTtlIgnorer);
}

TEST(Resolvers, CountsLiveAnswersByRegion)
{
    Internet net;
    EXPECT_EQ(net.resolvers.liveAnswers(), (std::vector<std::uint64_t> { 0, 0 }));
    for (std::uint16_t c = 0; c < kCities; ++c) {
        (void)net.resolvers.answer(CityId { c }, false);
        (void)net.resolvers.answer(CityId { c }, true); // not counted: they say nothing about the zone
    }
    const auto live = net.resolvers.liveAnswers();
    EXPECT_EQ(live[0] + live[1], kCities);
    EXPECT_GT(live[0], 50U);
    EXPECT_GT(live[1], 50U);
    net.run(60s);
    EXPECT_EQ(net.resolvers.liveAnswers(), (std::vector<std::uint64_t> { 0, 0 }));
}

TEST(Resolvers, ARampTakesInItsShareOfTheCities)
{
    for (const int perMille : { 0, 10, 100, 500, 1000 }) {
        Internet net;
        net.health[1].isHealthy = true;
        std::uint64_t natural = 0, admitted = 0;
        for (std::uint16_t c = 0; c < kCities; ++c)
            natural += net.resolvers.wouldAnswer(CityId { c }) == RegionId { 0 } ? 1 : 0;
        net.admission[0].rampPerMille = perMille;
        for (std::uint16_t c = 0; c < kCities; ++c)
            admitted += net.resolvers.wouldAnswer(CityId { c }) == RegionId { 0 } ? 1 : 0;
        const double expected = static_cast<double>(natural) * perMille / 1000;
        EXPECT_NEAR(static_cast<double>(admitted), expected, 15);
    }
}

TEST(Resolvers, ARegionWhoseControlIsOffIsAnsweredNoMore)
{
    Internet net;
    const RegionId first = net.resolvers.wouldAnswer(CityId { 0 });
    net.resolvers.setControl(first, false);
    EXPECT_EQ(net.resolvers.wouldAnswer(CityId { 0 }), Internet::other(first));
    net.resolvers.setControl(first, true);
    EXPECT_EQ(net.resolvers.wouldAnswer(CityId { 0 }), first);
}

TEST(Resolvers, ANewVersionOfTheZoneIsInForceAtEachEdgeOnceItHasArrived)
{
    Internet net;
    EventLog log { [&] { return EventLog::Stamp { net.world.now(), 0, 0 }; } };
    EdgeViews edges { net.world, log, net.network, { "Ireland", "Singapore" }, net.health, net.admission };
    net.resolvers.setEdges(edges);
    net.resolvers.setControl(RegionId { 1 }, false);
    const auto answers = [&] {
        std::size_t count = 0;
        for (std::uint16_t c = 0; c < kCities; ++c)
            count += net.resolvers.wouldAnswer(CityId { c }) == RegionId { 1 } ? 1 : 0;
        return count;
    };
    EXPECT_EQ(answers(), 0U);
    net.resolvers.publish(ownRunZone(PolicyKind::Simple, { "eu-west-1", "ap-southeast-1" }, 60s), "policy",
        "all addresses for everybody", Actor::Operator, {});
    EXPECT_EQ(net.resolvers.zone().zone->checks().size(), 0U);
    EXPECT_EQ(answers(), 0U); // nowhere yet
    net.run(60s);
    EXPECT_GT(answers(), 50U); // the new one knows no controls
    net.resolvers.publish(ownRunZone(PolicyKind::Latency, { "eu-west-1", "ap-southeast-1" }, 60s), "policy",
        "back again", Actor::Operator, {});
    net.run(60s);
    EXPECT_EQ(answers(), 0U); // the control stands as it was set
}

TEST(Resolvers, KeepsEachDecisionsExplanation)
{
    Internet net;
    (void)net.resolvers.answer(CityId { 0 }, false);
    const RecordedDecision& record = net.resolvers.decisions().back();
    ASSERT_NE(Resolvers::explanationOf(record), nullptr);
    EXPECT_NE(Resolvers::explanationOf(record)->find("api.bookstore.example. A, latency"), std::string::npos);
    EXPECT_EQ(Resolvers::explanationOf(record), Resolvers::explanationOf(record)); // written once
}

TEST(Resolvers, KeepsTheLastDecisionsOnly)
{
    Internet net;
    for (int round = 0; round < 3; ++round) {
        for (std::uint16_t c = 0; c < kCities; ++c)
            (void)net.resolvers.answer(CityId { c }, false);
        net.run(60s);
    }
    EXPECT_EQ(net.resolvers.decisions().size(), 256U);
    EXPECT_EQ(net.resolvers.decisions().back().number, 3 * kCities);
}

} // namespace
} // namespace sb
