// SPDX-License-Identifier: GPL-3.0-or-later
// Which of a fixed number of buckets a row belongs to. Copies of the data are compared bucket by bucket: the
// digest of a bucket is a function of its live rows alone. Each table has a range of its own, so that a
// bucket that differs names its table. Thread: any; no state.
#pragma once

#include "backend/store/types.h"

#include <array>
#include <cstddef>

namespace sb {

inline constexpr std::size_t kBucketCount = 256;

struct BucketRange {
    std::size_t first = 0, count = 0;
};
// Index = Table. Wider where more rows are written.
inline constexpr std::array<BucketRange, kTableCount> kBucketRanges { {
    { 0, 32 }, // books
    { 32, 96 }, // carts
    { 128, 64 }, // orders
    { 192, 32 }, // stock
    { 224, 16 }, // claims
    { 240, 16 }, // posts
} };
static_assert(kBucketRanges.back().first + kBucketRanges.back().count == kBucketCount);

[[nodiscard]] constexpr std::size_t bucketOf(const Key& key)
{
    const BucketRange& range = kBucketRanges[static_cast<std::size_t>(key.table)];
    std::uint64_t mixed = key.partition * 0x9E3779B97F4A7C15ULL + key.sort * 0xC2B2AE3D27D4EB4FULL;
    mixed ^= mixed >> 32;
    mixed *= 0xD6E8FEB86659FD93ULL;
    return range.first + static_cast<std::size_t>((mixed >> 32) * range.count >> 32);
}

[[nodiscard]] constexpr Table tableOf(std::size_t bucket)
{
    std::size_t table = 0;
    while (table + 1 < kBucketRanges.size() && bucket >= kBucketRanges[table + 1].first)
        ++table;
    return static_cast<Table>(table);
}

} // namespace sb
