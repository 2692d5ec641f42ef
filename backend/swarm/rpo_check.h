// SPDX-License-Identifier: GPL-3.0-or-later
// Invariant 16: the record's list of writes at risk is the difference of the stores, exactly. Keeps an
// account of its own: which entries each origin wrote, which regions have applied them, which writes the
// event log has listed and settled. At the moment of an outage every write of the lost region that no
// survivor holds must stand in the list; no write may be listed that a survivor holds; none may be settled
// that nobody received, and at the end what was called lost is held by nobody, and what nobody holds was
// called lost. The survivors' state is read from the replicas at that instant: the omniscient view. An outage
// that leaves no survivor is passed over: there is nobody to compare with. Thread: World thread.
#pragma once

#include "backend/control/simulation.h"
#include "backend/swarm/findings.h"

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace sb {

class RpoCheck final : public ReplicaListener {
public:
    RpoCheck(Simulation& simulation, Findings& findings);

    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded) override;
    void onConflict(RegionId, const Conflict&) override { }
    void onLogged(const Event& event);
    // Judges an outage whose list is complete; call between two steps of the World.
    void settleUp();
    // Every listed write has found its end. Requires that all copies are equal.
    void finish();

private:
    using Place = std::pair<LogId, std::uint64_t>;

    void onOutage(RegionId lost);
    void onListed(const Event& event);
    void onSettled(const Event& event);
    void onLost(const Event& event);
    void checkLostStayLost();
    void checkNothingMissing();
    [[nodiscard]] LogId logOf(RegionId origin) const;
    [[nodiscard]] bool isUp(RegionId region) const;
    [[nodiscard]] bool hasSurvivor(RegionId origin) const;
    // Greatest position of the origin's log in a region that is up, other than itself and the lost one.
    [[nodiscard]] std::uint64_t heldBySurvivors(LogId log) const;
    void expectFormerLogs(RegionId lost);
    [[nodiscard]] std::optional<Place> placeOf(const Event& listed) const;

    Simulation& m_simulation;
    Findings& m_findings;
    // What the record says of a write: when, and the hash of how it is called.
    struct Committed {
        Instant at = kStart;
        std::uint64_t label = 0;
    };
    std::map<LogId, std::vector<Committed>> m_committed; // index seq - 1
    std::set<Place> m_open; // listed and not settled
    std::set<Place> m_lostForGood;
    std::map<std::uint64_t, Place> m_listedBy; // event -> what it listed
    RegionId m_lost; // of the outage whose list is being written; invalid: none
    std::set<Place> m_expected; // by that outage, and not listed yet
};

} // namespace sb
