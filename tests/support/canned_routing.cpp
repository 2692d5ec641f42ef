// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_control_room.h"

namespace sb::test {

void addCannedRouting(Snapshot& snapshot, const WorldDescription& world)
{
    for (const RegionInfo& region : world.regions) {
        snapshot.controls.push_back(
            { region.code, "regions", region.id, true, snapshot.now - 42s, EventSeq { 3 } });
        snapshot.capacity.push_back({ 0.35, 0.8, 1, kFullNever, 0 });
    }
    snapshot.controls.front().isOn = false;
    snapshot.capacity.back() = { 0.82, 1.24, 0.6, 95s, 12 };
    snapshot.safetyRules = { { "at-least-one", "at least 1 of eu-west-1, ap-southeast-1 is on", false, true },
        { "exactly-one", "exactly 1 of eu-west-1, ap-southeast-1 is on", false, false } };
    snapshot.controlEndpoints = { true, true, true, true, false };
    snapshot.shifts = { { RegionId { 0 }, snapshot.now - 5min, snapshot.now + 25min, "a bad deployment", true,
        EventSeq { 4 } } };
    PlanView plan;
    plan.name = "failover";
    plan.title = "Fail over to the survivors";
    plan.kind = "failover";
    plan.evaluation = "action-required";
    plan.findings = { "Singapore would stand at 124 % of its capacity", "Ireland's writer cannot be moved" };
    plan.execution = 2;
    plan.state = "pendingManualApproval";
    plan.startedAt = snapshot.now - 75s;
    plan.steps = { { "Fence Ireland", "fence", "completed", 0, snapshot.now - 75s, snapshot.now - 64s, {} },
        { "Both at once", "parallel", "running", 0, snapshot.now - 64s, kNever, {} },
        { "Switch off Ireland", "routing-control", "completed", 1, snapshot.now - 64s, snapshot.now - 60s,
            {} },
        { "Sign off", "approval", "pending-approval", 1, snapshot.now - 64s, kNever,
            "waits for an approval, 8 min 56 s left" },
        { "Move the writer", "promote", "not-started", 0, kNever, kNever, {} } };
    snapshot.plans.push_back(plan);
    PlanView idle;
    idle.name = "switchover";
    idle.title = "Planned switch-over";
    idle.kind = "switchover";
    idle.evaluation = "passed";
    snapshot.plans.push_back(idle);
}

} // namespace sb::test
