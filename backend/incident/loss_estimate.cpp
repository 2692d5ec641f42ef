// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/loss_estimate.h"

#include <algorithm>
#include <numeric>

namespace sb {

void LossEstimator::moveTo(Heard& heard, std::int64_t second) const
{
    const std::int64_t steps = std::min(second - heard.second, kSeconds);
    for (std::int64_t i = 0; i < steps; ++i)
        heard.perSecond[static_cast<std::size_t>((second - i) % kSeconds)] = 0;
    heard.second = std::max(heard.second, second);
}

void LossEstimator::onHeard(RegionId at, const LogEntry& entry)
{
    Heard& heard = m_heard[at.value * m_regionCount + entry.version.origin.value];
    const LogId log = entry.version.log();
    if (heard.log != log) {
        if (heard.position > 0 && log < heard.log)
            return; // of a store that is gone, relayed late
        heard = { .log = log, .since = entry.committedAt };
    }
    heard.position = entry.version.seq;
    heard.committedAt = entry.committedAt;
    const std::int64_t second = micros(entry.committedAt) / 1'000'000;
    moveTo(heard, second);
    ++heard.perSecond[static_cast<std::size_t>(second % kSeconds)];
}

void LossEstimator::onCopied(RegionId at, const Replica& copy, Instant now)
{
    for (std::size_t index = 0; index < copy.positions().size(); ++index) {
        const LogId log = logAt(index, m_regionCount);
        Heard& heard = m_heard[at.value * m_regionCount + log.origin.value];
        const bool isOlder = heard.position > 0 && log < heard.log;
        if (log.origin != at && copy.positions()[index] > 0 && !isOlder)
            heard = { .log = log, .position = copy.positions()[index], .committedAt = now, .since = now };
    }
}

std::uint64_t LossEstimator::mostOf(std::uint64_t writes, Duration span, Duration silence)
{
    if (span <= 0us || silence <= 0us || writes == 0)
        return 0;
    // In thousandths of a write: mean = writes x silence / span.
    const auto mean = writes * 1'000 * static_cast<std::uint64_t>(silence.count())
        / static_cast<std::uint64_t>(span.count());
    std::uint64_t root = 0; // of mean / 1000, in thousandths: sqrt(mean * 1000)
    for (std::uint64_t bit = std::uint64_t { 1 } << 31; bit != 0; bit >>= 1)
        if ((root | bit) * (root | bit) <= mean * 1'000)
            root |= bit;
    return (mean + 2 * root + 999) / 1'000;
}

std::optional<LossEstimate> LossEstimator::estimate(
    LogId log, const std::vector<bool>& isSurvivor, Instant now) const
{
    const Heard* best = nullptr;
    RegionId by;
    for (std::size_t at = 0; at < m_regionCount; ++at) {
        const Heard& heard = m_heard[at * m_regionCount + log.origin.value];
        if (!isSurvivor[at] || heard.log != log || heard.position == 0)
            continue;
        const bool isBetter = best == nullptr || heard.position > best->position
            || (heard.position == best->position && heard.since < best->since);
        if (!isBetter)
            continue;
        best = &heard;
        by = RegionId { static_cast<std::uint8_t>(at) };
    }
    if (best == nullptr)
        return std::nullopt;
    LossEstimate estimate { .by = by, .position = best->position, .silence = now - best->committedAt };
    estimate.writes = std::accumulate(best->perSecond.begin(), best->perSecond.end(), std::uint64_t { 0 });
    // From the start of the oldest second that still counts to the last entry.
    const Instant from = std::max(best->since, atMicros((best->second - (kSeconds - 1)) * 1'000'000));
    estimate.span = std::max<Duration>(best->committedAt - from, 1s);
    estimate.most = mostOf(estimate.writes, estimate.span, estimate.silence);
    return estimate;
}

} // namespace sb
