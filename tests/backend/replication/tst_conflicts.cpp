// SPDX-License-Identifier: GPL-3.0-or-later
// Conflicts are found exactly: compared with a record that knows of every write what its author had seen.
#include "tests/backend/replication/history.h"
#include "tests/backend/support/seeds.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

using test::cartKey;
using test::History;
using test::idOf;
using test::regionAt;
using test::WriteId;

constexpr std::size_t kWriters = 3;

TEST(Conflicts, EveryReportedOneIsBetweenWritesThatHadNotSeenEachOther)
{
    std::size_t reported = 0;
    for (const std::uint64_t seed : test::seeds(150)) {
        SCOPED_TRACE(test::replayHint(seed));
        History history(seed, kWriters);
        history.wander(250);
        for (std::size_t at = 0; at < kWriters; ++at)
            history.deliverAllTo(at);
        for (const auto& [at, conflict] : history.found) {
            const WriteId winner = idOf(conflict.winner), loser = idOf(conflict.loser);
            ASSERT_TRUE(history.areConcurrent(winner, loser));
            ASSERT_TRUE(conflict.winner.wins(conflict.loser));
            ASSERT_TRUE(history.writesOf().at(conflict.key).count(winner) == 1);
            ASSERT_TRUE(history.writesOf().at(conflict.key).count(loser) == 1);
        }
        reported += history.found.size();
    }
    if (test::seeds(2).size() > 1) {
        EXPECT_GT(reported, 1'000U); // the histories are not too tame to mean anything
    }
}

// A write nobody built upon and that is not the final value was thrown away: each copy must have said so.
TEST(Conflicts, EveryWriteThrownAwayUnseenIsReportedAtEveryCopy)
{
    for (const std::uint64_t seed : test::seeds(150)) {
        SCOPED_TRACE(test::replayHint(seed));
        History history(seed, kWriters);
        history.wander(250);
        for (std::size_t at = 0; at < kWriters; ++at)
            history.deliverAllTo(at);
        std::set<std::pair<std::uint8_t, std::pair<Key, WriteId>>> losers;
        for (const auto& [at, conflict] : history.found)
            losers.insert({ at.value, { conflict.key, idOf(conflict.loser) } });
        for (const auto& [key, writes] : history.writesOf()) {
            const WriteId last = idOf(history.store(0).find(key)->version);
            for (const WriteId write : writes) {
                const bool isBuiltUpon = std::any_of(writes.begin(), writes.end(),
                    [&](WriteId later) { return history.hasSeen(later, write); });
                if (isBuiltUpon || write == last)
                    continue;
                for (std::uint8_t at = 0; at < kWriters; ++at)
                    ASSERT_EQ(losers.count({ at, { key, write } }), 1U) << "at region " << int(at);
            }
        }
    }
}

// Delivery by delivery: what the copy held before decides whether this very delivery is a conflict.
TEST(Conflicts, EachDeliveryReportsExactlyTheRowsItCollidesOn)
{
    for (const std::uint64_t seed : test::seeds(100)) {
        SCOPED_TRACE(test::replayHint(seed));
        History history(seed, kWriters);
        for (int i = 0; i < 300; ++i) {
            if (history.rng().chance(350'000)) {
                history.writeSomewhere();
                ASSERT_TRUE(history.found.empty()); // a local write has seen all that it overwrites
                continue;
            }
            const std::size_t to = history.rng().below(kWriters);
            const RegionId origin = regionAt((to + 1 + history.rng().below(kWriters - 1)) % kWriters);
            const std::uint64_t seq = history.replica(to).position(origin) + 1;
            const LogEntry* next = history.store(origin.value).logEntry(origin, seq);
            if (next == nullptr)
                continue;
            const LogEntry entry = *next;
            std::size_t expected = 0;
            for (const Mutation& mutation : entry.mutations) {
                const Version held = history.store(to).find(mutation.key)->version;
                if (held.seq > 0 && history.areConcurrent(idOf(held), idOf(entry.version)))
                    ++expected;
            }
            ASSERT_TRUE(history.deliverNext(origin.value, to));
            ASSERT_EQ(history.found.size(), expected);
            history.found.clear();
        }
    }
}

TEST(Conflicts, AWriteThatHadSeenTheOtherIsNone)
{
    History history(1, 2);
    Replica& a = history.replica(0);
    Replica& b = history.replica(1);
    (void)a.commit(test::writeOf(cartKey(1, 1), "first"));
    (void)b.apply(LogEntry(*history.store(0).logEntry(regionAt(0), 1)));
    (void)b.commit(test::writeOf(cartKey(1, 1), "second"));
    (void)a.apply(LogEntry(*history.store(1).logEntry(regionAt(1), 1)));
    EXPECT_TRUE(history.found.empty());
    EXPECT_EQ(history.store(0).find(cartKey(1, 1))->value, "second");
}

TEST(Conflicts, TwoRegionsAtOnceIsOneFoundOnBothSides)
{
    History history(1, 2);
    Replica& a = history.replica(0);
    Replica& b = history.replica(1);
    (void)a.commit(test::writeOf(cartKey(1, 1), "from a"));
    (void)b.commit(test::writeOf(cartKey(1, 1), "from b"));
    (void)a.apply(LogEntry(*history.store(1).logEntry(regionAt(1), 1)));
    (void)b.apply(LogEntry(*history.store(0).logEntry(regionAt(0), 1)));
    ASSERT_EQ(history.found.size(), 2U);
    for (const auto& [at, conflict] : history.found) {
        EXPECT_EQ(conflict.key, cartKey(1, 1));
        EXPECT_EQ(conflict.winner.origin, regionAt(1)); // same stamp: the greater region number decides
        EXPECT_EQ(conflict.customer, CustomerId { 1 });
    }
    EXPECT_EQ(a.digest(), b.digest());
}

} // namespace
} // namespace sb
