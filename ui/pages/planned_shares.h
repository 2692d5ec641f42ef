// SPDX-License-Identifier: GPL-3.0-or-later
// What share of the answers each region should have, by what it may receive now: each city's answers go to
// the region that the zone prefers for it, as far as that is healthy and admitted, and the rest to the next.
// The preference of a city is that of its latest decision; cities not seen yet do not count. An expectation,
// not a promise: resolvers keep old answers until they expire. Thread: UI thread; a value.
#pragma once

#include "backend/api/snapshot.h"

#include <cstdint>
#include <map>
#include <vector>

namespace sb {

class PlannedShares {
public:
    void clear();
    void learn(const Snapshot& snapshot);
    [[nodiscard]] std::size_t cities() const { return m_preferences.size(); }

    struct Dial {
        RegionId region; // invalid: as the dials stand
        int percent = 100;
    };
    // 0…1 by region; all 0 before a city is known.
    [[nodiscard]] std::vector<double> shares(const Snapshot& snapshot, Dial dial) const;

private:
    std::map<std::uint16_t, std::vector<RegionId>> m_preferences; // by city, best first
    std::uint64_t m_newest = 0; // number of the decision
};

// 0…1 of its natural answers that the region may receive with this dial, whatever else limits it.
[[nodiscard]] double admittedShare(const Snapshot& snapshot, RegionId region, PlannedShares::Dial dial);

} // namespace sb
