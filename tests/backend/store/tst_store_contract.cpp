// SPDX-License-Identifier: GPL-3.0-or-later
// What every store promises, run against each implementation.
#include "tests/backend/store/store_support.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

using namespace test;

enum class Kind { Memory, SqliteInMemory, SqliteFile };

class StoreContract : public testing::TestWithParam<Kind> {
protected:
    void SetUp() override
    {
        if (GetParam() == Kind::Memory) {
            m_store = makeMemoryStore();
            return;
        }
        SqliteStoreOptions options;
        if (GetParam() == Kind::SqliteFile)
            options.path = m_folder.file("store.db");
        Result<std::unique_ptr<Store>> opened = openSqliteStore(options);
        ASSERT_TRUE(opened) << opened.error().what;
        m_store = std::move(*opened);
    }

    Store& store() { return *m_store; }
    std::vector<std::uint64_t> sortKeysOf(Table table, std::uint64_t partition)
    {
        std::vector<Row> rows;
        store().scan(table, partition, rows);
        std::vector<std::uint64_t> keys;
        for (const Row& row : rows)
            keys.push_back(row.key.sort);
        return keys;
    }

private:
    TempFolder m_folder;
    std::unique_ptr<Store> m_store;
};

const Key kBook { Table::Books, 11, 0 };

TEST_P(StoreContract, anEmptyStoreHasNothing)
{
    EXPECT_EQ(store().find(kBook), nullptr);
    EXPECT_EQ(store().count(Table::Books), 0u);
    EXPECT_EQ(store().digest(Table::Books), 0u);
    EXPECT_EQ(store().logBegin(region(0)), 1u);
    EXPECT_EQ(store().logEnd(region(0)), 1u);
    EXPECT_EQ(store().logEntry(region(0), 1), nullptr);
    store().trimLog(region(5), 10);
    EXPECT_EQ(store().logEnd(region(5)), 1u);
    EXPECT_TRUE(store().flush());
}

TEST_P(StoreContract, anItemIsFoundAsItWasPut)
{
    Item written = item(5, std::string("with\0zero", 9), 2);
    written.version.incarnation = 0xFFFF'FFFF;
    written.version.hlc.value = ~0ULL;
    store().put(kBook, written);
    ASSERT_NE(store().find(kBook), nullptr);
    EXPECT_EQ(*store().find(kBook), written);
    EXPECT_EQ(store().find({ Table::Carts, 11, 0 }), nullptr);
    EXPECT_EQ(store().find({ Table::Books, 11, 1 }), nullptr);
    EXPECT_EQ(store().find({ Table::Books, 12, 0 }), nullptr);
}

TEST_P(StoreContract, anEmptyValueIsAValue)
{
    store().put(kBook, item(5, ""));
    ASSERT_NE(store().find(kBook), nullptr);
    EXPECT_EQ(*store().find(kBook), item(5, ""));
    EXPECT_EQ(store().count(Table::Books), 1u);
}

TEST_P(StoreContract, putReplaces)
{
    store().put(kBook, item(5, "old"));
    store().put(kBook, item(6, "new and longer than any short string"));
    EXPECT_EQ(*store().find(kBook), item(6, "new and longer than any short string"));
    EXPECT_EQ(store().count(Table::Books), 1u);
}

TEST_P(StoreContract, theStoreDecidesNothingSoAnOlderItemReplacesToo)
{
    store().put(kBook, item(6, "newer"));
    store().put(kBook, item(5, "older"));
    EXPECT_EQ(store().find(kBook)->value, "older");
}

TEST_P(StoreContract, aTombstoneIsFoundButNotScannedNorCounted)
{
    store().put({ Table::Carts, 1, 1 }, item(1, "a"));
    store().put({ Table::Carts, 1, 2 }, item(2, "b"));
    store().put({ Table::Carts, 1, 1 }, tombstone(3));
    ASSERT_NE(store().find({ Table::Carts, 1, 1 }), nullptr);
    EXPECT_TRUE(store().find({ Table::Carts, 1, 1 })->isDeleted);
    EXPECT_EQ(sortKeysOf(Table::Carts, 1), std::vector<std::uint64_t> { 2 });
    EXPECT_EQ(store().count(Table::Carts), 1u);
    store().put({ Table::Carts, 1, 1 }, item(4, "again"));
    EXPECT_EQ(store().count(Table::Carts), 2u);
}

