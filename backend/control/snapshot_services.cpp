// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a snapshot about services, stores and health checks. Changes nothing.
#include "backend/control/simulation.h"

namespace sb {

void Simulation::fillServices(Snapshot&) const { }

void Simulation::fillChecks(Snapshot&) const { }

} // namespace sb
