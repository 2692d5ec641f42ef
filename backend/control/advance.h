// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a simulation forward second by second, so that progress shows, stores commit in small steps and a
// recording keeps up. Shared by headless runs, replays and the opening of a session.
#pragma once

#include "backend/control/headless.h"
#include "backend/control/recorder.h"
#include "backend/control/simulation.h"
#include "backend/session/session_file.h"

namespace sb {

// `recorder` may be null. Fails with Cancelled when progress says so, or with the store's or writer's error.
[[nodiscard]] Result<> advance(Simulation& simulation, Recorder* recorder, Instant target, Instant until,
    const ProgressFunction& progress);

// While customers write, some change is always under way. So, after a run, they rest, and what was under way
// gets the time that a healthy system needs (30 s); a fault that is still active is left alone. Whether all
// replicas are equal then. The run is over with that.
[[nodiscard]] bool convergesInQuiet(Simulation& simulation);

// What a session file says about how to run it again.
struct LoadedSession {
    RunConfig config;
    std::vector<SessionInput> inputs;
    std::vector<SessionCheckpoint> checkpoints;
    std::optional<SessionEnd> end;

    // Where the recording stops: its end, or its last checkpoint when it was cut off.
    [[nodiscard]] Instant until() const;
};
[[nodiscard]] Result<LoadedSession> loadSession(const std::string& path);

// Applies the journal to a simulation that has begun and runs on to its end. `recorder` may be null.
// Returns the instant at which the journal stopped fitting, or kNever when all of it fitted.
[[nodiscard]] Result<Instant> applyJournal(Simulation& simulation, const LoadedSession& session,
    Recorder* recorder, const ProgressFunction& progress);

} // namespace sb
