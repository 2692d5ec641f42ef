// SPDX-License-Identifier: GPL-3.0-or-later
// Invariant 7, stock, under a policy that sells from rights: nobody sells without rights; what is sold beyond
// what came in stays within what the revocations of the run had announced, so without revocations it is
// nothing; and once all copies are equal, the cells of each book add up: rights of all holders together =
// received - sold, and they claim no more receipts and no more sales than there were. (Fewer there may be: a
// destroyed store takes some along.) Under last writer wins nothing is promised, and nothing is looked at:
// the anomaly counts say what was lost. Thread: World thread.
#pragma once

#include "backend/control/simulation.h"
#include "backend/swarm/findings.h"

namespace sb {

class StockCheck {
public:
    StockCheck(Simulation& simulation, Findings& findings);
    // Listener of the event log.
    void onLogged(const Event& event);
    void second();
    // Requires equal copies.
    void finish();

private:
    Simulation& m_simulation;
    Findings& m_findings;
    bool m_isBound; // the run sells from rights
    std::uint64_t m_announced = 0; // units that revocations may cost
};

} // namespace sb
