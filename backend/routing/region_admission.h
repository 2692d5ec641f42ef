// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps a record out of the answers besides its health: the hold and the ramp of a damped fail-back.
#pragma once

namespace sb {

// 0 … 1000; 1000 = all of its natural share.
struct RegionAdmission {
    int rampPerMille = 1000; // 0 = held out
    friend bool operator==(const RegionAdmission&, const RegionAdmission&) = default;
};

} // namespace sb
