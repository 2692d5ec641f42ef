// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/replication/copy_digest.h"

#include "backend/base/result.h"
#include "backend/replication/merge.h"

namespace sb {
namespace {

// Whether every write that touched the bucket in `a` is within `positions`.
bool isWithin(const CopyDigest& a, std::size_t bucket, const std::vector<std::uint64_t>& positions)
{
    for (std::size_t log = 0; log * kBucketCount < a.touched.size(); ++log)
        if (a.touched[log * kBucketCount + bucket] > seenOf(positions, log))
            return false;
    return true;
}

} // namespace

CopyComparison compareCopies(const CopyDigest& ours, const CopyDigest& theirs)
{
    SB_ASSERT(ours.buckets.size() == kBucketCount && theirs.buckets.size() == kBucketCount);
    CopyComparison comparison;
    for (std::size_t bucket = 0; bucket < kBucketCount; ++bucket) {
        if (!isWithin(ours, bucket, theirs.positions) || !isWithin(theirs, bucket, ours.positions))
            continue;
        comparison.compared.set(bucket);
        comparison.unequal.set(bucket, ours.buckets[bucket] != theirs.buckets[bucket]);
    }
    return comparison;
}

std::string tablesOf(const BucketSet& buckets)
{
    std::string text;
    for (int i = 0; i < kTableCount; ++i) {
        const BucketRange& range = kBucketRanges[static_cast<std::size_t>(i)];
        bool isAny = false;
        for (std::size_t bucket = range.first; bucket < range.first + range.count; ++bucket)
            isAny = isAny || buckets[bucket];
        if (isAny)
            text += (text.empty() ? "" : ", ") + std::string(toString(static_cast<Table>(i)));
    }
    return text;
}

} // namespace sb
