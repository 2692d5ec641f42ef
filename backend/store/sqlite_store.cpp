// SPDX-License-Identifier: GPL-3.0-or-later
// The durable store. One transaction is open from the first write to flush(), which commits it (group
// commit): write-ahead log, synchronous=FULL, so what flush() acknowledged survives a crash of the process
// and of the machine. The process holds the file exclusively; a second opening is refused.
//
// Until then, what was put and appended waits in memory (row_cache.h, sqlite_log.h), in front of what the
// file holds: a row goes to the file once a commit, and the entries of a log as one chunk. A scan of the
// items writes what waits first.
//
// Schema version 4. `items` has an integer key of its own and a unique index over (tbl, part, sort), because
// SQLite keeps long rows of a WITHOUT ROWID table in overflow pages. `log` holds chunks of entries. `state`
// is one row, replaced by every commit. Opening reads everything once and compares it with `state`; SQLite
// itself would not notice a flipped bit.
#include "backend/store/row_cache.h"
#include "backend/store/sqlite.h"
#include "backend/store/sqlite_log.h"
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
constexpr std::int64_t kSchemaVersion = 4;
constexpr const char* kSchema = R"(
CREATE TABLE items(id INTEGER PRIMARY KEY, tbl INTEGER NOT NULL, part INTEGER NOT NULL, sort INTEGER NOT NULL,
    hlc INTEGER NOT NULL, origin INTEGER NOT NULL, incarnation INTEGER NOT NULL, seq INTEGER NOT NULL,
    deleted INTEGER NOT NULL, value BLOB NOT NULL) STRICT;
CREATE UNIQUE INDEX items_key ON items(tbl, part, sort);
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
        , m_rows(std::max<std::size_t>(1, options.cachedRows / 2))
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
    void prefetch(const Key& key, bool isNear) override { m_rows.prefetch(key, isNear); }
    void scan(Table table, std::uint64_t partition, std::vector<Row>& out) override;
    void forEach(Table table, const std::function<void(const Key&, const Item&)>& visit) override;
    std::uint64_t count(Table table) override { return m_live[static_cast<std::size_t>(table)]; }

    Result<> flush() override;

protected:
    std::uint64_t hashFound(const Key& key, const Item& found) override;
    void replace(const Key& key, const ItemView& item, std::uint64_t hash) override;
    void remove(const Key& key) override;
    void insertLog(std::size_t index) override;
    void appendEntry(const SharedEntry& entry, std::size_t index) override;
    const SharedEntry* readEntry(std::size_t index, std::uint64_t seq) override;
    void dropEntries(std::size_t index, std::uint64_t from, std::uint64_t before) override;
    // The state row is written by flush(), which needs an open transaction.
    void noteChanged() override { (void)beginWrite(); }
    void dropAll() override;

private:
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
    // Rows that wait go to the open transaction.
    void writeRows();
    void writeRow(RowCache::Row& row);

    // Keeps the first error for flush() and drops the open transaction.
    void failWith(Error error);
    void keepError(Result<> done)
    {
        if (!done)
            failWith(std::move(done.error()));
    }
    // Runs a write; an error is kept.
    void runWrite(Statement& statement);
    // Steps a read; an error is kept and reads as the end.
    [[nodiscard]] bool stepRead(Statement& statement);

    // Before the statements, so that it is closed after them.
    Database m_database;
    SqliteStoreOptions m_options;
    bool m_isReadOnly = false;
    Statement m_find, m_scan, m_forEach, m_insert, m_update, m_saveState, m_delete;
    Statement m_begin, m_commit;

    SqliteLog m_entries;
    std::optional<Error> m_error;
    int m_walPages = 0; // in the write-ahead log after the last commit

    RowCache m_rows;
    RowCache::Row* m_found = nullptr; // by the last find()
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
    if (m_database.path() == ":memory:" && !m_isReadOnly) {
        // What is in memory alone is never opened again, and after an error it is not trusted: nobody needs
        // the copies of pages that a rollback takes.
        if (Result<> off = m_database.execute("PRAGMA journal_mode = OFF"); !off)
            return off;
    }
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
    return m_database.execute("BEGIN IMMEDIATE;" + marks + kSchema + SqliteLog::kSchema)
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
    return m_entries.prepare(m_database);
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
    m_entries.setCount(m_logs.size());
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

