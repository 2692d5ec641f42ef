// SPDX-License-Identifier: GPL-3.0-or-later
// The invariants that need the whole simulation in sight: step() between any two slices of the run, finish()
// when everything is healed and nobody writes any more. Owns the watchers of invariants.h and rpo_check.h.
// What it adds, by number (findings.h):
//   1, 2, 5, 16  at the end: equal copies, nothing discarded in silence, applying again changes nothing,
//   every
//                write at risk settled
//   1   no comparison that the engine itself makes of two copies ends unequal
//   6   each second, a log position drawn at random is really there
//   14  the health check of a dead region is red within interval x threshold + patience, and the answers have
//       left it one time to live later; a held region returns by the steps of its ramp and no faster
//   18  each command has one outcome in the record; the faults under way are those the record says
//   19  messages, requests and events under way stay within bounds that follow from the configuration
//   21  with no fault left, every switch reads as before the first one
//   24  at the end, under the hardened profile: nothing waits for a best-seller board, and each counts what
//       the orders in its region's store add up to
//   25  each second, under the hardened profile: no cache has answered with an older price than its region's
//       store held
// Places for what is to come: stock (7), cart (9), tombstones (10), sessions (11), fence (12), strong (13),
// bootstrap (17), clock (20): one private check each, called from second() or finish().
// Takes its random numbers from a stream of its own; the run is never touched before finish().
// Thread: World thread.
#pragma once

#include "backend/control/simulation.h"
#include "backend/swarm/invariants.h"
#include "backend/swarm/rpo_check.h"

#include <vector>

namespace sb {

class RunChecks {
public:
    // Attaches itself; the simulation must not have begun.
    explicit RunChecks(Simulation& simulation);
    RunChecks(const RunChecks&) = delete;
    RunChecks& operator=(const RunChecks&) = delete;

    // At most a tenth of a virtual second after the last one.
    void step();
    void onExecuted() { ++m_executed; } // a command was given
    // Requires: no fault active, customers at rest. `hasConverged`: copies were found equal in time.
    void finish(bool hasConverged);

    [[nodiscard]] Findings& findings() { return m_invariants.findings(); }
    [[nodiscard]] const Invariants& invariants() const { return m_invariants; }
    [[nodiscard]] bool isBroken() const { return !m_invariants.violations().empty(); }
    // How many events of a kind the record holds.
    [[nodiscard]] std::uint64_t count(EventKind kind) const
    {
        return m_kinds[static_cast<std::size_t>(kind)];
    }

private:
    void second();
    void checkRamps();
    void checkDeadLeave();
    void checkPositions();
    void checkRecord();
    void checkLimits();
    void checkNothingKept();
    void expectAtMost(const char* what, std::size_t found, std::size_t bound); // invariant 19
    void checkConverged();
    void checkIdempotence();
    void checkBoards(); // invariant 24
    void checkCaches(); // invariant 25

    Simulation& m_simulation;
    Invariants m_invariants;
    RpoCheck m_rpo;
    Rng m_rng;
    FaultSurface m_baseline;
    Instant m_nextSecond = kStart;
    struct Watched { // of one region
        Instant brokenSince = kNever;
        int ramp = 1000; // per mille
        Instant rampSince = kStart;
    };
    std::vector<Watched> m_regions;
    Duration m_delayMax = 0us; // added to a link, so far
    std::uint64_t m_executed = 0;
    std::vector<std::uint64_t> m_kinds;
};

} // namespace sb
