// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/bookstore/stock_audit.h"

#include "backend/bookstore/codec.h"

#include <algorithm>

namespace sb {

StockAudit::StockAudit(std::vector<const Stock*> stocks, int stockPercent)
    : m_stocks(std::move(stocks))
    , m_books(catalogue().books().size())
{
    for (std::size_t book = 0; book < m_books.size(); ++book)
        onDelivered(book, seededUnits(catalogue().books()[book], stockPercent));
}

void StockAudit::onDelivered(std::size_t book, std::uint64_t units)
{
    m_books[book].received += units;
    m_totals.received += units;
}

void StockAudit::onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool)
{
    if (!isLocal || !entry.order.isValid())
        return;
    const bool isFirst = m_orders.insert(entry.order.value).second;
    bool isOwing = false;
    for (const Mutation& mutation : entry.mutations) {
        const auto order
            = mutation.key.table == Table::Orders ? decodeOrder(mutation.value) : std::optional<Order> {};
        if (!order)
            continue;
        for (const OrderLine& line : order->lines) {
            const std::size_t book = catalogue().indexOf(line.book);
            if (book >= m_books.size())
                continue;
            const Stock& stock = *m_stocks[at.value];
            isOwing = isOwing || (stock.sellsFromRights() && stock.rights(book, entry.version.log()) < 0);
            if (!isFirst) {
                m_totals.takenTwice += line.quantity;
                continue;
            }
            BookAccount& account = m_books[book];
            account.sold += line.quantity;
            m_totals.sold += line.quantity;
            if (account.sold > account.received + account.oversold) {
                m_totals.oversold += account.sold - account.received - account.oversold;
                account.oversold = account.sold - account.received;
            }
        }
    }
    m_totals.soldWithoutRights += isOwing ? 1 : 0;
}

StockTotals StockAudit::totals() const
{
    StockTotals totals = m_totals;
    for (const Stock* stock : m_stocks) {
        totals.refused += stock->counters().refused;
        totals.falselyRefused += stock->counters().falselyRefused;
    }
    return totals;
}

} // namespace sb
