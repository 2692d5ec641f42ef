// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/fault_menu.h"

#include "ui/theme/engine_words.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace sb {

namespace {

struct FaultMenu {
    Q_DECLARE_TR_FUNCTIONS(FaultMenu)
};

QAction* addCommand(
    QMenu& menu, const QString& text, const QString& tip, const CommandSink& sink, Command command)
{
    QAction* action = menu.addAction(text);
    action->setStatusTip(tip);
    action->setToolTip(tip);
    QObject::connect(action, &QAction::triggered, action, [sink, command] { sink(command); });
    return action;
}

QString faultTip(FaultKind kind, Duration expiresAfter)
{
    //: what a fault does, then when it ends by itself
    return FaultMenu::tr("%1 Ends by itself after %2.").arg(explain(kind), formatDuration(expiresAfter));
}

InjectFault make(
    const FaultOffer& offer, FaultKind kind, const std::string& region, const std::string& peer = {})
{
    InjectFault fault;
    fault.kind = kind;
    fault.region = region;
    fault.peer = peer;
    fault.expiresAfter = offer.expiresAfter;
    fault.added = amountOf(offer, kind);
    fault.percent = percentOf(offer, kind);
    return fault;
}

void addActiveFaults(QMenu& menu, const WorldDescription& world, const Snapshot& snapshot,
    const MapItem& item, const CommandSink& sink)
{
    const std::string& code = world.regions[item.region.value].code;
    const std::string peer = item.isLink() ? world.regions[item.peer.value].code : std::string();
    for (const FaultView& fault : snapshot.faults) {
        const bool isOfLink = (fault.spec.region == code && fault.spec.peer == peer)
            || (fault.spec.region == peer && fault.spec.peer == code);
        const bool isOfRegion = fault.spec.region == code || fault.spec.peer == code;
        if (item.isLink() ? isOfLink : isOfRegion)
            addCommand(menu, FaultMenu::tr("End fault: %1").arg(faultTitle(fault.spec, world)),
                FaultMenu::tr("Reverses this fault now and checks that nothing of it stays behind."), sink,
                ClearFault { fault.id });
    }
}

// What users and health checks see differently.
void addHealthFaults(
    QMenu& parent, const RegionInfo& region, const FaultOffer& offer, const CommandSink& sink)
{
    QMenu* menu = parent.addMenu(FaultMenu::tr("Health checks"));
    menu->setToolTipsVisible(true);
    const std::pair<FaultKind, QString> faults[] {
        { FaultKind::GrayFailing,
            FaultMenu::tr("Fail %1 % of the requests").arg(percentOf(offer, FaultKind::GrayFailing)) },
        { FaultKind::HealthPathFailing, FaultMenu::tr("Break the health path") },
        { FaultKind::CheckersCut,
            FaultMenu::tr("Cut off %1 % of the checkers").arg(percentOf(offer, FaultKind::CheckersCut)) },
    };
    for (const auto& [kind, text] : faults)
        addCommand(*menu, text, faultTip(kind, offer.expiresAfter), sink, make(offer, kind, region.code));
}

void fillRegionMenu(QMenu& menu, const WorldDescription& world, const Snapshot& snapshot, const MapItem& item,
    const FaultOffer& offer, const CommandSink& sink)
{
    const RegionInfo& region = world.regions[item.region.value];
    const RegionView& view = snapshot.regions[item.region.value];
    const QString name = regionName(region);
    const bool isFailed = view.state == RegionState::Failed && view.reason == RegionReason::Outage;
    for (const FaultKind kind :
        { FaultKind::RegionOutage, FaultKind::MappingRemoved, FaultKind::ReplicationPaused }) {
        QString text = FaultMenu::tr("Region outage");
        if (kind == FaultKind::MappingRemoved)
            text = FaultMenu::tr("Remove API mapping");
        else if (kind == FaultKind::ReplicationPaused)
            text = FaultMenu::tr("Pause replication");
        QAction* action = addCommand(
            menu, text, faultTip(kind, offer.expiresAfter), sink, make(offer, kind, region.code));
        if (kind == FaultKind::RegionOutage)
            action->setEnabled(!isFailed);
    }
    QMenu* data = menu.addMenu(FaultMenu::tr("Data and clock"));
    data->setToolTipsVisible(true);
    const std::pair<FaultKind, QString> faults[] {
        { FaultKind::RegionDestroyed, FaultMenu::tr("Destroy region and store") },
        { FaultKind::StoreFailing, FaultMenu::tr("Let the store fail") },
        { FaultKind::DiskFull, FaultMenu::tr("Fill the disk") },
        { FaultKind::DiskStalled,
            FaultMenu::tr("Slow the disk by %1 a flush").arg(formatDuration(kOfferedStall)) },
        { FaultKind::DiskRotten, FaultMenu::tr("Let the disk rot") },
        { FaultKind::DiskLying, FaultMenu::tr("Let the disk lose flushes") },
        { FaultKind::StreamPoisoned, FaultMenu::tr("Poison the change stream") },
        { FaultKind::ClockSkewed, FaultMenu::tr("Set clock %1 ahead").arg(formatDuration(kOfferedSkew)) },
        { FaultKind::ClockDrifting,
            FaultMenu::tr("Let clock gain %1 each second").arg(formatDuration(kOfferedDrift)) },
    };
    for (const auto& [kind, text] : faults)
        addCommand(*data, text, faultTip(kind, offer.expiresAfter), sink, make(offer, kind, region.code));
    addHealthFaults(menu, region, offer, sink);
    if (world.regions.size() > 1) {
        menu.addSeparator();
        fillPeerMenu(menu, world, item.region, offer, sink);
    }
    addCommand(menu, FaultMenu::tr("Add latency, %1").arg(formatDuration(offer.added)),
        faultTip(FaultKind::LatencyAdded, offer.expiresAfter), sink,
        make(offer, FaultKind::LatencyAdded, region.code));
    menu.addSeparator();
    const bool hasFaults
        = std::any_of(snapshot.faults.begin(), snapshot.faults.end(), [&](const FaultView& fault) {
              return fault.spec.region == region.code || fault.spec.peer == region.code;
          });
    addCommand(menu, FaultMenu::tr("Restore %1").arg(name),
        FaultMenu::tr("Reverses every fault of the region and its links."), sink,
        RestoreRegion { region.code })
        ->setEnabled(hasFaults);
    const QString waits
        = view.failBackWaitsFor.empty() ? QString() : fromEngine(view.failBackWaitsFor.front());
    addCommand(menu, FaultMenu::tr("Fail back %1").arg(name),
        view.canFailBack ? FaultMenu::tr("Catch up, verify, then bring users back in steps.")
                         : FaultMenu::tr("Not ready: waits for %1.").arg(waits),
        sink, FailBack { region.code })
        ->setEnabled(view.canFailBack);
    addActiveFaults(menu, world, snapshot, item, sink);
}

} // namespace

