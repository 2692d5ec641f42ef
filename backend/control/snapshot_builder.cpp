// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a Snapshot out of a Simulation. Changes nothing.
#include "backend/control/insight.h"
#include "backend/control/sampler.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::size_t kDecisionsShown = 32;
constexpr std::size_t kRiskyShown = 8;
constexpr double kErrorsHigh = 0.02;

CandidateVerdict toView(ZoneVerdict verdict)
{
    switch (verdict) {
    case ZoneVerdict::Chosen:
        return CandidateVerdict::Chosen;
    case ZoneVerdict::FurtherAway:
        return CandidateVerdict::FurtherAway;
    case ZoneVerdict::Standby:
        return CandidateVerdict::Standby;
    case ZoneVerdict::Unhealthy:
        return CandidateVerdict::Unhealthy;
    case ZoneVerdict::HeldOut:
        return CandidateVerdict::HeldOut;
    case ZoneVerdict::OutsideRamp:
        return CandidateVerdict::OutsideRamp;
    }
    return CandidateVerdict::FurtherAway;
}

DecisionReason toView(ZoneReason reason)
{
    switch (reason) {
    case ZoneReason::LowestLatency:
        return DecisionReason::LowestLatency;
    case ZoneReason::NextLowestLatency:
        return DecisionReason::NextLowestLatency;
    case ZoneReason::FailoverPrimary:
        return DecisionReason::FailoverPrimary;
    case ZoneReason::FailoverSecondary:
        return DecisionReason::FailoverSecondary;
    case ZoneReason::OnlyRecord:
        return DecisionReason::OnlyRecord;
    case ZoneReason::ByPolicy:
        return DecisionReason::ByPolicy;
    case ZoneReason::FailOpen:
        return DecisionReason::FailOpen;
    }
    return DecisionReason::LowestLatency;
}

FailBackPhase toView(const FailBackController::Progress& progress)
{
    switch (progress.phase) {
    case RecoveryPhase::Restoring:
        return FailBackPhase::Restoring;
    case RecoveryPhase::CatchingUp:
        return FailBackPhase::CatchingUp;
    case RecoveryPhase::Verifying:
        return FailBackPhase::Verifying;
    case RecoveryPhase::Ramping:
        return FailBackPhase::Ramping;
    case RecoveryPhase::InService:
    case RecoveryPhase::Held:
        break;
    }
    if (progress.wasAborted)
        return FailBackPhase::Aborted;
    return progress.wasCompleted ? FailBackPhase::Completed : FailBackPhase::None;
}

} // namespace

std::shared_ptr<Snapshot> Simulation::snapshot(ChartRange range, const Focus& focus) const
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->now = m_world.now();
    snapshot->executed = m_world.executed();
    snapshot->stateHash = m_world.stateHash();
    fillRegions(*snapshot);
    fillLinks(*snapshot);
    fillFlows(*snapshot);
    fillDecisions(*snapshot);
    fillOperations(*snapshot);
    fillSteering(*snapshot);
    fillClients(*snapshot);
    fillServices(*snapshot);
    fillChecks(*snapshot);
    fillObjects(*snapshot);
    fillFocus(*snapshot, focus);
    snapshot->totals = m_sampler->totals();
    snapshot->anomalies = anomalyCounts();
    snapshot->incident = m_incident->view();
    snapshot->plans = m_planRunner->views();
    snapshot->charts = m_sampler->charts().window(range);
    return snapshot;
}

// What is wrong inside of the region, as far as it says so itself; HealthRed when it says nothing.
RegionReason Simulation::redReason(RegionId id) const
{
    const RegionParts& parts = m_regions[id.value];
    const Region::Condition& condition = parts.engine->condition();
    if (condition.isStoreFailing)
        return RegionReason::StoreFailing;
    if (condition.isDiskFull)
        return RegionReason::DiskFull;
    if (condition.diskDelay > 0us)
        return RegionReason::DiskStalled;
    if (parts.replicator->stage() != ReplicaStage::ServingWrites)
        return RegionReason::Rebuilding;
    return m_fence->status(id).isFenced ? RegionReason::Fenced : RegionReason::HealthRed;
}

