// SPDX-License-Identifier: GPL-3.0-or-later
// Whole runs by each of the eight policies, and DNS edges that hear nothing of a region's death.
#include "tests/scenario/rig.h"

#include <algorithm>

namespace sb {
namespace {

using namespace test;

class EveryPolicy : public testing::TestWithParam<RoutingPolicy> { };

TEST_P(EveryPolicy, TakesCustomersAwayFromADeadRegionUnlessItHasNoChecks)
{
    RunConfig config = smallWorld(71, 3, 80);
    config.policy = GetParam();
    config.ttl = 20s;
    config.healthThreshold = 1;
    Rig rig(config);
    rig.advanceTo(kStart + 60s);
    const std::vector<std::uint64_t> before = rig.sim().resolvers().liveAnswers();
    EXPECT_GT(before[0], 0U);
    if (config.policy != RoutingPolicy::Failover) {
        EXPECT_GT(before[1] + before[2], 0U);
    }
    rig.mustOrder("fail region-outage eu-west-1 for 30m");
    ASSERT_TRUE(rig.advanceUntil(2min, [&] { return rig.count(EventKind::HealthRed) > 0; }));
    rig.advance(30s);
    const std::vector<std::uint64_t> after = rig.sim().resolvers().liveAnswers();
    EXPECT_GT(after[1] + after[2], 0U);
    if (config.policy == RoutingPolicy::Simple) {
        EXPECT_GT(after[0], 0U); // nobody checks a simple record
    } else {
        EXPECT_EQ(after[0], 0U);
    }
    const RecordedDecision& last = rig.sim().resolvers().decisions().back();
    ASSERT_NE(Resolvers::explanationOf(last), nullptr);
    EXPECT_NE(Resolvers::explanationOf(last)->find(toString(config.policy)), std::string::npos);
}

TEST_P(EveryPolicy, RunsTheSameWayTwice)
{
    std::vector<std::uint64_t> hashes;
    for (int run = 0; run < 2; ++run) {
        RunConfig config = smallWorld(72, 2, 60);
        config.policy = GetParam();
        Rig rig(config);
        rig.advanceTo(kStart + 40s);
        rig.mustOrder("fail region-outage eu-west-1 for 1m");
        rig.advance(60s);
        hashes.push_back(rig.sim().world().stateHash());
    }
    EXPECT_EQ(hashes[0], hashes[1]);
}

INSTANTIATE_TEST_SUITE_P(All, EveryPolicy,
    testing::Values(RoutingPolicy::Latency, RoutingPolicy::Failover, RoutingPolicy::Weighted,
        RoutingPolicy::Geolocation, RoutingPolicy::Geoproximity, RoutingPolicy::IpBased,
        RoutingPolicy::Multivalue, RoutingPolicy::Simple),
    [](const testing::TestParamInfo<RoutingPolicy>& tested) {
        std::string name(toString(tested.param));
        std::replace(name.begin(), name.end(), '-', '_');
        return name;
    });

TEST(EdgesCut, KeepSendingTheirCitiesToADeadRegionUntilTheyCatchUp)
{
    RunConfig config = smallWorld(73, 2, 80);
    config.ttl = 20s;
    config.healthThreshold = 1;
    Rig rig(config);
    rig.advanceTo(kStart + 40s);
    rig.mustOrder("fail edges-cut eu-west-1 for 3m");
    rig.mustOrder("fail region-outage eu-west-1 for 30m");
    ASSERT_TRUE(rig.advanceUntil(2min, [&] { return rig.count(EventKind::HealthRed) > 0; }));
    rig.advance(40s); // propagation and a time to live are over
    EXPECT_GT(rig.sim().resolvers().liveAnswers()[0], 0U);
    EXPECT_EQ(rig.count(EventKind::EdgesDisagree), 1U);
    EXPECT_EQ(rig.count(EventKind::EdgesAgree), 0U);
    ASSERT_TRUE(rig.advanceUntil(4min, [&] { return rig.count(EventKind::FaultExpired) > 0; }));
    rig.advance(30s);
    EXPECT_EQ(rig.sim().resolvers().liveAnswers()[0], 0U);
    EXPECT_EQ(rig.count(EventKind::EdgesAgree), 1U);
    EXPECT_EQ(rig.count(EventKind::ResidueVerified), 1U);
    EXPECT_EQ(rig.count(EventKind::ResidueFound), 0U);
}

} // namespace
} // namespace sb
