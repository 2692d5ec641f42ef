// SPDX-License-Identifier: GPL-3.0-or-later
// The limit of a region's work, and what cold caches cost.
#include "backend/region/cache_warmth.h"
#include "backend/region/work_pool.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

struct Tally {
    int taken = 0, refused = 0;
    Duration longest = 0us;
};

// `rateHz` units a second, evenly, for that long.
Tally offer(WorkPool& pool, Instant& now, int rateHz, Duration span)
{
    Tally tally;
    for (const Instant end = now + span; now < end; now += Duration { 1'000'000 / rateHz }) {
        const auto delay = pool.admit(now, WorkPool::kUnit);
        ++(delay ? tally.taken : tally.refused);
        tally.longest = std::max(tally.longest, delay.value_or(0us));
    }
    return tally;
}

TEST(WorkPool, IsNotNoticedBelowItsCapacity)
{
    WorkPool pool(1'000);
    Instant now = kStart;
    const Tally tally = offer(pool, now, 950, 60s);
    EXPECT_EQ(tally.refused, 0);
    EXPECT_EQ(tally.longest, 0us);
}

TEST(WorkPool, TakesABurstAtOnce)
{
    WorkPool pool(1'000);
    for (int i = 0; i < 250; ++i)
        EXPECT_EQ(pool.admit(kStart, WorkPool::kUnit), Duration { 0 });
    ASSERT_TRUE(pool.admit(kStart, WorkPool::kUnit));
    EXPECT_GT(pool.wait(kStart), 0us);
}

TEST(WorkPool, AnswersItsCapacityAndNoMoreWhenAskedForALittleMore)
{
    WorkPool pool(1'000);
    Instant now = kStart;
    (void)offer(pool, now, 1'100, 30s); // the burst and the queue are full
    const Tally tally = offer(pool, now, 1'100, 60s);
    // Of 1 100 offered, x are answered and the others cost a tenth of a unit each: x + (1 100 - x) / 10 = 1
    // 000.
    EXPECT_NEAR(tally.taken / 60.0, 988.9, 10);
    EXPECT_LE(tally.longest, 1s);
    EXPECT_GT(tally.longest, 900ms);
}

TEST(WorkPool, AnswersLessTheMoreItHasToRefuse)
{
    WorkPool pool(1'000);
    Instant now = kStart;
    (void)offer(pool, now, 4'000, 30s);
    const Tally tally = offer(pool, now, 4'000, 60s);
    EXPECT_LT(tally.taken / 60.0, 700.0); // x + (4 000 - x) / 10 = 1 000 gives 667
    EXPECT_GT(tally.taken / 60.0, 600.0);
}

TEST(WorkPool, IsEmptySoonAfterAStormHoweverLongItWas)
{
    WorkPool pool(1'000);
    Instant now = kStart;
    (void)offer(pool, now, 20'000, 120s);
    EXPECT_EQ(pool.wait(now + 2s), 0us);
    EXPECT_TRUE(pool.admit(now + 2s, WorkPool::kUnit));
}

TEST(CacheWarmth, StartsColdFillsByReadsAndIsForgotten)
{
    CacheWarmth caches(2, 1'000);
    EXPECT_EQ(caches.extraCost(0, kStart), CacheWarmth::kMissExtra);
    for (int i = 0; i < 1'000; ++i)
        caches.fill(0, kStart + 100ms);
    EXPECT_NEAR(caches.perMille(0, kStart + 100ms), 632, 2);
    EXPECT_NEAR(static_cast<double>(caches.extraCost(0, kStart + 100ms)), 0.368 * CacheWarmth::kMissExtra, 5);
    EXPECT_EQ(caches.perMille(1, kStart + 100ms), 0); // the other origin's are as cold as before
    EXPECT_NEAR(caches.perMille(0, kStart + 208s), 316, 4); // half after 208 s
    EXPECT_EQ(caches.perMille(0, kStart + 2h), 0);
    caches.setWarm(1);
    EXPECT_EQ(caches.extraCost(1, kStart + 100ms), 0);
    caches.clear();
    EXPECT_EQ(caches.perMille(1, kStart + 208s), 0);
}

TEST(CacheWarmth, AnOutlookFillsAsReadsDo)
{
    CacheWarmth caches(1, 2'000);
    std::int64_t ahead = 0;
    for (int second = 1; second <= 60; ++second) {
        const Instant at = kStart + Duration { second * 1'000'000 };
        for (int i = 0; i < 80; ++i)
            caches.fill(0, at);
        ahead = CacheWarmth::filled(CacheWarmth::decayed(ahead), 80'000, 2'000);
    }
    const auto share = static_cast<double>(ahead) / CacheWarmth::kFull * 1'000;
    EXPECT_NEAR(share, caches.perMille(0, kStart + 60s), 10);
}

} // namespace
} // namespace sb
