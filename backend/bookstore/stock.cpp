// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/bookstore/stock.h"

#include "backend/kernel/mutant.h"

#include <algorithm>

namespace sb {
namespace {

// Of one book at one region: a customer who tries again and again is one finding, not a hundred.
constexpr Duration kReportEvery = 1min;

std::uint64_t holderBits(LogId log)
{
    return (std::uint64_t { log.incarnation } << 8 | log.origin.value) & 0xFFFF;
}

LogId holderAt(std::uint64_t bits)
{
    return { RegionId { static_cast<std::uint8_t>(bits & 0xFF) },
        static_cast<std::uint32_t>(bits >> 8 & 0xFF) };
}

bool hasOther(StockCell cell)
{
    return cell == StockCell::Transfer || cell == StockCell::Revoked;
}

Key rowKey(std::size_t book, const StockKey& key)
{
    return { Table::Stock, catalogue().books()[book].id.value, sortOf(key) };
}

} // namespace

std::uint64_t sortOf(const StockKey& key)
{
    if (key.cell == StockCell::Remaining)
        return 0;
    return std::uint64_t { static_cast<std::uint8_t>(key.cell) } << 32 | holderBits(key.holder) << 16
        | (hasOther(key.cell) ? holderBits(key.other) : 0);
}

std::optional<StockKey> stockKeyOf(std::uint64_t sort)
{
    if (sort == 0)
        return StockKey {};
    const std::uint64_t cell = sort >> 32;
    if (cell == 0 || cell > static_cast<std::uint64_t>(StockCell::Revoked))
        return std::nullopt;
    StockKey key { static_cast<StockCell>(cell), holderAt(sort >> 16) };
    if (hasOther(key.cell))
        key.other = holderAt(sort);
    return sortOf(key) == sort && key.holder.incarnation > 0 ? std::optional(key) : std::nullopt;
}

std::string encodeUnits(std::uint64_t units)
{
    std::string value(8, '\0');
    for (std::size_t i = 0; i < 8; ++i)
        value[i] = static_cast<char>(units >> (8 * i) & 0xFF);
    return value;
}

std::uint64_t decodeUnits(std::string_view value)
{
    std::uint64_t units = 0;
    for (std::size_t i = 0; value.size() == 8 && i < 8; ++i)
        units |= std::uint64_t { static_cast<unsigned char>(value[i]) } << (8 * i);
    return units;
}

std::uint64_t seededUnits(const Book& book, int percent)
{
    return std::max<std::uint64_t>(
        1, std::uint64_t { book.stock } * static_cast<std::uint64_t>(percent) / 100);
}

// ---- cells of a book

bool BookCells::raise(const StockKey& key, std::uint64_t units)
{
    const std::uint64_t sort = sortOf(key);
    const auto at = std::lower_bound(m_cells.begin(), m_cells.end(), sort,
        [](const Cell& cell, std::uint64_t wanted) { return cell.sort < wanted; });
    if (at == m_cells.end() || at->sort != sort) {
        m_cells.insert(at, { sort, units });
        return true;
    }
    const bool isRaised = units > at->units;
    at->units = std::max(at->units, units);
    return isRaised;
}

std::uint64_t BookCells::at(const StockKey& key) const
{
    const std::uint64_t sort = sortOf(key);
    for (const Cell& cell : m_cells)
        if (cell.sort == sort)
            return cell.units;
    return 0;
}

std::int64_t BookCells::rights(LogId holder) const
{
    const std::uint64_t wanted = holderBits(holder);
    std::int64_t rights = 0;
    for (const Cell& cell : m_cells) {
        const auto kind = static_cast<StockCell>(cell.sort >> 32);
        const auto units = static_cast<std::int64_t>(cell.units);
        if ((cell.sort >> 16 & 0xFFFF) == wanted)
            rights += kind == StockCell::Received ? units : -units;
        if (hasOther(kind) && (cell.sort & 0xFFFF) == wanted)
            rights += units;
    }
    return rights;
}

std::vector<LogId> BookCells::holders() const
{
    std::vector<LogId> holders;
    for (const Cell& cell : m_cells) {
        holders.push_back(holderAt(cell.sort >> 16));
        if (hasOther(static_cast<StockCell>(cell.sort >> 32)))
            holders.push_back(holderAt(cell.sort));
    }
    std::sort(holders.begin(), holders.end());
    holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
    return holders;
}

std::uint64_t BookCells::sum(StockCell kind) const
{
    std::uint64_t all = 0;
    for (const Cell& cell : m_cells)
        all += static_cast<StockCell>(cell.sort >> 32) == kind ? cell.units : 0;
    return all;
}

// ---- one region's view

Stock::Stock(Env& env, Replica& replica)
    : m_env(env)
    , m_replica(replica)
    , m_sellsFromRights(replica.policies().of(Table::Stock) == ConflictPolicy::LargerWins)
    , m_cells(catalogue().books().size())
    , m_isDirty(m_cells.size(), 0)
    , m_reportedAt(m_cells.size(), kNever)
{
    m_replica.listen(this);
}

void Stock::onEntry(RegionId, const LogEntry& entry, bool, bool)
{
    for (const Mutation& mutation : entry.mutations) {
        if (mutation.key.table != Table::Stock)
            continue;
        const std::size_t book
            = catalogue().indexOf(BookId { static_cast<std::uint32_t>(mutation.key.partition) });
        const auto key = stockKeyOf(mutation.key.sort);
        if (book >= m_cells.size() || !key)
            continue;
        if (m_sellsFromRights)
            m_cells[book].raise(*key, decodeUnits(mutation.value));
        markDirty(static_cast<std::uint32_t>(book));
    }
}

void Stock::rebuild(Store& store)
{
    m_cells.assign(m_cells.size(), BookCells {});
    if (m_sellsFromRights) {
        store.forEach(Table::Stock, [&](const Key& at, const Item& item) {
            const std::size_t book = catalogue().indexOf(BookId { static_cast<std::uint32_t>(at.partition) });
            const auto key = stockKeyOf(at.sort);
            if (book < m_cells.size() && key)
                m_cells[book].raise(*key, decodeUnits(item.value));
        });
    }
    markAllDirty();
}

void Stock::seed(int percent)
{
    const std::size_t regions = m_replica.regionCount();
    for (std::size_t book = 0; book < m_cells.size(); ++book) {
        const std::uint64_t units = seededUnits(catalogue().books()[book], percent);
        if (!m_sellsFromRights) {
            m_replica.seed(rowKey(book, {}), encodeUnits(units));
            continue;
        }
        for (std::size_t i = 0; i < regions; ++i) {
            // The odd copies go round, so that no region has all of them.
            const std::uint64_t odd = (i + regions - book % regions) % regions < units % regions ? 1 : 0;
            const StockKey key { StockCell::Received, LogId { RegionId { static_cast<std::uint8_t>(i) } } };
            m_replica.seed(rowKey(book, key), encodeUnits(units / regions + odd));
            m_cells[book].raise(key, units / regions + odd);
        }
    }
}

std::uint64_t Stock::available(std::size_t book) const
{
    if (m_sellsFromRights && SB_MUTANT(RightsNotAsked))
        return static_cast<std::uint64_t>(std::max<std::int64_t>(0, rights(book, self())))
            + rightsElsewhere(book);
    if (m_sellsFromRights)
        return static_cast<std::uint64_t>(std::max<std::int64_t>(0, rights(book, self())));
    const Item* row = m_replica.store().find(rowKey(book, {}));
    return row == nullptr ? 0 : decodeUnits(row->value);
}

std::uint64_t Stock::rightsElsewhere(std::size_t book) const
{
    std::int64_t all = 0;
    for (const LogId holder : m_cells[book].holders())
        all += holder == self() ? 0 : std::max<std::int64_t>(0, rights(book, holder));
    return static_cast<std::uint64_t>(all);
}

LogId Stock::holderOf(RegionId region) const
{
    if (region == m_replica.self())
        return self();
    LogId holder { region };
    while (
        holder.incarnation < kMaxIncarnations && m_replica.position({ region, holder.incarnation + 1 }) > 0)
        ++holder.incarnation;
    return holder;
}

Mutation Stock::raised(std::size_t book, const StockKey& key, std::uint64_t units) const
{
    return { rowKey(book, key), false, encodeUnits(m_cells[book].at(key) + units) };
}

bool Stock::sell(
    std::span<const OrderLine> lines, std::vector<Mutation>& mutations, std::vector<std::uint32_t>& missing)
{
    m_needs.clear();
    for (const OrderLine& line : lines) {
        const auto book = static_cast<std::uint32_t>(catalogue().indexOf(line.book));
        const auto known = std::find_if(
            m_needs.begin(), m_needs.end(), [&](const Need& need) { return need.book == book; });
        if (known == m_needs.end())
            m_needs.push_back({ book, line.quantity });
        else
            known->units += line.quantity;
    }
    const std::size_t before = mutations.size();
    for (const Need& need : m_needs) {
        const std::uint64_t units = available(need.book);
        if (units < need.units)
            missing.push_back(need.book);
        else if (m_sellsFromRights)
            mutations.push_back(raised(need.book, { StockCell::Sold, self() }, need.units));
        else
            mutations.push_back({ rowKey(need.book, {}), false, encodeUnits(units - need.units) });
    }
    if (missing.empty())
        return true;
    mutations.resize(before);
    countRefusal(m_needs);
    return false;
}

void Stock::countRefusal(const std::vector<Need>& needs)
{
    ++m_counters.refused;
    if (!m_sellsFromRights)
        return;
    const bool isCovered = std::all_of(needs.begin(), needs.end(),
        [&](const Need& need) { return available(need.book) + rightsElsewhere(need.book) >= need.units; });
    if (!isCovered)
        return;
    ++m_counters.falselyRefused;
    for (const Need& need : needs) {
        Instant& reportedAt = m_reportedAt[need.book];
        if (available(need.book) >= need.units
            || (reportedAt != kNever && m_env.now() - reportedAt < kReportEvery))
            continue;
        reportedAt = m_env.now();
        Conflict conflict;
        conflict.key = rowKey(need.book, { StockCell::Sold, self() });
        conflict.kind = ConflictKind::RightsExhausted;
        conflict.rule = ConflictPolicy::LargerWins;
        conflict.winnerValue = encodeUnits(rightsElsewhere(need.book));
        conflict.loserValue = encodeUnits(need.units);
        m_replica.report(conflict);
    }
}

Mutation Stock::delivery(std::size_t book, std::uint64_t units) const
{
    if (!m_sellsFromRights)
        return { rowKey(book, {}), false, encodeUnits(available(book) + units) };
    return raised(book, { StockCell::Received, self() }, units);
}

Mutation Stock::transfer(std::size_t book, LogId to, std::uint64_t units) const
{
    SB_ASSERT(m_sellsFromRights && to != self() && units <= available(book));
    return raised(book, { StockCell::Transfer, self(), to }, units);
}

std::vector<Mutation> Stock::revocation(RegionId region) const
{
    std::vector<Mutation> rows;
    for (std::size_t book = 0; m_sellsFromRights && book < m_cells.size(); ++book) {
        for (const LogId holder : m_cells[book].holders()) {
            const std::int64_t held = rights(book, holder);
            if (holder.origin == region && holder != self() && held > 0)
                rows.push_back(
                    raised(book, { StockCell::Revoked, holder, self() }, static_cast<std::uint64_t>(held)));
        }
    }
    return rows;
}

RevocationBound Stock::revocationBound(RegionId region) const
{
    RevocationBound bound;
    bound.by = m_replica.self();
    for (std::size_t book = 0; m_sellsFromRights && book < m_cells.size(); ++book) {
        for (const LogId holder : m_cells[book].holders()) {
            const std::int64_t held = rights(book, holder);
            if (holder.origin != region || holder == self() || held <= 0)
                continue;
            bound.units += static_cast<std::uint64_t>(held);
            bound.money += catalogue().books()[book].price * held;
        }
    }
    return bound;
}

std::vector<std::uint32_t> Stock::takeDirty()
{
    std::vector<std::uint32_t> dirty;
    dirty.swap(m_dirty);
    std::sort(dirty.begin(), dirty.end());
    for (const std::uint32_t book : dirty)
        m_isDirty[book] = 0;
    return dirty;
}

void Stock::markDirty(std::uint32_t book)
{
    if (m_isDirty[book] == 0)
        m_dirty.push_back(book);
    m_isDirty[book] = 1;
}

void Stock::markAllDirty()
{
    for (std::uint32_t book = 0; book < m_isDirty.size(); ++book)
        markDirty(book);
}

} // namespace sb
