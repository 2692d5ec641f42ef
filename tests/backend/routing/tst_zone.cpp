// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/rng.h"
#include "backend/net/atlas.h"
#include "backend/routing/zone.h"
#include "tests/backend/support/seeds.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace sb {
namespace {

constexpr RegionId kA { 0 }, kB { 1 }, kC { 2 };

const std::vector<std::string> kCodes { "eu-west-1", "us-east-1", "ap-southeast-1" };

// Region A is nearest, then C, then B.
struct Group {
    PolicyKind policy = PolicyKind::Latency;
    std::size_t count = 3;
    std::vector<Duration> roundTrip { 20ms, 200ms, 90ms };
    std::uint32_t bucket = 0;
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
    [[nodiscard]] Asker asker() const
    {
        Asker asker = *askerInCity("Dublin");
        asker.bucket = bucket;
        for (std::size_t i = 0; i < count; ++i)
            asker.roundTrip[*atlas().findRegion(codes()[i])] = roundTrip[i];
        return asker;
    }
    [[nodiscard]] std::vector<std::string> codes() const
    {
        std::vector<std::string> codes(kCodes);
        for (std::size_t i = 0; i < atlas().regions.size() && codes.size() < count; ++i)
            if (std::find(codes.begin(), codes.end(), atlas().regions[i].code) == codes.end())
                codes.push_back(atlas().regions[i].code);
        codes.resize(count);
        return codes;
    }
    [[nodiscard]] ZoneDecision decide() const
    {
        ZoneDesk desk(ownRunZone(policy, codes(), 60s));
        Rng rng(1);
        RngDraws draws(rng);
        const auto cut = [&](auto list) {
            list.resize(count);
            return list;
        };
        return desk.decide(asker(), cut(health), cut(admission), draws);
    }
};

// A is primary.
Group failover()
{
    Group group;
    group.policy = PolicyKind::Failover;
    group.count = 2;
    group.roundTrip = { 200ms, 20ms };
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
    single.count = 1;
    Group singleSick = single;
    singleSick.sick(kA);
    Group tie;
    tie.roundTrip = { 50ms, 50ms, 50ms };
    Group chain = failover();
    chain.count = 3;
    chain.roundTrip = { 200ms, 20ms, 90ms };
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
        { "primary", failover(), kA, ZoneReason::FailoverPrimary },
        { "primary sick", failover().sick(kA), kB, ZoneReason::FailoverSecondary },
        { "secondary sick", failover().sick(kB), kA, ZoneReason::FailoverPrimary },
        { "both sick: the primary", failover().sick(kA).sick(kB), kA, ZoneReason::FailOpen },
        { "primary held", failover().ramp(kA, 0), kB, ZoneReason::FailoverSecondary },
        { "primary held, secondary sick", failover().ramp(kA, 0).sick(kB), kA, ZoneReason::FailOpen },
        { "third in line", Group(chain).sick(kA).sick(kB), kC, ZoneReason::FailoverSecondary },
        { "second held, third well", Group(chain).sick(kA).ramp(kB, 0), kC, ZoneReason::FailoverSecondary },
        { "second held, all others sick", Group(chain).sick(kA).ramp(kB, 0).sick(kC), kB,
            ZoneReason::FailOpen },
        { "three sick", Group(chain).sick(kA).sick(kB).sick(kC), kA, ZoneReason::FailOpen },
        { "one record", single, kA, ZoneReason::OnlyRecord },
        { "one record, sick", singleSick, kA, ZoneReason::FailOpen },
    };
}

