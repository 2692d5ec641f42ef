// SPDX-License-Identifier: GPL-3.0-or-later
// One region's durable state: tables of versioned items and a log per origin region. Two implementations,
// memory and SQLite, behave identically (same digests for the same calls; a differential test holds them
// together). The store decides nothing: conflict rules live in `replication`, meaning in `bookstore`.
// Thread: World thread only.
// Invariants: (1) a log is contiguous from logBegin to logEnd; (2) digest(t) is a function of the
// items of t alone, whatever the order in which they were put; (3) nothing is durable before flush() returns,
// everything put or appended before it is durable after.
#pragma once

#include "backend/base/result.h"
#include "backend/store/buckets.h"
#include "backend/store/shared_entry.h"
#include "backend/store/types.h"

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sb {

// Small numbers that a store keeps beside its rows, durable with the same flush. 0 = never set.
enum class StoreNote : std::uint8_t {
    Incarnation, // of the region whose store this is
    ClockCeiling, // no stamp above it was ever issued from this store
    Epoch, // of the write lease last held
};
inline constexpr int kStoreNoteCount = 8; // room to grow without a new format

class Store {
public:
    virtual ~Store() = default;

    // nullptr when the key was never written. Tombstones are found. Valid until the next call.
    [[nodiscard]] virtual const Item* find(const Key& key) = 0;
    // The key will be looked for soon: a hint that changes nothing. Given twice, `isNear` the second time, it
    // brings the place of the row into the processor's cache first and then what it holds.
    virtual void prefetch(const Key&, bool /*isNear*/) { }
    // Live items of one partition in sort order, appended to `out` (which is not cleared).
    virtual void scan(Table table, std::uint64_t partition, std::vector<Row>& out) = 0;
    // Every item of a table in key order, tombstones included. `visit` must not call the store.
    virtual void forEach(Table table, const std::function<void(const Key&, const Item&)>& visit) = 0;
    // Live items in a table.
    [[nodiscard]] virtual std::uint64_t count(Table table) = 0;

    // Replaces what the key holds. `item` may be what find() has just returned for another key.
    void put(const Key& key, const ItemView& item);
    // Forgets a key altogether, tombstone included; nothing happens when there is none.
    void erase(const Key& key);
    // Order-independent digest of a table's items (sum of row hashes modulo 2^64); kept incrementally.
    [[nodiscard]] std::uint64_t digest(Table table) const
    {
        return m_digests[static_cast<std::size_t>(table)];
    }
    // Of all tables.
    [[nodiscard]] std::uint64_t digest() const;
    // The same over the live items of one bucket (buckets.h), 0 … kBucketCount - 1: of two copies that hold
    // the same writes it is equal even if one of them has collected a tombstone that the other still keeps.
    [[nodiscard]] std::uint64_t bucketDigest(std::size_t bucket) const { return m_buckets[bucket]; }
    // Over the live items of a table.
    [[nodiscard]] std::uint64_t liveDigest(Table table) const;
    // Deleted items, of all tables.
    [[nodiscard]] std::uint64_t tombstones() const { return m_tombstones; }

    // Requires entry.version.seq == logEnd(entry.version.log()).
    void append(const SharedEntry& entry);
    // First retained seq and one past the last; both 1 while nothing was ever appended. A log trimmed to
    // nothing keeps its number: both are then what the end was.
    [[nodiscard]] std::uint64_t logBegin(LogId log) const { return boundsOf(log).begin; }
    [[nodiscard]] std::uint64_t logEnd(LogId log) const { return boundsOf(log).end; }
    // Every log that was ever appended to or started, in order of LogId.
    [[nodiscard]] const std::vector<LogBounds>& logs() const { return m_logs; }
    // nullptr outside [logBegin, logEnd). Valid until the next call.
    [[nodiscard]] const LogEntry* logEntry(LogId log, std::uint64_t seq);
    // The same, to be held on to.
    [[nodiscard]] const SharedEntry* sharedEntry(LogId log, std::uint64_t seq);
    // Forgets entries with seq < before; never beyond logEnd.
    void trimLog(LogId log, std::uint64_t before);
    // Lets a log that was never appended to begin at `next`: what came before it is in a copy of the items.
    void startLog(LogId log, std::uint64_t next);

    [[nodiscard]] std::uint64_t note(StoreNote note) const { return m_notes[static_cast<std::size_t>(note)]; }
    void setNote(StoreNote note, std::uint64_t value);

    // Forgets items, logs and notes: the disk was lost and replaced by an empty one.
    void clear();

    // Commits everything since the last flush as one durable step. After an error (also one met by a read or
    // a write before it) the store refuses every later flush with the same error, ignores writes, and what
    // it answers is no longer to be trusted; opened again, it holds all that the last good flush committed
    // (and the failed one's writes as a whole or not at all).
    [[nodiscard]] virtual Result<> flush() = 0;

    // 64 bits that identify (key, item); the summand of digest().
    [[nodiscard]] static std::uint64_t rowHash(const Key& key, const ItemView& item);

protected:
    // rowHash() of what find(key) has just returned; a store that keeps it need not compute it again.
    [[nodiscard]] virtual std::uint64_t hashFound(const Key& key, const Item& found)
    {
        return rowHash(key, found);
    }
    // Called by put() right after find(key), with the digest and the live count already brought up to date.
    // `hash` is the row's.
    virtual void replace(const Key& key, const ItemView& item, std::uint64_t hash) = 0;
    // Called by erase() for a key that find(key) has just found, figures brought up to date.
    virtual void remove(const Key& key) = 0;
    // A new log stands at `index` of logs(); those from there on moved up by one.
    virtual void insertLog(std::size_t index) = 0;
    // Called with the bounds already brought up to date; `index` counts in logs().
    virtual void appendEntry(const SharedEntry& entry, std::size_t index) = 0;
    [[nodiscard]] virtual const SharedEntry* readEntry(std::size_t index, std::uint64_t seq) = 0;
    // Entries of [from, before) go; the bounds already say so.
    virtual void dropEntries(std::size_t index, std::uint64_t from, std::uint64_t before) = 0;
    virtual void noteChanged() = 0;
    virtual void dropAll() = 0;

    [[nodiscard]] LogBounds boundsOf(LogId log) const;
    // An item that is there when the store is opened: counts it by bucket and returns its rowHash().
    std::uint64_t noteFound(const Key& key, const Item& item);

    std::vector<LogBounds> m_logs; // in order of LogId
    std::array<std::uint64_t, kStoreNoteCount> m_notes {};
    std::array<std::uint64_t, kTableCount> m_digests {};
    std::array<std::uint64_t, kTableCount> m_live {}; // what count() answers
    std::array<std::uint64_t, kBucketCount> m_buckets {};
    std::uint64_t m_tombstones = 0;

private:
    // What digest() last combined, and what came out up to each table.
    mutable std::array<std::uint64_t, kTableCount> m_combinedOf {};
    mutable std::array<std::uint64_t, kTableCount + 1> m_combined {};
    mutable std::size_t m_combinedCount = 0; // tables

    [[nodiscard]] std::size_t makeLog(LogId log);
};

[[nodiscard]] std::unique_ptr<Store> makeMemoryStore();

// How much of what flush() acknowledged a loss of power may take. A killed process loses nothing either way.
enum class Durability : std::uint8_t {
    Full, // nothing
    UnsafeNormal, // the newest flushes; what is left is a consistent earlier state
    UnsafeOff, // anything, the whole file included
};

struct SqliteStoreOptions {
    // ":memory:" for a private in-memory database. A file is created if missing; its folder must exist.
    std::string path = ":memory:";
    // The file must exist and is left as it is; nobody may write to it meanwhile. Writes make flush() fail
    // with Refused.
    bool isReadOnly = false;
    // A file system known to SQLite, such as SimulatedDisk::vfsName(); empty: the operating system's.
    std::string vfs;
    Durability durability = Durability::Full;
    // Of write-ahead log, before it is copied into the file; 32 MB.
    int checkpointPages = 8192;
    // Rows kept decoded, at most, but for the few that are in use.
    std::size_t cachedRows = 32'768;
    // How far the owner knows that the store was: the ends of its logs after the last flush it relied on
    // (`begin` is not looked at). A store that ends earlier is refused with Corrupt, because the disk has
    // lost what it had promised. Opened again without this, it is a consistent earlier state: it must not go
    // on under the same incarnation. Changes that append nothing to a log are not seen by it.
    std::vector<LogBounds> acknowledgedEnds;
};
// Opens and checks schema version and integrity: all items and log entries are read and compared with the
// stored digests and checksums; an existing file's contents are there afterwards. Opened for writing, the
// file belongs to this process alone until the store is destroyed; what was not flushed by then is dropped.
// An empty file counts as a new one, unless a write-ahead log was left without its file. A file that is
// refused is left as it was found. Fails with IoFailure, VersionMismatch or Corrupt.
[[nodiscard]] Result<std::unique_ptr<Store>> openSqliteStore(const SqliteStoreOptions& options);

} // namespace sb
