// SPDX-License-Identifier: GPL-3.0-or-later
// From degrees to logical px: Miller's cylindrical projection, which keeps Europe readable without blowing up
// the north. At zoom 1 the inhabited world always fits; what is left of the view shows more map, wrapped at
// 180 degrees. Free of widgets; maps are never mirrored for right-to-left languages.
#pragma once

#include <QPointF>
#include <QRectF>

namespace sb {

// Where one looks: zoom 1 is the whole inhabited world. The centre is in projected degrees (x = longitude,
// y = Miller's ordinate, north positive), relative to the centre at zoom 1.
struct MapCamera {
    static constexpr double kZoomMost = 24;
    double zoom = 1;
    QPointF offset;
    friend bool operator==(const MapCamera&, const MapCamera&) = default;
};

class Projection {
public:
    Projection() = default;
    explicit Projection(const QRectF& view, const MapCamera& camera = {});
    [[nodiscard]] QPointF toPoint(double latitude, double longitude) const;
    // x = longitude, y = Miller's ordinate.
    [[nodiscard]] QPointF toProjected(const QPointF& point) const;
    [[nodiscard]] double pixelsPerDegree() const { return m_scale; } // of longitude
    [[nodiscard]] QRectF view() const { return m_view; }
    [[nodiscard]] const MapCamera& camera() const { return m_camera; }
    // The camera after the wheel turned over `point`, which stays where it is; kept within the world.
    [[nodiscard]] MapCamera zoomedAt(const QPointF& point, double factor) const;
    [[nodiscard]] MapCamera movedBy(const QPointF& pixels) const;

private:
    [[nodiscard]] MapCamera kept(MapCamera camera) const;

    QRectF m_view;
    MapCamera m_camera;
    double m_scale = 1;
    QPointF m_centre; // projected degrees at the view's centre
};

} // namespace sb
