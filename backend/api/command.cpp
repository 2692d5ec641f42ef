// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/command.h"

namespace sb {

std::string_view toString(FaultKind kind)
{
    switch (kind) {
    case FaultKind::RegionOutage:
        return "region-outage";
    case FaultKind::MappingRemoved:
        return "mapping-removed";
    case FaultKind::ReplicationPaused:
        return "replication-paused";
    case FaultKind::LinkPartitioned:
        return "link-partitioned";
    case FaultKind::LatencyAdded:
        return "latency-added";
    case FaultKind::RegionDestroyed:
        return "region-destroyed";
    case FaultKind::ClockSkewed:
        return "clock-skewed";
    case FaultKind::ClockDrifting:
        return "clock-drifting";
    case FaultKind::StoreFailing:
        return "store-failing";
    case FaultKind::DiskFull:
        return "disk-full";
    case FaultKind::DiskStalled:
        return "disk-stalled";
    case FaultKind::DiskRotten:
        return "disk-rotten";
    case FaultKind::DiskLying:
        return "disk-lying";
    case FaultKind::StreamPoisoned:
        return "stream-poisoned";
    case FaultKind::GrayFailing:
        return "gray-failing";
    case FaultKind::HealthPathFailing:
        return "health-path-failing";
    case FaultKind::CheckersCut:
        return "checkers-cut";
    case FaultKind::EdgesCut:
        return "edges-cut";
    case FaultKind::EnactorStalled:
        return "enactor-stalled";
    case FaultKind::TrafficSurge:
        return "traffic-surge";
    case FaultKind::ObjectsPaused:
        return "objects-paused";
    }
    return "unknown";
}

std::string_view toString(RegionVerb verb)
{
    switch (verb) {
    case RegionVerb::RevokeRights:
        return "revoke-rights";
    case RegionVerb::Fence:
        return "fence";
    case RegionVerb::Unfence:
        return "unfence";
    case RegionVerb::Evict:
        return "evict";
    case RegionVerb::ReplayOrphans:
        return "replay-orphans";
    case RegionVerb::DiscardOrphans:
        return "discard-orphans";
    case RegionVerb::MoveWriter:
        return "move-writer";
    case RegionVerb::SeizeWriter:
        return "seize-writer";
    case RegionVerb::RebuildBoard:
        return "rebuild-board";
    case RegionVerb::RetryPoison:
        return "retry-poison";
    case RegionVerb::Republish:
        return "republish";
    }
    return "unknown";
}

std::string_view toString(PlanVerb verb)
{
    switch (verb) {
    case PlanVerb::Evaluate:
        return "evaluate";
    case PlanVerb::Pause:
        return "pause";
    case PlanVerb::Resume:
        return "resume";
    case PlanVerb::Skip:
        return "skip";
    case PlanVerb::Retry:
        return "retry";
    case PlanVerb::Cancel:
        return "cancel";
    case PlanVerb::Approve:
        return "approve";
    case PlanVerb::Decline:
        return "decline";
    case PlanVerb::GoUngraceful:
        return "ungraceful";
    case PlanVerb::GoGraceful:
        return "graceful";
    case PlanVerb::AfterCrash:
        return "after-crash";
    }
    return "unknown";
}

std::string_view toString(Direction direction)
{
    switch (direction) {
    case Direction::Both:
        return "both";
    case Direction::Outbound:
        return "outbound";
    case Direction::Inbound:
        return "inbound";
    }
    return "unknown";
}

} // namespace sb
