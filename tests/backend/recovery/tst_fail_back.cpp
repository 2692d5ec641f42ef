// SPDX-License-Identifier: GPL-3.0-or-later
// Refusals and corner cases of the fail-back; its course with users is a scenario.
#include "backend/recovery/fail_back.h"
#include "tests/backend/support/regions.h"

#include <algorithm>

namespace sb {
namespace {

using test::regionAt;
using test::Regions;

constexpr RegionId kA { 0 }, kB { 1 };

class FailBackTest : public testing::Test {
protected:
    explicit FailBackTest(FailBackConfig config = {})
        : controller(world, log, health, { &regions.region(0), &regions.region(1) },
            { "Ireland", "Singapore" }, config,
            { [this](RegionId region, EventSeq) { setDown(region, false); }, [](RegionId) { return 0; } })
    {
        health.connect(
            world.add(health), { regions.component(0), regions.component(1) }, { "Ireland", "Singapore" });
        health.onPublished([this](RegionId r, bool isHealthy) { controller.onHealth(r, isHealthy); });
        controller.connect(world.add(controller));
        log.listen([this](const Event& event) { events.push_back(event); });
    }
    void setDown(RegionId region, bool isDown)
    {
        regions.region(region.value).setCondition({ .isDown = isDown });
        regions.cluster.replicator(region.value).setDown(isDown);
    }
    void run(Duration duration) { regions.run(duration); }
    void failAndWait(RegionId region)
    {
        setDown(region, true);
        run(60s);
    }
    [[nodiscard]] RecoveryPhase phase(RegionId region) const { return controller.progress(region).phase; }
    bool runUntilPhase(RegionId region, RecoveryPhase wanted)
    {
        for (int i = 0; i < 1'200 && phase(region) != wanted; ++i)
            run(100ms);
        return phase(region) == wanted;
    }
    [[nodiscard]] bool has(EventKind kind) const
    {
        return std::any_of(
            events.begin(), events.end(), [&](const Event& event) { return event.kind == kind; });
    }

    Regions regions { 1, 2 };
    World& world { regions.cluster.world };
    EventLog log { [this] { return EventLog::Stamp { world.now(), 0, 0 }; } };
    HealthChecks health { world, regions.cluster.network, log, {} };
    std::vector<Event> events;
    FailBackController controller;
};

class InstantFailBackTest : public FailBackTest {
protected:
    InstantFailBackTest()
        : FailBackTest(FailBackConfig { .isDamped = false })
    {
    }
};

class SlowFailBackTest : public FailBackTest {
protected:
    SlowFailBackTest()
        : FailBackTest(FailBackConfig { .rampDwell = 2min })
    {
    }
};

TEST_F(FailBackTest, RefusesWhileTheRegionIsInService)
{
    const auto refused = controller.start(kA, Actor::Operator, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::Refused);
    EXPECT_EQ(refused.error().what, "Ireland is in service; there is nothing to fail back");
    EXPECT_FALSE(controller.abort(kA, Actor::Operator, {}));
    EXPECT_TRUE(events.empty());
}

TEST_F(FailBackTest, ARedRegionIsHeldAndStaysHeldWhenItIsWellAgain)
{
    failAndWait(kA);
    EXPECT_EQ(phase(kA), RecoveryPhase::Held);
    EXPECT_EQ(controller.admission()[0].rampPerMille, 0);
    setDown(kA, false);
    run(2min);
    EXPECT_TRUE(health.published()[0].isHealthy);
    EXPECT_EQ(controller.admission()[0].rampPerMille, 0);
    EXPECT_FALSE(controller.abort(kA, Actor::Operator, {}));
}

TEST_F(InstantFailBackTest, NothingIsEverHeld)
{
    failAndWait(kA);
    EXPECT_EQ(phase(kA), RecoveryPhase::InService);
    EXPECT_EQ(controller.admission()[0].rampPerMille, 1000);
}

TEST_F(FailBackTest, TheLastServingRegionIsNotHeld)
{
    failAndWait(kA);
    failAndWait(kB);
    EXPECT_EQ(phase(kB), RecoveryPhase::InService);
    EXPECT_EQ(controller.admission()[1].rampPerMille, 1000);
    const auto refused = controller.start(kA, Actor::Operator, {});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().what.find("no other region is serving"), std::string::npos);
}

TEST_F(FailBackTest, RefusesASecondStartAndEndsInService)
{
    failAndWait(kA);
    ASSERT_TRUE(controller.start(kA, Actor::Operator, {}));
    const auto again = controller.start(kA, Actor::Operator, {});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().what, "Ireland is already being failed back (restore)");
    EXPECT_TRUE(runUntilPhase(kA, RecoveryPhase::InService));
    EXPECT_TRUE(controller.progress(kA).wasCompleted);
    EXPECT_EQ(controller.admission()[0].rampPerMille, 1000);
    EXPECT_TRUE(has(EventKind::ReplicaVerified));
    EXPECT_TRUE(has(EventKind::FailBackCompleted));
}

TEST_F(FailBackTest, AbortingHoldsTheRegionAgain)
{
    failAndWait(kA);
    ASSERT_TRUE(controller.start(kA, Actor::Operator, {}));
    ASSERT_TRUE(runUntilPhase(kA, RecoveryPhase::Ramping));
    run(15s);
    EXPECT_GT(controller.admission()[0].rampPerMille, 0);
    ASSERT_TRUE(controller.abort(kA, Actor::Operator, {}));
    EXPECT_EQ(phase(kA), RecoveryPhase::Held);
    EXPECT_EQ(controller.admission()[0].rampPerMille, 0);
    EXPECT_TRUE(controller.progress(kA).wasAborted);
    EXPECT_FALSE(controller.abort(kA, Actor::Operator, {}));
    EXPECT_TRUE(controller.checkStart(kA)); // and it may be tried again
}

TEST_F(FailBackTest, ADifferentCopyStopsIt)
{
    regions.cluster.write(0, test::cartKey(1, 1), "mine");
    run(5s);
    failAndWait(kA);
    Item item = *regions.cluster.store(0).find(test::cartKey(1, 1));
    item.value = "tampered";
    regions.cluster.store(0).put(test::cartKey(1, 1), item);
    ASSERT_TRUE(controller.start(kA, Actor::Operator, {}));
    EXPECT_TRUE(runUntilPhase(kA, RecoveryPhase::Held));
    EXPECT_TRUE(has(EventKind::ReplicaDiverged));
    EXPECT_TRUE(has(EventKind::FailBackAborted));
    EXPECT_EQ(controller.admission()[0].rampPerMille, 0);
}

TEST_F(SlowFailBackTest, GoingRedAgainDuringTheRampStopsIt)
{
    failAndWait(kA);
    ASSERT_TRUE(controller.start(kA, Actor::Operator, {}));
    ASSERT_TRUE(runUntilPhase(kA, RecoveryPhase::Ramping));
    setDown(kA, true);
    EXPECT_TRUE(runUntilPhase(kA, RecoveryPhase::Held));
    EXPECT_TRUE(controller.progress(kA).wasAborted);
}

// With nobody left to compare with, it waits: the region's copy is not proven equal to anything.
TEST_F(FailBackTest, WaitsWhileNoOtherRegionIsUpToCompareWith)
{
    failAndWait(kA);
    ASSERT_TRUE(controller.start(kA, Actor::Operator, {}));
    setDown(kB, true);
    run(3min);
    EXPECT_EQ(phase(kA), RecoveryPhase::CatchingUp);
    EXPECT_EQ(controller.admission()[0].rampPerMille, 0);
    EXPECT_NE(controller.progress(kA).detail.find("compare"), std::string::npos);
    setDown(kB, false);
    EXPECT_TRUE(runUntilPhase(kA, RecoveryPhase::InService));
}

TEST_F(FailBackTest, WaitsWhenThePeerGoesDuringTheComparison)
{
    failAndWait(kA);
    ASSERT_TRUE(controller.start(kA, Actor::Operator, {}));
    ASSERT_TRUE(runUntilPhase(kA, RecoveryPhase::CatchingUp));
    while (phase(kA) == RecoveryPhase::CatchingUp)
        ASSERT_TRUE(world.step());
    ASSERT_EQ(phase(kA), RecoveryPhase::Verifying);
    setDown(kB, true);
    run(3min);
    EXPECT_EQ(phase(kA), RecoveryPhase::CatchingUp);
    setDown(kB, false);
    EXPECT_TRUE(runUntilPhase(kA, RecoveryPhase::InService));
}

} // namespace
} // namespace sb
