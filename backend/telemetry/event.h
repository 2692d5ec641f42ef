// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of the incident record: the canonical, append-only event log from which alarms, phases, RTO, RPO
// and every export are derived. A plain value; carries meaning, never looks.
// Invariants of a log: (1) seq is contiguous from 1; (2) `at` never decreases; (3) cause, where valid, is the
// seq of an earlier event.
// What the text fields hold for each kind: docs/incident-record.md. In short, where reports compute with
// them:
//   CommandAccepted, -Refused  object "command <id>", action the command's text form
//   FaultInjected              object "fault <id>", action the fault's name, fault its id; all later events
//   of
//                              the fault carry the same id
//   IncidentOpened             object "incident <n>", cause the FaultInjected, note the title
//   SloBreached                valueBefore the objective, valueAfter the measured share, unit "%"
//   SloRestored                valueBefore since when, in microseconds of virtual time; valueAfter the number
//   of
//                              requests that failed since the impact, unit "requests"
//   WriteAtRisk                object the label, action "order", "cart", "stock" or "post", valueBefore the
//   commit time in
//                              microseconds of virtual time, valueAfter euro as "12.34", unit "EUR"
//   WriteRecovered, -Overwritten, -Refused, -Lost   cause the WriteAtRisk event; recovered: valueAfter the
//                              delay from commit to readable in seconds, as decimal, unit "s"; refused:
//                              action the rule of the table that kept it out
//   LossEstimated              cause the FaultInjected, region the one that is gone; valueBefore and
//                              valueAfter the fewest and the most writes lost as its survivors reckon, unit
//                              "writes"
//   CohortsRestored            valueBefore the last error's microsecond, valueAfter seconds, unit "s"
//   IncidentClosed             valueAfter the RTO in seconds, unit "s"
#pragma once

#include "backend/base/ids.h"
#include "backend/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sb {

