// SPDX-License-Identifier: GPL-3.0-or-later
// signalbox forecast: many futures of one moment of a session, under a command.
#include "app/cli.h"
#include "backend/api/command_text.h"
#include "backend/base/json_writer.h"
#include "backend/base/text.h"
#include "backend/control/forecast.h"

#include <cstdio>

namespace sb {
namespace {

const VerbSpec& forecastSpec()
{
    static const VerbSpec kSpec { "signalbox forecast FILE.signalbox --do COMMAND", "forecast",
        "Runs many futures of a moment of the session under a command, and says how they differ.",
        "FILE.signalbox", true,
        { { "--do", "COMMAND",
              "what is done at that moment; several are separated by '; '; without: nothing" },
            { "--at", "TIME", "the moment, virtual time since the start: the session's end" },
            { "--futures", "N", "how many futures, 1 to 1000: 32" },
            { "--horizon", "TIME", "how far each one runs, 1s to 2h: 10m" },
            { "--seed", "N", "other seeds give other futures: 1" },
            { "--jobs", "N", "futures run at the same time; the result does not depend on it" },
            { "--json", "", "print the result as one JSON object" } },
        { "For example: --do \"fail region-destroyed eu-west-1 for 15m\"",
            "Each figure is given as it was in 5, 50 and 95 of 100 futures.",
            "Exit code: 0 forecast, 2 bad usage or input, or the command would be refused." } };
    return kSpec;
}

Result<std::vector<Command>> parseCommands(std::string_view text)
{
    std::vector<Command> commands;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find("; "), text.size());
        auto command = parseCommand(text.substr(0, end));
        if (!command)
            return fail(command.error().code, "--do: " + command.error().what);
        commands.push_back(std::move(*command));
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    return commands;
}

// Everything but the present.
Result<ForecastRequest> toRequest(const Arguments& arguments)
{
    ForecastRequest request;
    auto commands = parseCommands(arguments.text("--do"));
    if (!commands)
        return tl::make_unexpected(commands.error());
    request.commands = std::move(*commands);
    const auto horizon = arguments.duration("--horizon");
    if (!horizon)
        return tl::make_unexpected(horizon.error());
    request.horizon = horizon->value_or(request.horizon);
    const auto number = [&](const char* option, int fallback, std::uint64_t most) -> Result<int> {
        const auto given = arguments.number(option);
        if (!given)
            return tl::make_unexpected(given.error());
        if (*given && (**given < 1 || **given > most))
            return fail(Errc::BadInput, std::string(option) + ": expected 1 to " + std::to_string(most));
        return *given ? static_cast<int>(**given) : fallback;
    };
    const auto futures = number("--futures", request.futures, kForecastFuturesMax);
    const auto workers = number("--jobs", forecastWorkers(), 64);
    const auto seed = arguments.number("--seed");
    if (!futures)
        return tl::make_unexpected(futures.error());
    if (!workers)
        return tl::make_unexpected(workers.error());
    if (!seed)
        return tl::make_unexpected(seed.error());
    request.futures = *futures;
    request.workers = *workers;
    request.seed = seed->value_or(request.seed);
    return request;
}

struct Row {
    const char* key; // of JSON
    const char* title;
    const Spread& spread;
    enum { Count, Seconds, Money, Percent } unit;
};

std::vector<Row> rowsOf(const ForecastView& view)
{
    return { { "rto", "RTO, where interrupted", view.rtoMicros, Row::Seconds },
        { "detectedAfter", "first alarm after", view.detectedAfterMicros, Row::Seconds },
        { "failedRequests", "failed requests", view.failedRequests, Row::Count },
        { "refusedRequests", "refused as too busy", view.refusedRequests, Row::Count },
        { "writesAtRisk", "RPO, writes cut off", view.writesAtRisk, Row::Count },
        { "moneyAtRisk", "RPO, their money", view.moneyAtRiskCents, Row::Money },
        { "oldestAtRisk", "RPO, oldest of them", view.oldestAtRiskMicros, Row::Seconds },
        { "writesLost", "of them lost for good", view.writesLost, Row::Count },
        { "oversoldUnits", "units oversold", view.oversoldUnits, Row::Count },
        { "peakLoad", "fullest region", view.peakLoadPerMille, Row::Percent } };
}

std::string cell(std::int64_t value, const Row& row)
{
    switch (row.unit) {
    case Row::Seconds:
        return durationText(Duration { value });
    case Row::Money:
        return moneyText({ value });
    case Row::Percent:
        return std::to_string((value + 5) / 10) + " %";
    case Row::Count:
        break;
    }
    return groupedText(value);
}

void printText(const ForecastView& view)
{
    const auto count = static_cast<int>(view.futures.size());
    std::printf("%d futures from +%s on, each %s long: %s\n\n", count,
        durationText(view.from - kStart).c_str(), durationText(view.horizon).c_str(),
        view.command.empty() ? "nothing is done" : view.command.c_str());
    std::printf("customers are interrupted in %d of %d; service is restored by the end in %d of these\n",
        view.interrupted, count, view.restored);
    std::printf("an alarm is raised in %d; a region is asked for more than it can do in %d\n\n",
        view.detected, view.capacityExceeded);
    std::printf("%-24s %16s %16s %16s %16s\n", "", "5 %", "half", "95 %", "worst");
    for (const Row& row : rowsOf(view))
        std::printf("%-24s %16s %16s %16s %16s\n", row.title, cell(row.spread.p5, row).c_str(),
            cell(row.spread.p50, row).c_str(), cell(row.spread.p95, row).c_str(),
            cell(row.spread.most, row).c_str());
}

void printJson(const ForecastView& view)
{
    JsonWriter json;
    json.beginObject().key("command").value(view.command).key("at").value(seconds(view.from), 6);
    json.key("horizonSeconds").value(static_cast<double>(view.horizon.count()) / 1e6, 3);
    json.key("futures").value(static_cast<std::uint64_t>(view.futures.size()));
    json.key("presentHash").value(hex64(view.presentHash));
    json.key("interrupted").value(view.interrupted).key("restored").value(view.restored);
    json.key("detected").value(view.detected).key("capacityExceeded").value(view.capacityExceeded);
    for (const Row& row : rowsOf(view)) {
        const auto number = [&](const char* key, std::int64_t value) {
            json.key(key);
            if (row.unit == Row::Seconds)
                json.value(static_cast<double>(value) / 1e6, 6);
            else if (row.unit == Row::Count)
                json.value(value);
            else
                json.value(static_cast<double>(value) / (row.unit == Row::Money ? 100 : 1'000), 3);
        };
        json.key(row.key).beginObject();
        number("least", row.spread.least);
        number("p5", row.spread.p5);
        number("p50", row.spread.p50);
        number("p95", row.spread.p95);
        number("most", row.spread.most);
        json.endObject();
    }
    json.key("stateHashes").beginArray();
    for (const FutureView& future : view.futures)
        json.value(hex64(future.stateHash));
    json.endArray().endObject();
    std::printf("%s\n", json.take().c_str());
}

} // namespace

int runForecastVerb(const std::vector<std::string>& words)
{
    const auto arguments = Arguments::parse(forecastSpec(), words);
    if (!arguments)
        return refuseUsage(forecastSpec(), arguments.error().what);
    if (arguments->wantsHelp()) {
        std::fputs(helpText(forecastSpec()).c_str(), stdout);
        return kExitPassed;
    }
    auto request = toRequest(*arguments);
    const auto at = arguments->duration("--at");
    if (!request || !at)
        return refuseUsage(forecastSpec(), (request ? at.error() : request.error()).what);
    const auto session = loadSession(arguments->file());
    if (!session)
        return refuseInput("forecast", session.error());
    auto present = presentOf(*session, *at ? std::optional<Instant>(kStart + **at) : std::nullopt);
    if (!present)
        return refuseInput("forecast", present.error());
    request->present = std::move(*present);
    std::string effects;
    request->tellEffect = [&](const std::string& effect) { effects += "By the rules: " + effect + "\n"; };
    const ProgressFunction bar = terminalProgress("Forecasting");
    const Duration whole = request->futures * (request->present.at - kStart + request->horizon);
    const auto view = runForecast(*request, [&](double share) {
        const auto done = static_cast<std::int64_t>(share * static_cast<double>(whole.count()));
        return !bar || bar(atMicros(done), kStart + whole);
    });
    endTerminalProgress();
    if (!view)
        return refuseInput("forecast", view.error());
    if (arguments->has("--json"))
        printJson(*view);
    else
        printText(*view);
    std::fputs(effects.c_str(), arguments->has("--json") ? stderr : stdout);
    return kExitPassed;
}

} // namespace sb
