// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/blast_radius.h"

#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace sb {

namespace {

struct BlastText {
    Q_DECLARE_TR_FUNCTIONS(BlastRadius)
};

// A region counts as sound while more than this percentage of its checkers reach it.
constexpr int kCheckersNeededPercent = 18;

RegionId regionOf(const WorldDescription& world, const std::string& code)
{
    for (const RegionInfo& region : world.regions) {
        if (region.code == code)
            return region.id;
    }
    return {};
}

bool canTakeOver(const RegionView& region)
{
    return region.state == RegionState::Serving || region.state == RegionState::Degraded;
}

void addFlows(BlastRadius& blast, RegionId region, const Snapshot& snapshot)
{
    double all = 0;
    std::vector<const FlowView*> into;
    for (const FlowView& flow : snapshot.flows) {
        all += static_cast<double>(flow.requestRateHz);
        if (flow.region == region) {
            blast.requestRateHz += static_cast<double>(flow.requestRateHz);
            into.push_back(&flow);
        }
    }
    std::sort(into.begin(), into.end(), [](const FlowView* a, const FlowView* b) {
        return a->requestRateHz != b->requestRateHz ? a->requestRateHz > b->requestRateHz : a->city < b->city;
    });
    for (const FlowView* flow : into)
        blast.cities.push_back(flow->city);
    blast.requestShare = all > 0 ? blast.requestRateHz / all : 0;
    blast.visits
        = static_cast<std::uint64_t>(blast.requestShare * static_cast<double>(snapshot.totals.sessions));
}

void scaleTo(BlastRadius& blast, int percent)
{
    blast.requestRateHz *= percent / 100.0;
    blast.requestShare *= percent / 100.0;
    blast.visits = blast.visits * static_cast<std::uint64_t>(percent) / 100;
}

// The engine reckons what comes to each region when the most loaded other one fails; nullopt when that other
// one is not `failing`.
std::optional<double> loadByEngine(const Snapshot& snapshot, std::size_t region, RegionId failing)
{
    if (snapshot.capacity.size() != snapshot.regions.size())
        return std::nullopt;
    std::size_t most = region == 0 ? 1 : 0;
    for (std::size_t r = 0; r < snapshot.capacity.size(); ++r) {
        if (r != region && snapshot.capacity[r].loadShare > snapshot.capacity[most].loadShare)
            most = r;
    }
    if (most != failing.value)
        return std::nullopt;
    return snapshot.capacity[region].loadShareIfAlone;
}

void addRest(BlastRadius& blast, RegionId failing, const WorldDescription& world, const Snapshot& snapshot)
{
    blast.isMoving = true;
    std::vector<double> coming(world.regions.size(), 0);
    std::vector<const RegionInfo*> others;
    for (const RegionInfo& region : world.regions) {
        if (region.id != failing && canTakeOver(snapshot.regions[region.id.value]))
            others.push_back(&region);
    }
    for (const FlowView& flow : snapshot.flows) {
        if (flow.region != failing || flow.city.value >= world.cities.size())
            continue;
        const RegionId next = nearestRegion(world.cities[flow.city.value], others);
        if (next.isValid())
            coming[next.value] += static_cast<double>(flow.requestRateHz);
    }
    for (const RegionView& other : snapshot.regions) {
        if (other.id == failing || !canTakeOver(other))
            continue;
        double load
            = other.capacityHz > 0 ? (other.requestRateHz + coming[other.id.value]) / other.capacityHz : 0;
        if (const auto known = loadByEngine(snapshot, other.id.value, failing))
            load = *known;
        if (!blast.busiest.isValid() || load > blast.busiestLoad) {
            blast.busiest = other.id;
            blast.busiestLoad = load;
        }
    }
}

void addLinks(BlastRadius& blast, const InjectFault& fault, RegionId region, const WorldDescription& world)
{
    const RegionId peer = regionOf(world, fault.peer);
    for (const RegionInfo& other : world.regions) {
        if (other.id != region && (!peer.isValid() || other.id == peer))
            blast.links.push_back(MapItem::forLink(region, other.id));
    }
}

void addRisk(BlastRadius& blast, const RegionView& region)
{
    blast.writes = region.atRiskOperations;
    blast.orders = region.atRiskOrders;
    blast.money = region.atRiskMoney;
}

// What of the requests, in one statement.
QString effectLine(const BlastRadius& blast, const InjectFault& fault, const WorldDescription& world)
{
    const QString share = formatPercent(blast.requestShare);
    const QString rate = formatRate(blast.requestRateHz);
    const QString region = regionName(world, fault.region);
    switch (blast.effect) {
    case BlastEffect::Fails:
        return BlastText::tr("%1 of all requests (%2) fail until they are moved.").arg(share, rate);
    case BlastEffect::MovesAway:
        return BlastText::tr("%1 turns red although it answers: %2 of all requests (%3) are moved away.")
            .arg(region, share, rate);
    case BlastEffect::Slower:
        return blast.regions.empty() ? BlastText::tr("Copies take %1 longer each way; no request goes there.")
                                           .arg(formatDuration(fault.added))
                                     : BlastText::tr("%1 of all requests (%2) take longer: %3 more.")
                                           .arg(share, rate, formatDuration(fault.added));
    case BlastEffect::WritesFail:
        return BlastText::tr("Writes in %1 fail; reads go on. It has %2 of all requests (%3).")
            .arg(region, share, rate);
    case BlastEffect::Unreplicated:
        return BlastText::tr("No request fails; from now on writes in %1 have no second copy there.")
            .arg(region);
    case BlastEffect::Surge:
        return BlastText::tr("%1 more requests from around %2 (%3 now).")
            .arg(formatPercent(fault.percent / 100.0), region, rate);
    case BlastEffect::Hidden:
        return BlastText::tr("No request fails at once. %1").arg(explain(fault.kind));
    }
    return {};
}

QString peopleLine(const BlastRadius& blast)
{
    if (blast.cities.empty() || blast.requestRateHz <= 0)
        return {};
    //: people hit by a fault; %1 and %2 are counts
    return BlastText::tr("Visits: about %1. Cities: %2.")
        .arg(formatCount(static_cast<qint64>(blast.visits)),
            formatCount(static_cast<qint64>(blast.cities.size())));
}

QString copiesLine(const BlastRadius& blast)
{
    const QString links = formatCount(static_cast<qint64>(blast.links.size()));
    const QString orders = formatOrders(static_cast<qint64>(blast.orders));
    if (blast.writes > 0 && !blast.links.empty())
        //: counts; %3 is "17 orders", %4 an amount of money
        return BlastText::tr("Links hit: %1. Writes without a second copy: %2 (%3, %4).")
            .arg(links, formatCount(static_cast<qint64>(blast.writes)), orders, formatMoney(blast.money));
    if (!blast.links.empty())
        return BlastText::tr("Links hit: %1. Every write has a second copy now.").arg(links);
    return {};
}

QString restLine(const BlastRadius& blast, const WorldDescription& world)
{
    const bool isSurge = blast.effect == BlastEffect::Surge;
    if (!blast.isMoving && !isSurge)
        return {};
    if (!blast.busiest.isValid())
        return BlastText::tr("No other region can take over.");
    const QString name = regionName(world, blast.busiest);
    if (blast.busiestLoad <= 0)
        return {};
    const QString load = formatPercent(blast.busiestLoad);
    if (blast.isCarried())
        return isSurge
            ? BlastText::tr("%1 can carry it: %2 of its capacity.").arg(name, load)
            : BlastText::tr("The rest can carry it: %1 would stand at %2 of its capacity.").arg(name, load);
    return isSurge
        ? BlastText::tr("%1 cannot carry it: %2 of its capacity.").arg(name, load)
        : BlastText::tr("The rest cannot carry it: %1 would stand at %2 of its capacity.").arg(name, load);
}

} // namespace

