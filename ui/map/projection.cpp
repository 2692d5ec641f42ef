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

Projection::Projection(const QRectF& view)
    : m_view(view)
{
    const double span = millerDegrees(kNorth) - millerDegrees(kSouth);
    m_scale = std::max(0.1, std::min(view.width() / kLongitudeSpan, view.height() / span));
    m_yCentre = (millerDegrees(kNorth) + millerDegrees(kSouth)) / 2;
}

QPointF Projection::toPoint(double latitude, double longitude) const
{
    return { m_view.center().x() + (longitude - kLongitudeCentre) * m_scale,
        m_view.center().y() - (millerDegrees(latitude) - m_yCentre) * m_scale };
}

} // namespace sb
