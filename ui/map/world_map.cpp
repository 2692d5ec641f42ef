// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/world_map.h"

#include "ui/map/map_text.h"
#include "ui/map/world_map_accessible.h"
#include "ui/theme/paint_target.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace sb {

namespace {

// A tick after a stall must not make dots leap.
constexpr Duration kLeap = 30s; // of virtual time, between two snapshots
constexpr double kLongestStep = 0.1;

} // namespace

WorldMap::WorldMap(QWidget* parent)
    : QWidget(parent)
{
    installMapAccessibility();
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("World map"));
    setAccessibleDescription(tr("Regions and the replication links between them. Arrow keys move, Enter "
                                "selects, Menu opens actions, plus and minus look closer and wider."));
    m_disarm.setSingleShot(true);
    m_disarm.setInterval(kArmedMs);
    connect(&m_disarm, &QTimer::timeout, this, &WorldMap::disarm);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, [this] {
        m_cacheIsStale = true;
        update();
    });
}

WorldMap::~WorldMap() = default;

void WorldMap::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_snapshot.reset();
    m_focused = {};
    m_camera = {};
    m_aimed = m_previewed = std::nullopt;
    disarm();
    m_look = { .isReducedMotion = m_look.isReducedMotion };
    m_announced.clear();
    m_traffic.clear();
    m_hasTraffic = false;
    relayout();
}

void WorldMap::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    if (!snapshot || snapshot->regions.size() != m_world.regions.size())
        return;
    // After a leap of virtual time the dots on the way belong to a world that is gone.
    if (m_snapshot && snapshot->now - m_snapshot->now > kLeap)
        m_hasTraffic = false;
    m_snapshot = std::move(snapshot);
    if (!m_hasTraffic && !m_snapshot->flows.empty() && width() > 0) {
        m_traffic.prewarm(m_snapshot->flows, m_layout);
        m_hasTraffic = true;
    }
    announceStates();
    refreshBlast();
    if (isVisible())
        update();
}

void WorldMap::announceStates()
{
    // Only changes of state are worth an announcement; values tick thirty times a second.
    std::vector<RegionState> states;
    for (const RegionView& region : m_snapshot->regions)
        states.push_back(region.state);
    if (states == m_announced)
        return;
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (i >= m_announced.size() || states[i] == m_announced[i])
            continue;
        QAccessibleEvent changed(this, QAccessible::NameChanged);
        changed.setChild(static_cast<int>(i));
        QAccessible::updateAccessibility(&changed);
    }
    m_announced = states;
}

void WorldMap::advance(Duration wallTime)
{
    if (!m_snapshot || m_snapshot->isPaused || m_look.isReducedMotion || !isVisible())
        return;
    m_traffic.advance(std::min(seconds(wallTime), kLongestStep), m_snapshot->flows, m_layout);
    update();
}

void WorldMap::setReducedMotion(bool isReduced)
{
    m_look.isReducedMotion = isReduced;
    update();
}

void WorldMap::setReserved(std::vector<QRectF> reserved)
{
    if (m_reserved == reserved)
        return;
    m_reserved = std::move(reserved);
    relayout();
}

void WorldMap::relayout()
{
    // The legend's corner is always taken.
    std::vector<QRectF> reserved = m_reserved;
    reserved.emplace_back(width() - 390, height() - 48, 390, 48);
    const MapCamera before = m_layout.projection.camera();
    const MapShape shape = m_layout.shape;
    m_layout = m_shape == MapShape::Ring ? layOutRing(m_world, QSizeF(size()), reserved)
                                         : layOutMap(m_world, QSizeF(size()), reserved, m_camera);
    // Moved sideways, the dots go on; their speed in px belongs to one scale.
    const bool isSameScale
        = before.zoom == m_camera.zoom && before.offset != m_camera.offset && shape == m_shape;
    if (m_snapshot && m_hasTraffic && !isSameScale)
        m_traffic.prewarm(m_snapshot->flows, m_layout);
    refreshBlast();
    m_cacheIsStale = true;
    update();
}

void WorldMap::resizeEvent(QResizeEvent* event)
{
    relayout();
    QWidget::resizeEvent(event);
}

void WorldMap::refreshCache()
{
    const qreal ratio = devicePixelRatioF();
    std::vector<bool> sound;
    if (m_layout.hasManyLinks() && m_snapshot) {
        for (const LinkPlace& link : m_layout.links)
            sound.push_back(linkShape(*m_snapshot, link.item) == StateShape::Ok);
    }
    if (sound != m_sound) {
        m_sound = std::move(sound);
        m_cacheIsStale = true;
    }
    if (!m_cacheIsStale && qFuzzyCompare(m_cache.devicePixelRatio(), ratio))
        return;
    m_cache = QPixmap(size() * ratio);
    m_cache.setDevicePixelRatio(ratio);
    QPainter painter(&m_cache);
    MapPainter::paintBackground(painter, m_layout, m_world, m_sound, currentTheme());
    m_cacheIsStale = false;
}

void WorldMap::paintEvent(QPaintEvent*)
{
    QElapsedTimer timer;
    timer.start();
    refreshCache();
    QPainter painter(this);
    if (isPaintedElsewhere(painter, *this)) {
        painter.save();
        MapPainter::paintBackground(painter, m_layout, m_world, m_sound, currentTheme());
        painter.restore();
    } else {
        painter.drawPixmap(0, 0, m_cache);
    }
    m_painter.prepare(currentTheme(), static_cast<int>(m_world.regions.size()), ratioOfTarget(painter));
    if (m_snapshot) {
        MapLook look = m_look;
        look.focused = hasFocus() && m_isKeyboardUsed ? m_focused : MapItem {};
        m_painter.paint(painter, m_layout, m_world, *m_snapshot, m_traffic, look);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(currentTheme().color(Token::LineSoft), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    Q_EMIT painted(timer.nsecsElapsed());
}

void WorldMap::select(const MapItem& item)
{
    if (m_look.selected == item)
        return;
    m_look.selected = item;
    if (!item.isNone())
        m_focused = item;
    update();
    Q_EMIT selectionChanged(item);
}

void WorldMap::focusItem(const MapItem& item)
{
    if (item != m_focused && m_isArmedByKey)
        disarm();
    m_focused = item;
    update();
    const std::vector<MapItem> items = mapItems(m_world);
    const auto it = std::find(items.begin(), items.end(), item);
    if (it == items.end())
        return;
    QAccessibleEvent focused(this, QAccessible::Focus);
    focused.setChild(static_cast<int>(it - items.begin()));
    QAccessible::updateAccessibility(&focused);
}

QPointF WorldMap::anchorOf(const MapItem& item) const
{
    if (item.isRegion())
        return m_layout.nodes[item.region.value];
    const LinkPlace* link = m_layout.link(item);
    return link ? link->tag : QPointF(rect().center());
}

void WorldMap::setShape(MapShape shape)
{
    if (m_shape == shape)
        return;
    m_shape = shape;
    setAccessibleName(shape == MapShape::Ring ? tr("Ring of regions") : tr("World map"));
    relayout();
}

void WorldMap::setCamera(const MapCamera& camera)
{
    if (m_camera == camera || m_shape == MapShape::Ring)
        return;
    m_camera = camera;
    relayout();
}

void WorldMap::zoomBy(double factor)
{
    setCamera(m_layout.projection.zoomedAt(QRectF(rect()).center(), factor));
}

void WorldMap::showAll()
{
    setCamera({});
}

} // namespace sb
