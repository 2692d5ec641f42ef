// SPDX-License-Identifier: GPL-3.0-or-later
// Two runs measured against each other: the last incident of each, phase by phase, what it cost, and how
// much happened. Values only.
#pragma once

#include "ui/incident/incident_log.h"
#include "ui/theme/state_glyph.h"

#include <QString>

#include <vector>

namespace sb {

struct RunDifference {
    QString name;
    QString mine; // of the run of the window
    QString other; // of the compared one
    QString difference; // other minus mine, with its sign; empty when one of them has none
    StateShape shape = StateShape::Ok; // Degraded: the run of the window is the worse one
};

[[nodiscard]] std::vector<RunDifference> differencesOf(const IncidentLog& mine, const IncidentLog& other);

// By what the two are laid one under the other.
enum class Alignment : std::uint8_t { Start, FirstFault };
// To be added to an instant of `mine` to get the one of `other` that stands below it.
[[nodiscard]] Duration offsetOf(Alignment alignment, const IncidentLog& mine, const IncidentLog& other);

} // namespace sb
