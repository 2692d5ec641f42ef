// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/command_text.h"
#include "tests/backend/faults/fault_world.h"

namespace sb {
namespace {

using test::everyFault;
using test::expectedSurface;
using test::FaultWorld;
using test::regionAt;

TEST(FaultDirector, BeforeTheFirstFaultEveryKnobIsAtItsDefault)
{
    FaultWorld world;
    EXPECT_EQ(test::withoutDates(world.director.readSurface()), expectedSurface({}));
    EXPECT_TRUE(world.director.active().empty());
}

TEST(FaultDirector, EveryFaultTurnsItsKnobsAndClearingTurnsThemBack)
{
    for (const InjectFault& spec : everyFault()) {
        SCOPED_TRACE(formatCommand(Command { spec }));
        FaultWorld world;
        const FaultSurface baseline = world.director.readSurface();
        const auto fault = world.inject(spec);
        ASSERT_TRUE(fault) << fault.error().what;
        EXPECT_EQ(test::withoutDates(world.director.readSurface()), expectedSurface({ spec }));
        EXPECT_NE(world.director.readSurface(), baseline);
        EXPECT_TRUE(world.director.isActive(*fault));
        EXPECT_TRUE(world.director.touches(regionAt(0)));
        EXPECT_EQ(world.director.touches(regionAt(1)), !spec.peer.empty());
        world.run(5s);
        ASSERT_TRUE(world.director.clear(*fault, Actor::Operator, {}));
        EXPECT_EQ(world.director.readSurface(), baseline);
        EXPECT_FALSE(world.director.isActive(*fault));
        EXPECT_EQ(world.count(EventKind::ResidueVerified), 1U);
        EXPECT_EQ(world.count(EventKind::ResidueFound), 0U);
    }
}

TEST(FaultDirector, EveryFaultExpiresByItselfToTheMicrosecond)
{
    for (InjectFault spec : everyFault()) {
        SCOPED_TRACE(formatCommand(Command { spec }));
        FaultWorld world;
        const FaultSurface baseline = world.director.readSurface();
        spec.expiresAfter = 90s;
        world.run(1s);
        ASSERT_TRUE(world.inject(spec));
        world.run(90s - 1us);
        EXPECT_EQ(test::withoutDates(world.director.readSurface()), expectedSurface({ spec }));
        world.run(1us);
        EXPECT_EQ(world.director.readSurface(), baseline);
        EXPECT_EQ(world.count(EventKind::FaultExpired), 1U);
        EXPECT_EQ(world.count(EventKind::FaultCleared), 0U);
        EXPECT_EQ(world.count(EventKind::ResidueVerified), 1U);
    }
}

TEST(FaultDirector, TheRecordTiesReversalAndProofToTheFault)
{
    FaultWorld world;
    const auto fault
        = world.inject({ .kind = FaultKind::RegionOutage, .region = "eu-west-1", .expiresAfter = 10s });
    ASSERT_TRUE(fault);
    world.run(20s);
    ASSERT_EQ(world.events.size(), 3U);
    const Event& injected = world.events[0];
    const Event& expired = world.events[1];
    const Event& verified = world.events[2];
    EXPECT_EQ(injected.kind, EventKind::FaultInjected);
    EXPECT_EQ(injected.action, "region-outage");
    EXPECT_EQ(injected.note, "Region outage, Ireland; expires by itself after 10.0 s");
    EXPECT_EQ(expired.kind, EventKind::FaultExpired);
    EXPECT_EQ(expired.at, injected.at + 10s);
    EXPECT_EQ(expired.cause, injected.seq);
    EXPECT_EQ(verified.kind, EventKind::ResidueVerified);
    EXPECT_EQ(verified.cause, expired.seq);
    for (const Event& event : world.events) {
        EXPECT_EQ(event.fault, *fault);
        EXPECT_EQ(event.region, regionAt(0));
    }
}

TEST(FaultDirector, TheTimerOfAClearedFaultDoesNotTouchItsSuccessor)
{
    FaultWorld world;
    const InjectFault spec { .kind = FaultKind::RegionOutage, .region = "eu-west-1", .expiresAfter = 60s };
    const auto first = world.inject(spec);
    ASSERT_TRUE(first);
    world.run(30s);
    ASSERT_TRUE(world.director.clear(*first, Actor::Operator, {}));
    const auto second = world.inject(spec);
    ASSERT_TRUE(second);
    EXPECT_NE(*first, *second);
    world.run(45s); // the first one's time has come and gone
    EXPECT_TRUE(world.director.isActive(*second));
    EXPECT_TRUE(world.regions.region(0).condition().isDown);
    world.run(15s);
    EXPECT_FALSE(world.director.isActive(*second));
}

TEST(FaultDirector, RefusesWhatIsUnknownOrMakesNoSense)
{
    const auto link = [](std::string region, std::string peer) {
        return InjectFault { .kind = FaultKind::LinkPartitioned, .region = region, .peer = peer };
    };
    const std::pair<InjectFault, Errc> cases[] = {
        { { .region = "eu-west-2" }, Errc::UnknownName }, // real, but not of this run
        { { .region = "moon" }, Errc::UnknownName },
        { link("eu-west-1", "moon"), Errc::UnknownName },
        { link("eu-west-1", ""), Errc::BadInput },
        { link("eu-west-1", "eu-west-1"), Errc::BadInput },
        { { .region = "eu-west-1", .peer = "us-east-1" }, Errc::BadInput },
        { { .region = "eu-west-1", .direction = Direction::Inbound }, Errc::BadInput },
        { { .region = "eu-west-1", .expiresAfter = 0s }, Errc::BadInput },
        { { .region = "eu-west-1", .expiresAfter = 999ms }, Errc::BadInput },
        { { .region = "eu-west-1", .expiresAfter = 12h + 1s }, Errc::BadInput },
        { { .region = "eu-west-1", .added = 1s }, Errc::BadInput },
        { { .kind = FaultKind::LatencyAdded, .region = "eu-west-1" }, Errc::BadInput },
        { { .kind = FaultKind::LatencyAdded, .region = "eu-west-1", .added = 61s }, Errc::BadInput },
    };
    FaultWorld world;
    const std::uint64_t hash = world.world.stateHash();
    for (const auto& [spec, code] : cases) {
        const auto refused = world.inject(spec);
        ASSERT_FALSE(refused) << formatCommand(Command { spec });
        EXPECT_EQ(refused.error().code, code) << refused.error().what;
        EXPECT_FALSE(world.director.check(spec));
    }
    EXPECT_TRUE(world.events.empty());
    EXPECT_EQ(world.world.stateHash(), hash); // a refusal changes nothing
}

TEST(FaultDirector, RefusesTheSameFaultTwiceButNotItsNeighbours)
{
    FaultWorld world;
    for (const InjectFault& spec : everyFault()) {
        ASSERT_TRUE(world.inject(spec));
        const auto again = world.inject(spec);
        ASSERT_FALSE(again);
        EXPECT_EQ(again.error().code, Errc::Refused);
        EXPECT_NE(again.error().what.find("already active"), std::string::npos);
    }
    EXPECT_EQ(world.director.active().size(), everyFault().size());
}

TEST(FaultDirector, RefusesAPauseOfObjectsThatWouldEndBeforeItTakesHold)
{
    FaultWorld world;
    InjectFault spec { .kind = FaultKind::ObjectsPaused,
        .region = "eu-west-1",
        .peer = "us-east-1",
        .expiresAfter = 10min,
        .added = 10min };
    const auto refused = world.inject(spec);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Errc::Refused);
    EXPECT_NE(refused.error().what.find("'for' must be longer than 'by'"), std::string::npos);
    spec.expiresAfter = 10min + 1s;
    ASSERT_TRUE(world.inject(spec));
    EXPECT_EQ(world.objects.stopsAt(regionAt(0), regionAt(2)), world.world.now() + 10min);
    EXPECT_EQ(world.objects.stopsAt(regionAt(2), regionAt(0)), kNever) << "one way";
    EXPECT_EQ(world.objects.stopsAt(regionAt(0), regionAt(1)), kNever) << "this target alone";
    EXPECT_EQ(world.director.title(world.director.active().front()),
        "Copying of objects paused, Ireland to Virginia, from 10 min 00 s on");
}

TEST(FaultDirector, RefusesToClearWhatIsNotActive)
{
    FaultWorld world;
    EXPECT_EQ(world.director.clear(FaultId { 1 }, Actor::Operator, {}).error().code, Errc::Refused);
    const auto fault = world.inject({ .region = "eu-west-1" });
    ASSERT_TRUE(world.director.clear(*fault, Actor::Operator, {}));
    EXPECT_FALSE(world.director.clear(*fault, Actor::Operator, {}));
    EXPECT_EQ(world.director.clearAll(Actor::Operator, {}), 0U);
}

TEST(FaultDirector, RestoringARegionReversesItsFaultsAndThoseOfItsLinks)
{
    FaultWorld world;
    ASSERT_TRUE(world.inject({ .region = "eu-west-1" }));
    ASSERT_TRUE(world.inject({ .kind = FaultKind::MappingRemoved, .region = "us-east-1" }));
    ASSERT_TRUE(world.inject(
        { .kind = FaultKind::LinkPartitioned, .region = "ap-southeast-1", .peer = "eu-west-1" }));
    EXPECT_EQ(world.director.clearRegion(regionAt(0), Actor::Operator, {}), 2U);
    EXPECT_EQ(test::withoutDates(world.director.readSurface()),
        expectedSurface({ { .kind = FaultKind::MappingRemoved, .region = "us-east-1" } }));
    EXPECT_EQ(world.director.clearRegion(regionAt(0), Actor::Operator, {}), 0U);
}

} // namespace
} // namespace sb
