// SPDX-License-Identifier: GPL-3.0-or-later
// signalbox run: a drill, headless and at full speed, judged by its checks.
#include "app/cli.h"
#include "app/report_folder.h"
#include "app/verdict.h"
#include "backend/base/text.h"
#include "backend/base/version.h"
#include "backend/incident/exporters.h"

#include <algorithm>
#include <cstdio>

namespace sb {
namespace {

const VerbSpec& runSpec()
{
    static const VerbSpec kSpec { "signalbox run DRILL.toml", "run",
        "Runs a drill headless at full speed and judges it by its checks.", "DRILL.toml", true,
        { { "--seed", "N", "instead of the drill's seed" },
            { "--until", "TIME", "instead of the drill's end, such as 30m" },
            { "--record", "OUT.signalbox", "record the session, to replay or open it" },
            { "--report", "DIR", "write the record in every format, conflicts.jsonl and verdict.json there" },
            { "--store", "memory|sqlite", "instead of the drill's store" },
            { "--data", "DIR", "folder for the SQLite stores of the regions" },
            { "--json", "", "print the verdict as one JSON object" } },
        { "Exit code: 0 every check passed, 1 a check failed, 2 bad usage or input." } };
    return kSpec;
}

struct RunOptions {
    std::string drillPath;
    std::optional<std::uint64_t> seed;
    std::optional<Duration> until;
    std::optional<StoreKind> store;
    std::string recordPath;
    std::string reportFolder;
    std::string dataFolder;
    bool wantsJson = false;
};

Result<RunOptions> readOptions(const Arguments& arguments)
{
    const auto seed = arguments.number("--seed");
    const auto until = arguments.duration("--until");
    const auto store = arguments.choice("--store", { "memory", "sqlite" });
    if (!seed)
        return tl::make_unexpected(seed.error());
    if (!until)
        return tl::make_unexpected(until.error());
    if (!store)
        return tl::make_unexpected(store.error());
    RunOptions options;
    options.drillPath = arguments.file();
    options.seed = *seed;
    options.until = *until;
    if (*store)
        options.store = **store == 0 ? StoreKind::Memory : StoreKind::Sqlite;
    options.recordPath = arguments.text("--record");
    options.reportFolder = arguments.text("--report");
    options.dataFolder = arguments.text("--data");
    options.wantsJson = arguments.has("--json");
    return options;
}

void apply(const RunOptions& options, Drill& drill)
{
    drill.config.seed = options.seed.value_or(drill.config.seed);
    drill.config.store = options.store.value_or(drill.config.store);
    if (!options.until)
        return;
    drill.until = kStart + *options.until;
    const auto isLate = [&](const DrillStep& step) { return step.at > drill.until; };
    drill.steps.erase(std::remove_if(drill.steps.begin(), drill.steps.end(), isLate), drill.steps.end());
}

HeadlessRequest toRequest(const RunOptions& options, const Drill& drill)
{
    HeadlessRequest request;
    request.config = drill.config;
    request.until = drill.until;
    request.recordPath = options.recordPath;
    request.dataFolder = options.dataFolder;
    request.progress = terminalProgress(drill.title);
    for (TimedOrder& order : ordersOf(drill))
        request.commands.push_back({ order.at, std::move(order.command), Actor::Drill });
    return request;
}

Result<> writeReport(ReportFolder& folder, const Verdict& verdict, const HeadlessOutcome& outcome)
{
    std::vector<Event> events = outcome.events;
    const DrillRun run { outcome.description, outcome.events, *outcome.finalSnapshot,
        outcome.replicasConverged, outcome.endedAt };
    for (Event& event : toEvents(verdict.checks, run))
        events.push_back(std::move(event));
    const RecordSource source { outcome.description, verdict.config, events, programVersion() };
    for (int i = 0; i < kExportFormatCount; ++i) {
        const auto format = static_cast<ExportFormat>(i);
        const std::string name = "incident." + std::string(toString(format));
        if (const auto written = exportToFile(format, folder.stage(name), source); !written)
            return written;
    }
    if (const auto written = folder.stageText("conflicts.jsonl", outcome.conflicts); !written)
        return written;
    if (const auto written = folder.stageText("verdict.json", toJson(verdict) + "\n"); !written)
        return written;
    return folder.publish();
}

// Options that shape the run, so that the printed line repeats it exactly.
std::string repeatLine(const RunOptions& options, const Drill& drill)
{
    std::string line
        = "signalbox run " + shellWord(options.drillPath) + " --seed " + std::to_string(drill.config.seed);
    if (options.until)
        line += " --until " + std::to_string(options.until->count()) + "us";
    if (options.store)
        line += " --store " + std::string(toString(*options.store));
    return line;
}

void printVerdict(const RunOptions& options, const Drill& drill, const Verdict& verdict)
{
    if (options.wantsJson) {
        std::printf("%s\n", toJson(verdict).c_str());
        return;
    }
    std::fputs(toText(verdict).c_str(), stdout);
    if (!options.reportFolder.empty())
        std::printf("  report  %s: incident.md, .html, .csv, .json, .jsonl and .trace.json, conflicts.jsonl, "
                    "verdict.json\n",
            options.reportFolder.c_str());
    std::printf("  again   %s\n", repeatLine(options, drill).c_str());
    if (!options.recordPath.empty())
        std::printf("  replay  signalbox replay %s --verify\n", shellWord(options.recordPath).c_str());
}

int run(const RunOptions& options)
{
    Result<Drill> drill = loadDrill(options.drillPath);
    if (!drill)
        return refuseInput("run", drill.error());
    apply(options, *drill);
    if (!options.dataFolder.empty() && drill->config.store != StoreKind::Sqlite)
        return refuseUsage(runSpec(), "--data goes with --store sqlite; this drill's store is in memory");
    // Before the run: an hour of simulation must not end in "cannot write".
    std::optional<ReportFolder> folder;
    if (!options.reportFolder.empty()) {
        Result<ReportFolder> prepared = ReportFolder::prepare(options.reportFolder);
        if (!prepared)
            return refuseInput("run", prepared.error());
        folder.emplace(std::move(*prepared));
    }
    const Result<HeadlessOutcome> outcome = runHeadless(toRequest(options, *drill));
    endTerminalProgress();
    if (!outcome)
        return refuseInput("run", { outcome.error().code, options.drillPath + ": " + outcome.error().what });
    const Verdict verdict = makeVerdict(*drill, *outcome);
    if (folder) {
        if (const auto written = writeReport(*folder, verdict, *outcome); !written)
            return refuseInput("run", written.error());
    }
    printVerdict(options, *drill, verdict);
    return verdict.passed ? kExitPassed : kExitCheckFailed;
}

} // namespace

int runDrill(const std::vector<std::string>& words)
{
    const auto arguments = Arguments::parse(runSpec(), words);
    if (!arguments)
        return refuseUsage(runSpec(), arguments.error().what);
    if (arguments->wantsHelp()) {
        std::fputs(helpText(runSpec()).c_str(), stdout);
        return kExitPassed;
    }
    const auto options = readOptions(*arguments);
    return options ? run(*options) : refuseUsage(runSpec(), options.error().what);
}

} // namespace sb
