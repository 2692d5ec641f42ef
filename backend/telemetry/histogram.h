// SPDX-License-Identifier: GPL-3.0-or-later
// Latency histogram with log-linear buckets: 8 per power of two, so a quantile is right within 12.5 %.
// Merged by addition. Range 1 us … 2^35 us (about 9.5 hours).
#pragma once

#include "backend/base/time.h"

#include <array>
#include <cstdint>

namespace sb {

class Histogram {
public:
    void add(Duration value)
    {
        ++m_counts[bucketOf(static_cast<std::uint64_t>(value.count() < 0 ? 0 : value.count()))];
        ++m_total;
    }
    void merge(const Histogram& other);
    void clear();
    [[nodiscard]] std::uint64_t total() const { return m_total; }
    // Upper edge of the bucket that holds the quantile, perMille in 0…1000; zero when empty.
    [[nodiscard]] Duration quantile(int perMille) const;
    // visit(upper edge, count) for every bucket that is not empty, smallest first.
    template<typename Visit> void forEachBucket(Visit visit) const
    {
        for (std::size_t i = 0; i < m_counts.size(); ++i)
            if (m_counts[i] > 0)
                visit(upperEdge(i), m_counts[i]);
    }

private:
    static constexpr int kSubBits = 3;
    static constexpr int kBuckets = (36 - kSubBits) << kSubBits;
    [[nodiscard]] static Duration upperEdge(std::size_t bucket);
    [[nodiscard]] static std::size_t bucketOf(std::uint64_t us)
    {
        if (us < (1U << kSubBits))
            return static_cast<std::size_t>(us);
        const int exponent = 63 - __builtin_clzll(us);
        const std::size_t sub = (us >> (exponent - kSubBits)) & ((1U << kSubBits) - 1);
        const std::size_t bucket = (static_cast<std::size_t>(exponent - kSubBits + 1) << kSubBits) + sub;
        return bucket < kBuckets ? bucket : kBuckets - 1;
    }

    std::array<std::uint32_t, kBuckets> m_counts {};
    std::uint64_t m_total = 0;
};

} // namespace sb
