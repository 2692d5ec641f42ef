// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/conditions.h"

#include "ui/map/map_text.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace sb {

namespace {

struct Conditions {
    Q_DECLARE_TR_FUNCTIONS(Conditions)
};

// Share of user-visible errors from which the whole service is worth a line of its own.
constexpr double kErrorShareWorthALine = 0.01;

// "Singapore", "Virginia and Singapore": the other regions that take answers, most first.
QString survivors(const WorldDescription& world, const Snapshot& snapshot, RegionId except)
{
    std::vector<const RegionView*> taking;
    for (const RegionView& region : snapshot.regions) {
        if (region.id != except && region.answerShare > 0.02)
            taking.push_back(&region);
    }
    std::sort(taking.begin(), taking.end(),
        [](const RegionView* a, const RegionView* b) { return a->answerShare > b->answerShare; });
    QStringList names;
    for (const RegionView* region : taking)
        names << regionName(world, region->id);
    return QLocale().createSeparatedList(names);
}

double shareStillGoing(const Snapshot& snapshot, RegionId region)
{
    double there = 0;
    double all = 0;
    for (const FlowView& flow : snapshot.flows) {
        all += static_cast<double>(flow.requestRateHz);
        if (flow.region == region)
            there += static_cast<double>(flow.requestRateHz);
    }
    return all > 0 ? there / all : 0;
}

QString failedTitle(const QString& name, const RegionView& region, double share)
{
    const bool isShare = share > 0.004;
    if (region.reason == RegionReason::MappingMissing)
        return isShare
            ? Conditions::tr("%1 answers 403: its API mapping is gone. %2 of requests still go there.")
                  .arg(name, formatPercent(share))
            : Conditions::tr("%1 answers 403: its API mapping is gone.").arg(name);
    if (!region.gatewayAnswers || region.reason == RegionReason::Outage)
        return isShare ? Conditions::tr("%1 does not answer. %2 of requests still go there (cached DNS).")
                             .arg(name, formatPercent(share))
                       : Conditions::tr("%1 does not answer.").arg(name);
    return Conditions::tr("%1 has failed: %2.").arg(name, wordFor(region.reason));
}

Condition failedRegion(const WorldDescription& world, const Snapshot& snapshot, const RegionView& region)
{
    Condition c;
    c.shape = StateShape::Failed;
    c.item = MapItem::forRegion(region.id);
    c.title = failedTitle(regionName(world, region.id), region, shareStillGoing(snapshot, region.id));
    const int red = region.health.checkersTotal - region.health.checkersHealthy;
    const QString others = survivors(world, snapshot, region.id);
    if (!region.health.isHealthy && !others.isEmpty())
        c.detail = Conditions::tr("%1 of %2 checkers red since %3 · answers moved to %4")
                       .arg(red)
                       .arg(region.health.checkersTotal)
                       .arg(formatClock(world.start, region.health.since), others);
    else
        c.detail = Conditions::tr("%1 of %2 checkers red · answers not moved yet")
                       .arg(red)
                       .arg(region.health.checkersTotal);
    c.rank = 100;
    return c;
}

void addRegion(std::vector<Condition>& list, const WorldDescription& world, const Snapshot& snapshot,
    const RegionView& region)
{
    const QString name = regionName(world, region.id);
    const MapItem item = MapItem::forRegion(region.id);
    switch (region.state) {
    case RegionState::Serving:
        return;
    case RegionState::Failed:
        list.push_back(failedRegion(world, snapshot, region));
        return;
    case RegionState::Degraded:
        list.push_back({ StateShape::Degraded,
            Conditions::tr("%1 is degraded: %2.").arg(name, wordFor(region.reason)), {}, item, 60 });
        return;
    case RegionState::Held:
        list.push_back(
            { StateShape::Held, Conditions::tr("%1 is held out until it is failed back.").arg(name),
                region.canFailBack ? Conditions::tr("Ready to fail back.") : QString(), item, 40 });
        return;
    case RegionState::CatchingUp:
    case RegionState::Verifying:
    case RegionState::Ramping:
        list.push_back({ StateShape::Recovering,
            Conditions::tr("%1 is failing back: %2.").arg(name, regionStatus(region, snapshot.now)), {}, item,
            30 });
        return;
    case RegionState::SteeredAway:
        list.push_back({ StateShape::Held,
            Conditions::tr("%1 is kept out of the answers by order: %2.").arg(name, wordFor(region.reason)),
            {}, item, 35 });
        return;
    }
}

void addLink(std::vector<Condition>& list, const WorldDescription& world, const Snapshot& snapshot,
    const MapItem& item)
{
    const LinkStatus status = linkStatus(snapshot, item);
    if (status.shape == StateShape::Ok || status.shape == StateShape::Unknown)
        return;
    // A link to a dead region says nothing the region's own line does not say.
    for (const RegionId end : { item.region, item.peer }) {
        if (snapshot.regions[end.value].state == RegionState::Failed)
            return;
    }
    list.push_back(
        { status.shape, Conditions::tr("Replication %1: %2.").arg(itemName(world, item), status.text), {},
            item, status.shape == StateShape::Failed ? 70 : 50 });
}

} // namespace

std::vector<Condition> rankedConditions(const WorldDescription& world, const Snapshot& snapshot)
{
    std::vector<Condition> list;
    if (snapshot.phase == RunPhase::Stopped)
        list.push_back(
            { StateShape::Failed, Conditions::tr("The run has stopped."), qs(snapshot.message), {}, 200 });
    for (const RegionView& region : snapshot.regions)
        addRegion(list, world, snapshot, region);
    for (const MapItem& item : mapItems(world)) {
        if (item.isLink())
            addLink(list, world, snapshot, item);
    }
    if (snapshot.totals.errorShare >= kErrorShareWorthALine)
        list.push_back({ StateShape::Degraded,
            Conditions::tr("%1 of requests fail.").arg(formatPercent(snapshot.totals.errorShare, 1)), {}, {},
            80 });
    std::stable_sort(
        list.begin(), list.end(), [](const Condition& a, const Condition& b) { return a.rank > b.rank; });
    if (list.size() > kMostConditions)
        list.resize(kMostConditions);
    return list;
}

} // namespace sb
