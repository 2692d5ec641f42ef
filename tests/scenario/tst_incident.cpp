// SPDX-License-Identifier: GPL-3.0-or-later
// The story that the record tells: in which order things happen for each fault, that an incident ends by
// itself, that calm stays calm, and that shoppers call as often as they are configured to.
#include "tests/scenario/rig.h"

namespace sb {
namespace {

using namespace test;

RunConfig storyWorld(std::uint64_t seed)
{
    RunConfig config = smallWorld(seed, 3, 150);
    config.healthThreshold = 1;
    config.ttl = 20s;
    config.rampDwell = 3s;
    return config;
}

// Impact, detection, decision, restoration, end: each not before the one before it, where it exists.
void expectOrderedPoints(const IncidentView& view)
{
    const std::vector<Instant> points { view.openedAt, view.impactAt, view.detectedAt, view.decidedAt,
        view.restoredAt, view.closedAt };
    Instant last = kStart;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i] == kNever)
            continue;
        EXPECT_GE(points[i], last) << "end point " << i << " of the incident is before the one before it";
        last = points[i];
    }
    EXPECT_FALSE(view.isOpen);
    EXPECT_FALSE(view.rtoIsRunning);
    if (view.impactAt != kNever) {
        EXPECT_EQ(view.rto, view.restoredAt - view.impactAt);
        EXPECT_GT(view.failedRequests, 0);
    }
    EXPECT_EQ(view.recovered + view.overwritten, view.rpoOperations);
    EXPECT_EQ(view.lost, 0u);
}

// Within an incident phases only go forward.
void expectPhasesGoForward(const std::vector<Event>& events)
{
    Phase current = Phase::Normal;
    for (const Event& event : events) {
        EXPECT_GE(event.phase, current) << describe(event);
        current = event.kind == EventKind::IncidentClosed ? Phase::Normal : event.phase;
    }
}

// Index of the first event of the kind; fails the test when there is none.
std::size_t indexOf(const Rig& rig, EventKind kind, std::size_t from = 0)
{
    const Event* found = rig.first(kind, from);
    EXPECT_NE(found, nullptr) << "no event " << toString(kind);
    return found == nullptr ? 0 : found->seq.value - 1;
}

void expectInOrder(const Rig& rig, const std::vector<EventKind>& kinds)
{
    std::size_t from = 0;
    for (const EventKind kind : kinds) {
        const std::size_t at = indexOf(rig, kind);
        EXPECT_GE(at, from) << toString(kind) << " came too early";
        from = at;
    }
}

// The region comes back by fail-back if it was held; then the incident must end by itself.
void recover(Rig& rig)
{
    if (rig.sim().failBack().progress(region(0)).phase == RecoveryPhase::Held)
        rig.mustOrder("fail-back eu-west-1");
    else
        rig.mustOrder("restore eu-west-1");
    EXPECT_TRUE(rig.advanceUntil(
        10min, [&] { return !rig.sim().incident().isOpen(); }, 1s))
        << "the incident does not end";
}

