// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/incident/small_log.h"

#include <gtest/gtest.h>

using namespace sb;

namespace {

IncidentReport onlyIncident(const std::vector<Event>& events)
{
    const RecordReport report = deriveReport(events);
    EXPECT_EQ(report.incidents.size(), 1U);
    return report.incidents.empty() ? IncidentReport {} : report.incidents.front();
}

Event& operatorCommand(LogBuilder& log, Duration t, const char* text)
{
    Event& event = log.add(t, EventKind::CommandAccepted);
    event.actor = Actor::Operator;
    event.action = text;
    return event;
}

} // namespace

TEST(IncidentReport, everyMeasureHasTheTwoEventsItLiesBetween)
{
    const IncidentReport incident = onlyIncident(smallLog());
    EXPECT_EQ(incident.number, 1);
    EXPECT_EQ(incident.title, "Region outage, Ireland");
    EXPECT_EQ(incident.timeToDetect().length(), 31s + 600ms);
    EXPECT_EQ(incident.timeToDecide().length(), 3s);
    EXPECT_EQ(incident.rto().length(), 89s + 600ms);
    EXPECT_EQ(incident.rtoByCohort().length(), 102s + 600ms);
    EXPECT_EQ(incident.timeToRecover().length(), 339s + 600ms);
    EXPECT_EQ(incident.rto().from.seq, EventSeq { 9 });
    EXPECT_EQ(incident.rto().from.executed, 81U);
    EXPECT_EQ(incident.detectedBy, EventKind::HealthRed);
    EXPECT_EQ(incident.decidedBy, EventKind::AnswersShifted);
    EXPECT_TRUE(incident.serviceContinues.isKnown());
    EXPECT_EQ(incident.failedRequests, 4120);
    EXPECT_DOUBLE_EQ(incident.errorShareMax, 51.6);
    EXPECT_FALSE(incident.isOpen());
}

TEST(IncidentReport, phasesFollowEachOtherWithoutAGapFromOpeningToClosing)
{
    const IncidentReport incident = onlyIncident(smallLog());
    ASSERT_EQ(incident.phases.size(), 4U);
    const Duration lengths[] { 32s, 3s, 70s, 235s };
    const Phase phases[] { Phase::Detect, Phase::Decide, Phase::Act, Phase::Recover };
    Duration sum = 0us;
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(incident.phases[i].phase, phases[i]);
        EXPECT_EQ(incident.phases[i].span.length(), lengths[i]);
        if (i > 0) {
            EXPECT_EQ(incident.phases[i].span.from, incident.phases[i - 1].span.to);
        }
        sum += incident.phases[i].span.length();
    }
    EXPECT_EQ(sum, incident.closed.at - incident.opened.at);
}

TEST(IncidentReport, rpoListsEachWriteWithWhatBecameOfIt)
{
    const IncidentReport incident = onlyIncident(smallLog());
    ASSERT_EQ(incident.writes.size(), 3U);
    EXPECT_EQ(incident.rpoAge(), 3s);
    EXPECT_EQ(incident.writes[incident.oldestWrite()].label, "order 48 213");
    EXPECT_EQ(incident.writes[0].outcome, WriteOutcome::Recovered);
    EXPECT_EQ(incident.writes[0].delay, 253s);
    EXPECT_EQ(incident.writes[1].outcome, WriteOutcome::Lost);
    EXPECT_EQ(incident.writes[1].settled.seq, EventSeq { 24 });
    EXPECT_EQ(incident.writes[2].outcome, WriteOutcome::Overwritten);
    EXPECT_FALSE(incident.writes[2].isOrder);
    EXPECT_EQ(incident.totals().operations, 3U);
    EXPECT_EQ(incident.totals().orders, 2U);
    EXPECT_EQ(incident.totals().money, Money { 3150 });
    EXPECT_EQ(incident.totals(WriteOutcome::Lost).money, Money { 800 });
    EXPECT_EQ(incident.totals(WriteOutcome::Open).operations, 0U);
}

