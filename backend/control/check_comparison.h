// SPDX-License-Identifier: GPL-3.0-or-later
// One incident under many ways of checking health: for each setting (design, interval, threshold, depth of
// the health path) the same seeds are run as whole Worlds, and what came of it is counted: how long until the
// check saw it, how often a check was red for no reason, how many requests failed, when answers moved.
// The settings differ in nothing else; a seed draws when the incident begins and how it goes on.
// Thread: the caller's.
#pragma once

#include "backend/api/run_config.h"
#include "backend/control/headless.h"

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

struct CheckSetting {
    CheckDesign design = CheckDesign::Route53;
    Duration interval = 30s;
    int threshold = 3; // as RunConfig::healthThreshold
    bool isDeep = false;
    friend bool operator==(const CheckSetting&, const CheckSetting&) = default;
};
// "route53 30s x3 shallow"
[[nodiscard]] std::string nameOf(const CheckSetting& setting);
// The ten that are compared.
[[nodiscard]] const std::vector<CheckSetting>& comparedSettings();

// Of one run. Times are from the incident's begin.
struct CheckScore {
    std::uint64_t seed = 0;
    std::optional<Duration> redAfter; // the region's check, right or wrong
    std::optional<Duration> movedAfter; // the first answer that left the region
    int falseAlarms = 0; // red checks of regions whose customers were well
    int moves = 0; // times that answers began to leave the region
    std::uint64_t requests = 0, failed = 0; // of the whole run
};

// The world and what happens to it; the same for every setting but for the setting itself.
[[nodiscard]] HeadlessRequest comparisonRun(
    const CheckSetting& setting, CheckIncident incident, std::uint64_t seed);
// Refuses what runHeadless() refuses; Errc::Cancelled when `progress` said so.
[[nodiscard]] Result<CheckScore> scoreSetting(const CheckSetting& setting, CheckIncident incident,
    std::uint64_t seed, const ProgressFunction& progress = {});

// Of one setting over all seeds.
struct CheckSummary {
    CheckSetting setting;
    std::vector<CheckScore> scores; // by seed
    [[nodiscard]] int redCount() const;
    [[nodiscard]] int movedCount() const;
    // Of those that turned red (moved); `percent` 0 … 100, nearest rank. Empty: none did.
    [[nodiscard]] std::optional<Duration> redPercentile(int percent) const;
    [[nodiscard]] std::optional<Duration> movedPercentile(int percent) const;
    [[nodiscard]] int falseAlarms() const;
    [[nodiscard]] int moves() const;
    [[nodiscard]] std::uint64_t requests() const;
    [[nodiscard]] std::uint64_t failed() const;
};

// A table for people, one row for each setting; and one JSON object (docs/health-checks.md).
[[nodiscard]] std::string comparisonText(CheckIncident incident, const std::vector<CheckSummary>& rows);
[[nodiscard]] std::string comparisonJson(CheckIncident incident, std::uint64_t firstSeed,
    std::uint64_t lastSeed, const std::vector<CheckSummary>& rows);

} // namespace sb
