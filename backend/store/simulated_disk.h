// SPDX-License-Identifier: GPL-3.0-or-later
// A disk in memory that SQLite uses as its file system (a VFS), and that fails on request: power loss, syncs
// that lie or fail, rot, errors, a full disk, slowness. The SQLite store runs on it unchanged. It is no model
// of a particular file system: it does what POSIX allows one to do. docs/simulated-disk.md says more.
// Source of the seam: https://www.sqlite.org/vfs.html; WAL without shared memory needs
// locking_mode=EXCLUSIVE (https://www.sqlite.org/wal.html#noshm), as there are no shared memory methods here.
//
// Chance comes from the Rng handed in alone, one stream per fault, so that a switch shifts no other draws.
// Time never passes here: the disk adds up what its operations would have taken, and the owner collects it.
// Thread: a disk, its stores and their databases belong to one thread at a time; disks are independent, and
// making and destroying them is safe on any thread (SQLite guards its list of file systems).
// Invariants: (1) with every switch off, a power loss takes unsynced writes and nothing else; (2) handles
// opened before a power loss never reach the disk again; (3) databases end before their disk does; (4) same
// Rng, options and calls: same operations, same faults, same survivors. (SQLite draws the salts of a
// write-ahead log from one generator per process: those bytes differ between runs, what happens does not.)
#pragma once

#include "backend/base/rng.h"
#include "backend/base/time.h"
#include "backend/store/disk_image.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3_vfs;

namespace sb {

enum class DiskFault : std::uint8_t {
    LostSync, // says OK; the writes stay at risk, and half of the times no later sync saves them either
    FailedSync, // says so; some of the writes are dropped and taken for clean
    ShortRead, // only the first part of what was asked for
    RotOnRead, // one bit differs, once
    RotAtRest, // one bit of a file has flipped when it is opened
    ReadError,
    WriteError, // of write and truncate; part of a write may have happened
    Full, // as if the quota were used up; part of a write may have happened
    Stall, // any operation takes seconds
};
inline constexpr int kDiskFaultCount = 9;
[[nodiscard]] std::string_view toString(DiskFault fault);

// What operations take. Zeros: nothing.
struct DiskLatency {
    Duration read {}; // each with an exponential half of itself on top
    Duration write {}; // also truncate and remove
    Duration sync {};
    // Of 1,000 operations, so many take 8 times as long; of these every second one 16 times, and so on up to
    // 1,024 times.
    int tailPerMille = 0;
    Duration stallMin = 1s;
    Duration stallMax = 8s;
};

struct SimulatedDiskOptions {
    Survival survival = Survival::Any;
    // A write that is cut off leaves the bytes beside it alone. Off: it may destroy the rest of a sector, and
    // SQLite is told that it may.
    bool isPowersafe = true;
    DiskLatency latency;
    std::optional<std::uint64_t> quotaBytes; // of all files together
    // Calendar time for SQLite's date functions; advanced by setNow() only.
    UtcStart start;
};

class SimulatedDisk {
public:
    explicit SimulatedDisk(const Rng& rng, const SimulatedDiskOptions& options = {});
    ~SimulatedDisk();
    SimulatedDisk(const SimulatedDisk&) = delete;
    SimulatedDisk& operator=(const SimulatedDisk&) = delete;

    // For SqliteStoreOptions::vfs and Database::open(); unique in the process. A path on the disk is any
    // text; there are no folders.
    [[nodiscard]] const std::string& vfsName() const { return m_name; }

    // --- faults; all off at the start ---
    // A probability for each operation that the fault can hit; 0 switches it off.
    void setFault(DiskFault fault, int perMille);
    // Hits the nth such operation from now on, once; 1 is the next. Goes beside the probability.
    void failNth(DiskFault fault, std::uint64_t nth);
    // Probabilities and what failNth() announced; the quota stays.
    void clearFaults();
    [[nodiscard]] std::uint64_t fired(DiskFault fault) const { return switchOf(fault).fired; }
    void setQuota(std::optional<std::uint64_t> bytes) { m_options.quotaBytes = bytes; }
    void flipBit(const std::string& file); // at rest, now
    // While it lies, each sync says OK and does nothing, and a power loss leaves nothing that was written
    // meanwhile, names of files included. When it stops, what the device still holds reaches the platter.
    void setLying(bool isLying);
    // Takes over the files of another disk, as they are seen there. Requires that this one has none.
    void copyFrom(const SimulatedDisk& other);
    void loseFile(const std::string& file);
    void reformat(); // loses all files

