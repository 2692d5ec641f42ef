// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/rng.h"

#include "backend/base/hash.h"

#include <algorithm>
#include <array>

namespace sb {
namespace {

// -ln(x / 2^16) in units of 2^-16, for x in 1..65536, by repeated squaring: integer arithmetic only, so that
// every platform builds the same table.
constexpr std::uint64_t negativeLog(std::uint64_t x)
{
    constexpr std::uint64_t kLn2 = 45'426; // ln 2 * 2^16, rounded
    int exponent = 0;
    while ((x << exponent) < 65'536)
        ++exponent;
    std::uint64_t mantissa = x << exponent; // in [2^16, 2^17)
    std::uint64_t log2Fraction = 0; // of 2^-16
    for (int bit = 15; bit >= 0; --bit) {
        mantissa = (mantissa * mantissa) >> 16;
        if (mantissa >= 131'072) {
            mantissa >>= 1;
            log2Fraction |= 1ULL << bit;
        }
    }
    const std::uint64_t log2 = (static_cast<std::uint64_t>(exponent) << 16) - log2Fraction;
    return (log2 * kLn2) >> 16;
}

// Quantiles of the unit exponential at (2i + 1) / 2048, in units of 2^-16, and the tail at the end.
constexpr auto kExponential = [] {
    std::array<std::uint32_t, 1025> table {};
    for (std::uint64_t i = 0; i < 1024; ++i)
        table[i] = static_cast<std::uint32_t>(negativeLog(65'536 - i * 64));
    table[1024] = static_cast<std::uint32_t>(negativeLog(1));
    return table;
}();

std::uint64_t splitMix(std::uint64_t& state)
{
    state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

} // namespace

Rng::Rng(std::uint64_t seed)
    : m_seed(seed)
{
    begin();
}

void Rng::begin()
{
    m_seen = *m_future;
    std::uint64_t state = m_seen == 0 ? m_seed : hashCombine(m_seed, m_seen);
    for (std::uint64_t& word : m_state)
        word = splitMix(state);
}

Rng Rng::fork(std::string_view name, std::uint64_t index) const
{
    Rng stream(hashCombine(hashCombine(m_seed, hashBytes(name)), index));
    stream.follow(m_future);
    return stream;
}

Duration Rng::exponential(Duration mean)
{
    const std::uint64_t draw = next();
    const std::size_t cell = draw >> 54; // 10 bits
    const std::uint64_t fraction = (draw >> 38) & 0xFFFF;
    const std::uint64_t low = kExponential[cell];
    const std::uint64_t high = kExponential[cell + 1];
    const std::uint64_t unit = low + (((high - low) * fraction) >> 16);
    return Duration { static_cast<std::int64_t>(
        (static_cast<Wide>(static_cast<std::uint64_t>(mean.count())) * unit) >> 16) };
}

WeightedChoice::WeightedChoice(const std::vector<std::uint64_t>& weights)
{
    m_cumulative.reserve(weights.size());
    std::uint64_t sum = 0;
    for (const std::uint64_t weight : weights)
        m_cumulative.push_back(sum += weight);
}

std::size_t WeightedChoice::draw(Rng& rng) const
{
    const std::uint64_t point = rng.below(total());
    return static_cast<std::size_t>(
        std::upper_bound(m_cumulative.begin(), m_cumulative.end(), point) - m_cumulative.begin());
}

} // namespace sb
