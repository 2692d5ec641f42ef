// SPDX-License-Identifier: GPL-3.0-or-later
// Judges histories of transactions that append unique values to lists and read whole lists. A list carries
// its own history, so the version order of a key is the longest list read, and the rest follows: who wrote
// what was read, who replaced it, who missed it. The idea is Kingsbury and Alvaro's Elle (2020); the
// reasoning about acknowledged appends that no read ever saw is added, because losing those is the commonest
// defect of all.
// Thread: pure function.
// Invariants: (1) sound: each anomaly is a proof that no execution of the level that forbids it gives these
//   answers; (2) complete for Serializable, StrongSessionSerializable and StrictSerializable: what no
//   execution explains is found. For SnapshotIsolation it is not quite: in which order appends that nobody
//   read came is not known, and a contradiction that lies in that order alone passes.
// Gives up on a history that appends one value twice to one key.
#pragma once

#include "backend/check/transactions.h"

namespace sb::check {

// Finds G0 to G2 with their session and realtime forms, Internal, LostUpdate, DuplicateElement,
// IncompatibleOrder, PhantomRead and LostAppend. Judge the report with verdictAt.
[[nodiscard]] Report checkListAppend(
    const TransactionHistory& history, const TransactionOptions& options = {});

} // namespace sb::check
