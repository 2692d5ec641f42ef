// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/simulated_disk.h"

#include "backend/base/hash.h"
#include "backend/store/disk_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace sb {

namespace {

constexpr int kTailSteps = 7; // 8 << 7 = 1,024

} // namespace

std::string_view toString(DiskFault fault)
{
    switch (fault) {
    case DiskFault::LostSync:
        return "lost sync";
    case DiskFault::FailedSync:
        return "failed sync";
    case DiskFault::ShortRead:
        return "short read";
    case DiskFault::RotOnRead:
        return "rot on read";
    case DiskFault::RotAtRest:
        return "rot at rest";
    case DiskFault::ReadError:
        return "read error";
    case DiskFault::WriteError:
        return "write error";
    case DiskFault::Full:
        return "full";
    case DiskFault::Stall:
        return "stall";
    }
    return "unknown";
}

SimulatedDisk::SimulatedDisk(const Rng& rng, const SimulatedDiskOptions& options)
    : m_options(options)
    , m_image(options.isPowersafe)
    , m_crashRng(rng.fork("power loss"))
    , m_faultRng(rng.fork("fault details"))
    , m_latencyRng(rng.fork("latency"))
    , m_sqliteRng(rng.fork("sqlite"))
{
    for (int i = 0; i < kDiskFaultCount; ++i)
        switchOf(static_cast<DiskFault>(i)).rng = rng.fork(toString(static_cast<DiskFault>(i)));
    m_vfs = registerVfs(*this, m_name);
}

SimulatedDisk::~SimulatedDisk()
{
    SB_ASSERT(m_openHandles == 0);
    sqlite3_vfs_unregister(m_vfs.get());
}

void SimulatedDisk::setFault(DiskFault fault, int perMille)
{
    SB_ASSERT(perMille >= 0 && perMille <= 1000);
    switchOf(fault).perMille = perMille;
}

void SimulatedDisk::failNth(DiskFault fault, std::uint64_t nth)
{
    SB_ASSERT(nth >= 1);
    switchOf(fault).countdown = nth;
}

void SimulatedDisk::clearFaults()
{
    for (Switch& fault : m_switches) {
        fault.perMille = 0;
        fault.countdown = 0;
    }
}

void SimulatedDisk::flipBit(const std::string& file)
{
    if (const auto found = m_image.find(file))
        m_image.flipBit(*found, m_faultRng);
}

void SimulatedDisk::setLying(bool isLying)
{
    if (m_isLying && !isLying) {
        for (const auto& [name, file] : m_image.files())
            m_image.sync(*file);
        m_image.syncFolder();
    }
    m_isLying = isLying;
}

void SimulatedDisk::copyFrom(const SimulatedDisk& other)
{
    SB_ASSERT(m_image.files().empty());
    for (const auto& [name, file] : other.m_image.files()) {
        const auto copy = m_image.create(name);
        if (!file->visible.empty())
            m_image.write(*copy, 0, file->visible);
        m_image.sync(*copy);
    }
    m_image.syncFolder();
}

void SimulatedDisk::loseFile(const std::string& file)
{
    m_image.erase(file);
}

void SimulatedDisk::reformat()
{
    while (!m_image.files().empty())
        m_image.erase(std::string(m_image.files().begin()->first));
    m_image.syncFolder(); // what was removed before shall not come back either
}

void SimulatedDisk::crash()
{
    m_image.crash(m_isLying ? Survival::Nothing : m_options.survival, m_crashRng);
    ++m_counters.crashes;
    ++m_generation;
    m_changesToCrash = 0;
    m_isPowered = false;
}

void SimulatedDisk::restart()
{
    SB_ASSERT(m_openHandles == 0);
    m_isPowered = true;
}

Duration SimulatedDisk::takeLatency()
{
    return std::exchange(m_latency, Duration {});
}

bool SimulatedDisk::fires(DiskFault fault)
{
    Switch& its = switchOf(fault);
    bool isHit = its.countdown != 0 && --its.countdown == 0;
    if (its.perMille != 0 && its.rng.below(1000) < static_cast<std::uint64_t>(its.perMille))
        isHit = true;
    its.fired += isHit ? 1 : 0;
    return isHit;
}

void SimulatedDisk::note(Kind kind, const std::string& name, std::uint64_t offset, std::uint64_t size)
{
    m_trace = hashCombine(hashCombine(m_trace, static_cast<std::uint64_t>(kind)), hashBytes(name));
    m_trace = hashCombine(hashCombine(m_trace, offset), size);
}

void SimulatedDisk::spend(Duration base)
{
    if (base > Duration {}) {
        Duration taken = base + m_latencyRng.exponential(base / 2);
        if (static_cast<int>(m_latencyRng.below(1000)) < m_options.latency.tailPerMille) {
            int steps = 0;
            while (steps < kTailSteps && m_latencyRng.below(2) == 0)
                ++steps;
            taken *= std::int64_t { 8 } << steps;
        }
        m_latency += taken;
    }
    if (fires(DiskFault::Stall))
        m_latency += m_latencyRng.between(m_options.latency.stallMin, m_options.latency.stallMax);
}

bool SimulatedDisk::losesPower()
{
    return m_changesToCrash != 0 && --m_changesToCrash == 0;
}

