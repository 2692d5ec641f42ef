// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/swarm/shrink.h"

#include "backend/api/command_text.h"
#include "backend/base/text.h"

#include <algorithm>
#include <fstream>

namespace sb {
namespace {

constexpr int kRateMin = 5;
constexpr std::size_t kRegionsMin = 2;
constexpr Duration kAfterTroubles = 5s; // until the core is healed, when the run is made shorter
constexpr Duration kPhase = 20s; // of the two phases after it, then

std::size_t commandCount(const SwarmCase& swarmCase)
{
    std::size_t count = 0;
    for (const Trouble& trouble : swarmCase.troubles)
        count += trouble.commands.size();
    return count;
}

void dropEmpty(SwarmCase& swarmCase)
{
    std::erase_if(swarmCase.troubles, [](const Trouble& trouble) { return trouble.commands.empty(); });
}

bool names(const Command& command, const std::string& region)
{
    return (" " + formatCommand(command) + " ").find(" " + region + " ") != std::string::npos;
}

class Shrinker {
public:
    Shrinker(const SwarmCase& failing, const Violation& violation, int runsMax)
        : m_best(failing)
        , m_violation(violation)
        , m_runsLeft(runsMax)
        , m_runsMax(runsMax)
    {
        if (m_best.oracle != SwarmOracle::None && m_runsLeft > 0)
            dropOracle();
    }

    ShrinkResult shrink()
    {
        if (m_runsLeft > 0)
            dropLateTroubles();
        for (std::size_t before = ~std::size_t { 0 }; before > weight() && m_runsLeft > 0;) {
            before = weight();
            dropTroubles();
            dropCommands();
            dropRegions();
            simplifyWorld();
            shorten();
        }
        return { m_best, m_violation, m_runsMax - m_runsLeft };
    }

private:
    // What shrinks: as long as it gets less, another round may help.
    [[nodiscard]] std::size_t weight() const
    {
        return commandCount(m_best) * 1'000 + m_best.config.regions.size() * 100
            + static_cast<std::size_t>(m_best.config.requestRateHz) + (m_best.config.buggify ? 1 : 0)
            + (m_best.config.shipsItemsSingly ? 1 : 0);
    }

    // Keeps the candidate when the same invariant fails in it.
    bool attempt(const SwarmCase& candidate)
    {
        if (m_runsLeft == 0)
            return false;
        --m_runsLeft;
        const auto outcome = runWithOracle(candidate);
        if (!outcome || !outcome->violation || outcome->violation->invariant != m_violation.invariant)
            return false;
        m_best = candidate;
        m_violation = *outcome->violation;
        return true;
    }

    // What only one kind of store shows, or only a second run, needs its oracle to be seen again.
    void dropOracle()
    {
        SwarmCase candidate = m_best;
        candidate.oracle = SwarmOracle::None;
        attempt(candidate);
    }

    // A run ends at its first violation: later commands were never given.
    void dropLateTroubles()
    {
        for (Trouble& trouble : m_best.troubles)
            std::erase_if(
                trouble.commands, [&](const TimedCommand& timed) { return timed.at > m_violation.at + 1s; });
        dropEmpty(m_best);
    }

    // Halves, quarters, … single ones.
    void dropTroubles()
    {
        for (std::size_t size = std::max<std::size_t>(1, m_best.troubles.size() / 2);; size /= 2) {
            for (std::size_t begin = 0; begin < m_best.troubles.size() && m_runsLeft > 0;) {
                SwarmCase candidate = m_best;
                const std::size_t end = std::min(begin + size, candidate.troubles.size());
                candidate.troubles.erase(candidate.troubles.begin() + static_cast<std::ptrdiff_t>(begin),
                    candidate.troubles.begin() + static_cast<std::ptrdiff_t>(end));
                if (!attempt(candidate))
                    begin = end;
            }
            if (size <= 1)
                return;
        }
    }

    void dropCommands()
    {
        for (std::size_t t = 0; t < m_best.troubles.size(); ++t)
            for (std::size_t c = 0; m_best.troubles[t].commands.size() > 1
                 && c < m_best.troubles[t].commands.size() && m_runsLeft > 0;) {
                SwarmCase candidate = m_best;
                std::vector<TimedCommand>& commands = candidate.troubles[t].commands;
                commands.erase(commands.begin() + static_cast<std::ptrdiff_t>(c));
                if (!attempt(candidate))
                    ++c;
            }
    }

    void dropRegions()
    {
        for (std::size_t i = 0; i < m_best.config.regions.size() && m_runsLeft > 0;) {
            if (m_best.config.regions.size() <= kRegionsMin)
                return;
            const std::string region = m_best.config.regions[i];
            SwarmCase candidate = m_best;
            std::erase(candidate.config.regions, region);
            std::erase(candidate.core, region);
            if (candidate.core.size() < kRegionsMin)
                candidate.core = candidate.config.regions;
            if (!candidate.config.controlsToml.empty())
                candidate.config.controlsToml = armedControls(candidate.config.regions);
            for (Trouble& trouble : candidate.troubles)
                std::erase_if(trouble.commands,
                    [&](const TimedCommand& timed) { return names(timed.command, region); });
            dropEmpty(candidate);
            if (!attempt(candidate))
                ++i;
        }
    }

