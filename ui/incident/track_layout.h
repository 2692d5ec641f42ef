// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything on the incident page's tracks stands: from a log, a plan and a range to rectangles, in the
// coordinates of the whole picture (its height may be more than what is seen). Crowded events fold into one
// box that says how many they are; boxes keep to a grid of time, so that panning does not regroup them.
// Values only; the looks are the painter's.
#pragma once

#include "ui/incident/incident_log.h"

#include <QFontMetricsF>
#include <QRectF>

#include <optional>
#include <vector>

namespace sb {

// One event, or several in one box.
struct PlacedMark {
    QRectF rect;
    Track track = Track::Operator;
    EventSeq first;
    EventSeq last;
    int count = 1;
    Severity severity = Severity::Info; // the worst of them
    bool isRefused = false;
    bool isMatch = true; // one of them does
    QString text; // the count in a box; else beside the mark, empty when it has no room
    QRectF textRect;
};

struct PlacedTrackBar {
    QRectF rect;
    Track track = Track::Faults;
    Tone tone = Tone::Quiet;
    std::optional<RegionState> state; // of a region's bar
    bool isOpen = false;
    Instant from = kStart;
    Instant to = kNever;
    EventSeq seq; // may be invalid
    QString text; // elided to the bar
    QString name; // whole: for tool tips
    int count = 1;
};

struct PlacedStage {
    QRectF rect;
    StageSpan span;
    QString text;
    std::optional<double> targetX; // where it should have ended
};

// Restoration against its objective, under the brackets.
struct PlacedObjective {
    double from = 0; // first error that a user saw
    double target = 0;
    double to = 0; // restored, or now
    bool isMissed = false;
    bool isRunning = false;
    QString text; // "1 min 14 s of 5 min"
};

struct PlacedColumn {
    QRectF rect;
    RegionId region; // whose lag; invalid for errors
    bool isBad = false;
};

struct TrackRow {
    Track track = Track::Operator;
    QRectF rect; // plot only
    QRectF label;
    bool isPinned = false;
    double marksHeight = 0; // above the bars; 0: no marks
    int bars = 0; // rows of them
    QString scale; // of a strip: "0 … 20 %"
    std::optional<double> limitY; // of a strip: the objective
};

struct TrackLayout {
    TimeAxis axis;
    QRectF ruler; // calendar above, virtual below
    QRectF stageRow;
    double headHeight = 0; // ruler and stages
    double pinnedHeight = 0; // of the pinned tracks, which follow the head
    double height = 0; // of everything
    std::vector<TrackRow> rows; // pinned ones first; rects as if nothing were scrolled
    std::vector<PlacedStage> stages;
    std::vector<PlacedObjective> objectives;
    std::vector<PlacedTrackBar> bars;
    std::vector<PlacedMark> marks;
    std::vector<PlacedColumn> columns;
    double nowX = 0;

    [[nodiscard]] const TrackRow* rowOf(Track track) const;
    struct Hit {
        EventSeq seq;
        int count = 1;
        Instant from = kStart; // of a bar
        Instant to = kStart;
    };
    // The mark, bar or stage at the point; nothing elsewhere.
    [[nodiscard]] std::optional<Hit> hit(QPointF point) const;
    [[nodiscard]] QRectF rectOf(EventSeq seq) const; // empty when not visible
};

struct TrackLayoutInput {
    const IncidentLog& log;
    const TrackPlan& plan;
    TimeRange range;
    double width = 0;
    double height = 0; // of what is seen; strips fill it up
    const QFontMetricsF& metrics;
    bool isRightToLeft = false;
};

[[nodiscard]] TrackLayout layOutTracks(const TrackLayoutInput& input);

inline constexpr double kTrackRowHeight = 18; // of marks, of bars
inline constexpr double kMarkReach = 5.5; // half a diamond

} // namespace sb
