// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison of two copies, bucket by bucket, while both are written to.
#include "tests/backend/support/cluster.h"
#include "tests/backend/support/seeds.h"

#include <gtest/gtest.h>

#include <set>

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

// Same version, other bytes: nothing but a digest would notice.
void tamper(Store& store, const Key& key)
{
    Item item = *store.find(key);
    item.value += "!";
    store.put(key, item);
}

std::unique_ptr<Store> makeSqliteStore()
{
    auto opened = openSqliteStore({});
    SB_ASSERT(opened.has_value());
    return std::move(*opened);
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
    EXPECT_TRUE(verdict.last.unequal.none());
    EXPECT_EQ(verdict.last.peer, regionAt(1));
    EXPECT_EQ(verdict.last.digest, verdict.last.peerDigest);
}

TEST(Verify, ATamperedCopyIsCaughtWhicheverSideItIsOn)
{
    for (const std::size_t tampered : { std::size_t { 0 }, std::size_t { 1 } }) {
        Cluster cluster(1, 2);
        writeEverywhere(cluster);
        cluster.run(5s);
        tamper(cluster.store(tampered), cartKey(1, 4));
        Verdict verdict;
        cluster.replicator(0).startVerify(regionAt(1), verdict.note());
        cluster.run(2s);
        ASSERT_EQ(verdict.count, 1);
        EXPECT_FALSE(verdict.last.isEqual);
        EXPECT_NE(verdict.last.digest, verdict.last.peerDigest);
        EXPECT_EQ(verdict.last.unequal.count(), 1U);
        EXPECT_TRUE(verdict.last.unequal[bucketOf(cartKey(1, 4))]);
        EXPECT_EQ(tablesOf(verdict.last.unequal), "carts");
    }
}

