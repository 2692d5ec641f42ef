// SPDX-License-Identifier: GPL-3.0-or-later
// The upper end of a live chart's y axis: nice steps of 1, 2, 2.5 or 5 times a power of ten, growing at once
// when a value would leave the chart, shrinking only after the values stayed under half of it for five
// seconds of wall time, because an axis that jumps cannot be read.
// Pure values, no Qt; the caller hands in the time.
#pragma once

#include <cstdint>
#include <vector>

namespace sb {

struct AxisTicks {
    double top = 1; // a multiple of step
    double step = 1;
    friend bool operator==(const AxisTicks&, const AxisTicks&) = default;
};

// The least nice axis that holds `value` in at most four steps; at least one step of 1e-6.
[[nodiscard]] AxisTicks niceTicks(double value);

class LinearScale {
public:
    // The axis never gets shorter than one that holds `least`.
    explicit LinearScale(double least);
    // `highest`: the greatest value now shown. `wallMs`: a clock that does not go back. True when it changed.
    bool adapt(double highest, std::int64_t wallMs);
    [[nodiscard]] const AxisTicks& ticks() const { return m_ticks; }

private:
    AxisTicks m_least;
    AxisTicks m_ticks;
    std::int64_t m_lowSince = -1; // -1: not under half now
};

// A logarithmic axis from 10^bottom to 10^top, whole decades; the same hysteresis.
class LogScale {
public:
    LogScale(int bottom, int topLeast);
    bool adapt(double highest, std::int64_t wallMs);
    [[nodiscard]] int bottom() const { return m_bottom; }
    [[nodiscard]] int top() const { return m_top; }
    // log10 of the value, clamped to the bottom: what is plotted.
    [[nodiscard]] double plotted(double value) const;

private:
    int m_bottom;
    int m_topLeast;
    int m_top;
    std::int64_t m_lowSince = -1;
};

} // namespace sb
