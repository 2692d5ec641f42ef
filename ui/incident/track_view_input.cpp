// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and the mouse on the tracks of an incident.
#include "ui/incident/track_view.h"

#include "ui/incident/incident_text.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>

#include <cmath>

namespace sb {
namespace {

constexpr double kZoomStep = 1.25; // per wheel notch or key
constexpr double kPanStep = 0.15; // share of the span per key
constexpr int kNotch = 120; // eighths of a degree of one wheel notch
constexpr int kAreaSteps = 50; // of the span: what Shift and an arrow add

} // namespace

void TrackView::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    if (event->modifiers().testFlag(Qt::ControlModifier) || isOnLabels(event->position())) {
        QScrollBar* bar = verticalScrollBar();
        bar->setValue(bar->value() - turned.y() * 3 * bar->singleStep() / kNotch);
        event->accept();
        return;
    }
    const bool isSideways
        = event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(turned.x()) > std::abs(turned.y());
    if (isSideways)
        m_zoom.pan(-kPanStep * (turned.x() != 0 ? turned.x() : turned.y()) / kNotch);
    else if (turned.y() != 0)
        m_zoom.zoomAt(instantAt(axis(), event->position().x()),
            std::pow(kZoomStep, -static_cast<double>(turned.y()) / kNotch));
    event->accept();
}

void TrackView::stepTrack(int by)
{
    const std::vector<Track> shown = m_plan.shown();
    const auto found = std::find(shown.begin(), shown.end(), m_track);
    const std::ptrdiff_t at = found - shown.begin() + by;
    if (at >= 0 && at < static_cast<std::ptrdiff_t>(shown.size()))
        setCurrentTrack(shown[static_cast<std::size_t>(at)]);
}

void TrackView::widenArea(int by)
{
    const Duration step = m_zoom.range().span() / kAreaSteps;
    if (!m_area) {
        m_areaAnchor = flagInstant();
        setArea(TimeRange { m_areaAnchor, m_areaAnchor + step * by });
        return;
    }
    // The end that is not the anchor moves.
    const Instant moving = m_area->from == m_areaAnchor ? m_area->to : m_area->from;
    setArea(TimeRange { m_areaAnchor, moving + step * by });
}

bool TrackView::trackKey(QKeyEvent* event)
{
    const bool isControl = event->modifiers() == Qt::ControlModifier;
    const bool isAlt = event->modifiers() == Qt::AltModifier;
    const int by = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    TrackPlan wanted = m_plan;
    if (by != 0 && isControl) {
        stepTrack(by);
        return true;
    }
    if (by != 0 && isAlt) {
        if (wanted.step(m_track, by))
            Q_EMIT planWanted(wanted, tr("Move track %1").arg(trackName(m_track)));
        return true;
    }
    if (event->modifiers() != Qt::NoModifier)
        return false;
    if (event->key() == Qt::Key_P) {
        wanted.setPinned(m_track, !m_plan.isPinned(m_track));
        Q_EMIT planWanted(wanted,
            (m_plan.isPinned(m_track) ? tr("Unpin track %1") : tr("Pin track %1")).arg(trackName(m_track)));
        return true;
    }
    if (event->key() == Qt::Key_H) {
        if (wanted.setHidden(m_track, true))
            Q_EMIT planWanted(wanted, tr("Hide track %1").arg(trackName(m_track)));
        return true;
    }
    return false;
}

bool TrackView::clearSomething()
{
    if (m_drag != Drag::None) {
        m_drag = Drag::None;
        m_dropAt.reset();
        viewport()->update();
        return true;
    }
    if (m_area) {
        setArea(std::nullopt);
        return true;
    }
    if (m_selected.isValid()) {
        selectEvent({});
        return true;
    }
    return false;
}

bool TrackView::timeKey(QKeyEvent* event)
{
    const Instant middle = m_zoom.range().from + m_zoom.range().span() / 2;
    const bool isShift = event->modifiers() == Qt::ShiftModifier;
    if ((event->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier && !isShift)
        return false;
    switch (event->key()) {
    case Qt::Key_W:
    case Qt::Key_Up:
        m_zoom.zoomAt(middle, 1 / kZoomStep);
        return true;
    case Qt::Key_S:
    case Qt::Key_Down:
        m_zoom.zoomAt(middle, kZoomStep);
        return true;
    case Qt::Key_Left:
        isShift ? widenArea(-1) : m_zoom.pan(-kPanStep);
        return true;
    case Qt::Key_Right:
        isShift ? widenArea(1) : m_zoom.pan(kPanStep);
        return true;
    case Qt::Key_A:
        m_zoom.pan(-kPanStep);
        return true;
    case Qt::Key_D:
        m_zoom.pan(kPanStep);
        return true;
    case Qt::Key_F:
        fitSelection();
        return true;
    case Qt::Key_R:
        makeArea();
        return true;
    case Qt::Key_B:
        Q_EMIT flagWanted(flagInstant());
        return true;
    case Qt::Key_Home:
        m_zoom.setRange({ kStart, kStart + m_zoom.range().span() });
        return true;
    case Qt::Key_End:
        m_zoom.setFollowing(true);
        return true;
    case Qt::Key_Comma:
        selectPrevious();
        return true;
    case Qt::Key_Period:
        selectNext();
        return true;
    case Qt::Key_Escape:
        return clearSomething();
    default:
        return false;
    }
}

void TrackView::keyPressEvent(QKeyEvent* event)
{
    if (trackKey(event) || timeKey(event)) {
        event->accept();
        return;
    }
    QAbstractScrollArea::keyPressEvent(event);
    event->ignore(); // for the page
}

void TrackView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_pressedAt = event->position();
    m_draggedX = event->position().x();
    m_drag = event->button() == Qt::MiddleButton ? Drag::Pan : Drag::Pressed;
    if (isOnLabels(m_pressedAt)) {
        if (const auto track = trackAt(m_pressedAt))
            setCurrentTrack(*track);
    }
}

