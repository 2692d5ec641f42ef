// SPDX-License-Identifier: GPL-3.0-or-later
// Runs one seed. Three phases: safety (troubles happen; what is asserted must hold all the while), liveness
// (a core of regions is healed, others perhaps dead, and must have exchanged what its members had within
// backlog / drain rate + slack), and full heal (the same for all regions; then the customers rest, all copies
// must become equal, and nothing of any fault may be left). A run ends at its first violation. Everything but
// the customers' rest is a command in the journal, so that a recording replays; what is found after the rest
// is not in the recording, but the state that led to it is. Thread: the caller's; nothing is shared between
// two runs. Deterministic: no clock, no thread, no file but the recording.
#pragma once

#include "backend/kernel/buggify.h"
#include "backend/swarm/findings.h"
#include "backend/swarm/swarm_options.h"

#include <array>
#include <optional>

namespace sb {

// What is no violation and yet worth a figure, per run.
enum class RunTally : std::uint8_t {
    Conflicts, // last writer wins discarded a version
    WritesAtRisk, // listed in the RPO report
    WritesOverwritten, // of them: arrived, but lost to a newer version
    WritesLost, // of them: no copy left
    ShortCarts, // a cart came back with fewer lines than its customer had put in
    FailedCalls, // for the user
    ObjectiveBreaches, // errors above the objective
    FailBacksStopped,
    FailOpens, // answers that name what should get none, because nothing else was left
};
inline constexpr std::size_t kRunTallyCount = static_cast<std::size_t>(RunTally::FailOpens) + 1;
[[nodiscard]] std::string_view toString(RunTally tally); // "shortCarts", as in JSON

struct SwarmOutcome {
    std::uint64_t seed = 0;
    std::optional<Violation> violation; // the first
    std::uint64_t stateHash = 0;
    std::uint64_t executed = 0; // events of the World
    Duration length = 0us; // virtual time until the customers rested or the violation
    Findings::Looks looks {};
    std::array<std::uint64_t, kRunTallyCount> tallies {};
    std::array<std::uint64_t, kAnomalyCount> anomalies {}; // index = Anomaly
    std::array<std::uint64_t, kBuggifySites.size()> fired {};
    std::array<std::uint64_t, kBuggifySites.size()> enabled {}; // 0 or 1 per run
    std::array<std::uint64_t, kProbes.size()> reached {};
    std::uint64_t calls = 0, orders = 0; // ended, acknowledged
    std::uint64_t accepted = 0, refused = 0; // commands
};

struct SwarmRunOptions {
    std::string recordPath; // *.signalbox; empty: no recording
    std::optional<StoreKind> store; // instead of the case's, the configuration and its hash unchanged
    bool simulatesDisks = false; // SQLite stores run on disks that fail as the regions' do
};

// Fails when the case cannot be run at all (its world is invalid, the recording cannot be written).
[[nodiscard]] Result<SwarmOutcome> runCase(const SwarmCase& swarmCase, const SwarmRunOptions& options = {});
// As runCase, and then the seed's oracle, if it has one and the run itself was sound.
[[nodiscard]] Result<SwarmOutcome> runWithOracle(const SwarmCase& swarmCase);

} // namespace sb
