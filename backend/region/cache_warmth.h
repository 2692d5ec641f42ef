// SPDX-License-Identifier: GPL-3.0-or-later
// How much of what customers read a region's caches hold, apart for the customers of each origin (those
// nearest to one region of the run): people of one part of the world read what others of it have read.
// A read that the caches answer costs one unit of work, any other two and a half. Each read fills: after
// `fillReads` reads of an origin its share is 63 % of the way to full. What nobody asks for falls out: the
// share halves in about three and a half minutes without reads. A crash empties the caches.
// A fluid, not single entries (bookstore/book_cache.h keeps those): shares in 10^-9, integers only, no draws.
// It feeds the run through waits and refusals alone, which are events. Thread: World thread.
#pragma once

#include "backend/base/time.h"

#include <cstdint>
#include <vector>

namespace sb {

class CacheWarmth {
public:
    static constexpr std::int64_t kFull = 1'000'000'000;
    static constexpr std::int64_t kMissExtra = 1'500; // per mille of a unit
    static constexpr std::int64_t kLifetimeSeconds = 300;

    // fillReads >= 1.
    CacheWarmth(std::size_t origins, std::int64_t fillReads);

    void setWarm(std::size_t origin) { m_origins[origin].share = kFull; }
    void clear();
    // What a read that came now would cost beyond a unit, per mille.
    [[nodiscard]] std::int64_t extraCost(std::size_t origin, Instant now);
    // A read that came now was answered.
    void fill(std::size_t origin, Instant now);
    // Share of the origin's reads that caches would answer now, per mille.
    [[nodiscard]] int perMille(std::size_t origin, Instant now) const;
    [[nodiscard]] std::size_t origins() const { return m_origins.size(); }
    [[nodiscard]] std::int64_t fillReads() const { return m_fillReads; }

    // The same laws for whoever looks ahead: of one second without reads, and of `milliReads` thousandths of
    // a read.
    [[nodiscard]] static std::int64_t decayed(std::int64_t share) { return share - share / kLifetimeSeconds; }
    [[nodiscard]] static std::int64_t filled(
        std::int64_t share, std::int64_t milliReads, std::int64_t fillReads);

private:
    struct Origin {
        std::int64_t share = 0; // of kFull
        std::int64_t second = 0; // decayed up to this virtual second
    };
    [[nodiscard]] static std::int64_t decayedTo(const Origin& origin, std::int64_t second);
    Origin& upToNow(std::size_t origin, Instant now);

    std::vector<Origin> m_origins;
    std::int64_t m_fillReads;
};

} // namespace sb
