// SPDX-License-Identifier: GPL-3.0-or-later
// The events that the health checks post to themselves. Part of health_checks.h's implementation, which is
// in two files.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sb {

enum HealthEvent : std::uint32_t {
    kSendProbe, // a = slot
    kTimeout, // a = slot, b = probe
    kPublish, // a = region
    kPublishCheck, // a = check of the board
    kDatumDue, // a = check of the board
};

inline constexpr std::size_t kNotProbed = ~std::size_t { 0 };

} // namespace sb
