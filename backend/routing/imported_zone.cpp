// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routing/imported_zone.h"

#include "backend/base/text.h"
#include "backend/health/health_checks.h"
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

// Whose endpoint a check asks, or whose alarm it follows.
class CheckPlaces {
public:
    CheckPlaces(const RunZone& run, const std::map<std::string, std::string>& endpoints)
        : m_run(run)
        , m_endpoints(endpoints)
    {
    }
    // Invalid: it is nothing of this run.
    [[nodiscard]] RegionId of(const CheckDefinition& check) const
    {
        RegionId region;
        if (hasEndpoint(check.type)) {
            region = ofValue(check.endpoint.ip);
            if (!region.isValid() && !check.endpoint.fqdn.empty())
                region = ofName(check.endpoint.fqdn);
        } else if (check.type == CheckType::CloudWatchMetric) {
            region = codeIn(check.alarm.region);
        } else {
            return {};
        }
        for (const std::string& text : { check.id, check.name })
            region = region.isValid() ? region : codeIn(text);
        if (const auto index = m_run.zone->checkIndex(check.id); !region.isValid() && index)
            region = m_run.checks[*index].region; // that of its records
        return region;
    }

private:
    [[nodiscard]] RegionId codeIn(const std::string& text) const
    {
        for (std::size_t i = 0; i < m_run.codes.size(); ++i)
            if (text.find(m_run.codes[i]) != std::string::npos)
                return RegionId { static_cast<std::uint8_t>(i) };
        return {};
    }
    // An address or a name as the zone itself uses it.
    [[nodiscard]] RegionId ofValue(const std::string& value) const
    {
        if (const auto told = m_endpoints.find(value); told != m_endpoints.end())
            return codeIn(told->second);
        for (RecordIndex i = 0; i < m_run.valueRegions.size(); ++i) {
            const std::vector<std::string>& values = m_run.zone->source(i).values;
            for (std::size_t v = 0; v < std::min(values.size(), m_run.valueRegions[i].size()); ++v)
                if (values[v] == value && m_run.valueRegions[i][v].isValid())
                    return m_run.valueRegions[i][v];
        }
        return {};
    }
    [[nodiscard]] RegionId ofName(const std::string& name) const
    {
        if (const RegionId region = codeIn(name); region.isValid())
            return region;
        if (const RegionId region = ofValue(name); region.isValid())
            return region;
        std::set<std::uint8_t> regions;
        if (const auto group = m_run.zone->groupFor(absoluteName(name), RecordType::A))
            for (RecordIndex i = m_run.zone->groups()[*group].first, n = m_run.zone->groups()[*group].count;
                 n > 0; ++i, --n)
                regions.merge(regionsBehind(m_run, i));
        return regions.size() == 1 ? RegionId { *regions.begin() } : RegionId {};
    }

    const RunZone& m_run;
    const std::map<std::string, std::string>& m_endpoints;
};

// Those that records name, and the children of these, in the order of the file: nobody asks the others.
std::vector<CheckDefinition> usedOf(const RunZone& run, const std::vector<CheckDefinition>& checks)
{
    std::set<std::string> used(run.zone->checks().begin(), run.zone->checks().end());
    for (const CheckDefinition& check : checks)
        if (run.zone->checkIndex(check.id))
            used.insert(check.children.begin(), check.children.end());
    std::vector<CheckDefinition> kept;
    for (const CheckDefinition& check : checks)
        if (used.contains(check.id))
            kept.push_back(check);
    return kept;
}

// ", used by record 3 (api.example.com. A, set 'eu')"; the first of them.
std::string usersOf(const RunZone& run, const CheckDefinition& check)
{
    const ZoneRecord* first = nullptr;
    std::size_t count = 0;
    for (RecordIndex i = 0; i < run.zone->records().size(); ++i) {
        const ZoneRecord& record = run.zone->source(i);
        if (record.healthCheck != check.id)
            continue;
        ++count;
        first = first == nullptr || record.index < first->index ? &record : first;
    }
    if (first == nullptr)
        return ", a child of another check";
    return ", used by " + recordLabel(*first)
        + (count > 1 ? " and " + std::to_string(count - 1) + " more" : "");
}

