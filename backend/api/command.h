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
#include <vector>

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
    GrayFailing, // a share of the real requests ends in 500 while the health path is fine
    HealthPathFailing, // the health path answers 500 while the real requests are fine
    CheckersCut, // the probes of a share of the checkers do not reach the region
    EdgesCut, // changes of health do not reach the DNS edge locations nearest to the region: they keep theirs
    EnactorStalled, // the region's enactor of zone plans stops in the middle of its work, and goes on later
    TrafficSurge, // the customers nearest to the region send more
    ObjectsPaused, // copies of the region's objects to a peer, or to all, do not leave
};
inline constexpr int kFaultKindCount = static_cast<int>(FaultKind::ObjectsPaused) + 1;
// Text form: "region-outage", "mapping-removed", "replication-paused", "link-partitioned", "latency-added",
// "region-destroyed", "clock-skewed", "clock-drifting", "store-failing", "disk-full",
// "disk-stalled", "disk-rotten", "disk-lying", "stream-poisoned", "gray-failing", "health-path-failing",
// "checkers-cut", "edges-cut", "enactor-stalled", "traffic-surge", "objects-paused".
[[nodiscard]] std::string_view toString(FaultKind kind);

enum class Direction : std::uint8_t { Both, Outbound, Inbound }; // seen from `region`
[[nodiscard]] std::string_view toString(Direction direction);

inline constexpr Duration kDefaultFaultDuration = 15min;
inline constexpr Duration kMaxFaultDuration = 12h;

struct InjectFault {
    FaultKind kind = FaultKind::RegionOutage;
    std::string region; // code
    // code; LinkPartitioned needs it; LatencyAdded: empty = every link and all users; ObjectsPaused: empty =
    // every target
    std::string peer;
    Direction direction = Direction::Both;
    Duration expiresAfter = kDefaultFaultDuration; // dead man's handle; 1 s … 12 h
    // LatencyAdded: one-way delay, DiskStalled: of each flush, 1 ms … 60 s. ClockSkewed: how far the clock is
    // ahead (behind: negative), 1 ms … 1 h. ClockDrifting: what it gains (loses: negative) each second, 1 us
    // … 100 ms. ObjectsPaused: how long copies go on leaving at first, 0 … 1 h.
    Duration added = 0us;
    // GrayFailing: of the requests, CheckersCut: of the checkers, 1 … 100. TrafficSurge: more than usual, 1 …
    // 900.
    int percent = 0;
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
    Republish, // its name in the zone gets the newest plan's addresses, whatever the enactors think
};
inline constexpr int kRegionVerbCount = static_cast<int>(RegionVerb::Republish) + 1;
// Text form: "fence", "unfence", "evict", "replay-orphans", "discard-orphans", "revoke-rights",
// "move-writer", "seize-writer", "rebuild-board", "retry-poison",
// "republish".
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

// Turns routing controls on and off as one transaction: safety rules are judged by the state after it.
struct SetControls {
    struct Change {
        std::string control;
        bool isOn = true;
        friend bool operator==(const Change&, const Change&) = default;
    };
    std::vector<Change> changes; // 1 … 10
    std::vector<std::string> overrides; // safety rules that shall not refuse it
    std::string reason; // one line; needed with overrides
    friend bool operator==(const SetControls&, const SetControls&) = default;
};

// Moves a region's traffic away for a while; ends by itself. Repeated for the same region: a new expiry.
struct ShiftAway {
    std::string region; // code
    Duration expiresAfter = 1h; // 1 min … 72 h
    std::string reason; // one line
    friend bool operator==(const ShiftAway&, const ShiftAway&) = default;
};

struct CancelShift {
    std::string region; // code
    friend bool operator==(const CancelShift&, const CancelShift&) = default;
};

// The share of its natural answers that a region may receive, 0 … 100 %.
struct SetDial {
    std::string region; // code
    int percent = 100;
    friend bool operator==(const SetDial&, const SetDial&) = default;
};

// Starts an execution of a recovery plan that the run knows.
struct StartPlan {
    std::string plan;
    bool isGraceful = true;
    std::string region; // code; the region that the plan acts on, where the plan leaves it open
    friend bool operator==(const StartPlan&, const StartPlan&) = default;
};

enum class PlanVerb : std::uint8_t {
    Evaluate, // pre-flight, on demand
    Pause,
    Resume,
    Skip, // the step that runs or has failed
    Retry, // the step that has failed
    Cancel,
    Approve,
    Decline,
    GoUngraceful, // from here on
    GoGraceful,
    AfterCrash, // the program died in mid-run: the plan does what it declares for that
};
inline constexpr int kPlanVerbCount = static_cast<int>(PlanVerb::AfterCrash) + 1;
// Text form: "evaluate", "pause", "resume", "skip", "retry", "cancel", "approve", "decline", "ungraceful",
// "graceful", "after-crash"; as a command: "plan pause NAME".
[[nodiscard]] std::string_view toString(PlanVerb verb);

struct PlanOrder {
    PlanVerb verb = PlanVerb::Pause;
    std::string plan;
    std::string step; // Skip, Retry, Approve, Decline: which one, when several run at once; may be empty
    friend bool operator==(const PlanOrder&, const PlanOrder&) = default;
};

// Whether new objects of `source` are copied to `target`. What is written while it is off is never copied by
// itself afterwards.
struct SetObjectRule {
    std::string source, target; // codes
    bool isOn = true;
    friend bool operator==(const SetObjectRule&, const SetObjectRule&) = default;
};

// Copies once what `source` holds and `target` lacks, whatever the rule's history.
struct BackfillObjects {
    std::string source, target; // codes
    friend bool operator==(const BackfillObjects&, const BackfillObjects&) = default;
};

// Edits weights of weighted records as one change of the zone; DNS edges learn of it each in its own time.
struct SetWeights {
    struct Change {
        std::string name; // of the record; empty: the name that customers ask for
        std::string setIdentifier;
        int weight = 0; // 0 … 255
        friend bool operator==(const Change&, const Change&) = default;
    };
    std::vector<Change> changes; // 1 … 100
    friend bool operator==(const SetWeights&, const SetWeights&) = default;
};

// A clerk in a region gives a book another price.
struct SetPrice {
    std::string region; // code
    BookId book;
    std::int64_t cents = 0; // 1 … 1 000 000
    friend bool operator==(const SetPrice&, const SetPrice&) = default;
};

using Command = std::variant<InjectFault, ClearFault, ClearAllFaults, RestoreRegion, FailBack, AbortFailBack,
    AddNote, RegionOrder, SetControls, ShiftAway, CancelShift, SetDial, StartPlan, PlanOrder,
    SetObjectRule, BackfillObjects, SetWeights, SetPrice>;

} // namespace sb
