// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routing/zone.h"

#include "backend/kernel/mutant.h"
#include "backend/net/atlas.h"

#include <algorithm>

namespace sb {
namespace {

constexpr Duration kNoAnswerTtl = 60s; // that there is no answer is remembered as well

RegionId regionIn(const std::string& text, const std::vector<std::string>& codes)
{
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const RegionId region { static_cast<std::uint8_t>(i) };
        if (text.find(codes[i]) != std::string::npos)
            return region;
    }
    return {};
}

// As the zone says beside its records, or by a code in the text.
RegionId regionOfValue(const std::string& value, const std::map<std::string, std::string>& endpoints,
    const std::vector<std::string>& codes)
{
    const auto told = endpoints.find(value);
    return regionIn(told == endpoints.end() ? value : told->second, codes);
}

RegionId regionAt(const std::string& address, const std::vector<std::string>& codes)
{
    for (std::size_t i = 0; i < codes.size(); ++i)
        if (const RegionId region { static_cast<std::uint8_t>(i) }; address == regionAddress(region))
            return region;
    return {};
}

// Where else a region's code may stand: the nearer to the record's own words, the earlier.
RegionId regionOfRecord(const ZoneRecord& record, const std::vector<std::string>& codes)
{
    std::vector<std::string> texts { record.name, record.setIdentifier,
        record.alias ? record.alias->name : std::string() };
    if (const auto* latency = std::get_if<LatencyPolicy>(&record.policy))
        texts.push_back(latency->region);
    if (const auto* near = std::get_if<GeoproximityPolicy>(&record.policy))
        texts.push_back(near->region);
    for (const std::string& text : texts)
        if (const RegionId region = regionIn(text, codes); region.isValid())
            return region;
    return {};
}

} // namespace

std::string regionAddress(RegionId region)
{
    return "192.0.2." + std::to_string(region.value + 1);
}

Result<RunZone> runZoneFrom(ZoneFile file, const std::string& name, std::vector<std::string> codes)
{
    const auto endpoints = file.endpoints;
    auto compiled = CompiledZone::compile(std::move(file));
    if (!compiled)
        return tl::make_unexpected(compiled.error());
    RunZone run;
    run.zone = *compiled;
    run.isOwn = false;
    run.name = absoluteName(name);
    const auto entry = run.zone->groupFor(run.name, RecordType::A);
    if (!entry)
        return fail(Errc::BadInput,
            "the zone has no record of type A for " + run.name
                + "; add one, or let the run ask for another name");
    run.name.pop_back();
    run.entry = *entry;
    run.codes = std::move(codes);
    for (RecordIndex i = 0; i < run.zone->records().size(); ++i) {
        const ZoneRecord& source = run.zone->source(i);
        const RegionId own = regionOfRecord(source, run.codes);
        run.recordRegions.push_back(own);
        std::vector<RegionId> regions;
        for (const std::string& value : source.values) {
            const RegionId named = regionOfValue(value, endpoints, run.codes);
            regions.push_back(named.isValid() ? named : own.isValid() ? own : regionAt(value, run.codes));
            if (!regions.back().isValid() && source.type == RecordType::A)
                return fail(Errc::BadInput,
                    "record " + std::to_string(source.index) + ", " + source.name + ": value '" + value
                        + "' stands for no region of this run; write a region's code into the record's "
                          "identifier, or use its address such as "
                        + regionAddress(RegionId { 0 }));
        }
        if (source.alias && run.zone->records()[i].outside != kNoIndex) {
            const RegionId named = regionOfValue(source.alias->name, endpoints, run.codes);
            regions.push_back(named.isValid() ? named : own);
        }
        if (!regions.empty() && !run.recordRegions.back().isValid())
            run.recordRegions.back() = regions.size() == 1 ? regions.front() : RegionId {};
        run.valueRegions.push_back(std::move(regions));
    }
    run.governedBy.assign(run.codes.size(), kNoIndex);
    for (const std::string& check : run.zone->checks()) {
        const bool isEntry = check.starts_with("entry-"), isControl = check.starts_with("control-");
        run.checks.push_back({ regionIn(check, run.codes), isEntry || !isControl, isEntry || isControl });
    }
    return run;
}

ZoneDesk::ZoneDesk(RunZone zone)
    : m_zone(std::move(zone))
    , m_policy(m_zone.zone->groups()[m_zone.entry].policy)
    , m_controls(m_zone.codes.size(), true)
    , m_walker(m_zone.zone)
    , m_health(allHealthy(*m_zone.zone))
{
    m_health.admission.resize(m_zone.zone->records().size());
    for (const std::string& code : m_zone.codes)
        m_atlas.push_back(atlas().findRegion(code).value_or(atlas().regions.size()));
}

void ZoneDesk::fill(const std::vector<RegionHealth>& health, const std::vector<RegionAdmission>& admission,
    const std::vector<RegionHealth>& checks)
{
    SB_ASSERT(health.size() == m_zone.codes.size() && admission.size() == m_zone.codes.size());
    for (std::size_t i = 0; i < m_zone.checks.size(); ++i) {
        const ZoneCheck& check = m_zone.checks[i];
        CheckState& state = m_health.checks[i];
        if (check.defined < checks.size()) {
            const RegionHealth& own = checks[check.defined];
            state = { own.isHealthy, true, own.checkersHealthy, own.checkersTotal };
            continue;
        }
        if (!check.region.isValid())
            continue;
        const RegionHealth& region = health[check.region.value];
        const bool isRegionHealthy = region.isHealthy || SB_MUTANT(HealthIgnored);
        state.isKnown = true;
        state.isHealthy = (!check.followsHealth || isRegionHealthy)
            && (!check.followsControl || m_controls[check.region.value]);
        state.checkersHealthy = check.followsHealth ? region.checkersHealthy : -1;
        state.checkersTotal = check.followsHealth ? region.checkersTotal : -1;
    }
    for (std::size_t i = 0; i < m_zone.recordRegions.size(); ++i)
        if (m_zone.recordRegions[i].isValid() && !SB_MUTANT(HoldIgnored))
            m_health.admission[i] = admission[m_zone.recordRegions[i].value];
}

