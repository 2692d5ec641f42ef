// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a TimelineLayout in two stages: everything that stays while the mouse moves, then what moves over it.
// Free functions; nothing is kept between calls.
#pragma once

#include "ui/timeline/timeline_layout.h"

class QPainter;

namespace sb {

// The card, ruler, lanes, bars, marks and strips. `size`: of the widget.
void paintTimelineBase(QPainter& painter, const TimelineLayout& layout, const TimelineModel& model,
    QSize size, bool hasFocus, bool isRightToLeft);
// The line of "now", the crosshair with its time, the selection.
void paintTimelineOverlay(QPainter& painter, const TimelineLayout& layout, const TimelineModel& model,
    std::optional<Instant> hover, EventSeq selected);

} // namespace sb
