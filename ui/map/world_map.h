// SPDX-License-Identifier: GPL-3.0-or-later
// The world map: regions as lettered rings with cards, replication links, moving traffic. Shows snapshots,
// selects, and asks for commands; holds no truth of its own.
// Mouse: click selects, double click or Enter activates, right click (Menu, Shift+F10) opens the actions, the
// wheel looks closer, dragging the open sea moves the map. Keys: arrows and Tab walk through regions and
// links, + - 0 look closer, wider, at all; Delete twice fails the focused region, Esc disarms. Assistive
// technology sees a list with one child per region and link.
// Faults: one that is dragged over the map shows what it would hit where it is; let go, or chosen from a
// menu, it is armed and waits for confirmArmed(), which asks for the command. Nothing here hurts by one
// gesture. Thread: UI thread. Paints itself whole (WA_OpaquePaintEvent); the coastline is cached by size,
// camera, device pixel ratio and theme.
#pragma once

#include "backend/api/snapshot.h"
#include "ui/map/fault_menu.h"
#include "ui/map/map_layout.h"
#include "ui/map/map_painter.h"
#include "ui/map/traffic_dots.h"

#include <QElapsedTimer>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

namespace sb {

class WorldMap : public QWidget {
    Q_OBJECT
public:
    explicit WorldMap(QWidget* parent = nullptr);
    ~WorldMap() override;

    void setWorld(const WorldDescription& world);
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    // Moves the traffic by wall time; does nothing when paused, hidden or with reduced motion.
    void advance(Duration wallTime);
    void setReducedMotion(bool isReduced);
    // Overlays (banner, palette) that cards and tags keep clear of.
    void setReserved(std::vector<QRectF> reserved);
    // Duration and strength of faults injected from the context menu.
    void setOffer(const FaultOffer& offer) { m_offer = offer; }

    void select(const MapItem& item); // emits selectionChanged when it changed
    [[nodiscard]] MapItem selection() const { return m_look.selected; }
    [[nodiscard]] MapItem focusedItem() const { return m_focused; }
    [[nodiscard]] const MapLayout& layoutOfMap() const { return m_layout; }
    [[nodiscard]] const WorldDescription& world() const { return m_world; }
    [[nodiscard]] const Snapshot* snapshot() const { return m_snapshot.get(); }
    [[nodiscard]] const TrafficDots& traffic() const { return m_traffic; }
    // Moves the keyboard focus onto the item.
    void focusItem(const MapItem& item);

    // The fault waits for confirmArmed(); disarms itself after kArmedMs, by Esc and by a click elsewhere.
    static constexpr int kArmedMs = 20'000;
    void arm(const InjectFault& fault);
    void disarm();
    void confirmArmed();
    [[nodiscard]] const std::optional<InjectFault>& armed() const { return m_armed; }
    // What the armed fault would hit, as running text; empty when none is armed.
    [[nodiscard]] QString armedSentence() const;
    // Draws what a fault would hit that is armed elsewhere; nullopt: none is.
    void preview(const std::optional<InjectFault>& fault);
    [[nodiscard]] const MapLook& look() const { return m_look; }
    [[nodiscard]] QPointF anchorOf(const InjectFault& fault) const;

    void setShape(MapShape shape);
    [[nodiscard]] MapShape shape() const { return m_shape; }
    void zoomBy(double factor); // about the middle
    void showAll();
    [[nodiscard]] const MapCamera& camera() const { return m_camera; }

    [[nodiscard]] QSize sizeHint() const override { return { 1040, 470 }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 520, 260 }; }

Q_SIGNALS:
    void selectionChanged(const sb::MapItem& item);
    void activated(const sb::MapItem& item);
    void commandRequested(const sb::Command& command);
    void menuRequested(const sb::MapItem& item); // after the context menu was built, before it is shown
    void painted(qint64 nanoseconds);
    void armedChanged(); // armed, disarmed, or what it would hit has changed
    void faultRefused(const QString& why); // it was let go where it does not fit

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void relayout();
    void refreshCache();
    void openMenu(const MapItem& item, const QPoint& globalPos);
    void moveFocus(int step);
    void moveFocusTowards(const QPointF& direction);
    [[nodiscard]] QPointF anchorOf(const MapItem& item) const;
    void armOrFail();
    void announceStates();
    void setCamera(const MapCamera& camera);
    void take(const Command& command); // of a menu: faults are armed, all else is asked for at once
    [[nodiscard]] FaultTarget targetAt(const QPointF& point) const;
    void aim(const FaultOffer& offer, const QPointF& point);
    void endDrag();
    void refreshBlast();

    WorldDescription m_world;
    std::shared_ptr<const Snapshot> m_snapshot;
    MapLayout m_layout;
    MapPainter m_painter;
    TrafficDots m_traffic;
    MapLook m_look;
    MapItem m_focused;
    FaultOffer m_offer;
    std::optional<InjectFault> m_armed;
    std::optional<InjectFault> m_aimed; // under the drag
    std::optional<InjectFault> m_previewed;
    bool m_isArmedByKey = false;
    MapShape m_shape = MapShape::Map;
    MapCamera m_camera;
    std::optional<QPointF> m_panFrom;
    std::vector<QRectF> m_reserved;
    std::vector<RegionState> m_announced; // last state told to assistive technology
    std::vector<bool> m_sound; // links, by the layout's order; only of many
    QPixmap m_cache; // background
    bool m_cacheIsStale = true;
    bool m_hasTraffic = false;
    bool m_isKeyboardUsed = false; // the focus ring is for those who need it
    QTimer m_disarm;
};

} // namespace sb

Q_DECLARE_METATYPE(sb::MapItem)
