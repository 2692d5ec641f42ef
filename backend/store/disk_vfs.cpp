// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/disk_vfs.h"

#include "backend/base/result.h"
#include "backend/store/simulated_disk.h"

#include <sqlite3.h>

#include <atomic>
#include <cstring>
#include <new>

namespace sb {

namespace {

constexpr int kMaxPathBytes = 512;
constexpr std::int64_t kJulianMillisAtUnixStart = 210'866'760'000'000; // of 1970-01-01, as SQLite counts

// One open file. SQLite provides the memory and hands it back as a sqlite3_file.
struct Handle {
    sqlite3_file base {};
    SimulatedDisk* disk = nullptr;
    std::shared_ptr<DiskFile> file;
    std::string name;
    std::uint64_t generation = 0;
    int lock = SQLITE_LOCK_NONE;
    bool isRemovedAtClose = false;
    bool syncsFolder = false; // at its first sync
};

} // namespace

// The friend of SimulatedDisk; only static functions. Each asks first whether the handle is from before a
// power loss.
struct DiskVfs {
    static SimulatedDisk& diskOf(sqlite3_vfs* vfs) { return *static_cast<SimulatedDisk*>(vfs->pAppData); }
    static Handle& handleOf(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }
    static bool isDead(const Handle& handle)
    {
        const SimulatedDisk& disk = *handle.disk;
        return !disk.m_isPowered || handle.generation != disk.m_generation;
    }

    // --- the file system ---
    static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* outFlags);
    static int remove(sqlite3_vfs* vfs, const char* path, int syncsFolder)
    {
        SimulatedDisk& disk = diskOf(vfs);
        return disk.m_isPowered ? disk.remove(path, syncsFolder != 0)
                                : disk.ioError(SQLITE_IOERR_DELETE, EIO);
    }
    static int access(sqlite3_vfs* vfs, const char* path, int flags, int* out)
    {
        SimulatedDisk& disk = diskOf(vfs);
        *out = 0;
        if (!disk.m_isPowered)
            return disk.ioError(SQLITE_IOERR_ACCESS, EIO);
        const std::shared_ptr<DiskFile> found = disk.m_image.find(path);
        // An empty file does not "exist", as with SQLite's own file systems.
        const bool isThere = found != nullptr && (flags != SQLITE_ACCESS_EXISTS || !found->visible.empty());
        *out = isThere ? 1 : 0;
        return SQLITE_OK;
    }
    static int fullPathname(sqlite3_vfs*, const char* path, int size, char* out)
    {
        sqlite3_snprintf(size, out, "%s", path);
        return std::strlen(path) < static_cast<std::size_t>(size) ? SQLITE_OK : SQLITE_CANTOPEN;
    }
    static int randomness(sqlite3_vfs* vfs, int size, char* out)
    {
        for (int i = 0; i < size; ++i)
            out[i] = static_cast<char>(diskOf(vfs).m_sqliteRng.next() >> 56);
        return size;
    }
    static int sleep(sqlite3_vfs* vfs, int microseconds)
    {
        diskOf(vfs).m_latency += Duration { microseconds };
        return microseconds;
    }
    static int currentTimeInt64(sqlite3_vfs* vfs, sqlite3_int64* julianMillis)
    {
        const SimulatedDisk& disk = diskOf(vfs);
        *julianMillis
            = kJulianMillisAtUnixStart + disk.m_options.start.unixSeconds * 1000 + micros(disk.m_now) / 1000;
        return SQLITE_OK;
    }
    static int currentTime(sqlite3_vfs* vfs, double* julianDays)
    {
        sqlite3_int64 millis = 0;
        (void)currentTimeInt64(vfs, &millis);
        *julianDays = static_cast<double>(millis) / 86'400'000.0;
        return SQLITE_OK;
    }
    static int lastError(sqlite3_vfs* vfs, int, char*) { return diskOf(vfs).m_systemError; }

