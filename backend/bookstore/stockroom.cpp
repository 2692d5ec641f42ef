// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/bookstore/stockroom.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kLook, kDelivery };

constexpr Duration kDeliveryRetry = 1s; // when no region can take it in
constexpr std::size_t kRowsPerTransaction = 200; // the rest of the books waits for the next look

} // namespace

Stockroom::Stockroom(Env& env, std::vector<Branch> branches, StockAudit& audit, StockroomConfig config)
    : m_env(env)
    , m_branches(std::move(branches))
    , m_audit(audit)
    , m_config(config)
    , m_seen(m_branches.size(), std::vector<Seen>(m_branches.size()))
    , m_isOrdered(catalogue().books().size(), 0)
{
}

void Stockroom::connect(ComponentId self)
{
    m_self = self;
    m_env.postIn(m_config.interval, m_self, kLook);
}

void Stockroom::onEvent(const SimEvent& event)
{
    if (event.kind == kLook) {
        look();
        m_env.postIn(m_config.interval, m_self, kLook);
    } else if (event.kind == kDelivery) {
        deliver(static_cast<std::uint32_t>(event.a), event.b);
    }
}

std::optional<std::size_t> Stockroom::lowestRegion(RegionId except) const
{
    for (std::size_t i = 0; i < m_branches.size(); ++i)
        if (i != except.value && m_branches[i].acceptsWrites())
            return i;
    return std::nullopt;
}

Stockroom::Seen Stockroom::seen(std::size_t region, std::size_t peer) const
{
    const RegionId id { static_cast<std::uint8_t>(peer) };
    const Branch& branch = m_branches[region];
    const bool isHeard = region == peer || m_env.now() - branch.replicator->lastHeard(id) <= m_config.silence;
    return { branch.stock->holderOf(id), isHeard };
}

void Stockroom::look()
{
    const std::optional<std::size_t> buyer = lowestRegion();
    if (buyer && buyer != m_buyer) {
        m_buyer = buyer;
        m_branches[*buyer].stock->markAllDirty();
    }
    for (std::size_t i = 0; i < m_branches.size(); ++i) {
        Branch& branch = m_branches[i];
        if (!branch.acceptsWrites())
            continue;
        announce(i);
        for (std::size_t peer = 0; peer < m_branches.size(); ++peer) {
            const Seen now = seen(i, peer);
            if (now != std::exchange(m_seen[i][peer], now))
                branch.stock->markAllDirty(); // somebody came, went or began anew
        }
        const std::vector<std::uint32_t> books = branch.stock->takeDirty();
        if (branch.stock->sellsFromRights())
            rebalance(i, books);
        if (i == m_buyer)
            reorder(i, books);
    }
    m_audit.setStranded(buyer ? stranded(*buyer) : 0);
}

// A region with a new store is known to the others by its first row; it has no rights to sell from before.
void Stockroom::announce(std::size_t region)
{
    const Branch& branch = m_branches[region];
    const LogId own = branch.replica->ownLog();
    if (branch.stock->sellsFromRights() && own.incarnation > 1 && branch.replica->position(own) == 0)
        commit(region, { branch.stock->delivery(0, 0) });
}

void Stockroom::rebalance(std::size_t region, const std::vector<std::uint32_t>& books)
{
    std::vector<Mutation> rows;
    for (const std::uint32_t book : books) {
        if (rows.size() < kRowsPerTransaction)
            gifts(region, book, rows);
        else
            m_branches[region].stock->markDirty(book);
    }
    if (!rows.empty())
        commit(region, std::move(rows));
}

