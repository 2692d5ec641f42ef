// SPDX-License-Identifier: GPL-3.0-or-later
// What a region goes through whose replication is paused, or whose strong tables lose their quorum: golden
// vectors 35 and 36 of the routing rules. (37, one-way pauses of an object store, needs objects first.)
#include "tests/scenario/rig.h"

#include <array>

namespace sb {
namespace {

using namespace test;

// How calls ended, by region.
class Outcomes final : public ShopperObserver {
public:
    struct Count {
        int good = 0, bad = 0;
    };
    void onCall(const CallOutcome& outcome) override
    {
        auto& kind = outcome.call == Call::ClaimCoupon ? claims : others;
        ++(outcome.isOk ? kind[outcome.region.value].good : kind[outcome.region.value].bad);
    }
    void onOrder(const AcknowledgedOrder&) override { }
    std::array<Count, 3> claims {}, others {};
};

RunConfig world(std::uint64_t seed, DataProfile profile)
{
    RunConfig config = smallWorld(seed, 3, 60);
    config.profile = profile;
    config.couponsPercent = 60;
    return config;
}

} // namespace

TEST(Pauses, GoldenVector35_AnEventualTableGoesOnInTheRegionAndBetweenTheOthersAndConvergesAfterwards)
{
    for (const std::uint64_t seed : seeds(3501, 3)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(world(seed, DataProfile::AsAws));
        rig.advance(30s);
        rig.mustOrder("fail replication-paused eu-west-1 for 1m");
        const std::uint64_t before = rig.sim().region(region(0)).counters().writes;
        rig.advance(50s);
        const auto lag = [&](std::size_t from, std::size_t to) {
            return rig.sim().answerWatch().lag(region(from), region(to));
        };
        for (const std::size_t other : { 1U, 2U }) {
            EXPECT_GT(lag(0, other), 30s) << "Ireland still ships to region " << other;
            EXPECT_GT(lag(other, 0), 30s) << "Ireland still hears of region " << other;
        }
        EXPECT_LT(lag(1, 2), 5s);
        EXPECT_LT(lag(2, 1), 5s);
        EXPECT_GT(rig.sim().region(region(0)).counters().writes, before + 20) << "local writes have stopped";
        rig.advance(30s);
        EXPECT_TRUE(rig.advanceUntil(
            90s, [&] { return rig.sim().isConverged(); }, 10ms))
            << "no moment with equal copies after the pause";
        EXPECT_EQ(rig.count(EventKind::WriteLost), 0U);
    }
}

TEST(Pauses, GoldenVector36_AStrongTableRefusesInTheIsolatedRegionWhichServesReadsAndTheOthersAreNormal)
{
    for (const std::uint64_t seed : seeds(3601, 3)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(world(seed, DataProfile::Hardened));
        rig.advance(30s);
        rig.mustOrder("fail link-partitioned eu-west-1 with ap-southeast-1 for 2m");
        rig.mustOrder("fail link-partitioned eu-west-1 with us-east-1 for 2m");
        rig.advance(20s); // what was under way has ended
        Outcomes outcomes;
        rig.sim().shoppers().observe(&outcomes);
        rig.advance(80s);
        EXPECT_GT(outcomes.claims[0].bad, 20) << "hardly anybody tried";
        // A coupon whose holder the region knows already is answered from its copy: that stays true.
        EXPECT_LT(outcomes.claims[0].good, outcomes.claims[0].bad / 4);
        EXPECT_GT(outcomes.others[0].good, 20 * std::max(1, outcomes.others[0].bad)) << "reads have stopped";
        for (const std::size_t other : { 1U, 2U }) {
            EXPECT_GT(outcomes.claims[other].good, 10) << "region " << other;
            EXPECT_LT(outcomes.claims[other].bad, outcomes.claims[other].good / 4) << "region " << other;
        }
        rig.advance(60s); // and everybody may ask again
        EXPECT_TRUE(rig.advanceUntil(
            90s, [&] { return rig.sim().isConverged(); }, 10ms));
    }
}

} // namespace sb
