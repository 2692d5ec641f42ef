// SPDX-License-Identifier: GPL-3.0-or-later
// Random histories on the memory store and on SQLite: the answers must be the same after every flush.
#include "tests/backend/store/store_support.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

using namespace test;

constexpr int kRegions = 3;
constexpr int kStepsPerSeed = 400;

class Pair {
public:
    Pair(const std::string& path, std::size_t cachedRows)
        : m_path(path)
        , m_cachedRows(cachedRows)
        , m_model(makeMemoryStore())
    {
        open();
    }

    void put(const Key& key, const Item& value)
    {
        m_model->put(key, value);
        m_real->put(key, value);
    }

    void append(const LogEntry& entry)
    {
        m_model->append(entry);
        m_real->append(entry);
    }

    template<typename Action> void both(Action&& action)
    {
        action(*m_model);
        action(*m_real);
    }

    void reopen()
    {
        m_real.reset();
        open();
    }

    Store& model() { return *m_model; }
    Store& real() { return *m_real; }

private:
    void open()
    {
        SqliteStoreOptions options;
        options.path = m_path;
        options.cachedRows = m_cachedRows;
        Result<std::unique_ptr<Store>> opened = openSqliteStore(options);
        ASSERT_TRUE(opened) << opened.error().what;
        m_real = std::move(*opened);
    }

    std::string m_path;
    std::size_t m_cachedRows;
    std::unique_ptr<Store> m_model;
    std::unique_ptr<Store> m_real;
};

void compareReads(Pair& pair, Rng& rng)
{
    for (int i = 0; i < 20; ++i) {
        const Key key = randomKey(rng);
        const Item* expected = pair.model().find(key);
        const Item* actual = pair.real().find(key);
        ASSERT_EQ(expected == nullptr, actual == nullptr);
        if (expected != nullptr) {
            ASSERT_EQ(*expected, *actual);
        }
        std::vector<Row> expectedRows;
        std::vector<Row> actualRows;
        pair.model().scan(key.table, key.partition, expectedRows);
        pair.real().scan(key.table, key.partition, actualRows);
        ASSERT_EQ(expectedRows, actualRows);
    }
}

LogId randomLog(Rng& rng)
{
    return { region(static_cast<int>(rng.below(kRegions))), 1 + static_cast<std::uint32_t>(rng.below(3)) };
}

void startOrClear(Pair& pair, Rng& rng)
{
    if (rng.below(5) == 0) {
        pair.both([](Store& store) { store.clear(); });
        return;
    }
    const LogId log = randomLog(rng);
    const std::uint64_t next = 1 + rng.below(1000);
    if (pair.model().logBegin(log) == pair.model().logEnd(log))
        pair.both([&](Store& store) { store.startLog(log, next); });
}

void step(Pair& pair, Rng& rng)
{
    const auto kind = rng.below(100);
    if (kind < 60) {
        pair.put(randomKey(rng), randomItem(rng));
    } else if (kind < 90) {
        const LogId log = randomLog(rng);
        pair.append(randomLogEntry(rng, log, pair.model().logEnd(log)));
    } else if (kind < 92) {
        const LogId log = randomLog(rng);
        const std::uint64_t before = rng.below(pair.model().logEnd(log) + 3);
        pair.both([&](Store& store) { store.trimLog(log, before); });
    } else if (kind < 93) {
        const Key key = randomKey(rng);
        pair.both([&](Store& store) { store.erase(key); });
    } else if (kind < 94) {
        const auto note = static_cast<StoreNote>(rng.below(kStoreNoteCount));
        const std::uint64_t value = rng.next();
        pair.both([&](Store& store) { store.setNote(note, value); });
    } else if (kind < 95) {
        startOrClear(pair, rng);
    } else if (kind < 97) {
        compareReads(pair, rng); // of what waits, too
    } else if (kind < 99) {
        ASSERT_TRUE(pair.real().flush());
        ASSERT_TRUE(contentsOf(pair.model()) == contentsOf(pair.real()));
        compareReads(pair, rng);
    } else {
        ASSERT_TRUE(pair.real().flush());
        pair.reopen();
        if (testing::Test::HasFailure())
            return;
        ASSERT_TRUE(contentsOf(pair.model()) == contentsOf(pair.real()));
    }
}

void runSeed(std::uint64_t seed)
{
    SCOPED_TRACE(
        "replay with SB_SEED=" + std::to_string(seed) + " tst_store --gtest_filter=StoreDifferential.*");
    TempFolder folder;
    // With room for a handful of rows only, the store has to write and forget between two flushes.
    Pair pair(folder.file("store.db"), seed % 3 == 0 ? SqliteStoreOptions {}.cachedRows : 2 * (seed % 3) + 2);
    Rng rng = Rng(seed).fork("store differential");
    for (int i = 0; i < kStepsPerSeed && !testing::Test::HasFailure(); ++i)
        step(pair, rng);
}

TEST(StoreDifferential, memoryAndSqliteAnswerAlikeOverRandomHistories)
{
    const std::uint64_t first = firstSeed(1);
    const std::uint64_t last = isReplay() ? first : first + 24;
    for (std::uint64_t seed = first; seed <= last && !HasFailure(); ++seed)
        runSeed(seed);
}

} // namespace
} // namespace sb
