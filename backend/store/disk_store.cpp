// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/disk_store.h"

namespace sb {
namespace {

constexpr const char* kFile = "region.db";
constexpr std::size_t kRecentKeys = 24; // enough to dirty several pages
constexpr std::uint64_t kChangesOfCommit = 14; // writes and syncs of such a commit, about
constexpr int kRotRounds = 8;
constexpr int kBitsPerRound = 64;
constexpr std::size_t kFindingsMax = 8;

} // namespace

DiskStore::DiskStore(const Rng& rng)
    : m_disk(rng.fork("disk"))
    , m_rng(rng.fork("disk-store"))
{
    auto opened = open(m_disk, false);
    SB_ASSERT(opened.has_value()); // an empty disk without faults
    m_inner = std::move(*opened);
}

Result<std::unique_ptr<Store>> DiskStore::open(const SimulatedDisk& disk, bool knowsEnds) const
{
    SqliteStoreOptions options;
    options.path = kFile;
    options.vfs = disk.vfsName();
    if (knowsEnds)
        options.acknowledgedEnds = m_logs;
    return openSqliteStore(options);
}

void DiskStore::expect(bool holds, const std::string& what)
{
    if (!holds && m_findings.size() < kFindingsMax)
        m_findings.push_back(what);
}

DiskStore::Summary DiskStore::found() const
{
    Summary summary;
    for (int table = 0; table < kTableCount; ++table) {
        summary.digests[static_cast<std::size_t>(table)] = m_inner->digest(static_cast<Table>(table));
        summary.live[static_cast<std::size_t>(table)] = m_inner->count(static_cast<Table>(table));
    }
    for (int note = 0; note < kStoreNoteCount; ++note)
        summary.notes[static_cast<std::size_t>(note)] = m_inner->note(static_cast<StoreNote>(note));
    summary.logs = m_inner->logs();
    return summary;
}

void DiskStore::replace(const Key& key, const ItemView& item, std::uint64_t)
{
    expect(!m_isFull, "a row was written to a full disk");
    // The item may be what find() returned, and put() looks again.
    const Item copy { item.version, item.isDeleted, std::string(item.value) };
    m_inner->put(key, copy);
    m_recent.push_back(key);
    if (m_recent.size() > kRecentKeys)
        m_recent.pop_front();
}

void DiskStore::remove(const Key& key)
{
    expect(!m_isFull, "a row was erased on a full disk");
    m_inner->erase(key);
}

void DiskStore::appendEntry(const SharedEntry& entry, std::size_t)
{
    expect(!m_isFull, "a log entry was written to a full disk");
    m_inner->append(entry);
}

const SharedEntry* DiskStore::readEntry(std::size_t index, std::uint64_t seq)
{
    return m_inner->sharedEntry(m_logs[index].id, seq);
}

void DiskStore::dropEntries(std::size_t index, std::uint64_t, std::uint64_t before)
{
    expect(!m_isFull, "a log was trimmed on a full disk");
    m_inner->trimLog(m_logs[index].id, before);
}

void DiskStore::noteChanged()
{
    for (int note = 0; note < kStoreNoteCount; ++note)
        m_inner->setNote(static_cast<StoreNote>(note), m_notes[static_cast<std::size_t>(note)]);
    for (const LogBounds& log : m_logs)
        if (log.begin == log.end && m_inner->logEnd(log.id) < log.end)
            m_inner->startLog(log.id, log.begin);
}

// The region begins anew on an empty disk.
void DiskStore::dropAll()
{
    m_inner.reset();
    m_disk.setLying(false);
    m_disk.reformat();
    m_beforeLie.reset();
    m_recent.clear();
    auto opened = open(m_disk, false);
    SB_ASSERT(opened.has_value());
    m_inner = std::move(*opened);
}

void DiskStore::settle(const char* when)
{
    const Result<> flushed = m_inner->flush();
    expect(flushed.has_value(), std::string("the store could not be flushed ") + when);
}

Result<> DiskStore::writeAgain()
{
    for (const Key& key : m_recent) {
        if (const Item* item = m_inner->find(key)) {
            const Item copy = *item;
            m_inner->erase(key); // SQLite writes no page for a row that stays as it is
            m_inner->put(key, copy);
        }
    }
    return m_inner->flush();
}

void DiskStore::reopen(const char* when)
{
    auto opened = open(m_disk, true);
    expect(opened.has_value(),
        std::string("a sound store was refused ") + when + ": "
            + (opened ? std::string() : opened.error().what));
    if (!opened)
        opened = open(m_disk, false);
    SB_ASSERT(opened.has_value());
    m_inner = std::move(*opened);
    expect(found() == promised(), std::string("the store holds something else than was promised ") + when);
}

void DiskStore::losePower()
{
    settle("before a loss of power");
    m_disk.crashAtChange(1 + m_rng.below(kChangesOfCommit));
    (void)writeAgain(); // nobody hears how it ended
    if (m_disk.isPowered())
        m_disk.crash();
    m_inner.reset();
    m_disk.restart();
    reopen("after a loss of power");
}

void DiskStore::setLying(bool isLying)
{
    if (isLying) {
        settle("before its disk began to lie");
        m_beforeLie = promised();
    } else {
        m_beforeLie.reset();
    }
    m_disk.setLying(isLying);
}

void DiskStore::losePowerInLie()
{
    SB_ASSERT(m_beforeLie.has_value());
    const bool isMissing = endsLater(*this, m_beforeLie->logs);
    settle("by a disk that lies"); // that is the lie
    m_disk.crash();
    m_inner.reset();
    m_disk.restart();
    m_disk.setLying(false);
    auto refused = open(m_disk, true);
    expect(refused.has_value() != isMissing,
        isMissing ? "a store that had lost its end was accepted"
                  : "a store that had lost nothing was refused");
    if (!refused)
        expect(
            refused.error().code == Errc::Corrupt, "a lost end was not called so: " + refused.error().what);
    m_inner = refused ? std::move(*refused) : nullptr;
    if (m_inner == nullptr) {
        auto opened = open(m_disk, false);
        SB_ASSERT(opened.has_value()); // nothing but the end is missing
        m_inner = std::move(*opened);
    }
    expect(found() == *m_beforeLie, "the store did not keep what it held when its disk began to lie");
    const Summary left = found();
    m_digests = left.digests;
    m_live = left.live;
    m_notes = left.notes;
    m_logs = left.logs;
    countAnew();
    m_beforeLie.reset();
    m_recent.clear();
}

// What the base class keeps with each put, and no file holds.
void DiskStore::countAnew()
{
    m_buckets.fill(0);
    m_tombstones = 0;
    for (int table = 0; table < kTableCount; ++table)
        m_inner->forEach(
            static_cast<Table>(table), [&](const Key& key, const Item& item) { (void)noteFound(key, item); });
}

void DiskStore::setFull(bool isFull)
{
    m_isFull = isFull;
    if (!isFull)
        return;
    settle("before its disk was full");
    m_disk.setFault(DiskFault::Full, 1000);
    const bool isAnyWritten = !m_recent.empty();
    const Result<> flushed = writeAgain();
    expect(flushed.has_value() != isAnyWritten, "a full disk took a commit");
    m_disk.setFault(DiskFault::Full, 0);
    m_inner.reset();
    reopen("after its disk was full");
}

void DiskStore::proveRotIsFound()
{
    settle("before its disk rotted");
    SimulatedDisk rotten(m_rng.fork("rotten"));
    rotten.copyFrom(m_disk);
    std::vector<std::string> files;
    for (const auto& [name, file] : rotten.image().files())
        files.push_back(name);
    for (int round = 0; round < kRotRounds; ++round) {
        for (int bit = 0; bit < kBitsPerRound; ++bit)
            rotten.flipBit(files[m_rng.below(files.size())]);
        if (const auto opened = open(rotten, true); !opened)
            return; // found, and said so
    }
    expect(false, "a store was accepted from a disk with hundreds of flipped bits");
}

} // namespace sb
