// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/store.h"

#include "backend/base/hash.h"
#include "backend/kernel/mutant.h"

#include "backend/store/log_codec.h"
#include "backend/store/store_state.h"

#include <algorithm>
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
    case Table::Stock:
        return "stock";
    case Table::Claims:
        return "claims";
    case Table::Posts:
        return "posts";
    }
    return "unknown";
}

std::uint64_t Store::rowHash(const Key& key, const ItemView& item)
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

void Store::put(const Key& key, const ItemView& item)
{
    const auto table = static_cast<std::size_t>(key.table);
    SB_ASSERT(table < m_digests.size());
    const std::uint64_t added = rowHash(key, item);
    std::uint64_t removed = 0;
    bool wasLive = false, wasDeleted = false;
    if (const Item* old = find(key)) {
        removed = SB_MUTANT(DigestDrifts) ? 0 : hashFound(key, *old);
        wasDeleted = old->isDeleted;
        wasLive = !wasDeleted;
    }
    m_digests[table] += added - removed;
    m_buckets[bucketOf(key)] += (item.isDeleted ? 0 : added) - (wasLive ? removed : 0);
    m_live[table] += static_cast<std::uint64_t>(!item.isDeleted) - static_cast<std::uint64_t>(wasLive);
    m_tombstones += static_cast<std::uint64_t>(item.isDeleted) - static_cast<std::uint64_t>(wasDeleted);
    replace(key, item, added);
}

void Store::erase(const Key& key)
{
    const Item* old = find(key);
    if (old == nullptr)
        return;
    const auto table = static_cast<std::size_t>(key.table);
    const std::uint64_t removed = hashFound(key, *old);
    m_digests[table] -= removed;
    m_buckets[bucketOf(key)] -= old->isDeleted ? 0 : removed;
    m_live[table] -= old->isDeleted ? 0 : 1;
    m_tombstones -= old->isDeleted ? 1 : 0;
    remove(key);
}

std::uint64_t Store::digest() const
{
    std::size_t table = 0;
    while (table < m_combinedCount && m_combinedOf[table] == m_digests[table])
        ++table;
    for (; table < kTableCount; ++table) {
        m_combinedOf[table] = m_digests[table];
        m_combined[table + 1] = hashCombine(m_combined[table], m_digests[table]);
    }
    m_combinedCount = kTableCount;
    return m_combined[kTableCount];
}

std::uint64_t Store::liveDigest(Table table) const
{
    const BucketRange& range = kBucketRanges[static_cast<std::size_t>(table)];
    std::uint64_t sum = 0;
    for (std::size_t bucket = range.first; bucket < range.first + range.count; ++bucket)
        sum += m_buckets[bucket];
    return sum;
}

std::uint64_t Store::noteFound(const Key& key, const Item& item)
{
    const std::uint64_t hash = rowHash(key, item);
    m_buckets[bucketOf(key)] += item.isDeleted ? 0 : hash;
    m_tombstones += item.isDeleted ? 1 : 0;
    return hash;
}

LogBounds Store::boundsOf(LogId log) const
{
    for (const LogBounds& bounds : m_logs)
        if (bounds.id == log)
            return bounds;
    return { log, 1, 1 };
}

std::size_t Store::makeLog(LogId log)
{
    SB_ASSERT(log.origin.value < kMaxLogRegions);
    SB_ASSERT(log.incarnation <= kMaxIncarnations);
    std::size_t index = 0;
    while (index < m_logs.size() && m_logs[index].id < log)
        ++index;
    if (index == m_logs.size() || m_logs[index].id != log) {
        m_logs.insert(m_logs.begin() + static_cast<std::ptrdiff_t>(index), LogBounds { log, 1, 1 });
        insertLog(index);
    }
    return index;
}

void Store::append(const SharedEntry& entry)
{
    const Version& version = entry->version;
    const std::size_t index = makeLog(version.log());
    SB_ASSERT(version.seq == m_logs[index].end);
    SB_ASSERT(version.seq < (std::uint64_t { 1 } << kSeqBits) - 1);
    ++m_logs[index].end; // also after an error, so that the caller's numbering goes on
    appendEntry(entry, index);
}

const LogEntry* Store::logEntry(LogId log, std::uint64_t seq)
{
    const SharedEntry* entry = sharedEntry(log, seq);
    return entry == nullptr ? nullptr : &**entry;
}

const SharedEntry* Store::sharedEntry(LogId log, std::uint64_t seq)
{
    for (std::size_t index = 0; index < m_logs.size(); ++index) {
        const LogBounds& bounds = m_logs[index];
        if (bounds.id == log)
            return seq >= bounds.begin && seq < bounds.end ? readEntry(index, seq) : nullptr;
    }
    return nullptr;
}

void Store::trimLog(LogId log, std::uint64_t before)
{
    for (std::size_t index = 0; index < m_logs.size(); ++index) {
        LogBounds& bounds = m_logs[index];
        const std::uint64_t to = std::min(before, bounds.end);
        if (bounds.id != log || to <= bounds.begin)
            continue;
        const std::uint64_t from = bounds.begin;
        bounds.begin = to;
        dropEntries(index, from, to);
    }
}

void Store::startLog(LogId log, std::uint64_t next)
{
    SB_ASSERT(next >= 1);
    LogBounds& bounds = m_logs[makeLog(log)];
    SB_ASSERT(bounds.begin == bounds.end);
    bounds.begin = bounds.end = next;
    noteChanged();
}

void Store::setNote(StoreNote note, std::uint64_t value)
{
    std::uint64_t& kept = m_notes[static_cast<std::size_t>(note)];
    if (kept == value)
        return;
    kept = value;
    noteChanged();
}

void Store::clear()
{
    m_digests.fill(0);
    m_live.fill(0);
    m_buckets.fill(0);
    m_tombstones = 0;
    m_notes.fill(0);
    m_logs.clear();
    dropAll();
}

} // namespace sb