Result<> SqliteStore::verifyLogs()
{
    Result<> verified = m_entries.verify(m_database, m_logs);
    if (!verified && verified.error().code == Errc::Corrupt)
        return corrupt(verified.error().what + "; restore the file from a copy");
    return verified;
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
    m_found = m_rows.find(key);
    if (m_found == nullptr) {
        if (m_rows.isFull())
            writeRows();
        const RowCache::Taken taken = m_rows.take(key);
        m_found = taken.row;
        if (!taken.isNew)
            return m_found->isThere ? &m_found->item : nullptr;
        m_find.bindInteger(1, static_cast<std::int64_t>(key.table));
        m_find.bindBits(2, key.partition);
        m_find.bindBits(3, key.sort);
        if (stepRead(m_find)) {
            readItem(m_find, 0, m_found->item);
            m_found->id = m_find.integer(6);
            m_found->isThere = true;
            m_find.reset();
        }
    }
    return m_found->isThere ? &m_found->item : nullptr;
}

void SqliteStore::scan(Table table, std::uint64_t partition, std::vector<Row>& out)
{
    writeRows();
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
    writeRows();
    m_forEach.bindInteger(1, static_cast<std::int64_t>(table));
    Item item;
    while (stepRead(m_forEach)) {
        readItem(m_forEach, 0, item);
        visit({ table, m_forEach.bits(6), m_forEach.bits(7) }, item);
    }
}

std::uint64_t SqliteStore::hashFound(const Key& key, const Item& found)
{
    return m_found->hash != 0 ? m_found->hash : rowHash(key, found);
}

void SqliteStore::replace(const Key& key, const ItemView& item, std::uint64_t hash)
{
    if (!beginWrite())
        return;
    SB_ASSERT(m_found->key == key);
    m_found->item.version = item.version;
    m_found->item.isDeleted = item.isDeleted;
    m_found->item.value.assign(item.value);
    m_found->isThere = true;
    m_found->hash = hash;
    m_rows.wait(*m_found);
}

void SqliteStore::remove(const Key& key)
{
    if (!beginWrite())
        return;
    SB_ASSERT(m_found->key == key);
    m_found->isThere = false;
    m_found->item = {};
    if (m_found->id == 0)
        return; // it was only waiting
    m_delete.bindInteger(1, m_found->id);
    m_found->id = 0;
    runWrite(m_delete);
}

void SqliteStore::writeRows()
{
    for (RowCache::Row* row : m_rows.takeWaiting()) {
        if (row->isThere && !m_error)
            writeRow(*row);
    }
}

void SqliteStore::writeRow(RowCache::Row& row)
{
    Statement& statement = row.id != 0 ? m_update : m_insert;
    const Version& version = row.item.version;
    statement.bindBits(1, version.hlc.value);
    statement.bindInteger(2, version.origin.value);
    statement.bindInteger(3, version.incarnation);
    statement.bindBits(4, version.seq);
    statement.bindInteger(5, row.item.isDeleted ? 1 : 0);
    statement.bindBlob(6, row.item.value);
    if (row.id != 0) {
        statement.bindInteger(7, row.id);
    } else {
        statement.bindInteger(7, static_cast<std::int64_t>(row.key.table));
        statement.bindBits(8, row.key.partition);
        statement.bindBits(9, row.key.sort);
    }
    runWrite(statement);
    if (row.id == 0)
        row.id = m_database.lastRowId();
}

void SqliteStore::insertLog(std::size_t index)
{
    m_entries.insert(index);
}

void SqliteStore::appendEntry(const SharedEntry& entry, std::size_t index)
{
    if (beginWrite())
        keepError(m_entries.append(m_logs[index], index, entry));
}

const SharedEntry* SqliteStore::readEntry(std::size_t index, std::uint64_t seq)
{
    const Result<const SharedEntry*> entry = m_entries.read(m_logs[index], index, seq);
    if (entry)
        return *entry;
    failWith({ entry.error().code, m_database.path() + ": " + entry.error().what });
    return nullptr;
}

void SqliteStore::dropEntries(std::size_t index, std::uint64_t, std::uint64_t before)
{
    if (beginWrite())
        keepError(m_entries.drop(m_logs[index], index, before));
}

void SqliteStore::dropAll()
{
    m_entries.clear();
    m_rows.clear();
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
    writeRows();
    if (!m_error)
        keepError(m_entries.writeWaiting(m_logs));
    const std::string bytes = stateBytes();
    m_saveState.bindBlob(1, bytes);
    if (!m_error)
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
    keepError(statement.run());
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
