// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/bookstore/shop.h"

#include <set>

namespace sb {
namespace {

using test::bookAt;
using test::priceAt;

constexpr BookId kUnknown { 999'999'999 };

class BookstoreTest : public testing::Test {
protected:
    World world { 1 };
    test::Shop shop { world };
};

TEST_F(BookstoreTest, ListsTheCatalogueMostPopularFirst)
{
    const Response response = shop.call({ .call = Call::ListBooks });
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.count, catalogue().books().size());
    for (std::uint32_t i = 0; i < response.books.size(); ++i)
        EXPECT_EQ(response.books[i], i);
}

TEST_F(BookstoreTest, ListsTheBooksOfACategory)
{
    for (std::size_t c = 0; c < catalogue().categories().size(); ++c) {
        const auto category = static_cast<std::uint8_t>(c);
        const Response response = shop.call({ .call = Call::ListCategory, .category = category });
        EXPECT_EQ(response.status, 200);
        EXPECT_EQ(response.count, catalogue().ofCategory(category).size());
        for (std::size_t i = 0; i < std::min<std::size_t>(response.count, response.books.size()); ++i)
            EXPECT_EQ(catalogue().books()[response.books[i]].category, category);
    }
}

TEST_F(BookstoreTest, SearchFindsTheBooksThatHoldTheWord)
{
    for (std::uint64_t word = 0; word < 200; ++word) {
        const Response response = shop.call({ .call = Call::Search, .word = word * 31 });
        EXPECT_EQ(response.status, 200);
        ASSERT_GE(response.count, 1); // every word of the index is of some book
        ASSERT_LE(response.count, 25);
    }
}

TEST_F(BookstoreTest, ShowsABookAndRefusesAnUnknownOne)
{
    EXPECT_EQ(shop.cartCall(Call::GetBook, bookAt(3)).status, 200);
    const Response unknown = shop.cartCall(Call::GetBook, kUnknown);
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(unknown.count, 0);
}

TEST_F(BookstoreTest, AddingPutsALineWithTheShopsPriceIntoTheCart)
{
    EXPECT_EQ(shop.cartCall(Call::AddToCart, bookAt(3), 2).status, 200);
    EXPECT_TRUE(shop.committed);
    const std::vector<CartLine> expected { { bookAt(3), priceAt(3), 2 } };
    EXPECT_EQ(shop.cart(), expected);
    EXPECT_EQ(shop.call({ .call = Call::GetCart, .customer = shop.kCustomer }).count, 1);
    EXPECT_EQ(shop.cartCall(Call::GetCartLine, bookAt(3)).count, 1);
    EXPECT_EQ(shop.call({ .call = Call::GetCart, .customer = CustomerId { 43 } }).count, 0);
}

TEST_F(BookstoreTest, AddingAgainAddsUpToNinetyNine)
{
    (void)shop.cartCall(Call::AddToCart, bookAt(3), 2);
    (void)shop.cartCall(Call::AddToCart, bookAt(3), 5);
    EXPECT_EQ(shop.cart()[0].quantity, 7U);
    EXPECT_EQ(shop.cartCall(Call::AddToCart, bookAt(3), 99).status, 200);
    EXPECT_EQ(shop.cart()[0].quantity, 99U);
}

TEST_F(BookstoreTest, RefusesQuantitiesThatMakeNoSense)
{
    (void)shop.cartCall(Call::AddToCart, bookAt(3), 2);
    for (const Call call : { Call::AddToCart, Call::SetQuantity }) {
        for (const std::uint32_t quantity : { 0U, 100U, ~0U }) {
            EXPECT_EQ(shop.cartCall(call, bookAt(3), quantity).status, 400);
            EXPECT_FALSE(shop.committed);
        }
        EXPECT_EQ(shop.cartCall(call, bookAt(4), 1).status, 200);
        EXPECT_EQ(shop.cartCall(call, bookAt(5), 99).status, 200);
    }
    EXPECT_EQ(shop.cart().size(), 3U);
}

TEST_F(BookstoreTest, AnUnknownBookDoesNotGetIntoACart)
{
    for (const Call call : { Call::AddToCart, Call::SetQuantity }) {
        EXPECT_EQ(shop.cartCall(call, kUnknown, 1).status, 404);
        EXPECT_FALSE(shop.committed);
    }
    EXPECT_TRUE(shop.cart().empty());
}

TEST_F(BookstoreTest, SettingAQuantityReplacesIt)
{
    (void)shop.cartCall(Call::AddToCart, bookAt(3), 2);
    EXPECT_EQ(shop.cartCall(Call::SetQuantity, bookAt(3), 5).status, 200);
    EXPECT_EQ(shop.cart()[0].quantity, 5U);
}

TEST_F(BookstoreTest, RemovingIsIdempotent)
{
    (void)shop.cartCall(Call::AddToCart, bookAt(3), 2);
    EXPECT_EQ(shop.cartCall(Call::RemoveFromCart, bookAt(3)).status, 200);
    EXPECT_TRUE(shop.committed);
    EXPECT_TRUE(shop.cart().empty());
    for (const BookId book : { bookAt(3), bookAt(4), kUnknown }) {
        EXPECT_EQ(shop.cartCall(Call::RemoveFromCart, book).status, 200);
        EXPECT_FALSE(shop.committed);
    }
    EXPECT_EQ(shop.cartCall(Call::GetCartLine, bookAt(3)).count, 0);
    EXPECT_EQ(shop.cartCall(Call::AddToCart, bookAt(3), 1).status, 200); // and back again
    EXPECT_EQ(shop.cart()[0].quantity, 1U);
}

TEST_F(BookstoreTest, CheckoutPlacesTheOrderAndEmptiesItsCartLinesInOneStep)
{
    for (const std::size_t position : { 3U, 4U, 5U })
        (void)shop.cartCall(Call::AddToCart, bookAt(position), 2);
    world.runUntil(kStart + 9s);
    const Response response
        = shop.order(OrderId { 500 }, { { bookAt(3), Money { 1 }, 2 }, { bookAt(4), Money { 1 }, 1 } });
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.count, 2);
    const std::vector<CartLine> left { { bookAt(5), priceAt(5), 2 } };
    EXPECT_EQ(shop.cart(), left);
    EXPECT_EQ(shop.call({ .call = Call::ListOrders, .customer = shop.kCustomer }).count, 1);
    EXPECT_EQ(shop.call({ .call = Call::ListOrders, .customer = CustomerId { 43 } }).count, 0);

