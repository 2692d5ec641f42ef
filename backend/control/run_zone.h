// SPDX-License-Identifier: GPL-3.0-or-later
// The zone that a run's customers ask: the program's own for the configured policy, or the operator's.
// Thread: any.
#pragma once

#include "backend/api/run_config.h"
#include "backend/routing/zone.h"

namespace sb {

// Fails only with a zone of the operator's own, with every reason that importRunZone() finds.
[[nodiscard]] Result<RunZone> runZoneOf(const RunConfig& config);

} // namespace sb
