// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/loss_estimate.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

LogEntry entryAt(Duration at, std::uint64_t seq, std::uint32_t incarnation = 1)
{
    LogEntry entry;
    entry.version = { Hlc { 1 }, RegionId { 0 }, incarnation, seq };
    entry.committedAt = kStart + at;
    return entry;
}

TEST(LossEstimate, theMostIsTheMeanAndTwoDeviationsRoundedUp)
{
    EXPECT_EQ(LossEstimator::mostOf(100, 10s, 1s), 17U); // 10 + 2 x 3.16
    EXPECT_EQ(LossEstimator::mostOf(1, 10s, 100ms), 1U);
    EXPECT_EQ(LossEstimator::mostOf(0, 10s, 1s), 0U);
    EXPECT_EQ(LossEstimator::mostOf(100, 10s, 0us), 0U);
    EXPECT_EQ(LossEstimator::mostOf(100, 0us, 1s), 0U);
}

TEST(LossEstimate, theSurvivorThatHoldsMostReckonsFromItsLastEntryAndTheRateOfTenSeconds)
{
    LossEstimator estimator(3);
    for (std::uint64_t seq = 1; seq <= 300; ++seq) { // ten a second; region 2 hears half of them
        estimator.onHeard(RegionId { 1 }, entryAt(seq * 100ms, seq));
        if (seq <= 150)
            estimator.onHeard(RegionId { 2 }, entryAt(seq * 100ms, seq));
    }
    const auto all = estimator.estimate({ RegionId { 0 } }, { false, true, true }, kStart + 34s);
    ASSERT_TRUE(all.has_value());
    EXPECT_EQ(all->by, RegionId { 1 });
    EXPECT_EQ(all->position, 300U);
    EXPECT_EQ(all->silence, 4s);
    EXPECT_NEAR(static_cast<double>(all->writes) / static_cast<double>(all->span.count()), 10e-6, 1.2e-6);
    EXPECT_GE(all->most, 40U);
    const auto one = estimator.estimate({ RegionId { 0 } }, { false, false, true }, kStart + 34s);
    ASSERT_TRUE(one.has_value());
    EXPECT_EQ(one->position, 150U);
    EXPECT_EQ(one->silence, 19s);
}

TEST(LossEstimate, nobodyReckonsAboutALogNobodyHeardOf)
{
    LossEstimator estimator(2);
    EXPECT_FALSE(estimator.estimate({ RegionId { 0 } }, { false, true }, kStart + 1s).has_value());
    estimator.onHeard(RegionId { 1 }, entryAt(1s, 1));
    EXPECT_FALSE(estimator.estimate({ RegionId { 0 } }, { false, false }, kStart + 2s).has_value());
    EXPECT_FALSE(estimator.estimate({ RegionId { 0 }, 2 }, { false, true }, kStart + 2s).has_value());
    estimator.onHeard(RegionId { 1 }, entryAt(5s, 1, 2));
    estimator.onHeard(RegionId { 1 }, entryAt(1s, 2)); // of the former log, relayed late
    EXPECT_EQ(estimator.estimate({ RegionId { 0 }, 2 }, { false, true }, kStart + 6s)->position, 1U);
}

} // namespace
} // namespace sb
