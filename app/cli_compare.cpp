// SPDX-License-Identifier: GPL-3.0-or-later
// signalbox compare-checks: one incident under ten ways of checking health, for the same seeds.
#include "app/cli.h"
#include "backend/control/check_comparison.h"

#include <charconv>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace sb {
namespace {

constexpr std::uint64_t kSeedsMax = 10'000;
constexpr int kExitInterrupted = 130; // as shells say: 128 + SIGINT

volatile std::sig_atomic_t g_isInterrupted = 0;

std::vector<std::string> incidentNames()
{
    std::vector<std::string> names;
    for (int i = 0; i < kCheckIncidentCount; ++i)
        names.emplace_back(toString(static_cast<CheckIncident>(i)));
    return names;
}

const VerbSpec& compareSpec()
{
    static const VerbSpec kSpec { "signalbox compare-checks --seeds A..B", "compare-checks",
        "Runs one incident under ten ways of checking health and prints what came of it.", "", false,
        { { "--seeds", "A..B", "the seeds, both included; or one number" },
            { "--incident", "NAME",
                "outage (default), gray-failure, intermittent-loss, health-path-broken, checkers-cut" },
            { "--json", "", "print the result as one JSON object" } },
        { "Each seed is a world of two regions for nine virtual minutes, run once for each setting.",
            "Ctrl-C ends it and prints nothing.",
            "Exit code: 0 done, 2 bad usage or input, 130 interrupted." } };
    return kSpec;
}

struct Request {
    CheckIncident incident = CheckIncident::Outage;
    std::uint64_t first = 1, last = 1;
    bool wantsJson = false;
};

Result<std::uint64_t> readNumber(const std::string& text, const std::string& whole)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc {} || end != text.data() + text.size())
        return fail(Errc::BadInput, "--seeds: '" + whole + "' is not A..B, such as 1..20");
    return number;
}

Result<Request> readRequest(const Arguments& arguments)
{
    Request request;
    const std::string text = arguments.text("--seeds");
    if (text.empty())
        return fail(Errc::BadInput, "it needs --seeds A..B, as in: --seeds 1..20");
    const std::size_t dots = text.find("..");
    const auto first = readNumber(text.substr(0, dots), text);
    const auto last = dots == std::string::npos ? first : readNumber(text.substr(dots + 2), text);
    if (!first)
        return tl::make_unexpected(first.error());
    if (!last)
        return tl::make_unexpected(last.error());
    if (*first > *last || *last - *first >= kSeedsMax)
        return fail(Errc::BadInput,
            "--seeds: '" + text + "' is not A..B with A <= B and at most " + std::to_string(kSeedsMax)
                + " seeds");
    const auto incident = arguments.choice("--incident", incidentNames());
    if (!incident)
        return tl::make_unexpected(incident.error());
    request.incident = static_cast<CheckIncident>(incident->value_or(0));
    request.first = *first;
    request.last = *last;
    request.wantsJson = arguments.has("--json");
    return request;
}

void showProgress(const CheckSetting& setting, std::uint64_t done, std::uint64_t all)
{
    if (::isatty(STDERR_FILENO) == 0)
        return;
    std::fprintf(stderr, "\r\033[K%llu of %llu runs: %s", static_cast<unsigned long long>(done),
        static_cast<unsigned long long>(all), nameOf(setting).c_str());
    std::fflush(stderr);
}

void clearProgress()
{
    if (::isatty(STDERR_FILENO) != 0)
        std::fputs("\r\033[K", stderr);
}

int run(const Request& request)
{
    g_isInterrupted = 0;
    const auto previous = std::signal(SIGINT, [](int) { g_isInterrupted = 1; });
    const std::uint64_t seeds = request.last - request.first + 1;
    const std::uint64_t all = seeds * comparedSettings().size();
    std::vector<CheckSummary> rows;
    std::uint64_t done = 0;
    std::optional<Error> error;
    for (const CheckSetting& setting : comparedSettings()) {
        CheckSummary row { setting, {} };
        for (std::uint64_t i = 0; i < seeds && !error; ++i) {
            showProgress(setting, done++, all);
            auto score = scoreSetting(setting, request.incident, request.first + i,
                [](Instant, Instant) { return g_isInterrupted == 0; });
            if (score)
                row.scores.push_back(*score);
            else
                error = score.error();
        }
        rows.push_back(std::move(row));
    }
    std::signal(SIGINT, previous);
    clearProgress();
    if (error && error->code == Errc::Cancelled) {
        std::fputs("compare-checks: interrupted\n", stderr);
        return kExitInterrupted;
    }
    if (error)
        return refuseInput("compare-checks", *error);
    const std::string text = request.wantsJson
        ? comparisonJson(request.incident, request.first, request.last, rows) + "\n"
        : comparisonText(request.incident, rows);
    std::fputs(text.c_str(), stdout);
    return kExitPassed;
}

} // namespace

int runCompareChecks(const std::vector<std::string>& words)
{
    const auto arguments = Arguments::parse(compareSpec(), words);
    if (!arguments)
        return refuseUsage(compareSpec(), arguments.error().what);
    if (arguments->wantsHelp()) {
        std::fputs(helpText(compareSpec()).c_str(), stdout);
        return kExitPassed;
    }
    const auto request = readRequest(*arguments);
    return request ? run(*request) : refuseUsage(compareSpec(), request.error().what);
}

} // namespace sb
