// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/bookstore/shop.h"
#include "tests/backend/support/seeds.h"

#include <algorithm>
#include <map>

namespace sb {
namespace {

using test::bookAt;
using test::Shop;

// The board as a plain sort of plain sums would have it.
std::vector<std::uint32_t> boardOf(const std::map<std::uint32_t, std::uint64_t>& sold)
{
    std::vector<std::pair<std::uint64_t, std::uint32_t>> ranked;
    for (const auto& [position, copies] : sold)
        ranked.emplace_back(~copies, position);
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::uint32_t> board;
    for (std::size_t i = 0; i < std::min<std::size_t>(ranked.size(), BestSellers::kPlaces); ++i)
        board.push_back(ranked[i].second);
    return board;
}

// Some random orders at one shop; a third of them are asked for twice, as after a lost answer.
void sell(
    Shop& shop, Rng& rng, std::uint64_t firstOrder, int orders, std::map<std::uint32_t, std::uint64_t>& sold)
{
    for (int i = 0; i < orders; ++i) {
        std::vector<OrderLine> lines;
        for (std::uint64_t n = 1 + rng.below(3); n > 0; --n) {
            const auto position = static_cast<std::uint32_t>(rng.below(60));
            const auto quantity = static_cast<std::uint32_t>(1 + rng.below(4));
            lines.push_back({ bookAt(position), Money {}, quantity });
            sold[position] += quantity;
        }
        const OrderId number { firstOrder + static_cast<std::uint64_t>(i) };
        ASSERT_EQ(shop.order(number, lines).status, 200);
        if (rng.chance(330'000)) {
            ASSERT_EQ(shop.order(number, lines).status, 200);
        }
    }
}

void expectBoard(Shop& shop, const std::map<std::uint32_t, std::uint64_t>& sold)
{
    BestSellers& board = shop.bookstore.bestSellers();
    ASSERT_EQ(board.top(), boardOf(sold));
    for (const auto& [position, copies] : sold)
        ASSERT_EQ(board.copiesSold(position), copies);
}

TEST(BestSellers, AreExactAndARebuildGivesTheSame)
{
    for (const std::uint64_t seed : test::seeds(20)) {
        SCOPED_TRACE(test::replayHint(seed));
        World world(seed);
        Rng rng(seed);
        Shop shop(world);
        std::map<std::uint32_t, std::uint64_t> sold;
        for (int round = 0; round < 4; ++round) {
            sell(shop, rng, 1 + static_cast<std::uint64_t>(round) * 1'000, 40, sold);
            expectBoard(shop, sold);
        }
        shop.bookstore.bestSellers().beginRebuild();
        EXPECT_TRUE(shop.bookstore.bestSellers().top().empty());
        shop.bookstore.bestSellers().finishRebuild();
        expectBoard(shop, sold);
        sell(shop, rng, 90'000, 10, sold); // and it goes on counting after a rebuild
        expectBoard(shop, sold);
    }
}

TEST(BestSellers, AreTheSameInEveryRegionThatHasTheSameOrders)
{
    for (const std::uint64_t seed : test::seeds(20)) {
        SCOPED_TRACE(test::replayHint(seed));
        World world(seed);
        Rng rng(seed);
        Shop a(world, 0, 2), b(world, 1, 2);
        std::map<std::uint32_t, std::uint64_t> sold;
        sell(a, rng, 1, 50, sold);
        sell(b, rng, 1'000, 50, sold);
        // One client never heard the answer of a and asked b for the same order.
        const std::vector<OrderLine> lines { { bookAt(7), Money {}, 3 } };
        ASSERT_EQ(a.order(OrderId { 5'000 }, lines).status, 200);
        ASSERT_EQ(b.order(OrderId { 5'000 }, lines).status, 200);
        sold[7] += 3;
        const auto ship = [](Shop& from, Shop& to) {
            const RegionId origin = from.replica.self();
            for (std::uint64_t seq = 1; seq <= from.replica.position(origin); ++seq)
                (void)to.replica.apply(LogEntry(*from.store->logEntry(origin, seq)));
        };
        ship(a, b);
        ship(b, a);
        ship(a, b); // again: nothing counts twice
        for (Shop* shop : { &a, &b }) {
            expectBoard(*shop, sold);
            shop->bookstore.bestSellers().beginRebuild();
            shop->bookstore.bestSellers().finishRebuild();
            expectBoard(*shop, sold);
        }
    }
}

TEST(BestSellers, ListOnlyWhatSold)
{
    World world(1);
    Shop shop(world);
    EXPECT_EQ(shop.call({ .call = Call::BestSellers }).count, 0);
    (void)shop.order(OrderId { 1 }, { { bookAt(9), Money {}, 2 } });
    (void)shop.order(OrderId { 2 }, { { bookAt(4), Money {}, 2 } });
    const Response response = shop.call({ .call = Call::BestSellers });
    ASSERT_EQ(response.count, 2);
    EXPECT_EQ(response.books[0], 4U); // equal sales: by catalogue position
    EXPECT_EQ(response.books[1], 9U);
}

// The first order before the checkpoint, two after it.
void sellAroundACheckpoint(Shop& shop)
{
    (void)shop.order(OrderId { 1 }, { { bookAt(3), Money {}, 1 } });
    shop.bookstore.bestSellers().checkpoint();
    (void)shop.order(OrderId { 2 }, { { bookAt(3), Money {}, 2 } });
    (void)shop.order(OrderId { 3 }, { { bookAt(5), Money {}, 4 } });
}

TEST(BestSellers, CountOnceWhatARestartDeliversAgain)
{
    World world(1);
    Shop shop(world);
    sellAroundACheckpoint(shop);
    shop.replica.restart();
    const BestSellers& board = shop.bookstore.bestSellers();
    EXPECT_EQ(board.copiesSold(3), 3U);
    EXPECT_EQ(board.copiesSold(5), 4U);
    EXPECT_EQ(board.countedAgain(), 0U);
}

TEST(BestSellers, OfTheNaiveKindCountAgainWhatCameAfterTheCheckpointAndNothingElse)
{
    World world(1);
    Shop shop(world, 0, 1, asAwsPolicies());
    sellAroundACheckpoint(shop);
    shop.replica.restart();
    BestSellers& board = shop.bookstore.bestSellers();
    EXPECT_EQ(board.copiesSold(3), 5U);
    EXPECT_EQ(board.copiesSold(5), 8U);
    EXPECT_EQ(board.countedAgain(), 2U);
    board.checkpoint();
    shop.replica.restart();
    EXPECT_EQ(board.countedAgain(), 2U) << "nothing came since";
    board.beginRebuild();
    board.finishRebuild();
    EXPECT_EQ(board.copiesSold(3), 3U) << "counting anew makes it right";
    EXPECT_EQ(board.countedAgain(), 2U) << "what happened has happened";
}

TEST(BestSellers, AreRebuiltWhenTheStreamNoLongerHoldsWhatTheyLack)
{
    World world(1);
    Shop shop(world);
    sellAroundACheckpoint(shop);
    shop.replica.trim(shop.replica.ownLog(), 3);
    shop.replica.restart();
    BestSellers& board = shop.bookstore.bestSellers();
    EXPECT_TRUE(board.isRebuilding());
    EXPECT_TRUE(board.top().empty());
    (void)shop.order(OrderId { 4 }, { { bookAt(3), Money {}, 1 } }); // meanwhile
    board.finishRebuild();
    EXPECT_EQ(board.copiesSold(3), 4U);
    EXPECT_EQ(board.top(), (std::vector<std::uint32_t> { 3, 5 }));
}

TEST(BestSellers, SetAsideWhatTheyCannotProcessAndGoOnWithTheRest)
{
    World world(1);
    Shop shop(world);
    BestSellers& board = shop.bookstore.bestSellers();
    board.setPoisoned(true);
    for (std::uint64_t number = 1; number <= 100; ++number)
        (void)shop.order(OrderId { number }, { { bookAt(3), Money {}, 1 } });
    const std::size_t poison = board.waiting();
    EXPECT_GT(poison, 10U);
    EXPECT_LT(poison, 45U);
    EXPECT_EQ(board.copiesSold(3), 100 - poison);
    EXPECT_TRUE(board.tryAgain().empty()) << "the second attempt";
    EXPECT_EQ(board.setAside(), 0U);
    EXPECT_EQ(board.tryAgain().size(), poison) << "the third and last one";
    EXPECT_TRUE(board.tryAgain().empty()) << "each is told of once";
    EXPECT_EQ(board.setAside(), poison);
    shop.replica.restart();
    EXPECT_EQ(board.waiting(), poison) << "what waits is not delivered again";
    EXPECT_EQ(board.offerSetAside(), 0U) << "it is poison still";
    board.setPoisoned(false);
    EXPECT_TRUE(board.tryAgain().empty());
    EXPECT_EQ(board.offerSetAside(), poison);
    EXPECT_EQ(board.waiting(), 0U);
    EXPECT_EQ(board.copiesSold(3), 100U);
    EXPECT_EQ(board.countedAgain(), 0U);
}

TEST(BestSellers, KeepTheOrderOfChangesOfOneOrderThatWaits)
{
    World world(1);
    Shop a(world, 0, 2), b(world, 1, 2);
    BestSellers& board = a.bookstore.bestSellers();
    board.setPoisoned(true);
    std::uint64_t number = 0;
    while (board.waiting() == 0)
        (void)a.order(OrderId { ++number }, { { bookAt(7), Money {}, 3 } });
    const std::uint64_t before = board.copiesSold(7);
    // The same order by another log: another version, later, which takes the first one's place.
    world.runUntil(kStart + 5s);
    (void)b.order(OrderId { number }, { { bookAt(7), Money {}, 3 } });
    (void)a.replica.apply(LogEntry(*b.store->logEntry(b.replica.self(), 1)));
    EXPECT_EQ(board.waiting(), 2U) << "it waits behind the first";
    board.setPoisoned(false);
    EXPECT_TRUE(board.tryAgain().empty());
    EXPECT_EQ(board.waiting(), 0U);
    EXPECT_EQ(board.copiesSold(7), before + 3);
}

} // namespace
} // namespace sb
