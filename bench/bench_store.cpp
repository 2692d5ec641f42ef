// SPDX-License-Identifier: GPL-3.0-or-later
// What a store costs: puts grouped by 1 and 64 per flush, point reads, scans and log reads, for the memory
// store, SQLite in memory and SQLite on a file (write-ahead log, synchronous=FULL).
// Usage: bench_store [--benchmark_filter=…]; the file lies in the system's folder for temporary files.
// Figures of the file depend on the disk; compare them with each other, not across machines.
#include "backend/base/rng.h"
#include "backend/store/store.h"
#include "bench/store_kind.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace sb {
namespace {

constexpr std::uint64_t kKeys = 10'000;
constexpr std::uint64_t kSortKeys = 8; // rows of one partition

class Bed {
public:
    explicit Bed(std::int64_t kind)
    {
        if (kind == Memory) {
            m_store = makeMemoryStore();
            return;
        }
        SqliteStoreOptions options;
        if (kind == SqliteFile) {
            std::string pattern
                = (std::filesystem::temp_directory_path() / "signalbox-bench-XXXXXX").string();
            SB_ASSERT(mkdtemp(pattern.data()) != nullptr);
            m_folder = pattern;
            options.path = (m_folder / "store.db").string();
        }
        Result<std::unique_ptr<Store>> opened = openSqliteStore(options);
        if (!opened) {
            std::fprintf(stderr, "%s\n", opened.error().what.c_str());
            std::exit(2);
        }
        m_store = std::move(*opened);
    }
    ~Bed()
    {
        m_store.reset();
        std::error_code ignored;
        if (!m_folder.empty())
            std::filesystem::remove_all(m_folder, ignored);
    }
    Bed(const Bed&) = delete;
    Bed& operator=(const Bed&) = delete;

    Store& store() { return *m_store; }
    void fill(const std::string& value)
    {
        for (std::uint64_t i = 0; i < kKeys; ++i)
            m_store->put(keyOf(i), itemOf(i + 1, value));
        SB_ASSERT(m_store->flush().has_value());
    }

    static Key keyOf(std::uint64_t i) { return { Table::Orders, i / kSortKeys, i % kSortKeys }; }
    static Item itemOf(std::uint64_t seq, const std::string& value)
    {
        return { { Hlc { seq }, RegionId { 0 }, 1, seq }, false, value };
    }

private:
    std::filesystem::path m_folder;
    std::unique_ptr<Store> m_store;
};

void label(benchmark::State& state)
{
    state.SetLabel(kindName(state.range(0)));
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}

// range: kind, operations per flush, bytes of a value
void putItems(benchmark::State& state)
{
    Bed bed(state.range(0));
    std::string value(static_cast<std::size_t>(state.range(2)), 'v');
    bed.fill(value);
    Rng rng(1);
    std::int64_t pending = 0;
    Item item = Bed::itemOf(1, value);
    for (auto _ : state) {
        ++item.version.hlc.value;
        ++item.version.seq;
        bed.store().put(Bed::keyOf(rng.below(kKeys)), item);
        if (++pending == state.range(1)) {
            pending = 0;
            SB_ASSERT(bed.store().flush().has_value());
        }
    }
    label(state);
}

// A transaction as a region commits it: one log entry and its row.
void commitTransactions(benchmark::State& state)
{
    Bed bed(state.range(0));
    const std::string value(static_cast<std::size_t>(state.range(2)), 'v');
    bed.fill(value);
    Rng rng(1);
    std::uint64_t seq = 1;
    std::int64_t pending = 0;
    LogEntry entry;
    entry.seen = { 0, 0, 0 };
    entry.mutations = { { Key {}, false, value } };
    for (auto _ : state) {
        const Key key = Bed::keyOf(rng.below(kKeys));
        const Item item = Bed::itemOf(seq, value);
        entry.version = item.version;
        entry.mutations[0].key = key;
        bed.store().put(key, item);
        bed.store().append(entry);
        if (++pending == state.range(1)) {
            pending = 0;
            SB_ASSERT(bed.store().flush().has_value());
            if (seq > 10'000)
                bed.store().trimLog(RegionId { 0 }, seq - 10'000);
        }
        ++seq;
    }
    label(state);
}

void findItems(benchmark::State& state)
{
    Bed bed(state.range(0));
    bed.fill(std::string(100, 'v'));
    Rng rng(1);
    for (auto _ : state)
        benchmark::DoNotOptimize(bed.store().find(Bed::keyOf(rng.below(kKeys))));
    label(state);
}

void findOneHotItem(benchmark::State& state)
{
    Bed bed(state.range(0));
    bed.fill(std::string(100, 'v'));
    for (auto _ : state)
        benchmark::DoNotOptimize(bed.store().find(Bed::keyOf(77)));
    label(state);
}

void scanPartitions(benchmark::State& state)
{
    Bed bed(state.range(0));
    bed.fill(std::string(100, 'v'));
    Rng rng(1);
    std::vector<Row> rows;
    for (auto _ : state) {
        rows.clear();
        bed.store().scan(Table::Orders, rng.below(kKeys / kSortKeys), rows);
        benchmark::DoNotOptimize(rows.data());
    }
    label(state);
}

// range: kind, entries behind the log's end
void readLog(benchmark::State& state)
{
    Bed bed(state.range(0));
    constexpr std::uint64_t kEntries = 5000;
    for (std::uint64_t seq = 1; seq <= kEntries; ++seq) {
        LogEntry entry;
        entry.version = Bed::itemOf(seq, {}).version;
        entry.seen = { seq, seq, seq };
        entry.mutations.assign(3, { Bed::keyOf(seq), false, std::string(80, 'v') });
        bed.store().append(entry);
    }
    SB_ASSERT(bed.store().flush().has_value());
    Rng rng(1);
    const auto behind = static_cast<std::uint64_t>(state.range(1));
    for (auto _ : state)
        benchmark::DoNotOptimize(bed.store().logEntry(RegionId { 0 }, kEntries - behind - rng.below(100)));
    label(state);
}

void everyKind(benchmark::internal::Benchmark* bench)
{
    for (const int kind : { Memory, SqliteInMemory, SqliteFile })
        bench->Arg(kind);
}

void everyGrouping(benchmark::internal::Benchmark* bench)
{
    for (const int kind : { Memory, SqliteInMemory, SqliteFile }) {
        for (const int bytes : { 12, 200 }) {
            for (const int group : { 1, 64 })
                bench->Args({ kind, group, bytes });
        }
    }
    bench->ArgNames({ "kind", "group", "bytes" })->UseRealTime(); // a commit mostly waits for the disk
}

void everyLogPosition(benchmark::internal::Benchmark* bench)
{
    for (const int kind : { Memory, SqliteInMemory, SqliteFile }) {
        for (const int behind : { 0, 2000 })
            bench->Args({ kind, behind });
    }
    bench->ArgNames({ "kind", "behind" });
}

BENCHMARK(putItems)->Apply(everyGrouping);
BENCHMARK(commitTransactions)->Apply(everyGrouping);
BENCHMARK(findItems)->Apply(everyKind);
BENCHMARK(findOneHotItem)->Apply(everyKind);
BENCHMARK(scanPartitions)->Apply(everyKind);
BENCHMARK(readLog)->Apply(everyLogPosition);

} // namespace
} // namespace sb
