// SPDX-License-Identifier: GPL-3.0-or-later
// From degrees to logical px: Miller's cylindrical projection, which keeps Europe readable without blowing up
// the north. The inhabited world always fits; what is left of the view shows more map, wrapped at 180
// degrees. Free of widgets; maps are never mirrored for right-to-left languages.
#pragma once

#include <QPointF>
#include <QRectF>

namespace sb {

class Projection {
public:
    Projection() = default;
    explicit Projection(const QRectF& view);
    [[nodiscard]] QPointF toPoint(double latitude, double longitude) const;
    [[nodiscard]] double pixelsPerDegree() const { return m_scale; } // of longitude
    [[nodiscard]] QRectF view() const { return m_view; }

private:
    QRectF m_view;
    double m_scale = 1;
    double m_yCentre = 0; // projected degrees at the view's centre
};

} // namespace sb
