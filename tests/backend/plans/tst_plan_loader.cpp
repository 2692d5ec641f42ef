// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan_rig.h"

#include "backend/base/text.h"

namespace sb {
namespace {

using test::planText;
using test::step;

std::string errorOf(const std::string& text)
{
    const Result<Plan> plan = parsePlan(text, "p.toml");
    return plan ? "loaded" : plan.error().what;
}

const std::string kWhole = R"(
[plan]
name = "evacuate"
title = "Evacuate"
description = "All of it."
kind = "failover"
approach = "active-passive"
regions = ["eu-west-1", "us-east-1"]
rto = "7m"
timeout = "40m"
monitor-for = "5m"
alarms = ["errors", "health us-east-1"]
on-crash = "roll-back"
min-delay = "20m"
[defaults]
on-failure = "continue"
[[trigger]]
alarm = "health eu-west-1"
is = "red"
lasts = "90s"
[[step]]
name = "fence"
block = "fence"
region = "eu-west-1"
timeout = "30s"
on-failure = "roll-back"
optional = true
ungraceful = "skip"
[[step]]
name = "both"
block = "parallel"
[[step.parallel]]
name = "promote"
block = "promote"
region = "us-east-1"
from = "eu-west-1"
ungraceful = { block = "command", do = "seize-writer us-east-1" }
[[step.parallel]]
name = "warm"
block = "warm-up"
region = "us-east-1"
percents = [5, 100]
dwell = "20s"
errors-per-mille = 7
)";

TEST(PlanLoader, ReadsAWholePlan)
{
    const Result<Plan> plan = parsePlan(kWhole, "p.toml");
    ASSERT_TRUE(plan) << plan.error().what;
    EXPECT_EQ(plan->name, "evacuate");
    EXPECT_EQ(plan->kind, PlanKind::Failover);
    EXPECT_EQ(plan->approach, PlanApproach::ActivePassive);
    EXPECT_EQ(plan->regions, (std::vector<std::string> { "eu-west-1", "us-east-1" }));
    EXPECT_EQ(plan->rto, 7min);
    EXPECT_EQ(plan->timeout, 40min);
    EXPECT_EQ(plan->monitorFor, 5min);
    EXPECT_EQ(plan->alarms, (std::vector<PlanAlarm> { {}, { "us-east-1", false } }));
    EXPECT_EQ(plan->onCrash, CrashPolicy::RollBack);
    EXPECT_EQ(plan->minDelay, 20min);
    EXPECT_EQ(plan->triggers, (std::vector<PlanTrigger> { { { "eu-west-1", true }, 90s } }));
    ASSERT_EQ(plan->steps.size(), 2u);
    EXPECT_EQ(plan->steps[0].timeout, 30s);
    EXPECT_EQ(plan->steps[0].onFailure, FailurePolicy::RollBack);
    EXPECT_TRUE(plan->steps[0].isOptional);
    EXPECT_TRUE(plan->steps[0].isSkippedUngraceful);
    ASSERT_EQ(plan->steps[1].parallel.size(), 2u);
    EXPECT_EQ(plan->steps[1].onFailure, FailurePolicy::Continue) << "the default of [defaults]";
    const PlanStep& promote = plan->steps[1].parallel[0];
    EXPECT_EQ(promote.block.from, "eu-west-1");
    ASSERT_TRUE(promote.ungraceful);
    EXPECT_EQ(promote.ungraceful->text, "seize-writer us-east-1");
    const PlanBlock& warm = plan->steps[1].parallel[1].block;
    EXPECT_EQ(warm.percents, (std::vector<int> { 5, 100 }));
    EXPECT_EQ(warm.span, 20s);
    EXPECT_EQ(warm.errorsPerMille, 7);
    EXPECT_FALSE(plan->needsTarget());
}

TEST(PlanLoader, ReadsEveryBlock)
{
    const std::vector<std::pair<BlockKind, std::string>> blocks { { BlockKind::Fence,
                                                                      "region = \"$target\"" },
        { BlockKind::Unfence, "region = \"eu-west-1\"" }, { BlockKind::Drain, "region = \"$target\"" },
        { BlockKind::WaitForLag, "max = \"2s\"" }, { BlockKind::Promote, "region = \"$survivor\"" },
        { BlockKind::RoutingControl, "set = [\"a=on\", \"b=off\"]\noverride = [\"r\"]\nreason = \"why\"" },
        { BlockKind::ShiftAway, "region = \"$target\"\nfor = \"1h\"\nreason = \"why\"" },
        { BlockKind::EndShift, "region = \"$target\"" },
        { BlockKind::Dial, "region = \"$target\"\npercent = 0" },
        { BlockKind::WarmUp, "region = \"$target\"" }, { BlockKind::FailBack, "region = \"$target\"" },
        { BlockKind::Restore, "region = \"$target\"" }, { BlockKind::Approval, "text = \"Go?\"" },
        { BlockKind::WaitForAlarm, "alarm = \"health $target\"\nis = \"green\"" },
        { BlockKind::Check, "lag-at-most = \"2s\"" }, { BlockKind::Wait, "time = \"5s\"" },
        { BlockKind::Note, "text = \"Here.\"" }, { BlockKind::DataDiff, "region = \"$target\"" },
        { BlockKind::Command, "do = \"evict $target\"" }, { BlockKind::ChildPlan, "plan = \"other\"" },
        { BlockKind::Parallel,
            "[[step.parallel]]\nname = \"x\"\nblock = \"note\"\ntext = \"x\"\n"
            "[[step.parallel]]\nname = \"y\"\nblock = \"note\"\ntext = \"y\"" } };
    ASSERT_EQ(blocks.size(), static_cast<std::size_t>(kBlockKindCount));
    for (const auto& [kind, keys] : blocks) {
        const auto plan = parsePlan(planText(step("s", std::string(toString(kind)), keys)), "p.toml");
        ASSERT_TRUE(plan) << toString(kind) << ": " << plan.error().what;
        EXPECT_EQ(plan->steps.at(0).block.kind, kind);
        EXPECT_EQ(plan->needsTarget(), keys.find("$target") != std::string::npos) << toString(kind);
    }
}

// A step's text begins on line 6; its keys on line 9.
struct Mistake {
    std::string text, place, words;
};

const std::string kNote = step("n", "note", "text = \"x\"");

void expectRefused(const std::vector<Mistake>& mistakes)
{
    for (const Mistake& mistake : mistakes) {
        const std::string error = errorOf(mistake.text);
        EXPECT_NE(error.find("p.toml:" + mistake.place), std::string::npos)
            << "expected at " << mistake.place << ": " << error << "\n"
            << mistake.text;
        EXPECT_NE(error.find(mistake.words), std::string::npos)
            << "expected '" << mistake.words << "': " << error;
    }
}

TEST(PlanLoader, RefusesEachMistakeOfThePlanAtItsPlace)
{
    expectRefused({
        { "", "1:1", "a plan needs a table [plan]" },
        { "[plan\n", "1:", "not valid TOML" },
        { "[plan]\nname = \"p\"\ntitle = \"t\"\nkind = \"switchover\"\n", "1:1", "at least one [[step]]" },
        { planText(kNote, "owner = \"me\""), "5:1", "unknown key 'owner' in [plan]" },
        { planText(kNote, "rto = \"30s\""), "5:7", "expected a duration from 1 min" },
        { planText(kNote, "rto = 600"), "5:7", "expected a duration in quotes" },
        { planText(kNote, "approach = \"active\""), "5:12", "'active' is not known here" },
        { planText(kNote, "regions = [\"eu-west-9\"]"), "5:11", "did you mean 'eu-west-" },
        { planText(kNote, "regions = [\"eu-west-1\", \"eu-west-1\"]"), "5:11", "stands there twice" },
        { planText(kNote, "alarms = [\"pages\"]"), "5:10", "expected entries such as \"errors\"" },
        { planText(kNote, "on-crash = \"retry\""), "5:12", "known: resume, roll-back" },
        { planText(kNote, "[defaults]\non-fail = \"pause\""), "6:1", "did you mean 'on-failure'?" },
        { planText(kNote, "[stages]"), "5:2", "unknown key 'stages' at the top of the file" },
    });
}

TEST(PlanLoader, RefusesEachMistakeOfAStepAtItsPlace)
{
    expectRefused({
        { planText(step("a b", "note", "text = \"x\"")), "7:8", "letters, digits" },
        { planText(kNote + step("n", "note", "text = \"x\"")), "11:8", "'n' stands there twice" },
        { planText("[[step]]\nname = \"s\"\n"), "6:1", "[[step]] needs 'block'" },
        { planText(step("s", "fense", "region = \"$target\"")), "8:9", "did you mean 'fence'?" },
        { planText(step("s", "fence")), "6:1", "[[step]] needs 'region'" },
        { planText(step("s", "fence", "region = \"mars\"")), "9:10", "'mars' is no region" },
        { planText(step("s", "fence", "region = \"$target\"\nmax = \"2s\"")), "10:1",
            "'max' in [[step]] does not go with the block \"fence\"" },
        { planText(step("s", "fence", "region = \"$target\"\nretries = 2")), "10:1",
            "unknown key 'retries'" },
        { planText(step("s", "note", "text = \"x\"\ntimeout = \"2d\"")), "10:11", "" },
        { planText(step("s", "note", "text = \"x\"\non-failure = \"stop\"")), "10:14",
            "known: pause, roll-back, continue" },
        { planText(step("s", "note", "text = \"x\"\nungraceful = \"hurry\"")), "10:14", "expected \"skip\"" },
        { planText(step("s", "note", "text = \"x\"\nungraceful = { block = \"wait\" }")), "10:14",
            "needs 'time'" },
        { planText(step("s", "routing-control", "set = [\"a\"]")), "9:7", "CONTROL=on" },
        { planText(step("s", "routing-control", "set = []")), "9:7", "1 to 10 routing controls" },
        { planText(step("s", "routing-control", "set = [\"a=on\"]\noverride = [\"r\"]")), "6:1",
            "needs 'reason'" },
        { planText(step("s", "dial", "region = \"$target\"\npercent = 101")), "10:11", "from 0 to 100" },
        { planText(step("s", "warm-up", "region = \"$target\"\npercents = [10, 10]")), "10:12",
            "growing shares" },
        { planText(step("s", "check", "health = \"green\"")), "6:1", "needs 'region'" },
        { planText(step("s", "check", "within = \"1m\"")), "8:9", "a check holds one of" },
        { planText(step("s", "check", "lag-at-most = \"1s\"\nerrors-at-most = 3")), "10:18",
            "a check holds one of" },
        { planText(step("s", "command", "do = \"evict\"")), "9:6", "'evict' needs one region" },
        { planText(step("s", "command", "do = \"plan start p\"")), "9:6", "does not order plans" },
        { planText(step("s", "wait-for-alarm", "alarm = \"smoke\"\nis = \"red\"")), "9:9",
            "expected \"errors\" or" },
        { planText(step("s", "parallel")), "8:9", "at least two tables [[step.parallel]]" },
        { planText(step("s", "parallel",
              "[[step.parallel]]\nname = \"x\"\nblock = \"parallel\"\n"
              "[[step.parallel]]\nname = \"y\"\nblock = \"note\"\ntext = \"y\"")),
            "11:9", "at the top of a plan only" },
        { planText(step("s", "plan", "plan = \"c\"\ntimeout = \"1m\"")), "10:11", "as long as they do" },
        { planText(kNote + "[[trigger]]\nalarm = \"health $target\"\nis = \"red\"\n"), "11:9",
            "a trigger needs a region's code" },
        { planText(
              step("s", "fence", "region = \"$target\"") + "[[trigger]]\nalarm = \"errors\"\nis = \"red\"\n"),
            "10:1", "'$target' is filled by an operator's command" },
    });
}

TEST(PlanLoader, ReportsAllMistakesAtOnceInTheFilesOrder)
{
    const std::string error
        = errorOf(planText(step("s", "fence", "region = \"mars\"") + step("t", "wait"), "rto = 1"));
    const auto lines = std::count(error.begin(), error.end(), '\n') + 1;
    EXPECT_EQ(lines, 3) << error;
    EXPECT_LT(error.find("p.toml:5:"), error.find("p.toml:9:"));
    EXPECT_LT(error.find("p.toml:9:"), error.find("p.toml:10:"));
}

TEST(PlanLoader, RefusesAFileThatCannotBeRead)
{
    const auto plan = loadPlan("/nowhere/p.toml");
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, Errc::UnknownName);
}

