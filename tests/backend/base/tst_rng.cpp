// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/hash.h"
#include "backend/base/rng.h"

#include <array>
#include <cmath>
#include <gtest/gtest.h>

namespace sb {
namespace {

template<std::size_t N, typename Draw> std::vector<std::int64_t> drawn(Rng rng, Draw draw)
{
    std::vector<std::int64_t> values;
    for (std::size_t i = 0; i < N; ++i)
        values.push_back(static_cast<std::int64_t>(draw(rng)));
    return values;
}

// The expected figures come from a second implementation in another language: they hold on every platform.
TEST(Rng, DrawsTheSameNumbersEverywhere)
{
    Rng rng(7);
    EXPECT_EQ(rng.next(), 0xB358FAF74EF9765AULL);
    EXPECT_EQ(rng.next(), 0x475C3D964F482CD2ULL);
    EXPECT_EQ(rng.next(), 0xD6F1D349952C7996ULL);
    EXPECT_EQ(rng.next(), 0xFB2938731E807240ULL);
}

TEST(Rng, BoundedDrawsAreTheSameEverywhere)
{
    const std::vector<std::int64_t> expected { 700, 278, 839, 981, 990, 872, 60, 104, 403, 151, 541, 731 };
    EXPECT_EQ(drawn<12>(Rng(7), [](Rng& rng) { return rng.below(1000); }), expected);
}

TEST(Rng, ExponentialDrawsAreTheSameEverywhere)
{
    const std::vector<std::int64_t> expected { 1'205'886, 326'766, 1'830'245, 3'968'750, 4'696'395, 2'061'782,
        62'667, 110'275 };
    EXPECT_EQ(drawn<8>(Rng(7), [](Rng& rng) { return rng.exponential(1s).count(); }), expected);
}

TEST(Rng, HashesAreTheSameEverywhere)
{
    EXPECT_EQ(hashCombine(1, 2), 0x3B6576E819A57104ULL);
    EXPECT_EQ(hashBytes(""), 0x2D06800538D394C2ULL); // the published XXH3 of nothing
}

TEST(Rng, AForkDoesNotDependOnDrawsMadeBefore)
{
    Rng fresh(7);
    Rng used(7);
    for (int i = 0; i < 100; ++i)
        (void)used.next();
    Rng a = fresh.fork("network", 3);
    Rng b = used.fork("network", 3);
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(a.next(), b.next());
}

TEST(Rng, DrawingFromAForkDoesNotShiftItsParent)
{
    Rng a(7), b(7);
    Rng fork = a.fork("network");
    for (int i = 0; i < 100; ++i)
        (void)fork.next();
    EXPECT_EQ(a.next(), b.next());
}

TEST(Rng, ForksOfAnotherNameIndexOrSeedDiffer)
{
    const std::uint64_t base = Rng(7).fork("network", 0).next();
    EXPECT_NE(Rng(7).fork("network", 1).next(), base);
    EXPECT_NE(Rng(7).fork("shoppers", 0).next(), base);
    EXPECT_NE(Rng(8).fork("network", 0).next(), base);
}

TEST(Rng, BelowStaysBelowAndReachesBothEnds)
{
    Rng rng(1);
    std::array<int, 7> seen {};
    for (int i = 0; i < 70'000; ++i)
        ++seen[rng.below(7)];
    for (const int count : seen)
        EXPECT_NEAR(count, 10'000, 500);
    EXPECT_EQ(rng.below(0), 0U);
    EXPECT_EQ(rng.below(1), 0U);
}

TEST(Rng, BetweenIncludesBothEnds)
{
    Rng rng(1);
    bool low = false, high = false;
    for (int i = 0; i < 1'000; ++i) {
        const std::int64_t value = rng.between(-2, 2);
        ASSERT_GE(value, -2);
        ASSERT_LE(value, 2);
        low = low || value == -2;
        high = high || value == 2;
    }
    EXPECT_TRUE(low && high);
    EXPECT_EQ(rng.between(5s, 5s), 5s);
}

TEST(Rng, ChanceHappensAsOftenAsAsked)
{
    Rng rng(1);
    int hits = 0;
    for (int i = 0; i < 200'000; ++i) {
        hits += rng.chance(250'000) ? 1 : 0;
        EXPECT_FALSE(rng.chance(0));
        EXPECT_TRUE(rng.chance(1'000'000));
    }
    EXPECT_NEAR(hits, 50'000, 1'000);
}

TEST(Rng, ExponentialHasItsMeanAndItsShape)
{
    for (const Duration mean : { Duration { 300us }, Duration { 20ms }, Duration { 60s } }) {
        Rng rng(1);
        constexpr int kDraws = 400'000;
        std::int64_t sum = 0;
        int aboveMean = 0, aboveThree = 0;
        for (int i = 0; i < kDraws; ++i) {
            const Duration draw = rng.exponential(mean);
            ASSERT_GE(draw, 0us);
            ASSERT_LE(draw, mean * 1110 / 100); // 16 ln 2 means
            sum += draw.count();
            aboveMean += draw > mean ? 1 : 0;
            aboveThree += draw > 3 * mean ? 1 : 0;
        }
        EXPECT_NEAR(
            static_cast<double>(sum) / kDraws, static_cast<double>(mean.count()), mean.count() * 0.02);
        EXPECT_NEAR(aboveMean, kDraws * std::exp(-1.0), kDraws * 0.005);
        EXPECT_NEAR(aboveThree, kDraws * std::exp(-3.0), kDraws * 0.002);
    }
    Rng rng(1);
    EXPECT_EQ(rng.exponential(0us), 0us);
}

TEST(WeightedChoice, DrawsInProportionToTheWeights)
{
    const std::vector<std::uint64_t> weights { 5, 0, 1, 94, 0 };
    const WeightedChoice choice(weights);
    EXPECT_EQ(choice.total(), 100U);
    Rng rng(1);
    std::array<int, 5> seen {};
    for (int i = 0; i < 100'000; ++i)
        ++seen[choice.draw(rng)];
    for (std::size_t i = 0; i < seen.size(); ++i)
        EXPECT_NEAR(seen[i], static_cast<double>(weights[i]) * 1'000, 300) << "index " << i;
    EXPECT_EQ(seen[1], 0);
    EXPECT_EQ(seen[4], 0);
}

TEST(WeightedChoice, WithoutWeightsHasATotalOfNothing)
{
    EXPECT_EQ(WeightedChoice().total(), 0U);
    EXPECT_EQ(WeightedChoice({ 0, 0 }).total(), 0U);
}

} // namespace
} // namespace sb
