// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/link_reading.h"

#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace sb {

namespace {

struct LinkText {
    Q_DECLARE_TR_FUNCTIONS(LinkText)
};

constexpr double kTrendSeconds = 10;
constexpr double kTrendShare = 0.25; // of the earlier lag, and at least …
constexpr double kTrendLeast = 0.05; // … s: less is noise

bool isOut(const Snapshot& snapshot, RegionId id)
{
    return id.value < snapshot.regions.size() && !snapshot.regions[id.value].gatewayAnswers
        && snapshot.regions[id.value].state == RegionState::Failed;
}

} // namespace

LinkReading readLink(const WorldDescription& world, const Snapshot& snapshot, const LinkView& link)
{
    if (link.isCut)
        return { StateShape::Failed, LinkText::tr("cut"), true };
    if (isOut(snapshot, link.source) || isOut(snapshot, link.target))
        return { StateShape::Failed, LinkText::tr("stalled"), true };
    if (link.isPaused)
        return { StateShape::Held, LinkText::tr("paused"), true };
    if (link.lag > world.lagObjective || link.added > Duration::zero())
        return { StateShape::Degraded, LinkText::tr("degraded"), false };
    return { StateShape::Ok, LinkText::tr("normal"), false };
}

Trend trendOf(const ChartWindow* charts, RegionId source, RegionId target)
{
    if (charts == nullptr || charts->column <= Duration::zero())
        return Trend::Unknown;
    const auto found
        = std::find_if(charts->series.begin(), charts->series.end(), [&](const ChartSeries& series) {
              return series.metric == Metric::ReplicationLag && series.region == source
                  && series.peer == target;
          });
    if (found == charts->series.end())
        return Trend::Unknown;
    const auto back
        = static_cast<std::size_t>(std::max(1.0, std::round(kTrendSeconds / seconds(charts->column))));
    const std::vector<ChartColumn>& columns = found->columns;
    if (columns.size() <= back)
        return Trend::Unknown;
    const ChartColumn& now = columns.back();
    const ChartColumn& then = columns[columns.size() - 1 - back];
    if (now.isGap || then.isGap)
        return Trend::Unknown;
    const double change = static_cast<double>(now.last) - static_cast<double>(then.last);
    if (std::abs(change) < std::max(kTrendLeast, kTrendShare * static_cast<double>(then.last)))
        return Trend::Steady;
    return change > 0 ? Trend::Rising : Trend::Falling;
}

QString wordFor(Trend trend)
{
    switch (trend) {
    case Trend::Unknown:
        return LinkText::tr("unknown");
    case Trend::Steady:
        return LinkText::tr("steady");
    case Trend::Rising:
        return LinkText::tr("rising");
    case Trend::Falling:
        return LinkText::tr("falling");
    }
    return {};
}

QString spokenDuration(Duration duration)
{
    const qint64 ms = micros(duration) / 1000;
    if (ms < 1000)
        return LinkText::tr("%1 milliseconds").arg(formatCount(ms));
    const double value = seconds(duration);
    return LinkText::tr("%1 seconds").arg(formatNumber(value, value < 9.95 ? 1 : 0));
}

QString pairSentence(const WorldDescription& world, const LinkView& link, const LinkReading& reading)
{
    //: source, target, lag, state: of one direction of replication
    return LinkText::tr("%1 to %2, lag %3, %4")
        .arg(regionName(world, link.source), regionName(world, link.target), spokenDuration(link.lag),
            reading.word);
}

QString drainText(const LinkView& link)
{
    if (link.drainEstimate == kDrainNever)
        return LinkText::tr("never at this rate");
    if (link.drainEstimate <= Duration::zero())
        return link.pendingOperations > 0 ? LinkText::tr("at once") : LinkText::tr("nothing to drain");
    return LinkText::tr("in %1").arg(formatDuration(link.drainEstimate));
}

} // namespace sb
