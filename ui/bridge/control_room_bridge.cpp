// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/control_room_bridge.h"

#include <algorithm>

namespace sb {

namespace {

constexpr int kVisibleTickMs = 33;
constexpr int kHiddenTickMs = 250;
// Batches are cheap, but a tick must not stall when a fast run floods the queue.
constexpr std::size_t kEventsPerTick = 4096;

} // namespace

ControlRoomBridge::ControlRoomBridge(
    ControlRoomFactory factory, std::unique_ptr<ControlRoom> room, QObject* parent)
    : QObject(parent)
    , m_factory(std::move(factory))
    , m_room(std::move(room))
{
    SB_ASSERT(m_room != nullptr);
    m_snapshot = m_room->snapshot();
    m_pace = { m_snapshot->isPaused, m_snapshot->speedPercent };
    m_isLive = m_snapshot->phase == RunPhase::Running;
    m_clock.setTimerType(Qt::PreciseTimer);
    m_clock.setInterval(kVisibleTickMs);
    connect(&m_clock, &QTimer::timeout, this, &ControlRoomBridge::pump);
}

ControlRoomBridge::~ControlRoomBridge() = default;

void ControlRoomBridge::start()
{
    m_sinceLast.start();
    m_clock.start();
}

void ControlRoomBridge::setVisible(bool isVisible)
{
    const int interval = isVisible ? kVisibleTickMs : kHiddenTickMs;
    if (m_clock.interval() != interval)
        m_clock.setInterval(interval);
}

void ControlRoomBridge::pump()
{
    Frame frame;
    frame.snapshot = m_room->snapshot();
    frame.isNewSnapshot = !m_snapshot || frame.snapshot->publication != m_snapshot->publication;
    frame.events = m_room->drainEvents(kEventsPerTick);
    if (m_sinceLast.isValid())
        frame.sinceLast
            = std::chrono::duration_cast<Duration>(std::chrono::nanoseconds(m_sinceLast.nsecsElapsed()));
    m_sinceLast.start();
    m_snapshot = frame.snapshot;
    noteJobs(frame);
    if (const bool isPast
        = m_snapshot->phase == RunPhase::Starting || m_snapshot->phase == RunPhase::Replaying;
        m_isLive == isPast) {
        m_isLive = !isPast;
        m_liveSince = m_snapshot->now;
    }
    for (const Event& event : frame.events) {
        if (event.kind == EventKind::CommandRefused && isNews(event))
            Q_EMIT commandRefused(QString::fromStdString(event.note));
    }
    m_history.insert(m_history.end(), frame.events.begin(), frame.events.end());
    if (m_history.size() > kHistoryMax)
        m_history.erase(m_history.begin(), m_history.end() - static_cast<std::ptrdiff_t>(kHistoryMax));
    Q_EMIT tick(frame);
}

bool ControlRoomBridge::isNews(const Event& event) const
{
    return m_isLive && event.at >= m_liveSince;
}

void ControlRoomBridge::noteJobs(Frame& frame)
{
    if (m_openJobs.empty())
        return;
    frame.jobs = m_room->jobs();
    Q_EMIT jobsChanged(frame.jobs);
    for (const JobStatus& job : frame.jobs) {
        const auto open = std::find(m_openJobs.begin(), m_openJobs.end(), job.id);
        if (job.isFinished && open != m_openJobs.end()) {
            m_openJobs.erase(open);
            Q_EMIT jobFinished(job);
        }
    }
}

CommandId ControlRoomBridge::submit(Command command)
{
    const CommandId id = m_room->submit(command);
    Q_EMIT commandSubmitted(id, command);
    return id;
}

void ControlRoomBridge::setPaused(bool isPaused)
{
    m_pace.isPaused = isPaused;
    m_room->setPace(m_pace);
}

void ControlRoomBridge::setSpeed(int speedPercent)
{
    m_pace.speedPercent = speedPercent;
    m_room->setPace(m_pace);
}

void ControlRoomBridge::step(Duration span)
{
    if (!m_pace.isPaused)
        setPaused(true);
    m_room->step(span);
}

void ControlRoomBridge::setFocus(const Focus& focus)
{
    m_focus = focus;
    m_room->setFocus(focus);
}

void ControlRoomBridge::setChartRange(ChartRange range)
{
    m_chartRange = range;
    m_room->setChartRange(range);
}

Result<> ControlRoomBridge::replaceRun(const RunRequest& request)
{
    if (!m_factory)
        return fail(Errc::Unavailable, "this window was opened for one run and cannot start another");
    auto made = m_factory(request);
    if (!made)
        return tl::unexpected<Error>(made.error());
    m_room = std::move(*made);
    m_snapshot = m_room->snapshot();
    m_openJobs.clear();
    m_history.clear();
    m_isLive = m_snapshot->phase == RunPhase::Running;
    m_liveSince = kStart;
    m_pace = { false, 100 };
    m_room->setPace(m_pace);
    m_room->setChartRange(m_chartRange);
    m_room->setFocus(m_focus);
    Q_EMIT worldReplaced();
    return {};
}

std::uint64_t ControlRoomBridge::opened(std::uint64_t job)
{
    m_openJobs.push_back(job);
    return job;
}

std::uint64_t ControlRoomBridge::startExport(ExportFormat format, const QString& path)
{
    return opened(m_room->startExport(format, path.toStdString()));
}

std::uint64_t ControlRoomBridge::startSave(const QString& path)
{
    return opened(m_room->startSave(path.toStdString()));
}

std::uint64_t ControlRoomBridge::startForecast(std::optional<Command> command, int futures, Duration horizon)
{
    return opened(m_room->startForecast(std::move(command), futures, horizon));
}

std::shared_ptr<const ForecastView> ControlRoomBridge::forecast(std::uint64_t job) const
{
    return m_room->forecast(job);
}

std::uint64_t ControlRoomBridge::startCheckComparison(CheckIncident incident, int seeds)
{
    return opened(m_room->startCheckComparison(incident, seeds));
}

std::shared_ptr<const CheckComparisonView> ControlRoomBridge::checkComparison(std::uint64_t job) const
{
    return m_room->checkComparison(job);
}

std::uint64_t ControlRoomBridge::startZoneReport(const QString& zonePath, const QString& checksPath)
{
    return opened(m_room->startZoneReport(zonePath.toStdString(), checksPath.toStdString()));
}

std::shared_ptr<const ZoneReportView> ControlRoomBridge::zoneReport(std::uint64_t job) const
{
    return m_room->zoneReport(job);
}

std::uint64_t ControlRoomBridge::startDrillList(const QString& folder)
{
    return opened(m_room->startDrillList(folder.toStdString()));
}

std::shared_ptr<const std::vector<DrillEntry>> ControlRoomBridge::drills(std::uint64_t job) const
{
    return m_room->drills(job);
}

std::vector<std::string> ControlRoomBridge::problemsOfDrill(
    const QString& text, const QString& fileName) const
{
    return m_room->problemsOfDrill(text.toStdString(), fileName.toStdString());
}

std::uint64_t ControlRoomBridge::startDrillRepeats(const QString& path, std::uint64_t first, int count)
{
    return opened(m_room->startDrillRepeats(path.toStdString(), first, count));
}

std::shared_ptr<const DrillRepeatsView> ControlRoomBridge::drillRepeats(std::uint64_t job) const
{
    return m_room->drillRepeats(job);
}

std::uint64_t ControlRoomBridge::startRecordRead(const QString& path)
{
    return opened(m_room->startRecordRead(path.toStdString()));
}

std::shared_ptr<const RecordView> ControlRoomBridge::record(std::uint64_t job) const
{
    return m_room->record(job);
}

void ControlRoomBridge::cancelJob(std::uint64_t id)
{
    m_room->cancelJob(id);
}

} // namespace sb
