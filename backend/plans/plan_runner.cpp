// SPDX-License-Identifier: GPL-3.0-or-later
// The machine of an execution. What operators ask of it: plan_orders.cpp.
#include "backend/plans/plan_runner.h"

#include "backend/base/text.h"
#include "backend/kernel/mutant.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kTick, kEvaluate, kLookAtTriggers };

constexpr Duration kTickEvery = 500ms;
constexpr Duration kFirstEvaluation = 10s; // traffic has come up, so that head-room can be judged
constexpr Duration kEvaluateEvery = 30min;
constexpr Duration kLookEvery = 1s;

} // namespace

std::string_view toString(ExecutionState state)
{
    static constexpr std::array<std::string_view, kExecutionStateCount> kNames { "pending", "inProgress",
        "pausedByFailedStep", "pausedByOperator", "pendingManualApproval",
        "completedMonitoringApplicationHealth", "completed", "completedWithExceptions", "canceled",
        "planExecutionTimedOut", "failed" };
    const auto index = static_cast<std::size_t>(state);
    return index < kNames.size() ? kNames[index] : std::string_view { "unknown" };
}

bool isOver(ExecutionState state)
{
    return state >= ExecutionState::Completed;
}

std::string_view toString(StepState state)
{
    switch (state) {
    case StepState::NotStarted:
        return "notStarted";
    case StepState::Running:
        return "running";
    case StepState::PendingApproval:
        return "pendingApproval";
    case StepState::Completed:
        return "completed";
    case StepState::Failed:
        return "failed";
    case StepState::Skipped:
        return "skipped";
    case StepState::Canceled:
        return "canceled";
    }
    return "unknown";
}

PlanRunner::PlanRunner(
    Env& env, EventLog& log, PlanHost& host, std::vector<Plan> plans, const std::vector<std::string>& own)
    : m_env(env)
    , m_log(log)
    , m_host(host)
    , m_plans(std::move(plans))
    , m_watched(m_plans.size())
{
    for (std::size_t i = 0; i < m_plans.size(); ++i) {
        m_watched[i].isOwn = std::find(own.begin(), own.end(), m_plans[i].name) != own.end();
        m_watched[i].triggerSince.assign(m_plans[i].triggers.size(), kNever);
        m_hasTriggers = m_hasTriggers || !m_plans[i].triggers.empty();
    }
}

void PlanRunner::connect(ComponentId self)
{
    m_self = self;
    if (std::any_of(m_watched.begin(), m_watched.end(), [](const Watched& w) { return w.isOwn; }))
        m_env.postIn(kFirstEvaluation, m_self, kEvaluate);
    if (m_hasTriggers)
        m_env.postIn(kLookEvery, m_self, kLookAtTriggers);
}

void PlanRunner::onEvent(const SimEvent& event)
{
    if (event.kind == kTick)
        return onTick();
    if (event.kind == kLookAtTriggers) {
        lookAtTriggers();
        m_env.postIn(kLookEvery, m_self, kLookAtTriggers);
        return;
    }
    for (std::size_t i = 0; i < m_plans.size(); ++i) {
        if (m_watched[i].isOwn && m_running != i)
            evaluate(i, Actor::System, {});
    }
    m_env.postIn(kEvaluateEvery, m_self, kEvaluate);
}

void PlanRunner::onTick()
{
    m_isTicking = false;
    if (Execution* execution = current())
        advance(*execution);
    keepTicking();
}

void PlanRunner::keepTicking()
{
    if (m_isTicking || !m_running)
        return;
    m_isTicking = true;
    m_env.postIn(kTickEvery, m_self, kTick);
}

PlanRunner::Execution* PlanRunner::current()
{
    return m_running ? &*m_watched[*m_running].last : nullptr;
}

const PlanRunner::Execution* PlanRunner::current() const
{
    return m_running ? &*m_watched[*m_running].last : nullptr;
}

