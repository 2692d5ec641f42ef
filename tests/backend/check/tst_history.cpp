// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/check/history.h"
#include "backend/check/report.h"

#include <gtest/gtest.h>
#include <set>

namespace sb::check {
namespace {

TEST(Recorder, LeavesUnansweredOperationsUnknownForEver)
{
    Recorder recorder;
    const std::size_t write
        = recorder.invoke({ .kind = OpKind::Write, .argument = 7, .invoked = atMicros(1) });
    const std::size_t read = recorder.invoke({ .kind = OpKind::Read, .invoked = atMicros(2) });
    const std::size_t refused = recorder.invoke({ .kind = OpKind::Cas, .invoked = atMicros(3) });
    recorder.ok(read, atMicros(5), 7);
    recorder.fail(refused, atMicros(6));
    EXPECT_EQ(recorder.history()[write].outcome, Outcome::Info);
    EXPECT_EQ(recorder.history()[write].completed, kNever);
    EXPECT_EQ(recorder.history()[read].outcome, Outcome::Ok);
    EXPECT_EQ(recorder.history()[read].result, 7);
    EXPECT_EQ(recorder.history()[refused].outcome, Outcome::Fail);
}

TEST(Names, GivesTheSameTextTheSameNumberAndFindsItAgain)
{
    Names names;
    EXPECT_EQ(names.valueOf("k1"), 0);
    EXPECT_EQ(names.valueOf("k2"), 1);
    EXPECT_EQ(names.valueOf("k1"), 0);
    EXPECT_EQ(names.keyOf("k2"), KeyId { 1 });
    EXPECT_EQ(names.textOf(1), "k2");
}

TEST(Report, CountsAllButKeepsTheFirstExamplesOnly)
{
    Report report;
    EXPECT_EQ(report.verdict(), Verdict::Passed);
    EXPECT_EQ(report.text(), "");
    int described = 0;
    for (std::size_t i = 0; i < 100; ++i)
        report.note(Anomaly::StaleRead, [&] {
            ++described;
            return Example { "number " + std::to_string(i), { i } };
        });
    EXPECT_EQ(report.count(Anomaly::StaleRead), 100U);
    EXPECT_EQ(report.count(Anomaly::LostElement), 0U);
    EXPECT_EQ(report.examples(Anomaly::StaleRead).size(), Report::kExamplesMax);
    EXPECT_EQ(described, static_cast<int>(Report::kExamplesMax));
    EXPECT_EQ(report.verdict(), Verdict::Violated);
    EXPECT_EQ(report.verdict({ Anomaly::StaleRead }), Verdict::Passed);
    EXPECT_NE(report.text().find("stale read: 100\n  number 0\n"), std::string::npos);
}

TEST(Report, IsUnknownWhenItGaveUpAndFoundNothing)
{
    Report report;
    report.giveUp("too long");
    EXPECT_EQ(report.verdict(), Verdict::Unknown);
    Report sum;
    sum.note(Anomaly::G0, [] { return Example { "circle", {} }; });
    sum.merge(report);
    EXPECT_EQ(sum.verdict(), Verdict::Violated);
    EXPECT_EQ(sum.verdict({ Anomaly::G0 }), Verdict::Unknown);
    EXPECT_EQ(sum.undecided().size(), 1U);
}

TEST(Anomaly, EveryOneHasANameOfItsOwn)
{
    std::set<std::string> names;
    for (std::size_t i = 0; i < kAnomalies; ++i)
        EXPECT_TRUE(names.insert(toString(static_cast<Anomaly>(i))).second) << i;
    EXPECT_STREQ(toString(Anomaly::SkippedOffset), "skipped offset");
    EXPECT_STREQ(toString(Anomaly::G2Realtime), "G2-realtime");
}

TEST(Text, ShortensLongListsInTheMiddle)
{
    EXPECT_EQ(listText({}), "[]");
    EXPECT_EQ(listText({ 1, kNil }), "[1, nil]");
    std::vector<Value> many;
    for (Value i = 0; i < 13; ++i)
        many.push_back(i);
    EXPECT_EQ(listText(many), "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]");
    many.push_back(13);
    EXPECT_EQ(listText(many), "[0, 1, 2, 3, 4, 5, ..., 8, 9, 10, 11, 12, 13]");
    EXPECT_EQ(spanText(atMicros(1), kNever), "1.. us");
}

} // namespace
} // namespace sb::check
