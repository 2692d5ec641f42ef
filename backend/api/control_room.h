// SPDX-License-Identifier: GPL-3.0-or-later
// The one interface between the window and the engine. An object of it owns one run: its World thread, its
// recording and its stores; destroying it stops the run and closes the files.
// Thread: every method may be called from one client thread (the UI thread) and returns at once; the engine
// runs on a thread of its own.
#pragma once

#include "backend/api/check_scores.h"
#include "backend/api/command.h"
#include "backend/api/focus.h"
#include "backend/api/forecast.h"
#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "backend/api/zone_report.h"
#include "backend/base/result.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sb {

struct DrillEntry; // api/drill_view.h
struct DrillView;
struct DrillRepeatsView;
struct RecordView; // api/record_view.h

enum class ExportFormat : std::uint8_t { Csv, JsonLines, Markdown, Html, Json, ChromeTrace };
inline constexpr int kExportFormatCount = static_cast<int>(ExportFormat::ChromeTrace) + 1;
// "csv", "jsonl", "md", "html", "json", "trace.json": the ending of its file
[[nodiscard]] std::string_view toString(ExportFormat format);
[[nodiscard]] std::optional<ExportFormat> exportFormatFromText(std::string_view text);

// Work off the World and UI threads: an export, a save. Poll it from the UI clock.
struct JobStatus {
    std::uint64_t id = 0;
    std::string title; // English
    double progress = 0; // 0…1
    bool isFinished = false;
    bool isCancelled = false;
    std::optional<Error> error; // set when it failed
    std::string resultPath; // the file or folder written
};

struct Pace {
    bool isPaused = false;
    int speedPercent = 100; // 25, 100, 1000, 6000; 0 = as fast as possible
};

class ControlRoom {
public:
    virtual ~ControlRoom() = default;

    // Constant for the life of the run; valid from the start.
    [[nodiscard]] virtual const WorldDescription& description() const = 0;
    // Never null. Asks the World to publish again soon, so an unwatched run costs no snapshots.
    [[nodiscard]] virtual std::shared_ptr<const Snapshot> snapshot() = 0;
    // Events since the last call, in order, at most `max`. The queue is bounded (65 536); what did not fit is
    // counted in Snapshot::droppedEvents and still in the recording and in exports.
    [[nodiscard]] virtual std::vector<Event> drainEvents(std::size_t max) = 0;

    // Takes effect at the World's next quantum. The outcome is an event: CommandAccepted or CommandRefused
    // with object "command <id>".
    virtual CommandId submit(Command command) = 0;

    virtual void setPace(Pace pace) = 0;
    // While paused: runs one kernel event, or until now + `span` when span > 0.
    virtual void step(Duration span) = 0;
    // Which range the published ChartWindow covers.
    virtual void setChartRange(ChartRange range) = 0;
    // What the published snapshots show more closely.
    virtual void setFocus(Focus focus) = 0;

    // The incident record so far, written to `path`.
    virtual std::uint64_t startExport(ExportFormat format, std::string path) = 0;
    // The session so far as a *.signalbox document; goes on recording to where it recorded before.
    virtual std::uint64_t startSave(std::string path) = 0;
    [[nodiscard]] virtual std::vector<JobStatus> jobs() const = 0;
    virtual void cancelJob(std::uint64_t id) = 0;

    // What if this command were given now: a job that runs that many futures (1 … kForecastFuturesMax) of the
    // present, each for `horizon` (1 s … kForecastHorizonMax), beside the World, which goes on. The job fails
    // at once, before anything is simulated, when the command would be refused now. No command: what if
    // nothing is done.
    virtual std::uint64_t startForecast(std::optional<Command> command, int futures, Duration horizon) = 0;
    // Of a finished forecast among the latest few; null otherwise.
    [[nodiscard]] virtual std::shared_ptr<const ForecastView> forecast(std::uint64_t job) const = 0;

    // A job that runs the incident under every compared way of checking, in worlds of its own, with the seeds
    // 1 … `seeds` (1 … kComparisonSeedsMax); this run is not touched.
    virtual std::uint64_t startCheckComparison(CheckIncident incident, int seeds) = 0;
    // Of a finished comparison among the latest few; null otherwise.
    [[nodiscard]] virtual std::shared_ptr<const CheckComparisonView> checkComparison(
        std::uint64_t job) const = 0;

    // The zone of the operator's own that this run's customers ask, judged; null: the program's own zone.
    [[nodiscard]] virtual std::shared_ptr<const ZoneReportView> zone() const = 0;
    // A job that reads and judges a zone's file, with its health checks' unless `checksPath` is empty. Fails
    // when a file cannot be read; mistakes in it are the report's.
    virtual std::uint64_t startZoneReport(std::string zonePath, std::string checksPath) = 0;
    // Of a finished report among the latest few; null otherwise.
    [[nodiscard]] virtual std::shared_ptr<const ZoneReportView> zoneReport(std::uint64_t job) const = 0;

    // The drill that this run follows, as far as it has come; null: none.
    [[nodiscard]] virtual std::shared_ptr<const DrillView> drill() { return nullptr; }
    // A job that reads every *.toml of the folder, or the one file that is named; an empty name: the drills
    // that come with the program. drills() then lists them by name.
    virtual std::uint64_t startDrillList(std::string folder) { return (void)folder, 0; }
    [[nodiscard]] virtual std::shared_ptr<const std::vector<DrillEntry>> drills(std::uint64_t) const
    {
        return nullptr;
    }
    // What is wrong with a drill's text, one line "file:line:column: message" each; empty: nothing.
    [[nodiscard]] virtual std::vector<std::string> problemsOfDrill(
        const std::string& text, const std::string& fileName) const
    {
        return (void)text, (void)fileName, std::vector<std::string> {};
    }
    // A job that runs the drill's file with the seeds `first` … `first` + `count` - 1 (count 1 …
    // kDrillRepeatsMax), in worlds of its own.
    virtual std::uint64_t startDrillRepeats(std::string path, std::uint64_t first, int count)
    {
        return (void)path, (void)first, (void)count, 0;
    }
    // Of a finished job among the latest few, or what a cancelled one had; null otherwise.
    [[nodiscard]] virtual std::shared_ptr<const DrillRepeatsView> drillRepeats(std::uint64_t) const
    {
        return nullptr;
    }

    // A job that reads the record of another run's session file.
    virtual std::uint64_t startRecordRead(std::string path) { return (void)path, 0; }
    // Of a finished one among the latest few; null otherwise.
    [[nodiscard]] virtual std::shared_ptr<const RecordView> record(std::uint64_t) const { return nullptr; }
};

// How a window asks for a new run; the composition root supplies the function.
struct RunRequest {
    std::vector<std::string> regions = { "eu-west-1", "ap-southeast-1" };
    std::uint64_t seed = 7;
    std::string openPath; // non-empty: re-simulate this session, then go on from its end
    StoreKind store = StoreKind::Sqlite;
    int requestRateHz = 400; // world average
    std::string drillPath; // non-empty: the drill's own world, with its steps and checks; else as above
    bool isSeedOfDrill = true; // the drill's own seed, not `seed`
};
using ControlRoomFactory = std::function<Result<std::unique_ptr<ControlRoom>>(const RunRequest&)>;

} // namespace sb
