// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/text.h"
#include "backend/plans/plan.h"

namespace sb {
namespace {

struct Seen {
    bool fences = false, drains = false, compares = false, verifies = false, acts = false;
    Duration longest = 0us; // sum of the time-outs of steps that follow one another
};

class Lint {
public:
    explicit Lint(const Plan& plan)
        : m_plan(plan)
    {
    }
    [[nodiscard]] std::vector<std::string> run();

private:
    void look(const PlanStep& step);
    void say(const PlanStep& step, const std::string& text)
    {
        m_hints.push_back("step '" + step.name + "': " + text);
    }

    const Plan& m_plan;
    Seen m_seen;
    std::vector<std::string> m_hints;
};

void Lint::look(const PlanStep& step)
{
    switch (step.block.kind) {
    case BlockKind::Fence:
        m_seen.fences = m_seen.acts = true;
        break;
    case BlockKind::Drain:
    case BlockKind::WaitForLag:
        if (step.block.kind == BlockKind::Drain && !m_seen.fences)
            say(step, "a region that is not fenced goes on writing; a drain of it may never end");
        m_seen.drains = true;
        break;
    case BlockKind::Promote:
        if (!m_seen.fences)
            say(step, "nothing keeps the old writer's region from writing; a 'fence' belongs before it");
        else if (!m_seen.drains && !step.isSkippedUngraceful && m_plan.kind == PlanKind::Switchover)
            say(step, "writes may still be on their way; a 'drain' belongs between 'fence' and 'promote'");
        m_seen.acts = true;
        break;
    case BlockKind::DataDiff:
        m_seen.compares = true;
        break;
    case BlockKind::FailBack:
        if (!m_seen.compares)
            say(step, "what only this region holds is not shown; a 'data-diff' belongs before it");
        m_seen.acts = true;
        break;
    case BlockKind::Check:
    case BlockKind::WaitForAlarm:
        m_seen.verifies = true;
        return;
    case BlockKind::RoutingControl:
    case BlockKind::ShiftAway:
    case BlockKind::Dial:
    case BlockKind::WarmUp:
    case BlockKind::Command:
        m_seen.acts = true;
        break;
    default:
        return;
    }
    m_seen.verifies = false; // what comes after the last action
}

std::vector<std::string> Lint::run()
{
    for (const PlanStep& step : m_plan.steps) {
        const bool isGroup
            = step.block.kind == BlockKind::Parallel || step.block.kind == BlockKind::ChildPlan;
        Duration longest = isGroup ? Duration { 0 } : step.timeout;
        look(step);
        for (const PlanStep& inner : step.parallel) {
            look(inner);
            longest = std::max(longest, inner.timeout);
        }
        m_seen.longest += longest;
    }
    if (m_seen.acts && !m_seen.verifies)
        m_hints.push_back("nothing verifies that it worked: end with a 'check' or a 'wait-for-alarm' after "
                          "the last action");
    if (m_seen.longest > m_plan.timeout)
        m_hints.push_back("the time-outs of its steps add up to " + durationText(m_seen.longest)
            + ", more than the plan's own of " + durationText(m_plan.timeout));
    if (m_plan.rto > m_plan.timeout + m_plan.monitorFor)
        m_hints.push_back("its objective of " + durationText(m_plan.rto) + " is longer than it may run");
    return m_hints;
}

} // namespace

std::vector<std::string> lintPlan(const Plan& plan)
{
    return Lint(plan).run();
}

} // namespace sb
