// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdict.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

class VerdictOf : public testing::Test {
protected:
    VerdictOf()
    {
        m_drill.title = "Drill";
        m_drill.checks = { { "equal", ReplicasConverged {} } };
        m_drill.config.seed = 9;
        m_outcome.description.start = UtcStart { 1'772'548'080 };
        m_outcome.description.regions = { { RegionId { 0 }, "eu-west-1", "Ireland", "Dublin", 'I', 0, 0 } };
        m_outcome.finalSnapshot = std::make_shared<Snapshot>();
        m_outcome.endedAt = kStart + 10min;
        m_outcome.replicasConverged = true;
        m_outcome.stateHash = 0xABCD;
        add(0s, EventKind::RunStarted);
    }

    Event& add(Duration at, EventKind kind)
    {
        Event event;
        event.seq = EventSeq { m_outcome.events.size() + 1 };
        event.at = kStart + at;
        event.kind = kind;
        m_outcome.events.push_back(event);
        return m_outcome.events.back();
    }

    void addIncident(bool isRestored)
    {
        add(60s, EventKind::FaultInjected).fault = FaultId { 1 };
        add(60s, EventKind::IncidentOpened);
        add(61s, EventKind::ImpactBegan);
        add(62s, EventKind::SloBreached);
        if (isRestored)
            add(91s + 500ms, EventKind::SloRestored);
    }

    Drill m_drill;
    HeadlessOutcome m_outcome;
};

TEST_F(VerdictOf, ACalmRunHasNoRtoAndNothingAtRisk)
{
    const Verdict verdict = makeVerdict(m_drill, m_outcome);
    EXPECT_TRUE(verdict.passed);
    EXPECT_EQ(toJson(verdict),
        R"({"drill":"Drill","seed":9,"verdict":"passed","virtualSeconds":600.000,)"
        R"("rto":{"seconds":null,"from":null,"to":null,"fromEvent":null,"toEvent":null,"restored":true,)"
        R"("lastCitySeconds":null},)"
        R"("rpo":{"seconds":0.000,"operations":0,"money":0.00,"open":0,"recovered":0,"overwritten":0,)"
        R"("refused":0,)"
        R"("lost":0,"writes":[]},)"
        R"("checks":[{"name":"equal","passed":true,)"
        R"("evidence":"digests and positions of all regions are equal at )"
        R"x(14:38:00.000 (+10 min 00 s)","event":null}],)x"
        R"("executed":0,"stateHash":"000000000000abcd"})");
    const std::string text = toText(verdict);
    EXPECT_NE(text.find("RTO  no user saw an error"), std::string::npos);
    EXPECT_NE(text.find("PASSED: 1 of 1 checks passed"), std::string::npos);
}

TEST_F(VerdictOf, AnIncidentNamesBothEndPointsOfItsRto)
{
    addIncident(true);
    const Verdict verdict = makeVerdict(m_drill, m_outcome);
    const std::string json = toJson(verdict);
    EXPECT_NE(json.find(R"("rto":{"seconds":30.500,"from":"2026-03-03T14:29:01.000Z",)"
                        R"("to":"2026-03-03T14:29:31.500Z","fromEvent":4,"toEvent":6,"restored":true,)"
                        R"("lastCitySeconds":null})"),
        std::string::npos)
        << json;
    const std::string text = toText(verdict);
    EXPECT_NE(text.find("RTO  30.5 s\n"), std::string::npos) << text;
    EXPECT_NE(text.find("from 14:29:01.000  first user-visible error (event 4)"), std::string::npos) << text;
    EXPECT_NE(text.find("to   14:29:31.500  errors back under the objective (event 6)"), std::string::npos)
        << text;
}

TEST_F(VerdictOf, ACheckAndTheFigureMeanTheSameRto)
{
    m_drill.checks = { { "rto", RtoAtMost { 30s } } };
    addIncident(true);
    m_outcome.events.back().valueBefore = "80000000"; // known to be good since 80 s
    const Verdict verdict = makeVerdict(m_drill, m_outcome);
    EXPECT_EQ(verdict.rto.length, Duration { 19s });
    EXPECT_TRUE(verdict.passed);
    EXPECT_EQ(verdict.checks[0].evidence.rfind("19.0 s, ", 0), 0u) << verdict.checks[0].evidence;
}

TEST_F(VerdictOf, AnInterruptionThatLastsIsCountedToTheEnd)
{
    addIncident(false);
    const Verdict verdict = makeVerdict(m_drill, m_outcome);
    EXPECT_FALSE(verdict.rto.isRestored);
    EXPECT_EQ(verdict.rto.length, Duration { 539s });
    EXPECT_NE(toJson(verdict).find(R"("to":null)"), std::string::npos);
    EXPECT_NE(toText(verdict).find("so far, not restored"), std::string::npos);
}

TEST_F(VerdictOf, AFailedCheckFailsTheRun)
{
    m_outcome.replicasConverged = false;
    const Verdict verdict = makeVerdict(m_drill, m_outcome);
    EXPECT_FALSE(verdict.passed);
    EXPECT_NE(toJson(verdict).find(R"("verdict":"failed")"), std::string::npos);
    EXPECT_NE(toText(verdict).find("  ✗ equal\n"), std::string::npos);
    EXPECT_NE(toText(verdict).find("FAILED: 0 of 1 checks passed"), std::string::npos);
}

} // namespace
} // namespace sb