void PlanRunner::tell(Execution& execution, Event event)
{
    event.actor = execution.actor;
    event.cause = execution.last;
    m_env.mix(hashCombine(hashCombine(hashBytes(event.object), hashBytes(event.valueAfter)),
        (static_cast<std::uint64_t>(event.kind) << 32) ^ static_cast<std::uint64_t>(execution.number)));
    execution.last = m_log.append(std::move(event));
}

void PlanRunner::addLines(
    Execution& execution, const std::vector<PlanStep>& steps, std::size_t parent, int depth)
{
    for (const PlanStep& step : steps) {
        Line line;
        line.step = step;
        line.step.parallel.clear();
        line.parent = parent;
        line.depth = depth;
        line.isParallel = step.block.kind == BlockKind::Parallel;
        line.isGroup = line.isParallel || step.block.kind == BlockKind::ChildPlan;
        const std::size_t index = execution.lines.size();
        execution.lines.push_back(std::move(line));
        addLines(execution, step.parallel, index, depth + 1);
        if (step.block.kind != BlockKind::ChildPlan)
            continue;
        const auto child = findPlan(step.block.plan);
        SB_ASSERT(child.has_value()); // plansOfRun() saw to it
        const std::size_t first = execution.lines.size();
        addLines(execution, m_plans[*child].steps, index, depth + 1);
        for (std::size_t i = first; i < execution.lines.size(); ++i)
            execution.lines[i].step.name = step.name + "." + execution.lines[i].step.name;
    }
}

bool PlanRunner::hasEnded(const Line& line)
{
    return line.state == StepState::Completed || line.state == StepState::Skipped
        || line.state == StepState::Canceled || (line.state == StepState::Failed && line.isSettled);
}

bool PlanRunner::isUnderWay(const Line& line)
{
    return !line.isGroup && (line.state == StepState::Running || line.state == StepState::PendingApproval);
}

bool PlanRunner::mayBegin(const Execution& execution) const
{
    return !execution.isPausedByOperator && execution.rollBackReason.empty()
        && std::none_of(execution.lines.begin(), execution.lines.end(),
            [](const Line& line) { return line.state == StepState::Failed && !line.isSettled; });
}

void PlanRunner::advance(Execution& execution)
{
    const PlanServiceFacts service = m_host.service();
    if (service.impactAt != kNever)
        execution.impactAt = service.impactAt;
    if (execution.state == ExecutionState::CompletedMonitoringApplicationHealth)
        return monitor(execution);
    const Plan& plan = planOf(execution);
    const bool isLate = m_env.now() - execution.startedAt >= plan.timeout && !SB_MUTANT(PlanNeverEnds);
    if (!execution.isRollingBack && isLate) {
        cancelRest(execution, "the plan's time is over");
        return finish(execution, ExecutionState::PlanExecutionTimedOut,
            "not over within " + durationText(plan.timeout));
    }
    if (!execution.isRollingBack)
        advanceGroup(execution, 0);
    if (!execution.isRollingBack && !execution.rollBackReason.empty())
        beginRollBack(execution, execution.rollBackReason);
    if (execution.isRollingBack)
        return advanceUndo(execution);
    settleState(execution);
    if (hasEnded(execution.lines[0]))
        beginMonitoring(execution);
}

void PlanRunner::advanceUndo(Execution& execution)
{
    for (std::size_t i = 1; i < execution.lines.size(); ++i) {
        if (!execution.lines[i].isUndo || hasEnded(execution.lines[i]))
            continue;
        advanceLine(execution, i);
        if (!hasEnded(execution.lines[i]))
            return;
    }
    finish(execution, ExecutionState::Failed,
        "rolled back, because " + execution.rollBackReason
            + (execution.exceptions > 0 ? "; not all of it could be taken back" : ""));
}