TEST(Verify, EndsWhileEverybodyGoesOnWriting)
{
    for (const std::uint64_t seed : test::seeds(20)) {
        SCOPED_TRACE(test::replayHint(seed));
        Cluster cluster(seed, 3);
        Rng rng(seed);
        Verdict verdict;
        const auto keepWriting = [&](int times) {
            for (int i = 0; i < times; ++i) {
                cluster.write(rng.below(3), cartKey(rng.below(300), rng.below(6)), "w");
                cluster.run(rng.between(0us, 5ms)); // 400 a second
            }
        };
        keepWriting(1'000);
        cluster.replicator(0).startVerify(regionAt(1), verdict.note());
        keepWriting(4'000); // about 10 s
        ASSERT_EQ(verdict.count, 1);
        ASSERT_TRUE(verdict.last.isEqual);
        cluster.run(10s);
        ASSERT_TRUE(cluster.isConverged());
    }
}

TEST(Verify, FindsATamperedRowWhileEverybodyGoesOnWriting)
{
    for (const std::uint64_t seed : test::seeds(20)) {
        SCOPED_TRACE(test::replayHint(seed));
        Cluster cluster(seed, 3);
        Rng rng(seed);
        cluster.write(0, cartKey(1'000, 1), "left alone");
        cluster.run(5s);
        tamper(cluster.store(1), cartKey(1'000, 1));
        Verdict verdict;
        cluster.replicator(0).startVerify(regionAt(1), verdict.note());
        for (int i = 0; i < 2'000 && verdict.count == 0; ++i) {
            cluster.write(rng.below(3), cartKey(rng.below(300), rng.below(6)), "w");
            cluster.run(rng.between(0us, 5ms));
        }
        ASSERT_EQ(verdict.count, 1);
        ASSERT_FALSE(verdict.last.isEqual);
        ASSERT_TRUE(verdict.last.unequal[bucketOf(cartKey(1'000, 1))]);
    }
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

TEST(Verify, ACancelledOneNeverEnds)
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

// ---- in the background

struct Alarms {
    std::vector<std::pair<RegionId, VerifyOutcome>> all;
    void listen(Cluster& cluster)
    {
        for (std::size_t i = 0; i < cluster.size(); ++i)
            cluster.replicator(i).setHooks({ .onDiverged
                = [this, i](const VerifyOutcome& outcome) { all.emplace_back(regionAt(i), outcome); } });
    }
};

TEST(DigestExchange, ARowThatRotsIsReportedWithinOneRoundByBothKindsOfStore)
{
    for (const bool isSqlite : { false, true }) {
        SCOPED_TRACE(isSqlite ? "SQLite" : "memory");
        Cluster cluster(3, 3, {}, 0, {},
            isSqlite ? std::function<std::unique_ptr<Store>()>(makeSqliteStore) : makeMemoryStore);
        Alarms alarms;
        alarms.listen(cluster);
        writeEverywhere(cluster);
        cluster.run(60s);
        ASSERT_TRUE(alarms.all.empty());
        tamper(cluster.store(1), cartKey(1, 7));
        cluster.run(21s); // two peers each
        ASSERT_EQ(alarms.all.size(), 4U) << "0 and 2 find 1 different, and 1 finds both different";
        for (const auto& [at, outcome] : alarms.all) {
            EXPECT_TRUE(at == regionAt(1) || outcome.peer == regionAt(1));
            EXPECT_EQ(outcome.unequal.count(), 1U);
            EXPECT_EQ(tablesOf(outcome.unequal), "carts");
        }
        cluster.run(60s);
        EXPECT_EQ(alarms.all.size(), 4U) << "told once";
        tamper(cluster.store(1), cartKey(1, 8));
        cluster.run(21s);
        EXPECT_EQ(alarms.all.size(), 8U) << "another bucket is news";
        for (const std::uint64_t book : { 7, 8 })
            cluster.write(0, cartKey(1, book), "written over");
        cluster.run(30s);
        tamper(cluster.store(1), cartKey(1, 7));
        cluster.run(21s);
        EXPECT_EQ(alarms.all.size(), 12U) << "and so is one that had been equal again";
    }
}

TEST(DigestExchange, CostsLittleAndLooksAtEverythingInTurn)
{
    Cluster cluster(1, 3);
    writeEverywhere(cluster);
    cluster.run(100s);
    const Replicator::Stats& stats = cluster.replicator(0).stats();
    EXPECT_NEAR(static_cast<double>(stats.digestsCompared), 10, 1);
    EXPECT_GE(stats.bucketsCompared, 9 * kBucketCount);
    EXPECT_EQ(stats.bucketsUnequal, 0U);
    EXPECT_LT(stats.digestBytesSent, 100U * 1'000) << "less than 1 kB a second";
}

TEST(DigestExchange, IsSilentWhenSwitchedOff)
{
    Cluster cluster(1, 2, { .digestEvery = 0us });
    Alarms alarms;
    alarms.listen(cluster);
    writeEverywhere(cluster);
    cluster.run(10s);
    tamper(cluster.store(1), cartKey(1, 7));
    cluster.run(60s);
    EXPECT_TRUE(alarms.all.empty());
    EXPECT_EQ(cluster.replicator(0).stats().digestsCompared, 0U);
}

// Deletions, cuts, restarts over the store as it is, lost stores built anew: never a false alarm.
TEST(DigestExchange, NoHistoryEverRaisesAFalseAlarm)
{
    for (const std::uint64_t seed : test::seeds(60)) {
        SCOPED_TRACE(test::replayHint(seed));
        DataPolicies policies = seed % 3 == 0 ? hardenedPolicies() : asAwsPolicies();
        policies.shipsItemsSingly = seed % 3 == 1;
        Cluster cluster(seed, 3, { .chunkRowsMax = 20, .digestEvery = 200ms }, 0, policies,
            seed % 6 < 2 ? std::function<std::unique_ptr<Store>()>(makeSqliteStore) : makeMemoryStore);
        Alarms alarms;
        alarms.listen(cluster);
        Rng rng(seed);
        const bool isCalm = seed % 4 == 0;
        bool isAnyLost = false;
        for (int i = 0; i < 600; ++i) {
            const std::size_t at = rng.below(3);
            const bool canWrite = cluster.replicator(at).stage() == ReplicaStage::ServingWrites;
            if (canWrite && rng.chance(300'000))
                cluster.erase(at, cartKey(rng.below(20), rng.below(6)));
            else if (canWrite) {
                Transaction transaction = test::writeOf(cartKey(rng.below(20), rng.below(6)), "w");
                transaction.mutations.push_back({ cartKey(30 + rng.below(20), 1), false, "x" });
                (void)cluster.replica(at).commit(std::move(transaction));
                cluster.replicator(at).onLocalCommit();
            }
            cluster.run(rng.between(0us, 100ms));
            if (isCalm)
                continue;
            if (rng.chance(50'000))
                cluster.cut(rng.below(3), rng.below(3), rng.chance(500'000));
            if (rng.chance(10'000)) { // the process starts again
                cluster.replicator(at).setDown(true);
                cluster.run(rng.between(0us, 3s));
                cluster.replica(at).restart();
                cluster.replicator(at).setDown(false);
            }
            // A second loss may take what only a snapshot of the first held; who is then given up is for
            // the membership to say.
            if (!isAnyLost && rng.chance(4'000)) {
                isAnyLost = true;
                cluster.destroy(at);
                cluster.run(rng.between(0us, 3s));
                cluster.rebuild(at);
            }
        }
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t j = 0; j < 3; ++j)
                cluster.cut(i, j, false);
        cluster.run(60s);
        ASSERT_TRUE(alarms.all.empty()) << "of region " << int(alarms.all.front().first.value) << " in "
                                        << tablesOf(alarms.all.front().second.unequal);
        ASSERT_TRUE(cluster.isConverged());
        ASSERT_GT(cluster.replicator(0).stats().bucketsCompared, 10 * kBucketCount);
    }
}

// ---- the rule itself

CopyDigest digestWith(std::size_t bucket, std::vector<std::uint64_t> positions,
    const std::vector<std::uint64_t>& touched, std::uint64_t digest)
{
    CopyDigest copy;
    copy.positions = std::move(positions);
    copy.buckets.assign(kBucketCount, 0);
    copy.buckets[bucket] = digest;
    copy.touched.assign(touched.size() * kBucketCount, 0);
    for (std::size_t log = 0; log < touched.size(); ++log)
        copy.touched[log * kBucketCount + bucket] = touched[log];
    return copy;
}

TEST(CopyDigests, ABucketIsComparedWhenBothHoldTheSameWritesInIt)
{
    const CopyDigest ours = digestWith(7, { 10, 4 }, { 8, 4 }, 1);
    EXPECT_EQ(compareCopies(ours, digestWith(7, { 8, 9 }, { 8, 4 }, 1)).compared.count(), kBucketCount);
    EXPECT_TRUE(compareCopies(ours, digestWith(7, { 8, 9 }, { 8, 4 }, 2)).unequal[7]);
    EXPECT_TRUE(compareCopies(ours, digestWith(7, { 8, 9 }, { 8, 4 }, 1)).unequal.none());
    // The peer lacks our write 8 of log 0.
    EXPECT_FALSE(compareCopies(ours, digestWith(7, { 7, 9 }, { 7, 4 }, 2)).compared[7]);
    // We lack its write 5 of log 1, or one of a log that we have never heard of.
    EXPECT_FALSE(compareCopies(ours, digestWith(7, { 8, 9 }, { 8, 5 }, 2)).compared[7]);
    EXPECT_FALSE(compareCopies(ours, digestWith(7, { 8, 9, 1 }, { 8, 4, 1 }, 2)).compared[7]);
    // The others are not in flux for that.
    EXPECT_TRUE(compareCopies(ours, digestWith(7, { 8, 9 }, { 8, 5 }, 2)).compared[8]);
}

TEST(CopyDigests, EveryBucketBelongsToOneTable)
{
    std::array<std::size_t, kTableCount> buckets {};
    for (std::size_t bucket = 0; bucket < kBucketCount; ++bucket)
        ++buckets[static_cast<std::size_t>(tableOf(bucket))];
    for (int i = 0; i < kTableCount; ++i) {
        const auto table = static_cast<Table>(i);
        EXPECT_EQ(buckets[static_cast<std::size_t>(i)], kBucketRanges[static_cast<std::size_t>(i)].count);
        std::set<std::size_t> used;
        for (std::uint64_t n = 0; n < 5'000; ++n) {
            used.insert(bucketOf({ table, n, 3 }));
            used.insert(bucketOf({ table, 3, n }));
            ASSERT_EQ(tableOf(bucketOf({ table, n, 3 })), table);
        }
        EXPECT_EQ(used.size(), kBucketRanges[static_cast<std::size_t>(i)].count) << "none stays empty";
    }
    EXPECT_EQ(tablesOf(BucketSet().set(0).set(33).set(34)), "books, carts");
    EXPECT_EQ(tablesOf({}), "");
}

} // namespace
} // namespace sb
