// SPDX-License-Identifier: GPL-3.0-or-later
// From a ChartWindow to what one chart draws: which series belong on it, under which names, and each as
// polylines split at gaps. Pure functions over values; no widgets, no colours.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QList>
#include <QPointF>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace sb {

enum class ChartKind : std::uint8_t { Requests, Latency, Errors, Lag, Answers };
inline constexpr int kChartKindCount = static_cast<int>(ChartKind::Answers) + 1;

// Points a series may have; Qt Charts redraws all of them at every update.
inline constexpr int kPointsMax = 600;

struct ChartLine {
    QString label; // one to three characters, for the end of the line: "I", "p95"
    QString name; // "Ireland", "95th percentile"
    RegionId region; // invalid when it concerns all regions
    int style = 0; // 0-based; picks the dash pattern where there is no region
    std::vector<ChartColumn> columns; // oldest first, ends at the window's end
};

// Seconds the range covers.
[[nodiscard]] double secondsOf(ChartRange range);

// The lines of one chart, in the order of regions or percentiles. The lag of a region is the worst over its
// peers: how far behind the furthest copy of its writes is.
[[nodiscard]] std::vector<ChartLine> linesOf(
    ChartKind kind, const ChartWindow& window, const WorldDescription& description);

// How the columns of a window stand in time.
struct ColumnClock {
    double seconds = 0.5; // width of a column, above 0
    std::int64_t newest = 0; // number of the newest column since the start of the run
};
[[nodiscard]] ColumnClock clockOf(const ChartWindow& window);

struct MergedColumn {
    ChartColumn column;
    std::int64_t age = 0; // columns between its last one and the newest
};
// At most about `most` columns: neighbours are joined (least, greatest, last), so that no peak is lost.
// Groups are aligned to the run's clock and not to the newest column: the picture moves left without
// shimmering.
[[nodiscard]] std::vector<MergedColumn> merged(
    const std::vector<ChartColumn>& columns, std::int64_t newest, std::size_t most);

// One polyline per run of columns without a gap; x in seconds ago (the newest column at 0), at most about
// 2 `most` points in all. A column whose extremes differ by more than `resolution` (in plotted units)
// contributes both, any other its last value. A lone column becomes a short level line.
[[nodiscard]] std::vector<QList<QPointF>> polylines(const std::vector<ChartColumn>& columns,
    ColumnClock clock, std::size_t most, double resolution, const std::function<double(double)>& plotted);

// The greatest value shown; 0 without data.
[[nodiscard]] double highestOf(const std::vector<ChartLine>& lines);
// The last value of the column that covers `secondsAgo` (<= 0); nothing in a gap or outside.
[[nodiscard]] std::optional<double> valueAt(const ChartLine& line, double columnSeconds, double secondsAgo);

// A header "seconds_ago,utc,requests_per_second Ireland" and so on, then one row a column, oldest first; gaps
// are empty fields.
[[nodiscard]] QString csvOf(
    const std::vector<ChartKind>& kinds, const ChartWindow& window, const WorldDescription& description);

} // namespace sb
