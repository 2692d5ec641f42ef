// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/sqlite.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace sb {

namespace {

Errc errcOf(int code)
{
    switch (code & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return Errc::Corrupt;
    default:
        return Errc::IoFailure;
    }
}

// What the reader of the message can do about it.
const char* hintFor(int code)
{
    switch (code & 0xFF) {
    case SQLITE_FULL:
        return "free space on that disk and open the file again";
    case SQLITE_READONLY:
        return "make the file and its folder writable, or open the file read-only";
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return "check the permissions of the file and its folder";
    case SQLITE_CANTOPEN:
        return "check that the folder exists, that it is writable and that this is a file";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "close the other program that has the file open";
    case SQLITE_NOTADB:
        return "choose a file that this program wrote";
    case SQLITE_CORRUPT:
        return "the file is damaged: restore it from a copy";
    case SQLITE_IOERR:
        return "check the disk and its free space; the file is as the last commit left it";
    case SQLITE_NOMEM:
        return "free some memory";
    case SQLITE_TOOBIG:
        return "make the value smaller";
    default:
        return "this should not happen with a file that this program wrote";
    }
}

Error errorOf(sqlite3* handle, int code, const std::string& path, std::string_view action)
{
    std::string what = path;
    what += ": cannot ";
    what += action;
    what += ": ";
    what += handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    const int primary = code & 0xFF;
    const bool isFromSystem = primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN || primary == SQLITE_FULL;
    const int number = handle != nullptr && isFromSystem ? sqlite3_system_errno(handle) : 0;
    if (number != 0) {
        what += " (";
        what += std::strerror(number);
        what += ')';
    }
    what += "; ";
    what += hintFor(code);
    return { errcOf(code), std::move(what) };
}

std::string quoted(const char* sql)
{
    constexpr std::size_t kShown = 60;
    std::string text = sql == nullptr ? "" : sql;
    if (text.size() > kShown)
        text = text.substr(0, kShown) + "…";
    return "run '" + text + "'";
}

// Whether a file is there and not empty, as its file system says.
bool isThere(sqlite3_vfs* vfs, const std::string& path)
{
    int found = 0;
    return vfs != nullptr && vfs->xAccess(vfs, path.c_str(), SQLITE_ACCESS_EXISTS, &found) == SQLITE_OK
        && found != 0;
}

std::string immutableUri(const std::string& path)
{
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : path) {
        if (c == '%' || c == '?' || c == '#') {
            const auto byte = static_cast<unsigned char>(c);
            uri += { '%', kHex[byte >> 4], kHex[byte & 15] };
        } else {
            uri += c;
        }
    }
    return uri + "?immutable=1";
}

} // namespace

Statement::Statement(sqlite3_stmt* statement)
    : m_statement(statement)
{
}

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

void Statement::noteBind(int code)
{
    if (code != SQLITE_OK && m_bindError == SQLITE_OK)
        m_bindError = code;
}

void Statement::bindInteger(int position, std::int64_t value)
{
    noteBind(sqlite3_bind_int64(m_statement.get(), position, value));
}

void Statement::bindBits(int position, std::uint64_t value)
{
    bindInteger(position, static_cast<std::int64_t>(value));
}

void Statement::bindReal(int position, double value)
{
    noteBind(sqlite3_bind_double(m_statement.get(), position, value));
}

void Statement::bindText(int position, std::string_view utf8)
{
    const char* bytes = utf8.data() == nullptr ? "" : utf8.data(); // a null pointer would bind NULL
    noteBind(
        sqlite3_bind_text64(m_statement.get(), position, bytes, utf8.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bindBlob(int position, std::string_view bytes)
{
    const char* data = bytes.data() == nullptr ? "" : bytes.data();
    noteBind(sqlite3_bind_blob64(m_statement.get(), position, data, bytes.size(), SQLITE_STATIC));
}

void Statement::bindNull(int position)
{
    noteBind(sqlite3_bind_null(m_statement.get(), position));
}

Result<bool> Statement::step()
{
    const int code = m_bindError != SQLITE_OK ? m_bindError : sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    sqlite3* handle = sqlite3_db_handle(m_statement.get());
    const char* file = sqlite3_db_filename(handle, "main");
    const std::string path = file == nullptr || *file == '\0' ? ":memory:" : file;
    Error error = errorOf(handle, code, path, quoted(sqlite3_sql(m_statement.get())));
    m_bindError = SQLITE_OK;
    reset();
    return tl::unexpected<Error> { std::move(error) };
}

Result<> Statement::run()
{
    while (true) {
        const Result<bool> row = step();
        if (!row)
            return tl::unexpected<Error> { row.error() };
        if (!*row)
            return {};
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
}

int Statement::columnCount() const
{
    return sqlite3_column_count(m_statement.get());
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

std::string_view Statement::text(int column) const
{
    // The pointer before the size: asking for the text may convert the value.
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column));
    return bytes == nullptr ? std::string_view() : std::string_view(bytes, size);
}

std::string_view Statement::blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column));
    return bytes == nullptr ? std::string_view() : std::string_view(bytes, size);
}

Database::Database(sqlite3* handle, std::string path)
    : m_handle(handle)
    , m_path(std::move(path))
{
}

void Database::Closer::operator()(sqlite3* handle) const
{
    sqlite3_close_v2(handle);
}

