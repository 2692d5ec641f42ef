// SPDX-License-Identifier: GPL-3.0-or-later
// Words for the kinds of events, as a table because there are many; tst_theme checks that it is complete.
#include "ui/theme/words.h"

#include <QCoreApplication>

#include <iterator>

namespace sb {

namespace {

struct EventWord {
    EventKind kind;
    const char* word; // context "EventWords"
};

// In order of EventKind, so that a kind finds its row by its number.
constexpr EventWord kEventWords[] {
    { EventKind::RunStarted, QT_TRANSLATE_NOOP("EventWords", "Run started") },
    { EventKind::CommandAccepted, QT_TRANSLATE_NOOP("EventWords", "Command accepted") },
    { EventKind::CommandRefused, QT_TRANSLATE_NOOP("EventWords", "Command refused") },
    { EventKind::FaultInjected, QT_TRANSLATE_NOOP("EventWords", "Fault injected") },
    { EventKind::FaultExpired, QT_TRANSLATE_NOOP("EventWords", "Fault expired") },
    { EventKind::FaultCleared, QT_TRANSLATE_NOOP("EventWords", "Fault cleared") },
    { EventKind::ResidueVerified, QT_TRANSLATE_NOOP("EventWords", "No residue") },
    { EventKind::ResidueFound, QT_TRANSLATE_NOOP("EventWords", "Residue found") },
    { EventKind::CheckerFlipped, QT_TRANSLATE_NOOP("EventWords", "Checker changed") },
    { EventKind::HealthRed, QT_TRANSLATE_NOOP("EventWords", "Health red") },
    { EventKind::HealthGreen, QT_TRANSLATE_NOOP("EventWords", "Health green") },
    { EventKind::AnswersShifted, QT_TRANSLATE_NOOP("EventWords", "Answers shifted") },
    { EventKind::FailOpen, QT_TRANSLATE_NOOP("EventWords", "Fail open") },
    { EventKind::ZoneChanged, QT_TRANSLATE_NOOP("EventWords", "Zone changed") },
    { EventKind::ZoneInSync, QT_TRANSLATE_NOOP("EventWords", "Zone in sync") },
    { EventKind::ZonePlanApplied, QT_TRANSLATE_NOOP("EventWords", "Zone plan applied") },
    { EventKind::ZonePlanRefused, QT_TRANSLATE_NOOP("EventWords", "Zone plan refused") },
    { EventKind::AnswerEmpty, QT_TRANSLATE_NOOP("EventWords", "Answer empty") },
    { EventKind::EdgesDisagree, QT_TRANSLATE_NOOP("EventWords", "Edges disagree") },
    { EventKind::EdgesAgree, QT_TRANSLATE_NOOP("EventWords", "Edges agree") },
    { EventKind::OriginFailover, QT_TRANSLATE_NOOP("EventWords", "Origin failover") },
    { EventKind::AcceleratorShifted, QT_TRANSLATE_NOOP("EventWords", "Accelerator shifted") },
    { EventKind::ControlChanged, QT_TRANSLATE_NOOP("EventWords", "Routing control changed") },
    { EventKind::RuleOverridden, QT_TRANSLATE_NOOP("EventWords", "Safety rule overridden") },
    { EventKind::ShiftStarted, QT_TRANSLATE_NOOP("EventWords", "Shifted away") },
    { EventKind::ShiftEnded, QT_TRANSLATE_NOOP("EventWords", "Shift ended") },
    { EventKind::DialChanged, QT_TRANSLATE_NOOP("EventWords", "Traffic dial changed") },
    { EventKind::PlanEvaluated, QT_TRANSLATE_NOOP("EventWords", "Plan evaluated") },
    { EventKind::PlanStarted, QT_TRANSLATE_NOOP("EventWords", "Plan started") },
    { EventKind::PlanState, QT_TRANSLATE_NOOP("EventWords", "Plan state") },
    { EventKind::PlanStep, QT_TRANSLATE_NOOP("EventWords", "Plan step") },
    { EventKind::PlanEnded, QT_TRANSLATE_NOOP("EventWords", "Plan ended") },
    { EventKind::CapacityWarning, QT_TRANSLATE_NOOP("EventWords", "Capacity warning") },
    { EventKind::CapacityExceeded, QT_TRANSLATE_NOOP("EventWords", "Capacity exceeded") },
    { EventKind::CapacityRelieved, QT_TRANSLATE_NOOP("EventWords", "Capacity sufficient again") },
    { EventKind::RegionHeld, QT_TRANSLATE_NOOP("EventWords", "Region held out") },
    { EventKind::RegionState, QT_TRANSLATE_NOOP("EventWords", "Region state") },
    { EventKind::FailBackStarted, QT_TRANSLATE_NOOP("EventWords", "Fail back started") },
    { EventKind::FailBackStep, QT_TRANSLATE_NOOP("EventWords", "Fail back step") },
    { EventKind::FailBackCompleted, QT_TRANSLATE_NOOP("EventWords", "Fail back completed") },
    { EventKind::FailBackAborted, QT_TRANSLATE_NOOP("EventWords", "Fail back aborted") },
    { EventKind::ReplicaVerified, QT_TRANSLATE_NOOP("EventWords", "Replica verified") },
    { EventKind::ReplicaDiverged, QT_TRANSLATE_NOOP("EventWords", "Replica diverged") },
    { EventKind::ReplicaRebuild, QT_TRANSLATE_NOOP("EventWords", "Copy being rebuilt") },
    { EventKind::ClockQuarantined, QT_TRANSLATE_NOOP("EventWords", "Clock quarantine") },
    { EventKind::RightsRevoked, QT_TRANSLATE_NOOP("EventWords", "Rights revoked") },
    { EventKind::RegionFenced, QT_TRANSLATE_NOOP("EventWords", "Region fenced") },
    { EventKind::FenceComplete, QT_TRANSLATE_NOOP("EventWords", "Fence complete") },
    { EventKind::RegionUnfenced, QT_TRANSLATE_NOOP("EventWords", "Fence lifted") },
    { EventKind::MemberEvicted, QT_TRANSLATE_NOOP("EventWords", "Member evicted") },
    { EventKind::OrphansFound, QT_TRANSLATE_NOOP("EventWords", "Orphan writes found") },
    { EventKind::OrphanSettled, QT_TRANSLATE_NOOP("EventWords", "Orphan write settled") },
    { EventKind::DiskFailed, QT_TRANSLATE_NOOP("EventWords", "Disk failed") },
    { EventKind::DiskRecovered, QT_TRANSLATE_NOOP("EventWords", "Disk recovered") },
    { EventKind::WriterMoved, QT_TRANSLATE_NOOP("EventWords", "Writer moved") },
    { EventKind::AcksStalled, QT_TRANSLATE_NOOP("EventWords", "Acknowledgements wait") },
    { EventKind::AcksResumed, QT_TRANSLATE_NOOP("EventWords", "Acknowledgements resumed") },
    { EventKind::ClaimRefused, QT_TRANSLATE_NOOP("EventWords", "Claim refused") },
    { EventKind::StreamStalled, QT_TRANSLATE_NOOP("EventWords", "Change set aside") },
    { EventKind::StreamRebuilt, QT_TRANSLATE_NOOP("EventWords", "Consumer caught up") },
    { EventKind::ImpactBegan, QT_TRANSLATE_NOOP("EventWords", "Impact began") },
    { EventKind::SloBreached, QT_TRANSLATE_NOOP("EventWords", "Objective breached") },
    { EventKind::SloRestored, QT_TRANSLATE_NOOP("EventWords", "Objective restored") },
    { EventKind::CohortsRestored, QT_TRANSLATE_NOOP("EventWords", "All cities served") },
    { EventKind::ServiceContinues, QT_TRANSLATE_NOOP("EventWords", "Service continues") },
    { EventKind::ReplicationStalled, QT_TRANSLATE_NOOP("EventWords", "Replication stalled") },
    { EventKind::ReplicationCaughtUp, QT_TRANSLATE_NOOP("EventWords", "Replication caught up") },
    { EventKind::ConflictFound, QT_TRANSLATE_NOOP("EventWords", "Conflict found") },
    { EventKind::WriteAtRisk, QT_TRANSLATE_NOOP("EventWords", "Write at risk") },
    { EventKind::WriteRecovered, QT_TRANSLATE_NOOP("EventWords", "Write recovered") },
    { EventKind::WriteOverwritten, QT_TRANSLATE_NOOP("EventWords", "Write overwritten") },
    { EventKind::WriteRefused, QT_TRANSLATE_NOOP("EventWords", "Write refused") },
    { EventKind::WriteLost, QT_TRANSLATE_NOOP("EventWords", "Write lost") },
    { EventKind::LossEstimated, QT_TRANSLATE_NOOP("EventWords", "Loss estimated") },
    { EventKind::IncidentOpened, QT_TRANSLATE_NOOP("EventWords", "Incident opened") },
    { EventKind::PhaseChanged, QT_TRANSLATE_NOOP("EventWords", "Phase changed") },
    { EventKind::IncidentClosed, QT_TRANSLATE_NOOP("EventWords", "Incident closed") },
    { EventKind::CheckPassed, QT_TRANSLATE_NOOP("EventWords", "Check passed") },
    { EventKind::CheckFailed, QT_TRANSLATE_NOOP("EventWords", "Check failed") },
    { EventKind::NoteAdded, QT_TRANSLATE_NOOP("EventWords", "Note") },
    { EventKind::CheckChanged, QT_TRANSLATE_NOOP("EventWords", "Health check changed") },
    { EventKind::CheckDoubted, QT_TRANSLATE_NOOP("EventWords", "Health check doubted") },
    { EventKind::ObjectsStalled, QT_TRANSLATE_NOOP("EventWords", "Objects late") },
    { EventKind::ObjectsCaughtUp, QT_TRANSLATE_NOOP("EventWords", "Objects caught up") },
    { EventKind::ObjectsLost, QT_TRANSLATE_NOOP("EventWords", "Objects lost") },
};
static_assert(std::size(kEventWords) == kEventKindCount);

} // namespace

QString wordFor(EventKind kind)
{
    const EventWord& row = kEventWords[static_cast<std::size_t>(kind)];
    SB_ASSERT(row.kind == kind);
    return QCoreApplication::translate("EventWords", row.word);
}

} // namespace sb
