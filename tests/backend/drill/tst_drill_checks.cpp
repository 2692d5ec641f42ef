// SPDX-License-Identifier: GPL-3.0-or-later
// Checks judged on event logs written by hand: region 0 is Ireland, region 1 is Singapore.
#include "backend/drill/checks.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

constexpr RegionId kIreland { 0 };
constexpr RegionId kSingapore { 1 };

class DrillChecks : public testing::Test {
protected:
    DrillChecks()
    {
        m_description.start = UtcStart { 1'772'548'080 }; // 14:28:00
        m_description.regions = { { kIreland, "eu-west-1", "Ireland", "Dublin", 'I', 0, 0 },
            { kSingapore, "ap-southeast-1", "Singapore", "Singapore", 'S', 0, 0 } };
        m_end.regions.resize(2);
        m_end.regions[0].id = kIreland;
        m_end.regions[1].id = kSingapore;
    }

    Event& add(Duration at, EventKind kind, RegionId region = {}, RegionId peer = {})
    {
        Event event;
        event.seq = EventSeq { m_events.size() + 1 };
        event.at = kStart + at;
        event.kind = kind;
        event.region = region;
        event.peer = peer;
        m_events.push_back(event);
        return m_events.back();
    }

    // The log of a mapping removed at 2 min and repaired at 8 min.
    void addFailover()
    {
        add(120s, EventKind::FaultInjected, kIreland);
        add(120s + 250ms, EventKind::ImpactBegan, kIreland);
        add(124s, EventKind::ServiceContinues, kSingapore).object = "order 17";
        add(131s, EventKind::HealthRed, kIreland).note = "2 of 16 checkers healthy";
        add(132s, EventKind::SloBreached);
        add(180s, EventKind::SloRestored);
        add(480s, EventKind::HealthGreen, kIreland);
        add(600s, EventKind::IncidentClosed);
    }

    [[nodiscard]] DrillRun run() const
    {
        return { m_description, m_events, m_end, m_converged, kStart + 16min };
    }

    CheckResult judgeOne(CheckRule rule) const
    {
        return judge({ { "check", std::move(rule) } }, run()).front();
    }

    static EventFilter filter(EventKind kind, std::string region = {})
    {
        EventFilter filter;
        filter.kind = kind;
        filter.region = std::move(region);
        return filter;
    }

    WorldDescription m_description;
    std::vector<Event> m_events;
    Snapshot m_end;
    bool m_converged = true;
};

TEST_F(DrillChecks, FindAnEventInItsWindowAndNameIt)
{
    addFailover();
    const CheckResult result
        = judgeOne(EventSeen { filter(EventKind::HealthRed, "eu-west-1"), { kStart + 2min, 20s } });
    EXPECT_TRUE(result.passed);
    EXPECT_EQ(result.name, "check");
    EXPECT_EQ(result.event, EventSeq { 4 });
    EXPECT_EQ(result.evidence,
        "health.red eu-west-1, event 4 at 14:30:11.000 (+2 min 11 s): 2 of 16 checkers healthy");
}

TEST_F(DrillChecks, FailWhenTheEventIsLateAndSayWhenItCame)
{
    addFailover();
    const CheckResult result
        = judgeOne(EventSeen { filter(EventKind::HealthRed, "eu-west-1"), { kStart + 2min, 10s } });
    EXPECT_FALSE(result.passed);
    EXPECT_EQ(result.evidence,
        "no health.red eu-west-1 from 14:30:00.000 (+2 min 00 s) to 14:30:10.000 (+2 min 10 s); seen "
        "outside: "
        "health.red eu-west-1, event 4 at 14:30:11.000 (+2 min 11 s)");
}

TEST_F(DrillChecks, CountBothEndsOfAWindowAsInside)
{
    add(10s, EventKind::NoteAdded);
    EXPECT_TRUE(judgeOne(EventSeen { filter(EventKind::NoteAdded), { kStart + 10s, 1s } }).passed);
    EXPECT_TRUE(judgeOne(EventSeen { filter(EventKind::NoteAdded), { kStart + 9s, 1s } }).passed);
    EXPECT_FALSE(judgeOne(EventSeen { filter(EventKind::NoteAdded), { kStart + 11s, 1s } }).passed);
}

TEST_F(DrillChecks, HonourEveryFieldOfAFilter)
{
    Event& event = add(5s, EventKind::FailBackStep, kIreland, kSingapore);
    event.actor = Actor::Routing;
    event.object = "region eu-west-1";
    event.action = "ramp";
    event.valueAfter = "50";
    const EventFilter all { EventKind::FailBackStep, "eu-west-1", "ap-southeast-1", Actor::Routing, "eu-west",
        "ramp", "50" };
    EXPECT_TRUE(judgeOne(EventSeen { all, {} }).passed);
    EventFilter wrong = all;
    wrong.region = "ap-southeast-1";
    EXPECT_FALSE(judgeOne(EventSeen { wrong, {} }).passed);
    wrong = all;
    wrong.peer = "eu-west-1";
    EXPECT_FALSE(judgeOne(EventSeen { wrong, {} }).passed);
    wrong = all;
    wrong.actor = Actor::Operator;
    EXPECT_FALSE(judgeOne(EventSeen { wrong, {} }).passed);
    wrong = all;
    wrong.object = "us-east";
    EXPECT_FALSE(judgeOne(EventSeen { wrong, {} }).passed);
    wrong = all;
    wrong.action = "verify";
    EXPECT_FALSE(judgeOne(EventSeen { wrong, {} }).passed);
    wrong = all;
    wrong.value = "5";
    EXPECT_FALSE(judgeOne(EventSeen { wrong, {} }).passed) << "values are compared whole";
}

TEST_F(DrillChecks, PassWhenAnUnwantedEventIsAbsentAndFailWhenItIsThere)
{
    addFailover();
    EXPECT_TRUE(judgeOne(EventNotSeen { filter(EventKind::HealthRed, "ap-southeast-1"), {} }).passed);
    const CheckResult result = judgeOne(EventNotSeen { filter(EventKind::HealthRed), {} });
    EXPECT_FALSE(result.passed);
    EXPECT_EQ(result.event, EventSeq { 4 });
}

TEST_F(DrillChecks, PassForEventsInTheirOrder)
{
    addFailover();
    const CheckResult result = judgeOne(EventsInOrder {
        { filter(EventKind::FaultInjected), filter(EventKind::HealthRed), filter(EventKind::HealthGreen) },
        {} });
    EXPECT_TRUE(result.passed);
    EXPECT_EQ(result.evidence,
        "fault.injected eu-west-1, event 1 at 14:30:00.000 (+2 min 00 s); then health.red eu-west-1, event 4 "
        "at "
        "14:30:11.000 (+2 min 11 s); then health.green eu-west-1, event 7 at 14:36:00.000 (+8 min 00 s)");
}

TEST_F(DrillChecks, FailForEventsInAnotherOrderAndNameTheGap)
{
    addFailover();
    const CheckResult result
        = judgeOne(EventsInOrder { { filter(EventKind::HealthGreen), filter(EventKind::HealthRed) }, {} });
    EXPECT_FALSE(result.passed);
    EXPECT_EQ(result.evidence.rfind("after health.green eu-west-1, event 7 at ", 0), 0u) << result.evidence;
    EXPECT_NE(result.evidence.find("there is no health.red"), std::string::npos);
}

TEST_F(DrillChecks, DoNotCountOneEventTwiceInAnOrder)
{
    add(1s, EventKind::NoteAdded);
    EXPECT_FALSE(judgeOne(
        EventsInOrder { { filter(EventKind::NoteAdded), filter(EventKind::NoteAdded) },
            {} }).passed);
}

TEST_F(DrillChecks, MeasureTheRtoFromFirstErrorToErrorsUnderTheObjective)
{
    addFailover();
    const CheckResult result = judgeOne(RtoAtMost { 5min });
    EXPECT_TRUE(result.passed);
    EXPECT_EQ(result.evidence,
        "59.7 s, from service.impact-began eu-west-1, event 2 at 14:30:00.250 (+2 min 00 s) to "
        "14:31:00.000 (+3 min 00 s), proven by service.slo-restored, event 6 at 14:31:00.000 (+3 min 00 s); "
        "at most 5 min 00 s");
    EXPECT_FALSE(judgeOne(RtoAtMost { 59s }).passed);
}

TEST_F(DrillChecks, CountTheRtoToTheProvenMomentNotToItsConfirmation)
{
    add(10s, EventKind::ImpactBegan);
    add(11s, EventKind::SloBreached);
    add(40s, EventKind::SloRestored).valueBefore = "25000000";
    EXPECT_TRUE(judgeOne(RtoAtMost { 15s }).passed);
    EXPECT_FALSE(judgeOne(RtoAtMost { 14s }).passed);
}

TEST_F(DrillChecks, DistrustARestorationProvenForLaterThanItWasLogged)
{
    add(10s, EventKind::ImpactBegan);
    add(40s, EventKind::SloRestored).valueBefore = "41000000";
    EXPECT_TRUE(judgeOne(RtoAtMost { 30s }).passed);
    EXPECT_FALSE(judgeOne(RtoAtMost { 29s }).passed);
}

TEST_F(DrillChecks, TakeARestorationBackWhenErrorsReturn)
{
    add(10s, EventKind::ImpactBegan);
    add(12s, EventKind::SloBreached);
    add(20s, EventKind::SloRestored);
    add(30s, EventKind::SloBreached);
    add(70s, EventKind::SloRestored);
    EXPECT_FALSE(judgeOne(RtoAtMost { 59s }).passed);
    EXPECT_TRUE(judgeOne(RtoAtMost { 60s }).passed);
}

TEST_F(DrillChecks, FailTheRtoOfAnInterruptionThatLastsToTheEnd)
{
    add(10s, EventKind::ImpactBegan);
    add(12s, EventKind::SloBreached);
    const CheckResult result = judgeOne(RtoAtMost { 23h });
    EXPECT_FALSE(result.passed);
    EXPECT_NE(result.evidence.find("15 min 50 s so far"), std::string::npos) << result.evidence;
}

TEST_F(DrillChecks, JudgeTheLongestOfSeveralInterruptions)
{
    add(10s, EventKind::ImpactBegan);
    add(50s, EventKind::SloRestored);
    add(60s, EventKind::IncidentClosed);
    add(100s, EventKind::ImpactBegan);
    add(105s, EventKind::SloRestored);
    EXPECT_TRUE(judgeOne(RtoAtMost { 40s }).passed);
    EXPECT_FALSE(judgeOne(RtoAtMost { 39s }).passed);
}

TEST_F(DrillChecks, PassTheRtoWhenNobodyWasHurt)
{
    EXPECT_TRUE(judgeOne(RtoAtMost { 1s }).passed);
}

TEST_F(DrillChecks, CountLostAndOverwrittenWrites)
{
    for (int i = 0; i < 3; ++i)
        add(10s, EventKind::WriteAtRisk, kIreland);
    add(20s, EventKind::WriteRecovered, kSingapore);
    EXPECT_TRUE(judgeOne(LossesAtMost { 0, true }).passed);
    add(30s, EventKind::WriteOverwritten, kSingapore).object = "cart of customer 7";
    EXPECT_FALSE(judgeOne(LossesAtMost { 0, true }).passed);
    EXPECT_TRUE(judgeOne(LossesAtMost { 0, false }).passed);
    add(40s, EventKind::WriteLost, kIreland).object = "order 5";
    const CheckResult result = judgeOne(LossesAtMost { 0, false });
    EXPECT_FALSE(result.passed);
    EXPECT_EQ(result.evidence,
        "1 lost and 1 overwritten of 3 acknowledged writes at risk; at most 0 lost; the last: rpo.lost "
        "eu-west-1, "
        "event 6 at 14:28:40.000 (+40.0 s), order 5");
    EXPECT_TRUE(judgeOne(LossesAtMost { 2, true }).passed);
    EXPECT_FALSE(judgeOne(LossesAtMost { 1, true }).passed);
}

TEST_F(DrillChecks, AskForEqualReplicas)
{
    EXPECT_TRUE(judgeOne(ReplicasConverged {}).passed);
    m_converged = false;
    m_end.links.resize(1);
    m_end.links[0]
        = LinkView { .source = kIreland, .target = kSingapore, .lag = 165ms, .pendingOperations = 2 };
    const CheckResult result = judgeOne(ReplicasConverged {});
    EXPECT_FALSE(result.passed);
    EXPECT_EQ(result.evidence,
        "digests or positions of the regions differ at 14:44:00.000 (+16 min 00 s); eu-west-1 to "
        "ap-southeast-1: 2 operations pending, 165 ms behind");
}

TEST_F(DrillChecks, CompareTheStateOfARegionAtTheEnd)
{
    m_end.regions[0].state = RegionState::Held;
    m_end.regions[0].since = kStart + 3min;
    EXPECT_TRUE(judgeOne(RegionStateAtEnd { "eu-west-1", RegionState::Held }).passed);
    const CheckResult result = judgeOne(RegionStateAtEnd { "eu-west-1", RegionState::Serving });
    EXPECT_FALSE(result.passed);
    EXPECT_EQ(result.evidence, "eu-west-1 is held since 14:31:00.000 (+3 min 00 s); expected serving");
}

TEST_F(DrillChecks, CompareTheShareOfAnswersInclusively)
{
    m_end.regions[1].answerShare = 0.4;
    EXPECT_TRUE(judgeOne(AnswerShareAtEnd { "ap-southeast-1", 40, 100 }).passed);
    EXPECT_TRUE(judgeOne(AnswerShareAtEnd { "ap-southeast-1", 0, 40 }).passed);
    EXPECT_FALSE(judgeOne(AnswerShareAtEnd { "ap-southeast-1", 41, 100 }).passed);
    const CheckResult result = judgeOne(AnswerShareAtEnd { "ap-southeast-1", 0, 39 });
    EXPECT_FALSE(result.passed);
    EXPECT_EQ(result.evidence,
        "ap-southeast-1 is in 40.0 % of the live DNS answers at 14:44:00.000 (+16 min 00 s); at most 39 %");
}

TEST_F(DrillChecks, SeeOrdersContinueOnASurvivor)
{
    addFailover();
    EXPECT_TRUE(judgeOne(OrdersContinue { 60s, "" }).passed);
    EXPECT_TRUE(judgeOne(OrdersContinue { 60s, "ap-southeast-1" }).passed);
    EXPECT_FALSE(judgeOne(OrdersContinue { 60s, "eu-west-1" }).passed);
    EXPECT_FALSE(judgeOne(OrdersContinue { 3s, "" }).passed);
    EXPECT_EQ(judgeOne(OrdersContinue { 60s, "" }).event, EventSeq { 3 });
}

TEST_F(DrillChecks, DoNotCallItContinuingWhenNothingStopped)
{
    EXPECT_FALSE(judgeOne(OrdersContinue { 60s, "" }).passed);
}

TEST_F(DrillChecks, CountTheOrdersOfARegion)
{
    m_end.regions[1].ordersTotal = 1'234;
    EXPECT_TRUE(judgeOne(OrdersAtLeast { "ap-southeast-1", 1'234 }).passed);
    const CheckResult result = judgeOne(OrdersAtLeast { "ap-southeast-1", 1'235 });
    EXPECT_FALSE(result.passed);
    EXPECT_EQ(result.evidence,
        "ap-southeast-1 acknowledged 1 234 orders by 14:44:00.000 (+16 min 00 s); at least 1 235");
}

TEST_F(DrillChecks, CompareTheShareOfStaleVisitsInclusively)
{
    EXPECT_FALSE(judgeOne(StaleShareAtEnd { 100 }).passed) << "nobody is there: nothing can be told";
    m_end.clients.visits = { 150, 0, 50, 0 };
    m_end.clients.stale = { 4, 0, 6, 0 };
    m_end.clients.hintsHeard = 9;
    m_end.clients.hintsHonoured = 7;
    EXPECT_TRUE(judgeOne(StaleShareAtEnd { 5 }).passed);
    const CheckResult result = judgeOne(StaleShareAtEnd { 4 });
    EXPECT_FALSE(result.passed);
    EXPECT_EQ(result.evidence,
        "10 of 200 visits are stale (browser 4 of 150, caching 6 of 50); at most 4 %; 7 of 9 hints were "
        "obeyed");
}

TEST_F(DrillChecks, FailForARegionTheRunDoesNotHave)
{
    EXPECT_FALSE(judgeOne(RegionStateAtEnd { "us-east-1", RegionState::Serving }).passed);
    EXPECT_FALSE(judgeOne(AnswerShareAtEnd { "us-east-1", 0, 100 }).passed);
    EXPECT_FALSE(judgeOne(OrdersAtLeast { "us-east-1", 1 }).passed);
}

TEST_F(DrillChecks, ContinueTheLogWithTheirResults)
{
    addFailover();
    m_end.stateHash = 42;
    m_end.executed = 99;
    const std::vector<CheckResult> results = judge(
        { { "rto", RtoAtMost { 5min } }, { "red", EventNotSeen { filter(EventKind::HealthRed), {} } } },
        run());
    EXPECT_FALSE(allPassed(results));
    const std::vector<Event> events = toEvents(results, run());
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(events[0].kind, EventKind::CheckPassed);
    EXPECT_EQ(events[0].seq, EventSeq { 9 });
    EXPECT_EQ(events[0].at, kStart + 16min);
    EXPECT_EQ(events[0].object, "rto");
    EXPECT_EQ(events[0].stateHash, 42u);
    EXPECT_EQ(events[1].kind, EventKind::CheckFailed);
    EXPECT_EQ(events[1].seq, EventSeq { 10 });
    EXPECT_EQ(events[1].cause, EventSeq { 4 });
    EXPECT_EQ(events[1].severity, Severity::Warning);
}

} // namespace
} // namespace sb
