// SPDX-License-Identifier: GPL-3.0-or-later
// Invariant 14, of whatever answers customers: an account of what answers depend on, kept beside the engine.
//  (1) No answer names a region whose admission is 0 while another region is healthy, as far as that DNS edge
//      knows, and fully admitted. With none the zone fails open, which is counted.
//  (2) Once nothing that answers depend on has changed for as long as news of it travel, each decision is
//  that
//      of a fresh walk over the newest zone with what is published now. Of policies that draw: one that a
//      draw may give.
//  (3) At the end, everybody's answers are: what a city's resolver would be told, and what it holds.
//  (4) An accelerator has the dials and the health that are published, and sends no connection to a group
//      that is dialled to 0 while every other one is well.
// A run's own zone has every region behind each of its names, by whatever policy (routing/zone.h), so each of
// them is a candidate. Passed over: simple records, which know neither health nor admission; an operator's
// own zone; cities whose edges are cut off; shares between none and all, which depend on who asks.
// Thread: World thread.
#pragma once

#include "backend/control/simulation.h"
#include "backend/swarm/findings.h"

#include <vector>

namespace sb {

class RoutingCheck {
public:
    RoutingCheck(Simulation& simulation, Findings& findings);

    // At most a tenth of a virtual second after the last time.
    void step();
    void second();
    // Everything is healed and nobody asks any more.
    void finish();

    // Edges were cut off, or may not have heard yet what they missed. kStart - 1h: never.
    [[nodiscard]] Instant lastEdgesCut() const { return m_lastEdgesCut; }
    [[nodiscard]] std::uint64_t failOpens() const { return m_failOpens; }

private:
    struct Basis { // of answers that name a region
        bool isJudged = true; // healthy, by the checks; from there it goes to the edges, and is published
        bool isHealthy = true; // as published
        bool isEmpty = false; // its name has no address
        RegionAdmission admission; // in force
        friend bool operator==(const Basis&, const Basis&) = default;
    };

    void look();
    void judge(const RecordedDecision& record);
    void judgeConnections();
    [[nodiscard]] RegionId freshAnswer(CityId city);
    [[nodiscard]] bool mayAnswer(CityId city, RegionId answer);
    [[nodiscard]] bool isSettledAt(Instant when) const;
    [[nodiscard]] std::string code(RegionId region) const;

    Simulation& m_simulation;
    Findings& m_findings;
    ZoneDesk m_desk;
    PolicyKind m_policy;
    bool m_isJudged; // the zone is of a kind that can be
    std::vector<Asker> m_askers; // by city
    std::vector<Basis> m_now, m_before; // by region; of this step and the one before
    std::vector<EndpointGroup> m_groups; // of the accelerator at the step before
    Instant m_changedAt = kStart; // the basis, as far as steps see it
    Instant m_lastEdgesCut = kStart - 1h;
    std::uint64_t m_lastDecision = 0, m_lastConnection = 0, m_failOpens = 0;
};

} // namespace sb
