// SPDX-License-Identifier: GPL-3.0-or-later
// The durable store. One transaction is open from the first write to flush(), which commits it (group
// commit): write-ahead log, synchronous=FULL, so what flush() acknowledged survives a crash of the process
// and of the machine. The process holds the file exclusively; a second opening is refused.
//
// Schema version 2. `items` has an integer key of its own and a unique index over (tbl, part, sort), because
// SQLite keeps long rows of a WITHOUT ROWID table in overflow pages. `log` is keyed by positionOf().
// `state` is one row, replaced by every commit. Opening reads everything once and compares it with `state`;
// SQLite itself would not notice a flipped bit.
#include "backend/store/log_codec.h"
#include "backend/store/sqlite.h"
#include "backend/store/store.h"
#include "backend/store/store_check.h"
#include "backend/store/store_state.h"

#include <sqlite3.h>

#include <algorithm>
#include <deque>
#include <optional>

namespace sb {

namespace {

constexpr std::int64_t kApplicationId = 0x53427273; // "SBrs": Signalbox region store
constexpr std::int64_t kSchemaVersion = 3;
constexpr std::size_t kTailEntries = 256; // newest log entries kept decoded, per origin

constexpr int kIncarnationBits = 10;
static_assert(kMaxLogRegions <= 64 && kMaxIncarnations < (1 << kIncarnationBits));

// One integer that orders the entries of all logs.
std::int64_t positionOf(LogId log, std::uint64_t seq)
{
    const std::uint64_t id = std::uint64_t { log.origin.value } << kIncarnationBits | log.incarnation;
    return static_cast<std::int64_t>(id << kSeqBits | seq);
}

constexpr const char* kSchema = R"(
CREATE TABLE items(id INTEGER PRIMARY KEY, tbl INTEGER NOT NULL, part INTEGER NOT NULL, sort INTEGER NOT NULL,
    hlc INTEGER NOT NULL, origin INTEGER NOT NULL, incarnation INTEGER NOT NULL, seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL, value BLOB NOT NULL) STRICT;
CREATE UNIQUE INDEX items_key ON items(tbl, part, sort);
CREATE TABLE log(position INTEGER PRIMARY KEY, entry BLOB NOT NULL) STRICT;
CREATE TABLE state(id INTEGER PRIMARY KEY CHECK(id = 1), bytes BLOB NOT NULL) STRICT;
)";

// Reads an item whose columns start at `first`: hlc, origin, incarnation, seq, deleted, value.
void readItem(const Statement& row, int first, Item& item)
{
    item.version.hlc.value = row.bits(first);
    item.version.origin.value = static_cast<std::uint8_t>(row.integer(first + 1));
    item.version.incarnation = static_cast<std::uint32_t>(row.integer(first + 2));
    item.version.seq = row.bits(first + 3);
    item.isDeleted = row.integer(first + 4) != 0;
    item.value = row.blob(first + 5);
}

class SqliteStore final : public Store {
public:
    SqliteStore(Database database, const SqliteStoreOptions& options)
        : m_database(std::move(database))
        , m_options(options)
        , m_isReadOnly(options.isReadOnly)
    {
    }

    ~SqliteStore() override
    {
        // What was not flushed was never promised.
        if (m_database.isInTransaction())
            (void)m_database.execute("ROLLBACK");
    }

    SqliteStore(const SqliteStore&) = delete;
    SqliteStore& operator=(const SqliteStore&) = delete;

    [[nodiscard]] Result<> start();

    const Item* find(const Key& key) override;
    void scan(Table table, std::uint64_t partition, std::vector<Row>& out) override;
    void forEach(Table table, const std::function<void(const Key&, const Item&)>& visit) override;
    std::uint64_t count(Table table) override { return m_live[static_cast<std::size_t>(table)]; }

