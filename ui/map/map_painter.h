// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the map from values; knows no widget and keeps only sprites. Order: background (cached by the
// caller), links, traffic, tags, nodes, cards, legend.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/map/map_layout.h"
#include "ui/map/traffic_dots.h"
#include "ui/theme/theme.h"

#include <QPixmap>

#include <vector>

class QPainter;

namespace sb {

struct MapLook {
    MapItem selected;
    MapItem hovered;
    MapItem focused; // keyboard focus; none when the map has no focus
    MapItem armed; // a region about to be failed by the keyboard
    bool isReducedMotion = false;
    bool isDropping = false; // a fault hovers over the map
    MapItem dropTarget;
};

class MapPainter {
public:
    // Rebuilds the sprites when theme, number of regions or device pixel ratio changed.
    void prepare(const Theme& theme, int regions, qreal devicePixelRatio);

    static void paintBackground(
        QPainter& painter, const MapLayout& layout, const WorldDescription& world, const Theme& theme);
    void paint(QPainter& painter, const MapLayout& layout, const WorldDescription& world,
        const Snapshot& snapshot, const TrafficDots& traffic, const MapLook& look) const;

private:
    void paintLinks(
        QPainter& painter, const MapLayout& layout, const Snapshot& snapshot, const MapLook& look) const;
    void paintTags(
        QPainter& painter, const MapLayout& layout, const Snapshot& snapshot, const MapLook& look) const;
    void paintTraffic(QPainter& painter, const MapLayout& layout, const TrafficDots& traffic) const;
    void paintStaticTraffic(QPainter& painter, const MapLayout& layout, const Snapshot& snapshot) const;
    void paintNode(QPainter& painter, const MapLayout& layout, const RegionInfo& info,
        const RegionView& region, const MapLook& look) const;
    void paintCard(QPainter& painter, const QRectF& card, const RegionInfo& info, const RegionView& region,
        Instant now, const MapLook& look) const;
    void paintRateBar(QPainter& painter, const QRectF& bar, const RegionView& region) const;
    void paintLegend(
        QPainter& painter, const QRectF& view, const TrafficDots& traffic, bool isReducedMotion) const;

    Theme m_theme;
    qreal m_ratio = 0;
    std::vector<QPixmap> m_dots; // index = RegionId
    QPixmap m_cross;
};

} // namespace sb
