// SPDX-License-Identifier: GPL-3.0-or-later
// signalbox swarm: many seeds, each a world with faults of its own, all held to the numbered invariants. The
// seeds are independent runs of one thread each; here they are only dealt out to a few workers and their
// verdicts printed in the order of the seeds, whatever the workers' number.
#include "app/cli.h"
#include "backend/base/text.h"
#include "backend/swarm/swarm_report.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <filesystem>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace sb {
namespace {

constexpr std::uint64_t kSeedsMax = 1'000'000;
constexpr unsigned kJobsMax = 64;
constexpr unsigned kJobsDefault = 2;

const VerbSpec& swarmSpec()
{
    static const VerbSpec kSpec { "signalbox swarm --seeds A..B", "swarm",
        "Runs a world full of faults for each seed, asserts the invariants, shrinks what fails.", "", false,
        { { "--seeds", "A..B", "the seeds, both included; or one number" },
            { "--profile", "NAME", "of the data plane: as-aws (default) or hardened" },
            { "--shard", "I/N", "the I-th of N equal parts of the seeds, 1/1" },
            { "--minutes", "M", "virtual length of each run, 10; 2 to 120" },
            { "--jobs", "N", "seeds run at the same time, at most 2 unless said otherwise" },
            { "--incidents", "DIR", "write a session file and a text for each failure there" },
            { "--require-probes", "", "fail when a listed probe or site was never reached" },
            { "--json", "", "print the result as one JSON object" } },
        { "Exit code: 0 every seed passed, 1 a seed failed, 2 bad usage or input." } };
    return kSpec;
}

struct Request {
    std::vector<std::uint64_t> seeds;
    SwarmOptions options;
    unsigned jobs = kJobsDefault;
    std::string incidents;
    bool requiresProbes = false;
    bool wantsJson = false;
};

// "A<separator>B".
std::optional<std::pair<std::uint64_t, std::uint64_t>> parsePair(
    const std::string& text, std::string_view separator)
{
    std::pair<std::uint64_t, std::uint64_t> numbers;
    const char* const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, numbers.first);
    const std::size_t used = static_cast<std::size_t>(first.ptr - text.data());
    if (first.ec != std::errc {} || text.compare(used, separator.size(), separator) != 0)
        return std::nullopt;
    const auto second = std::from_chars(first.ptr + separator.size(), end, numbers.second);
    if (second.ec != std::errc {} || second.ptr != end)
        return std::nullopt;
    return numbers;
}

Result<std::vector<std::uint64_t>> readSeeds(const Arguments& arguments)
{
    const std::string text = arguments.text("--seeds");
    if (text.empty())
        return fail(Errc::BadInput, "it needs --seeds A..B, as in: --seeds 1..100");
    auto range = parsePair(text, "..");
    if (!range && text.find('.') == std::string::npos)
        range = parsePair(text + ".." + text, "..");
    if (!range || range->first > range->second || range->second - range->first >= kSeedsMax)
        return fail(Errc::BadInput,
            "--seeds: '" + text + "' is not A..B with A <= B and at most " + std::to_string(kSeedsMax)
                + " seeds");
    const std::string shardText = arguments.text("--shard", "1/1");
    const auto shard = parsePair(shardText, "/");
    if (!shard || shard->first < 1 || shard->first > shard->second)
        return fail(Errc::BadInput, "--shard: '" + shardText + "' is not I/N with 1 <= I <= N, such as 1/4");
    std::vector<std::uint64_t> seeds;
    for (std::uint64_t i = 0; i <= range->second - range->first; ++i)
        if (i % shard->second == shard->first - 1)
            seeds.push_back(range->first + i);
    return seeds;
}

Result<Request> readRequest(const Arguments& arguments)
{
    Request request;
    auto seeds = readSeeds(arguments);
    const auto minutes = arguments.number("--minutes");
    const auto jobs = arguments.number("--jobs");
    if (!seeds)
        return tl::make_unexpected(seeds.error());
    if (!minutes)
        return tl::make_unexpected(minutes.error());
    if (!jobs)
        return tl::make_unexpected(jobs.error());
    request.seeds = std::move(*seeds);
    request.options.profile = arguments.text("--profile", request.options.profile);
    if (*minutes && **minutes > 120)
        return fail(Errc::BadInput, "--minutes: a run lasts 2 to 120 minutes");
    if (*minutes)
        request.options.length = static_cast<std::int64_t>(**minutes) * 1min;
    if (const auto valid = validate(request.options); !valid)
        return tl::make_unexpected(valid.error());
    if (*jobs && (**jobs < 1 || **jobs > kJobsMax))
        return fail(Errc::BadInput, "--jobs: 1 to " + std::to_string(kJobsMax));
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    request.jobs = *jobs ? static_cast<unsigned>(**jobs) : std::min(kJobsDefault, cores);
    request.incidents = arguments.text("--incidents");
    request.requiresProbes = arguments.has("--require-probes");
    request.wantsJson = arguments.has("--json");
    return request;
}

