// SPDX-License-Identifier: GPL-3.0-or-later
// Invariant 12: between the moment at which a region's fence is complete (the last lease under an older epoch
// has ended) and the moment at which it is lifted, the region acknowledges no write. Its own account: what
// the event log says of fences, and every commit as the replicas report it. A region whose clock runs slower
// than leases are safe against is passed over, as the fence's own contract says (recovery/fence.h).
// Thread: World thread.
#pragma once

#include "backend/control/simulation.h"
#include "backend/swarm/findings.h"

#include <vector>

namespace sb {

class FenceCheck final : public ReplicaListener {
public:
    FenceCheck(Simulation& simulation, Findings& findings);

    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded) override;
    void onConflict(RegionId, const Conflict&) override { }
    void onLogged(const Event& event);
    // Looks at the clocks; at most a tenth of a virtual second after the last time.
    void step();

private:
    struct Watched { // of one region
        Instant completeSince = kNever; // kNever: not fenced, or leases may still run
        Instant slowSeenAt = kStart - 1h;
    };

    Simulation& m_simulation;
    Findings& m_findings;
    std::vector<Watched> m_regions;
};

} // namespace sb
