// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/store_state.h"

#include "backend/base/hash.h"

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
    for (const std::uint64_t note : state.notes)
        putWord(out, note);
    putWord(out, state.logs.size());
    for (const LogBounds& log : state.logs) {
        putWord(out, std::uint64_t { log.id.incarnation } << 8 | log.id.origin.value);
        putWord(out, log.begin);
        putWord(out, log.end);
    }
    putWord(out, hashBytes(out));
    return out;
}

std::optional<StoreState> decodeState(std::string_view bytes)
{
    constexpr std::size_t kFixedWords = 2 * kTableCount + kStoreNoteCount + 2;
    const std::size_t words = bytes.size() / 8;
    if (bytes.size() % 8 != 0 || words < kFixedWords || words > kFixedWords + 3 * kMaxLogs)
        return std::nullopt;
    if (wordAt(bytes, words - 1) != hashBytes(bytes.substr(0, (words - 1) * 8)))
        return std::nullopt;
    StoreState state;
    std::size_t next = 0;
    for (std::size_t table = 0; table < kTableCount; ++table) {
        state.digests[table] = wordAt(bytes, next++);
        state.live[table] = wordAt(bytes, next++);
    }
    for (std::uint64_t& note : state.notes)
        note = wordAt(bytes, next++);
    if (wordAt(bytes, next++) * 3 != words - kFixedWords)
        return std::nullopt;
    while (next + 1 < words) {
        const std::uint64_t id = wordAt(bytes, next++);
        const std::uint64_t begin = wordAt(bytes, next++);
        const std::uint64_t end = wordAt(bytes, next++);
        const std::uint64_t incarnation = id >> 8;
        if ((id & 0xFF) >= kMaxLogRegions || incarnation > kMaxIncarnations || begin < 1 || begin > end
            || end >= (std::uint64_t { 1 } << kSeqBits))
            return std::nullopt;
        const LogId log { RegionId { static_cast<std::uint8_t>(id) },
            static_cast<std::uint32_t>(incarnation) };
        if (!state.logs.empty() && !(state.logs.back().id < log))
            return std::nullopt;
        state.logs.push_back({ log, begin, end });
    }
    return state;
}

} // namespace sb
