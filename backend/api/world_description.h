// SPDX-License-Identifier: GPL-3.0-or-later
// What never changes during a run: the places, the seed, the calendar start.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/time.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sb {

struct RegionInfo {
    RegionId id;
    std::string code; // "eu-west-1"
    std::string name; // "Ireland"
    std::string city; // "Dublin"
    char letter = '?'; // unique in the run, shown in the region's glyph
    double latitude = 0; // degrees, north positive
    double longitude = 0; // degrees, east positive
};

struct CityInfo {
    CityId id;
    std::string name;
    std::string country; // ISO 3166 two letters
    double latitude = 0;
    double longitude = 0;
    std::int64_t population = 0;
};

enum class StoreKind : std::uint8_t { Memory, Sqlite };

struct WorldDescription {
    std::string title; // "bookstore", or the drill's title
    std::uint64_t seed = 1;
    UtcStart start;
    StoreKind store = StoreKind::Memory;
    std::vector<RegionInfo> regions; // index = RegionId
    std::vector<CityInfo> cities; // index = CityId
    std::vector<std::string> otherRegions; // codes that a new run could add
    // Objectives of the run: what counts as too much.
    int errorObjectivePerMille = 10; // failed calls in a window
    Duration rtoObjective = 5min;
    Duration lagObjective = 5s;
    std::string recordingPath; // empty when this run is not recorded
};

} // namespace sb