TEST(IncidentReport, faultsKeepTheirEndAndTheirResidueCheck)
{
    const IncidentReport incident = onlyIncident(smallLog());
    ASSERT_EQ(incident.faults.size(), 1U);
    EXPECT_EQ(incident.faults[0].kind, "region-outage");
    EXPECT_EQ(incident.faults[0].ended.at, Instant { 300s });
    EXPECT_FALSE(incident.faults[0].isExpired);
    EXPECT_TRUE(incident.faults[0].isResidueChecked);
    EXPECT_FALSE(incident.faults[0].isResidueFound);
}

TEST(IncidentReport, anIncidentStillRunningHasNoEndAndOpenWrites)
{
    std::vector<Event> events = smallLog();
    events.resize(14); // up to the breach, not its end
    const IncidentReport incident = onlyIncident(events);
    EXPECT_TRUE(incident.isOpen());
    EXPECT_FALSE(incident.rto().isMeasured());
    EXPECT_EQ(incident.totals(WriteOutcome::Open).operations, 3U);
    EXPECT_FALSE(incident.phases.back().span.to.isKnown());
}

TEST(IncidentReport, aRestorationThatABreachUndidDoesNotCount)
{
    LogBuilder log;
    log.add(10s, EventKind::IncidentOpened);
    log.add(11s, EventKind::ImpactBegan);
    log.add(12s, EventKind::SloBreached);
    log.add(30s, EventKind::SloRestored);
    log.add(40s, EventKind::SloBreached);
    EXPECT_FALSE(onlyIncident(log.events()).restored.isKnown());
    log.add(70s, EventKind::SloRestored);
    log.add(75s, EventKind::SloRestored);
    const IncidentReport incident = onlyIncident(log.events());
    EXPECT_EQ(incident.rto().length(), 59s);
    EXPECT_TRUE(incident.isRestorationUndone);
}

TEST(IncidentReport, calmCountsFromItsBeginningAndNotFromItsProof)
{
    const IncidentReport incident = onlyIncident(smallLog());
    EXPECT_EQ(incident.restored.at, Instant { 150s });
    EXPECT_EQ(incident.restored.seq, EventSeq { 16 }); // which is logged at 165 s
    LogBuilder log;
    log.add(10s, EventKind::IncidentOpened);
    log.add(30s, EventKind::SloRestored).valueBefore = "31000000"; // later than its own event: not believed
    EXPECT_EQ(onlyIncident(log.events()).restored.at, Instant { 30s });
}

TEST(IncidentReport, answersThatDriftBeforeTheAlarmAreNoDecision)
{
    LogBuilder log;
    log.add(10s, EventKind::IncidentOpened);
    log.add(11s, EventKind::AnswersShifted).actor = Actor::Routing;
    log.add(20s, EventKind::ReplicationStalled);
    log.add(21s, EventKind::AnswersShifted).actor = Actor::System;
    EXPECT_FALSE(onlyIncident(log.events()).decided.isKnown());
    log.add(22s, EventKind::AnswersShifted).actor = Actor::Routing;
    const IncidentReport incident = onlyIncident(log.events());
    EXPECT_EQ(incident.decided.at, Instant { 22s });
    EXPECT_EQ(incident.detectedBy, EventKind::ReplicationStalled);
}

TEST(IncidentReport, onlyCommandsThatRecoverAreDecisions)
{
    for (const char* text : { "restore eu-west-1", "fail-back eu-west-1", "clear all", "clear fault 1" }) {
        LogBuilder log;
        log.add(10s, EventKind::IncidentOpened);
        operatorCommand(log, 12s, "fail mapping-removed eu-west-1 for 5m");
        operatorCommand(log, 13s, "note clear all of it later");
        operatorCommand(log, 15s, text);
        EXPECT_EQ(onlyIncident(log.events()).decided.at, Instant { 15s }) << text;
    }
}

