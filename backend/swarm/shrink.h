// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a failing case as small as it gets while the same invariant still fails: fewer troubles, fewer
// commands, fewer regions, fewer requests, a shorter run, no buggify. Then records it, for the window and for
// `replay`. Deterministic, and bounded by a number of runs; not the smallest case there is, but one in which
// nothing can be left out alone (Zeller's delta debugging, cut short by the bound). Thread: the caller's.
#pragma once

#include "backend/swarm/swarm_run.h"

#include <string>

namespace sb {

struct ShrinkResult {
    SwarmCase smallest;
    Violation violation; // its own: the same invariant, perhaps another sentence
    int runs = 0; // spent
};
// Requires that the case violates `violation.invariant`.
[[nodiscard]] ShrinkResult shrink(const SwarmCase& failing, const Violation& violation, int runsMax);

// A seed from the draw to the incident file.
struct SeedRequest {
    std::uint64_t seed = 0;
    SwarmOptions options;
    std::string incidentFolder; // must exist; empty: failures are shrunk but not recorded
    int shrinkRunsMax = 80; // 0: failures are not shrunk
};
struct SeedVerdict {
    SwarmOutcome outcome; // of the seed as drawn
    // Of a failure
    std::string smallest; // the shrunk case as text, and what it violates
    int shrinkRuns = 0;
    std::string incidentPath; // empty: none was written
    bool isIncidentVerified = false; // its replay gave the same state hashes
};
// Fails when the seed cannot be run or its incident cannot be written.
[[nodiscard]] Result<SeedVerdict> judgeSeed(const SeedRequest& request);

} // namespace sb
