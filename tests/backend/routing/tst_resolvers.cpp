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
