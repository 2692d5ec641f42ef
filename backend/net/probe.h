// SPDX-License-Identifier: GPL-3.0-or-later
// The wire between a health checker and a region's gateway, as events. A probe posts one of the kinds below
// to the region's component with a = probe number and b = ProbeAddress packed; the region answers with
// kProbeAnswer to that component: a = probe number, b = ProbeAnswer packed. A region that is out does not
// answer at all.
#pragma once

#include <cstdint>

namespace sb {

// Whom to answer, and from where the checker probes (for the way back).
struct ProbeAddress {
    std::uint32_t component = 0; // below 2^24
    std::uint8_t home = 0; // atlas region of the checker
    std::uint32_t slot = 0;

    [[nodiscard]] constexpr std::uint64_t packed() const
    {
        return (std::uint64_t { component } << 40) | (std::uint64_t { home } << 32) | slot;
    }
    [[nodiscard]] static constexpr ProbeAddress unpacked(std::uint64_t b)
    {
        return { static_cast<std::uint32_t>(b >> 40), static_cast<std::uint8_t>(b >> 32),
            static_cast<std::uint32_t>(b) };
    }
};

struct ProbeAnswer {
    int status = 0;
    std::uint32_t slot = 0;
    std::uint16_t worked = 0; // time that the answer took inside the region, in units of 100 us, at most all

    [[nodiscard]] constexpr std::uint64_t packed() const
    {
        return (std::uint64_t { worked } << 48) | (static_cast<std::uint64_t>(status) << 32) | slot;
    }
    [[nodiscard]] static constexpr ProbeAnswer unpacked(std::uint64_t b)
    {
        return { static_cast<int>(b >> 32 & 0xFFFF), static_cast<std::uint32_t>(b),
            static_cast<std::uint16_t>(b >> 48) };
    }
};

inline constexpr std::uint32_t kProbe = 1000; // of the health path, which looks no further than the gateway
inline constexpr std::uint32_t kProbeAnswer = 1001;
inline constexpr std::uint32_t kProbeDeep
    = 1002; // of a health path that asks a service and the store as well
inline constexpr std::uint32_t kProbePage = 1003; // of a page, as a customer asks for it

} // namespace sb
