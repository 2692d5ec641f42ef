// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/control_room_impl.h"

#include "backend/api/command_text.h"
#include "backend/base/version.h"
#include "backend/control/check_comparison.h"
#include "backend/control/drill_runs.h"
#include "backend/control/forecast.h"
#include "backend/control/jobs.h"
#include "backend/control/record_reader.h"
#include "backend/control/world_thread.h"
#include "backend/control/zone_report.h"
#include "backend/incident/exporters.h"

#include <filesystem>

namespace sb {
namespace {

// "a/b.signalbox" -> "a/b.stores"
std::string storesFolder(const std::string& recordPath)
{
    return std::filesystem::path(recordPath).replace_extension(".stores").string();
}

Result<> prepareFolder(const std::string& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return fail(Errc::IoFailure,
            folder + ": cannot make the folder for the regions' stores (" + error.message() + ")");
    return {};
}

class ControlRoomImpl final : public ControlRoom {
public:
    ControlRoomImpl(WorldDescription description, RunConfig config, std::unique_ptr<WorldThread> world)
        : m_description(std::move(description))
        , m_config(std::move(config))
        , m_zone(m_config.zoneJson.empty() ? nullptr
                                           : std::make_shared<const ZoneReportView>(judgeZoneOf(m_config)))
        , m_world(std::move(world))
    {
        m_world->onDrillEnd([this](PresentState present) { judgeQuiet(std::move(present)); });
    }
    // Jobs read the recording: it is closed properly only when none holds it open any more.
    ~ControlRoomImpl() override { m_jobs.close(); }

    const WorldDescription& description() const override { return m_description; }
    std::shared_ptr<const Snapshot> snapshot() override { return m_world->snapshot(); }
    std::vector<Event> drainEvents(std::size_t max) override { return m_world->drainEvents(max); }
    CommandId submit(Command command) override { return m_world->submit(std::move(command)); }
    void setPace(Pace pace) override { m_world->setPace(pace); }
    void step(Duration span) override { m_world->step(span); }
    void setChartRange(ChartRange range) override { m_world->setChartRange(range); }
    void setFocus(Focus focus) override { m_world->setFocus(std::move(focus)); }
    std::vector<JobStatus> jobs() const override { return m_jobs.list(); }
    void cancelJob(std::uint64_t id) override { m_jobs.cancel(id); }

    std::uint64_t startExport(ExportFormat format, std::string path) override
    {
        const std::uint64_t id = m_jobs.add("Export " + std::string(toString(format)), path);
        m_world->atRest([this, id, format, path](Result<> ready) {
            if (!ready) {
                m_jobs.failed(id, ready.error());
                return;
            }
            m_jobs.start(id,
                [this, format, path, events = m_world->unrecordedEvents(), verdict = m_world->drillVerdict()](
                    const Jobs::Progress& progress) mutable {
                    return exportRecord(format, path, std::move(events), verdict, progress);
                });
        });
        return id;
    }

    std::uint64_t startSave(std::string path) override
    {
        const std::uint64_t id = m_jobs.add("Save session", path);
        if (m_description.recordingPath.empty()) {
            m_jobs.failed(
                id, { Errc::Refused, "this run is not recorded; start it with a recording to save it" });
            return id;
        }
        m_world->atRest([this, id, path](Result<> ready) {
            if (!ready) {
                m_jobs.failed(id, ready.error());
                return;
            }
            m_jobs.start(id, [this, path](const Jobs::Progress& progress) {
                return copySession(m_description.recordingPath, path, progress);
            });
        });
        return id;
    }

