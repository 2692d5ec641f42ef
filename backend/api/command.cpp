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
