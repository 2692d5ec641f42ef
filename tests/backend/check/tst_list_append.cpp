// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/check/list_append.h"
#include "tests/backend/check/found.h"
#include "tests/backend/check/transaction_oracle.h"
#include "tests/backend/check/transaction_store.h"
#include "tests/backend/support/seeds.h"

#include <gtest/gtest.h>

namespace sb::check {
namespace {

using test::foundNames;
using test::OracleOrder;
using test::StoreMode;

constexpr KeyId kX { 1 }, kY { 2 };

Transaction txn(std::uint32_t process, std::int64_t from, std::int64_t to, std::vector<MicroOp> operations,
    Outcome outcome = Outcome::Ok)
{
    return { .process = ProcessId { process },
        .invoked = atMicros(from),
        .completed = outcome == Outcome::Info ? kNever : atMicros(to),
        .outcome = outcome,
        .operations = std::move(operations) };
}

struct Case {
    const char* what;
    TransactionHistory history;
    const char* anomalies;
};

TEST(ListAppend, NamesTheTextbookAnomaliesThatNeedNoOrder)
{
    const Case cases[] = {
        { "nothing", {}, "" },
        { "write and read",
            { txn(0, 0, 1, { append(kX, 1) }), txn(1, 2, 3, { readList(kX, { 1 }), append(kX, 2) }),
                txn(2, 4, 5, { readList(kX, { 1, 2 }) }) },
            "" },
        { "writes interleave",
            { txn(0, 0, 9, { append(kX, 1), append(kY, 1) }), txn(1, 0, 9, { append(kX, 2), append(kY, 2) }),
                txn(2, 0, 9, { readList(kX, { 1, 2 }), readList(kY, { 2, 1 }) }) },
            "G0" },
        { "a failed append is read",
            { txn(0, 0, 9, { append(kX, 1) }, Outcome::Fail), txn(1, 0, 9, { readList(kX, { 1 }) }) },
            "G1a (aborted read)" },
        { "a half is read",
            { txn(0, 0, 9, { append(kX, 1), append(kX, 2) }), txn(1, 0, 9, { readList(kX, { 1 }) }),
                txn(2, 0, 9, { readList(kX, { 1, 2 }) }) },
            "G1b (intermediate read), G-single" },
        { "information in a circle",
            { txn(0, 0, 9, { append(kX, 1), readList(kY, { 1 }) }),
                txn(1, 0, 9, { append(kY, 1), readList(kX, { 1 }) }) },
            "G1c" },
        { "read skew",
            { txn(0, 0, 9, { append(kX, 1), append(kY, 1) }),
                txn(1, 0, 9, { readList(kX, { 1 }), readList(kY, {}) }),
                txn(2, 0, 9, { readList(kY, { 1 }) }) },
            "G-single" },
        { "write skew",
            { txn(0, 0, 9, { readList(kX, {}), append(kY, 1) }),
                txn(1, 0, 9, { readList(kY, {}), append(kX, 1) }),
                txn(2, 0, 9, { readList(kX, { 1 }), readList(kY, { 1 }) }) },
            "G2" },
        { "long fork",
            { txn(0, 0, 9, { append(kX, 1) }), txn(1, 0, 9, { append(kY, 1) }),
                txn(2, 0, 9, { readList(kX, { 1 }), readList(kY, {}) }),
                txn(3, 0, 9, { readList(kX, {}), readList(kY, { 1 }) }) },
            "G-nonadjacent" },
        { "two updates of one version",
            { txn(0, 0, 9, { readList(kX, {}), append(kX, 1) }),
                txn(1, 0, 9, { readList(kX, {}), append(kX, 2) }), txn(2, 0, 9, { readList(kX, { 1, 2 }) }) },
            "G-single, lost update" },
        { "one append twice", { txn(0, 0, 9, { append(kX, 1) }), txn(1, 0, 9, { readList(kX, { 1, 1 }) }) },
            "duplicate element" },
        { "two orders",
            { txn(0, 0, 9, { append(kX, 1) }), txn(1, 0, 9, { append(kX, 2) }),
                txn(2, 0, 9, { readList(kX, { 1, 2 }) }), txn(3, 0, 9, { readList(kX, { 2 }) }) },
            "incompatible order" },
        { "out of thin air", { txn(0, 0, 9, { readList(kX, { 7 }) }) }, "phantom read" },
        { "own write not seen", { txn(0, 0, 9, { append(kX, 1), readList(kX, {}) }) }, "internal" },
        { "own write seen too soon", { txn(0, 0, 9, { readList(kX, { 1 }), append(kX, 1) }) }, "internal" },
        { "unknown and read",
            { txn(0, 0, 0, { append(kX, 1) }, Outcome::Info), txn(1, 3, 4, { readList(kX, { 1 }) }) }, "" },
        { "unknown and not read",
            { txn(0, 0, 0, { append(kX, 1) }, Outcome::Info), txn(1, 3, 4, { readList(kX, {}) }) }, "" },
    };
    for (const Case& row : cases)
        EXPECT_EQ(foundNames(checkListAppend(row.history)), row.anomalies) << row.what;
}

TEST(ListAppend, TellsApartWhatNeedsSessionsOrRealTime)
{
    const TransactionHistory stale { txn(0, 0, 1, { append(kX, 1) }), txn(1, 2, 3, { readList(kX, {}) }),
        txn(2, 4, 5, { readList(kX, { 1 }) }) };
    Report report = checkListAppend(stale);
    EXPECT_EQ(foundNames(report), "G-single-realtime");
    EXPECT_EQ(verdictAt(Isolation::StrongSessionSerializable, report), Verdict::Passed);
    EXPECT_EQ(verdictAt(Isolation::StrictSerializable, report), Verdict::Violated);

    TransactionHistory own = stale;
    own[1].process = own[0].process;
    report = checkListAppend(own);
    EXPECT_EQ(foundNames(report), "G-single-session");
    EXPECT_EQ(verdictAt(Isolation::Serializable, report), Verdict::Passed);
    EXPECT_EQ(verdictAt(Isolation::StrongSessionSerializable, report), Verdict::Violated);

    TransactionHistory lost = stale;
    lost[2].operations = { readList(kX, {}) };
    EXPECT_EQ(foundNames(checkListAppend(lost)), "G-single-realtime, lost append");
}

TEST(ListAppend, ExplainsTheCircleInWords)
{
    const Report report = checkListAppend({ txn(0, 0, 9, { readList(kX, {}), append(kY, 1) }),
        txn(1, 0, 9, { readList(kY, {}), append(kX, 2) }) });
    ASSERT_EQ(report.count(Anomaly::G2), 1U);
    EXPECT_EQ(report.examples(Anomaly::G2)[0].sentence,
        "T1 < T0 < T1: T1 read key 2 at nil and missed 1, which T0 wrote; "
        "T0 read key 1 at nil and missed 2, which T1 wrote");
    EXPECT_EQ(report.examples(Anomaly::G2)[0].operations, (std::vector<std::size_t> { 1, 0 }));
}

TEST(ListAppend, LevelsForbidMoreAndMore)
{
    const Isolation levels[]
        = { Isolation::ReadUncommitted, Isolation::ReadCommitted, Isolation::SnapshotIsolation,
              Isolation::Serializable, Isolation::StrongSessionSerializable, Isolation::StrictSerializable };
    for (std::size_t a = 0; a < kAnomalies; ++a)
        for (std::size_t i = 1; i < std::size(levels); ++i)
            EXPECT_TRUE(!forbids(levels[i - 1], static_cast<Anomaly>(a))
                || forbids(levels[i], static_cast<Anomaly>(a)));
    EXPECT_FALSE(forbids(Isolation::SnapshotIsolation, Anomaly::G2));
    EXPECT_TRUE(forbids(Isolation::SnapshotIsolation, Anomaly::GNonadjacent));
    EXPECT_TRUE(forbids(Isolation::Serializable, Anomaly::G2));
    EXPECT_FALSE(forbids(Isolation::Serializable, Anomaly::G1cRealtime));
}

TEST(ListAppend, AgreesWithBruteForceOnThousandsOfSmallHistories)
{
    std::size_t explained[3] = {}, histories = 0;
    const std::pair<OracleOrder, Isolation> levels[] = { { OracleOrder::Free, Isolation::Serializable },
        { OracleOrder::Sessions, Isolation::StrongSessionSerializable },
        { OracleOrder::Realtime, Isolation::StrictSerializable } };
    for (const std::uint64_t seed : sb::test::seeds(6000)) {
        Rng rng = Rng(seed).fork("small transactions");
        const TransactionHistory history = test::smallTransactions(rng, 2 + rng.below(4));
        const Report report = checkListAppend(history);
        const test::TransactionOracle oracle(history, true);
        ++histories;
        for (std::size_t i = 0; i < 3; ++i) {
            const bool expected = oracle.isSerializable(levels[i].first);
            explained[i] += expected ? 1 : 0;
            ASSERT_EQ(verdictAt(levels[i].second, report), expected ? Verdict::Passed : Verdict::Violated)
                << toString(levels[i].second) << ", " << sb::test::replayHint(seed) << "\n"
                << test::textOf(history) << report.text();
        }
    }
    std::printf("brute force: of %zu, %zu serializable, %zu in sessions, %zu strictly\n", histories,
        explained[0], explained[1], explained[2]);
    EXPECT_TRUE(histories == 1 || (explained[2] > 500 && explained[0] < histories - 500));
}

TEST(ListAppend, AgreesWithBruteForceOnSnapshotIsolation)
{
    std::size_t explained = 0, missed = 0, histories = 0;
    for (const std::uint64_t seed : sb::test::seeds(3000)) {
        Rng rng = Rng(seed).fork("small snapshots");
        const TransactionHistory history = test::smallTransactions(rng, 2 + rng.below(3));
        const Verdict verdict = verdictAt(Isolation::SnapshotIsolation, checkListAppend(history));
        const bool expected = test::TransactionOracle(history, true).isSnapshotIsolated();
        ++histories;
        explained += expected ? 1 : 0;
        if (expected)
            ASSERT_EQ(verdict, Verdict::Passed) << sb::test::replayHint(seed);
        else
            missed += verdict == Verdict::Passed ? 1 : 0;
    }
    std::printf("brute force: of %zu, %zu under snapshot isolation; %zu others passed unnoticed\n", histories,
        explained, missed);
    EXPECT_TRUE(histories == 1 || (explained > 300 && missed < histories / 20));
}

TEST(ListAppend, AcceptsRightStoresAtTheirLevelUnderAnySchedule)
{
    for (const std::uint64_t seed : sb::test::seeds(150)) {
        const Report strict = checkListAppend(test::listHistory(seed));
        ASSERT_EQ(strict.verdict(), Verdict::Passed) << sb::test::replayHint(seed) << strict.text();
        const Report snapshot = checkListAppend(test::listHistory(seed, {}, StoreMode::Snapshot));
        ASSERT_EQ(verdictAt(Isolation::SnapshotIsolation, snapshot), Verdict::Passed)
            << sb::test::replayHint(seed) << snapshot.text();
    }
}

TEST(ListAppend, CatchesEveryWrongStoreByItsOwnAnomaly)
{
    const struct {
        const char* what;
        StoreMode mode;
        Isolation level; // the weakest level that the defect breaks
        std::vector<Anomaly> anomalies; // each must show in some seed
    } rows[] = {
        { "write skew", StoreMode::Snapshot, Isolation::Serializable, { Anomaly::G2 } },
        { "lost update", StoreMode::SnapshotWithoutConflicts, Isolation::SnapshotIsolation,
            { Anomaly::LostUpdate, Anomaly::IncompatibleOrder, Anomaly::LostAppend } },
        { "no isolation", StoreMode::NoIsolation, Isolation::ReadUncommitted,
            { Anomaly::G0, Anomaly::G1a, Anomaly::G1b, Anomaly::G1c, Anomaly::GSingle } },
        { "loses acknowledged", StoreMode::LosesAcknowledged, Isolation::StrictSerializable,
            { Anomaly::LostAppend, Anomaly::GSingleSession } },
        { "appends twice", StoreMode::AppendsTwice, Isolation::ReadUncommitted,
            { Anomaly::DuplicateElement } },
        { "stale reads", StoreMode::StaleReadOnly, Isolation::StrictSerializable,
            { Anomaly::GSingleRealtime, Anomaly::GSingleSession } },
        { "invents", StoreMode::Invents, Isolation::ReadUncommitted, { Anomaly::PhantomRead } },
    };
    for (const auto& row : rows) {
        std::size_t caught = 0;
        Report all;
        for (const std::uint64_t seed : sb::test::seeds(30)) {
            const Report report = checkListAppend(test::listHistory(seed, {}, row.mode));
            caught += verdictAt(row.level, report) == Verdict::Violated ? 1 : 0;
            all.merge(report);
        }
        EXPECT_GT(caught, 0U) << row.what;
        for (const Anomaly anomaly : row.anomalies)
            EXPECT_GT(all.count(anomaly), 0U) << row.what << ": " << toString(anomaly);
        std::printf("%-20s caught in %zu of 30 seeds: %s\n", row.what, caught, foundNames(all).c_str());
    }
}

TEST(ListAppend, GivesUpOnValuesThatAreNotUnique)
{
    const Report report
        = checkListAppend({ txn(0, 0, 1, { append(kX, 1) }), txn(1, 2, 3, { append(kX, 1) }) });
    EXPECT_EQ(report.verdict(), Verdict::Unknown);
    EXPECT_EQ(report.undecided()[0], "T0 and T1 both append 1 to key 1; the check needs unique values");
}

TEST(ListAppend, GivesUpHonestlyBeyondItsBound)
{
    const TransactionHistory skew { txn(0, 0, 9, { readList(kX, {}), append(kY, 1) }),
        txn(1, 0, 9, { readList(kY, {}), append(kX, 1) }) };
    const Report report = checkListAppend(skew, { .workMax = 1 });
    EXPECT_EQ(report.verdict(), Verdict::Unknown);
    EXPECT_EQ(report.undecided()[0], "gave up the search for circles after 1 edges");
}

} // namespace
} // namespace sb::check
