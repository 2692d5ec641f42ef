// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/session/session_writer.h"

#include "backend/session/session_schema.h"

#include <filesystem>

namespace sb {
namespace {

namespace fs = std::filesystem;

// Pages of write-ahead log before SQLite copies them into the file by itself, on the writer's thread.
constexpr int kCheckpointPages = 4000;
// How long a commit waits for another program that holds the file locked.
constexpr int kBusyMillis = 10'000;

Result<> makeRoom(const std::string& path, bool replacesExisting)
{
    std::error_code error;
    if (!fs::exists(fs::symlink_status(path, error)))
        return {};
    if (fs::is_directory(path, error))
        return fail(Errc::BadInput, path + ": is a folder; name a file in it");
    if (!replacesExisting)
        return fail(Errc::Refused, path + ": exists already; choose another name or remove it first");
    if (hasPendingWal(path))
        return fail(Errc::Refused,
            path
                + ": is being recorded, or its recording was not closed properly; save a copy or remove it "
                  "first");
    // A session of another version or a damaged one was ours to write, and the caller asked for its place.
    const auto header = checkSessionHeader(path);
    if (!header && header.error().code == Errc::BadInput)
        return fail(Errc::Refused, path + ": exists and is no Signalbox session; choose another name");
    if (!fs::remove(path, error))
        return fail(Errc::IoFailure, path + ": cannot be replaced: " + error.message());
    return {};
}

Result<> writeNames(Database& database)
{
    auto statement = database.prepare("INSERT INTO name (class, number, name) VALUES (?1, ?2, ?3)");
    if (!statement)
        return tl::make_unexpected(statement.error());
    Result<> outcome;
    forEachSessionName([&](std::string_view type, int number, std::string_view name) {
        if (!outcome)
            return;
        statement->bindText(1, type);
        statement->bindInteger(2, number);
        statement->bindText(3, name);
        outcome = statement->run();
    });
    return outcome;
}

Result<> writeMeta(Database& database, const std::vector<std::pair<std::string, std::string>>& texts)
{
    auto statement = database.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)");
    if (!statement)
        return tl::make_unexpected(statement.error());
    for (const auto& [key, value] : texts) {
        statement->bindText(1, key);
        statement->bindText(2, value);
        if (const auto ok = statement->run(); !ok)
            return ok;
    }
    return {};
}

// The head is committed to the file itself, before there is a write-ahead log, so that application id,
// version and configuration are there even if the log is later left behind when the file is moved.
Result<> writeHead(Database& database, const SessionHead& head)
{
    const auto mark = [&](const char* pragma, std::uint32_t value) {
        return database.execute(std::string("PRAGMA ") + pragma + " = " + std::to_string(value));
    };
    Result<> outcome = database.execute("PRAGMA synchronous = FULL; BEGIN IMMEDIATE");
    if (outcome)
        outcome = mark("application_id", kSessionApplicationId);
    if (outcome)
        outcome = mark("user_version", kSessionSchemaVersion);
    if (outcome)
        outcome = database.execute(kSessionSchema);
    if (outcome)
        outcome = writeNames(database);
    if (outcome)
        outcome = writeMeta(database,
            { { "title", head.title }, { "config", head.configJson },
                { "engine_version", head.engineVersion } });
    if (outcome)
        outcome = database.execute("COMMIT");
    if (!outcome)
        return outcome;
    const auto mode = database.queryText("PRAGMA journal_mode = WAL");
    if (!mode)
        return tl::make_unexpected(mode.error());
    if (*mode != "wal")
        return fail(Errc::IoFailure,
            database.path() + ": this file system cannot hold a write-ahead log; record to a local disk");
    outcome = database.execute("PRAGMA wal_autocheckpoint = " + std::to_string(kCheckpointPages)
        + "; PRAGMA busy_timeout = " + std::to_string(kBusyMillis));
    // A first entry in the log: whoever reads the file from now on sees that it is being recorded.
    return outcome ? writeMeta(database, { { "recording", "open" } }) : outcome;
}

void bindRegion(Statement& statement, int position, RegionId region)
{
    if (region.isValid())
        statement.bindInteger(position, region.value);
    else
        statement.bindNull(position);
}

void bindId(Statement& statement, int position, bool isValid, std::uint64_t value)
{
    if (isValid)
        statement.bindBits(position, value);
    else
        statement.bindNull(position);
}

} // namespace

