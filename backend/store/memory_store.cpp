// SPDX-License-Identifier: GPL-3.0-or-later
// The store of simulations: a hash table of partitions per table, each a vector sorted by sort key. A point
// read is one probe and a short binary search. The hash table is walked only where the result is sorted.
#include "backend/store/store.h"

#include <algorithm>
#include <deque>
#include <utility>

namespace sb {

namespace {

struct Entry {
    std::uint64_t sort = 0;
    Item item;
};

// Sorted by `sort`, distinct.
using Entries = std::vector<Entry>;

Entries::iterator positionOf(Entries& entries, std::uint64_t sort)
{
    return std::lower_bound(entries.begin(), entries.end(), sort,
        [](const Entry& entry, std::uint64_t wanted) { return entry.sort < wanted; });
}

// Partition number -> entries. Open addressing with linear probing, a power of two of slots, at most 5/8
// full; partitions are never removed, so there are no gaps to mind.
class PartitionMap {
public:
    struct Slot {
        std::uint64_t partition = 0;
        bool isTaken = false; // stays so when the last entry is erased
        Entries entries;
    };

    PartitionMap()
        : m_slots(kFirstSlots)
    {
    }

    [[nodiscard]] Entries* find(std::uint64_t partition)
    {
        Slot& slot = slotFor(partition);
        return slot.isTaken ? &slot.entries : nullptr;
    }

    [[nodiscard]] Entries& findOrMake(std::uint64_t partition)
    {
        Slot* slot = &slotFor(partition);
        if (!slot->isTaken) {
            if ((m_used + 1) * 8 > m_slots.size() * 5) {
                grow();
                slot = &slotFor(partition);
            }
            ++m_used;
            slot->partition = partition;
            slot->isTaken = true;
        }
        return slot->entries;
    }

    // In ascending order of partition.
    [[nodiscard]] std::vector<const Slot*> sorted() const
    {
        std::vector<const Slot*> slots;
        slots.reserve(m_used);
        for (const Slot& slot : m_slots) {
            if (slot.isTaken)
                slots.push_back(&slot);
        }
        std::sort(slots.begin(), slots.end(),
            [](const Slot* a, const Slot* b) { return a->partition < b->partition; });
        return slots;
    }

private:
    static constexpr int kFirstBits = 6;
    static constexpr std::size_t kFirstSlots = std::size_t { 1 } << kFirstBits;

    [[nodiscard]] Slot& slotFor(std::uint64_t partition)
    {
        // Multiplicative hashing: the upper bits of the product are the well-mixed ones.
        std::size_t index = (partition * 0x9E3779B97F4A7C15ULL) >> m_shift;
        while (m_slots[index].isTaken && m_slots[index].partition != partition)
            index = (index + 1) & (m_slots.size() - 1);
        return m_slots[index];
    }

    void grow()
    {
        std::vector<Slot> old(m_slots.size() * 2);
        old.swap(m_slots);
        --m_shift;
        for (Slot& slot : old) {
            if (slot.isTaken)
                slotFor(slot.partition) = std::move(slot);
        }
    }

    std::vector<Slot> m_slots;
    int m_shift = 64 - kFirstBits;
    std::size_t m_used = 0;
};

class MemoryStore final : public Store {
public:
    const Item* find(const Key& key) override
    {
        if (m_found != nullptr && m_foundKey == key)
            return m_found; // who merges a row looks it up, and then put() does
        m_foundKey = key;
        m_found = nullptr;
        if (Entries* entries = partitionsOf(key.table).find(key.partition)) {
            const auto position = positionOf(*entries, key.sort);
            if (position != entries->end() && position->sort == key.sort)
                m_found = &position->item;
        }
        return m_found;
    }

    void scan(Table table, std::uint64_t partition, std::vector<Row>& out) override
    {
        const Entries* entries = partitionsOf(table).find(partition);
        if (entries == nullptr)
            return;
        for (const Entry& entry : *entries) {
            if (!entry.item.isDeleted)
                out.push_back({ { table, partition, entry.sort }, entry.item });
        }
    }

    void forEach(Table table, const std::function<void(const Key&, const Item&)>& visit) override
    {
        for (const PartitionMap::Slot* slot : partitionsOf(table).sorted()) {
            for (const Entry& entry : slot->entries)
                visit({ table, slot->partition, entry.sort }, entry.item);
        }
    }

    std::uint64_t count(Table table) override { return m_live[static_cast<std::size_t>(table)]; }

    Result<> flush() override { return {}; }

protected:
    void replace(const Key& key, const Item& item) override
    {
        if (m_found != nullptr && m_foundKey == key) {
            *m_found = item;
            return;
        }
        m_found = nullptr; // the insertion below may move items
        Entry entry { key.sort, item }; // first, as `item` may lie in the vector that is about to grow
        Entries& entries = partitionsOf(key.table).findOrMake(key.partition);
        entries.insert(positionOf(entries, key.sort), std::move(entry));
    }

    void remove(const Key& key) override
    {
        Entries& entries = *partitionsOf(key.table).find(key.partition);
        entries.erase(positionOf(entries, key.sort));
        m_found = nullptr;
    }

    void insertLog(std::size_t index) override
    {
        m_entries.emplace(m_entries.begin() + static_cast<std::ptrdiff_t>(index));
    }

    void appendEntry(const LogEntry& entry, std::size_t index) override { m_entries[index].push_back(entry); }

    const LogEntry* readEntry(std::size_t index, std::uint64_t seq) override
    {
        return &m_entries[index][seq - m_logs[index].begin];
    }

    void dropEntries(std::size_t index, std::uint64_t from, std::uint64_t before) override
    {
        auto& entries = m_entries[index];
        entries.erase(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(before - from));
    }

    void noteChanged() override { }

    void dropAll() override
    {
        m_partitions = {};
        m_entries.clear();
        m_found = nullptr;
    }

private:
    [[nodiscard]] PartitionMap& partitionsOf(Table table)
    {
        return m_partitions[static_cast<std::size_t>(table)];
    }

    std::array<PartitionMap, kTableCount> m_partitions;
    std::deque<std::deque<LogEntry>> m_entries; // as logs()
    // What find() saw last, so that put() probes once.
    Key m_foundKey;
    Item* m_found = nullptr;
};

} // namespace

std::unique_ptr<Store> makeMemoryStore()
{
    return std::make_unique<MemoryStore>();
}

} // namespace sb
