// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/region/cache_warmth.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::int64_t kForgottenAfter = 20 * CacheWarmth::kLifetimeSeconds;

std::int64_t secondOf(Instant at)
{
    return micros(at) / 1'000'000;
}

} // namespace

CacheWarmth::CacheWarmth(std::size_t origins, std::int64_t fillReads)
    : m_origins(origins)
    , m_fillReads(std::max<std::int64_t>(1, fillReads))
{
}

void CacheWarmth::clear()
{
    for (Origin& origin : m_origins)
        origin.share = 0;
}

std::int64_t CacheWarmth::decayedTo(const Origin& origin, std::int64_t second)
{
    if (second - origin.second > kForgottenAfter)
        return 0;
    std::int64_t share = origin.share;
    for (std::int64_t s = origin.second; s < second && share > 0; ++s)
        share = decayed(share);
    return share;
}

std::int64_t CacheWarmth::filled(std::int64_t share, std::int64_t milliReads, std::int64_t fillReads)
{
    // In steps of a tenth of what fills, so that many reads at once do not overfill.
    const std::int64_t step = std::max<std::int64_t>(1, fillReads * 100);
    for (; milliReads > 0; milliReads -= step) // divided first: the product would not fit
        share += (kFull - share) / (fillReads * 1'000) * std::min(milliReads, step);
    return std::min(share, kFull);
}

CacheWarmth::Origin& CacheWarmth::upToNow(std::size_t origin, Instant now)
{
    Origin& o = m_origins[origin];
    if (const std::int64_t second = secondOf(now); second > o.second) {
        o.share = decayedTo(o, second);
        o.second = second;
    }
    return o;
}

std::int64_t CacheWarmth::extraCost(std::size_t origin, Instant now)
{
    const std::int64_t missing = kFull - upToNow(origin, now).share;
    return kMissExtra * (missing / 1'000) / (kFull / 1'000);
}

void CacheWarmth::fill(std::size_t origin, Instant now)
{
    Origin& o = upToNow(origin, now);
    o.share += (kFull - o.share) / m_fillReads;
}

int CacheWarmth::perMille(std::size_t origin, Instant now) const
{
    const Origin& o = m_origins[origin];
    return static_cast<int>(decayedTo(o, std::max(o.second, secondOf(now))) / (kFull / 1'000));
}

} // namespace sb