    Result<> flush() override;

protected:
    void replace(const Key& key, const Item& item) override;
    void remove(const Key& key) override;
    void insertLog(std::size_t index) override;
    void appendEntry(const LogEntry& entry, std::size_t index) override;
    const LogEntry* readEntry(std::size_t index, std::uint64_t seq) override;
    void dropEntries(std::size_t index, std::uint64_t from, std::uint64_t before) override;
    // The state row is written by flush(), which needs an open transaction.
    void noteChanged() override { (void)beginWrite(); }
    void dropAll() override;

private:
    // The newest entries of one log, up to its end; appended ones are read again by every peer.
    using Tail = std::deque<LogEntry>;

    [[nodiscard]] Result<> identify();
    [[nodiscard]] Result<> createSchema();
    [[nodiscard]] Result<> configure();
    [[nodiscard]] Result<> prepareStatements();
    [[nodiscard]] Result<> loadState();
    [[nodiscard]] Result<> verifyItems();
    [[nodiscard]] Result<> verifyLogs();
    [[nodiscard]] Result<> settle();
    [[nodiscard]] std::string stateBytes() const
    {
        return encodeState({ m_digests, m_live, m_notes, m_logs });
    }
    [[nodiscard]] tl::unexpected<Error> corrupt(const std::string& what) const;

    // Opens the transaction that flush() will commit; false when the store has failed.
    [[nodiscard]] bool beginWrite();
    // Keeps the first error for flush() and drops the open transaction.
    void failWith(Error error);
    // Runs a write; an error is kept.
    void runWrite(Statement& statement);
    // Steps a read; an error is kept and reads as the end.
    [[nodiscard]] bool stepRead(Statement& statement);

    // Before the statements, so that it is closed after them.
    Database m_database;
    SqliteStoreOptions m_options;
    bool m_isReadOnly = false;
    Statement m_find, m_scan, m_forEach, m_insert, m_update, m_append, m_logEntry, m_trim, m_saveState,
        m_delete;
    Statement m_begin, m_commit;

    std::vector<Tail> m_tails; // as logs()
    std::optional<Error> m_error;
    int m_walPages = 0; // in the write-ahead log after the last commit

    Key m_foundKey;
    std::int64_t m_foundId = 0; // row of m_foundKey; 0 when there was none
    // Two, used in turn: put(key, *find(other)) looks for `key` while it still holds the other's item.
    std::array<Item, 2> m_items;
    std::size_t m_itemInUse = 0;
    LogEntry m_entry;
    std::string m_entryBytes;
};

Result<> SqliteStore::start()
{
    m_database.setCheckpointAtClose(false); // until settle(): a refused file stays as it was found
    return checkLogHasFile(m_database)
        .and_then([this] { return configure(); })
        .and_then([this] { return identify(); })
        .and_then([this] { return prepareStatements(); })
        .and_then([this] { return loadState(); })
        .and_then([this] { return verifyItems(); })
        .and_then([this] { return verifyLogs(); })
        .and_then([this] { return checkEnds(m_database.path(), m_logs, m_options.acknowledgedEnds); })
        .and_then([this] { return checkStructure(m_database); })
        .and_then([this] { return settle(); });
}

Result<> SqliteStore::configure()
{
    // Exclusive locking comes before anything that reads the file (some of the other settings do): SQLite
    // then takes the lock with the first read, keeps it until the store is closed, and needs no shared memory
    // file for the write-ahead log.
    Result<> done = m_isReadOnly ? Result<>() : m_database.execute("PRAGMA locking_mode = EXCLUSIVE");
    if (done) {
        done = m_database.execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
                                  "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;"
                                  "PRAGMA mmap_size = 268435456;");
    }
    if (!done || m_isReadOnly)
        return done;
    sqlite3_wal_hook(
        m_database.handle(),
        [](void* store, sqlite3*, const char*, int pages) {
            static_cast<SqliteStore*>(store)->m_walPages = pages;
            return SQLITE_OK;
        },
        this); // also turns SQLite's own checkpoint at commit off
    const char* const levels[] = { "FULL", "NORMAL", "OFF" };
    const std::string level = levels[static_cast<std::size_t>(m_options.durability)];
    return m_database.execute("PRAGMA synchronous = " + level + "; PRAGMA secure_delete = OFF;");
}

