// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_painter.h"

#include "ui/map/land.h"
#include "ui/map/map_text.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/state_glyph.h"
#include "ui/theme/words.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace sb {

namespace {

struct MapPainterText {
    Q_DECLARE_TR_FUNCTIONS(MapPainter)
};

constexpr qreal kDotSize = 4.4;
constexpr qreal kCrossSize = 7;
constexpr qreal kLegendHeight = 18;
// As many still arrows have a number, the largest first.
constexpr std::size_t kMostNumbers = 10;
constexpr qreal kNumberWay = 60; // px; shorter arrows have no room for one
constexpr qreal kStaleRadiusLeast = 3; // px
constexpr qreal kStaleGrowth = 0.45; // px for the root of the visits
constexpr qreal kStaleRadiusMost = 8;

QPixmap emptySprite(qreal size, qreal ratio)
{
    const int side = static_cast<int>(std::ceil((size + 2) * ratio));
    QPixmap sprite(side, side);
    sprite.setDevicePixelRatio(ratio);
    sprite.fill(Qt::transparent);
    return sprite;
}

QPointF arrowBase(const QPointF& tip, const QPointF& way, qreal size, qreal side)
{
    const qreal length = std::max(1.0, std::hypot(way.x(), way.y()));
    const QPointF along = way / length;
    return tip - along * size + QPointF(-along.y(), along.x()) * side;
}

} // namespace

void MapPainter::prepare(const Theme& theme, int regions, qreal devicePixelRatio)
{
    if (m_theme == theme && qFuzzyCompare(m_ratio + 1, devicePixelRatio + 1)
        && m_dots.size() == static_cast<std::size_t>(regions))
        return;
    m_theme = theme;
    m_ratio = devicePixelRatio;
    m_dots.clear();
    for (int i = 0; i < regions; ++i) {
        QPixmap sprite = emptySprite(kDotSize, m_ratio);
        QPainter painter(&sprite);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.series(i));
        painter.drawEllipse(QRectF(1, 1, kDotSize, kDotSize).adjusted(0.4, 0.4, -0.4, -0.4));
        m_dots.push_back(sprite);
    }
    m_cross = emptySprite(kCrossSize, m_ratio);
    QPainter painter(&m_cross);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::StateFailedFill), 1.6));
    const QRectF box = QRectF(1, 1, kCrossSize, kCrossSize).adjusted(0.8, 0.8, -0.8, -0.8);
    painter.drawLine(box.topLeft(), box.bottomRight());
    painter.drawLine(box.topRight(), box.bottomLeft());
}

void MapPainter::paintBackground(QPainter& painter, const MapLayout& layout, const WorldDescription& world,
    const std::vector<bool>& sound, const Theme& theme)
{
    painter.fillRect(layout.projection.view(), theme.color(Token::BgPlot));
    painter.setRenderHint(QPainter::Antialiasing);
    if (layout.shape == MapShape::Ring) {
        painter.setPen(QPen(theme.color(Token::LineGrid), 10));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(layout.ringCentre, layout.ringRadius, layout.ringRadius);
    } else {
        painter.setPen(QPen(theme.color(Token::MapCoast), 0.8));
        painter.setBrush(theme.color(Token::MapLand));
        painter.drawPath(landPath(layout.projection));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::MapCity));
    const QRectF view = layout.projection.view();
    for (const CityInfo& city : world.cities) {
        const qreal radius = 1.1 + 1.9 * std::sqrt(static_cast<double>(city.population) / 2.3e7);
        if (view.contains(layout.cities[city.id.value]))
            painter.drawEllipse(layout.cities[city.id.value], radius, radius);
    }
    if (!layout.hasManyLinks())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Token::LineBorder, 0.35), 1));
    for (std::size_t i = 0; i < std::min(sound.size(), layout.links.size()); ++i) {
        if (sound[i])
            painter.drawPolyline(layout.links[i].curve);
    }
}

