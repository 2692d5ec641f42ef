// SPDX-License-Identifier: GPL-3.0-or-later
// What operators ask of plans, and what the window sees of them.
#include "backend/base/text.h"
#include "backend/plans/plan_runner.h"

#include <algorithm>

namespace sb {
namespace {

const std::vector<StepState> kRetriable { StepState::Failed };
const std::vector<StepState> kSkippable { StepState::Running, StepState::PendingApproval, StepState::Failed };
const std::vector<StepState> kApprovable { StepState::PendingApproval };

} // namespace

std::optional<std::size_t> PlanRunner::findPlan(const std::string& name) const
{
    for (std::size_t i = 0; i < m_plans.size(); ++i) {
        if (m_plans[i].name == name)
            return i;
    }
    return std::nullopt;
}

std::string PlanRunner::running() const
{
    return m_running ? m_plans[*m_running].name : std::string {};
}

Result<> PlanRunner::check(const StartPlan& start) const
{
    const auto index = findPlan(start.plan);
    if (!index) {
        std::vector<std::string> names;
        for (const Plan& plan : m_plans)
            names.push_back(plan.name);
        return fail(
            Errc::UnknownName, "this run has no plan '" + start.plan + "'; it has " + joined(names, ", "));
    }
    if (m_running)
        return fail(Errc::Refused,
            "plan '" + running() + "' is being executed; two plans at once would work against each other");
    const Plan& plan = m_plans[*index];
    if (plan.needsTarget() && start.region.empty())
        return fail(Errc::BadInput,
            "plan '" + plan.name + "' acts on a region that is named when it starts: plan start " + plan.name
                + " region REGION");
    if (!plan.needsTarget() && !start.region.empty())
        return fail(
            Errc::BadInput, "plan '" + plan.name + "' names its regions itself; leave the region out");
    if (!start.region.empty() && !regionIdOf(m_host, start.region))
        return fail(Errc::UnknownName,
            "this run has no region '" + start.region + "'; it has " + joined(m_host.regions(), ", "));
    if (!findSurvivor(plan, m_host, start.region))
        return fail(Errc::Refused,
            "no other region is healthy, in service and not fenced; the plan would leave users with none");
    return {};
}

Result<std::size_t> PlanRunner::findLine(
    const Execution& execution, const std::string& step, const std::vector<StepState>& states) const
{
    std::vector<std::size_t> found;
    std::vector<std::string> names;
    for (std::size_t i = 1; i < execution.lines.size(); ++i) {
        const Line& line = execution.lines[i];
        if (line.isGroup || line.isUndo || hasEnded(line)
            || std::find(states.begin(), states.end(), line.state) == states.end())
            continue;
        if (!step.empty() && line.step.name != step)
            continue;
        found.push_back(i);
        names.push_back(line.step.name);
    }
    if (found.size() == 1)
        return found.front();
    if (found.size() > 1)
        return fail(Errc::BadInput, "several steps could be meant: " + joined(names, ", ") + "; name one");
    if (step.empty())
        return fail(Errc::Refused, "no step of the plan is in a state for that");
    const bool isKnown = std::any_of(execution.lines.begin(), execution.lines.end(),
        [&](const Line& line) { return line.step.name == step; });
    if (!isKnown)
        return fail(Errc::UnknownName, "the plan has no step '" + step + "'");
    return fail(Errc::Refused, "step '" + step + "' is not in a state for that");
}

Result<> PlanRunner::checkStep(const Execution& execution, const PlanOrder& order) const
{
    if (execution.isRollingBack)
        return fail(Errc::Refused, "the plan is being rolled back; it can only be cancelled");
    const bool isSkip = order.verb == PlanVerb::Skip;
    const auto found = order.verb == PlanVerb::Retry ? findLine(execution, order.step, kRetriable)
        : isSkip                                     ? findLine(execution, order.step, kSkippable)
                                                     : findLine(execution, order.step, kApprovable);
    return found ? Result<> {} : tl::make_unexpected(found.error());
}

Result<> PlanRunner::check(const PlanOrder& order) const
{
    const auto index = findPlan(order.plan);
    if (!index)
        return fail(Errc::UnknownName, "this run has no plan '" + order.plan + "'");
    if (order.verb == PlanVerb::Evaluate)
        return {};
    if (m_running != index)
        return fail(Errc::Refused, "plan '" + order.plan + "' is not being executed");
    const Execution& execution = *current();
    const bool isMonitoring = execution.state == ExecutionState::CompletedMonitoringApplicationHealth;
    if (isMonitoring && order.verb != PlanVerb::Cancel && order.verb != PlanVerb::AfterCrash)
        return fail(Errc::Refused, "all steps of plan '" + order.plan + "' have ended");
    switch (order.verb) {
    case PlanVerb::Pause:
        if (execution.isPausedByOperator || execution.state == ExecutionState::PausedByFailedStep)
            return fail(Errc::Refused, "plan '" + order.plan + "' is paused already");
        return execution.isRollingBack ? fail(Errc::Refused, "the plan is being rolled back") : Result<> {};
    case PlanVerb::Resume:
        if (execution.state == ExecutionState::PausedByFailedStep)
            return fail(Errc::Refused, "a step has failed: retry it or skip it");
        return execution.isPausedByOperator ? Result<> {}
                                            : fail(Errc::Refused, "plan '" + order.plan + "' is not paused");
    case PlanVerb::GoUngraceful:
    case PlanVerb::GoGraceful:
        if (execution.isGraceful == (order.verb == PlanVerb::GoGraceful))
            return fail(Errc::Refused, "it is so already");
        return execution.isRollingBack ? fail(Errc::Refused, "the plan is being rolled back") : Result<> {};
    case PlanVerb::Skip:
    case PlanVerb::Retry:
    case PlanVerb::Approve:
    case PlanVerb::Decline:
        return checkStep(execution, order);
    case PlanVerb::Evaluate:
    case PlanVerb::Cancel:
    case PlanVerb::AfterCrash:
        break;
    }
    return {};
}

void PlanRunner::start(const StartPlan& start, Actor actor, EventSeq cause)
{
    const std::size_t index = *findPlan(start.plan);
    const Plan& plan = m_plans[index];
    Watched& watched = m_watched[index];
    watched.findings = evaluatePlan(plan, m_plans, start.isGraceful, start.region, m_host);
    Execution execution;
    execution.number = ++watched.executions;
    execution.plan = index;
    execution.places = { start.region, findSurvivor(plan, m_host, start.region).value_or("") };
    execution.isGraceful = start.isGraceful;
    execution.actor = actor;
    execution.startedAt = m_env.now();
    execution.last = cause;
    Line root;
    root.isGroup = true;
    root.state = StepState::Running;
    execution.lines.push_back(std::move(root));
    addLines(execution, plan.steps, 0, 0);
    watched.last = std::move(execution);
    m_running = index;
    Execution& running = *watched.last;
    tell(running,
        { .kind = EventKind::PlanStarted,
            .severity = Severity::Notice,
            .region = regionIdOf(m_host, start.region).value_or(RegionId {}),
            .object = "execution " + std::to_string(running.number),
            .action = plan.name,
            .valueAfter = start.isGraceful ? "graceful" : "ungraceful",
            .note = "Plan '" + plan.name + "' is started" + (start.isGraceful ? "" : ", ungraceful")
                + (start.region.empty() ? "" : ", for " + start.region)
                + (watched.findings.texts.empty() ? ""
                                                  : "; warnings: " + joined(watched.findings.texts, "; ")) });
    advance(running);
    keepTicking();
}

void PlanRunner::order(const PlanOrder& order, Actor actor, EventSeq cause)
{
    if (order.verb == PlanVerb::Evaluate)
        return evaluate(*findPlan(order.plan), actor, cause);
    Execution& execution = *current();
    execution.actor = actor == Actor::System ? execution.actor : actor;
    const auto line
        = [&](const std::vector<StepState>& states) { return *findLine(execution, order.step, states); };
    switch (order.verb) {
    case PlanVerb::Pause:
        execution.isPausedByOperator = true;
        break;
    case PlanVerb::Resume:
        execution.isPausedByOperator = false;
        break;
    case PlanVerb::Skip:
        ++execution.exceptions;
        skipLine(execution, line(kSkippable), "the operator skips it");
        break;
    case PlanVerb::Retry:
        beginLine(execution, line(kRetriable));
        break;
    case PlanVerb::Cancel:
        cancelRest(execution, "the plan was cancelled");
        return finish(
            execution, ExecutionState::Canceled, "cancelled; what its steps have done stays as it is");
    case PlanVerb::Approve:
        setStep(execution, line(kApprovable), StepState::Completed, "approved");
        break;
    case PlanVerb::Decline:
        failLine(execution, line(kApprovable), "declined");
        break;
    case PlanVerb::GoUngraceful:
    case PlanVerb::GoGraceful:
        switchMode(execution, order.verb == PlanVerb::GoGraceful);
        break;
    case PlanVerb::AfterCrash:
        afterCrash(execution);
        break;
    case PlanVerb::Evaluate:
        break;
    }
    advance(execution);
    keepTicking();
}

void PlanRunner::switchMode(Execution& execution, bool isGraceful)
{
    execution.isGraceful = isGraceful;
    setState(execution, execution.state,
        isGraceful ? "goes on graceful: steps that begin from now on" : "goes on ungraceful");
    if (isGraceful)
        return;
    for (std::size_t i = 1; i < execution.lines.size(); ++i) {
        Line& line = execution.lines[i];
        if (!line.ranGraceful || !isUnderWay(line))
            continue;
        const bool hasVariant = line.step.ungraceful || line.step.isSkippedUngraceful
            || line.step.block.kind == BlockKind::Promote;
        if (hasVariant)
            beginLine(execution, i);
    }
}

void PlanRunner::afterCrash(Execution& execution)
{
    std::vector<std::string> open;
    for (const Line& line : execution.lines) {
        if (isUnderWay(line) || (line.state == StepState::Failed && !line.isSettled))
            open.push_back(line.step.name);
    }
    const std::string at = open.empty() ? "" : ", at step " + joined(open, ", ");
    const bool isDone = execution.state == ExecutionState::CompletedMonitoringApplicationHealth;
    if (planOf(execution).onCrash == CrashPolicy::Resume || isDone || execution.isRollingBack)
        return setState(execution, execution.state, "goes on after a crash of the program" + at);
    execution.rollBackReason = "the program crashed" + at;
}

void PlanRunner::evaluate(std::size_t index, Actor actor, EventSeq cause)
{
    const Plan& plan = m_plans[index];
    PlanFindings& findings = m_watched[index].findings;
    const PlanEvaluation before = findings.evaluation;
    findings = evaluatePlan(plan, m_plans, m_host);
    m_env.mix(hashCombine(hashBytes(plan.name), static_cast<std::uint64_t>(findings.evaluation)));
    m_log.append({ .kind = EventKind::PlanEvaluated,
        .severity = findings.evaluation == PlanEvaluation::Passed ? Severity::Info : Severity::Warning,
        .actor = actor,
        .cause = cause,
        .object = plan.name,
        .valueBefore = std::string(toString(before)),
        .valueAfter = std::string(toString(findings.evaluation)),
        .note = "Plan '" + plan.name + "' was evaluated: " + std::string(toString(findings.evaluation))
            + (findings.texts.empty() ? "" : "; " + joined(findings.texts, "; ")) });
}

std::vector<PlanView> PlanRunner::views() const
{
    std::vector<PlanView> views;
    for (std::size_t p = 0; p < m_plans.size(); ++p) {
        const Watched& watched = m_watched[p];
        PlanView view;
        view.name = m_plans[p].name;
        view.title = m_plans[p].title;
        view.kind = std::string(toString(m_plans[p].kind));
        view.evaluation = std::string(toString(watched.findings.evaluation));
        view.findings = watched.findings.texts;
        view.execution = watched.executions;
        if (watched.last) {
            const Execution& execution = *watched.last;
            view.state = std::string(toString(execution.state));
            view.isGraceful = execution.isGraceful;
            view.startedAt = execution.startedAt;
            view.endedAt = execution.endedAt;
            view.actualRecovery = execution.actualRecovery;
            view.recoveryFromImpact = execution.recoveryFromImpact;
            for (std::size_t i = 1; i < execution.lines.size(); ++i) {
                const Line& line = execution.lines[i];
                view.steps.push_back({ line.step.name, std::string(toString(line.step.block.kind)),
                    std::string(toString(line.state)), line.depth, line.startedAt, line.endedAt,
                    line.run.detail });
            }
        } else {
            for (const PlanStep& step : m_plans[p].steps)
                view.steps.push_back({ step.name, std::string(toString(step.block.kind)),
                    std::string(toString(StepState::NotStarted)), 0, kNever, kNever, {} });
        }
        views.push_back(std::move(view));
    }
    return views;
}

} // namespace sb
