// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/coordinates.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sb {
namespace {

// Half of what 64 bits hold, so that sums of two results stay in range.
constexpr double kMicrosMax = 4.0e18;
constexpr std::size_t kTicksMax = 1000;

std::int64_t rounded(double micros)
{
    if (std::isnan(micros))
        return 0;
    return static_cast<std::int64_t>(std::llround(std::clamp(micros, -kMicrosMax, kMicrosMax)));
}

} // namespace

double pixelAt(const TimeAxis& axis, Instant t)
{
    if (axis.range.isEmpty() || axis.width <= 0)
        return axis.left;
    // In doubles from the start: kNever minus an early instant does not fit 64 bits.
    const double offset = static_cast<double>(micros(t)) - static_cast<double>(micros(axis.range.from));
    return axis.left + offset * (axis.width / static_cast<double>(axis.range.span().count()));
}

Instant instantAt(const TimeAxis& axis, double pixel)
{
    if (axis.range.isEmpty() || axis.width <= 0)
        return axis.range.from;
    const double offset = (pixel - axis.left) * (static_cast<double>(axis.range.span().count()) / axis.width);
    return atMicros(rounded(static_cast<double>(micros(axis.range.from)) + offset));
}

Duration durationOfPixels(const TimeAxis& axis, double pixels)
{
    if (axis.range.isEmpty() || axis.width <= 0)
        return 0us;
    return Duration { rounded(pixels * static_cast<double>(axis.range.span().count()) / axis.width) };
}

TimeRange zoomed(TimeRange range, Instant anchor, double factor)
{
    range = normalised(range);
    if (!(factor > 0))
        return range;
    const auto span = static_cast<double>(range.span().count());
    const double target = std::clamp(
        span * factor, static_cast<double>(kSpanMin.count()), static_cast<double>(kSpanMax.count()));
    const double share
        = (static_cast<double>(micros(anchor)) - static_cast<double>(micros(range.from))) / span;
    const std::int64_t from = rounded(static_cast<double>(micros(anchor)) - share * target);
    return { atMicros(from), atMicros(from + rounded(target)) };
}

TimeRange moved(TimeRange range, Duration by)
{
    return { range.from + by, range.to + by };
}

TimeRange normalised(TimeRange range)
{
    if (range.to < range.from)
        std::swap(range.from, range.to);
    const Duration span = range.span();
    const Duration wanted = std::clamp<Duration>(span, kSpanMin, kSpanMax);
    if (wanted == span)
        return range;
    const Instant middle = range.from + span / 2;
    return { middle - wanted / 2, middle - wanted / 2 + wanted };
}

Duration tickStep(const TimeAxis& axis, double labelPixels)
{
    static constexpr std::array<Duration, 19> kSteps { 1s, 2s, 5s, 10s, 15s, 30s, 1min, 2min, 5min, 10min,
        15min, 30min, 1h, 2h, 3h, 6h, 12h, 24h, 48h };
    const Duration least = durationOfPixels(axis, labelPixels);
    const auto found
        = std::find_if(kSteps.begin(), kSteps.end(), [&](Duration step) { return step >= least; });
    return found == kSteps.end() ? kSteps.back() : *found;
}

std::vector<Instant> ticks(const TimeAxis& axis, Duration step, UtcStart start)
{
    std::vector<Instant> result;
    if (axis.range.isEmpty() || step <= 0us)
        return result;
    const std::int64_t offset = start.unixSeconds * 1'000'000 % step.count();
    const std::int64_t first = micros(axis.range.from) + offset;
    const std::int64_t below
        = first >= 0 ? first / step.count() : -((-first + step.count() - 1) / step.count());
    for (std::int64_t t = below * step.count() - offset; t < micros(axis.range.to); t += step.count()) {
        if (t >= micros(axis.range.from))
            result.push_back(atMicros(t));
        if (result.size() >= kTicksMax)
            break;
    }
    return result;
}

} // namespace sb
