// SPDX-License-Identifier: GPL-3.0-or-later
// How fast the judges are: small histories in a second, as a runner of many seeds has them, and the largest
// history that takes no more than a second. Prints; only the verdicts are asserted.
#include "backend/check/linearizability.h"
#include "backend/check/list_append.h"
#include "backend/check/rw_register.h"
#include "backend/check/sessions.h"
#include "backend/check/sums.h"
#include "tests/backend/check/register_store.h"
#include "tests/backend/check/transaction_store.h"

#include <ctime>
#include <functional>
#include <gtest/gtest.h>

namespace sb::check {
namespace {

double secondsOf(const std::function<void()>& work)
{
    const std::clock_t start = std::clock(); // of the processor: the machine may be busy with other things
    work();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// `make` builds a history of about so many operations from a seed; `check` judges it and returns its verdict.
template<typename Make, typename Check> void measure(const char* what, Make&& make, Check&& check)
{
    constexpr std::size_t kSmall = 200, kHistories = 200;
    double smallSeconds = 0;
    for (std::uint64_t seed = 1; seed <= kHistories; ++seed) {
        const auto history = make(seed, kSmall);
        smallSeconds += secondsOf([&] { ASSERT_EQ(check(history), Verdict::Passed) << what << " " << seed; });
    }
    std::size_t largest = 0;
    double largestSeconds = 0;
    for (std::size_t size = 4000; size <= 512'000; size *= 2) {
        const auto history = make(1, size);
        const double seconds
            = secondsOf([&] { ASSERT_EQ(check(history), Verdict::Passed) << what << " " << size; });
        if (seconds > 1)
            break;
        largest = size;
        largestSeconds = seconds;
        if (seconds > 0.55)
            break; // twice as much would take more than a second
    }
    std::printf("%-34s %7.0f histories/s of %zu; %7zu operations in %.2f s\n", what,
        kHistories / smallSeconds, kSmall, largest, largestSeconds);
}

const auto verdictOf = [](const Report& report) { return report.verdict(); };

TEST(Figures, OfLinearizability)
{
    const auto check = [](const History& history) {
        return checkLinearizable(history, { .statesMax = 4'000'000 }).report.verdict();
    };
    for (const std::uint32_t processes : { 5U, 20U }) {
        const std::string what = "linearizable, " + std::to_string(processes) + " clients, 3 keys";
        measure(
            what.c_str(),
            [&](std::uint64_t seed, std::size_t size) {
                return test::registerHistory(
                    seed, { .processes = processes, .operations = size, .infoPpm = 2000 });
            },
            check);
    }
    measure(
        "linearizable, 10 clients, 1 key",
        [](std::uint64_t seed, std::size_t size) {
            return test::registerHistory(
                seed, { .processes = 10, .operations = size, .keys = 1, .infoPpm = 2000 });
        },
        check);
}

TEST(Figures, OfTransactions)
{
    const auto make = [](std::uint64_t seed, std::size_t size) {
        return test::listHistory(seed, { .processes = 10, .transactions = size });
    };
    measure("list append, 10 clients", make,
        [](const TransactionHistory& history) { return verdictOf(checkListAppend(history)); });
    measure(
        "rw register, 10 clients",
        [&](std::uint64_t seed, std::size_t size) { return test::registerView(make(seed, size)); },
        [](const TransactionHistory& history) { return verdictOf(checkRwRegister(history)); });
}

// A defective store leaves one great tangle, which is the worst case of the search for circles.
TEST(Figures, OfAThoroughlyBrokenStore)
{
    for (std::size_t size = 1000; size <= 64'000; size *= 2) {
        const TransactionHistory history
            = test::listHistory(1, { .processes = 10, .transactions = size }, test::StoreMode::NoIsolation);
        const double seconds
            = secondsOf([&] { EXPECT_EQ(checkListAppend(history).verdict(), Verdict::Violated) << size; });
        if (seconds > 1 || size == 64'000) {
            std::printf("list append without isolation      %zu transactions in %.2f s\n", size, seconds);
            break;
        }
    }
}

TEST(Figures, OfSessionsAndSums)
{
    measure(
        "sessions, 3 origins",
        [](std::uint64_t seed, std::size_t size) {
            Rng rng = Rng(seed).fork("sessions");
            VersionVector now(3, 0);
            std::vector<SessionOperation> history;
            for (std::size_t i = 0; i < size; ++i) {
                SessionOperation operation { .session
                    = ProcessId { static_cast<std::uint32_t>(rng.below(50)) },
                    .isWrite = rng.chance(300'000),
                    .origin = static_cast<std::uint32_t>(rng.below(3)),
                    .seen = now };
                if (operation.isWrite)
                    operation.sequence = ++now[operation.origin];
                history.push_back(operation);
            }
            return history;
        },
        [](const std::vector<SessionOperation>& history) { return verdictOf(checkSessions(history)); });
    measure(
        "counters",
        [](std::uint64_t seed, std::size_t size) {
            Rng rng = Rng(seed).fork("counters");
            History history;
            Value sum = 0;
            for (std::size_t i = 0; i < size; ++i) {
                const auto now = static_cast<std::int64_t>(2 * i);
                const Value amount = rng.between(-5, 5);
                const bool isRead = rng.chance(500'000);
                sum += isRead ? 0 : amount;
                history.push_back({ .process = ProcessId { 0 },
                    .key = KeyId { 0 },
                    .kind = isRead ? OpKind::Read : OpKind::Add,
                    .argument = amount,
                    .result = sum,
                    .invoked = atMicros(now),
                    .completed = atMicros(now + 1),
                    .outcome = Outcome::Ok });
            }
            return history;
        },
        [](const History& history) { return verdictOf(checkCounters(history)); });
}

} // namespace
} // namespace sb::check
