// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/kernel/world.h"
#include "backend/publishing/zone_publisher.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sb {
namespace {

constexpr RegionId kA { 0 }, kB { 1 }, kC { 2 };
constexpr std::size_t kRegions = 3;

struct Press {
    explicit Press(std::uint64_t seed, bool isGuarded)
        : world(seed)
        , publisher(world, log, { "Ireland", "Singapore", "Virginia" }, { .isGuarded = isGuarded },
              [this](RegionId region) { return wanted[region.value]; })
    {
        publisher.connect(world.add(publisher));
        log.listen([this](const Event& event) { events.push_back(event); });
    }
    // In steps, so that what must always hold is looked at all the time.
    void run(Duration duration)
    {
        const Instant until = world.now() + duration;
        while (world.now() < until) {
            world.runUntil(std::min(until, world.now() + 50ms));
            for (std::size_t i = 0; i < kRegions; ++i) {
                const ZonePublisher::Name& name = publisher.name(RegionId { static_cast<std::uint8_t>(i) });
                wentBack = wentBack || name.version < seen[i];
                wasEmpty = wasEmpty || name.isEmpty;
                seen[i] = name.version;
            }
        }
    }
    [[nodiscard]] std::size_t count(EventKind kind) const
    {
        return static_cast<std::size_t>(std::count_if(
            events.begin(), events.end(), [&](const Event& event) { return event.kind == kind; }));
    }
    // An enactor is held up in the middle of its work for long enough that its plan is outdated.
    void stallMidway(RegionId region, Duration duration)
    {
        const std::uint64_t changes = publisher.counters().changes;
        while (publisher.counters().changes == changes)
            run(50ms); // somebody has begun a round
        publisher.setStalled(region, true);
        run(duration);
        publisher.setStalled(region, false);
        run(1min);
    }

    World world;
    EventLog log { [this] { return EventLog::Stamp { world.now(), 0, 0 }; } };
    std::vector<int> wanted = std::vector<int>(kRegions, 4);
    ZonePublisher publisher;
    std::vector<Event> events;
    std::vector<std::uint64_t> seen = std::vector<std::uint64_t>(kRegions, 0);
    bool wentBack = false, wasEmpty = false;
};

} // namespace

TEST(ZonePublisher, WhatIsWantedIsInForceSoonAfterwardsUnderANewerVersion)
{
    Press press(1, true);
    press.run(1min);
    const std::uint64_t before = press.publisher.name(kB).version;
    EXPECT_GT(before, 3U);
    press.wanted[kB.value] = 9;
    press.run(30s);
    EXPECT_EQ(press.publisher.name(kB).addresses, 9);
    EXPECT_EQ(press.publisher.name(kA).addresses, 4);
    EXPECT_GT(press.publisher.name(kB).version, before);
    EXPECT_TRUE(press.events.empty()) << "nothing abnormal happened, yet: " << press.events.front().note;
}

TEST(ZonePublisher, OldPlansAreCleanedUp)
{
    Press press(2, true);
    press.run(10min);
    EXPECT_LE(press.publisher.plans().size(), press.publisher.config().generationsKept + 3);
    EXPECT_GE(press.publisher.counters().plans, 60U);
}

TEST(ZonePublisher, UnguardedAStalledEnactorPutsAnOldPlanInForceAndTheCleanUpEmptiesTheName)
{
    std::size_t emptied = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Press press(seed, false);
        press.run(30s);
        for (int round = 0; round < 5 && press.publisher.counters().emptied == 0; ++round)
            press.stallMidway(kC, 3min);
        EXPECT_EQ(press.publisher.counters().emptied, press.count(EventKind::AnswerEmpty)) << "seed " << seed;
        EXPECT_EQ(press.wasEmpty, press.publisher.counters().emptied > 0) << "seed " << seed;
        if (press.wasEmpty) {
            EXPECT_GT(press.publisher.counters().wentBack, 0U) << "seed " << seed;
            ++emptied;
        }
    }
    EXPECT_GE(emptied, 10U) << "the race is hardly ever reached: this test shows nothing";
}

TEST(ZonePublisher, GuardedTheSameStallsNeitherGoBackNorEmptyAName)
{
    std::uint64_t refused = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Press press(seed, true);
        press.run(30s);
        for (int round = 0; round < 5; ++round)
            press.stallMidway(kC, 3min);
        EXPECT_FALSE(press.wentBack) << "seed " << seed;
        EXPECT_FALSE(press.wasEmpty) << "seed " << seed;
        EXPECT_EQ(press.publisher.counters().wentBack, 0U) << "seed " << seed;
        refused += press.publisher.counters().refused;
        EXPECT_EQ(press.publisher.counters().refused, press.count(EventKind::ZonePlanRefused));
        press.run(1min); // and afterwards every enactor works on
        EXPECT_GE(press.publisher.name(kA).version + 3, press.publisher.counters().plans) << "seed " << seed;
    }
    EXPECT_GT(refused, 0U) << "the guard was never needed: this test shows nothing";
}

TEST(ZonePublisher, AnEmptyNameStaysEmptyUntilItIsRepublishedAndWorksFromThenOn)
{
    Press press(3, false);
    press.run(30s);
    EXPECT_FALSE(press.publisher.checkRepublish(kA)) << "nothing is empty yet";
    for (int round = 0; round < 20 && press.publisher.counters().emptied == 0; ++round)
        press.stallMidway(kC, 3min);
    ASSERT_GT(press.publisher.counters().emptied, 0U);
    press.run(10min);
    std::size_t republished = 0;
    for (const RegionId region : { kA, kB, kC }) {
        if (!press.publisher.name(region).isEmpty)
            continue;
        ASSERT_TRUE(press.publisher.checkRepublish(region));
        press.publisher.republish(region, Actor::Operator, {});
        EXPECT_FALSE(press.publisher.checkRepublish(region));
        ++republished;
    }
    EXPECT_GT(republished, 0U) << "the enactors have mended what they cannot";
    press.wanted = { 7, 7, 7 };
    press.run(30s);
    for (const RegionId region : { kA, kB, kC })
        EXPECT_EQ(press.publisher.name(region).addresses, 7);
}

TEST(ZonePublisher, WhileAllAreStalledNothingChangesAndAfterwardsEverythingDoes)
{
    Press press(4, true);
    for (const RegionId region : { kA, kB, kC })
        press.publisher.setStalled(region, true);
    press.run(2min);
    EXPECT_EQ(press.publisher.counters().changes, 0U);
    for (const RegionId region : { kA, kB, kC })
        press.publisher.setStalled(region, false);
    press.run(1min);
    for (const RegionId region : { kA, kB, kC })
        EXPECT_GT(press.publisher.name(region).version, 10U);
    EXPECT_FALSE(press.wasEmpty);
}

TEST(ZonePublisher, TheSameSeedGivesTheSameHistory)
{
    const auto hashOf = [](std::uint64_t seed) {
        Press press(seed, false);
        press.stallMidway(kB, 2min);
        return press.world.stateHash();
    };
    EXPECT_EQ(hashOf(5), hashOf(5));
    EXPECT_NE(hashOf(5), hashOf(6));
}

} // namespace sb
