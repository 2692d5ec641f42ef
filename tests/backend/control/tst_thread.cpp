// SPDX-License-Identifier: GPL-3.0-or-later
// A running control room under a client that does everything at once: snapshots, events, commands, paces,
// steps, exports and saves, ended at an arbitrary moment. SB_SEED=n runs one seed alone.
#include "backend/control/control_room_impl.h"
#include "backend/control/headless.h"
#include "tests/scenario/rig.h"

#include <chrono>
#include <fstream>
#include <thread>

namespace sb {
namespace {

using namespace test;

constexpr std::array kClicks { "fail mapping-removed eu-west-1 for 3m",
    "fail link-partitioned eu-west-1 with ap-southeast-1 for 20s", "clear all", "fail-back eu-west-1",
    "abort-fail-back eu-west-1", "note something seen", "fail region-outage ap-southeast-1 for 15s",
    "restore ap-southeast-1", "fail latency-added eu-west-1 by 200ms for 30s",
    "fail region-outage nowhere-1 for 15s" };
constexpr std::array kSpeeds { 25, 100, 1000, 6000, 0 };

template<typename Condition> void waitFor(Condition&& holds)
{
    const auto end = std::chrono::steady_clock::now() + 3min;
    while (!holds()) {
        ASSERT_LT(std::chrono::steady_clock::now(), end) << "waited three minutes for it";
        std::this_thread::sleep_for(1ms);
    }
}

RunRequest smallRun(std::uint64_t seed, StoreKind store)
{
    RunRequest request;
    request.seed = seed;
    request.store = store;
    request.requestRateHz = 20;
    return request;
}

// What a client can see must never go backwards, whatever it does meanwhile.
class Client {
public:
    Client(ControlRoom& room, std::uint64_t seed, const TempFolder& folder)
        : m_room(room)
        , m_rng(seed)
        , m_folder(folder)
    {
    }

