// SPDX-License-Identifier: GPL-3.0-or-later
// What replication asks of whatever joins the regions: how long a message takes now, and how long a round
// trip usually takes. The simulated Network answers from its model. Where regions are separate programs the
// answer is zero for every other region: the component posted to is a stand-in that sends the message on.
// Thread: that of the Env behind it.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/time.h"

#include <cstddef>
#include <optional>

namespace sb {

class Links {
public:
    virtual ~Links() = default;
    // One-way delay of a message of `bytes` now; nullopt when it will certainly not arrive.
    [[nodiscard]] virtual std::optional<Duration> send(RegionId from, RegionId to, std::size_t bytes) = 0;
    // Without faults; a guide for patience, not a promise.
    [[nodiscard]] virtual Duration roundTrip(RegionId a, RegionId b) const = 0;
};

} // namespace sb
