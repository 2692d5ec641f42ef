// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/sqlite_log.h"

#include "backend/store/log_codec.h"
#include "backend/store/store_state.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::size_t kTailEntries = 256;
// When as much waits, it is written. Small enough to be read for the sake of one entry.
constexpr std::size_t kChunkEntries = 64;
constexpr std::size_t kChunkBytes = 32 << 10; // a longer entry is a chunk of its own
static_assert(kChunkEntries < kTailEntries);

constexpr int kIncarnationBits = 10;
static_assert(kMaxLogRegions <= 64 && kMaxIncarnations < (1 << kIncarnationBits));

// One integer that orders the entries of all logs.
std::int64_t positionOf(LogId log, std::uint64_t seq)
{
    const std::uint64_t id = std::uint64_t { log.origin.value } << kIncarnationBits | log.incarnation;
    return static_cast<std::int64_t>(id << kSeqBits | seq);
}

std::string nameOf(LogId log, std::uint64_t seq)
{
    return "log entry " + std::to_string(seq) + " of region " + std::to_string(log.origin.value)
        + (log.incarnation > 1 ? " (incarnation " + std::to_string(log.incarnation) + ")" : std::string());
}

// nullptr: it is not in the chunk.
const SharedEntry* entryIn(const std::vector<SharedEntry>& chunk, LogId log, std::uint64_t seq)
{
    if (chunk.empty() || chunk.front()->version.log() != log)
        return nullptr;
    const std::uint64_t first = chunk.front()->version.seq;
    return seq >= first && seq - first < chunk.size() ? &chunk[seq - first] : nullptr;
}

} // namespace

Result<> SqliteLog::prepare(Database& database)
{
    struct Text {
        Statement& statement;
        const char* sql;
    };
    const Text texts[] = {
        { m_insert, "INSERT INTO log(position, entries) VALUES(?1, ?2)" },
        { m_chunkAt,
            "SELECT position, entries FROM log WHERE position BETWEEN ?1 AND ?2"
            " ORDER BY position DESC LIMIT 1" },
        { m_trim,
            "DELETE FROM log WHERE position >= ?1"
            " AND position < (SELECT max(position) FROM log WHERE position <= ?2)" },
        { m_trimAll, "DELETE FROM log WHERE position BETWEEN ?1 AND ?2" },
    };
    for (const Text& text : texts) {
        Result<Statement> prepared = database.prepare(text.sql);
        if (!prepared)
            return fail(Errc::Corrupt, prepared.error().what);
        text.statement = std::move(*prepared);
    }
    return {};
}

// Looks every chunk up by its key: a walk through the table would not notice damage in the tree's inner
// pages, which leads look-ups astray.
Result<> SqliteLog::verify(Database& database, const std::vector<LogBounds>& logs)
{
    std::int64_t expected = 0;
    for (const LogBounds& log : logs) {
        for (std::uint64_t seq = log.begin; seq < log.end; ++expected) {
            const Result<Chunk> chunk = readChunk(log.id, seq);
            if (!chunk && chunk.error().code != Errc::Corrupt)
                return tl::unexpected<Error> { chunk.error() };
            if (!chunk)
                return fail(Errc::Corrupt, nameOf(log.id, seq) + ": " + chunk.error().what);
            if (entryIn(*chunk, log.id, seq) == nullptr)
                return fail(Errc::Corrupt, nameOf(log.id, seq) + " is missing");
            if (seq > log.begin && chunk->front()->version.seq != seq)
                return fail(Errc::Corrupt, nameOf(log.id, seq) + " is there twice");
            seq = chunk->back()->version.seq + 1;
            if (seq > log.end)
                return fail(Errc::Corrupt, nameOf(log.id, log.end) + " is there, but was never committed");
        }
    }
    return database.queryInteger("SELECT count(*) FROM log").and_then([&](std::int64_t found) -> Result<> {
        if (found != expected)
            return fail(Errc::Corrupt,
                "the log holds " + std::to_string(found) + " chunks instead of " + std::to_string(expected));
        return {};
    });
}

void SqliteLog::insert(std::size_t index)
{
    m_logs.emplace(m_logs.begin() + static_cast<std::ptrdiff_t>(index));
}

