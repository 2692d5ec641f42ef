// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of many seeds added up, and said: as text for a person, as JSON for a script. Adding the
// verdicts in the order of their seeds gives the same report whatever ran them.
#pragma once

#include "backend/swarm/shrink.h"

#include <string>
#include <vector>

namespace sb {

class SwarmReport {
public:
    explicit SwarmReport(std::string profile)
        : m_profile(std::move(profile))
    {
    }

    void add(const SeedVerdict& verdict);

    [[nodiscard]] std::uint64_t seeds() const { return m_seeds; }
    [[nodiscard]] bool hasPassed() const { return m_failed.empty(); }
    // Probes that no seed reached, and sites that no seed fired.
    [[nodiscard]] std::vector<std::string> unreached() const;
    // Invariants that are checked and yet looked at nothing.
    [[nodiscard]] std::vector<std::string> unseen() const;
    // Tables of invariants, sites and probes, then the sum in one line.
    [[nodiscard]] std::string toText(double wallSeconds) const;
    // One object; docs/command-line.md has its shape.
    [[nodiscard]] std::string toJson(double wallSeconds) const;

private:
    struct Failure {
        std::uint64_t seed = 0;
        Invariant invariant = Invariant::Convergence;
        std::string incident;
    };

    std::string m_profile;
    std::uint64_t m_seeds = 0;
    std::vector<Failure> m_failed;
    Duration m_length = 0us;
    std::uint64_t m_executed = 0, m_calls = 0, m_orders = 0, m_accepted = 0, m_refused = 0;
    Findings::Looks m_looks {};
    std::array<std::uint64_t, kRunTallyCount> m_tallies {};
    std::array<std::uint64_t, kAnomalyCount> m_anomalies {};
    std::array<std::uint64_t, kBuggifySites.size()> m_enabled {}, m_fired {};
    std::array<std::uint64_t, kProbes.size()> m_reached {};
};

// One line for a seed that passed, with its state hash; the whole explanation for one that failed.
[[nodiscard]] std::string toText(const SeedVerdict& verdict);

} // namespace sb
