// SPDX-License-Identifier: GPL-3.0-or-later
// Words for the kinds of events, apart from the others because there are many.
#include "ui/theme/words.h"

#include <QCoreApplication>

namespace sb {

namespace {

struct EventWords {
    Q_DECLARE_TR_FUNCTIONS(EventWords)
};

} // namespace

QString wordFor(EventKind kind)
{
    switch (kind) {
    case EventKind::RunStarted: return EventWords::tr("Run started");
    case EventKind::CommandAccepted: return EventWords::tr("Command accepted");
    case EventKind::CommandRefused: return EventWords::tr("Command refused");
    case EventKind::FaultInjected: return EventWords::tr("Fault injected");
    case EventKind::FaultExpired: return EventWords::tr("Fault expired");
    case EventKind::FaultCleared: return EventWords::tr("Fault cleared");
    case EventKind::ResidueVerified: return EventWords::tr("No residue");
    case EventKind::ResidueFound: return EventWords::tr("Residue found");
    case EventKind::CheckerFlipped: return EventWords::tr("Checker changed");
    case EventKind::HealthRed: return EventWords::tr("Health red");
    case EventKind::HealthGreen: return EventWords::tr("Health green");
    case EventKind::AnswersShifted: return EventWords::tr("Answers shifted");
    case EventKind::FailOpen: return EventWords::tr("Fail open");
    case EventKind::RegionHeld: return EventWords::tr("Region held out");
    case EventKind::RegionState: return EventWords::tr("Region state");
    case EventKind::FailBackStarted: return EventWords::tr("Fail back started");
    case EventKind::FailBackStep: return EventWords::tr("Fail back step");
    case EventKind::FailBackCompleted: return EventWords::tr("Fail back completed");
    case EventKind::FailBackAborted: return EventWords::tr("Fail back aborted");
    case EventKind::ReplicaVerified: return EventWords::tr("Replica verified");
    case EventKind::ReplicaDiverged: return EventWords::tr("Replica diverged");
    case EventKind::ImpactBegan: return EventWords::tr("Impact began");
    case EventKind::SloBreached: return EventWords::tr("Objective breached");
    case EventKind::SloRestored: return EventWords::tr("Objective restored");
    case EventKind::CohortsRestored: return EventWords::tr("All cities served");
    case EventKind::ServiceContinues: return EventWords::tr("Service continues");
    case EventKind::ReplicationStalled: return EventWords::tr("Replication stalled");
    case EventKind::ReplicationCaughtUp: return EventWords::tr("Replication caught up");
    case EventKind::ConflictFound: return EventWords::tr("Conflict found");
    case EventKind::WriteAtRisk: return EventWords::tr("Write at risk");
    case EventKind::WriteRecovered: return EventWords::tr("Write recovered");
    case EventKind::WriteOverwritten: return EventWords::tr("Write overwritten");
    case EventKind::WriteLost: return EventWords::tr("Write lost");
    case EventKind::IncidentOpened: return EventWords::tr("Incident opened");
    case EventKind::PhaseChanged: return EventWords::tr("Phase changed");
    case EventKind::IncidentClosed: return EventWords::tr("Incident closed");
    case EventKind::CheckPassed: return EventWords::tr("Check passed");
    case EventKind::CheckFailed: return EventWords::tr("Check failed");
    case EventKind::NoteAdded: return EventWords::tr("Note");
    }
    return {};
}

} // namespace sb
