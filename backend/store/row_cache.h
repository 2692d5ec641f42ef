// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a durable store in memory: those that were used lately, and those that wait to be written. A row
// that is written several times between two commits is written to the file once.
// Two generations: a row that is used is in the young one; when that is full, it becomes the old one, and
// what was in the old one and not used since is forgotten. So a row just returned outlives the next call, and
// memory is bounded by twice the size of a generation.
// Thread: that of the store.
#pragma once

#include "backend/store/types.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

namespace sb {

class RowCache {
public:
    struct Row {
        Key key;
        std::int64_t id = 0; // in the file; 0: it is not there
        bool isThere = false; // the key holds `item`
        bool isWaiting = false; // the file does not know
        std::uint64_t hash = 0; // Store::rowHash(); 0: not known
        Item item;
    };

    // `generation`: rows in it; 1 or more.
    explicit RowCache(std::size_t generation)
        : m_generation(generation)
    {
    }

    // nullptr: not in the young generation.
    [[nodiscard]] Row* find(const Key& key);
    // For a key that is not there: brings it there from the old one, or as a new row of which nothing is
    // known (isNew). Requires that no row waits when isFull().
    struct Taken {
        Row* row = nullptr;
        bool isNew = false;
    };
    [[nodiscard]] Taken take(const Key& key);
    [[nodiscard]] bool isFull() const { return m_young.count >= m_generation; }
    // As Store::prefetch().
    void prefetch(const Key& key, bool isNear) const;

    void wait(Row& row)
    {
        if (!row.isWaiting)
            m_waiting.push_back(&row);
        row.isWaiting = true;
    }
    // None waits any more. In the order of the file, new ones last in the order in which they came; valid
    // until the next call.
    [[nodiscard]] const std::vector<Row*>& takeWaiting();

    void clear();

private:
    // Open addressing with linear probing, a power of two of slots, at most half of them used.
    struct Slot {
        std::uint64_t hash = 0; // 0: never used
        Row* row = nullptr; // null although used: the row is in the other generation now
    };
    struct Generation {
        std::vector<Slot> slots;
        std::size_t count = 0; // of slots used

        [[nodiscard]] Slot* find(std::uint64_t hash, const Key& key);
        void add(std::uint64_t hash, Row* row);
    };

    [[nodiscard]] static std::uint64_t hashOf(const Key& key);
    void age();

    std::size_t m_generation;
    Generation m_young, m_old;
    std::deque<Row> m_rows; // places that stay
    std::vector<Row*> m_free;
    std::vector<Row*> m_waiting, m_taken;
};

} // namespace sb
