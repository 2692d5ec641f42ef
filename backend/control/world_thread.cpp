// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/world_thread.h"

#include "backend/api/command_text.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::size_t kOutboxMax = 65'536;
constexpr std::size_t kCommandsMax = 1'024;
constexpr std::int64_t kQuantumMicros = 16'000; // wall time between two looks at the outside
constexpr std::int64_t kPublishMicros = 30'000;
constexpr std::int64_t kDrillMicros = 500'000; // between two judgements of a drill that is under way
constexpr std::uint64_t kSliceEvents = 2'000; // between two looks at the wall clock

} // namespace

WorldThread::WorldThread(std::unique_ptr<Simulation> simulation, std::unique_ptr<Recorder> recorder,
    std::unique_ptr<LoadedSession> session, std::unique_ptr<DrillWatch> drill)
    : m_simulation(std::move(simulation))
    , m_recorder(std::move(recorder))
    , m_session(std::move(session))
    , m_drill(std::move(drill))
    , m_published(std::make_shared<Snapshot>())
{
    if (m_session)
        m_inputs = m_session->inputs;
    m_simulation->log().listen([this](const Event& event) { keepEvent(event); });
    m_simulation->begin();
    publish(true);
    m_thread = std::thread([this] { run(); });
}

WorldThread::~WorldThread()
{
    m_isEnding = true;
    m_wake.notify_all();
    m_thread.join();
}

