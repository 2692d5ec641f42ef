// SPDX-License-Identifier: GPL-3.0-or-later
// A ControlRoom without an engine: canned worlds and snapshots for tests and pictures of the window. Records
// what the window asks for. Values are invented but consistent with each other.
#pragma once

#include "backend/api/control_room.h"
#include "backend/api/drill_view.h"

#include <memory>
#include <vector>

namespace sb::test {

enum class Scene { Calm, Failing, FailedOver, FailingBack, FailedBack };

// Ireland, Singapore and, with three regions, Virginia; 60 cities.
[[nodiscard]] WorldDescription cannedWorld(int regions = 2);
[[nodiscard]] Snapshot cannedSnapshot(Scene scene, const WorldDescription& world);
// Adds routing controls, safety rules, a shift, capacity and a plan in mid-run to a canned snapshot.
void addCannedRouting(Snapshot& snapshot, const WorldDescription& world);
// Adds services, checks, positions of links, the funnel and the heat strip; cannedSnapshot() has called it.
void addCannedInsight(Snapshot& snapshot, const WorldDescription& world);
// Answers what is looked at closely, or nothing.
void answerCannedFocus(Snapshot& snapshot, const Focus& focus, const WorldDescription& world);
// Adds explanations to the decisions, and admissions.
void addCannedConsole(Snapshot& snapshot, const WorldDescription& world);
[[nodiscard]] TrialView cannedTrial(const RouteTrial& asked);
// 24 futures, so many of which are interrupted.
[[nodiscard]] ForecastView cannedForecast(int interrupted);
[[nodiscard]] CheckComparisonView cannedComparison();
[[nodiscard]] ZoneReportView cannedZoneReport();
// Three drills, the last one with mistakes.
[[nodiscard]] std::vector<DrillEntry> cannedDrills();
// In its middle, or judged at its end.
[[nodiscard]] DrillView cannedDrill(bool isJudged);
[[nodiscard]] DrillRepeatsView cannedRepeats(int runs);
// The events that led to the scene, a valid log.
[[nodiscard]] std::vector<Event> cannedEvents(Scene scene, const WorldDescription& world);

class FakeControlRoom : public ControlRoom {
public:
    explicit FakeControlRoom(Scene scene = Scene::Calm, int regions = 2);

    void show(Scene scene);
    void publish(Snapshot snapshot);
    void queueEvent(Event event) { m_events.push_back(std::move(event)); }

    const WorldDescription& description() const override { return m_world; }
    std::shared_ptr<const Snapshot> snapshot() override { return m_snapshot; }
    std::vector<Event> drainEvents(std::size_t max) override;
    CommandId submit(Command command) override;
    void setPace(Pace pace) override;
    void step(Duration span) override { steps.push_back(span); }
    void setChartRange(ChartRange range) override { chartRange = range; }
    void setFocus(Focus wanted) override; // answered at once
    std::uint64_t startExport(ExportFormat format, std::string path) override;
    std::uint64_t startSave(std::string path) override;
    std::vector<JobStatus> jobs() const override { return jobList; }
    void cancelJob(std::uint64_t id) override;
    std::uint64_t startForecast(std::optional<Command> command, int futures, Duration horizon) override;
    std::shared_ptr<const ForecastView> forecast(std::uint64_t job) const override;
    std::uint64_t startCheckComparison(CheckIncident incident, int seeds) override;
    std::shared_ptr<const CheckComparisonView> checkComparison(std::uint64_t job) const override;
    std::shared_ptr<const ZoneReportView> zone() const override { return zoneOfRun; }
    std::uint64_t startZoneReport(std::string zonePath, std::string checksPath) override;
    std::shared_ptr<const ZoneReportView> zoneReport(std::uint64_t job) const override;
    std::shared_ptr<const DrillView> drill() override { return drillView; }
    std::uint64_t startDrillList(std::string folder) override;
    std::shared_ptr<const std::vector<DrillEntry>> drills(std::uint64_t job) const override;
    std::vector<std::string> problemsOfDrill(
        const std::string& text, const std::string& fileName) const override;
    std::uint64_t startDrillRepeats(std::string path, std::uint64_t first, int count) override;
    std::shared_ptr<const DrillRepeatsView> drillRepeats(std::uint64_t job) const override;
    // Ends a job: with the error, or with what the views below say.
    void finish(std::uint64_t id, std::optional<Error> error = {});

    // What was asked, in order.
    std::vector<Command> commands;
    std::vector<Duration> steps;
    std::vector<JobStatus> jobList;
    // Shown for every finished job of the kind.
    std::shared_ptr<const ForecastView> forecastView;
    std::shared_ptr<const CheckComparisonView> comparisonView;
    std::shared_ptr<const ZoneReportView> reportView;
    std::shared_ptr<const ZoneReportView> zoneOfRun;
    std::shared_ptr<const DrillView> drillView;
    std::vector<DrillEntry> drillList = cannedDrills(); // also of a file's name, when its path is in it
    std::shared_ptr<const DrillRepeatsView> repeatsView;
    std::vector<std::string> drillLists; // folders and files
    struct AskedRepeats {
        std::string path;
        std::uint64_t first = 0;
        int count = 0;
    };
    std::vector<AskedRepeats> repeats;
    struct AskedForecast {
        std::optional<Command> command;
        int futures = 0;
        Duration horizon = 0us;
    };
    std::vector<AskedForecast> forecasts;
    std::vector<std::pair<CheckIncident, int>> comparisons;
    std::vector<std::pair<std::string, std::string>> zoneFiles; // zone, checks
    Pace pace;
    ChartRange chartRange = ChartRange::TwoMinutes;
    Focus focus;

private:
    std::uint64_t addJob(std::string title, std::string path = {});
    [[nodiscard]] bool isDone(std::uint64_t job) const;

    WorldDescription m_world;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::vector<Event> m_events;
    std::uint64_t m_publication = 0;
};

} // namespace sb::test
