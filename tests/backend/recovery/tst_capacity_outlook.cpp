// SPDX-License-Identifier: GPL-3.0-or-later
// What a move of traffic does to those who receive it, as a pure function.
#include "backend/recovery/capacity_outlook.h"

#include "backend/region/cache_warmth.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

constexpr RegionId kA { 0 }, kB { 1 };

// A serves 400/s of its own, B 300/s; both of them can do `capacityHz`.
CapacityPicture twoRegions(std::int64_t capacityHz, bool movesToB)
{
    CapacityPicture picture;
    picture.places = { { capacityHz, true, { CacheWarmth::kFull, 0 } },
        { capacityHz, true, { 0, CacheWarmth::kFull } } };
    picture.streams = { { kA, movesToB ? kB : kA, 0, 400'000, 0 }, { kB, kB, 1, 300'000, 0 } };
    picture.ignorersPercent = 0;
    return picture;
}

TEST(CapacityOutlook, WithoutAMoveEverythingStaysAsItIs)
{
    const CapacityOutlook outlook = lookAhead(twoRegions(1'000, false));
    EXPECT_EQ(outlook.places[0].nowPerMille, 400);
    EXPECT_NEAR(outlook.places[0].peakPerMille, 415, 16); // caches settle at a little below full
    EXPECT_EQ(outlook.places[1].fullIn, Duration::max());
}

TEST(CapacityOutlook, AnAmpleSurvivorIsNeverFull)
{
    const CapacityOutlook outlook = lookAhead(twoRegions(2'000, true));
    EXPECT_EQ(outlook.places[0].endPerMille, 0);
    EXPECT_NEAR(outlook.places[1].endPerMille, 365, 20);
    EXPECT_EQ(outlook.places[1].fullIn, Duration::max());
}

TEST(CapacityOutlook, TheSurvivorIsFullWhenSoMuchHasMoved)
{
    const CapacityOutlook outlook = lookAhead(twoRegions(650, true));
    const CapacityOutlook::Place& survivor = outlook.places[1];
    EXPECT_EQ(survivor.nowPerMille, 461);
    EXPECT_GT(survivor.peakPerMille, 1'076); // the flows alone
    ASSERT_NE(survivor.fullIn, Duration::max());
    EXPECT_GT(survivor.fullIn, 15s);
    EXPECT_LT(survivor.fullIn, 90s);
}

TEST(CapacityOutlook, ColdCachesFillTheSurvivorEarlierAndHigher)
{
    CapacityPicture unknown = twoRegions(650, true);
    unknown.ttl = 5s;
    unknown.places[0].isAnswering = false; // they all come at once
    CapacityPicture known = unknown;
    known.places[1].warmth = { CacheWarmth::kFull, CacheWarmth::kFull };
    const CapacityOutlook::Place cold = lookAhead(unknown).places[1];
    const CapacityOutlook::Place warm = lookAhead(known).places[1];
    EXPECT_LT(cold.fullIn, warm.fullIn);
    EXPECT_GT(cold.peakPerMille, warm.peakPerMille + 100);
    EXPECT_NEAR(cold.endPerMille, warm.endPerMille, 10);
}

TEST(CapacityOutlook, ADeadRegionsCustomersComeSoonerAndALongerTtlBringsThemLater)
{
    CapacityPicture dead = twoRegions(650, true);
    dead.places[0].isAnswering = false;
    CapacityPicture slow = twoRegions(650, true);
    slow.ttl = 5min;
    const Duration alive = lookAhead(twoRegions(650, true)).places[1].fullIn;
    EXPECT_LT(lookAhead(dead).places[1].fullIn, alive);
    EXPECT_GT(lookAhead(slow).places[1].fullIn, alive);
    EXPECT_EQ(lookAhead(dead).places[0].nowPerMille, 0);
}

TEST(CapacityOutlook, StragglersStay)
{
    CapacityPicture picture = twoRegions(1'000, true);
    picture.ignorersPercent = 50;
    EXPECT_NEAR(lookAhead(picture).places[0].endPerMille, 205, 16);
}

TEST(CapacityOutlook, GrowingDemandFillsWithoutAnyMove)
{
    CapacityPicture picture = twoRegions(500, false);
    picture.streams[0].trendPerMille = 100; // 800 per mille now: full after two minutes and a half
    const CapacityOutlook::Place place = lookAhead(picture).places[0];
    EXPECT_GT(place.fullIn, 110s);
    EXPECT_LT(place.fullIn, 160s);
    EXPECT_EQ(lookAhead(picture).places[1].fullIn, Duration::max());
}

} // namespace
} // namespace sb