void MapPainter::paint(QPainter& painter, const MapLayout& layout, const WorldDescription& world,
    const Snapshot& snapshot, const TrafficDots& traffic, const MapLook& look) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintLinks(painter, layout, snapshot, look);
    if (look.isReducedMotion)
        paintStaticTraffic(painter, layout, snapshot);
    else
        paintTraffic(painter, layout, traffic);
    paintStale(painter, layout, snapshot);
    if (look.blast)
        paintBlast(painter, layout, *look.blast);
    paintTags(painter, layout, world, snapshot, look);
    for (const RegionInfo& info : world.regions) {
        if (layout.isInView(layout.nodes[info.id.value]))
            paintNode(painter, layout, info, snapshot.regions[info.id.value], look);
    }
    for (const RegionInfo& info : world.regions) {
        const QRectF& card = layout.cards[info.id.value];
        if (!layout.hasSmallCards())
            paintCard(painter, card, info, world, snapshot, look);
        else if (layout.isInView(layout.nodes[info.id.value]))
            paintSmallCard(painter, card, info, snapshot.regions[info.id.value], look);
    }
    paintLegend(painter, layout.projection.view(), snapshot, traffic, look.isReducedMotion);
    if (look.opened.isRegion())
        paintParts(painter, layout, look);
    if (look.blast && look.blast->hasBox)
        paintBlastBox(painter, layout, look);
    if (!look.refusal.isEmpty())
        paintRefusal(painter, layout, look);
}

void MapPainter::paintLinks(
    QPainter& painter, const MapLayout& layout, const Snapshot& snapshot, const MapLook& look) const
{
    painter.setBrush(Qt::NoBrush);
    for (const LinkPlace& link : layout.links) {
        const bool isMarked = link.item == look.selected || link.item == look.hovered
            || link.item == look.focused || link.item == look.dropTarget;
        if (layout.hasManyLinks() && !isMarked && linkShape(snapshot, link.item) == StateShape::Ok)
            continue; // in the background
        const LinkStatus status = linkStatus(snapshot, link.item);
        if (link.item == look.focused || link.item == look.dropTarget) {
            painter.setPen(QPen(m_theme.color(Token::Accent, 0.35), 7, Qt::SolidLine, Qt::RoundCap));
            painter.drawPolyline(link.curve);
        }
        QColor color = m_theme.color(Token::LineBorder);
        if (status.shape == StateShape::Failed)
            color = m_theme.color(Token::StateFailedFill);
        else if (status.shape == StateShape::Degraded)
            color = m_theme.color(Token::StateDegradedText);
        else if (link.item == look.selected)
            color = m_theme.color(Token::Accent);
        QPen pen(color, isMarked ? 2.2 : 1.4);
        if (status.isBroken)
            pen.setDashPattern({ 3, 3 });
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawPolyline(link.curve);
    }
}

void MapPainter::paintTraffic(QPainter& painter, const MapLayout& layout, const TrafficDots& traffic) const
{
    const QPointF dotHalf(kDotSize / 2 + 1, kDotSize / 2 + 1);
    const QPointF crossHalf(kCrossSize / 2 + 1, kCrossSize / 2 + 1);
    for (const Dot& dot : traffic.dots()) {
        if (!dot.isFailed)
            painter.drawPixmap(TrafficDots::positionOf(dot, layout) - dotHalf, m_dots[dot.region.value]);
    }
    // Above the others: few, and the ones that matter.
    for (const Dot& dot : traffic.dots()) {
        if (dot.isFailed)
            painter.drawPixmap(TrafficDots::positionOf(dot, layout) - crossHalf, m_cross);
    }
}