TEST(Zone, DecidesAsTheTableSays)
{
    for (const Case& c : cases()) {
        const ZoneDecision decision = c.group.decide();
        EXPECT_EQ(decision.answer, c.answer) << c.name;
        EXPECT_EQ(decision.reason, c.reason) << c.name;
        EXPECT_EQ(verdictOf(decision, decision.answer), ZoneVerdict::Chosen) << c.name;
        EXPECT_EQ(decision.candidates.size(), c.group.count) << c.name;
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
    EXPECT_EQ(verdictOf(failover().decide(), kB), ZoneVerdict::Standby);
    Group outside = Group {}.ramp(kA, 100);
    outside.bucket = 100;
    EXPECT_EQ(verdictOf(outside.decide(), kA), ZoneVerdict::OutsideRamp);
    EXPECT_EQ(latency.candidates[1].roundTrip, 90ms); // in order of preference
}

TEST(Zone, ARampAdmitsItsShareOfTheBuckets)
{
    for (const int perMille : { 0, 1, 10, 100, 500, 999, 1000 }) {
        Group group = Group {}.ramp(kA, perMille);
        int admitted = 0;
        for (group.bucket = 0; group.bucket < 1000; ++group.bucket)
            admitted += group.decide().answer == kA ? 1 : 0;
        EXPECT_EQ(admitted, perMille);
    }
}

TEST(Zone, WhoIsInsideARampStaysInsideAsItGrows)
{
    for (std::uint32_t bucket = 0; bucket < 1000; bucket += 7) {
        bool wasInside = false;
        for (const int perMille : { 0, 10, 100, 500, 1000 }) {
            Group group = Group {}.ramp(kA, perMille);
            group.bucket = bucket;
            const bool isInside = group.decide().answer == kA;
            EXPECT_TRUE(isInside || !wasInside);
            wasInside = isInside;
        }
        EXPECT_TRUE(wasInside);
    }
}

Group randomGroup(Rng& rng)
{
    Group group;
    group.policy = static_cast<PolicyKind>(rng.below(8));
    group.count = 1 + rng.below(6);
    if (group.policy == PolicyKind::Failover)
        group.count = std::max<std::size_t>(group.count, 2);
    group.bucket = static_cast<std::uint32_t>(rng.below(1000));
    group.roundTrip.clear();
    group.health.assign(group.count, {});
    group.admission.assign(group.count, {});
    for (std::size_t i = 0; i < group.count; ++i) {
        group.roundTrip.push_back(rng.between(1ms, 20ms));
        group.health[i].isHealthy = rng.chance(500'000);
        const int ramps[] = { 0, 10, 500, 1000 };
        group.admission[i].rampPerMille = ramps[rng.below(4)];
    }
    return group;
}

TEST(Zone, OfAnyPolicyIsNeverWithoutAnAnswerAndNeverPrefersASickRegionToAWellOne)
{
    for (const std::uint64_t seed : test::seeds(20)) {
        SCOPED_TRACE(test::replayHint(seed));
        Rng rng(seed);
        for (int i = 0; i < 100; ++i) {
            const Group group = randomGroup(rng);
            const ZoneDecision decision = group.decide();
            ASSERT_LT(decision.answer.value, group.count);
            ASSERT_LT(decision.ifAllHealthy.value, group.count);
            const auto chosen = [](const ZoneCandidate& c) { return c.verdict == ZoneVerdict::Chosen; };
            ASSERT_EQ(std::count_if(decision.candidates.begin(), decision.candidates.end(), chosen), 1);
            bool isAnyWell = false, isAnyFree = false;
            for (std::size_t r = 0; r < group.count; ++r) {
                isAnyWell = isAnyWell || group.health[r].isHealthy;
                isAnyFree
                    = isAnyFree || (group.health[r].isHealthy && group.admission[r].rampPerMille == 1000);
            }
            if (group.policy == PolicyKind::Simple) // whatever their health
                continue;
            if (isAnyWell) {
                ASSERT_TRUE(group.health[decision.answer.value].isHealthy);
            }
            if (isAnyFree && group.policy != PolicyKind::Geolocation && group.policy != PolicyKind::IpBased) {
                ASSERT_NE(decision.reason, ZoneReason::FailOpen);
                ASSERT_GT(group.admission[decision.answer.value].rampPerMille, 0);
            }
        }
    }
}

TEST(Zone, ARegionWhoseControlIsOffCountsAsUnhealthy)
{
    for (const PolicyKind policy :
        { PolicyKind::Weighted, PolicyKind::Failover, PolicyKind::Latency, PolicyKind::Geolocation,
            PolicyKind::Geoproximity, PolicyKind::IpBased, PolicyKind::Multivalue }) {
        Group group;
        group.policy = policy;
        ZoneDesk desk(ownRunZone(policy, group.codes(), 60s));
        desk.setControl(kA, false);
        Rng rng(1);
        RngDraws draws(rng);
        for (int i = 0; i < 20; ++i)
            EXPECT_NE(desk.decide(group.asker(), group.health, group.admission, draws).answer, kA);
        desk.setControl(kB, false);
        desk.setControl(kC, false);
        EXPECT_TRUE(desk.decide(group.asker(), group.health, group.admission, draws).answer.isValid());
    }
}

TEST(Zone, OfOneOwnHasValuesThatCanBeToldToBeRegions)
{
    const auto read = [](const std::string& value, const std::string& identifier) {
        ZoneFile file;
        ZoneRecord record;
        record.name = "shop.example.com.";
        record.setIdentifier = identifier;
        record.policy = WeightedPolicy { 1 };
        record.values = { value };
        file.records.push_back(record);
        return runZoneFrom(file, "shop.example.com", kCodes);
    };
    EXPECT_EQ(read("198.51.100.1", "in us-east-1")->valueRegions[0][0], kB);
    EXPECT_EQ(read("192.0.2.3", "third")->valueRegions[0][0], kC);
    EXPECT_EQ(read("192.0.2.3", "us-east-1")->valueRegions[0][0], kB); // words before numbers
    EXPECT_FALSE(read("x", "us-east-1")->isOwn);
    const auto refused = read("198.51.100.1", "x");
    ASSERT_FALSE(refused.has_value());
    EXPECT_NE(refused.error().what.find("stands for no region of this run"), std::string::npos);
    EXPECT_FALSE(runZoneFrom({}, "shop.example.com", kCodes).has_value());
}

TEST(ZoneDeathTest, HealthOfAnotherNumberOfRegionsEndsTheProcess)
{
    ZoneDesk desk(ownRunZone(PolicyKind::Latency, kCodes, 60s));
    Rng rng(1);
    RngDraws draws(rng);
    EXPECT_DEATH((void)desk.decide({}, {}, {}, draws), "health");
}

} // namespace
} // namespace sb
