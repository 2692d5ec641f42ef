// SPDX-License-Identifier: GPL-3.0-or-later
// What a move of traffic does to the regions that receive it: which share of its capacity each is asked for,
// second by second, and when it is full. A pure function of plain values: whoever has the flows, the answers
// and the caches can ask "what if". It knows nothing of how an answer is chosen.
// The model, in steps of a second and in integers:
//   answers      a city's resolver asks again within one TTL, at a moment spread evenly over it
//   connections  of those whose answer has changed, one in `connectionSeconds` opens a new one each second;
//                customers of a region that does not answer do so within a few seconds
//   stragglers   the share of clients that ignore the TTL stays
//   demand       grows by the stream's `trendPerMille` each minute, and by no more than half in all
//   caches       fill and empty as those of the regions do (region/cache_warmth.h); a miss costs more
// What it leaves out, and why it errs on the late side once a region is full: repeats of refused requests.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/time.h"

#include <cstdint>
#include <vector>

namespace sb {

// Customers of one origin (those nearest to region number `origin`) whose connections lead to `from` and
// whose resolvers will be told `to`.
struct TrafficStream {
    RegionId from, to;
    std::uint8_t origin = 0;
    std::int64_t milliHz = 0; // what they ask for, without repeats
    int trendPerMille = 0; // by which that grows, each minute
};

struct CapacityPicture {
    struct Place {
        std::int64_t capacityHz = 0;
        bool isAnswering = true;
        std::vector<std::int64_t> warmth; // by origin, of CacheWarmth::kFull
    };
    std::vector<Place> places; // index = RegionId
    std::vector<TrafficStream> streams;
    int readPerMille = 750; // share of the requests that read
    std::int64_t cacheFillReads = 4'000;
    Duration startsIn = 0us; // until the first answers change
    Duration ttl = 60s;
    int connectionSeconds = 25;
    int ignorersPercent = 3;
};

struct CapacityOutlook {
    struct Place {
        int nowPerMille = 0; // of its capacity
        int peakPerMille = 0; // the most within the horizon
        int endPerMille = 0; // at the horizon
        Duration fullIn = Duration::max(); // when it is asked for its whole capacity; max: not in sight
    };
    std::vector<Place> places; // index = RegionId
};

[[nodiscard]] CapacityOutlook lookAhead(const CapacityPicture& picture, Duration horizon = 10min);

} // namespace sb