TEST_P(StoreContract, aScanIsSortedAsUnsignedNumbersAndAppends)
{
    const std::vector<std::uint64_t> sorted { 0, 3, 7, (1ULL << 63) - 1, 1ULL << 63, ~0ULL };
    for (const std::size_t i : { 4u, 1u, 5u, 0u, 3u, 2u })
        store().put({ Table::Orders, ~0ULL, sorted[i] }, item(i + 1, "x"));
    EXPECT_EQ(sortKeysOf(Table::Orders, ~0ULL), sorted);
    std::vector<Row> rows { Row { kBook, item(1, "kept") } };
    store().scan(Table::Orders, ~0ULL, rows);
    ASSERT_EQ(rows.size(), 7u);
    EXPECT_EQ(rows[0], (Row { kBook, item(1, "kept") }));
    EXPECT_EQ(rows[6], (Row { { Table::Orders, ~0ULL, ~0ULL }, item(6, "x") }));
    EXPECT_EQ(sortKeysOf(Table::Carts, ~0ULL).size(), 0u);
}

TEST_P(StoreContract, forEachVisitsOneTableInKeyOrderWithTombstones)
{
    const std::uint64_t big = 1ULL << 63;
    const std::vector<Key> keys { { Table::Carts, 1, 2 }, { Table::Carts, 1, big }, { Table::Carts, 5, 0 },
        { Table::Carts, big, 1 }, { Table::Carts, ~0ULL, 0 } };
    for (const std::size_t i : { 3u, 0u, 4u, 2u, 1u })
        store().put(keys[i], i == 2 ? tombstone(i) : item(i, "v"));
    store().put(kBook, item(9, "another table"));
    std::vector<Key> visited;
    int tombstones = 0;
    store().forEach(Table::Carts, [&](const Key& key, const Item& value) {
        visited.push_back(key);
        tombstones += value.isDeleted ? 1 : 0;
    });
    EXPECT_EQ(visited, keys);
    EXPECT_EQ(tombstones, 1);
}

TEST_P(StoreContract, theDigestDependsOnTheItemsAndNotOnTheirHistory)
{
    store().put(kBook, item(1, "first"));
    const std::uint64_t one = store().digest(Table::Books);
    EXPECT_EQ(one, Store::rowHash(kBook, item(1, "first")));
    store().put({ Table::Books, 12, 0 }, item(2, "second"));
    EXPECT_NE(store().digest(Table::Books), one);
    store().put({ Table::Books, 12, 0 }, tombstone(3));
    const std::uint64_t both = store().digest(Table::Books);
    EXPECT_EQ(both, one + Store::rowHash({ Table::Books, 12, 0 }, tombstone(3)));
    store().put(kBook, item(8, "detour"));
    store().put(kBook, item(1, "first"));
    EXPECT_EQ(store().digest(Table::Books), both);
    EXPECT_EQ(store().digest(Table::Carts), 0u);
}

TEST_P(StoreContract, aFoundItemMayBePutUnderAnotherKey)
{
    // Enough neighbours in one partition that its memory has to move.
    store().put({ Table::Carts, 3, 100 }, item(1, "a value too long for a short string"));
    for (std::uint64_t sort = 0; sort < 40; ++sort)
        store().put({ Table::Carts, 3, sort }, *store().find({ Table::Carts, 3, 100 }));
    for (std::uint64_t sort = 0; sort < 40; ++sort)
        EXPECT_EQ(*store().find({ Table::Carts, 3, sort }), item(1, "a value too long for a short string"));
    store().put({ Table::Carts, 3, 5 }, *store().find({ Table::Carts, 3, 5 }));
    EXPECT_EQ(store().find({ Table::Carts, 3, 5 })->value, "a value too long for a short string");
    store().put(kBook, item(2, "what the other key held"));
    store().put(kBook, *store().find({ Table::Carts, 3, 100 }));
    EXPECT_EQ(*store().find(kBook), item(1, "a value too long for a short string"));
    EXPECT_EQ(store().digest(Table::Books), Store::rowHash(kBook, *store().find(kBook)));
}

TEST_P(StoreContract, manyPartitionsStayApart)
{
    for (std::uint64_t i = 0; i < 3000; ++i)
        store().put({ Table::Orders, i << 40, i }, item(i + 1, std::to_string(i)));
    for (std::uint64_t i = 0; i < 3000; ++i) {
        const Item* found = store().find({ Table::Orders, i << 40, i });
        ASSERT_NE(found, nullptr);
        EXPECT_EQ(found->value, std::to_string(i));
    }
    EXPECT_EQ(store().find({ Table::Orders, 3000ULL << 40, 3000 }), nullptr);
    EXPECT_EQ(store().count(Table::Orders), 3000u);
}

