// SPDX-License-Identifier: GPL-3.0-or-later
// What the survivors of a lost region can say without any omniscient account: they know how far they hold its
// log, when the last entry of that was committed, and how many writes it had acknowledged in the seconds
// before. It goes on as before, they must assume, until it goes: so it has written between nothing and rate x
// silence more. The upper end has two standard deviations of a Poisson process on top, because arrivals
// scatter. An estimate, and named so: a burst after the last entry heard is beyond it, and so is a clock of
// the lost region that was wrong. Thread: World thread.
#pragma once

#include "backend/replication/replica.h"

#include <array>
#include <optional>
#include <vector>

namespace sb {

struct LossEstimate {
    RegionId by; // the survivor that holds most of the log
    std::uint64_t position = 0; // up to which it holds it
    Duration silence = 0us; // since the last of that was committed
    std::uint64_t writes = 0; // heard of, in the span before that
    Duration span = 0us;
    std::uint64_t most = 0; // writes beyond the position; the fewest are 0
};

class LossEstimator {
public:
    explicit LossEstimator(std::size_t regionCount)
        : m_heard(regionCount * regionCount)
        , m_regionCount(regionCount)
    {
    }
    // `at` applied an entry of another region.
    void onHeard(RegionId at, const LogEntry& entry);
    // `at` holds a copy that came as a whole: positions, and nothing about their times.
    void onCopied(RegionId at, const Replica& copy, Instant now);
    // Nothing when no survivor (isSurvivor[r]) has heard of the log.
    [[nodiscard]] std::optional<LossEstimate> estimate(
        LogId log, const std::vector<bool>& isSurvivor, Instant now) const;

    // Most that is plausible after `silence` when `writes` came in `span`: mean + 2 sqrt(mean), rounded up.
    [[nodiscard]] static std::uint64_t mostOf(std::uint64_t writes, Duration span, Duration silence);

private:
    static constexpr std::int64_t kSeconds = 10; // how far back the rate is taken from
    struct Heard { // by one region, of one origin's log
        LogId log;
        std::uint64_t position = 0;
        Instant committedAt = kStart; // of the entry there
        std::array<std::uint64_t, kSeconds> perSecond {}; // by the second of commit, modulo
        std::int64_t second = -1; // latest of them
        Instant since = kStart; // nothing is known of before
    };
    void moveTo(Heard& heard, std::int64_t second) const;

    std::vector<Heard> m_heard; // [at * regionCount + origin]
    std::size_t m_regionCount;
};

} // namespace sb
