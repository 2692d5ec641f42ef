// SPDX-License-Identifier: GPL-3.0-or-later
// The two strips among the tracks: errors on a linear scale that fits what is seen, lag on a logarithmic one.
// A column a pixel group with the greatest second of it; seconds without a sample stay empty. Values only.
#pragma once

#include "ui/incident/track_layout.h"

namespace sb {

struct StripInput {
    const IncidentLog& log;
    TimeAxis axis;
    QRectF plot;
};

// Adds the columns, and says the scale and the objective's height in the row.
void placeStrip(const StripInput& input, TrackRow& row, std::vector<PlacedColumn>& columns);

// What a strip says of a range.
struct StripStats {
    std::int64_t seconds = 0; // with a sample
    double least = 0;
    double greatest = 0;
    double mean = 0;
};

// Of the greatest values of each second: percent, or seconds of lag.
[[nodiscard]] StripStats stripStats(const IncidentLog& log, Track strip, TimeRange range);

} // namespace sb