TEST(IncidentStory, aRemovedMappingHurtsIsSeenIsRoutedAroundAndEnds)
{
    for (const std::uint64_t seed : seeds(701, 3)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(storyWorld(seed));
        rig.advanceTo(kStart + 80s);
        rig.mustOrder("fail mapping-removed eu-west-1 for 1h");
        rig.advance(2min);
        recover(rig);
        expectInOrder(rig,
            { EventKind::CommandAccepted, EventKind::FaultInjected, EventKind::IncidentOpened,
                EventKind::ImpactBegan, EventKind::SloRestored, EventKind::FailBackStarted,
                EventKind::FaultCleared, EventKind::ResidueVerified, EventKind::HealthGreen,
                EventKind::ReplicaVerified, EventKind::FailBackCompleted, EventKind::IncidentClosed });
        expectInOrder(rig,
            { EventKind::ImpactBegan, EventKind::HealthRed, EventKind::RegionHeld, EventKind::SloRestored });
        // Each DNS edge hears of the red check on its own, some of them before the region is held.
        expectInOrder(rig, { EventKind::HealthRed, EventKind::AnswersShifted, EventKind::SloRestored });
        // Rare customers and stragglers: somewhere in between.
        expectInOrder(
            rig, { EventKind::ImpactBegan, EventKind::ServiceContinues, EventKind::IncidentClosed });
        expectInOrder(rig, { EventKind::SloRestored, EventKind::CohortsRestored, EventKind::IncidentClosed });
        expectPhasesGoForward(rig.events);
        expectOrderedPoints(rig.sim().incident().view());
        EXPECT_EQ(rig.first(EventKind::ImpactBegan)->valueAfter, "403");
        EXPECT_LT(rig.sim().incident().view().rto, 2min);
        EXPECT_EQ(rig.sim().incident().view().rpoOperations, 0u) << "the region is sound behind its gateway";
    }
}

TEST(IncidentStory, anOutageListsItsWritesAndGivesAllOfThemBack)
{
    for (const std::uint64_t seed : seeds(711, 3)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(storyWorld(seed));
        rig.advanceTo(kStart + 80s);
        rig.mustOrder("fail region-outage eu-west-1 for 1h");
        rig.advance(2min);
        EXPECT_EQ(rig.sim().incident().view().phase, Phase::Recover);
        recover(rig);
        expectInOrder(rig,
            { EventKind::FaultInjected, EventKind::IncidentOpened, EventKind::ImpactBegan,
                EventKind::HealthRed, EventKind::RegionHeld, EventKind::SloRestored,
                EventKind::FailBackStarted, EventKind::FaultCleared, EventKind::FailBackCompleted,
                EventKind::IncidentClosed });
        expectPhasesGoForward(rig.events);
        expectOrderedPoints(rig.sim().incident().view());
        EXPECT_EQ(rig.first(EventKind::ImpactBegan)->valueAfter, "0");
    }
}

TEST(IncidentStory, pausedReplicationIsAnIncidentWithoutImpact)
{
    Rig rig(storyWorld(721));
    rig.advanceTo(kStart + 80s);
    rig.mustOrder("fail replication-paused eu-west-1 for 1h");
    rig.advance(40s);
    EXPECT_TRUE(rig.sim().incident().isOpen());
    EXPECT_GT(rig.sim().incident().view().rpoOperations, 0u);
    recover(rig);
    expectInOrder(rig,
        { EventKind::FaultInjected, EventKind::IncidentOpened, EventKind::WriteAtRisk,
            EventKind::ReplicationStalled, EventKind::FaultCleared, EventKind::WriteRecovered,
            EventKind::ReplicationCaughtUp, EventKind::IncidentClosed });
    EXPECT_EQ(rig.count(EventKind::ImpactBegan), 0u);
    EXPECT_EQ(rig.count(EventKind::HealthRed), 0u);
    EXPECT_EQ(rig.sim().shoppers().counters().failed, 0u);
    expectPhasesGoForward(rig.events);
    expectOrderedPoints(rig.sim().incident().view());
}

TEST(IncidentStory, aCutLinkStallsReplicationAndHurtsNobody)
{
    Rig rig(storyWorld(731));
    rig.advanceTo(kStart + 80s);
    rig.mustOrder("fail link-partitioned eu-west-1 with ap-southeast-1 for 1h");
    rig.mustOrder("fail link-partitioned eu-west-1 with us-east-1 for 1h");
    rig.advance(40s);
    EXPECT_GE(rig.count(EventKind::ReplicationStalled), 4u) << "both directions of both links";
    recover(rig);
    EXPECT_EQ(rig.count(EventKind::ImpactBegan), 0u);
    EXPECT_EQ(rig.count(EventKind::ReplicationCaughtUp), rig.count(EventKind::ReplicationStalled));
    EXPECT_EQ(rig.count(EventKind::IncidentOpened), 1u) << "two faults of one story are one incident";
    expectPhasesGoForward(rig.events);
    expectOrderedPoints(rig.sim().incident().view());
}

