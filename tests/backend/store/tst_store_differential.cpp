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
    explicit Pair(const std::string& path)
        : m_path(path)
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

    void trim(RegionId origin, std::uint64_t before)
    {
        m_model->trimLog(origin, before);
        m_real->trimLog(origin, before);
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
        Result<std::unique_ptr<Store>> opened = openSqliteStore(options);
        ASSERT_TRUE(opened) << opened.error().what;
        m_real = std::move(*opened);
    }

    std::string m_path;
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

void step(Pair& pair, Rng& rng)
{
    const auto kind = rng.below(100);
    if (kind < 60) {
        pair.put(randomKey(rng), randomItem(rng));
    } else if (kind < 90) {
        const auto origin = static_cast<int>(rng.below(kRegions));
        pair.append(randomLogEntry(rng, origin, pair.model().logEnd(region(origin))));
    } else if (kind < 92) {
        const auto origin = region(static_cast<int>(rng.below(kRegions)));
        pair.trim(origin, rng.below(pair.model().logEnd(origin) + 3));
    } else if (kind < 99) {
        ASSERT_TRUE(pair.real().flush());
        ASSERT_TRUE(contentsOf(pair.model(), kRegions) == contentsOf(pair.real(), kRegions));
        compareReads(pair, rng);
    } else {
        ASSERT_TRUE(pair.real().flush());
        pair.reopen();
        if (testing::Test::HasFailure())
            return;
        ASSERT_TRUE(contentsOf(pair.model(), kRegions) == contentsOf(pair.real(), kRegions));
    }
}

void runSeed(std::uint64_t seed)
{
    SCOPED_TRACE("replay with SB_SEED=" + std::to_string(seed)
        + " tst_store --gtest_filter=StoreDifferential.*");
    TempFolder folder;
    Pair pair(folder.file("store.db"));
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
