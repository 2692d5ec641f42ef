// SPDX-License-Identifier: GPL-3.0-or-later
// A zone that its operator brought, as the zone of a run: its answers lead customers to the run's regions,
// and its health checks follow those regions' health. Which value stands for which region is runZoneFrom()'s
// rule, or the zone's member "Endpoints". A check whose id names no region follows the region of the records
// that use it, if they all lead to one; with the checks' file, a disabled check never fails, one of a routing
// control follows the region's control, and an inverted one is refused: it would say the opposite of what its
// region does. Thread: any; no state.
#pragma once

#include "backend/routing/zone.h"

namespace sb {

struct ImportedZoneTexts {
    std::string_view zoneJson; // list-resource-record-sets
    std::string_view checksJson; // list-health-checks; may be empty
    std::string_view name; // that customers ask for
};
// Fails with BadInput and every mistake, one to a line.
[[nodiscard]] Result<RunZone> importRunZone(
    const ImportedZoneTexts& texts, const std::vector<std::string>& codes);

} // namespace sb
