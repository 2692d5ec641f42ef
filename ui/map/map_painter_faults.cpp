// SPDX-License-Identifier: GPL-3.0-or-later
// What the map shows of a fault that is over it or armed: what it would hit as shapes, the same in words, the
// parts of a region as targets, and why something does not fit.
#include "ui/map/map_painter.h"
#include "ui/map/map_text.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/state_glyph.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sb {

namespace {

struct MapPainterText {
    Q_DECLARE_TR_FUNCTIONS(MapPainter)
};

constexpr qreal kPartHeight = 22;
constexpr qreal kPartGap = 3;
constexpr qreal kBoxWidth = 330;
constexpr qreal kBoxPad = 10;
constexpr qreal kHalo = kNodeRadius + 9;
constexpr qreal kMark = 4.5; // half the diagonal of a city's mark

bool isHarsh(const BlastRadius& blast)
{
    return blast.effect == BlastEffect::Fails || blast.effect == BlastEffect::WritesFail
        || (blast.isMoving && !blast.isCarried());
}

} // namespace

std::array<QRectF, kMapPartCount - 1> partRects(const QRectF& card, const QRectF& view)
{
    const qreal height = 2 * kPartHeight + 3 * kPartGap;
    const qreal top
        = card.bottom() + height <= view.bottom() ? card.bottom() + kPartGap : card.top() - height + kPartGap;
    const qreal width = (std::max(card.width(), kCardSize.width()) - kPartGap) / 2;
    std::array<QRectF, kMapPartCount - 1> cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto column = static_cast<qreal>(i % 2);
        const auto row = static_cast<qreal>(i / 2);
        cells[i] = QRectF(card.left() + column * (width + kPartGap), top + row * (kPartHeight + kPartGap),
            width, kPartHeight);
    }
    return cells;
}

void MapPainter::paintParts(QPainter& painter, const MapLayout& layout, const MapLook& look) const
{
    const auto cells = partRects(layout.cards[look.opened.region.value], layout.projection.view());
    painter.setFont(font(FontRole::Caption));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto part = static_cast<MapPart>(i + 1);
        const bool isFitting = !look.dragged || kindAt(*look.dragged, part).has_value();
        const bool isUnder = part == look.partUnder;
        const QRectF cell(std::round(cells[i].x()) + 0.5, std::round(cells[i].y()) + 0.5, cells[i].width(),
            cells[i].height());
        QPen pen(m_theme.color(isUnder && isFitting ? Token::Accent
                         : isFitting                ? Token::LineBorder
                                                    : Token::LineSoft),
            isUnder ? 1.8 : 1);
        if (!isFitting)
            pen.setDashPattern({ 3, 3 });
        painter.setPen(pen);
        painter.setBrush(m_theme.color(isUnder && isFitting ? Token::BgAccent : Token::BgRaised));
        painter.drawRoundedRect(cell, kRadius, kRadius);
        painter.setPen(m_theme.color(isFitting ? Token::TextPrimary : Token::TextMuted));
        painter.drawText(cell, Qt::AlignCenter, wordFor(part));
    }
}

void MapPainter::paintBlast(QPainter& painter, const MapLayout& layout, const BlastLook& look) const
{
    const BlastRadius& blast = look.radius;
    const Token token = isHarsh(blast) ? Token::StateFailedText : Token::StateDegradedText;
    const QColor ink = m_theme.color(token);
    painter.setBrush(Qt::NoBrush);
    for (const MapItem& item : blast.links) {
        const LinkPlace* link = layout.link(item);
        if (!link)
            continue;
        painter.setPen(QPen(m_theme.color(token, 0.28), 8, Qt::SolidLine, Qt::RoundCap));
        painter.drawPolyline(link->curve);
    }
    const QRectF view = layout.projection.view();
    for (const RegionId region : blast.regions) {
        const QPointF centre = layout.nodes[region.value];
        painter.setPen(QPen(m_theme.color(token, 0.22), 1));
        for (const CityId city : blast.cities) {
            if (view.contains(layout.cities[city.value]))
                painter.drawLine(layout.cities[city.value], centre);
        }
        QPen halo(ink, 2.2);
        halo.setDashPattern({ 2.5, 2 });
        painter.setPen(halo);
        painter.setBrush(m_theme.color(token, 0.14));
        painter.drawEllipse(centre, kHalo, kHalo);
        painter.setBrush(Qt::NoBrush);
    }
    // A diamond around each city that is hit: a shape that nothing else on the map has.
    painter.setPen(QPen(ink, 1.3));
    for (const CityId city : blast.cities) {
        const QPointF& at = layout.cities[city.value];
        if (view.contains(at))
            painter.drawPolygon(QPolygonF { { at + QPointF(0, -kMark), at + QPointF(kMark, 0),
                at + QPointF(0, kMark), at + QPointF(-kMark, 0) } });
    }
}