enum class EventKind : std::uint8_t {
    RunStarted,
    CommandAccepted, // an operator or drill command took effect
    CommandRefused, // note says why and what would help
    FaultInjected,
    FaultExpired, // the dead-man timer reversed it
    FaultCleared,
    ResidueVerified, // after a reversal: the world carries no trace of the fault
    ResidueFound, // severity Critical: something of the fault stayed behind
    CheckerFlipped, // one of the 16 checkers changed its mind; object = checker
    HealthRed, // the share of healthy checkers fell to the threshold or below
    HealthGreen,
    AnswersShifted, // the DNS answers' shares by region changed visibly; note has the shares
    FailOpen, // no healthy record: every record counts as healthy
    ZoneChanged, // the zone's records were edited; object = the change, note = what it does to whom
    ZoneInSync, // a change has reached every DNS edge location
    ZonePlanApplied, // an enactor put a version of the zone's plan in force; values = versions
    ZonePlanRefused, // it would have put an older one over a newer one, or an empty one; values = versions
    AnswerEmpty, // the zone has no record left to answer with: severity Critical
    EdgesDisagree, // two edge locations answer by different health; object = the check
    EdgesAgree,
    OriginFailover, // an edge asked its secondary origin because the primary failed; value = requests
    AcceleratorShifted, // an accelerator moved traffic between endpoint groups; note has the shares
    ControlChanged, // a routing control; object = the control, values = "on", "off"
    RuleOverridden, // a safety rule that would have refused a change; object = the rule, note = why
    ShiftStarted, // a region's traffic is moved away until the override expires; value = seconds
    ShiftEnded, // action = expired | cancelled | replaced
    DialChanged, // the share of its natural answers that a region may receive; values in percent
    PlanEvaluated, // pre-flight; object = the plan, valueAfter = passed | actionRequired
    PlanStarted, // object = "execution <n>", action = the plan; cause = the command
    PlanState, // values = names of the execution's states
    PlanStep, // object = the step, values = names of step states; cause = the previous event of the execution
    PlanEnded, // valueAfter = state; note has the actual recovery time
    CapacityWarning, // a region will not carry what is coming; value = seconds until it is full
    CapacityExceeded, // a region is asked for more than it can answer; value = percent of its capacity
    CapacityRelieved,
    RegionHeld, // evacuated region stays out of the answers until it is failed back
    RegionState, // value_before -> value_after are names of RegionState
    FailBackStarted,
    FailBackStep, // action = catch-up | verify | ramp; value = percent for ramp
    FailBackCompleted,
    FailBackAborted,
    ReplicaVerified, // digests equal for the same writes
    ReplicaDiverged, // digests differ for the same writes: severity Critical
    ReplicaRebuild, // a lost copy is being built anew; values = names of ReplicaStage
    ClockQuarantined, // changes stamped too far ahead of the clock of `region` wait; value = how far, in ms
    RightsRevoked, // rights of a holder were taken over; value = units, the most that may be oversold
    RegionFenced, // epoch raised; value = the most seconds for which it may still acknowledge writes
    FenceComplete, // the last lease under the old epoch is over
    RegionUnfenced,
    MemberEvicted, // a region is out for good: it comes back with a new copy only
    OrphansFound, // writes that only a region held which had been given up; value = count
    OrphanSettled, // action = replayed | superseded | discarded
    DiskFailed, // a region's store found that its disk is not to be trusted, or is full; note says which
    DiskRecovered,
    WriterMoved, // the one writer of a table changed; region = the new one, peer = the old one
    AcksStalled, // no peer is within the bound of a table: its writes wait; value = the bound in seconds
    AcksResumed,
    ClaimRefused, // claims could not be decided: no quorum of the strong table was in reach; value = how many
    StreamStalled, // a consumer of changes set one aside that it could not process; object = the change
    StreamRebuilt, // a consumer of changes counted anew, or took up what it had set aside
    ImpactBegan, // first user-visible error caused by a fault
    SloBreached, // error share above the objective in a window
    SloRestored, // error share back under the objective for k windows
    CohortsRestored, // the last user cohort (city) is served again; value = seconds since impact (max)
    ServiceContinues, // first order acknowledged by a survivor after the impact; object = order
    ReplicationStalled, // no progress on a directed link; region = source, peer = target
    ReplicationCaughtUp,
    ConflictFound, // last writer wins discarded a version; object = key, note = both versions
    WriteAtRisk, // one acknowledged write that no survivor holds; object = write, value = euro
    WriteRecovered, // it became readable on the survivors; value = seconds of delay
    WriteOverwritten, // it arrived but lost to a newer version
    WriteRefused, // it arrived, and a rule of its table kept it out
    WriteLost, // no copy can be read when the incident closes
    LossEstimated, // what the survivors of a region reckon is lost with it, from what they had heard of it
    IncidentOpened,
    PhaseChanged, // phase field = the phase that begins
    IncidentClosed, // value = RTO seconds; note = summary
    CheckPassed, // a drill's check
    CheckFailed,
    NoteAdded, // operator's note
    CheckChanged, // a health check that is no region's own; object = "health check <id>", values green, red
    CheckDoubted, // a region's check is red while its customers are served; value = errors, "per mille"
    ObjectsStalled, // copies of region's objects for peer are late; value = how many so far, "objects"
    ObjectsCaughtUp, // none is late any more, or (action = backfill) all were brought; value = how many
    ObjectsLost, // a region's objects are gone with it; value = those that nobody else has
};
inline constexpr int kEventKindCount = static_cast<int>(EventKind::ObjectsLost) + 1;

// Stable text used in exports ("fault.injected").
[[nodiscard]] std::string_view toString(EventKind kind);
[[nodiscard]] std::optional<EventKind> eventKindFromText(std::string_view text);

enum class Severity : std::uint8_t { Info, Notice, Warning, Critical };
[[nodiscard]] std::string_view toString(Severity severity);

// Where in an incident an event falls. Normal outside incidents.
enum class Phase : std::uint8_t { Normal, Detect, Decide, Act, Recover };
[[nodiscard]] std::string_view toString(Phase phase);

// Who caused it.
enum class Actor : std::uint8_t { System, Operator, Drill, Routing, Health, Replication, Faults, Shoppers };
[[nodiscard]] std::string_view toString(Actor actor);

struct Event {
    EventSeq seq;
    Instant at = kStart;
    EventKind kind = EventKind::RunStarted;
    Phase phase = Phase::Normal;
    Severity severity = Severity::Info;
    Actor actor = Actor::System;
    RegionId region; // invalid when no region is concerned
    RegionId peer; // second region of a link
    FaultId fault; // the fault it belongs to, if any
    EventSeq cause; // invalid when spontaneous
    std::string object; // "checker us-east-1 a", "order 48 213", "fault 3"
    std::string action; // verb or step name
    std::string valueBefore;
    std::string valueAfter;
    std::string unit; // of the values: "s", "%", "EUR", …
    std::string note; // one English sentence, fit for a report
    std::uint64_t executed = 0; // kernel events executed: the replay position
    std::uint64_t stateHash = 0; // rolling state hash at that position
};

} // namespace sb
