// SPDX-License-Identifier: GPL-3.0-or-later
// Clocks that are wrong: who wins then, what waits, and what no clock may do.
#include "tests/backend/support/cluster.h"
#include "tests/backend/support/seeds.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

using test::cartKey;
using test::Cluster;
using test::regionAt;

std::string read(Cluster& cluster, std::size_t at, const Key& key)
{
    const Item item = *cluster.store(at).find(key);
    return std::string(cluster.replica(at).plain(key.table, item));
}

TEST(Clocks, ADriftGainsWhatItSaysAndASkewStaysWhatItIs)
{
    EXPECT_EQ(clockError({ .offset = -30s }, kStart + 1h), -30s);
    EXPECT_EQ(clockError({ .driftPpm = 10'000, .driftsSince = kStart + 10s }, kStart + 110s), 1s);
    EXPECT_EQ(clockError({ .offset = 1s, .driftPpm = -10'000, .driftsSince = kStart }, kStart + 100s), 0s);
    EXPECT_EQ(clockMillis({ .offset = 5ms }, kStart), clockMillis({}, kStart) + 5);
}

TEST(Clocks, ARegionThatRunsAheadWinsEveryConflictUnderTheFaithfulProfile)
{
    Cluster cluster(1, 2);
    cluster.replica(0).setClock({ .offset = 30s });
    cluster.run(1s);
    cluster.write(0, cartKey(1, 1), "ahead");
    cluster.cut(0, 1);
    cluster.run(10s);
    cluster.write(1, cartKey(1, 1), "ten seconds later"); // does not know of the other
    cluster.cut(0, 1, false);
    cluster.run(5s);
    ASSERT_TRUE(cluster.isConverged());
    EXPECT_EQ(read(cluster, 1, cartKey(1, 1)), "ahead");
}

TEST(Clocks, ChangesFromTheFutureWaitUntilTheirTimeHasComeAndDragNoClockAlong)
{
    DataPolicies policies = hardenedPolicies();
    Cluster cluster(1, 3, {}, 0, policies);
    std::vector<Duration> told;
    cluster.replicator(1).setHooks(
        { .onQuarantine = [&](RegionId, Duration ahead) { told.push_back(ahead); } });
    cluster.replica(0).setClock({ .offset = 30s });
    cluster.run(1s);
    cluster.write(0, cartKey(1, 1), "from the future");
    cluster.run(10s);
    EXPECT_EQ(cluster.replica(1).position(regionAt(0)), 0U);
    EXPECT_LT(cluster.replica(1).lastStamp().millis(), clockMillis({}, cluster.world.now()) + 500);
    ASSERT_EQ(told.size(), 1U) << "once for the wait, not once for each time it asked";
    EXPECT_GT(told[0], 29s);
    cluster.run(25s);
    EXPECT_EQ(cluster.replica(1).position(regionAt(0)), 1U) << "nothing is lost: it was only early";
    EXPECT_TRUE(cluster.isConverged());
}

TEST(Clocks, NoStampFurtherAheadThanTheBoundIsEverAccepted)
{
    for (const std::uint64_t seed : test::seeds(40)) {
        SCOPED_TRACE(test::replayHint(seed));
        Rng rng(seed);
        Cluster cluster(seed, 3, {}, 0, hardenedPolicies());
        for (int i = 0; i < 200; ++i) {
            cluster.run(rng.between(1ms, 300ms));
            const std::size_t at = rng.below(3);
            if (rng.chance(60'000))
                cluster.replica(at).setClock({ .offset = rng.between(-3s, 3s),
                    .driftPpm = rng.between(-20'000, 20'000),
                    .driftsSince = cluster.world.now() });
            const Hlc before = cluster.replica(at).lastStamp();
            const Version mine = cluster.write(at, cartKey(rng.below(5), 1), std::to_string(i));
            ASSERT_GT(mine.hlc, before);
        }
        for (std::size_t i = 0; i < 3; ++i)
            cluster.replica(i).setClock({});
        cluster.run(30s);
        ASSERT_TRUE(cluster.isConverged());
    }
}

TEST(Clocks, ThreeClocksKnowWhichOfThemIsWrongAndTwoDoNot)
{
    for (const std::size_t count : { std::size_t { 2 }, std::size_t { 3 } }) {
        Cluster cluster(1, count, {}, 0, hardenedPolicies());
        cluster.replica(0).setClock({ .offset = 5s });
        cluster.run(5s);
        const auto lead = cluster.replicator(0).clockLead();
        const auto other = cluster.replicator(1).clockLead();
        if (count == 2) {
            EXPECT_FALSE(lead.has_value());
            EXPECT_FALSE(other.has_value());
            continue;
        }
        ASSERT_TRUE(lead && other);
        EXPECT_NEAR(static_cast<double>(lead->count()), 5e6, 2e5);
        EXPECT_NEAR(static_cast<double>(other->count()), 0, 2e5);
    }
}

TEST(Clocks, AConflictWithinTheBoundIsMarkedAsNotProvable)
{
    struct Ear final : ReplicaListener {
        void onEntry(RegionId, const LogEntry&, bool, bool) override { }
        void onConflict(RegionId, const Conflict& conflict) override { found.push_back(conflict); }
        std::vector<Conflict> found;
    } ear;
    Cluster cluster(1, 2);
    cluster.replica(1).listen(&ear);
    cluster.run(1s);
    cluster.cut(0, 1);
    cluster.write(0, cartKey(1, 1), "a");
    cluster.write(0, cartKey(2, 2), "a");
    cluster.run(100ms);
    cluster.write(1, cartKey(1, 1), "100 ms later");
    cluster.run(10s);
    cluster.write(1, cartKey(2, 2), "10 s later");
    cluster.cut(0, 1, false);
    cluster.run(5s);
    ASSERT_EQ(ear.found.size(), 2U);
    for (const Conflict& conflict : ear.found)
        EXPECT_EQ(conflict.isOrderProvable, conflict.key.partition == 2);
}

} // namespace
} // namespace sb
