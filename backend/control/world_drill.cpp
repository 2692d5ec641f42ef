// SPDX-License-Identifier: GPL-3.0-or-later
// How the World thread follows a drill: it halts at the very moment of each order and of the end, so that a
// run in the window is the run that the command line makes, whatever the pace.
#include "backend/control/world_thread.h"

#include "backend/api/command_text.h"

#include <algorithm>

namespace sb {

void WorldThread::give(const Command& command, Actor actor, CommandId id)
{
    if (m_recorder)
        m_recorder->addInput(command, actor);
    const World& world = m_simulation->world();
    m_inputs.push_back({ .index = m_inputs.size() + 1,
        .executed = world.executed(),
        .at = world.now(),
        .actor = actor,
        .command = formatCommand(command) });
    const EventSeq answer = m_simulation->execute(command, actor, id);
    if (m_drill && actor == Actor::Drill)
        m_drill->answered(answer);
}

// Gives what is due; the World has run every event up to now. True when there was something to do.
bool WorldThread::followDrill()
{
    const Instant now = m_simulation->world().now();
    bool hasActed = false;
    while (const TimedOrder* order = m_drill->nextOrder(now)) {
        CommandId id;
        {
            const std::lock_guard lock(m_mutex);
            id = CommandId { m_nextCommand++ };
        }
        const Command command = order->command; // answering moves on to the next
        give(command, Actor::Drill, id);
        hasActed = true;
    }
    if (!m_drill->isEndDue(now))
        return hasActed;
    const auto snapshot = m_simulation->snapshot(ChartRange::TwoHours);
    snapshot->phase = RunPhase::Running;
    m_drill->end(snapshot);
    if (!m_drill->needsQuiet())
        return true;
    std::function<void(PresentState)> ask;
    {
        const std::lock_guard lock(m_mutex);
        ask = m_askQuiet;
    }
    if (ask)
        ask(present());
    else
        m_drill->quietSeen(m_simulation->isConverged());
    return true;
}

void WorldThread::runTo(Instant until)
{
    World& world = m_simulation->world();
    while (m_drill && m_drill->nextHalt() <= until) {
        world.runUntil(m_drill->nextHalt());
        followDrill();
    }
    world.runUntil(until);
}

void WorldThread::takeQuiet()
{
    std::optional<Result<bool>> quiet;
    {
        const std::lock_guard lock(m_mutex);
        quiet.swap(m_quiet);
    }
    if (quiet && m_drill)
        m_drill->quietSeen(*quiet);
}

std::shared_ptr<const DrillView> WorldThread::drill()
{
    m_isWanted = true;
    const std::lock_guard lock(m_mutex);
    return m_publishedDrill;
}

std::optional<DrillVerdict> WorldThread::drillVerdict() const
{
    const DrillVerdict* verdict = m_drill ? m_drill->verdict() : nullptr;
    return verdict != nullptr ? std::optional(*verdict) : std::nullopt;
}

void WorldThread::onDrillEnd(std::function<void(PresentState)> ask)
{
    const std::lock_guard lock(m_mutex);
    m_askQuiet = std::move(ask);
}

void WorldThread::setQuiet(Result<bool> converged)
{
    const std::lock_guard lock(m_mutex);
    m_quiet = std::move(converged);
    m_wake.notify_all();
}

} // namespace sb
