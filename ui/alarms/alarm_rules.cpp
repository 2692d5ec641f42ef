// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/alarm_rules.h"

#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace sb {
namespace {

struct Alarms {
    Q_DECLARE_TR_FUNCTIONS(sb::Alarms)
};

constexpr double kFullShare = 0.95; // of a region's capacity
constexpr int kControlsSpare = 4; // endpoints: three decide, one may fail

QString causeOf(const RegionView& region)
{
    const QString word = wordFor(region.reason);
    return word.isEmpty() ? Alarms::tr("Not known; its health check says so.") : word;
}

void findRegion(std::vector<AlarmFinding>& found, const WorldDescription& world, const RegionView& region)
{
    const QString name = regionName(world, region.id);
    if (region.state == RegionState::Failed)
        found.push_back({ { AlarmKind::RegionFailed, region.id, {}, {} },
            Alarms::tr("%1 has failed").arg(name), causeOf(region),
            Alarms::tr(
                "Customers whose resolvers still hold %1 get errors; what only %1 holds cannot be read.")
                .arg(name),
            Alarms::tr("See that the answers move. If they do not, start the failover plan or switch its "
                       "routing control off."),
            world.rtoObjective });
    else if (region.state == RegionState::Degraded)
        found.push_back({ { AlarmKind::RegionDegraded, region.id, {}, {} },
            Alarms::tr("%1 is degraded").arg(name), causeOf(region),
            Alarms::tr("It may fail, or hurt its customers while its check stays green."),
            Alarms::tr("Look at its services and checks; shift its traffic away if customers are hurt."),
            world.rtoObjective });
    else if (region.state == RegionState::Held && region.canFailBack)
        found.push_back({ { AlarmKind::RegionWaits, region.id, {}, {} },
            Alarms::tr("%1 is ready to be failed back").arg(name),
            Alarms::tr("It is sound again and kept out of the answers until an operator decides."),
            Alarms::tr("Until then the other regions carry its customers, from further away."),
            Alarms::tr("Fail it back when the cause of the failure is understood."), Duration::zero() });
    if (region.orphans.operations > 0)
        found.push_back({ { AlarmKind::OrphansWait, region.id, {}, {} },
            Alarms::tr("%1 wait to be settled, of %2")
                .arg(formatOrders(static_cast<qint64>(region.orphans.orders)), name),
            Alarms::tr("%1 was evicted while it held writes that nobody else has.").arg(name),
            Alarms::tr("Customers miss what they were told was done: %1.")
                .arg(formatMoney(region.orphans.money)),
            Alarms::tr("Replay the orphan writes, or discard them."), Duration::zero() });
}

void findCapacity(std::vector<AlarmFinding>& found, const WorldDescription& world, const Snapshot& snapshot)
{
    for (std::size_t i = 0; i < std::min(snapshot.capacity.size(), snapshot.regions.size()); ++i) {
        const CapacityView& capacity = snapshot.capacity[i];
        const RegionId region { static_cast<std::uint8_t>(i) };
        const QString name = regionName(world, region);
        const bool isFilling = capacity.fullIn != kFullNever && capacity.fullIn <= kCapacityAhead;
        if (capacity.loadShare >= kFullShare || isFilling)
            found.push_back({ { AlarmKind::CapacityShort, region, {}, {} },
                isFilling && capacity.loadShare < kFullShare
                    ? Alarms::tr("%1 will be full in %2").arg(name, formatDuration(capacity.fullIn))
                    : Alarms::tr("%1 is full").arg(name),
                Alarms::tr("It is asked for %1 of what it can answer.")
                    .arg(formatPercent(capacity.loadShare)),
                Alarms::tr("Requests wait and are then refused; refused ones come again."),
                Alarms::tr("Turn its dial down, or bring another region back into the answers."),
                isFilling ? capacity.fullIn : Duration { 1min } });
        else if (capacity.loadShareIfAlone > 1 && snapshot.regions[i].state == RegionState::Serving)
            found.push_back({ { AlarmKind::SurvivorTooSmall, region, {}, {} },
                Alarms::tr("%1 could not carry one more failure").arg(name),
                Alarms::tr("With its most loaded peer gone it would be asked for %1 of what it can answer.")
                    .arg(formatPercent(capacity.loadShareIfAlone)),
                Alarms::tr("A failure of one region would take two."),
                Alarms::tr("Add capacity, or shed load before a switch."), Duration::zero() });
    }
}

QString causeOf(const LinkView& link)
{
    if (link.isCut)
        return Alarms::tr("The network between them is cut.");
    if (link.isPaused)
        return Alarms::tr("Replication is switched off.");
    return Alarms::tr("More is written than arrives, or messages take longer.");
}

void findLinks(std::vector<AlarmFinding>& found, const WorldDescription& world, const Snapshot& snapshot)
{
    const auto isFailed = [&](RegionId id) {
        return id.value < snapshot.regions.size() && snapshot.regions[id.value].state == RegionState::Failed;
    };
    for (const LinkView& link : snapshot.links) {
        if (!link.isCut && !link.isPaused && link.lag <= world.lagObjective)
            continue;
        const QString source = regionName(world, link.source);
        const QString target = regionName(world, link.target);
        const QString lag = formatDuration(link.lag);
        AlarmFinding finding { { AlarmKind::ReplicationBehind, link.source, link.target, {} },
            Alarms::tr("%1 is %2 behind %3").arg(target, lag, source), causeOf(link),
            Alarms::tr("If %1 is lost now, %2 of acknowledged changes have no other copy in %3.")
                .arg(source, formatMoney(link.pendingMoney), target),
            Alarms::tr("Mend the link. Before moving users away from %1, wait until %2 has caught up.")
                .arg(source, target),
            Duration::zero() };
        finding.isSuppressed = isFailed(link.source) || isFailed(link.target);
        found.push_back(std::move(finding));
    }
}

void findPlans(std::vector<AlarmFinding>& found, const Snapshot& snapshot)
{
    for (const PlanView& plan : snapshot.plans) {
        const QString title = qs(plan.title.empty() ? plan.name : plan.title);
        for (const PlanStepView& step : plan.steps) {
            const bool isOver = plan.endedAt != kNever;
            if (isOver || (step.state != "pendingApproval" && step.state != "failed"))
                continue;
            const bool isFailed = step.state == "failed";
            found.push_back({ { AlarmKind::PlanWaits, {}, {}, plan.name + "/" + step.name },
                isFailed ? Alarms::tr("Plan “%1”: step %2 has failed").arg(title, qs(step.name))
                         : Alarms::tr("Plan “%1” waits for approval of %2").arg(title, qs(step.name)),
                fromEngine(step.detail), Alarms::tr("The plan stands still, and with it the recovery."),
                isFailed ? Alarms::tr("Retry the step, skip it, or cancel the plan.")
                         : Alarms::tr("Approve or decline it on the page Routing."),
                5min });
        }
    }
}

void findSteering(std::vector<AlarmFinding>& found, const Snapshot& snapshot)
{
    const auto inReach = std::count(snapshot.controlEndpoints.begin(), snapshot.controlEndpoints.end(), true);
    if (!snapshot.controlEndpoints.empty() && inReach < kControlsSpare)
        found.push_back({ { AlarmKind::ControlsOutOfReach, {}, {}, {} },
            //: of routing controls
            Alarms::tr("%1 of %2 control endpoints answer")
                .arg(
                    formatCount(inReach), formatCount(static_cast<qint64>(snapshot.controlEndpoints.size()))),
            Alarms::tr("Their regions are out, or the network to them is."),
            Alarms::tr("With fewer than three no routing control can be changed."),
            Alarms::tr(
                "Make urgent changes of routing controls now; for later ones, plan how to do without them."),
            Duration::zero() });
    for (const SafetyRuleView& rule : snapshot.safetyRules)
        if (!rule.holds && !rule.isGating)
            found.push_back({ { AlarmKind::RuleBroken, {}, {}, rule.name },
                Alarms::tr("Safety rule “%1” does not hold").arg(qs(rule.name)), qs(rule.text),
                Alarms::tr("What the rule was to prevent is so; further changes may be refused."),
                Alarms::tr("Bring the controls back into a state that the rule allows."), 5min });
}

} // namespace

