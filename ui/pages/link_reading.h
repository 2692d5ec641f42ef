// SPDX-License-Identifier: GPL-3.0-or-later
// What one direction of replication says: state, trend and the sentence that reads it out. Used by the
// matrix, its table twin and the streams of a region, so that they say the same.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/theme/state_glyph.h"

#include <QString>

namespace sb {

struct LinkReading {
    StateShape shape = StateShape::Ok;
    QString word; // "normal", "degraded", "cut", "paused", "stalled"
    bool isBroken = false; // nothing flows: hatched
};
[[nodiscard]] LinkReading readLink(
    const WorldDescription& world, const Snapshot& snapshot, const LinkView& link);

enum class Trend : quint8 { Unknown, Steady, Rising, Falling };
// Of the lag, over the last ten seconds that the charts hold.
[[nodiscard]] Trend trendOf(const ChartWindow* charts, RegionId source, RegionId target);
[[nodiscard]] QString wordFor(Trend trend);

// In whole words, for assistive technology: "840 milliseconds", "4.2 seconds".
[[nodiscard]] QString spokenDuration(Duration duration);
// "Ireland to Singapore, lag 840 milliseconds, degraded".
[[nodiscard]] QString pairSentence(
    const WorldDescription& world, const LinkView& link, const LinkReading& reading);
// "never at this rate", "nothing to drain", "12 s".
[[nodiscard]] QString drainText(const LinkView& link);

} // namespace sb
