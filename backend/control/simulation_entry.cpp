// SPDX-License-Identifier: GPL-3.0-or-later
// By what customers come to a region besides DNS, and what is shown of it.
#include "backend/control/sampler.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::size_t kDecisionsShown = 32;

CandidateVerdict toView(EntryVerdict verdict)
{
    switch (verdict) {
    case EntryVerdict::Chosen:
        return CandidateVerdict::Chosen;
    case EntryVerdict::FurtherAway:
        return CandidateVerdict::FurtherAway;
    case EntryVerdict::Standby:
        return CandidateVerdict::Standby;
    case EntryVerdict::Unhealthy:
        return CandidateVerdict::Unhealthy;
    case EntryVerdict::HeldOut:
        return CandidateVerdict::HeldOut;
    case EntryVerdict::OutsideDial:
        return CandidateVerdict::OutsideRamp;
    }
    return CandidateVerdict::FurtherAway;
}

DecisionReason toView(EntryReason reason)
{
    switch (reason) {
    case EntryReason::Nearest:
        return DecisionReason::LowestLatency;
    case EntryReason::NextNearest:
        return DecisionReason::NextLowestLatency;
    case EntryReason::Primary:
        return DecisionReason::FailoverPrimary;
    case EntryReason::Secondary:
        return DecisionReason::FailoverSecondary;
    case EntryReason::FailOpen:
        return DecisionReason::FailOpen;
    }
    return DecisionReason::LowestLatency;
}

} // namespace

ShoppersConfig Simulation::shoppersConfig() const
{
    return { .requestRateHz = m_config.requestRateHz,
        .sharedAccountsPercent = m_config.sharedAccountsPercent,
        .ttlIgnorersPercent = m_config.ttlIgnorersPercent,
        .carriesTokens = m_config.profile == DataProfile::Hardened,
        .mintsOrders = m_config.profile == DataProfile::Hardened,
        .couponsPercent = m_config.couponsPercent,
        .cachingPercent = m_config.cachingClientsPercent,
        .pooledPercent = m_config.pooledClientsPercent,
        .hasBrowserCache = m_config.browserCache,
        .hintObeyedPercent = m_config.hintObeyedPercent,
        .ttl = m_config.ttl,
        .start = m_config.start };
}

bool Simulation::isAdmitted(RegionId region) const
{
    return m_health->published()[region.value].isHealthy
        && m_steering.admissions->combined()[region.value].perMille() > 0;
}

void Simulation::buildEntry()
{
    for (std::size_t i = 0; m_config.hintObeyedPercent > 0 && i < m_regions.size(); ++i) {
        const RegionId id { static_cast<std::uint8_t>(i) };
        m_regions[i].engine->tellStaleClients([this, id] {
            bool hasOther = false; // else it is the answer all the same
            for (std::size_t j = 0; j < m_regions.size(); ++j) {
                const RegionId peer { static_cast<std::uint8_t>(j) };
                hasOther = hasOther || (peer != id && isAdmitted(peer));
            }
            return hasOther && !isAdmitted(id);
        });
    }
    if (m_config.entry == Entry::Accelerator) {
        m_anycast = std::make_unique<AnycastEntry>(m_world, *m_network, m_log, m_health->published(), m_names,
            AnycastEntry::Hooks {
                [this](RegionId region) {
                    const RegionAdmission& its = m_steering.admissions->combined()[region.value];
                    return EntryAdmission { its.perMille(), its.rampPerMille == 0 };
                },
                [this](RegionId region) { return m_health->status(region).event; } });
        m_anycast->connect(m_world.add(*m_anycast));
        m_shoppers->enterBy(*m_anycast);
        return;
    }
    const bool isGroup = m_config.entry == Entry::OriginGroup;
    if (!isGroup && m_config.checkDesign != CheckDesign::Cloudflare)
        return;
    EdgeProxyConfig config;
    config.design = isGroup ? EdgeDesign::OriginGroup : EdgeDesign::InBandRetry;
    config.origins.connectAttempts = m_config.originAttempts;
    config.origins.connectTimeout = m_config.originConnectTimeout;
    m_edge = std::make_unique<EdgeProxy>(m_world, *m_network, m_requests, m_log, m_names, config,
        EdgeProxy::Hooks { [this](CityId city) { return m_resolvers->wouldAnswer(city); },
            [this](CityId city, RegionId failed) {
                std::optional<RegionId> best, dialled; // a dial at 0 gives way when nobody else is left
                const auto& admissions = m_steering.admissions->combined();
                for (std::size_t i = 0; i < m_regions.size(); ++i) {
                    const RegionId id { static_cast<std::uint8_t>(i) };
                    if (id == failed || !m_health->published()[i].isHealthy
                        || admissions[i].rampPerMille == 0)
                        continue;
                    std::optional<RegionId>& nearest = admissions[i].dialPerMille > 0 ? best : dialled;
                    if (!nearest
                        || m_network->userRoundTrip(city, id) < m_network->userRoundTrip(city, *nearest))
                        nearest = id;
                }
                return best ? best : dialled;
            },
            [this](CityId city, RegionId region, bool hasFailed) {
                m_shoppers->noteAttempt(city, region, hasFailed);
            },
            [this] { return m_shoppers->mintRequest(); },
            [this](RegionId region) { return m_health->published()[region.value]; } });
    m_edge->connect(m_world.add(*m_edge), m_shoppers->regions());
    m_shoppers->enterBy(*m_edge);
}

int Simulation::entrySharePerMille(RegionId region) const
{
    if (m_anycast)
        return m_anycast->sharesPerMille()[region.value];
    return (m_edge ? m_edge->sharesPerMille() : m_watch->sharesPerMille())[region.value];
}

void Simulation::fillEntryDecisions(Snapshot& snapshot, const RingBuffer<EntryRecord>& records) const
{
    for (std::size_t i = records.size(); i > 0 && snapshot.decisions.size() < kDecisionsShown; --i) {
        const EntryRecord& record = records[i - 1];
        DecisionView view;
        view.number = record.number;
        view.at = record.at;
        view.city = record.city;
        view.answer = record.answer;
        view.reason = toView(record.reason);
        view.ttl = 0us; // nobody keeps it
        view.ifAllHealthy = record.ifAllHealthy;
        view.previous = record.previous;
        for (const EntryCandidate& candidate : record.candidates)
            view.candidates.push_back({ candidate.region, candidate.roundTrip, candidate.health.isHealthy,
                candidate.health.checkersHealthy, candidate.health.checkersTotal,
                toView(candidate.verdict) });
        snapshot.decisions.push_back(std::move(view));
    }
}

void Simulation::fillClients(Snapshot& snapshot) const
{
    const Shoppers::Stale& stale = m_sampler->stale();
    const Shoppers::Counters& counters = m_shoppers->counters();
    snapshot.staleByCity = stale.byCity;
    snapshot.clients = { stale.visits, stale.byKind, counters.hintsHeard, counters.hintsHonoured };
}

} // namespace sb
