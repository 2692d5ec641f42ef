// SPDX-License-Identifier: GPL-3.0-or-later
// What a durable store writes beside its rows in every commit: digests, live counts and log bounds, under a
// checksum. Compared with the rows at opening, it shows damage that SQLite does not notice.
#pragma once

#include "backend/store/log_codec.h"
#include "backend/store/types.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

inline constexpr std::size_t kMaxOrigins = kMaxLogRegions;
// Of a log position; the origin stands above them, so that one integer orders the logs.
inline constexpr int kSeqBits = 56;

// First retained seq and one past the last.
struct LogBounds {
    std::uint64_t begin = 1;
    std::uint64_t end = 1;
    friend bool operator==(const LogBounds&, const LogBounds&) = default;
};

struct StoreState {
    std::array<std::uint64_t, kTableCount> digests {};
    std::array<std::uint64_t, kTableCount> live {};
    std::vector<LogBounds> logs; // index = RegionId
    friend bool operator==(const StoreState&, const StoreState&) = default;
};

// Little-endian words: digest and live count per table, the number of logs, their bounds, the checksum.
[[nodiscard]] std::string encodeState(const StoreState& state);
// Nothing when the bytes are damaged or the bounds impossible.
[[nodiscard]] std::optional<StoreState> decodeState(std::string_view bytes);

} // namespace sb
