// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/rng.h"
#include "backend/routing/zone.h"
#include "tests/backend/support/seeds.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace sb {
namespace {

constexpr RegionId kA { 0 }, kB { 1 }, kC { 2 };

// Region A is nearest, then C, then B.
struct Group {
    Zone zone { .policy = ZonePolicy::Latency, .records = { kA, kB, kC } };
    Question question { CityId { 0 }, 0, { 20ms, 200ms, 90ms } };
    std::vector<RegionHealth> health = std::vector<RegionHealth>(3);
    std::vector<RegionAdmission> admission = std::vector<RegionAdmission>(3);

    Group& sick(RegionId region)
    {
        health[region.value].isHealthy = false;
        return *this;
    }
    Group& ramp(RegionId region, int perMille)
    {
        admission[region.value].rampPerMille = perMille;
        return *this;
    }
    [[nodiscard]] ZoneDecision decide() const { return sb::decide(zone, question, health, admission); }
};

Group failover()
{
    Group group;
    group.zone.policy = ZonePolicy::Failover;
    group.zone.records = { kB, kA };
    group.question.roundTrip = { 200ms, 20ms };
    return group;
}

ZoneVerdict verdictOf(const ZoneDecision& decision, RegionId region)
{
    for (const ZoneCandidate& candidate : decision.candidates) {
        if (candidate.region == region)
            return candidate.verdict;
    }
    ADD_FAILURE() << "no such candidate";
    return ZoneVerdict::Chosen;
}

struct Case {
    const char* name;
    Group group;
    RegionId answer;
    ZoneReason reason;
};

std::vector<Case> cases()
{
    Group single;
    single.zone.records = { kB };
    single.question.roundTrip = { 200ms };
    Group singleSick = single;
    singleSick.sick(kB);
    Group tie;
    tie.question.roundTrip = { 50ms, 50ms, 50ms };
    return {
        { "the nearest", Group {}, kA, ZoneReason::LowestLatency },
        { "a tie keeps the listed order", tie, kA, ZoneReason::LowestLatency },
        { "the nearest is sick", Group {}.sick(kA), kC, ZoneReason::NextLowestLatency },
        { "only the farthest is well", Group {}.sick(kA).sick(kC), kB, ZoneReason::NextLowestLatency },
        { "a far one is sick", Group {}.sick(kB), kA, ZoneReason::LowestLatency },
        { "all sick: fail open to the nearest", Group {}.sick(kA).sick(kB).sick(kC), kA,
            ZoneReason::FailOpen },
        { "the nearest is held", Group {}.ramp(kA, 0), kC, ZoneReason::NextLowestLatency },
        { "held though well, others sick", Group {}.ramp(kA, 0).sick(kB).sick(kC), kA, ZoneReason::FailOpen },
        { "held and sick, all others sick too", Group {}.ramp(kA, 0).sick(kA).sick(kB).sick(kC), kA,
            ZoneReason::FailOpen },
        { "all held", Group {}.ramp(kA, 0).ramp(kB, 0).ramp(kC, 0), kA, ZoneReason::FailOpen },
        { "primary", failover(), kB, ZoneReason::FailoverPrimary },
        { "primary sick", failover().sick(kB), kA, ZoneReason::FailoverSecondary },
        { "secondary sick", failover().sick(kA), kB, ZoneReason::FailoverPrimary },
        { "both sick: the primary", failover().sick(kA).sick(kB), kB, ZoneReason::FailOpen },
        { "primary held", failover().ramp(kB, 0), kA, ZoneReason::FailoverSecondary },
        { "primary held, secondary sick", failover().ramp(kB, 0).sick(kA), kB, ZoneReason::FailOpen },
        { "one record", single, kB, ZoneReason::OnlyRecord },
        { "one record, sick", singleSick, kB, ZoneReason::FailOpen },
    };
}

TEST(Zone, DecidesAsTheTableSays)
{
    for (const Case& c : cases()) {
        const ZoneDecision decision = c.group.decide();
        EXPECT_EQ(decision.answer, c.answer) << c.name;
        EXPECT_EQ(decision.reason, c.reason) << c.name;
        EXPECT_EQ(verdictOf(decision, decision.answer), ZoneVerdict::Chosen) << c.name;
        EXPECT_EQ(decision.candidates.size(), c.group.zone.records.size()) << c.name;
        EXPECT_EQ(decision.ifAllHealthy, decision.candidates.front().region) << c.name;
    }
}

TEST(Zone, ExplainsEveryCandidate)
{
    const ZoneDecision latency = Group {}.sick(kA).ramp(kC, 0).decide();
    EXPECT_EQ(verdictOf(latency, kA), ZoneVerdict::Unhealthy);
    EXPECT_EQ(verdictOf(latency, kC), ZoneVerdict::HeldOut);
    EXPECT_EQ(verdictOf(latency, kB), ZoneVerdict::Chosen);
    EXPECT_EQ(latency.ifAllHealthy, kA);
    EXPECT_EQ(verdictOf(Group {}.decide(), kB), ZoneVerdict::FurtherAway);
    EXPECT_EQ(verdictOf(failover().decide(), kA), ZoneVerdict::Standby);
    Group outside = Group {}.ramp(kA, 100);
    outside.question.bucket = 100;
    EXPECT_EQ(verdictOf(outside.decide(), kA), ZoneVerdict::OutsideRamp);
    EXPECT_EQ(latency.candidates[1].roundTrip, 90ms); // in order of preference
}

TEST(Zone, ARampAdmitsItsShareOfTheBuckets)
{
    for (const int perMille : { 0, 1, 10, 100, 500, 999, 1000 }) {
        Group group = Group {}.ramp(kA, perMille);
        int admitted = 0;
        for (group.question.bucket = 0; group.question.bucket < 1000; ++group.question.bucket)
            admitted += group.decide().answer == kA ? 1 : 0;
        EXPECT_EQ(admitted, perMille);
    }
}

TEST(Zone, WhoIsInsideARampStaysInsideAsItGrows)
{
    for (std::uint64_t bucket = 0; bucket < 1000; bucket += 7) {
        bool wasInside = false;
        for (const int perMille : { 0, 10, 100, 500, 1000 }) {
            Group group = Group {}.ramp(kA, perMille);
            group.question.bucket = bucket;
            const bool isInside = group.decide().answer == kA;
            EXPECT_TRUE(isInside || !wasInside);
            wasInside = isInside;
        }
        EXPECT_TRUE(wasInside);
    }
}

Group randomGroup(Rng& rng)
{
    const std::size_t count = 1 + rng.below(6);
    Group group;
    group.zone.policy = rng.chance(500'000) ? ZonePolicy::Latency : ZonePolicy::Failover;
    group.zone.records.clear();
    group.question.roundTrip.clear();
    group.question.bucket = rng.below(1000);
    group.health.assign(count, {});
    group.admission.assign(count, {});
    for (std::size_t i = 0; i < count; ++i) {
        group.zone.records.push_back(RegionId { static_cast<std::uint8_t>(count - 1 - i) });
        group.question.roundTrip.push_back(rng.between(1ms, 20ms));
        group.health[i].isHealthy = rng.chance(500'000);
        const int ramps[] = { 0, 10, 500, 1000 };
        group.admission[i].rampPerMille = ramps[rng.below(4)];
    }
    return group;
}

TEST(Zone, IsNeverWithoutAnAnswerAndNeverPrefersASickRegionToAWellOne)
{
    for (const std::uint64_t seed : test::seeds(20)) {
        SCOPED_TRACE(test::replayHint(seed));
        Rng rng(seed);
        for (int i = 0; i < 5'000; ++i) {
            const Group group = randomGroup(rng);
            const auto& records = group.zone.records;
            const ZoneDecision decision = group.decide();
            ASSERT_TRUE(std::find(records.begin(), records.end(), decision.answer) != records.end());
            const auto isWell = [&](RegionId r) { return group.health[r.value].isHealthy; };
            const auto isFree
                = [&](RegionId r) { return isWell(r) && group.admission[r.value].rampPerMille == 1000; };
            if (std::any_of(records.begin(), records.end(), isWell)) {
                ASSERT_TRUE(isWell(decision.answer));
            }
            if (std::any_of(records.begin(), records.end(), isFree)) {
                ASSERT_NE(decision.reason, ZoneReason::FailOpen);
                ASSERT_GT(group.admission[decision.answer.value].rampPerMille, 0);
            }
            const auto chosen = [](const ZoneCandidate& c) { return c.verdict == ZoneVerdict::Chosen; };
            ASSERT_EQ(std::count_if(decision.candidates.begin(), decision.candidates.end(), chosen), 1);
        }
    }
}

TEST(ZoneDeathTest, AZoneWithoutRecordsEndsTheProcess)
{
    Group group;
    group.zone.records.clear();
    group.question.roundTrip.clear();
    EXPECT_DEATH((void)group.decide(), "records");
}

} // namespace
} // namespace sb
