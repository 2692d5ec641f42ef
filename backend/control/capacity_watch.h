// SPDX-License-Identifier: GPL-3.0-or-later
// Watches what is asked of each region against what it can do, and looks ahead when answers move or demand
// grows. Tells it as events:
//   CapacityWarning    a region will be full; once, until what is foreseen stays under nine tenths for half a
//                      minute
//   CapacityExceeded   over 3 s a region was asked for more than it can do, and refused requests or it was so
//                      for five looks in a row
//   CapacityRelieved   and has been under nine tenths of it for five looks in a row (a look a second)
// An observer: nothing of it feeds the run. Where no region could be filled by all customers together, it
// only counts. Thread: World thread.
#pragma once

#include "backend/control/simulation.h"
#include "backend/recovery/capacity_outlook.h"

#include <string>
#include <vector>

namespace sb {

class Simulation::CapacityWatch {
public:
    explicit CapacityWatch(Simulation& simulation);
    // Every half virtual second.
    void sample();

    // Of the region's capacity over the last 3 s; what was refused counts as asked for.
    [[nodiscard]] int loadPerMille(RegionId region) const { return m_places[region.value].loadPerMille; }
    // The most so far; for reports.
    [[nodiscard]] int peakPerMille(RegionId region) const { return m_places[region.value].peakPerMille; }
    [[nodiscard]] std::vector<CapacityView> views() const; // for showing: logs nothing
    // What the command would fill, as the end of a sentence: empty when nothing.
    [[nodiscard]] std::string warningOf(const Command& command) const;
    // The regions if this one received that share of its present answers only; now.
    [[nodiscard]] CapacityOutlook outlookWithout(RegionId region, int keepsPerMille) const;
    // If the region had all its natural answers.
    [[nodiscard]] CapacityOutlook outlookWith(RegionId region) const;
    // What the region's customers ask for now, without repeats; thousandths of a request a second.
    [[nodiscard]] std::int64_t demandMilliHz(std::size_t origin) const { return m_origins[origin].demand; }

private:
    struct Sampled { // counters of one half second
        std::vector<std::uint64_t> work, repeats, arrived; // by region
    };
    struct Place {
        int loadPerMille = 0, peakPerMille = 0;
        int over = 0, under = 0; // looks in a row
        bool isExceeded = false;
        std::uint64_t refused = 0; // at the last look
        std::uint64_t refusedBefore = 0, arrivedBefore = 0, repeatsBefore = 0; // when it was exceeded
        Instant exceededAt = kStart;
        EventSeq exceeded;
        bool isWarned = false;
        int calmLooks = 0; // ahead, in a row
        Instant fullAt = kNever; // as foreseen
    };
    struct Origin {
        std::int64_t demand = 0; // thousandths of a request a second, while served well; else see measure()
        std::int64_t cities = 0; // sum of its cities' slow rates
        std::int64_t lastAsked = 0, lastFailed = 0;
        std::vector<std::int64_t> recent; // asked, by look of two seconds, newest last
    };

    void sampleLoad();
    void judge(RegionId region);
    void measure();
    void measureCities();
    [[nodiscard]] static int trendPerMille(const Origin& origin);
    [[nodiscard]] bool canAnyFill() const;
    void lookAheadNow();
    void tell(RegionId region, const CapacityOutlook::Place& outlook, const std::string& why);
    [[nodiscard]] CapacityPicture picture() const; // without streams
    // `isLook`: for showing; then nothing is logged by it.
    [[nodiscard]] CapacityOutlook outlookOf(RegionId without, int keepsPerMille, bool isLook) const;
    void addStream(
        CapacityPicture& picture, CityId city, RegionId from, RegionId to, std::int64_t perMillion) const;
    [[nodiscard]] std::string textOf(const CapacityOutlook& outlook, RegionId but) const;

    Simulation& m_sim;
    std::vector<Place> m_places;
    std::vector<Origin> m_origins;
    std::vector<std::int64_t> m_cityMilliHz; // by city, slow
    std::vector<std::uint64_t> m_cityAsked; // at the last measurement
    std::vector<RegionId> m_answers; // by city, at the last look; empty: not looked
    std::vector<Sampled> m_history; // ring of the last 7
    std::uint64_t m_count = 0;
    Instant m_movedAt = kStart; // when answers last moved
};

} // namespace sb
