// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the map from values; knows no widget and keeps only sprites. Order: background (cached by the
// caller), links, traffic, clients with stale answers, tags, nodes, cards, what a fault would hit, legend.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"
#include "ui/map/blast_radius.h"
#include "ui/map/map_layout.h"
#include "ui/map/traffic_dots.h"
#include "ui/theme/state_glyph.h"
#include "ui/theme/theme.h"

#include <QPixmap>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

class QPainter;

namespace sb {

// A fault that is over the map or armed, and what it would hit.
struct BlastLook {
    BlastRadius radius;
    QString title;
    QStringList lines;
    QPointF anchor; // what it is aimed at
    bool hasBox = false; // the words on the map; else a panel over the map has them
};

struct MapLook {
    MapItem selected;
    MapItem hovered;
    MapItem focused; // keyboard focus; none when the map has no focus
    bool isReducedMotion = false;
    bool isDropping = false; // a fault hovers over the map
    MapItem dropTarget;
    std::optional<BlastLook> blast;
    QString refusal; // of what is dragged over the map
    QPointF pointer; // of the drag
    MapItem opened; // a region whose parts are offered as targets
    MapPart partUnder = MapPart::Whole;
    std::optional<FaultKind> dragged;
};

// Where the parts of a region are offered while a fault is over it: index = MapPart - 1.
[[nodiscard]] std::array<QRectF, kMapPartCount - 1> partRects(const QRectF& card, const QRectF& view);

class MapPainter {
public:
    // Rebuilds the sprites when theme, number of regions or device pixel ratio changed.
    void prepare(const Theme& theme, int regions, qreal devicePixelRatio);

    // `sound`: which links are sound, by the layout's order; of many, those are drawn here once and for all.
    static void paintBackground(QPainter& painter, const MapLayout& layout, const WorldDescription& world,
        const std::vector<bool>& sound, const Theme& theme);
    void paint(QPainter& painter, const MapLayout& layout, const WorldDescription& world,
        const Snapshot& snapshot, const TrafficDots& traffic, const MapLook& look) const;

private:
    void paintLinks(
        QPainter& painter, const MapLayout& layout, const Snapshot& snapshot, const MapLook& look) const;
    void paintTags(QPainter& painter, const MapLayout& layout, const WorldDescription& world,
        const Snapshot& snapshot, const MapLook& look) const;
    void paintTag(QPainter& painter, const LinkPlace& link, const WorldDescription& world,
        const Snapshot& snapshot, const MapLook& look) const;
    void paintTraffic(QPainter& painter, const MapLayout& layout, const TrafficDots& traffic) const;
    void paintStale(QPainter& painter, const MapLayout& layout, const Snapshot& snapshot) const;
    void paintStaticTraffic(QPainter& painter, const MapLayout& layout, const Snapshot& snapshot) const;
    void paintNumbers(
        QPainter& painter, const MapLayout& layout, const std::vector<const FlowView*>& flows) const;
    void paintNode(QPainter& painter, const MapLayout& layout, const RegionInfo& info,
        const RegionView& region, const MapLook& look) const;
    void paintCard(QPainter& painter, const QRectF& card, const RegionInfo& info,
        const WorldDescription& world, const Snapshot& snapshot, const MapLook& look) const;
    void paintSmallCard(QPainter& painter, const QRectF& card, const RegionInfo& info,
        const RegionView& region, const MapLook& look) const;
    void paintFrameOfCard(QPainter& painter, const QRectF& card, const MapItem& item, StateShape shape,
        const MapLook& look) const;
    void paintParts(QPainter& painter, const MapLayout& layout, const MapLook& look) const;
    void paintBlast(QPainter& painter, const MapLayout& layout, const BlastLook& blast) const;
    void paintBlastBox(QPainter& painter, const MapLayout& layout, const MapLook& look) const;
    void paintRefusal(QPainter& painter, const MapLayout& layout, const MapLook& look) const;
    void paintRateBar(QPainter& painter, const QRectF& bar, const RegionView& region) const;
    void paintLegend(QPainter& painter, const QRectF& view, const Snapshot& snapshot,
        const TrafficDots& traffic, bool isReducedMotion) const;
    void paintStaleLegend(QPainter& painter, const QRectF& row, const Snapshot& snapshot) const;

    Theme m_theme;
    qreal m_ratio = 0;
    std::vector<QPixmap> m_dots; // index = RegionId
    QPixmap m_cross;
};

} // namespace sb
