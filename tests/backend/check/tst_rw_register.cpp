// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/check/rw_register.h"
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

Transaction txn(
    std::int64_t from, std::int64_t to, std::vector<MicroOp> operations, Outcome outcome = Outcome::Ok)
{
    static std::uint32_t process = 0; // a session for each: nothing here rests on sessions
    return { .process = ProcessId { process++ },
        .invoked = atMicros(from),
        .completed = outcome == Outcome::Info ? kNever : atMicros(to),
        .outcome = outcome,
        .operations = std::move(operations) };
}

TEST(RwRegister, NamesTheTextbookAnomalies)
{
    const struct {
        const char* what;
        TransactionHistory history;
        const char* anomalies;
    } cases[] = {
        { "nothing", {}, "" },
        { "write and read", { txn(0, 1, { write(kX, 1) }), txn(2, 3, { readValue(kX, 1), write(kX, 2) }) },
            "" },
        { "a failed write is read",
            { txn(0, 9, { write(kX, 1) }, Outcome::Fail), txn(0, 9, { readValue(kX, 1) }) },
            "G1a (aborted read)" },
        { "a half is read", { txn(0, 9, { write(kX, 1), write(kX, 2) }), txn(0, 9, { readValue(kX, 1) }) },
            "G1b (intermediate read)" },
        { "information in a circle",
            { txn(0, 9, { write(kX, 1), readValue(kY, 1) }), txn(0, 9, { write(kY, 1), readValue(kX, 1) }) },
            "G1c" },
        { "read skew",
            { txn(0, 9, { write(kX, 1), write(kY, 1) }),
                txn(0, 9, { readValue(kX, 1), readValue(kY, kNil) }) },
            "G-single" },
        { "write skew",
            { txn(0, 9, { readValue(kX, kNil), write(kY, 1) }),
                txn(0, 9, { readValue(kY, kNil), write(kX, 1) }) },
            "G2" },
        { "two updates of one version",
            { txn(0, 1, { write(kX, 1) }), txn(2, 9, { readValue(kX, 1), write(kX, 2) }),
                txn(2, 9, { readValue(kX, 1), write(kX, 3) }) },
            "G2, lost update" },
        { "out of thin air", { txn(0, 9, { readValue(kX, 7) }) }, "phantom read" },
        { "own write not seen", { txn(0, 9, { write(kX, 1), readValue(kX, kNil) }) }, "internal" },
        { "own write seen too soon", { txn(0, 9, { readValue(kX, 1), write(kX, 1) }) }, "internal" },
        { "stale",
            { txn(0, 1, { write(kX, 1) }), txn(2, 3, { write(kX, 2) }), txn(4, 5, { readValue(kX, 1) }) },
            "G-single-realtime" },
        { "stale, but the writes were concurrent",
            { txn(0, 3, { write(kX, 1) }), txn(2, 3, { write(kX, 2) }), txn(4, 5, { readValue(kX, 1) }) },
            "" },
        { "unknown and not read",
            { txn(0, 0, { write(kX, 1) }, Outcome::Info), txn(3, 4, { readValue(kX, kNil) }) }, "" },
    };
    for (const auto& row : cases)
        EXPECT_EQ(foundNames(checkRwRegister(row.history)), row.anomalies) << row.what;
    const TransactionHistory& stale = cases[11].history;
    EXPECT_EQ(foundNames(checkRwRegister(stale, { .followsRealtime = false })), "") << "nothing is claimed";
}