Result<std::unique_ptr<SessionWriter>> SessionWriter::create(
    const std::string& path, const SessionHead& head, const SessionWriterOptions& options)
{
    if (const auto ok = makeRoom(path, options.replacesExisting); !ok)
        return tl::make_unexpected(ok.error());
    auto opened = Database::open(path, Database::Access::Create);
    if (!opened)
        return tl::make_unexpected(opened.error());
    std::optional<Database> database(std::move(*opened));
    if (const auto ok = writeHead(*database, head); !ok) {
        database.reset();
        std::error_code ignored;
        for (const char* companion : { "", "-journal", "-wal", "-shm" })
            fs::remove(path + companion, ignored); // ours: makeRoom() saw that nothing was there
        return tl::make_unexpected(ok.error());
    }
    auto statements = prepareAll(*database);
    if (!statements)
        return tl::make_unexpected(statements.error());
    return std::unique_ptr<SessionWriter>(
        new SessionWriter(std::move(*database), std::move(*statements), path, options));
}

Result<SessionWriter::Statements> SessionWriter::prepareAll(Database& database)
{
    Statements statements;
    const std::pair<const char*, Statement*> all[] {
        { "INSERT INTO input (number, executed, at, actor, command) VALUES (?1, ?2, ?3, ?4, ?5)",
            &statements.input },
        { "INSERT INTO checkpoint (second, executed, hash) VALUES (?1, ?2, ?3)", &statements.checkpoint },
        { "INSERT INTO event (seq, at, kind, phase, severity, actor, region, peer, fault, cause, object, "
          "action, "
          "value_before, value_after, unit, note, executed, state_hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
          "?8, ?9, "
          "?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
            &statements.event },
        { "INSERT INTO sample (at, metric, region, peer, value) VALUES (?1, ?2, ?3, ?4, ?5)",
            &statements.sample },
    };
    for (const auto& [sql, statement] : all) {
        auto prepared = database.prepare(sql);
        if (!prepared)
            return tl::make_unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    return statements;
}

SessionWriter::SessionWriter(
    Database database, Statements statements, std::string path, const SessionWriterOptions& options)
    : m_path(std::move(path))
    , m_queueRowsMax(options.queueRowsMax)
    , m_database(std::move(database))
    , m_statements(std::move(statements))
{
    m_thread = std::thread([this] { run(); });
}

SessionWriter::~SessionWriter()
{
    (void)finish();
}

SessionAppend SessionWriter::append(SessionBatch&& batch)
{
    const std::size_t rows = batch.rows();
    {
        const std::lock_guard lock(m_mutex);
        if (!m_status || m_isEnding)
            return SessionAppend::Failed;
        if (rows == 0)
            return SessionAppend::Taken;
        if (m_queueRows > 0 && m_queueRows + rows > m_queueRowsMax)
            return SessionAppend::QueueFull;
        m_queueRows += rows;
        m_queue.push_back(std::move(batch));
    }
    m_wake.notify_one();
    return SessionAppend::Taken;
}

Result<> SessionWriter::flush()
{
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock, [this] { return !m_status || (m_queue.empty() && !m_isCommitting); });
    return m_status;
}

Result<> SessionWriter::finish(const std::optional<SessionEnd>& end)
{
    if (m_isFinished)
        return status();
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_wake.notify_one();
    m_thread.join();
    m_isFinished = true;
    const Result<> closed = m_status ? close(end) : m_status; // the thread is gone, nobody else is here
    const std::lock_guard lock(m_mutex);
    if (m_status)
        m_status = closed;
    return m_status;
}

Result<> SessionWriter::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

SessionDurable SessionWriter::durable() const
{
    const std::lock_guard lock(m_mutex);
    return m_durable;
}

void SessionWriter::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_isEnding || !m_queue.empty(); });
        if (m_queue.empty() || !m_status)
            return;
        const std::vector<SessionBatch> batches = std::exchange(m_queue, {});
        m_isCommitting = true;
        lock.unlock();
        const Result<> outcome = commit(batches);
        lock.lock();
        // Only now is there room again: rows that are being committed are in memory, too.
        m_queueRows = 0;
        for (const SessionBatch& waiting : m_queue)
            m_queueRows += waiting.rows();
        m_isCommitting = false;
        if (!outcome) {
            m_status = outcome;
            m_queue.clear();
            m_queueRows = 0;
        }
        for (const SessionBatch& batch : outcome ? batches : std::vector<SessionBatch> {}) {
            m_durable.inputs += batch.inputs.size();
            m_durable.checkpoints += batch.checkpoints.size();
            m_durable.events += batch.events.size();
            m_durable.samples += batch.samples.size();
        }
        m_idle.notify_all();
    }
}

