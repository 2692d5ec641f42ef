// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/bookstore/catalogue.h"
#include "tests/backend/support/regions.h"
#include "tests/backend/support/seeds.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

using test::Regions;

BookId bookAt(std::size_t position)
{
    return catalogue().books()[position].id;
}

Request addToCart(std::uint64_t customer = 42)
{
    return { .call = Call::AddToCart, .customer = CustomerId { customer }, .book = bookAt(1), .quantity = 1 };
}

Request placeOrder(std::uint64_t number)
{
    return { .call = Call::PlaceOrder,
        .customer = CustomerId { 42 },
        .order = OrderId { number },
        .lines = { { bookAt(1), Money {}, 1 } } };
}

class RegionTest : public testing::Test {
protected:
    // Runs until there is a word on the call; its status.
    int statusOf(std::uint64_t handle)
    {
        for (int i = 0; i < 1'000 && regions.wordOn(handle) == nullptr; ++i)
            regions.run(10ms);
        const auto* word = regions.wordOn(handle);
        EXPECT_NE(word, nullptr) << "the client waits for ever";
        return word == nullptr ? -1 : word->status;
    }
    Regions regions { 1, 2 };
    Region& region = regions.region(0);
};

TEST_F(RegionTest, AnswersAfterGatewayServiceAndStore)
{
    const Instant sent = regions.cluster.world.now();
    const std::uint64_t handle = regions.send(0, placeOrder(1));
    EXPECT_EQ(statusOf(handle), 200);
    // Half of each mean is certain: gateway 0.8 ms, checkout 12.5 ms, write 2 ms, and the way back.
    EXPECT_GE(regions.wordOn(handle)->at - sent,
        15'300us + regions.cluster.network.userRoundTrip(CityId { 0 }, region.id()) / 2);
    EXPECT_EQ(region.counters().answered, 1U);
    EXPECT_EQ(region.counters().orders, 1U);
    EXPECT_EQ(region.counters().failed, 0U);
    EXPECT_EQ(regions.pool.used(), 0U);
    EXPECT_EQ(region.takeLatencies().total(), 1U);
    EXPECT_EQ(region.takeLatencies().total(), 0U);
}

TEST_F(RegionTest, WhatItCommitsReachesTheOtherRegion)
{
    EXPECT_EQ(statusOf(regions.send(0, placeOrder(1))), 200);
    regions.run(5s);
    EXPECT_EQ(regions.cluster.store(1).count(Table::Orders), 1U);
    EXPECT_EQ(regions.region(1).bookstore().bestSellers().copiesSold(1), 1U);
}

TEST_F(RegionTest, WithoutItsMappingTheGatewayAnswers403ToEverything)
{
    region.setCondition({ .isMappingRemoved = true });
    for (int call = 0; call < kCallCount; ++call)
        EXPECT_EQ(statusOf(regions.send(0, { .call = static_cast<Call>(call) })), 403);
    EXPECT_EQ(region.counters().failed, static_cast<std::uint64_t>(kCallCount));
    EXPECT_EQ(statusOf(regions.send(1, addToCart())), 200);
    region.setCondition({});
    EXPECT_EQ(statusOf(regions.send(0, addToCart())), 200);
}

TEST_F(RegionTest, TellsClientsToResolveAgainWhileItIsHeldOutAndOnlyIfItWasToldTo)
{
    const auto hinted = [&] {
        const std::uint64_t handle = regions.send(0, { .call = Call::GetBook, .book = bookAt(1) });
        EXPECT_EQ(statusOf(handle), 200);
        return regions.wordOn(handle)->response.resolvesAgain;
    };
    EXPECT_FALSE(hinted());
    bool isHeldOut = false;
    region.tellStaleClients([&] { return isHeldOut; });
    EXPECT_FALSE(hinted());
    isHeldOut = true;
    EXPECT_TRUE(hinted());
    isHeldOut = false;
    region.setLease({ .isRequired = true, .isFenced = true });
    EXPECT_TRUE(hinted()) << "a fenced region reads, and says so";
    region.setLease({});
    EXPECT_FALSE(hinted());
}

TEST_F(RegionTest, AFailedServiceAnswers503ToItsOwnCallsOnly)
{
    for (int s = 0; s < kServiceCount; ++s) {
        region.setCondition({ .failedServices = static_cast<std::uint8_t>(1 << s) });
        for (int c = 0; c < kCallCount; ++c) {
            const auto call = static_cast<Call>(c);
            const int status = statusOf(regions.send(0, { .call = call, .book = bookAt(1) }));
            EXPECT_EQ(status == 503, serviceOf(call) == static_cast<Service>(s)) << s << ' ' << c;
        }
    }
}

TEST_F(RegionTest, AFailingStoreEndsIn500AndWritesNothing)
{
    region.setCondition({ .isStoreFailing = true });
    EXPECT_EQ(statusOf(regions.send(0, addToCart())), 500);
    EXPECT_EQ(statusOf(regions.send(0, placeOrder(1))), 500);
    EXPECT_EQ(region.replica().position(region.id()), 0U);
    EXPECT_EQ(region.counters().failed, 2U);
    EXPECT_EQ(region.counters().orders, 0U);
}

TEST_F(RegionTest, WhileDownNobodyAnswersAndTheClientGivesUpConnecting)
{
    region.setCondition({ .isDown = true });
    const Instant sent = regions.cluster.world.now();
    const std::uint64_t handle = regions.send(0, addToCart());
    EXPECT_EQ(statusOf(handle), 0);
    EXPECT_EQ(regions.wordOn(handle)->at, sent + 1s);
    EXPECT_EQ(region.counters().answered, 0U);
    EXPECT_EQ(regions.pool.used(), 0U);
}

TEST_F(RegionTest, WorkBegunBeforeACrashIsLostEvenIfTheRegionIsBackInTime)
{
    const std::uint64_t handle = regions.send(0, placeOrder(1));
    regions.run(1ms); // it is inside
    region.setCondition({ .isDown = true });
    regions.run(1ms);
    region.setCondition({});
    EXPECT_EQ(statusOf(handle), 0);
    EXPECT_EQ(region.replica().position(region.id()), 0U);
    EXPECT_EQ(region.counters().orders, 0U);
    EXPECT_EQ(statusOf(regions.send(0, placeOrder(1))), 200); // the retry is served
    regions.run(5s);
    EXPECT_EQ(regions.pool.used(), 0U);
}

TEST_F(RegionTest, ARemovedMappingDoesNotLoseWorkInProgress)
{
    const std::uint64_t handle = regions.send(0, placeOrder(1));
    regions.run(1ms);
    region.setCondition({ .isMappingRemoved = true });
    EXPECT_EQ(statusOf(handle), 200);
}

TEST_F(RegionTest, AnAnswerAfterTheDeadlineIsWorkDoneButNotHeard)
{
    const std::uint64_t handle = regions.send(0, placeOrder(1), 5ms);
    const Instant deadline = regions.cluster.world.now() + 5ms;
    EXPECT_EQ(statusOf(handle), 0);
    EXPECT_EQ(regions.wordOn(handle)->at, deadline);
    regions.run(1s);
    EXPECT_EQ(region.replica().position(region.id()), 1U); // acknowledged to nobody, stored all the same
    EXPECT_EQ(regions.pool.used(), 0U);
}

TEST_F(RegionTest, ACallThatArrivesInTheMomentOfItsDeadlineGetsItsWordToo)
{
    EXPECT_EQ(statusOf(regions.send(0, addToCart(), 5ms, 5ms)), 0);
    regions.run(1s);
    EXPECT_EQ(regions.pool.used(), 0U);
}

TEST_F(RegionTest, ProbesAreAnsweredByTheGatewayAndNotAtAllWhenDown)
{
    struct Checker final : Component {
        void onEvent(const SimEvent& event) override
        {
            EXPECT_EQ(event.kind, kProbeAnswer);
            EXPECT_EQ(event.b & 0xFFFFFFFF, 7U);
            statuses.push_back(ProbeAnswer::unpacked(event.b).status);
        }
        std::vector<int> statuses;
    } checker;
    World& world = regions.cluster.world;
    const ProbeAddress address { world.add(checker), 0, 7 };
    const auto probe = [&](Region::Condition condition) {
        region.setCondition(condition);
        checker.statuses.clear();
        world.post(world.now(), regions.component(0), kProbe, 1, address.packed());
        regions.run(4s);
        return checker.statuses;
    };
    EXPECT_EQ(probe({}), std::vector<int> { 200 });
    EXPECT_EQ(probe({ .isMappingRemoved = true }), std::vector<int> { 403 });
    EXPECT_EQ(probe({ .isDown = true }), std::vector<int> {});
    EXPECT_EQ(probe({ .isStoreFailing = true }), std::vector<int> { 200 }); // a shallow check sees no store
    EXPECT_EQ(probe({}), std::vector<int> { 200 });
}

// What three depths of probe hear of one condition: the health path, a deep one, a page.
TEST_F(RegionTest, EachDepthOfProbeSeesWhatItAsks)
{
    struct Checker final : Component {
        void onEvent(const SimEvent& event) override
        {
            const ProbeAnswer answer = ProbeAnswer::unpacked(event.b);
            status = answer.status;
            EXPECT_GT(answer.worked, 0);
        }
        int status = 0;
    } checker;
    World& world = regions.cluster.world;
    const ProbeAddress address { world.add(checker), 0, 7 };
    struct Case {
        Region::Condition condition;
        int shallow, deep, page;
    };
    const Case cases[] {
        { {}, 200, 200, 200 },
        { { .isMappingRemoved = true }, 403, 403, 403 },
        { { .isHealthPathFailing = true }, 500, 500, 200 },
        { { .grayPercent = 100 }, 200, 500, 500 },
        { { .isStoreFailing = true }, 200, 500, 500 },
        { { .isDiskFull = true }, 503, 503, 200 }, // it takes no orders, and its pages can be read
        { { .failedServices = 1U << static_cast<unsigned>(Service::Orders) }, 200, 503, 200 },
        { { .isDown = true }, 0, 0, 0 },
    };
    for (const Case& c : cases) {
        region.setCondition(c.condition);
        for (const auto& [kind, expected] :
            { std::pair { kProbe, c.shallow }, { kProbeDeep, c.deep }, { kProbePage, c.page } }) {
            checker.status = 0;
            world.post(world.now(), regions.component(0), kind, 1, address.packed());
            regions.run(4s);
            EXPECT_EQ(checker.status, expected) << "case " << (&c - cases) << ", probe " << kind;
        }
    }
}

TEST_F(RegionTest, InAGrayFailureAShareOfTheRequestsFailsAndWritesNothing)
{
    region.setCondition({ .grayPercent = 30 });
    int failed = 0;
    for (int i = 0; i < 500; ++i)
        failed += statusOf(regions.send(0, addToCart())) == 500 ? 1 : 0;
    EXPECT_NEAR(failed, 150, 45);
    EXPECT_EQ(region.counters().writes, 500U - static_cast<std::uint64_t>(failed));
    EXPECT_EQ(region.counters().failed, static_cast<std::uint64_t>(failed));
    region.setCondition({});
    EXPECT_EQ(statusOf(regions.send(0, addToCart())), 200);
}

TEST(RegionCapacity, AFloodIsRefusedAtOnceAndPasses)
{
    Regions regions(1, 1, RegionConfig { .capacityHz = 50 });
    std::vector<std::uint64_t> flood;
    for (int i = 0; i < 3'000; ++i)
        flood.push_back(regions.send(0, { .call = Call::ListBooks }, 10s));
    regions.run(10s);
    std::size_t refused = 0;
    for (const std::uint64_t handle : flood) {
        const auto* word = regions.wordOn(handle);
        ASSERT_NE(word, nullptr);
        EXPECT_TRUE(word->status == 200 || word->status == 503) << word->status;
        refused += word->status == 503 ? 1 : 0;
    }
    EXPECT_GT(refused, 1'000U);
    EXPECT_LT(refused, 3'000U);
    EXPECT_EQ(regions.region(0).counters().refusedBusy, refused);
    const std::uint64_t after = regions.send(0, { .call = Call::ListBooks });
    regions.run(1s);
    ASSERT_NE(regions.wordOn(after), nullptr);
    EXPECT_EQ(regions.wordOn(after)->status, 200);
}

TEST(RegionCapacity, SustainsWhatItIsSizedFor)
{
    Regions regions(1, 1, RegionConfig { .capacityHz = 200 });
    regions.region(0).caches().setWarm(0);
    std::vector<std::uint64_t> calls;
    for (int i = 0; i < 2'000; ++i) { // ten seconds of the commonest call at its share of the mix
        regions.run(8ms);
        calls.push_back(regions.send(0, { .call = Call::GetBook, .book = bookAt(1) }));
    }
    regions.run(5s);
    for (const std::uint64_t handle : calls)
        ASSERT_EQ(regions.wordOn(handle)->status, 200);
}

TEST(RegionCapacity, WithColdCachesItSustainsLessUntilTheyAreWarm)
{
    Regions regions(1, 1, RegionConfig { .capacityHz = 100, .cacheFillReads = 1'000 });
    std::vector<std::uint64_t> refusedBy;
    for (int minute = 0; minute < 3; ++minute) {
        for (int i = 0; i < 5'100; ++i) { // 85 a second: with cold caches they cost two and a half times that
            regions.run(Duration { 11'764 });
            (void)regions.send(0, { .call = Call::GetBook, .book = bookAt(1) });
        }
        refusedBy.push_back(regions.region(0).counters().refusedBusy);
    }
    EXPECT_GT(refusedBy[0], 200U);
    EXPECT_EQ(refusedBy[2], refusedBy[1]);
    EXPECT_GT(regions.region(0).caches().perMille(0, regions.cluster.world.now()), 900);
    regions.region(0).setCondition({ .isDown = true });
    regions.region(0).setCondition({});
    EXPECT_EQ(regions.region(0).caches().perMille(0, regions.cluster.world.now()), 0); // as after any crash
}

// Whatever happens to a region, each client gets exactly one word by its deadline, and no request is left.
TEST(RegionStorm, EveryCallEndsWithAWordByItsDeadline)
{
    for (const std::uint64_t seed : test::seeds(30)) {
        SCOPED_TRACE(test::replayHint(seed));
        Rng rng(seed);
        Regions regions(seed, 2, RegionConfig { .capacityHz = 100 });
        std::map<std::uint64_t, Instant> deadlines;
        for (int i = 0; i < 600; ++i) {
            if (rng.chance(100'000))
                regions.region(rng.below(2))
                    .setCondition({ .isDown = rng.chance(300'000),
                        .isMappingRemoved = rng.chance(200'000),
                        .failedServices = static_cast<std::uint8_t>(rng.chance(300'000) ? rng.below(64) : 0),
                        .isStoreFailing = rng.chance(200'000) });
            for (std::uint64_t n = rng.below(8); n > 0; --n) {
                Request request
                    = rng.chance(300'000) ? placeOrder(1 + rng.below(500)) : addToCart(rng.below(9));
                const Duration patience = rng.between(1ms, 2s);
                const std::uint64_t handle = regions.send(rng.below(2), std::move(request), patience,
                    rng.between(0us, std::min(patience, Duration { 200ms })));
                deadlines[handle] = regions.cluster.world.now() + patience;
            }
            regions.run(rng.between(0us, 30ms));
        }
        regions.run(10s);
        for (const auto& [handle, deadline] : deadlines) {
            ASSERT_NE(regions.wordOn(handle), nullptr);
            ASSERT_LE(regions.wordOn(handle)->at, deadline);
        }
        ASSERT_EQ(regions.pool.used(), 0U);
    }
}

class SessionTest : public testing::Test {
protected:
    SessionTest() { regions.run(3s); } // the replicators have met
    // What the region says; it is given all the time it wants.
    Response answerOf(std::size_t at, Request request)
    {
        const std::uint64_t handle = regions.send(at, std::move(request));
        for (int i = 0; i < 400 && regions.wordOn(handle) == nullptr; ++i)
            regions.run(10ms);
        EXPECT_NE(regions.wordOn(handle), nullptr);
        return regions.wordOn(handle) == nullptr ? Response {} : regions.wordOn(handle)->response;
    }
    Request look(std::vector<std::uint64_t> token, bool mayBeStale = false)
    {
        return { .call = Call::GetCart,
            .customer = CustomerId { 42 },
            .token = std::move(token),
            .mayBeStale = mayBeStale };
    }
    Regions regions { 1, 2, RegionConfig { .keepsSessions = true } };
};

TEST_F(SessionTest, ACopyThatIsBehindLetsTheCallWaitUntilItHasCaughtUp)
{
    const Response added = answerOf(0, addToCart());
    ASSERT_FALSE(added.token.empty());
    EXPECT_LE(added.token.size(), 2U); // a number for each region's log
    const Instant asked = regions.cluster.world.now();
    const Response seen = answerOf(1, look(added.token));
    EXPECT_EQ(seen.status, 200);
    EXPECT_EQ(seen.count, 1);
    EXPECT_EQ(seen.tokenOutcome, TokenOutcome::Waited);
    EXPECT_LT(regions.cluster.world.now() - asked, 1s);
    EXPECT_EQ(regions.region(1).counters().tokensWaited, 1U);
    EXPECT_EQ(answerOf(1, look(added.token)).tokenOutcome, TokenOutcome::Covered);
    EXPECT_EQ(answerOf(1, look({})).tokenOutcome, TokenOutcome::None);
}

TEST_F(SessionTest, WhatDoesNotComeInASecondIsRefusedAndThenServedAsTheClientAllows)
{
    regions.cluster.cut(0, 1);
    const Response added = answerOf(0, addToCart());
    const Response refused = answerOf(1, look(added.token));
    EXPECT_EQ(refused.status, 503);
    EXPECT_EQ(refused.tokenOutcome, TokenOutcome::Behind);
    EXPECT_TRUE(refused.token.empty());
    const Response old = answerOf(1, look(added.token, true));
    EXPECT_EQ(old.status, 200);
    EXPECT_EQ(old.count, 0);
    EXPECT_EQ(old.tokenOutcome, TokenOutcome::Stale) << "and it says so";
    EXPECT_EQ(regions.region(1).counters().tokensBehind, 1U);
    EXPECT_EQ(regions.region(1).counters().tokensStale, 1U);
    EXPECT_EQ(answerOf(1, look(old.token)).status, 200) << "told once is enough";
}

TEST_F(SessionTest, WhatIsInNoCopyAnyMoreIsNotWaitedForASecondTime)
{
    regions.cluster.cut(0, 1);
    const Response added = answerOf(0, addToCart());
    regions.region(0).setCondition({ .isDown = true, .isStoreLost = true });
    regions.cluster.replicator(0).setDown(true);
    regions.cluster.cut(0, 1, false);
    EXPECT_EQ(answerOf(1, look(added.token)).tokenOutcome, TokenOutcome::Behind) << "it may come back";
    regions.cluster.replicator(0).setDown(false);
    regions.region(0).setCondition({}); // with an empty store and a log of its own
    regions.run(10s);
    const Response told = answerOf(1, look(added.token));
    EXPECT_EQ(told.status, 200);
    EXPECT_EQ(told.tokenOutcome, TokenOutcome::Reset);
    EXPECT_EQ(regions.region(1).counters().tokensReset, 1U);
    EXPECT_EQ(answerOf(0, look(told.token)).status, 200);
}

TEST_F(SessionTest, ACustomersTokenDoesNotDependOnWhatOthersDid)
{
    const Response mine = answerOf(0, addToCart(42));
    regions.run(1s);
    regions.cluster.cut(0, 1);
    EXPECT_EQ(answerOf(0, addToCart(43)).status, 200);
    const Response again = answerOf(0, look(mine.token));
    EXPECT_EQ(again.token, mine.token);
    EXPECT_EQ(answerOf(1, look(again.token)).tokenOutcome, TokenOutcome::Covered);
}

TEST_F(SessionTest, AfterARestartATokenCoversAllThatTheCopyHad)
{
    EXPECT_EQ(answerOf(0, addToCart(42)).status, 200);
    regions.region(0).setCondition({ .isDown = true });
    regions.region(0).setCondition({});
    EXPECT_EQ(answerOf(0, look({})).token, (std::vector<std::uint64_t> { 1 }));
}

} // namespace
} // namespace sb
