// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/golden/canned_run.h"
#include "ui/charts/chart_adapter.h"
#include "ui/charts/charts_panel.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace {

using namespace sb;

ChartAdapter* chartOf(const ChartsPanel& panel, ChartKind kind)
{
    for (ChartAdapter* chart : panel.findChildren<ChartAdapter*>()) {
        if (chart->kind() == kind)
            return chart;
    }
    return nullptr;
}

void showPanel(ChartsPanel& panel, QSize size = { 1024, 152 })
{
    panel.resize(size);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
}

void fill(ChartsPanel& panel, test::Moment moment)
{
    panel.setDescription(test::runWorld());
    panel.appendEvents(test::runEvents(moment));
    panel.setSnapshot(test::runSnapshot(moment));
}

} // namespace

class TestChartsPanel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { ThemeManager::instance().install(); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void showsWhatTheWindowOfColumnsHolds();
    void isEmptyButWholeBeforeTheFirstSnapshot();
    void noSeriesExceedsItsPoints();
    void fourChartsFitAndTheFourthCanShowAnswers();
    void aWidePanelShowsAllFive();
    void aRangeChosenByTheUserIsToldOnce();
    void aRangeSetByTheProgramIsNotToldBack();
    void oldRangeIsNotDrawnOnTheNewAxis();
    void hoveringOneChartHoversAllAndIsTold();
    void keyboardWalksTheCrosshair();
    void accessibleDescriptionHasTheLatestValues();
    void copiesCsvOfOneChart();
    void csvOfAllChartsHasEverySeries();
    void survivesAThousandUpdatesThemeChangesAndNoSize();
};

void TestChartsPanel::showsWhatTheWindowOfColumnsHolds()
{
    ChartsPanel panel;
    fill(panel, test::Moment::Failed);
    showPanel(panel);
    QCOMPARE(chartOf(panel, ChartKind::Requests)->plot().seriesShown(), 3);
    QCOMPARE(chartOf(panel, ChartKind::Latency)->plot().seriesShown(), 3);
    QCOMPARE(chartOf(panel, ChartKind::Errors)->plot().seriesShown(), 1);
    QCOMPARE(chartOf(panel, ChartKind::Lag)->plot().axisTop(), 100.0);
}

void TestChartsPanel::isEmptyButWholeBeforeTheFirstSnapshot()
{
    ChartsPanel panel;
    showPanel(panel);
    QCOMPARE(chartOf(panel, ChartKind::Requests)->plot().seriesShown(), 0);
    QVERIFY(panel.csv().isEmpty());
    QCOMPARE(chartOf(panel, ChartKind::Requests)->accessibleDescription(), QStringLiteral("no data yet"));
    Snapshot withoutCharts;
    panel.setSnapshot(withoutCharts);
    QVERIFY(!panel.grab().isNull());
}

void TestChartsPanel::noSeriesExceedsItsPoints()
{
    ChartsPanel panel;
    fill(panel, test::Moment::Failed);
    showPanel(panel, { 2400, 300 });
    for (ChartAdapter* chart : panel.findChildren<ChartAdapter*>())
        QVERIFY(chart->plot().pointsShown() <= kPointsMax * chart->plot().seriesShown());
}

void TestChartsPanel::fourChartsFitAndTheFourthCanShowAnswers()
{
    ChartsPanel panel;
    fill(panel, test::Moment::Calm);
    showPanel(panel);
    QVERIFY(chartOf(panel, ChartKind::Lag)->isVisible());
    QVERIFY(!chartOf(panel, ChartKind::Answers)->isVisible());
    Q_EMIT chartOf(panel, ChartKind::Lag)->kindChosen(ChartKind::Answers);
    QVERIFY(!chartOf(panel, ChartKind::Lag)->isVisible());
    QVERIFY(chartOf(panel, ChartKind::Answers)->isVisible());
    QCOMPARE(chartOf(panel, ChartKind::Answers)->plot().seriesShown(), 3);
    QCOMPARE(chartOf(panel, ChartKind::Answers)->plot().axisTop(), 100.0);
}

void TestChartsPanel::aWidePanelShowsAllFive()
{
    ChartsPanel panel;
    fill(panel, test::Moment::Calm);
    showPanel(panel, { 1400, 152 });
    int right = 0;
    for (ChartAdapter* chart : panel.findChildren<ChartAdapter*>()) {
        QVERIFY(chart->isVisible());
        QVERIFY(chart->x() >= right);
        right = chart->geometry().right();
    }
}

void TestChartsPanel::aRangeChosenByTheUserIsToldOnce()
{
    ChartsPanel panel;
    showPanel(panel);
    QSignalSpy spy(&panel, &ChartsPanel::rangeChanged);
    QToolButton* twoHours = nullptr;
    for (QToolButton* button : panel.findChildren<QToolButton*>()) {
        QVERIFY(!button->accessibleName().isEmpty());
        if (button->text() == QStringLiteral("2 h"))
            twoHours = button;
    }
    QVERIFY(twoHours);
    QTest::mouseClick(twoHours, Qt::LeftButton);
    QTest::mouseClick(twoHours, Qt::LeftButton);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first().first().value<ChartRange>(), ChartRange::TwoHours);
    QCOMPARE(panel.range(), ChartRange::TwoHours);
}

