// SPDX-License-Identifier: GPL-3.0-or-later
// A recording process is killed without warning, again and again, at moments that its own progress decides;
// what is left must be a readable prefix that holds everything the writer had called durable.
#include "tests/backend/session/session_fixture.h"

#include <csignal>
#include <sys/wait.h>

using namespace sb;

namespace {

constexpr std::uint64_t kSecondsMax = 100'000; // ends the child if nobody kills it

// Records and tells the pipe how many inputs are durable. Never returns.
[[noreturn]] void recordUntilKilled(const std::string& path, int pipe)
{
    auto writer = SessionWriter::create(path, kHead);
    if (!writer)
        ::_exit(2);
    for (std::uint64_t n = 0; n < kSecondsMax; ++n) {
        if ((*writer)->append(secondOf(n)) != SessionAppend::Taken)
            ::_exit(3);
        // Mostly several batches a commit, so that kills also fall between and inside of commits.
        if (n % 3 == 0 && !(*writer)->flush())
            ::_exit(4);
        const std::uint64_t durable = (*writer)->durable().inputs;
        if (::write(pipe, &durable, sizeof durable) != sizeof durable)
            ::_exit(5);
    }
    ::_exit(0);
}

// Kills the child after `reports` reports; the last number it reported.
std::uint64_t recordAndKill(const std::string& path, int reports)
{
    int ends[2] {};
    EXPECT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        recordUntilKilled(path, ends[1]);
    }
    ::close(ends[1]);
    std::uint64_t durable = 0;
    for (int i = 0; i < reports; ++i)
        EXPECT_EQ(::read(ends[0], &durable, sizeof durable), static_cast<ssize_t>(sizeof durable));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status));
    ::close(ends[0]);
    return durable;
}

using SessionCrash = SessionTest;

} // namespace

TEST_F(SessionCrash, aKilledRecordingIsAReadablePrefixWithEverythingDurable)
{
    for (int round = 0; round < 20; ++round) {
        const std::string path = inFolder("round" + std::to_string(round) + ".signalbox");
        const std::uint64_t durable = recordAndKill(path, 1 + round * 7);
        auto reader = SessionReader::open(path);
        ASSERT_TRUE(reader) << round << ": " << reader.error().what;
        EXPECT_EQ(reader->head(), kHead);
        EXPECT_FALSE(reader->end());
        const auto inputs = reader->inputs();
        const auto events = reader->events();
        ASSERT_TRUE(inputs && events) << round;
        ASSERT_GE(inputs->size(), durable) << round;
        EXPECT_EQ(events->size(), inputs->size() * 2) << "a batch was torn in round " << round;
        EXPECT_EQ(reader->checkpoints()->size(), inputs->size());
        for (std::uint64_t n = 0; n < inputs->size(); ++n)
            ASSERT_EQ((*inputs)[n], secondOf(n).inputs[0]);
    }
}

TEST_F(SessionCrash, aRecordingKilledWhileItBeginsIsReadOrRefusedClearly)
{
    for (int round = 0; round < 10; ++round) {
        const std::string path = inFolder("round" + std::to_string(round) + ".signalbox");
        (void)recordAndKill(path, 0);
        const auto reader = SessionReader::open(path);
        EXPECT_TRUE(reader || !reader.error().what.empty()) << round;
    }
}

TEST_F(SessionCrash, aKilledRecordingCanBeSavedAsAWholeDocument)
{
    const std::string path = inFolder("killed.signalbox");
    const std::uint64_t durable = recordAndKill(path, 40);
    const std::string copy = inFolder("copy.signalbox");
    ASSERT_TRUE(copySession(path, copy));
    EXPECT_FALSE(std::filesystem::exists(copy + "-wal"));
    EXPECT_GE(SessionReader::open(copy)->inputs()->size(), durable);
}
