// SPDX-License-Identifier: GPL-3.0-or-later
// Write leases and fencing in whole runs: after FenceComplete a region acknowledges nothing, whatever faults
// and clocks do inside their bounds; a region that ignores its lease is caught.
#include "tests/scenario/rig.h"
#include "tests/support/fence_watch.h"

namespace sb {
namespace {

using namespace test;

RunConfig hardenedWorld(std::uint64_t seed, std::size_t regions = 3, int rateHz = 600)
{
    RunConfig config = smallWorld(seed, regions, rateHz);
    config.profile = DataProfile::Hardened;
    return config;
}

class FenceRig : public Rig {
public:
    explicit FenceRig(const RunConfig& config)
        : Rig(config)
    {
        for (std::size_t i = 0; i < sim().regionCount(); ++i)
            sim().region(region(i)).replica().listen(&watch);
        sim().log().listen([this](const Event& event) { watch.onLogged(event); });
    }
    FenceWatch watch;
};

// A run of the five voters' homes, and a region that is none of them: cut off from the five it hears no
// voter, while its users go on reaching it.
constexpr std::size_t kDeaf = 5;
RunConfig worldOfVoters(std::uint64_t seed, int rateHz = 2'500)
{
    RunConfig config = hardenedWorld(seed, 3, rateHz);
    config.regions
        = { "eu-west-1", "us-east-1", "us-west-2", "ap-northeast-1", "sa-east-1", "ap-southeast-1" };
    return config;
}

void deafen(Rig& rig)
{
    for (std::size_t i = 0; i < kDeaf; ++i)
        rig.mustOrder(
            "fail link-partitioned ap-southeast-1 with " + rig.sim().config().regions[i] + " for 5m");
}

bool isComplete(Rig& rig, std::size_t at)
{
    return rig.sim().fence().status(region(at)).isComplete;
}

std::uint64_t writesOf(Rig& rig, std::size_t at)
{
    return rig.sim().region(region(at)).counters().writes;
}

TEST(Fence, noWriteIsAcknowledgedBetweenFenceCompleteAndUnfence)
{
    std::uint64_t refused = 0;
    for (const std::uint64_t seed : seeds(301, 8)) {
        SCOPED_TRACE(replayHint(seed));
        Rng rng = Rng(seed).fork("fence");
        FenceRig rig(hardenedWorld(seed));
        const std::size_t victim = rng.below(3);
        const std::string code = rig.sim().config().regions[victim];
        rig.advanceTo(kStart + rng.between(20s, 30s));
        if (seed % 2 == 0) { // what makes its answers late, or loses its questions
            const std::string other = rig.sim().config().regions[(victim + 1) % 3];
            rig.mustOrder("fail link-partitioned " + code + " with " + other + " for 2m");
            rig.mustOrder("fail latency-added " + code + " by 900ms for 2m");
            rig.advance(rng.between(0s, 6s));
        }
        rig.mustOrder("fence " + code);
        ASSERT_TRUE(rig.advanceUntil(15s, [&] { return isComplete(rig, victim); }));
        const std::uint64_t atComplete = writesOf(rig, victim);
        rig.advance(60s);
        EXPECT_EQ(writesOf(rig, victim), atComplete);
        EXPECT_GT(rig.watch.lastWrite(region((victim + 1) % 3)), rig.now() - 10s) << "the others stood still";
        refused += rig.sim().region(region(victim)).counters().refusedFenced;
        if (seed % 2 == 0)
            rig.order("clear all");
        rig.mustOrder("unfence " + code);
        rig.advance(10s);
        EXPECT_TRUE(rig.sim().region(region(victim)).mayAcknowledge());
        EXPECT_EQ(rig.watch.text(), "");
        EXPECT_EQ(rig.watch.completed(), 1u);
        EXPECT_EQ(rig.sim().anomalies().count(ConflictKind::FencedWrite),
            rig.sim().region(region(0)).counters().refusedFenced
                + rig.sim().region(region(1)).counters().refusedFenced
                + rig.sim().region(region(2)).counters().refusedFenced);
    }
    EXPECT_GT(refused, 50u) << "nobody tried to write: the test proves little";
}

TEST(Fence, aRegionThatIgnoresItsLeaseIsCaught)
{
    for (const std::uint64_t seed : seeds(311, 2)) {
        SCOPED_TRACE(replayHint(seed));
        FenceRig rig(hardenedWorld(seed));
        rig.advanceTo(kStart + 20s);
        rig.mustOrder("fence eu-west-1");
        Region& broken = rig.sim().region(region(0));
        for (int i = 0; i < 300; ++i) { // believes that it holds a lease under the old epoch for ever
            broken.setLease({ .isRequired = true, .epoch = 1, .until = 24h });
            rig.advance(100ms);
        }
        ASSERT_EQ(rig.watch.completed(), 1u);
        EXPECT_FALSE(rig.watch.violations().empty());
    }
}

TEST(Fence, theBoundNamedWithTheOrderHoldsAndIsNotIdle)
{
    std::uint64_t late = 0;
    for (const std::uint64_t seed : seeds(321, 5)) {
        SCOPED_TRACE(replayHint(seed));
        FenceRig rig(worldOfVoters(seed));
        rig.advanceTo(kStart + 30s + 700ms); // no renewal is under way
        deafen(rig); // to the voters' word: what remains is the lease it holds
        rig.mustOrder("fence ap-southeast-1");
        rig.advance(500ms);
        ASSERT_EQ(rig.count(EventKind::RegionFenced), 1u);
        const Event fenced = *rig.first(EventKind::RegionFenced);
        const auto tenths = static_cast<int>(std::stod(fenced.valueAfter) * 10);
        EXPECT_GT(tenths, 60);
        EXPECT_LE(tenths, 100);
        const std::uint64_t expected = std::stoull(fenced.valueBefore);
        const std::uint64_t before = writesOf(rig, kDeaf);
        ASSERT_TRUE(rig.advanceUntil(15s, [&] { return isComplete(rig, kDeaf); }));
        const Event complete = *rig.first(EventKind::FenceComplete);
        EXPECT_EQ(complete.cause, fenced.seq);
        EXPECT_LE(complete.at - fenced.at, 100ms * tenths);
        const Instant last = rig.watch.lastWrite(region(kDeaf));
        EXPECT_LE(last, complete.at);
        late += last > complete.at - 1s ? 1 : 0;
        const std::uint64_t since = writesOf(rig, kDeaf) - before;
        EXPECT_GT(since * 2, expected) << "the writes to expect were far too many";
        EXPECT_LT(since, expected * 2) << "the writes to expect were far too few";
        rig.advance(30s);
        EXPECT_EQ(rig.watch.text(), "");
    }
    EXPECT_GT(late, 2u) << "no region used its lease to the end: the bound was never needed";
}

TEST(Fence, aRegionCutOffFromTheVotersFencesItselfAtLeaseEnd)
{
    for (const std::uint64_t seed : seeds(331, 4)) {
        SCOPED_TRACE(replayHint(seed));
        RunConfig config = hardenedWorld(seed, 3);
        // The homes of four voters; the fifth alone is no quorum.
        config.regions = { "eu-west-1", "us-east-1", "us-west-2", "ap-northeast-1", "sa-east-1" };
        FenceRig rig(config);
        rig.advanceTo(kStart + 20s);
        for (const std::string peer : { "us-east-1", "us-west-2", "ap-northeast-1" })
            rig.mustOrder("fail link-partitioned eu-west-1 with " + peer + " for 2m");
        const Instant cut = rig.now();
        Region& alone = rig.sim().region(region(0));
        ASSERT_TRUE(rig.advanceUntil(12s, [&] { return !alone.mayAcknowledge(); }));
        EXPECT_GT(rig.now() - cut, 7s); // it had renewed within the last two seconds and a half
        EXPECT_LT(rig.now() - cut, 10s);
        const std::uint64_t before = writesOf(rig, 0);
        rig.advance(30s);
        EXPECT_EQ(writesOf(rig, 0), before);
        EXPECT_FALSE(rig.sim().health().status(region(0)).isHealthy) << "its users were not moved away";
        EXPECT_TRUE(rig.sim().region(region(1)).mayAcknowledge());
        rig.mustOrder("clear all");
        rig.advance(5s);
        EXPECT_TRUE(alone.mayAcknowledge());
    }
}

TEST(Fence, twoUnreachableVotersDoNotStopARegion)
{
    RunConfig config = hardenedWorld(341, 3);
    config.regions = { "eu-west-1", "us-east-1", "us-west-2" };
    FenceRig rig(config);
    rig.advanceTo(kStart + 10s);
    rig.mustOrder("fail link-partitioned eu-west-1 with us-east-1 for 2m");
    rig.mustOrder("fail link-partitioned eu-west-1 with us-west-2 for 2m");
    for (int i = 0; i < 40; ++i) {
        rig.advance(1s);
        ASSERT_TRUE(rig.sim().region(region(0)).mayAcknowledge());
    }
}

// Cut off from all others, so that no clock is suspect by majority and the lease alone must hold.
TEST(Fence, clocksThatDriftWithinTheBoundKeepTheGuarantee)
{
    std::size_t late = 0;
    for (const std::uint64_t seed : seeds(351, 5)) {
        SCOPED_TRACE(replayHint(seed));
        FenceRig rig(worldOfVoters(seed));
        rig.advanceTo(kStart + 20s + 700ms); // no renewal is under way
        rig.mustOrder("fail clock-drifting ap-southeast-1 by -10ms for 5m");
        rig.advance(4s);
        deafen(rig);
        rig.mustOrder("fail clock-skewed ap-southeast-1 by -20m for 5m"); // a step must not show in a lease
        rig.mustOrder("fence ap-southeast-1");
        ASSERT_TRUE(rig.advanceUntil(15s, [&] { return isComplete(rig, kDeaf); }));
        EXPECT_EQ(rig.first(EventKind::FenceComplete)->action, "fence");
        late += rig.watch.lastWrite(region(kDeaf)) > rig.now() - 1s ? 1 : 0;
        rig.advance(20s);
        EXPECT_EQ(rig.watch.text(), "");
    }
    EXPECT_GT(late, 2u) << "no region used its lease to the end";
}

TEST(Fence, aClockSlowerThanTheBoundIsSaidToBreakTheGuarantee)
{
    std::size_t broken = 0;
    for (const std::uint64_t seed : seeds(361, 4)) {
        SCOPED_TRACE(replayHint(seed));
        FenceRig rig(worldOfVoters(seed));
        rig.advanceTo(kStart + 20s + 700ms); // no renewal is under way
        deafen(rig);
        rig.mustOrder("fail clock-drifting ap-southeast-1 by -100ms for 5m");
        rig.advance(600ms);
        rig.mustOrder("fence ap-southeast-1");
        ASSERT_TRUE(rig.advanceUntil(15s, [&] { return isComplete(rig, kDeaf); }));
        EXPECT_EQ(rig.first(EventKind::RegionFenced)->severity, Severity::Critical);
        EXPECT_EQ(rig.first(EventKind::FenceComplete)->action, "without guarantee");
        rig.advance(20s);
        broken += rig.watch.violations().empty() ? 0 : 1;
    }
    EXPECT_GT(broken, 0u) << "the drift did not matter: the warning is decoration";
}

TEST(Fence, amongOthersAClockThatDriftsTooFarStopsByItsOwnSuspicion)
{
    FenceRig rig(hardenedWorld(366, 3));
    rig.advanceTo(kStart + 10s);
    rig.mustOrder("fail clock-drifting eu-west-1 by -20ms for 5m");
    Region& slow = rig.sim().region(region(0));
    EXPECT_TRUE(rig.advanceUntil(30s, [&] { return slow.isClockSuspect(); }));
    const std::uint64_t before = writesOf(rig, 0);
    rig.advance(10s);
    EXPECT_EQ(writesOf(rig, 0), before);
}

TEST(Fence, asAwsHasNoFenceAndSaysSo)
{
    Rig rig(smallWorld(371));
    const Event refused = rig.order("fence eu-west-1");
    EXPECT_EQ(refused.kind, EventKind::CommandRefused);
    EXPECT_NE(refused.note.find("no server-side fence"), std::string::npos) << refused.note;
    rig.advance(5s);
    EXPECT_FALSE(rig.sim().snapshot(ChartRange::TwoMinutes)->regions[0].fence.isOn);
}

TEST(Fence, ordersThatCannotBeAreRefusedWithAReason)
{
    Rig rig(hardenedWorld(381, 2));
    rig.advance(5s);
    EXPECT_NE(rig.order("unfence eu-west-1").note.find("is not fenced"), std::string::npos);
    rig.mustOrder("fence eu-west-1");
    EXPECT_NE(rig.order("fence eu-west-1").note.find("on its way"), std::string::npos);
    EXPECT_NE(
        rig.order("fence ap-southeast-1").note.find("no other region could take writes"), std::string::npos);
    rig.advance(1s);
    EXPECT_NE(rig.order("fence eu-west-1").note.find("fenced already"), std::string::npos);
    EXPECT_NE(rig.order("fence mars-1").note.find("has no region"), std::string::npos);
}

TEST(Fence, itsUsersMoveAwayAndItIsNotFailedBackBeforeItIsUnfenced)
{
    FenceRig rig(hardenedWorld(391, 3, 200));
    rig.advanceTo(kStart + 20s);
    rig.mustOrder("fence eu-west-1");
    ASSERT_TRUE(rig.advanceUntil(
        90s, [&] { return rig.sim().failBack().progress(region(0)).phase == RecoveryPhase::Held; }));
    const Event refused = rig.order("fail-back eu-west-1");
    EXPECT_EQ(refused.kind, EventKind::CommandRefused);
    EXPECT_NE(refused.note.find("unfence it first"), std::string::npos) << refused.note;
    EXPECT_FALSE(rig.sim().snapshot(ChartRange::TwoMinutes)->regions[0].failBackWaitsFor.empty());
    rig.mustOrder("unfence eu-west-1");
    rig.advance(3s);
    rig.mustOrder("fail-back eu-west-1");
    EXPECT_TRUE(rig.advanceUntil(
        3min, [&] { return rig.sim().failBack().progress(region(0)).phase == RecoveryPhase::InService; }));
    EXPECT_EQ(rig.watch.text(), "");
    EXPECT_EQ(rig.count(EventKind::ResidueFound), 0u);
}

TEST(Fence, faultsThatComeAndGoUnderAFenceLeaveNoResidue)
{
    for (const std::uint64_t seed : seeds(401, 4)) {
        SCOPED_TRACE(replayHint(seed));
        Rng rng = Rng(seed).fork("trouble");
        FenceRig rig(hardenedWorld(seed, 3, 100));
        rig.advanceTo(kStart + 5s);
        rig.mustOrder("fence ap-southeast-1");
        rig.perform(randomTrouble(rng, rig.sim().config().regions, 6s, 60s, 10));
        rig.order("clear all");
        rig.mustOrder("unfence ap-southeast-1");
        rig.sim().shoppers().rest();
        EXPECT_TRUE(rig.advanceUntil(90s, [&] { return rig.sim().isConverged(); }));
        EXPECT_EQ(rig.count(EventKind::ResidueFound), 0u);
        EXPECT_EQ(rig.watch.text(), "");
    }
}

} // namespace
} // namespace sb
