// SPDX-License-Identifier: GPL-3.0-or-later
// The invariants that need the whole simulation in sight: step() between any two slices of the run, finish()
// when everything is healed and nobody writes any more. Owns the watchers of invariants.h and *_check.h.
// What it adds, by number (findings.h):
//   1, 2, 5, 16  at the end: equal copies, nothing discarded in silence, applying again changes nothing,
//       every write at risk settled
//   1   no comparison that the engine itself makes of two copies ends unequal
//   6   each second, a log position drawn at random is really there; a region whose disk returns damaged data
//       has no copy to serve from; simulated disks and their stores did what the regions assume of them
//   10  nothing is visible again that a collected tombstone had hidden; under as-aws, which trusts in time
//       alone, this is counted and not failed, and copies that came to differ by it are no violation of (1)
//   11  no answer to a call with a session token has lacked, in silence, what its session knew
//   12  a fenced region acknowledges nothing (fence_check.h); one epoch of the blog has one writer, and later
//       epochs end earlier ones (writer_check.h)
//   14  the health check of a dead region is red within interval x threshold + patience, and the answers have
//       left it one time to live later; a held region returns by the steps of its ramp and no faster; answers
//       and connections are those of a fresh walk (routing_check.h)
//   18  each command has one outcome in the record; the faults under way are those the record says
//   19  messages, requests and events under way stay within bounds that follow from the configuration
//   21  with no fault left, every switch reads as before the first one
//   24  at the end, under the hardened profile: nothing waits for a best-seller board, and each counts what
//       the orders in its region's store add up to
//   25  each second, under the hardened profile: no cache has answered with an older price than its region's
//       store held
//   26  at the end, objects are where they were promised (object_check.h)
// Takes its random numbers from a stream of its own; the run is never touched before finish().
// Thread: World thread.
#pragma once

#include "backend/control/simulation.h"
#include "backend/swarm/fence_check.h"
#include "backend/swarm/invariants.h"
#include "backend/swarm/object_check.h"
#include "backend/swarm/plan_check.h"
#include "backend/swarm/routing_check.h"
#include "backend/swarm/rpo_check.h"
#include "backend/swarm/steering_check.h"
#include "backend/swarm/stock_check.h"
#include "backend/swarm/strong_check.h"
#include "backend/swarm/writer_check.h"

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
    // Answers that named what should get none, because nothing else was left.
    [[nodiscard]] std::uint64_t failOpens() const { return m_routing.failOpens(); }
    // How many events of a kind the record holds.
    [[nodiscard]] std::uint64_t count(EventKind kind) const
    {
        return m_kinds[static_cast<std::size_t>(kind)];
    }

private:
    void second();
    void checkRamps();
    void checkDeadLeave();
    void checkPublished(); // zone plans in force
    void checkPositions();
    void checkTombstones();
    // Lawfully: rows came back in some copies and not in others.
    [[nodiscard]] bool mayDiffer() const;
    void checkDisks();
    void checkRecord();
    void checkSessions();
    [[nodiscard]] std::size_t heldPerCall() const; // requests, at the most
    void checkLimits();
    void checkNothingKept();
    void expectAtMost(const char* what, std::size_t found, std::size_t bound); // invariant 19
    void checkConverged();
    void checkIdempotence();
    void checkMergesAgain(Replica& replica, const LogEntry& entry);
    void checkBoards(); // invariant 24
    void checkCaches(); // invariant 25

    Simulation& m_simulation;
    Invariants m_invariants;
    RpoCheck m_rpo;
    FenceCheck m_fence;
    StrongCheck m_strong;
    WriterCheck m_writer;
    StockCheck m_stock;
    RoutingCheck m_routing;
    SteeringCheck m_steering;
    PlanCheck m_plans;
    ObjectCheck m_objects;
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
    int m_surgeMax = 0; // percent
    std::uint64_t m_executed = 0;
    std::uint64_t m_answersJudged = 0;
    std::vector<std::uint64_t> m_kinds;
    std::size_t m_diskFindings = 0; // told already
};

} // namespace sb
