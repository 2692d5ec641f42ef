// SPDX-License-Identifier: GPL-3.0-or-later
// A ControlRoom without an engine: canned worlds and snapshots for tests and pictures of the window. Records
// what the window asks for. Values are invented but consistent with each other.
#pragma once

#include "backend/api/control_room.h"

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
    std::uint64_t startForecast(Command command, int, Duration) override
    {
        commands.push_back(std::move(command));
        JobStatus job;
        job.id = jobList.size() + 1;
        job.title = "Forecast";
        jobList.push_back(job);
        return job.id;
    }
    std::shared_ptr<const ForecastView> forecast(std::uint64_t job) const override
    {
        const bool isThere = job > 0 && job <= jobList.size() && jobList[job - 1].isFinished;
        return isThere ? forecastView : nullptr;
    }

    // What was asked, in order.
    std::vector<Command> commands;
    std::vector<Duration> steps;
    std::vector<JobStatus> jobList;
    std::shared_ptr<const ForecastView> forecastView; // shown for every finished job
    Pace pace;
    ChartRange chartRange = ChartRange::TwoMinutes;
    Focus focus;

private:
    WorldDescription m_world;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::vector<Event> m_events;
    std::uint64_t m_publication = 0;
};

} // namespace sb::test
