// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/kernel/pacer.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

constexpr std::int64_t kWall = 5'000'000'000; // an arbitrary reading of a monotonic clock

TEST(Pacer, FollowsTheWallClockAtNormalSpeed)
{
    Pacer pacer;
    pacer.start(kWall, kStart + 10s);
    EXPECT_EQ(pacer.speedPercent(), 100);
    EXPECT_EQ(pacer.target(kWall, kStart + 10s), kStart + 10s);
    EXPECT_EQ(pacer.target(kWall + 33'000, kStart + 10s), kStart + 10s + 33ms);
}

TEST(Pacer, ScalesWithTheSpeed)
{
    for (const int percent : { 25, 50, 100, 400, 6'000 }) {
        Pacer pacer;
        pacer.setSpeed(percent, false, kWall, kStart);
        EXPECT_EQ(pacer.target(kWall + 100'000, kStart), kStart + 1ms * percent) << percent << " %";
    }
}

TEST(Pacer, StandsStillWhilePausedAndGoesOnWithoutAJump)
{
    Pacer pacer;
    pacer.start(kWall, kStart);
    pacer.setSpeed(100, true, kWall + 50'000, kStart + 50ms);
    EXPECT_TRUE(pacer.isPaused());
    EXPECT_EQ(pacer.target(kWall + 60'000'000, kStart + 50ms), kStart + 50ms);
    pacer.setSpeed(100, false, kWall + 60'000'000, kStart + 50ms);
    EXPECT_FALSE(pacer.isPaused());
    EXPECT_EQ(pacer.target(kWall + 60'000'000, kStart + 50ms), kStart + 50ms);
    EXPECT_EQ(pacer.target(kWall + 60'010'000, kStart + 50ms), kStart + 60ms);
}

TEST(Pacer, AChangeOfSpeedKeepsTheInstant)
{
    Pacer pacer;
    pacer.start(kWall, kStart);
    pacer.setSpeed(200, false, kWall + 100'000, kStart + 100ms);
    EXPECT_EQ(pacer.target(kWall + 100'000, kStart + 100ms), kStart + 100ms);
    EXPECT_EQ(pacer.target(kWall + 200'000, kStart + 100ms), kStart + 300ms);
}

TEST(Pacer, HasNoTargetWhenUnlimitedUnlessPaused)
{
    Pacer pacer;
    pacer.setSpeed(0, false, kWall, kStart);
    EXPECT_TRUE(pacer.isUnlimited());
    EXPECT_EQ(pacer.target(kWall, kStart), kNever);
    pacer.setSpeed(0, true, kWall, kStart);
    EXPECT_EQ(pacer.target(kWall + 1'000'000, kStart + 1s), kStart + 1s);
}

TEST(Pacer, ForgivesADebtOfMoreThanAQuarterOfASecond)
{
    Pacer pacer;
    pacer.start(kWall, kStart);
    EXPECT_EQ(pacer.target(kWall + 250'000, kStart), kStart + 250ms); // just not too much
    const std::int64_t awake = kWall + 3'600'000'000; // the lid was closed for an hour
    EXPECT_EQ(pacer.target(awake, kStart + 250ms), kStart + 500ms);
    // From there on real time again, the hour is not made up for.
    EXPECT_EQ(pacer.target(awake + 100'000, kStart + 500ms), kStart + 600ms);
}

TEST(Pacer, TheForgivenDebtIsWallTimeWhateverTheSpeed)
{
    Pacer pacer;
    pacer.setSpeed(1'000, false, kWall, kStart);
    EXPECT_EQ(pacer.target(kWall + 250'000, kStart), kStart + 2500ms);
    EXPECT_EQ(pacer.target(kWall + 9'000'000, kStart), kStart + 2500ms);
}

} // namespace
} // namespace sb
