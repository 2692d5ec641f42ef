// SPDX-License-Identifier: GPL-3.0-or-later
// What a durable store writes beside its rows in every commit: digests, live counts and log bounds, under a
// checksum. Compared with the rows at opening, it shows damage that SQLite does not notice.
#pragma once

#include "backend/store/log_codec.h"
#include "backend/store/store.h"
#include "backend/store/types.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

inline constexpr std::size_t kMaxLogs = kMaxLogRegions * kMaxIncarnations;
// Of a log position; origin (6 bits) and incarnation (10 bits) stand above them, so that one positive
// 64-bit integer orders the entries of every log.
inline constexpr int kSeqBits = 47;

struct StoreState {
    std::array<std::uint64_t, kTableCount> digests {};
    std::array<std::uint64_t, kTableCount> live {};
    std::array<std::uint64_t, kStoreNoteCount> notes {};
    std::vector<LogBounds> logs; // in order of LogId, distinct
    friend bool operator==(const StoreState&, const StoreState&) = default;
};

// Little-endian words: digest and live count per table, the notes, the number of logs, each log's id and
// bounds, the checksum.
[[nodiscard]] std::string encodeState(const StoreState& state);
// Nothing when the bytes are damaged or the bounds impossible.
[[nodiscard]] std::optional<StoreState> decodeState(std::string_view bytes);

} // namespace sb
