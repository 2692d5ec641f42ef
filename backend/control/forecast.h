// SPDX-License-Identifier: GPL-3.0-or-later
// "What if I gave this command now?" The past is run again from configuration and journal, with stores in
// memory, once for each future; then chance is seeded anew (World::reseed), the command is given, and the
// future runs to the horizon. What the futures have in common is certain, what they differ in is not.
// Deterministic: the same request gives the same view, whatever the number of workers. Nothing is estimated:
// each future is a run of the whole engine, with the defects and the luck that a run has.
// Thread: any; runs the futures on `workers` threads of its own and waits for them. No World is ever touched
// by two threads at a time.
#pragma once

#include "backend/api/command.h"
#include "backend/api/forecast.h"
#include "backend/api/run_config.h"
#include "backend/base/result.h"
#include "backend/control/advance.h"

#include <functional>
#include <optional>
#include <vector>

namespace sb {

// Where a session has got to: enough to come to the same state again.
struct PresentState {
    RunConfig config;
    std::vector<SessionInput> inputs; // what has been ordered up to now
    Instant at = kStart;
    std::optional<std::uint64_t> executed; // kernel events; nothing: all up to `at`
    std::optional<std::uint64_t> stateHash; // to be found again; nothing: not checked
};

// A World of its own, run to that very moment; `listen` hears every event. Corrupt when it does not come
// there; Cancelled when `progress` said so.
[[nodiscard]] Result<std::unique_ptr<Simulation>> simulateTo(const PresentState& present,
    const ProgressFunction& progress, const std::function<void(const Event&)>& listen = {});

struct ForecastRequest {
    PresentState present;
    std::vector<Command> commands; // given together; none: what if nothing is done
    int futures = 32; // 1 … kForecastFuturesMax
    Duration horizon = 10min; // 1 s … kForecastHorizonMax
    int workers = 1;
    std::uint64_t seed = 1; // other seeds, other futures
    // Told once, on the caller's thread, before any future: what a command does by the rules alone, without
    // chance; English, one line for each command of which that can be said. May be empty.
    std::function<void(const std::string&)> tellEffect = {};
};

// Told the share done, 0…1; false cancels. Called on the caller's thread alone.
using ForecastProgress = std::function<bool(double)>;

// Figures out of range, regions that the run does not have and commands with mistakes: refused before
// anything is simulated. What only the present can refuse (a fault that is active already): after the past
// has been run once, before any future.
[[nodiscard]] Result<> checkForecast(const ForecastRequest& request);
[[nodiscard]] Result<ForecastView> runForecast(
    const ForecastRequest& request, const ForecastProgress& progress = {});

// How many workers suit this machine beside a World that goes on: one core is left to it, two at most.
[[nodiscard]] int forecastWorkers();

// The session as it was at that time, or at its end.
[[nodiscard]] Result<PresentState> presentOf(const LoadedSession& session, std::optional<Instant> at);

} // namespace sb