void MapPainter::paintStaticTraffic(
    QPainter& painter, const MapLayout& layout, const Snapshot& snapshot) const
{
    std::vector<const FlowView*> flows;
    for (const FlowView& flow : snapshot.flows) {
        if (flow.city.value < layout.cities.size() && flow.region.value < layout.nodes.size())
            flows.push_back(&flow);
    }
    std::stable_sort(flows.begin(), flows.end(),
        [](const FlowView* a, const FlowView* b) { return a->requestRateHz > b->requestRateHz; });
    const double most = flows.empty() ? 1 : std::max(1.0, static_cast<double>(flows.front()->requestRateHz));
    for (const FlowView* flow : flows) {
        const bool isFailed = flow->failedRateHz > flow->requestRateHz / 2;
        const double share = static_cast<double>(flow->requestRateHz) / most;
        // Small flows are left out: their lines would hide the large ones.
        if (share < 0.08 && !isFailed)
            continue;
        QColor color = isFailed ? m_theme.color(Token::StateFailedFill) : m_theme.series(flow->region.value);
        color.setAlphaF(0.55F);
        const QPointF from = layout.cities[flow->city.value];
        const QPointF way = layout.nodes[flow->region.value] - from;
        painter.setPen(QPen(color, 0.8 + 2.4 * share));
        painter.drawLine(from, from + way);
        const QPointF tip = from + way * 0.62;
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF { { tip, arrowBase(tip, way, 7, 3.5), arrowBase(tip, way, 7, -3.5) } });
    }
    paintNumbers(painter, layout, flows);
}

// Of the largest flows, where there is room: two numbers over each other are none.
void MapPainter::paintNumbers(
    QPainter& painter, const MapLayout& layout, const std::vector<const FlowView*>& flows) const
{
    painter.setFont(font(FontRole::Caption));
    std::vector<QRectF> taken = layout.cards;
    for (const LinkPlace& link : layout.links) {
        QRectF tag(QPointF(), kTagSize);
        tag.moveCenter(link.tag);
        taken.push_back(tag);
    }
    std::size_t numbers = 0;
    for (const FlowView* flow : flows) {
        if (numbers == kMostNumbers)
            return;
        const QPointF from = layout.cities[flow->city.value];
        const QPointF way = layout.nodes[flow->region.value] - from;
        if (std::hypot(way.x(), way.y()) < kNumberWay)
            continue;
        const QString text = formatRate(static_cast<double>(flow->requestRateHz));
        QRectF box(0, 0, tabularWidth(painter.font(), text) + 6, 14);
        box.moveCenter(from + way * 0.4);
        const bool isFree = layout.projection.view().contains(box)
            && std::none_of(
                taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(box); });
        if (!isFree)
            continue;
        ++numbers;
        taken.push_back(box);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::BgPlot, 0.8));
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(m_theme.color(Token::TextSecondary));
        drawTabular(painter, box, Qt::AlignHCenter, text);
    }
}

// Clients whose next request goes where no answer leads today: a ring around their city, by their number.
void MapPainter::paintStale(QPainter& painter, const MapLayout& layout, const Snapshot& snapshot) const
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.color(Token::StateDegradedText), 1));
    const QRectF view = layout.projection.view();
    for (std::size_t i = 0; i < std::min(snapshot.staleByCity.size(), layout.cities.size()); ++i) {
        if (snapshot.staleByCity[i] == 0 || !view.contains(layout.cities[i]))
            continue;
        const qreal radius = std::min(
            kStaleRadiusMost, kStaleRadiusLeast + kStaleGrowth * std::sqrt(snapshot.staleByCity[i]));
        painter.drawEllipse(layout.cities[i], radius, radius);
    }
}

void MapPainter::paintNode(QPainter& painter, const MapLayout& layout, const RegionInfo& info,
    const RegionView& region, const MapLook& look) const
{
    const QPointF centre = layout.nodes[info.id.value];
    const MapItem item = MapItem::forRegion(info.id);
    const StateShape shape = shapeOf(region.state);
    if (look.isDropping || item == look.hovered || item == look.selected) {
        const bool isTarget = item == look.dropTarget;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Accent, isTarget ? 0.45 : 0.18));
        painter.drawEllipse(centre, kNodeRadius + 6, kNodeRadius + 6);
    }
    if (item == look.focused) {
        painter.setPen(QPen(m_theme.color(Token::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, kNodeRadius + 5, kNodeRadius + 5);
    }
    painter.setPen(QPen(m_theme.series(info.id.value), 2.6));
    painter.setBrush(m_theme.color(Token::BgPlot));
    painter.drawEllipse(centre, kNodeRadius, kNodeRadius);
    QColor ink = m_theme.color(Token::TextPrimary);
    if (shape == StateShape::Failed) {
        painter.setPen(QPen(m_theme.color(Token::StateFailedFill), 2.6));
        painter.drawEllipse(centre, kNodeRadius, kNodeRadius);
        const qreal half = kNodeRadius - 3;
        paintStateGlyph(
            painter, QRectF(centre - QPointF(half, half), QSizeF(2 * half, 2 * half)), shape, m_theme);
        ink = m_theme.color(Token::StateFailedInk);
    }
    painter.setFont(font(FontRole::BodyStrong));
    painter.setPen(ink);
    painter.drawText(
        QRectF(centre - QPointF(20, 20), QSizeF(40, 40)), Qt::AlignCenter, QString(QLatin1Char(info.letter)));
    if (shape == StateShape::Ok || shape == StateShape::Failed)
        return;
    QRectF badge(0, 0, 15, 15);
    badge.moveCenter(centre + QPointF(kNodeRadius * 0.78, kNodeRadius * 0.78));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::BgPlot));
    painter.drawEllipse(badge.adjusted(-2, -2, 2, 2));
    paintStateGlyph(painter, badge, shape, m_theme);
}

