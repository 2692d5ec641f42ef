// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/bookstore/shop.h"

namespace sb {
namespace {

using test::bookAt;
using test::priceAt;
using test::Shop;

void ship(Shop& from, Shop& to)
{
    const RegionId origin = from.replica.self();
    for (std::uint64_t seq = 1; seq <= from.replica.position(origin); ++seq)
        (void)to.replica.apply(LogEntry(*from.store->logEntry(origin, seq)));
}

Money paid(Shop& shop, OrderId number, std::size_t book)
{
    EXPECT_EQ(shop.order(number, { { bookAt(book), Money {}, 1 } }).status, 200);
    const Item* row = shop.store->find({ Table::Orders, Shop::kCustomer.value, number.value });
    return decodeOrder(row->value)->lines.front().price;
}

class BookCacheOf : public testing::TestWithParam<bool> {
protected:
    [[nodiscard]] static DataPolicies policies() { return GetParam() ? hardenedPolicies() : asAwsPolicies(); }
};

TEST_P(BookCacheOf, ALocalChangeIsSeenAtOnce)
{
    World world(1);
    Shop shop(world, 0, 2, policies());
    EXPECT_EQ(paid(shop, OrderId { 1 }, 3), priceAt(3));
    ASSERT_TRUE(shop.bookstore.setPrice(bookAt(3), Money { 4'242 }));
    EXPECT_EQ(paid(shop, OrderId { 2 }, 3), Money { 4'242 });
    EXPECT_EQ(shop.bookstore.bookCache().counters().staleAnswers, 0U);
}

TEST_P(BookCacheOf, AReplicatedChangeIsSeenAtOnceByTheSoundKindAlone)
{
    World world(1);
    Shop a(world, 0, 2, policies()), b(world, 1, 2, policies());
    EXPECT_EQ(paid(b, OrderId { 1 }, 3), priceAt(3));
    ASSERT_TRUE(a.bookstore.setPrice(bookAt(3), Money { 4'242 }));
    EXPECT_EQ(paid(b, OrderId { 2 }, 3), priceAt(3));
    EXPECT_EQ(b.bookstore.bookCache().counters().staleAnswers, 0U) << "its store does not know yet either";
    ship(a, b);
    const bool isSound = GetParam();
    EXPECT_EQ(paid(b, OrderId { 3 }, 3), isSound ? Money { 4'242 } : priceAt(3));
    const BookCache::Counters& counters = b.bookstore.bookCache().counters();
    EXPECT_EQ(counters.staleAnswers, isSound ? 0U : 1U);
    EXPECT_EQ(counters.staleOrders, isSound ? 0U : 1U);
    const std::int64_t apart = 4'242 - priceAt(3).cents;
    EXPECT_EQ(counters.misCharged.cents, isSound ? 0 : apart < 0 ? -apart : apart);
}

TEST_P(BookCacheOf, AnEntryIsOverAfterItsLifetimeAndAfterARestart)
{
    for (const bool isByRestart : { false, true }) {
        World world(1);
        Shop a(world, 0, 2, policies()), b(world, 1, 2, policies());
        EXPECT_EQ(paid(b, OrderId { 1 }, 3), priceAt(3));
        ASSERT_TRUE(a.bookstore.setPrice(bookAt(3), Money { 4'242 }));
        ship(a, b);
        if (isByRestart)
            b.replica.restart();
        else
            world.runUntil(kStart + BookCache::kLifetime);
        EXPECT_EQ(paid(b, OrderId { 2 }, 3), Money { 4'242 });
        EXPECT_EQ(b.bookstore.bookCache().counters().staleAnswers, 0U);
    }
}

TEST_P(BookCacheOf, AnUnknownBookHasNoPriceAndCannotBeEdited)
{
    World world(1);
    Shop shop(world, 0, 1, policies());
    EXPECT_FALSE(shop.bookstore.setPrice(BookId { 4'000'000 }, Money { 1 }));
    EXPECT_EQ(shop.call({ .call = Call::GetBook, .book = BookId { 4'000'000 } }).status, 404);
    EXPECT_EQ(shop.call({ .call = Call::GetBook, .book = bookAt(0) }).status, 200);
}

INSTANTIATE_TEST_SUITE_P(Kinds, BookCacheOf, testing::Bool(),
    [](const auto& kind) { return std::string(kind.param ? "Sound" : "Naive"); });

} // namespace
} // namespace sb