void MapPainter::paintBlastBox(QPainter& painter, const MapLayout& layout, const MapLook& whole) const
{
    const BlastLook& look = *whole.blast;
    std::vector<QRectF> kept; // where the hand may go next
    if (whole.opened.isRegion()) {
        const QRectF& card = layout.cards[whole.opened.region.value];
        const auto parts = partRects(card, layout.projection.view());
        kept.assign(parts.begin(), parts.end());
        kept.push_back(card);
    }
    const QRectF view = layout.projection.view();
    const QFont strong = font(FontRole::BodyStrong);
    const QFont words = font(FontRole::Caption);
    const qreal inner = std::min(kBoxWidth, view.width() - 2 * kBoxPad - 8);
    const QFontMetricsF metrics(words);
    std::vector<qreal> heights;
    qreal height = 2 * kBoxPad + 20;
    for (const QString& line : look.lines) {
        heights.push_back(
            metrics.boundingRect(QRectF(0, 0, inner - 16, 400), Qt::TextWordWrap, line).height() + 4);
        height += heights.back();
    }
    const QRectF box = layout.beside(look.anchor, { inner + 2 * kBoxPad, height }, kept);
    const bool isFailing = isHarsh(look.radius);
    painter.setPen(QPen(m_theme.color(isFailing ? Token::StateFailedFill : Token::LineBorder), 1.6));
    painter.setBrush(m_theme.color(Token::BgRaised));
    painter.drawRoundedRect(box, kRadius, kRadius);
    const QRectF head(box.left() + kBoxPad, box.top() + kBoxPad - 2, inner, 18);
    paintStateGlyph(painter, QRectF(head.left(), head.center().y() - 6, 12, 12),
        isFailing ? StateShape::Failed : StateShape::Degraded, m_theme);
    painter.setFont(strong);
    painter.setPen(m_theme.color(Token::TextPrimary));
    painter.drawText(head.adjusted(18, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(strong).elidedText(look.title, Qt::ElideRight, inner - 18));
    painter.setFont(words);
    painter.setPen(m_theme.color(Token::TextSecondary));
    qreal y = head.bottom() + 4;
    for (qsizetype i = 0; i < look.lines.size(); ++i) {
        const qreal step = heights[static_cast<std::size_t>(i)];
        painter.drawText(QRectF(head.left() + 18, y, inner - 16, step), Qt::TextWordWrap | Qt::AlignLeft,
            look.lines.at(i));
        y += step;
    }
}

void MapPainter::paintRefusal(QPainter& painter, const MapLayout& layout, const MapLook& look) const
{
    const QRectF view = layout.projection.view();
    painter.setFont(font(FontRole::Caption));
    const qreal inner = std::min(kBoxWidth, view.width() - 2 * kBoxPad - 8);
    const qreal text = QFontMetricsF(painter.font())
                           .boundingRect(QRectF(0, 0, inner - 18, 400), Qt::TextWordWrap, look.refusal)
                           .height();
    const QRectF box = layout.beside(look.pointer, { inner + 2 * kBoxPad, text + 2 * kBoxPad - 4 });
    painter.setPen(QPen(m_theme.color(Token::LineBorder), 1));
    painter.setBrush(m_theme.color(Token::BgRaised));
    painter.drawRoundedRect(box, kRadius, kRadius);
    paintStateGlyph(
        painter, QRectF(box.left() + kBoxPad, box.top() + kBoxPad, 12, 12), StateShape::Held, m_theme);
    painter.setPen(m_theme.color(Token::TextPrimary));
    painter.drawText(
        box.adjusted(kBoxPad + 18, kBoxPad - 2, -kBoxPad, 0), Qt::TextWordWrap | Qt::AlignLeft, look.refusal);
}

} // namespace sb
