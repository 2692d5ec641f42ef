// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing two copies of the data while both are written to. A bucket (store/buckets.h) can be compared when
// every write that touched it in one copy is within the positions of the other, both ways: both then hold the
// same set of writes in it, and as every merge rule is independent of order, its digests must be equal. Other
// buckets are in flux and are skipped. Works across incarnations, because each lost store starts a log of its
// own. A row of a half-arrived transaction touches its bucket at a seq that the positions do not cover yet,
// which keeps the bucket in flux until the transaction is whole.
// The idea: Merkle-tree anti-entropy of Dynamo (DeCandia et al., 2007), flat, with version vectors instead of
// waiting for quiet. Thread: any; plain values.
#pragma once

#include "backend/store/buckets.h"

#include <bitset>
#include <string>
#include <vector>

namespace sb {

using BucketSet = std::bitset<kBucketCount>;

// Of one copy at one instant.
struct CopyDigest {
    std::vector<std::uint64_t> positions; // index = log index (logIndex())
    std::vector<std::uint64_t> buckets; // kBucketCount digests of live rows
    // For each log in turn kBucketCount numbers: the last seq that touched the bucket, or a later one.
    std::vector<std::uint64_t> touched;
};

struct CopyComparison {
    BucketSet compared; // both hold the same writes
    BucketSet unequal; // of these: the digests differ
};

[[nodiscard]] CopyComparison compareCopies(const CopyDigest& ours, const CopyDigest& theirs);
// The tables that the buckets belong to: "carts, orders"; empty for no bucket.
[[nodiscard]] std::string tablesOf(const BucketSet& buckets);

} // namespace sb
