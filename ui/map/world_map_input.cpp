// SPDX-License-Identifier: GPL-3.0-or-later
// What the map does with mouse and keys.
#include "ui/map/map_text.h"
#include "ui/map/world_map.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace sb {

namespace {

constexpr double kZoomStep = 1.25; // of a notch of the wheel, and of a key
constexpr double kNotch = 120;

} // namespace

bool WorldMap::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && m_snapshot) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const MapItem item = m_layout.itemAt(help->pos());
        const CityId city = item.isNone() ? m_layout.cityAt(help->pos()) : CityId {};
        if (!item.isNone())
            QToolTip::showText(help->globalPos(), itemToolTip(m_world, *m_snapshot, item), this);
        else if (city.isValid())
            QToolTip::showText(help->globalPos(), cityToolTip(m_world, *m_snapshot, city), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void WorldMap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        QWidget::mousePressEvent(event);
        return;
    }
    disarm();
    m_isKeyboardUsed = false;
    const MapItem item = m_layout.itemAt(event->position());
    // A click on open sea keeps the selection: the inspector beside the map would go blank by accident.
    if (!item.isNone()) {
        focusItem(item);
        select(item);
    } else if (m_camera.zoom > 1 && m_shape == MapShape::Map) {
        m_panFrom = event->position();
        setCursor(Qt::ClosedHandCursor);
    }
}

void WorldMap::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_panFrom && event->button() == Qt::LeftButton) {
        m_panFrom.reset();
        unsetCursor();
    }
    QWidget::mouseReleaseEvent(event);
}

void WorldMap::wheelEvent(QWheelEvent* event)
{
    if (m_shape == MapShape::Ring || event->angleDelta().y() == 0) {
        event->ignore();
        return;
    }
    setCamera(m_layout.projection.zoomedAt(
        event->position(), std::pow(kZoomStep, event->angleDelta().y() / kNotch)));
    event->accept();
}

void WorldMap::mouseDoubleClickEvent(QMouseEvent* event)
{
    const MapItem item = m_layout.itemAt(event->position());
    if (!item.isNone())
        Q_EMIT activated(item);
}

void WorldMap::mouseMoveEvent(QMouseEvent* event)
{
    if (m_panFrom) {
        setCamera(m_layout.projection.movedBy(event->position() - *m_panFrom));
        m_panFrom = event->position();
        return;
    }
    const MapItem item = m_layout.itemAt(event->position());
    if (item == m_look.hovered)
        return;
    m_look.hovered = item;
    setCursor(item.isNone() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void WorldMap::leaveEvent(QEvent* event)
{
    m_look.hovered = {};
    update();
    QWidget::leaveEvent(event);
}

void WorldMap::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (!m_focused.isNone())
            openMenu(m_focused, mapToGlobal(anchorOf(m_focused).toPoint()));
        return;
    }
    const MapItem item = m_layout.itemAt(event->pos());
    if (item.isNone()) {
        event->ignore(); // the window has a menu for the map as a whole
        return;
    }
    focusItem(item);
    select(item);
    openMenu(item, event->globalPos());
}

void WorldMap::openMenu(const MapItem& item, const QPoint& globalPos)
{
    if (!m_snapshot)
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("itemMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Actions for %1").arg(itemName(m_world, item)));
    fillItemMenu(
        *menu, m_world, *m_snapshot, item, m_offer, [this](const Command& command) { take(command); });
    Q_EMIT menuRequested(item);
    menu->popup(globalPos);
}

void WorldMap::keyPressEvent(QKeyEvent* event)
{
    m_isKeyboardUsed = true;
    update();
    switch (event->key()) {
    case Qt::Key_Left:
        moveFocusTowards({ -1, 0 });
        return;
    case Qt::Key_Right:
        moveFocusTowards({ 1, 0 });
        return;
    case Qt::Key_Up:
        moveFocusTowards({ 0, -1 });
        return;
    case Qt::Key_Down:
        moveFocusTowards({ 0, 1 });
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_armed) { // as its confirmation says; a key that is held down confirms nothing
            if (!event->isAutoRepeat())
                confirmArmed();
            return;
        }
        if (m_focused.isNone())
            break;
        if (m_look.selected == m_focused)
            Q_EMIT activated(m_focused);
        else
            select(m_focused);
        return;
    case Qt::Key_Menu:
        if (m_focused.isNone())
            break;
        openMenu(m_focused, mapToGlobal(anchorOf(m_focused).toPoint()));
        return;
    case Qt::Key_F10:
        if (!(event->modifiers() & Qt::ShiftModifier) || m_focused.isNone())
            break;
        openMenu(m_focused, mapToGlobal(anchorOf(m_focused).toPoint()));
        return;
    case Qt::Key_Delete:
        armOrFail();
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(kZoomStep);
        return;
    case Qt::Key_Minus:
        zoomBy(1 / kZoomStep);
        return;
    case Qt::Key_0:
        showAll();
        return;
    case Qt::Key_Escape:
        if (!m_armed)
            break;
        disarm();
        return;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

bool WorldMap::focusNextPrevChild(bool next)
{
    const std::vector<MapItem> items = mapItems(m_world);
    const auto it = std::find(items.begin(), items.end(), m_focused);
    const auto index = it - items.begin();
    const auto count = static_cast<std::ptrdiff_t>(items.size());
    // At either end Tab leaves the map: no focus trap.
    if (it == items.end() || (next ? index + 1 >= count : index == 0))
        return QWidget::focusNextPrevChild(next);
    m_isKeyboardUsed = true;
    moveFocus(next ? 1 : -1);
    return true;
}

void WorldMap::focusInEvent(QFocusEvent* event)
{
    const std::vector<MapItem> items = mapItems(m_world);
    m_isKeyboardUsed = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (!items.empty()) {
        if (event->reason() == Qt::TabFocusReason)
            focusItem(items.front());
        else if (event->reason() == Qt::BacktabFocusReason)
            focusItem(items.back());
        else if (m_focused.isNone())
            focusItem(m_look.selected.isNone() ? items.front() : m_look.selected);
    }
    QWidget::focusInEvent(event);
    update();
}

void WorldMap::focusOutEvent(QFocusEvent* event)
{
    if (m_isArmedByKey && event->reason() != Qt::PopupFocusReason
        && event->reason() != Qt::ActiveWindowFocusReason)
        disarm();
    QWidget::focusOutEvent(event);
    update();
}

void WorldMap::moveFocus(int step)
{
    const std::vector<MapItem> items = mapItems(m_world);
    const auto it = std::find(items.begin(), items.end(), m_focused);
    const auto index = std::clamp<std::ptrdiff_t>((it == items.end() ? 0 : it - items.begin()) + step, 0,
        static_cast<std::ptrdiff_t>(items.size()) - 1);
    focusItem(items[static_cast<std::size_t>(index)]);
}

void WorldMap::moveFocusTowards(const QPointF& direction)
{
    if (m_focused.isNone()) {
        moveFocus(0);
        return;
    }
    const QPointF from = anchorOf(m_focused);
    MapItem best;
    qreal least = 1e9;
    for (const MapItem& item : mapItems(m_world)) {
        const QPointF way = anchorOf(item) - from;
        const qreal ahead = QPointF::dotProduct(way, direction);
        if (item == m_focused || ahead <= 1)
            continue;
        // Sideways distance counts double, so that the nearest thing ahead wins.
        const qreal aside = std::abs(way.x() * direction.y() - way.y() * direction.x());
        if (ahead + 2 * aside < least) {
            least = ahead + 2 * aside;
            best = item;
        }
    }
    if (!best.isNone())
        focusItem(best);
}

} // namespace sb
