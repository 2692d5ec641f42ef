// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/store.h"

#include "backend/base/hash.h"
#include "backend/kernel/mutant.h"

#include <bit>
#include <cstring>
#include <string_view>

namespace sb {

namespace {

// Six words, each little-endian, so that a digest means the same on every machine.
class WordBuffer {
public:
    void add(std::uint64_t word)
    {
        if constexpr (std::endian::native != std::endian::little)
            word = __builtin_bswap64(word);
        std::memcpy(m_bytes.data() + m_size, &word, sizeof word);
        m_size += sizeof word;
    }
    [[nodiscard]] std::string_view bytes() const { return { m_bytes.data(), m_size }; }

private:
    std::array<char, 48> m_bytes;
    std::size_t m_size = 0;
};

} // namespace

std::string_view toString(Table table)
{
    switch (table) {
    case Table::Books:
        return "books";
    case Table::Carts:
        return "carts";
    case Table::Orders:
        return "orders";
    }
    return "unknown";
}

std::uint64_t Store::rowHash(const Key& key, const Item& item)
{
    const Version& version = item.version;
    WordBuffer words;
    words.add(std::uint64_t { static_cast<std::uint8_t>(key.table) } | std::uint64_t { item.isDeleted } << 8
        | std::uint64_t { version.origin.value } << 16 | std::uint64_t { version.incarnation } << 32);
    words.add(key.partition);
    words.add(key.sort);
    words.add(version.hlc.value);
    words.add(version.seq);
    words.add(hashBytes(item.value));
    return hashBytes(words.bytes());
}

void Store::put(const Key& key, const Item& item)
{
    const auto table = static_cast<std::size_t>(key.table);
    SB_ASSERT(table < m_digests.size());
    const std::uint64_t added = rowHash(key, item);
    std::uint64_t removed = 0;
    bool wasLive = false;
    if (const Item* old = find(key)) {
        removed = SB_MUTANT(DigestDrifts) ? 0 : rowHash(key, *old);
        wasLive = !old->isDeleted;
    }
    m_digests[table] += added - removed;
    m_live[table] += static_cast<std::uint64_t>(!item.isDeleted) - static_cast<std::uint64_t>(wasLive);
    replace(key, item);
}

} // namespace sb
