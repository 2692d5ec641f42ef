// SPDX-License-Identifier: GPL-3.0-or-later
// Why customers of a city came into a region by another way than DNS: one record for each change of a city's
// destination, with its candidates, as DNS decisions have it.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/time.h"
#include "backend/health/region_health.h"

#include <cstdint>
#include <vector>

namespace sb {

// Between a customer and the edge that is nearest: ours, for a network with edges in every large city. The
// way from the edge to a region is reckoned as long as the customer's own, a few milliseconds too much.
inline constexpr Duration kEdgeRoundTrip = 10ms;

enum class EntryVerdict : std::uint8_t {
    Chosen,
    FurtherAway,
    Standby, // a secondary origin that nobody had to ask
    Unhealthy, // by its checks, or because it has just failed this request
    HeldOut, // its dial is at 0
    OutsideDial, // its dial turned this connection away
};
enum class EntryReason : std::uint8_t { Nearest, NextNearest, Primary, Secondary, FailOpen };

struct EntryCandidate {
    RegionId region;
    Duration roundTrip = 0us;
    RegionHealth health;
    EntryVerdict verdict = EntryVerdict::FurtherAway;
};

struct EntryRecord {
    std::uint64_t number = 0; // 1-based
    Instant at = kStart;
    CityId city;
    RegionId previous; // invalid at first
    RegionId answer;
    RegionId ifAllHealthy;
    EntryReason reason = EntryReason::Nearest;
    std::vector<EntryCandidate> candidates; // in order of preference
};

} // namespace sb
