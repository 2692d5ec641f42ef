// SPDX-License-Identifier: GPL-3.0-or-later
// How far virtual time may run, given how much wall time has passed. Pure arithmetic: the caller reads the
// wall clock. Speeds are percent of real time; 0 means as fast as possible.
#pragma once

#include "backend/base/time.h"

namespace sb {

class Pacer {
public:
    // Wall times are microseconds of any monotonic clock.
    void start(std::int64_t wallMicros, Instant virtualNow);
    // Changes speed without a jump: virtual time goes on from `virtualNow`.
    void setSpeed(int percent, bool isPaused, std::int64_t wallMicros, Instant virtualNow);
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    [[nodiscard]] int speedPercent() const { return m_percent; }
    [[nodiscard]] bool isUnlimited() const { return m_percent == 0; }

    // Where virtual time should be now. When the engine falls behind by more than a quarter of a wall second
    // (a suspended laptop, a breakpoint), the debt is forgiven: running late is better than a burst.
    [[nodiscard]] Instant target(std::int64_t wallMicros, Instant virtualNow);

private:
    std::int64_t m_wallOrigin = 0;
    Instant m_virtualOrigin = kStart;
    int m_percent = 100;
    bool m_isPaused = false;
};

} // namespace sb
