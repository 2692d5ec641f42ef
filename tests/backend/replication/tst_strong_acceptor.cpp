// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/rng.h"
#include "backend/replication/strong_acceptor.h"
#include "tests/backend/support/seeds.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

StrongItem itemOf(std::uint64_t version, std::string value)
{
    StrongItem item;
    item.version = version;
    item.isPresent = true;
    item.value = std::move(value);
    item.recent.push_back({ 7, 8, version, true });
    return item;
}

TEST(StrongAcceptor, PromisesOnlyUpwardsAndRepeatsItsAnswer)
{
    MemoryAcceptorStore store;
    Acceptor acceptor(store);
    EXPECT_TRUE(acceptor.prepare("k", { 2, 1 })->isOk);
    EXPECT_TRUE(acceptor.prepare("k", { 2, 1 })->isOk); // a copy of the same question
    EXPECT_FALSE(acceptor.prepare("k", { 2, 0 })->isOk);
    EXPECT_FALSE(acceptor.prepare("k", { 1, 9 })->isOk);
    EXPECT_TRUE(acceptor.prepare("k", { 2, 2 })->isOk);
    EXPECT_EQ(acceptor.prepare("k", { 1, 0 })->record.promised, (Ballot { 2, 2 }));
    EXPECT_TRUE(acceptor.prepare("other", { 1, 0 })->isOk); // keys know nothing of each other
}

TEST(StrongAcceptor, AcceptsNothingBelowItsPromise)
{
    MemoryAcceptorStore store;
    Acceptor acceptor(store);
    (void)acceptor.prepare("k", { 5, 1 });
    EXPECT_FALSE(acceptor.accept("k", { 4, 2 }, itemOf(1, "low"), { 5, 2 })->isOk);
    EXPECT_EQ(acceptor.load("k")->item.version, 0U);
    EXPECT_TRUE(acceptor.accept("k", { 5, 1 }, itemOf(1, "high"), { 6, 1 })->isOk);
    EXPECT_TRUE(acceptor.accept("k", { 5, 1 }, itemOf(1, "high"), { 6, 1 })->isOk); // a copy
    EXPECT_FALSE(acceptor.prepare("k", { 5, 2 })->isOk); // the next ballot is promised already
    EXPECT_FALSE(acceptor.prepare("k", { 5, 1 })->isOk); // a late copy of a question that is settled
    EXPECT_TRUE(acceptor.accept("k", { 6, 1 }, itemOf(2, "next"), { 7, 1 })->isOk);
    EXPECT_FALSE(acceptor.accept("k", { 5, 1 }, itemOf(1, "high"), { 6, 1 })->isOk); // a very late copy
    EXPECT_EQ(acceptor.load("k")->item.value, "next");
}

TEST(StrongAcceptor, AYesToAProposalIsAlwaysAPromiseForTheNextBallot)
{
    MemoryAcceptorStore store;
    Acceptor acceptor(store);
    EXPECT_TRUE(acceptor.accept("k", { 3, 1 }, itemOf(1, "x"), { 3, 1 })->isOk); // learnt, nothing promised
    EXPECT_TRUE(acceptor.accept("k", { 3, 1 }, itemOf(1, "x"), { 4, 1 })->isOk);
    EXPECT_FALSE(acceptor.prepare("k", { 4, 0 })->isOk);
}

TEST(StrongAcceptor, SettlesOnlyWhatItHolds)
{
    MemoryAcceptorStore store;
    Acceptor acceptor(store);
    (void)acceptor.accept("k", { 1, 0 }, itemOf(1, "x"), { 2, 0 });
    acceptor.settle("k", { 1, 1 });
    EXPECT_FALSE(acceptor.load("k")->isSettled);
    acceptor.settle("k", { 1, 0 });
    EXPECT_TRUE(acceptor.load("k")->isSettled);
    (void)acceptor.accept("k", { 2, 0 }, itemOf(2, "y"), { 3, 0 });
    EXPECT_FALSE(acceptor.load("k")->isSettled);
}

TEST(StrongAcceptor, WhatWasFlushedSurvivesAndNothingElseDoes)
{
    MemoryAcceptorStore store(3ms);
    Acceptor acceptor(store);
    (void)acceptor.prepare("k", { 1, 0 });
    EXPECT_EQ(acceptor.makeDurable(), Duration(3ms));
    EXPECT_EQ(acceptor.makeDurable(), Duration(0us)); // nothing new
    (void)acceptor.accept("k", { 1, 0 }, itemOf(1, "x"), { 2, 0 });
    (void)acceptor.prepare("new", { 1, 0 });
    store.loseUnflushed();
    EXPECT_EQ(acceptor.load("k")->promised, (Ballot { 1, 0 }));
    EXPECT_EQ(acceptor.load("k")->item.version, 0U);
    EXPECT_EQ(acceptor.load("new")->promised, Ballot {});
}

AcceptorRecord someRecord(Rng& rng)
{
    AcceptorRecord record;
    record.accepted = { rng.next() >> 1, static_cast<std::uint8_t>(rng.below(64)) };
    record.promised = { record.accepted.counter + rng.below(3), 255 };
    record.isSettled = rng.chance(500'000);
    const std::size_t length = rng.below(300);
    record.item = itemOf(rng.next(), std::string(length, static_cast<char>(length % 256)));
    record.item.recent.resize(rng.below(kStrongRecentMax + 1));
    for (StrongRecent& recent : record.item.recent)
        recent = { rng.next(), rng.next(), rng.next(), rng.chance(500'000) };
    return record;
}

TEST(StrongAcceptor, RecordsSurviveTheirBytesAndDamageIsNoticed)
{
    for (const std::uint64_t seed : test::seeds(100)) {
        SCOPED_TRACE(test::replayHint(seed));
        Rng rng(seed);
        const AcceptorRecord record = someRecord(rng);
        const std::string bytes = encodeAcceptorRecord(record);
        const auto decoded = decodeAcceptorRecord(bytes);
        ASSERT_TRUE(decoded) << decoded.error().what;
        EXPECT_EQ(*decoded, record);
        for (int i = 0; i < 50; ++i) {
            std::string damaged = bytes;
            if (rng.chance(300'000))
                damaged.resize(rng.below(bytes.size()));
            else
                damaged[rng.below(damaged.size())] ^= static_cast<char>(1 + rng.below(255));
            const auto refused = decodeAcceptorRecord(damaged);
            ASSERT_FALSE(refused);
            EXPECT_EQ(refused.error().code, Errc::Corrupt);
        }
    }
}

TEST(StrongAcceptor, ADamagedRecordIsMetWithSilence)
{
    MemoryAcceptorStore store;
    Acceptor acceptor(store);
    store.put("k", "not a record");
    EXPECT_FALSE(acceptor.load("k"));
    EXPECT_FALSE(acceptor.prepare("k", { 1, 0 }));
    EXPECT_FALSE(acceptor.accept("k", { 1, 0 }, itemOf(1, "x"), { 2, 0 }));
    acceptor.settle("k", { 1, 0 });
    EXPECT_EQ(store.get("k"), "not a record"); // nothing guesses over it
    EXPECT_EQ(acceptor.damaged(), 4U);
}

} // namespace
} // namespace sb
