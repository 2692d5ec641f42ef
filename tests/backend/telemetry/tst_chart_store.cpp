// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/rng.h"
#include "backend/telemetry/chart_store.h"
#include "tests/backend/support/seeds.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace sb {
namespace {

constexpr ChartRange kRanges[]
    = { ChartRange::TwoMinutes, ChartRange::FifteenMinutes, ChartRange::TwoHours, ChartRange::Day };
constexpr std::size_t kColumnsMax = 240;

ChartStore oneSeries()
{
    return ChartStore({ ChartSeries { Metric::LatencyP99, RegionId {}, RegionId {}, {} } });
}

struct Sample {
    Instant at;
    float value = 0;
};

// What a window must show: every column from all samples that fell into it.
std::vector<ChartColumn> expectedColumns(
    const std::vector<Sample>& samples, Instant now, Duration width, std::size_t count)
{
    const std::int64_t newest = micros(now) / width.count();
    std::vector<ChartColumn> columns(count);
    for (const Sample& sample : samples) {
        const std::int64_t age = newest - micros(sample.at) / width.count();
        if (age >= static_cast<std::int64_t>(count))
            continue;
        ChartColumn& column = columns[count - 1 - static_cast<std::size_t>(age)];
        column.min = column.isGap ? sample.value : std::min(column.min, sample.value);
        column.max = column.isGap ? sample.value : std::max(column.max, sample.value);
        column.last = sample.value;
        column.isGap = false;
    }
    return columns;
}

TEST(ChartStore, ASpikeOfOneSampleShowsAtEveryRange)
{
    ChartStore store = oneSeries();
    for (int i = 0; i < 200; ++i) { // 100 s: within the shortest range
        store.advance(kStart + i * 500ms);
        store.add(0, i == 77 ? 900.0 : 10.0);
    }
    for (const ChartRange range : kRanges) {
        const auto window = store.window(range);
        const auto& columns = window->series[0].columns;
        const auto highest = std::max_element(
            columns.begin(), columns.end(), [](const auto& a, const auto& b) { return a.max < b.max; });
        EXPECT_EQ(highest->max, 900.0F);
        // Its place: the column that holds 38.5 s.
        const auto fromEnd = columns.end() - highest;
        const Instant left = window->end - fromEnd * window->column;
        EXPECT_LE(left, kStart + 38'500ms);
        EXPECT_GT(left + window->column, kStart + 38'500ms);
        EXPECT_EQ(std::count_if(columns.begin(), columns.end(), [](const auto& c) { return c.max > 10; }), 1);
        EXPECT_EQ(columns.back().last, 10.0F);
    }
}

TEST(ChartStore, ShowsExactlyTheSamplesOfEveryColumn)
{
    for (const std::uint64_t seed : test::seeds(20)) {
        SCOPED_TRACE(test::replayHint(seed));
        Rng rng(seed);
        ChartStore store = oneSeries();
        std::vector<Sample> samples;
        Instant now = kStart;
        for (int i = 0; i < 1'500; ++i) {
            now += rng.chance(5'000) ? rng.between(0us, 40min) : Duration { 500ms };
            store.advance(now);
            if (rng.chance(900'000)) {
                samples.push_back({ now, static_cast<float>(rng.between(-50, 1'000)) });
                store.add(0, static_cast<double>(samples.back().value));
            }
        }
        for (const ChartRange range : kRanges) {
            const auto window = store.window(range);
            const auto& columns = window->series[0].columns;
            ASSERT_LE(columns.size(), kColumnsMax);
            const auto expected = expectedColumns(samples, now, window->column, columns.size());
            for (std::size_t i = 0; i < columns.size(); ++i) {
                ASSERT_EQ(columns[i].isGap, expected[i].isGap) << "column " << i;
                ASSERT_EQ(columns[i].min, expected[i].min) << "column " << i;
                ASSERT_EQ(columns[i].max, expected[i].max) << "column " << i;
                ASSERT_EQ(columns[i].last, expected[i].last) << "column " << i;
            }
            EXPECT_LE(window->end - window->column, now);
            EXPECT_GT(window->end, now);
        }
    }
}

TEST(ChartStore, AGapStaysAGapAndIsNotZero)
{
    ChartStore store = oneSeries();
    store.advance(kStart);
    store.add(0, 5);
    store.advance(kStart + 5s);
    store.add(0, 7);
    const auto window = store.window(ChartRange::TwoMinutes);
    const auto& columns = window->series[0].columns;
    ASSERT_EQ(columns.size(), 11U);
    EXPECT_FALSE(columns.front().isGap);
    for (std::size_t i = 1; i < 10; ++i)
        EXPECT_TRUE(columns[i].isGap);
    EXPECT_EQ(columns.back().last, 7.0F);
}

TEST(ChartStore, AWindowIsNotChangedByLaterSamples)
{
    ChartStore store = oneSeries();
    store.advance(kStart);
    store.add(0, 1);
    const auto before = store.window(ChartRange::TwoMinutes);
    store.advance(kStart + 10s);
    store.add(0, 99);
    EXPECT_EQ(before->series[0].columns.size(), 1U);
    EXPECT_EQ(before->series[0].columns[0].last, 1.0F);
}

TEST(ChartStore, TheHeatStripSortsLatenciesIntoRowsHalfAgainAsHighAsTheOneBelow)
{
    EXPECT_EQ(ChartStore::heatRow(0us), 0U);
    EXPECT_EQ(ChartStore::heatRow(2ms), 0U);
    EXPECT_EQ(ChartStore::heatRow(2ms + 1us), 1U);
    EXPECT_EQ(ChartStore::heatRow(3ms), 1U);
    EXPECT_EQ(ChartStore::heatRow(4500us), 2U);
    EXPECT_EQ(ChartStore::heatRow(1h), kHeatRows - 1U) << "the last has no upper end";
    std::int64_t edge = 2'000;
    for (std::size_t row = 0; row + 1 < kHeatRows; ++row, edge += edge / 2) {
        EXPECT_EQ(ChartStore::heatRow(Duration { edge }), row);
        EXPECT_EQ(ChartStore::heatRow(Duration { edge + 1 }), row + 1);
    }
}

TEST(ChartStore, TheHeatStripAddsUpAtEveryRangeAndForgetsWhatIsOlderThanIt)
{
    ChartStore store({});
    Histogram answered;
    answered.add(10ms);
    answered.add(10ms);
    answered.add(300ms);
    for (int i = 0; i < 8; ++i) {
        store.advance(kStart + 500ms * i);
        store.addHeat(answered, 1);
    }
    for (int range = 0; range < 4; ++range) {
        const auto window = store.window(static_cast<ChartRange>(range));
        std::uint32_t failed = 0, slow = 0, all = 0;
        for (const HeatColumn& column : window->heat) {
            failed += column.failed;
            for (std::size_t row = 0; row < kHeatRows; ++row) {
                all += column.requests[row];
                slow += row == ChartStore::heatRow(300ms) ? column.requests[row] : 0;
            }
        }
        EXPECT_EQ(failed, 8U);
        EXPECT_EQ(all, 24U);
        EXPECT_EQ(slow, 8U);
        EXPECT_FALSE(window->heat.back().isGap);
    }
    store.advance(kStart + 10min);
    const auto later = store.window(ChartRange::TwoMinutes);
    EXPECT_EQ(later->heat.size(), 240U);
    EXPECT_TRUE(std::all_of(
        later->heat.begin(), later->heat.end(), [](const HeatColumn& column) { return column.isGap; }));
}

TEST(ChartStore, ASilenceLongerThanTheRangeEmptiesIt)
{
    ChartStore store = oneSeries();
    store.advance(kStart);
    store.add(0, 1);
    store.advance(kStart + 1h);
    const auto isGap = [](const ChartColumn& c) { return c.isGap; };
    const auto brief = store.window(ChartRange::TwoMinutes);
    EXPECT_EQ(brief->series[0].columns.size(), kColumnsMax);
    EXPECT_TRUE(std::all_of(brief->series[0].columns.begin(), brief->series[0].columns.end(), isGap));
    const auto day = store.window(ChartRange::Day);
    EXPECT_FALSE(day->series[0].columns.front().isGap);
}

TEST(ChartStore, TheRangesAreWhatTheirNamesSay)
{
    const std::pair<ChartRange, Duration> spans[] = { { ChartRange::TwoMinutes, 2min },
        { ChartRange::FifteenMinutes, 15min }, { ChartRange::TwoHours, 2h }, { ChartRange::Day, 24h } };
    for (const auto& [range, span] : spans)
        EXPECT_EQ(ChartStore::columnWidth(range) * kColumnsMax, span);
}

} // namespace
} // namespace sb
