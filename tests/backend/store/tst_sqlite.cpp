// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/sqlite.h"
#include "tests/backend/store/store_support.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

using namespace test;

Database memoryDatabase()
{
    Result<Database> database = Database::open(":memory:", Database::Access::Create);
    SB_ASSERT(database.has_value());
    SB_ASSERT(database->execute("CREATE TABLE t(id INTEGER PRIMARY KEY, v)").has_value());
    return std::move(*database);
}

TEST(Sqlite, everyTypeComesBackAsItWasBound)
{
    Database database = memoryDatabase();
    Statement query = database.prepare("SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7").value();
    query.bindInteger(1, -5);
    query.bindBits(2, ~0ULL);
    query.bindReal(3, 0.25);
    query.bindText(4, "städte");
    query.bindBlob(5, std::string_view("a\0b", 3));
    query.bindNull(6);
    query.bindBlob(7, {});
    ASSERT_TRUE(query.step().value());
    EXPECT_EQ(query.columnCount(), 7);
    EXPECT_EQ(query.integer(0), -5);
    EXPECT_EQ(query.bits(1), ~0ULL);
    EXPECT_EQ(query.real(2), 0.25);
    EXPECT_EQ(query.text(3), "städte");
    EXPECT_EQ(query.blob(4), std::string_view("a\0b", 3));
    EXPECT_TRUE(query.isNull(5));
    EXPECT_FALSE(query.isNull(6)) << "an empty blob is not a missing one";
    EXPECT_EQ(query.blob(6), "");
    EXPECT_FALSE(query.step().value());
}

TEST(Sqlite, aStatementIsReadyAgainAfterItsEnd)
{
    Database database = memoryDatabase();
    Statement insert = database.prepare("INSERT INTO t(v) VALUES(?1)").value();
    for (int i = 0; i < 3; ++i) {
        insert.bindInteger(1, i);
        ASSERT_TRUE(insert.run());
        EXPECT_EQ(database.lastRowId(), i + 1);
        EXPECT_EQ(database.changes(), 1);
    }
    EXPECT_EQ(database.queryInteger("SELECT sum(v) FROM t").value(), 3);
    EXPECT_EQ(database.queryText("SELECT group_concat(v) FROM t").value(), "0,1,2");
}

TEST(Sqlite, aFailedStatementSaysWhatItTriedAndWorksAgain)
{
    Database database = memoryDatabase();
    Statement insert = database.prepare("INSERT INTO t(id) VALUES(?1)").value();
    insert.bindInteger(1, 1);
    ASSERT_TRUE(insert.run());
    const Result<> twice = insert.run();
    ASSERT_FALSE(twice);
    EXPECT_NE(twice.error().what.find(":memory:: cannot run 'INSERT INTO t(id)"), std::string::npos)
        << twice.error().what;
    EXPECT_NE(twice.error().what.find("UNIQUE"), std::string::npos);
    insert.bindInteger(1, 2);
    EXPECT_TRUE(insert.run());
}

TEST(Sqlite, aBindThatFailsFailsTheStepAndIsForgottenAfterwards)
{
    Database database = memoryDatabase();
    Statement query = database.prepare("SELECT ?1").value();
    query.bindInteger(9, 1);
    EXPECT_FALSE(query.step());
    query.bindInteger(1, 1);
    EXPECT_TRUE(query.step());
}

TEST(Sqlite, wrongTextAndMissingAnswersAreErrors)
{
    Database database = memoryDatabase();
    EXPECT_FALSE(database.prepare("SELEKT 1"));
    EXPECT_FALSE(database.execute("INSERT INTO nowhere VALUES(1)"));
    const Result<std::int64_t> none = database.queryInteger("SELECT id FROM t");
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, Errc::Corrupt);
    EXPECT_FALSE(database.queryText("SELECT v FROM t"));
}

TEST(Sqlite, transactionsShow)
{
    Database database = memoryDatabase();
    EXPECT_FALSE(database.isInTransaction());
    ASSERT_TRUE(database.execute("BEGIN"));
    EXPECT_TRUE(database.isInTransaction());
    ASSERT_TRUE(database.execute("ROLLBACK"));
    EXPECT_FALSE(database.isInTransaction());
}

TEST(Sqlite, readWriteDoesNotMakeAFile)
{
    TempFolder folder;
    EXPECT_FALSE(Database::open(folder.file("none.db"), Database::Access::ReadWrite));
    EXPECT_FALSE(Database::open(folder.file("none.db"), Database::Access::ReadOnly));
    EXPECT_FALSE(std::filesystem::exists(folder.file("none.db")));
    EXPECT_TRUE(Database::open(folder.file("none.db"), Database::Access::Create));
}

TEST(Sqlite, aCheckpointEmptiesTheWriteAheadLogIntoTheFile)
{
    TempFolder folder;
    Database database = Database::open(folder.file("a.db"), Database::Access::Create).value();
    ASSERT_EQ(database.queryText("PRAGMA journal_mode = WAL").value(), "wal");
    ASSERT_TRUE(database.execute("CREATE TABLE t(v); INSERT INTO t VALUES(zeroblob(100000));"));
    const auto before = std::filesystem::file_size(database.path());
    ASSERT_TRUE(database.checkpoint());
    EXPECT_GT(std::filesystem::file_size(database.path()), before);
}

} // namespace
} // namespace sb
