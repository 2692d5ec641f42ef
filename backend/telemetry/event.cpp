// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/event.h"

#include <array>

namespace sb {
namespace {

constexpr std::array<std::string_view, kEventKindCount> kNames { "run.started", "command.accepted",
    "command.refused", "fault.injected", "fault.expired", "fault.cleared", "fault.residue-verified",
    "fault.residue-found", "health.checker-flipped", "health.red", "health.green", "routing.answers-shifted",
    "routing.fail-open", "routing.zone-changed", "routing.zone-in-sync", "routing.plan-applied",
    "routing.plan-refused", "routing.answer-empty", "routing.edges-disagree", "routing.edges-agree",
    "edge.origin-failover", "edge.accelerator-shifted", "control.changed", "control.rule-overridden",
    "shift.started", "shift.ended", "routing.dial-changed", "plan.evaluated", "plan.started", "plan.state",
    "plan.step", "plan.ended", "capacity.warning", "capacity.exceeded", "capacity.relieved",
    "routing.region-held", "region.state", "fail-back.started", "fail-back.step",
    "fail-back.completed", "fail-back.aborted", "replication.verified", "replication.diverged",
    "replication.rebuild", "clock.quarantined", "rights.revoked", "fence.raised", "fence.complete",
    "fence.lowered", "member.evicted", "orphans.found", "orphans.settled", "disk.failed", "disk.recovered",
    "writer.moved", "acks.stalled", "acks.resumed", "claim.refused", "stream.stalled", "stream.rebuilt",
    "service.impact-began", "service.slo-breached", "service.slo-restored", "service.cohorts-restored",
    "service.continues", "replication.stalled", "replication.caught-up", "data.conflict", "rpo.at-risk",
    "rpo.recovered", "rpo.overwritten", "rpo.refused", "rpo.lost", "rpo.estimated", "incident.opened",
    "incident.phase", "incident.closed", "check.passed", "check.failed", "note.added",
    "health.check-changed", "health.doubted", "objects.stalled",
    "objects.caught-up", "objects.lost" };

} // namespace

std::string_view toString(EventKind kind)
{
    return kNames[static_cast<std::size_t>(kind)];
}

std::optional<EventKind> eventKindFromText(std::string_view text)
{
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (kNames[i] == text)
            return static_cast<EventKind>(i);
    }
    return std::nullopt;
}

std::string_view toString(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return "info";
    case Severity::Notice:
        return "notice";
    case Severity::Warning:
        return "warning";
    case Severity::Critical:
        return "critical";
    }
    return "unknown";
}

std::string_view toString(Phase phase)
{
    switch (phase) {
    case Phase::Normal:
        return "normal";
    case Phase::Detect:
        return "detect";
    case Phase::Decide:
        return "decide";
    case Phase::Act:
        return "act";
    case Phase::Recover:
        return "recover";
    }
    return "unknown";
}

std::string_view toString(Actor actor)
{
    switch (actor) {
    case Actor::System:
        return "system";
    case Actor::Operator:
        return "operator";
    case Actor::Drill:
        return "drill";
    case Actor::Routing:
        return "routing";
    case Actor::Health:
        return "health";
    case Actor::Replication:
        return "replication";
    case Actor::Faults:
        return "faults";
    case Actor::Shoppers:
        return "shoppers";
    }
    return "unknown";
}

} // namespace sb
