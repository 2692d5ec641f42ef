// SPDX-License-Identifier: GPL-3.0-or-later
// Pre-flight evaluation: would this plan work if it were started now? Asks the World about the first thing
// that a plan would do to each region; what comes later depends on what came before and is not guessed at.
// Thread: World thread. No state.
#pragma once

#include "backend/plans/plan.h"
#include "backend/plans/plan_host.h"

namespace sb {

enum class PlanEvaluation : std::uint8_t { Pending, Passed, ActionRequired, Unknown };
// As the vendor names them: "pendingEvaluation", "passed", "actionRequired", "unknown".
[[nodiscard]] std::string_view toString(PlanEvaluation evaluation);

struct PlanFindings {
    PlanEvaluation evaluation = PlanEvaluation::Pending;
    std::vector<std::string> texts; // English
    friend bool operator==(const PlanFindings&, const PlanFindings&) = default;
};

// A region for each placeholder of the plan.
struct PlanPlaces {
    std::string target; // code; empty: the plan leaves none open
    std::string survivor;
};

// The first region of the plan (of the run, when it names none) that is not the target, is healthy, in
// service and not fenced; nothing when there is none.
[[nodiscard]] std::optional<std::string> findSurvivor(
    const Plan& plan, const PlanHost& host, const std::string& target);
// Codes of the plan's regions; all of the run's when it names none.
[[nodiscard]] std::vector<std::string> regionsOfPlan(
    const Plan& plan, const PlanHost& host, const PlanPlaces& places);
// A copy of the block without placeholders.
[[nodiscard]] PlanBlock filled(PlanBlock block, const PlanPlaces& places);
[[nodiscard]] std::optional<RegionId> regionIdOf(const PlanHost& host, const std::string& code);
[[nodiscard]] bool isAlarmRed(const PlanHost& host, const PlanAlarm& alarm);

// For one target (empty when the plan has none). `plans` are those of the run, for its children.
[[nodiscard]] PlanFindings evaluatePlan(const Plan& plan, const std::vector<Plan>& plans, bool isGraceful,
    const std::string& target, const PlanHost& host);
// For every region that could be the target; passed when it would work with one of them at least.
[[nodiscard]] PlanFindings evaluatePlan(
    const Plan& plan, const std::vector<Plan>& plans, const PlanHost& host);

} // namespace sb
