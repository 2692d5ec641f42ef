// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/headless.h"

#include "backend/control/advance.h"
#include "backend/control/simulation.h"
#include "backend/incident/conflict_writer.h"

#include <algorithm>
#include <filesystem>

namespace sb {
namespace {

Result<> makeFolder(const std::string& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return fail(Errc::IoFailure, folder + ": cannot make this folder (" + error.message() + ")");
    return {};
}

} // namespace

Result<HeadlessOutcome> runHeadless(const HeadlessRequest& request)
{
    if (!request.dataFolder.empty()) {
        if (const auto made = makeFolder(request.dataFolder); !made)
            return tl::make_unexpected(made.error());
    }
    auto created = Simulation::create(request.config, { .dataFolder = request.dataFolder });
    if (!created)
        return tl::make_unexpected(created.error());
    Simulation& simulation = **created;
    std::unique_ptr<Recorder> recorder;
    if (!request.recordPath.empty()) {
        auto made = Recorder::create(request.recordPath, simulation);
        if (!made)
            return tl::make_unexpected(made.error());
        recorder = std::move(*made);
    }
    HeadlessOutcome outcome;
    outcome.description = simulation.description();
    outcome.description.recordingPath = request.recordPath;
    simulation.log().listen([&](const Event& event) { outcome.events.push_back(event); });
    simulation.begin();

    std::vector<TimedCommand> commands = request.commands;
    std::stable_sort(
        commands.begin(), commands.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    std::uint64_t number = 0;
    for (const TimedCommand& timed : commands) {
        if (timed.at > request.until)
            break;
        if (const auto done = advance(simulation, recorder.get(), timed.at, request.until, request.progress);
            !done)
            return tl::make_unexpected(done.error());
        if (recorder)
            recorder->addInput(timed.command, timed.actor);
        simulation.execute(timed.command, timed.actor, CommandId { ++number });
    }
    if (const auto done = advance(simulation, recorder.get(), request.until, request.until, request.progress);
        !done)
        return tl::make_unexpected(done.error());
    if (recorder) {
        if (const auto finished = recorder->finish(); !finished)
            return tl::make_unexpected(finished.error());
    }
    const auto snapshot = simulation.snapshot(ChartRange::TwoHours);
    snapshot->phase = RunPhase::Running;
    outcome.finalSnapshot = snapshot;
    outcome.stateHash = simulation.world().stateHash();
    outcome.executed = simulation.world().executed();
    outcome.endedAt = simulation.world().now();
    outcome.conflicts = conflictLines(simulation.description(), simulation.anomalies());
    const std::size_t logged = outcome.events.size(); // what happens while they rest is not part of the run
    outcome.replicasConverged = convergesInQuiet(simulation);
    outcome.events.resize(logged);
    return outcome;
}

} // namespace sb
