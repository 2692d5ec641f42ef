// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routing/imported_zone.h"

#include "backend/base/text.h"
#include "backend/routing/dns_name.h"
#include "backend/routing/route53_import.h"

#include <algorithm>
#include <set>

namespace sb {
namespace {

// Regions that the record's answers lead to, through all aliases inside the zone.
std::set<std::uint8_t> regionsBehind(const RunZone& run, RecordIndex start)
{
    std::set<std::uint8_t> regions;
    std::set<GroupIndex> seen;
    std::vector<RecordIndex> open { start };
    while (!open.empty()) {
        const RecordIndex record = open.back();
        open.pop_back();
        for (const RegionId region : run.valueRegions[record]) {
            if (region.isValid())
                regions.insert(region.value);
        }
        const GroupIndex target = run.zone->records()[record].target;
        if (target == kNoIndex || !seen.insert(target).second)
            continue;
        const CompiledZone::Group& group = run.zone->groups()[target];
        for (RecordIndex i = group.first; i < group.first + group.count; ++i)
            open.push_back(i);
    }
    return regions;
}

// Checks whose ids name no region follow that of their records.
void followRecords(RunZone& run)
{
    std::vector<std::set<std::uint8_t>> regions(run.checks.size());
    for (RecordIndex i = 0; i < run.zone->records().size(); ++i) {
        const std::uint32_t check = run.zone->records()[i].check;
        if (check != kNoIndex && !run.checks[check].region.isValid())
            regions[check].merge(regionsBehind(run, i));
    }
    for (std::size_t i = 0; i < run.checks.size(); ++i) {
        if (regions[i].size() == 1)
            run.checks[i] = { RegionId { *regions[i].begin() }, true, false };
    }
}

// What the definitions change: false when one of them cannot be followed, which `fault` then says.
bool applyDefinitions(RunZone& run, const std::vector<CheckDefinition>& checks, std::string& fault)
{
    for (const CheckDefinition& check : checks) {
        const auto index = run.zone->checkIndex(check.id);
        if (!index)
            continue;
        if (check.isInverted) {
            fault = "check " + std::to_string(check.index) + " ('" + check.id
                + "') is inverted: it cannot follow a region's health; leave Inverted out for this run";
            return false;
        }
        ZoneCheck& follows = run.checks[*index];
        if (check.isDisabled)
            follows = ZoneCheck {};
        else if (check.type == CheckType::RecoveryControl)
            follows = { follows.region, false, true };
    }
    return true;
}

} // namespace

Result<RunZone> importRunZone(const ImportedZoneTexts& texts, const std::vector<std::string>& codes)
{
    ZoneImport zone = importZone(texts.zoneJson, "zone");
    if (!zone.report.isSound())
        return tl::make_unexpected(zone.report.toError());
    ChecksImport checks { {}, ImportReport("zone-checks") };
    if (!texts.checksJson.empty())
        checks = importChecks(texts.checksJson, "zone-checks");
    if (!checks.report.isSound())
        return tl::make_unexpected(checks.report.toError());
    const auto name = domainName(texts.name);
    if (!name)
        return fail(
            Errc::BadInput, "zone-name " + shown(texts.name) + " is no domain name: " + name.error().what);
    if (const auto faults = validateZone(zone.zone); !faults.empty())
        return fail(Errc::BadInput, "zone: " + joined(faults, "\nzone: "));
    auto run = runZoneFrom(std::move(zone.zone), *name, codes);
    if (!run)
        return fail(run.error().code, "zone: " + run.error().what);
    followRecords(*run);
    std::string fault;
    if (!applyDefinitions(*run, checks.checks, fault))
        return fail(Errc::BadInput, "zone-checks: " + fault);
    return run;
}

} // namespace sb
