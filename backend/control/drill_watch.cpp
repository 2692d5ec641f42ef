// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/drill_watch.h"

#include "backend/api/command_text.h"

#include <algorithm>

namespace sb {
namespace {

bool asksForQuiet(const DrillCheck& check)
{
    return std::holds_alternative<ReplicasConverged>(check.rule);
}

} // namespace

std::vector<Event> verdictEvents(
    const DrillVerdict& verdict, const WorldDescription& description, const std::vector<Event>& log)
{
    Instant at = verdict.endedAt;
    if (!log.empty())
        at = std::max(at, log.back().at);
    std::vector<Event> events = toEvents(verdict.checks, { description, log, *verdict.end, false, at });
    for (Event& event : events) { // a log's positions only grow
        if (log.empty() || log.back().executed <= event.executed)
            continue;
        event.executed = log.back().executed;
        event.stateHash = log.back().stateHash;
    }
    return events;
}

DrillWatch::DrillWatch(Drill drill, std::string path, WorldDescription description)
    : m_drill(std::move(drill))
    , m_description(std::move(description))
    , m_orders(ordersOf(m_drill))
{
    m_view.path = std::move(path);
    m_view.title = m_drill.title;
    m_view.description = m_drill.description;
    m_view.difficulty = m_drill.difficulty;
    m_view.seed = m_drill.config.seed;
    m_view.rtoObjective = m_drill.config.rtoObjective;
    m_view.until = m_drill.until;
    for (const DrillStep& step : m_drill.steps)
        m_view.steps.push_back({ .at = step.at,
            .command = formatCommand(step.command),
            .note = step.note,
            .state = DrillStepState::Due,
            .outcome = {},
            .event = {} });
    for (const DrillCheck& check : m_drill.checks)
        m_view.checks.push_back(
            { .name = check.name, .isJudged = false, .passes = false, .evidence = {}, .event = {} });
}

Instant DrillWatch::nextHalt() const
{
    if (m_given < m_orders.size())
        return m_orders[m_given].at;
    return m_end ? kNever : m_drill.until;
}

const TimedOrder* DrillWatch::nextOrder(Instant now) const
{
    return m_given < m_orders.size() && m_orders[m_given].at <= now ? &m_orders[m_given] : nullptr;
}

void DrillWatch::answered(EventSeq seq)
{
    const TimedOrder& order = m_orders[m_given++];
    m_isChanged = true;
    if (order.isNote)
        return;
    DrillStepView& step = m_view.steps[order.step];
    step.event = seq;
    const auto answer = std::find_if(
        m_events.rbegin(), m_events.rend(), [&](const Event& event) { return event.seq == seq; });
    const bool isRefused = answer != m_events.rend() && answer->kind == EventKind::CommandRefused;
    step.state = isRefused ? DrillStepState::Refused : DrillStepState::Done;
    step.outcome = answer != m_events.rend() ? answer->note : std::string();
}

bool DrillWatch::isEndDue(Instant now) const
{
    return !m_end && m_given == m_orders.size() && now >= m_drill.until;
}

bool DrillWatch::needsQuiet() const
{
    return std::any_of(m_drill.checks.begin(), m_drill.checks.end(), asksForQuiet);
}

void DrillWatch::end(std::shared_ptr<const Snapshot> snapshot)
{
    m_end = std::move(snapshot);
    m_view.endStateHash = m_end->stateHash;
    if (!needsQuiet()) {
        finish(false);
        return;
    }
    show(judged(*m_end, false), true);
    for (std::size_t i = 0; i < m_drill.checks.size(); ++i) {
        if (!asksForQuiet(m_drill.checks[i]))
            continue;
        m_view.checks[i].isJudged = false;
        m_view.checks[i].evidence = "a world of its own runs to this moment and lets the customers rest";
    }
}

void DrillWatch::quietSeen(const Result<bool>& converged)
{
    if (converged) {
        finish(*converged);
        return;
    }
    for (std::size_t i = 0; i < m_drill.checks.size(); ++i)
        if (asksForQuiet(m_drill.checks[i]))
            m_view.checks[i].evidence = "not judged: " + converged.error().what;
    // The verdict of all the others stands.
    const std::vector<CheckResult> all = judged(*m_end, false);
    std::vector<CheckResult> rest;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (!asksForQuiet(m_drill.checks[i]))
            rest.push_back(all[i]);
    m_verdict = DrillVerdict { std::move(rest), m_end, m_drill.until };
    m_isChanged = true;
}

void DrillWatch::finish(bool converged)
{
    m_verdict = DrillVerdict { judged(*m_end, converged), m_end, m_drill.until };
    show(m_verdict->checks, true);
}

void DrillWatch::show(const std::vector<CheckResult>& results, bool isFinal)
{
    for (std::size_t i = 0; i < results.size(); ++i) {
        DrillCheckView& check = m_view.checks[i];
        check.isJudged = isFinal;
        check.passes = results[i].passed;
        check.evidence = results[i].evidence;
        check.event = results[i].event;
    }
    m_isChanged = true;
}

std::shared_ptr<const DrillView> DrillWatch::view(const Snapshot& now, bool converged)
{
    if (!m_end)
        show(judged(now, converged), false);
    if (m_isChanged || !m_published)
        m_published = std::make_shared<const DrillView>(m_view);
    m_isChanged = false;
    return m_published;
}

} // namespace sb
