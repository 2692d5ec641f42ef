// SPDX-License-Identifier: GPL-3.0-or-later
// Axis scales and the way from columns to polylines: no window needed.
#include "ui/charts/axis_scale.h"
#include "ui/charts/chart_data.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace {

using namespace sb;

constexpr std::size_t kManyColumns = 400;

ChartColumn at(float value)
{
    return { value, value, value, false };
}

double asIs(double value)
{
    return value;
}

WorldDescription twoRegions()
{
    WorldDescription world;
    world.regions = { { RegionId { 0 }, "eu-west-1", "Ireland", "Dublin", 'I', 0, 0 },
        { RegionId { 1 }, "ap-southeast-1", "Singapore", "Singapore", 'S', 0, 0 } };
    return world;
}

} // namespace

class TestChartData : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void ticksAreNiceAndHoldTheValueInAtMostFourSteps();
    void ticksOfNonsenseAreStillAnAxis();
    void axisGrowsAtOnce();
    void axisShrinksOnlyAfterFiveSecondsUnderHalf();
    void axisNeverGetsShorterThanItsLeast();
    void logAxisGrowsByDecadesAndClampsSmallValues();
    void gapsSplitTheLineAndAreNeverZero();
    void aLoneColumnIsAShortLevelLine();
    void aSpikeOfOneColumnSurvivesMerging();
    void groupsStayTheSameWhenTheWindowMovesOn();
    void noSeriesHasMoreThanSixHundredPoints();
    void lagOfARegionIsTheWorstOverItsPeers();
    void linesOfAnEmptyWindowHaveNoColumns();
    void valueUnderTheCrosshairIsThatOfItsColumn();
    void csvHasOneRowAColumnAndLeavesGapsEmpty();
};

void TestChartData::ticksAreNiceAndHoldTheValueInAtMostFourSteps()
{
    for (double value = 0.0007; value < 3e9; value *= 1.37) {
        const AxisTicks ticks = niceTicks(value);
        QVERIFY2(ticks.top >= value * (1 - 1e-9), qPrintable(QString::number(value)));
        QVERIFY(ticks.top < value * 2.6);
        const double steps = ticks.top / ticks.step;
        QVERIFY(std::abs(steps - std::round(steps)) < 1e-6 && steps < 4.5);
        const double digits = ticks.step / std::pow(10, std::floor(std::log10(ticks.step) + 1e-9));
        QVERIFY2(std::abs(digits - 1) < 1e-6 || std::abs(digits - 2) < 1e-6 || std::abs(digits - 2.5) < 1e-6
                || std::abs(digits - 5) < 1e-6,
            qPrintable(QString::number(digits)));
    }
    QCOMPARE(niceTicks(1200).top, 1500.0);
    QCOMPARE(niceTicks(100), (AxisTicks { 100, 25 }));
}

void TestChartData::ticksOfNonsenseAreStillAnAxis()
{
    for (const double value : { 0.0, -5.0, std::nan(""), std::numeric_limits<double>::infinity(), 1e300 }) {
        const AxisTicks ticks = niceTicks(value);
        QVERIFY(std::isfinite(ticks.top) && ticks.top > 0 && ticks.step > 0);
    }
}

void TestChartData::axisGrowsAtOnce()
{
    LinearScale scale(10);
    QVERIFY(scale.adapt(900, 0));
    QCOMPARE(scale.ticks().top, 1000.0);
    QVERIFY(!scale.adapt(1000, 1));
}

