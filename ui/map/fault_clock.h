// SPDX-License-Identifier: GPL-3.0-or-later
// The dead man's timer of a fault, as shape and text: a disc that empties clockwise, and the time left.
#pragma once

#include "backend/api/snapshot.h"
#include "ui/map/map_item.h"
#include "ui/theme/theme.h"

#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace sb {

[[nodiscard]] Duration timeLeft(const FaultView& fault, Instant now); // never negative
[[nodiscard]] double shareLeft(const FaultView& fault, Instant now); // 1 when it began … 0
[[nodiscard]] QString timeLeftText(Duration left); // "14:18", "1:02:42"
// The active faults of a region (its links' not included) or of a link, the one that ends first in front.
[[nodiscard]] std::vector<const FaultView*> faultsOf(
    const Snapshot& snapshot, const WorldDescription& world, const MapItem& item);
// Inside `box` (square, antialiased); leaves the painter as it was.
void paintFaultClock(QPainter& painter, const QRectF& box, double share, const Theme& theme);

} // namespace sb
