// SPDX-License-Identifier: GPL-3.0-or-later
// Is there one order of all operations on a register (read, write, compare-and-set) that respects real time
// and explains every answer? Keys are judged one by one, which decides the whole: linearizability is local
// (Herlihy and Wing, 1990). The search is that of Wing and Gong (1993) with Lowe's memory of configurations
// already tried (2017). It does not judge transactions over several keys: see list_append.h for those.
// An operation of unknown outcome may take effect at any time after its invocation, or never.
// Thread: pure function.
// Invariants: (1) Passed and Violated are proofs, but for the chance of about 2^-80 that two of a million
//   configurations share their 128-bit mark; (2) the work per key is bounded by statesMax, beyond which the
//   report gives up by name and number; (3) the same history gives the same report.
#pragma once

#include "backend/check/history.h"
#include "backend/check/report.h"

namespace sb::check {

struct LinearizabilityOptions {
    Value initial = kNil; // what every register holds at the start
    // Operations put in place or taken back, for one key, beyond the one for each that nobody can save. One
    // costs up to 60 bytes.
    std::uint64_t statesMax = 1'000'000;
};

struct LinearizabilityResult {
    Report report; // NotLinearizable, once for each key concerned
    std::uint64_t states = 0; // work done for the verdicts alone, without that for the counterexamples
    std::size_t keys = 0;
};

// Judges Read, Write and Cas; requires that there is no Add.
// The example of a violation is the smallest prefix in real time that cannot be explained: its operations are
// those invoked by then, and the sentence says what the last answer could have been instead.
[[nodiscard]] LinearizabilityResult checkLinearizable(
    const History& history, const LinearizabilityOptions& options = {});

} // namespace sb::check
