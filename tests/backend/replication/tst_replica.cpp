// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/replication/history.h"
#include "tests/backend/support/seeds.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

using test::cartKey;
using test::History;
using test::regionAt;
using test::writeOf;

constexpr std::size_t kWriters = 3;

TEST(Replica, ApplyingAnyPartOfALogAgainChangesNothing)
{
    for (const std::uint64_t seed : test::seeds(40)) {
        SCOPED_TRACE(test::replayHint(seed));
        History history(seed, kWriters);
        for (int round = 0; round < 5; ++round) {
            history.wander(60);
            const std::uint64_t heard = history.entriesHeard;
            const std::size_t conflicts = history.found.size();
            for (std::size_t at = 0; at < kWriters; ++at) {
                Replica& replica = history.replica(at);
                const std::uint64_t digest = replica.digest();
                const auto positions = replica.positions();
                const RegionId origin = regionAt(history.rng().below(kWriters));
                for (std::uint64_t seq = 1 + history.rng().below(5); seq <= replica.position(origin); ++seq)
                    ASSERT_FALSE(replica.apply(LogEntry(*replica.store().logEntry(origin, seq))));
                ASSERT_EQ(replica.digest(), digest);
                ASSERT_EQ(replica.positions(), positions);
            }
            ASSERT_EQ(history.entriesHeard, heard);
            ASSERT_EQ(history.found.size(), conflicts);
        }
    }
}

TEST(Replica, CopiesAreEqualAfterTheSameEntriesInWhateverOrder)
{
    constexpr std::size_t kObservers = 4;
    for (const std::uint64_t seed : test::seeds(60)) {
        SCOPED_TRACE(test::replayHint(seed));
        History history(seed, kWriters, kObservers);
        history.wander(250);
        for (std::size_t i = 0; i < kWriters + kObservers; ++i)
            history.deliverAllTo(i);
        for (std::size_t i = 1; i < kWriters + kObservers; ++i) {
            ASSERT_EQ(history.replica(i).digest(), history.replica(0).digest());
            for (int t = 0; t < kTableCount; ++t)
                ASSERT_EQ(history.store(i).digest(static_cast<Table>(t)),
                    history.store(0).digest(static_cast<Table>(t)));
            ASSERT_EQ(history.replica(i).positions(), history.replica(0).positions());
        }
        // And what they agree on is the greatest version of every key.
        for (const auto& [key, writes] : history.writesOf()) {
            Version greatest;
            for (const auto& id : writes) {
                if (history.version(id).wins(greatest))
                    greatest = history.version(id);
            }
            ASSERT_EQ(history.store(0).find(key)->version, greatest);
        }
    }
}

TEST(Replica, StampsGrowAlongALogAndBeyondEverythingSeen)
{
    for (const std::uint64_t seed : test::seeds(40)) {
        SCOPED_TRACE(test::replayHint(seed));
        History history(seed, kWriters);
        history.wander(400);
        for (const auto& [write, past] : history.past()) {
            const Version& version = history.version(write);
            for (const auto& earlier : past)
                ASSERT_TRUE(version.hlc > history.version(earlier).hlc);
        }
        for (std::size_t at = 0; at < kWriters; ++at) {
            const RegionId self = regionAt(at);
            for (std::uint64_t seq = 2; seq <= history.replica(at).position(self); ++seq) {
                const Hlc before = history.store(at).logEntry(self, seq - 1)->version.hlc;
                ASSERT_GT(history.store(at).logEntry(self, seq)->version.hlc, before);
            }
        }
    }
}

TEST(Replica, AStampIsNeverBehindTheClock)
{
    World world(1);
    auto store = makeMemoryStore();
    Replica replica(world, *store, regionAt(0), 2);
    world.runUntil(kStart + 5s);
    const Version first = replica.commit(writeOf(cartKey(1, 1), "a"));
    const Version second = replica.commit(writeOf(cartKey(1, 1), "b"));
    const std::uint64_t epoch = clockMillis({}, kStart);
    EXPECT_EQ(first.hlc.millis(), epoch + 5'000U);
    EXPECT_EQ(second.hlc.millis(), epoch + 5'000U); // the counter grows, not the time
    EXPECT_GT(second.hlc, first.hlc);
    world.runUntil(kStart + 6s);
    EXPECT_EQ(replica.commit(writeOf(cartKey(1, 1), "c")).hlc.millis(), epoch + 6'000U);
}

TEST(Replica, AnOlderWriteDoesNotBringADeletedItemBack)
{
    World world(1);
    auto storeA = makeMemoryStore();
    auto storeB = makeMemoryStore();
    Replica a(world, *storeA, regionAt(0), 2), b(world, *storeB, regionAt(1), 2);
    (void)a.commit(writeOf(cartKey(1, 1), "old"));
    world.runUntil(kStart + 1s);
    Transaction removal;
    removal.mutations.push_back({ cartKey(1, 1), true, {} });
    (void)b.commit(std::move(removal));
    EXPECT_TRUE(b.apply(LogEntry(*storeA->logEntry(regionAt(0), 1))));
    EXPECT_TRUE(storeB->find(cartKey(1, 1))->isDeleted);
    EXPECT_TRUE(a.apply(LogEntry(*storeB->logEntry(regionAt(1), 1))));
    EXPECT_EQ(a.digest(), b.digest());
}

TEST(Replica, TotalsTellWhatALogHoldsUpToAPosition)
{
    World world(1);
    auto store = makeMemoryStore();
    Replica replica(world, *store, regionAt(0), 2);
    for (std::uint64_t i = 1; i <= 6; ++i) {
        world.runUntil(kStart + i * 1s);
        Transaction transaction = writeOf(cartKey(1, i), "x");
        transaction.order = i % 2 == 0 ? OrderId { i } : OrderId {};
        transaction.amount = Money { i % 2 == 0 ? 1'000 : 0 };
        (void)replica.commit(std::move(transaction));
    }
    EXPECT_EQ(replica.totals(0).operations, 0U);
    EXPECT_EQ(replica.totals(3).operations, 3U);
    EXPECT_EQ(replica.totals(3).orders, 1U);
    EXPECT_EQ(replica.totals(6).money, Money { 3'000 });
    EXPECT_EQ(replica.totals(6).committedAt, kStart + 6s);
    replica.trim(regionAt(0), 5);
    EXPECT_EQ(store->logBegin(regionAt(0)), 5U);
    EXPECT_EQ(replica.totals(6).operations - replica.totals(4).operations, 2U);
    EXPECT_EQ(replica.totals(6).money - replica.totals(4).money, Money { 1'000 });
}

TEST(ReplicaDeathTest, AGapInALogEndsTheProcess)
{
    World world(1);
    auto storeA = makeMemoryStore();
    auto storeB = makeMemoryStore();
    Replica a(world, *storeA, regionAt(0), 2), b(world, *storeB, regionAt(1), 2);
    (void)a.commit(writeOf(cartKey(1, 1), "a"));
    (void)a.commit(writeOf(cartKey(1, 1), "b"));
    EXPECT_DEATH((void)b.apply(LogEntry(*storeA->logEntry(regionAt(0), 2))), "applied");
    EXPECT_DEATH((void)b.commit({}), "mutations");
}

} // namespace
} // namespace sb
