// SPDX-License-Identifier: GPL-3.0-or-later
// A queue in front of c equal servers, first come first served, with a bound on the wait. The finishing time
// of a job is known when it is admitted, so a job costs one event, not three.
#pragma once

#include "backend/base/time.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sb {

class Station {
public:
    // servers >= 1; a job that would wait longer than waitMax is refused.
    explicit Station(int servers = 1, Duration waitMax = 1s);

    // When the job would be finished; nullopt when the queue is too long.
    [[nodiscard]] std::optional<Instant> admit(Instant now, Duration service);
    // Wait of a job that came now.
    [[nodiscard]] Duration wait(Instant now) const;
    // Forgets all work in progress (the servers crashed).
    void reset();
    [[nodiscard]] std::uint64_t refused() const { return m_refused; }
    [[nodiscard]] int servers() const { return static_cast<int>(m_freeAt.size()); }

private:
    std::vector<Instant> m_freeAt; // binary min-heap
    Duration m_waitMax;
    std::uint64_t m_refused = 0;
};

} // namespace sb
