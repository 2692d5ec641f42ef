// SPDX-License-Identifier: GPL-3.0-or-later
// Invariant 26: what operators set is so, no less and no longer. An account of shifts, dials and routing
// controls from the event log alone, held against the engine.
//  (1) A shift ends at its expiry, unless it was cancelled or given another one before, and the board of
//      shifts has those that the record has begun and not ended.
//  (2) A while after the last change, each region is admitted by the least of what fail-back, controls, shift
//      and dial leave to it.
//  (3) An endpoint of the controls' cluster never goes back, shows nothing that was not decided, and at the
//      end, everything healed, each shows the latest.
//  (4) No safety rule is broken by a change that did not override one.
//  (5) At the end nothing is left of shifts, dials and controls that were taken back.
// Thread: World thread.
#pragma once

#include "backend/control/simulation.h"
#include "backend/swarm/findings.h"

#include <array>
#include <map>
#include <vector>

namespace sb {

class SteeringCheck {
public:
    SteeringCheck(Simulation& simulation, Findings& findings);

    void onLogged(const Event& event);
    void second();
    // Everything is healed and taken back.
    void finish();

private:
    struct Region {
        bool isShifted = false;
        Instant shiftEndsAt = kStart;
        int dialPercent = 100;
        Instant changedAt = kStart - 1h; // any lever
    };

    void onShift(const Event& event, Region& region);
    void checkShares();
    void checkCluster();
    [[nodiscard]] int wantedPerMille(std::size_t region) const;
    [[nodiscard]] const std::string& code(std::size_t region) const;

    Simulation& m_simulation;
    Findings& m_findings;
    std::vector<Region> m_regions;
    std::vector<bool> m_controls; // on, as the record has it
    std::map<std::uint64_t, std::vector<bool>> m_decided; // by version; those that were seen
    std::array<std::uint64_t, kClusterEndpoints> m_shown {};
    bool m_isOverridden = false; // some rule was, at some time
};

} // namespace sb