BlastEffect effectOf(const InjectFault& fault)
{
    switch (fault.kind) {
    case FaultKind::RegionOutage:
    case FaultKind::RegionDestroyed:
    case FaultKind::MappingRemoved:
    case FaultKind::StoreFailing:
    case FaultKind::DiskRotten:
    case FaultKind::GrayFailing:
        return BlastEffect::Fails;
    case FaultKind::HealthPathFailing:
        return BlastEffect::MovesAway;
    case FaultKind::CheckersCut:
        return 100 - fault.percent > kCheckersNeededPercent ? BlastEffect::Hidden : BlastEffect::MovesAway;
    case FaultKind::LatencyAdded:
    case FaultKind::DiskStalled:
        return BlastEffect::Slower;
    case FaultKind::DiskFull:
        return BlastEffect::WritesFail;
    case FaultKind::ReplicationPaused:
    case FaultKind::LinkPartitioned:
        return BlastEffect::Unreplicated;
    case FaultKind::TrafficSurge:
        return BlastEffect::Surge;
    case FaultKind::ClockSkewed:
    case FaultKind::ClockDrifting:
    case FaultKind::DiskLying:
    case FaultKind::StreamPoisoned:
    case FaultKind::EdgesCut:
    case FaultKind::EnactorStalled:
    case FaultKind::ObjectsPaused:
        return BlastEffect::Hidden;
    }
    return BlastEffect::Hidden;
}

