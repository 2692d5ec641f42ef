// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/chart_store.h"

#include <algorithm>

namespace sb {

Duration ChartStore::columnWidth(ChartRange range)
{
    switch (range) {
    case ChartRange::TwoMinutes:
        return 500ms;
    case ChartRange::FifteenMinutes:
        return 3750ms;
    case ChartRange::TwoHours:
        return 30s;
    case ChartRange::Day:
        return 6min;
    }
    return 500ms;
}

ChartStore::ChartStore(std::vector<ChartSeries> series)
    : m_series(std::move(series))
{
    for (std::size_t i = 0; i < m_rungs.size(); ++i) {
        m_rungs[i].width = columnWidth(static_cast<ChartRange>(i));
        m_rungs[i].heat.push(HeatColumn {});
        for (std::size_t s = 0; s < m_series.size(); ++s) {
            m_rungs[i].rings.emplace_back(kColumns);
            m_rungs[i].rings.back().push(ChartColumn {});
        }
    }
}

void ChartStore::advance(Instant at)
{
    SB_ASSERT(at >= m_now);
    m_now = at;
    m_shown = nullptr;
    for (Rung& rung : m_rungs) {
        const std::int64_t column = micros(at) / rung.width.count();
        const std::int64_t missing = std::min<std::int64_t>(column - rung.column, kColumns);
        for (RingBuffer<ChartColumn>& ring : rung.rings)
            for (std::int64_t i = 0; i < missing; ++i)
                ring.push(ChartColumn {});
        for (std::int64_t i = 0; i < missing; ++i)
            rung.heat.push(HeatColumn {});
        rung.column = column;
    }
}

void ChartStore::add(std::size_t series, double value)
{
    m_shown = nullptr;
    const float sample = static_cast<float>(value);
    for (Rung& rung : m_rungs) {
        ChartColumn& column = rung.rings[series].back();
        column.min = column.isGap ? sample : std::min(column.min, sample);
        column.max = column.isGap ? sample : std::max(column.max, sample);
        column.last = sample;
        column.isGap = false;
    }
}

std::size_t ChartStore::heatRow(Duration latency)
{
    std::int64_t edge = 2'000; // us
    std::size_t row = 0;
    for (; row + 1 < kHeatRows && latency.count() > edge; ++row)
        edge += edge / 2;
    return row;
}

void ChartStore::addHeat(const Histogram& answered, std::uint32_t failed)
{
    m_shown = nullptr;
    std::array<std::uint32_t, kHeatRows> rows {};
    answered.forEachBucket([&](Duration edge, std::uint32_t count) { rows[heatRow(edge)] += count; });
    for (Rung& rung : m_rungs) {
        HeatColumn& column = rung.heat.back();
        for (std::size_t row = 0; row < rows.size(); ++row)
            column.requests[row] += rows[row];
        column.failed += failed;
        column.isGap = false;
    }
}

std::shared_ptr<const ChartWindow> ChartStore::window(ChartRange range) const
{
    if (m_shown && m_shown->range == range)
        return m_shown;
    const Rung& rung = m_rungs[static_cast<std::size_t>(range)];
    auto window = std::make_shared<ChartWindow>();
    window->range = range;
    window->column = rung.width;
    window->end = atMicros((rung.column + 1) * rung.width.count());
    window->series = m_series;
    window->heat.reserve(rung.heat.size());
    for (std::size_t i = 0; i < rung.heat.size(); ++i)
        window->heat.push_back(rung.heat[i]);
    for (std::size_t s = 0; s < m_series.size(); ++s) {
        const RingBuffer<ChartColumn>& ring = rung.rings[s];
        window->series[s].columns.reserve(ring.size());
        for (std::size_t i = 0; i < ring.size(); ++i)
            window->series[s].columns.push_back(ring[i]);
    }
    m_shown = window;
    return window;
}

} // namespace sb
