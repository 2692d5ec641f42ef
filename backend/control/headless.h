// SPDX-License-Identifier: GPL-3.0-or-later
// Runs without a window, at full speed, on the caller's thread: drills, replays, tests and benches.
#pragma once

#include "backend/api/command.h"
#include "backend/api/run_config.h"
#include "backend/api/snapshot.h"
#include "backend/base/result.h"
#include "backend/telemetry/event.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sb {

// A command at a virtual time. Ordered by `at`, equal times in the order given.
struct TimedCommand {
    Instant at = kStart;
    Command command;
    Actor actor = Actor::Drill;
};

// Called about every virtual second; returning false stops the run (Errc::Cancelled).
using ProgressFunction = std::function<bool(Instant now, Instant until)>;

struct HeadlessRequest {
    RunConfig config;
    std::vector<TimedCommand> commands;
    Instant until { 10min };
    std::string recordPath; // *.signalbox to record to; empty: no recording
    std::string dataFolder; // folder for SQLite region stores; empty: in memory databases
    ProgressFunction progress; // may be empty
};

struct HeadlessOutcome {
    WorldDescription description;
    std::vector<Event> events; // the whole log
    std::string conflicts; // the conflict log as JSON Lines (incident/conflict_writer.h)
    std::shared_ptr<const Snapshot> finalSnapshot;
    std::uint64_t stateHash = 0;
    std::uint64_t executed = 0;
    Instant endedAt = kStart;
    // All digests and positions equal once the customers rested, within 30 s after the end.
    bool replicasConverged = false;
};

// Refuses unknown regions, invalid commands and unwritable paths before anything runs.
[[nodiscard]] Result<HeadlessOutcome> runHeadless(const HeadlessRequest& request);

struct ReplayOutcome {
    bool isVerified = false;
    std::uint64_t checkpoints = 0; // compared
    Instant firstDifferenceAt = kNever;
    std::vector<Event> events; // of the re-simulation
    std::string conflicts; // its conflict log as JSON Lines
};

// Re-simulates configuration + journal of a session file and compares each recorded checkpoint's state hash.
[[nodiscard]] Result<ReplayOutcome> replaySession(
    const std::string& path, const ProgressFunction& progress = {});

} // namespace sb