    // --- power ---
    // Unsynced writes survive as the options say; until restart() every operation fails.
    void crash();
    // Power fails during the nth operation from now that changes something (write, truncate, sync, remove).
    void crashAtChange(std::uint64_t nth) { m_changesToCrash = nth; }
    void cancelCrash() { m_changesToCrash = 0; }
    [[nodiscard]] bool isPowered() const { return m_isPowered; }
    // Requires that everything opened before the power loss was closed.
    void restart();

    // --- time ---
    // What the operations since the last call took, one after the other.
    [[nodiscard]] Duration takeLatency();
    void setNow(Instant now) { m_now = now; }

    // --- looking on ---
    struct Counters {
        std::uint64_t reads = 0, writes = 0, truncates = 0, syncs = 0, removals = 0, crashes = 0;
        std::uint64_t changes() const { return writes + truncates + syncs + removals; }
    };
    [[nodiscard]] const Counters& counters() const { return m_counters; }
    [[nodiscard]] const DiskImage& image() const { return m_image; }
    // Of every operation so far: kind, file, place, size.
    [[nodiscard]] std::uint64_t traceHash() const { return m_trace; }

private:
    friend struct DiskVfs; // SQLite's callbacks

    struct Switch {
        Rng rng;
        int perMille = 0;
        std::uint64_t countdown = 0; // 0: nothing announced
        std::uint64_t fired = 0;
    };
    enum class Kind : std::uint8_t { Open, Read, Write, Truncate, Sync, Remove };

    [[nodiscard]] Switch& switchOf(DiskFault fault) { return m_switches[static_cast<std::size_t>(fault)]; }
    [[nodiscard]] const Switch& switchOf(DiskFault fault) const
    {
        return m_switches[static_cast<std::size_t>(fault)];
    }
    [[nodiscard]] bool fires(DiskFault fault);
    void note(Kind kind, const std::string& name, std::uint64_t offset, std::uint64_t size);
    void spend(Duration base);
    // Counts a change; true when the power fails during it.
    [[nodiscard]] bool losesPower();
    [[nodiscard]] bool isOverQuota(const DiskFile& file, std::uint64_t newSize) const;
    // Codes of SQLite.
    [[nodiscard]] int ioError(int code, int systemError);
    [[nodiscard]] std::shared_ptr<DiskFile> open(const std::string& name, bool mayCreate);
    [[nodiscard]] int read(
        DiskFile& file, const std::string& name, char* out, std::uint64_t size, std::uint64_t offset);
    [[nodiscard]] int write(
        DiskFile& file, const std::string& name, std::string_view bytes, std::uint64_t offset);
    [[nodiscard]] int truncate(DiskFile& file, const std::string& name, std::uint64_t size);
    [[nodiscard]] int sync(DiskFile& file, const std::string& name, bool withFolder);
    [[nodiscard]] int remove(const std::string& name, bool withFolder);

    SimulatedDiskOptions m_options;
    DiskImage m_image;
    Rng m_crashRng, m_faultRng, m_latencyRng, m_sqliteRng;
    std::array<Switch, kDiskFaultCount> m_switches;
    Counters m_counters;
    bool m_isPowered = true;
    bool m_isLying = false;
    std::uint64_t m_changesToCrash = 0; // 0: none announced
    std::uint64_t m_generation = 1; // of handles; counts power losses
    int m_openHandles = 0;
    int m_systemError = 0; // of the last failed operation, as errno
    std::uint64_t m_trace = 0;
    Duration m_latency {};
    Instant m_now = kStart;
    std::string m_name;
    std::unique_ptr<sqlite3_vfs> m_vfs;
};

} // namespace sb