    std::uint64_t startForecast(std::optional<Command> command, int futures, Duration horizon) override
    {
        const std::string what = command ? formatCommand(*command) : "nothing is done";
        const std::uint64_t id = m_jobs.add("Forecast: " + what, {});
        ForecastRequest request {
            .commands = {}, .futures = futures, .horizon = horizon, .workers = forecastWorkers()
        };
        if (command)
            request.commands.push_back(std::move(*command));
        m_world->atRest([this, id, request = std::move(request)](Result<> ready) mutable {
            request.present = m_world->present();
            if (ready)
                ready = checkForecast(request);
            if (ready && !request.commands.empty())
                ready = m_world->check(request.commands.front());
            if (!ready) {
                m_jobs.failed(id, ready.error());
                return;
            }
            m_jobs.start(id, [this, id, request = std::move(request)](const Jobs::Progress& progress) {
                return kept(id, runForecast(request, progress));
            });
        });
        return id;
    }
    std::shared_ptr<const ForecastView> forecast(std::uint64_t job) const override
    {
        return m_jobs.result<ForecastView>(job);
    }

    std::uint64_t startCheckComparison(CheckIncident incident, int seeds) override
    {
        const std::uint64_t id = m_jobs.add("Compare health checks: " + std::string(toString(incident)), {});
        m_jobs.start(id, [this, id, incident, seeds](const Jobs::Progress& progress) {
            return kept(id, compareChecks(incident, seeds, progress));
        });
        return id;
    }
    std::shared_ptr<const CheckComparisonView> checkComparison(std::uint64_t job) const override
    {
        return m_jobs.result<CheckComparisonView>(job);
    }

    std::shared_ptr<const ZoneReportView> zone() const override { return m_zone; }
    std::uint64_t startZoneReport(std::string zonePath, std::string checksPath) override
    {
        const std::uint64_t id = m_jobs.add("Check the zone file " + zonePath, {});
        m_jobs.start(id, [this, id, zonePath, checksPath](const Jobs::Progress&) {
            return kept(id, judgeZoneFile(zonePath, checksPath));
        });
        return id;
    }
    std::shared_ptr<const ZoneReportView> zoneReport(std::uint64_t job) const override
    {
        return m_jobs.result<ZoneReportView>(job);
    }

    std::shared_ptr<const DrillView> drill() override { return m_world->drill(); }
    std::uint64_t startDrillList(std::string folder) override
    {
        const std::uint64_t id = m_jobs.add("List drills", {});
        m_jobs.start(id, [this, id, folder = std::move(folder)](const Jobs::Progress& progress) {
            return kept(id, listDrills(folder, progress));
        });
        return id;
    }
    std::shared_ptr<const std::vector<DrillEntry>> drills(std::uint64_t job) const override
    {
        return m_jobs.result<std::vector<DrillEntry>>(job);
    }
    std::vector<std::string> problemsOfDrill(
        const std::string& text, const std::string& fileName) const override
    {
        return mistakesOfDrill(text, fileName);
    }
    std::uint64_t startDrillRepeats(std::string path, std::uint64_t first, int count) override
    {
        const std::uint64_t id = m_jobs.add("Repeat " + path, {});
        m_jobs.start(id, [this, id, path = std::move(path), first, count](const Jobs::Progress& progress) {
            return kept(id,
                repeatDrill(path, first, count, progress,
                    [this, id](const DrillRepeatsView& soFar) { m_jobs.keep(id, soFar); }));
        });
        return id;
    }
    std::shared_ptr<const DrillRepeatsView> drillRepeats(std::uint64_t job) const override
    {
        return m_jobs.result<DrillRepeatsView>(job);
    }

    std::uint64_t startRecordRead(std::string path) override
    {
        const std::uint64_t id = m_jobs.add("Read the record " + path, {});
        m_jobs.start(id, [this, id, path](const Jobs::Progress& progress) {
            return kept(id, readRecord(path, progress));
        });
        return id;
    }
    std::shared_ptr<const RecordView> record(std::uint64_t job) const override
    {
        return m_jobs.result<RecordView>(job);
    }

private:
    // On the World thread, at the drill's end.
    void judgeQuiet(PresentState present)
    {
        const std::uint64_t id = m_jobs.add("Judge the drill: are the replicas equal?", {});
        m_jobs.start(id, [this, present = std::move(present)](const Jobs::Progress& progress) -> Result<> {
            Result<bool> converged = convergesFrom(present, progress);
            m_world->setQuiet(converged);
            return converged ? Result<> {} : tl::make_unexpected(converged.error());
        });
    }