Result<> SqliteStore::identify()
{
    const Result<std::int64_t> application = m_database.queryInteger("PRAGMA application_id");
    if (!application)
        return tl::unexpected<Error> { application.error() };
    const Result<std::int64_t> version = m_database.queryInteger("PRAGMA user_version");
    if (!version)
        return tl::unexpected<Error> { version.error() };
    if (*application == 0 && *version == 0) {
        const Result<std::int64_t> objects = m_database.queryInteger("SELECT count(*) FROM sqlite_schema");
        if (!objects)
            return tl::unexpected<Error> { objects.error() };
        if (*objects == 0 && !m_isReadOnly)
            return createSchema();
        if (*objects == 0)
            return corrupt("is an empty database; open it for writing to start a new store");
    }
    if (*application != kApplicationId)
        return corrupt("belongs to another program; choose a region store or a new file name");
    if (*version != kSchemaVersion) {
        return fail(Errc::VersionMismatch,
            m_database.path() + ": has schema version " + std::to_string(*version) + ", this program reads "
                + std::to_string(kSchemaVersion) + "; open it with the version that wrote it");
    }
    return {};
}

// Everything that makes the file a store appears in one commit; before it the file counts as empty.
Result<> SqliteStore::createSchema()
{
    if (m_database.path() != ":memory:") {
        const Result<std::string> mode = m_database.queryText("PRAGMA journal_mode = WAL");
        if (!mode)
            return tl::unexpected<Error> { mode.error() };
        if (*mode != "wal")
            return fail(Errc::IoFailure,
                m_database.path() + ": this file system cannot hold a write-ahead log; use a local disk");
    }
    const std::string marks = "PRAGMA application_id = " + std::to_string(kApplicationId)
        + "; PRAGMA user_version = " + std::to_string(kSchemaVersion) + ";";
    return m_database.execute("BEGIN IMMEDIATE;" + marks + kSchema)
        .and_then([this] { return m_database.prepare("INSERT INTO state(id, bytes) VALUES(1, ?1)"); })
        .and_then([this](Statement insert) {
            const std::string bytes = stateBytes();
            insert.bindBlob(1, bytes);
            return insert.run();
        })
        .and_then([this] { return m_database.execute("COMMIT"); });
}

Result<> SqliteStore::prepareStatements()
{
    struct Text {
        Statement& statement;
        const char* sql;
    };
    const Text texts[] = {
        { m_find,
            "SELECT hlc, origin, incarnation, seq, deleted, value, id FROM items"
            " WHERE tbl = ?1 AND part = ?2 AND sort = ?3" },
        { m_scan,
            "SELECT hlc, origin, incarnation, seq, deleted, value, sort FROM items"
            " WHERE tbl = ?1 AND part = ?2 ORDER BY sort" },
        // Numbers from 2^63 up are stored as negative ones and come last.
        { m_forEach,
            "SELECT hlc, origin, incarnation, seq, deleted, value, part, sort FROM items"
            " WHERE tbl = ?1 ORDER BY part < 0, part, sort < 0, sort" },
        { m_insert,
            "INSERT INTO items(tbl, part, sort, hlc, origin, incarnation, seq, deleted, value)"
            " VALUES(?7, ?8, ?9, ?1, ?2, ?3, ?4, ?5, ?6)" },
        { m_update,
            "UPDATE items SET hlc = ?1, origin = ?2, incarnation = ?3, seq = ?4, deleted = ?5, value = ?6"
            " WHERE id = ?7" },
        { m_append, "INSERT INTO log(position, entry) VALUES(?1, ?2)" },
        { m_logEntry, "SELECT entry FROM log WHERE position = ?1" },
        { m_trim, "DELETE FROM log WHERE position >= ?1 AND position < ?2" },
        { m_delete, "DELETE FROM items WHERE id = ?1" },
        { m_saveState, "UPDATE state SET bytes = ?1 WHERE id = 1" },
        { m_begin, "BEGIN IMMEDIATE" },
        { m_commit, "COMMIT" },
    };
    for (const Text& text : texts) {
        Result<Statement> prepared = m_database.prepare(text.sql);
        if (!prepared)
            return fail(Errc::Corrupt, prepared.error().what);
        text.statement = std::move(*prepared);
    }
    return {};
}

