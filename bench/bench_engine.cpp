// SPDX-License-Identifier: GPL-3.0-or-later
// How fast simulated time goes, with everything on: shoppers, routing, replication, incident accounting.
// Three regions; the configured rate is the average of a day and gives about 1,000 calls/s at the hour when a
// run starts: calls_per_s says how many were made. sim_s_per_s is virtual seconds per second of one core.
// Figures of stores on a file depend on the disk.
#include "backend/bookstore/bookstore.h"
#include "backend/bookstore/catalogue.h"
#include "backend/control/simulation.h"
#include "bench/store_kind.h"
#include "tests/support/temp_folder.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace sb {
namespace {

constexpr int kDailyAverageHz = 735;

std::unique_ptr<Simulation> makeSimulation(
    std::int64_t kind, int requestRateHz, const test::TempFolder& folder)
{
    RunConfig config;
    config.regions = { "eu-west-1", "ap-southeast-1", "us-east-1" };
    config.requestRateHz = requestRateHz;
    config.store = kind == Memory ? StoreKind::Memory : StoreKind::Sqlite;
    auto made
        = Simulation::create(config, { .dataFolder = kind == SqliteFile ? folder.path() : std::string() });
    SB_ASSERT(made.has_value());
    (*made)->begin();
    return std::move(*made);
}

void run(Simulation& simulation, Duration span)
{
    World& world = simulation.world();
    for (const Instant end = world.now() + span; world.now() < end;) {
        world.runUntil(world.now() + 1s);
        SB_ASSERT(simulation.flushStores().has_value()); // one commit per virtual second, as headless runs do
    }
}

// Each iteration is ten virtual seconds. range: store, requests/s
void simulatedTime(benchmark::State& state)
{
    const test::TempFolder folder;
    const auto simulation = makeSimulation(state.range(0), static_cast<int>(state.range(1)), folder);
    run(*simulation, 60s); // caches full, visits at their usual number
    const std::uint64_t calls = simulation->shoppers().counters().calls;
    const std::uint64_t executed = simulation->world().executed();
    for (auto _ : state)
        run(*simulation, 10s);
    const double virtualSeconds = 10.0 * static_cast<double>(state.iterations());
    state.counters["sim_s_per_s"] = benchmark::Counter(virtualSeconds, benchmark::Counter::kIsRate);
    state.counters["events_per_s"] = benchmark::Counter(
        static_cast<double>(simulation->world().executed() - executed), benchmark::Counter::kIsRate);
    state.counters["calls_per_s"]
        = static_cast<double>(simulation->shoppers().counters().calls - calls) / virtualSeconds;
    state.SetLabel(kindName(state.range(0)));
}

// As above in the worst of times: one region out, writes at risk listed one by one. range: store
void simulatedIncident(benchmark::State& state)
{
    const test::TempFolder folder;
    const auto simulation = makeSimulation(state.range(0), kDailyAverageHz, folder);
    run(*simulation, 60s);
    const InjectFault outage { .kind = FaultKind::RegionOutage, .region = "eu-west-1", .expiresAfter = 12h };
    simulation->execute(Command { outage }, Actor::Operator, CommandId { 1 });
    for (auto _ : state)
        run(*simulation, 10s);
    state.counters["sim_s_per_s"]
        = benchmark::Counter(10.0 * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
    state.SetLabel(kindName(state.range(0)));
}

// What one look of the window costs the World thread.
void snapshotBuild(benchmark::State& state)
{
    const test::TempFolder folder;
    const auto simulation = makeSimulation(Memory, kDailyAverageHz, folder);
    run(*simulation, 3min);
    for (auto _ : state)
        benchmark::DoNotOptimize(simulation->snapshot(static_cast<ChartRange>(state.range(0))));
}

// The same when so much has happened since the last look that nothing of it can be shown again.
void snapshotAfterAWhile(benchmark::State& state)
{
    const test::TempFolder folder;
    const auto simulation = makeSimulation(Memory, kDailyAverageHz, folder);
    run(*simulation, 3min);
    for (auto _ : state) {
        state.PauseTiming();
        simulation->world().runUntil(simulation->world().now() + 300ms);
        state.ResumeTiming();
        benchmark::DoNotOptimize(simulation->snapshot(ChartRange::TwoMinutes));
    }
}

// With a key, a customer and a question to the zone. range: virtual milliseconds between two looks
void snapshotLookingCloser(benchmark::State& state)
{
    const test::TempFolder folder;
    const auto simulation = makeSimulation(Memory, kDailyAverageHz, folder);
    run(*simulation, 3min);
    Focus focus;
    focus.key = "stock 1342";
    focus.trial.city = CityId { 7 };
    focus.customer = simulation->snapshot(ChartRange::TwoMinutes, focus)->followed->customer;
    for (auto _ : state) {
        state.PauseTiming();
        simulation->world().runUntil(simulation->world().now() + Duration { state.range(0) * 1'000 });
        state.ResumeTiming();
        benchmark::DoNotOptimize(simulation->snapshot(ChartRange::TwoMinutes, focus));
    }
}

// The event queue alone: components that do nothing but post their next event, `range` of them pending.
class Ticker final : public Component {
public:
    explicit Ticker(Env& env)
        : m_env(env)
        , m_rng(env.rng("ticker"))
    {
    }
    void onEvent(const SimEvent& event) override
    {
        m_env.postIn(m_rng.between(1us, 2s), event.target, 0, event.a);
    }

private:
    Env& m_env;
    Rng m_rng;
};

void eventQueue(benchmark::State& state)
{
    World world(1);
    Ticker ticker(world);
    const ComponentId id = world.add(ticker);
    for (std::int64_t i = 0; i < state.range(0); ++i)
        world.post(atMicros(i), id, 0, 0, 0);
    constexpr std::uint64_t kSlice = 1'000;
    for (auto _ : state)
        benchmark::DoNotOptimize(world.runSlice(kNever, kSlice));
    state.SetItemsProcessed(
        static_cast<std::int64_t>(kSlice) * static_cast<std::int64_t>(state.iterations()));
}

// Carts filled through the service, replica and store of one region. range: store, calls per commit to disk
void commits(benchmark::State& state)
{
    const test::TempFolder folder;
    const auto simulation = makeSimulation(state.range(0), 1, folder);
    Bookstore& shop = simulation->region(RegionId { 0 }).bookstore();
    const std::vector<Book>& books = catalogue().books();
    Rng rng(1);
    Request request;
    request.call = Call::AddToCart;
    request.quantity = 1;
    std::int64_t pending = 0;
    for (auto _ : state) {
        request.customer = CustomerId { 1 + rng.below(100'000) };
        request.book = books[rng.below(books.size())].id;
        ++request.id;
        SB_ASSERT(shop.handle(request));
        if (++pending == state.range(1)) {
            pending = 0;
            SB_ASSERT(simulation->flushStores().has_value());
        }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
    state.SetLabel(kindName(state.range(0)));
}

// Time of one core where nothing waits for a disk, wall time where something does.
BENCHMARK(simulatedTime)
    ->ArgNames({ "store", "hz" })
    ->Args({ Memory, kDailyAverageHz })
    ->Args({ SqliteInMemory, kDailyAverageHz })
    ->Args({ Memory, 100 })
    ->Unit(benchmark::kMillisecond);
BENCHMARK(simulatedTime)
    ->ArgNames({ "store", "hz" })
    ->Args({ SqliteFile, kDailyAverageHz })
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(simulatedIncident)->ArgName("store")->Arg(Memory)->Unit(benchmark::kMillisecond);
BENCHMARK(snapshotBuild)
    ->ArgName("range")
    ->Arg(static_cast<int>(ChartRange::TwoMinutes))
    ->Arg(static_cast<int>(ChartRange::TwoHours))
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(snapshotAfterAWhile)->Unit(benchmark::kMicrosecond)->Iterations(300);
BENCHMARK(snapshotLookingCloser)
    ->ArgName("ms")
    ->Arg(16)
    ->Unit(benchmark::kMicrosecond)
    ->Iterations(1'000);
BENCHMARK(eventQueue)->ArgName("pending")->Arg(100)->Arg(10'000)->Arg(1'000'000);
BENCHMARK(commits)->ArgNames({ "store", "group" })->Args({ Memory, 1 })->Args({ SqliteInMemory, 64 });
BENCHMARK(commits)
    ->ArgNames({ "store", "group" })
    ->Args({ SqliteFile, 1 })
    ->Args({ SqliteFile, 64 })
    ->UseRealTime();

} // namespace
} // namespace sb