void SqliteLog::clear()
{
    m_logs.clear();
    m_chunk.clear();
}

Result<> SqliteLog::append(const LogBounds& bounds, std::size_t index, const SharedEntry& entry)
{
    Log& log = m_logs[index];
    log.tail.push_back(entry);
    if (log.tail.size() > kTailEntries)
        log.tail.pop_front();
    if (++log.waiting < kChunkEntries)
        return {};
    return writeLog(bounds, log);
}

Result<> SqliteLog::writeWaiting(const std::vector<LogBounds>& logs)
{
    for (std::size_t index = 0; index < logs.size(); ++index) {
        if (Result<> written = writeLog(logs[index], m_logs[index]); !written)
            return written;
    }
    return {};
}

Result<> SqliteLog::writeLog(const LogBounds& bounds, Log& log)
{
    std::uint64_t first = bounds.end - log.waiting;
    m_chunkBytes.clear();
    for (; log.waiting > 0; --log.waiting) {
        const std::uint64_t seq = bounds.end - log.waiting;
        encodeLogEntry(log.tail[log.tail.size() - log.waiting], m_entryBytes);
        if (!m_chunkBytes.empty() && m_chunkBytes.size() + m_entryBytes.size() > kChunkBytes) {
            if (Result<> written = writeChunk(bounds.id, first); !written)
                return written;
            first = seq;
        }
        addToChunk(m_entryBytes, m_chunkBytes);
    }
    return m_chunkBytes.empty() ? Result<>() : writeChunk(bounds.id, first);
}

Result<> SqliteLog::writeChunk(LogId log, std::uint64_t first)
{
    m_insert.bindInteger(1, positionOf(log, first));
    m_insert.bindBlob(2, m_chunkBytes);
    Result<> written = m_insert.run();
    m_chunkBytes.clear();
    return written;
}

Result<SqliteLog::Chunk> SqliteLog::readChunk(LogId log, std::uint64_t seq)
{
    m_chunkAt.bindInteger(1, positionOf(log, 0));
    m_chunkAt.bindInteger(2, positionOf(log, seq));
    const Result<bool> row = m_chunkAt.step();
    if (!row)
        return tl::unexpected<Error> { row.error() };
    if (!*row)
        return Chunk {};
    const std::int64_t position = m_chunkAt.integer(0);
    Result<Chunk> chunk = decodeChunk(m_chunkAt.blob(1));
    m_chunkAt.reset();
    if (chunk && positionOf(log, chunk->front()->version.seq) != position)
        return fail(Errc::Corrupt, "its chunk stands at the place of another");
    if (chunk && chunk->front()->version.log() != log)
        return fail(Errc::Corrupt, "its chunk holds entries of another log");
    return chunk;
}

Result<const SharedEntry*> SqliteLog::read(const LogBounds& bounds, std::size_t index, std::uint64_t seq)
{
    const std::deque<SharedEntry>& tail = m_logs[index].tail;
    if (bounds.end - seq <= tail.size())
        return &tail[tail.size() - (bounds.end - seq)];
    if (const SharedEntry* entry = entryIn(m_chunk, bounds.id, seq))
        return entry;
    Result<Chunk> chunk = readChunk(bounds.id, seq);
    if (!chunk)
        return tl::unexpected<Error> { chunk.error() };
    m_chunk = std::move(*chunk);
    if (const SharedEntry* entry = entryIn(m_chunk, bounds.id, seq))
        return entry;
    return fail(Errc::Corrupt, nameOf(bounds.id, seq) + " is missing");
}

Result<> SqliteLog::drop(const LogBounds& bounds, std::size_t index, std::uint64_t before)
{
    Log& log = m_logs[index];
    const bool isAllWrittenGone = before >= bounds.end - log.waiting;
    while (log.tail.size() > bounds.end - before)
        log.tail.pop_front();
    log.waiting = std::min<std::size_t>(log.waiting, bounds.end - before);
    Statement& statement = isAllWrittenGone ? m_trimAll : m_trim;
    statement.bindInteger(1, positionOf(bounds.id, 0));
    statement.bindInteger(2, positionOf(bounds.id, before));
    return statement.run();
}

} // namespace sb
