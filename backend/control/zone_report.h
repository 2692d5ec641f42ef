// SPDX-License-Identifier: GPL-3.0-or-later
// Judges a zone of the operator's own for the window: reads it as `signalbox resolve --lint` does, and says
// what is wrong with it and what is unwise. Thread: any; no state.
#pragma once

#include "backend/api/run_config.h"
#include "backend/api/zone_report.h"
#include "backend/base/result.h"

#include <string>

namespace sb {

// Fails with UnknownName when a file cannot be read. `checksPath` may be empty.
[[nodiscard]] Result<ZoneReportView> judgeZoneFile(
    const std::string& zonePath, const std::string& checksPath);
// Of a run with a zone of the operator's own: its configuration holds the texts.
[[nodiscard]] ZoneReportView judgeZoneOf(const RunConfig& config);

} // namespace sb
