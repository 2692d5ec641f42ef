// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/rng.h"
#include "backend/check/sums.h"
#include "tests/backend/check/found.h"
#include "tests/backend/support/seeds.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace sb::check {
namespace {

SetOperation add(Value element, std::int64_t from, std::int64_t to, Outcome outcome = Outcome::Ok)
{
    return { .element = element,
        .elements = {},
        .invoked = atMicros(from),
        .completed = outcome == Outcome::Info ? kNever : atMicros(to),
        .outcome = outcome };
}

SetOperation look(std::vector<Value> elements, std::int64_t from, std::int64_t to)
{
    return { .isRead = true,
        .elements = std::move(elements),
        .invoked = atMicros(from),
        .completed = atMicros(to),
        .outcome = Outcome::Ok };
}

std::string found(const Report& report)
{
    return test::foundCounts(report) + (report.undecided().empty() ? "" : " undecided");
}

TEST(Set, NamesWhatBecameOfEachElement)
{
    const struct {
        const char* what;
        std::vector<SetOperation> history;
        const char* anomalies;
    } cases[] = {
        { "nothing", {}, "" },
        { "there for good", { add(1, 0, 1), look({ 1 }, 2, 3), look({ 1 }, 4, 5) }, "" },
        { "not yet known", { add(1, 0, 5), look({}, 1, 2), look({ 1 }, 6, 7) }, "" },
        { "gone", { add(1, 0, 1), look({ 1 }, 2, 3), look({}, 4, 5) }, "lost element 1" },
        { "never there", { add(1, 0, 1), look({}, 2, 3) }, "lost element 1" },
        { "late", { add(1, 0, 1), look({}, 2, 3), look({ 1 }, 4, 5) }, "stale read 1" },
        { "seen before the answer, then not",
            { add(1, 0, 9), look({ 1 }, 1, 2), look({}, 3, 4), look({ 1 }, 10, 11) }, "stale read 1" },
        { "concurrent with a read that has it",
            { add(1, 0, 9), look({ 1 }, 1, 4), look({}, 2, 3), look({ 1 }, 10, 11) }, "" },
        { "acknowledged and not looked for", { look({}, 0, 1), add(1, 2, 3) }, " undecided" },
        { "unknown and not there", { add(1, 0, 0, Outcome::Info), look({}, 2, 3) }, "" },
        { "unknown and gone", { add(1, 0, 0, Outcome::Info), look({ 1 }, 2, 3), look({}, 4, 5) },
            "lost element 1" },
        { "failed and there", { add(1, 0, 1, Outcome::Fail), look({ 1 }, 2, 3) }, "G1a (aborted read) 1" },
        { "three times in one read", { add(1, 0, 1), look({ 1, 1, 1 }, 2, 3) }, "duplicate element 1" },
        { "out of thin air", { look({ 7 }, 0, 1) }, "phantom read 1" },
    };
    for (const auto& row : cases)
        EXPECT_EQ(found(checkSet(row.history).report), row.anomalies) << row.what;
    EXPECT_EQ(found(checkSet(cases[5].history, true).report), "") << "late is allowed";
    EXPECT_EQ(checkSet(cases[5].history, true).stale, 1U) << "but counted";
    EXPECT_EQ(found(checkSet(cases[3].history, true).report), "lost element 1") << "gone is not";
}

// What the definitions say, element by element and read by read.
struct PlainSetCounts {
    std::uint64_t stable = 0, lost = 0, stale = 0, neverRead = 0;
    auto operator<=>(const PlainSetCounts&) const = default;
};

PlainSetCounts plainCounts(const std::vector<SetOperation>& history)
{
    std::set<Value> elements;
    for (const SetOperation& operation : history)
        if (!operation.isRead)
            elements.insert(operation.element);
    PlainSetCounts counts;
    for (const Value element : elements) {
        Instant known = kNever;
        bool isAcknowledged = false, isSeen = false;
        const auto has = [&](const SetOperation& r) {
            return std::find(r.elements.begin(), r.elements.end(), element) != r.elements.end();
        };
        for (const SetOperation& o : history) {
            isAcknowledged |= !o.isRead && o.element == element && o.outcome == Outcome::Ok;
            isSeen |= o.isRead && has(o);
            if (o.isRead ? has(o) : o.element == element && o.outcome == Outcome::Ok)
                known = std::min(known, o.completed);
        }
        bool isLookedFor = false, isMissing = false;
        Instant lastAbsent = kStart;
        for (const SetOperation& o : history)
            if (o.isRead && o.invoked > known) {
                isLookedFor = true;
                if (!has(o)) {
                    isMissing = true;
                    lastAbsent = std::max(lastAbsent, o.invoked);
                }
            }
        const bool isBack = std::any_of(history.begin(), history.end(),
            [&](const SetOperation& o) { return o.isRead && has(o) && o.completed >= lastAbsent; });
        if (!isLookedFor)
            counts.neverRead += isAcknowledged && !isSeen ? 1 : 0;
        else
            ++(!isMissing ? counts.stable : isBack ? counts.stale : counts.lost);
    }
    return counts;
}

TEST(Set, AgreesWithTheDefinitionsOnThousandsOfSmallHistories)
{
    PlainSetCounts sum;
    for (const std::uint64_t seed : sb::test::seeds(10'000)) {
        Rng rng = Rng(seed).fork("small sets");
        std::vector<SetOperation> history;
        const std::size_t count = 2 + rng.below(8);
        for (std::size_t i = 0; i < count; ++i) {
            const auto from = static_cast<std::int64_t>(rng.below(20));
            const auto to = from + static_cast<std::int64_t>(rng.below(8));
            if (rng.chance(400'000)) {
                history.push_back(
                    add(static_cast<Value>(rng.below(3)), from, to, static_cast<Outcome>(rng.below(3))));
                continue;
            }
            std::vector<Value> elements;
            for (Value element = 0; element < 3; ++element)
                if (rng.chance(600'000))
                    elements.push_back(element);
            history.push_back(look(elements, from, to));
        }
        const SetResult result = checkSet(history);
        const PlainSetCounts expected = plainCounts(history);
        const PlainSetCounts counts { result.stable, result.lost, result.stale, result.neverRead };
        ASSERT_EQ(counts, expected) << sb::test::replayHint(seed) << "\n" << result.report.text();
        ASSERT_EQ(result.report.count(Anomaly::LostElement), result.lost);
        ASSERT_EQ(result.report.count(Anomaly::StaleRead), result.stale);
        sum = { sum.stable + counts.stable, sum.lost + counts.lost, sum.stale + counts.stale,
            sum.neverRead + counts.neverRead };
    }
    std::printf("elements: %llu stable, %llu lost, %llu stale, %llu never read\n",
        static_cast<unsigned long long>(sum.stable), static_cast<unsigned long long>(sum.lost),
        static_cast<unsigned long long>(sum.stale), static_cast<unsigned long long>(sum.neverRead));
}

Operation count(OpKind kind, Value value, std::int64_t from, std::int64_t to, Outcome outcome = Outcome::Ok)
{
    return { .process = ProcessId { 0 },
        .key = KeyId { 0 },
        .kind = kind,
        .argument = kind == OpKind::Add ? value : kNil,
        .result = kind == OpKind::Read ? value : kNil,
        .invoked = atMicros(from),
        .completed = outcome == Outcome::Info ? kNever : atMicros(to),
        .outcome = outcome };
}

TEST(Counters, HoldReadsBetweenTheCertainAndThePossible)
{
    const auto verdict = [](Value read) {
        return checkCounters(
            { count(OpKind::Add, 10, 0, 1), count(OpKind::Add, 5, 4, 20), // concurrent
                count(OpKind::Add, -3, 0, 0, Outcome::Info), // unknown
                count(OpKind::Add, 100, 0, 1, Outcome::Fail), count(OpKind::Add, 1000, 11, 12), // later
                count(OpKind::Read, read, 5, 10) })
            .verdict();
    };
    EXPECT_EQ(verdict(6), Verdict::Violated);
    EXPECT_EQ(verdict(7), Verdict::Passed);
    EXPECT_EQ(verdict(15), Verdict::Passed);
    EXPECT_EQ(verdict(16), Verdict::Violated);
    EXPECT_EQ(verdict(110), Verdict::Violated);
    EXPECT_EQ(checkCounters({ count(OpKind::Read, 0, 0, 1) }).verdict(), Verdict::Passed);
    EXPECT_EQ(
        checkCounters({ count(OpKind::Read, 9, 0, 1), count(OpKind::Read, 0, 5, 6) }, atMicros(5)).verdict(),
        Verdict::Passed);
}

TEST(Counters, AgreeWithAllSubsetsOnThousandsOfSmallHistories)
{
    std::size_t passed = 0, violated = 0;
    for (const std::uint64_t seed : sb::test::seeds(10'000)) {
        Rng rng = Rng(seed).fork("small counters");
        History history;
        const std::size_t adds = rng.below(7);
        for (std::size_t i = 0; i < adds; ++i) {
            const auto from = static_cast<std::int64_t>(rng.below(15));
            history.push_back(count(OpKind::Add, rng.between(-4, 4), from, from + rng.between(0, 8),
                static_cast<Outcome>(rng.below(3))));
        }
        const auto from = static_cast<std::int64_t>(rng.below(15));
        history.push_back(count(OpKind::Read, rng.between(-6, 6), from, from + rng.between(0, 8)));
        const Operation& read = history.back();
        Value low = 0, high = 0;
        for (std::size_t choice = 0; choice < (std::size_t { 1 } << adds); ++choice) {
            Value sum = 0;
            bool isPossible = true;
            for (std::size_t i = 0; i < adds; ++i) {
                const bool isIn = (choice >> i & 1) != 0;
                const Operation& one = history[i];
                isPossible &= isIn ? one.outcome != Outcome::Fail && one.invoked <= read.completed
                                   : one.outcome != Outcome::Ok || one.completed >= read.invoked;
                sum += isIn ? one.argument : 0;
            }
            static constexpr Value kFar = 1'000;
            if (choice == 0) {
                low = kFar;
                high = -kFar;
            }
            if (isPossible) {
                low = std::min(low, sum);
                high = std::max(high, sum);
            }
        }
        const bool isGood = read.result >= low && read.result <= high;
        ++(isGood ? passed : violated);
        ASSERT_EQ(checkCounters(history).verdict(), isGood ? Verdict::Passed : Verdict::Violated)
            << sb::test::replayHint(seed);
    }
    EXPECT_TRUE(passed + violated == 1 || std::min(passed, violated) > 1000);
}

// Clients of one shared object, right or wrong: adds to a set and to a counter, transfers in a bank.
struct SharedModel {
    enum Fault { None, LosesAdds, AddsTwice, ReadsAnOldState, SplitsTransfers };
    std::vector<SetOperation> set;
    History counter;
    std::vector<BankRead> bank;

    SharedModel(std::uint64_t seed, Fault fault)
    {
        Rng rng = Rng(seed).fork("shared");
        std::vector<Value> elements, oldElements;
        Value sum = 0, oldSum = 0, balances[3] = { 100, 100, 100 };
        for (std::int64_t now = 0; now < 400; now += 4) {
            const bool isHit = fault != None && rng.chance(100'000);
            const bool isLast = now >= 388;
            if (!isLast && rng.chance(500'000)) {
                const Value amount = rng.between(1, 9);
                set.push_back(add(now, now, now + 2));
                counter.push_back(count(OpKind::Add, amount, now, now + 2));
                oldElements = elements;
                oldSum = sum;
                const int times = isHit && fault == LosesAdds ? 0 : isHit && fault == AddsTwice ? 2 : 1;
                elements.insert(elements.end(), static_cast<std::size_t>(times), now);
                sum += times * amount;
            } else {
                const bool isOld = isHit && fault == ReadsAnOldState;
                set.push_back(look(isOld ? oldElements : elements, now, now + 2));
                counter.push_back(count(OpKind::Read, isOld ? oldSum : sum, now, now + 2));
            }
            const Value amount = std::min<Value>(balances[0], rng.between(0, 20));
            balances[0] -= amount;
            const auto read = [&] {
                bank.push_back({ ProcessId { 0 },
                    { { KeyId { 2 }, balances[2] }, { KeyId { 0 }, balances[0] },
                        { KeyId { 1 }, balances[1] } },
                    atMicros(now), atMicros(now + 1) });
            };
            if (isHit && fault == SplitsTransfers)
                read();
            balances[1 + rng.below(2)] += amount;
            read();
            std::swap(balances[0], balances[1 + rng.below(2)]);
        }
    }
};

TEST(Sums, AcceptARightModelAndCatchEveryWrongOne)
{
    const Bank bank { { KeyId { 0 }, KeyId { 1 }, KeyId { 2 } }, 300, false };
    Report wrong[5];
    for (const std::uint64_t seed : sb::test::seeds(30))
        for (int fault = SharedModel::None; fault <= SharedModel::SplitsTransfers; ++fault) {
            const SharedModel model(seed, static_cast<SharedModel::Fault>(fault));
            wrong[fault].merge(checkSet(model.set).report);
            wrong[fault].merge(checkCounters(model.counter));
            wrong[fault].merge(checkBank(model.bank, bank));
        }
    EXPECT_EQ(wrong[SharedModel::None].verdict(), Verdict::Passed) << wrong[SharedModel::None].text();
    EXPECT_GT(wrong[SharedModel::LosesAdds].count(Anomaly::LostElement), 0U);
    EXPECT_GT(wrong[SharedModel::LosesAdds].count(Anomaly::CounterOutOfBounds), 0U);
    EXPECT_GT(wrong[SharedModel::AddsTwice].count(Anomaly::DuplicateElement), 0U);
    EXPECT_GT(wrong[SharedModel::AddsTwice].count(Anomaly::CounterOutOfBounds), 0U);
    EXPECT_GT(wrong[SharedModel::ReadsAnOldState].count(Anomaly::StaleRead), 0U);
    EXPECT_GT(wrong[SharedModel::ReadsAnOldState].count(Anomaly::CounterOutOfBounds), 0U);
    EXPECT_GT(wrong[SharedModel::SplitsTransfers].count(Anomaly::WrongTotal), 0U);
}

TEST(Bank, ChecksAccountsBalancesAndTotal)
{
    const Bank bank { { KeyId { 1 }, KeyId { 2 } }, 10, false };
    const auto verdict = [&](std::vector<std::pair<KeyId, Value>> balances, bool mayBeNegative = false) {
        Bank rules = bank;
        rules.mayBeNegative = mayBeNegative;
        return found(
            checkBank({ { ProcessId { 0 }, std::move(balances), atMicros(0), atMicros(1) } }, rules));
    };
    EXPECT_EQ(verdict({ { KeyId { 2 }, 4 }, { KeyId { 1 }, 6 } }), "");
    EXPECT_EQ(verdict({ { KeyId { 2 }, 4 }, { KeyId { 1 }, 7 } }), "wrong total 1");
    EXPECT_EQ(verdict({ { KeyId { 2 }, -1 }, { KeyId { 1 }, 11 } }), "negative balance 1");
    EXPECT_EQ(verdict({ { KeyId { 2 }, -1 }, { KeyId { 1 }, 11 } }, true), "");
    EXPECT_EQ(verdict({ { KeyId { 2 }, 10 } }), "wrong accounts 1");
    EXPECT_EQ(verdict({ { KeyId { 1 }, 5 }, { KeyId { 1 }, 5 } }), "wrong accounts 1");
}

TEST(Conservation, WantsEveryIdInExactlyOnePlace)
{
    const std::vector<Value> issued { 1, 2, 3 };
    EXPECT_EQ(found(checkConservation(issued, { { "live", { 3, 1 } }, { "lost", { 2 } } })), "");
    EXPECT_EQ(found(checkConservation(issued, { { "live", { 3, 1 } }, { "lost", {} } })), "unaccounted 1");
    const Report twice = checkConservation(issued, { { "live", { 3, 1, 2 } }, { "in the losses", { 2 } } });
    EXPECT_EQ(found(twice), "accounted twice 1");
    EXPECT_EQ(twice.examples(Anomaly::AccountedTwice)[0].sentence, "2 is live and also in the losses");
    EXPECT_EQ(found(checkConservation(issued, { { "live", { 1, 2, 3, 4 } } })), "never issued 1");
    EXPECT_EQ(found(checkConservation(issued, { { "live", { 1, 2, 3, 3 } } })), "accounted twice 1");
}

TEST(UniqueIds, NamesBothOperationsOfADuplicate)
{
    const std::vector<Value> good { 5, 3, 4 }, bad { 5, 3, 5, 5 };
    EXPECT_EQ(checkUniqueIds(good).verdict(), Verdict::Passed);
    const Report report = checkUniqueIds(bad);
    EXPECT_EQ(report.count(Anomaly::DuplicateId), 2U);
    EXPECT_EQ(report.examples(Anomaly::DuplicateId)[0].operations, (std::vector<std::size_t> { 0, 2 }));
}

} // namespace
} // namespace sb::check
