// SPDX-License-Identifier: GPL-3.0-or-later
// The merge rules of the data plane as pure functions of what is stored and what comes in. They decide what a
// key holds; who is told of a conflict is the replica's business.
// Each rule is commutative, associative and idempotent over the set of writes of a key, so that replicas that
// applied the same set hold the same bytes, in whatever order the writes came (tests/backend/replication).
// How values look under each rule:
//   LastWriterWins, FirstWins   what the service wrote
//   LargerWins                  8 bytes, little-endian, unsigned
//   LaterEpochWins              the epoch of the writer as 8 bytes, little-endian, then what the service
//   wrote LastWriterPerAttribute      a write: [mask u8][bytes of the attributes of the mask]; stored: the
//   bytes of
//                               all attributes, each followed by the version that wrote it
//   AddWins                     a write: what the service wrote; stored: the additions that no removal has
//                               seen, then how far the removals had seen (a version vector)
// Thread: any; no state.
#pragma once

#include "backend/replication/policy.h"
#include "backend/store/types.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

// One row of a transaction on its way into a key.
struct IncomingRow {
    const Version& version;
    const std::vector<std::uint64_t>& seen; // LogEntry::seen
    std::size_t regionCount = 0; // how `seen` is indexed
    bool isDelete = false;
    std::string_view value;
};

struct MergedRow {
    Item item; // what the key holds from now on
    bool isChanged = false; // differs from what was stored
    bool isVisible = false; // something that the incoming row wrote can be read now
};

// Index of a log in version vectors of a run with `regionCount` regions.
[[nodiscard]] constexpr std::size_t logIndex(LogId log, std::size_t regionCount)
{
    return (log.incarnation - 1) * regionCount + log.origin.value;
}
[[nodiscard]] constexpr LogId logAt(std::size_t index, std::size_t regionCount)
{
    return { RegionId { static_cast<std::uint8_t>(index % regionCount) },
        static_cast<std::uint32_t>(index / regionCount + 1) };
}
[[nodiscard]] inline std::uint64_t seenOf(const std::vector<std::uint64_t>& seen, std::size_t index)
{
    return index < seen.size() ? seen[index] : 0;
}

// Whether `a` has at least what `b` has, log by log.
[[nodiscard]] inline bool covers(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b)
{
    for (std::size_t i = 0; i < b.size(); ++i)
        if (seenOf(a, i) < b[i])
            return false;
    return true;
}

// Widths in bytes of a table's attributes, in the order of the plain row; empty: the row is one attribute.
[[nodiscard]] std::span<const std::size_t> attributeWidths(Table table);

// The epoch of the writer at the head of a value under LaterEpochWins; 0 for a value that is too short.
[[nodiscard]] std::uint64_t writerEpoch(std::string_view value);
// What LaterEpochWins goes by.
struct EpochStamp {
    std::uint64_t epoch = 0;
    Version version;
};
[[nodiscard]] bool isOfLaterWriter(const EpochStamp& a, const EpochStamp& b);

// `stored` may be null: the key was never written. A row of version seq 0 is one that every replica started
// with.
[[nodiscard]] MergedRow mergeRow(
    ConflictPolicy policy, Table table, const Item* stored, const IncomingRow& incoming);

// Under a rule that keeps one of two rows as it was written: whether the incoming one takes the place of what
// is stored. Nothing under a rule that makes a third of both.
[[nodiscard]] std::optional<bool> wholeRowWins(
    ConflictPolicy policy, const Item* stored, const IncomingRow& incoming);

// What a service reads: the plain value inside a stored one. May return a view into `scratch`.
[[nodiscard]] std::string_view plainValue(
    ConflictPolicy policy, Table table, const Item& item, std::string& scratch);
// How far the removals of a line had seen, per log; empty under any rule but AddWins.
[[nodiscard]] std::vector<std::uint64_t> removedUpTo(ConflictPolicy policy, const Item& item);
// The stored form of a plain value that every replica starts with.
[[nodiscard]] std::string seedValue(ConflictPolicy policy, Table table, std::string_view plain);
// A write of some attributes: bit i of `mask` = attribute i; `plain` is a whole plain row, of which the
// masked attributes are taken.
[[nodiscard]] std::string attributeWrite(Table table, std::uint8_t mask, std::string_view plain);

} // namespace sb
