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

// Sorted by `sort`, distinct; never empty once made, because a deleted item stays as a tombstone.
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
        Entries entries; // empty: the slot is free
    };

    PartitionMap()
        : m_slots(kFirstSlots)
    {
    }

    [[nodiscard]] Entries* find(std::uint64_t partition)
    {
        Slot& slot = slotFor(partition);
        return slot.entries.empty() ? nullptr : &slot.entries;
    }

    // The caller puts at least one entry into a list that was made here.
    [[nodiscard]] Entries& findOrMake(std::uint64_t partition)
    {
        Slot* slot = &slotFor(partition);
        if (slot->entries.empty()) {
            if ((m_used + 1) * 8 > m_slots.size() * 5) {
                grow();
                slot = &slotFor(partition);
            }
            ++m_used;
            slot->partition = partition;
        }
        return slot->entries;
    }

    // In ascending order of partition.
    [[nodiscard]] std::vector<const Slot*> sorted() const
    {
        std::vector<const Slot*> slots;
        slots.reserve(m_used);
        for (const Slot& slot : m_slots) {
            if (!slot.entries.empty())
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
        while (!m_slots[index].entries.empty() && m_slots[index].partition != partition)
            index = (index + 1) & (m_slots.size() - 1);
        return m_slots[index];
    }

    void grow()
    {
        std::vector<Slot> old(m_slots.size() * 2);
        old.swap(m_slots);
        --m_shift;
        for (Slot& slot : old) {
            if (!slot.entries.empty())
                slotFor(slot.partition) = std::move(slot);
        }
    }

    std::vector<Slot> m_slots;
    int m_shift = 64 - kFirstBits;
    std::size_t m_used = 0;
};

struct OriginLog {
    std::uint64_t begin = 1;
    std::deque<LogEntry> entries;
    [[nodiscard]] std::uint64_t end() const { return begin + entries.size(); }
};

class MemoryStore final : public Store {
public:
    const Item* find(const Key& key) override
    {
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

    void append(const LogEntry& entry) override
    {
        OriginLog& log = makeLog(entry.version.origin);
        SB_ASSERT(entry.version.seq == log.end());
        log.entries.push_back(entry);
    }

    std::uint64_t logBegin(RegionId origin) const override
    {
        const OriginLog* log = findLog(origin);
        return log == nullptr ? 1 : log->begin;
    }

    std::uint64_t logEnd(RegionId origin) const override
    {
        const OriginLog* log = findLog(origin);
        return log == nullptr ? 1 : log->end();
    }

    const LogEntry* logEntry(RegionId origin, std::uint64_t seq) override
    {
        const OriginLog* log = findLog(origin);
        if (log == nullptr || seq < log->begin || seq >= log->end())
            return nullptr;
        return &log->entries[seq - log->begin];
    }

    void trimLog(RegionId origin, std::uint64_t before) override
    {
        if (origin.value >= m_logs.size())
            return;
        OriginLog& log = m_logs[origin.value];
        while (log.begin < before && !log.entries.empty()) {
            log.entries.pop_front();
            ++log.begin;
        }
    }

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

private:
    [[nodiscard]] PartitionMap& partitionsOf(Table table)
    {
        return m_partitions[static_cast<std::size_t>(table)];
    }

    [[nodiscard]] const OriginLog* findLog(RegionId origin) const
    {
        return origin.value < m_logs.size() ? &m_logs[origin.value] : nullptr;
    }

    [[nodiscard]] OriginLog& makeLog(RegionId origin)
    {
        SB_ASSERT(origin.value < kMaxOrigins);
        while (origin.value >= m_logs.size())
            m_logs.emplace_back();
        return m_logs[origin.value];
    }

    static constexpr int kMaxOrigins = 64;

    std::array<PartitionMap, kTableCount> m_partitions;
    std::deque<OriginLog> m_logs; // index = RegionId
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
