// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/swarm/plan_check.h"

#include <algorithm>
#include <set>

namespace sb {
namespace {

constexpr std::size_t kInGroup = ~std::size_t { 0 }; // the order of its group counts
constexpr Duration kTicks = 2s; // an execution acts every half second

bool hasEnded(const std::string& state)
{
    return state == "completed" || state == "skipped" || state == "canceled";
}

// Undone steps have the names of what they undo, several of them perhaps the same.
bool isUndo(const std::string& step)
{
    return step.starts_with("undo-");
}

const std::set<std::string>& ends()
{
    static const std::set<std::string> kEnds { "completed", "completedWithExceptions", "canceled",
        "planExecutionTimedOut", "failed" };
    return kEnds;
}

// Of all steps one after the other; parallel ones and children take less.
Duration timesOf(const std::vector<PlanStep>& steps)
{
    Duration sum = 0us;
    for (const PlanStep& step : steps)
        sum += step.timeout + timesOf(step.parallel);
    return sum;
}

} // namespace

const Plan* PlanCheck::findPlan(const std::string& name) const
{
    const std::vector<Plan>& plans = m_simulation.plans().plans();
    const auto found
        = std::find_if(plans.begin(), plans.end(), [&](const Plan& plan) { return plan.name == name; });
    return found == plans.end() ? nullptr : &*found;
}

void PlanCheck::addSteps(
    Execution& execution, const std::vector<PlanStep>& steps, const std::string& prefix, bool isTop)
{
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const PlanStep& step = steps[i];
        Step line;
        line.top = isTop ? i : kInGroup;
        execution.steps.emplace(prefix + step.name, line);
        addSteps(execution, step.parallel, prefix, false);
        if (step.block.kind == BlockKind::ChildPlan)
            if (const Plan* child = findPlan(step.block.plan))
                addSteps(execution, child->steps, prefix + step.name + ".", false);
    }
}

void PlanCheck::onLogged(const Event& event)
{
    if (event.kind == EventKind::CommandAccepted || event.kind == EventKind::CommandRefused) {
        if (!event.object.starts_with("plan "))
            return;
        ++m_commands;
        m_findings.expect(Invariant::Plans, m_running.has_value(),
            [&] { return event.object + " orders '" + event.action + "', and is not being executed"; });
        return;
    }
    if (event.kind == EventKind::PlanStarted)
        return onStarted(event);
    if (event.kind != EventKind::PlanState && event.kind != EventKind::PlanStep
        && event.kind != EventKind::PlanEnded)
        return;
    m_findings.expect(Invariant::Plans, m_running.has_value() && event.cause == m_running->last, [&] {
        return "event " + std::to_string(event.seq.value) + ", " + event.object
            + ", is no part of the chain of an execution";
    });
    if (!m_running)
        return;
    m_running->last = event.seq;
    if (event.kind == EventKind::PlanStep)
        onStep(event);
    else if (event.kind == EventKind::PlanEnded)
        onEnded(event);
    else
        m_running->isRollingBack
            = m_running->isRollingBack || event.note.find("rolls back") != std::string::npos;
}

void PlanCheck::onStarted(const Event& event)
{
    m_findings.expect(Invariant::Plans, !m_running,
        [&] { return event.object + " begins while " + m_running->name + " has not ended"; });
    Execution execution;
    execution.name = event.object + " of " + event.action;
    execution.plan = findPlan(event.action);
    execution.startedAt = event.at;
    execution.last = event.seq;
    if (execution.plan != nullptr)
        addSteps(execution, execution.plan->steps, "", true);
    m_running = std::move(execution);
}

void PlanCheck::onStep(const Event& event)
{
    if (isUndo(event.object))
        return;
    const auto found = m_running->steps.find(event.object);
    m_findings.expect(Invariant::Plans, found != m_running->steps.end(),
        [&] { return m_running->name + " has a step " + event.object + " that is not in its plan"; });
    if (found == m_running->steps.end())
        return;
    Step& step = found->second;
    const bool isReasoned = event.valueAfter != "skipped" || event.note.find(": ") != std::string::npos;
    m_findings.expect(
        Invariant::Plans, event.valueBefore == step.state && !hasEnded(step.state) && isReasoned, [&] {
            return m_running->name + ": step " + event.object + " goes from " + event.valueBefore + " to "
                + event.valueAfter + "; it was " + step.state;
        });
    if (event.valueAfter == "running") {
        step.hasBegun = true;
        const auto open
            = std::find_if(m_running->steps.begin(), m_running->steps.end(), [&](const auto& other) {
                  const Step& before = other.second;
                  return step.top != kInGroup && before.top < step.top && !hasEnded(before.state)
                      && before.state != "failed"; // its plan may go on all the same
              });
        m_findings.expect(Invariant::Plans, open == m_running->steps.end(), [&] {
            return m_running->name + ": step " + event.object + " begins, and step " + open->first + " is "
                + open->second.state;
        });
    }
    step.state = event.valueAfter;
}

void PlanCheck::onEnded(const Event& event)
{
    const Execution& execution = *m_running;
    m_findings.expect(Invariant::Plans, ends().count(event.valueAfter) == 1,
        [&] { return execution.name + " ends " + event.valueAfter + ", which is no end"; });
    const bool isWhole = event.valueAfter == "completed";
    if (isWhole || event.valueAfter == "completedWithExceptions") {
        for (const auto& [name, step] : execution.steps) {
            const bool isLawful = step.state == "skipped" || (step.state == "completed" && step.hasBegun)
                || (step.state == "failed" && !isWhole);
            m_findings.expect(Invariant::Plans, isLawful, [&, &name = name, &step = step] {
                return execution.name + " is " + event.valueAfter + ", and its step " + name + " is "
                    + step.state + (step.hasBegun ? "" : " and has never begun");
            });
        }
    }
    m_running.reset();
}

void PlanCheck::second()
{
    if (!m_running || m_running->plan == nullptr)
        return;
    const Plan& plan = *m_running->plan;
    const Duration undoing = m_running->isRollingBack ? timesOf(plan.steps) : Duration { 0 };
    const Duration age = m_simulation.world().now() - m_running->startedAt;
    m_findings.expect(Invariant::Plans, age <= plan.timeout + plan.monitorFor + undoing + kTicks, [&] {
        return m_running->name + " has not ended after " + durationText(age) + "; its times allow "
            + durationText(plan.timeout) + " and " + durationText(plan.monitorFor) + " of watching";
    });
    m_findings.expect(Invariant::Plans, m_simulation.plans().running() == plan.name, [&] {
        return m_running->name + " has not ended by the record, and the engine executes '"
            + m_simulation.plans().running() + "'";
    });
}

void PlanCheck::finish()
{
    m_findings.expect(Invariant::Plans, !m_running && m_simulation.plans().running().empty(),
        [] { return std::string("an execution of a plan has come to no end"); });
}

} // namespace sb
