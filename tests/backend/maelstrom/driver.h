// SPDX-License-Identifier: GPL-3.0-or-later
// One seeded run of one workload: clients, faults, the end of all faults, last looks, the judgement.
#pragma once

#include "tests/backend/maelstrom/clients.h"
#include "tests/backend/maelstrom/virtual_cluster.h"

#include <optional>

namespace sb::maelstrom::test {

struct RunConfig {
    ClusterConfig cluster;
    std::size_t clients = 4;
    Duration length = 4s; // of the part with faults
    bool hasFaults = true;
    bool manglesAnswers = false; // answers go to the client that did not ask
};

struct RunResult {
    check::Report report;
    std::size_t done = 0; // requests answered with ok
    std::size_t faults = 0; // partitions and deaths
    std::size_t unserved = 0; // last looks, long after everything was healed, that had no good answer
    std::uint64_t lines = 0; // hash of all that nodes said
};

[[nodiscard]] RunResult runOnce(std::uint64_t seed, const RunConfig& config);

} // namespace sb::maelstrom::test
