// SPDX-License-Identifier: GPL-3.0-or-later
// The data plane without a shop around it: stores, logs, replication.
// durablePuts: 64 clients of each region write 200 bytes and wait; a group of what has come in is committed
// with one flush (synchronous=FULL), then all of it is acknowledged. Latency is wall time from the call to
// the end of that flush. With three regions every write is applied three times: once at home, twice from the
// log. gets: point reads through the store. writesAlone: 150 writes/s in all, virtual seconds per second of a
// core. Figures of stores on a file depend on the disk; compare them with each other, not across machines.
#include "backend/kernel/world.h"
#include "backend/net/network.h"
#include "backend/replication/replicator.h"
#include "backend/telemetry/histogram.h"
#include "bench/store_kind.h"
#include "tests/support/temp_folder.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

namespace sb {
namespace {

constexpr std::size_t kClients = 64; // of a region, each with one call under way
constexpr std::uint64_t kKeys = 200'000;

std::vector<std::size_t> atlasRegions(std::size_t count)
{
    std::vector<std::size_t> indices;
    for (const char* code : { "eu-west-1", "ap-southeast-1", "us-east-1" }) {
        if (indices.size() < count)
            indices.push_back(*atlas().findRegion(code));
    }
    return indices;
}

class Plant {
public:
    Plant(std::int64_t kind, std::size_t count, std::uint64_t keyCount = kKeys)
        : world(7)
        , keys(keyCount)
        , m_network(world, atlasRegions(count), 0)
        , m_rng(7)
    {
        std::vector<ComponentId> components;
        for (std::size_t i = 0; i < count; ++i) {
            stores.push_back(makeStore(kind, i));
            const RegionId id { static_cast<std::uint8_t>(i) };
            replicas.push_back(std::make_unique<Replica>(world, *stores[i], id, count, hardenedPolicies()));
            m_replicators.push_back(std::make_unique<Replicator>(world, m_network, *replicas[i], m_mail));
            components.push_back(world.add(*m_replicators[i]));
        }
        for (std::size_t i = 0; i < count; ++i)
            m_replicators[i]->connect(components[i], components);
    }

    void put(std::size_t at)
    {
        Transaction transaction;
        transaction.mutations.push_back({ { Table::Posts, m_rng.below(keys), 0 }, false, m_value });
        replicas[at]->commit(std::move(transaction));
        m_replicators[at]->onLocalCommit();
    }
    void flush(std::size_t at) { SB_ASSERT(stores[at]->flush().has_value()); }
    // Logs are kept as a run keeps them, not for ever.
    void trim()
    {
        for (const auto& replica : replicas) {
            for (const LogBounds& log : std::vector<LogBounds>(replica->store().logs()))
                replica->trim(log.id, log.end > 20'000 ? log.end - 20'000 : 1);
        }
    }

    World world;
    const std::uint64_t keys;
    std::vector<std::unique_ptr<Store>> stores;
    std::vector<std::unique_ptr<Replica>> replicas;

private:
    std::unique_ptr<Store> makeStore(std::int64_t kind, std::size_t index)
    {
        if (kind == Memory)
            return makeMemoryStore();
        SqliteStoreOptions options;
        if (kind == SqliteFile)
            options.path = m_folder.file("store-" + std::to_string(index) + ".db");
        Result<std::unique_ptr<Store>> opened = openSqliteStore(options);
        SB_ASSERT(opened.has_value());
        return std::move(*opened);
    }

    test::TempFolder m_folder;
    Network m_network;
    SlotPool<ReplicationMessage> m_mail;
    std::vector<std::unique_ptr<Replicator>> m_replicators;
    Rng m_rng;
    std::string m_value = std::string(200, 'v');
};

Duration sinceStart(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - start);
}

// range: regions, calls in a group at the most
void durablePuts(benchmark::State& state)
{
    const auto count = static_cast<std::size_t>(state.range(0));
    const auto group = static_cast<std::size_t>(state.range(1));
    Plant plant(SqliteFile, count);
    Histogram latencies;
    std::uint64_t puts = 0, rounds = 0;
    for (auto _ : state) {
        const auto submitted = std::chrono::steady_clock::now(); // every client calls again at once
        for (std::size_t at = 0; at < count; ++at) {
            for (std::size_t done = 0; done < kClients; done += group) {
                for (std::size_t i = 0; i < group; ++i)
                    plant.put(at);
                plant.flush(at);
                for (std::size_t i = 0; i < group; ++i)
                    latencies.add(sinceStart(submitted));
            }
        }
        puts += count * kClients;
        plant.world.runUntil(plant.world.now() + 20ms); // what was committed ships, what has arrived applies
        if (++rounds % 64 == 0)
            plant.trim();
    }
    state.counters["puts_per_s"] = benchmark::Counter(static_cast<double>(puts), benchmark::Counter::kIsRate);
    state.counters["p50_ms"] = static_cast<double>(latencies.quantile(500).count()) / 1e3;
    state.counters["p99_ms"] = static_cast<double>(latencies.quantile(990).count()) / 1e3;
    state.SetLabel(kindName(SqliteFile));
}

void gets(benchmark::State& state)
{
    Plant plant(state.range(0), 1);
    for (std::size_t i = 0; i < kKeys; ++i)
        plant.put(0);
    plant.flush(0);
    Rng rng(1);
    std::uint64_t found = 0;
    for (auto _ : state)
        found += plant.stores[0]->find({ Table::Posts, rng.below(kKeys), 0 }) != nullptr ? 1 : 0;
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
    state.counters["found"] = static_cast<double>(found) / static_cast<double>(state.iterations());
    state.SetLabel(kindName(state.range(0)));
}

// Each iteration is ten virtual seconds of 50 writes/s in each of three regions. range: store
void writesAlone(benchmark::State& state)
{
    constexpr std::size_t kRegions = 3;
    Plant plant(state.range(0), kRegions, 10'000);
    Rng rng(3);
    Instant next = kStart;
    const auto run = [&] {
        for (const Instant end = plant.world.now() + 10s; next < end; next += rng.between(0us, 13'333us)) {
            plant.world.runUntil(next);
            plant.put(rng.below(kRegions));
        }
        plant.world.runUntil(next);
        for (std::size_t at = 0; at < kRegions; ++at)
            plant.flush(at);
        plant.trim();
    };
    run();
    const std::uint64_t executed = plant.world.executed();
    for (auto _ : state)
        run();
    state.counters["sim_s_per_s"]
        = benchmark::Counter(10.0 * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
    state.counters["events_per_virtual_s"] = static_cast<double>(plant.world.executed() - executed)
        / (10.0 * static_cast<double>(state.iterations()));
    state.SetLabel(kindName(state.range(0)));
}

BENCHMARK(durablePuts)
    ->ArgNames({ "regions", "group" })
    ->Args({ 1, 64 })
    ->Args({ 1, 16 })
    ->Args({ 1, 1 })
    ->Args({ 3, 64 })
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(gets)->ArgName("store")->Arg(Memory)->Arg(SqliteInMemory)->Arg(SqliteFile);
BENCHMARK(writesAlone)->ArgName("store")->Arg(Memory)->Arg(SqliteInMemory)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace sb
