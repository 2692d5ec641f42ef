// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/session/session_fixture.h"

#include <csignal>
#include <sys/resource.h>

using namespace sb;

namespace {

class SessionWriting : public SessionTest {
protected:
    [[nodiscard]] std::unique_ptr<SessionWriter> start(
        const std::string& path, SessionWriterOptions options = {})
    {
        auto writer = SessionWriter::create(path, kHead, options);
        EXPECT_TRUE(writer) << (writer ? "" : writer.error().what);
        return writer ? std::move(*writer) : nullptr;
    }
    [[nodiscard]] Error refusal(const std::string& path, SessionWriterOptions options = {})
    {
        const auto writer = SessionWriter::create(path, kHead, options);
        EXPECT_FALSE(writer) << path << " was created";
        return writer ? Error {} : writer.error();
    }
};

constexpr SessionWriterOptions kReplace { 200'000, true };

} // namespace

TEST_F(SessionWriting, aFinishedSessionIsOneFile)
{
    (void)recorded("run.signalbox", 30);
    EXPECT_EQ(filesLeft(), 1U);
}

TEST_F(SessionWriting, aSessionCanBeReadWhileItIsRecorded)
{
    const std::string path = inFolder("run.signalbox");
    const auto writer = start(path);
    for (std::uint64_t n = 0; n < 10; ++n)
        ASSERT_EQ(writer->append(secondOf(n)), SessionAppend::Taken);
    ASSERT_TRUE(writer->flush());
    EXPECT_EQ(writer->durable().inputs, 10U);
    EXPECT_EQ(writer->durable().events, 20U);
    auto reader = SessionReader::open(path);
    ASSERT_TRUE(reader) << reader.error().what;
    EXPECT_EQ(reader->inputs()->size(), 10U);
    EXPECT_FALSE(reader->end());
    ASSERT_EQ(writer->append(secondOf(10)), SessionAppend::Taken);
    ASSERT_TRUE(writer->finish());
    EXPECT_EQ(SessionReader::open(path)->inputs()->size(), 11U);
}

TEST_F(SessionWriting, aFullQueueRefusesAndTheCallerKeepsTheBatch)
{
    const std::string path = inFolder("run.signalbox");
    const auto writer = start(path, { 12, false });
    auto blocker = Database::open(path, Database::Access::ReadWrite);
    ASSERT_TRUE(blocker);
    ASSERT_TRUE(blocker->execute("BEGIN IMMEDIATE")); // no commit gets through now
    ASSERT_EQ(writer->append(secondOf(0)), SessionAppend::Taken); // 5 rows each
    ASSERT_EQ(writer->append(secondOf(1)), SessionAppend::Taken);
    SessionBatch third = secondOf(2);
    EXPECT_EQ(writer->append(std::move(third)), SessionAppend::QueueFull);
    EXPECT_EQ(third.inputs, secondOf(2).inputs); // NOLINT(bugprone-use-after-move): the contract under test
    ASSERT_TRUE(blocker->execute("ROLLBACK"));
    ASSERT_TRUE(writer->flush());
    EXPECT_EQ(writer->append(std::move(third)), SessionAppend::Taken);
    ASSERT_TRUE(writer->finish());
    EXPECT_EQ(SessionReader::open(path)->inputs()->size(), 3U);
}

TEST_F(SessionWriting, aBatchLargerThanTheQueueIsTakenWhenNothingWaits)
{
    const std::string path = inFolder("run.signalbox");
    const auto writer = start(path, { 2, false });
    EXPECT_EQ(writer->append(secondOf(0)), SessionAppend::Taken);
    EXPECT_TRUE(writer->finish());
    EXPECT_EQ(writer->append(secondOf(1)), SessionAppend::Failed); // too late
}

TEST_F(SessionWriting, numbersThatDoNotGoOnAreAnErrorThatStays)
{
    const std::string path = inFolder("run.signalbox");
    const auto writer = start(path);
    ASSERT_EQ(writer->append(secondOf(0)), SessionAppend::Taken);
    ASSERT_TRUE(writer->flush());
    ASSERT_EQ(writer->append(secondOf(0)), SessionAppend::Taken); // the same numbers again
    EXPECT_FALSE(writer->flush());
    EXPECT_FALSE(writer->status());
    SessionBatch next = secondOf(1);
    EXPECT_EQ(writer->append(std::move(next)), SessionAppend::Failed);
    EXPECT_FALSE(writer->finish());
    EXPECT_FALSE(writer->finish());
    EXPECT_EQ(SessionReader::open(path)->inputs()->size(), 1U);
}

TEST_F(SessionWriting, aDiskThatFillsUpIsReportedAndWhatWasCommittedStays)
{
    const std::string path = inFolder("run.signalbox");
    const auto writer = start(path);
    ASSERT_EQ(writer->append(secondOf(0)), SessionAppend::Taken);
    ASSERT_TRUE(writer->flush());
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before {};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit tight = before;
    tight.rlim_cur = std::filesystem::file_size(path + "-wal") + 100; // bytes; stands for a full disk
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &tight), 0);
    ASSERT_EQ(writer->append(secondOf(1)), SessionAppend::Taken);
    const Result<> outcome = writer->flush();
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, SIG_DFL);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, Errc::IoFailure);
    EXPECT_NE(outcome.error().what.find("disk"), std::string::npos) << outcome.error().what;
    EXPECT_FALSE(writer->finish());
    auto reader = SessionReader::open(path);
    ASSERT_TRUE(reader) << reader.error().what;
    EXPECT_EQ(reader->inputs()->size(), 1U);
}

TEST_F(SessionWriting, anExistingFileIsRefusedUnlessItsPlaceWasAskedFor)
{
    const std::string path = recorded("run.signalbox", 3);
    const std::string before = contents(path);
    const Error error = refusal(path);
    EXPECT_EQ(error.code, Errc::Refused);
    EXPECT_NE(error.what.find("exists already"), std::string::npos);
    EXPECT_EQ(contents(path), before);
    const auto writer = start(path, kReplace);
    ASSERT_TRUE(writer->finish());
    EXPECT_TRUE(SessionReader::open(path)->inputs()->empty());
}

TEST_F(SessionWriting, whatIsNoClosedSessionIsNeverReplaced)
{
    const std::string letter = inFolder("letter.txt");
    put(letter, "Dear reader");
    EXPECT_EQ(refusal(letter, kReplace).code, Errc::Refused);
    EXPECT_EQ(contents(letter), "Dear reader");

    const std::string open = inFolder("open.signalbox");
    const auto writer = start(open);
    ASSERT_EQ(writer->append(secondOf(0)), SessionAppend::Taken);
    ASSERT_TRUE(writer->flush());
    EXPECT_EQ(refusal(open, kReplace).code, Errc::Refused);
    EXPECT_TRUE(writer->finish());
    EXPECT_EQ(SessionReader::open(open)->inputs()->size(), 1U);
}

TEST_F(SessionWriting, unwritablePlacesAreRefusedBeforeAnythingRuns)
{
    put(inFolder("file"), "x");
    for (const std::string& path : { inFolder("missing/run.signalbox"), inFolder("file/run.signalbox"),
             std::string("/proc/run.signalbox"), m_folder.string() }) {
        const Error error = refusal(path);
        EXPECT_NE(error.what.find(path), std::string::npos) << error.what;
    }
    EXPECT_EQ(filesLeft(), 1U);
}
