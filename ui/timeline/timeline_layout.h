// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything on the timeline stands: from a TimelineModel and an axis to rectangles. What would be
// narrower than kFoldPixels folds into its neighbour and is counted. Also answers what is under a pixel.
// Values only; the font metrics are handed in, the looks are the painter's.
#pragma once

#include "ui/timeline/timeline_model.h"

#include <QFontMetricsF>
#include <QRectF>

namespace sb {

inline constexpr double kFoldPixels = 3;

// A mark (diamond or tick) of one event, or of several that fell on the same pixels.
struct PlacedEvent {
    double x = 0;
    Lane lane = Lane::Operator;
    EventSeq seq; // of the first of them
    EventSeq last; // of the last of them
    int count = 1;
    Severity severity = Severity::Info; // the worst of them
    bool isRefused = false;
    QString text; // beside it; empty when it has no room
    QRectF textRect;
};

struct PlacedBar {
    QRectF rect;
    TimelineBar bar; // clipped times stay as they were
    QString text; // elided to the bar's width; empty when too narrow
    int count = 1;
    double textInset = 0;
};

struct PlacedPhase {
    QRectF rect;
    Phase phase = Phase::Normal;
    QString text;
    EventSeq seq;
};

// One column of a strip, at most one a pixel.
struct PlacedSample {
    QRectF rect;
    RegionId region; // whose lag; invalid for errors
    bool isBad = false; // errors above the default objective
};

struct TimelineLayout {
    QRectF plot; // lanes without their labels
    QRectF ruler;
    QRectF phaseRow; // empty when no phase is in range
    std::vector<QRectF> lanes; // full rows within the plot, by Lane
    QRectF labels; // column of the lane labels
    TimeAxis axis;
    std::vector<PlacedPhase> phases;
    std::vector<PlacedBar> bars;
    std::vector<PlacedEvent> events;
    std::vector<PlacedSample> errors;
    std::vector<PlacedSample> lags;
    double nowX = 0;
    // The event whose mark or bar is nearest to the point, within a few pixels; nothing elsewhere.
    struct Hit {
        EventSeq seq;
        int count = 1;
    };
    [[nodiscard]] std::optional<Hit> hit(QPointF point) const;
    [[nodiscard]] QRectF rectOf(EventSeq seq) const; // empty when not visible
};

[[nodiscard]] TimelineLayout layOutTimeline(const TimelineModel& model, TimeRange range, QSizeF size,
    const QFontMetricsF& metrics, bool isRightToLeft);

} // namespace sb
