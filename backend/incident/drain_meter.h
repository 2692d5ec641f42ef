// SPDX-License-Identifier: GPL-3.0-or-later
// How long a replication link needs to work off its backlog, from what it did in the last seconds:
// backlog / (ship rate - write rate). A link whose ship rate does not exceed the rate at which new writes
// come never drains, however much it ships. Integers only. Thread: World thread.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/base/time.h"

#include <array>
#include <cstdint>

namespace sb {

class DrainMeter {
public:
    static constexpr int kWindow = 5; // samples

    // Operations written at the source and arrived at the target, both counted from the start of the run,
    // and whether those in between are a backlog rather than merely on their way. Once a second.
    void sample(Instant now, std::uint64_t written, std::uint64_t arrived, bool isBacklog);

    // 0: no backlog. kDrainNever: it does not shrink.
    [[nodiscard]] Duration estimate() const;
    // Over the window, operations per second.
    [[nodiscard]] std::uint64_t shipRateHz() const;
    [[nodiscard]] std::uint64_t writeRateHz() const;

private:
    struct Sample {
        Instant at = kStart;
        std::uint64_t written = 0, arrived = 0;
    };
    [[nodiscard]] const Sample& newest() const { return m_samples[static_cast<std::size_t>(m_last)]; }
    [[nodiscard]] const Sample& oldest() const
    {
        return m_samples[static_cast<std::size_t>(m_count <= kWindow ? 0 : (m_last + 1) % (kWindow + 1))];
    }

    std::array<Sample, kWindow + 1> m_samples {}; // a ring
    int m_last = kWindow, m_count = 0;
    bool m_isBacklog = false;
};

// "drained in 12 s", "never drained"; empty without a backlog.
[[nodiscard]] std::string drainText(Duration estimate);

} // namespace sb
