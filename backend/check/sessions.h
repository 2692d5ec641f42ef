// SPDX-License-Identifier: GPL-3.0-or-later
// The four session guarantees of Terry et al. (1994), judged from versions: each write got a place in the log
// of its origin, and each read says how much of each origin's log the answer reflects. A store with one
// sequence number, or one per item, is the case of a single origin.
// It judges sessions, not the store: what two sessions see may differ as it likes.
// Thread: pure function.
// Invariants: (1) sound: each violation is shown by the versions alone, whatever the timing; (2) writes that
//   were not acknowledged are not held against anybody; (3) work grows with n log n times origins squared.
#pragma once

#include "backend/check/history.h"
#include "backend/check/report.h"

namespace sb::check {

// By origin, how many entries of its log are included; shorter vectors end in zeroes.
using VersionVector = std::vector<std::uint64_t>;

struct SessionOperation {
    ProcessId session;
    KeyId key;
    bool isWrite = false;
    // Of a write: its origin, and its place in that origin's log, from 1.
    std::uint32_t origin = 0;
    std::uint64_t sequence = 0;
    // Of a read: what the answer reflects.
    VersionVector seen;
};

struct SessionOptions {
    // Sequence numbers count per item, so that operations on different keys say nothing about each other.
    bool isPerKey = false;
};

// `history` holds acknowledged operations, those of one session in the order in which it did them; sessions
// may be mixed in any way. Notes ReadYourWrites and MonotonicReads once for each read concerned,
// MonotonicWrites and WritesFollowReads once for each write.
[[nodiscard]] Report checkSessions(
    const std::vector<SessionOperation>& history, const SessionOptions& options = {});

} // namespace sb::check
