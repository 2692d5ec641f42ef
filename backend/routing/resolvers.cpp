// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routing/resolvers.h"

#include "backend/base/hash.h"

#include <algorithm>

namespace sb {

Resolvers::Resolvers(Env& env, Network& network, RunZone zone, const std::vector<RegionHealth>& health,
    const std::vector<RegionAdmission>& admission)
    : m_env(env)
    , m_network(network)
    , m_rng(env.rng("answers"))
    , m_health(health)
    , m_admission(admission)
    , m_drawn(network.cityCount())
    , m_chances(network.cityCount() * (network.regionCount() + 1))
    , m_caches(network.cityCount() * 2)
    , m_buckets(network.cityCount())
{
    m_desks.push_back(std::make_unique<ZoneDesk>(std::move(zone)));
    // A shuffle of evenly spaced buckets, so that a ramp of p per mille takes in p per mille of the cities.
    for (std::size_t i = 0; i < m_buckets.size(); ++i)
        m_buckets[i] = static_cast<std::uint16_t>(i * 1000 / m_buckets.size());
    Rng rng = env.rng("resolver-buckets");
    for (std::size_t i = m_buckets.size(); i > 1; --i)
        std::swap(m_buckets[i - 1], m_buckets[rng.below(i)]);
    for (std::size_t city = 0; city < m_buckets.size(); ++city)
        m_askers.push_back(askerInAtlasCity(city));
}

const Asker& Resolvers::askerOf(CityId city, bool isTtlIgnorer) const
{
    Asker& asker = m_askers[city.value];
    asker.bucket = (m_buckets[city.value] + (isTtlIgnorer ? 500U : 0U)) % 1000;
    return asker;
}

void Resolvers::publish(RunZone zone, std::string object, std::string note, Actor actor, EventSeq cause)
{
    SB_ASSERT(zone.codes == this->zone().codes);
    ++m_levers;
    auto desk = std::make_unique<ZoneDesk>(std::move(zone));
    for (std::size_t i = 0; i < desk->zone().codes.size(); ++i) {
        const RegionId region { static_cast<std::uint8_t>(i) };
        desk->setControl(region, control(region));
    }
    m_desks.push_back(std::move(desk));
    if (m_edges == nullptr)
        return;
    const std::uint32_t version = m_edges->publishZone(std::move(object), std::move(note), actor, cause);
    SB_ASSERT(version + 1 == m_desks.size());
    for (std::uint32_t old = 0; old < m_edges->oldestZoneVersion(); ++old)
        m_desks[old].reset();
}

ZoneDesk& Resolvers::deskFor(CityId city) const
{
    return m_edges != nullptr ? *m_desks[m_edges->zoneVersion(city)] : *m_desks.back();
}

EdgeViews::View Resolvers::viewOf(CityId city) const
{
    return m_edges != nullptr ? m_edges->seenFrom(city)
                              : EdgeViews::View { m_health, m_admission, m_noChecks };
}

void Resolvers::setControl(RegionId region, bool isOn)
{
    if (control(region) == isOn)
        return;
    for (const auto& desk : m_desks)
        if (desk)
            desk->setControl(region, isOn);
    ++m_levers;
    m_env.mix((std::uint64_t { region.value } << 4) ^ (isOn ? 9U : 10U));
}

RegionId Resolvers::answer(CityId city, bool isTtlIgnorer)
{
    Cache& cache = m_caches[city.value * 2 + (isTtlIgnorer ? 1 : 0)];
    if ((cache.region.isValid() || cache.isEmpty) && m_env.now() < cache.expiresAt)
        return cache.region;
    RecordedDecision record;
    record.number = ++m_count;
    record.at = m_env.now();
    record.city = city;
    record.isTtlIgnorer = isTtlIgnorer;
    record.previous = cache.region;
    RngDraws draws(m_rng);
    const EdgeViews::View view = viewOf(city);
    record.decision
        = deskFor(city).decide(askerOf(city, isTtlIgnorer), view.health, view.admission, draws, view.checks);
    record.ttl = record.decision.ttl;
    cache.isEmpty
        = record.decision.answer.isValid() && m_hasAddresses && !m_hasAddresses(record.decision.answer);
    if (cache.isEmpty)
        cache.region = record.decision.answer = RegionId {};
    else if (record.decision.answer.isValid() || !cache.region.isValid())
        cache.region = record.decision.answer.isValid() ? record.decision.answer : RegionId { 0 };
    if (record.decision.reason == ZoneReason::FailOpen)
        m_env.probe("routing.fail-open");
    const bool isKeptLong = isTtlIgnorer && !cache.isEmpty;
    cache.expiresAt = m_env.now() + (isKeptLong ? std::max(kIgnorerTtl, record.ttl) : record.ttl);
    m_env.mix((std::uint64_t { city.value } << 16) ^ (std::uint64_t { cache.region.value } << 1)
        ^ (isTtlIgnorer ? 1U : 0U));
    const RegionId region = cache.region;
    if (m_onDecision)
        m_onDecision(record);
    m_decisions.push(std::move(record));
    return region;
}

RegionId Resolvers::cached(CityId city, bool isTtlIgnorer) const
{
    const Cache& cache = m_caches[city.value * 2 + (isTtlIgnorer ? 1 : 0)];
    return m_env.now() < cache.expiresAt ? cache.region : RegionId {};
}

EdgeViews::View Resolvers::glimpseOf(CityId city) const
{
    return m_edges != nullptr ? m_edges->glimpsedFrom(city)
                              : EdgeViews::View { m_health, m_admission, m_noChecks };
}

RegionId Resolvers::wouldAnswer(CityId city) const
{
    if (m_edges != nullptr)
        m_edges->pollWhenDue();
    return drawnFor(city);
}

RegionId Resolvers::answerSeen(CityId city) const
{
    return drawnFor(city);
}

Resolvers::Trial Resolvers::tryOut(CityId city, bool isTtlIgnorer, const std::string& name) const
{
    Rng rng = m_rng.fork("would-answer", city.value);
    RngDraws draws(rng);
    const EdgeViews::View view = glimpseOf(city);
    ZoneDesk& desk = deskFor(city);
    Trial trial;
    trial.reading = desk.read(name.empty() ? desk.zone().name : name, askerOf(city, isTtlIgnorer),
        view.health, view.admission, draws, view.checks);
    const RegionId answer = trial.reading.answer;
    trial.hasAddress = !answer.isValid() || !m_hasAddresses || m_hasAddresses(answer);
    return trial;
}

// A stream begins anew when the run's future does, and answers that are drawn change with it.
std::uint64_t Resolvers::beliefsOf(CityId city) const
{
    if (m_edges == nullptr)
        return 0;
    const std::uint64_t future = m_rng.fork("would-answer-future").next();
    return hashCombine(hashCombine(m_edges->beliefsSeenFrom(city), m_levers), future);
}

// Many ask this about every city, again and again: what was found stands until it could be otherwise.
RegionId Resolvers::drawnFor(CityId city) const
{
    Drawn& drawn = m_drawn[city.value];
    const std::uint64_t beliefs = beliefsOf(city);
    if (beliefs != 0 && drawn.beliefs == beliefs)
        return drawn.region;
    Rng rng = m_rng.fork("would-answer", city.value);
    RngDraws draws(rng);
    const EdgeViews::View view = glimpseOf(city);
    const RegionId region
        = deskFor(city).answer(askerOf(city, false), view.health, view.admission, draws, view.checks);
    drawn = { beliefs, region.isValid() ? region : RegionId { 0 } };
    return drawn.region;
}

const std::vector<std::uint64_t>& Resolvers::chances(CityId city, RegionId out) const
{
    if (m_edges != nullptr)
        m_edges->pollWhenDue();
    return chancesSeen(city, out);
}

const std::vector<std::uint64_t>& Resolvers::chancesSeen(CityId city, RegionId out) const
{
    const std::size_t regions = m_network.regionCount();
    const std::size_t row = std::min<std::size_t>(out.value, regions); // of none: the last
    Chances& chances = m_chances[city.value * (regions + 1) + row];
    const std::uint64_t beliefs = beliefsOf(city);
    if (beliefs != 0 && chances.beliefs == beliefs)
        return chances.byRegion;
    const EdgeViews::View view = glimpseOf(city);
    std::vector<RegionAdmission> admission = view.admission;
    if (out.isValid())
        admission[out.value].rampPerMille = 0;
    deskFor(city).chances(askerOf(city, false), view.health, admission, view.checks, chances.byRegion);
    chances.beliefs = beliefs;
    return chances.byRegion;
}

std::vector<std::int64_t> Resolvers::sharesPerMillion(const RunZone* wouldBe) const
{
    constexpr std::uint64_t kPart = Walker::kWhole / 1'000'000;
    std::unique_ptr<ZoneDesk> desk;
    if (wouldBe != nullptr) {
        desk = std::make_unique<ZoneDesk>(*wouldBe);
        for (std::size_t i = 0; i < wouldBe->codes.size(); ++i)
            desk->setControl(RegionId { static_cast<std::uint8_t>(i) },
                control(RegionId { static_cast<std::uint8_t>(i) }));
    }
    std::vector<std::uint64_t> sums(zone().codes.size(), 0), byRegion;
    for (std::uint16_t c = 0; c < m_askers.size(); ++c) {
        const CityId city { c };
        const EdgeViews::View view = viewOf(city);
        ZoneDesk& asked = desk ? *desk : deskFor(city);
        asked.chances(askerOf(city, false), view.health, view.admission, view.checks, byRegion);
        for (std::size_t i = 0; i < sums.size(); ++i)
            sums[i] += byRegion[i] / kPart;
    }
    std::vector<std::int64_t> shares;
    for (const std::uint64_t sum : sums)
        shares.push_back(static_cast<std::int64_t>(sum / std::max<std::size_t>(1, m_askers.size())));
    return shares;
}

std::shared_ptr<const std::string> Resolvers::explanationOf(const RecordedDecision& record)
{
    if (!record.explanation && record.decision.why)
        record.explanation = std::make_shared<const std::string>(toText(*record.decision.why));
    return record.explanation;
}

std::vector<std::uint64_t> Resolvers::liveAnswers() const
{
    std::vector<std::uint64_t> counts(m_network.regionCount(), 0);
    for (std::size_t i = 0; i < m_caches.size(); i += 2) {
        if (m_caches[i].region.isValid() && m_env.now() < m_caches[i].expiresAt)
            ++counts[m_caches[i].region.value];
    }
    return counts;
}

} // namespace sb
