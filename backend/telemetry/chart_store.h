// SPDX-License-Identifier: GPL-3.0-or-later
// Live series in a ladder of rings: 2 min at 0.5 s, 15 min at 3.75 s, 2 h at 30 s, 24 h at 6 min; 240 columns
// each, so memory is constant; and the heat strip of latencies beside them. Every ring keeps min, max and
// last of a column: a single-sample spike stays visible at every range.
#pragma once

#include "backend/base/ring_buffer.h"
#include "backend/telemetry/chart_window.h"
#include "backend/telemetry/histogram.h"

#include <array>
#include <memory>
#include <vector>

namespace sb {

class ChartStore {
public:
    // Declares the series once; samples are given by index in this order.
    explicit ChartStore(std::vector<ChartSeries> series);

    // Starts the sample of instant `at`; instants must not decrease. Columns no sample fell into are gaps.
    void advance(Instant at);
    void add(std::size_t series, double value);
    // To the heat strip's newest column of every range: what was answered since the last sample, and how many
    // calls were in vain.
    void addHeat(const Histogram& answered, std::uint32_t failed);
    // The row of the strip that a latency belongs to.
    [[nodiscard]] static std::size_t heatRow(Duration latency);

    // The same one until there is another sample.
    [[nodiscard]] std::shared_ptr<const ChartWindow> window(ChartRange range) const;
    [[nodiscard]] static Duration columnWidth(ChartRange range);

private:
    static constexpr std::size_t kColumns = 240;
    struct Rung {
        Duration width;
        std::int64_t column = 0; // number of the newest column since the start
        std::vector<RingBuffer<ChartColumn>> rings; // one a series
        RingBuffer<HeatColumn> heat { kColumns };
    };

    std::vector<ChartSeries> m_series; // columns empty: the declaration
    std::array<Rung, 4> m_rungs;
    Instant m_now = kStart;
    mutable std::shared_ptr<const ChartWindow> m_shown; // null: something was added since
};

} // namespace sb