void TestChartsPanel::aRangeSetByTheProgramIsNotToldBack()
{
    ChartsPanel panel;
    QSignalSpy spy(&panel, &ChartsPanel::rangeChanged);
    panel.setRange(ChartRange::Day);
    QCOMPARE(spy.count(), 0);
}

void TestChartsPanel::oldRangeIsNotDrawnOnTheNewAxis()
{
    ChartsPanel panel;
    fill(panel, test::Moment::Calm);
    showPanel(panel);
    panel.setRange(ChartRange::FifteenMinutes); // the snapshot still holds two minutes
    QCOMPARE(chartOf(panel, ChartKind::Requests)->plot().seriesShown(), 0);
    Snapshot next = test::runSnapshot(test::Moment::Calm);
    auto window = std::make_shared<ChartWindow>(*next.charts);
    window->range = ChartRange::FifteenMinutes;
    window->column = 3750ms;
    next.charts = window;
    next.publication += 1;
    panel.setSnapshot(next);
    QTRY_COMPARE(chartOf(panel, ChartKind::Requests)->plot().seriesShown(), 3);
}

void TestChartsPanel::hoveringOneChartHoversAllAndIsTold()
{
    ChartsPanel panel;
    fill(panel, test::Moment::Failed);
    showPanel(panel);
    QSignalSpy spy(&panel, &ChartsPanel::instantHovered);
    const QImage before = chartOf(panel, ChartKind::Errors)->grab().toImage();
    ChartPlot& plot = chartOf(panel, ChartKind::Requests)->plot();
    const QPoint middle = plot.chart()->plotArea().center().toPoint();
    QTest::mouseMove(plot.viewport(), middle);
    QCOMPARE(spy.count(), 1);
    const auto hovered = spy.first().first().value<std::optional<Instant>>();
    QVERIFY(hovered.has_value());
    const double ago = seconds(test::nowOf(test::Moment::Failed) - *hovered);
    QVERIFY2(ago > 55 && ago < 65, qPrintable(QString::number(ago)));
    QVERIFY(chartOf(panel, ChartKind::Errors)->grab().toImage() != before);
    panel.setHoverInstant(std::nullopt);
    QCOMPARE(chartOf(panel, ChartKind::Errors)->grab().toImage(), before);
}

void TestChartsPanel::keyboardWalksTheCrosshair()
{
    ChartsPanel panel;
    fill(panel, test::Moment::Failed);
    showPanel(panel);
    QSignalSpy spy(&panel, &ChartsPanel::instantHovered);
    ChartAdapter* chart = chartOf(panel, ChartKind::Latency);
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Left);
    QTest::keyClick(chart, Qt::Key_Left);
    QCOMPARE(spy.count(), 2);
    QVERIFY(spy.last().first().value<std::optional<Instant>>() < test::nowOf(test::Moment::Failed));
    QTest::keyClick(chart, Qt::Key_Escape);
    QVERIFY(!spy.last().first().value<std::optional<Instant>>());
}

void TestChartsPanel::accessibleDescriptionHasTheLatestValues()
{
    ChartsPanel panel;
    fill(panel, test::Moment::Failed);
    showPanel(panel);
    const ChartAdapter* chart = chartOf(panel, ChartKind::Requests);
    QCOMPARE(chart->accessibleName(), chart->title());
    QVERIFY(chart->accessibleDescription().contains(QStringLiteral("Virginia: 1,")));
    QVERIFY(chart->accessibleDescription().contains(QStringLiteral("Ireland: 0")));
}

void TestChartsPanel::copiesCsvOfOneChart()
{
    ChartsPanel panel;
    fill(panel, test::Moment::Calm);
    showPanel(panel);
    ChartAdapter* chart = chartOf(panel, ChartKind::Errors);
    chart->setFocus();
    QTest::keySequence(chart, QKeySequence::Copy);
    const QString copied = QApplication::clipboard()->text();
    QVERIFY(copied.startsWith(QStringLiteral("seconds_ago,utc,errors_percent\n-119.5,")));
    QCOMPARE(copied.count(QLatin1Char('\n')), 241);
}

void TestChartsPanel::csvOfAllChartsHasEverySeries()
{
    ChartsPanel panel;
    fill(panel, test::Moment::Calm);
    const QString head = panel.csv().section(QLatin1Char('\n'), 0, 0);
    QCOMPARE(head.count(QLatin1Char(',')), 1 + 3 + 3 + 1 + 3 + 3);
}

void TestChartsPanel::survivesAThousandUpdatesThemeChangesAndNoSize()
{
    ChartsPanel panel;
    fill(panel, test::Moment::Failed);
    showPanel(panel);
    Snapshot snapshot = test::runSnapshot(test::Moment::Failed);
    for (int i = 0; i < 1000; ++i) {
        auto window = std::make_shared<ChartWindow>(*snapshot.charts);
        for (ChartSeries& series : window->series)
            series.columns[static_cast<std::size_t>(i) % series.columns.size()].isGap = true;
        snapshot.charts = window;
        ++snapshot.publication;
        panel.setSnapshot(snapshot);
    }
    for (const QSize size : { QSize(1, 1), QSize(300, 40), QSize(1024, 152) }) {
        panel.resize(size);
        ThemeManager::instance().setMode(ThemeMode::Dark);
        panel.grab();
        ThemeManager::instance().setMode(ThemeMode::Light);
        panel.grab();
    }
}

QTEST_MAIN(TestChartsPanel)
#include "tst_charts_panel.moc"
