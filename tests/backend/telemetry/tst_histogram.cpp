// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/rng.h"
#include "backend/telemetry/histogram.h"
#include "tests/backend/support/seeds.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace sb {
namespace {

// The sample of the given rank among the sorted ones.
Duration exactQuantile(std::vector<Duration>& samples, int perMille)
{
    std::sort(samples.begin(), samples.end());
    const std::size_t rank = (samples.size() * static_cast<std::size_t>(perMille) + 999) / 1000;
    return samples[rank == 0 ? 0 : rank - 1];
}

Duration randomLatency(Rng& rng)
{
    return Duration { static_cast<std::int64_t>(rng.below(std::uint64_t { 1 } << rng.between(0, 35))) };
}

TEST(Histogram, QuantilesAreRightWithinAnEighth)
{
    for (const std::uint64_t seed : test::seeds(100)) {
        SCOPED_TRACE(test::replayHint(seed));
        Rng rng(seed);
        Histogram histogram;
        std::vector<Duration> samples;
        for (std::uint64_t i = 1 + rng.below(2'000); i > 0; --i) {
            samples.push_back(randomLatency(rng));
            histogram.add(samples.back());
        }
        ASSERT_EQ(histogram.total(), samples.size());
        for (const int perMille : { 0, 1, 250, 500, 900, 950, 990, 999, 1000 }) {
            const Duration exact = exactQuantile(samples, perMille);
            const Duration found = histogram.quantile(perMille);
            ASSERT_GE(found, exact) << perMille;
            ASSERT_LE(found - exact, exact / 8 + 1us) << perMille;
        }
    }
}

TEST(Histogram, EveryValueLandsInABucketThatHoldsIt)
{
    for (int bit = 0; bit < 35; ++bit) {
        for (const std::int64_t offset : { -1, 0, 1 }) {
            const Duration value { std::max<std::int64_t>(0, (std::int64_t { 1 } << bit) + offset) };
            Histogram histogram;
            histogram.add(value);
            EXPECT_GE(histogram.quantile(500), value);
            EXPECT_LE(histogram.quantile(500), value + value / 8 + 1us);
        }
    }
}

TEST(Histogram, TakesWhatIsOutOfRangeAtTheEnds)
{
    Histogram histogram;
    histogram.add(-5s);
    EXPECT_EQ(histogram.quantile(1000), 0us);
    histogram.add(240h);
    EXPECT_EQ(histogram.total(), 2U);
    EXPECT_EQ(micros(histogram.quantile(1000)), std::int64_t { 1 } << 35);
}

TEST(Histogram, AnEmptyOneAnswersZero)
{
    Histogram histogram;
    EXPECT_EQ(histogram.quantile(990), 0us);
    histogram.add(5ms);
    histogram.clear();
    EXPECT_EQ(histogram.total(), 0U);
    EXPECT_EQ(histogram.quantile(990), 0us);
}

TEST(Histogram, MergingEqualsAddingAll)
{
    Rng rng(1);
    Histogram a, b, all;
    for (int i = 0; i < 1'000; ++i) {
        const Duration value = randomLatency(rng);
        (i % 3 == 0 ? a : b).add(value);
        all.add(value);
    }
    a.merge(b);
    EXPECT_EQ(a.total(), all.total());
    for (int perMille = 0; perMille <= 1000; ++perMille)
        ASSERT_EQ(a.quantile(perMille), all.quantile(perMille));
}

} // namespace
} // namespace sb
