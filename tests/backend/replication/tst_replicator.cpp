// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/support/cluster.h"
#include "tests/backend/support/seeds.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

using test::cartKey;
using test::Cluster;
using test::regionAt;

void writeSome(Cluster& cluster, std::size_t at, std::uint64_t count)
{
    for (std::uint64_t i = 0; i < count; ++i) {
        cluster.write(at, cartKey(at + 1, i), "value " + std::to_string(i));
        cluster.run(5ms);
    }
}

TEST(Replicator, AWriteIsReadableEverywhereWithinAFractionOfASecond)
{
    Cluster cluster(1, 3);
    cluster.run(5s);
    cluster.write(0, cartKey(1, 1), "x");
    cluster.run(10ms);
    EXPECT_EQ(cluster.replica(1).position(regionAt(0)), 0U); // light is not that fast
    cluster.run(300ms);
    for (std::size_t i = 1; i < 3; ++i) {
        ASSERT_NE(cluster.store(i).find(cartKey(1, 1)), nullptr);
        EXPECT_EQ(cluster.store(i).find(cartKey(1, 1))->value, "x");
    }
    EXPECT_TRUE(cluster.isConverged());
}

TEST(Replicator, ALongLogTravelsInManySmallBatches)
{
    for (const ReplicatorConfig& config :
        { ReplicatorConfig { .batchEntriesMax = 3 }, ReplicatorConfig { .batchBytesMax = 100 } }) {
        Cluster cluster(1, 2, config);
        for (std::uint64_t i = 0; i < 100; ++i)
            cluster.write(0, cartKey(1, i), "value");
        cluster.run(500ms);
        EXPECT_LT(cluster.replica(1).position(regionAt(0)), 100U);
        cluster.run(30s);
        EXPECT_EQ(cluster.replica(1).position(regionAt(0)), 100U);
        EXPECT_TRUE(cluster.isConverged());
    }
}

TEST(Replicator, ACutLinkStopsTheFlowAndHealsWithoutLoss)
{
    Cluster cluster(1, 2);
    cluster.run(2s);
    cluster.cut(0, 1);
    writeSome(cluster, 0, 20);
    writeSome(cluster, 1, 20);
    cluster.run(60s);
    EXPECT_EQ(cluster.replica(1).position(regionAt(0)), 0U);
    EXPECT_EQ(cluster.replica(0).position(regionAt(1)), 0U);
    EXPECT_LT(cluster.replicator(1).lastHeard(regionAt(0)), kStart + 3s);
    cluster.cut(0, 1, false);
    cluster.run(10s);
    EXPECT_TRUE(cluster.isConverged());
    EXPECT_EQ(cluster.replica(1).position(regionAt(0)), 20U);
}

TEST(Replicator, ALinkCutOneWayStopsTheFlowToo)
{
    // Pull needs the question there and the answer back: either direction cut stops the stream, not the data.
    Cluster cluster(1, 2);
    cluster.run(2s);
    cluster.network.setLink(regionAt(1), regionAt(0), { .isCut = true }); // questions of 1 do not arrive
    writeSome(cluster, 0, 5);
    cluster.run(30s);
    EXPECT_FALSE(cluster.isConverged());
    cluster.network.setLink(regionAt(1), regionAt(0), {});
    cluster.run(10s);
    EXPECT_TRUE(cluster.isConverged());
}

TEST(Replicator, APausedRegionNeitherShipsNorPulls)
{
    Cluster cluster(1, 3);
    cluster.run(2s);
    cluster.replicator(0).setPaused(true);
    EXPECT_TRUE(cluster.replicator(0).isPaused());
    writeSome(cluster, 0, 10);
    writeSome(cluster, 1, 10);
    cluster.run(30s);
    EXPECT_EQ(cluster.replica(0).position(regionAt(1)), 0U);
    EXPECT_EQ(cluster.replica(1).position(regionAt(0)), 0U);
    EXPECT_EQ(cluster.replica(2).position(regionAt(0)), 0U);
    EXPECT_EQ(cluster.replica(2).position(regionAt(1)), 10U); // the others go on
    cluster.replicator(0).setPaused(false);
    cluster.run(10s);
    EXPECT_TRUE(cluster.isConverged());
}

TEST(Replicator, ARegionThatWasDownCatchesUp)
{
    Cluster cluster(1, 3);
    cluster.run(2s);
    cluster.replicator(2).setDown(true);
    EXPECT_TRUE(cluster.replicator(2).isDown());
    writeSome(cluster, 0, 30);
    cluster.run(60s);
    EXPECT_EQ(cluster.replica(2).position(regionAt(0)), 0U);
    cluster.replicator(2).setDown(false);
    cluster.run(10s);
    EXPECT_TRUE(cluster.isConverged());
}

