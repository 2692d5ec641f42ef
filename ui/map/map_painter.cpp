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
// With more links than this only those that are abnormal or pointed at say their lag.
constexpr std::size_t kMostTags = 6;

QPixmap emptySprite(qreal size, qreal ratio)
{
    const int side = static_cast<int>(std::ceil((size + 2) * ratio));
    QPixmap sprite(side, side);
    sprite.setDevicePixelRatio(ratio);
    sprite.fill(Qt::transparent);
    return sprite;
}

// The whole story of a rate is its size against normal: the bar ends at two and a half times normal.
constexpr qreal kBarSpan = 2.5;

QPointF arrowBase(const QPointF& tip, const QPointF& way, qreal size, qreal side)
{
    const qreal length = std::max(1.0, std::hypot(way.x(), way.y()));
    const QPointF along = way / length;
    return tip - along * size + QPointF(-along.y(), along.x()) * side;
}

void strokeRounded(
    QPainter& painter, const QRectF& box, const QColor& fill, const QColor& line, qreal width = 1)
{
    painter.setPen(QPen(line, width));
    painter.setBrush(fill);
    painter.drawRoundedRect(box, kRadius, kRadius);
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

void MapPainter::paintBackground(
    QPainter& painter, const MapLayout& layout, const WorldDescription& world, const Theme& theme)
{
    painter.fillRect(layout.projection.view(), theme.color(Token::BgPlot));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::MapCoast), 0.8));
    painter.setBrush(theme.color(Token::MapLand));
    painter.drawPath(landPath(layout.projection));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::MapCity));
    for (const CityInfo& city : world.cities) {
        const qreal radius = 1.1 + 1.9 * std::sqrt(static_cast<double>(city.population) / 2.3e7);
        painter.drawEllipse(layout.cities[city.id.value], radius, radius);
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
    paintTags(painter, layout, snapshot, look);
    for (const RegionInfo& info : world.regions)
        paintNode(painter, layout, info, snapshot.regions[info.id.value], look);
    for (const RegionInfo& info : world.regions)
        paintCard(
            painter, layout.cards[info.id.value], info, snapshot.regions[info.id.value], snapshot.now, look);
    paintLegend(painter, layout.projection.view(), traffic, look.isReducedMotion);
}

