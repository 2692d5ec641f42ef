// SPDX-License-Identifier: GPL-3.0-or-later
// The incident timeline: lanes for operator, faults, health checks, DNS answers, errors and replication over
// one virtual time axis, with the phases of the incident as brackets on top. Painted by hand in two stages:
// lanes, bars and labels into a cached pixmap whenever data or range change, then the "now" line, the
// crosshair and the selection over it.
// Holds a bounded copy of the event stream (TimelineModel); the record itself is the engine's.
// Keys: W S zoom, A D or arrows pan, F fit incident, Home End first and last, `,` `.` previous and next
// event, Esc clears the selection. Wheel zooms at the pointer, Shift+wheel and dragging pan.
// Thread: UI thread. The time axis runs left to right in every language; only the lane labels change sides.
#pragma once

// Qt comes first: its meta-object compiler cannot read <compare> otherwise.
#include <QElapsedTimer>
#include <QPixmap>
#include <QWidget>

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/timeline/zoom_control.h"

#include <memory>
#include <optional>
#include <vector>

class QMenu;
class QToolButton;

namespace sb {

class TimelineModel;
struct TimelineLayout;

class TimelineView : public QWidget {
    Q_OBJECT
public:
    explicit TimelineView(QWidget* parent = nullptr);
    ~TimelineView() override;

    // A new run: forgets all events and follows "now" again.
    void setDescription(const WorldDescription& description);
    void appendEvents(const std::vector<Event>& events);
    void setSnapshot(const Snapshot& snapshot);

    void fitIncident();
    void setFollowing(bool isFollowing);
    [[nodiscard]] bool isFollowing() const { return m_zoom.isFollowing(); }
    // Selects and scrolls to it; an unknown seq clears the selection. Emits eventSelected when it changed.
    void selectEvent(EventSeq seq);
    [[nodiscard]] EventSeq selectedEvent() const { return m_selected; }
    void selectNextEvent();
    void selectPreviousEvent();
    void setHoverInstant(std::optional<Instant> at);

    // Of what is painted now; built when needed.
    [[nodiscard]] const TimelineLayout& layoutNow();
    [[nodiscard]] const TimelineModel& model() const { return *m_model; }
    [[nodiscard]] ZoomControl& zoom() { return m_zoom; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void eventSelected(sb::EventSeq seq);
    void followingChanged(bool isFollowing);
    void instantHovered(std::optional<sb::Instant> at);
    // A context menu opens; to be completed by whoever knows more.
    void menuOpening(QMenu* menu);
    void painted(qint64 nanoseconds);

protected:
    bool event(QEvent* event) override; // tooltips
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void dataChanged();
    void rangeMoved();
    void rebuild();
    void describe();
    void placeButton();
    void hoverAt(std::optional<double> pixel);
    [[nodiscard]] TimeAxis axis() const;

    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<TimelineLayout> m_layout; // of the cached pixmap
    ZoomControl m_zoom;
    QToolButton* m_followButton = nullptr; // there while not following
    QPixmap m_cache;
    bool m_cacheIsStale = true;
    Instant m_cachedNow = kStart;
    QElapsedTimer m_described; // the summary is renewed once a second at most
    EventSeq m_selected;
    std::optional<Instant> m_hover;
    std::optional<QPointF> m_pressedAt;
    double m_draggedX = 0;
    bool m_isDragging = false;
};

} // namespace sb
