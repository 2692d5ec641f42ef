// SPDX-License-Identifier: GPL-3.0-or-later
// Objects addressed by a 64-bit handle (slot number and generation), so that an event that outlives its
// object finds nothing instead of a stranger. Slots are reused last-in first-out: deterministic.
#pragma once

#include "backend/base/result.h"

#include <cstdint>
#include <deque>
#include <vector>

namespace sb {

template<typename T> class SlotPool {
public:
    // Never 0, so that 0 may mean "none".
    using Handle = std::uint64_t;

    // The object starts as it was left or default-constructed; the caller resets what it needs.
    Handle acquire()
    {
        std::uint32_t slot = 0;
        if (m_free.empty()) {
            slot = static_cast<std::uint32_t>(m_objects.size());
            m_objects.emplace_back();
            m_generations.push_back(1);
        } else {
            slot = m_free.back();
            m_free.pop_back();
            ++m_generations[slot];
        }
        ++m_used;
        return (static_cast<Handle>(m_generations[slot]) << 32) | slot;
    }

    // nullptr when the handle's object was released.
    [[nodiscard]] T* find(Handle handle)
    {
        const auto slot = static_cast<std::uint32_t>(handle);
        if (slot >= m_objects.size() || m_generations[slot] != static_cast<std::uint32_t>(handle >> 32))
            return nullptr;
        return &m_objects[slot];
    }

    void release(Handle handle)
    {
        SB_ASSERT(find(handle) != nullptr);
        const auto slot = static_cast<std::uint32_t>(handle);
        ++m_generations[slot]; // outdates the handle at once
        m_free.push_back(slot);
        --m_used;
    }

    [[nodiscard]] std::size_t used() const { return m_used; }

    // In slot order, live objects only.
    template<typename F> void forEach(F&& f)
    {
        std::vector<bool> isFree(m_objects.size());
        for (const std::uint32_t slot : m_free)
            isFree[slot] = true;
        for (std::uint32_t slot = 0; slot < m_objects.size(); ++slot) {
            if (!isFree[slot])
                f((static_cast<Handle>(m_generations[slot]) << 32) | slot, m_objects[slot]);
        }
    }

private:
    std::deque<T> m_objects; // stable addresses
    std::vector<std::uint32_t> m_generations;
    std::vector<std::uint32_t> m_free;
    std::size_t m_used = 0;
};

} // namespace sb
