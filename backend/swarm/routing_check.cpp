// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/swarm/routing_check.h"

#include <algorithm>

namespace sb {
namespace {

constexpr Duration kNews = EdgeViews::kDelayMax + 1s; // of health to every edge, and a step or two
constexpr Duration kAcceleratorLooks = 2'500ms;
constexpr Duration kAcceleratorRecovers = 35s; // an endpoint that is healthy again is used after 30 s

RegionId regionAt(std::size_t index)
{
    return RegionId { static_cast<std::uint8_t>(index) };
}

// None or all: the same for whoever asks.
bool isWhole(int perMille)
{
    return perMille == 0 || perMille == 1000;
}

bool isDrawn(PolicyKind policy)
{
    return policy == PolicyKind::Weighted || policy == PolicyKind::Multivalue;
}

} // namespace

RoutingCheck::RoutingCheck(Simulation& simulation, Findings& findings)
    : m_simulation(simulation)
    , m_findings(findings)
    , m_desk(simulation.resolvers().zone())
    , m_policy(m_desk.zone().zone->groups()[m_desk.zone().entry].policy)
    , m_isJudged(m_desk.zone().isOwn && m_policy != PolicyKind::Simple)
    , m_now(simulation.regionCount())
    , m_before(simulation.regionCount())
{
    for (std::size_t city = 0; city < simulation.network().cityCount(); ++city)
        m_askers.push_back(askerInAtlasCity(city));
    look();
    m_before = m_now;
}

std::string RoutingCheck::code(RegionId region) const
{
    return region.isValid() ? m_desk.zone().codes[region.value] : "nothing";
}

void RoutingCheck::look()
{
    const Instant now = m_simulation.world().now();
    const auto& health = m_simulation.health().published();
    const auto& admission = m_simulation.admissions().combined();
    const ZonePublisher* publisher = m_simulation.publisher();
    std::swap(m_before, m_now);
    for (std::size_t i = 0; i < m_now.size(); ++i)
        m_now[i] = { m_simulation.health().status(regionAt(i)).isHealthy, health[i].isHealthy,
            publisher != nullptr && publisher->name(regionAt(i)).isEmpty, admission[i] };
    if (m_now != m_before)
        m_changedAt = now;
    const auto& faults = m_simulation.faults().active();
    if (std::any_of(faults.begin(), faults.end(),
            [](const ActiveFault& fault) { return fault.spec.kind == FaultKind::EdgesCut; }))
        m_lastEdgesCut = now;
}

bool RoutingCheck::isSettledAt(Instant when) const
{
    return when - m_changedAt >= kNews && when - m_lastEdgesCut >= kNews
        && std::all_of(m_now.begin(), m_now.end(), [](const Basis& basis) {
               return isWhole(basis.admission.rampPerMille) && isWhole(basis.admission.dialPerMille);
           });
}

RegionId RoutingCheck::freshAnswer(CityId city)
{
    Rng rng(1); // nothing is drawn for the policies that are walked
    RngDraws draws(rng);
    return m_desk.answer(
        m_askers[city.value], m_simulation.health().published(), m_simulation.admissions().combined(), draws);
}

// Requires a settled basis.
bool RoutingCheck::mayAnswer(CityId city, RegionId answer)
{
    if (!isDrawn(m_policy)) {
        const RegionId fresh = freshAnswer(city);
        return answer == fresh || (!answer.isValid() && fresh.isValid() && m_now[fresh.value].isEmpty);
    }
    if (!answer.isValid())
        return std::any_of(m_now.begin(), m_now.end(), [](const Basis& basis) { return basis.isEmpty; });
    const auto isUsable
        = [](const Basis& basis) { return basis.isHealthy && basis.admission.perMille() > 0; };
    return isUsable(m_now[answer.value]) || std::none_of(m_now.begin(), m_now.end(), isUsable);
}

void RoutingCheck::judge(const RecordedDecision& record)
{
    const ZoneDecision& decision = record.decision;
    m_failOpens += decision.reason == ZoneReason::FailOpen ? 1 : 0;
    const bool isEdgeDeaf = record.at - m_lastEdgesCut < 1s; // what it believes of holds is out of date
    if (!m_isJudged || isEdgeDeaf)
        return;
    // A step is short against the time that a change takes: what stands at both of its ends stood throughout.
    const auto stands = [&](RegionId region, int perMille) {
        return m_before[region.value].admission.perMille() == perMille
            && m_now[region.value].admission.perMille() == perMille;
    };
    const auto isUsable = [&](const ZoneCandidate& candidate) {
        return candidate.health.isHealthy && stands(candidate.region, 1000);
    };
    const auto better = std::find_if(decision.candidates.begin(), decision.candidates.end(), isUsable);
    const bool isHeldOut = decision.answer.isValid() && stands(decision.answer, 0);
    m_findings.expect(Invariant::Router, !isHeldOut || better == decision.candidates.end(), [&] {
        return "decision " + std::to_string(record.number) + " answers " + code(decision.answer)
            + ", which is to get no answers, while " + code(better->region) + " is healthy and admitted";
    });
    if (!isSettledAt(record.at))
        return;
    m_findings.expect(Invariant::Router, mayAnswer(record.city, decision.answer), [&] {
        return "decision " + std::to_string(record.number) + " answers " + code(decision.answer)
            + ", and a fresh walk by what everybody should know by now answers "
            + code(freshAnswer(record.city));
    });
}

void RoutingCheck::judgeConnections()
{
    const AnycastEntry* anycast = m_simulation.anycast();
    if (anycast == nullptr)
        return;
    const std::vector<EndpointGroup>& groups = anycast->groups();
    const auto isSame = [&](std::size_t i) {
        return !m_groups.empty() && m_groups[i].dialPerMille == groups[i].dialPerMille
            && m_groups[i].endpoints.front().health == groups[i].endpoints.front().health;
    };
    bool isSteady = true, isAnyDialled = false, isAllWell = true;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        isSteady = isSteady && isSame(i);
        if (groups[i].dialPerMille == 0)
            continue;
        isAnyDialled = true;
        isAllWell = isAllWell && groups[i].endpoints.front().health == EndpointHealth::Healthy;
    }
    m_groups = groups;
    const RingBuffer<EntryRecord>& records = anycast->records();
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (records[i].number <= m_lastConnection)
            continue;
        m_lastConnection = records[i].number;
        if (!isSteady || !isAnyDialled || !isAllWell)
            continue;
        const RegionId answer = records[i].answer;
        m_findings.expect(Invariant::Router, groups[answer.value].dialPerMille > 0, [&] {
            return "the accelerator sends a connection to " + code(answer)
                + ", which is dialled to 0, and every other group is well";
        });
    }
}