TEST(IncidentReport, aDecisionBeforeTheAlarmIsKeptButNotMeasuredAsANegativeTime)
{
    LogBuilder log;
    log.add(10s, EventKind::IncidentOpened);
    operatorCommand(log, 12s, "restore eu-west-1");
    log.add(20s, EventKind::HealthRed);
    const IncidentReport incident = onlyIncident(log.events());
    EXPECT_TRUE(incident.decided.isKnown());
    EXPECT_FALSE(incident.timeToDecide().isMeasured());
}

TEST(IncidentReport, theFaultThatOpenedItBelongsToItEvenThoughItComesFirst)
{
    LogBuilder log;
    log.add(5s, EventKind::ConflictFound);
    const EventSeq fault = log.add(10s, EventKind::FaultInjected).seq;
    log.write(10s, kIreland, "order 1", "order", 9s, "1.00", fault);
    log.add(10s, EventKind::IncidentOpened, fault);
    log.add(20s, EventKind::IncidentClosed);
    const IncidentReport incident = onlyIncident(log.events());
    EXPECT_EQ(incident.firstIndex, 1U);
    EXPECT_EQ(incident.faults.size(), 1U);
    EXPECT_EQ(incident.writes.size(), 1U);
    EXPECT_EQ(incident.conflicts, 0U);
}

TEST(IncidentReport, theCommandThatInjectedItsFaultIsItsFirstEvent)
{
    EXPECT_EQ(onlyIncident(smallLog()).firstIndex, 1U);
}

TEST(IncidentReport, twoIncidentsDoNotShareEvents)
{
    LogBuilder log;
    for (const Duration start : { Duration { 10s }, Duration { 100s } }) {
        const EventSeq fault = log.add(start, EventKind::FaultInjected).seq;
        log.add(start, EventKind::IncidentOpened, fault);
        log.add(start + 1s, EventKind::ImpactBegan);
        log.add(start + 5s, EventKind::SloRestored);
        log.add(start + 9s, EventKind::IncidentClosed);
    }
    const RecordReport report = deriveReport(log.events());
    ASSERT_EQ(report.incidents.size(), 2U);
    EXPECT_EQ(report.incidents[1].number, 2);
    for (const IncidentReport& incident : report.incidents) {
        EXPECT_EQ(incident.rto().length(), 4s);
        EXPECT_EQ(incident.faults.size(), 1U);
    }
    EXPECT_TRUE(report.defects.empty());
}

TEST(IncidentReport, aWriteThatComesBackAfterClosingIsNoLongerLost)
{
    LogBuilder log;
    log.add(10s, EventKind::IncidentOpened);
    const EventSeq write = log.write(10s, kIreland, "order 1", "order", 8s, "1.00", {});
    log.add(20s, EventKind::WriteLost, write);
    log.add(20s, EventKind::IncidentClosed);
    EXPECT_EQ(onlyIncident(log.events()).writes[0].outcome, WriteOutcome::Lost);
    log.add(90s, EventKind::WriteRecovered, write);
    const IncidentReport incident = onlyIncident(log.events());
    EXPECT_EQ(incident.writes[0].outcome, WriteOutcome::Recovered);
    EXPECT_EQ(incident.writes[0].delay, 82s); // commit to readable, as the event says no delay
}

TEST(IncidentReport, aWriteThatARuleKeptOutIsRefusedAndCountedApart)
{
    LogBuilder log;
    log.add(10s, EventKind::IncidentOpened);
    const EventSeq refused = log.write(10s, kIreland, "order 1", "order", 8s, "1.50", {});
    log.write(10s, kIreland, "order 2", "order", 9s, "2.00", {});
    log.add(20s, EventKind::WriteRefused, refused).action = "first-wins";
    const IncidentReport incident = onlyIncident(log.events());
    EXPECT_EQ(incident.writes[0].outcome, WriteOutcome::Refused);
    EXPECT_EQ(incident.totals(WriteOutcome::Refused).operations, 1U);
    EXPECT_EQ(incident.totals(WriteOutcome::Refused).money, Money { 150 });
    EXPECT_EQ(incident.totals(WriteOutcome::Open).operations, 1U);
    EXPECT_EQ(incident.totals().money, Money { 350 });
}

