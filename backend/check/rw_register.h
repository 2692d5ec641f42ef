// SPDX-License-Identifier: GPL-3.0-or-later
// Judges histories of transactions that write unique values to registers and read them. A register shows its
// last version only, so less can be inferred than from lists: a transaction that reads a and then writes b
// put b after a, nil comes before everything, and, if the store claims to follow real time, so does a write
// that ended before another began. The simpler form of the judge of list_append.h, after the same paper.
// Thread: pure function.
// Invariants: (1) sound, as for lists; circles that rest on the claim about real time are of the Realtime
//   kinds only; (2) not complete: two blind writes that nobody relates have no order here.
// Gives up on a history that writes one value twice to one key.
#pragma once

#include "backend/check/transactions.h"

namespace sb::check {

// Finds G0 to G2 with their session and realtime forms, Internal, LostUpdate and PhantomRead.
[[nodiscard]] Report checkRwRegister(
    const TransactionHistory& history, const TransactionOptions& options = {});

} // namespace sb::check
