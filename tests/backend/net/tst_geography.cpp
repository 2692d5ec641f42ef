// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/rng.h"
#include "backend/net/atlas.h"
#include "tests/backend/support/seeds.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace sb {
namespace {

// Vincenty's formula for a sphere in floating point: the oracle.
double reference(GeoPoint a, GeoPoint b)
{
    constexpr double kRadian = std::numbers::pi / 180 / 1e4;
    const double latA = a.latitudeE4 * kRadian, latB = b.latitudeE4 * kRadian;
    const double delta = (b.longitudeE4 - a.longitudeE4) * kRadian;
    const double p = std::cos(latB) * std::sin(delta);
    const double q = std::cos(latA) * std::sin(latB) - std::sin(latA) * std::cos(latB) * std::cos(delta);
    const double cosine = std::sin(latA) * std::sin(latB) + std::cos(latA) * std::cos(latB) * std::cos(delta);
    return 6'371'000 * std::atan2(std::hypot(p, q), cosine);
}

void expectRight(GeoPoint a, GeoPoint b)
{
    const double expected = reference(a, b);
    const auto found = static_cast<double>(greatCircleMetres(a, b));
    EXPECT_NEAR(found, expected, expected * 0.001 + 2)
        << a.latitudeE4 << ',' << a.longitudeE4 << " to " << b.latitudeE4 << ',' << b.longitudeE4;
}

constexpr GeoPoint kDublin { 533'498, -62'603 };
constexpr GeoPoint kSingapore { 12'897, 1'038'501 };
constexpr GeoPoint kTokyo { 356'895, 1'396'917 };
constexpr GeoPoint kSanFrancisco { 377'749, -1'224'194 };

TEST(Geography, KnowsDistancesBetweenRealCities)
{
    EXPECT_NEAR(static_cast<double>(greatCircleMetres(kDublin, kSingapore)), 11'190'000, 30'000);
    EXPECT_NEAR(static_cast<double>(greatCircleMetres(kTokyo, kSanFrancisco)), 8'270'000, 30'000);
    expectRight(kDublin, kSingapore);
    expectRight(kTokyo, kSanFrancisco); // across the date line
}

TEST(Geography, IsRightBetweenAnyTwoPoints)
{
    for (const std::uint64_t seed : test::seeds(20)) {
        SCOPED_TRACE(test::replayHint(seed));
        Rng rng(seed);
        const auto point = [&] {
            return GeoPoint { static_cast<std::int32_t>(rng.between(-900'000, 900'000)),
                static_cast<std::int32_t>(rng.between(-1'800'000, 1'800'000)) };
        };
        for (int i = 0; i < 2'000; ++i) {
            const GeoPoint a = point();
            expectRight(a, point());
            GeoPoint near = a; // within some kilometres
            near.latitudeE4 = std::clamp(
                near.latitudeE4 + static_cast<std::int32_t>(rng.between(-500, 500)), -900'000, 900'000);
            near.longitudeE4 += static_cast<std::int32_t>(rng.between(-500, 500));
            expectRight(a, near);
        }
    }
}

TEST(Geography, ThePointItselfIsNoDistanceAway)
{
    for (const GeoPoint point : { kDublin, kSingapore, GeoPoint { 0, 0 }, GeoPoint { 900'000, 0 },
             GeoPoint { -900'000, 1'234'567 }, GeoPoint { 0, 1'800'000 } })
        EXPECT_LE(greatCircleMetres(point, point), 1);
    EXPECT_LE(greatCircleMetres({ 100, 1'800'000 }, { 100, -1'800'000 }), 1); // one meridian, two names
    EXPECT_LE(greatCircleMetres({ 900'000, 0 }, { 900'000, 900'000 }), 1); // the pole has every longitude
}

TEST(Geography, AntipodesAreHalfAWayRound)
{
    const double half = std::numbers::pi * 6'371'000;
    const std::pair<GeoPoint, GeoPoint> pairs[]
        = { { { 900'000, 0 }, { -900'000, 0 } }, { { 0, 0 }, { 0, 1'800'000 } },
              { { 0, -900'000 }, { 0, 900'000 } }, { kDublin, { -533'498, 1'737'397 } } };
    for (const auto& [a, b] : pairs)
        EXPECT_NEAR(static_cast<double>(greatCircleMetres(a, b)), half, half * 0.001);
}

TEST(Geography, TheDateLineIsNoBarrier)
{
    expectRight({ 0, 1'799'000 }, { 0, -1'799'000 });
    EXPECT_LT(greatCircleMetres({ 0, 1'799'000 }, { 0, -1'799'000 }), 23'000);
}

TEST(Geography, DistanceIsTheSameBothWays)
{
    for (const AtlasCity& city : atlas().cities) {
        const std::int64_t there = greatCircleMetres(city.place, kDublin);
        EXPECT_NEAR(
            static_cast<double>(there), static_cast<double>(greatCircleMetres(kDublin, city.place)), 2);
    }
}

TEST(Geography, AUsersRoundTripGrowsWithTheDistance)
{
    EXPECT_EQ(userRoundTrip(0), 9ms);
    EXPECT_EQ(userRoundTrip(1'000'000), 24ms); // 15 us a kilometre and the access network
    EXPECT_EQ(userRoundTrip(20'000'000), 309ms);
}

} // namespace
} // namespace sb
