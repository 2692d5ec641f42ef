// SPDX-License-Identifier: GPL-3.0-or-later
// The SQLite store as a file: what survives, what is refused, and what the refusals say.
#include "backend/store/sqlite.h"
#include "tests/backend/store/store_support.h"

#include <gtest/gtest.h>

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

namespace sb {
namespace {

using namespace test;

Result<std::unique_ptr<Store>> openFile(const std::string& path, bool isReadOnly = false)
{
    SqliteStoreOptions options;
    options.path = path;
    options.isReadOnly = isReadOnly;
    return openSqliteStore(options);
}

std::string readBytes(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return { std::istreambuf_iterator<char>(file), {} };
}

void writeBytes(const std::string& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

bool exists(const std::string& path)
{
    return std::filesystem::exists(path);
}

void fill(Store& store, std::uint64_t count)
{
    for (std::uint64_t i = 1; i <= count; ++i) {
        const Key key { static_cast<Table>(i % kTableCount), i / 4, i };
        store.put(key, i % 7 == 0 ? tombstone(i) : item(i, "v"));
        store.append(logEntry(static_cast<int>(i % 2), i / 2 + i % 2));
    }
}

// A properly closed store with 200 items and two logs, the first of them trimmed.
Contents makeFile(const std::string& path)
{
    Result<std::unique_ptr<Store>> store = openFile(path);
    SB_ASSERT(store.has_value());
    fill(**store, 200);
    (*store)->trimLog(region(0), 20);
    SB_ASSERT((*store)->flush().has_value());
    return contentsOf(**store);
}

// The error of an opening that has to fail, with the path in its text.
Error refusal(const std::string& path, bool isReadOnly = false)
{
    const Result<std::unique_ptr<Store>> store = openFile(path, isReadOnly);
    if (store) {
        ADD_FAILURE() << path << " was opened";
        return { Errc::Cancelled, "" };
    }
    EXPECT_NE(store.error().what.find(path), std::string::npos) << store.error().what;
    return store.error();
}

bool mentions(const Error& error, std::string_view text)
{
    return error.what.find(text) != std::string::npos;
}

void editFile(const std::string& path, const std::string& sql)
{
    Result<Database> database = Database::open(path, Database::Access::ReadWrite);
    ASSERT_TRUE(database) << database.error().what;
    const Result<> done = database->execute(sql);
    ASSERT_TRUE(done) << done.error().what;
}

TEST(StoreFile, flushedContentsAreThereAfterReopening)
{
    TempFolder folder;
    const std::string path = folder.file("store.db");
    const Contents written = makeFile(path);
    for (int round = 0; round < 3; ++round) {
        Result<std::unique_ptr<Store>> store = openFile(path);
        ASSERT_TRUE(store) << store.error().what;
        EXPECT_TRUE(contentsOf(**store) == written);
        (*store)->append(logEntry(0, (*store)->logEnd(region(0)))); // never flushed
        (*store)->put({ Table::Books, 1, 1 }, item(999, "never flushed"));
    }
}

TEST(StoreFile, aLogTrimmedToNothingKeepsItsNumberAfterReopening)
{
    TempFolder folder;
    const std::string path = folder.file("store.db");
    {
        Result<std::unique_ptr<Store>> store = openFile(path);
        ASSERT_TRUE(store);
        (*store)->append(logEntry(1, 1));
        (*store)->append(logEntry(1, 2));
        (*store)->trimLog(region(1), 3);
        ASSERT_TRUE((*store)->flush());
    }
    Result<std::unique_ptr<Store>> store = openFile(path);
    ASSERT_TRUE(store) << store.error().what;
    EXPECT_EQ((*store)->logBegin(region(1)), 3u);
    EXPECT_EQ((*store)->logEnd(region(1)), 3u);
    EXPECT_EQ((*store)->logEnd(region(0)), 1u);
}

TEST(StoreFile, aProperClosingLeavesOneFile)
{
    TempFolder folder;
    const std::string path = folder.file("store.db");
    makeFile(path);
    EXPECT_TRUE(exists(path));
    EXPECT_FALSE(exists(path + "-wal"));
    EXPECT_FALSE(exists(path + "-shm"));
}

TEST(StoreFile, theWriteAheadLogStaysBoundedOverManyFlushes)
{
    TempFolder folder;
    const std::string path = folder.file("store.db");
    Result<std::unique_ptr<Store>> store = openFile(path);
    ASSERT_TRUE(store);
    const std::string value(256 << 10, 'x');
    for (std::uint64_t i = 1; i <= 256; ++i) { // 64 MB in all
        (*store)->put({ Table::Books, i % 8, 0 }, item(i, value));
        ASSERT_TRUE((*store)->flush());
    }
    EXPECT_LT(std::filesystem::file_size(path + "-wal"), 48u << 20);
    EXPECT_EQ((*store)->find({ Table::Books, 0, 0 })->version.seq, 256u);
}

TEST(StoreFile, aSecondOpeningIsRefusedWhileTheFirstIsInUse)
{
    TempFolder folder;
    const std::string path = folder.file("store.db");
    makeFile(path);
    Result<std::unique_ptr<Store>> first = openFile(path);
    ASSERT_TRUE(first);
    const Error error = refusal(path);
    EXPECT_EQ(error.code, Errc::IoFailure);
    EXPECT_TRUE(mentions(error, "close the other program")) << error.what;
}

TEST(StoreFile, readOnlyReadsEverythingAndChangesNothing)
{
    TempFolder folder;
    const std::string path = folder.file("100% odd? #name.db");
    const Contents written = makeFile(path);
    const std::string before = readBytes(path);
    {
        Result<std::unique_ptr<Store>> store = openFile(path, true);
        ASSERT_TRUE(store) << store.error().what;
        EXPECT_TRUE(contentsOf(**store) == written);
        EXPECT_TRUE((*store)->flush());
        (*store)->put({ Table::Books, 1, 1 }, item(999, "refused"));
        for (int i = 0; i < 2; ++i) {
            const Result<> flushed = (*store)->flush();
            ASSERT_FALSE(flushed);
            EXPECT_EQ(flushed.error().code, Errc::Refused);
            EXPECT_TRUE(mentions(flushed.error(), "read-only"));
        }
    }
    EXPECT_EQ(readBytes(path), before);
    EXPECT_FALSE(exists(path + "-wal"));
}

TEST(StoreFile, aStoreLeftByACrashIsReadThroughItsWriteAheadLog)
{
    TempFolder folder;
    const std::string path = folder.file("store.db");
    const std::string copy = folder.file("copy.db");
    Result<std::unique_ptr<Store>> store = openFile(path);
    ASSERT_TRUE(store);
    fill(**store, 50);
    ASSERT_TRUE((*store)->flush());
    const Contents written = contentsOf(**store);
    std::filesystem::copy_file(path, copy);
    std::filesystem::copy_file(path + "-wal", copy + "-wal");
    for (const bool isReadOnly : { true, false }) {
        Result<std::unique_ptr<Store>> opened = openFile(copy, isReadOnly);
        ASSERT_TRUE(opened) << opened.error().what;
        EXPECT_TRUE(contentsOf(**opened) == written);
    }
}

TEST(StoreFile, aTornEndOfTheWriteAheadLogCostsOnlyTheLastCommit)
{
    TempFolder folder;
    const std::string path = folder.file("store.db");
    Result<std::unique_ptr<Store>> store = openFile(path);
    ASSERT_TRUE(store);
    fill(**store, 30);
    ASSERT_TRUE((*store)->flush());
    const Contents before = contentsOf(**store);
    const auto intact = std::filesystem::file_size(path + "-wal");
    (*store)->put({ Table::Books, 1, 1 }, item(999, std::string(20'000, 'x')));
    ASSERT_TRUE((*store)->flush());
    const Contents after = contentsOf(**store);
    const std::string log = readBytes(path + "-wal");
    for (std::size_t size = intact; size <= log.size(); size += size + 1000 < log.size() ? 1000 : 97) {
        const std::string copy = folder.file("copy" + std::to_string(size) + ".db");
        std::filesystem::copy_file(path, copy);
        writeBytes(copy + "-wal", log.substr(0, size));
        Result<std::unique_ptr<Store>> opened = openFile(copy);
        ASSERT_TRUE(opened) << opened.error().what;
        EXPECT_TRUE(contentsOf(**opened) == (size == log.size() ? after : before)) << size;
    }
}

TEST(StoreFile, missingFoldersAndFilesAreNamed)
{
    TempFolder folder;
    const Error noFolder = refusal(folder.file("nowhere/store.db"));
    EXPECT_EQ(noFolder.code, Errc::IoFailure);
    EXPECT_TRUE(mentions(noFolder, "check that the folder exists")) << noFolder.what;
    EXPECT_EQ(refusal(folder.file("absent.db"), true).code, Errc::IoFailure);
    EXPECT_FALSE(exists(folder.file("absent.db")));
    EXPECT_EQ(refusal(folder.file("")).code, Errc::IoFailure) << "a folder is not a file";
    EXPECT_EQ(refusal("/proc/signalbox-store.db").code, Errc::IoFailure);
    const Result<std::unique_ptr<Store>> unnamed = openFile("");
    ASSERT_FALSE(unnamed);
    EXPECT_EQ(unnamed.error().code, Errc::IoFailure);
}

TEST(StoreFile, aFileWithoutWritePermissionIsRefusedAtOnce)
{
    if (geteuid() == 0)
        GTEST_SKIP() << "root may write everywhere";
    TempFolder folder;
    const std::string path = folder.file("store.db");
    makeFile(path);
    std::filesystem::permissions(path, std::filesystem::perms::owner_read);
    EXPECT_TRUE(mentions(refusal(path), "writable"));
}

TEST(StoreFile, filesThatAreNotStoresAreRefusedAndLeftAlone)
{
    TempFolder folder;
    const std::string text = folder.file("notes.txt");
    writeBytes(text, std::string(3000, 'n'));
    const Error noDatabase = refusal(text);
    EXPECT_EQ(noDatabase.code, Errc::Corrupt);
    EXPECT_TRUE(mentions(noDatabase, "choose a file that this program wrote")) << noDatabase.what;
    EXPECT_EQ(readBytes(text), std::string(3000, 'n'));

    const std::string other = folder.file("other.db");
    {
        Result<Database> database = Database::open(other, Database::Access::Create);
        ASSERT_TRUE(database);
        ASSERT_TRUE(database->execute("CREATE TABLE notes(line TEXT)"));
    }
    const std::string before = readBytes(other);
    const Error another = refusal(other);
    EXPECT_EQ(another.code, Errc::Corrupt);
    EXPECT_TRUE(mentions(another, "another program")) << another.what;
    EXPECT_EQ(readBytes(other), before);

    writeBytes(folder.file("empty.db"), "");
    EXPECT_EQ(refusal(folder.file("empty.db"), true).code, Errc::Corrupt);
    EXPECT_TRUE(openFile(folder.file("empty.db"))) << "an empty file is a new store";
}

TEST(StoreFile, anotherSchemaVersionIsNamed)
{
    TempFolder folder;
    const std::string path = folder.file("store.db");
    makeFile(path);
    editFile(path, "PRAGMA user_version = 7");
    const Error error = refusal(path);
    EXPECT_EQ(error.code, Errc::VersionMismatch);
    EXPECT_TRUE(mentions(error, "schema version 7, this program reads 4")) << error.what;
}

// The file holds chunks of entries; trimming goes by the entry.
TEST(StoreFile, aLogThatWasTrimmedAnywhereIsThereAgainFromThereOn)
{
    for (std::uint64_t before = 1; before <= 302; before += before % 32 < 2 || before > 298 ? 1 : 5) {
        SCOPED_TRACE("trimmed before " + std::to_string(before));
        TempFolder folder;
        const std::string path = folder.file("store.db");
        const auto append = [](Store& store, std::uint64_t from, std::uint64_t to) {
            for (std::uint64_t seq = from; seq <= to; ++seq) {
                store.append(logEntry(0, seq));
                store.append(logEntry(1, seq, std::string(seq % 50 == 0 ? 40'000 : 10, 'v')));
            }
        };
        Contents written;
        {
            Result<std::unique_ptr<Store>> store = openFile(path);
            ASSERT_TRUE(store) << store.error().what;
            append(**store, 1, 100);
            ASSERT_TRUE((*store)->flush());
            append(**store, 101, 201);
            ASSERT_TRUE((*store)->flush());
            append(**store, 202, 300); // the last of them wait
            (*store)->trimLog(region(0), before);
            (*store)->trimLog(region(1), before / 2);
            ASSERT_TRUE((*store)->flush());
            written = contentsOf(**store);
        }
        Result<std::unique_ptr<Store>> store = openFile(path);
        ASSERT_TRUE(store) << store.error().what;
        EXPECT_TRUE(contentsOf(**store) == written);
        EXPECT_EQ((*store)->logBegin(region(0)), std::min<std::uint64_t>(before, 301));
        append(**store, 301, 310);
        (*store)->trimLog(region(0), before + 5);
        EXPECT_EQ(*(*store)->logEntry(region(0), 310), logEntry(0, 310));
        ASSERT_TRUE((*store)->flush());
    }
}

TEST(StoreFile, aRowThatIsWrittenOftenAndErasedIsAsItWasLeft)
{
    TempFolder folder;
    const std::string path = folder.file("store.db");
    const Key key { Table::Carts, 1, 1 }, gone { Table::Carts, 1, 2 }, back { Table::Carts, 1, 3 };
    {
        Result<std::unique_ptr<Store>> store = openFile(path);
        ASSERT_TRUE(store) << store.error().what;
        for (std::uint64_t i = 1; i <= 9; ++i)
            for (const Key& each : { key, gone, back })
                (*store)->put(each, item(i, std::to_string(i)));
        (*store)->erase(gone); // before the file ever knew of it
        (*store)->erase(back);
        (*store)->put(back, item(20, "again"));
        ASSERT_TRUE((*store)->flush());
        (*store)->put(key, item(10, "never flushed"));
        (*store)->erase(back);
    }
    Result<std::unique_ptr<Store>> store = openFile(path);
    ASSERT_TRUE(store) << store.error().what;
    EXPECT_EQ(*(*store)->find(key), item(9, "9"));
    EXPECT_EQ((*store)->find(gone), nullptr);
    EXPECT_EQ(*(*store)->find(back), item(20, "again"));
    EXPECT_EQ((*store)->count(Table::Carts), 2u);
}

class StoreTampering : public testing::TestWithParam<const char*> { };

TEST_P(StoreTampering, isNoticedAtOpening)
{
    TempFolder folder;
    const std::string path = folder.file("store.db");
    makeFile(path);
    editFile(path, GetParam());
    const Error error = refusal(path);
    EXPECT_EQ(error.code, Errc::Corrupt);
    EXPECT_TRUE(mentions(error, "restore the file from a copy") || mentions(error, "this program wrote"))
        << error.what;
}

INSTANTIATE_TEST_SUITE_P(By, StoreTampering,
    testing::Values("UPDATE items SET value = x'77' WHERE id = 30", "DELETE FROM items WHERE id = 30",
        "UPDATE items SET tbl = 9 WHERE id = 30", "UPDATE items SET deleted = 0 WHERE deleted = 1",
        "DELETE FROM log WHERE position = (SELECT max(position) FROM log)",
        "DELETE FROM log WHERE position = (SELECT min(position) FROM log)",
        // The position's lower bits are the number of a chunk's first entry.
        "DELETE FROM log WHERE (position & 140737488355327) = 65",
        "UPDATE log SET position = position - 1 WHERE (position & 140737488355327) = 65",
        "UPDATE log SET position = position + 1 WHERE (position & 140737488355327) = 1",
        "UPDATE log SET entries = (SELECT entries FROM log LIMIT 1) WHERE (position & 140737488355327) = 65",
        "UPDATE log SET entries = x'01' WHERE (position & 140737488355327) = 65",
        "UPDATE log SET entries = x'' WHERE (position & 140737488355327) = 65",
        "UPDATE log SET entries = substr(entries, 1, 300) WHERE (position & 140737488355327) = 65",
        "INSERT INTO log SELECT position + 1, entries FROM log LIMIT 1",
        "INSERT INTO log(position, entries) VALUES(-1, x'01')",
        "UPDATE state SET bytes = zeroblob(length(bytes))", "UPDATE state SET bytes = x''",
        "DELETE FROM state", "DROP TABLE log", "DROP INDEX items_key"));

// Opened, a damaged copy must hold exactly what was written; anything else must be refused.
void expectRefusedOrSame(const std::string& path, const Contents& written, int& refused)
{
    Result<std::unique_ptr<Store>> store = openFile(path);
    if (!store) {
        ++refused;
        EXPECT_NE(store.error().code, Errc::Refused);
        return;
    }
    EXPECT_TRUE(contentsOf(**store) == written);
}

TEST(StoreFile, aTruncatedFileIsRefused)
{
    TempFolder folder;
    const std::string path = folder.file("store.db");
    const Contents written = makeFile(path);
    const std::string bytes = readBytes(path);
    const std::string cut = folder.file("cut.db");
    int tried = 0;
    int refused = 0;
    // SQLite takes a file of 0 or 1 bytes for a new one.
    for (std::size_t size = 2; size < bytes.size(); size += 1021, ++tried) {
        writeBytes(cut, bytes.substr(0, size));
        expectRefusedOrSame(cut, written, refused);
    }
    EXPECT_EQ(refused, tried);
}

TEST(StoreFile, aFlippedBitIsRefusedOrHarmless)
{
    TempFolder folder;
    const std::string path = folder.file("store.db");
    const Contents written = makeFile(path);
    const std::string bytes = readBytes(path);
    const std::string damaged = folder.file("damaged.db");
    Rng rng = Rng(firstSeed(21)).fork("store bit flips");
    int refused = 0;
    for (int round = 0; round < 300 && !testing::Test::HasFailure(); ++round) {
        std::string copy = bytes;
        const std::size_t at = rng.below(copy.size());
        const auto bit = static_cast<int>(rng.below(8));
        copy[at] = static_cast<char>(copy[at] ^ (1 << bit));
        writeBytes(damaged, copy);
        SCOPED_TRACE("byte " + std::to_string(at) + " bit " + std::to_string(bit));
        expectRefusedOrSame(damaged, written, refused);
        std::filesystem::remove(damaged + "-wal");
    }
    EXPECT_GT(refused, 100);
}

// Lets files grow to `most` bytes only, as a full disk would.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t most)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit { most, m_before.rlim_max };
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before {};
    void (*m_handler)(int);
};

TEST(StoreFile, aFullDiskStopsTheStoreAndLosesNothingAcknowledged)
{
    TempFolder folder;
    const std::string path = folder.file("store.db");
    std::uint64_t acknowledged = 0;
    {
        Result<std::unique_ptr<Store>> store = openFile(path);
        ASSERT_TRUE(store);
        const FileSizeLimit limit(300'000);
        Result<> flushed;
        for (std::uint64_t i = 1; i < 1000 && flushed; ++i) {
            (*store)->put({ Table::Orders, 1, i }, item(i, std::string(5000, 'x')));
            (*store)->append(logEntry(0, i));
            flushed = (*store)->flush();
            acknowledged += flushed ? 1 : 0;
        }
        ASSERT_FALSE(flushed);
        EXPECT_EQ(flushed.error().code, Errc::IoFailure);
        EXPECT_TRUE(mentions(flushed.error(), path) && mentions(flushed.error(), "free space"))
            << flushed.error().what;
        (*store)->put({ Table::Books, 1, 1 }, item(1, "ignored"));
        (*store)->append(logEntry(0, (*store)->logEnd(region(0))));
        const Result<> again = (*store)->flush();
        ASSERT_FALSE(again);
        EXPECT_EQ(again.error().what, flushed.error().what);
    }
    Result<std::unique_ptr<Store>> store = openFile(path);
    ASSERT_TRUE(store) << store.error().what;
    EXPECT_GT(acknowledged, 5u);
    EXPECT_EQ((*store)->count(Table::Orders), acknowledged);
    EXPECT_EQ((*store)->logEnd(region(0)), acknowledged + 1);
    EXPECT_EQ((*store)->find({ Table::Books, 1, 1 }), nullptr);
}

} // namespace
} // namespace sb
