// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/projection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sb {

namespace {

constexpr double kNorth = 80; // degrees that must be visible
constexpr double kSouth = -48;
constexpr double kLongitudeSpan = 322;
constexpr double kLongitudeCentre = 21;

double millerDegrees(double latitude)
{
    const double phi = std::clamp(latitude, -88.0, 88.0) * std::numbers::pi / 180;
    return 1.25 * std::log(std::tan(std::numbers::pi / 4 + 0.4 * phi)) * 180 / std::numbers::pi;
}

} // namespace

Projection::Projection(const QRectF& view, const MapCamera& camera)
    : m_view(view)
    , m_camera(camera)
{
    const double span = millerDegrees(kNorth) - millerDegrees(kSouth);
    m_scale = std::max(0.1, std::min(view.width() / kLongitudeSpan, view.height() / span)) * camera.zoom;
    m_centre = QPointF(kLongitudeCentre, (millerDegrees(kNorth) + millerDegrees(kSouth)) / 2) + camera.offset;
}

QPointF Projection::toPoint(double latitude, double longitude) const
{
    return { m_view.center().x() + (longitude - m_centre.x()) * m_scale,
        m_view.center().y() - (millerDegrees(latitude) - m_centre.y()) * m_scale };
}

QPointF Projection::toProjected(const QPointF& point) const
{
    return { m_centre.x() + (point.x() - m_view.center().x()) / m_scale,
        m_centre.y() - (point.y() - m_view.center().y()) / m_scale };
}

MapCamera Projection::kept(MapCamera camera) const
{
    camera.zoom = std::clamp(camera.zoom, 1.0, MapCamera::kZoomMost);
    // At zoom 1 there is nothing to move to; closer, the centre may go to the edge of the inhabited world.
    const double room = 1 - 1 / camera.zoom;
    const double aside = kLongitudeSpan / 2 * room;
    const double upwards = (millerDegrees(kNorth) - millerDegrees(kSouth)) / 2 * room;
    camera.offset
        = { std::clamp(camera.offset.x(), -aside, aside), std::clamp(camera.offset.y(), -upwards, upwards) };
    return camera;
}

MapCamera Projection::zoomedAt(const QPointF& point, double factor) const
{
    MapCamera camera = m_camera;
    camera.zoom = std::clamp(camera.zoom * factor, 1.0, MapCamera::kZoomMost);
    const double real = camera.zoom / m_camera.zoom;
    const QPointF away = toProjected(point) - m_centre;
    camera.offset += away - away / real;
    return kept(camera);
}

MapCamera Projection::movedBy(const QPointF& pixels) const
{
    MapCamera camera = m_camera;
    camera.offset += QPointF(-pixels.x(), pixels.y()) / m_scale;
    return kept(camera);
}

} // namespace sb
