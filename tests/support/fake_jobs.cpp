// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs of a control room without an engine: each is listed when it is asked for and ends when the test
// says so.
#include "tests/support/fake_control_room.h"

namespace sb::test {

std::uint64_t FakeControlRoom::addJob(std::string title, std::string path)
{
    JobStatus job;
    job.id = jobList.size() + 1;
    job.title = std::move(title);
    job.progress = 0.4;
    job.resultPath = std::move(path);
    jobList.push_back(job);
    return job.id;
}

bool FakeControlRoom::isDone(std::uint64_t job) const
{
    return job > 0 && job <= jobList.size() && jobList[job - 1].isFinished && !jobList[job - 1].isCancelled
        && !jobList[job - 1].error;
}

void FakeControlRoom::finish(std::uint64_t id, std::optional<Error> error)
{
    for (JobStatus& job : jobList) {
        if (job.id == id) {
            job.isFinished = true;
            job.error = std::move(error);
        }
    }
}

std::uint64_t FakeControlRoom::startExport(ExportFormat format, std::string path)
{
    return addJob("Export " + std::string(toString(format)), std::move(path));
}

std::uint64_t FakeControlRoom::startSave(std::string path)
{
    return addJob("Save", std::move(path));
}

std::uint64_t FakeControlRoom::startForecast(std::optional<Command> command, int futures, Duration horizon)
{
    forecasts.push_back({ std::move(command), futures, horizon });
    return addJob("Forecast");
}

std::shared_ptr<const ForecastView> FakeControlRoom::forecast(std::uint64_t job) const
{
    return isDone(job) ? forecastView : nullptr;
}

std::uint64_t FakeControlRoom::startCheckComparison(CheckIncident incident, int seeds)
{
    comparisons.emplace_back(incident, seeds);
    return addJob("Compare health checks");
}

std::shared_ptr<const CheckComparisonView> FakeControlRoom::checkComparison(std::uint64_t job) const
{
    return isDone(job) ? comparisonView : nullptr;
}

std::uint64_t FakeControlRoom::startZoneReport(std::string zonePath, std::string checksPath)
{
    zoneFiles.emplace_back(std::move(zonePath), std::move(checksPath));
    return addJob("Check the zone file");
}

std::shared_ptr<const ZoneReportView> FakeControlRoom::zoneReport(std::uint64_t job) const
{
    return isDone(job) ? reportView : nullptr;
}

} // namespace sb::test
