// SPDX-License-Identifier: GPL-3.0-or-later
// Cells and rights of one book, and selling from them across replicas that hear of each other late or never.
#include "backend/bookstore/codec.h"
#include "backend/bookstore/stock_audit.h"
#include "tests/backend/bookstore/shop.h"
#include "tests/backend/support/seeds.h"

#include <algorithm>

namespace sb {
namespace {

using test::bookAt;
using test::regionAt;

LogId holder(std::size_t region, std::uint32_t incarnation = 1)
{
    return { regionAt(region), incarnation };
}

TEST(StockKeys, SurviveTheRoundTripAndKeepTheirOrderWithinSixtyThreeBits)
{
    std::vector<std::uint64_t> sorts { sortOf({}) };
    for (const StockCell cell :
        { StockCell::Received, StockCell::Sold, StockCell::Transfer, StockCell::Revoked }) {
        for (const std::size_t region : { 0U, 1U, 63U }) {
            for (const std::uint32_t incarnation : { 1U, kMaxIncarnations }) {
                StockKey key { cell, holder(region, incarnation) };
                if (cell == StockCell::Transfer || cell == StockCell::Revoked)
                    key.other = holder(63 - region, 3);
                const auto back = stockKeyOf(sortOf(key));
                ASSERT_TRUE(back);
                EXPECT_EQ(*back, key);
                sorts.push_back(sortOf(key));
            }
        }
    }
    std::sort(sorts.begin(), sorts.end());
    EXPECT_EQ(std::unique(sorts.begin(), sorts.end()), sorts.end());
    EXPECT_LT(sorts.back(), std::uint64_t { 1 } << 63);
    for (const std::uint64_t odd : { std::uint64_t { 1 }, std::uint64_t { 9 } << 32, ~std::uint64_t { 0 },
             std::uint64_t { 1 } << 32, (std::uint64_t { 1 } << 32) + (std::uint64_t { 0x100 } << 16) + 7 })
        EXPECT_FALSE(stockKeyOf(odd)) << odd;
}

TEST(StockKeys, UnitsAreEightBytesLowestFirst)
{
    EXPECT_EQ(encodeUnits(0x0102), std::string("\x02\x01\0\0\0\0\0\0", 8));
    for (const std::uint64_t units : { std::uint64_t { 0 }, std::uint64_t { 5'195 }, ~std::uint64_t { 0 } })
        EXPECT_EQ(decodeUnits(encodeUnits(units)), units);
    EXPECT_EQ(decodeUnits("short"), 0U);
}

TEST(BookCells, RightsAreWhatCameLessWhatWent)
{
    BookCells cells;
    EXPECT_EQ(cells.rights(holder(0)), 0);
    cells.raise({ StockCell::Received, holder(0) }, 10);
    cells.raise({ StockCell::Received, holder(1) }, 10);
    cells.raise({ StockCell::Sold, holder(0) }, 3);
    cells.raise({ StockCell::Transfer, holder(0), holder(1) }, 2);
    EXPECT_EQ(cells.rights(holder(0)), 5);
    EXPECT_EQ(cells.rights(holder(1)), 12);
    cells.raise({ StockCell::Revoked, holder(0), holder(1) }, 5);
    EXPECT_EQ(cells.rights(holder(0)), 0);
    EXPECT_EQ(cells.rights(holder(1)), 17);
    EXPECT_EQ(cells.rights(holder(0, 2)), 0); // a region without its store is somebody else
    cells.raise({ StockCell::Sold, holder(0) }, 6); // it had sold on
    EXPECT_EQ(cells.rights(holder(0)), -3);
    EXPECT_EQ(cells.sum(StockCell::Received) - cells.sum(StockCell::Sold), 14U); // 17 - 3
    const std::vector<LogId> all { holder(0), holder(1) };
    EXPECT_EQ(cells.holders(), all);
}

TEST(BookCells, CellsOnlyGrow)
{
    BookCells cells;
    EXPECT_TRUE(cells.raise({ StockCell::Sold, holder(0) }, 4));
    EXPECT_FALSE(cells.raise({ StockCell::Sold, holder(0) }, 4));
    EXPECT_FALSE(cells.raise({ StockCell::Sold, holder(0) }, 3));
    EXPECT_EQ(cells.at({ StockCell::Sold, holder(0) }), 4U);
    EXPECT_TRUE(cells.raise({ StockCell::Sold, holder(0) }, 5));
}

// One region's shop under the hardened policies.
struct HardShop {
    HardShop(Env& env, std::size_t self, std::size_t regions, int stockPercent = 1)
        : store(makeMemoryStore())
        , replica(env, *store, regionAt(self), regions, hardenedPolicies())
        , bookstore(env, replica)
    {
        bookstore.seedCatalogue(stockPercent);
    }
    int order(std::uint64_t number, std::vector<OrderLine> lines)
    {
        Request request;
        request.call = Call::PlaceOrder;
        request.customer = CustomerId { 9 };
        request.order = OrderId { number };
        request.lines = std::move(lines);
        (void)bookstore.handle(request);
        missing.assign(request.response.books.begin(),
            request.response.books.begin() + (request.response.status == 410 ? request.response.count : 0));
        return request.response.status;
    }
    int buy(std::uint64_t number, std::size_t book, std::uint32_t quantity = 1)
    {
        return order(number, { { bookAt(book), Money {}, quantity } });
    }
    void commit(std::vector<Mutation> rows)
    {
        Transaction transaction;
        transaction.mutations = std::move(rows);
        replica.commit(std::move(transaction));
    }
    Stock& stock() { return bookstore.stock(); }

    std::unique_ptr<Store> store;
    Replica replica;
    Bookstore bookstore;
    std::vector<std::uint32_t> missing;
};

// Everything that `from` has and `to` lacks, up to `limit` entries a log.
void ship(HardShop& from, HardShop& to, std::uint64_t limit = ~std::uint64_t { 0 })
{
    for (const LogBounds& log : std::vector<LogBounds>(from.store->logs())) {
        if (log.id == to.replica.ownLog())
            continue;
        for (std::uint64_t n = 0; n < limit && to.replica.position(log.id) + 1 < log.end; ++n)
            (void)to.replica.apply(LogEntry(*from.store->logEntry(log.id, to.replica.position(log.id) + 1)));
    }
}

struct Catcher final : ReplicaListener {
    void onEntry(RegionId, const LogEntry&, bool, bool) override { }
    void onConflict(RegionId, const Conflict& conflict) override { found.push_back(conflict); }
    std::vector<Conflict> found;
};

TEST(Stock, SharesAddUpToTheCatalogueAndDifferByAtMostOneCopy)
{
    World world(1);
    for (const int percent : { 1, 37, 100 }) {
        HardShop shop(world, 1, 3, percent);
        for (std::size_t book = 0; book < catalogue().books().size(); ++book) {
            std::int64_t sum = 0, least = 1'000'000, most = 0;
            for (std::size_t i = 0; i < 3; ++i) {
                const std::int64_t share = shop.stock().rights(book, holder(i));
                sum += share;
                least = std::min(least, share);
                most = std::max(most, share);
            }
            ASSERT_EQ(static_cast<std::uint64_t>(sum), seededUnits(catalogue().books()[book], percent));
            ASSERT_LE(most - least, 1);
            ASSERT_EQ(shop.stock().available(book),
                static_cast<std::uint64_t>(shop.stock().rights(book, holder(1))));
        }
    }
}

TEST(Stock, ARegionSellsItsOwnShareAndNotOneCopyMore)
{
    World world(1);
    HardShop shop(world, 0, 2);
    Catcher catcher;
    shop.replica.listen(&catcher);
    const auto share = static_cast<std::uint32_t>(shop.stock().available(0));
    ASSERT_GT(share, 3U);
    EXPECT_EQ(
        shop.order(1, { { bookAt(0), {}, share - 2 }, { bookAt(0), {}, 1 } }), 200); // two lines of a book
    EXPECT_EQ(shop.buy(2, 0, 2), 410);
    EXPECT_EQ(shop.missing, std::vector<std::uint32_t> { 0 });
    EXPECT_EQ(shop.buy(3, 0), 200);
    EXPECT_EQ(shop.stock().available(0), 0U);
    EXPECT_EQ(shop.buy(4, 0), 410);
    EXPECT_EQ(shop.order(5, { { bookAt(1), {}, 1 }, { bookAt(0), {}, 1 } }), 410); // all or nothing
    EXPECT_EQ(shop.buy(3, 0), 200); // a repeat takes nothing
    EXPECT_EQ(shop.stock().rights(0, holder(0)), 0);
    EXPECT_EQ(shop.stock().counters().refused, 3U);
    EXPECT_EQ(shop.stock().counters().falselyRefused, 3U); // the other region has plenty
    ASSERT_EQ(catcher.found.size(), 1U); // told once, not three times
    EXPECT_EQ(catcher.found[0].kind, ConflictKind::RightsExhausted);
    EXPECT_EQ(catcher.found[0].key.partition, bookAt(0).value);
    world.runUntil(kStart + 2min);
    EXPECT_EQ(shop.buy(6, 0), 410);
    EXPECT_EQ(catcher.found.size(), 2U); // and again after a while
}

TEST(Stock, ARefusalIsNoFalseOneWhenNobodyHasACopyLeft)
{
    World world(1);
    HardShop shop(world, 0, 1);
    Catcher catcher;
    shop.replica.listen(&catcher);
    EXPECT_EQ(shop.buy(1, 0, static_cast<std::uint32_t>(shop.stock().available(0))), 200);
    EXPECT_EQ(shop.buy(2, 0), 410);
    EXPECT_EQ(shop.stock().counters().refused, 1U);
    EXPECT_EQ(shop.stock().counters().falselyRefused, 0U);
    EXPECT_TRUE(catcher.found.empty());
}

TEST(Stock, RightsGivenAwayAreSoldByTheOtherOnly)
{
    World world(1);
    HardShop a(world, 0, 2), b(world, 1, 2);
    const std::uint64_t before = b.stock().available(0);
    const std::uint64_t units = a.stock().available(0);
    a.commit({ a.stock().transfer(0, holder(1), units) });
    EXPECT_EQ(a.buy(1, 0), 410);
    EXPECT_EQ(b.stock().available(0), before); // not before it has heard
    ship(a, b);
    EXPECT_EQ(b.stock().available(0), before + units);
    EXPECT_EQ(b.buy(2, 0, static_cast<std::uint32_t>(before + units)), 200);
    EXPECT_EQ(b.buy(3, 0), 410);
}

TEST(Stock, ARevocationTakesEveryRightAndItsBoundIsWhatItTook)
{
    World world(1);
    HardShop a(world, 0, 2), b(world, 1, 2);
    EXPECT_EQ(a.buy(1, 0, 3), 200); // b does not know
    const RevocationBound bound = b.stock().revocationBound(regionAt(0));
    std::uint64_t expected = 0;
    Money money;
    for (std::size_t book = 0; book < catalogue().books().size(); ++book) {
        const std::int64_t held = b.stock().rights(book, holder(0));
        expected += static_cast<std::uint64_t>(held);
        money += catalogue().books()[book].price * held;
    }
    EXPECT_EQ(bound.units, expected);
    EXPECT_EQ(bound.money, money);
    EXPECT_EQ(bound.by, regionAt(1));
    const std::uint64_t had
        = b.stock().available(0) + static_cast<std::uint64_t>(b.stock().rights(0, holder(0)));
    b.commit(b.stock().revocation(regionAt(0)));
    EXPECT_EQ(b.stock().rights(0, holder(0)), 0);
    EXPECT_EQ(b.stock().available(0), had);
    EXPECT_EQ(b.stock().revocationBound(regionAt(0)).units, 0U);
    EXPECT_TRUE(b.stock().revocation(regionAt(0)).empty());
    ship(a, b);
    ship(b, a);
    for (HardShop* shop : { &a, &b }) {
        EXPECT_EQ(shop->stock().rights(0, holder(0)), -3); // what it had sold was taken over as well
    }
    EXPECT_EQ(a.buy(2, 0), 410);
    EXPECT_EQ(a.replica.digest(), b.replica.digest());
}

// What a destroyed region sold last is known to its customers alone; its share must not be sold again.
TEST(Stock, ARegionThatLostItsStoreCannotSellItsOldShareASecondTime)
{
    World world(1);
    HardShop a(world, 0, 2), b(world, 1, 2);
    StockAudit audit({ &a.stock(), &b.stock() }, 1);
    a.replica.listen(&audit);
    b.replica.listen(&audit);
    const auto share = static_cast<std::uint32_t>(a.stock().available(0));
    EXPECT_EQ(b.buy(1, 0, static_cast<std::uint32_t>(b.stock().available(0))), 200);
    EXPECT_EQ(a.buy(2, 0, share), 200); // nobody hears of it
    a.replica.loseStore(2);
    EXPECT_EQ(a.stock().available(0), 0U);
    a.replica.install(b.replica.snapshot(b.replica.positions()));
    EXPECT_EQ(a.stock().rights(0, holder(0)), share); // stranded: nobody can say how many are left of it
    EXPECT_EQ(a.stock().available(0), 0U);
    EXPECT_EQ(a.buy(3, 0), 410);
    EXPECT_EQ(audit.totals().oversold, 0U);
    // Whoever revokes them takes that risk, and is told how great it is.
    EXPECT_GE(b.stock().revocationBound(regionAt(0)).units, share);
    b.commit(b.stock().revocation(regionAt(0)));
    EXPECT_EQ(b.buy(4, 0, share), 200);
    EXPECT_EQ(audit.totals().oversold, share);
}

TEST(Stock, TheViewIsWhatARebuildReads)
{
    for (const std::uint64_t seed : test::seeds(10)) {
        SCOPED_TRACE(test::replayHint(seed));
        World world(seed);
        Rng rng(seed);
        HardShop a(world, 0, 2), b(world, 1, 2);
        for (std::uint64_t i = 1; i <= 60; ++i) {
            (void)a.buy(i, rng.below(5), static_cast<std::uint32_t>(1 + rng.below(9)));
            if (const std::uint64_t spare = a.stock().available(1); spare > 0 && rng.chance(200'000))
                a.commit({ a.stock().transfer(1, holder(1), 1 + rng.below(spare)) });
        }
        ship(a, b);
        std::vector<BookCells> cells;
        for (std::size_t book = 0; book < 6; ++book)
            cells.push_back(b.stock().cells(book));
        b.stock().rebuild(*b.store);
        for (std::size_t book = 0; book < 6; ++book)
            ASSERT_EQ(b.stock().cells(book), cells[book]) << book;
    }
}

// Three shops, a few scarce books, everything at random: sales, gifts, deliveries, news that come late. What
// was sold never exceeds what came, and in the end all say the same.
TEST(Stock, NothingIsSoldTwiceWhateverTheOrderOfTheNews)
{
    std::uint64_t refused = 0;
    for (const std::uint64_t seed : test::seeds(40)) {
        SCOPED_TRACE(test::replayHint(seed));
        World world(seed);
        Rng rng(seed);
        HardShop shops[] { HardShop(world, 0, 3), HardShop(world, 1, 3), HardShop(world, 2, 3) };
        StockAudit audit({ &shops[0].stock(), &shops[1].stock(), &shops[2].stock() }, 1);
        for (HardShop& shop : shops)
            shop.replica.listen(&audit);
        for (std::uint64_t i = 1; i <= 400; ++i) {
            HardShop& shop = shops[rng.below(3)];
            const std::size_t to = rng.below(3);
            const std::size_t book = 900 + rng.below(4);
            const std::uint64_t spare = shop.stock().available(book);
            switch (rng.below(8)) {
            case 0:
                if (spare > 0 && regionAt(to) != shop.replica.self())
                    shop.commit({ shop.stock().transfer(book, holder(to), 1 + rng.below(spare)) });
                break;
            case 1:
                if (rng.chance(100'000)) {
                    audit.onDelivered(book, 2);
                    shop.commit({ shop.stock().delivery(book, 2) });
                }
                break;
            case 2:
            case 3:
                if (&shops[to] != &shop)
                    ship(shop, shops[to], 1 + rng.below(4));
                break;
            default:
                (void)shop.buy(i, book, static_cast<std::uint32_t>(1 + rng.below(3)));
            }
            ASSERT_EQ(audit.totals().oversold, 0U);
            ASSERT_EQ(audit.totals().soldWithoutRights, 0U);
        }
        for (int round = 0; round < 2; ++round)
            for (HardShop& from : shops)
                for (HardShop& to : shops)
                    ship(from, to);
        refused += audit.totals().refused;
        for (std::size_t book = 900; book < 904; ++book) {
            const BookCells& cells = shops[0].stock().cells(book);
            ASSERT_EQ(cells, shops[1].stock().cells(book));
            ASSERT_EQ(cells, shops[2].stock().cells(book));
            ASSERT_EQ(cells.sum(StockCell::Received), audit.book(book).received);
            ASSERT_EQ(cells.sum(StockCell::Sold), audit.book(book).sold);
            std::int64_t rights = 0;
            for (const LogId each : cells.holders()) {
                ASSERT_GE(cells.rights(each), 0);
                rights += cells.rights(each);
            }
            ASSERT_EQ(static_cast<std::uint64_t>(rights), audit.book(book).received - audit.book(book).sold);
        }
    }
    EXPECT_GT(refused, 100U); // stock was scarce, or this proves nothing
}

// A seller that does not ask before it sells: the account must notice.
TEST(StockAudit, NoticesASaleWithoutRights)
{
    World world(1);
    HardShop shop(world, 0, 2);
    StockAudit audit({ &shop.stock(), &shop.stock() }, 1);
    shop.replica.listen(&audit);
    const auto all = static_cast<std::uint32_t>(seededUnits(catalogue().books()[0], 1));
    const auto sellUnchecked = [&](std::uint64_t number, std::uint32_t units) {
        const StockKey sold { StockCell::Sold, holder(0) };
        Order order;
        order.lines = { { bookAt(0), Money { 1 }, units } };
        Transaction transaction;
        transaction.mutations = { { { Table::Orders, 9, number }, false, encodeOrder(order) },
            { { Table::Stock, bookAt(0).value, sortOf(sold) }, false,
                encodeUnits(shop.stock().cells(0).at(sold) + units) } };
        transaction.order = OrderId { number };
        shop.replica.commit(std::move(transaction));
    };
    sellUnchecked(1, 1);
    EXPECT_EQ(audit.totals().soldWithoutRights, 0U);
    sellUnchecked(2, all / 2 + 1); // more than its share, less than there is
    EXPECT_EQ(audit.totals().soldWithoutRights, 1U);
    EXPECT_EQ(audit.totals().oversold, 0U);
    sellUnchecked(3, all);
    EXPECT_EQ(audit.totals().soldWithoutRights, 2U);
    EXPECT_EQ(audit.totals().oversold, all / 2 + 2U);
    audit.onDelivered(0, 5); // what came later does not make it undone
    EXPECT_EQ(audit.totals().oversold, all / 2 + 2U);
}

TEST(StockAsAws, TwoSalesThatDoNotKnowOfEachOtherReduceTheCountOnce)
{
    World world(1);
    test::Shop a(world, 0, 2), b(world, 1, 2);
    const std::uint64_t before = a.bookstore.stock().available(3);
    EXPECT_EQ(before, catalogue().books()[3].stock);
    EXPECT_EQ(a.order(OrderId { 1 }, { { bookAt(3), {}, 2 } }).status, 200);
    world.runUntil(kStart + 5ms);
    EXPECT_EQ(b.order(OrderId { 2 }, { { bookAt(3), {}, 2 } }).status, 200);
    (void)b.replica.apply(LogEntry(*a.store->logEntry(regionAt(0), 1)));
    (void)a.replica.apply(LogEntry(*b.store->logEntry(regionAt(1), 1)));
    EXPECT_EQ(a.bookstore.stock().available(3), before - 2); // four were sold
    EXPECT_EQ(b.bookstore.stock().available(3), before - 2);
}

TEST(StockAsAws, RefusesWhenTheCountIsDown)
{
    World world(1);
    test::Shop shop(world);
    const std::size_t book = 3;
    for (std::uint64_t left = shop.bookstore.stock().available(book), n = 1; left > 0; ++n) {
        const auto units = static_cast<std::uint32_t>(std::min<std::uint64_t>(99, left));
        ASSERT_EQ(shop.order(OrderId { n }, { { bookAt(book), {}, units } }).status, 200);
        left -= units;
    }
    const Response refused = shop.order(OrderId { 9'999 }, { { bookAt(4), {}, 1 }, { bookAt(book), {}, 1 } });
    EXPECT_EQ(refused.status, 410);
    EXPECT_EQ(refused.count, 1);
    EXPECT_EQ(refused.books[0], book);
    EXPECT_FALSE(shop.committed);
    EXPECT_EQ(shop.bookstore.stock().counters().falselyRefused, 0U);
}

} // namespace
} // namespace sb