void Simulation::fillRegionState(RegionView& view) const
{
    const FailBackController::Progress& progress = m_failBack->progress(view.id);
    const auto set = [&](RegionState state, RegionReason reason, Instant since) {
        view.state = state;
        view.reason = reason;
        view.since = since;
    };
    const auto faultSince = [&](std::initializer_list<FaultKind> kinds) {
        Instant since = m_world.now();
        for (const ActiveFault& fault : m_faults->active()) {
            const bool isHere = fault.region == view.id || fault.peer == view.id;
            if (isHere && std::find(kinds.begin(), kinds.end(), fault.spec.kind) != kinds.end())
                since = std::min(since, fault.startedAt);
        }
        return since;
    };
    const Region::Condition& condition = m_regions[view.id.value].engine->condition();
    if (condition.isDown)
        return set(RegionState::Failed, RegionReason::Outage,
            faultSince({ FaultKind::RegionOutage, FaultKind::RegionDestroyed }));
    if (condition.isMappingRemoved)
        return set(
            RegionState::Failed, RegionReason::MappingMissing, faultSince({ FaultKind::MappingRemoved }));
    if (condition.isDiskRotten)
        return set(RegionState::Failed, RegionReason::DiskRotten, faultSince({ FaultKind::DiskRotten }));
    if (progress.phase == RecoveryPhase::Restoring || progress.phase == RecoveryPhase::CatchingUp)
        return set(RegionState::CatchingUp, RegionReason::FailingBack, progress.since);
    if (progress.phase == RecoveryPhase::Verifying)
        return set(RegionState::Verifying, RegionReason::FailingBack, progress.since);
    if (progress.phase == RecoveryPhase::Ramping)
        return set(RegionState::Ramping, RegionReason::FailingBack, progress.startedAt);
    if (!view.health.isHealthy)
        return set(RegionState::Failed, redReason(view.id), view.health.since);
    if (progress.phase == RecoveryPhase::Held)
        return set(RegionState::Held, RegionReason::AwaitingFailBack, progress.since);
    const RegionReason own = redReason(view.id);
    if (own != RegionReason::HealthRed)
        return set(RegionState::Degraded, own, m_world.now());
    if (m_regions[view.id.value].replicator->isPaused())
        return set(RegionState::Degraded, RegionReason::ReplicationPaused,
            faultSince({ FaultKind::ReplicationPaused }));
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        const RegionId peer { static_cast<std::uint8_t>(i) };
        for (const LinkCondition& link : { m_network->link(view.id, peer), m_network->link(peer, view.id) }) {
            if (link.isCut)
                return set(
                    RegionState::Degraded, RegionReason::LinkCut, faultSince({ FaultKind::LinkPartitioned }));
            if (link.added > 0us)
                return set(
                    RegionState::Degraded, RegionReason::LinkSlow, faultSince({ FaultKind::LatencyAdded }));
        }
    }
    if (view.errorShare > kErrorsHigh)
        return set(RegionState::Degraded, RegionReason::ErrorsHigh, m_world.now());
    // A peer that is out is behind by nature; that is its condition, not this region's.
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        const RegionId peer { static_cast<std::uint8_t>(i) };
        if (i == view.id.value || m_regions[i].engine->condition().isDown)
            continue;
        if (std::max(m_watch->lag(peer, view.id), m_watch->lag(view.id, peer)) > m_config.lagObjective)
            return set(RegionState::Degraded, RegionReason::ReplicationBehind, m_world.now());
    }
    set(RegionState::Serving, RegionReason::None, progress.since);
}

// A lever of the operator's that leaves a sound region without answers says why nothing goes there; a dial
// that leaves it some is named where nothing else is wrong.
void Simulation::fillSteered(RegionView& view) const
{
    const bool isSound = view.state == RegionState::Serving || view.state == RegionState::Degraded;
    const DataPlane& levers = *m_steering.dataPlane;
    // Dials give way when nobody else can carry the rest, holds when nobody else is healthy.
    bool hasCarrier = false, hasUnheld = false;
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        const RegionId peer { static_cast<std::uint8_t>(i) };
        const bool isHeld = m_steering.admissions->combined()[i].rampPerMille == 0;
        hasUnheld = hasUnheld || (m_health->published()[i].isHealthy && !isHeld);
        hasCarrier = hasCarrier || isAdmitted(peer);
    }
    if (!isSound)
        return;
    const auto steer = [&](RegionReason reason, Instant since) {
        view.state = RegionState::SteeredAway;
        view.reason = reason;
        view.since = since;
    };
    if (hasUnheld && levers.inForce(Lever::Control, view.id) == 0)
        return steer(RegionReason::ControlOff, m_steering.changedAt[view.id.value].control);
    if (hasUnheld && levers.inForce(Lever::Shift, view.id) == 0)
        return steer(RegionReason::ShiftedAway, m_steering.changedAt[view.id.value].shift);
    const int dial = levers.inForce(Lever::Dial, view.id);
    if (hasCarrier && dial == 0)
        return steer(RegionReason::DialledDown, m_steering.changedAt[view.id.value].dial);
    if (dial > 0 && dial < 1000 && view.state == RegionState::Serving) {
        view.reason = RegionReason::DialledDown; // what it gets it serves: no defect of its own
        view.since = m_steering.changedAt[view.id.value].dial;
    }
}

