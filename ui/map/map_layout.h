// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything on the map goes: nodes by geography, cards and link tags where they hide least. Computed
// when the size or the world changes, never by state, so that nothing jumps while it is watched.
// A value; free of widgets.
#pragma once

#include "backend/api/world_description.h"
#include "ui/map/map_item.h"
#include "ui/map/projection.h"

#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace sb {

inline constexpr qreal kNodeRadius = 15;
inline constexpr QSizeF kCardSize { 196, 66 };
inline constexpr QSizeF kTagSize { 84, 19 }; // reserved; the painter fits the box to its text

struct LinkPlace {
    MapItem item;
    QPolygonF curve; // from region to peer, sampled evenly in the parameter
    QPointF tag; // centre
};

struct MapLayout {
    Projection projection;
    std::vector<QPointF> nodes; // index = RegionId
    std::vector<QRectF> cards; // index = RegionId
    std::vector<LinkPlace> links;
    std::vector<QPointF> cities; // index = CityId

    // Nearest thing under the point: node, then card, then link tag and curve.
    [[nodiscard]] MapItem itemAt(const QPointF& point) const;
    [[nodiscard]] const LinkPlace* link(const MapItem& item) const;
};

// `reserved`: rectangles that overlays cover (banner, palette, legend); cards keep out of them if they can.
[[nodiscard]] MapLayout layOutMap(
    const WorldDescription& world, const QSizeF& size, const std::vector<QRectF>& reserved);

} // namespace sb
