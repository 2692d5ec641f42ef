// SPDX-License-Identifier: GPL-3.0-or-later
// Drives a Simulation on a thread of its own, paced by the wall clock, and talks to the window by values:
// commands in, snapshots and events out. The one place of the engine's side with a wall clock and a thread:
// both decide only how fast virtual time goes and when commands enter, and both are in the journal's stamps.
// What leaves (snapshots, events) leaves after the stores were flushed: nothing is shown that a crash could
// take back.
#pragma once

#include "backend/api/control_room.h"
#include "backend/control/advance.h"
#include "backend/control/drill_watch.h"
#include "backend/control/forecast.h"
#include "backend/kernel/pacer.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace sb {

class WorldThread {
public:
    // `session` is null for a new run. Starts the thread.
    // `drill`, if any, is followed from the beginning; it goes with a new run alone.
    WorldThread(std::unique_ptr<Simulation> simulation, std::unique_ptr<Recorder> recorder,
        std::unique_ptr<LoadedSession> session, std::unique_ptr<DrillWatch> drill = {});
    ~WorldThread(); // stops and finishes the recording

    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot();
    [[nodiscard]] std::vector<Event> drainEvents(std::size_t max);
    CommandId submit(Command command);
    void setPace(Pace pace);
    void step(Duration span);
    void setChartRange(ChartRange range) { m_chartRange = range; }
    void setFocus(Focus focus);
    // Runs `job` on the World thread between two quanta, after everything so far is in the recording.
    void atRest(std::function<void(Result<>)> job);
    // How to come to this very moment again, and whether a command would be accepted in it; from a job at
    // rest.
    [[nodiscard]] PresentState present() const;
    [[nodiscard]] Result<> check(const Command& command) const { return m_simulation->check(command); }
    // Every event so far; for runs without a recording, from a job at rest.
    [[nodiscard]] const std::vector<Event>& unrecordedEvents() const { return m_allEvents; }

    // As of some snapshot of the last half second of wall time; null: no drill.
    [[nodiscard]] std::shared_ptr<const DrillView> drill();
    // What its end came to, once every check is judged; from a job at rest.
    [[nodiscard]] std::optional<DrillVerdict> drillVerdict() const;
    // Asked at the drill's end, on the World thread, whether the replicas of that state are equal in quiet;
    // to be answered with setQuiet() from any thread. Set it before the run can come there.
    void onDrillEnd(std::function<void(PresentState)> ask);
    void setQuiet(Result<bool> converged);

private:
    struct Pending {
        CommandId id;
        Command command;
    };

    void run();
    bool replayJournal();
    void work();
    bool runQuantum();
    void takeCommands();
    void takeSteps(const std::deque<Duration>& steps);
    void give(const Command& command, Actor actor, CommandId id);
    bool followDrill();
    void takeQuiet();
    void runTo(Instant until);
    void showDrill(const Snapshot& snapshot);
    [[nodiscard]] Result<> settle();
    void publish(bool force);
    void stopWith(const Error& error);
    void keepEvent(const Event& event);
    [[nodiscard]] std::int64_t wallMicros() const;

    std::unique_ptr<Simulation> m_simulation;
    std::unique_ptr<Recorder> m_recorder; // may be null
    std::unique_ptr<LoadedSession> m_session; // may be null
    Pacer m_pacer;
    std::unique_ptr<DrillWatch> m_drill; // may be null
    std::int64_t m_drillShownAt = 0;
    std::vector<SessionInput> m_inputs; // of the session, and since
    std::vector<Event> m_allEvents; // when nothing is recorded
    std::vector<Event> m_freshEvents; // since the last quantum
    std::int64_t m_publishedAt = 0;
    std::uint64_t m_publications = 0;
    std::int64_t m_speedWall = 0; // where measuring of the speed began
    Instant m_speedVirtual = kStart;
    double m_measuredSpeed = 1;
    RunPhase m_phase = RunPhase::Starting;
    double m_progress = 0;
    std::string m_message;
    std::atomic<ChartRange> m_chartRange { ChartRange::TwoMinutes };
    std::atomic<bool> m_isWanted { true }; // somebody looked at the last snapshot
    std::atomic<bool> m_isEnding { false };

    std::mutex m_mutex; // guards what follows
    std::condition_variable m_wake;
    std::deque<Pending> m_commands; // bounded by kCommandsMax
    std::vector<std::function<void(Result<>)>> m_jobs;
    Pace m_pace;
    Focus m_focus;
    bool m_isPaceNew = false;
    std::deque<Duration> m_steps;
    std::deque<Event> m_outbox; // bounded by kOutboxMax
    std::uint64_t m_droppedEvents = 0;
    std::uint64_t m_nextCommand = 1;
    std::shared_ptr<const Snapshot> m_published;
    std::shared_ptr<const DrillView> m_publishedDrill; // null: no drill
    std::function<void(PresentState)> m_askQuiet;
    std::optional<Result<bool>> m_quiet; // answered, and not yet taken

    std::thread m_thread;
};

} // namespace sb
