// SPDX-License-Identifier: GPL-3.0-or-later
// "Which way of checking health would have served best?": one incident, ten settings, the same seeds; what
// came of each. Values only; how the runs are made is control/check_comparison.h. Thread: any.
#pragma once

#include "backend/api/run_config.h"
#include "backend/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

enum class CheckIncident : std::uint8_t {
    Outage, // the region is gone
    GrayFailure, // 30 % of its requests end in 500, its health path is sound
    IntermittentLoss, // everything fails there for some seconds, again and again
    HealthPathBroken, // its health path is broken, its requests are sound
    CheckersCut, // 85 % of the checkers do not reach it, its customers do
};
inline constexpr int kCheckIncidentCount = static_cast<int>(CheckIncident::CheckersCut) + 1;
// "outage", "gray-failure", "intermittent-loss", "health-path-broken", "checkers-cut"
[[nodiscard]] std::string_view toString(CheckIncident incident);
// Its customers in the region are hurt: a red check is right. Otherwise each red check is a false alarm.
[[nodiscard]] bool hurtsCustomers(CheckIncident incident);

struct CheckScoreView { // of one setting over all seeds; times are from the incident's begin
    CheckDesign design = CheckDesign::Route53;
    Duration interval = 30s;
    int threshold = 3;
    bool isDeep = false; // the health path asks a service and the store, not the gateway alone
    int runs = 0;
    int red = 0, moved = 0; // runs in which the region's check turned red, in which answers left the region
    std::optional<Duration> redP50, redP95; // of those that turned red, nearest rank; empty: none did
    std::optional<Duration> movedP50, movedP95;
    int falseAlarms = 0; // red checks of regions whose customers were well
    int moves = 0; // times that answers began to leave the region
    std::uint64_t requests = 0, failed = 0;
    friend bool operator==(const CheckScoreView&, const CheckScoreView&) = default;
};

struct CheckComparisonView {
    CheckIncident incident = CheckIncident::Outage;
    int seeds = 0; // 1, 2, …
    std::vector<CheckScoreView> rows;
    friend bool operator==(const CheckComparisonView&, const CheckComparisonView&) = default;
};

inline constexpr int kComparisonSeedsMax = 100;

} // namespace sb
