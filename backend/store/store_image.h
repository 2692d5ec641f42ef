// SPDX-License-Identifier: GPL-3.0-or-later
// All that a store holds at one moment, as a value, and the way back to it. For stores that have no disk
// under them which could keep an earlier state.
// Thread: the store's.
#pragma once

#include "backend/store/store.h"

#include <array>
#include <cstdint>
#include <vector>

namespace sb {

struct StoreImage {
    std::vector<Row> rows; // tombstones included
    std::vector<LogBounds> logs; // in order of LogId
    std::vector<LogEntry> entries; // of all logs, log by log, each from its begin to its end
    std::array<std::uint64_t, kStoreNoteCount> notes {};
    std::array<std::uint64_t, kTableCount> digests {};
};

[[nodiscard]] StoreImage imageOf(Store& store);
// Afterwards the store holds what it held then, and nothing else.
void restore(Store& store, const StoreImage& image);
// Whether it holds exactly that, by digests, log ends and notes.
[[nodiscard]] bool holds(const Store& store, const StoreImage& image);
// Whether some log of the store goes on beyond where it ended then.
[[nodiscard]] bool endsLater(const Store& store, const std::vector<LogBounds>& then);

} // namespace sb