TEST(IncidentStory, latencyOfALinkDelaysReplicationAndHurtsNobody)
{
    Rig rig(storyWorld(741));
    rig.advanceTo(kStart + 80s);
    rig.mustOrder("fail latency-added eu-west-1 with us-east-1 by 800ms for 40s");
    rig.advance(60s);
    EXPECT_TRUE(rig.advanceUntil(
        5min, [&] { return !rig.sim().incident().isOpen(); }, 1s));
    EXPECT_EQ(rig.sim().shoppers().counters().failed, 0u);
    EXPECT_EQ(rig.count(EventKind::FaultExpired), 1u);
    expectOrderedPoints(rig.sim().incident().view());
}

TEST(IncidentStory, aSecondIncidentGetsTheNextNumber)
{
    Rig rig(storyWorld(751));
    rig.advanceTo(kStart + 80s);
    rig.mustOrder("fail mapping-removed eu-west-1 for 1h");
    rig.advance(90s);
    recover(rig);
    const IncidentView firstOne = rig.sim().incident().view();
    rig.advance(30s);
    const std::size_t from = rig.events.size();
    rig.mustOrder("fail region-outage ap-southeast-1 for 30s");
    const IncidentView& view = rig.sim().incident().view();
    EXPECT_EQ(view.number, 2);
    EXPECT_TRUE(view.isOpen);
    EXPECT_EQ(view.closedAt, kNever);
    EXPECT_EQ(rig.events[indexOf(rig, EventKind::IncidentOpened, from)].object, "incident 2");
    EXPECT_EQ(rig.first(EventKind::IncidentOpened)->object, "incident 1");
    rig.advance(1min);
    rig.mustOrder("fail-back ap-southeast-1");
    EXPECT_TRUE(rig.advanceUntil(
        10min, [&] { return !rig.sim().incident().isOpen(); }, 1s));
    EXPECT_EQ(firstOne.number, 1);
    EXPECT_GT(view.openedAt, firstOne.closedAt);
    expectPhasesGoForward(rig.events);
    expectOrderedPoints(view);
}

TEST(Calm, twentyMinutesWithoutFaultsGiveNoAlarmNoErrorAndTheConfiguredRate)
{
    RunConfig config = smallWorld(762, 3, 200);
    Rig rig(config);
    Demand demand(static_cast<std::size_t>(config.cities), config.start);
    double expected = 0;
    rig.advanceTo(kStart + 2min); // people who are already there at the start are an estimate
    const std::uint64_t before = rig.sim().shoppers().counters().calls;
    for (; rig.now() < kStart + 20min; rig.advance(2min)) {
        demand.update(rig.now());
        expected += config.requestRateHz * static_cast<double>(demand.activityPerMille()) / 1e3 * 120;
    }
    const auto calls = static_cast<double>(rig.sim().shoppers().counters().calls - before);
    std::printf("calls: %.0f, %.1f %% of the configured rate\n", calls, 100 * calls / expected);
    EXPECT_NEAR(calls, expected, 0.05 * expected);
    EXPECT_EQ(rig.sim().shoppers().counters().failed, 0u);
    EXPECT_EQ(rig.sim().shoppers().counters().abandoned, 0u);
    for (const Event& event : rig.events) {
        if (event.kind == EventKind::ConflictFound)
            continue; // two members of a book club at once: rare, but life
        EXPECT_LT(event.severity, Severity::Warning) << describe(event);
    }
    EXPECT_EQ(rig.count(EventKind::AnswersShifted), 0u);
    EXPECT_LT(rig.sim().anomalies().conflicts(), calls / 1000) << "a storm of conflicts in calm times";
    EXPECT_GT(rig.orders.size(), 1'000u);
    EXPECT_GT(rig.invariants.decisions(), 1'000u);
}

} // namespace
} // namespace sb