void TestChartData::axisShrinksOnlyAfterFiveSecondsUnderHalf()
{
    LinearScale scale(10);
    scale.adapt(900, 0);
    QVERIFY(!scale.adapt(100, 1000));
    QVERIFY(!scale.adapt(100, 5999));
    QVERIFY(!scale.adapt(501, 6000)); // one look over half starts the wait anew
    QVERIFY(!scale.adapt(100, 7000));
    QVERIFY(!scale.adapt(100, 11'999));
    QVERIFY(scale.adapt(100, 12'000));
    QCOMPARE(scale.ticks().top, 100.0);
}

void TestChartData::axisNeverGetsShorterThanItsLeast()
{
    LinearScale scale(40);
    scale.adapt(500, 0);
    scale.adapt(0, 10);
    scale.adapt(0, 6000);
    QCOMPARE(scale.ticks().top, 40.0);
    QVERIFY(!scale.adapt(0, 60'000));
    QVERIFY(!scale.adapt(std::nan(""), 70'000));
}

void TestChartData::logAxisGrowsByDecadesAndClampsSmallValues()
{
    LogScale scale(-2, 1);
    QCOMPARE(scale.plotted(0), -2.0);
    QCOMPARE(scale.plotted(1e-9), -2.0);
    QCOMPARE(scale.plotted(100), 2.0);
    QVERIFY(!scale.adapt(10, 0));
    QVERIFY(scale.adapt(11, 0));
    QCOMPARE(scale.top(), 2);
    QVERIFY(!scale.adapt(0.2, 100));
    QVERIFY(scale.adapt(0.2, 5100));
    QCOMPARE(scale.top(), 1);
}

void TestChartData::gapsSplitTheLineAndAreNeverZero()
{
    const std::vector<ChartColumn> columns { at(5), at(6), {}, {}, at(7), at(8), at(9) };
    const auto runs = polylines(columns, { 1, 100 }, 100, 1000, asIs);
    QCOMPARE(runs.size(), std::size_t { 2 });
    QCOMPARE(runs[0], (QList<QPointF> { { -6, 5 }, { -5, 6 } }));
    QCOMPARE(runs[1], (QList<QPointF> { { -2, 7 }, { -1, 8 }, { 0, 9 } }));
    QVERIFY(polylines({ {}, {} }, { 1, 1 }, 100, 1, asIs).empty());
}

void TestChartData::aLoneColumnIsAShortLevelLine()
{
    const auto runs = polylines({ {}, at(4), {} }, { 2, 10 }, 100, 1000, asIs);
    QCOMPARE(runs.size(), std::size_t { 1 });
    QCOMPARE(runs[0], (QList<QPointF> { { -3, 4 }, { -1, 4 } }));
}

void TestChartData::aSpikeOfOneColumnSurvivesMerging()
{
    for (std::size_t spike = 0; spike < kManyColumns; spike += 7) {
        std::vector<ChartColumn> columns(kManyColumns, at(10));
        columns[spike].max = 500;
        double highest = 0;
        for (const auto& run : polylines(columns, { 0.5, 12'345 }, 60, 5, asIs)) {
            for (const QPointF& point : run)
                highest = std::max(highest, point.y());
        }
        QCOMPARE(highest, 500.0);
    }
}

void TestChartData::groupsStayTheSameWhenTheWindowMovesOn()
{
    std::vector<ChartColumn> columns;
    for (int i = 0; i < 41; ++i)
        columns.push_back(at(static_cast<float>(i * i % 17)));
    const std::vector<ChartColumn> first(columns.begin(), columns.end() - 1);
    const std::vector<ChartColumn> second(columns.begin() + 1, columns.end());
    const auto before = merged(first, 39, 10);
    const auto after = merged(second, 40, 10);
    // The same whole groups, one column older.
    QCOMPARE(before[3].age + 1, after[3].age);
    QCOMPARE(before[3].column.max, after[3].column.max);
    QCOMPARE(before[5].column.min, after[5].column.min);
}

void TestChartData::noSeriesHasMoreThanSixHundredPoints()
{
    std::vector<ChartColumn> columns;
    for (int i = 0; i < 20'000; ++i)
        columns.push_back({ 0, 100, 50, false });
    qsizetype points = 0;
    for (const auto& run : polylines(columns, { 1, 20'000 }, kPointsMax / 2 - 1, 1, asIs))
        points += run.size();
    QVERIFY2(points <= kPointsMax && points > kPointsMax / 2, qPrintable(QString::number(points)));
}

void TestChartData::lagOfARegionIsTheWorstOverItsPeers()
{
    ChartWindow window;
    const RegionId i { 0 };
    const RegionId s { 1 };
    window.series.push_back({ Metric::ReplicationLag, i, s, { at(0.2F), at(3) } });
    window.series.push_back({ Metric::ReplicationLag, i, RegionId { 2 }, { {}, at(0.4F), at(1) } });
    window.series.push_back({ Metric::ReplicationLag, s, i, { at(0.1F) } });
    const auto lines = linesOf(ChartKind::Lag, window, twoRegions());
    QCOMPARE(lines.size(), std::size_t { 2 });
    QCOMPARE(lines[0].columns.size(), std::size_t { 3 });
    QVERIFY(lines[0].columns[0].isGap);
    QCOMPARE(lines[0].columns[1].last, 0.4F);
    QCOMPARE(lines[0].columns[2].last, 3.0F);
    QCOMPARE(lines[1].label, QStringLiteral("S"));
}

void TestChartData::linesOfAnEmptyWindowHaveNoColumns()
{
    for (int kind = 0; kind < kChartKindCount; ++kind) {
        for (const ChartLine& line : linesOf(static_cast<ChartKind>(kind), {}, twoRegions()))
            QVERIFY(line.columns.empty());
    }
    QVERIFY(linesOf(ChartKind::Requests, {}, {}).empty());
}

void TestChartData::valueUnderTheCrosshairIsThatOfItsColumn()
{
    ChartLine line;
    line.columns = { at(1), {}, at(3) };
    QCOMPARE(valueAt(line, 0.5, 0), 3.0);
    QCOMPARE(valueAt(line, 0.5, -0.49), 3.0);
    QVERIFY(!valueAt(line, 0.5, -0.5));
    QCOMPARE(valueAt(line, 0.5, -1.2), 1.0);
    QVERIFY(!valueAt(line, 0.5, -1.6));
    QVERIFY(!valueAt(line, 0.5, 0.1));
    QVERIFY(!valueAt(line, 0, -1));
}

void TestChartData::csvHasOneRowAColumnAndLeavesGapsEmpty()
{
    ChartWindow window;
    window.end = kStart + 10s;
    window.series.push_back({ Metric::RequestRate, RegionId { 0 }, {}, { {}, at(7.5F) } });
    window.series.push_back({ Metric::RequestRate, RegionId { 1 }, {}, { at(1), at(2) } });
    WorldDescription world = twoRegions();
    world.regions[1].name = "Singapore, East";
    const QString csv = csvOf({ ChartKind::Requests }, window, world);
    QCOMPARE(csv,
        QStringLiteral("seconds_ago,utc,requests_per_second Ireland,\"requests_per_second Singapore, East\"\n"
                       "-0.5,1970-01-01T00:00:09.500Z,,1\n"
                       "0,1970-01-01T00:00:10.000Z,7.5,2\n"));
}

QTEST_GUILESS_MAIN(TestChartData)
#include "tst_chart_data.moc"
