// SPDX-License-Identifier: GPL-3.0-or-later
// Recursive resolvers: one per city that honours the TTL, and one that does not (it keeps an answer for half
// an hour), for the share of clients that such resolvers and client caches serve in life. They ask the zone
// when a client asks and their answer has expired; every such decision is recorded with its explanation.
// Thread: World thread.
#pragma once

#include "backend/base/ring_buffer.h"
#include "backend/net/network.h"
#include "backend/routing/edge_views.h"
#include "backend/routing/zone.h"

#include <functional>
#include <vector>

namespace sb {

struct RecordedDecision {
    std::uint64_t number = 0; // 1-based
    Instant at = kStart;
    CityId city;
    bool isTtlIgnorer = false; // asked by the resolver that keeps answers too long
    RegionId previous; // answer held before; invalid at first
    Duration ttl = 60s;
    ZoneDecision decision;
    mutable std::shared_ptr<const std::string> explanation; // see Resolvers::explanationOf()
};

class Resolvers {
public:
    static constexpr Duration kIgnorerTtl = 30min;

    // `health` and `admission` are read at each decision and must outlive this object.
    Resolvers(Env& env, Network& network, RunZone zone, const std::vector<RegionHealth>& health,
        const std::vector<RegionAdmission>& admission);

    // From now on a city's questions are answered by what its DNS edge believes; must outlive this object.
    void setEdges(EdgeViews& edges) { m_edges = &edges; }

    // Whether a region's name has addresses; while it has none the zone answers with nothing (NODATA), which
    // resolvers keep for the time to live as they keep an answer.
    void setAddresses(std::function<bool(RegionId)> hasAddresses)
    {
        m_hasAddresses = std::move(hasAddresses);
    }

    // The region the city's resolver answers now; invalid: its name has no address. Asks the zone when the
    // cached answer expired. Of several values the first counts, which is drawn. Where the zone has no answer
    // the resolver keeps the old one; without one it goes by the zone's first region.
    [[nodiscard]] RegionId answer(CityId city, bool isTtlIgnorer);

    // A new version of the zone is in force from now on; with edges, at each as soon as it has arrived there.
    // It must be for the same regions. Cached answers stay until they expire. The words are those of
    // EdgeViews::publishZone().
    void publish(RunZone zone, std::string object, std::string note, Actor actor, EventSeq cause);

    // The newest version.
    [[nodiscard]] const RunZone& zone() const { return m_desks.back()->zone(); }
    // A region's routing control, which the zone's "control-<code>" checks follow; on at first.
    void setControl(RegionId region, bool isOn);
    [[nodiscard]] bool control(RegionId region) const { return m_desks.back()->control(region); }
    [[nodiscard]] const RingBuffer<RecordedDecision>& decisions() const { return m_decisions; }
    // Cached answers of the TTL-honouring resolvers, by region, that have not expired; index = RegionId.
    [[nodiscard]] std::vector<std::uint64_t> liveAnswers() const;
    // What a city's resolver holds and has not forgotten; invalid: nothing.
    [[nodiscard]] RegionId cached(CityId city, bool isTtlIgnorer) const;
    // What a city's resolver would be told if it asked now, without asking; where a policy draws, by a draw
    // of the city's own that is always the same.
    [[nodiscard]] RegionId wouldAnswer(CityId city) const;
    // The same for those who only look: whether or not it is asked for, a run goes on alike.
    [[nodiscard]] RegionId answerSeen(CityId city) const;
    // What a city's resolver would be told now of any name (empty: that of the customers), with all reasons,
    // by the draw of wouldAnswer(); nothing is recorded, logged or kept.
    struct Trial {
        ZoneDesk::Reading reading;
        bool hasAddress = true; // false: the region that is named has none at present
    };
    [[nodiscard]] Trial tryOut(CityId city, bool isTtlIgnorer, const std::string& name) const;
    // The zone that the city's edge answers by.
    [[nodiscard]] const RunZone& zoneSeen(CityId city) const { return deskFor(city).zone(); }
    // How likely each region is to be what a city's resolver would be told now; index = RegionId, in
    // Walker::kWhole-ths. `out`: as it would be with that region held out of the answers.
    // Valid until the next call for that city and region.
    [[nodiscard]] const std::vector<std::uint64_t>& chances(CityId city, RegionId out = {}) const;
    // The same for those who only look.
    [[nodiscard]] const std::vector<std::uint64_t>& chancesSeen(CityId city, RegionId out = {}) const;
    // What share of the cities' resolvers each region would get if all asked now, per million; index =
    // RegionId. By the version of the zone that each one's edge has, or by `wouldBe` at all of them.
    [[nodiscard]] std::vector<std::int64_t> sharesPerMillion(const RunZone* wouldBe = nullptr) const;
    // A decision's explanation in English, written when first asked for and kept with it.
    [[nodiscard]] static std::shared_ptr<const std::string> explanationOf(const RecordedDecision& record);
    // Called after each decision.
    void onDecision(std::function<void(const RecordedDecision&)> callback)
    {
        m_onDecision = std::move(callback);
    }

private:
    struct Cache {
        RegionId region;
        Instant expiresAt = kStart;
        bool isEmpty = false; // the zone answered with nothing
    };

    [[nodiscard]] ZoneDesk& deskFor(CityId city) const;
    [[nodiscard]] EdgeViews::View viewOf(CityId city) const;
    [[nodiscard]] EdgeViews::View glimpseOf(CityId city) const;
    // Equal only while nothing has changed that the answer to the city depends on; 0: not known.
    [[nodiscard]] std::uint64_t beliefsOf(CityId city) const;
    [[nodiscard]] RegionId drawnFor(CityId city) const;
    [[nodiscard]] const Asker& askerOf(CityId city, bool isTtlIgnorer) const;

    Env& m_env;
    Network& m_network;
    // By version; versions that no edge has any more are null.
    std::vector<std::unique_ptr<ZoneDesk>> m_desks;
    Rng m_rng;
    mutable std::vector<Asker> m_askers; // by city; the bucket is that of the last question
    const std::vector<RegionHealth>& m_health;
    const std::vector<RegionAdmission>& m_admission;
    std::vector<RegionHealth> m_noChecks; // without edges nothing is known of defined checks
    EdgeViews* m_edges = nullptr; // none: everybody believes what is published
    // What drawnFor() found, by city, for as long as nothing that it depends on has changed.
    struct Drawn {
        std::uint64_t beliefs = 0; // 0: nothing yet
        RegionId region;
    };
    mutable std::vector<Drawn> m_drawn;
    struct Chances { // the same of chances()
        std::uint64_t beliefs = 0;
        std::vector<std::uint64_t> byRegion;
    };
    mutable std::vector<Chances> m_chances; // by city; of it, by the region that is out, and the last of none
    std::uint64_t m_levers = 0; // counts changes of controls and zones
    std::vector<Cache> m_caches; // two per city: honouring, ignoring
    std::vector<std::uint16_t> m_buckets; // per city: 0 … 999
    RingBuffer<RecordedDecision> m_decisions { 256 };
    std::uint64_t m_count = 0;
    std::function<bool(RegionId)> m_hasAddresses;
    std::function<void(const RecordedDecision&)> m_onDecision;
};

} // namespace sb
