// SPDX-License-Identifier: GPL-3.0-or-later
// What a live chart shows: equal columns of time, each with the least, greatest and last sample, ready to be
// drawn. A column without samples is a gap (not zero).
#pragma once

#include "backend/base/ids.h"
#include "backend/base/time.h"

#include <array>
#include <cstdint>
#include <vector>

namespace sb {

enum class Metric : std::uint8_t {
    RequestRate, // requests/s answered by `region` (any status)
    ErrorShare, // % of user-visible requests that failed, all regions; region invalid
    LatencyP50, // ms, user-visible, all regions
    LatencyP95,
    LatencyP99,
    ReplicationLag, // s, source `region` to target `peer`
    AnswerShare, // % of DNS answers handed out that name `region`
    OrderRate, // orders/s acknowledged by `region`
};
inline constexpr int kMetricCount = static_cast<int>(Metric::OrderRate) + 1;

struct ChartColumn {
    float min = 0;
    float max = 0;
    float last = 0;
    bool isGap = true;
};

struct ChartSeries {
    Metric metric = Metric::RequestRate;
    RegionId region;
    RegionId peer;
    std::vector<ChartColumn> columns; // oldest first; ends at ChartWindow::end
};

enum class ChartRange : std::uint8_t { TwoMinutes, FifteenMinutes, TwoHours, Day };

inline constexpr int kHeatRows = 20;
// Upper end of a row of the heat strip, in ms: each is 1.5 times the one below, from 2 ms; the last has none.
// What customers waited for their answers, all regions; `failed` are those in vain, which are in no row. Kept
// for every range, as many columns as the charts have (84 kB in all).
struct HeatColumn {
    std::array<std::uint32_t, kHeatRows> requests {};
    std::uint32_t failed = 0;
    bool isGap = true;
};

struct ChartWindow {
    ChartRange range = ChartRange::TwoMinutes;
    Instant end = kStart; // right edge
    Duration column = 500ms; // width of one column
    std::vector<ChartSeries> series;
    std::vector<HeatColumn> heat; // as many as a series has columns; empty: not kept for this range
};

} // namespace sb
