// SPDX-License-Identifier: GPL-3.0-or-later
// A log entry that everybody holds who needs it: made once, where it was committed, received or read from a
// disk, then shared by logs, messages and whoever applies it. It never changes. A handle is as large as a
// pointer; copying one copies nothing of the entry.
// Thread: handles of one entry belong to one thread, that of their World; the count is not atomic.
#pragma once

#include "backend/store/types.h"

#include <cstdint>
#include <utility>

namespace sb {

class SharedEntry {
public:
    SharedEntry() = default; // no entry
    SharedEntry(LogEntry entry) // NOLINT(google-explicit-constructor)
        : m_body(new Body { std::move(entry), 1 })
    {
    }
    SharedEntry(const SharedEntry& other)
        : m_body(other.m_body)
    {
        if (m_body != nullptr)
            ++m_body->holders;
    }
    SharedEntry(SharedEntry&& other) noexcept
        : m_body(std::exchange(other.m_body, nullptr))
    {
    }
    SharedEntry& operator=(SharedEntry other) noexcept
    {
        std::swap(m_body, other.m_body);
        return *this;
    }
    ~SharedEntry()
    {
        if (m_body != nullptr && --m_body->holders == 0)
            delete m_body;
    }

    // What follows requires an entry.
    const LogEntry& operator*() const { return m_body->entry; }
    const LogEntry* operator->() const { return &m_body->entry; }
    operator const LogEntry&() const { return m_body->entry; } // NOLINT(google-explicit-constructor)
    // Equal entries, whether or not it is one.
    friend bool operator==(const SharedEntry& a, const SharedEntry& b)
    {
        return a.m_body == b.m_body || *a == *b;
    }

private:
    struct Body {
        const LogEntry entry;
        std::uint64_t holders = 0;
    };
    Body* m_body = nullptr;
};

} // namespace sb
