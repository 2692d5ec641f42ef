// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/replication/write_label.h"

#include "backend/base/text.h"

namespace sb {

std::string labelOf(const LogEntry& entry)
{
    if (!entry.mutations.empty() && entry.mutations.front().key.table == Table::Posts)
        return "blog post " + groupedText(static_cast<std::int64_t>(entry.mutations.front().key.partition));
    if (!entry.mutations.empty() && entry.mutations.front().key.table == Table::Claims)
        return "coupon " + groupedText(static_cast<std::int64_t>(entry.mutations.front().key.partition))
            + " of customer " + groupedText(static_cast<std::int64_t>(entry.customer.value));
    if (!entry.customer.isValid())
        return "rows of the stock of " + groupedText(static_cast<std::int64_t>(entry.mutations.size()))
            + (entry.mutations.size() == 1 ? " book" : " books");
    if (entry.order.isValid())
        return "order " + groupedText(static_cast<std::int64_t>(entry.order.value));
    return "cart of customer " + groupedText(static_cast<std::int64_t>(entry.customer.value));
}

} // namespace sb
