// SPDX-License-Identifier: GPL-3.0-or-later
// What single blocks do, and what an evaluation finds beforehand.
#include "plan_rig.h"

namespace sb {
namespace {

using test::PlanRig;
using test::planText;
using test::step;

const std::string kGo = "plan start p region eu-west-1";

TEST(PlanBlocks, DrainWaitsForWritesInFlightAndForTheBacklog)
{
    PlanRig rig(planText(step("drain", "drain", "region = \"$target\"")));
    PlanRegionFacts& region = rig.host.at("eu-west-1");
    region.unshipped = 3;
    EXPECT_EQ(rig.order(kGo), "");
    for (int i = 0; i < 10; ++i) { // a write now and then
        region.writes += 1;
        rig.advance(1500ms);
    }
    EXPECT_EQ(rig.steps(), "drain running");
    rig.advance(5s);
    EXPECT_EQ(rig.steps(), "drain running") << "it writes no more, but 3 writes are nowhere else";
    EXPECT_NE(rig.detail("drain").find("3 writes"), std::string::npos);
    region.unshipped = 0;
    rig.advance(1s);
    EXPECT_EQ(rig.steps(), "drain completed");
}

TEST(PlanBlocks, WaitForLagWaitsForEveryLinkAndNeverForAPausedOne)
{
    PlanRig rig(planText(step("lag", "wait-for-lag", "max = \"1s\"")));
    rig.host.everyLink.lag = 3s;
    EXPECT_EQ(rig.order("plan start p"), "");
    EXPECT_NE(rig.detail("lag").find("3.0 s"), std::string::npos) << rig.detail("lag");
    rig.host.everyLink = { 0us, true, false };
    rig.advance(5s);
    EXPECT_EQ(rig.steps(), "lag running") << "a paused link has no lag to speak of";
    rig.host.everyLink = { 900ms, false, false };
    rig.advance(1s);
    EXPECT_EQ(rig.steps(), "lag completed");
}

TEST(PlanBlocks, PromoteLeavesAnotherWriterAlone)
{
    PlanRig rig(planText(step("promote", "promote", "region = \"$survivor\"\nfrom = \"$target\"")));
    rig.host.serviceFacts.writer = "ap-southeast-1";
    EXPECT_EQ(rig.order(kGo), "");
    EXPECT_EQ(rig.state(), "completed");
    EXPECT_TRUE(rig.host.ordered.empty());
    EXPECT_NE(rig.detail("promote").find("ap-southeast-1 stays it"), std::string::npos);
}

TEST(PlanBlocks, RoutingControlsChangeAsOneTransaction)
{
    PlanRig rig(planText(step("flip", "routing-control", "set = [\"a=off\", \"b=on\"]")
        + step("strange", "routing-control", "set = [\"z=off\"]\noptional = true")));
    EXPECT_EQ(rig.order("plan start p"), "");
    EXPECT_EQ(rig.host.ordered, (std::vector<std::string> { "controls a=off b=on" }));
    EXPECT_EQ(rig.steps(), "flip completed, strange skipped") << "the run has no control z";
    EXPECT_EQ(rig.state(), "completed");
}

TEST(PlanBlocks, WarmUpHoldsWhileErrorsAreTooMany)
{
    PlanRig rig(planText(step("warm", "warm-up", "region = \"$target\"\ndwell = \"10s\"")));
    EXPECT_EQ(rig.order(kGo), "");
    rig.advance(11s);
    rig.host.at("eu-west-1").errorsPerMille = 30;
    rig.advance(1min);
    EXPECT_EQ(rig.host.ordered, (std::vector<std::string> { "dial eu-west-1 1%", "dial eu-west-1 10%" }));
    EXPECT_NE(rig.detail("warm").find("holds at 10 %"), std::string::npos);
    rig.host.at("eu-west-1").errorsPerMille = 0;
    rig.advance(9s);
    EXPECT_EQ(rig.host.ordered.size(), 2u) << "the dwell began anew";
    rig.advance(25s);
    EXPECT_EQ(rig.host.ordered,
        (std::vector<std::string> {
            "dial eu-west-1 1%", "dial eu-west-1 10%", "dial eu-west-1 50%", "dial eu-west-1 100%" }));
    EXPECT_EQ(rig.state(), "completed");
}

TEST(PlanBlocks, FailBackFollowsTheRegionToItsEnd)
{
    const std::string text = planText(step("back", "fail-back", "region = \"$target\""));
    PlanRig good(text);
    good.host.at("eu-west-1").isInService = false;
    EXPECT_EQ(good.order(kGo), "");
    good.advance(5s);
    EXPECT_EQ(good.steps(), "back running");
    good.host.at("eu-west-1").isFailingBack = false;
    good.host.at("eu-west-1").isInService = true;
    good.advance(1s);
    EXPECT_EQ(good.state(), "completed");

    PlanRig stopped(text);
    stopped.host.at("eu-west-1").isInService = false;
    EXPECT_EQ(stopped.order(kGo), "");
    stopped.host.at("eu-west-1").isFailingBack = false;
    stopped.host.at("eu-west-1").wasFailBackAborted = true;
    stopped.host.at("eu-west-1").failBackDetail = "its check went red again";
    stopped.advance(1s);
    EXPECT_EQ(stopped.steps(), "back failed");
    EXPECT_NE(stopped.detail("back").find("red again"), std::string::npos);
}

TEST(PlanBlocks, FailBackWaitsForARegionWhoseCheckIsRedAndWhichIsNotHeldYet)
{
    PlanRig rig(planText(step("back", "fail-back", "region = \"$target\"")));
    rig.host.at("eu-west-1").isHealthy = false;
    rig.host.refused["fail-back eu-west-1"] = "in service; there is nothing to fail back";
    EXPECT_EQ(rig.order(kGo), "");
    rig.advance(5s);
    EXPECT_EQ(rig.steps(), "back running");
    EXPECT_TRUE(rig.host.ordered.empty());
    rig.host.at("eu-west-1").isInService = false; // held
    rig.host.refused.clear();
    rig.advance(1s);
    EXPECT_EQ(rig.host.ordered, (std::vector<std::string> { "fail-back eu-west-1" }));
    PlanRig fenced(planText(step("back", "fail-back", "region = \"$target\"")));
    fenced.host.at("eu-west-1").isInService = false;
    fenced.host.refused["fail-back eu-west-1"] = "it is fenced";
    EXPECT_EQ(fenced.order(kGo), "");
    EXPECT_EQ(fenced.steps(), "back failed");
}

TEST(PlanBlocks, ChecksJudgeTheFactsAtOnceOrWithinATime)
{
    struct Case {
        std::string keys;
        bool holds;
    };
    const std::vector<Case> cases {
        { "answers-at-most = 5\nregion = \"us-east-1\"", true },
        { "answers-at-most = 3\nregion = \"us-east-1\"", false },
        { "answers-at-least = 4\nregion = \"us-east-1\"", true },
        { "answers-at-least = 5\nregion = \"us-east-1\"", false },
        { "lag-at-most = \"100ms\"", true },
        { "lag-at-most = \"99ms\"", false },
        { "errors-at-most = 7", true },
        { "errors-at-most = 6", false },
        { "health = \"green\"\nregion = \"us-east-1\"", true },
        { "health = \"red\"\nregion = \"us-east-1\"", false },
        { "fenced = false\nregion = \"us-east-1\"", true },
        { "fenced = true\nregion = \"us-east-1\"", false },
    };
    for (const Case& one : cases) {
        PlanRig rig(planText(step("check", "check", one.keys)));
        rig.host.at("us-east-1").answersPerMille = 40;
        rig.host.serviceFacts.errorsPerMille = 7;
        EXPECT_EQ(rig.order("plan start p"), "");
        EXPECT_EQ(rig.steps(), one.holds ? "check completed" : "check failed") << one.keys;
    }
    PlanRig patient(planText(step("check", "check", "errors-at-most = 6\nwithin = \"30s\"")));
    patient.host.serviceFacts.errorsPerMille = 7;
    EXPECT_EQ(patient.order("plan start p"), "");
    patient.advance(20s);
    EXPECT_EQ(patient.steps(), "check running");
    patient.advance(11s);
    EXPECT_EQ(patient.steps(), "check failed");
}

TEST(PlanBlocks, ADataDiffTellsWhatWouldBeLostAndFailsAboveItsBound)
{
    const auto run = [](const std::string& keys, std::uint64_t onlyHere, int unequal) {
        PlanRig rig(planText(step("diff", "data-diff", "region = \"$target\"\n" + keys)));
        rig.host.difference.onlyHere = onlyHere;
        rig.host.difference.onlyHereText = std::to_string(onlyHere) + " writes";
        rig.host.difference.bucketsUnequal = unequal;
        rig.host.difference.unequalTables = "carts";
        EXPECT_EQ(rig.order(kGo), "");
        return rig.steps() + ": " + rig.detail("diff");
    };
    EXPECT_EQ(run("", 12, 0),
        "diff completed: 500 buckets compared with 2 regions, 12 in flux, 0 unequal; in eu-west-1 alone: "
        "12 writes");
    EXPECT_TRUE(run("only-here-at-most = 11", 12, 0).starts_with("diff failed"));
    EXPECT_TRUE(run("only-here-at-most = 12", 12, 0).starts_with("diff completed"));
    EXPECT_TRUE(run("", 0, 1).starts_with("diff failed")) << "copies of the same writes must be equal";
    EXPECT_NE(run("", 0, 1).find("carts"), std::string::npos);
}

TEST(PlanBlocks, WaitForAlarmAndTheRest)
{
    PlanRig rig(planText(step("red", "wait-for-alarm", "alarm = \"health $target\"\nis = \"red\"")
        + step("shift", "shift-away", "region = \"$target\"\nfor = \"1h\"\nreason = \"drill\"")
        + step("end", "end-shift", "region = \"$target\"")
        + step("restore", "restore", "region = \"$target\"")
        + step("evict", "command", "do = \"evict $target\"")));
    rig.host.refused["restore eu-west-1"] = "no fault touches it";
    EXPECT_EQ(rig.order(kGo), "");
    rig.advance(5s);
    EXPECT_EQ(rig.view().steps[0].state, "running");
    rig.host.at("eu-west-1").isHealthy = false;
    rig.advance(1s);
    EXPECT_EQ(rig.state(), "completed");
    EXPECT_EQ(rig.host.ordered,
        (std::vector<std::string> {
            "shift-away eu-west-1 for 60m because drill", "cancel-shift eu-west-1", "evict eu-west-1" }));
    EXPECT_NE(rig.detail("restore").find("nothing to do"), std::string::npos);
}

TEST(PlanBlocks, AFenceThatTheRunDoesNotHaveFailsUnlessItIsOptional)
{
    for (const bool isOptional : { false, true }) {
        PlanRig rig(planText(step("fence", "fence",
            std::string("region = \"$target\"\noptional = ") + (isOptional ? "true" : "false"))));
        rig.host.serviceFacts.hasFences = false;
        EXPECT_EQ(rig.order(kGo), "");
        EXPECT_EQ(rig.steps(), isOptional ? "fence skipped" : "fence failed");
    }
}

// ---- evaluation

std::string evaluation(PlanRig& rig)
{
    EXPECT_EQ(rig.order("plan evaluate p"), "");
    std::string text = rig.view().evaluation;
    for (const std::string& finding : rig.view().findings)
        text += "\n" + finding;
    return text;
}

void expectFinding(PlanRig& rig, const std::string& words)
{
    const std::string found = evaluation(rig);
    EXPECT_TRUE(found.starts_with("actionRequired")) << found;
    EXPECT_NE(found.find(words), std::string::npos) << found;
}

TEST(PlanEvaluationOnDemand, PassesWhenNothingStandsInTheWay)
{
    PlanRig rig(planText(step("fence", "fence", "region = \"eu-west-1\"")
        + step("promote", "promote", "region = \"us-east-1\"")));
    EXPECT_EQ(rig.view().evaluation, "pendingEvaluation");
    EXPECT_EQ(evaluation(rig), "passed");
    EXPECT_EQ(rig.events.back().kind, EventKind::PlanEvaluated);
    EXPECT_EQ(rig.events.back().valueAfter, "passed");
    EXPECT_EQ(rig.events.back().cause, rig.events[rig.events.size() - 2].seq);
}

TEST(PlanEvaluationOnDemand, FindsWhatStandsInTheWay)
{
    const std::string text = planText(step("lag", "wait-for-lag", "max = \"1s\"")
        + step("fence", "fence", "region = \"eu-west-1\"")
        + step("promote", "promote", "region = \"us-east-1\"")
        + step("flip", "routing-control", "set = [\"a=off\"]")
        + step("back", "fail-back", "region = \"ap-southeast-1\""));
    {
        PlanRig rig(text);
        rig.host.everyLink.isPaused = true;
        expectFinding(rig, "replication from eu-west-1 to us-east-1 is paused");
    }
    {
        PlanRig rig(text);
        rig.host.serviceFacts.hasFences = false;
        expectFinding(rig, "no fences on the server side");
    }
    {
        PlanRig rig(text);
        rig.host.refused["fence eu-west-1"] = "it is the last one";
        expectFinding(rig, "it is the last one");
    }
    {
        PlanRig rig(text);
        rig.host.refused["move-writer us-east-1"] = "the present writer is down";
        expectFinding(rig, "the present writer is down");
    }
    {
        PlanRig rig(text);
        rig.host.refused["controls a=off"] = "rule 'one-on' would be broken";
        expectFinding(rig, "rule 'one-on'");
    }
    {
        PlanRig rig(text);
        rig.host.controls.clear();
        expectFinding(rig, "no routing control 'a'");
    }
    {
        PlanRig rig(text);
        rig.host.refused["fail-back ap-southeast-1"] = "there is nothing to fail back";
        expectFinding(rig, "nothing to fail back");
    }
    {
        PlanRig rig(text);
        for (PlanRegionFacts& region : rig.host.facts)
            region.requestsHz = 300;
        expectFinding(rig, "the others have no head-room: 900 requests/s now, and they sustain 800");
    }
    {
        PlanRig rig(text);
        rig.host.at("us-east-1").isHealthy = rig.host.at("ap-southeast-1").isHealthy = false;
        expectFinding(rig, "nowhere to go");
    }
    PlanRig strange(planText(step("fence", "fence", "region = \"sa-east-1\"")));
    expectFinding(strange, "no region 'sa-east-1'");
}

TEST(PlanEvaluationOnDemand, DoesNotGuessAtWhatAnEarlierStepChanges)
{
    PlanRig rig(planText(step("unfence", "unfence", "region = \"eu-west-1\"")
        + step("back", "fail-back", "region = \"eu-west-1\"")));
    rig.host.at("eu-west-1").isFenced = true;
    rig.host.refused["fail-back eu-west-1"] = "it is fenced: unfence it first";
    EXPECT_EQ(evaluation(rig), "passed") << "the step before it unfences the region";
}

TEST(PlanEvaluationOnDemand, OfAnOpenTargetPassesWhenItWouldWorkForOneRegion)
{
    PlanRig rig(planText(step("back", "fail-back", "region = \"$target\"")));
    rig.host.refused["fail-back eu-west-1"] = "in service";
    rig.host.refused["fail-back us-east-1"] = "in service";
    const std::string found = evaluation(rig);
    EXPECT_TRUE(found.starts_with("passed")) << found;
    EXPECT_NE(found.find("for us-east-1: step 'back'"), std::string::npos) << found;
    rig.host.refused["fail-back ap-southeast-1"] = "in service";
    expectFinding(rig, "for ap-southeast-1");
}

TEST(PlanEvaluationOnDemand, IsUnknownWithoutTraffic)
{
    PlanRig rig(planText(step("fence", "fence", "region = \"eu-west-1\"")));
    for (PlanRegionFacts& region : rig.host.facts)
        region.requestsHz = 0;
    EXPECT_TRUE(evaluation(rig).starts_with("unknown")) << evaluation(rig);
}

TEST(PlanEvaluationByTheClock, IsMadeOnceTrafficHasComeUpAndEveryHalfHour)
{
    PlanRig rig(planText(step("fence", "fence", "region = \"eu-west-1\"")));
    const auto count = [&] {
        return std::count_if(rig.events.begin(), rig.events.end(),
            [](const Event& event) { return event.kind == EventKind::PlanEvaluated; });
    };
    rig.advance(5s);
    EXPECT_EQ(count(), 0);
    rig.advance(6s);
    EXPECT_EQ(count(), 1);
    EXPECT_EQ(rig.view().evaluation, "passed");
    rig.advance(29min);
    EXPECT_EQ(count(), 1);
    rig.host.refused["fence eu-west-1"] = "no";
    rig.advance(2min);
    EXPECT_EQ(count(), 2);
    EXPECT_EQ(rig.view().evaluation, "actionRequired");
}

TEST(PlanEvaluationAtTheStart, GoesWithTheExecutionAsWarnings)
{
    PlanRig rig(
        planText(step("note", "note", "text = \"x\"") + step("fence", "fence", "region = \"$target\"")));
    for (PlanRegionFacts& region : rig.host.facts)
        region.requestsHz = 300;
    EXPECT_EQ(rig.order(kGo), "");
    const Event started = rig.chain().front();
    EXPECT_NE(started.note.find("warnings: without eu-west-1"), std::string::npos) << started.note;
}

} // namespace
} // namespace sb
