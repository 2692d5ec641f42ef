// SPDX-License-Identifier: GPL-3.0-or-later
// Invariant 12, of the blog's seat (recovery/writer_seat.h): one epoch has one writer, and under the hardened
// profile no post is committed under an epoch once one was committed under a later one. A writer whose clock
// loses more than leases allow for is excused for as long as a lease taken with it can last: that is the
// bound the seat promises. Keeps an account of its own of what the writers say. Thread: World thread.
#pragma once

#include "backend/control/simulation.h"
#include "backend/swarm/findings.h"

#include <map>
#include <vector>

namespace sb {

class WriterCheck {
public:
    // Attaches itself.
    WriterCheck(Simulation& simulation, Findings& findings);
    // Between two steps of the World: looks at the clocks.
    void step();

private:
    void onPublished(const PublishedPost& published);

    Simulation& m_simulation;
    Findings& m_findings;
    std::map<std::uint64_t, RegionId> m_writers; // by epoch
    std::uint64_t m_latest = 0; // epoch of a commit
    std::vector<Instant> m_slowUntil; // by region: its leases are not to be trusted
};

} // namespace sb
