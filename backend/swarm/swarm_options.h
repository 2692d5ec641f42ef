// SPDX-License-Identifier: GPL-3.0-or-later
// What one seed stands for: a world drawn at random, the troubles that befall it, and how it is healed. A
// plain value, drawn once and then free to be changed: shrinking a failure edits it. The ranges start from
// those of TigerBeetle's simulator (its options_swarm), as far as this engine has the knob; the idea of
// leaving whole kinds of trouble out of a run is Groce's swarm testing (2012). Thread: none; pure functions
// of the seed.
#pragma once

#include "backend/base/rng.h"
#include "backend/control/headless.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sb {

struct SwarmOptions {
    std::string profile = "as-aws"; // or "hardened"
    Duration length = 10min; // of virtual time, 2 min … 2 h
};
// Names the option and what it may be.
[[nodiscard]] Result<> validate(const SwarmOptions& options);

// One mishap: commands that belong together and fall or stay together when a failure is shrunk.
struct Trouble {
    std::string kind; // row of the table in swarm_troubles.cpp
    std::vector<TimedCommand> commands; // in order of time
};

// What a seed does besides its run. Drawn for some seeds only, because it costs a second run.
enum class SwarmOracle : std::uint8_t { None, SameRunTwice, OtherStore };

struct SwarmCase {
    RunConfig config; // with the seed
    std::vector<Trouble> troubles; // phase 1, safety: until coreAt
    Instant coreAt; // phase 2: a core is healed and must catch up
    Instant healAt; // phase 3: everything is healed
    Instant until; // customers rest, and all copies must become equal
    std::vector<std::string> core; // 2 or more of config.regions
    bool leavesOthersDead = false; // those outside the core are taken out in phase 2
    bool failsBack = false; // held regions are failed back in phase 3
    SwarmOracle oracle = SwarmOracle::None;
};

// Requires valid options.
[[nodiscard]] SwarmCase drawCase(std::uint64_t seed, const SwarmOptions& options);
// The case as a person reads it: the world in one line, then a line per command.
[[nodiscard]] std::string toText(const SwarmCase& swarmCase);

// The troubles of a run between `from` and `to`, in order of their first command. Each kind of the table is
// left out of the run with probability 1/2, but not all.
[[nodiscard]] std::vector<Trouble> drawTroubles(
    Rng& rng, const RunConfig& config, Instant from, Instant to, std::size_t count);
// Names of the table's rows.
[[nodiscard]] std::vector<std::string> troubleKinds();

// The same for what operators do to routing in mid-run, from a table of its own (swarm_steering.cpp).
[[nodiscard]] std::vector<Trouble> drawSteering(
    Rng& rng, const RunConfig& config, Instant from, Instant to, std::size_t count);
[[nodiscard]] std::vector<std::string> steeringKinds();
// Routing controls as a run may have them: one for each region, "armed" besides, without which none may be
// changed, and the rules "armed-first" and "at-least-one". TOML.
[[nodiscard]] std::string armedControls(const std::vector<std::string>& regions);
// A plan as a run may have it: parallel steps, an approval, variants, roll-back, times that run out. TOML.
[[nodiscard]] std::string rehearsalPlan();

} // namespace sb
