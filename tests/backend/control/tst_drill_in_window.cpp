// SPDX-License-Identifier: GPL-3.0-or-later
// A drill followed by a run of the window: the same run as headless, whatever the pace; its steps and checks
// as they come; lists, mistakes and repeats beside it. SB_SEED=n runs one seed alone.
#include "backend/control/control_room_impl.h"
#include "backend/control/drill_runs.h"
#include "backend/drill/checks.h"
#include "tests/scenario/rig.h"
#include "tests/support/drill_run.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

namespace sb {
namespace {

using namespace test;

constexpr std::string_view kSmall = R"(
[drill]
title = "Small"
difficulty = "easy"
description = "A mapping goes, a note is told, an order is refused."
until = "2m30s"

[world]
regions = ["eu-west-1", "ap-southeast-1"]
seed = 11
requests-per-second = 30
cities = 30

[[step]]
at = "0s"
do = "note begin"

[[step]]
at = "40s"
do = "fail mapping-removed eu-west-1 for 10m"
note = "The mapping goes."

[[step]]
at = "1m"
do = "clear fault 9"

[[step]]
at = "1m37s"
do = "fail-back eu-west-1"
note = "And back."

[[step]]
at = "2m30s"
do = "note the last moment"

[[check]]
name = "Red"
event = "health.red"
region = "eu-west-1"

[[check]]
name = "Nothing is refused"
no-event = "command.refused"

[[check]]
name = "Equal"
converged = true
)";

template<typename Condition> void waitFor(Condition&& holds)
{
    const auto end = std::chrono::steady_clock::now() + 2min;
    while (!holds()) {
        ASSERT_LT(std::chrono::steady_clock::now(), end) << "waited two minutes for it";
        std::this_thread::sleep_for(1ms);
    }
}

std::string written(const TempFolder& folder, const std::string& name, std::string_view text)
{
    const std::string path = folder.file(name);
    std::ofstream(path) << text;
    return path;
}

std::string textOf(const std::string& path)
{
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

bool isJudged(ControlRoom& room)
{
    const auto view = room.drill();
    return view && std::all_of(view->checks.begin(), view->checks.end(), [](const DrillCheckView& check) {
        return check.isJudged;
    });
}

// What the window's run had at the drill's end, from its recording.
ReplayOutcome recordingOf(const std::string& path)
{
    const auto replayed = replaySession(path);
    EXPECT_TRUE(replayed) << (replayed ? "" : replayed.error().what);
    return replayed ? *replayed : ReplayOutcome {};
}

class DrillInWindow : public testing::Test {
protected:
    std::unique_ptr<ControlRoom> begin(
        const std::string& path, std::optional<std::uint64_t> seed = {}, const std::string& record = {})
    {
        RunRequest request;
        request.drillPath = path;
        request.isSeedOfDrill = !seed;
        request.seed = seed.value_or(0);
        auto room = makeControlRoom(request, record);
        EXPECT_TRUE(room) << (room ? "" : room.error().what);
        return room ? std::move(*room) : nullptr;
    }

    // Paused, by steps, up to exactly `until`.
    static void stepTo(ControlRoom& room, Instant until, Duration step = 7300ms)
    {
        room.setPace({ true, 100 });
        waitFor([&] { return room.snapshot()->isPaused; });
        while (room.snapshot()->now < until) {
            const Instant before = room.snapshot()->now;
            room.step(std::min<Duration>(step, until - before));
            waitFor([&] { return room.snapshot()->now > before; });
        }
    }
    static std::vector<Event> allEvents(ControlRoom& room)
    {
        std::vector<Event> events;
        for (auto some = room.drainEvents(10'000); !some.empty(); some = room.drainEvents(10'000))
            events.insert(events.end(), some.begin(), some.end());
        return events;
    }

    TempFolder folder;
};

TEST_F(DrillInWindow, isTheSameRunAsHeadlessWhateverThePace)
{
    const std::string path = written(folder, "small.toml", kSmall);
    for (const std::uint64_t seed : seeds(11, 2)) {
        SCOPED_TRACE(replayHint(seed));
        auto drill = loadDrill(path);
        ASSERT_TRUE(drill) << drill.error().what;
        drill->config.seed = seed;
        const auto headless = runDrill(*drill);
        ASSERT_TRUE(headless) << headless.error().what;
        for (const int speed : { -1, 6000, 0 }) { // -1: step by step
            SCOPED_TRACE(speed);
            const auto room = begin(path, seed);
            ASSERT_TRUE(room);
            if (speed < 0) {
                stepTo(*room, drill->until);
                EXPECT_EQ(room->snapshot()->stateHash, headless->stateHash);
                EXPECT_EQ(room->snapshot()->executed, headless->executed);
            } else {
                room->setPace({ false, speed });
            }
            waitFor([&] { return isJudged(*room); });
            EXPECT_EQ(room->drill()->endStateHash, headless->stateHash);
            const std::vector<Event> events = allEvents(*room);
            ASSERT_GE(events.size(), headless->events.size());
            for (std::size_t i = 0; i < headless->events.size(); ++i) {
                ASSERT_EQ(events[i].at, headless->events[i].at) << i;
                ASSERT_EQ(events[i].kind, headless->events[i].kind) << i;
                ASSERT_EQ(events[i].object, headless->events[i].object) << i;
                ASSERT_EQ(events[i].note, headless->events[i].note) << i;
            }
            const auto view = room->drill();
            const std::vector<CheckResult> wanted = verdictsOf(*drill, *headless);
            ASSERT_EQ(view->checks.size(), wanted.size());
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                EXPECT_EQ(view->checks[i].passes, wanted[i].passed) << wanted[i].name;
                EXPECT_EQ(view->checks[i].evidence, wanted[i].evidence);
                EXPECT_EQ(view->checks[i].event, wanted[i].event);
            }
        }
    }
}

TEST_F(DrillInWindow, isAnotherRunOnceTheOperatorSaysSomething)
{
    // That the comparison above bites: one word from outside, and the hash is another one.
    const std::string path = written(folder, "small.toml", kSmall);
    const auto drill = loadDrill(path);
    const auto headless = runDrill(*drill);
    const auto room = begin(path);
    room->submit(AddNote { "I am here." });
    stepTo(*room, drill->until);
    EXPECT_NE(room->snapshot()->stateHash, headless->stateHash);
}

TEST_F(DrillInWindow, tellsItsStepsAsTheyAreDoneOrRefusedAndItsChecksAsOfNow)
{
    const auto room = begin(written(folder, "small.toml", kSmall));
    room->setPace({ true, 100 });
    waitFor([&] { return room->snapshot()->isPaused && room->drill(); });
    const auto before = room->drill();
    EXPECT_EQ(before->title, "Small");
    EXPECT_EQ(before->seed, 11u);
    EXPECT_EQ(before->difficulty, DrillDifficulty::Easy);
    ASSERT_EQ(before->steps.size(), 5u);
    EXPECT_EQ(before->steps[1].state, DrillStepState::Due);
    EXPECT_EQ(before->steps[1].command, "fail mapping-removed eu-west-1 for 10m");
    EXPECT_EQ(before->steps[1].note, "The mapping goes.");
    ASSERT_EQ(before->checks.size(), 3u);
    EXPECT_FALSE(before->checks[0].passes) << "nothing is red yet";
    EXPECT_FALSE(before->checks[0].isJudged);
    EXPECT_TRUE(before->checks[1].passes);
    stepTo(*room, Instant { 95s });
    waitFor([&] {
        return room->drill()->steps[2].state != DrillStepState::Due && room->drill()->checks[0].passes;
    });
    const auto during = room->drill();
    EXPECT_EQ(during->steps[0].state, DrillStepState::Done);
    EXPECT_EQ(during->steps[1].state, DrillStepState::Done);
    EXPECT_TRUE(during->steps[1].event.isValid());
    EXPECT_EQ(during->steps[2].state, DrillStepState::Refused);
    EXPECT_NE(during->steps[2].outcome.find("Refused"), std::string::npos) << during->steps[2].outcome;
    EXPECT_EQ(during->steps[3].state, DrillStepState::Due);
    EXPECT_TRUE(during->checks[0].event.isValid());
    EXPECT_FALSE(during->checks[1].passes) << "an order was refused";
    EXPECT_FALSE(during->checks[1].isJudged);
}

TEST_F(DrillInWindow, addsItsVerdictToTheExportedRecordOnceItIsJudgedAndReplaysFromItsRecording)
{
    const std::string record = folder.file("run.signalbox");
    {
        const auto room = begin(written(folder, "small.toml", kSmall), {}, record);
        const auto exported = [&](const std::string& name) {
            const std::uint64_t job = room->startExport(ExportFormat::Csv, folder.file(name));
            waitFor([&] {
                for (const JobStatus& status : room->jobs())
                    if (status.id == job)
                        return status.isFinished;
                return true;
            });
            return textOf(folder.file(name));
        };
        stepTo(*room, Instant { 20s });
        EXPECT_EQ(exported("early.csv").find("check.passed"), std::string::npos);
        stepTo(*room, Instant { 3min }); // beyond the end
        waitFor([&] { return isJudged(*room); });
        const std::string late = exported("late.csv");
        EXPECT_NE(late.find("check.passed"), std::string::npos);
        EXPECT_NE(late.find("check.failed"), std::string::npos) << "an order was refused";
        EXPECT_NE(late.find("Nothing is refused"), std::string::npos);
    }
    const ReplayOutcome replayed = recordingOf(record);
    EXPECT_TRUE(replayed.isVerified);
    EXPECT_GT(replayed.checkpoints, 100u);
    for (const Event& event : replayed.events)
        EXPECT_TRUE(event.kind != EventKind::CheckPassed && event.kind != EventKind::CheckFailed)
            << "the run itself knows of no checks";
}

TEST_F(DrillInWindow, stepsFromOneOrderToTheNextWhenEventsAreSteppedSingly)
{
    constexpr std::string_view kQuick = "[drill]\ntitle = \"Q\"\nuntil = \"2s\"\n[world]\ncities = 1\n"
                                        "requests-per-second = 1\n[[step]]\nat = \"0s\"\ndo = \"note a\"\n"
                                        "[[step]]\nat = \"1s\"\ndo = \"note b\"\n[[check]]\nname = \"n\"\n"
                                        "event = \"note.added\"\n";
    const std::string path = written(folder, "quick.toml", kQuick);
    const auto headless = runDrill(*loadDrill(path));
    const auto room = begin(path);
    room->setPace({ true, 100 });
    waitFor([&] { return room->snapshot()->isPaused; });
    for (int i = 0; i < 3'000 && room->snapshot()->now < Instant { 1500ms }; ++i) {
        const std::uint64_t publication = room->snapshot()->publication;
        room->step(0us);
        waitFor([&] { return room->snapshot()->publication > publication; });
    }
    stepTo(*room, Instant { 2s });
    EXPECT_EQ(room->snapshot()->stateHash, headless->stateHash);
    EXPECT_EQ(room->snapshot()->executed, headless->executed);
}

TEST_F(DrillInWindow, isRefusedWithItsMistakesAndNotBesideASession)
{
    RunRequest request;
    request.drillPath = written(folder, "bad.toml", "[drill]\ntitle = 3\n");
    auto room = makeControlRoom(request, {});
    ASSERT_FALSE(room);
    EXPECT_NE(room.error().what.find("bad.toml:2:"), std::string::npos) << room.error().what;
    request.drillPath = "shipped:drills/region-outag.toml";
    room = makeControlRoom(request, {});
    ASSERT_FALSE(room);
    EXPECT_NE(room.error().what.find("region-outage"), std::string::npos) << room.error().what;
    request.openPath = "some.signalbox";
    room = makeControlRoom(request, {});
    ASSERT_FALSE(room);
    EXPECT_EQ(room.error().code, Errc::BadInput);
}

TEST(DrillRuns, listsTheShippedDrillsWithoutAFolderAndEveryFileOfAFolderWithItsMistakes)
{
    const auto shipped = listDrills({});
    ASSERT_TRUE(shipped);
    EXPECT_GT(shipped->size(), 40u);
    for (const DrillEntry& entry : *shipped) {
        EXPECT_EQ(entry.error, "") << entry.path;
        EXPECT_TRUE(entry.path.starts_with(kShippedPrefix));
        EXPECT_FALSE(entry.title.empty());
        EXPECT_GT(entry.checks, 0);
        EXPECT_NE(entry.difficulty, DrillDifficulty::Unsaid) << entry.path;
        EXPECT_FALSE(entry.text.empty());
    }
    const TempFolder folder;
    written(folder, "b.toml", "[drill]\n");
    written(folder, "a.toml", kSmall);
    written(folder, "c.txt", "no drill");
    std::filesystem::create_symlink("loop.toml", folder.file("loop.toml")); // leads nowhere: no file
    const auto listed = listDrills(folder.file(""));
    ASSERT_TRUE(listed);
    ASSERT_EQ(listed->size(), 2u);
    EXPECT_EQ((*listed)[0].title, "Small");
    EXPECT_EQ((*listed)[0].steps, 5);
    EXPECT_NE((*listed)[1].error.find("b.toml:1:"), std::string::npos) << (*listed)[1].error;
    EXPECT_EQ(listDrills(folder.file("nowhere")).error().code, Errc::IoFailure);
    const auto cancelled = listDrills({}, [](double) { return false; });
    EXPECT_EQ(cancelled.error().code, Errc::Cancelled);
}

TEST(DrillRuns, tellsEveryMistakeOfATextInALineOfItsOwn)
{
    EXPECT_TRUE(mistakesOfDrill(std::string(kSmall), "small.toml").empty());
    const auto lines = mistakesOfDrill("[drill]\ntitle = 3\nuntil = \"5x\"\n", "x.toml");
    ASSERT_GE(lines.size(), 2u);
    for (const std::string& line : lines)
        EXPECT_TRUE(line.starts_with("x.toml:")) << line;
}

TEST(DrillRuns, repeatsWithManySeedsAsHeadlessRunsOfThemAreAndKeepsWhatACancelledJobHad)
{
    const TempFolder folder;
    const std::string path = written(folder, "small.toml", kSmall);
    auto drill = loadDrill(path);
    double last = 0;
    const auto repeats = repeatDrill(path, 21, 3, [&](double share) {
        EXPECT_GE(share, last);
        last = share;
        return true;
    });
    ASSERT_TRUE(repeats) << repeats.error().what;
    ASSERT_EQ(repeats->outcomes.size(), 3u);
    EXPECT_EQ(repeats->title, "Small");
    for (std::size_t i = 0; i < 3; ++i) {
        drill->config.seed = 21 + i;
        const auto run = runDrill(*drill);
        const DrillOutcome& outcome = repeats->outcomes[i];
        EXPECT_EQ(outcome.seed, 21 + i);
        EXPECT_EQ(outcome.failedRequests, run->finalSnapshot->totals.failed);
        EXPECT_GT(outcome.failedRequests, 0u);
        EXPECT_GT(outcome.rto, 0us);
        const auto checks = verdictsOf(*drill, *run);
        EXPECT_EQ(outcome.passed, allPassed(checks));
        ASSERT_FALSE(outcome.failedChecks.empty());
        EXPECT_EQ(outcome.failedChecks[0], "Nothing is refused");
    }
    EXPECT_EQ(repeatDrill(path, 1, 0, {}).error().code, Errc::BadInput);
    EXPECT_EQ(repeatDrill(path, 1, kDrillRepeatsMax + 1, {}).error().code, Errc::BadInput);
    EXPECT_FALSE(repeatDrill(folder.file("none.toml"), 1, 1, {}));
    std::size_t kept = 0;
    const auto cancelled = repeatDrill(
        path, 1, 5, [](double share) { return share < 0.5; },
        [&](const DrillRepeatsView& soFar) { kept = soFar.outcomes.size(); });
    EXPECT_EQ(cancelled.error().code, Errc::Cancelled);
    EXPECT_EQ(kept, 2u);
}

TEST_F(DrillInWindow, runsItsListsAndRepeatsAsJobs)
{
    const std::string path = written(folder, "small.toml", kSmall);
    const auto room = begin(path);
    room->setPace({ true, 100 });
    const auto isFinished = [&](std::uint64_t job) {
        for (const JobStatus& status : room->jobs())
            if (status.id == job)
                return status.isFinished;
        return false;
    };
    const std::uint64_t list = room->startDrillList({});
    waitFor([&] { return isFinished(list); });
    ASSERT_TRUE(room->drills(list));
    EXPECT_GT(room->drills(list)->size(), 40u);
    const std::uint64_t repeats = room->startDrillRepeats(path, 1, kDrillRepeatsMax);
    EXPECT_FALSE(room->drillRepeats(repeats)) << "not before its end";
    waitFor([&] {
        for (const JobStatus& status : room->jobs())
            if (status.id == repeats)
                return status.progress > 1.2 / kDrillRepeatsMax;
        return false;
    });
    room->cancelJob(repeats);
    waitFor([&] { return isFinished(repeats); });
    ASSERT_TRUE(room->drillRepeats(repeats));
    EXPECT_GE(room->drillRepeats(repeats)->outcomes.size(), 1u);
    EXPECT_LT(room->drillRepeats(repeats)->outcomes.size(), 20u);
    EXPECT_FALSE(room->problemsOfDrill("[drill]", "x.toml").empty());
}

} // namespace
} // namespace sb