// Deals the seeds out to threads and hands their verdicts back in order.
class Workers {
public:
    explicit Workers(const Request& request)
        : m_request(request)
        , m_verdicts(request.seeds.size())
    {
        const std::size_t count = std::min<std::size_t>(request.jobs, request.seeds.size());
        for (std::size_t i = 0; i < count; ++i)
            m_threads.emplace_back([this] { work(); });
    }
    ~Workers()
    {
        m_isStopped = true;
        for (std::thread& thread : m_threads)
            thread.join();
    }

    // Waits for the seed at `index`. Each is taken once.
    Result<SeedVerdict> take(std::size_t index)
    {
        std::unique_lock lock(m_mutex);
        m_ready.wait(lock, [&] { return m_verdicts[index].has_value(); });
        Result<SeedVerdict> verdict = std::move(*m_verdicts[index]);
        m_verdicts[index].reset();
        return verdict;
    }

private:
    void work()
    {
        for (std::size_t index = m_next++; index < m_verdicts.size() && !m_isStopped; index = m_next++) {
            auto verdict = judgeSeed({ m_request.seeds[index], m_request.options, m_request.incidents });
            const std::lock_guard lock(m_mutex);
            m_verdicts[index] = std::move(verdict);
            m_ready.notify_all();
        }
    }

    const Request& m_request;
    std::mutex m_mutex;
    std::condition_variable m_ready;
    std::vector<std::optional<Result<SeedVerdict>>> m_verdicts;
    std::atomic<std::size_t> m_next { 0 };
    std::atomic<bool> m_isStopped { false };
    std::vector<std::thread> m_threads;
};

void showProgress(std::size_t done, std::size_t all, std::size_t failed)
{
    std::fprintf(stderr, "\r\033[K%zu of %zu seeds, %zu failed", done, all, failed);
    std::fflush(stderr);
}

int conclude(const Request& request, const SwarmReport& report, double wallSeconds)
{
    bool isGood = report.hasPassed();
    if (request.wantsJson)
        std::printf("%s\n", report.toJson(wallSeconds).c_str());
    else
        std::fputs(report.toText(wallSeconds).c_str(), stdout);
    std::vector<std::string> never = report.unseen();
    for (std::string& name : never)
        name = "invariant " + name;
    for (const std::string& name : report.unreached())
        never.push_back(name);
    if (request.requiresProbes && !never.empty()) {
        std::fprintf(stderr, "never reached: %s\n", joined(never, ", ").c_str());
        isGood = false;
    }
    return isGood ? kExitPassed : kExitCheckFailed;
}

int run(const Request& request)
{
    if (!request.incidents.empty()) {
        std::error_code error;
        std::filesystem::create_directories(request.incidents, error);
        if (error || ::access(request.incidents.c_str(), W_OK) != 0)
            return refuseInput(
                "swarm", { Errc::IoFailure, request.incidents + ": incidents cannot be written there" });
    }
    const auto begin = std::chrono::steady_clock::now();
    const bool isTerminal = ::isatty(STDERR_FILENO) != 0;
    SwarmReport report(request.options.profile);
    Workers workers(request);
    std::size_t failed = 0;
    for (std::size_t i = 0; i < request.seeds.size(); ++i) {
        const Result<SeedVerdict> verdict = workers.take(i);
        if (!verdict)
            return refuseInput("swarm",
                { verdict.error().code,
                    "seed " + std::to_string(request.seeds[i]) + ": " + verdict.error().what });
        report.add(*verdict);
        failed += verdict->outcome.violation ? 1 : 0;
        if (isTerminal)
            std::fputs("\r\033[K", stderr);
        // With JSON, standard output is the object alone.
        std::FILE* out = request.wantsJson ? stderr : stdout;
        if (!request.wantsJson || verdict->outcome.violation)
            std::fputs(toText(*verdict).c_str(), out);
        if (isTerminal)
            showProgress(i + 1, request.seeds.size(), failed);
    }
    if (isTerminal)
        std::fputs("\r\033[K", stderr);
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
    return conclude(request, report, wall.count());
}

} // namespace

int runSwarm(const std::vector<std::string>& words)
{
    const auto arguments = Arguments::parse(swarmSpec(), words);
    if (!arguments)
        return refuseUsage(swarmSpec(), arguments.error().what);
    if (arguments->wantsHelp()) {
        std::fputs(helpText(swarmSpec()).c_str(), stdout);
        return kExitPassed;
    }
    const auto request = readRequest(*arguments);
    return request ? run(*request) : refuseUsage(swarmSpec(), request.error().what);
}

} // namespace sb
