// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of an incident were meant to take, each with where that comes from. Parts without a target
// have none: nothing is made up. Values only.
#pragma once

#include "ui/incident/incident_log.h"

#include <QString>

#include <optional>
#include <vector>

namespace sb {

struct StageTarget {
    Duration length = 0us;
    QString source; // a clause: "3 failed checks, 10 s apart"
};

[[nodiscard]] std::optional<StageTarget> targetOf(Stage stage, const IncidentLog& log);

// A measure of an incident beside its target, for tables.
struct Measure {
    QString name;
    std::optional<Duration> actual; // nothing: not measured
    bool isRunning = false;
    std::optional<Duration> target;
    QString source; // of the target, or why there is none
};

// The stages of the last incident, then restoration against its objective and the age of what was at risk.
[[nodiscard]] std::vector<Measure> measuresOf(const IncidentLog& log);

} // namespace sb
