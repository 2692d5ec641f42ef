// SPDX-License-Identifier: GPL-3.0-or-later
// The window's end of the engine. Owns the run (a ControlRoom) and the one UI clock; on each tick it loads
// the snapshot, drains events and emits tick() once. Nothing else in the window polls. Replacing the run
// (new, open) destroys the old one after the new one stands; a failure leaves the old run untouched. Thread:
// UI thread. Invariants: (1) room() is never null; (2) tick() is never emitted between the moment a run is
// replaced and worldReplaced().
#pragma once

#include "backend/api/control_room.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace sb {

// What one UI tick brings.
struct Frame {
    std::shared_ptr<const Snapshot> snapshot; // never null
    bool isNewSnapshot = false; // its publication differs from the last frame's
    std::vector<Event> events; // since the last frame, in order
    std::vector<JobStatus> jobs; // all jobs of the run while any is unfinished, and once after
    Duration sinceLast = Duration::zero(); // wall time since the last frame
};

class ControlRoomBridge : public QObject {
    Q_OBJECT
public:
    ControlRoomBridge(
        ControlRoomFactory factory, std::unique_ptr<ControlRoom> room, QObject* parent = nullptr);
    ~ControlRoomBridge() override;

    [[nodiscard]] const WorldDescription& world() const { return m_room->description(); }
    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const { return m_snapshot; }
    // The run's events that ticks have brought, oldest first, the newest kHistoryMax of them; for views that
    // are built while it goes on.
    [[nodiscard]] const std::deque<Event>& history() const { return m_history; }
    static constexpr std::size_t kHistoryMax = 20'000;

    void start();
    // 33 ms when visible, 250 ms when hidden or minimised.
    void setVisible(bool isVisible);
    // One tick at once; the timer uses it, and so do tests.
    void pump();

    CommandId submit(Command command);
    void setPaused(bool isPaused);
    void setSpeed(int speedPercent);
    void step(Duration span);
    void setChartRange(ChartRange range);
    // Kept when the run is replaced.
    void setFocus(const Focus& focus);
    [[nodiscard]] Result<> replaceRun(const RunRequest& request);
    std::uint64_t startExport(ExportFormat format, const QString& path);
    std::uint64_t startSave(const QString& path);
    void cancelJob(std::uint64_t id);
    // Work that brings no file: what it found is asked for by its number once jobFinished() told of it.
    std::uint64_t startForecast(std::optional<Command> command, int futures, Duration horizon);
    [[nodiscard]] std::shared_ptr<const ForecastView> forecast(std::uint64_t job) const;
    std::uint64_t startCheckComparison(CheckIncident incident, int seeds);
    [[nodiscard]] std::shared_ptr<const CheckComparisonView> checkComparison(std::uint64_t job) const;
    std::uint64_t startZoneReport(const QString& zonePath, const QString& checksPath);
    [[nodiscard]] std::shared_ptr<const ZoneReportView> zoneReport(std::uint64_t job) const;
    std::uint64_t startRecordRead(const QString& path);
    [[nodiscard]] std::shared_ptr<const RecordView> record(std::uint64_t job) const;
    // Of the run's own file; null: the program's zone.
    [[nodiscard]] std::shared_ptr<const ZoneReportView> zone() const { return m_room->zone(); }
    // The drill that the run follows, as far as it has come; null: none.
    [[nodiscard]] std::shared_ptr<const DrillView> drill() const { return m_room->drill(); }
    std::uint64_t startDrillList(const QString& folder);
    [[nodiscard]] std::shared_ptr<const std::vector<DrillEntry>> drills(std::uint64_t job) const;
    [[nodiscard]] std::vector<std::string> problemsOfDrill(
        const QString& text, const QString& fileName) const;
    std::uint64_t startDrillRepeats(const QString& path, std::uint64_t first, int count);
    [[nodiscard]] std::shared_ptr<const DrillRepeatsView> drillRepeats(std::uint64_t job) const;

Q_SIGNALS:
    void worldReplaced();
    void tick(const sb::Frame& frame);
    void commandSubmitted(sb::CommandId id, const sb::Command& command);
    // `note` says why and what would help.
    void commandRefused(const QString& note);
    void jobFinished(const sb::JobStatus& job);
    // On each tick while a job is open, the last time with its end.
    void jobsChanged(const std::vector<sb::JobStatus>& jobs);

private:
    void noteJobs(Frame& frame);
    std::uint64_t opened(std::uint64_t job);
    // Whether it happened while this window watched, not in the past of a session that was opened.
    [[nodiscard]] bool isNews(const Event& event) const;

    ControlRoomFactory m_factory;
    std::unique_ptr<ControlRoom> m_room;
    std::shared_ptr<const Snapshot> m_snapshot;
    QTimer m_clock;
    QElapsedTimer m_sinceLast;
    Pace m_pace;
    ChartRange m_chartRange = ChartRange::TwoMinutes;
    Focus m_focus;
    std::deque<Event> m_history;
    std::vector<std::uint64_t> m_openJobs;
    bool m_isLive = false; // the run is past its re-simulation
    Instant m_liveSince = kStart;
};

} // namespace sb
