// SPDX-License-Identifier: GPL-3.0-or-later
// A region that lost its store builds a copy from a peer: under load, under faults, never half.
#include "tests/backend/support/cluster.h"
#include "tests/backend/support/seeds.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

using test::cartKey;
using test::Cluster;
using test::regionAt;

ReplicatorConfig smallChunks()
{
    ReplicatorConfig config;
    config.chunkRowsMax = 50;
    return config;
}

void fill(Cluster& cluster, int writes)
{
    for (int i = 0; i < writes; ++i) {
        cluster.write(static_cast<std::size_t>(i) % cluster.size(),
            cartKey(static_cast<std::uint64_t>(i % 400), static_cast<std::uint64_t>(i % 7)),
            std::to_string(i));
        if (i % 10 == 0)
            cluster.run(5ms);
    }
    cluster.run(3s);
}

TEST(Bootstrap, AnEmptyRegionGoesThroughItsStagesAndEndsWithAnEqualCopy)
{
    Cluster cluster(1, 3, smallChunks());
    fill(cluster, 2'000);
    ASSERT_TRUE(cluster.isConverged());
    cluster.destroy(0);
    cluster.run(5s);
    std::vector<ReplicaStage> stages;
    cluster.replicator(0).setHooks(
        { .onStage = [&](ReplicaStage, ReplicaStage after) { stages.push_back(after); } });
    cluster.rebuild(0);
    EXPECT_EQ(cluster.store(0).count(Table::Carts), 0U);
    EXPECT_EQ(cluster.replica(0).ownLog(), LogId(regionAt(0), 2));
    cluster.run(20s);
    EXPECT_EQ(stages,
        (std::vector { ReplicaStage::Empty, ReplicaStage::Copying, ReplicaStage::CatchingUp,
            ReplicaStage::ServingReads, ReplicaStage::ServingWrites }));
    EXPECT_TRUE(cluster.isConverged());
    EXPECT_GT(cluster.replicator(0).stats().rowsCopied, 50U) << "more than one chunk, or it proves little";
    // Its new log travels like any other.
    cluster.write(0, cartKey(9'999, 1), "after the rebuild");
    cluster.run(3s);
    EXPECT_TRUE(cluster.isConverged());
    EXPECT_EQ(cluster.replica(1).position({ regionAt(0), 2 }), 1U);
}

TEST(Bootstrap, ItEndsEqualUnderLoadCutsAndLostSourcesWhateverTheSeed)
{
    for (const std::uint64_t seed : test::seeds(60)) {
        SCOPED_TRACE(test::replayHint(seed));
        Rng rng(seed);
        Cluster cluster(seed, 3 + seed % 2, smallChunks());
        fill(cluster, 600);
        const std::size_t lost = rng.below(cluster.size());
        cluster.destroy(lost);
        cluster.run(rng.between(100ms, 4s));
        cluster.rebuild(lost);
        std::size_t downed = cluster.size();
        for (int i = 0; i < 120; ++i) {
            cluster.run(rng.between(10ms, 200ms));
            const std::size_t a = rng.below(cluster.size());
            const std::size_t b = (a + 1 + rng.below(cluster.size() - 1)) % cluster.size();
            switch (rng.below(12)) {
            case 0:
                cluster.cut(a, b);
                break;
            case 1:
            case 2:
                cluster.cut(a, b, false);
                break;
            case 3: // a source is lost in mid-copy, with its memory of the session
                if (downed == cluster.size() && a != lost)
                    cluster.replicator(downed = a).setDown(true);
                break;
            case 4:
                if (downed < cluster.size()) {
                    cluster.replicator(downed).setDown(false);
                    cluster.replica(downed).restart();
                    downed = cluster.size();
                }
                break;
            default: // the others go on writing; the new one as soon as it may
                if (a != downed && cluster.replicator(a).stage() == ReplicaStage::ServingWrites)
                    cluster.write(a, cartKey(rng.below(400), rng.below(7)), std::to_string(i));
            }
        }
        if (downed < cluster.size()) {
            cluster.replicator(downed).setDown(false);
            cluster.replica(downed).restart();
        }
        for (std::size_t a = 0; a < cluster.size(); ++a)
            for (std::size_t b = a + 1; b < cluster.size(); ++b)
                cluster.cut(a, b, false);
        cluster.run(60s);
        ASSERT_EQ(cluster.replicator(lost).stage(), ReplicaStage::ServingWrites);
        ASSERT_TRUE(cluster.isConverged());
    }
}

TEST(Bootstrap, WithoutAnySourceNothingIsInstalledAndTheCopyStartsAgainWhenThereIsOne)
{
    Cluster cluster(1, 2, smallChunks());
    fill(cluster, 400);
    cluster.destroy(0);
    cluster.rebuild(0);
    cluster.cut(0, 1);
    cluster.run(30s); // asks in vain
    EXPECT_EQ(cluster.replicator(0).stage(), ReplicaStage::Copying);
    EXPECT_GT(cluster.replicator(0).stats().copiesRestarted, 0U);
    EXPECT_EQ(cluster.store(0).count(Table::Carts), 0U) << "never half";
    cluster.cut(0, 1, false);
    cluster.run(30s);
    EXPECT_EQ(cluster.replicator(0).stage(), ReplicaStage::ServingWrites);
    EXPECT_TRUE(cluster.isConverged());
}

// What one survivor had of the lost log and another had not is passed on, and reaches the rebuilt region too.
TEST(Bootstrap, TheTailOfALostLogThatOneSurvivorHoldsReachesEverybody)
{
    Cluster cluster(1, 3);
    cluster.write(0, cartKey(1, 1), "known to all");
    cluster.run(3s);
    cluster.cut(0, 2);
    cluster.cut(1, 2); // otherwise it would relay
    cluster.write(0, cartKey(2, 2), "known to the second alone");
    cluster.run(1s);
    ASSERT_EQ(cluster.replica(1).position(regionAt(0)), 2U);
    cluster.destroy(0);
    cluster.cut(0, 2, false);
    cluster.cut(0, 1); // so that the snapshot comes from the one that lacks it
    cluster.rebuild(0);
    cluster.run(40s);
    ASSERT_EQ(cluster.replicator(0).stage(), ReplicaStage::ServingWrites);
    ASSERT_EQ(cluster.replica(0).position(regionAt(0)), 1U);
    cluster.cut(1, 2, false);
    cluster.cut(0, 1, false);
    cluster.run(15s);
    EXPECT_EQ(cluster.replica(2).position(regionAt(0)), 2U);
    EXPECT_EQ(cluster.replica(0).position(regionAt(0)), 2U);
    EXPECT_TRUE(cluster.isConverged());
}

// A copy alone would hold rows that it cannot pass on: whoever was away meanwhile would wait for the dead
// source although a survivor has what it lacks.
TEST(Bootstrap, WhoInstallsACopyPassesOnWhatAThirdRegionStillLacks)
{
    Cluster cluster(1, 3, { .chunkRowsMax = 3 });
    fill(cluster, 50);
    cluster.cut(0, 2);
    cluster.cut(1, 2); // the third is away
    for (std::uint64_t i = 0; i < 10; ++i)
        cluster.write(1, cartKey(3, i), "while the third is away");
    cluster.run(2s);
    cluster.destroy(0);
    cluster.run(1s);
    cluster.rebuild(0); // from the second
    cluster.run(20s);
    ASSERT_EQ(cluster.replicator(0).stage(), ReplicaStage::ServingWrites);
    ASSERT_LT(cluster.replica(2).position(regionAt(1)), cluster.replica(0).position(regionAt(1)));
    cluster.destroy(1); // its source is gone, with all it had
    cluster.cut(0, 2, false);
    cluster.run(15s);
    EXPECT_EQ(cluster.replica(2).position(regionAt(1)), cluster.replica(0).position(regionAt(1)));
    EXPECT_EQ(cluster.replica(2).storeDigest(), cluster.replica(0).storeDigest());
}

TEST(Bootstrap, WhoeverIsFurtherBehindThanTheLogsReachIsTold)
{
    Cluster cluster(1, 2);
    fill(cluster, 100);
    cluster.cut(0, 1);
    for (int i = 0; i < 50; ++i)
        cluster.write(0, cartKey(5, static_cast<std::uint64_t>(i)), "x");
    cluster.replica(0).trim(regionAt(0), cluster.replica(0).position(regionAt(0)) - 5);
    int told = 0;
    cluster.replicator(1).setHooks({ .onTooFarBehind = [&](RegionId origin) {
        EXPECT_EQ(origin, regionAt(0));
        ++told;
    } });
    cluster.cut(0, 1, false);
    cluster.run(10s);
    EXPECT_EQ(told, 1);
    EXPECT_FALSE(cluster.isConverged()) << "nothing is skipped";
    cluster.replica(1).loseStore(2);
    cluster.replicator(1).startBootstrap();
    cluster.run(10s);
    EXPECT_TRUE(cluster.isConverged());
}

TEST(Bootstrap, ARestartOverTheSameStoreKnowsWhereItWas)
{
    Cluster cluster(1, 2);
    fill(cluster, 300);
    const auto positions = cluster.replica(0).positions();
    const Hlc last = cluster.replica(0).lastStamp();
    cluster.replicator(0).setDown(true);
    cluster.replica(0).restart();
    cluster.replicator(0).setDown(false);
    EXPECT_EQ(cluster.replica(0).positions(), positions);
    const Version next = cluster.write(0, cartKey(1, 1), "next");
    EXPECT_GT(next.hlc, last) << "no stamp is issued twice";
    cluster.run(3s);
    EXPECT_TRUE(cluster.isConverged());
}

} // namespace
} // namespace sb
