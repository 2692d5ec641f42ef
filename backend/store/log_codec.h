// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a log entry on disk: one format byte, fields as variable-length integers (LEB128, signed
// ones zigzag-coded), texts preceded by their length, and at the end the XXH3 of all that (8 bytes,
// little-endian).
// The encoding is canonical: an entry has exactly one, and decoding accepts no other.
// A chunk is some entries of one log that follow each other, each after its length.
// Decoding trusts nothing: every count and length is bounded before memory is taken.
#pragma once

#include "backend/base/result.h"
#include "backend/store/shared_entry.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

inline constexpr std::size_t kMaxLogEntryBytes = 16u << 20;
inline constexpr std::size_t kMaxLogRegions = 64;
inline constexpr std::size_t kMaxSeen = kMaxLogRegions * kMaxIncarnations;
inline constexpr std::size_t kMaxLogMutations = 1u << 16;

// Replaces `out`, keeping its capacity. Requires an entry within the bounds above.
void encodeLogEntry(const LogEntry& entry, std::string& out);
// Fails with Corrupt.
[[nodiscard]] Result<LogEntry> decodeLogEntry(std::string_view bytes);

// Appends an encoded entry to a chunk.
void addToChunk(std::string_view entry, std::string& chunk);
// One entry or more, of one log, numbered without a gap. Fails with Corrupt.
[[nodiscard]] Result<std::vector<SharedEntry>> decodeChunk(std::string_view bytes);

} // namespace sb
