// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_layout.h"

#include "ui/map/fault_target.h"

#include <QLineF>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace sb {

namespace {

constexpr int kCurveSteps = 28;
constexpr qreal kCardGap = 10; // between a node's ring and its card
constexpr qreal kMargin = 8; // cards keep this far from the map's edge
constexpr qreal kLinkReach = 7; // px from the curve that still count as on it
constexpr qreal kCityReach = 7;
constexpr qreal kLegendRoom = 30; // px at the lower edge
constexpr qreal kRingMargin = 16; // px between the nodes and the map's edge
// Of many links, places are chosen without a look at them all.
constexpr qreal kGoldenAngle = 2.399963229728653;

qreal overlapArea(const QRectF& a, const QRectF& b)
{
    const QRectF both = a.intersected(b);
    return both.isEmpty() ? 0 : both.width() * both.height();
}

QRectF nodeBox(const QPointF& centre)
{
    const qreal half = kNodeRadius + 4;
    return { centre - QPointF(half, half), QSizeF(2 * half, 2 * half) };
}

QPolygonF curveBetween(QPointF a, QPointF b)
{
    // Bowed northwards like a great circle, without its extremes.
    const QPointF middle = (a + b) / 2;
    const qreal length = QLineF(a, b).length();
    const QPointF control = middle + QPointF(0, -std::min(length * 0.24, 130.0));
    QPolygonF curve;
    for (int i = 0; i <= kCurveSteps; ++i) {
        const qreal t = static_cast<qreal>(i) / kCurveSteps;
        curve << a * ((1 - t) * (1 - t)) + control * (2 * t * (1 - t)) + b * (t * t);
    }
    return curve;
}

// Candidate places of a card around its node, in order of preference.
std::array<QRectF, 12> cardCandidates(const QPointF& node, const QSizeF& size)
{
    const qreal w = size.width();
    const qreal h = size.height();
    const qreal side = kNodeRadius + kCardGap;
    const auto at = [&](qreal dx, qreal dy) { return QRectF(node + QPointF(dx, dy), size); };
    return { at(side, -h * 0.25), at(-side - w, -h * 0.25), at(side, -h * 0.75), at(-side - w, -h * 0.75),
        at(-side - w, -h - 4), at(side, -h - 4), at(-side - w, 4), at(side, 4), at(-w / 2, -side - h),
        at(-w / 2, side), at(-w * 0.85, side), at(-w * 0.15, side) };
}

class CardPlacer {
public:
    CardPlacer(MapLayout& layout, const QSizeF& size, const std::vector<QRectF>& reserved)
        : m_layout(layout)
        , m_bounds(QRectF(QPointF(), size).adjusted(kMargin, kMargin, -kMargin, -kMargin))
        , m_size(layout.hasSmallCards() ? kSmallCardSize : kCardSize)
        , m_reserved(reserved)
    {
        for (const QPointF& city : m_layout.cities) {
            if (m_bounds.contains(city))
                m_cities.push_back(city);
        }
    }

    void place()
    {
        m_layout.cards.assign(m_layout.nodes.size(), QRectF());
        // Three rounds: later rounds see where the others settled.
        for (int round = 0; round < 3; ++round) {
            for (std::size_t i = 0; i < m_layout.nodes.size(); ++i)
                m_layout.cards[i] = best(i);
        }
    }

private:
    QRectF best(std::size_t index) const
    {
        QRectF chosen;
        qreal least = std::numeric_limits<qreal>::max();
        qreal preference = 0;
        for (QRectF candidate : cardCandidates(m_layout.nodes[index], m_size)) {
            candidate.moveLeft(std::clamp(candidate.left(), m_bounds.left(),
                std::max(m_bounds.left(), m_bounds.right() - candidate.width())));
            candidate.moveTop(std::clamp(candidate.top(), m_bounds.top(),
                std::max(m_bounds.top(), m_bounds.bottom() - candidate.height())));
            const qreal cost = costOf(index, candidate) + preference;
            preference += 60;
            if (cost < least) {
                least = cost;
                chosen = candidate;
            }
        }
        return chosen;
    }