tl::unexpected<Error> SqliteStore::corrupt(const std::string& what) const
{
    return fail(Errc::Corrupt, m_database.path() + ": " + what);
}

Result<> SqliteStore::loadState()
{
    Result<Statement> statement = m_database.prepare("SELECT bytes FROM state WHERE id = 1");
    if (!statement)
        return fail(Errc::Corrupt, statement.error().what);
    const Result<bool> row = statement->step();
    if (!row)
        return tl::unexpected<Error> { row.error() };
    const std::optional<StoreState> state = *row ? decodeState(statement->blob(0)) : std::nullopt;
    if (!state)
        return corrupt("the row of digests and log bounds is damaged; restore the file from a copy");
    m_digests = state->digests;
    m_live = state->live;
    m_notes = state->notes;
    m_logs = state->logs;
    m_tails.resize(m_logs.size());
    return {};
}

// Walks the index, so that a damaged index shows as well as a damaged row.
Result<> SqliteStore::verifyItems()
{
    Result<Statement> all
        = m_database.prepare("SELECT hlc, origin, incarnation, seq, deleted, value, tbl, part, sort"
                             " FROM items INDEXED BY items_key ORDER BY tbl, part, sort");
    if (!all)
        return fail(Errc::Corrupt, all.error().what);
    std::array<std::uint64_t, kTableCount> digests {};
    std::array<std::uint64_t, kTableCount> live {};
    Item item;
    while (true) {
        const Result<bool> row = all->step();
        if (!row)
            return tl::unexpected<Error> { row.error() };
        if (!*row)
            break;
        const std::uint64_t table = all->bits(6);
        if (table >= kTableCount)
            return corrupt("holds an item of an unknown table; restore the file from a copy");
        readItem(*all, 0, item);
        digests[table] += noteFound({ static_cast<Table>(table), all->bits(7), all->bits(8) }, item);
        live[table] += item.isDeleted ? 0 : 1;
    }
    for (std::size_t table = 0; table < kTableCount; ++table) {
        if (digests[table] != m_digests[table] || live[table] != m_live[table]) {
            return corrupt("the items of table '" + std::string(toString(static_cast<Table>(table)))
                + "' do not match their digest; restore the file from a copy");
        }
    }
    return {};
}

// Looks every entry up by its key: a walk through the table would not notice damage in the tree's inner
// pages, which leads look-ups astray.
Result<> SqliteStore::verifyLogs()
{
    std::int64_t expected = 0;
    for (const LogBounds& log : m_logs) {
        for (std::uint64_t seq = log.begin; seq < log.end; ++seq, ++expected) {
            const std::string name = "log entry " + std::to_string(seq) + " of region "
                + std::to_string(log.id.origin.value)
                + (log.id.incarnation > 1 ? " (incarnation " + std::to_string(log.id.incarnation) + ")"
                                          : std::string());
            m_logEntry.bindInteger(1, positionOf(log.id, seq));
            const Result<bool> row = m_logEntry.step();
            if (!row)
                return tl::unexpected<Error> { row.error() };
            if (!*row)
                return corrupt(name + " is missing; restore the file from a copy");
            const Result<LogEntry> entry = decodeLogEntry(m_logEntry.blob(0));
            m_logEntry.reset();
            if (!entry)
                return corrupt(name + ": " + entry.error().what + "; restore the file from a copy");
            if (entry->version.log() != log.id || entry->version.seq != seq)
                return corrupt(name + " holds another entry; restore the file from a copy");
        }
    }
    return m_database.queryInteger("SELECT count(*) FROM log").and_then([&](std::int64_t found) -> Result<> {
        if (found != expected)
            return corrupt("the log holds " + std::to_string(found) + " entries instead of "
                + std::to_string(expected) + "; restore the file from a copy");
        return {};
    });
}

