// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routing/edge_views.h"

#include "backend/base/hash.h"
#include "backend/health/health_checks.h"

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
    , m_beliefs(kEdges * m_names.size())
    , m_isCutBy(m_names.size(), false)
    , m_disagreeSince(m_names.size(), kNever)
    , m_disagreed(m_names.size())
    , m_lastNews(m_names.size())
{
    static_assert(kEdges == kCheckerHomes.size());
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

void EdgeViews::onHealth(RegionId region, bool isHealthy, EventSeq cause)
{
    m_lastNews[region.value] = cause;
    for (std::size_t edge = 0; edge < kEdges; ++edge) {
        Belief& its = belief(edge, region.value);
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
        for (std::size_t about = 0; about < m_names.size() && !isCut; ++about)
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
    for (std::size_t region = 0; region < m_names.size(); ++region) {
        Belief& its = belief(edge, region);
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
            static_cast<std::uint64_t>(admission[region].rampPerMille) << 1
                | (belief(edge, region).isHealthy ? 1U : 0U));
    return sum;
}

EdgeViews::View EdgeViews::glimpsedFrom(CityId city)
{
    const std::size_t edge = edgeOf(city);
    apply(edge);
    m_view = m_health;
    for (std::size_t region = 0; region < m_view.size(); ++region)
        m_view[region].isHealthy = belief(edge, region).isHealthy;
    return { m_view, isEdgeCut(edge) ? m_frozen[edge] : m_admission };
}

void EdgeViews::poll()
{
    m_polledAt = m_env.now();
    for (std::size_t edge = 0; edge < kEdges; ++edge)
        apply(edge);
    for (std::size_t region = 0; region < m_names.size(); ++region)
        logAgreement(region);
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

void EdgeViews::logAgreement(std::size_t region)
{
    std::string healthy, unhealthy;
    for (std::size_t edge = 0; edge < kEdges; ++edge) {
        std::string& list = belief(edge, region).isHealthy ? healthy : unhealthy;
        list += (list.empty() ? "" : ", ") + std::string(edgeName(edge));
    }
    const bool isAgreed = healthy.empty() || unhealthy.empty();
    const RegionId id { static_cast<std::uint8_t>(region) };
    if (isAgreed) {
        m_disagreeSince[region] = kNever;
        if (!m_disagreed[region].isValid())
            return;
        m_log.append({ .kind = EventKind::EdgesAgree,
            .severity = Severity::Notice,
            .actor = Actor::Routing,
            .region = id,
            .cause = m_disagreed[region],
            .object = "health check of " + m_names[region],
            .note = "All DNS edges believe again that " + m_names[region] + " is "
                + (healthy.empty() ? "unhealthy" : "healthy") });
        m_disagreed[region] = EventSeq {};
        return;
    }
    if (m_disagreeSince[region] == kNever)
        m_disagreeSince[region] = m_env.now();
    if (m_disagreed[region].isValid() || m_env.now() - m_disagreeSince[region] <= kDelayMax)
        return; // on its way
    m_disagreed[region] = m_log.append({ .kind = EventKind::EdgesDisagree,
        .severity = Severity::Warning,
        .actor = Actor::Routing,
        .region = id,
        .cause = m_lastNews[region],
        .object = "health check of " + m_names[region],
        .note = "DNS edges disagree about " + m_names[region] + ": healthy at " + healthy + "; unhealthy at "
            + unhealthy });
}

} // namespace sb
