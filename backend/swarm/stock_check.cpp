// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/swarm/stock_check.h"

#include "backend/bookstore/catalogue.h"

#include <charconv>

namespace sb {
namespace {

std::string units(std::uint64_t number)
{
    return std::to_string(number) + " units";
}

} // namespace

StockCheck::StockCheck(Simulation& simulation, Findings& findings)
    : m_simulation(simulation)
    , m_findings(findings)
    , m_isBound(simulation.region(RegionId { 0 }).bookstore().stock().sellsFromRights())
{
}

void StockCheck::onLogged(const Event& event)
{
    if (event.kind != EventKind::RightsRevoked)
        return;
    std::uint64_t bound = 0;
    const char* end = event.valueAfter.data() + event.valueAfter.size();
    const auto [read, error] = std::from_chars(event.valueAfter.data(), end, bound);
    m_findings.expect(Invariant::Stock, error == std::errc {} && read == end,
        [&] { return "a revocation announces '" + event.valueAfter + "' units"; });
    m_announced += bound;
}

void StockCheck::second()
{
    if (!m_isBound)
        return;
    const StockTotals totals = m_simulation.stockAudit().totals();
    m_findings.expect(Invariant::Stock, totals.soldWithoutRights == 0, [&] {
        return std::to_string(totals.soldWithoutRights)
            + " orders were sold by regions that had no rights left";
    });
    m_findings.expect(Invariant::Stock, totals.oversold <= m_announced, [&] {
        return units(totals.oversold) + " were sold that had never come; revocations had announced "
            + units(m_announced) + " at the most";
    });
}

void StockCheck::finish()
{
    if (!m_isBound)
        return;
    second();
    const Stock& stock = m_simulation.region(RegionId { 0 }).bookstore().stock();
    const StockTotals totals = m_simulation.stockAudit().totals();
    std::uint64_t received = 0, sold = 0;
    for (std::size_t book = 0; book < catalogue().books().size(); ++book) {
        const BookCells& cells = stock.cells(book);
        std::int64_t rights = 0;
        for (const LogId holder : cells.holders())
            rights += cells.rights(holder);
        received += cells.sum(StockCell::Received);
        sold += cells.sum(StockCell::Sold);
        const auto left = static_cast<std::int64_t>(cells.sum(StockCell::Received))
            - static_cast<std::int64_t>(cells.sum(StockCell::Sold));
        m_findings.expect(Invariant::Stock, rights == left, [&] {
            return "of book " + std::to_string(catalogue().books()[book].id.value) + " the holders have "
                + std::to_string(rights) + " rights together, and " + std::to_string(left)
                + " units are left";
        });
    }
    m_findings.expect(Invariant::Stock, received <= totals.received, [&] {
        return "the cells count " + units(received) + " received; there were " + units(totals.received);
    });
    m_findings.expect(Invariant::Stock, sold <= totals.sold + totals.takenTwice, [&] {
        return "the cells count " + units(sold) + " sold; there were "
            + units(totals.sold + totals.takenTwice);
    });
}

} // namespace sb