void fillPeerMenu(QMenu& menu, const WorldDescription& world, RegionId region, const FaultOffer& offer,
    const CommandSink& sink)
{
    const std::string& code = world.regions[region.value].code;
    for (const RegionInfo& peer : world.regions) {
        if (peer.id == region)
            continue;
        addCommand(menu, FaultMenu::tr("Cut link to %1").arg(regionName(peer)),
            faultTip(FaultKind::LinkPartitioned, offer.expiresAfter), sink,
            make(offer, FaultKind::LinkPartitioned, code, peer.code));
    }
}

void fillItemMenu(QMenu& menu, const WorldDescription& world, const Snapshot& snapshot, const MapItem& item,
    const FaultOffer& offer, const CommandSink& sink)
{
    menu.setToolTipsVisible(true);
    if (item.isNone())
        return;
    if (item.isRegion()) {
        fillRegionMenu(menu, world, snapshot, item, offer, sink);
        return;
    }
    const std::string& a = world.regions[item.region.value].code;
    const std::string& b = world.regions[item.peer.value].code;
    const QString tip = faultTip(FaultKind::LinkPartitioned, offer.expiresAfter);
    addCommand(
        menu, FaultMenu::tr("Cut link both ways"), tip, sink, make(offer, FaultKind::LinkPartitioned, a, b));
    for (const Direction direction : { Direction::Outbound, Direction::Inbound }) {
        InjectFault cut = make(offer, FaultKind::LinkPartitioned, a, b);
        cut.direction = direction;
        const bool isOut = direction == Direction::Outbound;
        addCommand(menu,
            FaultMenu::tr("Cut %1 to %2 only")
                .arg(regionName(world, isOut ? item.region : item.peer),
                    regionName(world, isOut ? item.peer : item.region)),
            tip, sink, cut);
    }
    addCommand(menu, FaultMenu::tr("Add latency, %1").arg(formatDuration(offer.added)),
        faultTip(FaultKind::LatencyAdded, offer.expiresAfter), sink,
        make(offer, FaultKind::LatencyAdded, a, b));
    menu.addSeparator();
    addActiveFaults(menu, world, snapshot, item, sink);
}

} // namespace sb
