// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plans/plan.h"

#include "backend/base/text.h"
#include "backend/toml/toml_reader.h"

#include <algorithm>
#include <array>

namespace sb {
namespace {

template<typename Enum, std::size_t n>
std::string_view nameOf(const std::array<std::string_view, n>& names, Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    return index < n ? names[index] : std::string_view { "unknown" };
}

constexpr std::array<std::string_view, kBlockKindCount> kBlockNames { "fence", "unfence", "drain",
    "wait-for-lag", "promote", "routing-control", "shift-away", "end-shift", "dial", "warm-up", "fail-back",
    "restore", "approval", "wait-for-alarm", "check", "wait", "note", "data-diff", "command", "plan",
    "parallel" };
constexpr std::array<std::string_view, kPlanFactCount> kFactNames { "answers-at-least", "answers-at-most",
    "lag-at-most", "errors-at-most", "health", "fenced" };
constexpr std::array<std::string_view, kPlanKindCount> kKindNames { "switchover", "failover", "fail-back",
    "drill" };
constexpr std::array<std::string_view, kFailurePolicyCount> kPolicyNames { "pause", "roll-back", "continue" };

bool mentionsTarget(const PlanBlock& block)
{
    const auto isTarget = [](const std::string& word) { return word == kTargetPlaceholder; };
    return isTarget(block.region) || isTarget(block.from) || isTarget(block.alarm.region)
        || block.text.find(kTargetPlaceholder) != std::string::npos
        || std::any_of(block.controls.begin(), block.controls.end(),
            [&](const SetControls::Change& change) { return isTarget(change.control); });
}

bool mentionsTarget(const PlanStep& step)
{
    return mentionsTarget(step.block) || (step.ungraceful && mentionsTarget(*step.ungraceful))
        || std::any_of(step.parallel.begin(), step.parallel.end(),
            [](const PlanStep& inner) { return mentionsTarget(inner); });
}

// Every child that the steps name, also in parallel groups.
void collectChildren(const std::vector<PlanStep>& steps, std::vector<std::string>& names)
{
    for (const PlanStep& step : steps) {
        if (step.block.kind == BlockKind::ChildPlan)
            names.push_back(step.block.plan);
        if (step.ungraceful && step.ungraceful->kind == BlockKind::ChildPlan)
            names.push_back(step.ungraceful->plan);
        collectChildren(step.parallel, names);
    }
}

Result<> checkChildren(const std::vector<Plan>& plans)
{
    for (const Plan& plan : plans) {
        std::vector<std::string> children;
        collectChildren(plan.steps, children);
        for (const std::string& name : children) {
            const auto child
                = std::find_if(plans.begin(), plans.end(), [&](const Plan& p) { return p.name == name; });
            if (child == plans.end())
                return fail(Errc::UnknownName,
                    "plan '" + plan.name + "' has a child plan '" + name
                        + "' that this run does not know; give its file, too");
            std::vector<std::string> grandchildren;
            collectChildren(child->steps, grandchildren);
            if (!grandchildren.empty())
                return fail(Errc::BadInput,
                    "plan '" + plan.name + "' has the child '" + name
                        + "', which has children itself; plans nest one level deep");
        }
    }
    return {};
}

} // namespace

std::string_view toString(PlanKind kind)
{
    return nameOf(kKindNames, kind);
}

std::string_view toString(PlanApproach approach)
{
    return approach == PlanApproach::ActiveActive ? "active-active" : "active-passive";
}

std::string_view toString(FailurePolicy policy)
{
    return nameOf(kPolicyNames, policy);
}

std::string_view toString(CrashPolicy policy)
{
    return policy == CrashPolicy::Resume ? "resume" : "roll-back";
}

std::string_view toString(BlockKind kind)
{
    return nameOf(kBlockNames, kind);
}

std::string_view toString(PlanFact fact)
{
    return nameOf(kFactNames, fact);
}

std::string alarmText(const PlanAlarm& alarm)
{
    return alarm.region.empty() ? "errors" : "health " + alarm.region;
}

bool Plan::needsTarget() const
{
    const auto isTarget = [](const std::string& word) { return word == kTargetPlaceholder; };
    return std::any_of(regions.begin(), regions.end(), isTarget)
        || std::any_of(steps.begin(), steps.end(), [](const PlanStep& step) { return mentionsTarget(step); })
        || std::any_of(
            alarms.begin(), alarms.end(), [&](const PlanAlarm& alarm) { return isTarget(alarm.region); });
}

Result<Plan> loadPlan(const std::string& path)
{
    const Result<std::string> text = readTextFile(path, "plan file");
    if (!text)
        return tl::make_unexpected(text.error());
    return parsePlan(*text, path);
}

Result<std::vector<Plan>> plansOfRun(
    const std::vector<std::string_view>& known, const std::vector<std::string>& own)
{
    std::vector<Plan> plans;
    for (const std::string_view text : known) {
        auto plan = parsePlan(text, "known plan");
        if (!plan)
            return tl::make_unexpected(plan.error());
        plans.push_back(std::move(*plan));
    }
    std::vector<std::string> ownNames;
    for (const std::string& text : own) {
        auto plan = parsePlan(text, "plan " + std::to_string(ownNames.size() + 1) + " of the run");
        if (!plan)
            return tl::make_unexpected(plan.error());
        if (std::find(ownNames.begin(), ownNames.end(), plan->name) != ownNames.end())
            return fail(Errc::BadInput, "two plans of this run are named '" + plan->name + "'; rename one");
        ownNames.push_back(plan->name);
        const auto replaced = std::find_if(
            plans.begin(), plans.end(), [&](const Plan& other) { return other.name == plan->name; });
        if (replaced != plans.end())
            *replaced = std::move(*plan);
        else
            plans.push_back(std::move(*plan));
    }
    if (const auto good = checkChildren(plans); !good)
        return tl::make_unexpected(good.error());
    std::sort(plans.begin(), plans.end(), [](const Plan& a, const Plan& b) { return a.name < b.name; });
    return plans;
}

std::string isoDurationText(Duration d)
{
    const std::int64_t us = d.count();
    const std::int64_t hours = us / 3'600'000'000, minutes = us / 60'000'000 % 60;
    const std::int64_t rest = us % 60'000'000;
    std::string text = "PT";
    if (hours > 0)
        text += std::to_string(hours) + "H";
    if (minutes > 0)
        text += std::to_string(minutes) + "M";
    if (rest > 0 || text == "PT") {
        text += std::to_string(rest / 1'000'000);
        if (const std::int64_t part = rest % 1'000'000; part > 0) {
            std::string digits = std::to_string(1'000'000 + part).substr(1);
            digits.erase(digits.find_last_not_of('0') + 1);
            text += "." + digits;
        }
        text += "S";
    }
    return text;
}

} // namespace sb