    qreal costOf(std::size_t index, const QRectF& card) const
    {
        qreal cost = 0;
        for (std::size_t j = 0; j < m_layout.nodes.size(); ++j) {
            cost += overlapArea(card, nodeBox(m_layout.nodes[j])) * 30;
            if (j != index)
                cost += overlapArea(card.adjusted(-4, -4, 4, 4), m_layout.cards[j]) * 25;
        }
        for (const QRectF& r : m_reserved)
            cost += overlapArea(card, r) * 40;
        if (m_layout.links.size() <= kManyLinks) {
            for (const LinkPlace& link : m_layout.links) {
                for (const QPointF& p : link.curve)
                    cost += card.contains(p) ? 260 : 0;
            }
        }
        for (const QPointF& city : m_cities)
            cost += card.contains(city) ? 45 : 0;
        return cost;
    }

    MapLayout& m_layout;
    QRectF m_bounds;
    QSizeF m_size;
    std::vector<QPointF> m_cities; // in view
    const std::vector<QRectF>& m_reserved;
};

void placeTags(MapLayout& layout, const QRectF& bounds, const std::vector<QRectF>& reserved)
{
    std::vector<QRectF> taken;
    for (LinkPlace& link : layout.links) {
        qreal least = std::numeric_limits<qreal>::max();
        qreal preference = 0;
        QRectF chosen;
        for (const int step : { 14, 12, 16, 10, 18, 8, 20, 6, 22 }) {
            QRectF box(QPointF(), kTagSize);
            box.moveCenter(link.curve.at(step));
            const QRectF roomy = box.adjusted(-4, -4, 4, 4);
            qreal cost = preference + (bounds.contains(box) ? 0 : 5000);
            for (const QRectF& r : layout.cards)
                cost += overlapArea(roomy, r) * 10;
            for (const QPointF& node : layout.nodes)
                cost += overlapArea(roomy, nodeBox(node)) * 10;
            for (const QRectF& r : reserved)
                cost += overlapArea(roomy, r) * 10;
            for (const QRectF& r : taken)
                cost += overlapArea(roomy, r) * 10;
            if (layout.links.size() <= kManyLinks) {
                for (const LinkPlace& other : layout.links) {
                    for (const QPointF& p : other.curve)
                        cost += &other != &link && roomy.contains(p) ? 25 : 0;
                }
            }
            preference += 12;
            if (cost < least) {
                least = cost;
                chosen = box;
            }
        }
        link.tag = chosen.center();
        taken.push_back(chosen);
    }
}

// Neighbours at this scale would cover each other: push them apart until both rings can be seen.
void pushApart(std::vector<QPointF>& nodes)
{
    for (int round = 0; round < 24; ++round) {
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            for (std::size_t j = i + 1; j < nodes.size(); ++j) {
                QPointF apart = nodes[j] - nodes[i];
                const qreal distance = std::max(0.01, std::hypot(apart.x(), apart.y()));
                const qreal missing = 2 * kNodeRadius + 6 - distance;
                if (missing <= 0)
                    continue;
                apart *= missing / 2 / distance;
                nodes[i] -= apart;
                nodes[j] += apart;
            }
        }
    }
}

void placeCardsAndTags(MapLayout& layout, const QSizeF& size, const std::vector<QRectF>& reserved)
{
    CardPlacer(layout, size, reserved).place();
    placeTags(layout, QRectF(QPointF(), size).adjusted(4, 4, -4, -4), reserved);
}

// A chord bent towards the centre, so that neighbours' chords keep off the ring.
QPolygonF chordBetween(QPointF a, QPointF b, QPointF centre)
{
    const QPointF control = centre + ((a + b) / 2 - centre) * 0.35;
    QPolygonF curve;
    for (int i = 0; i <= kCurveSteps; ++i) {
        const qreal t = static_cast<qreal>(i) / kCurveSteps;
        curve << a * ((1 - t) * (1 - t)) + control * (2 * t * (1 - t)) + b * (t * t);
    }
    return curve;
}