TEST(PlansOfARun, AnOwnPlanReplacesAKnownOneAndTheyAreSorted)
{
    const std::string known = planText(step("s", "note", "text = \"known\""));
    std::string other = known, own = planText(step("s", "note", "text = \"own\""));
    other.replace(other.find("\"p\""), 3, "\"a\"");
    const auto plans = plansOfRun({ known, other }, { own });
    ASSERT_TRUE(plans) << plans.error().what;
    ASSERT_EQ(plans->size(), 2u);
    EXPECT_EQ(plans->at(0).name, "a");
    EXPECT_EQ(plans->at(1).steps[0].block.text, "own");
}

TEST(PlansOfARun, RefuseTwoOfOneNameUnknownChildrenAndGrandchildren)
{
    const std::string own = planText(step("s", "note", "text = \"x\""));
    EXPECT_FALSE(plansOfRun({}, { own, own }));
    const std::string lonely = planText(step("s", "plan", "plan = \"nobody\""));
    const auto unknown = plansOfRun({}, { lonely });
    ASSERT_FALSE(unknown);
    EXPECT_NE(unknown.error().what.find("'nobody'"), std::string::npos);
    std::string child = planText(step("s", "plan", "plan = \"p\"")), parent = child;
    child.replace(child.find("\"p\""), 3, "\"c\"");
    parent.replace(parent.find("\"p\""), 3, "\"g\"");
    parent.replace(parent.find("plan = \"p\""), 10, "plan = \"c\"");
    EXPECT_TRUE(plansOfRun({}, { own, child }));
    const auto deep = plansOfRun({}, { own, child, parent });
    ASSERT_FALSE(deep);
    EXPECT_NE(deep.error().what.find("one level deep"), std::string::npos);
    const std::string itself = planText(step("s", "plan", "plan = \"p\""));
    EXPECT_FALSE(plansOfRun({}, { itself }));
}

