// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/replication/strong_cluster.h"
#include "tests/backend/support/seeds.h"

#include <algorithm>
#include <cstdio>
#include <gtest/gtest.h>

namespace sb {
namespace {

using test::StrongCluster;
using test::strongDelete;
using test::StrongMutant;
using test::strongPut;
using test::strongRead;
using Kind = StrongOutcome::Kind;
using Condition = StrongCondition;

constexpr std::size_t kIreland = 0, kSingapore = 1, kVirginia = 2; // regions of someRegions(3)

TEST(StrongTable, AnyReplicaReadsAtOnceWhatAnyOtherWrote)
{
    StrongCluster cluster(1);
    std::uint64_t version = 0;
    for (int i = 0; i < 30; ++i) {
        const std::size_t writer = static_cast<std::size_t>(i) % 3;
        const std::string value = "value " + std::to_string(i);
        StrongOutcome wrote = cluster.ask(writer, strongPut("k", value));
        if (wrote.kind == Kind::Conflict) // the notice of the write before is still on its way
            wrote = cluster.ask(writer, strongPut("k", value));
        ASSERT_EQ(wrote.kind, Kind::Committed) << wrote.reason;
        EXPECT_EQ(wrote.version, ++version);
        for (std::size_t reader = 0; reader < 3; ++reader) {
            const StrongOutcome read = cluster.ask(reader, strongRead("k"));
            ASSERT_EQ(read.kind, Kind::Committed);
            EXPECT_EQ(read.version, version);
            EXPECT_EQ(read.value, value);
            EXPECT_TRUE(read.isPresent);
        }
    }
}

TEST(StrongTable, AnItemNeverWrittenIsAbsentWithVersionZero)
{
    StrongCluster cluster(1);
    const StrongOutcome read = cluster.ask(kSingapore, strongRead("k"));
    EXPECT_EQ(read.kind, Kind::Committed);
    EXPECT_EQ(read.version, 0U);
    EXPECT_FALSE(read.isPresent);
}

struct ConditionCase {
    const char* name;
    bool isWritten; // "old", version 1
    bool isDeleted; // version 2 then
    Condition condition;
    Kind expected;
};

TEST(StrongTable, ConditionsAreJudgedAgainstTheNewestVersion)
{
    using K = Condition::Kind;
    const ConditionCase cases[] = {
        { "absent, never written", false, false, { K::Absent, 0, "" }, Kind::Committed },
        { "absent, but there", true, false, { K::Absent, 0, "" }, Kind::ConditionFailed },
        { "absent after a delete", true, true, { K::Absent, 0, "" }, Kind::Committed },
        { "version as expected", true, false, { K::VersionIs, 1, "" }, Kind::Committed },
        { "version 0 of nothing", false, false, { K::VersionIs, 0, "" }, Kind::Committed },
        { "older version", true, true, { K::VersionIs, 1, "" }, Kind::ConditionFailed },
        { "version of the tombstone", true, true, { K::VersionIs, 2, "" }, Kind::Committed },
        { "value as expected", true, false, { K::ValueIs, 0, "old" }, Kind::Committed },
        { "other value", true, false, { K::ValueIs, 0, "other" }, Kind::ConditionFailed },
        { "empty value of nothing", false, false, { K::ValueIs, 0, "" }, Kind::ConditionFailed },
        { "value of the deleted", true, true, { K::ValueIs, 0, "old" }, Kind::ConditionFailed },
    };
    for (const ConditionCase& c : cases) {
        SCOPED_TRACE(c.name);
        StrongCluster cluster(1);
        if (c.isWritten)
            (void)cluster.ask(kIreland, strongPut("k", "old"));
        if (c.isDeleted)
            (void)cluster.ask(kIreland, strongDelete("k"));
        cluster.run(1s);
        const StrongOutcome before = cluster.ask(kVirginia, strongRead("k"));
        const StrongOutcome outcome = cluster.ask(kSingapore, strongPut("k", "new", 7, c.condition));
        EXPECT_EQ(outcome.kind, c.expected);
        const StrongOutcome after = cluster.ask(kVirginia, strongRead("k"));
        EXPECT_EQ(after.version, before.version + (c.expected == Kind::Committed ? 1 : 0));
        EXPECT_EQ(after.value, c.expected == Kind::Committed ? "new" : before.value);
        EXPECT_EQ(outcome.version, after.version);
    }
}

TEST(StrongTable, OfManyTakersOfOneNameExactlyOneGetsIt)
{
    for (const std::uint64_t seed : test::seeds(50)) {
        SCOPED_TRACE(test::replayHint(seed));
        StrongTableConfig config;
        config.patience = 5s; // nine in a row, some of them over two long round trips
        StrongCluster cluster(seed, StrongMutant::None, false, config);
        int takers = 0, others = 0;
        for (std::uint64_t i = 0; i < 9; ++i) {
            cluster.table(i % 3).submit(
                strongPut("ada@example.org", std::to_string(i), i + 1, { Condition::Kind::Absent, 0, "" }),
                [&](const StrongOutcome& outcome) {
                    ++(outcome.kind == Kind::Committed ? takers : others);
                    EXPECT_TRUE(outcome.kind == Kind::Committed || outcome.kind == Kind::ConditionFailed
                        || outcome.kind == Kind::Conflict)
                        << outcome.reason;
                });
        }
        cluster.run(10s);
        EXPECT_EQ(takers, 1);
        EXPECT_EQ(others, 8);
    }
}

TEST(StrongTable, OfTwoRegionsThatWriteAnItemAtOnceOneGetsAConflict)
{
    for (std::size_t a = 0; a < 3; ++a) {
        const std::size_t b = (a + 1) % 3;
        StrongCluster cluster(1);
        std::vector<StrongOutcome> heard(2);
        const auto submit = [&](std::size_t at, std::size_t slot) {
            cluster.table(at).submit(strongPut("k", "from " + std::to_string(at), at + 1),
                [&heard, slot](const StrongOutcome& outcome) { heard[slot] = outcome; });
        };
        submit(a, 0);
        submit(b, 1);
        cluster.run(10s);
        const bool isFirst = heard[0].kind == Kind::Committed;
        EXPECT_EQ(heard[isFirst ? 0 : 1].kind, Kind::Committed);
        EXPECT_EQ(heard[isFirst ? 1 : 0].kind, Kind::Conflict) << a << " and " << b;
        const std::string winner = "from " + std::to_string(isFirst ? a : b);
        for (std::size_t i = 0; i < 3; ++i)
            EXPECT_EQ(cluster.ask(i, strongRead("k")).value, winner);
        // The same request again is safe, and now succeeds.
        const std::size_t loser = isFirst ? b : a;
        EXPECT_EQ(cluster.ask(loser, strongPut("k", "from " + std::to_string(loser), loser + 1)).kind,
            Kind::Committed);
    }
}

TEST(StrongTable, OfThreeRegionsThatWriteANewItemAtOnceOneWins)
{
    for (const std::uint64_t seed : test::seeds(100)) {
        SCOPED_TRACE(test::replayHint(seed));
        StrongCluster cluster(seed);
        int committed = 0, conflicts = 0;
        for (std::size_t at = 0; at < 3; ++at) {
            cluster.table(at).submit(strongPut("k", "x", at + 1), [&](const StrongOutcome& outcome) {
                committed += outcome.kind == Kind::Committed ? 1 : 0;
                conflicts += outcome.kind == Kind::Conflict ? 1 : 0;
            });
        }
        cluster.run(5s);
        EXPECT_EQ(committed, 1);
        EXPECT_EQ(conflicts, 2);
    }
}

TEST(StrongTable, WritesThatOverlapInPartFollowEachOtherOrConflict)
{
    int conflicts = 0, both = 0;
    for (int offset = 0; offset < 400; offset += 5) {
        SCOPED_TRACE(offset);
        StrongCluster cluster(1);
        ASSERT_EQ(cluster.ask(kIreland, strongPut("k", "warm", 1)).kind, Kind::Committed);
        cluster.run(1s);
        std::uint64_t committed = 0;
        const auto submit = [&](std::size_t at) {
            cluster.table(at).submit(strongPut("k", "x", at + 2), [&](const StrongOutcome& outcome) {
                EXPECT_TRUE(outcome.kind == Kind::Committed || outcome.kind == Kind::Conflict);
                committed += outcome.kind == Kind::Committed ? 1 : 0;
            });
        };
        submit(kSingapore);
        cluster.run(Duration(offset * 1'000));
        submit(kIreland); // may use the promise it keeps
        cluster.run(5s);
        EXPECT_GE(committed, 1U); // somebody always gets on
        EXPECT_EQ(cluster.ask(kVirginia, strongRead("k")).version, 1 + committed);
        ++(committed == 2 ? both : conflicts);
    }
    EXPECT_GT(conflicts, 0);
    EXPECT_GT(both, 0);
}

// In a crowd proposals are completed by others; who was outvoted may find its own write in the item.
TEST(StrongTable, WhoIsToldOfAConflictHasChangedNothing)
{
    for (const std::uint64_t seed : test::seeds(200)) {
        SCOPED_TRACE(test::replayHint(seed));
        for (const bool hasIds : { false, true }) {
            StrongCluster cluster(seed);
            Rng rng(seed);
            std::uint64_t committed = 0, unknown = 0;
            for (std::uint64_t i = 1; i <= 60; ++i) {
                const std::size_t at = rng.below(3);
                cluster.table(at).submit(
                    strongPut("k", std::to_string(i), hasIds ? i : 0), [&](const StrongOutcome& outcome) {
                        committed += outcome.kind == Kind::Committed ? 1 : 0;
                        unknown += outcome.kind == Kind::Unavailable && outcome.mayHaveApplied ? 1 : 0;
                    });
                cluster.run(rng.between(1ms, 120ms));
            }
            cluster.run(30s);
            const std::uint64_t version = cluster.ask(kVirginia, strongRead("k")).version;
            EXPECT_GE(version, committed);
            EXPECT_LE(version, committed + unknown);
        }
    }
}

TEST(StrongTable, AReaderDoesNotTrustAPromiseItKeepsFromItsOwnLastWrite)
{
    StrongCluster cluster(1);
    ASSERT_EQ(cluster.ask(kIreland, strongPut("k", "old")).kind, Kind::Committed); // keeps a promise
    cluster.run(1s);
    cluster.isolate(kIreland);
    std::optional<StrongOutcome> wrote;
    cluster.table(kSingapore).submit(strongPut("k", "new"), [&](const StrongOutcome& o) { wrote = o; });
    while (cluster.store(kVirginia).durableRows().empty()
        || decodeAcceptorRecord(cluster.store(kVirginia).durableRows().at("k"))->item.value != "new")
        ASSERT_TRUE(cluster.world.step());
    cluster.cut(kSingapore, kVirginia); // Virginia never hears that it is settled
    cluster.run(1s);
    ASSERT_TRUE(wrote && wrote->kind == Kind::Committed);
    cluster.cut(kIreland, kVirginia, false);
    cluster.cut(kVirginia, kIreland, false);
    EXPECT_EQ(cluster.ask(kIreland, strongRead("k")).value, "new");
    EXPECT_EQ(cluster.table(kIreland).counters().readsThatPropose, 1U); // the way on which it could go wrong
}

TEST(StrongTable, AnAcknowledgedWriteOutlivesTheRegionThatTookIt)
{
    for (std::size_t writer = 0; writer < 3; ++writer) {
        StrongCluster cluster(1);
        ASSERT_EQ(cluster.ask(writer, strongPut("k", "acknowledged")).kind, Kind::Committed);
        cluster.crash(writer); // in the same instant
        for (std::size_t i = 0; i < 3; ++i) {
            if (i != writer) {
                EXPECT_EQ(cluster.ask(i, strongRead("k")).value, "acknowledged");
            }
        }
    }
}

TEST(StrongTable, AnIsolatedReplicaIsUnavailableAndTheOthersGoOn)
{
    for (std::size_t alone = 0; alone < 3; ++alone) {
        StrongCluster cluster(1);
        ASSERT_EQ(cluster.ask(alone, strongPut("k", "before")).kind, Kind::Committed);
        cluster.run(1s);
        cluster.isolate(alone);
        const Instant asked = cluster.world.now();
        const StrongOutcome write = cluster.ask(alone, strongPut("k", "lonely"));
        EXPECT_EQ(write.kind, Kind::Unavailable);
        EXPECT_TRUE(write.mayHaveApplied); // its own acceptor has it
        EXPECT_EQ(cluster.world.now() - asked, Duration(2s));
        const StrongOutcome read = cluster.ask(alone, strongRead("k"));
        EXPECT_EQ(read.kind, Kind::Unavailable);
        EXPECT_FALSE(read.mayHaveApplied);
        const std::size_t others[] = { (alone + 1) % 3, (alone + 2) % 3 };
        EXPECT_EQ(cluster.ask(others[0], strongPut("k", "after")).kind, Kind::Committed);
        EXPECT_EQ(cluster.ask(others[1], strongRead("k")).value, "after");
        cluster.isolate(alone, false);
        EXPECT_EQ(cluster.ask(alone, strongRead("k")).value, "after");
        EXPECT_EQ(cluster.ask(alone, strongPut("k", "again")).version, 3U);
    }
}

TEST(StrongTable, LinksCutOneWayStopOnlyWhoNeedsThem)
{
    StrongCluster cluster(1);
    for (const std::size_t other : { kSingapore, kVirginia })
        cluster.cut(kIreland, other); // it hears, and is not heard
    EXPECT_EQ(cluster.ask(kIreland, strongPut("k", "unheard")).kind, Kind::Unavailable);
    EXPECT_EQ(cluster.ask(kVirginia, strongPut("k", "heard")).kind, Kind::Committed);
    EXPECT_EQ(cluster.ask(kSingapore, strongRead("k")).value, "heard");
    cluster.cut(kIreland, kVirginia, false); // one other member both ways is enough
    EXPECT_EQ(cluster.ask(kIreland, strongRead("k")).value, "heard");
    const StrongOutcome write = cluster.ask(kIreland, strongPut("k", "at last"));
    EXPECT_EQ(write.kind, Kind::Committed);
}

TEST(StrongTable, AWitnessVotesButServesNothing)
{
    StrongCluster cluster(1, StrongMutant::None, true);
    EXPECT_TRUE(cluster.table(kVirginia).isWitness());
    EXPECT_EQ(cluster.ask(kVirginia, strongRead("k")).kind, Kind::NotServing);
    EXPECT_EQ(cluster.ask(kVirginia, strongPut("k", "x")).kind, Kind::NotServing);
    cluster.crash(kSingapore);
    ASSERT_EQ(cluster.ask(kIreland, strongPut("k", "with the witness")).kind, Kind::Committed);
    cluster.crash(kIreland);
    cluster.restart(kSingapore);
    EXPECT_EQ(cluster.ask(kSingapore, strongRead("k")).value, "with the witness");
}

TEST(StrongTable, ARepeatIsAnsweredLikeTheFirstAndNotAppliedAgain)
{
    StrongCluster cluster(1);
    const StrongRequest first = strongPut("k", "one", 77);
    EXPECT_EQ(cluster.ask(kIreland, first).version, 1U);
    EXPECT_EQ(cluster.ask(kIreland, strongPut("k", "two", 78)).version, 2U);
    for (std::size_t i = 0; i < 3; ++i) {
        cluster.run(1s);
        const StrongOutcome again = cluster.ask(i, first);
        EXPECT_EQ(again.kind, Kind::Committed);
        EXPECT_TRUE(again.isRepeat);
        EXPECT_EQ(again.version, 1U);
        EXPECT_EQ(again.value, "one");
    }
    EXPECT_EQ(cluster.ask(kVirginia, strongRead("k")).value, "two");
    // A condition that failed once has failed for good, even if it would hold by now.
    const StrongRequest conditional = strongPut("k", "three", 79, { Condition::Kind::ValueIs, 0, "late" });
    EXPECT_EQ(cluster.ask(kIreland, conditional).kind, Kind::ConditionFailed);
    EXPECT_EQ(cluster.ask(kIreland, strongPut("k", "late", 80)).kind, Kind::Committed);
    const StrongOutcome stillFailed = cluster.ask(kIreland, conditional);
    EXPECT_EQ(stillFailed.kind, Kind::ConditionFailed);
    EXPECT_EQ(stillFailed.version, 2U);
    // The id of another write is no repeat.
    EXPECT_EQ(cluster.ask(kIreland, strongPut("k", "forged", 77)).kind, Kind::Refused);
    EXPECT_EQ(cluster.ask(kVirginia, strongRead("k")).value, "late");
}

TEST(StrongTable, AnItemRemembersItsLastThirtyTwoRequests)
{
    StrongCluster cluster(1);
    for (std::uint64_t id = 1; id <= kStrongRecentMax + 1; ++id)
        ASSERT_EQ(cluster.ask(kIreland, strongPut("k", std::to_string(id), id)).version, id);
    EXPECT_TRUE(cluster.ask(kIreland, strongPut("k", "2", 2)).isRepeat);
    EXPECT_FALSE(cluster.ask(kIreland, strongPut("k", "1", 1)).isRepeat); // the stated bound
}

TEST(StrongTable, AnUnknownOutcomeIsSettledByTheSameRequestAtAnotherRegion)
{
    for (const bool isLeftBehind : { true, false }) {
        StrongCluster cluster(1);
        ASSERT_EQ(cluster.ask(kIreland, strongPut("k", "first", 1)).kind, Kind::Committed);
        cluster.run(1s);
        // Ireland's next write takes one round trip: cut what comes back, or what goes out.
        for (const std::size_t other : { kSingapore, kVirginia })
            isLeftBehind ? cluster.cut(kIreland, other) : cluster.cut(other, kIreland);
        const StrongRequest write = strongPut("k", "second", 2);
        const StrongOutcome unknown = cluster.ask(kIreland, write);
        ASSERT_EQ(unknown.kind, Kind::Unavailable);
        EXPECT_TRUE(unknown.mayHaveApplied);
        StrongOutcome settled = cluster.ask(kVirginia, write);
        EXPECT_EQ(settled.kind, Kind::Committed);
        EXPECT_EQ(settled.isRepeat, !isLeftBehind);
        EXPECT_EQ(settled.version, 2U);
        cluster.isolate(kIreland, false);
        cluster.run(1s);
        EXPECT_EQ(cluster.ask(kIreland, strongRead("k")).version, 2U);
    }
}

TEST(StrongTable, PausedMeansErrorsHereAndAVoteForTheOthers)
{
    StrongCluster cluster(1);
    cluster.table(kIreland).setPaused(true);
    EXPECT_TRUE(cluster.table(kIreland).isPaused());
    EXPECT_EQ(cluster.ask(kIreland, strongRead("k")).kind, Kind::NotServing);
    EXPECT_EQ(cluster.ask(kIreland, strongPut("k", "x")).kind, Kind::NotServing);
    cluster.crash(kSingapore);
    EXPECT_EQ(cluster.ask(kVirginia, strongPut("k", "y")).kind, Kind::Committed);
    cluster.table(kIreland).setPaused(false);
    EXPECT_EQ(cluster.ask(kIreland, strongRead("k")).value, "y");
}

TEST(StrongTable, ACrashEndsWhatIsUnderWayOnceAndLeavesNothingBehind)
{
    StrongCluster cluster(1);
    int answers = 0;
    for (int i = 0; i < 10; ++i) {
        cluster.table(kIreland).submit(strongPut("k" + std::to_string(i / 2), "x"), [&](const auto& outcome) {
            EXPECT_EQ(outcome.kind, Kind::Unavailable);
            ++answers;
        });
    }
    cluster.run(100ms);
    cluster.crash(kIreland);
    EXPECT_EQ(answers, 10);
    EXPECT_EQ(cluster.ask(kIreland, strongRead("k0")).kind, Kind::NotServing);
    cluster.run(5s);
    EXPECT_EQ(answers, 10);
    EXPECT_EQ(cluster.table(kIreland).pending(), 0U);
    EXPECT_EQ(cluster.letters(), 0U);
    cluster.restart(kIreland);
    EXPECT_EQ(cluster.ask(kIreland, strongPut("k0", "y")).kind, Kind::Committed);
}

TEST(StrongTable, WithTwoMembersDownNothingIsAcknowledged)
{
    StrongCluster cluster(1);
    cluster.crash(kIreland);
    cluster.crash(kVirginia);
    EXPECT_EQ(cluster.ask(kSingapore, strongPut("k", "x")).kind, Kind::Unavailable);
    EXPECT_EQ(cluster.ask(kSingapore, strongRead("k")).kind, Kind::Unavailable);
}

TEST(StrongTable, FullQueuesAreAnsweredAtOnce)
{
    StrongTableConfig config;
    config.queuePerKeyMax = 3;
    config.operationsMax = 5;
    StrongCluster cluster(1, StrongMutant::None, false, config);
    int refused = 0;
    const auto submit = [&](const std::string& key) {
        cluster.table(kIreland).submit(strongPut(key, "x"), [&](const StrongOutcome& outcome) {
            refused += outcome.kind == Kind::Unavailable ? 1 : 0;
            EXPECT_FALSE(outcome.mayHaveApplied);
        });
    };
    for (int i = 0; i < 4; ++i)
        submit("k");
    EXPECT_EQ(refused, 1);
    for (int i = 0; i < 3; ++i)
        submit("other" + std::to_string(i));
    EXPECT_EQ(refused, 2);
    cluster.run(5s);
    EXPECT_EQ(refused, 2);
    EXPECT_EQ(cluster.ask(kVirginia, strongRead("k")).version, 3U);
}

TEST(StrongTable, WhatStrongTablesDoNotHaveIsRefusedByName)
{
    const auto specOf = [](std::size_t members, std::size_t witnesses) {
        StrongSpec spec;
        for (std::size_t i = 0; i < members; ++i)
            spec.members.push_back({ test::regionAt(i), i < witnesses });
        return spec;
    };
    const auto refusal = [](const StrongSpec& spec) {
        const Result<> checked = checkStrongSpec(spec);
        return checked ? std::string() : checked.error().what;
    };
    EXPECT_EQ(refusal(specOf(3, 0)), "");
    EXPECT_EQ(refusal(specOf(3, 1)), "");
    EXPECT_NE(refusal(specOf(3, 2)).find("witness"), std::string::npos);
    for (const std::size_t count : { 0U, 1U, 2U, 4U })
        EXPECT_NE(refusal(specOf(count, 0)).find("three members"), std::string::npos);
    StrongSpec spec = specOf(3, 0);
    spec.members[2] = spec.members[0];
    EXPECT_NE(refusal(spec).find("different regions"), std::string::npos);
    spec = specOf(3, 0);
    spec.members[1].region = RegionId {};
    EXPECT_NE(refusal(spec).find("no region"), std::string::npos);
    spec = specOf(3, 0);
    spec.timeToLive = 1h;
    EXPECT_NE(refusal(spec).find("time to live"), std::string::npos);
    spec = specOf(3, 0);
    spec.localIndexes = { "by-author" };
    EXPECT_NE(refusal(spec).find("local secondary indexes"), std::string::npos);

    EXPECT_TRUE(checkStrongTransaction({ strongPut("a", "1") }));
    const Result<> two = checkStrongTransaction({ strongPut("a", "1"), strongPut("b", "1") });
    ASSERT_FALSE(two);
    EXPECT_EQ(two.error().code, Errc::Refused);
    EXPECT_NE(two.error().what.find("transactions"), std::string::npos);

    StrongCluster cluster(1);
    StrongRequest fading = strongPut("k", "x");
    fading.timeToLive = 1h;
    StrongRequest picky = strongRead("k");
    picky.condition.kind = Condition::Kind::Absent;
    for (const StrongRequest& request : { strongRead(""), strongRead(std::string(2'049, 'k')),
             strongPut("k", std::string(kStrongValueBytesMax + 1, 'v')), fading, picky }) {
        const StrongOutcome outcome = cluster.ask(kIreland, request);
        EXPECT_EQ(outcome.kind, Kind::Refused);
        EXPECT_FALSE(outcome.reason.empty());
    }
}

Duration quantile(std::vector<Duration> sorted, std::size_t perMille)
{
    std::sort(sorted.begin(), sorted.end());
    return sorted[(sorted.size() - 1) * perMille / 1'000];
}

struct Figure {
    const char* name;
    std::int64_t roundTrips; // what the protocol needs
    std::vector<Duration> took;
};

TEST(StrongTable, LatencyIsTheRoundTripToTheNearestOtherMember)
{
    StrongCluster cluster(1);
    for (std::size_t at = 0; at < 3; ++at) {
        const Duration bound = cluster.table(at).roundTripMin();
        Figure figures[] = { { "read", 1, {} }, { "write", 1, {} }, { "first write", 2, {} } };
        const auto ask = [&](Figure& figure, StrongRequest request) {
            const Instant asked = cluster.world.now();
            ASSERT_EQ(cluster.ask(at, std::move(request)).kind, Kind::Committed);
            figure.took.push_back(cluster.world.now() - asked);
            cluster.run(300ms);
        };
        for (int i = 0; i < 1'000; ++i) {
            const std::string key = std::to_string(at) + "/" + std::to_string(i);
            ask(figures[2], strongPut(key, "a"));
            ask(figures[1], strongPut(key, "b"));
            ask(figures[0], strongRead(key));
        }
        const std::string& code = atlas().regions[cluster.network.atlasIndex(test::regionAt(at))].code;
        for (const Figure& figure : figures) {
            const Duration p50 = quantile(figure.took, 500), p99 = quantile(figure.took, 990);
            std::printf("%-14s %-11s p50 %6.1f ms, p99 %6.1f ms; %lld x round trip to the nearest %6.1f ms\n",
                code.c_str(), figure.name, seconds(p50) * 1e3, seconds(p99) * 1e3,
                static_cast<long long>(figure.roundTrips), seconds(bound) * 1e3);
            EXPECT_GE(quantile(figure.took, 0), bound * figure.roundTrips) << "faster than possible";
            EXPECT_LT(p50, bound * figure.roundTrips * 11 / 10) << "more than the protocol needs";
        }
    }
}

TEST(StrongTable, WithTheNearestMemberOutLatencyIsTheRoundTripToTheOther)
{
    const std::size_t nearestOf[] = { kVirginia, kIreland, kIreland };
    for (std::size_t at = 0; at < 3; ++at) {
        StrongCluster cluster(1);
        const std::size_t other = 3 - at - nearestOf[at];
        const auto way = [&](std::size_t a, std::size_t b) {
            return cluster.network.roundTrip(test::regionAt(a), test::regionAt(b)) / 2;
        };
        const Duration bound = way(at, other) + way(other, at);
        ASSERT_GT(bound, cluster.table(at).roundTripMin());
        cluster.crash(nearestOf[at]);
        (void)cluster.ask(at, strongPut("k", "first"));
        std::vector<Duration> took;
        for (int i = 0; i < 200; ++i) {
            const Instant asked = cluster.world.now();
            ASSERT_EQ(cluster.ask(at, strongPut("k", "x")).version, 2U + static_cast<std::uint64_t>(i));
            took.push_back(cluster.world.now() - asked);
            cluster.run(300ms);
        }
        EXPECT_GE(quantile(took, 0), bound);
        EXPECT_LT(quantile(took, 500), bound * 11 / 10);
    }
}

TEST(StrongTable, TheSameSeedGivesTheSameHash)
{
    std::uint64_t hashes[2];
    for (std::uint64_t& hash : hashes) {
        StrongCluster cluster(9);
        for (std::uint64_t i = 0; i < 40; ++i) {
            cluster.table(i % 3).submit(strongPut("k" + std::to_string(i % 2), "x", i), [](const auto&) {});
            cluster.run(20ms);
        }
        cluster.crash(1);
        cluster.run(3s);
        hash = cluster.world.stateHash();
    }
    EXPECT_EQ(hashes[0], hashes[1]);
}

} // namespace
} // namespace sb