void MapPainter::paintLinks(
    QPainter& painter, const MapLayout& layout, const Snapshot& snapshot, const MapLook& look) const
{
    painter.setBrush(Qt::NoBrush);
    for (const LinkPlace& link : layout.links) {
        const LinkStatus status = linkStatus(snapshot, link.item);
        const bool isMarked = link.item == look.selected || link.item == look.hovered
            || link.item == look.focused || link.item == look.dropTarget;
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

void MapPainter::paintTags(
    QPainter& painter, const MapLayout& layout, const Snapshot& snapshot, const MapLook& look) const
{
    painter.setFont(font(FontRole::Caption));
    for (const LinkPlace& link : layout.links) {
        const LinkStatus status = linkStatus(snapshot, link.item);
        const bool isMarked
            = link.item == look.selected || link.item == look.hovered || link.item == look.focused;
        if (layout.links.size() > kMostTags && status.shape == StateShape::Ok && !isMarked)
            continue;
        // Wide enough for one digit more, so that a ticking value does not make the box breathe.
        const qreal width
            = std::max(62.0, std::ceil((tabularWidth(painter.font(), status.text) + 14) / 6) * 6);
        QRectF box(0, 0, width, kTagSize.height());
        box.moveCenter(QPointF(std::round(link.tag.x()), std::round(link.tag.y()) + 0.5));
        QColor line = m_theme.color(Token::LineSoft);
        if (status.shape == StateShape::Failed)
            line = m_theme.color(Token::StateFailedFill);
        else if (status.shape == StateShape::Degraded)
            line = m_theme.color(Token::StateDegradedText);
        if (link.item == look.selected || link.item == look.focused)
            line = m_theme.color(Token::Accent);
        strokeRounded(painter, box, m_theme.color(Token::BgPanel), line, link.item == look.focused ? 2 : 1);
        painter.setPen(status.shape == StateShape::Ok ? m_theme.color(Token::TextSecondary)
                                                      : stateTextColor(m_theme, status.shape));
        drawTabular(painter, box, Qt::AlignHCenter, status.text);
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
    double most = 1;
    for (const FlowView& flow : snapshot.flows)
        most = std::max(most, static_cast<double>(flow.requestRateHz));
    for (const FlowView& flow : snapshot.flows) {
        if (flow.city.value >= layout.cities.size() || flow.region.value >= layout.nodes.size())
            continue;
        const bool isFailed = flow.failedRateHz > flow.requestRateHz / 2;
        const double share = static_cast<double>(flow.requestRateHz) / most;
        // Small flows are left out: their lines would hide the large ones.
        if (share < 0.08 && !isFailed)
            continue;
        QColor color = isFailed ? m_theme.color(Token::StateFailedFill) : m_theme.series(flow.region.value);
        color.setAlphaF(0.55F);
        const QPointF from = layout.cities[flow.city.value];
        const QPointF way = layout.nodes[flow.region.value] - from;
        painter.setPen(QPen(color, 0.8 + 2.4 * share));
        painter.drawLine(from, from + way);
        const QPointF tip = from + way * 0.62;
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(QPolygonF { { tip, arrowBase(tip, way, 7, 3.5), arrowBase(tip, way, 7, -3.5) } });
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

void MapPainter::paintCard(QPainter& painter, const QRectF& place, const RegionInfo& info,
    const RegionView& region, Instant now, const MapLook& look) const
{
    const MapItem item = MapItem::forRegion(info.id);
    const StateShape shape = shapeOf(region.state);
    const bool isFailed = shape == StateShape::Failed;
    const QRectF card(
        std::round(place.x()) + 0.5, std::round(place.y()) + 0.5, place.width(), place.height());
    QColor line = m_theme.color(isFailed ? Token::StateFailedFill : Token::LineSoft);
    if (item == look.selected && !isFailed)
        line = m_theme.color(Token::LineBorder);
    if (item == look.focused || item == look.dropTarget)
        line = m_theme.color(Token::Accent);
    const bool isStrong = isFailed || item == look.focused || item == look.dropTarget;
    strokeRounded(
        painter, card, m_theme.color(isFailed ? Token::BgFailed : Token::BgRaised), line, isStrong ? 1.6 : 1);

    const QRectF inner = card.adjusted(10, 6, -10, -7);
    const bool isMirrored = painter.layoutDirection() == Qt::RightToLeft;
    const auto mirrored = [&](QRectF r) {
        if (isMirrored)
            r.moveLeft(inner.left() + inner.right() - r.right());
        return r;
    };
    QRectF line1(inner.left(), inner.top(), inner.width(), 17);
    painter.setFont(font(FontRole::BodyStrong));
    painter.setPen(m_theme.color(Token::TextPrimary));
    const QFontMetricsF strong(painter.font());
    painter.drawText(line1, Qt::AlignLeft | Qt::AlignVCenter,
        strong.elidedText(regionName(info), Qt::ElideRight, inner.width() * 0.55));
    painter.setFont(font(FontRole::Caption));
    painter.setPen(m_theme.color(Token::TextMuted));
    painter.drawText(line1, Qt::AlignRight | Qt::AlignVCenter, qs(info.code));

    const QRectF line2(inner.left(), inner.top() + 18, inner.width(), 18);
    const qreal side = 11;
    paintStateGlyph(
        painter, mirrored({ line2.left(), line2.center().y() - side / 2, side, side }), shape, m_theme);
    painter.setFont(font(shape == StateShape::Ok ? FontRole::Body : FontRole::BodyStrong));
    painter.setPen(stateTextColor(m_theme, shape));
    QString status = regionStatus(region, now);
    const QRectF words = mirrored(line2.adjusted(side + 7, 0, 2, 0));
    if (QFontMetricsF(painter.font()).horizontalAdvance(status) > words.width())
        status = shortRegionStatus(region, now);
    if (item == look.armed)
        status = MapPainterText::tr("Delete again to fail it");
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(painter.font()).elidedText(status, Qt::ElideRight, words.width()));

    const QRectF line3(inner.left(), inner.bottom() - 14, inner.width(), 14);
    paintRateBar(
        painter, mirrored({ line3.left(), line3.center().y() - 4.5, line3.width() * 0.52, 9 }), region);
    painter.setFont(font(FontRole::Caption));
    painter.setPen(m_theme.color(Token::TextPrimary));
    drawTabular(
        painter, line3, isMirrored ? Qt::AlignLeft : Qt::AlignRight, formatRate(region.requestRateHz));
}

void MapPainter::paintRateBar(QPainter& painter, const QRectF& bar, const RegionView& region) const
{
    const double normal = std::max(1.0, region.requestRateHzNormal);
    const double filled = std::clamp(region.requestRateHz / (normal * kBarSpan), 0.0, 1.0);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(bar, m_theme.color(Token::LineGrid, 0.75));
    const bool isAbove = region.capacityHz > 0 && region.requestRateHz > region.capacityHz;
    QRectF level = bar;
    level.setWidth(bar.width() * filled);
    painter.fillRect(level, m_theme.color(isAbove ? Token::StateDegradedFill : Token::TextSecondary));
    // Marks of the normal band, three quarters to five quarters of the calm average.
    for (const double mark : { 0.75, 1.25 }) {
        const qreal x = bar.left() + bar.width() * mark / kBarSpan;
        painter.fillRect(
            QRectF(std::round(x), bar.top() - 2, 1.4, bar.height() + 4), m_theme.color(Token::LineBorder));
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void MapPainter::paintLegend(
    QPainter& painter, const QRectF& view, const TrafficDots& traffic, bool isReducedMotion) const
{
    // Marks and words stand in one row from left to right in every language, as the map does.
    const Qt::LayoutDirection direction = painter.layoutDirection();
    painter.setLayoutDirection(Qt::LeftToRight);
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
    const qreal width = metrics.horizontalAdvance(dot + cross + ring) + 2 * gap + 2 * mark;
    QRectF row(view.right() - width - 14, view.bottom() - kLegendHeight - 7, width, kLegendHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::BgPlot, 0.7));
    painter.drawRoundedRect(row.adjusted(-6, 0, 6, 0), kRadius, kRadius);
    painter.setBrush(m_theme.color(Token::TextMuted));
    painter.drawEllipse(QPointF(row.left() + 4, row.center().y()), 3, 3);
    painter.setPen(m_theme.color(Token::TextMuted));
    row.adjust(mark, 0, 0, 0);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, dot);
    row.adjust(metrics.horizontalAdvance(dot) + gap, 0, 0, 0);
    painter.drawPixmap(QPointF(row.left() - 1, row.center().y() - kCrossSize / 2 - 1), m_cross);
    row.adjust(mark, 0, 0, 0);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, cross);
    row.adjust(metrics.horizontalAdvance(cross) + gap, 0, 0, 0);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, ring);
    painter.setLayoutDirection(direction);
}

} // namespace sb