// What was found in the write-ahead log may never have reached the disk, so it goes there first. Copied into
// the file while the log was not safe, it could be torn by a power loss without a log to mend it.
Result<> SqliteStore::settle()
{
    if (m_isReadOnly)
        return {};
    return m_database.rewriteLog().and_then([this] { return m_database.checkpoint(); }).map([this] {
        m_database.setCheckpointAtClose(true);
    });
}

const Item* SqliteStore::find(const Key& key)
{
    m_foundKey = key;
    m_foundId = 0;
    m_find.bindInteger(1, static_cast<std::int64_t>(key.table));
    m_find.bindBits(2, key.partition);
    m_find.bindBits(3, key.sort);
    if (!stepRead(m_find))
        return nullptr;
    m_itemInUse ^= 1;
    Item& item = m_items[m_itemInUse];
    readItem(m_find, 0, item);
    m_foundId = m_find.integer(6);
    m_find.reset();
    return &item;
}

void SqliteStore::scan(Table table, std::uint64_t partition, std::vector<Row>& out)
{
    m_scan.bindInteger(1, static_cast<std::int64_t>(table));
    m_scan.bindBits(2, partition);
    const auto first = static_cast<std::ptrdiff_t>(out.size());
    while (stepRead(m_scan)) {
        if (m_scan.integer(4) != 0)
            continue;
        Row& row = out.emplace_back();
        row.key = { table, partition, m_scan.bits(6) };
        readItem(m_scan, 0, row.item);
    }
    // SQLite counts numbers from 2^63 up as negative and returned them first.
    const auto begin = out.begin() + first;
    const auto small = std::find_if(
        begin, out.end(), [](const Row& row) { return static_cast<std::int64_t>(row.key.sort) >= 0; });
    std::rotate(begin, small, out.end());
}

void SqliteStore::forEach(Table table, const std::function<void(const Key&, const Item&)>& visit)
{
    m_forEach.bindInteger(1, static_cast<std::int64_t>(table));
    Item item;
    while (stepRead(m_forEach)) {
        readItem(m_forEach, 0, item);
        visit({ table, m_forEach.bits(6), m_forEach.bits(7) }, item);
    }
}

void SqliteStore::replace(const Key& key, const Item& item)
{
    if (!beginWrite())
        return;
    SB_ASSERT(m_foundKey == key);
    Statement& statement = m_foundId != 0 ? m_update : m_insert;
    statement.bindBits(1, item.version.hlc.value);
    statement.bindInteger(2, item.version.origin.value);
    statement.bindInteger(3, item.version.incarnation);
    statement.bindBits(4, item.version.seq);
    statement.bindInteger(5, item.isDeleted ? 1 : 0);
    statement.bindBlob(6, item.value);
    if (m_foundId != 0) {
        statement.bindInteger(7, m_foundId);
    } else {
        statement.bindInteger(7, static_cast<std::int64_t>(key.table));
        statement.bindBits(8, key.partition);
        statement.bindBits(9, key.sort);
    }
    runWrite(statement);
}

void SqliteStore::remove(const Key& key)
{
    if (!beginWrite())
        return;
    SB_ASSERT(m_foundKey == key && m_foundId != 0);
    m_delete.bindInteger(1, m_foundId);
    runWrite(m_delete);
    m_foundId = 0;
}

void SqliteStore::insertLog(std::size_t index)
{
    m_tails.emplace(m_tails.begin() + static_cast<std::ptrdiff_t>(index));
}

void SqliteStore::appendEntry(const LogEntry& entry, std::size_t index)
{
    if (!beginWrite())
        return;
    encodeLogEntry(entry, m_entryBytes);
    m_append.bindInteger(1, positionOf(entry.version.log(), entry.version.seq));
    m_append.bindBlob(2, m_entryBytes);
    runWrite(m_append);
    Tail& tail = m_tails[index];
    tail.push_back(entry);
    if (tail.size() > kTailEntries)
        tail.pop_front();
}

