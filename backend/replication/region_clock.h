// SPDX-License-Identifier: GPL-3.0-or-later
// A region's physical clock as faults leave it: virtual time, plus an offset, plus a drift. With the default
// condition it shows virtual time exactly. It never feeds scheduling, only stamps and leases.
#pragma once

#include "backend/base/time.h"

#include <cstdint>

namespace sb {

// What faults can set. Default = exact.
struct ClockCondition {
    Duration offset = 0us; // - 1 h … + 1 h
    std::int64_t driftPpm = 0; // microseconds gained per second, - 100 000 … + 100 000
    Instant driftsSince = kStart;
    friend bool operator==(const ClockCondition&, const ClockCondition&) = default;
};

// The epoch of stamps lies before the start of a run, so that a clock that is slow still shows a positive
// time.
inline constexpr Duration kClockEpoch = 24h;

// Error of the clock at `now`.
[[nodiscard]] inline Duration clockError(const ClockCondition& condition, Instant now)
{
    if (condition.driftPpm == 0)
        return condition.offset;
    const std::int64_t drifted = (now - condition.driftsSince).count() / 1'000 * condition.driftPpm / 1'000;
    return condition.offset + Duration { drifted };
}

// Time as the region's oscillator counts it, for leases: steps of the clock do not touch it, its rate does.
class MonotonicClock {
public:
    // Never decreases while the drift stays above - 100 %.
    [[nodiscard]] Duration read(Instant now) const
    {
        const Duration elapsed = now - m_since;
        return m_counted + elapsed + Duration { elapsed.count() * m_driftPpm / 1'000'000 };
    }
    void setRate(Instant now, std::int64_t driftPpm)
    {
        m_counted = read(now);
        m_since = now;
        m_driftPpm = driftPpm;
    }

private:
    Duration m_counted = 0us; // up to m_since
    Instant m_since = kStart;
    std::int64_t m_driftPpm = 0;
};

// Milliseconds since the epoch of stamps, as the region believes.
[[nodiscard]] inline std::uint64_t clockMillis(const ClockCondition& condition, Instant now)
{
    return static_cast<std::uint64_t>(micros(now + kClockEpoch + clockError(condition, now)) / 1'000);
}

} // namespace sb