void TrackView::hoverAt(std::optional<double> x)
{
    std::optional<Instant> at;
    if (x && *x >= m_layout.axis.left && *x <= m_layout.axis.left + m_layout.axis.width)
        at = instantAt(axis(), *x);
    if (at == m_hover)
        return;
    m_hover = at;
    viewport()->update();
    Q_EMIT hovered(at);
}

void TrackView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    const bool isFar = (at - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (m_drag == Drag::Pressed && isFar)
        m_drag = isOnLabels(m_pressedAt) ? Drag::Track : Drag::Area;
    if (m_drag == Drag::Pan) {
        m_zoom.panBy(durationOfPixels(axis(), m_draggedX - at.x())); // what was under the pointer stays there
        m_draggedX = at.x();
    }
    if (m_drag == Drag::Area) {
        const double left = m_layout.axis.left;
        const double right = left + m_layout.axis.width;
        m_areaAnchor = instantAt(axis(), std::clamp(m_pressedAt.x(), left, right));
        setArea(TimeRange { m_areaAnchor, instantAt(axis(), std::clamp(at.x(), left, right)) });
    }
    if (m_drag == Drag::Track) {
        m_dropAt = trackAt(at);
        viewport()->update();
    }
    const bool isOnEvent
        = m_drag == Drag::None && !isOnLabels(at) && layoutNow().hit(unscrolled(at)).has_value();
    viewport()->setCursor(m_drag == Drag::Track || m_drag == Drag::Pan ? Qt::ClosedHandCursor
            : isOnEvent                                                ? Qt::PointingHandCursor
                                                                       : Qt::ArrowCursor);
    hoverAt(at.x());
}

void TrackView::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag ended = m_drag;
    const auto dropAt = m_dropAt;
    m_drag = Drag::None;
    m_dropAt.reset();
    viewport()->setCursor(Qt::ArrowCursor);
    if (ended == Drag::Track && dropAt) {
        TrackPlan wanted = m_plan;
        if (wanted.moveTo(m_track, *dropAt))
            Q_EMIT planWanted(wanted, tr("Move track %1").arg(trackName(m_track)));
        viewport()->update();
        return;
    }
    if (ended != Drag::Pressed || event->button() != Qt::LeftButton || isOnLabels(event->position()))
        return;
    const auto hit = layoutNow().hit(unscrolled(event->position()));
    if (hit && hit->count > 1 && !hit->seq.isValid())
        return;
    selectEvent(hit ? hit->seq : EventSeq {});
    if (!hit)
        setArea(std::nullopt);
}

void TrackView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPointF at = event->position();
    if (const int flag = flagAt(at); flag >= 0)
        Q_EMIT flagEditWanted(flag);
    else if (layoutNow().ruler.contains(at))
        Q_EMIT flagWanted(instantAt(axis(), at.x()));
    else
        fitSelection();
}

void TrackView::addTrackActions(QMenu& menu, Track track)
{
    const auto want = [this, &menu, track](const QString& text, const QString& what, auto change) {
        QAction* action = menu.addAction(text);
        TrackPlan wanted = m_plan;
        action->setEnabled(change(wanted) && !(wanted == m_plan));
        connect(action, &QAction::triggered, this,
            [this, wanted, what, track] { Q_EMIT planWanted(wanted, what.arg(trackName(track))); });
        return action;
    };
    const bool isPinned = m_plan.isPinned(track);
    want(isPinned ? tr("Unpin track") : tr("Pin track to the top"),
        isPinned ? tr("Unpin track %1") : tr("Pin track %1"), [&](TrackPlan& plan) {
            plan.setPinned(track, !isPinned);
            return true;
        });
    want(tr("Hide track"), tr("Hide track %1"), [&](TrackPlan& plan) { return plan.setHidden(track, true); });
    want(tr("Move track up"), tr("Move track %1"), [&](TrackPlan& plan) { return plan.step(track, -1); });
    want(tr("Move track down"), tr("Move track %1"), [&](TrackPlan& plan) { return plan.step(track, 1); });
    menu.addSeparator();
}

void TrackView::contextMenuEvent(QContextMenuEvent* event)
{
    const QPointF at = viewport()->mapFromGlobal(event->globalPos());
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int flag = flagAt(at);
    if (flag >= 0) {
        menu->addAction(tr("Rename flag…"), this, [this, flag] { Q_EMIT flagEditWanted(flag); });
        menu->addAction(tr("Remove flag"), this, [this, flag] { Q_EMIT flagRemoveWanted(flag); });
        menu->addSeparator();
    } else if (!isOnLabels(at)) {
        const Instant when = instantAt(axis(), at.x());
        menu->addAction(tr("Set a flag here…"), this, [this, when] { Q_EMIT flagWanted(when); });
        menu->addSeparator();
    }
    if (const auto track = trackAt(at))
        addTrackActions(*menu, *track);
    menu->addAction(tr("Fit selection, or all"), this, &TrackView::fitSelection);
    menu->addAction(tr("Select the range of the event"), this, &TrackView::makeArea)
        ->setEnabled(selectionRange().has_value());
    QAction* follow = menu->addAction(tr("Follow now"));
    follow->setCheckable(true);
    follow->setChecked(m_zoom.isFollowing());
    connect(follow, &QAction::toggled, this, [this](bool isOn) { m_zoom.setFollowing(isOn); });
    Q_EMIT menuOpening(menu);
    menu->popup(event->globalPos());
}

} // namespace sb
