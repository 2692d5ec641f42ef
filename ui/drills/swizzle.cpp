// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drills/swizzle.h"

#include "backend/api/command_text.h"

#include <algorithm>
#include <array>
#include <random>

namespace sb {
namespace {

// All of them end by themselves and leave nothing behind; none takes a store away.
constexpr std::array kKinds { FaultKind::RegionOutage, FaultKind::MappingRemoved,
    FaultKind::ReplicationPaused, FaultKind::LinkPartitioned, FaultKind::LatencyAdded,
    FaultKind::StoreFailing, FaultKind::DiskStalled, FaultKind::GrayFailing, FaultKind::HealthPathFailing,
    FaultKind::CheckersCut, FaultKind::TrafficSurge };
constexpr std::int64_t kFewest = 3, kMost = 6; // faults
constexpr Duration kFirstAfter = 1min;
constexpr Duration kCalm = 6min; // after the last one, for what recovers by itself

// The engine's own streams are not for the window; this generator's numbers are the standard's, everywhere
// the same, and no distribution of the library is used.
class Draw {
public:
    explicit Draw(std::uint64_t seed)
        : m_numbers(seed)
    {
    }
    std::uint64_t below(std::uint64_t bound) { return m_numbers() % bound; }
    std::int64_t between(std::int64_t low, std::int64_t high) // both included
    {
        return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
    }
    Duration between(Duration low, Duration high) { return Duration { between(low.count(), high.count()) }; }

private:
    std::mt19937_64 m_numbers;
};

Duration wholeSeconds(Duration time)
{
    return std::chrono::floor<std::chrono::seconds>(time);
}

InjectFault drawn(Draw& rng, const std::vector<std::string>& regions)
{
    InjectFault fault;
    do
        fault.kind = kKinds[rng.below(kKinds.size())];
    while (fault.kind == FaultKind::LinkPartitioned && regions.size() < 2);
    const std::size_t region = rng.below(regions.size());
    fault.region = regions[region];
    if (fault.kind == FaultKind::LinkPartitioned)
        fault.peer = regions[(region + 1 + rng.below(regions.size() - 1)) % regions.size()];
    if (fault.kind == FaultKind::LatencyAdded || fault.kind == FaultKind::DiskStalled)
        fault.added = std::chrono::milliseconds(50 * rng.between(1, 20));
    if (fault.kind == FaultKind::GrayFailing || fault.kind == FaultKind::CheckersCut)
        fault.percent = static_cast<int>(10 * rng.between(2, 9));
    if (fault.kind == FaultKind::TrafficSurge)
        fault.percent = static_cast<int>(50 * rng.between(1, 4));
    fault.expiresAfter = wholeSeconds(rng.between(Duration { 30s }, Duration { 3min }));
    return fault;
}

std::string quoted(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "\"" : ", \"") + word + "\"";
    return text;
}

// Milliseconds and below do not occur here.
std::string shortText(Duration time)
{
    const std::int64_t all = time / 1s;
    const std::string minutes = all >= 60 ? std::to_string(all / 60) + "m" : std::string();
    return all % 60 != 0 || all == 0 ? minutes + std::to_string(all % 60) + "s" : minutes;
}

} // namespace

std::string randomDrill(std::uint64_t seed, const std::vector<std::string>& regions)
{
    Draw rng(seed);
    const std::int64_t count = rng.between(kFewest, kMost);
    Instant at = kStart + kFirstAfter;
    Instant end = at;
    std::string steps;
    for (std::int64_t i = 0; i < count; ++i) {
        const InjectFault fault = drawn(rng, regions);
        steps
            += "\n[[step]]\nat = \"" + shortText(at - kStart) + "\"\ndo = \"" + formatCommand(fault) + "\"\n";
        end = std::max(end, at + fault.expiresAfter);
        at += wholeSeconds(rng.between(Duration { 20s }, Duration { 150s }));
    }
    const std::string number = std::to_string(seed);
    return "# Drawn from the seed " + number + ".\n[drill]\ntitle = \"Random faults, seed " + number
        + "\"\ndescription = \"\"\"\nWhich faults, where, when and for how long was drawn from the seed "
        + number + ".\nEach ends by itself; some may overlap.\"\"\"\nuntil = \""
        + shortText(end + kCalm - kStart) + "\"\n\n[world]\nregions = [" + quoted(regions)
        + "]\nseed = " + std::to_string(seed % 1'000'000)
        + "\nrequests-per-second = 400\n\n[routing]\nfail-back = \"instant\"\n" + steps + R"(
[[check]]
name = "Nothing acknowledged is lost"
lost-at-most = 0
count-overwritten = false

[[check]]
name = "Users are interrupted for 5 min at most"
rto-at-most = "5m"

[[check]]
name = "No fault leaves a residue"
no-event = "fault.residue-found"

[[check]]
name = "All replicas are equal at the end"
converged = true
)";
}

} // namespace sb
