// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a snapshot about services, stores and health checks. Changes nothing.
#include "backend/control/insight.h"

#include "backend/base/text.h"

#include <algorithm>

namespace sb {
namespace {

// What was seen last, or what it follows.
std::string detailOf(const CheckDefinition& check, const HealthChecks::Summary& summary)
{
    if (check.isDisabled)
        return check.isInverted ? "disabled and inverted: counts as unhealthy"
                                : "disabled: counts as healthy";
    switch (check.type) {
    case CheckType::Calculated:
        return joined(check.children, ", ");
    case CheckType::CloudWatchMetric:
        return "alarm " + check.alarm.name + " in " + check.alarm.region;
    case CheckType::RecoveryControl:
        return "routing control " + check.routingControl;
    default:
        return summary.lastFailure;
    }
}

} // namespace

void Simulation::fillServices(Snapshot& snapshot) const
{
    for (RegionView& view : snapshot.regions) {
        const RegionParts& parts = m_regions[view.id.value];
        view.services = m_insight->services(view.id);
        view.bestSellers = m_insight->bestSellers(view.id);
        for (int table = 0; table < kTableCount; ++table)
            view.storeRows += parts.store->count(static_cast<Table>(table));
        for (const LogBounds& log : parts.store->logs())
            view.logEntries += log.end - log.begin;
    }
    snapshot.funnel = m_insight->funnel();
}

void Simulation::fillLinkDetails(LinkView& link) const
{
    const Replica& source = *m_regions[link.source.value].replica;
    link.written = source.position(source.ownLog());
    link.applied = m_regions[link.target.value].replica->position(source.ownLog());
    // What another region has passed on need never have been sent by this one.
    const std::uint64_t sent = m_regions[link.source.value].replicator->sentUpTo(link.target);
    link.sent = std::clamp(sent, std::min(link.applied, link.written), link.written);
    link.conflictsPerMinute = m_insight->conflictsPerMinute(link.source, link.target);
}

void Simulation::fillChecks(Snapshot& snapshot) const
{
    const CheckBoard& board = m_health->board();
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < m_regions.size(); ++i)
        shown.push_back(i);
    for (std::size_t i = m_health->firstDefined(); i < board.count(); ++i)
        shown.push_back(i);
    for (const std::size_t number : shown) {
        const HealthChecks::Summary summary = m_health->summaryOf(number);
        const CheckDefinition* owners
            = summary.region.isValid() ? m_health->governor(summary.region) : nullptr;
        const CheckDefinition& definition = owners != nullptr ? *owners : board.definition(number);
        CheckView check;
        check.region = summary.region;
        check.name = check.region.isValid() ? m_codes[check.region.value]
            : definition.name.empty()       ? definition.id
                                            : definition.name;
        check.type = std::string(toString(definition.type));
        check.isHealthy = summary.isHealthy;
        check.isInverted = definition.isInverted;
        check.isDisabled = definition.isDisabled;
        check.since = summary.since;
        check.healthy = summary.healthy;
        check.total = summary.total;
        check.needed = summary.needed;
        check.interval = hasEndpoint(definition.type)        ? definition.interval
            : definition.type == CheckType::CloudWatchMetric ? definition.alarmRule.period
                                                             : Duration { 0 };
        check.threshold = definition.threshold;
        check.detail = detailOf(definition, summary);
        snapshot.checks.push_back(std::move(check));
    }
}

} // namespace sb
