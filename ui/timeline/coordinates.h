// SPDX-License-Identifier: GPL-3.0-or-later
// Time to pixel and back for one horizontal axis, as free functions over plain values: no Qt, no state.
// Pixels are logical and fractional; an axis without width or without a span still answers with finite
// numbers (its left edge), so that a widget of no size never divides by zero.
#pragma once

#include "backend/api/world_description.h"

#include <vector>

namespace sb {

// Half-open range of virtual time.
struct TimeRange {
    Instant from = kStart;
    Instant to = kStart;
    [[nodiscard]] constexpr Duration span() const { return to - from; }
    [[nodiscard]] constexpr bool isEmpty() const { return to <= from; }
    [[nodiscard]] constexpr bool contains(Instant t) const { return t >= from && t < to; }
    friend constexpr bool operator==(const TimeRange&, const TimeRange&) = default;
};

struct TimeAxis {
    TimeRange range;
    double left = 0; // pixel of range.from
    double width = 0; // pixels; of range.to is left + width
};

inline constexpr Duration kSpanMin = 1s; // closest zoom
inline constexpr Duration kSpanMax = 48h; // furthest zoom

[[nodiscard]] double pixelAt(const TimeAxis& axis, Instant t);
// Rounded to the microsecond; clamped so that it never overflows.
[[nodiscard]] Instant instantAt(const TimeAxis& axis, double pixel);
[[nodiscard]] Duration durationOfPixels(const TimeAxis& axis, double pixels);

// The range scaled by `factor` (below 1 zooms in) so that `anchor` keeps its pixel; span within kSpanMin …
// kSpanMax. An anchor outside the range is allowed.
[[nodiscard]] TimeRange zoomed(TimeRange range, Instant anchor, double factor);
[[nodiscard]] TimeRange moved(TimeRange range, Duration by);
// At least kSpanMin long, at most kSpanMax, the middle kept; swapped ends are put in order.
[[nodiscard]] TimeRange normalised(TimeRange range);

// The least step of 1, 2, 5, 10, 15, 30 s, 1, 2, 5, 10, 15, 30 min, 1, 2, 3, 6, 12, 24 h whose labels are at
// least `labelPixels` apart.
[[nodiscard]] Duration tickStep(const TimeAxis& axis, double labelPixels);
// Instants of the ticks within the range, aligned to the calendar: `start` is the run's calendar start.
[[nodiscard]] std::vector<Instant> ticks(const TimeAxis& axis, Duration step, UtcStart start);

} // namespace sb
