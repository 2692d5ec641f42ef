// SPDX-License-Identifier: GPL-3.0-or-later
// The words on the map: the cards of the regions and the tags of the links, with the timers of their faults.
#include "ui/map/fault_clock.h"
#include "ui/map/map_painter.h"
#include "ui/map/map_text.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/state_glyph.h"
#include "ui/theme/words.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sb {

namespace {

// With more links than this only those that are abnormal or pointed at say their lag.
constexpr std::size_t kMostTags = 6;
constexpr qreal kClock = 12;

// The whole story of a rate is its size against normal: the bar ends at two and a half times normal.
constexpr qreal kBarSpan = 2.5;

void strokeRounded(
    QPainter& painter, const QRectF& box, const QColor& fill, const QColor& line, qreal width = 1)
{
    painter.setPen(QPen(line, width));
    painter.setBrush(fill);
    painter.drawRoundedRect(box, kRadius, kRadius);
}

// The timer of the fault that ends first, and how many more there are: "14:18", "14:18 +1".
QString clockText(const std::vector<const FaultView*>& faults, Instant now)
{
    const QString left = timeLeftText(timeLeft(*faults.front(), now));
    return faults.size() == 1 ? left : QStringLiteral("%1 +%2").arg(left).arg(faults.size() - 1);
}

} // namespace

void MapPainter::paintTags(QPainter& painter, const MapLayout& layout, const WorldDescription& world,
    const Snapshot& snapshot, const MapLook& look) const
{
    painter.setFont(font(FontRole::Caption));
    for (const LinkPlace& link : layout.links) {
        const bool isMarked
            = link.item == look.selected || link.item == look.hovered || link.item == look.focused;
        if (layout.links.size() > kMostTags && !isMarked && linkShape(snapshot, link.item) == StateShape::Ok)
            continue;
        // Of a link to a dead region nothing is to be said that its card does not say, when there are many.
        if (layout.hasSmallCards() && !isMarked && faultsOf(snapshot, world, link.item).empty())
            continue;
        if (layout.isInView(link.tag))
            paintTag(painter, link, world, snapshot, look);
    }
}

void MapPainter::paintTag(QPainter& painter, const LinkPlace& link, const WorldDescription& world,
    const Snapshot& snapshot, const MapLook& look) const
{
    const LinkStatus status = linkStatus(snapshot, link.item);
    const std::vector<const FaultView*> faults = faultsOf(snapshot, world, link.item);
    const QString clock = faults.empty() ? QString() : clockText(faults, snapshot.now);
    const qreal clockRoom
        = clock.isEmpty() ? 0 : kClock + 4 + std::ceil(tabularWidth(painter.font(), clock)) + 8;
    // Wide enough for one digit more, so that a ticking value does not make the box breathe.
    const qreal text = std::max(62.0, std::ceil((tabularWidth(painter.font(), status.text) + 14) / 6) * 6);
    QRectF box(0, 0, text + clockRoom, kTagSize.height());
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
    drawTabular(painter, QRectF(box.topLeft(), QSizeF(text, box.height())), Qt::AlignHCenter, status.text);
    if (clock.isEmpty())
        return;
    const QRectF dial(box.left() + text, box.center().y() - kClock / 2, kClock, kClock);
    paintFaultClock(painter, dial, shareLeft(*faults.front(), snapshot.now), m_theme);
    painter.setPen(m_theme.color(Token::StateFailedText));
    drawTabular(painter, QRectF(dial.right() + 4, box.top(), box.right() - dial.right(), box.height()),
        Qt::AlignLeft, clock);
}

void MapPainter::paintFrameOfCard(
    QPainter& painter, const QRectF& card, const MapItem& item, StateShape shape, const MapLook& look) const
{
    const bool isFailed = shape == StateShape::Failed;
    QColor line = m_theme.color(isFailed ? Token::StateFailedFill : Token::LineSoft);
    if (item == look.selected && !isFailed)
        line = m_theme.color(Token::LineBorder);
    if (item == look.focused || item == look.dropTarget)
        line = m_theme.color(Token::Accent);
    const bool isStrong = isFailed || item == look.focused || item == look.dropTarget;
    strokeRounded(
        painter, card, m_theme.color(isFailed ? Token::BgFailed : Token::BgRaised), line, isStrong ? 1.6 : 1);
}

