// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a durable store in memory: those that were used lately, and those that wait to be written. A row
// that is written several times between two commits is written to the file once.
// Two generations: a row that is used is in the young one; when that is full, it becomes the old one, and what
// was in the old one and not used since is forgotten. So a row just returned outlives the next call of add(), and
// memory is bounded by twice the size of a generation.
// Thread: that of the store.
#pragma once

#include "backend/base/hash.h"
#include "backend/store/types.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace sb {

class RowCache {
public:
    // `generation`: rows in it; 1 or more.
    explicit RowCache(std::size_t generation)
        : m_generation(generation)
    {
    }

    struct Row {
        Key key;
        std::int64_t id = 0; // in the file; 0: it is not there
        bool isThere = false; // the key holds `item`
        bool isWaiting = false; // the file does not know
        std::uint64_t hash = 0; // Store::rowHash(); 0: not known
        Item item;
    };

    // nullptr: nothing is known of the key.
    [[nodiscard]] Row* find(const Key& key)
    {
        if (const auto young = m_young.find(key); young != m_young.end())
            return &young->second;
        auto node = m_old.extract(key);
        return node.empty() ? nullptr : &m_young.insert(std::move(node)).position->second;
    }
    // Requires a key that find() does not know, and that no row waits when isFull().
    Row& add(const Key& key)
    {
        if (isFull()) {
            m_old = std::move(m_young);
            m_young.clear();
        }
        Row& row = m_young[key];
        row.key = key;
        return row;
    }
    [[nodiscard]] bool isFull() const { return m_young.size() >= m_generation; }

    void wait(Row& row)
    {
        if (!row.isWaiting)
            m_waiting.push_back(&row);
        row.isWaiting = true;
    }
    // None waits any more. In the order of the file, new ones last in the order in which they came; valid until
    // the next call.
    [[nodiscard]] const std::vector<Row*>& takeWaiting()
    {
        m_taken.swap(m_waiting);
        m_waiting.clear();
        for (Row* row : m_taken)
            row->isWaiting = false;
        const auto placeOf
            = [](const Row* row) { return static_cast<std::uint64_t>(row->id) - 1; }; // 0 comes last
        std::stable_sort(m_taken.begin(), m_taken.end(),
            [&](const Row* a, const Row* b) { return placeOf(a) < placeOf(b); });
        return m_taken;
    }

    void clear()
    {
        m_waiting.clear();
        m_young.clear();
        m_old.clear();
    }

private:
    struct KeyHash {
        std::size_t operator()(const Key& key) const
        {
            return mix64(hashCombine(static_cast<std::uint64_t>(key.table), key.partition)
                + key.sort * 0x9E3779B97F4A7C15ULL);
        }
    };
    using Rows = std::unordered_map<Key, Row, KeyHash>; // looked up only; rows keep their places

    std::size_t m_generation;
    Rows m_young, m_old;
    std::vector<Row*> m_waiting; // in m_young or m_old
    std::vector<Row*> m_taken;
};

} // namespace sb
