// SPDX-License-Identifier: GPL-3.0-or-later
// A record of one million events to CSV, JSON Lines and Markdown, into a sink that counts, and to a file.
// Budget: CSV and JSON Lines below 3 s each.
#include "backend/incident/exporters.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <filesystem>
#include <unistd.h>

using namespace sb;

namespace {

constexpr std::size_t kEvents = 1'000'000;

// A mix as a long partition gives it: mostly writes at risk and conflicts, with notes and causes.
std::vector<Event> longLog()
{
    std::vector<Event> events(kEvents);
    for (std::size_t i = 0; i < kEvents; ++i) {
        Event& event = events[i];
        event.seq = EventSeq { i + 1 };
        event.at = atMicros(static_cast<std::int64_t>(i) * 3'600);
        event.kind = i % 3 == 0 ? EventKind::WriteAtRisk
            : i % 3 == 1        ? EventKind::WriteRecovered
                                : EventKind::ConflictFound;
        event.phase = Phase::Act;
        event.actor = Actor::Replication;
        event.region = RegionId { static_cast<std::uint8_t>(i % 2) };
        event.cause = EventSeq { i };
        event.object = "order " + std::to_string(48'000'000 + i);
        event.action = "order";
        event.valueBefore = std::to_string(micros(event.at));
        event.valueAfter = "23.50";
        event.unit = "EUR";
        event.note = "Acknowledged in Ireland, \"not yet\" in Singapore";
        event.executed = i * 40;
        event.stateHash = i * 0x9E3779B97F4A7C15ULL;
    }
    events.front().kind = EventKind::IncidentOpened;
    return events;
}

const std::vector<Event>& log()
{
    static const std::vector<Event> events = longLog();
    return events;
}

WorldDescription world()
{
    WorldDescription description;
    description.title = "bench";
    description.regions = { { RegionId { 0 }, "eu-west-1", "Ireland", "Dublin", 'I', 53.35, -6.26 },
        { RegionId { 1 }, "ap-southeast-1", "Singapore", "Singapore", 'S', 1.35, 103.82 } };
    return description;
}

using Writer = Result<> (*)(const RecordSource&, const TextSink&, const ExportProgress&);

void run(benchmark::State& state, Writer writer)
{
    const WorldDescription description = world();
    const RunConfig config;
    const RecordSource source { description, config, log(), "0.1.0" };
    std::size_t bytes = 0;
    for (auto _ : state) {
        bytes = 0;
        const auto outcome = writer(source,
            [&](std::string_view text) -> Result<> {
                bytes += text.size();
                return {};
            },
            {});
        if (!outcome)
            state.SkipWithError(outcome.error().what.c_str());
    }
    state.counters["MB"] = static_cast<double>(bytes) / 1e6;
    state.counters["events/s"]
        = benchmark::Counter(static_cast<double>(kEvents * state.iterations()), benchmark::Counter::kIsRate);
}

void csv(benchmark::State& state)
{
    run(state, writeCsv);
}
void jsonLines(benchmark::State& state)
{
    run(state, writeJsonLines);
}
void markdown(benchmark::State& state)
{
    run(state, writeMarkdown);
}

void toFile(benchmark::State& state)
{
    const WorldDescription description = world();
    const RunConfig config;
    const RecordSource source { description, config, log(), "0.1.0" };
    const auto format = static_cast<ExportFormat>(state.range(0));
    const std::string path = (std::filesystem::temp_directory_path()
        / ("signalbox-bench-" + std::to_string(::getpid()) + "." + std::string(toString(format))))
                                 .string();
    for (auto _ : state) {
        const auto outcome = exportToFile(format, path, source);
        if (!outcome)
            state.SkipWithError(outcome.error().what.c_str());
    }
    std::remove(path.c_str());
}

} // namespace

BENCHMARK(csv)->Unit(benchmark::kMillisecond);
BENCHMARK(jsonLines)->Unit(benchmark::kMillisecond);
BENCHMARK(markdown)->Unit(benchmark::kMillisecond);
BENCHMARK(toFile)
    ->Arg(static_cast<int>(ExportFormat::Csv))
    ->Arg(static_cast<int>(ExportFormat::JsonLines))
    ->Unit(benchmark::kMillisecond);
