// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/drain_meter.h"

#include "backend/base/text.h"

#include <algorithm>

namespace sb {
namespace {

// `later` may be smaller: the copy was given up and built anew. Nothing was gained then.
std::uint64_t gain(std::uint64_t earlier, std::uint64_t later)
{
    return later > earlier ? later - earlier : 0;
}

std::uint64_t rateOf(std::uint64_t operations, Duration span)
{
    return span <= 0us ? 0 : operations * 1'000'000 / static_cast<std::uint64_t>(span.count());
}

} // namespace

void DrainMeter::sample(Instant now, std::uint64_t written, std::uint64_t arrived, bool isBacklog)
{
    m_last = (m_last + 1) % (kWindow + 1);
    m_count = std::min(m_count + 1, kWindow + 1);
    m_samples[static_cast<std::size_t>(m_last)] = { now, written, arrived };
    m_isBacklog = isBacklog && written > arrived;
}

std::uint64_t DrainMeter::shipRateHz() const
{
    return rateOf(gain(oldest().arrived, newest().arrived), newest().at - oldest().at);
}

std::uint64_t DrainMeter::writeRateHz() const
{
    return rateOf(gain(oldest().written, newest().written), newest().at - oldest().at);
}

Duration DrainMeter::estimate() const
{
    if (!m_isBacklog)
        return 0us;
    const std::uint64_t shipped = gain(oldest().arrived, newest().arrived);
    const std::uint64_t written = gain(oldest().written, newest().written);
    if (shipped <= written)
        return kDrainNever;
    const std::uint64_t backlog = newest().written - newest().arrived;
    const auto span = static_cast<std::uint64_t>((newest().at - oldest().at).count());
    // In microseconds; a backlog of 10^9 over a window of 10 s stays below 2^63.
    return Duration { static_cast<std::int64_t>(backlog * span / (shipped - written)) };
}

std::string drainText(Duration estimate)
{
    if (estimate == 0us)
        return {};
    return estimate == kDrainNever ? "never drained" : "drained in " + durationText(estimate);
}

} // namespace sb
