// SPDX-License-Identifier: GPL-3.0-or-later
// A region is destroyed with its store, comes back empty and is built anew, with customers all the while.
#include "backend/base/text.h"
#include "tests/scenario/loss_account.h"
#include "tests/scenario/rig.h"

#include <set>

namespace sb {
namespace {

using namespace test;

// Own entries of a region that no other region holds: what its destruction takes along.
std::set<std::uint64_t> onlyIn(Rig& rig, RegionId lost)
{
    Replica& replica = rig.sim().region(lost).replica();
    std::uint64_t held = 0;
    for (std::size_t i = 0; i < rig.sim().regionCount(); ++i)
        if (i != lost.value)
            held = std::max(held, rig.sim().region(region(i)).replica().position(replica.ownLog()));
    std::set<std::uint64_t> seqs;
    for (std::uint64_t seq = held + 1; seq <= replica.position(replica.ownLog()); ++seq)
        seqs.insert(seq);
    return seqs;
}

TEST(Rebuild, whatIsLostIsExactlyWhatNobodyElseHad)
{
    for (const std::uint64_t seed : seeds(301, 6)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(smallWorld(seed, 3, 300));
        rig.advanceTo(kStart + 20s);
        rig.mustOrder("fail replication-paused eu-west-1 for 60s");
        rig.advance(8s);
        const std::set<std::uint64_t> doomed = onlyIn(rig, region(0));
        ASSERT_GT(doomed.size(), 5u);
        rig.mustOrder("fail region-destroyed eu-west-1 for 30s");
        EXPECT_EQ(rig.count(EventKind::WriteLost), doomed.size());
        EXPECT_EQ(rig.sim().incident().view().lost, doomed.size());
        rig.advance(40s);
        rig.order("clear all");
        EXPECT_TRUE(rig.advanceUntil(120s,
            [&] { return rig.sim().region(region(0)).replicator().stage() == ReplicaStage::ServingWrites; }));
        rig.sim().shoppers().rest();
        EXPECT_TRUE(rig.advanceUntil(60s, [&] { return rig.sim().isConverged(); }));
        EXPECT_EQ(rig.count(EventKind::WriteLost), doomed.size()) << "and nothing more";
        EXPECT_EQ(rig.sim().region(region(0)).replica().ownLog().incarnation, 2u);
    }
}

// The rebuilt origin copied a peer that had never heard of them: its former log lives on in one region only,
// and goes with it.
TEST(Rebuild, whatOnlyOneSurvivorHadOfAFormerLogIsListedWhenThatOneIsDestroyed)
{
    for (const std::uint64_t seed : seeds(311, 4)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(smallWorld(seed, 3, 300));
        LossAccount account(rig);
        rig.advanceTo(kStart + 20s);
        // Ireland is heard in Singapore only, and Singapore by nobody.
        rig.mustOrder("fail link-partitioned eu-west-1 with us-east-1 for 10m");
        rig.mustOrder("fail link-partitioned ap-southeast-1 with us-east-1 for 10m");
        rig.advance(4s);
        const LogId former = rig.sim().region(region(0)).replica().ownLog();
        rig.mustOrder("fail region-destroyed eu-west-1 for 5s");
        rig.mustOrder("fail link-partitioned eu-west-1 with ap-southeast-1 for 10m");
        rig.mustOrder("clear fault 1"); // Ireland reaches Virginia, and copies it
        ASSERT_TRUE(rig.advanceUntil(60s,
            [&] { return rig.sim().region(region(0)).replicator().stage() == ReplicaStage::ServingWrites; }));
        const std::uint64_t kept = rig.sim().region(region(1)).replica().position(former);
        const std::uint64_t other = rig.sim().region(region(2)).replica().position(former);
        ASSERT_GT(kept, other + 5);
        rig.mustOrder("fail region-destroyed ap-southeast-1 for 5s");
        rig.advance(10s);
        rig.mustOrder("clear all");
        ASSERT_TRUE(rig.advanceUntil(60s,
            [&] { return rig.sim().region(region(1)).replicator().stage() == ReplicaStage::ServingWrites; }));
        rig.sim().shoppers().rest();
        EXPECT_TRUE(rig.advanceUntil(60s, [&] { return rig.sim().isConverged(); }));
        account.expectHolds();
        EXPECT_GE(rig.count(EventKind::WriteLost), kept - other);
    }
}

TEST(Rebuild, theRegionServesNothingBeforeItsCopyIsWhole)
{
    Rig rig(smallWorld(5, 3, 120));
    rig.advanceTo(kStart + 60s);
    rig.mustOrder("fail region-destroyed eu-west-1 for 5s");
    // Nobody answers its question for a copy at first.
    rig.mustOrder("fail link-partitioned eu-west-1 with ap-southeast-1 for 40s");
    rig.mustOrder("fail link-partitioned eu-west-1 with us-east-1 for 40s");
    rig.advance(36s);
    Region& ireland = rig.sim().region(region(0));
    EXPECT_EQ(ireland.replicator().stage(), ReplicaStage::Copying);
    EXPECT_GT(ireland.counters().refusedRebuilding, 0u) << "clients with an old answer still come";
    EXPECT_EQ(ireland.replica().position(ireland.replica().ownLog()), 0u);
    EXPECT_FALSE(rig.sim().health().status(region(0)).isHealthy);
    rig.advance(40s);
    EXPECT_EQ(ireland.replicator().stage(), ReplicaStage::ServingWrites);
    // The best sellers were counted anew from the copy.
    const BestSellers& board = ireland.bookstore().bestSellers();
    EXPECT_FALSE(board.isRebuilding());
    const std::vector<std::uint64_t> copies = recountCopies(ireland.replica().store());
    for (std::size_t book = 0; book < copies.size(); ++book)
        EXPECT_EQ(board.copiesSold(book), copies[book]);
}

TEST(Rebuild, theLastWholeCopyCannotBeDestroyed)
{
    Rig rig(smallWorld(1, 2, 40));
    rig.advanceTo(kStart + 10s);
    rig.mustOrder("fail region-destroyed eu-west-1 for 30s");
    const Event refused = rig.order("fail region-destroyed ap-southeast-1 for 30s");
    EXPECT_EQ(refused.kind, EventKind::CommandRefused);
    EXPECT_NE(refused.note.find("no other region has a whole copy"), std::string::npos) << refused.note;
}

TEST(Rebuild, aRegionWhoseClockIsFarOffRefusesWritesUnderTheHardenedProfileOnly)
{
    for (const bool isHardened : { false, true }) {
        RunConfig config = smallWorld(3, 3, 120);
        config.profile = isHardened ? DataProfile::Hardened : DataProfile::AsAws;
        Rig rig(config);
        rig.advanceTo(kStart + 10s);
        rig.mustOrder("fail clock-skewed eu-west-1 by 30s for 60s");
        rig.advance(30s);
        const Region& ireland = rig.sim().region(region(0));
        EXPECT_EQ(ireland.counters().refusedClock > 0, isHardened);
        EXPECT_EQ(ireland.isClockSuspect(), isHardened);
        rig.advance(60s);
        EXPECT_FALSE(ireland.isClockSuspect());
        rig.sim().shoppers().rest();
        EXPECT_TRUE(rig.advanceUntil(60s, [&] { return rig.sim().isConverged(); }));
    }
}

// The faithful profile with rows shipped one by one shows what DynamoDB's documents say: elsewhere, half a
// transaction can be read.
TEST(Rebuild, halfATransactionIsSeenElsewhereOnlyWhenItemsShipSingly)
{
    for (const bool singly : { false, true }) {
        RunConfig config = smallWorld(3, 2, 200);
        config.profile = DataProfile::AsAws;
        config.shipsItemsSingly = singly;
        Rig rig(config);
        rig.advanceTo(kStart + 60s);
        const Replicator::Stats& stats = rig.sim().region(region(1)).replicator().stats();
        EXPECT_EQ(stats.halfVisible > 0, singly);
        rig.sim().shoppers().rest();
        EXPECT_TRUE(rig.advanceUntil(30s, [&] { return rig.sim().isConverged(); }));
    }
}

} // namespace
} // namespace sb
