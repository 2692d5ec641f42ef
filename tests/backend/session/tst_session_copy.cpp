// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/session/session_fixture.h"

using namespace sb;

namespace {

using SessionCopying = SessionTest;

} // namespace

TEST_F(SessionCopying, aCopyHoldsTheSameSessionInOneFile)
{
    const std::string from = recorded("run.signalbox", 50);
    const std::string to = inFolder("copy.signalbox");
    double last = -1;
    ASSERT_TRUE(copySession(from, to, [&](double share) {
        EXPECT_GE(share, last);
        last = share;
        return true;
    }));
    EXPECT_EQ(last, 1.0);
    EXPECT_EQ(filesLeft(), 2U);
    auto reader = SessionReader::open(to);
    ASSERT_TRUE(reader) << reader.error().what;
    EXPECT_EQ(reader->inputs()->size(), 50U);
    EXPECT_EQ(reader->end()->executed, 9'900U);
}

TEST_F(SessionCopying, aRunningRecordingIsCopiedAsItWasWhenTheCopyBegan)
{
    const std::string from = inFolder("run.signalbox");
    const std::string to = inFolder("copy.signalbox");
    auto writer = SessionWriter::create(from, kHead);
    ASSERT_TRUE(writer);
    // More than one step of the copy, so that commits fall between its steps.
    SessionBatch first = secondOf(0);
    first.inputs[0].command = "note " + std::string(4'000'000, 'x');
    ASSERT_EQ((*writer)->append(std::move(first)), SessionAppend::Taken);
    ASSERT_TRUE((*writer)->flush());
    std::uint64_t next = 1;
    ASSERT_TRUE(copySession(from, to, [&](double) {
        EXPECT_EQ((*writer)->append(secondOf(next++)), SessionAppend::Taken);
        EXPECT_TRUE((*writer)->flush());
        return true;
    }));
    EXPECT_GT(next, 3U);
    EXPECT_LT(next, 1000U); // it did not start again with each commit
    EXPECT_EQ(SessionReader::open(to)->inputs()->size(), 1U);
    ASSERT_TRUE((*writer)->finish());
    EXPECT_EQ(SessionReader::open(from)->inputs()->size(), next);
    EXPECT_EQ(filesLeft(), 2U);
}

TEST_F(SessionCopying, cancellingLeavesTheOldFileAndNothingBeside)
{
    const std::string from = recorded("run.signalbox", 50);
    const std::string to = inFolder("copy.signalbox");
    put(to, "old");
    const auto outcome = copySession(from, to, [](double) { return false; });
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, Errc::Cancelled);
    EXPECT_EQ(contents(to), "old");
    EXPECT_EQ(filesLeft(), 2U);
}

TEST_F(SessionCopying, refusesWhatIsNoSessionAndPlacesThatCannotBe)
{
    const std::string from = recorded("run.signalbox", 2);
    const std::string letter = inFolder("letter.txt");
    put(letter, "Dear reader");
    EXPECT_EQ(copySession(letter, inFolder("a")).error().code, Errc::BadInput);
    EXPECT_EQ(copySession(inFolder("missing"), inFolder("a")).error().code, Errc::UnknownName);
    EXPECT_EQ(copySession(from, from).error().code, Errc::Refused);
    EXPECT_EQ(copySession(from, m_folder.string()).error().code, Errc::BadInput);
    EXPECT_EQ(copySession(from, inFolder("missing/a")).error().code, Errc::IoFailure);
    EXPECT_EQ(copySession(from, "/proc/a").error().code, Errc::IoFailure);
    EXPECT_EQ(filesLeft(), 2U);
}

TEST_F(SessionCopying, refusesToReplaceASessionThatIsBeingRecorded)
{
    const std::string from = recorded("run.signalbox", 2);
    const std::string to = inFolder("open.signalbox");
    auto writer = SessionWriter::create(to, kHead);
    ASSERT_TRUE(writer);
    EXPECT_EQ(copySession(from, to).error().code, Errc::Refused);
    EXPECT_TRUE((*writer)->finish());
}
