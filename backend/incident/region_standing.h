// SPDX-License-Identifier: GPL-3.0-or-later
// How a region stood at each time, as far as the log tells: its check red or green, held out, failing back.
// Internal to this room.
#pragma once

#include "backend/telemetry/event.h"

#include <span>
#include <string>
#include <vector>

namespace sb {

struct RegionStanding {
    Instant since = kStart;
    std::string state; // "serving", "check red", "held out", "failing back"
    EventSeq seq; // that tells it; invalid for the first one
};
// In order of time; the first one is since the start.
[[nodiscard]] std::vector<RegionStanding> standingsOf(std::span<const Event> events, RegionId region);

} // namespace sb