bool SimulatedDisk::isOverQuota(const DiskFile& file, std::uint64_t newSize) const
{
    if (!m_options.quotaBytes || newSize <= file.visible.size())
        return false;
    return m_image.usedBytes() + newSize - file.visible.size() > *m_options.quotaBytes;
}

int SimulatedDisk::ioError(int code, int systemError)
{
    m_systemError = systemError;
    return code;
}

std::shared_ptr<DiskFile> SimulatedDisk::open(const std::string& name, bool mayCreate)
{
    note(Kind::Open, name, 0, 0);
    std::shared_ptr<DiskFile> file = m_image.find(name);
    if (file == nullptr && mayCreate)
        file = m_image.create(name);
    if (file != nullptr && !file->platter.empty() && fires(DiskFault::RotAtRest))
        m_image.flipBit(*file, m_faultRng);
    return file;
}

int SimulatedDisk::read(
    DiskFile& file, const std::string& name, char* out, std::uint64_t size, std::uint64_t offset)
{
    ++m_counters.reads;
    note(Kind::Read, name, offset, size);
    spend(m_options.latency.read);
    if (fires(DiskFault::ReadError))
        return ioError(SQLITE_IOERR_READ, EIO);
    const std::uint64_t there
        = offset < file.visible.size() ? std::min<std::uint64_t>(size, file.visible.size() - offset) : 0;
    std::uint64_t got = there;
    if (there > 0 && fires(DiskFault::ShortRead))
        got = m_faultRng.below(there);
    if (got > 0)
        std::memcpy(out, file.visible.data() + offset, got);
    if (got > 0 && fires(DiskFault::RotOnRead)) {
        const std::uint64_t at = m_faultRng.below(got);
        out[at] = static_cast<char>(out[at] ^ (1 << m_faultRng.below(8)));
    }
    if (got == size)
        return SQLITE_OK;
    std::memset(out + got, 0, size - got); // SQLite asks for that
    return SQLITE_IOERR_SHORT_READ;
}

int SimulatedDisk::write(
    DiskFile& file, const std::string& name, std::string_view bytes, std::uint64_t offset)
{
    ++m_counters.writes;
    note(Kind::Write, name, offset, bytes.size());
    spend(m_options.latency.write);
    if (losesPower()) {
        m_image.write(file, offset, bytes);
        crash();
        return ioError(SQLITE_IOERR_WRITE, EIO);
    }
    const bool isFull = isOverQuota(file, offset + bytes.size());
    if (isFull || fires(DiskFault::Full)) {
        switchOf(DiskFault::Full).fired += isFull ? 1 : 0;
        const std::string_view part = bytes.substr(0, m_faultRng.below(bytes.size()));
        if (!part.empty() && !isOverQuota(file, offset + part.size()))
            m_image.write(file, offset, part);
        return ioError(SQLITE_FULL, ENOSPC);
    }
    if (fires(DiskFault::WriteError)) {
        if (const std::string_view part = bytes.substr(0, m_faultRng.below(bytes.size())); !part.empty())
            m_image.write(file, offset, part);
        return ioError(SQLITE_IOERR_WRITE, EIO);
    }
    m_image.write(file, offset, bytes);
    return SQLITE_OK;
}

int SimulatedDisk::truncate(DiskFile& file, const std::string& name, std::uint64_t size)
{
    ++m_counters.truncates;
    note(Kind::Truncate, name, size, 0);
    spend(m_options.latency.write);
    if (losesPower()) {
        m_image.truncate(file, size);
        crash();
        return ioError(SQLITE_IOERR_TRUNCATE, EIO);
    }
    if (fires(DiskFault::WriteError))
        return ioError(SQLITE_IOERR_TRUNCATE, EIO);
    m_image.truncate(file, size);
    return SQLITE_OK;
}

int SimulatedDisk::sync(DiskFile& file, const std::string& name, bool withFolder)
{
    ++m_counters.syncs;
    note(Kind::Sync, name, 0, 0);
    spend(m_options.latency.sync);
    if (losesPower()) {
        // Before it did anything or after it did all; nobody is told in either case.
        if (m_faultRng.below(2) == 0)
            m_image.sync(file);
        crash();
        return ioError(SQLITE_IOERR_FSYNC, EIO);
    }
    if (m_isLying)
        return SQLITE_OK;
    if (fires(DiskFault::LostSync)) {
        if (m_faultRng.below(2) == 0)
            m_image.forget(file);
        return SQLITE_OK;
    }
    if (fires(DiskFault::FailedSync)) {
        m_image.drop(file, m_faultRng.below(2) == 0, m_faultRng);
        return ioError(SQLITE_IOERR_FSYNC, EIO);
    }
    m_image.sync(file);
    if (withFolder)
        m_image.syncFolder();
    return SQLITE_OK;
}

int SimulatedDisk::remove(const std::string& name, bool withFolder)
{
    ++m_counters.removals;
    note(Kind::Remove, name, 0, 0);
    spend(m_options.latency.write);
    if (m_image.find(name) == nullptr)
        return ioError(SQLITE_IOERR_DELETE_NOENT, ENOENT);
    const bool isLast = losesPower();
    m_image.remove(name);
    if (isLast) {
        crash();
        return ioError(SQLITE_IOERR_DELETE, EIO);
    }
    if (withFolder)
        m_image.syncFolder();
    return SQLITE_OK;
}

} // namespace sb