TEST(Replicator, ASurvivorRelaysWhatADeadRegionHadTold)
{
    Cluster cluster(1, 3);
    cluster.run(2s);
    cluster.cut(0, 1); // 1 cannot hear 0; 2 can
    writeSome(cluster, 0, 25);
    cluster.run(1s);
    EXPECT_EQ(cluster.replica(2).position(regionAt(0)), 25U);
    cluster.replicator(0).setDown(true);
    cluster.run(30s);
    EXPECT_EQ(cluster.replica(1).position(regionAt(0)), 25U);
    EXPECT_EQ(cluster.replica(1).digest(), cluster.replica(2).digest());
}

TEST(Replicator, WhatNobodyHeardOfADeadRegionComesWithItsReturn)
{
    Cluster cluster(1, 3);
    cluster.run(2s);
    cluster.write(0, cartKey(1, 1), "acknowledged");
    cluster.replicator(0).setDown(true);
    cluster.run(60s);
    EXPECT_EQ(cluster.store(1).find(cartKey(1, 1)), nullptr);
    cluster.replicator(0).setDown(false);
    cluster.run(10s);
    ASSERT_NE(cluster.store(1).find(cartKey(1, 1)), nullptr);
    EXPECT_TRUE(cluster.isConverged());
}

void disturb(Cluster& cluster, Rng& rng)
{
    const std::size_t at = rng.below(cluster.size());
    switch (rng.below(4)) {
    case 0:
        cluster.network.setLink(regionAt(at), regionAt(rng.below(cluster.size())),
            { .isCut = rng.chance(600'000), .added = rng.between(0us, 2s) });
        break;
    case 1:
        cluster.replicator(at).setPaused(rng.chance(500'000));
        break;
    case 2:
        cluster.replicator(at).setDown(rng.chance(500'000));
        break;
    default:
        cluster.write(at, cartKey(rng.below(3), rng.below(6)), std::to_string(rng.next()));
        break;
    }
}

TEST(Replicator, CopiesConvergeAfterAnyStormOfFaults)
{
    for (const std::uint64_t seed : test::seeds(60)) {
        SCOPED_TRACE(test::replayHint(seed));
        Rng rng(seed);
        // In every third one a few entries are a backlog, and answers are of several batches.
        Cluster cluster(
            seed, 2 + rng.below(3), { .batchEntriesMax = seed % 3 == 0 ? std::size_t { 2 } : 4'000 });
        for (int i = 0; i < 300; ++i) {
            if (rng.chance(500'000))
                cluster.write(rng.below(cluster.size()), cartKey(rng.below(3), rng.below(6)), "w");
            else
                disturb(cluster, rng);
            cluster.run(rng.between(0us, 400ms));
        }
        for (std::size_t i = 0; i < cluster.size(); ++i) {
            cluster.replicator(i).setPaused(false);
            cluster.replicator(i).setDown(false);
            for (std::size_t j = 0; j < cluster.size(); ++j)
                cluster.network.setLink(regionAt(i), regionAt(j), {});
        }
        cluster.run(20s);
        ASSERT_TRUE(cluster.isConverged());
    }
}

TEST(Replicator, TheSameSeedGivesTheSameHash)
{
    std::uint64_t hashes[2];
    for (std::uint64_t& hash : hashes) {
        Cluster cluster(9, 3);
        writeSome(cluster, 0, 10);
        cluster.cut(0, 2);
        writeSome(cluster, 2, 10);
        cluster.run(20s);
        hash = cluster.world.stateHash();
    }
    EXPECT_EQ(hashes[0], hashes[1]);
}

// The copy came from a peer that lacked the end of what the lost store had written; another peer has it.
// Nobody writes meanwhile, so the others cannot tell from a new log that the old one is over.
TEST(Replicator, ARebuiltRegionFindsTheEndOfItsOldLogAtWhomeverHasIt)
{
    Cluster cluster(1, 3);
    for (std::uint64_t n = 1; n <= 20; ++n)
        cluster.write(0, test::cartKey(1, n), "early");
    cluster.run(5s);
    cluster.cut(0, 2);
    cluster.cut(1, 2);
    for (std::uint64_t n = 1; n <= 20; ++n)
        cluster.write(0, test::cartKey(2, n), "late");
    cluster.run(5s);
    const LogId old { regionAt(0) };
    ASSERT_EQ(cluster.replica(1).position(old), 40U);
    ASSERT_EQ(cluster.replica(2).position(old), 20U);
    cluster.replicator(0).setDown(true);
    cluster.run(1s);
    cluster.replica(0).loseStore(2);
    cluster.replicator(0).setDown(false);
    cluster.cut(0, 1);
    cluster.cut(0, 2, false);
    cluster.replicator(0).startBootstrap();
    ASSERT_LT(cluster.replicator(0).stage(), ReplicaStage::ServingReads);
    cluster.run(3s);
    ASSERT_EQ(cluster.replica(0).position(old), 20U);
    cluster.cut(0, 1, false);
    cluster.cut(1, 2, false);
    cluster.run(20s);
    EXPECT_EQ(cluster.replica(0).position(old), 40U);
    EXPECT_EQ(cluster.replicator(0).stage(), ReplicaStage::ServingWrites);
    EXPECT_TRUE(cluster.replica(0).hasEqualPositions(cluster.replica(1)));
    EXPECT_EQ(cluster.replica(0).digest(), cluster.replica(1).digest());
}

// Region 1 answers what region 0 wrote; region 2 hears region 1 at once and region 0 late.
struct Answered {
    explicit Answered(const ReplicatorConfig& config)
        : cluster(1, 3, config)
    {
        cluster.run(3s);
        cluster.network.setLink(regionAt(0), regionAt(2), { .added = 2s });
        cluster.write(0, cartKey(1, 1), "question");
        cluster.run(400ms);
        EXPECT_NE(cluster.store(1).find(cartKey(1, 1)), nullptr);
        cluster.write(1, cartKey(1, 2), "answer");
    }
    // True when region 2 shows the answer without the question at some instant of the time to come.
    bool isUpsideDown(Duration span)
    {
        bool isSeen = false;
        for (Duration passed = 0us; passed < span; passed += 5ms) {
            cluster.run(5ms);
            isSeen = isSeen
                || (cluster.store(2).find(cartKey(1, 2)) != nullptr
                    && cluster.store(2).find(cartKey(1, 1)) == nullptr);
        }
        return isSeen;
    }
    Cluster cluster;
};

TEST(Replicator, WithoutCausalDeliveryAnAnswerMayBeReadBeforeItsQuestion)
{
    Answered answered({});
    EXPECT_TRUE(answered.isUpsideDown(10s));
    EXPECT_TRUE(answered.cluster.isConverged());
}

TEST(Replicator, CausalDeliveryBringsTheQuestionWithTheAnswer)
{
    Answered answered({ .deliversCausally = true });
    EXPECT_FALSE(answered.isUpsideDown(1500ms));
    EXPECT_NE(answered.cluster.store(2).find(cartKey(1, 2)), nullptr)
        << "who sent the answer was asked for the question, too";
    EXPECT_FALSE(answered.isUpsideDown(10s));
    EXPECT_TRUE(answered.cluster.isConverged());
    const Replicator::Stats& stats = answered.cluster.replicator(2).stats();
    EXPECT_EQ(stats.waitsForCauses, 1U);
    EXPECT_EQ(stats.causesGivenUp, 0U);
}

TEST(Replicator, CausalDeliveryDrainsALongBacklogOfManyLogsInSmallBatches)
{
    Cluster cluster(1, 4, { .batchEntriesMax = 3, .deliversCausally = true });
    cluster.run(3s);
    for (std::size_t other = 0; other < 3; ++other)
        cluster.cut(other, 3);
    for (std::uint64_t i = 0; i < 60; ++i) {
        cluster.write(i % 3, cartKey(i % 3 + 1, i), "each has seen some of the others");
        cluster.run(300ms);
    }
    cluster.cut(1, 3, false); // one of them alone relays all three logs
    cluster.run(60s);
    EXPECT_TRUE(cluster.replica(3).hasEqualPositions(cluster.replica(1)));
    EXPECT_EQ(cluster.replicator(3).stats().causesGivenUp, 0U);
}

TEST(Replicator, CausesThatNobodyHasAreGivenUpAfterAWhile)
{
    Cluster cluster(1, 2, { .deliversCausally = true, .causesPatience = 5s });
    cluster.run(3s);
    LogEntry entry;
    entry.version = { Hlc { cluster.replica(0).localMillis() << 16 }, regionAt(0), 1, 1 };
    entry.seen = { 0, 0, 7 }; // seven entries of a log that is in no copy
    entry.mutations.push_back({ cartKey(1, 1), false, "x" });
    const auto deliver = [&] {
        ReplicationMessage batch;
        batch.kind = ReplicationMessage::Kind::Batch;
        batch.from = regionAt(0);
        batch.entries.push_back(entry);
        cluster.replicator(1).deliver(batch);
    };
    deliver();
    cluster.run(4s);
    deliver();
    EXPECT_EQ(cluster.replica(1).position(regionAt(0)), 0U);
    cluster.run(2s);
    deliver();
    EXPECT_EQ(cluster.replica(1).position(regionAt(0)), 1U);
    EXPECT_EQ(cluster.replicator(1).stats().causesGivenUp, 1U);
}

} // namespace
} // namespace sb
