// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/session/session_file.h"
#include "backend/session/session_schema.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace sb {
namespace {

namespace fs = std::filesystem;

constexpr int kPagesAtOnce = 256; // 1 MiB between two looks at the cancel button

// Removes the temporary file and SQLite's companions of it unless it was renamed.
class TemporaryFile {
public:
    explicit TemporaryFile(std::string path)
        : m_path(std::move(path))
    {
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile()
    {
        std::error_code ignored;
        if (!m_isKept)
            fs::remove(m_path, ignored);
        for (const char* companion : { "-journal", "-wal", "-shm" })
            fs::remove(m_path + companion, ignored);
    }
    [[nodiscard]] const std::string& path() const { return m_path; }
    void keep() { m_isKept = true; }

private:
    std::string m_path;
    bool m_isKept = false;
};

struct BackupFinisher {
    void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
};

tl::unexpected<Error> copyFailed(const std::string& to, const char* why)
{
    return fail(Errc::IoFailure,
        to + ": the session cannot be saved there: " + why + "; check free space or choose another folder");
}

Result<> copyPages(Database& source, Database& target, const std::string& to, const CopyProgress& progress)
{
    const std::unique_ptr<sqlite3_backup, BackupFinisher> backup(
        sqlite3_backup_init(target.handle(), "main", source.handle(), "main"));
    if (!backup)
        return copyFailed(to, sqlite3_errmsg(target.handle()));
    while (true) {
        const int code = sqlite3_backup_step(backup.get(), kPagesAtOnce);
        const int total = sqlite3_backup_pagecount(backup.get());
        const int done = total - sqlite3_backup_remaining(backup.get());
        if (progress && !progress(total == 0 ? 0.0 : static_cast<double>(done) / total))
            return fail(Errc::Cancelled, to + ": saving was cancelled; the file is as it was");
        if (code == SQLITE_DONE)
            return {};
        if (code != SQLITE_OK)
            return copyFailed(to, sqlite3_errstr(code));
    }
}

// One moment of the source for the whole copy: without the open transaction each commit of a recording that
// goes on would make the copy start again.
Result<> copyTo(
    Database& source, const std::string& temporary, const std::string& to, const CopyProgress& progress)
{
    auto target = Database::open(temporary, Database::Access::Create);
    if (!target)
        return tl::make_unexpected(target.error());
    if (const auto ok = source.execute("BEGIN"); !ok)
        return ok;
    if (const auto seen = source.queryInteger("SELECT count(*) FROM meta"); !seen)
        return tl::make_unexpected(seen.error());
    if (const auto ok = copyPages(source, *target, to, progress); !ok)
        return ok;
    // The copy takes over the mark of a write-ahead log; a document is one file.
    const auto mode = target->queryText("PRAGMA journal_mode = DELETE");
    if (!mode)
        return copyFailed(to, mode.error().what.c_str());
    return {};
}

// The target must be nothing, or a file without a write-ahead log: SQLite would apply an old log to a new
// file.
Result<> checkTarget(const std::string& from, const std::string& to)
{
    std::error_code error;
    if (to.empty() || fs::is_directory(to, error))
        return fail(Errc::BadInput, "'" + to + "' is a folder; name a file in it");
    if (fs::exists(to, error) && fs::equivalent(from, to, error))
        return fail(Errc::Refused, to + ": is the session itself; choose another name");
    if (hasPendingWal(to))
        return fail(Errc::Refused,
            to + ": is being recorded, or its recording was not closed properly; choose another name");
    return {};
}

Result<> makeDurable(const std::string& path, int flags)
{
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    const bool isSynced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int error = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    return isSynced ? Result<> {} : copyFailed(path, std::strerror(error));
}

} // namespace

Result<> copySession(const std::string& from, const std::string& to, const CopyProgress& progress)
{
    if (const auto ok = checkSessionHeader(from); !ok)
        return ok;
    if (const auto ok = checkTarget(from, to); !ok)
        return ok;
    auto source = Database::open(from, Database::Access::ReadOnly);
    if (!source)
        return tl::make_unexpected(source.error());
    const fs::path folder = fs::path(to).has_parent_path() ? fs::path(to).parent_path() : fs::path(".");
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return fail(Errc::IoFailure, to + ": the folder '" + folder.string() + "' does not exist");
    TemporaryFile temporary(to + ".partial-" + std::to_string(::getpid()));
    if (fs::exists(temporary.path(), error) && !fs::remove(temporary.path(), error))
        return copyFailed(to, "a left-over temporary file is in the way");
    if (const auto ok = copyTo(*source, temporary.path(), to, progress); !ok)
        return ok;
    if (const auto ok = makeDurable(temporary.path(), O_RDONLY); !ok)
        return ok;
    if (std::rename(temporary.path().c_str(), to.c_str()) != 0)
        return copyFailed(to, std::strerror(errno));
    temporary.keep();
    (void)makeDurable(folder.string(), O_RDONLY | O_DIRECTORY); // some file systems refuse; the copy is there
    return {};
}

} // namespace sb