void RoutingCheck::step()
{
    look();
    const RingBuffer<RecordedDecision>& decisions = m_simulation.resolvers().decisions();
    // The newest are at the end; of most steps there are few.
    std::size_t first = decisions.size();
    while (first > 0 && decisions[first - 1].number > m_lastDecision)
        --first;
    for (std::size_t i = first; i < decisions.size(); ++i) {
        m_lastDecision = decisions[i].number;
        judge(decisions[i]);
    }
    judgeConnections();
}

void RoutingCheck::second()
{
    const AnycastEntry* anycast = m_simulation.anycast();
    const Duration quiet = m_simulation.world().now() - m_changedAt;
    if (anycast == nullptr || quiet < kAcceleratorLooks)
        return;
    for (std::size_t i = 0; i < m_now.size(); ++i) {
        const EndpointGroup& group = anycast->groups()[i];
        m_findings.expect(Invariant::Router, group.dialPerMille == m_now[i].admission.perMille(), [&] {
            return "the accelerator dials " + code(regionAt(i)) + " to " + std::to_string(group.dialPerMille)
                + " per mille; admitted are " + std::to_string(m_now[i].admission.perMille());
        });
        const bool isHealthy = group.endpoints.front().health == EndpointHealth::Healthy;
        m_findings.expect(Invariant::Router,
            isHealthy == m_now[i].isHealthy || (!isHealthy && quiet < kAcceleratorRecovers), [&] {
                return "the accelerator takes " + code(regionAt(i)) + " for "
                    + (isHealthy ? "healthy" : "unhealthy") + ", and its check says otherwise";
            });
    }
}

void RoutingCheck::finish()
{
    look();
    const Instant now = m_simulation.world().now();
    if (!m_isJudged || !isSettledAt(now))
        return;
    const bool isOldForgotten
        = now - std::max(m_changedAt, m_lastEdgesCut) >= kNews + m_simulation.config().ttl;
    for (std::size_t i = 0; i < m_askers.size(); ++i) {
        const CityId city { static_cast<std::uint16_t>(i) };
        const RegionId told = m_simulation.resolvers().wouldAnswer(city);
        m_findings.expect(Invariant::Router, mayAnswer(city, told), [&] {
            return "everything healed, city " + std::to_string(i) + " is told " + code(told)
                + " and a fresh walk answers " + code(freshAnswer(city));
        });
        const RegionId held = m_simulation.resolvers().cached(city, false);
        if (!isOldForgotten || !held.isValid())
            continue;
        m_findings.expect(Invariant::Router, mayAnswer(city, held), [&] {
            return "everything healed, the resolver of city " + std::to_string(i) + " holds " + code(held)
                + " and a fresh walk answers " + code(freshAnswer(city));
        });
    }
}

} // namespace sb
