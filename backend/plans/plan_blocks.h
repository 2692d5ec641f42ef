// SPDX-License-Identifier: GPL-3.0-or-later
// What each kind of block does: begins, is looked at until it is over, and can be undone. A block acts by
// commands of the World alone. Internal to this room, and for its tests. Thread: World thread.
#pragma once

#include "backend/plans/plan.h"
#include "backend/plans/plan_host.h"

namespace sb {

enum class BlockState : std::uint8_t { Running, Pending, Done, Failed, NotThere };

// One block under way. A plain value, so that an execution can be looked at whole.
struct BlockRun {
    PlanBlock block; // without placeholders
    std::vector<std::string> regions; // of the plan
    Actor actor = Actor::Operator; // on whose behalf
    EventSeq cause; // of the commands: the step's event
    Instant startedAt = kStart;
    std::string detail; // English: what it waits for, what it found, or why it failed
    // Progress
    int phase = 0; // WarmUp: index of the present share
    Instant phaseSince = kStart;
    std::uint64_t writesSeen = 0; // Drain
    // Before it acted, for its inverse
    bool hasActed = false;
    std::vector<SetControls::Change> controlsBefore;
    int dialBefore = 100;
    std::string writerBefore;
};

// Orders what there is to order. NotThere: the run has nothing of the kind (detail says so).
[[nodiscard]] BlockState beginBlock(BlockRun& run, bool isGraceful, Instant now, PlanHost& host);
// Requires that the block runs or is pending.
[[nodiscard]] BlockState pollBlock(BlockRun& run, bool isGraceful, Instant now, PlanHost& host);
// The block that takes back what this one has done; nothing when nothing can be, or nothing was done.
[[nodiscard]] std::optional<PlanBlock> inverseOf(const BlockRun& run);

} // namespace sb
