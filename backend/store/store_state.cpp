// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/store_state.h"

#include "backend/base/hash.h"

#include <algorithm>

namespace sb {

namespace {

void putWord(std::string& out, std::uint64_t word)
{
    for (int shift = 0; shift < 64; shift += 8)
        out.push_back(static_cast<char>(word >> shift));
}

std::uint64_t wordAt(std::string_view bytes, std::size_t index)
{
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 8; ++i)
        word |= std::uint64_t { static_cast<unsigned char>(bytes[index * 8 + i]) } << (8 * i);
    return word;
}

} // namespace

std::string encodeState(const StoreState& state)
{
    std::string out;
    for (std::size_t table = 0; table < kTableCount; ++table) {
        putWord(out, state.digests[table]);
        putWord(out, state.live[table]);
    }
    putWord(out, state.logs.size());
    for (const LogBounds& log : state.logs) {
        putWord(out, log.begin);
        putWord(out, log.end);
    }
    putWord(out, hashBytes(out));
    return out;
}

std::optional<StoreState> decodeState(std::string_view bytes)
{
    constexpr std::size_t kFixedWords = 2 * kTableCount + 2;
    const std::size_t words = bytes.size() / 8;
    if (bytes.size() % 8 != 0 || words < kFixedWords || words > kFixedWords + 2 * kMaxOrigins)
        return std::nullopt;
    if (wordAt(bytes, words - 1) != hashBytes(bytes.substr(0, (words - 1) * 8)))
        return std::nullopt;
    StoreState state;
    std::size_t next = 0;
    for (std::size_t table = 0; table < kTableCount; ++table) {
        state.digests[table] = wordAt(bytes, next++);
        state.live[table] = wordAt(bytes, next++);
    }
    if (wordAt(bytes, next++) * 2 != words - kFixedWords)
        return std::nullopt;
    while (next + 1 < words) {
        const std::uint64_t begin = wordAt(bytes, next++);
        state.logs.push_back({ begin, wordAt(bytes, next++) });
    }
    const bool isSane = std::all_of(state.logs.begin(), state.logs.end(), [](const LogBounds& log) {
        return log.begin >= 1 && log.begin <= log.end && log.end < (std::uint64_t { 1 } << kSeqBits);
    });
    return isSane ? std::optional(state) : std::nullopt;
}

} // namespace sb