TEST(IncidentReport, theSurvivorsEstimateStandsBesideTheNumberOfTheList)
{
    LogBuilder log;
    log.add(10s, EventKind::IncidentOpened);
    const EventSeq settled = log.write(10s, kIreland, "order 1", "order", 8s, "1.00", {});
    log.add(11s, EventKind::WriteRecovered, settled);
    log.write(12s, kIreland, "order 2", "order", 9s, "1.00", {});
    const EventSeq lost = log.write(12s, kIreland, "order 3", "order", 9s, "1.00", {});
    log.write(12s, kSingapore, "order 4", "order", 9s, "1.00", {});
    Event& estimate = log.add(12s, EventKind::LossEstimated);
    estimate.region = kIreland;
    estimate.valueBefore = "0";
    estimate.valueAfter = "5";
    log.add(12s, EventKind::WriteLost, lost);
    const IncidentReport incident = onlyIncident(log.events());
    ASSERT_EQ(incident.estimates.size(), 1U);
    EXPECT_EQ(incident.estimates[0].fewest, 0U);
    EXPECT_EQ(incident.estimates[0].most, 5U);
    EXPECT_EQ(incident.estimates[0].exact, 2U);
}

TEST(IncidentReport, aWriteListedWhileItWaitedIsCutOffByTheOutageThatFollows)
{
    LogBuilder log;
    log.add(10s, EventKind::IncidentOpened);
    const EventSeq settled = log.write(20s, kIreland, "order 1", "order", 15s, "1.00", {});
    log.add(25s, EventKind::WriteRecovered, settled); // before the outage: its age does not count to it
    log.write(21s, kIreland, "order 2", "order", 16s, "1.00", {});
    log.write(22s, kSingapore, "order 3", "order", 12s, "1.00", {});
    EXPECT_EQ(onlyIncident(log.events()).rpoAge(), 10s);
    Event& outage = log.add(30s, EventKind::FaultInjected);
    outage.action = "region-outage";
    outage.region = kIreland;
    outage.fault = FaultId { 1 };
    const IncidentReport incident = onlyIncident(log.events());
    EXPECT_EQ(incident.writes[incident.oldestWrite()].label, "order 2");
    EXPECT_EQ(incident.rpoAge(), 14s);
}

TEST(IncidentReport, whatDoesNotHoldInTheLogIsNamed)
{
    EXPECT_TRUE(deriveReport(smallLog()).defects.empty());
    LogBuilder log;
    log.add(10s, EventKind::IncidentOpened);
    log.write(10s, kIreland, "order 1", "order", 11s, "much", {});
    log.add(9s, EventKind::WriteLost, EventSeq { 1 });
    std::vector<Event> events = log.events();
    events.back().seq = EventSeq { 5 };
    events.front().cause = EventSeq { 1 };
    const RecordReport report = deriveReport(events);
    ASSERT_EQ(report.defects.size(), 6U); // gap, order, cause; commit time, amount; stray outcome
    EXPECT_EQ(report.defects[0], "event 1: its cause is not an earlier event");
}

TEST(IncidentReport, anEmptyLogHasNoIncidents)
{
    const RecordReport report = deriveReport({});
    EXPECT_TRUE(report.incidents.empty());
    EXPECT_EQ(report.eventCount, 0U);
}

TEST(PlainMoney, amountsAreReadExactlyAndNonsenseIsRefused)
{
    EXPECT_EQ(parsePlainMoney("12.34").value(), Money { 1234 });
    EXPECT_EQ(parsePlainMoney("-0.05").value(), Money { -5 });
    EXPECT_EQ(parsePlainMoney("7").value(), Money { 700 });
    EXPECT_EQ(parsePlainMoney("7.5").value(), Money { 750 });
    for (const char* text :
        { "", "-", ".", "1.", "1.234", "1,00", "+1", "1.-5", "--1", "1e3", "99999999999999999999" })
        EXPECT_FALSE(parsePlainMoney(text)) << text;
}
