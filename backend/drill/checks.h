// SPDX-License-Identifier: GPL-3.0-or-later
// Judges a finished run by a drill's checks: from the event log and the state at the end, nothing else, so a
// recorded run can be judged again. Each answer carries evidence that names the events it rests on.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "backend/drill/drill.h"
#include "backend/telemetry/event.h"

#include <string>
#include <vector>

namespace sb {

// What the judge sees; everything is borrowed.
struct DrillRun {
    const WorldDescription& description;
    const std::vector<Event>& events; // the whole log
    const Snapshot& end;
    bool replicasConverged = false;
    Instant endedAt = kStart;
};

struct CheckResult {
    std::string name;
    bool passed = false;
    std::string evidence; // one English sentence or two
    EventSeq event; // the last event it rests on; invalid when none
};

// One result per check, in the drill's order. A region that the run does not have fails its check.
[[nodiscard]] std::vector<CheckResult> judge(const std::vector<DrillCheck>& checks, const DrillRun& run);
[[nodiscard]] bool allPassed(const std::vector<CheckResult>& results);

// CheckPassed and CheckFailed events that continue the log, for the incident record of a drill.
[[nodiscard]] std::vector<Event> toEvents(const std::vector<CheckResult>& results, const DrillRun& run);

} // namespace sb
