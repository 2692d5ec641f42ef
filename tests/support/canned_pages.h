// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages beside the overview show, for canned snapshots: invented, but consistent with each other.
#pragma once

#include "tests/support/fake_control_room.h"

namespace sb::test {

// As many regions as wanted, 1 … 21: those of cannedWorld() first, then more of invented names.
[[nodiscard]] WorldDescription wideWorld(int regions);
// A snapshot for it, which cannedSnapshot() cannot give beyond its own regions.
[[nodiscard]] Snapshot wideSnapshot(const WorldDescription& world);

// Positions, conflicts and money of the links, services, checks, stores, best sellers, capacity, clients,
// objects, the funnel and the heat strip.
void addCannedPages(Snapshot& snapshot, const WorldDescription& world);
// The answers to a focus: book 1342 with two prices, and customer 7 who moved at the failover.
void addCannedFocus(Snapshot& snapshot, const WorldDescription& world);
// Conflicts, checker flips and changes of state, numbered on from `log`.
[[nodiscard]] std::vector<Event> cannedPageEvents(const WorldDescription& world);

} // namespace sb::test
