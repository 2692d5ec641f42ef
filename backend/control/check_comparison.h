// SPDX-License-Identifier: GPL-3.0-or-later
// One incident under many ways of checking health: for each setting (design, interval, threshold, depth of
// the health path) the same seeds are run as whole Worlds, and what came of it is counted: how long until the
// check saw it, how often a check was red for no reason, how many requests failed, when answers moved.
// The settings differ in nothing else; a seed draws when the incident begins and how it goes on.
// Thread: the caller's.
#pragma once

#include "backend/api/check_scores.h"
#include "backend/control/headless.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

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

// Told the share done, 0…1; false ends the comparison.
using ComparisonProgress = std::function<bool(double)>;
// All compared settings with the seeds 1 … `seeds`. Refuses another number than 1 … kComparisonSeedsMax;
// Errc::Cancelled when `progress` said so.
[[nodiscard]] Result<CheckComparisonView> compareChecks(
    CheckIncident incident, int seeds, const ComparisonProgress& progress);

// A table for people, one row for each setting; and one JSON object (docs/health-checks.md).
[[nodiscard]] std::string comparisonText(CheckIncident incident, const std::vector<CheckSummary>& rows);
[[nodiscard]] std::string comparisonJson(CheckIncident incident, std::uint64_t firstSeed,
    std::uint64_t lastSeed, const std::vector<CheckSummary>& rows);

} // namespace sb
