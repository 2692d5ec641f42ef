// SPDX-License-Identifier: GPL-3.0-or-later
// What a kind of trouble draws from, and how a table of kinds becomes the troubles of a run. The tables are
// in swarm_troubles.cpp (what happens to a world) and swarm_steering.cpp (what operators do in it).
// Thread: none.
#pragma once

#include "backend/api/command_text.h"
#include "backend/swarm/swarm_options.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace sb {

// What the functions of the table draw from and write to. One draw to a statement: the order in which a
// call's arguments are evaluated differs between compilers, and a seed must mean the same everywhere.
class TroubleDraw {
public:
    TroubleDraw(Rng& rng, const RunConfig& config, Instant from, Instant to)
        : m_rng(rng)
        , m_regions(config.regions)
        , m_from(from)
        , m_to(to)
    {
    }

    Rng& rng() { return m_rng; }
    [[nodiscard]] const std::vector<std::string>& regions() const { return m_regions; }
    const std::string& region() { return m_regions[m_rng.below(m_regions.size())]; }
    const std::string& otherThan(const std::string& region)
    {
        const auto found = std::find(m_regions.begin(), m_regions.end(), region);
        const auto index = static_cast<std::size_t>(found - m_regions.begin());
        return m_regions[(index + 1 + m_rng.below(m_regions.size() - 1)) % m_regions.size()];
    }
    Instant moment() { return atMicros(m_rng.between(micros(m_from), micros(m_to))); }
    // Mostly short, sometimes long: what is interesting happens at the edges.
    Duration span() { return m_rng.below(4) == 0 ? m_rng.between(30s, 2min) : m_rng.between(1s, 30s); }

    void add(Instant at, const std::string& command, Actor actor = Actor::Drill)
    {
        auto parsed = parseCommand(command);
        SB_ASSERT(parsed.has_value());
        m_commands.push_back({ at, std::move(*parsed), actor });
    }
    void fault(Instant at, const std::string& what, Duration span)
    {
        add(at, "fail " + what + " for " + std::to_string(span.count() / 1'000) + "ms");
    }
    void order(Instant at, const std::string& command) { add(at, command, Actor::Operator); }

    [[nodiscard]] std::vector<TimedCommand> take()
    {
        std::stable_sort(
            m_commands.begin(), m_commands.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
        return std::move(m_commands);
    }

private:
    Rng& m_rng;
    const std::vector<std::string>& m_regions;
    Instant m_from, m_to;
    std::vector<TimedCommand> m_commands;
};

struct TroubleKind {
    const char* name;
    std::uint64_t weight;
    void (*draw)(TroubleDraw&);
};

// As drawTroubles() has it, by the rows of any table.
[[nodiscard]] std::vector<Trouble> drawFrom(std::span<const TroubleKind> kinds, Rng& rng,
    const RunConfig& config, Instant from, Instant to, std::size_t count);

} // namespace sb
