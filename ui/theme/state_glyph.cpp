// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/state_glyph.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace sb {

namespace {

QPolygonF octagon(const QRectF& r)
{
    QPolygonF polygon;
    const qreal radius = r.width() / 2;
    for (int i = 0; i < 8; ++i) {
        const qreal angle = (i + 0.5) * std::numbers::pi / 4;
        polygon << r.center() + QPointF(std::cos(angle), std::sin(angle)) * radius;
    }
    return polygon;
}

void paintTriangle(QPainter& painter, const QRectF& r, const Theme& theme)
{
    const qreal lift = r.height() * 0.06;
    const QPolygonF triangle { { QPointF(r.center().x(), r.top() + lift),
        QPointF(r.right(), r.bottom() - lift), QPointF(r.left(), r.bottom() - lift) } };
    QPen outline(theme.color(Token::StateDegradedText), std::max(1.0, r.width() / 12));
    outline.setJoinStyle(Qt::RoundJoin);
    painter.setPen(outline);
    painter.setBrush(theme.color(Token::StateDegradedFill));
    painter.drawPolygon(triangle);
}

void paintHatchedSquare(QPainter& painter, const QRectF& r, const Theme& theme)
{
    const QRectF square = r.adjusted(r.width() * 0.1, r.width() * 0.1, -r.width() * 0.1, -r.width() * 0.1);
    QPen pen(theme.color(Token::StateHeld), std::max(1.0, r.width() / 10));
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(square);
    painter.setClipRect(square, Qt::IntersectClip);
    pen.setWidthF(std::max(1.0, r.width() / 12));
    painter.setPen(pen);
    const qreal step = std::max(3.0, square.width() / 3.2);
    for (qreal x = square.left() - square.height() + step / 2; x < square.right(); x += step)
        painter.drawLine(QPointF(x, square.bottom()), QPointF(x + square.height(), square.top()));
}

void paintRingWithArrow(QPainter& painter, const QRectF& r, const Theme& theme)
{
    const qreal width = std::max(1.4, r.width() / 8);
    const QRectF ring = r.adjusted(width, width, -width, -width);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Token::Accent), width, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(ring, 50 * 16, 280 * 16);
    // Arrow head at the arc's start (50°), pointing along the clockwise direction.
    const qreal angle = 50 * std::numbers::pi / 180;
    const QPointF tip = ring.center() + QPointF(std::cos(angle), -std::sin(angle)) * (ring.width() / 2);
    const qreal head = r.width() * 0.26;
    const QPointF along(std::sin(angle), std::cos(angle));
    const QPointF across(along.y(), -along.x());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Accent));
    painter.drawPolygon(
        QPolygonF { { tip + along * head, tip + across * head * 0.85, tip - across * head * 0.85 } });
}

} // namespace

StateShape shapeOf(RegionState state)
{
    switch (state) {
    case RegionState::Serving:
        return StateShape::Ok;
    case RegionState::Degraded:
        return StateShape::Degraded;
    case RegionState::Failed:
        return StateShape::Failed;
    case RegionState::Held:
        return StateShape::Held;
    case RegionState::CatchingUp:
    case RegionState::Verifying:
    case RegionState::Ramping:
        return StateShape::Recovering;
    case RegionState::SteeredAway:
        return StateShape::Held;
    }
    return StateShape::Unknown;
}

StateShape shapeOf(Severity severity)
{
    switch (severity) {
    case Severity::Info:
    case Severity::Notice:
        return StateShape::Ok;
    case Severity::Warning:
        return StateShape::Degraded;
    case Severity::Critical:
        return StateShape::Failed;
    }
    return StateShape::Unknown;
}

QColor stateTextColor(const Theme& theme, StateShape shape)
{
    switch (shape) {
    case StateShape::Degraded:
        return theme.color(Token::StateDegradedText);
    case StateShape::Failed:
        return theme.color(Token::StateFailedText);
    case StateShape::Recovering:
        return theme.color(Token::Accent);
    default:
        return theme.color(Token::TextSecondary);
    }
}

QColor stateTextColor(const Theme& theme, RegionState state)
{
    return stateTextColor(theme, shapeOf(state));
}

QColor stateFillColor(const Theme& theme, StateShape shape)
{
    switch (shape) {
    case StateShape::Ok:
        return theme.color(Token::StateOk);
    case StateShape::Degraded:
        return theme.color(Token::StateDegradedFill);
    case StateShape::Failed:
        return theme.color(Token::StateFailedFill);
    case StateShape::Held:
        return theme.color(Token::StateHeld);
    case StateShape::Recovering:
        return theme.color(Token::Accent);
    case StateShape::Unknown:
        return theme.color(Token::StateUnknown);
    }
    return theme.color(Token::StateUnknown);
}

void paintStateGlyph(QPainter& painter, const QRectF& rect, StateShape shape, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF r = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    switch (shape) {
    case StateShape::Ok:
        painter.setPen(Qt::NoPen);
        painter.setBrush(stateFillColor(theme, shape));
        painter.drawEllipse(
            r.adjusted(r.width() * 0.06, r.width() * 0.06, -r.width() * 0.06, -r.width() * 0.06));
        break;
    case StateShape::Degraded:
        paintTriangle(painter, r, theme);
        break;
    case StateShape::Failed:
        painter.setPen(Qt::NoPen);
        painter.setBrush(stateFillColor(theme, shape));
        painter.drawPolygon(octagon(r));
        break;
    case StateShape::Held:
        paintHatchedSquare(painter, r, theme);
        break;
    case StateShape::Recovering:
        paintRingWithArrow(painter, r, theme);
        break;
    case StateShape::Unknown: {
        QPen pen(theme.color(Token::StateUnknown), std::max(1.2, r.width() / 9));
        pen.setDashPattern({ 2, 1.6 });
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(r.adjusted(1, 1, -1, -1));
        break;
    }
    }
    painter.restore();
}

void paintStateGlyph(QPainter& painter, const QRectF& rect, RegionState state, const Theme& theme)
{
    paintStateGlyph(painter, rect, shapeOf(state), theme);
}

QPixmap stateGlyphPixmap(StateShape shape, int size, qreal devicePixelRatio, const Theme& theme)
{
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintStateGlyph(painter, QRectF(0, 0, size, size), shape, theme);
    return pixmap;
}

} // namespace sb
