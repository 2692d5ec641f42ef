// SPDX-License-Identifier: GPL-3.0-or-later
// The exact account of all stock of a run, kept by somebody who sees everything: what came in, what was sold
// in how many distinct orders, and what was sold that had never come. For reports, snapshots and tests;
// nothing in the run may decide by it. A destroyed region's sales count: customers were told of them. Thread:
// World thread. Invariant while no rights are revoked, hardened: oversold and soldWithoutRights are 0.
#pragma once

#include "backend/bookstore/stock.h"

#include <cstdint>
#include <unordered_set>
#include <vector>

namespace sb {

struct StockTotals {
    std::uint64_t received = 0; // units, what the run started with included
    std::uint64_t sold = 0; // units of distinct orders
    // Over the books, the most units by which a book's sales were ever ahead of what had come in.
    std::uint64_t oversold = 0;
    std::uint64_t takenTwice = 0; // units of orders that two regions took for each other's unknown repeats
    std::uint64_t soldWithoutRights = 0; // orders after which the seller owed units: always a defect
    std::uint64_t refused = 0, falselyRefused = 0; // orders; see Stock::Counters
    std::uint64_t stranded = 0; // units whose holder is down or over, as the lowest region that is up sees it
    friend bool operator==(const StockTotals&, const StockTotals&) = default;
};

class StockAudit final : public ReplicaListener {
public:
    struct BookAccount {
        std::uint64_t received = 0, sold = 0, oversold = 0;
    };

    // stocks[r] = region r's; they hear of each entry before this does.
    StockAudit(std::vector<const Stock*> stocks, int stockPercent);
    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded) override;
    void onConflict(RegionId, const Conflict&) override { }
    // Tells of units that are about to enter some region's shelf.
    void onDelivered(std::size_t book, std::uint64_t units);
    void setStranded(std::uint64_t units) { m_totals.stranded = units; }

    [[nodiscard]] const BookAccount& book(std::size_t position) const { return m_books[position]; }
    [[nodiscard]] StockTotals totals() const;

private:
    std::vector<const Stock*> m_stocks;
    std::vector<BookAccount> m_books; // by catalogue position
    std::unordered_set<std::uint64_t> m_orders; // counted; never walked
    StockTotals m_totals;
};

} // namespace sb
