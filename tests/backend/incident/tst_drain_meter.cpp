// SPDX-License-Identifier: GPL-3.0-or-later
// When a replication backlog will be gone, by what was measured.
#include "backend/incident/drain_meter.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

// Second after second: so many written, so many arrived, on top of a backlog.
DrainMeter after(int seconds, std::uint64_t backlog, std::uint64_t writesHz, std::uint64_t shipsHz)
{
    DrainMeter meter;
    for (int i = 0; i < seconds; ++i) {
        const auto second = static_cast<std::uint64_t>(i);
        meter.sample(kStart + i * 1s, backlog + second * writesHz, second * shipsHz, true);
    }
    return meter;
}

TEST(DrainMeter, ABacklogGoesAtTheDifferenceOfTheRates)
{
    // After 10 s, 10,000 - 9 x 500 = 5,500 operations are left, and 500 fewer each second.
    const DrainMeter meter = after(10, 10'000, 300, 800);
    EXPECT_EQ(meter.shipRateHz(), 800U);
    EXPECT_EQ(meter.writeRateHz(), 300U);
    EXPECT_EQ(meter.estimate(), 11s);
    EXPECT_EQ(drainText(meter.estimate()), "drained in 11.0 s");
}

TEST(DrainMeter, ALinkThatShipsNoFasterThanIsWrittenNeverDrains)
{
    EXPECT_EQ(after(10, 10'000, 800, 800).estimate(), kDrainNever);
    EXPECT_EQ(after(10, 10'000, 800, 799).estimate(), kDrainNever);
    EXPECT_EQ(after(10, 10'000, 300, 0).estimate(), kDrainNever) << "cut";
    EXPECT_EQ(after(10, 10'000, 0, 0).estimate(), kDrainNever) << "cut, and nobody writes";
    EXPECT_EQ(after(1, 10'000, 300, 800).estimate(), kDrainNever) << "nothing is measured yet";
    EXPECT_EQ(drainText(kDrainNever), "never drained");
}

TEST(DrainMeter, OnlyTheLastSecondsCount)
{
    DrainMeter meter;
    for (int i = 0; i < 60; ++i) // stuck for a minute
        meter.sample(kStart + i * 1s, 1'000 + static_cast<std::uint64_t>(i) * 100, 0, true);
    EXPECT_EQ(meter.estimate(), kDrainNever);
    for (int i = 1; i <= DrainMeter::kWindow; ++i) {
        const auto second = static_cast<std::uint64_t>(i);
        meter.sample(kStart + (59 + i) * 1s, 6'900 + second * 100, second * 1'000, true);
    }
    EXPECT_EQ(meter.writeRateHz(), 100U);
    EXPECT_EQ(meter.shipRateHz(), 1'000U);
    EXPECT_EQ(meter.estimate(), 2'666'666us) << "2,400 left, 900 a second";
}

TEST(DrainMeter, WhatIsMerelyOnItsWayIsNoBacklog)
{
    DrainMeter meter;
    EXPECT_EQ(meter.estimate(), 0us);
    for (int i = 0; i < 10; ++i)
        meter.sample(kStart + i * 1s, static_cast<std::uint64_t>(i) * 100 + 10,
            static_cast<std::uint64_t>(i) * 100, false);
    EXPECT_EQ(meter.estimate(), 0us);
    EXPECT_EQ(drainText(meter.estimate()), "");
}

TEST(DrainMeter, ACopyThatIsBuiltAnewGainsNothing)
{
    DrainMeter meter;
    meter.sample(kStart, 1'000, 900, true);
    meter.sample(kStart + 1s, 1'100, 0, true); // the target has lost its store
    EXPECT_EQ(meter.shipRateHz(), 0U);
    EXPECT_EQ(meter.estimate(), kDrainNever);
}

} // namespace
} // namespace sb
