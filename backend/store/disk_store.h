// SPDX-License-Identifier: GPL-3.0-or-later
// A SQLite store on a simulated disk, of a region whose disk the World lets fail. To the region it is a store
// like any other; beside that it does to its disk, physically, what the region's faults say, and compares
// what the store then finds with what the region assumes of a disk of that kind. Each difference is a
// finding: a sentence, kept for whoever checks the run. The state that it answers with never depends on the
// disk's chances, so that a run on memory stores is the same run.
// What is done: a power loss in the middle of a commit (of rows written again unchanged, so that the same
// state must be there whether or not it survived), and the same during a lie; a commit on a full disk; rot in
// a copy of the file, which must be refused. Each ends with the store opened anew: everything in it is read
// and compared with its digests and checksums, and these with what was promised.
// Thread: World thread.
// Invariants: (1) without findings, digests, logs and notes are those of a memory store after the same
// calls; (2) after a power loss during a lie they are those of the moment when the lie began.
#pragma once

#include "backend/store/simulated_disk.h"
#include "backend/store/store.h"
#include "backend/store/store_image.h"

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sb {

class DiskStore final : public Store {
public:
    explicit DiskStore(const Rng& rng);

    const Item* find(const Key& key) override { return m_inner->find(key); }
    void prefetch(const Key& key, bool isNear) override { m_inner->prefetch(key, isNear); }
    void scan(Table table, std::uint64_t partition, std::vector<Row>& out) override
    {
        m_inner->scan(table, partition, out);
    }
    void forEach(Table table, const std::function<void(const Key&, const Item&)>& visit) override
    {
        m_inner->forEach(table, visit);
    }
    std::uint64_t count(Table table) override { return m_inner->count(table); }
    Result<> flush() override { return m_inner->flush(); }

    // What was put and appended so far counts as flushed: the engine acknowledges nothing else.
    void losePower();
    void setLying(bool isLying);
    // Requires that the disk lies; ends the lie. The store then holds what it held when the lie began.
    void losePowerInLie();
    [[nodiscard]] bool isLying() const { return m_beforeLie.has_value(); }
    void setFull(bool isFull);
    // Requires that the store is given up next.
    void proveRotIsFound();

    [[nodiscard]] const std::vector<std::string>& findings() const { return m_findings; }
    [[nodiscard]] const SimulatedDisk& disk() const { return m_disk; }

protected:
    void replace(const Key& key, const ItemView& item, std::uint64_t hash) override;
    void remove(const Key& key) override;
    void insertLog(std::size_t) override { }
    void appendEntry(const SharedEntry& entry, std::size_t index) override;
    const SharedEntry* readEntry(std::size_t index, std::uint64_t seq) override;
    void dropEntries(std::size_t index, std::uint64_t from, std::uint64_t before) override;
    void noteChanged() override;
    void dropAll() override;

private:
    struct Summary { // what tells one state from another
        std::array<std::uint64_t, kTableCount> digests {};
        std::array<std::uint64_t, kTableCount> live {};
        std::array<std::uint64_t, kStoreNoteCount> notes {};
        std::vector<LogBounds> logs;
        friend bool operator==(const Summary&, const Summary&) = default;
    };

    [[nodiscard]] Summary promised() const { return { m_digests, m_live, m_notes, m_logs }; }
    [[nodiscard]] Summary found() const;
    [[nodiscard]] Result<std::unique_ptr<Store>> open(const SimulatedDisk& disk, bool knowsEnds) const;
    // Makes everything so far durable; what cannot be is a finding.
    void settle(const char* when);
    // Begins and never acknowledges a commit that changes nothing: recent rows, written again as they are.
    [[nodiscard]] Result<> writeAgain();
    // Opens what the disk holds now, and expects it to be what was promised.
    void reopen(const char* when);
    void countAnew();
    void expect(bool holds, const std::string& what);

    SimulatedDisk m_disk;
    Rng m_rng;
    std::unique_ptr<Store> m_inner; // never null between two calls; destroyed before its disk
    std::deque<Key> m_recent; // written last
    std::optional<Summary> m_beforeLie;
    bool m_isFull = false;
    std::vector<std::string> m_findings; // the first few
};

} // namespace sb