QString wordFor(AlarmPriority priority)
{
    switch (priority) {
    case AlarmPriority::Low:
        return Alarms::tr("Low");
    case AlarmPriority::Medium:
        return Alarms::tr("Medium");
    case AlarmPriority::High:
        return Alarms::tr("High");
    }
    return {};
}

AlarmPriority priorityOf(AlarmKind kind)
{
    switch (kind) {
    case AlarmKind::RunStopped:
    case AlarmKind::RegionFailed:
    case AlarmKind::ServiceErrors:
        return AlarmPriority::High;
    case AlarmKind::CapacityShort:
    case AlarmKind::PlanWaits:
    case AlarmKind::ReplicationBehind:
    case AlarmKind::RegionDegraded:
    case AlarmKind::RuleBroken:
        return AlarmPriority::Medium;
    case AlarmKind::SurvivorTooSmall:
    case AlarmKind::OrphansWait:
    case AlarmKind::ControlsOutOfReach:
    case AlarmKind::RegionWaits:
        return AlarmPriority::Low;
    }
    return AlarmPriority::Low;
}

std::vector<AlarmFinding> findAlarms(const WorldDescription& world, const Snapshot& snapshot)
{
    std::vector<AlarmFinding> found;
    if (snapshot.phase == RunPhase::Stopped)
        found.push_back({ { AlarmKind::RunStopped, {}, {}, {} }, Alarms::tr("The run has stopped"),
            fromEngine(snapshot.message),
            Alarms::tr("Nothing goes on; what is shown is the last that was known."),
            Alarms::tr("Save the record and start a new run."), Duration::zero() });
    for (const RegionView& region : snapshot.regions)
        findRegion(found, world, region);
    if (snapshot.totals.errorShare * 1000 >= static_cast<double>(world.errorObjectivePerMille))
        found.push_back({ { AlarmKind::ServiceErrors, {}, {}, {} },
            Alarms::tr("%1 of all requests fail").arg(formatPercent(snapshot.totals.errorShare, 1)),
            Alarms::tr("Customers reach a region that cannot answer them."),
            Alarms::tr("The objective of %1 is missed; the recovery time runs.")
                .arg(formatPercent(world.errorObjectivePerMille / 1000.0, 1)),
            Alarms::tr("Find the region whose customers fail, and move them away from it."),
            world.rtoObjective });
    findCapacity(found, world, snapshot);
    findLinks(found, world, snapshot);
    findPlans(found, snapshot);
    findSteering(found, snapshot);
    std::stable_sort(found.begin(), found.end(), [](const AlarmFinding& a, const AlarmFinding& b) {
        return priorityOf(a.key.kind) > priorityOf(b.key.kind);
    });
    return found;
}

} // namespace sb
