// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/bookstore/session_marks.h"

#include <algorithm>

namespace sb {

void raiseTo(std::vector<std::uint64_t>& token, const std::vector<std::uint64_t>& other)
{
    if (token.size() < other.size())
        token.resize(other.size(), 0);
    for (std::size_t i = 0; i < other.size(); ++i)
        token[i] = std::max(token[i], other[i]);
}

void SessionMarks::onEntry(RegionId, const LogEntry& entry, bool, bool)
{
    for (const Mutation& mutation : entry.mutations) {
        if (mutation.key.table != Table::Carts && mutation.key.table != Table::Orders)
            continue;
        std::vector<std::uint64_t>& mark = m_byCustomer[mutation.key.partition];
        const std::size_t index = logIndex(entry.version.log(), m_regionCount);
        if (mark.size() <= index)
            mark.resize(index + 1, 0);
        mark[index] = std::max(mark[index], entry.version.seq);
    }
}

void SessionMarks::onReset(RegionId, Store& store)
{
    std::vector<std::uint64_t> positions;
    for (const LogBounds& log : store.logs()) {
        const std::size_t index = logIndex(log.id, m_regionCount);
        if (positions.size() <= index)
            positions.resize(index + 1, 0);
        positions[index] = log.end - 1;
    }
    forget(positions);
}

void SessionMarks::forget(const std::vector<std::uint64_t>& positions)
{
    m_floor = positions;
    m_byCustomer.clear();
}

std::vector<std::uint64_t> SessionMarks::token(CustomerId customer) const
{
    std::vector<std::uint64_t> token = m_floor;
    if (const auto found = m_byCustomer.find(customer.value); found != m_byCustomer.end())
        raiseTo(token, found->second);
    while (!token.empty() && token.back() == 0)
        token.pop_back();
    return token;
}

} // namespace sb
