// SPDX-License-Identifier: GPL-3.0-or-later
// The checks of a run under the tests' own name: they live with the swarm, which asserts them for every seed.
#pragma once

#include "backend/swarm/invariants.h"

namespace sb::test {

using sb::Invariants;

} // namespace sb::test
