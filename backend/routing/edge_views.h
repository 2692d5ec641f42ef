// SPDX-License-Identifier: GPL-3.0-or-later
// What each DNS edge location believes of the regions' health. A change of health leaves the aggregator and
// reaches every edge on its own, after a delay of its own (unpublished by the vendor: 1-3 s, seeded); so two
// edges may lawfully answer differently for a while, and during a partition for long. Edges stand at the
// eight homes of the health checkers; a city's resolver asks the edge nearest to it (great circle).
//
// Fault: the edges nearest to a region can be cut off. They keep what they believe, health and holds, until
// the cut ends; then they catch up, each after its delay. Disagreement that outlasts the usual delay is
// logged (EdgesDisagree), and so is its end (EdgesAgree).
//
// Checks that the zone's owner defined (watchChecks) travel as the regions' health does, each by itself.
// Versions of the zone travel the same ways, to each edge within a minute (1-60 s, seeded; a change that
// every edge has is "in sync"): publishZone().
//
// Posts no events: news is due at an instant and is applied when somebody looks, which comes to the same.
// Thread: World thread. Invariant: news of one region arrive at one edge in the order they were made.
#pragma once

#include "backend/health/region_health.h"
#include "backend/net/network.h"
#include "backend/routing/region_admission.h"
#include "backend/telemetry/event_log.h"

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

class EdgeViews {
public:
    static constexpr std::size_t kEdges = 8;
    static constexpr Duration kDelayMin = 1s, kDelayMax = 3s;
    static constexpr Duration kZoneDelayMin = 1s, kZoneDelayMax = 60s;

    struct View {
        const std::vector<RegionHealth>& health; // index = RegionId
        const std::vector<RegionAdmission>& admission;
        const std::vector<RegionHealth>& checks; // index as given to watchChecks(); empty without it
    };
    // The present reading of a check, as far as that is the same everywhere: who votes.
    using Reading = std::function<RegionHealth(std::size_t check)>;

    // `health` is what the checks publish (its tallies of checkers are current everywhere); both must outlive
    // this object. names: of the regions, for the log.
    EdgeViews(Env& env, EventLog& log, Network& network, std::vector<std::string> names,
        const std::vector<RegionHealth>& health, const std::vector<RegionAdmission>& admission);

    // The aggregator's judgement of a region changed (HealthRed, HealthGreen).
    void onHealth(RegionId region, bool isHealthy, EventSeq cause);
    // From now on these checks are believed as well, besides the regions; every edge begins with what the
    // readings say now. ids: for the log.
    void watchChecks(std::vector<std::string> ids, Reading reading);
    void onCheck(std::size_t check, bool isHealthy, EventSeq cause); // as onHealth()
    // Cuts off the edges that are nearer to this region than to any other of the run; false takes it back.
    void setCut(RegionId region, bool isCut);
    [[nodiscard]] bool isCut(RegionId region) const { return m_isCutBy[region.value]; }

    // A further version of the zone is on its way to the edges from now on; its number, the first zone's
    // being 0. Logs ZoneChanged, and ZoneInSync when every edge has it. object: what was changed; note: what
    // that does to whom.
    std::uint32_t publishZone(std::string object, std::string note, Actor actor, EventSeq cause);
    [[nodiscard]] std::uint32_t zoneVersion(CityId city); // at the edge that the city asks
    [[nodiscard]] std::uint32_t oldestZoneVersion() const; // that any edge still has

    // Valid until the next call.
    [[nodiscard]] View seenFrom(CityId city);
    // The same for those who only look: nothing is logged by it, so that a run goes on as if nobody had.
    [[nodiscard]] View glimpsedFrom(CityId city);
    // Equal for two questions from a city only if its edge believed the same of health and admission and
    // answered by the same version of the zone (but for a collision of 64 bits). Logs nothing.
    [[nodiscard]] std::uint64_t beliefsSeenFrom(CityId city);
    // Logs what is due, at most once a second; seenFrom() does so by itself.
    void pollWhenDue()
    {
        if (m_env.now() - m_polledAt >= 1s)
            poll();
    }
    [[nodiscard]] std::size_t edgeOf(CityId city) const { return m_edgeOfCity[city.value]; }
    [[nodiscard]] static std::string_view edgeName(std::size_t edge); // "us-east-1"
    [[nodiscard]] RegionId nearestRegion(std::size_t edge) const { return m_regionOfEdge[edge]; }
    [[nodiscard]] bool isEdgeCut(std::size_t edge) const { return isCut(m_regionOfEdge[edge]); }
    // Applies what is due and logs what that says. Called by seenFrom(), at most once a second.
    void poll();

private:
    struct News {
        Instant at = kStart;
        bool isHealthy = true;
    };
    struct ZoneNews {
        Instant at = kStart;
        std::uint32_t version = 0;
    };
    struct ZoneCopy { // of one edge
        std::uint32_t version = 0;
        std::deque<ZoneNews> due;
    };
    struct Belief { // of one edge about one region or check
        bool isHealthy = true;
        std::deque<News> due; // in order of arrival
    };

    struct Subject { // what edges believe something of: the regions first, then the checks
        std::string label; // "health check of Ireland", "health check 5f1b…"
        std::string name; // "Ireland", "health check 5f1b…"
        RegionId region; // invalid: a check
        std::array<Belief, kEdges> beliefs;
        Instant disagreeSince = kNever; // kNever: they agree
        EventSeq disagreed; // the event, as long as it holds
        EventSeq lastNews;
    };

    [[nodiscard]] Belief& belief(std::size_t edge, std::size_t subject)
    {
        return m_subjects[subject].beliefs[edge];
    }
    void spread(std::size_t subject, bool isHealthy, EventSeq cause);
    void apply(std::size_t edge);
    void logAgreement(Subject& subject);
    void logSync();

    Env& m_env;
    EventLog& m_log;
    std::vector<std::string> m_names;
    const std::vector<RegionHealth>& m_health;
    const std::vector<RegionAdmission>& m_admission;
    Rng m_rng;
    std::vector<std::size_t> m_edgeOfCity;
    std::array<RegionId, kEdges> m_regionOfEdge {};
    std::vector<Subject> m_subjects;
    Reading m_reading; // none: no checks
    std::vector<bool> m_isCutBy; // by region
    std::array<std::vector<RegionAdmission>, kEdges> m_frozen; // of edges that are cut off
    std::vector<RegionHealth> m_view, m_checkView; // scratch
    std::array<ZoneCopy, kEdges> m_zones;
    std::uint32_t m_zoneVersion = 0; // the newest
    EventSeq m_zoneChanged; // the newest change, until it is in sync
    Instant m_polledAt = kStart - 1s;
};

} // namespace sb
