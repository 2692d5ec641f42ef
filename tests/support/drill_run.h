// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a drill as the command line does, and judges it.
#pragma once

#include "backend/control/headless.h"
#include "backend/drill/checks.h"
#include "backend/drill/drill.h"

#include <vector>

namespace sb::test {

inline Result<HeadlessOutcome> runDrill(const Drill& drill)
{
    HeadlessRequest request;
    request.config = drill.config;
    request.until = drill.until;
    for (TimedOrder& order : ordersOf(drill))
        request.commands.push_back({ order.at, std::move(order.command), Actor::Drill });
    return runHeadless(request);
}

inline std::vector<CheckResult> verdictsOf(const Drill& drill, const HeadlessOutcome& outcome)
{
    const DrillRun run { outcome.description, outcome.events, *outcome.finalSnapshot,
        outcome.replicasConverged, outcome.endedAt };
    return judge(drill.checks, run);
}

} // namespace sb::test
