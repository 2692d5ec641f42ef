// SPDX-License-Identifier: GPL-3.0-or-later
// A bounded queue that drops its oldest element when full and counts what it dropped.
#pragma once

#include "backend/base/result.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace sb {

template<typename T> class RingBuffer {
public:
    explicit RingBuffer(std::size_t capacity)
        : m_slots(capacity)
    {
        SB_ASSERT(capacity > 0);
    }

    void push(T value)
    {
        m_slots[(m_first + m_size) % m_slots.size()] = std::move(value);
        if (m_size < m_slots.size()) {
            ++m_size;
        } else {
            m_first = (m_first + 1) % m_slots.size();
            ++m_dropped;
        }
    }

    // Oldest first; requires index < size().
    [[nodiscard]] const T& operator[](std::size_t index) const
    {
        return m_slots[(m_first + index) % m_slots.size()];
    }
    [[nodiscard]] T& operator[](std::size_t index) { return m_slots[(m_first + index) % m_slots.size()]; }
    [[nodiscard]] const T& back() const { return (*this)[m_size - 1]; }
    [[nodiscard]] T& back() { return (*this)[m_size - 1]; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::size_t capacity() const { return m_slots.size(); }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] std::uint64_t dropped() const { return m_dropped; }
    void clear() { m_first = m_size = 0; }

private:
    std::vector<T> m_slots;
    std::size_t m_first = 0;
    std::size_t m_size = 0;
    std::uint64_t m_dropped = 0;
};

} // namespace sb
