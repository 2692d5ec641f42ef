// SPDX-License-Identifier: GPL-3.0-or-later
// Values of the data plane: keys, versions, items, log entries.
//
// A version is a hybrid logical clock stamp plus the position (origin, incarnation, seq) of the transaction
// that wrote it. Versions are totally ordered by (hlc, origin, incarnation): the greater one is the later
// writer. A log entry is one committed transaction: all its rows travel and apply together.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/money.h"
#include "backend/base/time.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

enum class Table : std::uint8_t { Books, Carts, Orders, Stock, Claims, Posts };
inline constexpr int kTableCount = 6;
[[nodiscard]] std::string_view toString(Table table);

// Partition and sort key, as in a wide-column store.
// Books: (book, 0). Carts: (customer, book). Orders: (customer, order). Stock: (book, cell), see
// bookstore/stock.h. Claims: (what can be had once only, 0). Posts: (post, 0).
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

// One region's log between two losses of its store. A region that comes back from an empty, restored or
// rolled-back store takes the next incarnation, so that no position ever means two different writes.
struct LogId {
    RegionId origin;
    std::uint32_t incarnation = 1;
    // A region alone means its first log: the only one there is while no store was ever lost.
    constexpr LogId(RegionId region = {}, std::uint32_t number = 1) // NOLINT(google-explicit-constructor)
        : origin(region)
        , incarnation(number)
    {
    }
    friend constexpr bool operator==(const LogId&, const LogId&) = default;
    // By incarnation first: the logs of a run without losses come in the order of their regions.
    friend constexpr auto operator<=>(const LogId& a, const LogId& b)
    {
        return a.incarnation != b.incarnation ? a.incarnation <=> b.incarnation
                                              : a.origin.value <=> b.origin.value;
    }
};
inline constexpr std::uint32_t kMaxIncarnations = 16; // of one region in one run

// What a store holds of a log: the first retained seq, and one past the last.
struct LogBounds {
    LogId id;
    std::uint64_t begin = 1;
    std::uint64_t end = 1;
    friend bool operator==(const LogBounds&, const LogBounds&) = default;
};

struct Version {
    Hlc hlc;
    RegionId origin;
    std::uint32_t incarnation = 0; // of the origin's store; a store restored from nothing takes a new one
    std::uint64_t seq = 0; // contiguous from 1 per (origin, incarnation)

    [[nodiscard]] constexpr LogId log() const { return { origin, incarnation }; }
    [[nodiscard]] constexpr bool wins(const Version& other) const
    {
        if (hlc != other.hlc)
            return hlc > other.hlc;
        return origin != other.origin ? origin.value > other.origin.value : incarnation > other.incarnation;
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

// The same without owning the value; holds for as long as what it was made of.
struct ItemView {
    Version version;
    bool isDeleted = false;
    std::string_view value;

    ItemView(const Version& writer, bool isGone, std::string_view bytes)
        : version(writer)
        , isDeleted(isGone)
        , value(bytes)
    {
    }
    ItemView(const Item& item) // NOLINT(google-explicit-constructor)
        : ItemView(item.version, item.isDeleted, item.value)
    {
    }
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
    // Highest seq of each log that the origin had applied when it committed; index = Replica::indexOf(log),
    // which is the RegionId while every region is in its first incarnation. What is past the end is 0.
    // Two versions are concurrent iff neither's origin had seen the other.
    std::vector<std::uint64_t> seen;
    std::vector<Mutation> mutations; // 1 or more, distinct keys
    friend bool operator==(const LogEntry&, const LogEntry&) = default;
};

} // namespace sb
