// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/record_reader.h"

#include "backend/api/run_config.h"
#include "backend/control/simulation.h"
#include "backend/incident/report.h"
#include "backend/session/session_file.h"

#include <algorithm>
#include <map>

namespace sb {
namespace {

constexpr std::int64_t kSecondsMax = 6 * 3600; // of samples: as far as a timeline keeps them
constexpr std::int64_t kMicros = 1'000'000;

tl::unexpected<Error> cancelled(const std::string& path)
{
    return fail(Errc::Cancelled, path + ": reading was cancelled");
}

Result<WorldDescription> describeRun(const SessionHead& head, const std::string& path)
{
    const auto config = runConfigFromJson(head.configJson);
    if (!config)
        return fail(Errc::Corrupt, path + ": its configuration cannot be read: " + config.error().what);
    // The description is made with the World; nothing of it is run.
    const auto world = Simulation::create(*config, { .forcesMemoryStores = true });
    if (!world)
        return fail(world.error().code, path + ": " + world.error().what);
    WorldDescription description = (*world)->description();
    description.recordingPath = path;
    return description;
}

IncidentView viewOf(const IncidentReport& report, Instant end)
{
    IncidentView view;
    view.exists = true;
    view.isOpen = report.isOpen();
    view.number = report.number;
    view.title = report.title;
    if (!report.phases.empty() && view.isOpen)
        view.phase = report.phases.back().phase;
    view.openedAt = report.opened.at;
    view.impactAt = report.impact.at;
    view.detectedAt = report.detected.at;
    view.decidedAt = report.decided.at;
    view.restoredAt = report.restored.at;
    view.closedAt = report.closed.at;
    if (report.rto().isMeasured())
        view.rto = report.rto().length();
    if (report.impact.isKnown() && !report.restored.isKnown()) {
        view.rtoIsRunning = report.isOpen();
        view.rto = (report.closed.isKnown() ? report.closed.at : end) - report.impact.at;
    }
    const WriteTotals totals = report.totals();
    view.rpoOperations = totals.operations;
    view.rpoOrders = totals.orders;
    view.rpoMoney = totals.money;
    view.rpoAge = report.rpoAge();
    view.recovered = report.totals(WriteOutcome::Recovered).operations;
    view.overwritten = report.totals(WriteOutcome::Overwritten).operations;
    view.refused = report.totals(WriteOutcome::Refused).operations;
    view.lost = report.totals(WriteOutcome::Lost).operations;
    view.failedRequests = static_cast<double>(std::max<std::int64_t>(0, report.failedRequests));
    return view;
}

// A column a second: errors of all regions, and for each source the greatest lag over its targets.
std::shared_ptr<const ChartWindow> chartsOf(const std::vector<SessionSample>& samples, Instant end)
{
    auto window = std::make_shared<ChartWindow>();
    const std::int64_t last = (micros(end) + kMicros - 1) / kMicros;
    const std::int64_t first = std::max<std::int64_t>(0, last - kSecondsMax);
    window->range = ChartRange::Day;
    window->end = atMicros(last * kMicros);
    window->column = 1s;
    std::map<std::pair<Metric, RegionId>, std::vector<ChartColumn>> series;
    std::map<std::pair<Metric, RegionId>, Instant> latest; // sample
    for (const SessionSample& sample : samples) {
        if (sample.metric != Metric::ErrorShare && sample.metric != Metric::ReplicationLag)
            continue;
        // A sample tells of the second that it ends.
        const std::int64_t second = (micros(sample.at) + kMicros - 1) / kMicros - 1;
        if (second < first || second >= last)
            continue;
        auto& columns = series[{ sample.metric, sample.region }];
        columns.resize(static_cast<std::size_t>(last - first));
        ChartColumn& column = columns[static_cast<std::size_t>(second - first)];
        const auto value = static_cast<float>(sample.value);
        column.min = column.isGap ? value : std::min(column.min, value);
        column.max = column.isGap ? value : std::max(column.max, value);
        // Of the links of one source, sampled at one instant, the worst.
        const bool isSameInstant = !column.isGap && latest[{ sample.metric, sample.region }] == sample.at;
        column.last = isSameInstant ? std::max(column.last, value) : value;
        latest[{ sample.metric, sample.region }] = sample.at;
        column.isGap = false;
    }
    for (auto& [key, columns] : series)
        window->series.push_back({ key.first, key.second, {}, std::move(columns) });
    return window;
}

} // namespace

Result<RecordView> readRecord(const std::string& path, const std::function<bool(double)>& progress)
{
    const auto goesOn = [&](double share) { return !progress || progress(share); };
    auto reader = SessionReader::open(path);
    if (!reader)
        return tl::make_unexpected(reader.error());
    if (!goesOn(0.2))
        return cancelled(path);
    RecordView record;
    record.path = path;
    auto world = describeRun(reader->head(), path);
    if (!world)
        return tl::make_unexpected(world.error());
    record.world = std::move(*world);
    if (!goesOn(0.4))
        return cancelled(path);
    auto events = reader->events();
    if (!events)
        return tl::make_unexpected(events.error());
    record.events = std::move(*events);
    if (!goesOn(0.7))
        return cancelled(path);
    auto samples = reader->samples();
    if (!samples)
        return tl::make_unexpected(samples.error());
    record.end = record.events.empty() ? kStart : record.events.back().at;
    if (reader->end())
        record.end = std::max(record.end, reader->end()->at);
    if (!samples->empty())
        record.end = std::max(record.end, samples->back().at);
    record.charts = chartsOf(*samples, record.end);
    for (const IncidentReport& report : deriveReport(record.events).incidents)
        record.incidents.push_back(viewOf(report, record.end));
    if (!goesOn(1))
        return cancelled(path);
    return record;
}

} // namespace sb