// The pacing driver's wall clock: decides how far virtual time may run, never what happens in it.
std::int64_t WorldThread::wallMicros() const
{
    return std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

void WorldThread::keepEvent(const Event& event)
{
    m_freshEvents.push_back(event);
    if (m_drill)
        m_drill->note(event);
    if (!m_recorder)
        m_allEvents.push_back(event);
}

std::shared_ptr<const Snapshot> WorldThread::snapshot()
{
    m_isWanted = true;
    const std::lock_guard lock(m_mutex);
    return m_published;
}

std::vector<Event> WorldThread::drainEvents(std::size_t max)
{
    const std::lock_guard lock(m_mutex);
    const auto count = static_cast<std::ptrdiff_t>(std::min(max, m_outbox.size()));
    std::vector<Event> events(
        std::make_move_iterator(m_outbox.begin()), std::make_move_iterator(m_outbox.begin() + count));
    m_outbox.erase(m_outbox.begin(), m_outbox.begin() + count);
    return events;
}

CommandId WorldThread::submit(Command command)
{
    const std::lock_guard lock(m_mutex);
    const CommandId id { m_nextCommand++ };
    // Nobody clicks a thousand times in one quantum; a script that does loses what is beyond, visibly: no
    // event answers it.
    if (m_commands.size() < kCommandsMax)
        m_commands.push_back({ id, std::move(command) });
    m_wake.notify_all();
    return id;
}

void WorldThread::setPace(Pace pace)
{
    const std::lock_guard lock(m_mutex);
    m_pace = pace;
    m_isPaceNew = true;
    m_wake.notify_all();
}

void WorldThread::setFocus(Focus focus)
{
    const std::lock_guard lock(m_mutex);
    m_focus = std::move(focus);
}

void WorldThread::step(Duration span)
{
    const std::lock_guard lock(m_mutex);
    m_steps.push_back(span);
    m_wake.notify_all();
}

void WorldThread::atRest(std::function<void(Result<>)> job)
{
    const std::lock_guard lock(m_mutex);
    m_jobs.push_back(std::move(job));
    m_wake.notify_all();
}

PresentState WorldThread::present() const
{
    const World& world = m_simulation->world();
    return { m_simulation->config(), m_inputs, world.now(), world.executed(), world.stateHash() };
}

void WorldThread::run()
{
    const bool isReady = !m_session || replayJournal();
    if (isReady) {
        m_phase = RunPhase::Running;
        if (m_drill && m_drill->nextHalt() == kStart)
            followDrill(); // ahead of the first event, as headless
        m_pacer.start(wallMicros(), m_simulation->world().now());
        m_speedWall = wallMicros();
        m_speedVirtual = m_simulation->world().now();
    }
    work();
    if (m_recorder && m_phase != RunPhase::Stopped)
        (void)m_recorder->finish(); // nobody is left to tell; the file holds what was committed
}

bool WorldThread::replayJournal()
{
    m_phase = RunPhase::Replaying;
    const auto progress = [this](Instant now, Instant until) {
        m_progress = until > kStart ? seconds(now) / seconds(until) : 0;
        publish(false);
        return !m_isEnding.load();
    };
    const auto misfit = applyJournal(*m_simulation, *m_session, m_recorder.get(), progress);
    const bool wasCutOff = !m_session->end;
    const CommandId next { m_session->inputs.size() + 1 };
    m_session.reset();
    if (!misfit) {
        stopWith(misfit.error());
        return false;
    }
    if (*misfit != kNever) {
        stopWith({ Errc::Corrupt,
            "The session's journal does not fit its configuration from " + durationText(*misfit - kStart)
                + " on: it was changed, or written by another version" });
        return false;
    }
    // Whoever ran it died: a plan that was under way does what it declares for that.
    if (const auto order = wasCutOff ? m_simulation->afterCrash() : std::nullopt) {
        if (m_recorder)
            m_recorder->addInput(*order, Actor::System);
        m_simulation->execute(*order, Actor::System, next);
    }
    if (const auto settled = settle(); !settled)
        return false;
    publish(true);
    return true;
}

void WorldThread::work()
{
    while (!m_isEnding) {
        const std::int64_t begin = wallMicros();
        takeCommands();
        const bool isBehind = m_phase == RunPhase::Running && runQuantum();
        if (m_phase == RunPhase::Running) {
            if (const auto settled = settle(); !settled)
                stopWith(settled.error());
        }
        std::vector<std::function<void(Result<>)>> jobs;
        {
            const std::lock_guard lock(m_mutex);
            jobs.swap(m_jobs);
        }
        takeQuiet();
        for (const auto& job : jobs)
            job(m_recorder ? m_recorder->flush() : Result<> {});
        publish(false);
        if (isBehind)
            continue;
        std::unique_lock lock(m_mutex);
        const std::int64_t used = wallMicros() - begin;
        const bool isQuiet = m_pacer.isPaused() || m_phase != RunPhase::Running;
        const std::int64_t rest = (isQuiet ? kPublishMicros : kQuantumMicros) - used;
        if (rest > 0 && m_commands.empty() && m_steps.empty() && !m_isPaceNew && m_jobs.empty())
            m_wake.wait_for(lock, std::chrono::microseconds(rest));
    }
}

void WorldThread::takeCommands()
{
    std::deque<Pending> commands;
    std::deque<Duration> steps;
    {
        const std::lock_guard lock(m_mutex);
        commands.swap(m_commands);
        steps.swap(m_steps);
        if (m_isPaceNew) {
            m_pacer.setSpeed(m_pace.speedPercent, m_pace.isPaused, wallMicros(), m_simulation->world().now());
            m_speedWall = wallMicros();
            m_speedVirtual = m_simulation->world().now();
            m_isPaceNew = false;
        }
    }
    if (m_phase != RunPhase::Running)
        return; // the snapshot says that the run is over, and why
    for (const Pending& pending : commands)
        give(pending.command, Actor::Operator, pending.id);
    if (!commands.empty()) { // a click shows at once
        if (const auto settled = settle(); settled)
            publish(true);
        else
            stopWith(settled.error());
    }
    takeSteps(steps);
}

void WorldThread::takeSteps(const std::deque<Duration>& steps)
{
    for (const Duration span : steps) {
        World& world = m_simulation->world();
        if (!m_pacer.isPaused())
            break;
        if (span > 0us)
            runTo(world.now() + span);
        else if (m_drill && m_drill->nextHalt() < world.nextAt())
            runTo(m_drill->nextHalt()); // the drill's order is the next thing to happen
        else
            world.step();
        m_isWanted = true;
    }
}

// True when virtual time has not reached its target: go on without rest.
bool WorldThread::runQuantum()
{
    World& world = m_simulation->world();
    const std::int64_t begin = wallMicros();
    const Instant target = m_pacer.target(begin, world.now());
    if (m_pacer.isPaused() || target <= world.now())
        return false;
    // As fast as possible: as much as fits into one quantum of wall time.
    const Instant until = m_pacer.isUnlimited() ? world.now() + 1min : target;
    for (;;) {
        const Instant goal = m_drill ? std::min(until, m_drill->nextHalt()) : until;
        const bool isThere = world.runSlice(goal, kSliceEvents);
        if (isThere && !(m_drill && followDrill()) && goal == until)
            return m_pacer.isUnlimited();
        if (wallMicros() - begin > kQuantumMicros)
            return true;
    }
}

Result<> WorldThread::settle()
{
    if (const auto flushed = m_simulation->flushStores(); !flushed)
        return flushed;
    if (m_recorder) {
        if (const auto committed = m_recorder->commit(); !committed)
            return committed;
    }
    if (m_freshEvents.empty())
        return {};
    const std::lock_guard lock(m_mutex);
    for (Event& event : m_freshEvents) {
        m_outbox.push_back(std::move(event));
        if (m_outbox.size() > kOutboxMax) {
            m_outbox.pop_front();
            ++m_droppedEvents;
        }
    }
    m_freshEvents.clear();
    return {};
}

void WorldThread::stopWith(const Error& error)
{
    m_phase = RunPhase::Stopped;
    m_message = error.what;
    publish(true);
}

void WorldThread::showDrill(const Snapshot& snapshot)
{
    const std::int64_t wall = wallMicros();
    if (!m_drill || (m_publishedDrill && wall - m_drillShownAt < kDrillMicros))
        return;
    m_drillShownAt = wall;
    auto view = m_drill->view(snapshot, m_simulation->isConverged());
    const std::lock_guard lock(m_mutex);
    m_publishedDrill = std::move(view);
}

void WorldThread::publish(bool force)
{
    const std::int64_t wall = wallMicros();
    if (!force && (wall - m_publishedAt < kPublishMicros || !m_isWanted.exchange(false)))
        return;
    m_publishedAt = wall;
    World& world = m_simulation->world();
    if (wall - m_speedWall > 1'000'000) {
        m_measuredSpeed
            = seconds(world.now() - m_speedVirtual) * 1e6 / static_cast<double>(wall - m_speedWall);
        m_speedWall = wall;
        m_speedVirtual = world.now();
    }
    Focus focus;
    {
        const std::lock_guard lock(m_mutex);
        focus = m_focus;
    }
    std::shared_ptr<Snapshot> snapshot = m_simulation->snapshot(m_chartRange, focus);
    snapshot->publication = ++m_publications;
    snapshot->phase = m_phase;
    snapshot->progress = m_progress;
    snapshot->message = m_message;
    snapshot->isPaused = m_pacer.isPaused();
    snapshot->speedPercent = m_pacer.speedPercent();
    snapshot->measuredSpeed = m_measuredSpeed;
    showDrill(*snapshot);
    const std::lock_guard lock(m_mutex);
    snapshot->droppedEvents = m_droppedEvents;
    m_published = std::move(snapshot);
}

} // namespace sb