void PlanRunner::advanceGroup(Execution& execution, std::size_t group)
{
    const bool isParallel = execution.lines[group].isParallel;
    bool isAllOver = true;
    for (std::size_t i = group + 1; i < execution.lines.size(); ++i) {
        if (execution.lines[i].parent != group || execution.lines[i].isUndo || hasEnded(execution.lines[i]))
            continue;
        if (SB_MUTANT(StepSkipped) && i + 1 == execution.lines.size())
            continue;
        advanceLine(execution, i);
        isAllOver = isAllOver && hasEnded(execution.lines[i]);
        if (!isAllOver && !isParallel)
            return;
    }
    if (!isAllOver)
        return;
    if (group == 0)
        execution.lines[0].state = StepState::Completed;
    else
        setStep(execution, group, StepState::Completed, "all of its steps have ended");
}

void PlanRunner::advanceLine(Execution& execution, std::size_t index)
{
    Line& line = execution.lines[index];
    if (line.state == StepState::NotStarted) {
        if (!line.isUndo && !mayBegin(execution))
            return;
        beginLine(execution, index);
    } else if (isUnderWay(line)) {
        const BlockState outcome = pollBlock(line.run, line.ranGraceful, m_env.now(), m_host);
        const bool isLate = m_env.now() - line.startedAt >= line.step.timeout;
        if (isLate && (outcome == BlockState::Running || outcome == BlockState::Pending))
            return failLine(execution, index,
                "not over within " + durationText(line.step.timeout)
                    + (line.run.detail.empty() ? "" : ": " + line.run.detail));
        takeOutcome(execution, index, outcome);
    }
    if (execution.lines[index].isGroup && execution.lines[index].state == StepState::Running)
        advanceGroup(execution, index);
}

void PlanRunner::beginLine(Execution& execution, std::size_t index)
{
    Line& line = execution.lines[index];
    line.ranGraceful = execution.isGraceful || line.isUndo;
    if (!line.ranGraceful && line.step.isSkippedUngraceful)
        return skipLine(execution, index, "the plan does without it when there is no time");
    if (const auto inverse = inverseOf(line.run))
        line.inverses.push_back(*inverse);
    const PlanBlock& block
        = !line.ranGraceful && line.step.ungraceful ? *line.step.ungraceful : line.step.block;
    line.run = BlockRun { .block = filled(block, execution.places),
        .regions = regionsOfPlan(planOf(execution), m_host, execution.places),
        .actor = execution.actor };
    line.startedAt = m_env.now();
    execution.begun.push_back(index);
    setStep(execution, index, StepState::Running, line.ranGraceful ? "begins" : "begins, ungraceful");
    if (line.isGroup)
        return;
    line.run.cause = execution.last;
    takeOutcome(execution, index, beginBlock(line.run, line.ranGraceful, m_env.now(), m_host));
}

void PlanRunner::takeOutcome(Execution& execution, std::size_t index, BlockState outcome)
{
    const Line& line = execution.lines[index];
    switch (outcome) {
    case BlockState::Running:
        break;
    case BlockState::Pending:
        if (line.state != StepState::PendingApproval)
            setStep(execution, index, StepState::PendingApproval, line.run.detail);
        break;
    case BlockState::Done:
        setStep(execution, index, StepState::Completed, line.run.detail);
        break;
    case BlockState::NotThere:
        if (line.step.isOptional)
            skipLine(execution, index, line.run.detail);
        else
            failLine(execution, index, line.run.detail);
        break;
    case BlockState::Failed:
        failLine(execution, index, line.run.detail);
        break;
    }
}

void PlanRunner::failLine(Execution& execution, std::size_t index, const std::string& why)
{
    setStep(execution, index, StepState::Failed, why);
    Line& line = execution.lines[index];
    const FailurePolicy policy = line.isUndo ? FailurePolicy::Continue : line.step.onFailure;
    if (policy == FailurePolicy::Continue) {
        line.isSettled = true;
        ++execution.exceptions;
    } else if (policy == FailurePolicy::RollBack) {
        line.isSettled = true;
        execution.rollBackReason = "step '" + line.step.name + "' failed";
    }
}

// The lines of a group go with it.
void PlanRunner::skipLine(Execution& execution, std::size_t index, const std::string& why)
{
    setStep(execution, index, StepState::Skipped, why);
    for (std::size_t i = index + 1; i < execution.lines.size(); ++i) {
        if (execution.lines[i].parent == index && !hasEnded(execution.lines[i]))
            skipLine(execution, i, why);
    }
}