TEST_P(StoreContract, aLogKeepsItsEntriesPerOrigin)
{
    for (std::uint64_t seq = 1; seq <= 600; ++seq)
        store().append(logEntry(1, seq));
    store().append(logEntry(63, 1, "of another region"));
    EXPECT_EQ(store().logBegin(region(1)), 1u);
    EXPECT_EQ(store().logEnd(region(1)), 601u);
    EXPECT_EQ(store().logEnd(region(0)), 1u);
    for (const std::uint64_t seq : { 1u, 300u, 344u, 345u, 600u }) {
        const LogEntry* entry = store().logEntry(region(1), seq);
        ASSERT_NE(entry, nullptr);
        EXPECT_EQ(*entry, logEntry(1, seq));
    }
    EXPECT_EQ(store().logEntry(region(1), 0), nullptr);
    EXPECT_EQ(store().logEntry(region(1), 601), nullptr);
    EXPECT_EQ(store().logEntry(region(63), 1)->mutations[0].value, "of another region");
}

TEST_P(StoreContract, aTrimmedLogForgetsItsBeginningAndGoesOn)
{
    for (std::uint64_t seq = 1; seq <= 10; ++seq)
        store().append(logEntry(0, seq));
    store().trimLog(region(0), 4);
    EXPECT_EQ(store().logBegin(region(0)), 4u);
    EXPECT_EQ(store().logEntry(region(0), 3), nullptr);
    EXPECT_EQ(*store().logEntry(region(0), 4), logEntry(0, 4));
    store().trimLog(region(0), 2);
    EXPECT_EQ(store().logBegin(region(0)), 4u);
    store().trimLog(region(0), 1000);
    EXPECT_EQ(store().logBegin(region(0)), 11u);
    EXPECT_EQ(store().logEnd(region(0)), 11u);
    store().append(logEntry(0, 11));
    EXPECT_EQ(*store().logEntry(region(0), 11), logEntry(0, 11));
    EXPECT_TRUE(store().flush());
}

TEST_P(StoreContract, flushingTwiceIsHarmless)
{
    store().put(kBook, item(1, "a"));
    EXPECT_TRUE(store().flush());
    EXPECT_TRUE(store().flush());
    store().put(kBook, item(2, "b"));
    EXPECT_TRUE(store().flush());
    EXPECT_EQ(store().find(kBook)->value, "b");
}

using StoreContractDeathTest = StoreContract;
TEST_P(StoreContractDeathTest, aGapInALogEndsTheProcess)
{
    store().append(logEntry(0, 1));
    EXPECT_DEATH(store().append(logEntry(0, 3)), "seq");
}

std::string kindName(const testing::TestParamInfo<Kind>& info)
{
    switch (info.param) {
    case Kind::Memory:
        return "Memory";
    case Kind::SqliteInMemory:
        return "SqliteInMemory";
    case Kind::SqliteFile:
        return "SqliteFile";
    }
    return "Unknown";
}

const auto kAll = testing::Values(Kind::Memory, Kind::SqliteInMemory, Kind::SqliteFile);
INSTANTIATE_TEST_SUITE_P(Every, StoreContract, kAll, kindName);
INSTANTIATE_TEST_SUITE_P(Every, StoreContractDeathTest, kAll, kindName);

TEST(StoreRowHash, everyFieldCounts)
{
    const Key key { Table::Carts, 1, 2 };
    const Item base { { Hlc { 3 }, region(1), 4, 5 }, false, "six" };
    std::vector<std::uint64_t> hashes { Store::rowHash(key, base) };
    hashes.push_back(Store::rowHash({ Table::Orders, 1, 2 }, base));
    hashes.push_back(Store::rowHash({ Table::Carts, 2, 1 }, base));
    hashes.push_back(Store::rowHash({ Table::Carts, 1, 3 }, base));
    const auto changed = [&](auto change) {
        Item other = base;
        change(other);
        hashes.push_back(Store::rowHash(key, other));
    };
    changed([](Item& other) { other.version.hlc.value = 4; });
    changed([](Item& other) { other.version.origin = region(2); });
    changed([](Item& other) { other.version.incarnation = 5; });
    changed([](Item& other) { other.version.seq = 6; });
    changed([](Item& other) { other.isDeleted = true; });
    changed([](Item& other) { other.value = "seven"; });
    std::sort(hashes.begin(), hashes.end());
    EXPECT_EQ(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

TEST(StoreRowHash, isAFixedNumberBecauseFilesHoldIt)
{
    EXPECT_EQ(Store::rowHash({ Table::Carts, 1, 2 }, { { Hlc { 3 }, region(1), 4, 5 }, false, "six" }),
        4676399883027405495u);
}

TEST(TableNames, areThoseOfTheService)
{
    EXPECT_EQ(toString(Table::Books), "books");
    EXPECT_EQ(toString(Table::Carts), "carts");
    EXPECT_EQ(toString(Table::Orders), "orders");
}

} // namespace
} // namespace sb
