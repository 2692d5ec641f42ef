// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_text.h"

#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace sb {

namespace {

struct MapText {
    Q_DECLARE_TR_FUNCTIONS(MapText)
};

// Lag from here on is worth a colour; the objective of the default run.
constexpr Duration kLagWarning = 5s;

// Start of the youngest active fault that cuts or pauses this link, for "cut 42 s".
Duration sinceFault(const Snapshot& snapshot, FaultKind kind, Instant lastProgress)
{
    Instant start = lastProgress;
    for (const FaultView& fault : snapshot.faults) {
        if (fault.spec.kind == kind)
            start = std::max(start, fault.startedAt);
    }
    return std::max(Duration::zero(), snapshot.now - start);
}

bool isOut(const Snapshot& snapshot, RegionId id)
{
    const RegionView& region = snapshot.regions[id.value];
    return region.state == RegionState::Failed && region.reason == RegionReason::Outage;
}

} // namespace

QString regionStatus(const RegionView& region, Instant now)
{
    const QString word = wordFor(region.state);
    if (region.state == RegionState::Ramping)
        //: state of a region and the share of its users that are back
        return MapText::tr("%1 · %2").arg(word, formatPercent(region.rampShare));
    const QString reason = wordFor(region.reason);
    if (region.state == RegionState::Serving || reason.isEmpty())
        return word;
    const Duration age = now - region.since;
    if (region.state == RegionState::Failed || region.state == RegionState::Degraded)
        //: state, reason, duration: "Failed · no answer 42 s"
        return MapText::tr("%1 · %2 %3").arg(word, reason, formatAge(age));
    return MapText::tr("%1 · %2").arg(word, reason);
}

QString shortRegionStatus(const RegionView& region, Instant now)
{
    const QString reason = wordFor(region.reason);
    if (reason.isEmpty() || (region.state != RegionState::Failed && region.state != RegionState::Degraded))
        return reason.isEmpty() || region.state == RegionState::Serving ? regionStatus(region, now) : reason;
    //: reason of a state, duration: "no answer 42 s"
    return MapText::tr("%1 %2").arg(reason, formatAge(now - region.since));
}

const LinkView* findLink(const Snapshot& snapshot, RegionId source, RegionId target)
{
    // Where it stands when all pairs are there, source by source.
    const std::size_t others = snapshot.regions.empty() ? 0 : snapshot.regions.size() - 1;
    const std::size_t index = source.value * others + target.value - (target > source ? 1 : 0);
    if (index < snapshot.links.size() && snapshot.links[index].source == source
        && snapshot.links[index].target == target)
        return &snapshot.links[index];
    for (const LinkView& link : snapshot.links) {
        if (link.source == source && link.target == target)
            return &link;
    }
    return nullptr;
}

StateShape linkShape(const Snapshot& snapshot, const MapItem& item)
{
    const LinkView* forth = findLink(snapshot, item.region, item.peer);
    const LinkView* back = findLink(snapshot, item.peer, item.region);
    if (!forth || !back)
        return StateShape::Unknown;
    if (forth->isCut || back->isCut || isOut(snapshot, item.region) || isOut(snapshot, item.peer))
        return StateShape::Failed;
    const bool isSlow = std::max(forth->added, back->added) > Duration::zero()
        || std::max(forth->lag, back->lag) > kLagWarning;
    return forth->isPaused || back->isPaused || isSlow ? StateShape::Degraded : StateShape::Ok;
}

LinkStatus linkStatus(const Snapshot& snapshot, const MapItem& item)
{
    LinkStatus status;
    const LinkView* forth = findLink(snapshot, item.region, item.peer);
    const LinkView* back = findLink(snapshot, item.peer, item.region);
    if (!forth || !back) {
        status.shape = StateShape::Unknown;
        status.text = MapText::tr("no data");
        return status;
    }
    const Duration lag = std::max(forth->lag, back->lag);
    const Duration added = std::max(forth->added, back->added);
    const Instant progress = std::max(forth->lastProgress, back->lastProgress);
    if (forth->isCut || back->isCut) {
        const QString age
            = formatAge(sinceFault(snapshot, FaultKind::LinkPartitioned, std::min(progress, snapshot.now)));
        const bool isOneWay = forth->isCut != back->isCut;
        return { StateShape::Failed, true,
            isOneWay ? MapText::tr("cut one way %1").arg(age) : MapText::tr("cut %1").arg(age) };
    }
    if (isOut(snapshot, item.region) || isOut(snapshot, item.peer))
        //: replication makes no progress since
        return { StateShape::Failed, true,
            MapText::tr("stalled %1").arg(formatAge(snapshot.now - progress)) };
    if (forth->isPaused || back->isPaused)
        return { StateShape::Degraded, true,
            MapText::tr("paused %1")
                .arg(formatAge(sinceFault(snapshot, FaultKind::ReplicationPaused, kStart))) };
    const QString lagText = MapText::tr("lag %1").arg(formatSeconds(seconds(lag)));
    if (added > Duration::zero())
        //: added delay, then the replication lag
        return { StateShape::Degraded, false, MapText::tr("+%1 · %2").arg(formatDuration(added), lagText) };
    return { lag > kLagWarning ? StateShape::Degraded : StateShape::Ok, false, lagText };
}