    const RegionId self = shop.replica.self();
    const LogEntry& entry = *shop.store->logEntry(self, shop.replica.position(self));
    EXPECT_EQ(entry.order, OrderId { 500 });
    EXPECT_EQ(entry.customer, shop.kCustomer);
    EXPECT_EQ(entry.request, 77U);
    EXPECT_EQ(entry.amount, priceAt(3) * 2 + priceAt(4)); // the shop's prices, not the client's
    ASSERT_EQ(entry.mutations.size(), 5U); // the order, two counts of stock, two cart lines
    const auto order = decodeOrder(entry.mutations[0].value);
    ASSERT_TRUE(order);
    EXPECT_EQ(order->placedAt, kStart + 9s);
    EXPECT_EQ(order->total(), entry.amount);
}

// Another copy that applies the log one entry at a time never shows an order beside the cart it came from.
TEST_F(BookstoreTest, NoCopyEverShowsAnOrderBesideItsCartLines)
{
    test::Shop here(world, 0, 2), there(world, 1, 2);
    for (std::uint64_t n = 1; n <= 20; ++n) {
        (void)here.cartCall(Call::AddToCart, bookAt(n), 1);
        (void)here.order(OrderId { n }, { { bookAt(n), Money {}, 1 } });
    }
    for (std::uint64_t seq = 1; seq <= 40; ++seq) {
        ASSERT_TRUE(there.replica.apply(LogEntry(*here.store->logEntry(here.replica.self(), seq))));
        ASSERT_EQ(there.store->count(Table::Carts), seq % 2);
        ASSERT_EQ(there.store->count(Table::Orders), seq / 2);
    }
}

TEST_F(BookstoreTest, ARepeatedOrderIsAnsweredLikeTheFirstTimeAndCountsOnce)
{
    const std::vector<OrderLine> lines { { bookAt(3), Money {}, 2 }, { bookAt(4), Money {}, 1 } };
    EXPECT_EQ(shop.order(OrderId { 500 }, lines).status, 200);
    (void)shop.cartCall(Call::AddToCart, bookAt(3), 9); // put there after the order
    EXPECT_EQ(shop.order(OrderId { 500 }, lines).status, 200);
    EXPECT_FALSE(shop.committed);
    EXPECT_EQ(shop.cart().size(), 1U);
    EXPECT_EQ(shop.bookstore.bestSellers().copiesSold(3), 2U);
}

TEST_F(BookstoreTest, TheSameOrderNumberWithOtherLinesIsRefused)
{
    EXPECT_EQ(shop.order(OrderId { 500 }, { { bookAt(3), Money {}, 2 } }).status, 200);
    for (const std::vector<OrderLine>& lines : { std::vector<OrderLine> { { bookAt(3), Money {}, 3 } },
             std::vector<OrderLine> { { bookAt(4), Money {}, 2 } },
             std::vector<OrderLine> { { bookAt(3), Money {}, 2 }, { bookAt(4), Money {}, 1 } } }) {
        EXPECT_EQ(shop.order(OrderId { 500 }, lines).status, 409);
        EXPECT_FALSE(shop.committed);
    }
    EXPECT_EQ(shop.bookstore.bestSellers().copiesSold(3), 2U);
}

