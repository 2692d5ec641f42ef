// SPDX-License-Identifier: GPL-3.0-or-later
// A region's right to acknowledge writes for a while, as voters outside of it granted it (recovery/fence.h).
// A plain value; the region asks it before each commit. The end is on the region's own monotonic clock, so
// that no message is needed to stop: whoever hears nothing stops by itself (Gray and Cheriton, "Leases",
// 1989).
#pragma once

#include "backend/base/time.h"

#include <cstdint>

namespace sb {

struct WriteLease {
    bool isRequired = false; // false: the run has no server-side fence, and every write passes
    bool isFenced = false; // a voter said that the region is fenced
    std::uint64_t epoch = 0; // it was granted under
    Duration until = 0us; // Replica::localElapsed()

    // `storeEpoch`: StoreNote::Epoch of the store that would take the write.
    [[nodiscard]] bool allows(Duration localElapsed, std::uint64_t storeEpoch) const
    {
        return !isRequired || (!isFenced && epoch == storeEpoch && localElapsed < until);
    }
    friend bool operator==(const WriteLease&, const WriteLease&) = default;
};

} // namespace sb
