// SPDX-License-Identifier: GPL-3.0-or-later
// What a region can do in all: so many units of work a second, where a unit is a request of the usual mix
// whose reads are answered from warm caches. Work that comes faster waits for the excess; who would wait
// longer than waitMax is refused. Bursts below `burst` pass at once, as a pool of many workers takes them, so
// a region with ample capacity does not notice its pool. Refusing costs work, too: a storm of repeats eats
// into what is left for answers.
// A leaky bucket: one number, no event. Thread: World thread.
#pragma once

#include "backend/base/time.h"

#include <cstdint>
#include <optional>

namespace sb {

class WorkPool {
public:
    static constexpr std::int64_t kUnit = 1'000; // per mille
    static constexpr std::int64_t kRefusalCost = 100; // per mille of a unit

    // capacityHz >= 1 units a second.
    explicit WorkPool(int capacityHz, Duration burst = 250ms, Duration waitMax = 1s);

    // How long work of `cost` per mille of a unit waits before it begins; nullopt: refused.
    [[nodiscard]] std::optional<Duration> admit(Instant now, std::int64_t cost);
    // Wait of work that came now.
    [[nodiscard]] Duration wait(Instant now) const;
    // The workers have crashed, and nothing waits any more.
    void reset() { m_doneAt = kStart; }

private:
    void take(Instant now, std::int64_t cost);

    std::int64_t m_nanosPerMille; // of a unit, at full rate
    Duration m_burst, m_waitMax;
    Instant m_doneAt = kStart; // when all work so far is done
    std::int64_t m_nanos = 0; // below a microsecond
};

} // namespace sb