void Simulation::fillRegions(Snapshot& snapshot) const
{
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        RegionView view;
        view.id = RegionId { static_cast<std::uint8_t>(i) };
        const Region& region = *m_regions[i].engine;
        const HealthChecks::Status& status = m_health->status(view.id);
        const Sampler::RegionFigures& figures = m_sampler->region(view.id);
        view.gatewayAnswers = !region.condition().isDown;
        view.mappingPresent = !region.condition().isMappingRemoved;
        const CheckDefinition* owners = m_health->governor(view.id);
        view.health = { status.checkersHealthy, m_health->published()[i].checkersTotal, status.isHealthy,
            status.since, owners != nullptr ? owners->interval : m_health->config().interval,
            owners != nullptr ? owners->threshold : m_health->config().threshold, status.lastFailure,
            status.lastLatency, status.lastProbe };
        view.requestRateHz = figures.requestRateHz;
        view.requestRateHzNormal = figures.normalRateHz;
        view.capacityHz = region.config().capacityHz;
        view.errorShare = figures.errorShare;
        view.latencyMsP50 = figures.latencyMsP50;
        view.answerShare = entrySharePerMille(view.id) / 1000.0;
        view.rampShare = m_steering.admissions->combined()[i].perMille() / 1000.0;
        view.ordersTotal = region.counters().orders;
        const RpoLedger::AtRisk risk = m_ledger->atRisk(view.id);
        view.atRiskOperations = risk.operations;
        view.atRiskOrders = risk.orders;
        view.atRiskMoney = risk.money;
        view.atRiskOldest = risk.oldest;
        view.atRiskNewest = m_ledger->newestAtRisk(view.id, kRiskyShown);
        for (std::size_t j = 0; j < m_regions.size(); ++j) {
            const RegionId peer { static_cast<std::uint8_t>(j) };
            if (i == j)
                continue;
            view.lagIn = std::max(view.lagIn, m_watch->shownLag(peer, view.id));
            view.lagOut = std::max(view.lagOut, m_watch->shownLag(view.id, peer));
        }
        fillRegionState(view);
        fillSteered(view);
        fillRecovery(view);
        const auto startable = m_failBack->checkStart(view.id);
        view.canFailBack = startable.has_value();
        const bool isOut = m_failBack->progress(view.id).phase != RecoveryPhase::InService
            || view.state == RegionState::Failed;
        if (isOut)
            view.failBackWaitsFor = m_failBack->waitsFor(view.id);
        if (snapshot.atRiskOrders < view.atRiskOrders || snapshot.atRiskMoney < view.atRiskMoney) {
            snapshot.atRiskOrders = view.atRiskOrders;
            snapshot.atRiskMoney = view.atRiskMoney;
        }
        snapshot.regions.push_back(std::move(view));
    }
}

void Simulation::fillRecovery(RegionView& view) const
{
    const Region& region = *m_regions[view.id.value].engine;
    const WriteFence::Status& status = m_fence->status(view.id);
    view.fence.isOn = region.lease().isRequired;
    if (view.fence.isOn) {
        const Duration left = m_fence->leaseLeft(view.id);
        view.fence = { true, status.epoch, status.isFenced, status.isComplete, region.mayAcknowledge(), left,
            m_fence->writesExpected(view.id, left), region.counters().refusedFenced };
    }
    view.isEvicted = !m_membership->isMember(view.id);
    const OrphanSet& orphans = m_membership->orphans(view.id);
    if (!orphans.entries.empty())
        view.orphans
            = { orphans.entries.size(), orphans.orders, orphans.money, orphans.entries.front().committedAt };
}

