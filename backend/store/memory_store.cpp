// SPDX-License-Identifier: GPL-3.0-or-later
// The store of simulations: a hash table of partitions per table, each sorted by sort key. A point read is
// one probe and a short binary search. The hash table is walked only where the result is sorted.
#include "backend/store/store.h"

#include <algorithm>
#include <deque>
#include <utility>

namespace sb {

namespace {

constexpr std::size_t kCacheLine = 64, kPrefetchedBytes = 256;

struct Entry {
    std::uint64_t sort = 0;
    std::uint64_t hash = 0; // Store::rowHash()
    Item item;
};

// Of one partition, in order of `sort`. The first stands in the partition itself: most have no other.
class Entries {
public:
    [[nodiscard]] Entry* find(std::uint64_t sort)
    {
        if (!m_isEmpty && m_first.sort == sort)
            return &m_first;
        const auto position = positionOf(sort);
        return position != m_others.end() && position->sort == sort ? &*position : nullptr;
    }
    // Requires that there is none of this `sort`.
    void insert(Entry entry)
    {
        if (!m_isEmpty && entry.sort < m_first.sort)
            std::swap(entry, m_first);
        if (m_isEmpty)
            m_first = std::move(entry);
        else
            m_others.insert(positionOf(entry.sort), std::move(entry));
        m_isEmpty = false;
    }
    // Requires that it is there.
    void erase(std::uint64_t sort)
    {
        if (m_first.sort != sort) {
            m_others.erase(positionOf(sort));
            return;
        }
        m_isEmpty = m_others.empty();
        m_first = m_isEmpty ? Entry {} : std::move(m_others.front());
        if (!m_isEmpty)
            m_others.erase(m_others.begin());
    }
    void prefetch() const
    {
        if (!m_others.empty()) {
            __builtin_prefetch(m_others.data() + m_others.size() / 2);
            return;
        }
        const std::string& value = m_first.item.value;
        for (std::size_t i = 0; i < value.size() && i < kPrefetchedBytes; i += kCacheLine)
            __builtin_prefetch(value.data() + i);
    }
    template<typename F> void forEach(F&& visit) const
    {
        if (!m_isEmpty)
            visit(m_first);
        for (const Entry& entry : m_others)
            visit(entry);
    }

private:
    [[nodiscard]] std::vector<Entry>::iterator positionOf(std::uint64_t sort)
    {
        return std::lower_bound(m_others.begin(), m_others.end(), sort,
            [](const Entry& entry, std::uint64_t wanted) { return entry.sort < wanted; });
    }

    bool m_isEmpty = true; // then there are no others either
    Entry m_first;
    std::vector<Entry> m_others; // sorted, distinct, all behind the first
};

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

    void prefetch(std::uint64_t partition) const
    {
        const Slot& slot = m_slots[indexOf(partition)];
        __builtin_prefetch(&slot);
        __builtin_prefetch(reinterpret_cast<const char*>(&slot) + kCacheLine);
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
        std::size_t index = indexOf(partition);
        while (m_slots[index].isTaken && m_slots[index].partition != partition)
            index = (index + 1) & (m_slots.size() - 1);
        return m_slots[index];
    }

    [[nodiscard]] std::size_t indexOf(std::uint64_t partition) const
    {
        // Multiplicative hashing: the upper bits of the product are the well-mixed ones.
        return (partition * 0x9E3779B97F4A7C15ULL) >> m_shift;
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
            return found(); // who merges a row looks it up, and then put() does
        m_foundKey = key;
        m_found = nullptr;
        if (Entries* entries = partitionsOf(key.table).find(key.partition))
            m_found = entries->find(key.sort);
        return found();
    }

    void prefetch(const Key& key, bool isNear) override
    {
        PartitionMap& partitions = partitionsOf(key.table);
        if (!isNear)
            partitions.prefetch(key.partition);
        else if (const Entries* entries = partitions.find(key.partition))
            entries->prefetch();
    }

    void scan(Table table, std::uint64_t partition, std::vector<Row>& out) override
    {
        const Entries* entries = partitionsOf(table).find(partition);
        if (entries == nullptr)
            return;
        entries->forEach([&](const Entry& entry) {
            if (!entry.item.isDeleted)
                out.push_back({ { table, partition, entry.sort }, entry.item });
        });
    }

    void forEach(Table table, const std::function<void(const Key&, const Item&)>& visit) override
    {
        for (const PartitionMap::Slot* slot : partitionsOf(table).sorted()) {
            slot->entries.forEach([&](const Entry& entry) {
                visit({ table, slot->partition, entry.sort }, entry.item);
            });
        }
    }

    std::uint64_t count(Table table) override { return m_live[static_cast<std::size_t>(table)]; }

    Result<> flush() override { return {}; }

protected:
    std::uint64_t hashFound(const Key&, const Item&) override { return m_found->hash; }

    void replace(const Key& key, const ItemView& item, std::uint64_t hash) override
    {
        if (m_found != nullptr && m_foundKey == key) {
            m_found->hash = hash;
            m_found->item.version = item.version;
            m_found->item.isDeleted = item.isDeleted;
            m_found->item.value.assign(item.value); // into the memory it has
            return;
        }
        m_found = nullptr; // the insertion below may move items
        // First, as `item` may lie in the vector that is about to grow.
        Entry entry { key.sort, hash, Item { item.version, item.isDeleted, std::string(item.value) } };
        partitionsOf(key.table).findOrMake(key.partition).insert(std::move(entry));
    }

    void remove(const Key& key) override
    {
        partitionsOf(key.table).find(key.partition)->erase(key.sort);
        m_found = nullptr;
    }

    void insertLog(std::size_t index) override
    {
        m_entries.emplace(m_entries.begin() + static_cast<std::ptrdiff_t>(index));
    }

    void appendEntry(const SharedEntry& entry, std::size_t index) override
    {
        m_entries[index].push_back(entry);
    }

    const SharedEntry* readEntry(std::size_t index, std::uint64_t seq) override
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
    [[nodiscard]] const Item* found() const { return m_found == nullptr ? nullptr : &m_found->item; }
    [[nodiscard]] PartitionMap& partitionsOf(Table table)
    {
        return m_partitions[static_cast<std::size_t>(table)];
    }

    std::array<PartitionMap, kTableCount> m_partitions;
    std::deque<std::deque<SharedEntry>> m_entries; // as logs()
    // What find() saw last, so that put() probes once.
    Key m_foundKey;
    Entry* m_found = nullptr;
};

} // namespace

std::unique_ptr<Store> makeMemoryStore()
{
    return std::make_unique<MemoryStore>();
}

} // namespace sb