// What the definition's member has nothing to follow in this run; empty: it has.
std::string unmappedOf(const CheckDefinition& check, RegionId probed)
{
    const std::string stays = check.isInverted ? "it stays unhealthy (it is inverted)" : "it stays healthy";
    if (hasEndpoint(check.type) && !probed.isValid() && !check.isDisabled) {
        const bool isAddress = !check.endpoint.ip.empty();
        return std::string(isAddress ? "HealthCheckConfig.IPAddress '" + check.endpoint.ip
                                     : "HealthCheckConfig.FullyQualifiedDomainName '" + check.endpoint.fqdn)
            + "' stands for no region of this run, so nobody probes it and " + stays
            + "; name it in Endpoints";
    }
    if (check.type != CheckType::CloudWatchMetric || check.isDisabled)
        return {};
    if (!probed.isValid())
        return "HealthCheckConfig.AlarmIdentifier.Region '" + check.alarm.region
            + "' is no region of this run, so its alarm has no data";
    if (check.alarmRule.metric != kErrorShareMetric && check.alarmRule.metric != kLagMetric)
        return "CloudWatchAlarmConfiguration.MetricName '" + check.alarmRule.metric
            + "' is measured nowhere here, so its alarm has no data; ErrorShare and ReplicationLag are";
    return {};
}

// By region: the first check, as the file has its records, that judges records of that region alone. An
// inverted one says the opposite of how the region is, and a switch says nothing of it.
void findGovernors(RunZone& run)
{
    std::vector<std::size_t> first(run.codes.size(), run.zone->records().size());
    for (RecordIndex i = 0; i < run.zone->records().size(); ++i) {
        const std::uint32_t check = run.zone->records()[i].check;
        if (check == kNoIndex || run.checks[check].defined == kNoIndex)
            continue;
        const CheckDefinition& definition = run.definitions[run.checks[check].defined];
        const auto regions = regionsBehind(run, i);
        if (regions.size() != 1 || definition.isInverted || definition.type == CheckType::RecoveryControl)
            continue;
        const std::uint8_t region = *regions.begin();
        if (run.zone->source(i).index >= first[region] && run.governedBy[region] != kNoIndex)
            continue;
        first[region] = run.zone->source(i).index;
        run.governedBy[region] = run.checks[check].defined;
    }
}

// The definitions of the zone's owner, to run by themselves. Fails with every fault, one to a line.
Result<> addDefinitions(RunZone& run, const std::vector<CheckDefinition>& checks,
    const std::map<std::string, std::string>& endpoints)
{
    std::vector<std::string> faults;
    for (const CheckFinding& finding : findingsOf(checks))
        if (!finding.isWarning)
            faults.push_back("zone-checks: " + finding.what);
    run.definitions = usedOf(run, checks);
    const CheckPlaces places(run, endpoints);
    for (std::uint32_t i = 0; i < run.definitions.size(); ++i) {
        const CheckDefinition& check = run.definitions[i];
        for (const std::string& code : run.codes)
            if (check.id == "endpoint-" + code || check.id == "control-" + code)
                faults.push_back("zone-checks: health check " + labelOf(check)
                    + ": id: the program has a check of that name itself; choose another");
        run.probed.push_back(places.of(check));
        if (const std::string what = unmappedOf(check, run.probed.back()); !what.empty())
            run.unmapped.push_back("check " + std::to_string(check.index) + " ('" + check.id + "'"
                + usersOf(run, check) + "): " + what);
        if (const auto index = run.zone->checkIndex(check.id))
            run.checks[*index].defined = i;
    }
    if (!faults.empty())
        return fail(Errc::BadInput, joined(faults, "\n"));
    findGovernors(run);
    return {};
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
    const auto endpoints = zone.zone.endpoints;
    auto run = runZoneFrom(std::move(zone.zone), *name, codes);
    if (!run)
        return fail(run.error().code, "zone: " + run.error().what);
    followRecords(*run);
    if (const auto added = addDefinitions(*run, checks.checks, endpoints); !added)
        return tl::make_unexpected(added.error());
    return run;
}

} // namespace sb
