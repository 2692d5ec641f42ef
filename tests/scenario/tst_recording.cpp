// SPDX-License-Identifier: GPL-3.0-or-later
// A recorded run can be run again from its configuration and journal, and whatever was changed in the file
// meanwhile is found.
#include "backend/control/control_room_impl.h"
#include "backend/session/session_file.h"
#include "tests/scenario/rig.h"

#include <thread>

namespace sb {
namespace {

using namespace test;

HeadlessRequest recordedRun(std::uint64_t seed, const std::string& path)
{
    HeadlessRequest request;
    request.config = smallWorld(seed, 2);
    request.commands = { timed(10s, "note before the trouble"),
        timed(20s, "fail mapping-removed eu-west-1 for 10m"), timed(50s + 123'457us, "fail-back eu-west-1"),
        timed(51s, "fail-back eu-west-1"), timed(60s, "abort-fail-back eu-west-1") };
    request.until = kStart + 70s;
    request.recordPath = path;
    return request;
}

class Recording : public testing::Test {
protected:
    void SetUp() override
    {
        const auto done = runHeadless(recordedRun(5, m_path));
        ASSERT_TRUE(done) << done.error().what;
        m_events = describe(done->events);
    }

    // A copy of the session after `sql` was executed on it.
    std::string changed(const std::string& sql)
    {
        const std::string copy = m_folder.file("changed.signalbox");
        std::filesystem::copy_file(m_path, copy, std::filesystem::copy_options::overwrite_existing);
        auto database = Database::open(copy, Database::Access::ReadWrite);
        EXPECT_TRUE(database);
        const auto done = database->execute(sql);
        EXPECT_TRUE(done) << done.error().what;
        EXPECT_GT(database->changes(), 0) << sql;
        EXPECT_TRUE(database->checkpoint());
        return copy;
    }
    // Replays the changed copy and wants the first difference in [from, to].
    void expectDifference(const std::string& sql, Duration from, Duration to)
    {
        SCOPED_TRACE(sql);
        const auto outcome = replaySession(changed(sql));
        ASSERT_TRUE(outcome) << outcome.error().what;
        EXPECT_FALSE(outcome->isVerified);
        EXPECT_GE(outcome->firstDifferenceAt, kStart + from);
        EXPECT_LE(outcome->firstDifferenceAt, kStart + to);
    }

    TempFolder m_folder;
    std::string m_path = m_folder.file("run.signalbox");
    std::vector<std::string> m_events;
};

TEST_F(Recording, aHeadlessRunIsVerifiedByItsReplay)
{
    const auto outcome = replaySession(m_path);
    ASSERT_TRUE(outcome) << outcome.error().what;
    EXPECT_TRUE(outcome->isVerified);
    EXPECT_EQ(outcome->firstDifferenceAt, kNever);
    EXPECT_GE(outcome->checkpoints, 69u);
    EXPECT_EQ(describe(outcome->events), m_events);
}

TEST_F(Recording, theRecordedEventsAreThoseOfTheRun)
{
    auto reader = SessionReader::open(m_path);
    ASSERT_TRUE(reader);
    const auto recorded = reader->events();
    ASSERT_TRUE(recorded);
    EXPECT_EQ(describe(*recorded), m_events);
}

TEST_F(Recording, theOutcomeHoldsNothingFromAfterTheEnd)
{
    HeadlessRequest request = recordedRun(7, m_folder.file("short.signalbox"));
    // The copies cannot become equal while it is looked whether they do, and a fault expires meanwhile.
    request.commands = { timed(20s, "fail mapping-removed eu-west-1 for 55s"),
        timed(30s, "fail link-partitioned eu-west-1 with ap-southeast-1 for 10m") };
    const auto done = runHeadless(request);
    ASSERT_TRUE(done);
    EXPECT_FALSE(done->replicasConverged);
    EXPECT_EQ(done->endedAt, request.until);
    EXPECT_LE(done->events.back().at, request.until);
    auto reader = SessionReader::open(request.recordPath);
    ASSERT_TRUE(reader);
    EXPECT_EQ(describe(*reader->events()), describe(done->events));
    EXPECT_EQ(reader->end()->hash, done->stateHash);
}

TEST_F(Recording, aReplayCanBeCancelled)
{
    const auto outcome = replaySession(m_path, [](Instant now, Instant) { return now < kStart + 5s; });
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, Errc::Cancelled);
}

TEST_F(Recording, aChangedCommandIsFoundWithinASecond)
{
    expectDifference(
        "UPDATE input SET command = 'fail mapping-removed eu-west-1 for 11m' WHERE number = 2", 20s, 21s);
    expectDifference("UPDATE input SET command = 'note before the troublf' WHERE number = 1", 10s, 11s);
}

TEST_F(Recording, aChangedActorIsFoundWithinASecond)
{
    expectDifference("UPDATE input SET actor = (SELECT number FROM name WHERE class = 'actor' AND name = "
                     "'operator') WHERE number = 2",
        20s, 21s);
}

TEST_F(Recording, aCommandMovedByOneKernelEventOrOneMicrosecondIsFound)
{
    expectDifference("UPDATE input SET executed = executed + 1 WHERE number = 2", 20s, 21s);
    expectDifference("UPDATE input SET executed = executed - 1 WHERE number = 2", 19s, 21s);
    // A later instant with the same count is the same history unless an event lies between: its consequences
    // (the expiry) come later by as much.
    expectDifference("UPDATE input SET at = at + 900000 WHERE number = 2", 20s, 22s);
}

TEST_F(Recording, aMissingCommandIsFound)
{
    const auto outcome = replaySession(changed("DELETE FROM input WHERE number = 5"));
    ASSERT_TRUE(outcome) << outcome.error().what;
    EXPECT_FALSE(outcome->isVerified);
    EXPECT_LE(outcome->firstDifferenceAt, kStart + 61s);
    const auto gap = replaySession(changed("DELETE FROM input WHERE number = 2"));
    ASSERT_FALSE(gap) << "a journal with a hole in its numbers must not be run";
    EXPECT_EQ(gap.error().code, Errc::Corrupt);
}

TEST_F(Recording, aCommandThatCannotBeReadIsRefusedByNumber)
{
    const auto outcome
        = replaySession(changed("UPDATE input SET command = 'fial eu-west-1' WHERE number = 2"));
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, Errc::Corrupt);
    EXPECT_NE(outcome.error().what.find("input 2"), std::string::npos) << outcome.error().what;
}

TEST_F(Recording, aChangedConfigurationIsFoundAtTheFirstCheckpoint)
{
    expectDifference(
        "UPDATE meta SET value = replace(value, '\"seed\":5', '\"seed\":6') WHERE key = 'config'", 1s, 1s);
    expectDifference(
        "UPDATE meta SET value = replace(value, '\"test\"', '\"tesu\"') WHERE key = 'config'", 1s, 1s);
}

TEST_F(Recording, aChangedCheckpointIsNamedExactly)
{
    expectDifference("UPDATE checkpoint SET hash = hash + 1 WHERE second = 17", 17s, 17s);
    expectDifference("UPDATE checkpoint SET executed = executed + 1 WHERE second = 33", 33s, 33s);
}

TEST_F(Recording, aChangedEndIsFound)
{
    expectDifference("UPDATE meta SET value = value + 1 WHERE key = 'end_hash'", 70s, 70s);
}

void waitFor(const std::function<bool()>& holds)
{
    const auto end = std::chrono::steady_clock::now() + 60s;
    while (!holds()) {
        ASSERT_LT(std::chrono::steady_clock::now(), end) << "waited a minute for it";
        std::this_thread::sleep_for(1ms);
    }
}

// Clicks, pauses, steps and speeds as they come from a window; how they fall is up to the machine.
void operate(ControlRoom& room, Rng& rng)
{
    const std::vector<std::string> clicks { "fail mapping-removed eu-west-1 for 3m",
        "fail link-partitioned eu-west-1 with ap-southeast-1 for 20s", "clear all", "fail-back eu-west-1",
        "abort-fail-back eu-west-1", "note something seen", "fail region-outage ap-southeast-1 for 15s",
        "restore ap-southeast-1", "fail latency-added eu-west-1 by 200ms for 30s" };
    const int speeds[] = { 25, 100, 1000, 6000, 0 };
    for (int i = 0; i < 40; ++i) {
        switch (rng.below(6)) {
        case 0:
            room.setPace({ rng.chance(300'000), speeds[rng.below(5)] });
            break;
        case 1:
            room.setPace({ true, 100 });
            room.step(rng.chance(500'000) ? 0us : rng.between(1us, 2s));
            break;
        default:
            room.submit(commandOf(clicks[rng.below(clicks.size())]));
            room.setPace({ false, 0 });
            break;
        }
        const std::uint64_t wanted = room.snapshot()->publication + 1 + rng.below(2);
        waitFor([&] { return room.snapshot()->publication >= wanted; });
        (void)room.drainEvents(1'000);
    }
}

TEST(DesktopRecording, whatWasClickedAtArbitraryMomentsIsVerifiedByItsReplay)
{
    for (const StoreKind store : { StoreKind::Memory, StoreKind::Sqlite }) {
        TempFolder folder;
        const std::string path = folder.file("desktop.signalbox");
        Rng rng(61);
        Instant end = kStart;
        {
            RunRequest request;
            request.seed = 61;
            request.store = store;
            request.requestRateHz = 60;
            auto room = makeControlRoom(request, path);
            ASSERT_TRUE(room) << room.error().what;
            operate(**room, rng);
            end = (*room)->snapshot()->now;
        }
        auto reader = SessionReader::open(path);
        ASSERT_TRUE(reader) << reader.error().what;
        const auto inputs = reader->inputs();
        ASSERT_TRUE(inputs);
        EXPECT_GT(inputs->size(), 10u);
        ASSERT_TRUE(reader->end());
        EXPECT_GE(reader->end()->at, end);
        const auto outcome = replaySession(path);
        ASSERT_TRUE(outcome) << outcome.error().what;
        EXPECT_TRUE(outcome->isVerified)
            << "first difference at " << durationText(outcome->firstDifferenceAt - kStart);
        const auto recorded = reader->events();
        ASSERT_TRUE(recorded);
        EXPECT_EQ(describe(outcome->events), describe(*recorded));
    }
}

TEST(DesktopRecording, anOpenedSessionGoesOnAndVerifiesAgain)
{
    TempFolder folder;
    const std::string first = folder.file("first.signalbox"), second = folder.file("second.signalbox");
    ASSERT_TRUE(runHeadless(recordedRun(6, first)));
    RunRequest request;
    request.openPath = first;
    {
        auto room = makeControlRoom(request, second);
        ASSERT_TRUE(room) << room.error().what;
        waitFor([&] { return (*room)->snapshot()->phase == RunPhase::Running; });
        (*room)->setPace({ false, 0 });
        (*room)->submit(commandOf("clear all"));
        waitFor([&] { return (*room)->snapshot()->now > kStart + 90s; });
    }
    const auto outcome = replaySession(second);
    ASSERT_TRUE(outcome) << outcome.error().what;
    EXPECT_TRUE(outcome->isVerified);
    EXPECT_GE(outcome->checkpoints, 89u);
}

} // namespace
} // namespace sb
