// SPDX-License-Identifier: GPL-3.0-or-later
// What the event log says about each incident: end points of the time measures, phases, and the exact set of
// writes at risk with what became of each. Derived from the log alone, by one pass, without any state of the
// engine: whoever has the log can check every figure. It judges nothing and rounds nothing.
//
// Definitions (also in docs/incident-record.md):
//   detected  first health.red, replication.stalled or service.slo-breached
//   decided   first recovery action: routing moved the answers away after detection, a region was held, or an
//             operator's or drill's accepted restore, fail-back or clear
//   restored  the last service.slo-restored that no later breach of the same incident undid
//   TTD impact -> detected; TTDecide detected -> decided; TTM and RTO impact -> restored;
//   RTO by cohort impact -> last city served again; TTR impact -> closed (full redundancy);
//   RPO time = the greatest age of a write at risk when it was cut off: from its commit to its region's
//   outage if that came after it was listed and before it was settled, otherwise to its listing.
// An incident reaches from the fault that opened it, or the command that injected that fault, to
// incident.closed, or to the end of the log.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/money.h"
#include "backend/base/time.h"
#include "backend/telemetry/event.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace sb {

// One end point, with the event that proves it.
struct Moment {
    Instant at = kNever; // restored ones lie before their event: calm must last before it can be declared
    EventSeq seq;
    std::uint64_t executed = 0; // replay position
    [[nodiscard]] bool isKnown() const { return at != kNever; }
    friend bool operator==(const Moment&, const Moment&) = default;
};

struct Interval {
    Moment from;
    Moment to;
    // Both ends are known and in order.
    [[nodiscard]] bool isMeasured() const { return from.isKnown() && to.isKnown() && to.at >= from.at; }
    // Requires isMeasured().
    [[nodiscard]] Duration length() const { return to.at - from.at; }
};

struct PhaseSpan {
    Phase phase = Phase::Normal;
    Interval span; // `to` is unknown while the phase runs
};

enum class WriteOutcome : std::uint8_t {
    Open, // nothing is known of it at the end of the log
    Recovered, // late, but readable on the survivors
    Overwritten, // it arrived and lost to a newer version
    Refused, // it arrived, and a rule of its table kept it out
    Lost, // no copy could be read when the incident closed
};
inline constexpr int kWriteOutcomeCount = static_cast<int>(WriteOutcome::Lost) + 1;
[[nodiscard]] std::string_view toString(WriteOutcome outcome); // "open", "recovered", …

// One acknowledged write that no survivor held.
struct WriteAtRiskRecord {
    std::string label; // "order 48 213", "cart of customer 1 207"
    bool isOrder = false;
    RegionId region; // that held the only copy
    Instant committedAt = kStart;
    Moment listed; // its rpo.at-risk event
    Money amount;
    std::string note;
    WriteOutcome outcome = WriteOutcome::Open;
    Moment settled; // the event that tells the outcome
    Duration delay = 0us; // of a recovered one: commit to readable
    std::string outcomeNote;
};

// What the survivors of a destroyed region reckoned at that instant, without sight of its log.
struct LossEstimateRecord {
    RegionId region;
    Moment told;
    std::uint64_t fewest = 0, most = 0; // writes lost with it, by the estimate
    std::uint64_t exact = 0; // by the list: its writes that were open then
    std::string note;
};

struct WriteTotals {
    std::uint64_t operations = 0;
    std::uint64_t orders = 0;
    Money money;
};

struct FaultRecord {
    FaultId id;
    std::string kind; // "region-outage"
    std::string note;
    RegionId region;
    RegionId peer;
    Moment injected;
    Moment ended; // cleared or expired; unknown while it is active
    bool isExpired = false; // ended by its dead man's handle
    bool isResidueChecked = false;
    bool isResidueFound = false;
};

struct IncidentReport {
    int number = 0; // 1-based
    std::string title;
    std::size_t firstIndex = 0; // into the log: the command or fault that led to it
    std::size_t endIndex = 0; // one past its last event
    std::vector<FaultRecord> faults;

    Moment opened;
    Moment impact; // first user-visible error
    Moment detected;
    Moment decided;
    Moment restored;
    Moment cohortsRestored; // of the last city
    Moment serviceContinues; // first order acknowledged by a survivor
    Moment closed;
    EventKind detectedBy = EventKind::HealthRed; // valid when detected is known
    EventKind decidedBy = EventKind::AnswersShifted; // valid when decided is known
    bool isRestorationUndone = false; // a breach followed the first restoration

    std::vector<PhaseSpan> phases; // in order of time
    std::vector<WriteAtRiskRecord> writes; // in order of listing
    std::vector<LossEstimateRecord> estimates; // in order of time
    std::uint64_t conflicts = 0; // versions that last-writer-wins discarded meanwhile
    std::int64_t failedRequests = -1; // user-visible; -1 when the log does not say
    double errorShareMax = -1; // %, as reported by breaches; -1 when the log does not say

    [[nodiscard]] bool isOpen() const { return !closed.isKnown(); }
    [[nodiscard]] Interval timeToDetect() const { return { impact, detected }; }
    [[nodiscard]] Interval timeToDecide() const { return { detected, decided }; }
    [[nodiscard]] Interval timeToMitigate() const { return { impact, restored }; }
    [[nodiscard]] Interval timeToRecover() const { return { impact, closed }; }
    [[nodiscard]] Interval rto() const { return { impact, restored }; }
    [[nodiscard]] Interval rtoByCohort() const { return { impact, cohortsRestored }; }
    // When the write was cut off: see the definition of the RPO time above.
    [[nodiscard]] Moment cutOf(const WriteAtRiskRecord& write) const;
    // Index into writes of the one that was oldest when cut off; writes.size() when there is none.
    [[nodiscard]] std::size_t oldestWrite() const;
    // RPO as time; 0 when nothing was at risk.
    [[nodiscard]] Duration rpoAge() const;
    [[nodiscard]] WriteTotals totals() const;
    [[nodiscard]] WriteTotals totals(WriteOutcome outcome) const;
};

struct RecordReport {
    std::vector<IncidentReport> incidents; // in order of time
    std::size_t eventCount = 0;
    Instant end = kStart; // of the last event
    std::uint64_t executed = 0; // replay position of the last event
    std::uint64_t stateHash = 0;
    // What is wrong with the log's own order (see event.h); empty for a sound log.
    std::vector<std::string> defects;
};

// An accepted command that takes trouble away: restore, fail back, clear.
[[nodiscard]] bool isRecoveryCommand(const Event& event);

[[nodiscard]] RecordReport deriveReport(std::span<const Event> events);

// "12.34", "-3.5" or "7" to cents; anything else is refused.
[[nodiscard]] Result<Money> parsePlainMoney(std::string_view text);

} // namespace sb