BlastRadius blastRadiusOf(const InjectFault& fault, const WorldDescription& world, const Snapshot& snapshot)
{
    BlastRadius blast;
    blast.effect = effectOf(fault);
    const RegionId region = regionOf(world, fault.region);
    if (!region.isValid() || snapshot.regions.size() != world.regions.size())
        return blast;
    const RegionView& view = snapshot.regions[region.value];
    const bool isLink = !fault.peer.empty();
    if (isLink || fault.kind == FaultKind::ReplicationPaused || fault.kind == FaultKind::LatencyAdded
        || fault.kind == FaultKind::RegionOutage || fault.kind == FaultKind::RegionDestroyed
        || fault.kind == FaultKind::ObjectsPaused)
        addLinks(blast, fault, region, world);
    if (!isLink) {
        blast.regions.push_back(region);
        addFlows(blast, region, snapshot);
    }
    if (fault.kind == FaultKind::GrayFailing)
        scaleTo(blast, fault.percent);
    if (blast.effect == BlastEffect::Unreplicated || blast.effect == BlastEffect::Hidden) {
        blast.cities.clear();
        blast.requestRateHz = blast.requestShare = 0;
        blast.visits = 0;
    }
    if (!blast.links.empty() && fault.kind != FaultKind::LatencyAdded)
        addRisk(blast, view);
    if (blast.effect == BlastEffect::MovesAway
        || (blast.effect == BlastEffect::Fails && fault.kind != FaultKind::GrayFailing))
        addRest(blast, region, world, snapshot);
    if (blast.effect == BlastEffect::Surge) {
        blast.busiest = region;
        blast.busiestLoad = view.capacityHz > 0
            ? (view.requestRateHz + blast.requestRateHz * fault.percent / 100.0) / view.capacityHz
            : 0;
    }
    return blast;
}

QStringList blastLines(const BlastRadius& blast, const InjectFault& fault, const WorldDescription& world)
{
    QStringList lines { effectLine(blast, fault, world), peopleLine(blast), copiesLine(blast),
        restLine(blast, world) };
    lines.removeAll(QString());
    return lines;
}

QString blastSentence(const BlastRadius& blast, const InjectFault& fault, const WorldDescription& world)
{
    return blastLines(blast, fault, world).join(QLatin1Char(' '));
}

} // namespace sb