    // On a job's thread.
    template<typename View> Result<> kept(std::uint64_t id, Result<View> view)
    {
        if (!view)
            return tl::make_unexpected(view.error());
        m_jobs.keep(id, std::move(*view));
        return {};
    }

    // On a job's thread: touches constants and the file alone.
    Result<> exportRecord(ExportFormat format, const std::string& path, std::vector<Event> events,
        const std::optional<DrillVerdict>& verdict, const Jobs::Progress& progress) const
    {
        if (!m_description.recordingPath.empty()) {
            auto reader = SessionReader::open(m_description.recordingPath);
            if (!reader)
                return tl::make_unexpected(reader.error());
            auto recorded = reader->events();
            if (!recorded)
                return tl::make_unexpected(recorded.error());
            events = std::move(*recorded);
        }
        if (verdict)
            for (Event& event : verdictEvents(*verdict, m_description, events))
                events.push_back(std::move(event));
        return exportToFile(format, path, { m_description, m_config, events, programVersion() }, progress);
    }

    const WorldDescription m_description;
    const RunConfig m_config;
    const std::shared_ptr<const ZoneReportView> m_zone; // may be null
    Jobs m_jobs; // before m_world: the World may still start a job while it ends
    std::unique_ptr<WorldThread> m_world;
};

} // namespace

Result<std::unique_ptr<ControlRoom>> makeControlRoom(const RunRequest& request, const std::string& recordPath)
{
    if (!request.openPath.empty() && !request.drillPath.empty())
        return fail(Errc::BadInput, "a run is either opened from a session or begun by a drill, not both");
    RunConfig config;
    config.regions = request.regions;
    config.seed = request.seed;
    config.store = request.store;
    config.requestRateHz = request.requestRateHz;
    std::optional<Drill> drill;
    if (!request.drillPath.empty()) {
        auto loaded = loadDrill(request.drillPath);
        if (!loaded)
            return tl::make_unexpected(loaded.error());
        drill = std::move(*loaded);
        if (!request.isSeedOfDrill)
            drill->config.seed = request.seed;
        config = drill->config;
    }
    std::unique_ptr<LoadedSession> session;
    if (!request.openPath.empty()) {
        auto loaded = loadSession(request.openPath);
        if (!loaded)
            return tl::make_unexpected(loaded.error());
        session = std::make_unique<LoadedSession>(std::move(*loaded));
        config = session->config;
    }
    SimulationOptions options;
    if (!recordPath.empty() && config.store == StoreKind::Sqlite) {
        options.dataFolder = storesFolder(recordPath);
        if (const auto made = prepareFolder(options.dataFolder); !made)
            return tl::make_unexpected(made.error());
    }
    auto simulation = Simulation::create(config, options);
    if (!simulation)
        return tl::make_unexpected(simulation.error());
    std::unique_ptr<Recorder> recorder;
    if (!recordPath.empty()) {
        auto made = Recorder::create(recordPath, **simulation);
        if (!made)
            return tl::make_unexpected(made.error());
        recorder = std::move(*made);
    }
    WorldDescription description = (*simulation)->description();
    description.recordingPath = recordPath;
    auto watch
        = drill ? std::make_unique<DrillWatch>(std::move(*drill), request.drillPath, description) : nullptr;
    auto world = std::make_unique<WorldThread>(
        std::move(*simulation), std::move(recorder), std::move(session), std::move(watch));
    return std::make_unique<ControlRoomImpl>(std::move(description), std::move(config), std::move(world));
}

} // namespace sb
