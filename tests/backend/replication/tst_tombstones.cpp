// SPDX-License-Identifier: GPL-3.0-or-later
// The collection of tombstones: when one may go, and what happens when it goes too early.
#include "tests/backend/support/cluster.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

using test::cartKey;
using test::regionAt;
using test::writeOf;

constexpr Duration kGrace = 10s;
const Key kLine = cartKey(1, 5);

// Three replicas wired to nothing; the test delivers by hand.
struct Trio {
    explicit Trio(DataPolicies policies)
    {
        for (std::size_t i = 0; i < 3; ++i) {
            stores.push_back(makeMemoryStore());
            replicas.push_back(std::make_unique<Replica>(world, *stores.back(), regionAt(i), 3, policies));
        }
    }
    void write(std::size_t at, const Key& key = kLine) { (void)replicas[at]->commit(writeOf(key, "v")); }
    void remove(std::size_t at, const Key& key = kLine)
    {
        Transaction transaction;
        transaction.mutations.push_back({ key, true, {} });
        (void)replicas[at]->commit(std::move(transaction));
    }
    // All of one region's own log.
    void deliver(std::size_t origin, std::size_t to)
    {
        while (const LogEntry* next
            = stores[origin]->logEntry(regionAt(origin), replicas[to]->position(regionAt(origin)) + 1))
            (void)replicas[to]->apply(LogEntry(*next));
    }
    void deliverAll()
    {
        for (std::size_t origin = 0; origin < 3; ++origin)
            for (std::size_t to = 0; to < 3; ++to)
                if (origin != to)
                    deliver(origin, to);
    }
    void wait(Duration duration) { world.runUntil(world.now() + duration); }
    bool isThere(std::size_t at, const Key& key = kLine)
    {
        const Item* item = stores[at]->find(key);
        return item != nullptr && !item->isDeleted;
    }
    // Collects under the safe rule, as far as all three replicas have come.
    void collect(std::size_t at)
    {
        std::vector<std::uint64_t> low = replicas[0]->positions();
        for (const auto& replica : replicas)
            for (std::size_t log = 0; log < low.size(); ++log)
                low[log] = std::min(low[log], seenOf(replica->positions(), log));
        replicas[at]->collectTombstones({ kGrace, false, low });
    }

    World world { 1 };
    std::vector<std::unique_ptr<Store>> stores;
    std::vector<std::unique_ptr<Replica>> replicas;
};

TEST(Tombstones, OneGoesWhenItsGraceIsOverAndEveryMemberHasIt)
{
    Trio trio(asAwsPolicies());
    trio.write(0);
    trio.deliverAll();
    trio.remove(0);
    trio.deliver(0, 1);
    trio.wait(kGrace + 1s);
    trio.collect(0);
    EXPECT_EQ(trio.replicas[0]->tombstones().held, 1U) << "region 2 lacks it";
    trio.deliver(0, 2);
    trio.collect(0);
    EXPECT_EQ(trio.replicas[0]->tombstones().held, 0U);
    EXPECT_EQ(trio.replicas[0]->tombstones().collected, 1U);
    EXPECT_EQ(trio.stores[0]->find(kLine), nullptr);
    EXPECT_EQ(trio.replicas[1]->tombstones().held, 1U) << "each store for itself";
}

TEST(Tombstones, NoneGoesBeforeItsGraceIsOver)
{
    Trio trio(asAwsPolicies());
    trio.remove(0);
    trio.deliverAll();
    trio.wait(kGrace - 1s);
    trio.collect(0);
    EXPECT_EQ(trio.replicas[0]->tombstones().held, 1U);
    trio.wait(1s);
    trio.collect(0);
    EXPECT_EQ(trio.replicas[0]->tombstones().held, 0U);
}

TEST(Tombstones, ARemovalOfAMergingLineWaitsForTheAdditionsThatItHadSeen)
{
    Trio trio(hardenedPolicies());
    trio.write(2);
    trio.deliver(2, 0);
    trio.remove(0);
    trio.deliver(0, 1);
    trio.deliver(0, 2); // the removal is everywhere; the addition that it removes has yet to reach region 1
    ASSERT_FALSE(trio.isThere(1));
    trio.wait(kGrace + 1s);
    trio.collect(1);
    EXPECT_EQ(trio.replicas[1]->tombstones().held, 1U);
    trio.deliver(2, 1);
    EXPECT_FALSE(trio.isThere(1)) << "the removal had seen it";
    trio.collect(1);
    EXPECT_EQ(trio.replicas[1]->tombstones().held, 0U);
}