// The user groups before each region: the largest in the middle of a disc, the others around it as the seeds
// of a sunflower.
void placeUsers(MapLayout& layout, const WorldDescription& world)
{
    std::vector<std::vector<CityId>> groups(world.regions.size());
    for (const CityInfo& city : world.cities) {
        if (const RegionId home = nearestRegion(world, city.id); home.isValid())
            groups[home.value].push_back(city.id);
    }
    const qreal share = std::sin(std::numbers::pi / std::max<std::size_t>(2, groups.size()));
    const qreal disc = layout.ringRadius * std::min(0.36, share * 0.5);
    layout.cities.assign(world.cities.size(), layout.ringCentre);
    for (std::size_t r = 0; r < groups.size(); ++r) {
        std::vector<CityId>& group = groups[r];
        std::stable_sort(group.begin(), group.end(), [&world](CityId a, CityId b) {
            return world.cities[a.value].population > world.cities[b.value].population;
        });
        const QPointF middle = layout.ringCentre + (layout.nodes[r] - layout.ringCentre) * 0.5;
        for (std::size_t k = 0; k < group.size(); ++k) {
            const qreal from
                = disc * std::sqrt((static_cast<qreal>(k) + 0.5) / static_cast<qreal>(group.size()));
            const qreal angle = static_cast<qreal>(k) * kGoldenAngle;
            layout.cities[group[k].value] = middle + QPointF(std::cos(angle), std::sin(angle)) * from;
        }
    }
}

} // namespace

MapLayout layOutMap(const WorldDescription& world, const QSizeF& size, const std::vector<QRectF>& reserved,
    const MapCamera& camera)
{
    MapLayout layout;
    layout.projection = Projection(QRectF(QPointF(), size), camera);
    for (const RegionInfo& region : world.regions)
        layout.nodes.push_back(layout.projection.toPoint(region.latitude, region.longitude));
    pushApart(layout.nodes);
    for (const CityInfo& city : world.cities)
        layout.cities.push_back(layout.projection.toPoint(city.latitude, city.longitude));
    for (const MapItem& item : mapItems(world)) {
        if (item.isLink())
            layout.links.push_back(
                { item, curveBetween(layout.nodes[item.region.value], layout.nodes[item.peer.value]), {} });
    }
    placeCardsAndTags(layout, size, reserved);
    return layout;
}

MapLayout layOutRing(const WorldDescription& world, const QSizeF& size, const std::vector<QRectF>& reserved)
{
    MapLayout layout;
    layout.shape = MapShape::Ring;
    layout.projection = Projection(QRectF(QPointF(), size));
    const QRectF room(0, 0, size.width(), size.height() - kLegendRoom);
    layout.ringCentre = room.center();
    layout.ringRadius = std::max(40.0, std::min(room.width(), room.height()) / 2 - kNodeRadius - kRingMargin);
    std::vector<const RegionInfo*> fromWest;
    for (const RegionInfo& region : world.regions)
        fromWest.push_back(&region);
    std::stable_sort(fromWest.begin(), fromWest.end(),
        [](const RegionInfo* a, const RegionInfo* b) { return a->longitude < b->longitude; });
    layout.nodes.resize(world.regions.size());
    for (std::size_t i = 0; i < fromWest.size(); ++i) {
        const qreal angle = std::numbers::pi
            + 2 * std::numbers::pi * static_cast<qreal>(i) / static_cast<qreal>(fromWest.size());
        layout.nodes[fromWest[i]->id.value]
            = layout.ringCentre + QPointF(std::cos(angle), std::sin(angle)) * layout.ringRadius;
    }
    placeUsers(layout, world);
    for (const MapItem& item : mapItems(world)) {
        if (item.isLink())
            layout.links.push_back({ item,
                chordBetween(
                    layout.nodes[item.region.value], layout.nodes[item.peer.value], layout.ringCentre),
                {} });
    }
    placeCardsAndTags(layout, size, reserved);
    return layout;
}