    // --- one file ---
    static int close(sqlite3_file* file);
    static int read(sqlite3_file* file, void* out, int size, sqlite3_int64 offset)
    {
        Handle& handle = handleOf(file);
        if (isDead(handle))
            return handle.disk->ioError(SQLITE_IOERR_READ, EIO);
        return handle.disk->read(*handle.file, handle.name, static_cast<char*>(out),
            static_cast<std::uint64_t>(size), static_cast<std::uint64_t>(offset));
    }
    static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset)
    {
        Handle& handle = handleOf(file);
        if (isDead(handle))
            return handle.disk->ioError(SQLITE_IOERR_WRITE, EIO);
        return handle.disk->write(*handle.file, handle.name,
            { static_cast<const char*>(bytes), static_cast<std::size_t>(size) },
            static_cast<std::uint64_t>(offset));
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size)
    {
        Handle& handle = handleOf(file);
        if (isDead(handle))
            return handle.disk->ioError(SQLITE_IOERR_TRUNCATE, EIO);
        return handle.disk->truncate(*handle.file, handle.name, static_cast<std::uint64_t>(size));
    }
    static int sync(sqlite3_file* file, int)
    {
        Handle& handle = handleOf(file);
        if (isDead(handle))
            return handle.disk->ioError(SQLITE_IOERR_FSYNC, EIO);
        const int code = handle.disk->sync(*handle.file, handle.name, handle.syncsFolder);
        if (code == SQLITE_OK)
            handle.syncsFolder = false;
        return code;
    }
    static int fileSize(sqlite3_file* file, sqlite3_int64* size)
    {
        Handle& handle = handleOf(file);
        if (isDead(handle))
            return handle.disk->ioError(SQLITE_IOERR_FSTAT, EIO);
        *size = static_cast<sqlite3_int64>(handle.file->visible.size());
        return SQLITE_OK;
    }
    static int lock(sqlite3_file* file, int level);
    static int unlock(sqlite3_file* file, int level);
    static int checkReservedLock(sqlite3_file* file, int* out)
    {
        const Handle& handle = handleOf(file);
        *out = !isDead(handle) && handle.file->locks.isReserved ? 1 : 0;
        return SQLITE_OK;
    }
    static int fileControl(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
    static int sectorSize(sqlite3_file*) { return static_cast<int>(kSectorBytes); }
    static int deviceCharacteristics(sqlite3_file* file)
    {
        return handleOf(file).disk->m_options.isPowersafe ? SQLITE_IOCAP_POWERSAFE_OVERWRITE : 0;
    }
};

namespace {

// Version 1: neither shared memory nor mapped pages, so that every access comes through here.
const sqlite3_io_methods* ioMethods()
{
    static const sqlite3_io_methods methods = [] {
        sqlite3_io_methods m {};
        m.iVersion = 1;
        m.xClose = DiskVfs::close;
        m.xRead = DiskVfs::read;
        m.xWrite = DiskVfs::write;
        m.xTruncate = DiskVfs::truncate;
        m.xSync = DiskVfs::sync;
        m.xFileSize = DiskVfs::fileSize;
        m.xLock = DiskVfs::lock;
        m.xUnlock = DiskVfs::unlock;
        m.xCheckReservedLock = DiskVfs::checkReservedLock;
        m.xFileControl = DiskVfs::fileControl;
        m.xSectorSize = DiskVfs::sectorSize;
        m.xDeviceCharacteristics = DiskVfs::deviceCharacteristics;
        return m;
    }();
    return &methods;
}

} // namespace

int DiskVfs::open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* outFlags)
{
    SimulatedDisk& disk = diskOf(vfs);
    file->pMethods = nullptr; // no close() after a failure
    if (!disk.m_isPowered)
        return disk.ioError(SQLITE_IOERR, EIO);
    // A temporary file has no name, and nobody else can open it.
    std::shared_ptr<DiskFile> opened;
    if (path == nullptr)
        opened = std::make_shared<DiskFile>();
    else
        opened = disk.open(path, (flags & SQLITE_OPEN_CREATE) != 0);
    if (opened == nullptr)
        return disk.ioError(SQLITE_CANTOPEN, ENOENT);
    auto* handle = new (file) Handle;
    handle->base.pMethods = ioMethods();
    handle->disk = &disk;
    handle->file = std::move(opened);
    handle->name = path == nullptr ? "" : path;
    handle->generation = disk.m_generation;
    handle->isRemovedAtClose = path != nullptr && (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
    // SQLite's own file system on Unix does the same for a journal that it has just made.
    handle->syncsFolder = (flags & SQLITE_OPEN_CREATE) != 0 && !handle->file->isNameOnPlatter
        && (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL)) != 0;
    ++disk.m_openHandles;
    if (outFlags != nullptr)
        *outFlags = flags;
    return SQLITE_OK;
}

