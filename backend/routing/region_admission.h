// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps a record out of the answers besides its health. A hold or a ramp (of a fail-back, a routing
// control, a shift) says that a region shall not be used, or not by more than that; a dial says how much of
// its natural share it is meant to carry. So a dial gives way first when nobody else is left to carry the
// rest, and a hold only when otherwise the answer would be an unhealthy region.
#pragma once

#include <algorithm>

namespace sb {

// 0 … 1000 each; 1000 = all of its natural share.
struct RegionAdmission {
    int rampPerMille = 1000; // 0 = held out
    int dialPerMille = 1000; // 0 = dialled down to nothing
    // What it gets while others can carry the rest.
    [[nodiscard]] int perMille() const { return std::min(rampPerMille, dialPerMille); }
    friend bool operator==(const RegionAdmission&, const RegionAdmission&) = default;
};

} // namespace sb
