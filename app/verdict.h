// SPDX-License-Identifier: GPL-3.0-or-later
// What a drill's run comes to: checks, RTO and RPO with their end points, the state hash. As text for people
// and as one JSON object for scripts (docs/command-line.md). Derived from the outcome alone.
#pragma once

#include "backend/control/headless.h"
#include "backend/drill/checks.h"
#include "backend/drill/drill.h"
#include "backend/incident/report.h"

#include <string>
#include <vector>

namespace sb {

// The longest interruption of the run.
struct RtoFigure {
    bool hasImpact = false; // users saw an error caused by a fault
    bool isRestored = false;
    Moment from; // impact
    Moment to; // errors back under the objective; when it is not restored, the end of the run
    Duration length = 0us;
    Interval lastCity; // impact to the last city served again; a few resolvers keep old answers for long
};

struct Verdict {
    std::string drill; // title
    WorldDescription world;
    RunConfig config;
    bool passed = false;
    Instant endedAt = kStart;
    std::vector<CheckResult> checks;
    RtoFigure rto;
    Duration rpoAge = 0us; // of the oldest write at risk of all incidents
    std::vector<WriteAtRiskRecord> writes; // of all incidents, in order
    std::uint64_t executed = 0;
    std::uint64_t stateHash = 0;
};

[[nodiscard]] Verdict makeVerdict(const Drill& drill, const HeadlessOutcome& outcome);
// {"drill","seed","verdict","virtualSeconds","rto","rpo","checks","stateHash",…}; no newline at the end.
[[nodiscard]] std::string toJson(const Verdict& verdict);
[[nodiscard]] std::string toText(const Verdict& verdict);

} // namespace sb