// Registers hide their past, so some wrong histories pass; no right one may be accused.
TEST(RwRegister, NeverAccusesWhatBruteForceExplains)
{
    const std::pair<OracleOrder, Isolation> levels[] = { { OracleOrder::Free, Isolation::Serializable },
        { OracleOrder::Sessions, Isolation::StrongSessionSerializable },
        { OracleOrder::Realtime, Isolation::StrictSerializable } };
    std::size_t explained[3] = {}, wrong[3] = {}, caught[3] = {};
    for (const std::uint64_t seed : sb::test::seeds(6000)) {
        Rng rng = Rng(seed).fork("small transactions");
        const TransactionHistory history = test::registerView(test::smallTransactions(rng, 2 + rng.below(4)));
        const Report report = checkRwRegister(history);
        const test::TransactionOracle oracle(history, false);
        for (std::size_t i = 0; i < 3; ++i) {
            const bool isAccused = verdictAt(levels[i].second, report) == Verdict::Violated;
            if (oracle.isSerializable(levels[i].first)) {
                ++explained[i];
                ASSERT_FALSE(isAccused)
                    << toString(levels[i].second) << ", " << sb::test::replayHint(seed) << "\n"
                    << test::textOf(history) << report.text();
            } else {
                ++wrong[i];
                caught[i] += isAccused ? 1 : 0;
            }
        }
    }
    for (std::size_t i = 0; i < 3; ++i) {
        std::printf("%-28s %zu explained, %zu not, of which %zu caught\n", toString(levels[i].second),
            explained[i], wrong[i], caught[i]);
        EXPECT_TRUE(explained[i] + wrong[i] == 1 || caught[i] * 10 > wrong[i] * 7);
    }
}

TEST(RwRegister, AcceptsRightStoresAtTheirLevelUnderAnySchedule)
{
    for (const std::uint64_t seed : sb::test::seeds(150)) {
        const Report strict = checkRwRegister(test::registerView(test::listHistory(seed)));
        ASSERT_EQ(strict.verdict(), Verdict::Passed) << sb::test::replayHint(seed) << strict.text();
        const Report snapshot
            = checkRwRegister(test::registerView(test::listHistory(seed, {}, StoreMode::Snapshot)));
        ASSERT_EQ(verdictAt(Isolation::SnapshotIsolation, snapshot), Verdict::Passed)
            << sb::test::replayHint(seed) << snapshot.text();
    }
}

TEST(RwRegister, CatchesEveryWrongStore)
{
    const struct {
        const char* what;
        StoreMode mode;
        Isolation level; // the weakest level that the defect is seen to break
        Anomaly anomaly; // must show in some seed
    } rows[] = {
        { "write skew", StoreMode::Snapshot, Isolation::Serializable, Anomaly::G2 },
        { "lost update", StoreMode::SnapshotWithoutConflicts, Isolation::SnapshotIsolation,
            Anomaly::LostUpdate },
        { "no isolation", StoreMode::NoIsolation, Isolation::ReadCommitted, Anomaly::G1a },
        { "no isolation", StoreMode::NoIsolation, Isolation::ReadCommitted, Anomaly::G1c },
        { "loses acknowledged", StoreMode::LosesAcknowledged, Isolation::StrictSerializable,
            Anomaly::GSingleRealtime },
        { "stale reads", StoreMode::StaleReadOnly, Isolation::StrictSerializable, Anomaly::GSingleRealtime },
        { "invents", StoreMode::Invents, Isolation::ReadUncommitted, Anomaly::PhantomRead },
    };
    for (const auto& row : rows) {
        std::size_t caught = 0;
        Report all;
        for (const std::uint64_t seed : sb::test::seeds(30)) {
            const Report report = checkRwRegister(test::registerView(test::listHistory(seed, {}, row.mode)));
            caught += verdictAt(row.level, report) == Verdict::Violated ? 1 : 0;
            all.merge(report);
        }
        EXPECT_GT(caught, 0U) << row.what;
        EXPECT_GT(all.count(row.anomaly), 0U) << row.what << ": " << toString(row.anomaly);
        std::printf("%-20s caught in %zu of 30 seeds: %s\n", row.what, caught, foundNames(all).c_str());
    }
}

TEST(RwRegister, GivesUpOnValuesThatAreNotUnique)
{
    const Report report = checkRwRegister({ txn(0, 1, { write(kX, 1) }), txn(2, 3, { write(kX, 1) }) });
    EXPECT_EQ(report.verdict(), Verdict::Unknown);
}

} // namespace
} // namespace sb::check
