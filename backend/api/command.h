// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator, a drill or a script can ask of the World. Commands are values; each has a one-line text
// form (command_text.h) which is what the input journal, drill files and the command line hold.
// Regions are named by code so that a command means the same in every run.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/time.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace sb {

enum class FaultKind : std::uint8_t {
    RegionOutage, // nothing in the region answers; its durable store survives
    MappingRemoved, // the gateway answers 403 to everything: the workshop's own incident
    ReplicationPaused, // the region neither ships nor pulls changes; reads and writes go on
    LinkPartitioned, // messages between two regions are dropped, one way or both
    LatencyAdded, // messages of a link, or of all links of a region, arrive later
    RegionDestroyed, // an outage that takes the store with it: the region comes back empty and copies a peer
    ClockSkewed, // the region's clock is off by a fixed amount
    ClockDrifting, // the region's clock gains or loses time, second by second
    StoreFailing, // what needs the store ends in 500; nothing is written
    DiskFull, // the store's disk takes nothing more: writes end in 500, reads go on
    DiskStalled, // each flush of the store's disk takes longer
    DiskRotten, // the store's disk returns damaged data: the region finds out, and refuses to serve its copy
    DiskLying, // the store's disk reports flushes that it does not do: an outage meanwhile loses them
    StreamPoisoned, // the region's consumers of changes cannot process some of them
};
inline constexpr int kFaultKindCount = static_cast<int>(FaultKind::StreamPoisoned) + 1;
// Text form: "region-outage", "mapping-removed", "replication-paused", "link-partitioned", "latency-added",
// "region-destroyed", "clock-skewed", "clock-drifting", "store-failing", "disk-full",
// "disk-stalled", "disk-rotten", "disk-lying", "stream-poisoned".
[[nodiscard]] std::string_view toString(FaultKind kind);

enum class Direction : std::uint8_t { Both, Outbound, Inbound }; // seen from `region`
[[nodiscard]] std::string_view toString(Direction direction);

inline constexpr Duration kDefaultFaultDuration = 15min;
inline constexpr Duration kMaxFaultDuration = 12h;

struct InjectFault {
    FaultKind kind = FaultKind::RegionOutage;
    std::string region; // code
    std::string peer; // code; LinkPartitioned needs it; LatencyAdded: empty = every link and all users
    Direction direction = Direction::Both;
    Duration expiresAfter = kDefaultFaultDuration; // dead man's handle; 1 s … 12 h
    // LatencyAdded: one-way delay, DiskStalled: of each flush, 1 ms … 60 s. ClockSkewed: how far the clock is
    // ahead (behind: negative), 1 ms … 1 h. ClockDrifting: what it gains (loses: negative) each second, 1 us
    // … 100 ms.
    Duration added = 0us;
    friend bool operator==(const InjectFault&, const InjectFault&) = default;
};

struct ClearFault {
    FaultId fault;
    friend bool operator==(const ClearFault&, const ClearFault&) = default;
};

struct ClearAllFaults {
    friend bool operator==(const ClearAllFaults&, const ClearAllFaults&) = default;
};

// Reverses every fault of the region and its links. Does not bring users back by itself when the run's
// fail-back is damped: the region stays held until FailBack.
struct RestoreRegion {
    std::string region;
    friend bool operator==(const RestoreRegion&, const RestoreRegion&) = default;
};

// Restores the region if it needs it, lets it catch up, verifies that its copy equals the survivors', then
// ramps its share of answers 1, 10, 50, 100 %.
struct FailBack {
    std::string region;
    friend bool operator==(const FailBack&, const FailBack&) = default;
};

// Stops a running fail-back; the region is held again.
struct AbortFailBack {
    std::string region;
    friend bool operator==(const AbortFailBack&, const AbortFailBack&) = default;
};

// Orders about one region as a holder of data. Who may write, and whose copy counts.
enum class RegionVerb : std::uint8_t {
    Fence, // raises its epoch at the voters: it acknowledges no write once its lease is over
    Unfence,
    Evict, // a region that is out stops holding back the others; it comes back with a new copy only
    ReplayOrphans, // offers what only an evicted region had held to the present state
    DiscardOrphans, // gives it up for lost
    RevokeRights, // the stock it may still sell, in every incarnation, is taken over by another region
    MoveWriter, // it becomes the one writer of the blog once it has all that the present writer wrote
    SeizeWriter, // it becomes the one writer of the blog at once
    RebuildBoard, // its best-seller board is counted anew from the data
    RetryPoison, // the changes that its consumers had set aside are offered to them again
};
inline constexpr int kRegionVerbCount = static_cast<int>(RegionVerb::RetryPoison) + 1;
// Text form: "fence", "unfence", "evict", "replay-orphans", "discard-orphans", "revoke-rights",
// "move-writer", "seize-writer", "rebuild-board", "retry-poison".
[[nodiscard]] std::string_view toString(RegionVerb verb);

struct RegionOrder {
    RegionVerb verb = RegionVerb::Fence;
    std::string region; // code
    friend bool operator==(const RegionOrder&, const RegionOrder&) = default;
};

struct AddNote {
    std::string text; // one line, at most 500 bytes
    friend bool operator==(const AddNote&, const AddNote&) = default;
};

using Command = std::variant<InjectFault, ClearFault, ClearAllFaults, RestoreRegion, FailBack, AbortFailBack,
    AddNote, RegionOrder>;

} // namespace sb
