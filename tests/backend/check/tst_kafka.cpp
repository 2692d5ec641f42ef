// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/rng.h"
#include "backend/check/kafka.h"
#include "tests/backend/check/found.h"
#include "tests/backend/support/seeds.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace sb::check {
namespace {

using test::foundCounts;

constexpr KeyId kLog { 1 };

LogOperation send(
    Value value, std::optional<Value> offset, Outcome outcome = Outcome::Ok, std::uint32_t process = 0)
{
    return { .process = ProcessId { process },
        .key = kLog,
        .value = value,
        .offset = offset,
        .polled = {},
        .outcome = outcome };
}

LogOperation poll(std::vector<LogRecord> records, std::optional<Value> from = {}, std::uint32_t process = 1)
{
    return { .process = ProcessId { process },
        .kind = LogOpKind::Poll,
        .offset = {},
        .polled = { { kLog, from, std::move(records) } },
        .outcome = Outcome::Ok };
}

LogOperation seek(std::uint32_t process = 1)
{
    return { .process = ProcessId { process },
        .kind = LogOpKind::Seek,
        .offset = {},
        .polled = {},
        .outcome = Outcome::Ok };
}

TEST(Logs, NameTheTextbookAnomalies)
{
    const struct {
        const char* what;
        std::vector<LogOperation> history;
        const char* anomalies;
    } cases[] = {
        { "nothing", {}, "" },
        { "in order", { send(10, 0), send(11, 1), poll({ { 0, 10 } }), poll({ { 1, 11 } }) }, "" },
        { "holes are allowed", { send(10, 0), send(11, 5), poll({ { 0, 10 }, { 5, 11 } }) }, "" },
        { "lost", { send(10, 0), send(11, 1), poll({ { 1, 11 } }) }, "lost write 1" },
        { "not yet polled", { send(10, 0), send(11, 1), poll({ { 0, 10 } }) }, "" },
        { "replaced", { send(10, 0), send(11, {}), poll({ { 0, 11 } }) },
            "lost write 1, inconsistent offset 1" },
        { "unknown and gone", { send(10, {}, Outcome::Info), send(11, 1), poll({ { 1, 11 } }) }, "" },
        { "unknown and there", { send(10, {}, Outcome::Info), send(11, 1), poll({ { 0, 10 }, { 1, 11 } }) },
            "" },
        { "failed and there", { send(10, {}, Outcome::Fail), poll({ { 0, 10 } }) }, "G1a (aborted read) 1" },
        { "out of thin air", { poll({ { 0, 10 } }) }, "phantom read 1" },
        { "one record twice", { send(10, 0), poll({ { 0, 10 }, { 1, 10 } }) }, "duplicate write 1" },
        { "two records at one offset",
            { send(10, 0), send(11, {}), poll({ { 0, 10 } }), poll({ { 0, 11 } }, 0, 2) },
            "inconsistent offset 1" },
        { "polled backwards", { send(10, 0), send(11, 1), poll({ { 1, 11 } }), poll({ { 0, 10 } }) },
            "non-monotonic poll 1" },
        { "polled the same again", { send(10, 0), poll({ { 0, 10 } }), poll({ { 0, 10 } }) },
            "non-monotonic poll 1" },
        { "polled again after a seek", { send(10, 0), poll({ { 0, 10 } }), seek(), poll({ { 0, 10 } }) },
            "" },
        { "asked for again", { send(10, 0), poll({ { 0, 10 } }), poll({ { 0, 10 } }, 0) }, "" },
        { "given less than asked for", { send(10, 0), poll({ { 0, 10 } }, 1) }, "non-monotonic poll 1" },
        { "backwards within one poll", { send(10, 0), send(11, 1), poll({ { 1, 11 }, { 0, 10 } }) },
            "non-monotonic poll 1" },
        { "skipped between polls",
            { send(10, 0), send(11, 1), send(12, 2), poll({ { 0, 10 } }), poll({ { 2, 12 } }),
                poll({ { 1, 11 } }, 1, 2) },
            "skipped offset 1" },
        { "skipped within a poll",
            { send(10, 0), send(11, 1), send(12, 2), poll({ { 0, 10 }, { 2, 12 } }),
                poll({ { 1, 11 } }, 1, 2) },
            "skipped offset 1" },
        { "skipped what was asked for",
            { send(10, 0), send(11, 1), poll({ { 1, 11 } }, 0), poll({ { 0, 10 } }, 0, 2) },
            "skipped offset 1" },
        { "sent backwards", { send(10, 1), send(11, 0), poll({ { 0, 11 }, { 1, 10 } }) },
            "non-monotonic send 1" },
        { "sent by two processes",
            { send(10, 1), send(11, 0, Outcome::Ok, 7), poll({ { 0, 11 }, { 1, 10 } }) }, "" },
    };
    for (const auto& row : cases)
        EXPECT_EQ(foundCounts(checkLogs(row.history)), row.anomalies) << row.what;
}

TEST(Logs, GiveUpOnValuesThatAreNotUnique)
{
    EXPECT_EQ(checkLogs({ send(10, 0), send(10, 1) }).verdict(), Verdict::Unknown);
}

// The definitions, over all pairs of what was said, for one log.
struct Said {
    std::size_t operation;
    Value offset;
    Value value;
    bool isPolled;
};

std::vector<Said> everythingSaid(const std::vector<LogOperation>& history)
{
    std::vector<Said> said;
    for (std::size_t i = 0; i < history.size(); ++i) {
        if (history[i].kind == LogOpKind::Send && history[i].offset)
            said.push_back({ i, *history[i].offset, history[i].value, false });
        for (const PolledLog& polled : history[i].polled)
            for (const LogRecord& record : polled.records)
                said.push_back({ i, record.offset, record.value, true });
    }
    return said;
}

bool isBroken(Anomaly anomaly, const std::vector<LogOperation>& history)
{
    const std::vector<Said> said = everythingSaid(history);
    const auto any = [&](auto&& holds) { return std::any_of(said.begin(), said.end(), holds); };
    const auto anyPair = [&](auto&& holds) {
        return any([&](const Said& a) { return any([&](const Said& b) { return holds(a, b); }); });
    };
    // Neighbours: b is what the process of a sends, or polls, next after a.
    const auto isNext = [&](const Said& a, const Said& b) {
        return a.isPolled == b.isPolled && &a < &b
            && history[a.operation].process == history[b.operation].process
            && std::none_of(&a + 1, &b, [&](const Said& c) {
                   return c.isPolled == a.isPolled
                       && history[c.operation].process == history[a.operation].process;
               });
    };
    switch (anomaly) {
    case Anomaly::LostWrite:
        return any([&](const Said& a) {
            return !a.isPolled && any([&](const Said& b) { return b.isPolled && b.offset >= a.offset; })
                && !any([&](const Said& b) { return b.isPolled && b.value == a.value; });
        });
    case Anomaly::DuplicateWrite:
        return anyPair(
            [](const Said& a, const Said& b) { return a.value == b.value && a.offset != b.offset; });
    case Anomaly::InconsistentOffset:
        return anyPair(
            [](const Said& a, const Said& b) { return a.offset == b.offset && a.value != b.value; });
    case Anomaly::NonMonotonicPoll:
        return anyPair(
            [&](const Said& a, const Said& b) { return a.isPolled && isNext(a, b) && b.offset <= a.offset; });
    case Anomaly::NonMonotonicSend:
        return anyPair([&](const Said& a, const Said& b) {
            return !a.isPolled && isNext(a, b) && b.offset <= a.offset;
        });
    case Anomaly::SkippedOffset:
        return anyPair([&](const Said& a, const Said& b) {
            return a.isPolled && isNext(a, b)
                && any([&](const Said& c) { return a.offset < c.offset && c.offset < b.offset; });
        });
    default:
        return false;
    }
}

TEST(Logs, AgreeWithTheDefinitionsOnThousandsOfSmallHistories)
{
    constexpr Anomaly kAll[] = { Anomaly::LostWrite, Anomaly::DuplicateWrite, Anomaly::InconsistentOffset,
        Anomaly::NonMonotonicPoll, Anomaly::NonMonotonicSend, Anomaly::SkippedOffset };
    std::size_t broken[std::size(kAll)] = {}, histories = 0;
    for (const std::uint64_t seed : sb::test::seeds(10'000)) {
        Rng rng = Rng(seed).fork("small logs");
        std::vector<LogOperation> history;
        const std::size_t sends = 1 + rng.below(4);
        for (std::size_t i = 0; i < sends; ++i) {
            const auto value = static_cast<Value>(i);
            const Value offset = rng.chance(800'000) ? value : static_cast<Value>(rng.below(4));
            history.push_back(send(value, offset, Outcome::Ok, static_cast<std::uint32_t>(rng.below(2))));
        }
        const std::size_t polls = rng.below(4);
        for (std::size_t i = 0; i < polls; ++i) {
            std::vector<LogRecord> records;
            for (std::size_t at = rng.below(2); at < sends; ++at)
                if (rng.chance(700'000))
                    records.push_back({ static_cast<Value>(rng.chance(900'000) ? at : rng.below(sends)),
                        static_cast<Value>(rng.chance(900'000) ? at : rng.below(sends)) });
            history.push_back(poll(records, {}, static_cast<std::uint32_t>(1 + rng.below(3))));
        }
        const Report report = checkLogs(history);
        ++histories;
        for (std::size_t a = 0; a < std::size(kAll); ++a) {
            const bool expected = isBroken(kAll[a], history);
            broken[a] += expected ? 1 : 0;
            ASSERT_EQ(report.count(kAll[a]) > 0, expected)
                << toString(kAll[a]) << ", " << sb::test::replayHint(seed) << "\n"
                << report.text();
        }
    }
    for (std::size_t a = 0; a < std::size(kAll); ++a) {
        std::printf("%-20s broken in %zu of %zu\n", toString(kAll[a]), broken[a], histories);
        EXPECT_TRUE(histories == 1 || (broken[a] > 200 && broken[a] < histories - 200));
    }
}

enum class LogFault {
    None,
    LosesRecords,
    StoresTwice,
    ReusesOffsets,
    SkipsInPolls,
    RewindsPolls,
    KeepsFailed
};

// Producers and consumers of two logs, right or wrong in one chosen way; at the end everybody polls all.
std::vector<LogOperation> logHistory(std::uint64_t seed, LogFault fault)
{
    Rng rng = Rng(seed).fork("logs");
    std::vector<LogOperation> history;
    std::map<KeyId, std::vector<LogRecord>> logs;
    std::map<KeyId, Value> nextOffset;
    std::map<std::pair<std::uint32_t, KeyId>, std::size_t> positions;
    const auto isHit = [&](LogFault kind) { return fault == kind && rng.chance(100'000); };
    const auto pollSome = [&](std::uint32_t process, KeyId key, std::size_t recordsMax) {
        std::size_t& position = positions[{ process, key }];
        if (isHit(LogFault::SkipsInPolls))
            ++position;
        if (isHit(LogFault::RewindsPolls))
            position -= std::min<std::size_t>(position, 2);
        LogOperation operation = poll({}, {}, process);
        operation.polled[0].key = key;
        for (; position < logs[key].size() && operation.polled[0].records.size() < recordsMax; ++position)
            operation.polled[0].records.push_back(logs[key][position]);
        history.push_back(operation);
    };
    for (Value value = 0; value < 200; ++value) {
        const KeyId key { rng.below(2) };
        const auto process = static_cast<std::uint32_t>(rng.below(4));
        if (rng.chance(400'000)) {
            pollSome(process, key, 1 + rng.below(4));
            continue;
        }
        LogOperation operation = send(value, {}, Outcome::Info, process);
        operation.key = key;
        Value& next = nextOffset[key];
        const bool isRefused = rng.chance(50'000);
        if (!isHit(LogFault::ReusesOffsets))
            next += rng.chance(100'000) ? 2 : 1; // holes
        if (!isRefused || isHit(LogFault::KeepsFailed)) {
            if (!isHit(LogFault::LosesRecords))
                logs[key].push_back({ next, value });
            if (isHit(LogFault::StoresTwice))
                logs[key].push_back({ ++next, value });
        }
        if (isRefused) {
            operation.outcome = Outcome::Fail;
        } else if (!rng.chance(50'000)) {
            operation.outcome = Outcome::Ok;
            operation.offset = next;
        }
        history.push_back(operation);
    }
    for (std::uint32_t process = 0; process < 4; ++process)
        for (const KeyId key : { KeyId { 0 }, KeyId { 1 } })
            pollSome(process, key, 1000);
    return history;
}

TEST(Logs, AcceptARightLogAndCatchEveryWrongOne)
{
    const struct {
        const char* what;
        LogFault fault;
        Anomaly anomaly;
    } rows[] = {
        { "loses records", LogFault::LosesRecords, Anomaly::LostWrite },
        { "stores twice", LogFault::StoresTwice, Anomaly::DuplicateWrite },
        { "reuses offsets", LogFault::ReusesOffsets, Anomaly::InconsistentOffset },
        { "reuses offsets", LogFault::ReusesOffsets, Anomaly::NonMonotonicSend },
        { "skips in polls", LogFault::SkipsInPolls, Anomaly::SkippedOffset },
        { "rewinds polls", LogFault::RewindsPolls, Anomaly::NonMonotonicPoll },
        { "keeps failed", LogFault::KeepsFailed, Anomaly::G1a },
    };
    for (const std::uint64_t seed : sb::test::seeds(100)) {
        const Report right = checkLogs(logHistory(seed, LogFault::None));
        ASSERT_EQ(right.verdict(), Verdict::Passed) << sb::test::replayHint(seed) << right.text();
    }
    for (const auto& row : rows) {
        std::size_t caught = 0;
        for (const std::uint64_t seed : sb::test::seeds(30))
            caught += checkLogs(logHistory(seed, row.fault)).count(row.anomaly) > 0 ? 1 : 0;
        EXPECT_GT(caught, 0U) << row.what << ": " << toString(row.anomaly);
        std::printf("%-16s %-20s in %zu of 30 seeds\n", row.what, toString(row.anomaly), caught);
    }
}

} // namespace
} // namespace sb::check
