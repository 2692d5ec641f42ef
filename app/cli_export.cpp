// SPDX-License-Identifier: GPL-3.0-or-later
// signalbox export: the incident record of a session file, from its event log.
#include "app/cli.h"
#include "backend/api/control_room.h"
#include "backend/base/text.h"
#include "backend/base/version.h"
#include "backend/incident/exporters.h"
#include "backend/net/atlas.h"
#include "backend/session/session_file.h"

#include <cstdio>
#include <filesystem>

namespace sb {
namespace {

const VerbSpec& exportSpec()
{
    static const VerbSpec kSpec { "signalbox export FILE.signalbox", "export",
        "Writes the incident record of a recorded session.", "FILE.signalbox", true,
        { { "--format", "csv|jsonl|md|html|json|trace.json", "what to write; needed" },
            { "--out", "FILE", "where to write it; needed" } },
        { "The file appears under its name only once it is complete." } };
    return kSpec;
}

std::string formatNames()
{
    std::vector<std::string> names;
    for (int i = 0; i < kExportFormatCount; ++i)
        names.emplace_back(toString(static_cast<ExportFormat>(i)));
    return joined(names, ", ");
}

// What the exports say about the places; the event log itself only has indices.
Result<WorldDescription> describeWorld(const RunConfig& config, const std::string& recordingPath)
{
    WorldDescription world;
    world.title = config.title;
    world.seed = config.seed;
    world.start = config.start;
    world.store = config.store;
    world.recordingPath = recordingPath;
    for (const std::string& code : config.regions) {
        const auto index = atlas().findRegion(code);
        if (!index)
            return fail(Errc::UnknownName, recordingPath + ": " + index.error().what);
        const AtlasRegion& region = atlas().regions[*index];
        world.regions.push_back(
            { RegionId { static_cast<std::uint8_t>(world.regions.size()) }, region.code, region.name,
                region.city, region.letter, region.place.latitudeE4 / 1e4, region.place.longitudeE4 / 1e4 });
    }
    return world;
}

ExportProgress exportProgress()
{
    const ProgressFunction progress = terminalProgress("Exporting");
    if (!progress)
        return {};
    // The share stands for the time of the run: a permille is a millisecond.
    return [progress](
               double share) { return progress(kStart + 1ms * static_cast<int>(share * 1000), kStart + 1s); };
}

Result<std::size_t> exportSession(const std::string& path, ExportFormat format, const std::string& out)
{
    Result<SessionReader> session = SessionReader::open(path);
    if (!session)
        return tl::make_unexpected(session.error());
    const Result<RunConfig> config = runConfigFromJson(session->head().configJson);
    if (!config)
        return fail(Errc::Corrupt, path + ": its configuration is not valid: " + config.error().what);
    const Result<WorldDescription> world = describeWorld(*config, path);
    if (!world)
        return tl::make_unexpected(world.error());
    const Result<std::vector<Event>> events = session->events();
    if (!events)
        return tl::make_unexpected(events.error());
    const RecordSource source { *world, *config, *events, session->head().engineVersion };
    if (const auto written = exportToFile(format, out, source, exportProgress()); !written)
        return tl::make_unexpected(written.error());
    return events->size();
}

} // namespace

int runExport(const std::vector<std::string>& words)
{
    const auto arguments = Arguments::parse(exportSpec(), words);
    if (!arguments)
        return refuseUsage(exportSpec(), arguments.error().what);
    if (arguments->wantsHelp()) {
        std::fputs(helpText(exportSpec()).c_str(), stdout);
        return kExitPassed;
    }
    for (const char* needed : { "--format", "--out" }) {
        if (!arguments->has(needed))
            return refuseUsage(exportSpec(), std::string("option '") + needed + "' is needed");
    }
    const std::optional<ExportFormat> format = exportFormatFromText(arguments->text("--format"));
    if (!format)
        return refuseUsage(exportSpec(),
            "--format: '" + arguments->text("--format") + "' is not known; use one of: " + formatNames());
    const std::string out = arguments->text("--out");
    std::error_code ignored;
    if (std::filesystem::equivalent(arguments->file(), out, ignored))
        return refuseUsage(exportSpec(), "--out: '" + out + "' is the session itself; name another file");
    const Result<std::size_t> count = exportSession(arguments->file(), *format, out);
    endTerminalProgress();
    if (!count)
        return refuseInput("export", count.error());
    std::printf("%s: %zu events\n", out.c_str(), *count);
    return kExitPassed;
}

} // namespace sb
