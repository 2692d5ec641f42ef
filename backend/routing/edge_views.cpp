// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routing/edge_views.h"

#include "backend/base/hash.h"
#include "backend/health/health_checks.h"
#include "backend/kernel/mutant.h"

#include <algorithm>

namespace sb {
namespace {

// The entry whose place is nearest to `place`; of equals the first.
template<typename PlaceOf> std::size_t nearest(GeoPoint place, std::size_t count, PlaceOf placeOf)
{
    std::size_t best = 0;
    for (std::size_t i = 1; i < count; ++i)
        if (greatCircleMetres(place, placeOf(i)) < greatCircleMetres(place, placeOf(best)))
            best = i;
    return best;
}

GeoPoint edgePlace(std::size_t edge)
{
    return atlas().regions[atlas().findRegion(kCheckerHomes[edge]).value()].place;
}

} // namespace

EdgeViews::EdgeViews(Env& env, EventLog& log, Network& network, std::vector<std::string> names,
    const std::vector<RegionHealth>& health, const std::vector<RegionAdmission>& admission)
    : m_env(env)
    , m_log(log)
    , m_names(std::move(names))
    , m_health(health)
    , m_admission(admission)
    , m_rng(env.rng("dns-edges"))
    , m_isCutBy(m_names.size(), false)
{
    static_assert(kEdges == kCheckerHomes.size());
    for (std::size_t region = 0; region < m_names.size(); ++region) {
        Subject& subject = m_subjects.emplace_back();
        subject.label = "health check of " + m_names[region];
        subject.name = m_names[region];
        subject.region = RegionId { static_cast<std::uint8_t>(region) };
    }
    for (std::size_t city = 0; city < network.cityCount(); ++city)
        m_edgeOfCity.push_back(nearest(atlas().cities[city].place, kEdges, edgePlace));
    for (std::size_t edge = 0; edge < kEdges; ++edge)
        m_regionOfEdge[edge] = RegionId { static_cast<std::uint8_t>(
            nearest(edgePlace(edge), m_names.size(), [&](std::size_t region) {
                return atlas()
                    .regions[network.atlasIndex(RegionId { static_cast<std::uint8_t>(region) })]
                    .place;
            })) };
}

std::string_view EdgeViews::edgeName(std::size_t edge)
{
    return kCheckerHomes[edge];
}

void EdgeViews::watchChecks(std::vector<std::string> ids, Reading reading)
{
    SB_ASSERT(!m_reading);
    m_reading = std::move(reading);
    m_checkView.resize(ids.size());
    for (std::size_t check = 0; check < ids.size(); ++check) {
        Subject& subject = m_subjects.emplace_back();
        subject.label = subject.name = "health check " + ids[check];
        for (Belief& its : subject.beliefs)
            its.isHealthy = m_reading(check).isHealthy;
    }
}

void EdgeViews::onHealth(RegionId region, bool isHealthy, EventSeq cause)
{
    spread(region.value, isHealthy, cause);
}

void EdgeViews::onCheck(std::size_t check, bool isHealthy, EventSeq cause)
{
    spread(m_names.size() + check, isHealthy, cause);
}

void EdgeViews::spread(std::size_t subject, bool isHealthy, EventSeq cause)
{
    m_subjects[subject].lastNews = cause;
    for (std::size_t edge = 0; edge < kEdges; ++edge) {
        Belief& its = belief(edge, subject);
        const Instant at = m_env.now() + m_rng.between(kDelayMin, kDelayMax);
        its.due.push_back({ its.due.empty() ? at : std::max(at, its.due.back().at), isHealthy });
        m_env.mix(static_cast<std::uint64_t>(micros(its.due.back().at)));
    }
}

void EdgeViews::setCut(RegionId region, bool isCut)
{
    if (m_isCutBy[region.value] == isCut)
        return;
    for (std::size_t edge = 0; edge < kEdges; ++edge)
        apply(edge); // what was due before
    m_isCutBy[region.value] = isCut;
    m_env.mix((std::uint64_t { region.value } << 4) ^ (isCut ? 11U : 12U));
    for (std::size_t edge = 0; edge < kEdges; ++edge) {
        if (m_regionOfEdge[edge] != region)
            continue;
        m_frozen[edge] = isCut ? m_admission : std::vector<RegionAdmission> {};
        const Instant at = m_env.now() + m_rng.between(kDelayMin, kDelayMax);
        for (std::size_t about = 0; SB_MUTANT(EdgeStaysDeaf) && about < m_subjects.size(); ++about)
            belief(edge, about).due.clear();
        for (std::size_t about = 0; about < m_subjects.size() && !isCut; ++about)
            for (News& news : belief(edge, about).due) // they catch up
                news.at = std::max(news.at, at);
        for (ZoneNews& news : m_zones[edge].due)
            news.at = std::max(news.at, at);
    }
}

void EdgeViews::apply(std::size_t edge)
{
    if (isEdgeCut(edge))
        return;
    for (Subject& subject : m_subjects) {
        Belief& its = subject.beliefs[edge];
        for (; !its.due.empty() && its.due.front().at <= m_env.now(); its.due.pop_front())
            its.isHealthy = its.due.front().isHealthy;
    }
    ZoneCopy& zone = m_zones[edge];
    for (; !zone.due.empty() && zone.due.front().at <= m_env.now(); zone.due.pop_front())
        zone.version = zone.due.front().version;
}

EdgeViews::View EdgeViews::seenFrom(CityId city)
{
    pollWhenDue();
    return glimpsedFrom(city);
}

std::uint64_t EdgeViews::beliefsSeenFrom(CityId city)
{
    const std::size_t edge = edgeOf(city);
    apply(edge);
    const std::vector<RegionAdmission>& admission = isEdgeCut(edge) ? m_frozen[edge] : m_admission;
    std::uint64_t sum = m_zones[edge].version;
    for (std::size_t region = 0; region < m_names.size(); ++region)
        sum = hashCombine(sum,
            static_cast<std::uint64_t>(admission[region].rampPerMille) << 16
                | static_cast<std::uint64_t>(admission[region].dialPerMille) << 1
                | (belief(edge, region).isHealthy ? 1U : 0U));
    for (std::size_t check = 0; check < m_checkView.size(); ++check)
        sum = hashCombine(sum, belief(edge, m_names.size() + check).isHealthy ? 1U : 0U);
    return sum;
}

EdgeViews::View EdgeViews::glimpsedFrom(CityId city)
{
    const std::size_t edge = edgeOf(city);
    apply(edge);
    m_view = m_health;
    for (std::size_t region = 0; region < m_view.size(); ++region)
        m_view[region].isHealthy = belief(edge, region).isHealthy;
    for (std::size_t check = 0; check < m_checkView.size(); ++check) {
        m_checkView[check] = m_reading(check);
        m_checkView[check].isHealthy = belief(edge, m_names.size() + check).isHealthy;
    }
    return { m_view, isEdgeCut(edge) ? m_frozen[edge] : m_admission, m_checkView };
}

void EdgeViews::poll()
{
    m_polledAt = m_env.now();
    for (std::size_t edge = 0; edge < kEdges; ++edge)
        apply(edge);
    for (Subject& subject : m_subjects)
        logAgreement(subject);
    logSync();
}

std::uint32_t EdgeViews::publishZone(std::string object, std::string note, Actor actor, EventSeq cause)
{
    ++m_zoneVersion;
    for (ZoneCopy& zone : m_zones) {
        const Instant at = m_env.now() + m_rng.between(kZoneDelayMin, kZoneDelayMax);
        zone.due.push_back({ zone.due.empty() ? at : std::max(at, zone.due.back().at), m_zoneVersion });
        m_env.mix(static_cast<std::uint64_t>(micros(zone.due.back().at)));
    }
    m_zoneChanged = m_log.append({ .kind = EventKind::ZoneChanged,
        .severity = Severity::Notice,
        .actor = actor,
        .cause = cause,
        .object = std::move(object),
        .valueAfter = std::to_string(m_zoneVersion),
        .unit = "version",
        .note = std::move(note) });
    return m_zoneVersion;
}

std::uint32_t EdgeViews::zoneVersion(CityId city)
{
    apply(edgeOf(city));
    return m_zones[edgeOf(city)].version;
}

std::uint32_t EdgeViews::oldestZoneVersion() const
{
    std::uint32_t oldest = m_zoneVersion;
    for (const ZoneCopy& zone : m_zones)
        oldest = std::min(oldest, zone.version);
    return oldest;
}

void EdgeViews::logSync()
{
    if (!m_zoneChanged.isValid() || oldestZoneVersion() != m_zoneVersion)
        return;
    m_log.append({ .kind = EventKind::ZoneInSync,
        .severity = Severity::Info,
        .actor = Actor::Routing,
        .cause = m_zoneChanged,
        .object = "zone",
        .valueAfter = std::to_string(m_zoneVersion),
        .unit = "version",
        .note = "Every DNS edge answers by version " + std::to_string(m_zoneVersion) + " of the zone" });
    m_zoneChanged = EventSeq {};
}

void EdgeViews::logAgreement(Subject& subject)
{
    std::string healthy, unhealthy;
    for (std::size_t edge = 0; edge < kEdges; ++edge) {
        std::string& list = subject.beliefs[edge].isHealthy ? healthy : unhealthy;
        list += (list.empty() ? "" : ", ") + std::string(edgeName(edge));
    }
    const bool isAgreed = healthy.empty() || unhealthy.empty();
    if (isAgreed) {
        subject.disagreeSince = kNever;
        if (!subject.disagreed.isValid())
            return;
        m_log.append({ .kind = EventKind::EdgesAgree,
            .severity = Severity::Notice,
            .actor = Actor::Routing,
            .region = subject.region,
            .cause = subject.disagreed,
            .object = subject.label,
            .note = "All DNS edges believe again that " + subject.name + " is "
                + (healthy.empty() ? "unhealthy" : "healthy") });
        subject.disagreed = EventSeq {};
        return;
    }
    if (subject.disagreeSince == kNever)
        subject.disagreeSince = m_env.now();
    if (subject.disagreed.isValid() || m_env.now() - subject.disagreeSince <= kDelayMax)
        return; // on its way
    subject.disagreed = m_log.append({ .kind = EventKind::EdgesDisagree,
        .severity = Severity::Warning,
        .actor = Actor::Routing,
        .region = subject.region,
        .cause = subject.lastNews,
        .object = subject.label,
        .note = "DNS edges disagree about " + subject.name + ": healthy at " + healthy + "; unhealthy at "
            + unhealthy });
}

} // namespace sb
