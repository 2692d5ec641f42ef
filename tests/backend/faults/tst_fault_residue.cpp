// SPDX-License-Identifier: GPL-3.0-or-later
// Faults that overlap leave nothing behind in whatever order they end; and when something is left behind, the
// check says so.
#include "tests/backend/faults/fault_world.h"
#include "tests/backend/support/seeds.h"

namespace sb {
namespace {

using test::expectedSurface;
using test::FaultWorld;
using test::regionAt;

InjectFault randomFault(Rng& rng)
{
    InjectFault spec;
    spec.kind = static_cast<FaultKind>(rng.below(kFaultKindCount));
    const std::size_t region = rng.below(FaultWorld::kRegions);
    spec.region = FaultWorld::code(region);
    const std::string peer = FaultWorld::code((region + 1 + rng.below(2)) % FaultWorld::kRegions);
    const bool isLatency = spec.kind == FaultKind::LatencyAdded;
    if (spec.kind == FaultKind::LinkPartitioned || (isLatency && rng.chance(500'000)))
        spec.peer = peer;
    if (isLatency || spec.kind == FaultKind::LinkPartitioned)
        spec.direction = static_cast<Direction>(rng.below(3));
    if (isLatency)
        spec.added = rng.between(1ms, 2s);
    if (spec.kind == FaultKind::DiskStalled)
        spec.added = rng.between(1ms, 2s);
    if (spec.kind == FaultKind::ClockSkewed)
        spec.added = rng.between(1ms, 30s) * (rng.chance(500'000) ? 1 : -1);
    if (spec.kind == FaultKind::ClockDrifting)
        spec.added = rng.between(1us, 50ms) * (rng.chance(500'000) ? 1 : -1);
    if (spec.kind == FaultKind::GrayFailing || spec.kind == FaultKind::CheckersCut)
        spec.percent = static_cast<int>(rng.between(1, 100));
    if (spec.kind == FaultKind::TrafficSurge)
        spec.percent = static_cast<int>(rng.between(1, 900));
    spec.expiresAfter = rng.between(1s, 60s);
    if (spec.kind == FaultKind::ObjectsPaused) {
        spec.peer = rng.chance(500'000) ? peer : "";
        spec.added = rng.chance(500'000) ? rng.between(0us, spec.expiresAfter - 1us) : 0us;
    }
    return spec;
}

std::vector<InjectFault> activeSpecs(const FaultDirector& director)
{
    std::vector<InjectFault> specs;
    for (const ActiveFault& fault : director.active())
        specs.push_back(fault.spec);
    return specs;
}

TEST(FaultResidue, OverlappingFaultsLeaveNoneInWhateverOrderTheyEnd)
{
    for (const std::uint64_t seed : test::seeds(60)) {
        SCOPED_TRACE(test::replayHint(seed));
        Rng rng(seed);
        FaultWorld world(seed);
        const FaultSurface baseline = world.director.readSurface();
        for (int i = 0; i < 80; ++i) {
            const auto& active = world.director.active();
            switch (rng.below(8)) {
            case 0:
                if (!active.empty()) {
                    ASSERT_TRUE(
                        world.director.clear(active[rng.below(active.size())].id, Actor::Operator, {}));
                }
                break;
            case 1:
                if (rng.chance(300'000))
                    (void)world.director.clearRegion(regionAt(rng.below(3)), Actor::Operator, {});
                break;
            case 2:
                if (rng.chance(100'000))
                    (void)world.director.clearAll(Actor::Operator, {});
                break;
            case 3:
                world.run(rng.between(0us, 10s)); // some expire
                break;
            default:
                (void)world.inject(randomFault(rng)); // refused when it is active already
                break;
            }
            ASSERT_EQ(test::withoutDates(world.director.readSurface()),
                expectedSurface(activeSpecs(world.director)));
        }
        world.run(61s);
        ASSERT_TRUE(world.director.active().empty());
        ASSERT_EQ(world.director.readSurface(), baseline);
        ASSERT_EQ(world.count(EventKind::ResidueFound), 0U);
        const std::size_t reversed
            = world.count(EventKind::FaultCleared) + world.count(EventKind::FaultExpired);
        ASSERT_EQ(world.count(EventKind::FaultInjected), reversed);
        ASSERT_EQ(world.count(EventKind::ResidueVerified), reversed);
    }
}

struct Tampering {
    const char* name;
    std::function<void(FaultWorld&)> turn; // one knob, behind the director's back
};

std::vector<Tampering> tamperings()
{
    const auto condition = [](Region::Condition wrong) {
        return [wrong](FaultWorld& world) { world.regions.region(2).setCondition(wrong); };
    };
    return {
        { "down", condition({ .isDown = true }) },
        { "mapping", condition({ .isMappingRemoved = true }) },
        { "service", condition({ .failedServices = 1 }) },
        { "store", condition({ .isStoreFailing = true }) },
        { "replication down", [](FaultWorld& w) { w.regions.cluster.replicator(2).setDown(true); } },
        { "replication paused", [](FaultWorld& w) { w.regions.cluster.replicator(2).setPaused(true); } },
        { "link cut", [](FaultWorld& w) { w.network.setLink(regionAt(2), regionAt(1), { .isCut = true }); } },
        { "gray", condition({ .grayPercent = 1 }) },
        { "health path", condition({ .isHealthPathFailing = true }) },
        { "checkers", [](FaultWorld& w) { w.health.setCutPercent(regionAt(2), 1); } },
        { "link slow", [](FaultWorld& w) { w.network.setLink(regionAt(2), regionAt(1), { .added = 1us }); } },
        { "users in", [](FaultWorld& w) { w.network.setUserDelay(regionAt(2), 1us, true); } },
        { "enactor", [](FaultWorld& w) { w.publisher.setStalled(regionAt(2), true); } },
        { "surge", [](FaultWorld& w) { w.shoppers.setSurge(regionAt(2), 1); } },
        { "objects",
            [](FaultWorld& w) { w.objects.setStop(regionAt(2), regionAt(1), w.world.now() + 1min); } },
        { "users out", [](FaultWorld& w) { w.network.setUserDelay(regionAt(2), 1us, false); } },
    };
}

TEST(FaultResidue, AKnobTurnedBehindTheDirectorsBackIsFound)
{
    for (const Tampering& tampering : tamperings()) {
        for (const bool isBefore : { true, false }) {
            SCOPED_TRACE(tampering.name);
            FaultWorld world;
            if (isBefore)
                tampering.turn(world);
            const auto fault = world.inject({ .region = "eu-west-1" }); // elsewhere altogether
            ASSERT_TRUE(fault);
            if (!isBefore)
                tampering.turn(world);
            ASSERT_TRUE(world.director.clear(*fault, Actor::Operator, {}));
            EXPECT_EQ(world.count(EventKind::ResidueVerified), 0U);
            ASSERT_EQ(world.count(EventKind::ResidueFound), 1U);
            EXPECT_EQ(world.events.back().severity, Severity::Critical);
        }
    }
}

// The reversal turns back what the fault had turned, even when another hand has been there too.
TEST(FaultResidue, AKnobOfTheFaultItselfComesBackAllTheSame)
{
    FaultWorld world;
    const auto fault = world.inject({ .kind = FaultKind::ReplicationPaused, .region = "eu-west-1" });
    ASSERT_TRUE(fault);
    world.regions.cluster.replicator(0).setPaused(false);
    ASSERT_TRUE(world.director.clear(*fault, Actor::Operator, {}));
    EXPECT_EQ(test::withoutDates(world.director.readSurface()), expectedSurface({}));
    EXPECT_EQ(world.count(EventKind::ResidueVerified), 1U);
}

} // namespace
} // namespace sb
