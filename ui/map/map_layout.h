// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything on the map goes: nodes by geography, or on a ring around their users; cards and link tags
// where they hide least. Computed when the size, the camera or the world changes, never by state, so that
// nothing jumps while it is watched. With many regions the cards are one line each.
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
inline constexpr QSizeF kSmallCardSize { 104, 22 }; // one line: state, name, rate
inline constexpr std::size_t kMostLargeCards = 8; // regions
// From more links than this on, sound ones are part of the background and have no tags.
inline constexpr std::size_t kManyLinks = 40;
inline constexpr QSizeF kTagSize { 84, 19 }; // reserved; the painter fits the box to its text

struct LinkPlace {
    MapItem item;
    QPolygonF curve; // from region to peer, sampled evenly in the parameter
    QPointF tag; // centre
};

enum class MapShape : quint8 { Map, Ring };

struct MapLayout {
    MapShape shape = MapShape::Map;
    Projection projection;
    QPointF ringCentre;
    qreal ringRadius = 0; // px; of the ring the nodes stand on
    std::vector<QPointF> nodes; // index = RegionId
    std::vector<QRectF> cards; // index = RegionId
    std::vector<LinkPlace> links;
    std::vector<QPointF> cities; // index = CityId

    // Nearest thing under the point: node, then card, then link tag and curve.
    [[nodiscard]] MapItem itemAt(const QPointF& point) const;
    [[nodiscard]] const LinkPlace* link(const MapItem& item) const;
    // The city under the point; invalid when none is near.
    [[nodiscard]] CityId cityAt(const QPointF& point) const;
    [[nodiscard]] bool hasManyLinks() const { return links.size() > kManyLinks; }
    [[nodiscard]] bool hasSmallCards() const { return nodes.size() > kMostLargeCards; }
    // Node and city are inside the view; with a closer look many are not.
    [[nodiscard]] bool isInView(const QPointF& point) const;
    // Room for words about what is at `anchor`: beside it, inside the view, over as little as can be, and off
    // `kept` if there is any other place.
    [[nodiscard]] QRectF beside(
        const QPointF& anchor, const QSizeF& size, const std::vector<QRectF>& kept = {}) const;
};

// `reserved`: rectangles that overlays cover (banner, palette, legend); cards keep out of them if they can.
[[nodiscard]] MapLayout layOutMap(const WorldDescription& world, const QSizeF& size,
    const std::vector<QRectF>& reserved, const MapCamera& camera = {});
// Regions evenly on a ring, from west to east clockwise beginning at the left; the cities that are nearest to
// a region lie inside the ring before it, the largest in the middle; links are chords.
[[nodiscard]] MapLayout layOutRing(
    const WorldDescription& world, const QSizeF& size, const std::vector<QRectF>& reserved);

} // namespace sb
