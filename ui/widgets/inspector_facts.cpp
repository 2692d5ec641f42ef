// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/inspector_facts.h"

#include "ui/map/map_text.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace sb {

namespace {

struct InspectorFacts {
    Q_DECLARE_TR_FUNCTIONS(InspectorFacts)
};

constexpr std::size_t kRiskRows = 4;

Fact gatewayFact(const RegionView& region)
{
    Fact fact { InspectorFacts::tr("Gateway"), formatMs(region.latencyMsP50), InspectorFacts::tr("limit 4 s"),
        StateShape::Ok };
    if (!region.gatewayAnswers) {
        fact.value = InspectorFacts::tr("no answer");
        fact.shape = StateShape::Failed;
    } else if (!region.mappingPresent) {
        fact.value = InspectorFacts::tr("answers 403");
        fact.limit = InspectorFacts::tr("mapping removed");
        fact.shape = StateShape::Failed;
    }
    return fact;
}

Fact lagFact(const WorldDescription& world, const QString& name, Duration lag, const QString& limit)
{
    return { name, formatSeconds(seconds(lag)), limit,
        lag > world.lagObjective ? StateShape::Failed : StateShape::Ok };
}

QString lagLimit(const WorldDescription& world)
{
    return InspectorFacts::tr("limit %1").arg(formatDuration(world.lagObjective));
}

Fact errorFact(const WorldDescription& world, const RegionView& region)
{
    const double objective = world.errorObjectivePerMille / 1000.0;
    Fact fact { InspectorFacts::tr("Errors"), formatPercent(region.errorShare, 1),
        InspectorFacts::tr("limit %1").arg(formatPercent(objective)),
        region.errorShare > objective ? StateShape::Failed : StateShape::Ok };
    // Who answers nothing makes no error; a zero here would be a lie.
    if (!region.gatewayAnswers)
        fact.value = InspectorFacts::tr("no data");
    return fact;
}

} // namespace

QString stateSentence(const WorldDescription& world, const Snapshot& snapshot, const RegionView& region)
{
    if (region.state == RegionState::Serving) {
        //: state and share of the DNS answers
        return InspectorFacts::tr("%1 · %2 of answers")
            .arg(wordFor(region.state), formatPercent(region.answerShare));
    }
    return InspectorFacts::tr("%1 since %2 (%3)")
        .arg(wordFor(region.state), formatClock(world.start, region.since),
            formatAge(snapshot.now - region.since));
}

std::vector<Fact> regionFacts(
    const WorldDescription& world, const Snapshot& snapshot, const RegionView& region)
{
    std::vector<Fact> facts { gatewayFact(region) };
    const HealthView& health = region.health;
    const int red = health.checkersTotal - health.checkersHealthy;
    facts.push_back({ InspectorFacts::tr("Health check"),
        red > health.checkersHealthy
            ? InspectorFacts::tr("%1 of %2 red").arg(red).arg(health.checkersTotal)
            : InspectorFacts::tr("%1 of %2 green").arg(health.checkersHealthy).arg(health.checkersTotal),
        InspectorFacts::tr("over 18 %"), health.isHealthy ? StateShape::Ok : StateShape::Failed });
    const bool isFailing = red > 0 && !health.lastFailure.empty();
    facts.push_back({ InspectorFacts::tr("Last probe"),
        isFailing ? qs(health.lastFailure) : formatDuration(health.lastLatency),
        InspectorFacts::tr("%1 ago").arg(formatAge(snapshot.now - health.lastProbe)),
        isFailing && !health.isHealthy ? StateShape::Failed : StateShape::Ok });
    facts.push_back(errorFact(world, region));
    facts.push_back({ InspectorFacts::tr("DNS answers"), formatPercent(region.answerShare),
        region.rampShare < 0.995 ? InspectorFacts::tr("may take %1").arg(formatPercent(region.rampShare))
                                 : formatRate(region.requestRateHz),
        StateShape::Ok });
    facts.push_back(lagFact(world, InspectorFacts::tr("Replication in"), region.lagIn, lagLimit(world)));
    facts.push_back(lagFact(world, InspectorFacts::tr("Replication out"), region.lagOut,
        InspectorFacts::tr("%1 at risk").arg(formatOrders(static_cast<qint64>(region.atRiskOrders)))));
    return facts;
}

std::vector<Fact> linkFacts(const WorldDescription& world, const Snapshot& snapshot, const MapItem& item)
{
    std::vector<Fact> facts;
    for (const auto& [from, to] : { std::pair(item.region, item.peer), std::pair(item.peer, item.region) }) {
        const LinkView* link = findLink(snapshot, from, to);
        if (!link)
            continue;
        Fact lag = lagFact(
            world, InspectorFacts::tr("To %1").arg(regionName(world, to)), link->lag, lagLimit(world));
        if (link->isCut)
            lag.value = InspectorFacts::tr("cut, %1").arg(lag.value);
        else if (link->isPaused)
            lag.value = InspectorFacts::tr("paused, %1").arg(lag.value);
        lag.shape = link->isCut ? StateShape::Failed : link->isPaused ? StateShape::Degraded : lag.shape;
        facts.push_back(lag);
        facts.push_back(
            { InspectorFacts::tr("Pending"), formatCount(static_cast<qint64>(link->pendingOperations)),
                formatMoney(link->pendingMoney), StateShape::Ok });
        QString drain = InspectorFacts::tr("nothing to drain");
        if (link->drainEstimate == kDrainNever)
            drain = InspectorFacts::tr("never at this rate");
        else if (link->drainEstimate > Duration::zero())
            drain = InspectorFacts::tr("drained in %1").arg(formatDuration(link->drainEstimate));
        facts.push_back({ InspectorFacts::tr("Progress"), drain,
            InspectorFacts::tr("%1 ago").arg(formatAge(snapshot.now - link->lastProgress)),
            link->drainEstimate == kDrainNever ? StateShape::Degraded : StateShape::Ok });
    }
    if (const LinkView* link = findLink(snapshot, item.region, item.peer)) {
        facts.push_back({ InspectorFacts::tr("Round trip"), formatDuration(link->roundTrip + 2 * link->added),
            link->added > Duration::zero()
                ? InspectorFacts::tr("+%1 each way").arg(formatDuration(link->added))
                : InspectorFacts::tr("as measured"),
            link->added > Duration::zero() ? StateShape::Degraded : StateShape::Ok });
    }
    return facts;
}

std::vector<Fact> riskFacts(const WorldDescription& world, const RegionView& region)
{
    std::vector<Fact> facts;
    for (const RiskyWrite& write : region.atRiskNewest) {
        if (facts.size() == kRiskRows)
            break;
        facts.push_back({ formatWriteLabel(write), formatClock(world.start, write.committedAt, true),
            write.amount.cents != 0 ? formatMoney(write.amount) : QString(), StateShape::Ok });
    }
    return facts;
}

QString riskSummary(const RegionView& region)
{
    if (region.atRiskOperations == 0)
        return {};
    const auto shown = std::min<std::uint64_t>(kRiskRows, region.atRiskNewest.size());
    const QString orders
        = InspectorFacts::tr("%1, %2, oldest %3")
              .arg(formatOrders(static_cast<qint64>(region.atRiskOrders)), formatMoney(region.atRiskMoney),
                  formatSeconds(seconds(region.atRiskOldest)));
    if (region.atRiskOperations <= shown)
        return orders;
    //: further writes that are not listed, then the sum of all
    return InspectorFacts::tr("%1 more · %2")
        .arg(formatWrites(static_cast<qint64>(region.atRiskOperations - shown)), orders);
}

} // namespace sb