    template<typename Attempt> void simplifyRouting(Attempt&& attemptWith)
    {
        const RunConfig usual;
        if (m_best.config.policy != usual.policy)
            attemptWith([&](SwarmCase& c) { c.config.policy = usual.policy; });
        if (m_best.config.entry != usual.entry)
            attemptWith([&](SwarmCase& c) { c.config.entry = usual.entry; });
        if (m_best.config.checkDesign != usual.checkDesign)
            attemptWith([&](SwarmCase& c) { c.config.checkDesign = usual.checkDesign; });
        if (m_best.config.publishing != usual.publishing)
            attemptWith([&](SwarmCase& c) { c.config.publishing = usual.publishing; });
        if (!m_best.config.controlsToml.empty())
            attemptWith([](SwarmCase& c) { c.config.controlsToml.clear(); });
        if (!m_best.config.plansToml.empty())
            attemptWith([](SwarmCase& c) { c.config.plansToml.clear(); });
    }

    void simplifyWorld()
    {
        const auto attemptWith = [&](auto&& change) {
            SwarmCase candidate = m_best;
            change(candidate);
            return attempt(candidate);
        };
        if (m_best.config.buggify)
            attemptWith([](SwarmCase& c) { c.config.buggify = false; });
        if (m_best.config.photosPerMinute > 0)
            attemptWith([](SwarmCase& c) { c.config.photosPerMinute = 0; });
        if (m_best.config.shipsItemsSingly)
            attemptWith([](SwarmCase& c) { c.config.shipsItemsSingly = false; });
        if (m_best.leavesOthersDead)
            attemptWith([](SwarmCase& c) { c.leavesOthersDead = false; });
        if (m_best.failsBack)
            attemptWith([](SwarmCase& c) { c.failsBack = false; });
        simplifyRouting(attemptWith);
        while (m_best.config.requestRateHz > kRateMin && attemptWith([](SwarmCase& c) {
            c.config.requestRateHz = std::max(kRateMin, c.config.requestRateHz / 2);
        })) { }
    }

    // What comes after the last command begins sooner.
    void shorten()
    {
        Instant last = kStart;
        for (const Trouble& trouble : m_best.troubles)
            last = std::max(last, trouble.commands.back().at);
        SwarmCase candidate = m_best;
        candidate.coreAt = std::min(m_best.coreAt, last + kAfterTroubles);
        candidate.healAt = std::min(m_best.healAt, candidate.coreAt + kPhase);
        candidate.until = std::min(m_best.until, candidate.healAt + kPhase);
        if (candidate.until < m_best.until)
            attempt(candidate);
    }

    SwarmCase m_best;
    Violation m_violation;
    int m_runsLeft;
    int m_runsMax;
};

std::string explain(const SeedVerdict& verdict, const SwarmCase& swarmCase, const Violation& violation)
{
    std::string text = "seed " + std::to_string(verdict.outcome.seed) + " violates " + toText(violation)
        + "\n" + toText(swarmCase);
    if (swarmCase.oracle == SwarmOracle::OtherStore)
        text += "  seen     only where the stores of one run are SQLite on simulated disks and those of a "
                "second "
                "are in memory\n";
    if (!verdict.incidentPath.empty())
        text += "  replay   signalbox replay " + verdict.incidentPath + " --verify"
            + (verdict.isIncidentVerified ? ""
                                          : "   (its replay differs: the engine is not deterministic here)")
            + "\n  look     signalbox " + verdict.incidentPath + "\n";
    return text;
}

// The recording, its proof, and a text beside it that says what to look for.
Result<> writeIncident(const SeedRequest& request, const ShrinkResult& shrunk, SeedVerdict& verdict)
{
    const std::string base = request.incidentFolder + "/seed-" + std::to_string(request.seed);
    verdict.incidentPath = base + ".signalbox";
    const auto recorded = runCase(shrunk.smallest, { .recordPath = verdict.incidentPath });
    if (!recorded)
        return tl::make_unexpected(recorded.error());
    const auto replayed = replaySession(verdict.incidentPath);
    verdict.isIncidentVerified = replayed && replayed->isVerified;
    verdict.smallest = explain(verdict, shrunk.smallest, shrunk.violation);
    std::ofstream file(base + ".txt", std::ios::binary);
    file << verdict.smallest;
    return file.flush() ? Result<> {} : fail(Errc::IoFailure, base + ".txt: cannot be written");
}

} // namespace

ShrinkResult shrink(const SwarmCase& failing, const Violation& violation, int runsMax)
{
    return Shrinker(failing, violation, runsMax).shrink();
}

Result<SeedVerdict> judgeSeed(const SeedRequest& request)
{
    const SwarmCase drawn = drawCase(request.seed, request.options);
    const auto outcome = runWithOracle(drawn);
    if (!outcome)
        return tl::make_unexpected(outcome.error());
    SeedVerdict verdict { *outcome, {}, 0, {}, false };
    if (!outcome->violation)
        return verdict;
    const ShrinkResult shrunk = shrink(drawn, *outcome->violation, request.shrinkRunsMax);
    verdict.shrinkRuns = shrunk.runs;
    verdict.smallest = explain(verdict, shrunk.smallest, shrunk.violation);
    if (!request.incidentFolder.empty()) {
        if (const auto written = writeIncident(request, shrunk, verdict); !written)
            return tl::make_unexpected(written.error());
    }
    return verdict;
}

} // namespace sb