TEST(PlanLint, SaysWhatLooksWrongAndNothingOfTheKnownPlans)
{
    const auto hints = [](const std::string& steps, const std::string& head = {}) {
        std::string text;
        for (const std::string& hint : lintPlan(*parsePlan(planText(steps, head), "p")))
            text += hint + "\n";
        return text;
    };
    const std::string fence = step("fence", "fence", "region = \"$target\"");
    const std::string drain = step("drain", "drain", "region = \"$target\"");
    const std::string promote = step("promote", "promote", "region = \"$survivor\"");
    const std::string check = step("check", "check", "errors-at-most = 10");
    EXPECT_EQ(hints(fence + drain + promote + check), "");
    EXPECT_NE(hints(promote + check).find("a 'fence' belongs before it"), std::string::npos);
    EXPECT_NE(hints(fence + promote + check).find("a 'drain' belongs between"), std::string::npos);
    EXPECT_NE(hints(drain + fence + check).find("may never end"), std::string::npos);
    EXPECT_NE(hints(check + fence).find("nothing verifies"), std::string::npos);
    EXPECT_NE(hints(step("back", "fail-back", "region = \"$target\"") + check).find("'data-diff'"),
        std::string::npos);
    EXPECT_NE(hints(fence + check, "timeout = \"5m\"").find("add up to 20 min"), std::string::npos);
    for (const char* name : { "switchover", "failover", "fail-back" }) {
        const auto plan = loadPlan(SB_SOURCE_DIR "/resources/plans/" + std::string(name) + ".toml");
        ASSERT_TRUE(plan) << plan.error().what;
        EXPECT_TRUE(lintPlan(*plan).empty()) << name << ": " << lintPlan(*plan).front();
        EXPECT_TRUE(plan->needsTarget());
    }
}

TEST(IsoDuration, IsExact)
{
    EXPECT_EQ(isoDurationText(0us), "PT0S");
    EXPECT_EQ(isoDurationText(10min), "PT10M");
    EXPECT_EQ(isoDurationText(90s), "PT1M30S");
    EXPECT_EQ(isoDurationText(25h), "PT25H");
    EXPECT_EQ(isoDurationText(3600s + 4'500ms), "PT1H4.5S");
    EXPECT_EQ(isoDurationText(1us), "PT0.000001S");
    EXPECT_EQ(isoDurationText(61s + 250ms), "PT1M1.25S");
}

} // namespace
} // namespace sb
