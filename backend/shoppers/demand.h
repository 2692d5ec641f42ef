// SPDX-License-Identifier: GPL-3.0-or-later
// Where and when people shop: cities in proportion to population and local hour. Integers only.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/rng.h"
#include "backend/net/atlas.h"

#include <vector>

namespace sb {

class Demand {
public:
    // `start` is the calendar time of virtual instant 0.
    Demand(std::size_t cityCount, UtcStart start);

    // Of each city's usual activity, in percent; all 100 at first. Takes effect at the next update.
    void setPercent(CityId city, int percent) { m_percent[city.value] = percent; }
    // Recomputes the weights for the local hours of `now`; call every few virtual minutes.
    void update(Instant now);
    [[nodiscard]] CityId drawCity(Rng& rng) const;
    // Activity of the whole world now, per mille of its daily average.
    [[nodiscard]] std::int64_t activityPerMille() const { return m_activityPerMille; }

    // Activity of a place by local time of day, per mille of its daily average. Shape ours: quiet at night,
    // a lunch bump, an evening peak.
    [[nodiscard]] static std::int64_t hourPerMille(std::int64_t localMinuteOfDay);

private:
    std::size_t m_cityCount;
    UtcStart m_start;
    WeightedChoice m_choice;
    std::vector<int> m_percent; // by city
    std::int64_t m_activityPerMille = 1000;
};

} // namespace sb