    void act()
    {
        switch (m_rng.below(12)) {
        case 0:
        case 1:
        case 2:
            submit(kClicks[m_rng.below(kClicks.size())]);
            break;
        case 3:
            m_room.setPace({ m_rng.chance(300'000), kSpeeds[m_rng.below(kSpeeds.size())] });
            break;
        case 4:
            m_room.setPace({ true, 100 });
            m_room.step(m_rng.chance(500'000) ? 0us : m_rng.between(1us, 2s));
            break;
        case 5:
            m_room.setChartRange(static_cast<ChartRange>(m_rng.below(4)));
            break;
        case 6:
            startExport(static_cast<ExportFormat>(m_rng.below(kExportFormatCount)));
            break;
        case 7:
            if (m_saves < 8)
                m_room.startSave(m_folder.file("save" + std::to_string(m_saves++) + ".signalbox"));
            break;
        case 8:
            if (const auto jobs = m_room.jobs(); !jobs.empty() && m_rng.chance(300'000))
                m_room.cancelJob(jobs[m_rng.below(jobs.size())].id);
            break;
        default:
            break;
        }
        look();
    }

    void submit(const std::string& text) { m_lastCommand = m_room.submit(commandOf(text)); }

    void look()
    {
        const auto snapshot = m_room.snapshot();
        ASSERT_TRUE(snapshot);
        ASSERT_NE(snapshot->phase, RunPhase::Stopped) << snapshot->message;
        ASSERT_GE(snapshot->publication, m_publication);
        ASSERT_GE(snapshot->now, m_now);
        ASSERT_GE(snapshot->executed, m_executed);
        m_publication = snapshot->publication;
        m_now = snapshot->now;
        m_executed = snapshot->executed;
        for (const Event& event : m_room.drainEvents(1 + m_rng.below(200))) {
            ASSERT_EQ(event.seq.value, m_lastEvent + 1) << "an event was dropped or came twice";
            m_lastEvent = event.seq.value;
            if (event.kind == EventKind::CommandAccepted || event.kind == EventKind::CommandRefused)
                ++m_answered;
        }
    }

    // Every command has its answer, every job its end.
    void settle()
    {
        waitFor([&] {
            look();
            return m_answered >= m_lastCommand.value || testing::Test::HasFatalFailure();
        });
        EXPECT_EQ(m_answered, m_lastCommand.value);
        waitFor([&] {
            const auto jobs = m_room.jobs();
            return std::all_of(jobs.begin(), jobs.end(), [](const JobStatus& job) { return job.isFinished; });
        });
        for (const JobStatus& job : m_room.jobs())
            EXPECT_FALSE(job.error) << job.title << ": " << job.error->what;
    }
    [[nodiscard]] Instant now() const { return m_now; }

private:
    void startExport(ExportFormat format)
    {
        // A few paths only: two exports to one path at once must not mix.
        const std::string name = "record" + std::to_string(m_rng.below(2)) + '.';
        m_room.startExport(format, m_folder.file(name + std::string(toString(format))));
    }

    ControlRoom& m_room;
    Rng m_rng;
    const TempFolder& m_folder;
    std::uint64_t m_publication = 0;
    std::uint64_t m_executed = 0;
    std::uint64_t m_lastEvent = 0;
    std::uint64_t m_answered = 0;
    CommandId m_lastCommand { 0 };
    Instant m_now = kStart;
    int m_saves = 0;
};

struct Stress {
    const char* name;
    StoreKind store;
    bool isRecorded;
};

void PrintTo(const Stress& stress, std::ostream* out)
{
    *out << stress.name;
}

class ControlRoomThread : public testing::TestWithParam<Stress> {
protected:
    // A new one each time: region stores are never run again. Empty when the run is not recorded.
    std::string newRecordPath()
    {
        if (!GetParam().isRecorded)
            return {};
        return m_folder.file("run" + std::to_string(++m_records) + ".signalbox");
    }
    // Nobody holds the file any more: SQLite has folded the log into it and removed it.
    static void expectClosed(const std::string& path)
    {
        EXPECT_FALSE(std::filesystem::exists(path + "-wal"));
        EXPECT_FALSE(std::filesystem::exists(path + "-shm"));
    }
    void expectVerified(const std::string& path) const
    {
        const auto outcome = replaySession(path);
        ASSERT_TRUE(outcome) << outcome.error().what;
        EXPECT_TRUE(outcome->isVerified)
            << path << ": differs from " << durationText(outcome->firstDifferenceAt - kStart) << " on";
    }

    TempFolder m_folder;

private:
    int m_records = 0;
};

TEST_P(ControlRoomThread, keepsItsPromisesUnderABusyClient)
{
    for (const std::uint64_t seed : seeds(1, 4)) {
        SCOPED_TRACE(replayHint(seed));
        const std::string path = newRecordPath();
        {
            auto room = makeControlRoom(smallRun(seed, GetParam().store), path);
            ASSERT_TRUE(room) << room.error().what;
            Client client(**room, seed, m_folder);
            for (int i = 0; i < 400 && !HasFatalFailure(); ++i) {
                client.act();
                if (i % 10 == 0) { // let the World do something in between
                    const std::uint64_t seen = (*room)->snapshot()->publication;
                    waitFor([&] { return (*room)->snapshot()->publication > seen; });
                }
            }
            ASSERT_FALSE(HasFatalFailure());
            // An unrecorded run cannot be saved: its save jobs fail, as they should.
            if (GetParam().isRecorded)
                client.settle();
        }
        if (GetParam().isRecorded) {
            expectClosed(path);
            expectVerified(path);
        }
    }
}

TEST_P(ControlRoomThread, endsInTheMiddleOfEverything)
{
    for (const std::uint64_t seed : seeds(11, 12)) {
        SCOPED_TRACE(replayHint(seed));
        Rng rng(seed);
        const std::string path = newRecordPath();
        {
            auto room = makeControlRoom(smallRun(seed, GetParam().store), path);
            ASSERT_TRUE(room) << room.error().what;
            Client client(**room, seed, m_folder);
            (*room)->setPace({ false, 0 });
            const Instant enough = kStart + rng.between(1us, 20s);
            waitFor([&] {
                client.act();
                return client.now() >= enough || HasFatalFailure() || rng.chance(2'000);
            });
            for (int format = 0; format < 3; ++format)
                (*room)->startExport(static_cast<ExportFormat>(format), m_folder.file("last"));
            (*room)->startSave(m_folder.file("last.signalbox"));
            for (int i = 0; i < 50; ++i)
                client.submit(kClicks[rng.below(kClicks.size())]);
        }
        // Ended so early that no virtual second passed, there is no checkpoint to compare.
        if (GetParam().isRecorded) {
            expectClosed(path);
            const auto outcome = replaySession(path);
            ASSERT_TRUE(outcome) << outcome.error().what;
            EXPECT_EQ(outcome->firstDifferenceAt, kNever);
        }
    }
}

TEST_P(ControlRoomThread, endsBeforeItHasBegun)
{
    for (int i = 0; i < 5; ++i) {
        auto room = makeControlRoom(smallRun(3, GetParam().store), newRecordPath());
        ASSERT_TRUE(room) << room.error().what;
        if (i % 2 == 1)
            (*room)->startExport(ExportFormat::Csv, m_folder.file("early.csv"));
    }
}

TEST_P(ControlRoomThread, aSavedSessionIsWholeAlthoughTheRunGoesOn)
{
    if (!GetParam().isRecorded)
        GTEST_SKIP() << "only a recorded run can be saved";
    const std::string saved = m_folder.file("saved.signalbox");
    auto room = makeControlRoom(smallRun(21, GetParam().store), newRecordPath());
    ASSERT_TRUE(room) << room.error().what;
    (*room)->setPace({ false, 0 });
    (*room)->submit(commandOf(kClicks[0]));
    waitFor([&] { return (*room)->snapshot()->now > kStart + 5s; });
    const auto id = (*room)->startSave(saved);
    waitFor([&] {
        (*room)->submit(commandOf("note while it is being copied"));
        const auto jobs = (*room)->jobs();
        const auto job = std::find_if(
            jobs.begin(), jobs.end(), [&](const JobStatus& status) { return status.id == id; });
        return job != jobs.end() && job->isFinished;
    });
    expectVerified(saved);
}

TEST_P(ControlRoomThread, anOpenedSessionCanBeClosedWhileItIsReSimulated)
{
    if (!GetParam().isRecorded)
        GTEST_SKIP() << "an opened session is recorded again";
    const std::string first = m_folder.file("first.signalbox");
    HeadlessRequest record;
    record.config = smallWorld(5, 2);
    record.until = kStart + 60s;
    record.recordPath = first;
    ASSERT_TRUE(runHeadless(record));
    for (const double enough : { 0.0, 0.3, 1.0 }) {
        RunRequest request = smallRun(5, GetParam().store);
        request.openPath = first;
        auto room = makeControlRoom(request, newRecordPath());
        ASSERT_TRUE(room) << room.error().what;
        Client client(**room, 5, m_folder);
        client.submit("note while it is re-simulated");
        (*room)->startExport(ExportFormat::Markdown, m_folder.file("opened.md"));
        waitFor([&] {
            client.look();
            const auto snapshot = (*room)->snapshot();
            return snapshot->progress >= enough || snapshot->phase == RunPhase::Running || HasFatalFailure();
        });
    }
}

INSTANTIATE_TEST_SUITE_P(Runs, ControlRoomThread,
    testing::Values(Stress { "unrecorded", StoreKind::Memory, false },
        Stress { "recorded", StoreKind::Memory, true }, Stress { "durable", StoreKind::Sqlite, true }),
    [](const auto& one) { return std::string(one.param.name); });

// A forecast runs beside the World, which goes on; and says no before it begins.
TEST(ControlRoomForecast, RunsAsAJobRefusesAtOnceAndStopsWhenCancelled)
{
    auto made = makeControlRoom(smallRun(3, StoreKind::Memory), "");
    ASSERT_TRUE(made) << made.error().what;
    ControlRoom& room = **made;
    room.setPace({ false, 0 });
    waitFor([&] { return room.snapshot()->now > kStart + 20s; });
    room.setPace({ false, 1000 });
    const auto statusOf = [&](std::uint64_t id) {
        for (const JobStatus& job : room.jobs())
            if (job.id == id)
                return job;
        return JobStatus {};
    };
    const std::uint64_t refused = room.startForecast(commandOf("clear all"), 4, 10s);
    const std::uint64_t wanted
        = room.startForecast(commandOf("fail region-outage eu-west-1 for 1m"), 3, 1min);
    const std::uint64_t endless = room.startForecast(commandOf("note nothing"), 1'000, 2h);
    waitFor([&] { return statusOf(refused).isFinished && statusOf(wanted).isFinished; });
    ASSERT_TRUE(statusOf(refused).error);
    EXPECT_EQ(statusOf(refused).error->code, Errc::Refused);
    EXPECT_EQ(room.forecast(refused), nullptr);
    EXPECT_FALSE(statusOf(wanted).error);
    const auto view = room.forecast(wanted);
    ASSERT_NE(view, nullptr);
    EXPECT_EQ(view->futures.size(), 3u);
    EXPECT_EQ(view->detected, 3);
    EXPECT_GE(view->from, kStart + 20s);
    const Instant before = room.snapshot()->now;
    waitFor([&] { return room.snapshot()->now > before; }); // the World is not held up
    EXPECT_FALSE(statusOf(endless).isFinished);
    EXPECT_EQ(room.forecast(endless), nullptr);
    room.cancelJob(endless);
    waitFor([&] { return statusOf(endless).isFinished; });
    EXPECT_TRUE(statusOf(endless).isCancelled);
    for (const Event& event : room.drainEvents(10'000))
        EXPECT_NE(event.kind, EventKind::FaultInjected); // nothing of it touched the run itself
}

} // namespace
} // namespace sb
