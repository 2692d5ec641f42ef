// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan_rig.h"

namespace sb {
namespace {

using test::PlanRig;
using test::planText;
using test::step;

const std::string kFence = step("fence", "fence", "region = \"$target\"");
const std::string kWait = step("wait", "wait", "time = \"10s\"");
const std::string kGo = "plan start p region eu-west-1";

std::string note(const std::string& name, const std::string& keys = {})
{
    return step(name, "note", "text = \"" + name + "\"\n" + keys);
}
std::string wait(const std::string& name, const std::string& time, const std::string& keys = {})
{
    return step(name, "wait", "time = \"" + time + "\"\n" + keys);
}

TEST(PlanRunner, NamesStatesAsTheVendorDoes)
{
    std::string all;
    for (int i = 0; i < kExecutionStateCount; ++i)
        all += std::string(toString(static_cast<ExecutionState>(i))) + " ";
    EXPECT_EQ(all,
        "pending inProgress pausedByFailedStep pausedByOperator pendingManualApproval "
        "completedMonitoringApplicationHealth completed completedWithExceptions canceled "
        "planExecutionTimedOut failed ");
    all.clear();
    for (int i = 0; i <= static_cast<int>(StepState::Canceled); ++i)
        all += std::string(toString(static_cast<StepState>(i))) + " ";
    EXPECT_EQ(all, "notStarted running pendingApproval completed failed skipped canceled ");
}

TEST(PlanRunner, GoesThroughItsStepsInOrderAndTheChainOfEventsIsUnbroken)
{
    PlanRig rig(planText(kFence + kWait + note("done")));
    rig.host.endsLeases = false;
    EXPECT_EQ(rig.order(kGo), "");
    EXPECT_EQ(rig.state(), "inProgress");
    EXPECT_EQ(rig.steps(), "fence running, wait notStarted, done notStarted");
    rig.advance(3s);
    EXPECT_EQ(rig.steps(), "fence running, wait notStarted, done notStarted");
    rig.host.at("eu-west-1").isFenceComplete = true;
    rig.advance(1s);
    EXPECT_EQ(rig.steps(), "fence completed, wait running, done notStarted");
    rig.advance(10s);
    EXPECT_EQ(rig.steps(), "fence completed, wait completed, done completed");
    EXPECT_EQ(rig.state(), "completed");
    EXPECT_EQ(rig.host.ordered, (std::vector<std::string> { "fence eu-west-1", "note done" }));
    rig.expectUnbrokenChain();
    const auto chain = rig.chain();
    EXPECT_EQ(chain.front().kind, EventKind::PlanStarted);
    EXPECT_EQ(chain.back().kind, EventKind::PlanEnded);
    EXPECT_EQ(chain.back().valueAfter, "completed");
    // What a step orders has the step's event as its cause.
    for (const EventSeq cause : rig.host.causes)
        EXPECT_EQ(rig.events.at(cause.value - 1).kind, EventKind::PlanStep);
}

TEST(PlanRunner, SchedulesNothingWhileNothingRunsAndNoPlanIsTheRunsOwn)
{
    World world { 1 };
    EventLog log { [] { return EventLog::Stamp {}; } };
    test::PlayedHost host;
    host.log = &log;
    PlanRunner runner(world, log, host, { *parsePlan(planText(kFence), "p") }, {});
    runner.connect(world.add(runner));
    const std::uint64_t hash = world.stateHash();
    EXPECT_EQ(world.pending(), 0u);
    EXPECT_EQ(world.stateHash(), hash);
    runner.start({ "p", true, "eu-west-1" }, Actor::Operator, {});
    EXPECT_NE(world.stateHash(), hash) << "an execution is state";
}

TEST(PlanRunner, BeginsParallelStepsTogetherAndGoesOnWhenAllHaveEnded)
{
    PlanRig rig(planText(step("both", "parallel")
        + "[[step.parallel]]\nname = \"x\"\nblock = \"wait\"\ntime = \"2s\"\n"
          "[[step.parallel]]\nname = \"y\"\nblock = \"wait\"\ntime = \"5s\"\n"
        + note("after")));
    EXPECT_EQ(rig.order("plan start p"), "");
    EXPECT_EQ(rig.steps(), "both running, x running, y running, after notStarted");
    rig.advance(3s);
    EXPECT_EQ(rig.steps(), "both running, x completed, y running, after notStarted");
    EXPECT_EQ(rig.view().steps[1].depth, 1);
    rig.advance(3s);
    EXPECT_EQ(rig.steps(), "both completed, x completed, y completed, after completed");
    EXPECT_EQ(rig.view().steps[0].startedAt, rig.view().steps[2].startedAt);
    rig.expectUnbrokenChain();
}

TEST(PlanRunner, AFailedStepPausesUntilItIsRetried)
{
    PlanRig rig(planText(kFence + note("after")));
    rig.host.refused["fence eu-west-1"] = "the last region";
    EXPECT_EQ(rig.order(kGo), "");
    EXPECT_EQ(rig.state(), "pausedByFailedStep");
    EXPECT_EQ(rig.steps(), "fence failed, after notStarted");
    EXPECT_NE(rig.detail("fence").find("the last region"), std::string::npos);
    EXPECT_NE(rig.order("plan resume p").find("retry it or skip it"), std::string::npos);
    EXPECT_NE(rig.order("plan pause p"), "");
    rig.advance(5s);
    EXPECT_EQ(rig.state(), "pausedByFailedStep");
    EXPECT_EQ(rig.order("plan retry p"), "");
    EXPECT_EQ(rig.state(), "pausedByFailedStep") << "it was refused again";
    rig.host.refused.clear();
    EXPECT_EQ(rig.order("plan retry p step fence"), "");
    EXPECT_EQ(rig.state(), "completed");
    rig.expectUnbrokenChain();
}

TEST(PlanRunner, ASkippedStepIsAnException)
{
    PlanRig rig(planText(kFence + note("after")));
    rig.host.refused["fence eu-west-1"] = "no";
    EXPECT_EQ(rig.order(kGo), "");
    EXPECT_EQ(rig.order("plan skip p"), "");
    EXPECT_EQ(rig.steps(), "fence skipped, after completed");
    EXPECT_EQ(rig.state(), "completedWithExceptions");
}

TEST(PlanRunner, ARunningStepCanBeSkipped)
{
    PlanRig rig(planText(wait("long", "1h") + note("after")));
    EXPECT_EQ(rig.order("plan start p"), "");
    EXPECT_NE(rig.order("plan skip p step after"), "") << "it has not begun";
    EXPECT_NE(rig.order("plan skip p step nobody").find("no step 'nobody'"), std::string::npos);
    EXPECT_EQ(rig.order("plan skip p step long"), "");
    EXPECT_EQ(rig.steps(), "long skipped, after completed");
    EXPECT_EQ(rig.state(), "completedWithExceptions");
}

TEST(PlanRunner, GoesOnAfterAFailureWhereThePlanSaysSo)
{
    PlanRig rig(
        planText(step("fence", "fence", "region = \"$target\"\non-failure = \"continue\"") + note("after")));
    rig.host.refused["fence eu-west-1"] = "no";
    EXPECT_EQ(rig.order(kGo), "");
    EXPECT_EQ(rig.steps(), "fence failed, after completed");
    EXPECT_EQ(rig.state(), "completedWithExceptions");
}

TEST(PlanRunner, RollsBackWhatItHasDoneInTheOppositeOrder)
{
    PlanRig rig(planText(kFence + step("dial", "dial", "region = \"$target\"\npercent = 0")
        + step("controls", "routing-control", "set = [\"a=off\", \"b=on\"]")
        + step("promote", "promote", "region = \"us-east-1\"") + note("middle")
        + step("check", "check", "errors-at-most = 0\non-failure = \"roll-back\"") + note("never")));
    rig.host.serviceFacts.errorsPerMille = 5;
    rig.host.at("eu-west-1").dialPercent = 70;
    EXPECT_EQ(rig.order(kGo), "");
    rig.advance(2s);
    EXPECT_EQ(rig.host.ordered,
        (std::vector<std::string> { "fence eu-west-1", "dial eu-west-1 0%", "controls a=off b=on",
            "move-writer us-east-1", "note middle", "move-writer eu-west-1", "controls a=on b=off",
            "dial eu-west-1 70%", "unfence eu-west-1" }));
    EXPECT_EQ(rig.state(), "failed");
    EXPECT_FALSE(rig.host.at("eu-west-1").isFenced);
    EXPECT_EQ(rig.host.serviceFacts.writer, "eu-west-1");
    EXPECT_EQ(rig.steps(),
        "fence completed, dial completed, controls completed, promote completed, middle completed, "
        "check failed, never canceled, undo-promote completed, undo-controls completed, undo-dial "
        "completed, undo-fence completed");
    rig.expectUnbrokenChain();
}

TEST(PlanRunner, ARollBackGoesOnWhenAnInverseFailsAndSaysSo)
{
    PlanRig rig(planText(kFence + step("dial", "dial", "region = \"$target\"\npercent = 0")
        + step("check", "check", "errors-at-most = 0\non-failure = \"roll-back\"")));
    rig.host.serviceFacts.errorsPerMille = 5;
    rig.host.refused["dial eu-west-1 100%"] = "the cluster does not answer";
    EXPECT_EQ(rig.order(kGo), "");
    rig.advance(2s);
    EXPECT_EQ(rig.state(), "failed");
    EXPECT_FALSE(rig.host.at("eu-west-1").isFenced);
    EXPECT_NE(rig.chain().back().note.find("not all of it could be taken back"), std::string::npos);
}

TEST(PlanRunner, AnOperatorPausesAndResumes)
{
    PlanRig rig(planText(wait("one", "5s") + note("two")));
    EXPECT_EQ(rig.order("plan start p"), "");
    EXPECT_NE(rig.order("plan resume p"), "") << "it is not paused";
    EXPECT_EQ(rig.order("plan pause p"), "");
    EXPECT_EQ(rig.state(), "pausedByOperator");
    EXPECT_NE(rig.order("plan pause p"), "");
    rig.advance(20s);
    EXPECT_EQ(rig.steps(), "one completed, two notStarted") << "what had begun went on, nothing else began";
    EXPECT_EQ(rig.order("plan resume p"), "");
    EXPECT_EQ(rig.state(), "completed");
    rig.expectUnbrokenChain();
}

TEST(PlanRunner, WaitsForApproval)
{
    const std::string approval = step("go", "approval", "text = \"Go?\"\ntimeout = \"1m\"");
    PlanRig rig(planText(approval + note("after")));
    EXPECT_EQ(rig.order("plan start p"), "");
    EXPECT_EQ(rig.state(), "pendingManualApproval");
    EXPECT_EQ(rig.steps(), "go pendingApproval, after notStarted");
    rig.advance(30s);
    EXPECT_EQ(rig.order("plan approve p"), "");
    EXPECT_EQ(rig.state(), "completed");
    EXPECT_EQ(rig.order("plan start p"), "");
    EXPECT_EQ(rig.view().execution, 2);
    EXPECT_EQ(rig.order("plan decline p step go"), "");
    EXPECT_EQ(rig.state(), "pausedByFailedStep");
    EXPECT_NE(rig.order("plan approve p"), "") << "it was declined";
    EXPECT_EQ(rig.order("plan retry p"), "");
    EXPECT_EQ(rig.state(), "pendingManualApproval");
    rig.advance(61s);
    EXPECT_EQ(rig.state(), "pausedByFailedStep") << "nobody approved in time";
    EXPECT_EQ(rig.steps(), "go failed, after notStarted");
}

TEST(PlanRunner, AStepThatTakesTooLongFails)
{
    PlanRig rig(
        planText(step("lag", "wait-for-lag", "max = \"1s\"\ntimeout = \"30s\"\non-failure = \"continue\"")));
    rig.host.everyLink.lag = 4s;
    EXPECT_EQ(rig.order("plan start p"), "");
    rig.advance(29s);
    EXPECT_EQ(rig.steps(), "lag running");
    rig.advance(2s);
    EXPECT_EQ(rig.steps(), "lag failed");
    EXPECT_EQ(rig.state(), "completedWithExceptions");
}

TEST(PlanRunner, APlanThatTakesTooLongEnds)
{
    PlanRig rig(planText(wait("one", "1h") + note("two"), "timeout = \"1m\""));
    EXPECT_EQ(rig.order("plan start p"), "");
    rig.advance(59s);
    EXPECT_EQ(rig.state(), "inProgress");
    rig.advance(2s);
    EXPECT_EQ(rig.state(), "planExecutionTimedOut");
    EXPECT_EQ(rig.steps(), "one canceled, two canceled");
    EXPECT_EQ(rig.runner->running(), "");
    rig.expectUnbrokenChain();
}

TEST(PlanRunner, ACancelledPlanLeavesWhatItHasDone)
{
    PlanRig rig(planText(kFence + kWait));
    EXPECT_EQ(rig.order(kGo), "");
    EXPECT_EQ(rig.order("plan cancel p"), "");
    EXPECT_EQ(rig.state(), "canceled");
    EXPECT_EQ(rig.steps(), "fence completed, wait canceled");
    EXPECT_TRUE(rig.host.at("eu-west-1").isFenced);
    const std::size_t orders = rig.host.ordered.size();
    rig.advance(1min);
    EXPECT_EQ(rig.host.ordered.size(), orders) << "nothing is ordered after the end";
    EXPECT_NE(rig.order("plan cancel p").find("not being executed"), std::string::npos);
}

TEST(PlanRunner, AnUngracefulStartTakesTheOtherVariants)
{
    PlanRig rig(planText(step("drain", "drain", "region = \"$target\"\nungraceful = \"skip\"")
        + step("promote", "promote", "region = \"$survivor\"")
        + step("wait", "wait", "time = \"1h\"\nungraceful = { block = \"note\", text = \"hurry\" }")));
    EXPECT_EQ(rig.order(kGo + " ungraceful"), "");
    EXPECT_EQ(rig.steps(), "drain skipped, promote completed, wait completed");
    EXPECT_EQ(rig.state(), "completed") << "what the plan itself leaves out is no exception";
    EXPECT_EQ(rig.host.ordered, (std::vector<std::string> { "seize-writer us-east-1", "note hurry" }));
    EXPECT_FALSE(rig.view().isGraceful);
}

TEST(PlanRunner, SwitchesToUngracefulInMidRun)
{
    PlanRig rig(planText(step("drain", "drain", "region = \"$target\"\nungraceful = \"skip\"")
        + step("promote", "promote", "region = \"$survivor\"") + note("after")));
    rig.host.handsOver = false; // the present writer is gone
    rig.host.at("eu-west-1").unshipped = 7;
    EXPECT_EQ(rig.order(kGo), "");
    rig.advance(5s);
    EXPECT_EQ(rig.steps(), "drain running, promote notStarted, after notStarted");
    EXPECT_NE(rig.order("plan graceful p"), "") << "it is so already";
    rig.host.at("eu-west-1").unshipped = 0;
    rig.advance(3s);
    EXPECT_EQ(rig.steps(), "drain completed, promote running, after notStarted");
    EXPECT_EQ(rig.order("plan ungraceful p"), "");
    EXPECT_EQ(rig.steps(), "drain completed, promote completed, after completed");
    EXPECT_EQ(rig.host.ordered,
        (std::vector<std::string> { "move-writer us-east-1", "seize-writer us-east-1", "note after" }));
    EXPECT_EQ(rig.state(), "completed");
    rig.expectUnbrokenChain();
}

TEST(PlanRunner, ARunningStepIsSkippedByTheSwitchWhenItsVariantSaysSo)
{
    PlanRig rig(planText(wait("long", "1h", "ungraceful = \"skip\"") + wait("short", "2s")));
    EXPECT_EQ(rig.order("plan start p"), "");
    EXPECT_EQ(rig.order("plan ungraceful p"), "");
    EXPECT_EQ(rig.steps(), "long skipped, short running");
    EXPECT_EQ(rig.order("plan graceful p"), "");
    rig.advance(3s);
    EXPECT_EQ(rig.state(), "completed");
}

TEST(PlanRunner, RunsAChildPlanAsASteps)
{
    std::string child = planText(wait("one", "1s") + note("two"));
    child.replace(child.find("\"p\""), 3, "\"c\"");
    PlanRig rig({ child, planText(step("sub", "plan", "plan = \"c\"") + note("after")) });
    EXPECT_EQ(rig.order("plan start p"), "");
    EXPECT_EQ(rig.steps(), "sub running, sub.one running, sub.two notStarted, after notStarted");
    EXPECT_NE(rig.order("plan start c").find("two plans at once"), std::string::npos);
    rig.advance(2s);
    EXPECT_EQ(rig.steps(), "sub completed, sub.one completed, sub.two completed, after completed");
    EXPECT_EQ(rig.state(), "completed");
    rig.expectUnbrokenChain();
}

TEST(PlanRunner, SkippingAGroupSkipsItsSteps)
{
    PlanRig rig(planText(step("both", "parallel", "ungraceful = \"skip\"")
        + "[[step.parallel]]\nname = \"x\"\nblock = \"note\"\ntext = \"x\"\n"
          "[[step.parallel]]\nname = \"y\"\nblock = \"note\"\ntext = \"y\"\n"
        + note("after")));
    EXPECT_EQ(rig.order("plan start p ungraceful"), "");
    EXPECT_EQ(rig.steps(), "both skipped, x skipped, y skipped, after completed");
}

// Six minutes of steps, and the alarms turn green four minutes after the last one.
TEST(GoldenVector38, theActualRecoveryTimeIsTheExecutionAndTheWaitForGreenAlarms)
{
    PlanRig rig(planText(wait("switch", "6m"), "rto = \"10m\""));
    rig.host.serviceFacts.errorsPerMille = 200;
    rig.advance(1min);
    rig.host.serviceFacts.impactAt = rig.world.now(); // users see it two minutes before anybody decides
    rig.advance(2min);
    EXPECT_EQ(rig.order("plan start p"), "");
    rig.advance(6min);
    EXPECT_EQ(rig.state(), "completedMonitoringApplicationHealth");
    EXPECT_NE(rig.order("plan pause p"), "") << "all its steps have ended";
    rig.advance(4min - 100ms);
    EXPECT_EQ(rig.state(), "completedMonitoringApplicationHealth");
    rig.host.serviceFacts.errorsPerMille = 0;
    rig.advance(200ms);
    EXPECT_EQ(rig.state(), "completed");
    EXPECT_EQ(isoDurationText(rig.view().actualRecovery), "PT10M");
    EXPECT_EQ(isoDurationText(rig.view().recoveryFromImpact), "PT12M") << "with detection and decision";
    EXPECT_NE(rig.chain().back().note.find("actual recovery time PT10M"), std::string::npos);
    EXPECT_NE(rig.chain().back().note.find("objective PT10M met"), std::string::npos);
}

TEST(PlanRunner, AlarmsThatStayRedAreAnException)
{
    PlanRig rig(planText(note("one"), "monitor-for = \"2m\"\nalarms = [\"health us-east-1\"]"));
    rig.host.at("us-east-1").isHealthy = false;
    EXPECT_EQ(rig.order("plan start p"), "");
    rig.advance(1min);
    EXPECT_EQ(rig.state(), "completedMonitoringApplicationHealth");
    rig.advance(61s);
    EXPECT_EQ(rig.state(), "completedWithExceptions");
    EXPECT_EQ(rig.view().actualRecovery, 0us) << "it has not recovered";
}

TEST(PlanRunner, GoesOnAfterACrashWhereThePlanSaysSo)
{
    PlanRig rig(planText(kFence + kWait + note("after"), "on-crash = \"resume\""));
    EXPECT_NE(rig.order("plan after-crash p"), "") << "nothing runs";
    EXPECT_EQ(rig.order(kGo), "");
    rig.advance(2s);
    EXPECT_EQ(rig.order("plan after-crash p"), "");
    EXPECT_EQ(rig.steps(), "fence completed, wait running, after notStarted");
    rig.advance(9s);
    EXPECT_EQ(rig.state(), "completed");
    EXPECT_EQ(rig.host.ordered, (std::vector<std::string> { "fence eu-west-1", "note after" }))
        << "no step was done twice";
    rig.expectUnbrokenChain();
}

TEST(PlanRunner, RollsBackAfterACrashWhereThePlanSaysSo)
{
    PlanRig rig(planText(kFence + kWait + note("after"), "on-crash = \"roll-back\""));
    EXPECT_EQ(rig.order(kGo), "");
    rig.advance(2s);
    EXPECT_EQ(rig.order("plan after-crash p"), "");
    rig.advance(2s);
    EXPECT_EQ(rig.state(), "failed");
    EXPECT_EQ(rig.steps(), "fence completed, wait canceled, after canceled, undo-fence completed");
    EXPECT_EQ(rig.host.ordered, (std::vector<std::string> { "fence eu-west-1", "unfence eu-west-1" }));
    EXPECT_NE(rig.chain().back().note.find("crashed, at step wait"), std::string::npos)
        << rig.chain().back().note;
    rig.expectUnbrokenChain();
}

TEST(PlanRunner, StartsByItselfWhenAllConditionsHaveHeldAndNotAgainTooSoon)
{
    PlanRig rig(planText(note("one")
            + "[[trigger]]\nalarm = \"health eu-west-1\"\nis = \"red\"\nlasts = \"30s\"\n"
              "[[trigger]]\nalarm = \"health us-east-1\"\nis = \"green\"\nlasts = \"1s\"\n",
        "min-delay = \"10m\""));
    rig.advance(1min);
    rig.host.at("eu-west-1").isHealthy = false;
    rig.advance(20s);
    rig.host.at("eu-west-1").isHealthy = true;
    rig.advance(5s);
    rig.host.at("eu-west-1").isHealthy = false;
    rig.advance(25s);
    EXPECT_EQ(rig.view().execution, 0) << "it was red for 20 s, then for 25 s";
    rig.advance(10s);
    EXPECT_EQ(rig.view().execution, 1);
    EXPECT_EQ(rig.state(), "completed");
    rig.advance(9min);
    EXPECT_EQ(rig.view().execution, 1) << "the delay is not over";
    rig.advance(2min);
    EXPECT_EQ(rig.view().execution, 2);
}

TEST(PlanRunner, RefusesWhatItCannotDo)
{
    PlanRig rig(planText(kFence + kWait));
    EXPECT_NE(rig.order("plan start q region eu-west-1").find("no plan 'q'"), std::string::npos);
    EXPECT_NE(rig.order("plan start p").find("plan start p region REGION"), std::string::npos);
    EXPECT_NE(rig.order("plan start p region sa-east-1").find("no region 'sa-east-1'"), std::string::npos);
    EXPECT_NE(rig.order("plan pause p").find("not being executed"), std::string::npos);
    rig.host.at("us-east-1").isHealthy = false;
    rig.host.at("ap-southeast-1").isFenced = true;
    EXPECT_NE(rig.order(kGo).find("leave users with none"), std::string::npos);
    rig.host.at("us-east-1").isHealthy = true;
    EXPECT_EQ(rig.order(kGo), "");
    EXPECT_NE(rig.order(kGo).find("two plans at once"), std::string::npos);
    EXPECT_NE(rig.order("plan retry p"), "") << "nothing has failed";
    EXPECT_NE(rig.order("plan approve p"), "") << "nothing waits for approval";
    PlanRig fixed(planText(step("f", "fence", "region = \"eu-west-1\"")));
    EXPECT_NE(fixed.order("plan start p region us-east-1").find("leave the region out"), std::string::npos);
}

TEST(PlanRunner, TwoStepsThatCouldBeMeantMustBeNamed)
{
    PlanRig rig(planText(step("both", "parallel")
        + "[[step.parallel]]\nname = \"x\"\nblock = \"approval\"\ntext = \"x?\"\n"
          "[[step.parallel]]\nname = \"y\"\nblock = \"approval\"\ntext = \"y?\"\n"));
    EXPECT_EQ(rig.order("plan start p"), "");
    EXPECT_NE(rig.order("plan approve p").find("x, y; name one"), std::string::npos);
    EXPECT_EQ(rig.order("plan approve p step y"), "");
    EXPECT_EQ(rig.order("plan approve p"), "");
    EXPECT_EQ(rig.state(), "completed");
}

} // namespace
} // namespace sb
