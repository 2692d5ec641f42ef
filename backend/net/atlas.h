// SPDX-License-Identifier: GPL-3.0-or-later
// The real places a World can be built from: 21 cloud regions with their measured round-trip matrix and the
// 300 largest cities. Read once from resources/; provenance in NOTICE.
#pragma once

#include "backend/base/result.h"
#include "backend/net/geography.h"

#include <string>
#include <string_view>
#include <vector>

namespace sb {

struct AtlasRegion {
    std::string code; // "eu-west-1"
    std::string name; // "Ireland"
    std::string city;
    char letter = '?';
    GeoPoint place;
    std::vector<Duration> roundTrip; // to every region of the atlas, in atlas order
    std::string country; // ISO 3166-1 alpha-2
};

struct AtlasCity {
    std::string name;
    std::string country;
    GeoPoint place;
    std::int64_t population = 0;
};

struct Atlas {
    std::vector<AtlasRegion> regions;
    std::vector<AtlasCity> cities; // most populous first

    // Index of a region code; UnknownName with the nearest known code otherwise.
    [[nodiscard]] Result<std::size_t> findRegion(std::string_view code) const;
};

// Parsed on first use, shared afterwards; constant.
[[nodiscard]] const Atlas& atlas();

} // namespace sb
