// SPDX-License-Identifier: GPL-3.0-or-later
// The way back: damped, it answers nobody before its copy was compared, returns in steps, and is held again
// at any sign of trouble; instant, it snaps back by itself, as the reference architectures do.
#include "tests/scenario/rig.h"

#include <algorithm>

namespace sb {
namespace {

using namespace test;

class FailBack : public testing::Test {
protected:
    static RunConfig config(std::uint64_t seed)
    {
        RunConfig config = smallWorld(seed, 2, 150);
        config.healthThreshold = 1;
        config.ttl = 20s;
        config.rampDwell = 15s;
        return config;
    }
    // Ireland's mapping is gone, everybody but the stragglers is in Singapore.
    static void failOver(Rig& rig, const std::string& fault = "mapping-removed")
    {
        rig.advanceTo(std::max(rig.now(), kStart + 30s));
        rig.mustOrder("fail " + fault + " eu-west-1 for 1h");
        EXPECT_TRUE(rig.advanceUntil(1min, [&] { return rig.count(EventKind::RegionHeld) == 1; }));
        rig.advance(40s);
        EXPECT_EQ(phase(rig), RecoveryPhase::Held);
        EXPECT_EQ(answers(rig), 0u);
    }
    static RecoveryPhase phase(Rig& rig) { return rig.sim().failBack().progress(region(0)).phase; }
    static int ramp(Rig& rig) { return rig.sim().failBack().admission()[0].rampPerMille; }
    // Cached answers that name Ireland, and their share of all.
    static std::uint64_t answers(Rig& rig) { return rig.sim().resolvers().liveAnswers()[0]; }
    static double share(Rig& rig)
    {
        const auto live = rig.sim().resolvers().liveAnswers();
        return static_cast<double>(live[0])
            / static_cast<double>(std::max<std::uint64_t>(1, live[0] + live[1]));
    }
    static bool reach(Rig& rig, RecoveryPhase wanted)
    {
        return rig.advanceUntil(2min, [&] { return phase(rig) == wanted; });
    }
    static bool reachRamp(Rig& rig, int perMille)
    {
        return rig.advanceUntil(3min, [&] { return ramp(rig) == perMille; });
    }
    // Held, and nobody is answered with it as soon as the caches have let go.
    static void expectHeld(Rig& rig)
    {
        EXPECT_EQ(phase(rig), RecoveryPhase::Held);
        EXPECT_EQ(ramp(rig), 0);
        rig.advance(21s);
        EXPECT_EQ(answers(rig), 0u);
    }
};

TEST_F(FailBack, aHeldRegionThatIsGreenAgainStaysOutOfTheAnswers)
{
    Rig rig(config(501));
    failOver(rig);
    rig.mustOrder("restore eu-west-1");
    ASSERT_TRUE(rig.advanceUntil(1min, [&] { return rig.count(EventKind::HealthGreen) == 1; }));
    for (int i = 0; i < 60; ++i) {
        rig.advance(1s);
        ASSERT_EQ(answers(rig), 0u);
    }
    EXPECT_EQ(phase(rig), RecoveryPhase::Held);
}

TEST_F(FailBack, answersReturnOnlyAfterTheComparisonAndInFourSteps)
{
    for (const std::uint64_t seed : seeds(511, 3)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(config(seed));
        rig.advanceTo(kStart + 80s);
        const double usual = share(rig);
        ASSERT_GT(usual, 0.2);
        failOver(rig, seed % 2 == 0 ? "mapping-removed" : "region-outage");
        rig.mustOrder("fail-back eu-west-1");
        const Instant started = rig.now();
        while (rig.count(EventKind::ReplicaVerified) == 0 && rig.now() < started + 2min) {
            ASSERT_EQ(answers(rig), 0u);
            rig.advance(100ms);
        }
        ASSERT_TRUE(rig.advanceUntil(5min, [&] { return rig.count(EventKind::FailBackCompleted) == 1; }));
        std::vector<std::string> steps;
        std::vector<Instant> at;
        for (const Event& event : rig.events) {
            if (event.kind == EventKind::FailBackStep && event.action == "ramp") {
                steps.push_back(event.valueAfter);
                at.push_back(event.at);
            }
        }
        EXPECT_EQ(steps, (std::vector<std::string> { "1", "10", "50", "100" }));
        for (std::size_t i = 1; i < at.size(); ++i)
            EXPECT_GE(at[i] - at[i - 1], 15s);
        EXPECT_LT(rig.first(EventKind::ReplicaVerified)->seq, rig.first(EventKind::FailBackCompleted)->seq);
        EXPECT_GE(at.at(0), rig.first(EventKind::ReplicaVerified)->at);
        rig.advance(25s);
        EXPECT_NEAR(share(rig), usual, 0.12);
    }
}

TEST_F(FailBack, eachStepGivesAboutItsShareOfTheAnswers)
{
    Rig rig(config(521));
    rig.advanceTo(kStart + 80s);
    const double usual = share(rig);
    failOver(rig);
    rig.mustOrder("fail-back eu-west-1");
    ASSERT_TRUE(reachRamp(rig, 500));
    rig.advance(14s); // nearly a TTL later, before the next step
    EXPECT_LT(share(rig), 0.7 * usual);
    EXPECT_GT(share(rig), 0.15 * usual);
}

TEST_F(FailBack, anAbortHoldsTheRegionAgain)
{
    for (const int at : { 10, 100, 500 }) {
        Rig rig(config(531));
        failOver(rig);
        rig.mustOrder("fail-back eu-west-1");
        ASSERT_TRUE(reachRamp(rig, at));
        rig.advance(5s);
        rig.mustOrder("abort-fail-back eu-west-1");
        EXPECT_EQ(rig.count(EventKind::FailBackAborted), 1u);
        expectHeld(rig);
        EXPECT_EQ(rig.order("abort-fail-back eu-west-1").kind, EventKind::CommandRefused);
        rig.mustOrder("fail-back eu-west-1"); // and it can be tried again
        EXPECT_TRUE(reachRamp(rig, 1000));
        EXPECT_EQ(phase(rig), RecoveryPhase::InService);
    }
}

TEST_F(FailBack, aRegionThatTurnsRedDuringTheRampIsHeldAgain)
{
    for (const std::string& fault : { std::string("mapping-removed"), std::string("region-outage") }) {
        Rig rig(config(541));
        failOver(rig);
        rig.mustOrder("fail-back eu-west-1");
        ASSERT_TRUE(reachRamp(rig, 100));
        rig.mustOrder("fail " + fault + " eu-west-1 for 1h");
        ASSERT_TRUE(rig.advanceUntil(2min, [&] { return rig.count(EventKind::FailBackAborted) == 1; }));
        EXPECT_LT(ramp(rig), 1000);
        expectHeld(rig);
        EXPECT_NE(rig.first(EventKind::FailBackAborted)->note.find("red"), std::string::npos);
    }
}

TEST_F(FailBack, theRampWaitsWhileTheRegionsAnswersAreErrors)
{
    RunConfig busy = config(551);
    busy.requestRateHz = 800; // a tenth of the answers is still enough traffic to judge
    Rig rig(busy);
    failOver(rig);
    rig.mustOrder("fail-back eu-west-1");
    ASSERT_TRUE(reachRamp(rig, 100));
    Region::Condition condition = rig.sim().region(region(0)).condition();
    condition.failedServices = 1U << static_cast<unsigned>(Service::Cart); // probes do not see it
    rig.sim().region(region(0)).setCondition(condition);
    rig.advance(1min);
    EXPECT_EQ(ramp(rig), 100);
    EXPECT_NE(rig.sim().failBack().progress(region(0)).detail.find("too many"), std::string::npos);
    condition.failedServices = 0;
    rig.sim().region(region(0)).setCondition(condition);
    EXPECT_TRUE(reachRamp(rig, 1000));
}

TEST_F(FailBack, isRefusedWhenThereIsNothingToFailBack)
{
    Rig rig(config(561));
    rig.advanceTo(kStart + 10s);
    const Event refused = rig.order("fail-back eu-west-1");
    EXPECT_EQ(refused.kind, EventKind::CommandRefused);
    EXPECT_NE(refused.note.find("in service"), std::string::npos) << refused.note;
    EXPECT_EQ(rig.order("abort-fail-back eu-west-1").kind, EventKind::CommandRefused);
    EXPECT_EQ(rig.order("fail-back mars-1").kind, EventKind::CommandRefused);
    EXPECT_EQ(ramp(rig), 1000);
}

TEST_F(FailBack, isRefusedWhileItRunsAndWhenNoOtherRegionServes)
{
    Rig rig(config(571));
    failOver(rig);
    rig.mustOrder("fail-back eu-west-1");
    EXPECT_EQ(rig.order("fail-back eu-west-1").kind, EventKind::CommandRefused);
    rig.mustOrder("abort-fail-back eu-west-1");
    rig.mustOrder("fail mapping-removed ap-southeast-1 for 1h");
    ASSERT_TRUE(rig.advanceUntil(1min, [&] { return !rig.sim().health().published()[1].isHealthy; }));
    const Event refused = rig.order("fail-back eu-west-1");
    EXPECT_EQ(refused.kind, EventKind::CommandRefused);
    EXPECT_NE(refused.note.find("no other region"), std::string::npos) << refused.note;
}

TEST_F(FailBack, theLastServingRegionIsNeverHeld)
{
    RunConfig alone = config(581);
    alone.regions = { "eu-west-1" };
    Rig rig(alone);
    rig.advanceTo(kStart + 20s);
    rig.mustOrder("fail mapping-removed eu-west-1 for 1m");
    rig.advance(2min);
    EXPECT_EQ(rig.count(EventKind::RegionHeld), 0u);
    EXPECT_GE(rig.count(EventKind::FailOpen), 1u);
    EXPECT_GT(answers(rig), 0u);
    const std::uint64_t failed = rig.sim().shoppers().counters().failed;
    rig.advance(1min);
    EXPECT_EQ(rig.sim().shoppers().counters().failed, failed) << "it serves again without an operator";
}

TEST_F(FailBack, inInstantModeAnswersSnapBackByThemselves)
{
    RunConfig instant = config(591);
    instant.failBack = FailBackMode::Instant;
    Rig rig(instant);
    rig.advanceTo(kStart + 80s);
    const double usual = share(rig);
    rig.mustOrder("fail mapping-removed eu-west-1 for 70s");
    EXPECT_TRUE(rig.advanceUntil(70s, [&] { return answers(rig) == 0; }));
    ASSERT_TRUE(rig.advanceUntil(2min, [&] { return rig.count(EventKind::HealthGreen) == 1; }));
    rig.advance(25s); // propagation and one TTL
    EXPECT_NEAR(share(rig), usual, 0.12);
    EXPECT_EQ(rig.count(EventKind::RegionHeld), 0u);
    EXPECT_EQ(rig.count(EventKind::ReplicaVerified), 0u);
}

TEST_F(FailBack, aCopyThatDivergedIsFoundAndTheRegionStaysHeld)
{
    Rig rig(config(601));
    failOver(rig);
    // One byte of one order in Ireland's store, behind the engine's back.
    Store& store = rig.sim().region(region(0)).replica().store();
    Row victim;
    store.forEach(Table::Orders, [&](const Key& key, const Item& item) { victim = { key, item }; });
    ASSERT_FALSE(victim.item.value.empty());
    const Item sound = victim.item;
    victim.item.value.back() = static_cast<char>(victim.item.value.back() ^ 1);
    store.put(victim.key, victim.item);
    rig.mustOrder("fail-back eu-west-1");
    ASSERT_TRUE(rig.advanceUntil(2min, [&] { return rig.count(EventKind::FailBackAborted) == 1; }));
    // The background exchange may have told of it before.
    const EventSeq cause = rig.first(EventKind::FailBackAborted)->cause;
    const auto diverged = std::find_if(
        rig.events.begin(), rig.events.end(), [&](const Event& event) { return event.seq == cause; });
    ASSERT_NE(diverged, rig.events.end());
    EXPECT_EQ(diverged->kind, EventKind::ReplicaDiverged);
    EXPECT_EQ(diverged->severity, Severity::Critical);
    EXPECT_NE(diverged->valueBefore, diverged->valueAfter);
    EXPECT_NE(diverged->note.find("1 of 256 buckets: orders"), std::string::npos) << diverged->note;
    EXPECT_EQ(answers(rig), 0u);
    expectHeld(rig);
    store.put(victim.key, sound);
    rig.mustOrder("fail-back eu-west-1");
    EXPECT_TRUE(reachRamp(rig, 1000));
}

TEST_F(FailBack, waitsForReplicationThatIsBehind)
{
    Rig rig(config(611));
    failOver(rig);
    rig.mustOrder("fail replication-paused ap-southeast-1 for 30s"); // not a fault of Ireland's own
    rig.advance(5s);
    rig.mustOrder("fail-back eu-west-1");
    rig.advance(20s);
    EXPECT_EQ(phase(rig), RecoveryPhase::CatchingUp);
    EXPECT_NE(rig.sim().failBack().progress(region(0)).detail.find("replication"), std::string::npos);
    EXPECT_EQ(answers(rig), 0u);
    EXPECT_TRUE(reachRamp(rig, 1000));
}

} // namespace
} // namespace sb
