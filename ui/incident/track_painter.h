// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a TrackLayout in two stages: what stays while the mouse moves, then what moves over it. Head and
// pinned tracks keep their places while the others scroll under them. Free functions; nothing is kept.
#pragma once

#include "ui/incident/time_flag.h"
#include "ui/incident/track_layout.h"

class QPainter;

namespace sb {

struct TrackPicture {
    const TrackLayout& layout;
    const IncidentLog& log;
    const std::vector<TimeFlag>& flags;
    QSize size; // of the view
    double scroll = 0; // of the tracks that are not pinned, px
    bool hasFocus = false;
    bool isRightToLeft = false;
    std::optional<Track> current; // the keyboard's
};

void paintTracks(QPainter& painter, const TrackPicture& picture);

struct TrackOverlay {
    std::optional<Instant> hover;
    EventSeq selected;
    std::optional<TimeRange> area;
    std::optional<Track> dropAt; // where a dragged track would come to stand
};
void paintTrackOverlay(QPainter& painter, const TrackPicture& picture, const TrackOverlay& overlay);

} // namespace sb