void Stockroom::gifts(std::size_t region, std::uint32_t book, std::vector<Mutation>& rows) const
{
    const Stock& stock = *m_branches[region].stock;
    std::int64_t all = 0;
    std::int64_t live = 0;
    for (const Seen& seen : m_seen[region]) {
        all += seen.isHeard ? stock.rights(book, seen.holder) : 0;
        live += seen.isHeard ? 1 : 0;
    }
    const std::int64_t share = std::max<std::int64_t>(0, all) / live;
    const auto isRich
        = [&](const Seen& seen) { return seen.isHeard && stock.rights(book, seen.holder) > share; };
    const std::int64_t givers = std::count_if(m_seen[region].begin(), m_seen[region].end(), isRich);
    std::int64_t spare = stock.rights(book, m_seen[region][region].holder) - share;
    for (std::size_t peer = 0; peer < m_branches.size() && spare > 0; ++peer) {
        const Seen& seen = m_seen[region][peer];
        const std::int64_t held = stock.rights(book, seen.holder);
        if (peer == region || !seen.isHeard || held >= std::max<std::int64_t>(1, share / 4))
            continue;
        // Each of the givers, who all see about the same, brings its part.
        const std::int64_t units = std::min(spare, (share - held + givers - 1) / givers);
        if (units <= 0)
            continue;
        rows.push_back(stock.transfer(book, seen.holder, static_cast<std::uint64_t>(units)));
        spare -= units;
    }
}

void Stockroom::reorder(std::size_t region, const std::vector<std::uint32_t>& books)
{
    const Stock& stock = *m_branches[region].stock;
    for (const std::uint32_t book : books) {
        if (m_isOrdered[book] != 0)
            continue;
        std::int64_t left = 0;
        if (stock.sellsFromRights()) {
            for (const Seen& seen : m_seen[region])
                left += seen.isHeard ? stock.rights(book, seen.holder) : 0;
        } else {
            left = static_cast<std::int64_t>(stock.available(book));
        }
        const auto initial
            = static_cast<std::int64_t>(seededUnits(catalogue().books()[book], m_config.stockPercent));
        if (left > initial * m_config.reorderPercent / 100)
            continue;
        m_isOrdered[book] = 1;
        m_env.mix(hashCombine(book, static_cast<std::uint64_t>(initial - left)));
        m_env.postIn(
            m_config.deliveryTime, m_self, kDelivery, book, static_cast<std::uint64_t>(initial - left));
    }
}

void Stockroom::deliver(std::uint32_t book, std::uint64_t units)
{
    const std::optional<std::size_t> region = lowestRegion();
    if (!region) {
        m_env.postIn(kDeliveryRetry, m_self, kDelivery, book, units);
        return;
    }
    m_isOrdered[book] = 0;
    m_audit.onDelivered(book, units);
    commit(*region, { m_branches[*region].stock->delivery(book, units) });
}

void Stockroom::commit(std::size_t region, std::vector<Mutation> rows)
{
    Transaction transaction;
    transaction.mutations = std::move(rows);
    m_branches[region].replica->commit(std::move(transaction));
    m_branches[region].replicator->onLocalCommit();
}

std::uint64_t Stockroom::stranded(std::size_t as) const
{
    const Stock& stock = *m_branches[as].stock;
    const auto isStranded = [&](LogId holder) {
        const Branch& branch = m_branches[holder.origin.value];
        return branch.replicator->isDown() || holder.incarnation < branch.replica->ownLog().incarnation;
    };
    const bool mayBe = stock.sellsFromRights()
        && std::any_of(m_branches.begin(), m_branches.end(), [](const Branch& branch) {
               return branch.replicator->isDown() || branch.replica->ownLog().incarnation > 1;
           });
    std::uint64_t units = 0;
    for (std::size_t book = 0; mayBe && book < m_isOrdered.size(); ++book) {
        for (const LogId holder : stock.cells(book).holders())
            if (isStranded(holder))
                units += static_cast<std::uint64_t>(std::max<std::int64_t>(0, stock.rights(book, holder)));
    }
    return units;
}

std::optional<RevocationBound> Stockroom::revocationBound(RegionId region) const
{
    const std::optional<std::size_t> by = lowestRegion(region);
    if (!by)
        return std::nullopt;
    return m_branches[*by].stock->revocationBound(region);
}

RevocationBound Stockroom::revoke(RegionId region)
{
    const std::optional<std::size_t> by = lowestRegion(region);
    SB_ASSERT(by.has_value());
    const RevocationBound bound = m_branches[*by].stock->revocationBound(region);
    SB_ASSERT(bound.units > 0);
    commit(*by, m_branches[*by].stock->revocation(region));
    return bound;
}

} // namespace sb