void PlanRunner::setStep(Execution& execution, std::size_t index, StepState state, const std::string& note)
{
    Line& line = execution.lines[index];
    const StepState before = line.state;
    line.state = state;
    if (hasEnded(line) || state == StepState::Failed)
        line.endedAt = m_env.now();
    else
        line.endedAt = kNever;
    const auto region = regionIdOf(m_host, line.run.block.region);
    const bool isBad = state == StepState::Failed;
    tell(execution,
        { .kind = EventKind::PlanStep,
            .severity = isBad ? Severity::Warning : Severity::Notice,
            .region = region.value_or(RegionId {}),
            .object = line.step.name,
            .action = std::string(toString(line.step.block.kind)),
            .valueBefore = std::string(toString(before)),
            .valueAfter = std::string(toString(state)),
            .note = "Step '" + line.step.name + "' of plan '" + planOf(execution).name + "' is "
                + std::string(toString(state)) + (note.empty() ? "" : ": " + note) });
}

void PlanRunner::settleState(Execution& execution)
{
    const auto has = [&](auto&& predicate) {
        return std::any_of(execution.lines.begin(), execution.lines.end(), predicate);
    };
    ExecutionState state = ExecutionState::InProgress;
    std::string note = "goes on";
    if (has([](const Line& line) { return line.state == StepState::Failed && !line.isSettled; })) {
        state = ExecutionState::PausedByFailedStep;
        note = "waits: a step has failed; retry it, skip it, or cancel";
    } else if (execution.isPausedByOperator) {
        state = ExecutionState::PausedByOperator;
        note = "waits until it is resumed; steps that had begun go on";
    } else if (has([](const Line& line) { return line.state == StepState::PendingApproval; })) {
        state = ExecutionState::PendingManualApproval;
        note = "waits for somebody's approval";
    }
    if (state != execution.state)
        setState(execution, state, note);
}

void PlanRunner::setState(Execution& execution, ExecutionState state, const std::string& note)
{
    const ExecutionState before = execution.state;
    execution.state = state;
    tell(execution,
        { .kind = EventKind::PlanState,
            .severity = state == ExecutionState::PausedByFailedStep ? Severity::Warning : Severity::Notice,
            .object = "execution " + std::to_string(execution.number),
            .action = planOf(execution).name,
            .valueBefore = std::string(toString(before)),
            .valueAfter = std::string(toString(state)),
            .note
            = "Plan '" + planOf(execution).name + "' is " + std::string(toString(state)) + ": " + note });
}

void PlanRunner::cancelRest(Execution& execution, const std::string& why)
{
    for (std::size_t i = 1; i < execution.lines.size(); ++i) {
        Line& line = execution.lines[i];
        if (line.state == StepState::Failed)
            line.isSettled = true;
        if (!hasEnded(line))
            setStep(execution, i, StepState::Canceled, why);
    }
}

void PlanRunner::beginRollBack(Execution& execution, const std::string& why)
{
    execution.isRollingBack = true;
    execution.isPausedByOperator = false;
    execution.rollBackReason = why;
    setState(execution, ExecutionState::InProgress, "rolls back, because " + why);
    cancelRest(execution, "the plan rolls back");
    std::vector<Line> undo;
    std::vector<std::size_t> seen;
    for (auto begun = execution.begun.rbegin(); begun != execution.begun.rend(); ++begun) {
        if (std::find(seen.begin(), seen.end(), *begun) != seen.end())
            continue;
        seen.push_back(*begun);
        const Line& done = execution.lines[*begun];
        std::vector<PlanBlock> inverses = done.inverses;
        if (const auto inverse = inverseOf(done.run))
            inverses.push_back(*inverse);
        for (auto inverse = inverses.rbegin(); inverse != inverses.rend(); ++inverse) {
            Line line;
            line.step.name = "undo-" + done.step.name;
            line.step.block = *inverse;
            line.step.timeout = done.step.timeout;
            line.isUndo = true;
            undo.push_back(std::move(line));
        }
    }
    execution.lines.insert(execution.lines.end(), undo.begin(), undo.end());
}

