// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/replication/policy.h"

namespace sb {

std::string_view toString(ConflictPolicy policy)
{
    switch (policy) {
    case ConflictPolicy::LastWriterWins:
        return "last-writer-wins";
    case ConflictPolicy::LastWriterPerAttribute:
        return "last-writer-per-attribute";
    case ConflictPolicy::AddWins:
        return "add-wins";
    case ConflictPolicy::LargerWins:
        return "larger-wins";
    case ConflictPolicy::FirstWins:
        return "first-wins";
    case ConflictPolicy::LaterEpochWins:
        return "later-epoch-wins";
    }
    return "unknown";
}

DataPolicies asAwsPolicies()
{
    DataPolicies policies;
    policies.countsChangesOnce = false;
    policies.invalidatesCaches = false;
    return policies;
}

DataPolicies hardenedPolicies()
{
    DataPolicies policies;
    const auto set = [&](Table table, ConflictPolicy policy) {
        policies.conflict[static_cast<std::size_t>(table)] = policy;
    };
    set(Table::Books, ConflictPolicy::LastWriterPerAttribute);
    set(Table::Carts, ConflictPolicy::AddWins);
    set(Table::Orders, ConflictPolicy::FirstWins);
    set(Table::Stock, ConflictPolicy::LargerWins);
    set(Table::Claims, ConflictPolicy::FirstWins);
    set(Table::Posts, ConflictPolicy::LaterEpochWins);
    policies.quarantinesClocks = true;
    return policies;
}

} // namespace sb
