// SPDX-License-Identifier: GPL-3.0-or-later
// Hashing for state hashes, digests and forks. Stable across platforms: results may be stored in files.
#pragma once

#include <cstdint>
#include <string_view>

namespace sb {

// Finaliser of MurmurHash3 (public domain, Austin Appleby): spreads a 64-bit value.
[[nodiscard]] constexpr std::uint64_t mix64(std::uint64_t x)
{
    x ^= x >> 33;
    x *= 0xFF51AFD7ED558CCDULL;
    x ^= x >> 33;
    x *= 0xC4CEB9FE1A85EC53ULL;
    return x ^ (x >> 33);
}

// Order-dependent combination of two hashes.
[[nodiscard]] constexpr std::uint64_t hashCombine(std::uint64_t seed, std::uint64_t value)
{
    return mix64(seed * 0x9E3779B97F4A7C15ULL + value + 0x7F4A7C15ULL);
}

// XXH3, 64 bits.
[[nodiscard]] std::uint64_t hashBytes(std::string_view bytes);

} // namespace sb
