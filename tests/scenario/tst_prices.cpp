// SPDX-License-Identifier: GPL-3.0-or-later
// Clerks set prices: by the region's own way of writing, so that two of them who do not know of each other
// make a conflict, and what a window sees of it.
#include "tests/scenario/rig.h"

#include <algorithm>

namespace sb {
namespace {

using namespace test;

constexpr BookId kBook { 1342 };

InspectView inspect(Rig& rig, const std::string& key)
{
    Focus focus;
    focus.key = key;
    return *rig.sim().snapshot(ChartRange::TwoMinutes, focus)->inspection;
}

TEST(Prices, TwoPricesOfPartitionedRegionsConflictAndTheLoserIsOnRecord)
{
    for (const std::uint64_t seed : seeds(941, 2)) { // as-aws and hardened
        SCOPED_TRACE(replayHint(seed));
        Rig rig(smallWorld(seed, 2, 20));
        rig.advanceTo(kStart + 20s);
        const InspectView before = inspect(rig, "book 1342");
        ASSERT_EQ(before.error, "");
        EXPECT_NE(before.title.find("Pride and Prejudice"), std::string::npos) << before.title;
        EXPECT_TRUE(before.isAgreed);
        ASSERT_EQ(before.copies.size(), 2U);

        rig.mustOrder("fail link-partitioned eu-west-1 with ap-southeast-1 for 30s");
        rig.advance(1s);
        rig.mustOrder("price eu-west-1 1342 11.90");
        rig.advance(2s); // further apart than clocks may be
        rig.mustOrder("price ap-southeast-1 1342 12.40");
        const Instant written = rig.now();
        rig.advance(1s);
        const InspectView apart = inspect(rig, "book 1342");
        EXPECT_FALSE(apart.isAgreed);
        EXPECT_EQ(apart.copies[0].value.rfind("EUR 11.90", 0), 0U) << apart.copies[0].value;
        EXPECT_EQ(apart.copies[1].value.rfind("EUR 12.40", 0), 0U) << apart.copies[1].value;
        EXPECT_EQ(apart.copies[0].origin, region(0));
        EXPECT_EQ(apart.copies[1].origin, region(1));
        EXPECT_EQ(apart.copies[1].committedAt, written);
        EXPECT_TRUE(apart.conflicts.empty()) << "nobody can know of it yet";

        ASSERT_TRUE(rig.advanceUntil(60s, [&] { return inspect(rig, "book 1342").isAgreed; }));
        const InspectView agreed = inspect(rig, "book 1342");
        for (const InspectedCopy& copy : agreed.copies) {
            EXPECT_EQ(copy.value.rfind("EUR 12.40", 0), 0U) << copy.value;
            EXPECT_EQ(copy.origin, region(1));
            EXPECT_TRUE(copy.isSameAsMost);
        }
        ASSERT_FALSE(agreed.conflicts.empty());
        const InspectedConflict& lost = agreed.conflicts.front();
        EXPECT_EQ(lost.winner.rfind("EUR 12.40, from Singapore", 0), 0U) << lost.winner;
        EXPECT_EQ(lost.loser.rfind("EUR 11.90, from Ireland", 0), 0U) << lost.loser;
        EXPECT_TRUE(lost.wasAcknowledged) << "the clerk had been told that it was done";
        EXPECT_EQ(agreed.policy.rfind(lost.rule, 0), 0U) << agreed.policy;
        const auto& record = rig.sim().anomalies().entries();
        EXPECT_EQ(record.back().conflict.key, (Key { Table::Books, kBook.value, 0 }));
        const auto snapshot = rig.sim().snapshot(ChartRange::TwoMinutes);
        EXPECT_TRUE(std::any_of(snapshot->links.begin(), snapshot->links.end(),
            [](const LinkView& link) { return link.conflictsPerMinute > 0; }));
    }
}

TEST(Prices, WhatCannotBeWrittenIsRefusedWithTheReason)
{
    SCOPED_TRACE(replayHint(942));
    Rig rig(smallWorld(942, 2, 20)); // hardened: writes need a lease
    rig.advanceTo(kStart + 20s);
    const auto refusal = [&](const std::string& order) {
        const Event outcome = rig.order(order);
        EXPECT_EQ(outcome.kind, EventKind::CommandRefused) << outcome.note;
        return outcome.note;
    };
    EXPECT_NE(refusal("price eu-north-1 1342 12.40").find("no region 'eu-north-1'"), std::string::npos);
    EXPECT_NE(refusal("price eu-west-1 4000000 12.40").find("no book 4000000"), std::string::npos);
    rig.mustOrder("fence eu-west-1");
    rig.advance(15s);
    EXPECT_NE(refusal("price eu-west-1 1342 12.40").find("fenced"), std::string::npos);
    rig.mustOrder("fail region-outage ap-southeast-1 for 5m");
    EXPECT_NE(refusal("price ap-southeast-1 1342 12.40").find("is down"), std::string::npos);
}

TEST(Prices, AQuestionThatCannotBeMeantSaysWhatWouldHelp)
{
    SCOPED_TRACE(replayHint(943));
    Rig rig(smallWorld(943, 2, 40));
    rig.advanceTo(kStart + 5s);
    EXPECT_EQ(
        inspect(rig, "boook 3").error, "'boook' is nothing that can be looked at; did you mean 'book'?");
    EXPECT_EQ(inspect(rig, "zebra").error,
        "'zebra' is nothing that can be looked at; known: book, stock, cart, order, post, coupon");
    EXPECT_EQ(inspect(rig, "cart me").error, "'cart' needs a number from 1 on, as in: cart 5");
    EXPECT_NE(inspect(rig, "stock 4000000").error.find("the catalogue has no book"), std::string::npos);
    EXPECT_EQ(inspect(rig, "post 41").error, "the blog's posts are numbered 1 to 40");
    EXPECT_NE(inspect(rig, "order 5").error.find("no region holds an order 5"), std::string::npos);
}

TEST(Prices, EveryKindOfKeyIsShownAsItsRegionsHoldIt)
{
    SCOPED_TRACE(replayHint(944));
    Rig rig(smallWorld(944, 2, 100));
    rig.advanceTo(kStart + 60s);
    ASSERT_FALSE(rig.orders.empty());
    const AcknowledgedOrder& order = rig.orders.front();
    const InspectView shown = inspect(rig, "order " + std::to_string(order.order.value));
    ASSERT_EQ(shown.error, "");
    EXPECT_NE(shown.title.find("of customer"), std::string::npos);
    for (const InspectedCopy& copy : shown.copies) {
        EXPECT_TRUE(copy.isPresent);
        EXPECT_EQ(copy.value.rfind("EUR ", 0), 0U) << copy.value;
        EXPECT_EQ(copy.origin, order.region);
    }
    for (const std::string key : { "stock 1342", "post 3", "cart 1", "coupon 1", "BOOK 1342" }) {
        SCOPED_TRACE(key);
        const InspectView view = inspect(rig, key);
        EXPECT_EQ(view.error, "");
        EXPECT_FALSE(view.title.empty());
        EXPECT_FALSE(view.policy.empty());
        EXPECT_EQ(view.copies.size(), 2U);
    }
    EXPECT_NE(inspect(rig, "stock 1342").copies[0].value.find("to sell"), std::string::npos);
    rig.mustOrder("fail region-outage eu-west-1 for 1m");
    rig.advance(1s);
    const InspectView half = inspect(rig, "post 3");
    EXPECT_FALSE(half.copies[0].isReadable);
    EXPECT_TRUE(half.copies[1].isReadable);
    EXPECT_TRUE(half.isAgreed) << "of one readable copy";
}

} // namespace
} // namespace sb
