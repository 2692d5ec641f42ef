// SPDX-License-Identifier: GPL-3.0-or-later
// How many copies of each book may still be sold, as rows of Table::Stock, and one region's view of them.
//
// Hardened: a bounded counter (escrow: O'Neil, 1986; bounded counter: Balegas et al., 2015). Each cell is a
// row with one writer, which only ever raises it, so replicas merge by the maximum. A *holder* is a log: a
// region together with its incarnation. A region that comes back without its store is another holder, without
// rights, because nobody can know what the old one sold last; the old one's rights stay stranded until they
// are revoked.
//   received[h]      units that reached h from outside; written by h
//   sold[h]          units that h sold; written by h
//   transfer[g][h]   units that g gave to h; written by g
//   revoked[h][b]    units that b took over from h, whether or not h knows; written by b
//   rights(h) = received[h] + transfers to h - transfers from h - sold[h] - revoked[h][*] + revoked[*][h]
// A holder sells from its own rights only. Without revocations, sold <= received holds whatever the network
// does; a revocation of n units may cost up to n oversold units, if the holder goes on selling.
// Asking again in another region for an order whose answer was lost may take its units twice; they are then
// missing from the shelf, never oversold.
//
// As AWS: one row a book with what remains, read, reduced and written back, the later stamp winning whole
// rows: two sales that do not know of each other reduce it once.
//
// Key: (book, cell). Cell 0 is the remaining count; otherwise bits 32…39 hold the kind, 16…31 the holder,
// 0…15 the other holder, each as incarnation << 8 | region. Value: 8 bytes, little-endian. Thread: World
// thread. Invariant: the view equals what rebuild() would read from the store.
#pragma once

#include "backend/bookstore/catalogue.h"
#include "backend/bookstore/request.h"
#include "backend/replication/replica.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sb {

enum class StockCell : std::uint8_t { Remaining, Received, Sold, Transfer, Revoked };

struct StockKey {
    StockCell cell = StockCell::Remaining;
    LogId holder { RegionId { 0 } }; // Remaining: unused
    LogId other { RegionId { 0 } }; // Transfer: who gets them; Revoked: who took them
    friend bool operator==(const StockKey&, const StockKey&) = default;
};
[[nodiscard]] std::uint64_t sortOf(const StockKey& key);
// Nothing for what is no cell.
[[nodiscard]] std::optional<StockKey> stockKeyOf(std::uint64_t sort);
[[nodiscard]] std::string encodeUnits(std::uint64_t units);
[[nodiscard]] std::uint64_t decodeUnits(std::string_view value); // 0 when it is not 8 bytes

// All cells of one book. A plain value.
class BookCells {
public:
    // Sets the cell to the greater of what it holds and `units`; true when that changed it.
    bool raise(const StockKey& key, std::uint64_t units);
    [[nodiscard]] std::uint64_t at(const StockKey& key) const; // 0 when never written
    // Negative when it sold what had been revoked.
    [[nodiscard]] std::int64_t rights(LogId holder) const;
    // Every holder that ever received, got or revoked units, in order.
    [[nodiscard]] std::vector<LogId> holders() const;
    [[nodiscard]] std::uint64_t sum(StockCell cell) const;
    friend bool operator==(const BookCells&, const BookCells&) = default;

private:
    struct Cell {
        std::uint64_t sort = 0;
        std::uint64_t units = 0;
        friend bool operator==(const Cell&, const Cell&) = default;
    };
    std::vector<Cell> m_cells; // by sort, distinct
};

// What a run starts with of a book: `percent` of the catalogue's stock, at least one copy.
[[nodiscard]] std::uint64_t seededUnits(const Book& book, int percent);

// The most that may be oversold if a region whose rights are taken over still sells.
struct RevocationBound {
    RegionId by; // who takes them over, by whose knowledge the figures are
    std::uint64_t units = 0;
    Money money; // at the catalogue's prices
};

// Books are named by their position in the catalogue.
class Stock final : public ReplicaListener {
public:
    struct Counters { // since the start
        std::uint64_t refused = 0; // orders: sold out
        std::uint64_t falselyRefused
            = 0; // of them: all regions' rights together would have covered the order
    };

    Stock(Env& env, Replica& replica);
    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded) override;
    void onConflict(RegionId, const Conflict&) override { }
    void onReset(RegionId, Store& store) override { rebuild(store); }
    void rebuild(Store& store);

    // Puts what every region starts with: equal shares, which add up to seededUnits().
    void seed(int percent);
    [[nodiscard]] bool sellsFromRights() const { return m_sellsFromRights; }
    // What this region may sell now.
    [[nodiscard]] std::uint64_t available(std::size_t book) const;
    // As this replica sees them.
    [[nodiscard]] std::int64_t rights(std::size_t book, LogId holder) const
    {
        return m_cells[book].rights(holder);
    }
    [[nodiscard]] const BookCells& cells(std::size_t book) const { return m_cells[book]; }
    // Rights of holders of other regions, without debts.
    [[nodiscard]] std::uint64_t rightsElsewhere(std::size_t book) const;
    // The log that a region writes now, as far as this replica has heard.
    [[nodiscard]] LogId holderOf(RegionId region) const;

    // Appends the rows that take the order's units. False, and nothing appended, when the units of some books
    // are missing: their positions are then in `missing`, and the refusal is counted.
    bool sell(std::span<const OrderLine> lines, std::vector<Mutation>& mutations,
        std::vector<std::uint32_t>& missing);
    // The row that adds units from outside to what this region may sell.
    [[nodiscard]] Mutation delivery(std::size_t book, std::uint64_t units) const;
    // The row that gives `units` of this region's rights away. Requires available(book) >= units.
    [[nodiscard]] Mutation transfer(std::size_t book, LogId to, std::uint64_t units) const;
    // The rows by which this region takes over every right of every holder of `region`, and how many.
    [[nodiscard]] std::vector<Mutation> revocation(RegionId region) const;
    [[nodiscard]] RevocationBound revocationBound(RegionId region) const;

    // Books whose rows changed since the last call, in order.
    [[nodiscard]] std::vector<std::uint32_t> takeDirty();
    void markDirty(std::uint32_t book);
    void markAllDirty();

    [[nodiscard]] const Counters& counters() const { return m_counters; }

private:
    struct Need {
        std::uint32_t book = 0;
        std::uint64_t units = 0;
    };
    [[nodiscard]] LogId self() const { return m_replica.ownLog(); }
    // The row that adds `units` to one of this region's own cells.
    [[nodiscard]] Mutation raised(std::size_t book, const StockKey& key, std::uint64_t units) const;
    void countRefusal(const std::vector<Need>& needs);

    Env& m_env;
    Replica& m_replica;
    bool m_sellsFromRights;
    std::vector<BookCells> m_cells; // by position; empty ones as AWS
    std::vector<char> m_isDirty; // by position
    std::vector<std::uint32_t> m_dirty;
    std::vector<Instant> m_reportedAt; // by position: the last false refusal that was reported
    std::vector<Need> m_needs; // scratch
    Counters m_counters;
};

} // namespace sb