QString itemName(const WorldDescription& world, const MapItem& item)
{
    if (item.isLink())
        //: a link between two regions
        return MapText::tr("%1 – %2").arg(regionName(world, item.region), regionName(world, item.peer));
    return regionName(world, item.region);
}

QString itemSentence(const WorldDescription& world, const Snapshot& snapshot, const MapItem& item)
{
    if (item.isNone())
        return {};
    if (item.isLink())
        return MapText::tr("Link %1 to %2, %3")
            .arg(regionName(world, item.region), regionName(world, item.peer),
                linkStatus(snapshot, item).text);
    const RegionView& region = snapshot.regions[item.region.value];
    return MapText::tr("Region %1, %2, %3")
        .arg(regionName(world, item.region), regionStatus(region, snapshot.now),
            formatRate(region.requestRateHz));
}

QString staleSentence(const Snapshot& snapshot)
{
    std::uint64_t stale = 0;
    for (const std::uint32_t visits : snapshot.staleByCity)
        stale += visits;
    if (stale == 0)
        return {};
    std::uint64_t all = 0;
    for (const std::uint32_t visits : snapshot.clients.visits)
        all += visits;
    all = std::max({ all, snapshot.totals.sessions, stale });
    //: clients that hold on to an old DNS answer; counts, then a percentage
    return MapText::tr("%1 of %2 visits (%3) still go where no answer leads")
        .arg(formatCount(static_cast<qint64>(stale)), formatCount(static_cast<qint64>(all)),
            formatPercent(static_cast<double>(stale) / static_cast<double>(all), 1));
}

QString cityToolTip(const WorldDescription& world, const Snapshot& snapshot, CityId city)
{
    QStringList rows;
    for (const FlowView& flow : snapshot.flows) {
        if (flow.city != city)
            continue;
        const QString rate = formatRate(static_cast<double>(flow.requestRateHz));
        rows << (flow.failedRateHz > 0 ? MapText::tr("To %1: %2, of which %3 fail")
                                             .arg(regionName(world, flow.region), rate,
                                                 formatRate(static_cast<double>(flow.failedRateHz)))
                                       : MapText::tr("To %1: %2").arg(regionName(world, flow.region), rate));
    }
    if (city.value < snapshot.staleByCity.size() && snapshot.staleByCity[city.value] > 0)
        rows << MapText::tr("Visits with an old answer: %1")
                    .arg(formatCount(snapshot.staleByCity[city.value]));
    if (rows.isEmpty())
        rows << MapText::tr("No requests now");
    for (QString& row : rows)
        row = row.toHtmlEscaped();
    return QStringLiteral("<b>%1</b><br>%2")
        .arg(cityName(world, city).toHtmlEscaped(), rows.join(QStringLiteral("<br>")));
}

QString itemToolTip(const WorldDescription& world, const Snapshot& snapshot, const MapItem& item)
{
    if (item.isNone())
        return {};
    QStringList rows;
    const auto row = [&](const QString& name, const QString& value) {
        rows << QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align='right'>%2</td></tr>")
                    .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    };
    QString status;
    if (item.isRegion()) {
        const RegionView& r = snapshot.regions[item.region.value];
        status = regionStatus(r, snapshot.now);
        row(MapText::tr("Requests"), formatRate(r.requestRateHz));
        row(MapText::tr("Normal"), formatRate(r.requestRateHzNormal));
        row(MapText::tr("Errors, last 5 s"), formatPercent(r.errorShare, 1));
        row(MapText::tr("DNS answers"), formatPercent(r.answerShare));
        row(MapText::tr("Checkers healthy"),
            MapText::tr("%1 of %2").arg(r.health.checkersHealthy).arg(r.health.checkersTotal));
        row(MapText::tr("Lag in, out"),
            MapText::tr("%1, %2").arg(formatSeconds(seconds(r.lagIn)), formatSeconds(seconds(r.lagOut))));
        row(MapText::tr("Orders at risk"),
            MapText::tr("%1, %2").arg(
                formatCount(static_cast<qint64>(r.atRiskOrders)), formatMoney(r.atRiskMoney)));
    } else {
        status = linkStatus(snapshot, item).text;
        for (const auto& [from, to] :
            { std::pair(item.region, item.peer), std::pair(item.peer, item.region) }) {
            const LinkView* link = findLink(snapshot, from, to);
            if (!link)
                continue;
            row(MapText::tr("%1 to %2").arg(regionName(world, from), regionName(world, to)),
                MapText::tr("lag %1, %2 pending")
                    .arg(formatSeconds(seconds(link->lag)),
                        formatCount(static_cast<qint64>(link->pendingOperations))));
        }
        if (const LinkView* link = findLink(snapshot, item.region, item.peer))
            row(MapText::tr("Round trip"), formatDuration(link->roundTrip));
    }
    return QStringLiteral("<b>%1</b><br>%2<table cellspacing='2'>%3</table>")
        .arg(itemName(world, item).toHtmlEscaped(), status.toHtmlEscaped(), rows.join(QString()));
}

} // namespace sb
