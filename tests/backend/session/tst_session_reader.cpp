// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/session/session_fixture.h"

#include "backend/base/rng.h"

using namespace sb;

namespace {

class SessionReading : public SessionTest {
protected:
    static Error refusal(const std::string& path)
    {
        const auto reader = SessionReader::open(path);
        EXPECT_FALSE(reader) << path << " was opened";
        const Error error = reader ? Error {} : reader.error();
        EXPECT_NE(error.what.find(path), std::string::npos) << error.what;
        return error;
    }
    // A change made to a closed session with plain SQL.
    static void change(const std::string& path, const std::string& sql)
    {
        auto database = Database::open(path, Database::Access::ReadWrite);
        ASSERT_TRUE(database);
        const auto ok = database->execute(sql);
        ASSERT_TRUE(ok) << ok.error().what;
    }
};

} // namespace

TEST_F(SessionReading, whatWasWrittenIsReadBackExactly)
{
    auto reader = SessionReader::open(recorded("run.signalbox", 40));
    ASSERT_TRUE(reader) << reader.error().what;
    EXPECT_EQ(reader->head(), kHead);
    EXPECT_EQ(reader->end(), (SessionEnd { Instant { 99s }, 9'900, ~0ULL }));
    const auto inputs = reader->inputs();
    const auto checkpoints = reader->checkpoints();
    const auto events = reader->events();
    const auto samples = reader->samples();
    ASSERT_TRUE(inputs && checkpoints && events && samples);
    ASSERT_EQ(inputs->size(), 40U);
    ASSERT_EQ(events->size(), 80U);
    ASSERT_EQ(samples->size(), 40U);
    for (std::uint64_t n = 0; n < 40; ++n) {
        const SessionBatch batch = secondOf(n);
        EXPECT_EQ((*inputs)[n], batch.inputs[0]);
        EXPECT_EQ((*checkpoints)[n], batch.checkpoints[0]);
        EXPECT_TRUE(sameEvent((*events)[n * 2], batch.events[0]));
        EXPECT_TRUE(sameEvent((*events)[n * 2 + 1], batch.events[1]));
        EXPECT_EQ((*samples)[n], batch.samples[0]);
    }
}

TEST_F(SessionReading, readingChangesNothingAndLeavesNothingBeside)
{
    const std::string path = recorded("run.signalbox", 5);
    const std::string before = contents(path);
    {
        auto reader = SessionReader::open(path);
        ASSERT_TRUE(reader);
        EXPECT_TRUE(reader->events());
    }
    EXPECT_EQ(contents(path), before);
    EXPECT_EQ(filesLeft(), 1U);
}

TEST_F(SessionReading, aSessionCutOffAtAnyLengthIsRefusedAsSuchAndLeftAlone)
{
    const std::string whole = contents(recorded("run.signalbox", 200));
    const std::string path = inFolder("cut.signalbox");
    const std::size_t size = whole.size();
    for (const std::size_t length :
        { std::size_t { 0 }, std::size_t { 1 }, std::size_t { 15 }, std::size_t { 16 }, std::size_t { 50 },
            std::size_t { 99 }, std::size_t { 100 }, std::size_t { 512 }, std::size_t { 4095 },
            std::size_t { 4096 }, std::size_t { 5000 }, size / 4, size / 2, size - 4096, size - 1 }) {
        put(path, whole.substr(0, length));
        const Error error = refusal(path);
        EXPECT_EQ(error.code, Errc::Corrupt) << length << ": " << error.what;
        EXPECT_NE(error.what.find("cut off"), std::string::npos) << length << ": " << error.what;
        EXPECT_EQ(contents(path), whole.substr(0, length)) << length;
    }
    EXPECT_EQ(filesLeft(), 2U);
}

TEST_F(SessionReading, aFileThatIsNotThereOrAFolderIsNamedForWhatItIs)
{
    EXPECT_EQ(refusal(inFolder("missing.signalbox")).code, Errc::UnknownName);
    const Error folder = refusal(m_folder.string());
    EXPECT_EQ(folder.code, Errc::BadInput);
    EXPECT_NE(folder.what.find("is a folder"), std::string::npos);
    EXPECT_EQ(refusal("/dev/null").code, Errc::BadInput);
}

TEST_F(SessionReading, otherFilesAreNoSessions)
{
    const std::string path = inFolder("other.signalbox");
    put(path, "drill = 'workshop failover'\n");
    EXPECT_EQ(refusal(path).code, Errc::BadInput);
    Rng rng(1);
    std::string noise(100'000, '\0');
    for (char& c : noise)
        c = static_cast<char>(rng.below(256));
    put(path, noise);
    const Error error = refusal(path);
    EXPECT_EQ(error.code, Errc::BadInput);
    EXPECT_NE(error.what.find("not a Signalbox session"), std::string::npos);
    EXPECT_EQ(contents(path), noise);
}

TEST_F(SessionReading, anotherProgramsDatabaseIsNoSession)
{
    const std::string path = inFolder("other.sqlite");
    {
        auto database = Database::open(path, Database::Access::Create);
        ASSERT_TRUE(database);
        ASSERT_TRUE(database->execute("CREATE TABLE event (a)"));
    }
    const Error error = refusal(path);
    EXPECT_EQ(error.code, Errc::BadInput);
    EXPECT_NE(error.what.find("an SQLite database, but not a Signalbox session"), std::string::npos);
}

TEST_F(SessionReading, anotherSchemaVersionNamesBothVersionsAndWhatToDo)
{
    const std::string path = recorded("run.signalbox", 3);
    change(path, "PRAGMA user_version = 7");
    const Error newer = refusal(path);
    EXPECT_EQ(newer.code, Errc::VersionMismatch);
    EXPECT_NE(newer.what.find("version 7; this program reads version 1"), std::string::npos) << newer.what;
    EXPECT_NE(newer.what.find("a newer Signalbox"), std::string::npos);
    change(path, "PRAGMA user_version = 0");
    EXPECT_NE(refusal(path).what.find("the Signalbox that wrote it"), std::string::npos);
}

TEST_F(SessionReading, damageInsideIsFoundBeforeAnythingIsUsed)
{
    const std::string path = recorded("run.signalbox", 300);
    std::string bytes = contents(path);
    for (std::size_t at = bytes.size() / 2 / 4096 * 4096; at < bytes.size() - 4096; ++at)
        bytes[at] = '\x5A'; // half of the pages overwritten
    put(path, bytes);
    EXPECT_EQ(refusal(path).code, Errc::Corrupt);
    EXPECT_EQ(contents(path), bytes);
}

TEST_F(SessionReading, rowsThatCannotBeAreRefusedByName)
{
    const std::pair<const char*, const char*> damages[] {
        { "DELETE FROM event WHERE seq = 4", "event 4 is missing" },
        { "UPDATE event SET at = -1 WHERE seq = 2", "event 2: its time lies outside of any run" },
        { "UPDATE event SET kind = 99 WHERE seq = 3",
            "event 3: it holds a name that this program does not know" },
        { "UPDATE event SET region = 255 WHERE seq = 1", "event 1: it names a region that cannot be" },
    };
    for (const auto& [sql, words] : damages) {
        std::filesystem::remove(inFolder("run.signalbox"));
        const std::string path = recorded("run.signalbox", 5);
        change(path, sql);
        auto reader = SessionReader::open(path);
        ASSERT_TRUE(reader) << sql;
        const auto events = reader->events();
        ASSERT_FALSE(events) << sql;
        EXPECT_EQ(events.error().code, Errc::Corrupt);
        EXPECT_NE(events.error().what.find(words), std::string::npos) << events.error().what;
    }
}

TEST_F(SessionReading, aMissingInputAndAMissingTableAreDamage)
{
    const std::string path = recorded("run.signalbox", 5);
    change(path, "DELETE FROM input WHERE number = 2");
    auto reader = SessionReader::open(path);
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->inputs().error().code, Errc::Corrupt);
    change(path, "DROP TABLE meta");
    EXPECT_EQ(refusal(path).code, Errc::Corrupt);
}

TEST_F(SessionReading, namesAreFoundByTextSoThatNumbersMayMove)
{
    const std::string path = recorded("run.signalbox", 2);
    change(path,
        "UPDATE name SET number = 200 WHERE class = 'phase' AND name = 'act'; UPDATE event SET phase = 200");
    auto reader = SessionReader::open(path);
    ASSERT_TRUE(reader);
    const auto events = reader->events();
    ASSERT_TRUE(events) << events.error().what;
    EXPECT_EQ(events->front().phase, Phase::Act);
}

TEST_F(SessionReading, bytesChangedAnywhereAreReadOrRefusedButNeverTrusted)
{
    const std::string whole = contents(recorded("run.signalbox", 40));
    const std::string path = inFolder("changed.signalbox");
    int refused = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Rng rng(seed);
        std::string bytes = whole;
        for (std::uint64_t i = 0; i < 1 + rng.below(20); ++i)
            bytes[rng.below(bytes.size())] = static_cast<char>(rng.below(256));
        put(path, bytes);
        auto reader = SessionReader::open(path);
        const bool isRead = reader && reader->inputs() && reader->checkpoints() && reader->samples();
        const Result<std::vector<Event>> events = isRead ? reader->events() : fail(Errc::Corrupt, "");
        refused += events ? 0 : 1;
        for (const Event& event : events ? *events : std::vector<Event> {}) {
            ASSERT_GE(micros(event.at), 0) << "seed " << seed;
            ASSERT_LT(static_cast<int>(event.kind), kEventKindCount) << "seed " << seed;
        }
        ASSERT_EQ(contents(path), bytes) << "seed " << seed;
    }
    EXPECT_GT(refused, 20);
}