RegionId ZoneDesk::regionOf(const Answer& answer) const
{
    for (const AnswerValue& value : answer.values)
        if (const RegionId region = m_zone.valueRegions[value.record][value.value]; region.isValid())
            return region;
    return {};
}

RegionId ZoneDesk::answer(const Asker& asker, const std::vector<RegionHealth>& health,
    const std::vector<RegionAdmission>& admission, DrawSource& draws, const std::vector<RegionHealth>& checks)
{
    fill(health, admission, checks);
    m_walker.decide(m_zone.entry, asker, m_health, draws, m_answer);
    return regionOf(m_answer);
}

void ZoneDesk::chances(const Asker& asker, const std::vector<RegionHealth>& health,
    const std::vector<RegionAdmission>& admission, const std::vector<RegionHealth>& checks,
    std::vector<std::uint64_t>& byRegion)
{
    fill(health, admission, checks);
    m_walker.chances(m_zone.entry, asker, m_health, m_chances);
    byRegion.assign(m_zone.codes.size(), 0);
    for (const Walker::Chance& chance : m_chances) {
        const RegionId region = m_zone.valueRegions[chance.value.record][chance.value.value];
        if (region.isValid())
            byRegion[region.value] += chance.share;
    }
}

ZoneDesk::Reading ZoneDesk::read(const std::string& name, const Asker& asker,
    const std::vector<RegionHealth>& health, const std::vector<RegionAdmission>& admission, DrawSource& draws,
    const std::vector<RegionHealth>& checks)
{
    fill(health, admission, checks);
    auto why = std::make_shared<Explanation>();
    m_walker.explain({ absoluteName(name), RecordType::A, asker }, m_health, draws, m_answer, *why);
    return { why, regionOf(m_answer), regionOf(why->ifAllHealthy) };
}

ZoneReason ZoneDesk::reasonFor(const Answer& answer, std::size_t place) const
{
    if (answer.isLastResort || answer.isHoldIgnored)
        return ZoneReason::FailOpen;
    if (m_zone.codes.size() == 1)
        return ZoneReason::OnlyRecord;
    if (m_policy == PolicyKind::Latency)
        return place == 0 ? ZoneReason::LowestLatency : ZoneReason::NextLowestLatency;
    if (m_policy == PolicyKind::Failover)
        return place == 0 ? ZoneReason::FailoverPrimary : ZoneReason::FailoverSecondary;
    return ZoneReason::ByPolicy;
}

ZoneDecision ZoneDesk::decide(const Asker& asker, const std::vector<RegionHealth>& health,
    const std::vector<RegionAdmission>& admission, DrawSource& draws, const std::vector<RegionHealth>& checks)
{
    fill(health, admission, checks);
    auto why = std::make_shared<Explanation>();
    const RoutingQuestion question { absoluteName(m_zone.name), RecordType::A, asker };
    m_walker.explain(question, m_health, draws, m_answer, *why);
    ZoneDecision decision;
    decision.answer = regionOf(m_answer);
    decision.ifAllHealthy = regionOf(why->ifAllHealthy);
    decision.ttl = m_answer.hasValues() ? m_answer.ttl : kNoAnswerTtl;
    for (std::size_t i = 0; i < m_zone.codes.size(); ++i) {
        const RegionId region { static_cast<std::uint8_t>(i) };
        ZoneCandidate candidate { region,
            m_atlas[i] < asker.roundTrip.size() ? asker.roundTrip[m_atlas[i]] : Duration { 0 }, health[i],
            m_policy == PolicyKind::Failover ? ZoneVerdict::Standby : ZoneVerdict::FurtherAway };
        candidate.health.isHealthy = candidate.health.isHealthy && m_controls[i];
        if (region == decision.answer)
            candidate.verdict = ZoneVerdict::Chosen;
        else if (!candidate.health.isHealthy)
            candidate.verdict = ZoneVerdict::Unhealthy;
        else if (admission[i].perMille() == 0)
            candidate.verdict = ZoneVerdict::HeldOut;
        else if (asker.bucket >= static_cast<std::uint32_t>(admission[i].perMille()))
            candidate.verdict = ZoneVerdict::OutsideRamp;
        decision.candidates.push_back(candidate);
    }
    // Preference: as listed (primary first), or by latency. Equal latencies keep the listed order.
    if (m_policy != PolicyKind::Failover)
        std::stable_sort(decision.candidates.begin(), decision.candidates.end(),
            [](const ZoneCandidate& a, const ZoneCandidate& b) { return a.roundTrip < b.roundTrip; });
    const auto chosen = std::find_if(decision.candidates.begin(), decision.candidates.end(),
        [](const ZoneCandidate& c) { return c.verdict == ZoneVerdict::Chosen; });
    decision.reason = reasonFor(m_answer, static_cast<std::size_t>(chosen - decision.candidates.begin()));
    decision.why = std::move(why);
    return decision;
}

} // namespace sb
