// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli.h"

#include "backend/base/text.h"
#include "backend/base/version.h"
#include "backend/net/atlas.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <unistd.h>

namespace sb {
namespace {

constexpr std::string_view kSessionSuffix = ".signalbox";

const VerbSpec& desktopSpec()
{
    static const VerbSpec kSpec { "signalbox [FILE.signalbox | DRILL.toml]", "",
        "Opens the control room; with a file, opens that session and goes on from its end, or starts that "
        "drill.",
        "FILE.signalbox", false,
        { { "--regions", "A,B,C", "region codes of a new run, such as eu-west-1,ap-southeast-1" },
            { "--seed", "N", "seed of a new run" },
            { "--theme", "NAME",
                "light, dark, contrast-light or contrast-dark instead of the system's choice" },
            { "--language", "LL",
                "en, de, ja, ar instead of the one set; pseudo shows what has too little room" },
            { "--screenshot", "OUT.png", "paint the window offscreen once, save it and exit" },
            { "--size", "WxH", "size of the screenshot, 1440x900" },
            { "--page", "PAGE",
                "shown first: overview, region, routing, replication, data, traffic, alarms, incident, "
                "drills, "
                "reports, settings" },
            { "--after", "TIME", "virtual time to run before the screenshot, 30s" },
            { "--version", "", "print the version and exit" } },
        { "Verbs (each has --help):",
            "  signalbox run DRILL.toml           run a drill headless and judge it",
            "  signalbox replay FILE.signalbox    re-run a session and compare its state hashes",
            "  signalbox export FILE.signalbox    write the incident record of a session",
            "  signalbox resolve --zone FILE      answer questions from a Route 53 zone, or judge it",
            "  signalbox plan PLAN.toml           check a recovery plan and list its steps",
            "  signalbox forecast FILE.signalbox  what if this were done now: many futures of a session",
            "  signalbox swarm --seeds A..B       run seeds full of faults against the invariants",
            "  signalbox compare-checks --seeds A..B   one incident under ten ways of checking health",
            "  signalbox maelstrom --workload W   be a node of a cluster under test", "",
            "Exit codes: 0 passed, 1 a check failed, 2 bad usage or input." } };
    return kSpec;
}

bool endsWith(std::string_view text, std::string_view suffix)
{
    return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

Result<std::vector<std::string>> parseRegions(std::string_view list)
{
    std::vector<std::string> codes;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        const std::string code(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
        const auto found = atlas().findRegion(code);
        if (!found)
            return fail(found.error().code, "--regions: " + found.error().what);
        if (std::find(codes.begin(), codes.end(), code) != codes.end())
            return fail(Errc::BadInput, "--regions: '" + code + "' is named twice");
        codes.push_back(code);
    }
    return codes;
}

Result<> parseSize(const std::string& text, DesktopRequest& request)
{
    const char* const end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, request.width);
    const bool hasWidth = width.ec == std::errc {} && width.ptr != end && *width.ptr == 'x';
    const auto height = hasWidth ? std::from_chars(width.ptr + 1, end, request.height) : width;
    const bool isGood = hasWidth && height.ec == std::errc {} && height.ptr == end && request.width >= 640
        && request.width <= 7680 && request.height >= 480 && request.height <= 4320;
    if (isGood)
        return {};
    return fail(Errc::BadInput, "--size: '" + text + "' is not a size from 640x480 to 7680x4320");
}

Result<DesktopRequest> toDesktopRequest(const Arguments& arguments)
{
    DesktopRequest request;
    request.openPath = arguments.file();
    if (arguments.has("--regions")) {
        auto regions = parseRegions(arguments.text("--regions"));
        if (!regions)
            return tl::make_unexpected(regions.error());
        request.regions = std::move(*regions);
    }
    const auto seed = arguments.number("--seed");
    const auto theme
        = arguments.choice("--theme", { "system", "light", "dark", "contrast-light", "contrast-dark" });
    const auto language = arguments.choice("--language", { "system", "en", "de", "ja", "ar", "pseudo" });
    const auto after = arguments.duration("--after");
    if (!language)
        return tl::make_unexpected(language.error());
    if (!seed)
        return tl::make_unexpected(seed.error());
    const auto page = arguments.choice("--page",
        { "overview", "region", "routing", "replication", "data", "traffic", "alarms", "incident", "drills",
            "reports", "settings" });
    if (!theme)
        return tl::make_unexpected(theme.error());
    if (!page)
        return tl::make_unexpected(page.error());
    if (!after)
        return tl::make_unexpected(after.error());
    request.seed = *seed;
    request.theme = arguments.text("--theme");
    request.language = arguments.text("--language");
    request.page = arguments.text("--page");
    request.screenshotPath = arguments.text("--screenshot");
    request.after = after->value_or(request.after);
    if (arguments.has("--size")) {
        if (const auto size = parseSize(arguments.text("--size"), request); !size)
            return tl::make_unexpected(size.error());
    }
    if (request.screenshotPath.empty() && (arguments.has("--size") || arguments.has("--after")))
        return fail(Errc::BadInput, "--size and --after go with --screenshot");
    if (request.isDrill() && !request.regions.empty())
        return fail(Errc::BadInput, "--regions is for a new run; a drill names its own");
    if (!request.openPath.empty() && !request.isDrill() && (request.seed || !request.regions.empty()))
        return fail(Errc::BadInput, "--seed and --regions are for a new run; a session file has its own");
    return request;
}

CommandLine openDesktop(const std::vector<std::string>& words)
{
    const auto arguments = Arguments::parse(desktopSpec(), words);
    if (!arguments)
        return { refuseUsage(desktopSpec(), arguments.error().what), {} };
    if (arguments->wantsHelp()) {
        std::fputs(helpText(desktopSpec()).c_str(), stdout);
        return { kExitPassed, {} };
    }
    if (arguments->has("--version")) {
        std::printf("signalbox %s\n", programVersion());
        return { kExitPassed, {} };
    }
    auto request = toDesktopRequest(*arguments);
    if (!request)
        return { refuseUsage(desktopSpec(), request.error().what), {} };
    if (!request->openPath.empty() && !request->isDrill() && ::access(request->openPath.c_str(), R_OK) != 0)
        return { refuseInput("", { Errc::UnknownName, request->openPath + ": this session cannot be read" }),
            {} };
    return { std::nullopt, std::move(*request) };
}

bool g_progressShown = false; // of this process's one standard error

} // namespace

CommandLine runCommandLine(const std::vector<std::string>& words)
{
    static const std::vector<std::string> kVerbs { "run", "replay", "export", "resolve", "plan", "forecast",
        "swarm", "compare-checks", "maelstrom" };
    if (words.empty() || words[0].empty() || words[0][0] == '-')
        return openDesktop(words);
    const std::vector<std::string> rest(words.begin() + 1, words.end());
    const std::string& first = words[0];
    if (first == "run")
        return { runDrill(rest), {} };
    if (first == "replay")
        return { runReplay(rest), {} };
    if (first == "export")
        return { runExport(rest), {} };
    if (first == "resolve")
        return { runResolve(rest), {} };
    if (first == "plan")
        return { runPlan(rest), {} };
    if (first == "forecast")
        return { runForecastVerb(rest), {} };
    if (first == "swarm")
        return { runSwarm(rest), {} };
    if (first == "compare-checks")
        return { runCompareChecks(rest), {} };
    if (first == "maelstrom")
        return { runMaelstrom(rest), {} };
    if (endsWith(first, kSessionSuffix) || endsWith(first, ".toml") || ::access(first.c_str(), F_OK) == 0)
        return openDesktop(words);
    const std::string near = nearestName(first, kVerbs);
    return { refuseUsage(desktopSpec(),
                 "'" + first + "' is neither a verb nor a session file; "
                     + (near.empty() ? "verbs: " + joined(kVerbs, ", ") : "did you mean '" + near + "'?")),
        {} };
}

int refuseUsage(const VerbSpec& spec, const std::string& reason)
{
    const std::string name = spec.verb.empty() ? "signalbox" : "signalbox " + spec.verb;
    std::fprintf(stderr, "%s: %s\nTry: %s --help\n", name.c_str(), reason.c_str(), name.c_str());
    return kExitBadInput;
}

int refuseInput(const std::string& verb, const Error& error)
{
    endTerminalProgress();
    const std::string name = verb.empty() ? "signalbox" : "signalbox " + verb;
    std::fprintf(stderr, "%s\n%s: %s\n", error.what.c_str(), name.c_str(), toString(error.code));
    return kExitBadInput;
}

ProgressFunction terminalProgress(const std::string& title)
{
    if (::isatty(STDERR_FILENO) == 0)
        return {};
    using Clock = std::chrono::steady_clock;
    return [title, next = Clock::time_point {}](Instant now, Instant until) mutable {
        const Clock::time_point wall = Clock::now();
        if (wall < next)
            return true;
        next = wall + std::chrono::milliseconds { 100 };
        const std::int64_t whole = std::max<std::int64_t>(micros(until), 1);
        std::fprintf(stderr, "\r\033[K%s: %s of %s, %d %%", title.c_str(), durationText(now - kStart).c_str(),
            durationText(until - kStart).c_str(), static_cast<int>(micros(now) * 100 / whole));
        std::fflush(stderr);
        g_progressShown = true;
        return true;
    };
}

void endTerminalProgress()
{
    if (g_progressShown)
        std::fputs("\r\033[K", stderr);
    g_progressShown = false;
}

} // namespace sb
