// SPDX-License-Identifier: GPL-3.0-or-later
// The account of what visits have been told, on two copies that are told of each write by hand.
#include "backend/incident/session_watch.h"
#include "tests/backend/support/cluster.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

using test::Cluster;
using test::regionAt;

constexpr CustomerId kCustomer { 42 };

class Visits : public testing::Test {
protected:
    Visits()
    {
        cluster.cut(0, 1);
        for (std::size_t i = 0; i < 2; ++i)
            cluster.replica(i).listen(&watch);
    }
    // A call that leaves now, is executed in the region a little later and is answered after that.
    Request call(std::size_t at, Request request, bool isHeard = true)
    {
        request.customer = kCustomer;
        request.region = regionAt(at);
        request.id = ++m_requests;
        request.sentAt = cluster.world.now();
        request.response.status = 200;
        cluster.run(1ms);
        if (isWrite(request.call)) {
            Transaction transaction = test::writeOf(keyOf(request), "x");
            transaction.request = request.id;
            cluster.replica(at).commit(std::move(transaction));
        }
        watch.onExecuted(request);
        cluster.run(1ms);
        if (isHeard)
            hear(request);
        return request;
    }
    void hear(const Request& request)
    {
        watch.onCall({ .call = request.call,
            .region = request.region,
            .session = request.session,
            .request = request.id,
            .tokenOutcome = request.response.tokenOutcome });
        cluster.run(1ms);
    }
    static Key keyOf(const Request& request)
    {
        return request.call == Call::PlaceOrder
            ? Key { Table::Orders, kCustomer.value, request.response.order.value }
            : Key { Table::Carts, kCustomer.value, request.book.value };
    }
    static Request add(std::uint64_t session, std::uint32_t book = 7)
    {
        return { .call = Call::AddToCart, .book = BookId { book }, .session = session };
    }
    static Request look(std::uint64_t session) { return { .call = Call::GetCart, .session = session }; }
    Request buy(std::uint64_t purchase, std::uint64_t number)
    {
        Request request { .call = Call::PlaceOrder, .session = 1, .purchase = purchase };
        request.response.order = OrderId { number };
        return request;
    }

    Cluster cluster { 1, 2 };
    SessionWatch watch { cluster.world, { &cluster.replica(0), &cluster.replica(1) } };

private:
    std::uint64_t m_requests = 0;
};

TEST_F(Visits, doNotFindInAnotherRegionWhatTheyWrote)
{
    call(0, add(1));
    call(0, look(1));
    EXPECT_EQ(watch.counters().stale, 0U);
    call(1, look(1));
    EXPECT_EQ(watch.counters().stale, 1U);
    call(1, look(2));
    EXPECT_EQ(watch.counters().stale, 1U) << "another visit knows nothing of it";
    EXPECT_EQ(watch.counters().looks, 3U);
}

TEST_F(Visits, doNotFindInAnotherRegionWhatTheyHadRead)
{
    call(0, add(1));
    call(0, look(2));
    call(1, look(2));
    EXPECT_EQ(watch.counters().stale, 1U);
}

TEST_F(Visits, goOnFromWhatTheyWereToldEvenByARefusal)
{
    call(0, add(1));
    Request refused { .call = Call::PlaceOrder, .session = 1 };
    refused.customer = kCustomer;
    refused.region = regionAt(1);
    refused.id = 1'000;
    refused.response.status = 410; // sold out
    refused.response.tokenOutcome = TokenOutcome::Reset;
    watch.onExecuted(refused);
    hear(refused);
    call(1, look(1));
    EXPECT_EQ(watch.counters().stale, 0U);
}

TEST_F(Visits, missOnlyTheRowsThatTheAnswerShows)
{
    call(0, add(1, 7));
    Request line { .call = Call::GetCartLine, .book = BookId { 8 }, .session = 1 };
    call(1, line);
    call(1, { .call = Call::ListOrders, .session = 1 });
    EXPECT_EQ(watch.counters().stale, 0U);
    line.book = BookId { 7 };
    call(1, line);
    EXPECT_EQ(watch.counters().stale, 1U);
}

TEST_F(Visits, doNotMissWhatTheyHadNotHeardOfWhenTheyAsked)
{
    const Request unheard = call(0, add(1), false);
    call(1, look(1));
    Request early = look(1);
    early.customer = kCustomer;
    early.region = regionAt(1);
    early.sentAt = cluster.world.now();
    early.response.status = 200;
    hear(unheard); // while the other call is under way
    watch.onExecuted(early);
    EXPECT_EQ(watch.counters().stale, 0U);
    call(1, look(1));
    EXPECT_EQ(watch.counters().stale, 1U);
}

TEST_F(Visits, findEverythingOnceTheCopiesAreEqual)
{
    call(0, add(1));
    cluster.cut(0, 1, false);
    cluster.run(10s);
    call(1, look(1));
    EXPECT_EQ(watch.counters().stale, 0U);
}

TEST_F(Visits, areNotHeldToWhatTheyWereToldIsMissing)
{
    call(0, add(1));
    Request told = look(1);
    told.token = { 1 };
    told.response.tokenOutcome = TokenOutcome::Stale;
    call(1, told);
    EXPECT_EQ(watch.counters().staleAndSaid, 1U);
    call(1, look(1));
    EXPECT_EQ(watch.counters().stale, 0U) << "once is enough";
    EXPECT_TRUE(watch.firstBroken().empty());
}

TEST_F(Visits, thatBroughtATokenInVainAreNamed)
{
    call(0, add(1));
    Request asked = look(1);
    asked.token = { 1 };
    call(1, asked);
    EXPECT_EQ(watch.counters().staleWithToken, 1U);
    EXPECT_NE(watch.firstBroken().find("customer 42 brought a token, and region 1"), std::string::npos)
        << watch.firstBroken();
}

TEST_F(Visits, endAndAreForgotten)
{
    call(0, add(1));
    watch.onVisitEnded(1);
    call(1, look(1));
    EXPECT_EQ(watch.counters().stale, 0U);
}

TEST_F(Visits, placeOnePurchaseTwiceWhenItsOrdersHaveDifferentNumbers)
{
    call(0, buy(5, 100), false);
    call(1, buy(5, 101));
    EXPECT_EQ(watch.counters().duplicateOrders, 1U);
    call(1, buy(6, 102));
    EXPECT_EQ(watch.counters().duplicateOrders, 1U);
    call(0, buy(7, 103), false);
    call(1, buy(7, 103));
    EXPECT_EQ(watch.counters().duplicateOrders, 1U) << "the same order in two logs is one order";
}

TEST_F(Visits, doNotPlaceAPurchaseTwiceWhenTheFirstOrderIsLost)
{
    call(0, buy(5, 100), false);
    cluster.destroy(0);
    cluster.rebuild(0);
    call(1, buy(5, 101));
    EXPECT_EQ(watch.counters().duplicateOrders, 0U);
}

} // namespace
} // namespace sb