const LogEntry* SqliteStore::readEntry(std::size_t index, std::uint64_t seq)
{
    const LogBounds& bounds = m_logs[index];
    const Tail& tail = m_tails[index];
    if (bounds.end - seq <= tail.size())
        return &tail[tail.size() - (bounds.end - seq)];
    m_logEntry.bindInteger(1, positionOf(bounds.id, seq));
    if (!stepRead(m_logEntry)) {
        failWith({ Errc::Corrupt, m_database.path() + ": an entry of the log is missing" });
        return nullptr;
    }
    Result<LogEntry> entry = decodeLogEntry(m_logEntry.blob(0));
    m_logEntry.reset();
    if (!entry) {
        failWith({ Errc::Corrupt, m_database.path() + ": " + entry.error().what });
        return nullptr;
    }
    m_entry = std::move(*entry);
    return &m_entry;
}

void SqliteStore::dropEntries(std::size_t index, std::uint64_t from, std::uint64_t before)
{
    const LogBounds& bounds = m_logs[index];
    Tail& tail = m_tails[index];
    while (tail.size() > bounds.end - before)
        tail.pop_front();
    if (!beginWrite())
        return;
    m_trim.bindInteger(1, positionOf(bounds.id, from));
    m_trim.bindInteger(2, positionOf(bounds.id, before));
    runWrite(m_trim);
}

void SqliteStore::dropAll()
{
    m_tails.clear();
    m_foundId = 0;
    if (!beginWrite())
        return;
    if (Result<> dropped = m_database.execute("DELETE FROM items; DELETE FROM log;"); !dropped)
        failWith(std::move(dropped.error()));
}

Result<> SqliteStore::flush()
{
    if (m_error)
        return tl::unexpected<Error> { *m_error };
    if (!m_database.isInTransaction())
        return {};
    const std::string bytes = stateBytes();
    m_saveState.bindBlob(1, bytes);
    runWrite(m_saveState);
    if (!m_error)
        runWrite(m_commit);
    if (m_error)
        return tl::unexpected<Error> { *m_error };
    return {};
}

bool SqliteStore::beginWrite()
{
    if (m_error)
        return false;
    if (m_database.isInTransaction())
        return true;
    if (m_isReadOnly) {
        failWith(
            { Errc::Refused, m_database.path() + ": is open read-only; open it for writing to change it" });
        return false;
    }
    // Here and not in flush(), so that no acknowledgement waits for the copying.
    if (m_walPages >= m_options.checkpointPages) {
        m_walPages = 0;
        if (Result<> copied = m_database.checkpoint(); !copied) {
            failWith(std::move(copied.error()));
            return false;
        }
    }
    runWrite(m_begin);
    return !m_error;
}

void SqliteStore::failWith(Error error)
{
    if (m_error)
        return;
    m_error = std::move(error);
    m_database.setCheckpointAtClose(false);
    // Some errors have rolled back already. A failed fsync must never be tried again: the kernel may have
    // dropped the pages and would then report success.
    if (m_database.isInTransaction())
        (void)m_database.execute("ROLLBACK");
}

void SqliteStore::runWrite(Statement& statement)
{
    if (Result<> done = statement.run(); !done)
        failWith(std::move(done.error()));
}

bool SqliteStore::stepRead(Statement& statement)
{
    Result<bool> row = statement.step();
    if (!row)
        failWith(std::move(row.error()));
    return row.value_or(false);
}

} // namespace

Result<std::unique_ptr<Store>> openSqliteStore(const SqliteStoreOptions& options)
{
    const auto access = options.isReadOnly ? Database::Access::ReadOnly : Database::Access::Create;
    Result<Database> database = Database::open(options.path, access, options.vfs);
    if (!database)
        return tl::unexpected<Error> { database.error() };
    auto store = std::make_unique<SqliteStore>(std::move(*database), options);
    if (const Result<> started = store->start(); !started)
        return tl::unexpected<Error> { started.error() };
    return std::unique_ptr<Store>(std::move(store));
}

} // namespace sb
