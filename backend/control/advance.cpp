// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/advance.h"

#include "backend/api/command_text.h"

#include <algorithm>

namespace sb {

Result<> advance(Simulation& simulation, Recorder* recorder, Instant target, Instant until,
    const ProgressFunction& progress)
{
    World& world = simulation.world();
    while (world.now() < target) {
        const Instant second = atMicros((micros(world.now()) / 1'000'000 + 1) * 1'000'000);
        world.runUntil(std::min(second, target));
        if (const auto flushed = simulation.flushStores(); !flushed)
            return flushed;
        if (recorder != nullptr) {
            if (const auto committed = recorder->commit(); !committed)
                return committed;
        }
        if (progress && !progress(world.now(), until))
            return fail(
                Errc::Cancelled, "stopped at " + durationText(world.now() - kStart) + " of virtual time");
    }
    return {};
}

bool convergesInQuiet(Simulation& simulation)
{
    simulation.shoppers().rest();
    World& world = simulation.world();
    const Instant patience = world.now() + 30s;
    while (!simulation.isConverged() && world.now() < patience)
        world.runUntil(world.now() + 100ms);
    return simulation.isConverged();
}

Instant LoadedSession::until() const
{
    if (end)
        return end->at;
    return checkpoints.empty() ? kStart
                               : atMicros(static_cast<std::int64_t>(checkpoints.back().second) * 1'000'000);
}

Result<LoadedSession> loadSession(const std::string& path)
{
    auto reader = SessionReader::open(path);
    if (!reader)
        return tl::make_unexpected(reader.error());
    const auto config = runConfigFromJson(reader->head().configJson);
    if (!config)
        return fail(Errc::Corrupt, path + ": its configuration cannot be read: " + config.error().what);
    auto inputs = reader->inputs();
    if (!inputs)
        return tl::make_unexpected(inputs.error());
    auto checkpoints = reader->checkpoints();
    if (!checkpoints)
        return tl::make_unexpected(checkpoints.error());
    return LoadedSession { *config, std::move(*inputs), std::move(*checkpoints), reader->end() };
}

Result<Instant> applyJournal(Simulation& simulation, const LoadedSession& session, Recorder* recorder,
    const ProgressFunction& progress)
{
    World& world = simulation.world();
    const Instant until = session.until();
    for (const SessionInput& input : session.inputs) {
        const auto command = parseCommand(input.command);
        if (!command)
            return fail(Errc::Corrupt,
                "input " + std::to_string(input.index)
                    + " of the session is no command: " + command.error().what);
        // Up to the second before, with progress; then exactly to the event after which it came.
        const Instant before
            = atMicros(std::max<std::int64_t>(0, micros(input.at) / 1'000'000 - 1) * 1'000'000);
        if (const auto done = advance(simulation, recorder, before, until, progress); !done)
            return tl::make_unexpected(done.error());
        if (!world.runToCount(input.executed, input.at))
            return world.now();
        if (recorder != nullptr)
            recorder->addInput(*command, input.actor);
        simulation.execute(*command, input.actor, CommandId { input.index });
    }
    if (!session.end) {
        const auto done = advance(simulation, recorder, until, until, progress);
        return done ? Result<Instant>(kNever) : tl::make_unexpected(done.error());
    }
    // A run may stop between two events of one instant: go to its last event, not only to its last instant.
    const Instant before = atMicros(std::max<std::int64_t>(0, micros(until) / 1'000'000) * 1'000'000 - 1);
    if (const auto done = advance(simulation, recorder, before, until, progress); !done)
        return tl::make_unexpected(done.error());
    if (!world.runToCount(session.end->executed, until))
        return world.now();
    return kNever;
}

} // namespace sb