void Simulation::fillLinks(Snapshot& snapshot) const
{
    for (std::size_t s = 0; s < m_regions.size(); ++s) {
        for (std::size_t t = 0; t < m_regions.size(); ++t) {
            if (s == t)
                continue;
            LinkView link;
            link.source = RegionId { static_cast<std::uint8_t>(s) };
            link.target = RegionId { static_cast<std::uint8_t>(t) };
            const LinkCondition& condition = m_network->link(link.source, link.target);
            const Replicator& from = *m_regions[s].replicator;
            const Replicator& to = *m_regions[t].replicator;
            link.isCut = condition.isCut || from.isDown() || to.isDown();
            link.isPaused = from.isPaused() || to.isPaused();
            link.roundTrip = m_network->roundTrip(link.source, link.target);
            link.added = condition.added;
            link.lag = m_watch->shownLag(link.source, link.target);
            const Replica& source = *m_regions[s].replica;
            const std::uint64_t last = source.position(source.ownLog());
            const std::uint64_t arrived = m_regions[t].replica->position(source.ownLog());
            const LogTotals& all = source.totals(last);
            const LogTotals& there = source.totals(arrived);
            link.pendingOperations = last - arrived;
            link.pendingMoney = all.money - there.money;
            link.lastProgress = to.lastHeard(link.source);
            if (link.pendingOperations > 0) {
                // What is merely on its way takes one batch a round trip; a backlog goes by measured rates.
                const auto batches = static_cast<std::int64_t>(
                    1 + link.pendingOperations / ReplicatorConfig {}.batchEntriesMax);
                const bool isStuck = link.isCut || link.isPaused;
                const Duration measured = m_watch->drain(link.source, link.target).estimate();
                link.drainEstimate = isStuck ? kDrainNever
                    : measured > 0us         ? measured
                                             : (link.roundTrip + 2 * link.added) * batches;
            }
            fillLinkDetails(link);
            snapshot.links.push_back(link);
        }
    }
}

void Simulation::fillFlows(Snapshot& snapshot) const
{
    const std::vector<Sampler::FlowFigures>& flows = m_sampler->flows();
    for (std::size_t i = 0; i < flows.size(); ++i) {
        if (flows[i].sentHz <= 0)
            continue;
        snapshot.flows.push_back({ CityId { static_cast<std::uint16_t>(i / m_regions.size()) },
            RegionId { static_cast<std::uint8_t>(i % m_regions.size()) }, flows[i].sentHz,
            flows[i].failedHz });
    }
}

void Simulation::fillDecisions(Snapshot& snapshot) const
{
    if (m_anycast || m_edge)
        return fillEntryDecisions(snapshot, m_anycast ? m_anycast->records() : m_edge->records());
    const RingBuffer<RecordedDecision>& decisions = m_resolvers->decisions();
    for (std::size_t i = decisions.size(); i > 0 && snapshot.decisions.size() < kDecisionsShown; --i) {
        const RecordedDecision& record = decisions[i - 1];
        DecisionView view;
        view.number = record.number;
        view.at = record.at;
        view.city = record.city;
        view.answer = record.decision.answer;
        view.reason = toView(record.decision.reason);
        view.ttl = record.ttl;
        view.ifAllHealthy = record.decision.ifAllHealthy;
        view.previous = record.previous;
        view.explanation = Resolvers::explanationOf(record);
        for (const ZoneCandidate& candidate : record.decision.candidates)
            view.candidates.push_back({ candidate.region, candidate.roundTrip, candidate.health.isHealthy,
                candidate.health.checkersHealthy, candidate.health.checkersTotal,
                toView(candidate.verdict) });
        snapshot.decisions.push_back(std::move(view));
    }
}

void Simulation::fillOperations(Snapshot& snapshot) const
{
    snapshot.capacity = m_insight->capacity();
    const StockTotals stock = m_stockAudit->totals();
    snapshot.stock = { m_config.profile == DataProfile::Hardened, stock.received, stock.sold, stock.oversold,
        stock.refused, stock.falselyRefused, stock.stranded };
    for (const ActiveFault& fault : m_faults->active())
        snapshot.faults.push_back({ fault.id, fault.spec, fault.startedAt, fault.expiresAt, fault.event });
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        const RegionId id { static_cast<std::uint8_t>(i) };
        const FailBackController::Progress& progress = m_failBack->progress(id);
        const FailBackPhase phase = toView(progress);
        if (phase == FailBackPhase::None)
            continue;
        snapshot.failBacks.push_back({ id, phase, progress.startedAt, progress.since,
            m_failBack->admission()[i].rampPerMille / 10, m_failBack->backlog(id), progress.detail });
    }
}

} // namespace sb
