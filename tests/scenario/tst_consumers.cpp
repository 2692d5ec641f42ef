// SPDX-License-Identifier: GPL-3.0-or-later
// Consumers of change streams in whole runs: the best-seller board through crashes, poison and rebuilds, and
// the cache of prices.
#include "tests/scenario/rig.h"

#include <set>

namespace sb {
namespace {

using namespace test;

RunConfig shop(std::uint64_t seed, DataProfile profile)
{
    RunConfig config = smallWorld(seed, 2, 300);
    config.profile = profile;
    return config;
}

BestSellers& boardOf(Rig& rig, std::size_t at)
{
    return rig.sim().region(region(at)).bookstore().bestSellers();
}

// Copies by which the board is ahead of the orders in its region's store.
std::int64_t copiesTooMany(Rig& rig, std::size_t at)
{
    const std::vector<std::uint64_t> copies = recountCopies(rig.sim().region(region(at)).replica().store());
    std::int64_t more = 0;
    for (std::size_t book = 0; book < copies.size(); ++book)
        more += static_cast<std::int64_t>(boardOf(rig, at).copiesSold(book))
            - static_cast<std::int64_t>(copies[book]);
    return more;
}

void expectExact(Rig& rig, std::size_t at)
{
    const std::vector<std::uint64_t> copies = recountCopies(rig.sim().region(region(at)).replica().store());
    for (std::size_t book = 0; book < copies.size(); ++book)
        EXPECT_EQ(boardOf(rig, at).copiesSold(book), copies[book]) << "book " << book;
}

std::uint64_t count(Rig& rig, Anomaly anomaly)
{
    return rig.sim().anomalyCounts()[static_cast<std::size_t>(anomaly)];
}

void expectRefused(Rig& rig, const std::string& command, const std::string& because)
{
    const Event outcome = rig.order(command);
    EXPECT_EQ(outcome.kind, EventKind::CommandRefused) << command;
    EXPECT_NE(outcome.note.find(because), std::string::npos) << outcome.note;
}

TEST(Consumers, aCrashMakesTheNaiveBoardCountTwiceAndTheSoundOneNot)
{
    for (const std::uint64_t seed : seeds(1, 4)) {
        for (const DataProfile profile : { DataProfile::AsAws, DataProfile::Hardened }) {
            SCOPED_TRACE(replayHint(seed));
            Rig rig(shop(seed, profile));
            rig.advanceTo(kStart + 63s);
            EXPECT_EQ(count(rig, Anomaly::DoubleCount), 0u) << "nothing happens in a calm run";
            rig.mustOrder("fail region-outage eu-west-1 for 20s");
            rig.advance(40s);
            const bool isNaive = profile == DataProfile::AsAws;
            EXPECT_EQ(copiesTooMany(rig, 0) > 0, isNaive);
            EXPECT_EQ(count(rig, Anomaly::DoubleCount) > 0, isNaive);
            EXPECT_EQ(boardOf(rig, 1).countedAgain(), 0u) << "Singapore did not crash";
            expectExact(rig, 1);
            rig.mustOrder("rebuild-board eu-west-1");
            rig.advance(10s);
            expectExact(rig, 0);
        }
    }
}

TEST(Consumers, whatIsPoisonIsSetAsideAndTakenUpByOrder)
{
    for (const std::uint64_t seed : seeds(11, 4)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(shop(seed, DataProfile::Hardened));
        rig.advanceTo(kStart + 20s);
        expectRefused(rig, "retry-poison eu-west-1", "nothing is set aside");
        rig.mustOrder("fail stream-poisoned eu-west-1 for 40s");
        rig.advance(30s);
        BestSellers& board = boardOf(rig, 0);
        ASSERT_GT(board.setAside(), 2u);
        EXPECT_LT(copiesTooMany(rig, 0), 0);
        EXPECT_EQ(boardOf(rig, 1).waiting(), 0u) << "the fault is Ireland's";
        expectRefused(rig, "retry-poison eu-west-1", "still poisoned");
        expectRefused(rig, "rebuild-board eu-west-1", "clear the fault first");
        rig.advance(20s);
        std::set<std::string> named;
        for (const Event& event : rig.events)
            if (event.kind == EventKind::StreamStalled)
                EXPECT_TRUE(named.insert(event.object).second) << event.object << " is named twice";
        EXPECT_EQ(named.size(), board.setAside());
        rig.mustOrder("retry-poison eu-west-1");
        EXPECT_EQ(board.waiting(), 0u);
        expectExact(rig, 0);
        EXPECT_EQ(count(rig, Anomaly::DoubleCount), 0u);
        expectRefused(rig, "retry-poison eu-west-1", "nothing is set aside");
    }
}

TEST(Consumers, whatIsPoisonIsTakenUpByItselfWhenNobodyOrdersIt)
{
    Rig rig(shop(21, DataProfile::Hardened));
    rig.advanceTo(kStart + 20s);
    rig.mustOrder("fail stream-poisoned eu-west-1 for 20s");
    rig.advance(30s);
    EXPECT_GT(boardOf(rig, 0).setAside(), 0u);
    rig.advance(BoardKeeper::kPatience);
    EXPECT_EQ(boardOf(rig, 0).waiting(), 0u);
    expectExact(rig, 0);
    const Event* taken = rig.first(EventKind::StreamRebuilt);
    ASSERT_NE(taken, nullptr);
    EXPECT_EQ(taken->action, "retry-poison");
    EXPECT_EQ(taken->actor, Actor::System);
}

TEST(Consumers, aBoardThatIsRebuiltShowsNothingUntilItIsCurrentAndOrdersGoOn)
{
    Rig rig(shop(31, DataProfile::Hardened));
    rig.advanceTo(kStart + 60s);
    ASSERT_FALSE(boardOf(rig, 0).top().empty());
    const std::size_t orders = rig.orders.size();
    rig.mustOrder("rebuild-board eu-west-1");
    expectRefused(rig, "rebuild-board eu-west-1", "already");
    const Event* begun = rig.first(EventKind::StreamRebuilt);
    ASSERT_NE(begun, nullptr);
    EXPECT_EQ(begun->valueAfter, "rebuilding");
    EXPECT_TRUE(boardOf(rig, 0).top().empty());
    rig.advance(1s);
    EXPECT_TRUE(boardOf(rig, 0).isRebuilding()) << "it takes a second and a millisecond for each order";
    rig.advance(2s);
    EXPECT_FALSE(boardOf(rig, 0).isRebuilding());
    EXPECT_EQ(rig.events.back().severity, Severity::Info);
    EXPECT_GT(rig.orders.size(), orders);
    expectExact(rig, 0);
    rig.mustOrder("fail region-outage eu-west-1 for 20s");
    rig.advance(1s);
    expectRefused(rig, "rebuild-board eu-west-1", "is out");
}

TEST(Consumers, aLostStoreAndPoisonAtOnceEndInAnExactBoard)
{
    for (const std::uint64_t seed : seeds(41, 3)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(shop(seed, DataProfile::Hardened));
        rig.advanceTo(kStart + 30s);
        rig.mustOrder("fail stream-poisoned eu-west-1 for 60s");
        rig.advance(10s);
        rig.mustOrder("fail region-destroyed eu-west-1 for 10s");
        rig.advance(30s);
        EXPECT_TRUE(boardOf(rig, 0).isRebuilding()) << "it cannot count poison anew either";
        EXPECT_TRUE(rig.advanceUntil(90s, [&] { return !boardOf(rig, 0).isRebuilding(); }));
        expectExact(rig, 0);
        EXPECT_GE(rig.sim().region(region(0)).bookstore().changes().markers(), 2u);
    }
}

TEST(Consumers, cachedPricesAreStaleAsAwsOnlyAndACalmRunStaysCalm)
{
    for (const std::uint64_t seed : seeds(51, 3)) {
        for (const DataProfile profile : { DataProfile::AsAws, DataProfile::Hardened }) {
            SCOPED_TRACE(replayHint(seed));
            Rig rig(shop(seed, profile));
            rig.advanceTo(kStart + 4min);
            EXPECT_EQ(count(rig, Anomaly::StaleCache) > 0, profile == DataProfile::AsAws);
            for (const Event& event : rig.events)
                EXPECT_LT(event.severity, Severity::Warning) << event.note;
        }
    }
}

} // namespace
} // namespace sb
