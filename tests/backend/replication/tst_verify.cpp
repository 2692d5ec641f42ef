// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison of two copies at equal positions.
#include "tests/backend/support/cluster.h"
#include "tests/backend/support/seeds.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

using test::cartKey;
using test::Cluster;
using test::regionAt;

struct Verdict {
    int count = 0;
    VerifyOutcome last;
    auto note()
    {
        return [this](const VerifyOutcome& outcome) {
            ++count;
            last = outcome;
        };
    }
};

void writeEverywhere(Cluster& cluster)
{
    for (std::size_t i = 0; i < cluster.size(); ++i)
        for (std::uint64_t book = 0; book < 10; ++book)
            cluster.write(i, cartKey(1, book), std::to_string(i));
}

TEST(Verify, EqualCopiesAreFoundEqual)
{
    Cluster cluster(1, 3);
    writeEverywhere(cluster);
    cluster.run(5s);
    Verdict verdict;
    cluster.replicator(0).startVerify(regionAt(1), verdict.note());
    cluster.run(2s);
    ASSERT_EQ(verdict.count, 1);
    EXPECT_TRUE(verdict.last.isEqual);
    EXPECT_EQ(verdict.last.peer, regionAt(1));
    EXPECT_EQ(verdict.last.digest, verdict.last.peerDigest);
    EXPECT_EQ(verdict.last.digest, cluster.replica(0).digest());
}

TEST(Verify, ATamperedCopyIsCaughtWhicheverSideItIsOn)
{
    for (const std::size_t tampered : { std::size_t { 0 }, std::size_t { 1 } }) {
        Cluster cluster(1, 2);
        writeEverywhere(cluster);
        cluster.run(5s);
        Item item = *cluster.store(tampered).find(cartKey(1, 4));
        item.value += "!"; // same version, other bytes: nothing but a digest would notice
        cluster.store(tampered).put(cartKey(1, 4), item);
        Verdict verdict;
        cluster.replicator(0).startVerify(regionAt(1), verdict.note());
        cluster.run(2s);
        ASSERT_EQ(verdict.count, 1);
        EXPECT_FALSE(verdict.last.isEqual);
        EXPECT_NE(verdict.last.digest, verdict.last.peerDigest);
    }
}

TEST(Verify, EndsWhilePeersGoOnWriting)
{
    for (const std::uint64_t seed : test::seeds(20)) {
        SCOPED_TRACE(test::replayHint(seed));
        Cluster cluster(seed, 3);
        Rng rng(seed);
        Verdict verdict;
        const auto keepWriting = [&](int times) {
            for (int i = 0; i < times; ++i) {
                cluster.write(1 + rng.below(2), cartKey(rng.below(3), rng.below(6)), "w");
                cluster.run(rng.between(0us, 30ms));
            }
        };
        keepWriting(100);
        cluster.replicator(0).startVerify(regionAt(1), verdict.note());
        keepWriting(1'000); // about 15 s
        ASSERT_EQ(verdict.count, 1);
        ASSERT_TRUE(verdict.last.isEqual);
        cluster.run(10s);
        ASSERT_TRUE(cluster.isConverged()); // nothing stays frozen
    }
}

TEST(Verify, StartsAnewWhenAWriteSlipsInHere)
{
    Cluster cluster(1, 2);
    writeEverywhere(cluster);
    cluster.run(5s);
    Verdict verdict;
    cluster.replicator(0).startVerify(regionAt(1), verdict.note());
    cluster.run(20ms);
    cluster.write(0, cartKey(9, 9), "straggler");
    cluster.run(10s);
    ASSERT_EQ(verdict.count, 1);
    EXPECT_TRUE(verdict.last.isEqual);
    EXPECT_EQ(verdict.last.digest, cluster.replica(0).digest());
}

TEST(Verify, WaitsForACutLinkAndEndsAfterItHeals)
{
    Cluster cluster(1, 2);
    writeEverywhere(cluster);
    cluster.run(5s);
    cluster.cut(0, 1);
    Verdict verdict;
    cluster.replicator(0).startVerify(regionAt(1), verdict.note());
    cluster.run(60s);
    EXPECT_EQ(verdict.count, 0);
    cluster.cut(0, 1, false);
    cluster.run(10s);
    EXPECT_EQ(verdict.count, 1);
    EXPECT_TRUE(verdict.last.isEqual);
}

TEST(Verify, ACancelledOneNeverEndsAndFreezesNothing)
{
    Cluster cluster(1, 2);
    writeEverywhere(cluster);
    cluster.run(5s);
    Verdict verdict;
    cluster.replicator(0).startVerify(regionAt(1), verdict.note());
    cluster.replicator(0).cancelVerify();
    cluster.write(1, cartKey(2, 2), "later");
    cluster.run(10s);
    EXPECT_EQ(verdict.count, 0);
    EXPECT_TRUE(cluster.isConverged());
}

TEST(Verify, SurvivesRandomCutsAndWritesOnBothSides)
{
    for (const std::uint64_t seed : test::seeds(30)) {
        SCOPED_TRACE(test::replayHint(seed));
        Cluster cluster(seed, 3);
        Rng rng(seed);
        Verdict verdict;
        cluster.replicator(0).startVerify(regionAt(1), verdict.note());
        for (int i = 0; i < 200; ++i) {
            if (rng.chance(200'000))
                cluster.cut(rng.below(3), rng.below(3), rng.chance(400'000));
            cluster.write(rng.below(3), cartKey(rng.below(3), rng.below(6)), "w");
            cluster.run(rng.between(0us, 300ms));
        }
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t j = 0; j < 3; ++j)
                cluster.cut(i, j, false);
        cluster.run(30s);
        ASSERT_EQ(verdict.count, 1);
        ASSERT_TRUE(verdict.last.isEqual);
        ASSERT_TRUE(cluster.isConverged());
    }
}

} // namespace
} // namespace sb
