// SPDX-License-Identifier: GPL-3.0-or-later
// The logs of a SQLite store. Appended entries wait in memory and go to the file as chunks (log_codec.h), one
// for each log and commit as a rule, keyed by the position of their first entry. Trimming removes whole
// chunks: the first one of a log may begin with entries that were trimmed. The newest entries stay decoded,
// because every peer reads them again.
// Thread: that of the store. Invariants: (1) the file holds the chunks that reach into [begin, end) of a log
// and no others, but for what waits; (2) chunks of a log follow each other without gap or overlap.
#pragma once

#include "backend/base/result.h"
#include "backend/store/shared_entry.h"
#include "backend/store/sqlite.h"

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

namespace sb {

// Every call that takes bounds is told those of the log at `index`, brought up to date.
class SqliteLog {
public:
    static constexpr const char* kSchema
        = "CREATE TABLE log(position INTEGER PRIMARY KEY, entries BLOB NOT NULL) STRICT;";

    [[nodiscard]] Result<> prepare(Database& database);
    // Reads all that the file should hold. Fails with Corrupt, in words that say what is wrong and where.
    [[nodiscard]] Result<> verify(Database& database, const std::vector<LogBounds>& logs);

    void setCount(std::size_t logs) { m_logs.resize(logs); }
    void insert(std::size_t index);
    void clear();

    // These need an open transaction.
    [[nodiscard]] Result<> append(const LogBounds& bounds, std::size_t index, const SharedEntry& entry);
    [[nodiscard]] Result<> drop(const LogBounds& bounds, std::size_t index, std::uint64_t before);
    [[nodiscard]] Result<> writeWaiting(const std::vector<LogBounds>& logs);

    // Requires begin <= seq < end. Valid until the next call. Fails with Corrupt when it is not there.
    [[nodiscard]] Result<const SharedEntry*> read(
        const LogBounds& bounds, std::size_t index, std::uint64_t seq);

private:
    struct Log {
        std::deque<SharedEntry> tail; // the newest, up to the log's end
        std::size_t waiting = 0; // how many of them the file lacks
    };
    using Chunk = std::vector<SharedEntry>;

    [[nodiscard]] Result<> writeLog(const LogBounds& bounds, Log& log);
    [[nodiscard]] Result<> writeChunk(LogId log, std::uint64_t first);
    // The one that begins at `seq` or last before it; empty when there is none.
    [[nodiscard]] Result<Chunk> readChunk(LogId log, std::uint64_t seq);

    Statement m_insert, m_chunkAt, m_trim, m_trimAll;
    std::vector<Log> m_logs;
    Chunk m_chunk; // read last
    std::string m_entryBytes, m_chunkBytes;
};

} // namespace sb
