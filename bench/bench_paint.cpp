// SPDX-License-Identifier: GPL-3.0-or-later
// How long each painted view takes for one frame, offscreen, software raster, in canned states.
// The budgets are in the comments; they are printed for people and never fail a build.
#include "tests/golden/canned_run.h"
#include "tests/support/fake_control_room.h"
#include "ui/charts/charts_panel.h"
#include "ui/map/world_map.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_view.h"

#include <QApplication>
#include <QImage>

#include <benchmark/benchmark.h>

namespace {

using namespace sb;

class Canvas {
public:
    Canvas(QWidget& widget, QSize size)
        : m_widget(widget)
        , m_image(size, QImage::Format_RGB32)
    {
        widget.setAttribute(Qt::WA_DontShowOnScreen);
        widget.resize(size);
        widget.show();
        paint();
    }
    void paint()
    {
        m_widget.render(&m_image);
        benchmark::DoNotOptimize(m_image.constBits());
    }

private:
    QWidget& m_widget;
    QImage m_image;
};

// All charts with new values: 3 regions, 240 columns; budget 7 ms, ten times a second.
void chartsUpdateAndPaint(benchmark::State& state)
{
    ChartsPanel panel;
    panel.setDescription(test::runWorld());
    panel.appendEvents(test::runEvents(test::Moment::Failed));
    const Snapshot one = test::runSnapshot(test::Moment::Failed);
    const Snapshot other = test::runSnapshotAt(test::Moment::Failed, one.now + 500ms);
    panel.setSnapshot(one);
    Canvas canvas(panel, { 1024, 152 });
    bool isOther = false;
    for (auto _ : state) {
        // setRange() fills the charts at once: no waiting for the limit of ten a second.
        isOther = !isOther;
        panel.setSnapshot(isOther ? other : one);
        panel.setRange(ChartRange::TwoMinutes);
        canvas.paint();
    }
}
BENCHMARK(chartsUpdateAndPaint)->Unit(benchmark::kMillisecond);

// The same picture again, as under a moving crosshair.
void chartsPaint(benchmark::State& state)
{
    ChartsPanel panel;
    panel.setDescription(test::runWorld());
    panel.setSnapshot(test::runSnapshot(test::Moment::Failed));
    Canvas canvas(panel, { 1024, 152 });
    for (auto _ : state)
        canvas.paint();
}
BENCHMARK(chartsPaint)->Unit(benchmark::kMillisecond);

// Geometry and both stages; budget 4 ms. The argument is the number of events kept.
void timelineRebuildAndPaint(benchmark::State& state)
{
    TimelineView view;
    test::playRun(view, test::Moment::FailedBack);
    if (state.range(0) > 0) {
        view.setDescription(test::runWorld());
        view.appendEvents(test::manyEvents(static_cast<std::size_t>(state.range(0)), 500s));
        view.setSnapshot(test::runSnapshot(test::Moment::FailedBack));
    }
    Canvas canvas(view, { 1024, 168 });
    view.fitIncident();
    Duration by = 1s;
    for (auto _ : state) {
        view.zoom().panBy(by);
        by = -by;
        canvas.paint();
    }
}
BENCHMARK(timelineRebuildAndPaint)->Arg(0)->Arg(20'000)->Unit(benchmark::kMillisecond);

// The second stage alone: the usual frame while following.
void timelinePaintCached(benchmark::State& state)
{
    TimelineView view;
    test::playRun(view, test::Moment::Failed);
    Canvas canvas(view, { 1024, 168 });
    for (auto _ : state)
        canvas.paint();
}
BENCHMARK(timelinePaintCached)->Unit(benchmark::kMillisecond);

// One frame of moving traffic; budget 2 ms.
void mapPaint(benchmark::State& state)
{
    const WorldDescription world = test::cannedWorld(3);
    WorldMap map;
    map.setWorld(world);
    map.setSnapshot(std::make_shared<const Snapshot>(test::cannedSnapshot(test::Scene::Failing, world)));
    Canvas canvas(map, { 1024, 470 });
    for (auto _ : state) {
        map.advance(33ms);
        canvas.paint();
    }
}
BENCHMARK(mapPaint)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    sb::ThemeManager::instance().setMode(sb::ThemeMode::Dark);
    sb::ThemeManager::instance().install();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
