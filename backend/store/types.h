// SPDX-License-Identifier: GPL-3.0-or-later
// Values of the data plane: keys, versions, items, log entries.
//
// A version is a hybrid logical clock stamp plus the position (origin, incarnation, seq) of the transaction
// that wrote it. Versions are totally ordered by (hlc, origin): the greater one wins (last writer wins).
// A log entry is one committed transaction: all its rows travel and apply together.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/money.h"
#include "backend/base/time.h"

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace sb {

enum class Table : std::uint8_t { Books, Carts, Orders };
inline constexpr int kTableCount = 3;
[[nodiscard]] std::string_view toString(Table table);

// Partition and sort key, as in a wide-column store.
// Books: (book, 0). Carts: (customer, book). Orders: (customer, order).
struct Key {
    Table table = Table::Books;
    std::uint64_t partition = 0;
    std::uint64_t sort = 0;
    friend constexpr auto operator<=>(const Key&, const Key&) = default;
};

// Hybrid logical clock: 48 bits of milliseconds, 16 bits of counter (Kulkarni, Demirbas et al., 2014).
struct Hlc {
    std::uint64_t value = 0;
    [[nodiscard]] constexpr std::uint64_t millis() const { return value >> 16; }
    friend constexpr auto operator<=>(const Hlc&, const Hlc&) = default;
};

struct Version {
    Hlc hlc;
    RegionId origin;
    std::uint32_t incarnation = 0; // of the origin's store; a store restored from nothing takes a new one
    std::uint64_t seq = 0; // contiguous from 1 per (origin, incarnation)

    [[nodiscard]] constexpr bool wins(const Version& other) const
    {
        return hlc != other.hlc ? hlc > other.hlc : origin.value > other.origin.value;
    }
    friend constexpr bool operator==(const Version&, const Version&) = default;
};

// What a key holds. A deleted item stays as a tombstone, so that a late older write cannot bring it back.
struct Item {
    Version version;
    bool isDeleted = false;
    std::string value; // encoded by the service that owns the table; empty for tombstones
    friend bool operator==(const Item&, const Item&) = default;
};

struct Row {
    Key key;
    Item item;
    friend bool operator==(const Row&, const Row&) = default;
};

// One row of a transaction.
struct Mutation {
    Key key;
    bool isDelete = false;
    std::string value;
    friend bool operator==(const Mutation&, const Mutation&) = default;
};

struct LogEntry {
    Version version; // of every row in it; its position in the origin's log
    Instant committedAt = kStart; // virtual time at the origin
    std::uint64_t request = 0; // client's request id, for the record
    OrderId order; // valid when the transaction placed an order
    CustomerId customer;
    Money amount; // of the order
    // Highest seq of each region's log that the origin had applied when it committed; index = RegionId.
    // Two versions are concurrent iff neither's origin had seen the other.
    std::vector<std::uint64_t> seen;
    std::vector<Mutation> mutations; // 1 or more, distinct keys
    friend bool operator==(const LogEntry&, const LogEntry&) = default;
};

} // namespace sb
