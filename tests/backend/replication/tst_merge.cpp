// SPDX-License-Identifier: GPL-3.0-or-later
// The merge rules: whatever the order of delivery, the same writes come to the same bytes, and nothing that a
// rule promises to keep is gone.
#include "tests/backend/support/cluster.h"
#include "tests/backend/support/seeds.h"

#include <gtest/gtest.h>

#include <set>

namespace sb {
namespace {

using test::cartKey;
using test::regionAt;
using test::writeOf;

constexpr std::size_t kRegions = 3;
constexpr std::uint64_t kKeys = 3;

std::string number(std::uint64_t value)
{
    std::string bytes(8, '\0');
    for (std::size_t i = 0; i < 8; ++i)
        bytes[i] = static_cast<char>(value >> (8 * i));
    return bytes;
}

std::string bookRow(std::uint32_t price, std::uint32_t stock)
{
    return number(price).substr(0, 4) + number(stock).substr(0, 4);
}

// Three replicas wired to nothing; the test delivers by hand.
struct Trio {
    explicit Trio(std::uint64_t seed, DataPolicies policies = hardenedPolicies())
        : world(seed)
        , rng(seed)
    {
        for (std::size_t i = 0; i < kRegions; ++i) {
            stores.push_back(makeMemoryStore());
            replicas.push_back(
                std::make_unique<Replica>(world, *stores.back(), regionAt(i), kRegions, policies));
        }
    }
    bool deliver(std::size_t origin, std::size_t to)
    {
        const LogEntry* next
            = stores[origin]->logEntry(regionAt(origin), replicas[to]->position(regionAt(origin)) + 1);
        return next != nullptr && replicas[to]->apply(LogEntry(*next));
    }
    // All to all, in a random interleaving.
    void exchange()
    {
        for (std::size_t to = 0; to < kRegions; ++to) {
            std::vector<std::size_t> origins;
            for (std::size_t origin = 0; origin < kRegions; ++origin)
                if (origin != to)
                    origins.push_back(origin);
            while (!origins.empty()) {
                const std::size_t pick = rng.below(origins.size());
                if (!deliver(origins[pick], to))
                    origins.erase(origins.begin() + static_cast<std::ptrdiff_t>(pick));
            }
        }
    }
    void remove(std::size_t at, const Key& key)
    {
        Transaction transaction;
        transaction.mutations.push_back({ key, true, {} });
        (void)replicas[at]->commit(std::move(transaction));
    }
    std::string read(std::size_t at, const Key& key)
    {
        const Item* item = stores[at]->find(key);
        if (item == nullptr || item->isDeleted)
            return "";
        const Item copy = *item;
        return std::string(replicas[at]->plain(key.table, copy));
    }

