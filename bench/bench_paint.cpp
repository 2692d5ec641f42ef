// SPDX-License-Identifier: GPL-3.0-or-later
// How long each painted view takes for one frame, offscreen, software raster, in canned states.
// The budgets are in the comments; they are printed for people and never fail a build.
#include "tests/golden/canned_run.h"
#include "tests/support/canned_pages.h"
#include "ui/charts/charts_panel.h"
#include "ui/map/land.h"
#include "ui/map/world_map.h"
#include "ui/pages/matrix_view.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_view.h"

#include <QApplication>
#include <QDragMoveEvent>
#include <QImage>
#include <QMimeData>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <memory>

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
BENCHMARK(timelineRebuildAndPaint)->Arg(0)->Arg(5'000)->Arg(20'000)->Unit(benchmark::kMillisecond);

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

constexpr int kManyRegions = 21; // as many as the catalogue has; 210 links
constexpr double kManyDots = 100'000; // requests on their way at once, one dot each if all were drawn

// The largest world, and so much traffic that the map has to choose what it draws.
struct Wide {
    Wide()
        : world(test::wideWorld(kManyRegions))
        , snapshot(test::wideSnapshot(world))
    {
        const MapLayout layout = layOutMap(world, QSizeF(1024, 470), {});
        if (snapshot.flows.empty()) {
            for (const CityInfo& city : world.cities)
                snapshot.flows.push_back({ city.id, nearestRegion(world, city.id), 1, 0 });
        }
        double inFlight = 0;
        for (const FlowView& flow : snapshot.flows) {
            const QPointF way = layout.nodes[flow.region.value] - layout.cities[flow.city.value];
            inFlight += static_cast<double>(flow.requestRateHz) * std::max(14.0, std::hypot(way.x(), way.y()))
                / TrafficDots::kSpeed;
        }
        for (FlowView& flow : snapshot.flows)
            flow.requestRateHz *= static_cast<float>(kManyDots / inFlight);
    }
    void fill(WorldMap& map) const
    {
        map.setWorld(world);
        map.setSnapshot(std::make_shared<const Snapshot>(snapshot));
    }

    WorldDescription world;
    Snapshot snapshot;
};

void countDots(benchmark::State& state, const WorldMap& map)
{
    state.counters["dots"] = static_cast<double>(map.traffic().dots().size());
    state.counters["requests_a_dot"] = map.traffic().requestsPerDot();
}

// 21 regions, 210 links, 100 000 requests under way: dots beyond kMaxDots are not drawn, each stands for more
// requests instead; cards have one line; tags of sound links are left out. The argument: 1 as a ring.
void mapPaintWide(benchmark::State& state)
{
    const Wide wide;
    WorldMap map;
    map.setShape(state.range(0) == 1 ? MapShape::Ring : MapShape::Map);
    wide.fill(map);
    Canvas canvas(map, { 1024, 470 });
    for (auto _ : state) {
        map.advance(33ms);
        canvas.paint();
    }
    countDots(state, map);
}
BENCHMARK(mapPaintWide)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

// The same with reduced motion: still arrows, small flows left out.
void mapPaintWideStill(benchmark::State& state)
{
    const Wide wide;
    WorldMap map;
    map.setReducedMotion(true);
    wide.fill(map);
    Canvas canvas(map, { 1024, 470 });
    for (auto _ : state)
        canvas.paint();
}
BENCHMARK(mapPaintWideStill)->Unit(benchmark::kMillisecond);

// One step of the wheel and back: layout, coastline and all. The argument is the zoom; from 3 or so on the
// fine coastline is drawn.
void mapZoomStep(benchmark::State& state)
{
    const WorldDescription world = test::cannedWorld(3);
    WorldMap map;
    map.setWorld(world);
    map.setSnapshot(std::make_shared<const Snapshot>(test::cannedSnapshot(test::Scene::Failing, world)));
    Canvas canvas(map, { 1024, 470 });
    map.zoomBy(static_cast<double>(state.range(0)));
    double step = 1.1;
    for (auto _ : state) {
        map.zoomBy(step);
        step = 1 / step;
        canvas.paint();
    }
    state.counters["fine"] = isFineLand(map.layoutOfMap().projection) ? 1 : 0;
}
BENCHMARK(mapZoomStep)->Arg(1)->Arg(4)->Arg(12)->Unit(benchmark::kMillisecond);

// A fault dragged over the map: what it would hit is reckoned and drawn at each move.
void mapDragFault(benchmark::State& state)
{
    const Wide wide;
    WorldMap map;
    wide.fill(map);
    Canvas canvas(map, { 1024, 470 });
    const std::unique_ptr<QMimeData> data = toMimeData({});
    const QPointF node = map.layoutOfMap().nodes.front();
    QDragEnterEvent enter(node.toPoint(), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&map, &enter);
    for (auto _ : state) {
        QDragMoveEvent move(node.toPoint(), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&map, &move);
        canvas.paint();
    }
}
BENCHMARK(mapDragFault)->Unit(benchmark::kMillisecond);

// 441 cells.
void matrixPaintWide(benchmark::State& state)
{
    const Wide wide;
    MatrixView matrix;
    matrix.setWorld(wide.world);
    matrix.setSnapshot(wide.snapshot);
    Canvas canvas(matrix, { 1024, 600 });
    for (auto _ : state) {
        matrix.setSnapshot(wide.snapshot);
        canvas.paint();
    }
}
BENCHMARK(matrixPaintWide)->Unit(benchmark::kMillisecond);

// A line for each of 21 regions, 240 columns each: 5 040 points; those beyond what an eye tells apart share
// hues and differ in dashes.
void chartsWide(benchmark::State& state)
{
    const Wide wide;
    Snapshot snapshot = wide.snapshot;
    auto window = std::make_shared<ChartWindow>();
    window->end = snapshot.now;
    for (const RegionInfo& region : wide.world.regions) {
        ChartSeries line { Metric::RequestRate, region.id, {}, {} };
        for (int i = 0; i < 240; ++i) {
            const auto value = static_cast<float>(100 * (region.id.value + 1) + i % 17);
            line.columns.push_back({ value * 0.99F, value * 1.01F, value, false });
        }
        window->series.push_back(std::move(line));
    }
    snapshot.charts = window;
    ChartsPanel panel;
    panel.setDescription(wide.world);
    panel.setSnapshot(snapshot);
    Canvas canvas(panel, { 1024, 152 });
    for (auto _ : state) {
        panel.setSnapshot(snapshot);
        panel.setRange(ChartRange::TwoMinutes);
        canvas.paint();
    }
}
BENCHMARK(chartsWide)->Unit(benchmark::kMillisecond);

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
