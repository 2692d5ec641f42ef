// SPDX-License-Identifier: GPL-3.0-or-later
// Virtual time. Integer microseconds since the start of the run; never read from a wall clock.
// A run also has a calendar start (UtcStart) which only formats instants for people and drives the shoppers'
// local hour; it is part of the configuration.
#pragma once

#include "backend/base/result.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace sb {

using Duration = std::chrono::duration<std::int64_t, std::micro>;
using namespace std::chrono_literals;

// Tag clock of the World; has no now() on purpose.
struct VirtualClock {
    using duration = Duration;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<VirtualClock, Duration>;
    static constexpr bool is_steady = true;
};
using Instant = VirtualClock::time_point;

inline constexpr Instant kStart {};
inline constexpr Instant kNever { Duration::max() };

[[nodiscard]] constexpr std::int64_t micros(Duration d)
{
    return d.count();
}
[[nodiscard]] constexpr std::int64_t micros(Instant t)
{
    return t.time_since_epoch().count();
}
[[nodiscard]] constexpr Instant atMicros(std::int64_t us)
{
    return Instant { Duration { us } };
}
[[nodiscard]] constexpr double seconds(Duration d)
{
    return static_cast<double>(d.count()) / 1e6;
}
[[nodiscard]] constexpr double seconds(Instant t)
{
    return seconds(t.time_since_epoch());
}

// Calendar time of virtual instant 0, in seconds since 1970-01-01 UTC.
struct UtcStart {
    std::int64_t unixSeconds = 0;
    friend constexpr auto operator<=>(const UtcStart&, const UtcStart&) = default;
};

// "14:32:07", "14:32:07.250" (with milliseconds) and "2026-03-03T14:32:07.250Z".
[[nodiscard]] std::string clockText(UtcStart start, Instant t, bool withMillis = false);
[[nodiscard]] std::string isoText(UtcStart start, Instant t);
// "850 ms", "4.2 s", "1 min 07 s", "2 h 05 min": for reports and refusals, in English.
[[nodiscard]] std::string durationText(Duration d);
// Reads "250ms", "10s", "5m", "2h", "1m30s"; a bare number is refused because it has no unit.
[[nodiscard]] Result<Duration> parseDuration(std::string_view text);
// Reads "2026-03-03T14:28:00Z".
[[nodiscard]] Result<UtcStart> parseUtc(std::string_view text);

} // namespace sb
