// SPDX-License-Identifier: GPL-3.0-or-later
// No fault leaves a trace, however it ends; and after the way back users see no errors any more.
#include "tests/scenario/rig.h"

namespace sb {
namespace {

using namespace test;

const std::vector<std::string>& everyFault()
{
    static const std::vector<std::string> all {
        "fail region-outage eu-west-1",
        "fail mapping-removed eu-west-1",
        "fail replication-paused eu-west-1",
        "fail link-partitioned eu-west-1 with us-east-1",
        "fail link-partitioned eu-west-1 with us-east-1 outbound",
        "fail link-partitioned eu-west-1 with us-east-1 inbound",
        "fail latency-added eu-west-1 with us-east-1 by 300ms",
        "fail latency-added eu-west-1 with us-east-1 by 300ms outbound",
        "fail latency-added eu-west-1 by 250ms",
        "fail latency-added eu-west-1 by 250ms inbound",
    };
    return all;
}

// After the last fault has gone: every switch as at the start, and the record says so.
void expectClean(Rig& rig, const FaultSurface& before, std::size_t reversals)
{
    EXPECT_TRUE(rig.sim().faults().active().empty());
    EXPECT_TRUE(rig.sim().faults().readSurface() == before);
    EXPECT_EQ(rig.count(EventKind::ResidueVerified), reversals);
    EXPECT_EQ(rig.count(EventKind::ResidueFound), 0u);
}

class Residue : public testing::TestWithParam<std::string> { };

TEST_P(Residue, isNoneAfterClearingAndAfterExpiry)
{
    Rig rig(smallWorld(401, 3, 60));
    rig.advanceTo(kStart + 10s);
    const FaultSurface before = rig.sim().faults().readSurface();
    rig.mustOrder(GetParam() + " for 10m");
    EXPECT_FALSE(rig.sim().faults().readSurface() == before) << "the fault changed nothing at all";
    rig.advance(15s);
    rig.mustOrder("clear fault 1");
    expectClean(rig, before, 1);
    rig.advance(5s);
    rig.mustOrder(GetParam() + " for 12s");
    rig.advance(11s + 999ms);
    EXPECT_FALSE(rig.sim().faults().readSurface() == before) << "it ended before its time";
    rig.advance(2ms);
    EXPECT_EQ(rig.count(EventKind::FaultExpired), 1u);
    expectClean(rig, before, 2);
}

TEST_P(Residue, isNoneForUsersOnceTheRegionIsFailedBack)
{
    RunConfig config = smallWorld(411, 3, 60);
    config.healthThreshold = 1;
    config.rampDwell = 2s;
    Rig rig(config);
    rig.advanceTo(kStart + 20s);
    const FaultSurface before = rig.sim().faults().readSurface();
    rig.mustOrder(GetParam() + " for 10m");
    rig.advance(40s);
    const bool wasHeld = rig.sim().failBack().progress(region(0)).phase == RecoveryPhase::Held;
    if (wasHeld) {
        rig.mustOrder("fail-back eu-west-1"); // restores it first
        EXPECT_TRUE(rig.advanceUntil(3min, [&] { return rig.count(EventKind::FailBackCompleted) > 0; }))
            << rig.sim().failBack().progress(region(0)).detail;
    } else {
        rig.mustOrder("restore eu-west-1");
    }
    expectClean(rig, before, 1);
    rig.advance(20s); // calls under way meanwhile end, as they may
    const std::uint64_t failed = rig.sim().shoppers().counters().failed;
    rig.advance(1min);
    EXPECT_EQ(rig.sim().shoppers().counters().failed, failed) << "users still see errors";
    EXPECT_TRUE(rig.advanceUntil(
        30s, [&] { return rig.sim().isConverged(); }, 10ms));
    EXPECT_TRUE(rig.advanceUntil(1min, [&] { return !rig.sim().incident().isOpen(); }));
}

INSTANTIATE_TEST_SUITE_P(EveryFault, Residue, testing::ValuesIn(everyFault()),
    [](const testing::TestParamInfo<std::string>& tested) {
        std::string name = tested.param.substr(5);
        std::replace_if(
            name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
        return name;
    });

TEST(OverlappingFaults, leaveNoTraceInWhateverOrderTheyEnd)
{
    for (const std::uint64_t seed : seeds(421, 6)) {
        SCOPED_TRACE(replayHint(seed));
        Rng rng = Rng(seed).fork("overlap");
        Rig rig(smallWorld(seed, 3, 20));
        const FaultSurface before = rig.sim().faults().readSurface();
        for (int i = 0; i < 60; ++i) {
            rig.advance(rng.between(1ms, 3s));
            const auto& active = rig.sim().faults().active();
            if (!active.empty() && rng.chance(300'000)) {
                rig.mustOrder("clear fault " + std::to_string(active[rng.below(active.size())].id.value));
            } else {
                rig.order(everyFault()[rng.below(everyFault().size())] + " for "
                    + std::to_string(rng.between(1, 20)) + "s");
            }
        }
        rig.advance(21s); // the rest expires by itself
        EXPECT_TRUE(rig.sim().faults().active().empty());
        EXPECT_TRUE(rig.sim().faults().readSurface() == before);
        EXPECT_EQ(rig.count(EventKind::ResidueFound), 0u);
        EXPECT_EQ(rig.count(EventKind::FaultInjected),
            rig.count(EventKind::FaultCleared) + rig.count(EventKind::FaultExpired));
    }
}

TEST(OverlappingFaults, aSecondOneOfTheSameKindAtTheSamePlaceIsRefused)
{
    Rig rig(smallWorld(431, 2, 20));
    rig.mustOrder("fail region-outage eu-west-1 for 1m");
    const Event refused = rig.order("fail region-outage eu-west-1 for 2m");
    EXPECT_EQ(refused.kind, EventKind::CommandRefused);
    EXPECT_NE(refused.note.find("already active"), std::string::npos) << refused.note;
}

} // namespace
} // namespace sb
