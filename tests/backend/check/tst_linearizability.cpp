// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/check/linearizability.h"
#include "tests/backend/check/register_store.h"
#include "tests/backend/support/seeds.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace sb::check {
namespace {

using test::RegisterFault;

constexpr KeyId kKey { 1 };

Operation done(OpKind kind, std::int64_t from, std::int64_t to, Value value, Value expected = kNil)
{
    return { .process = ProcessId { 0 },
        .key = kKey,
        .kind = kind,
        .argument = kind == OpKind::Read ? kNil : value,
        .expected = expected,
        .result = kind == OpKind::Read ? value : kNil,
        .invoked = atMicros(from),
        .completed = atMicros(to),
        .outcome = Outcome::Ok };
}

Operation unknown(OpKind kind, std::int64_t from, Value value, Value expected = kNil)
{
    Operation operation = done(kind, from, from, value, expected);
    operation.completed = kNever;
    operation.outcome = Outcome::Info;
    return operation;
}

Verdict verdictOf(const History& history)
{
    return checkLinearizable(history).report.verdict();
}

// Tries every order of every choice among the unknown operations: slow, and too simple to be wrong.
bool isLinearizableByBruteForce(const History& history, Value initial)
{
    std::vector<std::size_t> certain, open;
    for (std::size_t i = 0; i < history.size(); ++i)
        if (history[i].outcome != Outcome::Fail)
            (history[i].outcome == Outcome::Ok ? certain : open).push_back(i);
    for (std::size_t choice = 0; choice < (std::size_t { 1 } << open.size()); ++choice) {
        std::vector<std::size_t> order = certain;
        for (std::size_t i = 0; i < open.size(); ++i)
            if ((choice >> i & 1) != 0)
                order.push_back(open[i]);
        std::sort(order.begin(), order.end());
        do {
            bool isGood = true;
            Value state = initial;
            for (std::size_t i = 0; i < order.size() && isGood; ++i) {
                const Operation& next = history[order[i]];
                for (std::size_t j = i + 1; j < order.size(); ++j)
                    isGood &= !(history[order[j]].completed < next.invoked);
                if (next.kind == OpKind::Read)
                    isGood &= next.outcome == Outcome::Info || next.result == state;
                else if (next.kind == OpKind::Cas)
                    isGood &= next.expected == state;
                if (next.kind != OpKind::Read)
                    state = next.argument;
            }
            if (isGood)
                return true;
        } while (std::next_permutation(order.begin(), order.end()));
    }
    return false;
}

History smallRandomHistory(Rng& rng)
{
    History history;
    const std::size_t count = 2 + rng.below(5);
    for (std::size_t i = 0; i < count; ++i) {
        const auto kind = static_cast<OpKind>(rng.below(3));
        const auto from = static_cast<std::int64_t>(rng.below(12));
        const auto value = static_cast<Value>(rng.below(3)), expected = static_cast<Value>(rng.below(3));
        history.push_back(done(kind, from, from + static_cast<std::int64_t>(rng.below(8)), value, expected));
        history.back().process = ProcessId { static_cast<std::uint32_t>(i) };
        if (rng.chance(150'000))
            history.back() = unknown(kind, from, value, expected);
        else if (rng.chance(50'000))
            history.back().outcome = Outcome::Fail;
    }
    return history;
}

TEST(Linearizability, JudgesTheTextbookCases)
{
    const struct {
        const char* what;
        History history;
        Verdict verdict;
    } cases[] = {
        { "nothing happened", {}, Verdict::Passed },
        { "nil is read first", { done(OpKind::Read, 0, 1, kNil) }, Verdict::Passed },
        { "a value from nowhere", { done(OpKind::Read, 0, 1, 5) }, Verdict::Violated },
        { "read after write", { done(OpKind::Write, 0, 1, 5), done(OpKind::Read, 2, 3, 5) },
            Verdict::Passed },
        { "stale", { done(OpKind::Write, 0, 1, 5), done(OpKind::Read, 2, 3, kNil) }, Verdict::Violated },
        { "concurrent, old", { done(OpKind::Write, 0, 9, 5), done(OpKind::Read, 2, 3, kNil) },
            Verdict::Passed },
        { "touching is concurrent", { done(OpKind::Write, 0, 2, 5), done(OpKind::Read, 2, 3, kNil) },
            Verdict::Passed },
        { "there and gone again",
            { done(OpKind::Write, 0, 9, 5), done(OpKind::Read, 1, 2, 5), done(OpKind::Read, 3, 4, kNil) },
            Verdict::Violated },
        { "unknown, seen much later", { unknown(OpKind::Write, 0, 5), done(OpKind::Read, 8, 9, 5) },
            Verdict::Passed },
        { "unknown, seen before it began", { unknown(OpKind::Write, 5, 5), done(OpKind::Read, 0, 1, 5) },
            Verdict::Violated },
        { "unknown, never", { unknown(OpKind::Write, 0, 5), done(OpKind::Read, 8, 9, kNil) },
            Verdict::Passed },
        { "unknown takes effect once",
            { unknown(OpKind::Write, 0, 5), done(OpKind::Read, 1, 2, 5), done(OpKind::Write, 3, 4, 6),
                done(OpKind::Read, 5, 6, 5) },
            Verdict::Violated },
        { "two winners of one race",
            { done(OpKind::Write, 0, 1, 1), done(OpKind::Cas, 2, 5, 2, 1), done(OpKind::Cas, 2, 5, 3, 1) },
            Verdict::Violated },
        { "a chain of unknown swaps",
            { unknown(OpKind::Cas, 0, 2, 1), unknown(OpKind::Cas, 0, 3, 2), done(OpKind::Write, 0, 1, 1),
                done(OpKind::Read, 4, 5, 3) },
            Verdict::Passed },
    };
    for (const auto& row : cases)
        EXPECT_EQ(verdictOf(row.history), row.verdict) << row.what;
    History failed { done(OpKind::Write, 0, 1, 5), done(OpKind::Read, 2, 3, 5) };
    failed[0].outcome = Outcome::Fail;
    EXPECT_EQ(verdictOf(failed), Verdict::Violated) << "a failed write was read";
    LinearizabilityOptions zero { .initial = 0 };
    EXPECT_EQ(checkLinearizable({ done(OpKind::Read, 0, 1, 0) }, zero).report.verdict(), Verdict::Passed);
}

TEST(Linearizability, AgreesWithBruteForceOnThousandsOfSmallHistories)
{
    std::size_t passed = 0, violated = 0;
    for (const std::uint64_t seed : sb::test::seeds(8000)) {
        Rng rng = Rng(seed).fork("small histories");
        const History history = smallRandomHistory(rng);
        const bool expected = isLinearizableByBruteForce(history, 0);
        ++(expected ? passed : violated);
        const Verdict verdict = checkLinearizable(history, { .initial = 0 }).report.verdict();
        ASSERT_EQ(verdict, expected ? Verdict::Passed : Verdict::Violated) << sb::test::replayHint(seed);
    }
    if (passed + violated > 1) {
        EXPECT_GT(passed, 1000U);
        EXPECT_GT(violated, 1000U);
    }
    std::printf("brute force: %zu linearizable, %zu not\n", passed, violated);
}

TEST(Linearizability, AcceptsARightStoreUnderAnySchedule)
{
    for (const std::uint64_t seed : sb::test::seeds(200)) {
        const LinearizabilityResult result = checkLinearizable(test::registerHistory(seed));
        ASSERT_EQ(result.report.verdict(), Verdict::Passed) << sb::test::replayHint(seed) << "\n"
                                                            << result.report.text();
        ASSERT_EQ(result.keys, 3U);
    }
}

TEST(Linearizability, CatchesEveryWrongStore)
{
    const std::pair<const char*, RegisterFault> faults[] = { { "stale read", RegisterFault::StaleRead },
        { "lost write", RegisterFault::LostWrite }, { "late write", RegisterFault::LateWrite },
        { "blind cas", RegisterFault::BlindCas }, { "ghost of failure", RegisterFault::GhostOfFailure } };
    for (const auto& [name, fault] : faults) {
        std::size_t caught = 0;
        for (const std::uint64_t seed : sb::test::seeds(50))
            caught += checkLinearizable(test::registerHistory(seed, { .faultPpm = 300'000 }, fault))
                          .report.count(Anomaly::NotLinearizable)
                    > 0
                ? 1
                : 0;
        EXPECT_GT(caught, 0U) << name;
        std::printf("%-18s caught in %zu of 50 seeds\n", name, caught);
    }
}

TEST(Linearizability, ExplainsTheSmallestPrefixAndWhatCouldHaveBeenRead)
{
    const History history { done(OpKind::Write, 0, 1, 5), done(OpKind::Write, 2, 3, 6),
        unknown(OpKind::Write, 3, 7), done(OpKind::Read, 5, 6, 5), done(OpKind::Read, 7, 8, 6),
        done(OpKind::Read, 9, 10, 5) };
    const Report report = checkLinearizable(history).report;
    ASSERT_EQ(report.count(Anomaly::NotLinearizable), 1U);
    const Example& example = report.examples(Anomaly::NotLinearizable).front();
    EXPECT_EQ(example.operations, (std::vector<std::size_t> { 0, 1, 2, 3 }));
    EXPECT_EQ(example.sentence,
        "key 1: process 0 (5..6 us, operation 3) read 5, but after the 3 operations begun before its end "
        "only [6, 7] can be found there");
}

// The prefix without its last answer can be explained; the prefix with it cannot.
TEST(Linearizability, GivesPrefixesThatAreReallySmallest)
{
    std::size_t examined = 0;
    for (const std::uint64_t seed : sb::test::seeds(3000)) {
        Rng rng = Rng(seed).fork("small histories");
        const History history = smallRandomHistory(rng);
        const Report report = checkLinearizable(history, { .initial = 0 }).report;
        if (report.verdict() != Verdict::Violated)
            continue;
        History prefix;
        for (const std::size_t index : report.examples(Anomaly::NotLinearizable).front().operations)
            prefix.push_back(history[index]);
        std::vector<std::size_t> answers;
        for (std::size_t i = 0; i < prefix.size(); ++i)
            if (prefix[i].outcome == Outcome::Ok)
                answers.push_back(i);
        std::stable_sort(answers.begin(), answers.end(),
            [&](std::size_t a, std::size_t b) { return prefix[a].completed < prefix[b].completed; });
        // Answers that came after the culprit's are unknown in the prefix; the smallest is found from below.
        const auto withAnswers = [&](std::size_t count) {
            History cut = prefix;
            for (std::size_t i = count; i < answers.size(); ++i) {
                cut[answers[i]].outcome = Outcome::Info;
                cut[answers[i]].completed = kNever;
            }
            return isLinearizableByBruteForce(cut, 0);
        };
        std::size_t count = 0;
        while (count <= answers.size() && withAnswers(count))
            ++count;
        ASSERT_LE(count, answers.size()) << sb::test::replayHint(seed);
        const Instant culprit = prefix[answers[count - 1]].completed;
        const auto begunByThen = std::count_if(history.begin(), history.end(),
            [&](const Operation& o) { return o.outcome != Outcome::Fail && o.invoked <= culprit; });
        ASSERT_EQ(static_cast<std::size_t>(begunByThen), prefix.size()) << sb::test::replayHint(seed);
        for (const Operation& operation : prefix)
            ASSERT_LE(operation.invoked, culprit) << sb::test::replayHint(seed);
        ++examined;
    }
    EXPECT_TRUE(examined > 500 || sb::test::seeds(3000).size() == 1);
}

TEST(Linearizability, GivesUpHonestlyBeyondItsBound)
{
    History history;
    for (int i = 0; i < 24; ++i)
        history.push_back(done(OpKind::Write, 0, 100, i));
    for (int i = 0; i < 24; ++i)
        history.push_back(done(OpKind::Read, 200 + i, 200 + i, i % 2)); // cannot be, and takes long to prove
    const LinearizabilityResult result = checkLinearizable(history, { .statesMax = 10'000 });
    EXPECT_EQ(result.report.verdict(), Verdict::Unknown);
    ASSERT_EQ(result.report.undecided().size(), 1U);
    EXPECT_EQ(result.report.undecided()[0], "key 1: gave up after 10048 states of 48 operations");
}

TEST(Linearizability, TakesTheSameStepsEachTime)
{
    const History history = test::registerHistory(1, { .operations = 2000 });
    EXPECT_EQ(checkLinearizable(history).states, checkLinearizable(history).states);
}

} // namespace
} // namespace sb::check
