// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what the command line of the cloud prints into values: `aws route53 list-resource-record-sets`,
// `list-health-checks` and `list-cidr-blocks`. Nothing is skipped in silence: what is wrong is a mistake (all
// of them are told, not the first alone), what this program does not know is listed as unsupported. Whether
// records may stand together is validateZone()'s to say, whether that is wise lintZone()'s. Source of names
// and limits: Amazon Route 53 API model 2013-04-01. Thread: any; no state. Never crashes on any bytes: depth,
// size and numbers are bounded.
#pragma once

#include "backend/health/check_config.h"
#include "backend/routing/import_report.h"
#include "backend/routing/zone_records.h"

#include <map>

namespace sb {

inline constexpr std::size_t kZoneRecordsMax = 100'000; // ten times what a zone has without asking for more

struct ZoneImport {
    ZoneFile zone; // the records that were readable; use it only when the report is sound
    ImportReport report;
};
// `file` is only named. An object with the member ResourceRecordSets; besides, "HostedZoneId",
// "CidrCollections" (as importCidr() reads them) and "Endpoints" (region code by value) may stand in it.
[[nodiscard]] ZoneImport importZone(std::string_view json, std::string_view file);

struct ChecksImport {
    std::vector<CheckDefinition> checks;
    ImportReport report;
};
// An object with the member HealthChecks.
[[nodiscard]] ChecksImport importChecks(std::string_view json, std::string_view file);

struct CidrImport {
    std::vector<CidrCollection> collections;
    ImportReport report;
};
// Either {"CidrCollections": [{"Id", "Name", "CidrBlocks": […]}, …]}, several answers put together, or one
// answer
// {"CidrBlocks": [{"CidrBlock", "LocationName"}, …]}: that does not say which collection it is of, so the
// zone's records must name one only, which is passed as `onlyCollection` (empty: none or several).
[[nodiscard]] CidrImport importCidr(
    std::string_view json, std::string_view file, std::string_view onlyCollection);

// Statuses to resolve with: {"id": "healthy" | "unhealthy", …}. Ids of checks and names of alias targets; a
// name, in any case and with or without its final dot, is in the result as domainName() has it as well.
struct HealthImport {
    std::map<std::string, bool> healthy;
    ImportReport report;
};
[[nodiscard]] HealthImport importHealth(std::string_view json, std::string_view file);

// The collection that all CIDR records of the zone use; empty when there is none or more than one.
[[nodiscard]] std::string onlyCollectionOf(const ZoneFile& zone);

// "record 17 (api.example.com. A, set 'eu')": how messages name a record.
[[nodiscard]] std::string recordLabel(const ZoneRecord& record);

} // namespace sb
