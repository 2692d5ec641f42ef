// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a replication backlog goes: a link is cut, one region writes on, the link heals, and the other
// region pulls and applies what it lacks. `operations_per_s` is of one core and includes both regions'
// stores; the target is 20,000. `virtual_s` is how long it took in the simulated world, where the round trip
// of a batch is the limit.
// Also what one comparison of two copies costs.
#include "tests/backend/support/cluster.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <unistd.h>

namespace sb {
namespace {

enum Kind : int { Memory, SqliteInMemory, SqliteFile };

constexpr std::uint64_t kBacklog = 20'000;

std::string pathOf(int store)
{
    return std::filesystem::temp_directory_path()
        / ("bench_replication-" + std::to_string(::getpid()) + "-" + std::to_string(store) + ".db");
}

std::function<std::unique_ptr<Store>()> makerOf(std::int64_t kind)
{
    if (kind == Memory)
        return makeMemoryStore;
    auto made = std::make_shared<int>(0);
    return [kind, made]() -> std::unique_ptr<Store> {
        SqliteStoreOptions options;
        if (kind == SqliteFile)
            options.path = pathOf((*made)++);
        auto opened = openSqliteStore(options);
        SB_ASSERT(opened.has_value());
        return std::move(*opened);
    };
}

void removeFiles()
{
    for (int store = 0; store < 2; ++store)
        for (const char* end : { "", "-wal" })
            std::filesystem::remove(pathOf(store) + end);
}

void fill(test::Cluster& cluster, Rng& rng, std::uint64_t count)
{
    for (std::uint64_t i = 0; i < count; ++i) {
        Transaction transaction
            = test::writeOf(test::cartKey(rng.below(50'000), rng.below(200)), std::string(12, 'v'));
        (void)cluster.replica(0).commit(std::move(transaction));
    }
}

// range: store
void backlogDrain(benchmark::State& state)
{
    double virtualSeconds = 0;
    for (auto _ : state) {
        state.PauseTiming();
        {
            test::Cluster cluster(1, 2, {}, 0, hardenedPolicies(), makerOf(state.range(0)));
            Rng rng(1);
            cluster.run(2s);
            cluster.cut(0, 1);
            fill(cluster, rng, kBacklog);
            SB_ASSERT(cluster.store(0).flush().has_value());
            cluster.cut(0, 1, false);
            const Instant healed = cluster.world.now();
            state.ResumeTiming();
            while (cluster.replica(1).position(test::regionAt(0)) < kBacklog) {
                cluster.run(100ms);
                SB_ASSERT(cluster.store(1).flush().has_value());
            }
            state.PauseTiming();
            virtualSeconds += static_cast<double>((cluster.world.now() - healed).count()) / 1e6;
        }
        removeFiles();
        state.ResumeTiming();
    }
    state.counters["operations_per_s"]
        = benchmark::Counter(static_cast<double>(kBacklog * state.iterations()), benchmark::Counter::kIsRate);
    state.counters["virtual_s"] = virtualSeconds / static_cast<double>(state.iterations());
}

// The same with the round trip as the limit: `virtual_operations_per_s` from the first batch that arrives to
// the last, in the simulated world; the target is 20,000. range: round trip in ms
void backlogDrainInVirtualTime(benchmark::State& state)
{
    constexpr std::uint64_t kLongBacklog = 100'000;
    const Duration roundTrip { state.range(0) * 1'000 };
    double virtualSeconds = 0;
    for (auto _ : state) {
        test::Cluster cluster(1, 2, {}, 0, hardenedPolicies());
        Rng rng(1);
        cluster.run(2s);
        cluster.cut(0, 1);
        fill(cluster, rng, kLongBacklog);
        const Duration added
            = (roundTrip - cluster.network.roundTrip(test::regionAt(0), test::regionAt(1))) / 2;
        cluster.network.setLink(test::regionAt(0), test::regionAt(1), { .added = added });
        cluster.network.setLink(test::regionAt(1), test::regionAt(0), { .added = added });
        Instant begun = kStart;
        while (cluster.replica(1).position(test::regionAt(0)) < kLongBacklog) {
            cluster.run(1ms);
            if (begun == kStart && cluster.replica(1).position(test::regionAt(0)) > 0)
                begun = cluster.world.now();
        }
        virtualSeconds += static_cast<double>((cluster.world.now() - begun).count()) / 1e6;
    }
    state.counters["virtual_operations_per_s"]
        = static_cast<double>(kLongBacklog * state.iterations()) / virtualSeconds;
}

// Building, sending apart, and comparing two digests of copies with 20,000 rows.
void copyComparison(benchmark::State& state)
{
    test::Cluster cluster(1, 2, {}, 0, hardenedPolicies());
    Rng rng(1);
    fill(cluster, rng, kBacklog);
    cluster.replicator(0).onLocalCommit();
    cluster.run(60s);
    for (auto _ : state)
        benchmark::DoNotOptimize(
            compareCopies(cluster.replica(0).copyDigest(), cluster.replica(1).copyDigest()));
}

BENCHMARK(backlogDrain)
    ->Arg(Memory)
    ->Arg(SqliteInMemory)
    ->Arg(SqliteFile)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(backlogDrainInVirtualTime)->ArgName("ms")->Arg(180)->Arg(300)->Iterations(1);
BENCHMARK(copyComparison)->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace sb