void MapPainter::paintLegend(QPainter& painter, const QRectF& view, const Snapshot& snapshot,
    const TrafficDots& traffic, bool isReducedMotion) const
{
    // Marks and words stand in one row from left to right in every language, as the map does.
    constexpr auto kAlign = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute);
    painter.setFont(font(FontRole::Caption));
    const QFontMetricsF metrics(painter.font());
    const int scale = std::max(1, traffic.requestsPerDot());
    const QString dot
        = isReducedMotion ? MapPainterText::tr("line width = requests per second") : formatRequests(scale);
    //: what a cross on the map stands for; %1 is "15 requests"
    const QString cross = isReducedMotion
        ? MapPainterText::tr("failing requests")
        : MapPainterText::tr("%1 failing")
              .arg(formatRequests(std::max(1, scale / TrafficDots::kCrossWeight)));
    const QString ring = MapPainterText::tr("ring colour and letter = region");
    const qreal gap = 14;
    const qreal mark = 12;
    const qreal width = metrics.horizontalAdvance(dot) + metrics.horizontalAdvance(cross)
        + metrics.horizontalAdvance(ring) + 2 * gap + 2 * mark;
    QRectF row(view.right() - width - 14, view.bottom() - kLegendHeight - 7, width, kLegendHeight);
    paintStaleLegend(painter, row.translated(0, -kLegendHeight - 2), snapshot);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::BgPlot, 0.7));
    painter.drawRoundedRect(row.adjusted(-6, 0, 6, 0), kRadius, kRadius);
    painter.setBrush(m_theme.color(Token::TextMuted));
    painter.drawEllipse(QPointF(row.left() + 4, row.center().y()), 3, 3);
    painter.setPen(m_theme.color(Token::TextMuted));
    row.adjust(mark, 0, 0, 0);
    painter.drawText(row, kAlign, dot);
    row.adjust(metrics.horizontalAdvance(dot) + gap, 0, 0, 0);
    painter.drawPixmap(QPointF(row.left() - 1, row.center().y() - kCrossSize / 2 - 1), m_cross);
    row.adjust(mark, 0, 0, 0);
    painter.drawText(row, kAlign, cross);
    row.adjust(metrics.horizontalAdvance(cross) + gap, 0, 0, 0);
    painter.drawText(row, kAlign, ring);
}

void MapPainter::paintStaleLegend(QPainter& painter, const QRectF& row, const Snapshot& snapshot) const
{
    const QString text = staleSentence(snapshot);
    if (text.isEmpty())
        return;
    painter.save();
    painter.setFont(font(FontRole::CaptionStrong));
    const qreal width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 16;
    QRectF box(row.right() - width, row.top(), width, row.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::BgPlot, 0.7));
    painter.drawRoundedRect(box.adjusted(-6, 0, 6, 0), kRadius, kRadius);
    painter.setPen(QPen(m_theme.color(Token::StateDegradedText), 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(box.left() + 5, box.center().y()), 4, 4);
    painter.drawText(box.adjusted(16, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute, text);
    painter.restore();
}

} // namespace sb
