// SPDX-License-Identifier: GPL-3.0-or-later
// The tracks of one run over one axis: ruler, phases, tracks in the operator's order. Painted by hand in two
// stages, the first cached. Keys: W S zoom, A D or arrows pan, `.` `,` next and previous event, F fits the
// selection and then all, R makes a range of the selected event, Shift+arrows widen the range, Esc clears,
// Home End, B sets a flag; Ctrl+Up and Ctrl+Down choose a track, Alt+Up and Alt+Down move it, P pins it, H
// hides it. Dragging selects a range, or moves a track by its name; the wheel zooms, with Shift it pans, over
// the names and with Ctrl it scrolls.
// Thread: UI thread. Time runs from left to right in every language; only the names change sides.
#pragma once

// Qt comes first: its meta-object compiler cannot read <compare> otherwise.
#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QPixmap>

#include "ui/incident/incident_log.h"
#include "ui/incident/time_flag.h"
#include "ui/incident/track.h"
#include "ui/incident/track_layout.h"
#include "ui/timeline/zoom_control.h"

#include <optional>

class QMenu;

namespace sb {

struct TrackPicture;

class TrackView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit TrackView(QWidget* parent = nullptr);

    // What it shows; after a change of it tell logChanged().
    [[nodiscard]] IncidentLog& log() { return m_log; }
    [[nodiscard]] const IncidentLog& log() const { return m_log; }
    // Everything is different: follows now again, nothing is selected.
    void logReplaced();
    void logChanged();
    // Time passed; paints anew only when that is a pixel.
    void setNow(Instant now);

    void setPlan(const TrackPlan& plan);
    [[nodiscard]] const TrackPlan& plan() const { return m_plan; }
    void setFlags(std::vector<TimeFlag> flags);
    [[nodiscard]] const std::vector<TimeFlag>& flags() const { return m_flags; }

    // Selects it and brings it into view; an unknown one clears the selection.
    void selectEvent(EventSeq seq);
    [[nodiscard]] EventSeq selectedEvent() const { return m_selected; }
    void selectNext();
    void selectPrevious();
    void setArea(std::optional<TimeRange> area);
    [[nodiscard]] std::optional<TimeRange> area() const { return m_area; }
    // What fits the selection: the area, the selected bar or event; empty: nothing is selected.
    [[nodiscard]] std::optional<TimeRange> selectionRange();
    void fitSelection(); // then all
    void makeArea();
    void setCurrentTrack(Track track);
    [[nodiscard]] Track currentTrack() const { return m_track; }
    // Where a flag would be set by key: the pointer, the selection, or the middle.
    [[nodiscard]] Instant flagInstant();

    [[nodiscard]] ZoomControl& zoom() { return m_zoom; }
    [[nodiscard]] const TrackLayout& layoutNow();
    // On the viewport, as scrolled.
    [[nodiscard]] QRect rowRect(Track track);
    [[nodiscard]] QSize sizeHint() const override { return { 900, 420 }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 320, 110 }; }
    // Everything, without the cache; for pictures that are not made of pixels.
    void paintTo(QPainter& painter);

Q_SIGNALS:
    void eventSelected(sb::EventSeq seq);
    void areaChanged();
    void hovered(std::optional<sb::Instant> at);
    // The operator wants the tracks otherwise; `what` names the change.
    void planWanted(const sb::TrackPlan& plan, const QString& what);
    void flagWanted(sb::Instant at);
    void flagEditWanted(int index);
    void flagRemoveWanted(int index);
    // To be completed by others before it is shown.
    void menuOpening(QMenu* menu);
    void painted(qint64 nanoseconds);

protected:
    bool viewportEvent(QEvent* event) override; // tool tips
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    enum class Drag { None, Pressed, Area, Track, Pan };
    [[nodiscard]] TrackPicture picture() const;
    [[nodiscard]] TimeAxis axis() const;
    [[nodiscard]] double scroll() const;
    // From the viewport to the layout, and the track there.
    [[nodiscard]] QPointF unscrolled(QPointF point);
    [[nodiscard]] std::optional<Track> trackAt(QPointF point);
    [[nodiscard]] int flagAt(QPointF point);
    [[nodiscard]] bool isOnLabels(QPointF point) const;
    void rangeMoved();
    void invalidate();
    void lay(); // the layout, without a picture
    void rebuild();
    void describe();
    void hoverAt(std::optional<double> x);
    void stepTrack(int by);
    void widenArea(int by);
    bool trackKey(QKeyEvent* event);
    bool timeKey(QKeyEvent* event);
    bool clearSomething();
    void addTrackActions(QMenu& menu, Track track);
    [[nodiscard]] QString tipAt(QPointF point);

    IncidentLog m_log;
    TrackPlan m_plan;
    std::vector<TimeFlag> m_flags;
    ZoomControl m_zoom;
    TrackLayout m_layout;
    QPixmap m_cache;
    bool m_layoutIsStale = true;
    bool m_cacheIsStale = true;
    Instant m_laidNow = kStart;
    QElapsedTimer m_described;
    EventSeq m_selected;
    std::optional<TimeRange> m_area;
    Instant m_areaAnchor = kStart;
    Track m_track = Track::Operator;
    std::optional<Instant> m_hover;
    Drag m_drag = Drag::None;
    QPointF m_pressedAt;
    double m_draggedX = 0;
    std::optional<Track> m_dropAt;
};

// Tracks as children for assistive technology; called by the view.
void installTrackAccessibility();

} // namespace sb