Result<Database> Database::open(const std::string& path, Access access, const std::string& vfs)
{
    if (path.empty())
        return fail(Errc::IoFailure, "no file name given for the database; name a file or ':memory:'");
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    std::string name = path;
    switch (access) {
    case Access::ReadOnly:
        flags |= SQLITE_OPEN_READONLY;
        break;
    case Access::ReadWrite:
        flags |= SQLITE_OPEN_READWRITE;
        break;
    case Access::Create:
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        break;
    }
    const char* vfsName = vfs.empty() ? nullptr : vfs.c_str();
    // A file that was closed properly has no write-ahead log beside it and can be read without making one.
    if (access == Access::ReadOnly && path != ":memory:"
        && !isThere(sqlite3_vfs_find(vfsName), path + "-wal")) {
        flags |= SQLITE_OPEN_URI;
        name = immutableUri(path);
    }
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags, vfsName);
    Database database(handle, path); // owns the handle also when opening failed
    if (code != SQLITE_OK)
        return tl::unexpected<Error> { errorOf(handle, code, path, "open the database") };
    // Without write permission SQLite opens for reading and says nothing until the first write.
    if (access != Access::ReadOnly && sqlite3_db_readonly(handle, "main") == 1)
        return fail(Errc::IoFailure, path + ": cannot be written; " + hintFor(SQLITE_READONLY));
    return database;
}

Result<> Database::execute(const std::string& sql)
{
    const int code = sqlite3_exec(m_handle.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected<Error> { errorOf(m_handle.get(), code, m_path, quoted(sql.c_str())) };
    return {};
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v3(
        m_handle.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    if (code != SQLITE_OK) {
        const std::string text(sql);
        return tl::unexpected<Error> { errorOf(m_handle.get(), code, m_path, quoted(text.c_str())) };
    }
    return Statement(raw);
}

Result<std::int64_t> Database::queryInteger(std::string_view sql)
{
    Result<Statement> statement = prepare(sql);
    if (!statement)
        return tl::unexpected<Error> { statement.error() };
    const Result<bool> row = statement->step();
    if (!row)
        return tl::unexpected<Error> { row.error() };
    if (!*row)
        return fail(Errc::Corrupt, m_path + ": '" + std::string(sql) + "' has no answer");
    return statement->integer(0);
}

Result<std::string> Database::queryText(std::string_view sql)
{
    Result<Statement> statement = prepare(sql);
    if (!statement)
        return tl::unexpected<Error> { statement.error() };
    const Result<bool> row = statement->step();
    if (!row)
        return tl::unexpected<Error> { row.error() };
    if (!*row)
        return fail(Errc::Corrupt, m_path + ": '" + std::string(sql) + "' has no answer");
    return std::string(statement->text(0));
}

Result<> Database::checkpoint()
{
    const int code
        = sqlite3_wal_checkpoint_v2(m_handle.get(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected<Error> { errorOf(m_handle.get(), code, m_path, "checkpoint") };
    return {};
}

Result<> Database::rewriteLog()
{
    constexpr sqlite3_int64 kChunkBytes = 1 << 16;
    sqlite3_file* log = nullptr;
    (void)sqlite3_file_control(m_handle.get(), "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (log == nullptr || log->pMethods == nullptr)
        return {}; // none is open, so there was nothing in it
    const sqlite3_io_methods& file = *log->pMethods;
    sqlite3_int64 size = 0;
    int code = file.xFileSize(log, &size);
    if (code == SQLITE_OK && (file.xDeviceCharacteristics(log) & SQLITE_IOCAP_POWERSAFE_OVERWRITE) == 0)
        return {};
    std::string bytes;
    std::string again;
    for (sqlite3_int64 at = 0; at < size && code == SQLITE_OK; at += kChunkBytes) {
        const auto length = static_cast<int>(std::min(kChunkBytes, size - at));
        bytes.resize(static_cast<std::size_t>(length));
        again.resize(bytes.size());
        code = file.xRead(log, bytes.data(), length, at);
        if (code == SQLITE_OK)
            code = file.xRead(log, again.data(), length, at);
        if (code == SQLITE_OK && bytes != again)
            code = SQLITE_IOERR_READ; // an error of this one reading must not become one of the file
        if (code == SQLITE_OK)
            code = file.xWrite(log, bytes.data(), length, at);
    }
    if (code == SQLITE_OK && size > 0)
        code = file.xSync(log, SQLITE_SYNC_NORMAL);
    if (code != SQLITE_OK)
        return tl::unexpected<Error> { errorOf(nullptr, code, m_path, "write its write-ahead log again") };
    return {};
}

void Database::setCheckpointAtClose(bool isOn)
{
    (void)sqlite3_db_config(m_handle.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, isOn ? 0 : 1, nullptr);
}

bool Database::isLogWithoutFile() const
{
    sqlite3_vfs* vfs = nullptr;
    (void)sqlite3_file_control(m_handle.get(), "main", SQLITE_FCNTL_VFS_POINTER, &vfs);
    return m_path != ":memory:" && !isThere(vfs, m_path) && isThere(vfs, m_path + "-wal");
}

bool Database::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle.get()) == 0;
}

std::int64_t Database::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(m_handle.get());
}

} // namespace sb
