// SPDX-License-Identifier: GPL-3.0-or-later
// Seeded randomness with portable distributions: the same seed gives the same draws on every compiler and
// machine (integers only, no libm, no std distributions).
// Generator: xoshiro256** (Blackman and Vigna, 2018), seeded by SplitMix64.
// One stream per actor and purpose: forking by name never shifts another stream's draws.
// A stream may follow a number that names its owner's future (World::reseed): when that changes, the stream
// begins anew at its next draw, from its own seed and the number. 0 is the future that the seed alone gives.
#pragma once

#include "backend/base/time.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sb {

__extension__ typedef unsigned __int128 Wide; // a product of two 64-bit numbers

// 128 bits for multiply-shift; an extension of g++ and clang that -Wpedantic otherwise refuses.
__extension__ using Wide = unsigned __int128;

class Rng {
public:
    explicit Rng(std::uint64_t seed = 1);

    // A stream that depends on (this seed, name, index) alone and not on draws already made here. It follows
    // what this one follows.
    [[nodiscard]] Rng fork(std::string_view name, std::uint64_t index = 0) const;
    // `future` must outlive this stream, its copies and its forks.
    void follow(const std::uint64_t* future) { m_future = future; }

    std::uint64_t next()
    {
        if (*m_future != m_seen)
            begin();
        const std::uint64_t result = rotate(m_state[1] * 5, 7) * 9;
        const std::uint64_t t = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= t;
        m_state[3] = rotate(m_state[3], 45);
        return result;
    }

    // Uniform in [0, bound); 0 when bound is 0. Multiply-shift; bias below 2^-32 for the bounds used here.
    std::uint64_t below(std::uint64_t bound)
    {
        return static_cast<std::uint64_t>((static_cast<Wide>(next()) * bound) >> 64);
    }

    // Uniform in [low, high], both included.
    std::int64_t between(std::int64_t low, std::int64_t high)
    {
        return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
    }
    Duration between(Duration low, Duration high) { return Duration { between(low.count(), high.count()) }; }

    // True with a probability of `ppm` parts per million.
    bool chance(std::uint32_t ppm) { return below(1'000'000) < ppm; }

    // Exponential with the given mean, cut at about 11 means.
    Duration exponential(Duration mean);

private:
    static constexpr std::uint64_t rotate(std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
    static constexpr std::uint64_t kNoFuture = 0;
    void begin();

    std::uint64_t m_seed;
    std::uint64_t m_state[4];
    const std::uint64_t* m_future = &kNoFuture;
    std::uint64_t m_seen = 0; // the future from which the state was seeded
};

// Draws an index with probability weight / sum of weights by binary search over cumulative weights.
class WeightedChoice {
public:
    WeightedChoice() = default;
    explicit WeightedChoice(const std::vector<std::uint64_t>& weights);
    [[nodiscard]] std::uint64_t total() const { return m_cumulative.empty() ? 0 : m_cumulative.back(); }
    // Requires total() > 0.
    [[nodiscard]] std::size_t draw(Rng& rng) const;

private:
    std::vector<std::uint64_t> m_cumulative;
};

} // namespace sb
