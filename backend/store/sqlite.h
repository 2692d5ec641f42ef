// SPDX-License-Identifier: GPL-3.0-or-later
// The thinnest useful layer over SQLite's C interface: owned handles, statements prepared once and kept,
// errors as Result. An error names the file, what was tried, SQLite's own words (and the system's, when there
// are any) and what would help. It knows nothing of what the tables hold.
// Thread: a Database and its Statements belong to one thread at a time.
// Invariants: (1) Statements end before their Database does (declare them after it); (2) a Statement that
// returned false or an error from step() is reset and may be bound again.
#pragma once

#include "backend/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace sb {

// Positions of parameters count from 1, columns from 0, as in SQLite.
class Statement {
public:
    Statement() = default;

    // Texts and blobs are not copied: the bytes must stay until the last step(). A bind that fails makes the
    // next step() fail.
    void bindInteger(int position, std::int64_t value);
    // The same 64 bits. SQLite has no unsigned integers: numbers from 2^63 up sort as negative ones.
    void bindBits(int position, std::uint64_t value);
    void bindReal(int position, double value);
    void bindText(int position, std::string_view utf8);
    void bindBlob(int position, std::string_view bytes);
    void bindNull(int position);

    // True: a row is there, and its columns are readable until the next step() or reset(). False: no more.
    [[nodiscard]] Result<bool> step();
    // Steps to the end, ignoring rows.
    [[nodiscard]] Result<> run();
    // Needed before binding again when the last step() returned true. Bindings stay.
    void reset();

    [[nodiscard]] int columnCount() const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::uint64_t bits(int column) const { return static_cast<std::uint64_t>(integer(column)); }
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;

private:
    friend class Database;
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const;
    };
    explicit Statement(sqlite3_stmt* statement);
    void noteBind(int code);

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    int m_bindError = 0;
};

class Database {
public:
    enum class Access {
        ReadOnly, // the file must exist; nothing beside it is made if it was closed properly
        ReadWrite, // the file must exist
        Create, // made if missing; its folder must exist
    };

    // ":memory:" is a private database in memory. Little is read here: that the file is a database shows at
    // the first statement. `vfs` names a file system known to SQLite, such as SimulatedDisk::vfsName();
    // empty: the operating system's.
    [[nodiscard]] static Result<Database> open(
        const std::string& path, Access access, const std::string& vfs = {});

    // One or more statements without results.
    [[nodiscard]] Result<> execute(const std::string& sql);
    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    // First column of the first row; fails with Corrupt when there is no row.
    [[nodiscard]] Result<std::int64_t> queryInteger(std::string_view sql);
    [[nodiscard]] Result<std::string> queryText(std::string_view sql);

    // Copies what the write-ahead log holds into the database file, as far as no reader is in the way.
    [[nodiscard]] Result<> checkpoint();
    // Writes the write-ahead log again, byte for byte, and syncs it. After a failed sync the system may show
    // bytes that never reached the disk and that no later sync would bring there (Rebello et al., "Can
    // Applications Recover from fsync Failures?", ATC 2020). Requires exclusive locking. Does nothing on a
    // disk on which a write that is cut off may destroy its neighbours.
    [[nodiscard]] Result<> rewriteLog();
    // On (the default), closing copies and removes the write-ahead log; off, it leaves the files as they are.
    void setCheckpointAtClose(bool isOn);
    // The file is missing or empty although it has a write-ahead log. SQLite would remove that log.
    [[nodiscard]] bool isLogWithoutFile() const;
    [[nodiscard]] bool isInTransaction() const;
    [[nodiscard]] std::int64_t lastRowId() const;
    [[nodiscard]] std::int64_t changes() const;
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] sqlite3* handle() const { return m_handle.get(); }

private:
    struct Closer {
        void operator()(sqlite3* handle) const;
    };
    Database(sqlite3* handle, std::string path);

    std::unique_ptr<sqlite3, Closer> m_handle;
    std::string m_path;
};

} // namespace sb