TEST_F(BookstoreTest, RefusesOrdersThatCannotBe)
{
    const auto refused = [&](OrderId number, std::vector<OrderLine> lines) {
        const int status = shop.order(number, std::move(lines)).status;
        EXPECT_FALSE(shop.committed);
        return status;
    };
    (void)shop.cartCall(Call::AddToCart, bookAt(3), 2);
    EXPECT_EQ(refused(OrderId { 1 }, {}), 400);
    EXPECT_EQ(refused(OrderId {}, { { bookAt(3), Money {}, 1 } }), 400);
    EXPECT_EQ(refused(OrderId { 1 }, { { bookAt(3), Money {}, 0 } }), 400);
    EXPECT_EQ(refused(OrderId { 1 }, { { bookAt(3), Money {}, 100 } }), 400);
    EXPECT_EQ(refused(OrderId { 1 }, { { bookAt(3), Money {}, 1 }, { kUnknown, Money {}, 1 } }), 400);
    EXPECT_EQ(shop.cart().size(), 1U); // and nothing of it happened
    EXPECT_EQ(shop.call({ .call = Call::ListOrders, .customer = shop.kCustomer }).count, 0);
}

TEST_F(BookstoreTest, TwoLinesOfOneBookEmptyItsCartLineOnce)
{
    (void)shop.cartCall(Call::AddToCart, bookAt(3), 5);
    EXPECT_EQ(
        shop.order(OrderId { 1 }, { { bookAt(3), Money {}, 2 }, { bookAt(3), Money {}, 3 } }).status, 200);
    const LogEntry& entry = *shop.store->logEntry(shop.replica.self(), 2);
    EXPECT_EQ(entry.mutations.size(), 3U); // the keys of a transaction are distinct: order, stock, cart line
    EXPECT_EQ(entry.amount, priceAt(3) * 5);
    EXPECT_TRUE(shop.cart().empty());
    EXPECT_EQ(shop.bookstore.bestSellers().copiesSold(3), 5U);
}

TEST(BookstoreCodec, ReadsBackWhatItWritesAndRefusesTheRest)
{
    const CartLine line { bookAt(1), Money { 1'999 }, 3 };
    EXPECT_EQ(decodeCartLine(line.book, encodeCartLine(line)), line);
    Order order { kStart + 5s, { { bookAt(1), Money { 500 }, 1 }, { bookAt(2), Money { 999 }, 99 } } };
    EXPECT_EQ(decodeOrder(encodeOrder(order)), order);
    EXPECT_EQ(order.total(), Money { 500 + 99 * 999 });
    EXPECT_EQ(decodeBookPrice(encodeBookRow(Money { 1'234 }, 7)), Money { 1'234 });
    const std::string whole = encodeOrder(order);
    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
        const auto partial = decodeOrder(whole.substr(0, cut));
        EXPECT_EQ(partial.has_value(), cut >= 8 && (cut - 8) % 12 == 0);
    }
    EXPECT_FALSE(decodeCartLine(line.book, "seven b"));
    EXPECT_FALSE(decodeBookPrice(""));
}

TEST_F(BookstoreTest, AnOrderWithoutANumberIsMalformedUnlessTheShopMintsThem)
{
    const std::vector<OrderLine> lines { { bookAt(1), Money {}, 1 } };
    EXPECT_EQ(shop.order(OrderId {}, lines).status, 400);
    shop.bookstore.mintOrders();
    const Response first = shop.order(OrderId {}, lines);
    const Response second = shop.order(OrderId {}, lines);
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(second.status, 200) << "a repeat cannot be known";
    EXPECT_TRUE(first.order.isValid());
    EXPECT_NE(first.order, second.order);
    EXPECT_EQ(shop.store->count(Table::Orders), 2U);
    const Response own = shop.order(OrderId { 7 }, lines);
    EXPECT_EQ(own.order, OrderId { 7 }) << "a number that comes along is kept";
    EXPECT_EQ(shop.order(OrderId { 7 }, lines).order, OrderId { 7 });
    EXPECT_EQ(shop.store->count(Table::Orders), 3U);
}

TEST_F(BookstoreTest, NoTwoRegionsAndNoTwoLogsOfARegionMintTheSameNumber)
{
    std::set<std::uint64_t> numbers;
    std::size_t count = 0;
    for (std::size_t self = 0; self < 3; ++self) {
        test::Shop other(world, self, 3);
        other.bookstore.mintOrders();
        for (std::uint32_t incarnation = 2; incarnation <= 4; ++incarnation) {
            for (int i = 0; i < 20; ++i, ++count) {
                const Response placed = other.order(OrderId {}, { { bookAt(1), Money {}, 1 } });
                EXPECT_TRUE(numbers.insert(placed.order.value).second) << placed.order.value;
            }
            other.replica.loseStore(incarnation);
            other.bookstore.seedCatalogue();
        }
    }
    EXPECT_EQ(numbers.size(), count);
}

} // namespace
} // namespace sb