void PlanRunner::beginMonitoring(Execution& execution)
{
    execution.stepsEndedAt = m_env.now();
    setState(execution, ExecutionState::CompletedMonitoringApplicationHealth,
        "all steps have ended; waits until the application's alarms are green");
    monitor(execution);
}

void PlanRunner::monitor(Execution& execution)
{
    const Plan& plan = planOf(execution);
    std::vector<std::string> red;
    for (PlanAlarm alarm : plan.alarms) {
        if (alarm.region == kTargetPlaceholder)
            alarm.region = execution.places.target;
        else if (alarm.region == kSurvivorPlaceholder)
            alarm.region = execution.places.survivor;
        if (isAlarmRed(m_host, alarm))
            red.push_back(alarmText(alarm));
    }
    if (!red.empty() && m_env.now() - execution.stepsEndedAt < plan.monitorFor)
        return;
    if (!red.empty())
        return finish(execution, ExecutionState::CompletedWithExceptions,
            "red after " + durationText(plan.monitorFor) + ": " + joined(red, ", "));
    // Since the start; detecting and deciding are not in it.
    execution.actualRecovery = m_env.now() - execution.startedAt;
    if (execution.impactAt != kNever)
        execution.recoveryFromImpact = m_env.now() - execution.impactAt;
    std::string note = "actual recovery time " + isoDurationText(execution.actualRecovery) + " ("
        + durationText(execution.stepsEndedAt - execution.startedAt) + " of steps, "
        + durationText(m_env.now() - execution.stepsEndedAt) + " until the alarms were green), objective "
        + isoDurationText(plan.rto) + (execution.actualRecovery <= plan.rto ? " met" : " missed");
    if (execution.impactAt != kNever)
        note += "; " + isoDurationText(execution.recoveryFromImpact) + " since the first error of a user";
    finish(execution,
        execution.exceptions > 0 ? ExecutionState::CompletedWithExceptions : ExecutionState::Completed, note);
}

void PlanRunner::finish(Execution& execution, ExecutionState state, const std::string& note)
{
    const ExecutionState before = execution.state;
    execution.state = state;
    execution.endedAt = m_env.now();
    if (execution.stepsEndedAt == kNever)
        execution.stepsEndedAt = m_env.now();
    m_running.reset();
    const bool isGood = state == ExecutionState::Completed;
    tell(execution,
        { .kind = EventKind::PlanEnded,
            .severity = isGood ? Severity::Notice : Severity::Warning,
            .object = "execution " + std::to_string(execution.number),
            .action = planOf(execution).name,
            .valueBefore = std::string(toString(before)),
            .valueAfter = std::string(toString(state)),
            .note
            = "Plan '" + planOf(execution).name + "' is " + std::string(toString(state)) + ": " + note });
}

void PlanRunner::lookAtTriggers()
{
    for (std::size_t i = 0; i < m_plans.size(); ++i) {
        const Plan& plan = m_plans[i];
        Watched& watched = m_watched[i];
        bool isDue = !plan.triggers.empty();
        for (std::size_t k = 0; k < plan.triggers.size(); ++k) {
            Instant& since = watched.triggerSince[k];
            const PlanTrigger& trigger = plan.triggers[k];
            if (isAlarmRed(m_host, trigger.alarm) != trigger.alarm.isRed)
                since = kNever;
            else if (since == kNever)
                since = m_env.now();
            isDue = isDue && since != kNever && m_env.now() - since >= trigger.lasts;
        }
        const bool isTooSoon = watched.startedByTriggerAt != kNever
            && m_env.now() - watched.startedByTriggerAt < plan.minDelay;
        if (!isDue || isTooSoon || m_running)
            continue;
        const StartPlan command { plan.name, plan.kind != PlanKind::Failover, {} };
        if (!check(command))
            continue;
        watched.startedByTriggerAt = m_env.now();
        start(command, Actor::System, {});
    }
}

} // namespace sb
