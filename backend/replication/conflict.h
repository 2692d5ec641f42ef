// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a meeting of two versions that did not know of each other. The kinds follow the names that
// PostgreSQL's replication tools use (Spock, PGD), so that database people feel at home, plus ours.
#pragma once

#include "backend/replication/policy.h"
#include "backend/store/types.h"

#include <string>
#include <string_view>

namespace sb {

enum class ConflictKind : std::uint8_t {
    InsertExists, // the key was written on both sides and may be written only once
    UpdateConcurrent, // both sides wrote a value
    UpdateMissing, // a value met a removal
    DeleteExists, // a removal met a value
    DeleteMissing, // both sides removed it: nothing to decide
    ClockQuarantine, // a stamp too far ahead of the local clock: its batch waits
    RightsExhausted, // a sale was refused although other regions had rights left
    FencedWrite, // a write was refused because the region's epoch was over
    RejoinSuperseded, // a write of a store that had been given up lost to what was written since
};
inline constexpr int kConflictKindCount = static_cast<int>(ConflictKind::RejoinSuperseded) + 1;
[[nodiscard]] std::string_view toString(ConflictKind kind); // "insert_exists", …

// One meeting, as found at one replica. Every replica that holds both versions finds the same one.
struct Conflict {
    Key key;
    ConflictKind kind = ConflictKind::UpdateConcurrent;
    ConflictPolicy rule = ConflictPolicy::LastWriterWins;
    Version winner;
    Version loser;
    bool isLoserKept = false; // something of it can still be read (merged)
    // The two stamps are further apart than clocks may be: the winner was really written later.
    bool isOrderProvable = true;
    std::string winnerValue, loserValue; // as the service wrote them; empty for removals
    Instant winnerAt = kNever, loserAt = kNever; // true commit times; kNever: no longer in the retained log
    std::uint64_t winnerRequest = 0, loserRequest = 0; // 0: no longer in the retained log
    CustomerId customer; // of the transaction being applied
};

} // namespace sb
