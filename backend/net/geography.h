// SPDX-License-Identifier: GPL-3.0-or-later
// Distances on the globe in integer arithmetic (CORDIC), because they feed latencies and so the state hash:
// libm's trigonometry differs between platforms in its last bits.
#pragma once

#include "backend/base/time.h"

#include <cstdint>

namespace sb {

// Degrees times 10 000, north and east positive.
struct GeoPoint {
    std::int32_t latitudeE4 = 0;
    std::int32_t longitudeE4 = 0;
    friend bool operator==(const GeoPoint&, const GeoPoint&) = default;
};

// Great-circle distance in metres on a sphere of 6 371 km; right within 0.1 %.
[[nodiscard]] std::int64_t greatCircleMetres(GeoPoint a, GeoPoint b);

// Round trip of a home connection to a data centre over that distance: light in fibre (200 km/ms) along a
// path 1.5 times the great circle, there and back, plus 9 ms of access network.
[[nodiscard]] Duration userRoundTrip(std::int64_t metres);

} // namespace sb