Result<> SessionWriter::setSynchronous(bool isFull)
{
    if (m_isSynchronousFull == isFull)
        return {};
    m_isSynchronousFull = isFull;
    return m_database->execute(isFull ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
}

Result<> SessionWriter::commit(const std::vector<SessionBatch>& batches)
{
    bool hasInputs = false;
    for (const SessionBatch& batch : batches)
        hasInputs = hasInputs || !batch.inputs.empty();
    Result<> outcome = setSynchronous(hasInputs);
    if (outcome)
        outcome = m_database->execute("BEGIN IMMEDIATE");
    for (const SessionBatch& batch : batches) {
        if (outcome)
            outcome = writeBatch(batch);
    }
    if (outcome)
        outcome = m_database->execute("COMMIT");
    if (!outcome && m_database->isInTransaction())
        (void)m_database->execute("ROLLBACK"); // the first error is the one to report
    return outcome;
}

Result<> SessionWriter::writeBatch(const SessionBatch& batch)
{
    for (const SessionInput& input : batch.inputs) {
        Statement& row = m_statements->input;
        row.bindBits(1, input.index);
        row.bindBits(2, input.executed);
        row.bindInteger(3, micros(input.at));
        row.bindInteger(4, static_cast<int>(input.actor));
        row.bindText(5, input.command);
        if (const auto ok = row.run(); !ok)
            return ok;
    }
    for (const SessionCheckpoint& checkpoint : batch.checkpoints) {
        Statement& row = m_statements->checkpoint;
        row.bindBits(1, checkpoint.second);
        row.bindBits(2, checkpoint.executed);
        row.bindBits(3, checkpoint.hash);
        if (const auto ok = row.run(); !ok)
            return ok;
    }
    for (const Event& event : batch.events) {
        if (const auto ok = writeEvent(event); !ok)
            return ok;
    }
    for (const SessionSample& sample : batch.samples) {
        Statement& row = m_statements->sample;
        row.bindInteger(1, micros(sample.at));
        row.bindInteger(2, static_cast<int>(sample.metric));
        bindRegion(row, 3, sample.region);
        bindRegion(row, 4, sample.peer);
        row.bindReal(5, sample.value);
        if (const auto ok = row.run(); !ok)
            return ok;
    }
    return {};
}

Result<> SessionWriter::writeEvent(const Event& event)
{
    Statement& row = m_statements->event;
    row.bindBits(1, event.seq.value);
    row.bindInteger(2, micros(event.at));
    row.bindInteger(3, static_cast<int>(event.kind));
    row.bindInteger(4, static_cast<int>(event.phase));
    row.bindInteger(5, static_cast<int>(event.severity));
    row.bindInteger(6, static_cast<int>(event.actor));
    bindRegion(row, 7, event.region);
    bindRegion(row, 8, event.peer);
    bindId(row, 9, event.fault.isValid(), event.fault.value);
    bindId(row, 10, event.cause.isValid(), event.cause.value);
    row.bindText(11, event.object);
    row.bindText(12, event.action);
    row.bindText(13, event.valueBefore);
    row.bindText(14, event.valueAfter);
    row.bindText(15, event.unit);
    row.bindText(16, event.note);
    row.bindBits(17, event.executed);
    row.bindBits(18, event.stateHash);
    return row.run();
}

Result<> SessionWriter::close(const std::optional<SessionEnd>& end)
{
    m_statements.reset();
    Result<> outcome = setSynchronous(true);
    if (outcome)
        outcome = m_database->execute("BEGIN IMMEDIATE");
    if (outcome && end) {
        const std::string at = std::to_string(micros(end->at));
        const auto signedText
            = [](std::uint64_t bits) { return std::to_string(static_cast<std::int64_t>(bits)); };
        outcome = m_database->execute("INSERT INTO meta (key, value) VALUES ('end_at', " + at
            + "), ('end_executed', " + signedText(end->executed) + "), ('end_hash', " + signedText(end->hash)
            + ")");
    }
    if (outcome)
        outcome = m_database->execute("UPDATE meta SET value = 'closed' WHERE key = 'recording'; COMMIT");
    if (!outcome)
        return outcome;
    // Somebody who reads the file right now keeps the log alive; the session is whole all the same.
    (void)m_database->execute("PRAGMA journal_mode = DELETE");
    m_database.reset();
    return {};
}

} // namespace sb
