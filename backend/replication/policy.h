// SPDX-License-Identifier: GPL-3.0-or-later
// How each table treats two writes that did not know of each other, and how a region treats foreign clocks.
// Two sets are shipped: `asAws`, which does what the reference architectures do (the later stamp wins whole
// items everywhere), and `hardened`, which chooses per table what loses nothing. Plain values.
#pragma once

#include "backend/base/time.h"
#include "backend/store/types.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace sb {

enum class ConflictPolicy : std::uint8_t {
    LastWriterWins, // the whole item with the later stamp stays
    LastWriterPerAttribute, // the same, attribute by attribute
    AddWins, // lines of a set: a removal takes only the additions it has seen; the quantity of a line is the
             // latest of those that stay (observed-remove set; Shapiro et al., 2011)
    LargerWins, // a counter with one writer that only grows: merging takes the maximum
    FirstWins, // written once: the earlier stamp stays, a second insert is a conflict
    LaterEpochWins, // one writer at a time: what a later writer wrote stays, of one writer the later stamp; a
                    // value begins with the epoch of its writer
};
[[nodiscard]] std::string_view toString(ConflictPolicy policy); // "last-writer-wins", …

struct DataPolicies {
    std::array<ConflictPolicy, kTableCount> conflict {};
    // Rows of one transaction travel on their own and arrive apart, as in DynamoDB's global tables: half a
    // transaction can be read elsewhere meanwhile.
    bool shipsItemsSingly = false;
    // Changes stamped further ahead of the local clock than `offsetMax` wait until the clock gets there.
    bool quarantinesClocks = false;
    // The bound that clocks are expected to keep; stamps of two origins closer than this prove no order.
    Duration offsetMax = 500ms;
    bool countsChangesOnce = true; // consumers of changes tell a repeat from a change
    bool invalidatesCaches = true; // caches hear of changes that came from elsewhere
    friend bool operator==(const DataPolicies&, const DataPolicies&) = default;

    [[nodiscard]] ConflictPolicy of(Table table) const { return conflict[static_cast<std::size_t>(table)]; }
};

[[nodiscard]] DataPolicies asAwsPolicies();
[[nodiscard]] DataPolicies hardenedPolicies();

} // namespace sb
