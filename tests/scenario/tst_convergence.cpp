// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever random faults did: once they are gone, every copy becomes equal, also while customers go on.
#include "tests/scenario/loss_account.h"
#include "tests/scenario/rig.h"

namespace sb {
namespace {

using namespace test;

// Compares the copies of two regions by the engine's own protocol.
void expectVerified(Rig& rig, RegionId a, RegionId b)
{
    int result = -1;
    rig.sim().region(a).replicator().startVerify(
        b, [&](const VerifyOutcome& outcome) { result = outcome.isEqual ? 1 : 0; });
    EXPECT_TRUE(rig.advanceUntil(30s, [&] { return result >= 0; })) << "the comparison never ended";
    EXPECT_EQ(result, 1) << "region " << int { a.value } << " differs from region " << int { b.value };
    rig.sim().region(a).replicator().cancelVerify();
}

// Every row of every table, byte for byte.
void expectEqualRows(Rig& rig)
{
    std::vector<std::vector<Row>> copies;
    for (std::size_t i = 0; i < rig.sim().regionCount(); ++i) {
        auto& rows = copies.emplace_back();
        for (int table = 0; table < kTableCount; ++table)
            rig.sim().region(region(i)).replica().store().forEach(
                static_cast<Table>(table), [&](const Key& key, const Item& item) {
                    rows.push_back({ key, item });
                });
    }
    for (std::size_t i = 1; i < copies.size(); ++i)
        EXPECT_TRUE(copies[i] == copies[0]) << "region " << i;
}

TEST(Convergence, allCopiesAreEqualAfterRandomTroubleHasHealed)
{
    for (const std::uint64_t seed : seeds(101, 8)) {
        SCOPED_TRACE(replayHint(seed));
        Rng rng = Rng(seed).fork("convergence");
        const RunConfig config = smallWorld(seed, 2 + rng.below(3), 30);
        Rig rig(config);
        LossAccount account(rig);
        rig.perform(randomTrouble(rng, config.regions, 5s, 80s, 14));
        rig.advanceTo(kStart + 80s);
        rig.order("clear all"); // refused when the last one has expired
        EXPECT_TRUE(rig.sim().faults().active().empty());
        // Customers go on; between two of their writes there are moments without any under way.
        EXPECT_TRUE(rig.advanceUntil(
            90s, [&] { return rig.sim().isConverged(); }, 10ms))
            << "no moment with equal copies within 90 s of quiet";
        expectEqualRows(rig);
        account.expectHolds();
        EXPECT_EQ(rig.count(EventKind::ResidueFound), 0u);
        EXPECT_EQ(rig.count(EventKind::ReplicaDiverged), 0u);
    }
}

// Nobody can write any more: the moment for comparing copies after heavy load.
bool silenceAndConverge(Rig& rig)
{
    rig.sim().shoppers().rest();
    return rig.advanceUntil(1min, [&] { return rig.sim().isConverged(); });
}

TEST(Convergence, copiesAreEqualOnceHeavyLoadStops)
{
    for (const std::uint64_t seed : seeds(121, 4)) {
        SCOPED_TRACE(replayHint(seed));
        const RunConfig config = smallWorld(seed, 3, 400);
        Rng rng = Rng(seed).fork("load");
        Rig rig(config);
        LossAccount account(rig);
        rig.perform(randomTrouble(rng, config.regions, 5s, 40s, 8));
        rig.advanceTo(kStart + 40s);
        rig.order("clear all");
        rig.advance(2s);
        EXPECT_TRUE(silenceAndConverge(rig));
        expectEqualRows(rig);
        account.expectHolds();
    }
}

TEST(Convergence, theEnginesOwnComparisonAgreesAndFindsAChangedRow)
{
    Rig rig(smallWorld(125, 3, 100));
    rig.advanceTo(kStart + 20s);
    ASSERT_TRUE(silenceAndConverge(rig));
    expectVerified(rig, region(0), region(1));
    expectVerified(rig, region(2), region(0));
    Store& store = rig.sim().region(region(1)).replica().store();
    const Key key { Table::Books, 84, 0 };
    Item changed = *store.find(key);
    changed.value += 'x';
    store.put(key, changed);
    int result = -1;
    rig.sim().region(region(0)).replicator().startVerify(
        region(1), [&](const VerifyOutcome& outcome) { result = outcome.isEqual ? 1 : 0; });
    EXPECT_TRUE(rig.advanceUntil(30s, [&] { return result >= 0; }));
    EXPECT_EQ(result, 0);
}

TEST(Convergence, aChangedRowIsReportedWithinOneRoundWhileCustomersGoOn)
{
    Rig rig(smallWorld(127, 3, 300));
    rig.advanceTo(kStart + 40s);
    ASSERT_EQ(rig.count(EventKind::ReplicaDiverged), 0u);
    Store& store = rig.sim().region(region(1)).replica().store();
    Row victim;
    store.forEach(Table::Orders, [&](const Key& key, const Item& item) { victim = { key, item }; });
    ASSERT_FALSE(victim.item.value.empty());
    victim.item.value.back() = static_cast<char>(victim.item.value.back() ^ 1);
    store.put(victim.key, victim.item);
    ASSERT_TRUE(rig.advanceUntil(22s, [&] { return rig.count(EventKind::ReplicaDiverged) == 4; }));
    const Event& diverged = *rig.first(EventKind::ReplicaDiverged);
    EXPECT_EQ(diverged.severity, Severity::Critical);
    EXPECT_TRUE(diverged.region == region(1) || diverged.peer == region(1));
    EXPECT_NE(diverged.note.find("1 of 256 buckets: orders"), std::string::npos) << diverged.note;
}

TEST(Convergence, aSurvivorRelaysWhatADeadRegionHadToldIt)
{
    for (const std::uint64_t seed : seeds(131, 3)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(smallWorld(seed, 3, 150));
        rig.advanceTo(kStart + 20s);
        // Ireland reaches Singapore alone, then dies: Virginia must learn of its writes from Singapore.
        rig.mustOrder("fail link-partitioned eu-west-1 with us-east-1 for 5m");
        rig.advance(1s);
        rig.mustOrder("fail region-outage eu-west-1 for 5m");
        rig.advance(1s);
        Replica& singapore = rig.sim().region(region(1)).replica();
        Replica& virginia = rig.sim().region(region(2)).replica();
        const std::uint64_t told = singapore.position(region(0));
        EXPECT_TRUE(rig.advanceUntil(15s, [&] { return virginia.position(region(0)) == told; }))
            << "Virginia has " << virginia.position(region(0)) << " of " << told;
    }
}

TEST(Convergence, aTrimmedLogStillServesAMemberThatWasAwayForLong)
{
    // More writes than the log keeps for equal members happen while one is away.
    constexpr std::uint64_t kKept = 20'000;
    Rig rig(smallWorld(141, 2, 10'000));
    rig.advanceTo(kStart + 2s);
    rig.mustOrder("fail replication-paused ap-southeast-1 for 10m");
    Replica& ireland = rig.sim().region(region(0)).replica();
    Replica& singapore = rig.sim().region(region(1)).replica();
    ASSERT_TRUE(rig.advanceUntil(
        3min, [&] { return ireland.position(region(0)) > singapore.position(region(0)) + kKept + 2'000; }));
    rig.mustOrder("clear all");
    ASSERT_TRUE(silenceAndConverge(rig));
    expectVerified(rig, region(0), region(1));
    rig.advance(2s);
    EXPECT_GT(ireland.store().logBegin(region(0)), 1u) << "nothing was trimmed: the test proves little";
    EXPECT_GT(singapore.store().logBegin(region(0)), 1u);
}

} // namespace
} // namespace sb
