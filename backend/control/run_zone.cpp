// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/run_zone.h"

#include "backend/routing/imported_zone.h"

namespace sb {
namespace {

PolicyKind policyKindOf(RoutingPolicy policy)
{
    switch (policy) {
    case RoutingPolicy::Latency:
        return PolicyKind::Latency;
    case RoutingPolicy::Failover:
        return PolicyKind::Failover;
    case RoutingPolicy::Weighted:
        return PolicyKind::Weighted;
    case RoutingPolicy::Geolocation:
        return PolicyKind::Geolocation;
    case RoutingPolicy::Geoproximity:
        return PolicyKind::Geoproximity;
    case RoutingPolicy::IpBased:
        return PolicyKind::IpBased;
    case RoutingPolicy::Multivalue:
        return PolicyKind::Multivalue;
    case RoutingPolicy::Simple:
        return PolicyKind::Simple;
    }
    return PolicyKind::Latency;
}

} // namespace

Result<RunZone> runZoneOf(const RunConfig& config)
{
    if (config.zoneJson.empty())
        return ownRunZone(policyKindOf(config.policy), config.regions, config.ttl);
    return importRunZone({ config.zoneJson, config.checksJson, config.zoneName }, config.regions);
}

} // namespace sb
