// SPDX-License-Identifier: GPL-3.0-or-later
// Checks by counting: sets that only grow, counters, accounts whose total stays the same, and ids that must
// all be somewhere exactly once. Each looks at one object, or sorts by key where it says so.
// Thread: pure functions. Outcomes and times as in history.h.
#pragma once

#include "backend/check/history.h"
#include "backend/check/report.h"

#include <span>

namespace sb::check {

// A grow-only set: every acknowledged element must be in every read that begins after the acknowledgement,
// or after the end of a read that has it. With `mayBeStale` (a broadcast, an eventually consistent set) it
// may come late, but must be in the last reads.
struct SetOperation {
    ProcessId process;
    bool isRead = false;
    Value element = kNil; // added
    std::vector<Value> elements; // read, in any order
    Instant invoked;
    Instant completed = kNever;
    Outcome outcome = Outcome::Info;
};

struct SetResult {
    // LostElement, StaleRead, DuplicateElement (once for each read and element), PhantomRead (nobody tried to
    // add it), G1a (its add failed). Undecided if acknowledged elements were never read, nor could have been.
    Report report;
    std::uint64_t attempted = 0; // adds
    std::uint64_t acknowledged = 0;
    std::uint64_t recovered = 0; // of unknown outcome, and read
    std::uint64_t stable = 0; // in every read that had to have it, of which there was one
    std::uint64_t lost = 0; // known, and in no read from some time on
    std::uint64_t stale = 0; // known, missing, and there again; counted even if staleness is allowed
    std::uint64_t neverRead = 0; // acknowledged, but no read began afterwards
};

// An element added twice counts as added by its first acknowledged attempt.
[[nodiscard]] SetResult checkSet(const std::vector<SetOperation>& history, bool mayBeStale = false);

// Counters, one for each key: a read lies between the sum of what is certain and what is possible at the
// time. `readsFrom` leaves out earlier reads, for counters that need time to converge. Judges Add and Read.
// A counter that was never added to reads 0.
[[nodiscard]] Report checkCounters(const History& history, Instant readsFrom = kStart);

// One read of all accounts. Transfers do not appear: whatever they do, the total stays.
struct BankRead {
    ProcessId process;
    std::vector<std::pair<KeyId, Value>> balances; // account and balance, in any order
    Instant invoked;
    Instant completed;
};

struct Bank {
    std::vector<KeyId> accounts;
    Value total = 0;
    bool mayBeNegative = false;
};

[[nodiscard]] Report checkBank(const std::vector<BankRead>& reads, const Bank& bank);

// Where ids ended up: "live", "superseded", "in the list of losses".
struct Place {
    std::string name;
    std::vector<Value> ids;
};

// Everything issued is in exactly one place, and nothing else is anywhere.
[[nodiscard]] Report checkConservation(std::span<const Value> issued, const std::vector<Place>& places);

// No id was handed out twice. Number texts with Names.
[[nodiscard]] Report checkUniqueIds(std::span<const Value> ids);

} // namespace sb::check