int DiskVfs::close(sqlite3_file* file)
{
    Handle& handle = handleOf(file);
    SimulatedDisk& disk = *handle.disk;
    if (!isDead(handle)) {
        (void)unlock(file, SQLITE_LOCK_NONE);
        if (handle.isRemovedAtClose && disk.m_image.find(handle.name) == handle.file)
            (void)disk.remove(handle.name, false);
    }
    --disk.m_openHandles;
    handle.~Handle();
    return SQLITE_OK;
}

int DiskVfs::lock(sqlite3_file* file, int level)
{
    Handle& handle = handleOf(file);
    if (isDead(handle))
        return handle.disk->ioError(SQLITE_IOERR_LOCK, EIO);
    DiskLocks& locks = handle.file->locks;
    if (handle.lock < SQLITE_LOCK_SHARED && level >= SQLITE_LOCK_SHARED) {
        if (locks.isExclusive)
            return SQLITE_BUSY;
        ++locks.shared;
        handle.lock = SQLITE_LOCK_SHARED;
    }
    if (handle.lock < SQLITE_LOCK_RESERVED && level >= SQLITE_LOCK_RESERVED) {
        if (locks.isReserved)
            return SQLITE_BUSY;
        locks.isReserved = true;
        handle.lock = SQLITE_LOCK_RESERVED;
    }
    if (level >= SQLITE_LOCK_EXCLUSIVE && handle.lock < SQLITE_LOCK_EXCLUSIVE) {
        if (locks.shared > 1)
            return SQLITE_BUSY;
        locks.isExclusive = true;
        handle.lock = SQLITE_LOCK_EXCLUSIVE;
    }
    return SQLITE_OK;
}

int DiskVfs::unlock(sqlite3_file* file, int level)
{
    Handle& handle = handleOf(file);
    if (isDead(handle))
        return SQLITE_OK; // the power loss has freed it
    DiskLocks& locks = handle.file->locks;
    if (handle.lock >= SQLITE_LOCK_EXCLUSIVE && level < SQLITE_LOCK_EXCLUSIVE)
        locks.isExclusive = false;
    if (handle.lock >= SQLITE_LOCK_RESERVED && level < SQLITE_LOCK_RESERVED)
        locks.isReserved = false;
    if (handle.lock >= SQLITE_LOCK_SHARED && level < SQLITE_LOCK_SHARED)
        --locks.shared;
    handle.lock = std::min(handle.lock, level);
    return SQLITE_OK;
}

std::unique_ptr<sqlite3_vfs> registerVfs(SimulatedDisk& disk, std::string& name)
{
    static std::atomic<std::uint64_t> s_disks { 0 }; // names only; nothing that is simulated sees them
    name = "signalbox-disk-" + std::to_string(++s_disks);
    auto vfs = std::make_unique<sqlite3_vfs>();
    vfs->iVersion = 2;
    vfs->szOsFile = sizeof(Handle);
    vfs->mxPathname = kMaxPathBytes;
    vfs->zName = name.c_str();
    vfs->pAppData = &disk;
    vfs->xOpen = DiskVfs::open;
    vfs->xDelete = DiskVfs::remove;
    vfs->xAccess = DiskVfs::access;
    vfs->xFullPathname = DiskVfs::fullPathname;
    vfs->xRandomness = DiskVfs::randomness;
    vfs->xSleep = DiskVfs::sleep;
    vfs->xCurrentTime = DiskVfs::currentTime;
    vfs->xGetLastError = DiskVfs::lastError;
    vfs->xCurrentTimeInt64 = DiskVfs::currentTimeInt64;
    const int code = sqlite3_vfs_register(vfs.get(), 0);
    SB_ASSERT(code == SQLITE_OK);
    return vfs;
}

} // namespace sb