TEST(Tombstones, TrustingInTimeAloneLetsALateOlderWriteBringTheRowBack)
{
    for (const bool isHardened : { false, true }) {
        Trio trio(isHardened ? hardenedPolicies() : asAwsPolicies());
        trio.write(2);
        trio.deliver(2, 0);
        trio.wait(1s);
        trio.remove(0);
        trio.deliver(0, 1);
        trio.wait(kGrace + 1s);
        trio.replicas[1]->collectTombstones({ kGrace, true, {} });
        EXPECT_EQ(trio.replicas[1]->tombstones().held, 0U);
        trio.deliverAll();
        EXPECT_TRUE(trio.isThere(1)) << "it is back";
        EXPECT_FALSE(trio.isThere(0));
        EXPECT_NE(trio.replicas[0]->digest(), trio.replicas[1]->digest()) << "and the copies differ for good";
    }
}

TEST(Tombstones, CopiesCompareEqualWhicheverHasCollected)
{
    Trio trio(hardenedPolicies());
    for (std::uint64_t book = 0; book < 10; ++book)
        trio.write(book % 3, cartKey(1, book));
    trio.deliverAll();
    for (std::uint64_t book = 0; book < 5; ++book)
        trio.remove(book % 2, cartKey(1, book));
    trio.deliverAll();
    trio.wait(kGrace + 1s);
    trio.collect(1);
    ASSERT_EQ(trio.replicas[1]->tombstones().collected, 5U);
    EXPECT_EQ(trio.replicas[0]->digest(), trio.replicas[1]->digest());
    EXPECT_NE(trio.replicas[0]->storeDigest(), trio.replicas[1]->storeDigest());
    // What is written from now on merges alike, with and without the tombstone below it.
    for (std::uint64_t book = 0; book < 5; ++book)
        trio.write(2, cartKey(1, book));
    trio.remove(1, cartKey(1, 0));
    trio.deliverAll();
    for (std::size_t i = 1; i < 3; ++i)
        EXPECT_EQ(trio.replicas[0]->digest(), trio.replicas[i]->digest());
    const CopyComparison comparison
        = compareCopies(trio.replicas[0]->copyDigest(), trio.replicas[1]->copyDigest());
    EXPECT_TRUE(comparison.compared.all());
    EXPECT_TRUE(comparison.unequal.none());
}

TEST(Tombstones, ARowThatWasWrittenAgainStays)
{
    Trio trio(asAwsPolicies());
    trio.remove(0);
    trio.write(0);
    trio.deliverAll();
    trio.wait(kGrace + 1s);
    trio.collect(0);
    EXPECT_TRUE(trio.isThere(0));
    EXPECT_EQ(trio.replicas[0]->tombstones().collected, 0U);
}

TEST(Tombstones, AreFoundAgainAfterARestart)
{
    Trio trio(hardenedPolicies());
    for (std::uint64_t book = 0; book < 10; ++book)
        trio.remove(book % 3, cartKey(1, book));
    trio.deliverAll();
    trio.replicas[0]->restart();
    trio.wait(kGrace + 1s);
    trio.replicas[0]->collectTombstones({ kGrace, false, { 1, 0, 0 } });
    EXPECT_EQ(trio.replicas[0]->tombstones().held, 10U) << "not yet stable, as far as it can know";
    trio.collect(0);
    EXPECT_EQ(trio.replicas[0]->tombstones().held, 0U);
}

TEST(Tombstones, TravelInSnapshotsAndAreCollectedByTheReceiver)
{
    Trio trio(hardenedPolicies());
    trio.remove(0);
    trio.deliverAll();
    trio.replicas[2]->loseStore(2);
    trio.replicas[2]->install(trio.replicas[0]->snapshot(trio.replicas[0]->positions()));
    EXPECT_EQ(trio.replicas[2]->tombstones().held, 1U);
    EXPECT_EQ(trio.replicas[2]->storeDigest(), trio.replicas[0]->storeDigest());
    trio.wait(kGrace + 1s);
    trio.collect(2);
    EXPECT_EQ(trio.replicas[2]->tombstones().held, 0U);
}

TEST(Tombstones, AreCollectedInBoundedSteps)
{
    Trio trio(asAwsPolicies());
    for (std::uint64_t customer = 0; customer < 50'000; ++customer)
        trio.remove(0, cartKey(customer, 1));
    trio.deliverAll();
    trio.wait(kGrace + 1h);
    trio.collect(0);
    EXPECT_EQ(trio.replicas[0]->tombstones().collected, 20'000U);
    trio.collect(0);
    trio.collect(0);
    EXPECT_EQ(trio.replicas[0]->tombstones().held, 0U);
}

} // namespace
} // namespace sb
