// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/row_cache.h"

#include "backend/base/hash.h"

#include <algorithm>
#include <utility>

namespace sb {
namespace {

constexpr std::size_t kFirstSlots = 64;
constexpr std::size_t kCacheLine = 64;

void prefetchRow(const RowCache::Row* row)
{
    __builtin_prefetch(row);
    __builtin_prefetch(reinterpret_cast<const char*>(row) + kCacheLine);
}

} // namespace

std::uint64_t RowCache::hashOf(const Key& key)
{
    const std::uint64_t hash = mix64(key.partition * 0x9E3779B97F4A7C15ULL + key.sort * 0xC2B2AE3D27D4EB4FULL
        + static_cast<std::uint64_t>(key.table));
    return hash | 1;
}

RowCache::Slot* RowCache::Generation::find(std::uint64_t hash, const Key& key)
{
    if (slots.empty())
        return nullptr;
    const std::size_t mask = slots.size() - 1;
    for (std::size_t index = hash >> 1 & mask; slots[index].hash != 0; index = (index + 1) & mask)
        if (slots[index].hash == hash && slots[index].row != nullptr && slots[index].row->key == key)
            return &slots[index];
    return nullptr;
}

void RowCache::Generation::add(std::uint64_t hash, Row* row)
{
    if (2 * (count + 1) > slots.size()) {
        std::vector<Slot> before(std::max(kFirstSlots, slots.size() * 2));
        before.swap(slots);
        count = 0;
        for (const Slot& slot : before)
            if (slot.row != nullptr)
                add(slot.hash, slot.row);
    }
    const std::size_t mask = slots.size() - 1;
    std::size_t index = hash >> 1 & mask;
    while (slots[index].hash != 0)
        index = (index + 1) & mask;
    slots[index] = { hash, row };
    ++count;
}

RowCache::Row* RowCache::find(const Key& key)
{
    const Slot* slot = m_young.find(hashOf(key), key);
    return slot == nullptr ? nullptr : slot->row;
}

RowCache::Taken RowCache::take(const Key& key)
{
    const std::uint64_t hash = hashOf(key);
    Slot* slot = m_old.find(hash, key);
    Taken taken { slot == nullptr ? nullptr : std::exchange(slot->row, nullptr), slot == nullptr };
    if (isFull())
        age();
    if (taken.isNew) {
        if (m_free.empty())
            m_free.push_back(&m_rows.emplace_back());
        taken.row = m_free.back();
        m_free.pop_back();
        *taken.row = {};
        taken.row->key = key;
    }
    m_young.add(hash, taken.row);
    return taken;
}

void RowCache::age()
{
    for (const Slot& slot : m_old.slots)
        if (slot.row != nullptr)
            m_free.push_back(slot.row);
    std::fill(m_old.slots.begin(), m_old.slots.end(), Slot {});
    m_old.count = 0;
    std::swap(m_old, m_young);
}

void RowCache::prefetch(const Key& key, bool isNear) const
{
    if (m_young.slots.empty())
        return;
    const Slot& slot = m_young.slots[hashOf(key) >> 1 & (m_young.slots.size() - 1)];
    if (!isNear)
        __builtin_prefetch(&slot);
    else if (slot.row != nullptr)
        prefetchRow(slot.row);
}

const std::vector<RowCache::Row*>& RowCache::takeWaiting()
{
    m_taken.swap(m_waiting);
    m_waiting.clear();
    for (Row* row : m_taken)
        row->isWaiting = false;
    // 0, not in the file yet, comes last.
    const auto placeOf = [](const Row* row) { return static_cast<std::uint64_t>(row->id) - 1; };
    std::stable_sort(
        m_taken.begin(), m_taken.end(), [&](const Row* a, const Row* b) { return placeOf(a) < placeOf(b); });
    return m_taken;
}

void RowCache::clear()
{
    m_waiting.clear();
    m_taken.clear();
    m_free.clear();
    m_young = {};
    m_old = {};
    m_rows.clear();
}

} // namespace sb
