// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/strip_layout.h"

#include "ui/incident/incident_text.h"
#include "ui/theme/format.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sb {
namespace {

constexpr double kLagLeast = 0.1; // s; floor and ceiling of the logarithmic scale
constexpr double kLagMost = 100;
constexpr double kColumnWidth = 3; // px, with its gap, as long as a second is not wider
constexpr double kShownPercent = 0.02; // below: nothing

struct Seconds {
    std::int64_t first = 0;
    std::int64_t end = 0; // one past the last
};

// Those of the range that have samples.
Seconds secondsOf(const TimelineModel& lanes, TimeRange range)
{
    const std::int64_t start = lanes.sampleStart();
    const std::int64_t end = start + static_cast<std::int64_t>(lanes.samples().size());
    const auto from = static_cast<std::int64_t>(std::floor(seconds(range.from)));
    const auto to = static_cast<std::int64_t>(std::ceil(seconds(range.to)));
    return { std::clamp(from, start, end), std::clamp(to, start, end) };
}

const TimelineSample& sampleOf(const TimelineModel& lanes, std::int64_t second)
{
    return lanes.samples()[static_cast<std::size_t>(second - lanes.sampleStart())];
}

double niceTop(double percent)
{
    static constexpr std::array<double, 7> kTops { 2, 5, 10, 20, 50, 75, 100 };
    const auto found = std::find_if(kTops.begin(), kTops.end(), [&](double top) { return percent <= top; });
    return found == kTops.end() ? kTops.back() : *found;
}

double lagShare(double lag)
{
    return std::clamp(
        std::log10(std::max(kLagLeast, lag) / kLagLeast) / std::log10(kLagMost / kLagLeast), 0.0, 1.0);
}

struct Peak {
    double value = -1; // below 0: no sample
    RegionId region;
};

Peak peakOf(const TimelineModel& lanes, Track strip, std::int64_t from, std::int64_t to)
{
    Peak peak;
    for (std::int64_t second = from; second < to; ++second) {
        const TimelineSample& one = sampleOf(lanes, second);
        const bool isErrors = strip == Track::Errors;
        const double value = isErrors ? one.errorPercent : one.lagSeconds;
        if ((isErrors ? one.hasErrors : one.hasLag) && value > peak.value)
            peak = { value, isErrors ? RegionId {} : one.lagSource };
    }
    return peak;
}

} // namespace

void placeStrip(const StripInput& input, TrackRow& row, std::vector<PlacedColumn>& columns)
{
    const TimelineModel& lanes = input.log.lanes();
    const bool isErrors = row.track == Track::Errors;
    const Seconds visible = secondsOf(lanes, input.axis.range);
    const double objective = isErrors ? input.log.world().errorObjectivePerMille / 10.0
                                      : seconds(input.log.world().lagObjective);
    const double top = isErrors
        ? niceTop(std::max(1.5 * objective, peakOf(lanes, row.track, visible.first, visible.end).value))
        : kLagMost;
    row.scale = isErrors ? IncidentText::tr("0 … %1 %").arg(formatNumber(top, 0))
                         : IncidentText::tr("0.1 … 100 s, log.");
    const auto share = [&](double value) { return isErrors ? std::min(1.0, value / top) : lagShare(value); };
    row.limitY = input.plot.bottom() - share(objective) * input.plot.height();
    if (visible.first >= visible.end || input.axis.range.isEmpty())
        return;
    const double secondWidth = input.axis.width / seconds(input.axis.range.span());
    const auto group = static_cast<std::int64_t>(std::max(1.0, std::ceil(kColumnWidth / secondWidth - 1e-9)));
    const double width = std::max(1.0, secondWidth * static_cast<double>(group) - 1);
    // Aligned to the clock, so that panning does not make the columns flicker.
    for (std::int64_t from = visible.first - visible.first % group; from < visible.end; from += group) {
        const Peak peak
            = peakOf(lanes, row.track, std::max(from, visible.first), std::min(from + group, visible.end));
        if (peak.value < 0 || (isErrors && peak.value < kShownPercent))
            continue;
        const double left = pixelAt(input.axis, atMicros(from * 1'000'000));
        const double height = std::max(1.5, share(peak.value) * input.plot.height());
        QRectF rect(left, input.plot.bottom() - height, width, height);
        rect.setLeft(std::max(rect.left(), input.plot.left()));
        rect.setRight(std::min(rect.right(), input.plot.right()));
        if (rect.width() > 0)
            columns.push_back({ rect, peak.region, peak.value > objective });
    }
}

StripStats stripStats(const IncidentLog& log, Track strip, TimeRange range)
{
    StripStats stats;
    const Seconds inside = secondsOf(log.lanes(), range);
    double sum = 0;
    for (std::int64_t second = inside.first; second < inside.end; ++second) {
        const Peak peak = peakOf(log.lanes(), strip, second, second + 1);
        if (peak.value < 0)
            continue;
        stats.least = stats.seconds == 0 ? peak.value : std::min(stats.least, peak.value);
        stats.greatest = std::max(stats.greatest, peak.value);
        sum += peak.value;
        ++stats.seconds;
    }
    stats.mean = stats.seconds == 0 ? 0 : sum / static_cast<double>(stats.seconds);
    return stats;
}

} // namespace sb