CityId MapLayout::cityAt(const QPointF& point) const
{
    CityId nearest;
    qreal least = kCityReach;
    for (std::size_t i = 0; i < cities.size(); ++i) {
        const qreal distance = QLineF(point, cities[i]).length();
        if (distance < least) {
            least = distance;
            nearest = CityId { static_cast<std::uint16_t>(i) };
        }
    }
    return nearest;
}

QRectF MapLayout::beside(const QPointF& anchor, const QSizeF& size, const std::vector<QRectF>& kept) const
{
    const QRectF view = projection.view().adjusted(4, 4, -4, -4);
    const qreal away = kNodeRadius + 14;
    const qreal w = size.width();
    const qreal h = size.height();
    std::vector<QPointF> places { { away, away }, { -away - w, away }, { away, -away - h },
        { -away - w, -away - h }, { away, -h / 2 }, { -away - w, -h / 2 }, { -w / 2, away },
        { -w / 2, -away - h } };
    for (QPointF& place : places)
        place += anchor;
    // Where none beside it is free, a corner of the view.
    for (const QPointF& corner : { view.topLeft(), view.topRight(), view.bottomLeft(), view.bottomRight() })
        places.push_back(corner);
    QRectF best;
    qreal least = std::numeric_limits<qreal>::max();
    for (const QPointF& place : places) {
        QRectF box(place, size);
        box.moveLeft(std::clamp(box.left(), view.left(), std::max(view.left(), view.right() - w)));
        box.moveTop(std::clamp(box.top(), view.top(), std::max(view.top(), view.bottom() - h)));
        qreal cost = overlapArea(box, nodeBox(anchor)) * 50;
        for (const QPointF& node : nodes)
            cost += overlapArea(box, nodeBox(node)) * 6;
        for (const QRectF& card : cards)
            cost += overlapArea(box, card);
        for (const QRectF& other : kept)
            cost += overlapArea(box, other) * 40;
        if (cost < least) {
            least = cost;
            best = box;
        }
    }
    return best;
}

bool MapLayout::isInView(const QPointF& point) const
{
    const qreal room = kNodeRadius;
    return projection.view().adjusted(-room, -room, room, room).contains(point);
}

MapItem MapLayout::itemAt(const QPointF& point) const
{
    MapItem nearest;
    qreal least = kNodeRadius + 5;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const qreal distance = QLineF(point, nodes[i]).length();
        if (distance < least) {
            least = distance;
            nearest = MapItem::forRegion(RegionId { static_cast<std::uint8_t>(i) });
        }
    }
    if (!nearest.isNone())
        return nearest;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        if (cards[i].contains(point))
            return MapItem::forRegion(RegionId { static_cast<std::uint8_t>(i) });
    }
    least = kLinkReach;
    for (const LinkPlace& link : links) {
        QRectF box(QPointF(), kTagSize);
        box.moveCenter(link.tag);
        if (box.contains(point))
            return link.item;
        for (qsizetype i = 1; i < link.curve.size(); ++i) {
            const QPointF a = link.curve.at(i - 1);
            const QPointF ab = link.curve.at(i) - a;
            const qreal t = std::clamp(
                QPointF::dotProduct(point - a, ab) / std::max(1e-6, QPointF::dotProduct(ab, ab)), 0.0, 1.0);
            const qreal distance = QLineF(point, a + ab * t).length();
            if (distance < least) {
                least = distance;
                nearest = link.item;
            }
        }
    }
    return nearest;
}

const LinkPlace* MapLayout::link(const MapItem& item) const
{
    const auto it
        = std::find_if(links.begin(), links.end(), [&](const LinkPlace& l) { return l.item == item; });
    return it == links.end() ? nullptr : &*it;
}

} // namespace sb
