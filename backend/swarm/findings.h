// SPDX-License-Identifier: GPL-3.0-or-later
// The numbered invariants of the engine, and what the checks of a run found: violations, and how much each
// check looked at (a check that saw nothing proves nothing). Thread: one. Invariant: the first violation kept
// is the first that was found.
#pragma once

#include "backend/base/time.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

// Numbers 1 to 20 are fixed: reports, mutants and documents name them. From 21 on: invariants of a run as a
// whole.
enum class Invariant : std::uint8_t {
    Convergence = 1, // after heal and quiet, all copies and positions are equal
    Conservation = 2, // an acknowledged write is live, superseded, or recorded as a conflict's loser
    NoInvention = 3, // whatever a store holds was written by someone
    LogOrder = 4, // contiguous positions, increasing clocks, one content per position
    Idempotence = 5, // applying again changes nothing
    VectorHonesty = 6, // a region has what its positions claim
    Stock = 7, // sold from rights: nothing is sold that never came, rights are conserved
    Orders = 8, // one order number, one order
    Cart = 9, // an addition that no removal saw is present
    Tombstones = 10, // nothing returns after its tombstone was collected
    Sessions = 11, // clients with tokens read what they wrote and saw, or are told that they do not
    Fence = 12, // no write is acknowledged behind a complete fence; one writer to an epoch of the blog
    Strong = 13, // strong tables are linearizable per key
    Router = 14, // there is an answer; the dead leave it in time; nobody comes back with a jump
    Liveness = 15, // what is healed catches up within backlog / drain rate + slack
    RpoReport = 16, // the list of writes at risk is the difference of the stores
    Bootstrap = 17, // a rebuilt region is whole or starts again
    Timeline = 18, // each fault and command stands in the record once, in order
    Limits = 19, // nothing grows without bound
    Clock = 20, // no stamp from beyond the largest offset
    Residue = 21, // a fault that is over has left nothing
    SameRunTwice = 22, // the same seed gives the same state hash
    StoresAgree = 23, // so does the other kind of store
    Board = 24, // the best-seller board counts what the orders in the store add up to
    Cache = 25, // no cached price is older than the region's own store
    Steering = 26, // shifts, dials and routing controls are what operators set, and no longer
    Plans = 27, // an execution of a plan does every step, or says why not, and comes to an end
    Objects = 28, // an object is where its rules promised it, or went with a store that was lost
};
inline constexpr int kInvariantCount = static_cast<int>(Invariant::Objects) + 1; // 0 is unused

[[nodiscard]] std::string_view toString(Invariant invariant); // "log-order"
// False for those whose feature the engine has yet to grow.
[[nodiscard]] bool isChecked(Invariant invariant);

struct Violation {
    Invariant invariant = Invariant::Convergence;
    Instant at = kStart; // when it was seen, to a tenth of a second
    std::string what; // one English sentence
};
// "4 log-order at 1 min 07 s: …"
[[nodiscard]] std::string toText(const Violation& violation);

class Findings {
public:
    using Looks = std::array<std::uint64_t, kInvariantCount>;

    void setNow(Instant now) { m_now = now; }
    void look(Invariant invariant, std::uint64_t count = 1)
    {
        m_looks[static_cast<std::size_t>(invariant)] += count;
    }
    void violate(Invariant invariant, std::string what);
    // Counts one look, and a violation unless `holds`. `what` is called for its sentence only then.
    template<typename What> void expect(Invariant invariant, bool holds, What&& what)
    {
        look(invariant);
        if (!holds)
            violate(invariant, what());
    }

    // The first twenty; a broken engine would fill the memory.
    [[nodiscard]] const std::vector<Violation>& violations() const { return m_violations; }
    [[nodiscard]] const Looks& looks() const { return m_looks; }

private:
    Instant m_now = kStart;
    Looks m_looks {};
    std::vector<Violation> m_violations;
};

} // namespace sb
