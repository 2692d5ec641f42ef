// SPDX-License-Identifier: GPL-3.0-or-later
// The tracks of the incident page with as many events as the argument says, two hours of them in view: laid
// out and painted anew, painted from what is kept, and summed up.
#include "tests/golden/canned_run.h"
#include "ui/incident/range_summary.h"
#include "ui/incident/track_view.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QImage>

#include <benchmark/benchmark.h>

namespace {

using namespace sb;

void fill(TrackView& view, benchmark::State& state)
{
    view.log().reset(test::runWorld());
    view.log().append(test::manyEvents(static_cast<std::size_t>(state.range(0)), 2h));
    view.resize(1100, 640);
    view.logReplaced();
    view.zoom().fit(view.log().whole());
}

void tracksRebuildAndPaint(benchmark::State& state)
{
    TrackView view;
    fill(view, state);
    QImage image(view.size(), QImage::Format_ARGB32_Premultiplied);
    Duration by = 30s;
    for (auto _ : state) {
        view.zoom().panBy(by);
        by = -by;
        view.render(&image);
    }
}
BENCHMARK(tracksRebuildAndPaint)->Arg(1'000)->Arg(50'000)->Unit(benchmark::kMillisecond);

void tracksPaintKept(benchmark::State& state)
{
    TrackView view;
    fill(view, state);
    QImage image(view.size(), QImage::Format_ARGB32_Premultiplied);
    for (auto _ : state)
        view.render(&image);
}
BENCHMARK(tracksPaintKept)->Arg(50'000)->Unit(benchmark::kMillisecond);

void rangeSummary(benchmark::State& state)
{
    IncidentLog log;
    log.reset(test::runWorld());
    log.append(test::manyEvents(static_cast<std::size_t>(state.range(0)), 2h));
    for (auto _ : state)
        benchmark::DoNotOptimize(summarise(log, log.whole()));
}
BENCHMARK(rangeSummary)->Arg(50'000)->Unit(benchmark::kMillisecond);

void find(benchmark::State& state)
{
    IncidentLog log;
    log.reset(test::runWorld());
    log.append(test::manyEvents(static_cast<std::size_t>(state.range(0)), 2h));
    for (auto _ : state)
        benchmark::DoNotOptimize(log.setFind(QStringLiteral("not there")));
}
BENCHMARK(find)->Arg(50'000)->Unit(benchmark::kMillisecond);

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
