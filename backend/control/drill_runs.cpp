// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/drill_runs.h"

#include "backend/drill/checks.h"
#include "backend/drill/shipped.h"
#include "backend/incident/report.h"

#include <algorithm>
#include <filesystem>

namespace sb {
namespace {

Result<std::vector<std::string>> pathsIn(const std::string& folder)
{
    if (folder.empty())
        return shippedDrills();
    if (folder.ends_with(".toml"))
        return std::vector<std::string> { folder };
    std::vector<std::string> paths;
    std::error_code error, unreachable; // a link that leads nowhere is no file
    std::filesystem::directory_iterator entries(folder, error);
    for (const std::filesystem::directory_iterator end; !error && entries != end; entries.increment(error))
        if (entries->path().extension() == ".toml" && entries->is_regular_file(unreachable))
            paths.push_back(entries->path().string());
    if (error)
        return fail(Errc::IoFailure,
            folder + ": cannot list this folder (" + error.message() + "); choose one that you may read");
    std::sort(paths.begin(), paths.end());
    return paths;
}

DrillEntry entryOf(const std::string& path)
{
    DrillEntry entry;
    entry.path = path;
    const auto text = readDrillFile(path, "drill file");
    if (!text) {
        entry.error = text.error().what;
        return entry;
    }
    entry.text = *text;
    const auto drill = parseDrill(*text, path);
    if (!drill) {
        entry.error = drill.error().what;
        return entry;
    }
    entry.title = drill->title;
    entry.description = drill->description;
    entry.difficulty = drill->difficulty;
    entry.seed = drill->config.seed;
    entry.until = drill->until;
    entry.steps = static_cast<int>(drill->steps.size());
    entry.checks = static_cast<int>(drill->checks.size());
    return entry;
}

} // namespace

Result<std::vector<DrillEntry>> listDrills(const std::string& folder, const DrillProgress& progress)
{
    const auto paths = pathsIn(folder);
    if (!paths)
        return tl::make_unexpected(paths.error());
    std::vector<DrillEntry> entries;
    for (const std::string& path : *paths) {
        if (progress && !progress(static_cast<double>(entries.size()) / static_cast<double>(paths->size())))
            return fail(Errc::Cancelled, "the list was cancelled");
        entries.push_back(entryOf(path));
    }
    return entries;
}

std::vector<std::string> mistakesOfDrill(const std::string& text, const std::string& fileName)
{
    const auto drill = parseDrill(text, fileName);
    std::vector<std::string> lines;
    if (drill)
        return lines;
    std::string_view rest = drill.error().what;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (end > 0)
            lines.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return lines;
}

HeadlessRequest requestOf(const Drill& drill)
{
    HeadlessRequest request;
    request.config = drill.config;
    request.until = drill.until;
    for (TimedOrder& order : ordersOf(drill))
        request.commands.push_back({ order.at, std::move(order.command), Actor::Drill });
    return request;
}

DrillOutcome outcomeOf(const Drill& drill, const HeadlessOutcome& run)
{
    DrillOutcome outcome;
    outcome.seed = drill.config.seed;
    const std::vector<CheckResult> checks = judge(drill.checks,
        { run.description, run.events, *run.finalSnapshot, run.replicasConverged, run.endedAt });
    outcome.passed = allPassed(checks);
    for (const CheckResult& check : checks)
        if (!check.passed)
            outcome.failedChecks.push_back(check.name);
    for (const IncidentReport& incident : deriveReport(run.events).incidents) {
        const WriteTotals risked = incident.totals();
        outcome.rpoOperations += risked.operations;
        outcome.rpoOrders += risked.orders;
        outcome.lost += incident.totals(WriteOutcome::Lost).operations;
        if (!incident.impact.isKnown())
            continue;
        // Users may see too little for the objective to be breached: then the close of the incident counts.
        const Moment& end = incident.restored.isKnown() ? incident.restored : incident.closed;
        const Instant to = end.isKnown() ? end.at : run.endedAt;
        outcome.rto = std::max(outcome.rto, to - incident.impact.at);
    }
    outcome.failedRequests = run.finalSnapshot->totals.failed;
    return outcome;
}

Result<DrillRepeatsView> repeatDrill(const std::string& path, std::uint64_t first, int count,
    const DrillProgress& progress, const std::function<void(const DrillRepeatsView&)>& tell)
{
    if (count < 1 || count > kDrillRepeatsMax)
        return fail(Errc::BadInput,
            "repeats: expected 1 to " + std::to_string(kDrillRepeatsMax) + ", found "
                + std::to_string(count));
    auto drill = loadDrill(path);
    if (!drill)
        return tl::make_unexpected(drill.error());
    drill->config.store = StoreKind::Memory; // what a store holds does not depend on where it is kept
    DrillRepeatsView view { drill->title, {}, drill->config.rtoObjective };
    for (int i = 0; i < count; ++i) {
        drill->config.seed = first + static_cast<std::uint64_t>(i);
        HeadlessRequest request = requestOf(*drill);
        request.progress = [&](Instant now, Instant until) {
            const double part = std::clamp(seconds(now) / seconds(until), 0.0, 1.0);
            return !progress || progress((i + part) / count);
        };
        const auto run = runHeadless(request);
        if (!run)
            return tl::make_unexpected(run.error());
        view.outcomes.push_back(outcomeOf(*drill, *run));
        if (tell)
            tell(view);
    }
    return view;
}

Result<bool> convergesFrom(const PresentState& present, const DrillProgress& progress)
{
    const auto simulation = simulateTo(present, [&](Instant now, Instant) {
        return !progress || progress(std::clamp(seconds(now) / seconds(present.at + 1s), 0.0, 1.0));
    });
    if (!simulation)
        return tl::make_unexpected(simulation.error());
    return convergesInQuiet(**simulation);
}

} // namespace sb
