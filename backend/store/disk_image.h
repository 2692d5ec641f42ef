// SPDX-License-Identifier: GPL-3.0-or-later
// What a simulated disk holds: for each file the bytes a program sees (page cache) and the bytes that would
// be there after a power loss (platter), with the writes in between. One flat folder. It decides by chance,
// from the Rng handed in, what a power loss leaves; it knows neither SQLite nor faults (SimulatedDisk does).
// Sources: Pillai et al., "All File Systems Are Not Created Equal", OSDI 2014 (what survives unsynced);
// Rebello et al., "Can Applications Recover from fsync Failures?", ATC 2020 (pages dropped and marked clean).
// Thread: one at a time.
// Invariants: (1) platter + all of `unsynced` = visible, unless a failed or lost sync dropped writes; (2)
// bytes that were synced change by a later write only, or by flipBit(); (3) a file that was synced has its
// name on the platter.
#pragma once

#include "backend/base/rng.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

inline constexpr std::uint64_t kSectorBytes = 512; // written as a whole or not at all

// Which unsynced writes a power loss leaves.
enum class Survival : std::uint8_t {
    Nothing,
    Everything,
    Prefix, // of each file's writes, in their order; the last one up to some sector
    Sectors, // each sector of each write, with a probability drawn once per power loss
    Any, // one of the above, drawn
};

struct DiskWrite {
    bool isTruncate = false;
    std::uint64_t offset = 0; // of a truncation: the new size
    std::string bytes;
};

// Locks are SQLite's, granted to open handles; a power loss frees them.
struct DiskLocks {
    int shared = 0;
    bool isReserved = false;
    bool isExclusive = false;
};

struct DiskFile {
    std::string visible;
    std::string platter;
    std::vector<DiskWrite> unsynced; // oldest first
    bool isNameOnPlatter = false;
    DiskLocks locks;
};

class DiskImage {
public:
    // Off: a write that is cut off by a power loss may also destroy the rest of its outermost sectors.
    explicit DiskImage(bool isPowersafe)
        : m_isPowersafe(isPowersafe)
    {
    }

    // nullptr when there is none.
    [[nodiscard]] std::shared_ptr<DiskFile> find(const std::string& name) const;
    // Replaces nothing: requires that there is none of that name.
    std::shared_ptr<DiskFile> create(const std::string& name);
    // Whoever has the file open keeps it. The removal may be undone by a power loss before syncFolder().
    void remove(const std::string& name);
    // As if the file had never been; for lost files.
    void erase(const std::string& name);

    // May leave a hole of zeros.
    void write(DiskFile& file, std::uint64_t offset, std::string_view bytes);
    void truncate(DiskFile& file, std::uint64_t size);
    void sync(DiskFile& file);
    // Makes every creation and removal so far durable.
    void syncFolder();
    // Of the unsynced writes some reach the platter, the others never will: later syncs do not know them.
    // When `staysVisible`, readers see them until the power goes, otherwise they are gone at once.
    void drop(DiskFile& file, bool staysVisible, Rng& rng);
    // Loses all unsynced writes for good, still visible until the power goes.
    void forget(DiskFile& file) { file.unsynced.clear(); }
    // Flips one bit of what is on the platter and is seen; nothing happens to an empty file.
    void flipBit(DiskFile& file, Rng& rng);

    // Power loss: what is visible afterwards is what was on the platter.
    void crash(Survival survival, Rng& rng);

    // Bytes of all named files, as seen.
    [[nodiscard]] std::uint64_t usedBytes() const;
    [[nodiscard]] const std::map<std::string, std::shared_ptr<DiskFile>>& files() const { return m_files; }

private:
    void crashNames(Survival survival, Rng& rng);
    void crashBytes(DiskFile& file, Survival survival, Rng& rng) const;
    // Lets each sector of a write survive with `perMille`, but none from byte `cut` of it on.
    void tear(std::string& platter, const DiskWrite& write, std::uint64_t perMille, std::uint64_t cut,
        Rng& rng) const;

    bool m_isPowersafe;
    std::map<std::string, std::shared_ptr<DiskFile>> m_files;
    std::map<std::string, std::shared_ptr<DiskFile>> m_removed; // still named on the platter
};

} // namespace sb