    World world;
    Rng rng;
    std::vector<std::unique_ptr<Store>> stores;
    std::vector<std::unique_ptr<Replica>> replicas;
};

void writeSomething(Trio& trio, std::size_t at, std::uint64_t& counter)
{
    Rng& rng = trio.rng;
    const std::uint64_t key = rng.below(kKeys);
    switch (rng.below(5)) {
    case 0:
        trio.remove(at, cartKey(1, key));
        return;
    case 1:
    case 2:
        (void)trio.replicas[at]->commit(writeOf(cartKey(1, key), number(rng.next())));
        return;
    case 3:
        (void)trio.replicas[at]->commit(writeOf({ Table::Stock, key, at }, number(++counter)));
        return;
    default: {
        const auto mask = static_cast<std::uint8_t>(1 + rng.below(3));
        const std::string row = bookRow(static_cast<std::uint32_t>(rng.next()), 7);
        (void)trio.replicas[at]->commit(
            writeOf({ Table::Books, key, 0 }, attributeWrite(Table::Books, mask, row)));
    }
    }
}

TEST(Merge, TheSameWritesComeToTheSameBytesInWhateverOrder)
{
    for (const std::uint64_t seed : test::seeds(300)) {
        SCOPED_TRACE(test::replayHint(seed));
        Trio trio(seed);
        std::uint64_t counter = 0;
        for (int i = 0; i < 120; ++i) {
            if (trio.rng.chance(300'000))
                trio.world.runUntil(trio.world.now() + trio.rng.between(0us, 3ms));
            const std::size_t at = trio.rng.below(kRegions);
            if (trio.rng.chance(400'000))
                writeSomething(trio, at, counter);
            else
                (void)trio.deliver((at + 1 + trio.rng.below(2)) % kRegions, at);
        }
        trio.exchange();
        for (std::size_t i = 1; i < kRegions; ++i)
            ASSERT_EQ(trio.replicas[i]->digest(), trio.replicas[0]->digest()) << "replica " << i;
    }
}

// The observed-remove rule against its definition: a line is in the cart iff some addition of it was seen by
// no removal or replacement of that line.
TEST(Merge, ALineStaysExactlyWhileSomeAdditionOfItWasSeenByNoLaterChange)
{
    for (const std::uint64_t seed : test::seeds(200)) {
        SCOPED_TRACE(test::replayHint(seed));
        Trio trio(seed);
        struct Change {
            bool isAddition = false;
            std::set<std::size_t> knew; // changes that its author had seen
        };
        std::vector<Change> changes;
        std::vector<std::vector<std::size_t>> logs(kRegions); // change numbers by origin
        std::vector<std::set<std::size_t>> known(kRegions);
        for (int i = 0; i < 60; ++i) {
            const std::size_t at = trio.rng.below(kRegions);
            if (trio.rng.chance(450'000)) {
                const bool adds = trio.rng.chance(600'000);
                if (adds)
                    (void)trio.replicas[at]->commit(writeOf(cartKey(1, 1), number(changes.size())));
                else
                    trio.remove(at, cartKey(1, 1));
                changes.push_back({ adds, known[at] });
                known[at].insert(changes.size() - 1);
                logs[at].push_back(changes.size() - 1);
                continue;
            }
            const std::size_t from = (at + 1 + trio.rng.below(2)) % kRegions;
            const std::uint64_t next = trio.replicas[at]->position(regionAt(from));
            if (trio.deliver(from, at))
                known[at].insert(logs[from][next]);
        }
        trio.exchange();
        bool isExpected = false;
        for (std::size_t i = 0; i < changes.size(); ++i) {
            const bool isSeen = std::any_of(changes.begin(), changes.end(),
                [&](const Change& change) { return change.knew.count(i) > 0; });
            isExpected = isExpected || (changes[i].isAddition && !isSeen);
        }
        for (std::size_t at = 0; at < kRegions; ++at)
            ASSERT_EQ(!trio.read(at, cartKey(1, 1)).empty(), isExpected) << "replica " << at;
    }
}

TEST(Merge, ARemovalTakesOnlyTheAdditionsItHasSeen)
{
    Trio trio(1);
    (void)trio.replicas[0]->commit(writeOf(cartKey(1, 1), "first"));
    trio.exchange();
    trio.remove(0, cartKey(1, 1));
    (void)trio.replicas[1]->commit(writeOf(cartKey(1, 1), "again")); // does not know of the removal
    trio.exchange();
    for (std::size_t at = 0; at < kRegions; ++at)
        EXPECT_EQ(trio.read(at, cartKey(1, 1)), "again");
    trio.remove(2, cartKey(1, 1)); // this one knows of everything
    trio.exchange();
    for (std::size_t at = 0; at < kRegions; ++at)
        EXPECT_EQ(trio.read(at, cartKey(1, 1)), "");
}

TEST(Merge, TheLaterStampWinsUnderTheFaithfulProfileAndTheConcurrentAdditionIsGone)
{
    Trio trio(1, asAwsPolicies());
    (void)trio.replicas[0]->commit(writeOf(cartKey(1, 1), "first"));
    trio.exchange();
    (void)trio.replicas[1]->commit(writeOf(cartKey(1, 1), "again"));
    trio.world.runUntil(kStart + 1s);
    trio.remove(0, cartKey(1, 1)); // a second later, without knowing of it
    trio.exchange();
    for (std::size_t at = 0; at < kRegions; ++at)
        EXPECT_EQ(trio.read(at, cartKey(1, 1)), "");
}

TEST(Merge, TwoEditorsOfDifferentAttributesOfABookBothKeepTheirChange)
{
    for (const bool isHardened : { false, true }) {
        Trio trio(1, isHardened ? hardenedPolicies() : asAwsPolicies());
        const Key book { Table::Books, 84, 0 };
        for (auto& replica : trio.replicas)
            replica->seed(book, bookRow(1000, 50));
        const auto edit = [&](std::size_t at, std::uint8_t mask, const std::string& row) {
            (void)trio.replicas[at]->commit(
                writeOf(book, isHardened ? attributeWrite(Table::Books, mask, row) : row));
        };
        edit(0, 1, bookRow(1200, 50)); // the price
        edit(1, 2, bookRow(1000, 40)); // the stock
        trio.exchange();
        const std::string expected = isHardened ? bookRow(1200, 40) : bookRow(1000, 40);
        for (std::size_t at = 0; at < kRegions; ++at)
            EXPECT_EQ(trio.read(at, book), expected) << (isHardened ? "hardened" : "as-aws");
    }
}

TEST(Merge, TheFirstInsertOfAnOrderStaysAndTheSecondIsReported)
{
    struct Ear final : ReplicaListener {
        void onEntry(RegionId, const LogEntry&, bool, bool isSuperseded) override
        {
            superseded += isSuperseded ? 1 : 0;
        }
        void onConflict(RegionId, const Conflict& conflict) override { found.push_back(conflict); }
        std::vector<Conflict> found;
        int superseded = 0;
    } ear;
    Trio trio(1);
    for (auto& replica : trio.replicas)
        replica->listen(&ear);
    const Key key { Table::Orders, 1, 900 };
    Transaction first = writeOf(key, "first");
    first.order = OrderId { 900 };
    first.request = 41;
    (void)trio.replicas[0]->commit(std::move(first));
    trio.world.runUntil(kStart + 5ms);
    Transaction second = writeOf(key, "second");
    second.order = OrderId { 900 };
    second.request = 42;
    (void)trio.replicas[1]->commit(std::move(second));
    trio.exchange();
    for (std::size_t at = 0; at < kRegions; ++at)
        EXPECT_EQ(trio.read(at, key), "first");
    ASSERT_EQ(ear.found.size(), 3U); // each copy finds it for itself
    for (const Conflict& conflict : ear.found) {
        EXPECT_EQ(conflict.kind, ConflictKind::InsertExists);
        EXPECT_EQ(conflict.winnerRequest, 41U);
        EXPECT_EQ(conflict.loserRequest, 42U);
        EXPECT_EQ(conflict.winnerValue, "first");
        EXPECT_EQ(conflict.loserValue, "second");
        EXPECT_FALSE(conflict.isLoserKept);
        EXPECT_FALSE(conflict.isOrderProvable) << "5 ms apart, and clocks may differ by 500";
    }
    EXPECT_EQ(ear.superseded, 2); // at the copies that saw the first one first
}

TEST(Merge, OfALaterEpochWinsWhateverTheStampAndOfOneEpochTheLaterStamp)
{
    const auto row = [](char epoch, const char* text) {
        return std::string { epoch, 0, 0, 0, 0, 0, 0, 0 } + text;
    };
    const std::vector<std::uint64_t> seen;
    const Version early { Hlc { 10 }, RegionId { 0 }, 1, 1 }, late { Hlc { 20 }, RegionId { 1 }, 1, 1 };
    const auto merge = [&](const Item* stored, const Version& version, const std::string& value) {
        return mergeRow(
            ConflictPolicy::LaterEpochWins, Table::Posts, stored, { version, seen, 2, false, value });
    };
    const MergedRow first = merge(nullptr, late, row(1, "old writer"));
    EXPECT_TRUE(first.isVisible);
    const MergedRow second = merge(&first.item, early, row(2, "new writer"));
    EXPECT_TRUE(second.isVisible) << "its stamp is earlier, its epoch later";
    EXPECT_EQ(second.item.value, row(2, "new writer"));
    const MergedRow third = merge(&second.item, late, row(1, "old writer"));
    EXPECT_FALSE(third.isVisible) << "in whatever order they come";
    EXPECT_EQ(third.item, second.item);
    EXPECT_TRUE(merge(&second.item, late, row(2, "again")).isVisible);
}

TEST(Merge, APlainValueComesBackUnderEveryRule)
{
    std::string scratch;
    for (const ConflictPolicy policy : { ConflictPolicy::LastWriterWins, ConflictPolicy::FirstWins,
             ConflictPolicy::LargerWins, ConflictPolicy::LastWriterPerAttribute }) {
        const std::string row = bookRow(1299, 12);
        const Item item { {}, false, seedValue(policy, Table::Books, row) };
        EXPECT_EQ(plainValue(policy, Table::Books, item, scratch), row) << toString(policy);
    }
}

} // namespace
} // namespace sb