void MapPainter::paintSmallCard(QPainter& painter, const QRectF& place, const RegionInfo& info,
    const RegionView& region, const MapLook& look) const
{
    const StateShape shape = shapeOf(region.state);
    const QRectF card(
        std::round(place.x()) + 0.5, std::round(place.y()) + 0.5, place.width(), place.height());
    paintFrameOfCard(painter, card, MapItem::forRegion(info.id), shape, look);
    const QRectF inner = card.adjusted(5, 0, -5, 0);
    const qreal side = 10;
    paintStateGlyph(painter, QRectF(inner.left(), inner.center().y() - side / 2, side, side), shape, m_theme);
    painter.setFont(font(FontRole::Caption));
    const QString rate = formatCount(static_cast<qint64>(std::lround(region.requestRateHz)));
    painter.setPen(m_theme.color(Token::TextSecondary));
    drawTabular(painter, inner, Qt::AlignRight, rate);
    const qreal room = inner.width() - side - 8 - tabularWidth(painter.font(), rate);
    painter.setPen(
        shape == StateShape::Ok ? m_theme.color(Token::TextPrimary) : stateTextColor(m_theme, shape));
    painter.drawText(inner.adjusted(side + 5, 0, 0, 0), Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter,
        QFontMetricsF(painter.font()).elidedText(regionName(info), Qt::ElideRight, room));
}

void MapPainter::paintCard(QPainter& painter, const QRectF& place, const RegionInfo& info,
    const WorldDescription& world, const Snapshot& snapshot, const MapLook& look) const
{
    const MapItem item = MapItem::forRegion(info.id);
    const RegionView& region = snapshot.regions[info.id.value];
    const StateShape shape = shapeOf(region.state);
    const QRectF card(
        std::round(place.x()) + 0.5, std::round(place.y()) + 0.5, place.width(), place.height());
    paintFrameOfCard(painter, card, item, shape, look);

    const QRectF inner = card.adjusted(10, 6, -10, -7);
    const bool isMirrored = painter.layoutDirection() == Qt::RightToLeft;
    const Qt::Alignment end = isMirrored ? Qt::AlignLeft : Qt::AlignRight; // drawTabular() mirrors nothing
    const auto mirrored = [&](QRectF r) {
        if (isMirrored)
            r.moveLeft(inner.left() + inner.right() - r.right());
        return r;
    };
    const QRectF line1(inner.left(), inner.top(), inner.width(), 17);
    painter.setFont(font(FontRole::BodyStrong));
    painter.setPen(m_theme.color(Token::TextPrimary));
    const QFontMetricsF strong(painter.font());
    painter.drawText(line1, Qt::AlignLeft | Qt::AlignVCenter,
        strong.elidedText(regionName(info), Qt::ElideRight, inner.width() * 0.55));
    painter.setFont(font(FontRole::Caption));
    // A fault's timer is worth more than the code of the region.
    if (const auto faults = faultsOf(snapshot, world, item); !faults.empty()) {
        const QString clock = clockText(faults, snapshot.now);
        painter.setPen(m_theme.color(Token::StateFailedText));
        drawTabular(painter, line1, end, clock);
        const qreal left = line1.right() - std::ceil(tabularWidth(painter.font(), clock)) - kClock - 5;
        paintFaultClock(painter, mirrored({ left, line1.center().y() - kClock / 2, kClock, kClock }),
            shareLeft(*faults.front(), snapshot.now), m_theme);
    } else {
        painter.setPen(m_theme.color(Token::TextMuted));
        painter.drawText(line1, Qt::AlignRight | Qt::AlignVCenter, qs(info.code));
    }

    const QRectF line2(inner.left(), inner.top() + 18, inner.width(), 18);
    const qreal side = 11;
    paintStateGlyph(
        painter, mirrored({ line2.left(), line2.center().y() - side / 2, side, side }), shape, m_theme);
    painter.setFont(font(shape == StateShape::Ok ? FontRole::Body : FontRole::BodyStrong));
    painter.setPen(stateTextColor(m_theme, shape));
    QString status = regionStatus(region, snapshot.now);
    const QRectF words = mirrored(line2.adjusted(side + 7, 0, 2, 0));
    if (QFontMetricsF(painter.font()).horizontalAdvance(status) > words.width())
        status = shortRegionStatus(region, snapshot.now);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(painter.font()).elidedText(status, Qt::ElideRight, words.width()));

    const QRectF line3(inner.left(), inner.bottom() - 14, inner.width(), 14);
    paintRateBar(
        painter, mirrored({ line3.left(), line3.center().y() - 4.5, line3.width() * 0.52, 9 }), region);
    painter.setFont(font(FontRole::Caption));
    painter.setPen(m_theme.color(Token::TextPrimary));
    drawTabular(painter, line3, end, formatRate(region.requestRateHz));
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

} // namespace sb
