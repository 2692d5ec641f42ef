// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/bookstore/best_sellers.h"

#include "backend/bookstore/catalogue.h"
#include "backend/bookstore/codec.h"

#include <algorithm>

namespace sb {

BestSellers::BestSellers()
    : m_copies(catalogue().books().size(), 0)
{
}

void BestSellers::onEntry(RegionId, const LogEntry& entry, bool, bool)
{
    if (!entry.order.isValid())
        return;
    for (const Mutation& mutation : entry.mutations) {
        if (mutation.key.table == Table::Orders && !mutation.isDelete)
            count(mutation.key.sort, mutation.value);
    }
}

void BestSellers::onConflict(RegionId, const Conflict&)
{
}

void BestSellers::count(std::uint64_t number, std::string_view orderValue)
{
    if (!m_counted.insert(number).second)
        return;
    const auto order = decodeOrder(orderValue);
    if (!order)
        return;
    for (const OrderLine& line : order->lines) {
        const std::size_t index = catalogue().indexOf(line.book);
        if (index < m_copies.size())
            m_copies[index] += line.quantity;
    }
    m_isStale = true;
}

const std::vector<std::uint32_t>& BestSellers::top()
{
    if (!m_isStale)
        return m_top;
    m_isStale = false;
    m_top.clear();
    for (std::uint32_t i = 0; i < m_copies.size(); ++i) {
        if (m_copies[i] > 0)
            m_top.push_back(i);
    }
    const auto sellsMore = [&](std::uint32_t a, std::uint32_t b) {
        return m_copies[a] != m_copies[b] ? m_copies[a] > m_copies[b] : a < b;
    };
    const std::size_t places = std::min(kPlaces, m_top.size());
    std::partial_sort(
        m_top.begin(), m_top.begin() + static_cast<std::ptrdiff_t>(places), m_top.end(), sellsMore);
    m_top.resize(places);
    return m_top;
}

void BestSellers::rebuild(Store& store)
{
    std::fill(m_copies.begin(), m_copies.end(), 0);
    m_counted.clear();
    m_isStale = true;
    store.forEach(Table::Orders, [&](const Key& key, const Item& item) {
        if (!item.isDeleted)
            count(key.sort, item.value);
    });
}

} // namespace sb
