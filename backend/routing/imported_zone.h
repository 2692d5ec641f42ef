// SPDX-License-Identifier: GPL-3.0-or-later
// A zone that its operator brought, as the zone of a run: its answers lead customers to the run's regions.
// Which value stands for which region is runZoneFrom()'s rule, or the zone's member "Endpoints".
// Without a definition a check follows a region's own: that whose code stands in its id, else the one that
// its records lead to; with several it counts as healthy. With the checks' file, each check that a record
// names, and its children, runs by itself as defined: type, interval, threshold, inversion, disabling, string
// match, checkers' places, children. Its endpoint is the region that the zone's own use of the address or
// name says, else the code in its id or name, else that of its records. What has nothing here to follow is
// listed (RunZone::unmapped) and stays as a new check is. The first such check, not inverted and no routing
// control's, of a record that leads to one region alone stands for that region's own check
// (RunZone::governedBy). Thread: any; no state.
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
