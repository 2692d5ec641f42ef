// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated disk by itself, and the SQLite store on it in single, arranged mishaps. Random histories are
// in tst_disk_crashes.cpp.
#include "backend/base/hash.h"
#include "backend/store/simulated_disk.h"
#include "backend/store/sqlite.h"
#include "tests/backend/store/store_support.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>

namespace sb {
namespace {

using namespace test;

constexpr const char* kPath = "eu-west-1.db";
const std::string kLogPath = std::string(kPath) + "-wal";

SqliteStoreOptions optionsOn(const SimulatedDisk& disk)
{
    SqliteStoreOptions options;
    options.path = kPath;
    options.vfs = disk.vfsName();
    return options;
}

Result<std::unique_ptr<Store>> openOn(const SimulatedDisk& disk)
{
    return openSqliteStore(optionsOn(disk));
}

SimulatedDiskOptions surviving(Survival survival)
{
    SimulatedDiskOptions options;
    options.survival = survival;
    return options;
}

// One transaction: an order and its log entry.
Result<> commit(Store& store, std::size_t bytes = 100)
{
    const std::uint64_t seq = store.logEnd(region(0));
    store.put({ Table::Orders, 1, seq }, item(seq, std::string(bytes, 'x')));
    store.append(logEntry(0, seq));
    return store.flush();
}

// A store with `count` transactions, closed properly.
void fill(const SimulatedDisk& disk, int count)
{
    Result<std::unique_ptr<Store>> store = openOn(disk);
    ASSERT_TRUE(store) << store.error().what;
    for (int i = 0; i < count; ++i)
        ASSERT_TRUE(commit(**store));
}

// How many transactions a newly opened store holds; -1 and the reason when it does not open.
int countIn(const SimulatedDisk& disk, std::string* reason = nullptr)
{
    Result<std::unique_ptr<Store>> store = openOn(disk);
    if (!store && reason != nullptr)
        *reason = store.error().what;
    return store ? static_cast<int>((*store)->logEnd(region(0))) - 1 : -1;
}

bool mentions(const Error& error, std::string_view words)
{
    return error.what.find(words) != std::string::npos;
}

// --- several disks ---

TEST(SimulatedDisk, disksKnowNothingOfEachOther)
{
    SimulatedDisk one(Rng(1));
    SimulatedDisk two(Rng(1));
    EXPECT_NE(one.vfsName(), two.vfsName());
    fill(one, 3);
    EXPECT_EQ(countIn(one), 3);
    EXPECT_EQ(countIn(two), 0);
}

TEST(SimulatedDisk, anUnknownDiskIsNamed)
{
    SqliteStoreOptions options;
    {
        const SimulatedDisk disk(Rng(1));
        options = optionsOn(disk);
        ASSERT_TRUE(openSqliteStore(options));
    }
    const Result<std::unique_ptr<Store>> store = openSqliteStore(options);
    ASSERT_FALSE(store);
    EXPECT_TRUE(mentions(store.error(), options.vfs)) << store.error().what;
}

TEST(SimulatedDisk, aStoreHasItsFileToItself)
{
    const SimulatedDisk disk(Rng(1));
    const Result<std::unique_ptr<Store>> first = openOn(disk);
    ASSERT_TRUE(first);
    const Result<std::unique_ptr<Store>> second = openOn(disk);
    ASSERT_FALSE(second);
    EXPECT_TRUE(mentions(second.error(), "close the other program")) << second.error().what;
}

TEST(SimulatedDisk, aStoreThatWasClosedCanBeReadOnly)
{
    const SimulatedDisk disk(Rng(1));
    fill(disk, 3);
    SqliteStoreOptions options = optionsOn(disk);
    options.isReadOnly = true;
    const std::uint64_t changes = disk.counters().changes();
    const Result<std::unique_ptr<Store>> store = openSqliteStore(options);
    ASSERT_TRUE(store) << store.error().what;
    EXPECT_EQ((*store)->logEnd(region(0)), 4u);
    EXPECT_EQ(disk.counters().changes(), changes);
}

// Makes, uses, crashes and destroys disks; sums up all that happened.
std::uint64_t runOneWorld(std::uint64_t seed)
{
    std::uint64_t sum = 0;
    for (std::uint64_t i = 0; i < 10; ++i) {
        SimulatedDisk disk(Rng(seed).fork("disk", i));
        fill(disk, 5);
        {
            Result<std::unique_ptr<Store>> store = openOn(disk);
            disk.crashAtChange(1 + i);
            (void)commit(**store);
        }
        if (!disk.isPowered())
            disk.restart();
        sum = hashCombine(sum, static_cast<std::uint64_t>(countIn(disk)));
        sum = hashCombine(sum, disk.traceHash());
    }
    return sum;
}

TEST(SimulatedDisk, worldsOnSeveralThreadsDoWhatTheyDoAlone)
{
    std::vector<std::uint64_t> alone;
    for (std::uint64_t seed = 1; seed <= 4; ++seed)
        alone.push_back(runOneWorld(seed));
    EXPECT_EQ(std::set<std::uint64_t>(alone.begin(), alone.end()).size(), alone.size());
    std::vector<std::uint64_t> together(alone.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < together.size(); ++i)
        threads.emplace_back([&together, i] { together[i] = runOneWorld(i + 1); });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(together, alone);
}

// --- switches ---

TEST(SimulatedDisk, nothingFailsAndNothingTakesTimeUnlessAskedFor)
{
    SimulatedDisk disk(Rng(1));
    fill(disk, 50);
    EXPECT_EQ(countIn(disk), 50);
    for (int i = 0; i < kDiskFaultCount; ++i)
        EXPECT_EQ(disk.fired(static_cast<DiskFault>(i)), 0u) << toString(static_cast<DiskFault>(i));
    EXPECT_EQ(disk.takeLatency(), Duration {});
    EXPECT_GT(disk.counters().syncs, 50u);
}

struct OneShot {
    DiskFault fault;
    std::uint64_t nth;
    const char* said; // by the flush or the opening that was hit; nullptr: nobody is told
};
void PrintTo(const OneShot& shot, std::ostream* out)
{
    *out << toString(shot.fault);
}

class DiskOneShot : public testing::TestWithParam<OneShot> { };

TEST_P(DiskOneShot, hitsOnceAndIsReportedOrNot)
{
    const auto [fault, nth, said] = GetParam();
    SimulatedDisk disk(Rng(3), surviving(Survival::Nothing));
    fill(disk, 20);
    disk.failNth(fault, nth);
    std::string words;
    {
        Result<std::unique_ptr<Store>> store = openOn(disk);
        if (!store)
            words = store.error().what;
        for (int i = 0; store && words.empty() && i < 5; ++i) {
            if (const Result<> done = commit(**store); !done)
                words = done.error().what;
        }
    }
    EXPECT_EQ(disk.fired(fault), 1u);
    EXPECT_EQ(words.empty(), said == nullptr) << words;
    if (said != nullptr) {
        EXPECT_NE(words.find(said), std::string::npos) << words;
        EXPECT_EQ(words.find(std::string(kPath) + ": "), 0u) << words;
    }
    EXPECT_GE(countIn(disk), 20) << "it passes";
}

INSTANTIATE_TEST_SUITE_P(Of, DiskOneShot,
    testing::Values(OneShot { DiskFault::LostSync, 3, nullptr },
        OneShot { DiskFault::FailedSync, 3, "check the disk and its free space" },
        OneShot { DiskFault::ShortRead, 3, "; " },
        OneShot { DiskFault::ReadError, 3, "check the disk and its free space" },
        OneShot { DiskFault::WriteError, 3, "check the disk and its free space" },
        OneShot { DiskFault::Full, 3, "free space on that disk" }, OneShot { DiskFault::Stall, 3, nullptr }));

TEST(SimulatedDisk, rotOnReadIsRefusedOrHarmlessAndPasses)
{
    SimulatedDisk disk(Rng(1));
    fill(disk, 20);
    int refused = 0;
    std::uint64_t fired = 0;
    for (std::uint64_t nth = 1; nth <= 12; ++nth) {
        for (int i = 0; i < 10; ++i) {
            disk.failNth(DiskFault::RotOnRead, nth);
            const int count = countIn(disk);
            EXPECT_TRUE(count == -1 || count == 20) << count;
            refused += count == -1 ? 1 : 0;
            disk.clearFaults();
            EXPECT_EQ(countIn(disk), 20) << "it was never on the disk";
        }
        EXPECT_GE(disk.fired(DiskFault::RotOnRead), fired);
        fired = disk.fired(DiskFault::RotOnRead);
    }
    EXPECT_GT(fired, 50u);
    EXPECT_GT(refused, 5);
    EXPECT_LT(refused, static_cast<int>(fired));
}

TEST(SimulatedDisk, rotAtRestIsRefusedOrHarmless)
{
    int refused = 0;
    constexpr int kDisks = 100;
    for (std::uint64_t seed = 1; seed <= kDisks; ++seed) {
        SimulatedDisk disk((Rng(seed)));
        fill(disk, 20);
        disk.failNth(DiskFault::RotAtRest, 1);
        const int count = countIn(disk);
        EXPECT_EQ(disk.fired(DiskFault::RotAtRest), 1u);
        EXPECT_TRUE(count == -1 || count == 20) << "seed " << seed << " holds " << count;
        refused += count == -1 ? 1 : 0;
        EXPECT_EQ(countIn(disk), count) << "it stays";
    }
    EXPECT_GT(refused, 10);
    EXPECT_LT(refused, kDisks);
}

TEST(SimulatedDisk, aSwitchShiftsNoOtherDraws)
{
    // How many syncs were lost before each commit.
    const auto lostSyncs = [](int stallsPerMille) {
        SimulatedDisk disk(Rng(5));
        disk.setFault(DiskFault::LostSync, 300);
        disk.setFault(DiskFault::Stall, stallsPerMille);
        std::vector<std::uint64_t> lost;
        Result<std::unique_ptr<Store>> store = openOn(disk);
        for (int i = 0; i < 100 && commit(**store); ++i)
            lost.push_back(disk.fired(DiskFault::LostSync));
        return lost;
    };
    const std::vector<std::uint64_t> calm = lostSyncs(0);
    ASSERT_EQ(calm.size(), 100u);
    EXPECT_GT(calm.back(), 10u);
    EXPECT_EQ(lostSyncs(500), calm);
}

TEST(SimulatedDisk, slownessIsAddedUpAndTaken)
{
    SimulatedDiskOptions options;
    options.latency.sync = 2ms;
    SimulatedDisk disk(Rng(1), options);
    fill(disk, 100);
    const auto syncs = static_cast<std::int64_t>(disk.counters().syncs);
    const Duration calm = disk.takeLatency();
    EXPECT_GE(calm, syncs * 2ms);
    EXPECT_LE(calm, syncs * 4ms) << "a half on top, on average";
    EXPECT_EQ(disk.takeLatency(), Duration {});
    disk.failNth(DiskFault::Stall, 1);
    EXPECT_EQ(countIn(disk), 100);
    EXPECT_GE(disk.takeLatency(), options.latency.stallMin);

    options.latency.tailPerMille = 20;
    SimulatedDisk heavy(Rng(1), options);
    fill(heavy, 100);
    EXPECT_GT(heavy.takeLatency(), calm + 10ms);
}

TEST(SimulatedDisk, sqliteReadsTheSimulatedClock)
{
    SimulatedDiskOptions options;
    options.start = UtcStart { 1'772'548'080 };
    SimulatedDisk disk(Rng(1), options);
    Result<Database> database = Database::open("clock.db", Database::Access::Create, disk.vfsName());
    ASSERT_TRUE(database);
    EXPECT_EQ(database->queryText("SELECT datetime('now')").value(), "2026-03-03 14:28:00");
    disk.setNow(kStart + 90s);
    EXPECT_EQ(database->queryText("SELECT datetime('now')").value(), "2026-03-03 14:29:30");
}

// --- mishaps of a store ---

TEST(StoreOnADisk, isDeadAfterAPowerLossUntilItIsOpenedAgain)
{
    SimulatedDisk disk(Rng(1), surviving(Survival::Nothing));
    {
        Result<std::unique_ptr<Store>> store = openOn(disk);
        ASSERT_TRUE(store && commit(**store));
        disk.crash();
        EXPECT_FALSE(commit(**store));
        EXPECT_EQ(countIn(disk), -1) << "there is no power";
    }
    disk.restart();
    EXPECT_EQ(countIn(disk), 1);
}

TEST(StoreOnADisk, aQuotaStopsItAndRoomLetsItGoOn)
{
    SimulatedDiskOptions options;
    options.quotaBytes = 200'000;
    SimulatedDisk disk(Rng(1), options);
    int acknowledged = 0;
    {
        Result<std::unique_ptr<Store>> store = openOn(disk);
        ASSERT_TRUE(store);
        Result<> done;
        while ((done = commit(**store, 3000)))
            ++acknowledged;
        EXPECT_TRUE(mentions(done.error(), "free space on that disk")) << done.error().what;
        EXPECT_LE(disk.image().usedBytes(), 200'000u);
        EXPECT_GT(disk.fired(DiskFault::Full), 0u);
    }
    EXPECT_GT(acknowledged, 5);
    disk.setQuota(std::nullopt);
    EXPECT_EQ(countIn(disk), acknowledged);
}

// After a failed sync the system shows what will never be on the disk. A store that built on it would lose
// with the next power loss what it acknowledged since.
TEST(StoreOnADisk, whatItAcknowledgesAfterAFailedSyncSurvives)
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SimulatedDisk disk(Rng(seed), surviving(Survival::Nothing));
        int acknowledged = 0;
        {
            Result<std::unique_ptr<Store>> store = openOn(disk);
            ASSERT_TRUE(store && commit(**store));
            disk.failNth(DiskFault::FailedSync, 1);
            ASSERT_FALSE(commit(**store));
        }
        {
            Result<std::unique_ptr<Store>> store = openOn(disk); // the power stayed on
            ASSERT_TRUE(store && commit(**store));
            acknowledged = static_cast<int>((*store)->logEnd(region(0))) - 1;
            disk.crash();
        }
        disk.restart();
        std::string reason;
        EXPECT_EQ(countIn(disk, &reason), acknowledged) << "seed " << seed << " " << reason;
    }
}

TEST(StoreOnADisk, aLogWithoutItsFileIsRefusedAndKept)
{
    SimulatedDisk disk(Rng(1));
    {
        Result<std::unique_ptr<Store>> store = openOn(disk);
        ASSERT_TRUE(store && commit(**store));
        disk.crash();
    }
    disk.restart();
    disk.loseFile(kPath);
    const std::string log = disk.image().find(kLogPath)->visible;
    ASSERT_FALSE(log.empty());
    for (int attempt = 0; attempt < 2; ++attempt) {
        const Result<std::unique_ptr<Store>> store = openOn(disk);
        ASSERT_FALSE(store);
        EXPECT_EQ(store.error().code, Errc::Corrupt);
        EXPECT_TRUE(mentions(store.error(), kPath) && mentions(store.error(), "write-ahead log is there"));
        ASSERT_NE(disk.image().find(kLogPath), nullptr);
        EXPECT_EQ(disk.image().find(kLogPath)->visible, log);
    }
    disk.loseFile(kLogPath);
    EXPECT_EQ(countIn(disk), 0) << "started anew";
}

TEST(StoreOnADisk, whatItsOwnerKnowsIsHeldAgainstIt)
{
    SimulatedDisk disk(Rng(1));
    fill(disk, 5);
    SqliteStoreOptions options = optionsOn(disk);
    options.acknowledgedEnds = { { region(0), 1, 6 }, { region(1), 1, 1 } };
    EXPECT_TRUE(openSqliteStore(options)) << "it is that far";
    options.acknowledgedEnds = { { region(0), 1, 4 } };
    EXPECT_TRUE(openSqliteStore(options)) << "and may be further";
    for (const LogBounds& end : { LogBounds { region(0), 1, 7 }, LogBounds { region(1), 1, 2 },
             LogBounds { { region(0), 2 }, 1, 2 } }) {
        options.acknowledgedEnds = { end };
        const Result<std::unique_ptr<Store>> store = openSqliteStore(options);
        ASSERT_FALSE(store);
        EXPECT_EQ(store.error().code, Errc::Corrupt);
        EXPECT_TRUE(mentions(store.error(), kPath) && mentions(store.error(), "new incarnation"))
            << store.error().what;
    }
    EXPECT_EQ(countIn(disk), 5) << "what is left can be had when asked for";
    disk.reformat();
    EXPECT_FALSE(openSqliteStore(options));
}

TEST(StoreOnADisk, aRefusedFileIsLeftAsItWas)
{
    SimulatedDisk disk(Rng(1), surviving(Survival::Everything));
    {
        Result<std::unique_ptr<Store>> store = openOn(disk);
        ASSERT_TRUE(store && commit(**store) && commit(**store));
        disk.crash();
    }
    disk.restart();
    const auto bytes = [&disk] {
        std::string all;
        for (const auto& [name, file] : disk.image().files())
            all += name + "=" + file->visible;
        return all;
    };
    const std::string before = bytes();
    SqliteStoreOptions options = optionsOn(disk);
    options.acknowledgedEnds = { { region(0), 1, 99 } };
    EXPECT_FALSE(openSqliteStore(options));
    EXPECT_EQ(bytes(), before);
    EXPECT_EQ(countIn(disk), 2);
}

// The digests go by the index, and so would not see the row.
TEST(StoreOnADisk, aRowThatTheIndexDoesNotKnowIsRefused)
{
    const SimulatedDisk disk(Rng(1));
    fill(disk, 5);
    ASSERT_EQ(countIn(disk), 5);
    const auto edit = [&disk](const std::string& sql) {
        Result<Database> file = Database::open(kPath, Database::Access::ReadWrite, disk.vfsName());
        const Result<> done
            = file->execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA writable_schema = ON;" + sql);
        ASSERT_TRUE(done) << done.error().what;
    };
    edit("CREATE TABLE aside AS SELECT * FROM sqlite_schema WHERE name = 'items_key';"
         "DELETE FROM sqlite_schema WHERE name = 'items_key';");
    edit("INSERT INTO items(tbl, part, sort, hlc, origin, incarnation, seq, deleted, value)"
         " SELECT tbl, part, sort, hlc + 1, origin, incarnation, seq, deleted, value FROM items LIMIT 1;");
    edit("INSERT INTO sqlite_schema SELECT * FROM aside;");
    std::string reason;
    EXPECT_EQ(countIn(disk, &reason), -1);
    EXPECT_NE(reason.find("missing from index"), std::string::npos) << reason;
}

} // namespace
} // namespace sb
