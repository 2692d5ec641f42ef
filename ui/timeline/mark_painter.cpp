// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/mark_painter.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sb {
namespace {

constexpr double kBarRadius = 2.5;

struct BarLooks {
    QColor fill;
    QColor ink;
    QColor edge; // of the first pixels; invalid = none
};

BarLooks looksOf(Tone tone, bool isOpen, const Theme& theme)
{
    const QColor panel = theme.color(Token::BgPanel);
    switch (tone) {
    case Tone::Quiet:
        return { mixed(panel, theme.color(Token::TextMuted), 0.14), theme.color(Token::TextSecondary), {} };
    case Tone::Changed:
        return { mixed(panel, theme.color(Token::TextMuted), 0.45), theme.color(Token::TextPrimary), {} };
    case Tone::Bad:
        if (isOpen)
            return { theme.color(Token::StateFailedFill), theme.color(Token::StateFailedInk), {} };
        // Over and done with: still told apart, no longer shouting.
        return { theme.color(Token::BgFailed), theme.color(Token::StateFailedText),
            theme.color(Token::StateFailedFill) };
    case Tone::Recovering:
        if (isOpen)
            return { theme.color(Token::Accent), theme.color(Token::AccentInk), {} };
        return { mixed(panel, theme.color(Token::Accent), 0.15), theme.color(Token::TextPrimary),
            theme.color(Token::Accent) };
    }
    return {};
}

} // namespace

void paintTimeCard(QPainter& painter, QSize size, bool hasFocus)
{
    const Theme& theme = currentTheme();
    painter.fillRect(QRect(QPoint(), size), theme.color(Token::BgWindow));
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(theme.color(hasFocus ? Token::Accent : Token::LineSoft), 1));
    painter.setBrush(theme.color(Token::BgPanel));
    painter.drawRoundedRect(QRectF(QPointF(), QSizeF(size)).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
}

void drawTimeLine(QPainter& painter, double x, double top, double bottom)
{
    const double at = std::floor(x) + 0.5;
    painter.drawLine(QPointF(at, top), QPointF(at, bottom));
}

void paintTimeBar(
    QPainter& painter, const QRectF& bar, Tone tone, bool isOpen, const QString& text, double textInset)
{
    const BarLooks looks = looksOf(tone, isOpen, currentTheme());
    const QRectF rect = bar.toAlignedRect();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(looks.fill);
    painter.drawRoundedRect(rect, kBarRadius, kBarRadius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    if (looks.edge.isValid())
        painter.fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), looks.edge);
    if (text.isEmpty())
        return;
    painter.setPen(looks.ink);
    painter.drawText(
        rect.adjusted(textInset, 0, -2, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute, text);
}

void paintEventDiamond(QPainter& painter, QPointF at, const QColor& color, bool isHollow)
{
    const QPointF centre(std::floor(at.x()) + 0.5, std::floor(at.y()) + 0.5);
    constexpr double r = 5.5;
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(isHollow ? QBrush(currentTheme().color(Token::BgPanel)) : QBrush(color));
    painter.drawPolygon(QPolygonF {
        centre + QPointF(0, -r), centre + QPointF(r, 0), centre + QPointF(0, r), centre + QPointF(-r, 0) });
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
}

QColor markColor(Severity severity, bool isRefused, bool isOperators)
{
    const Theme& theme = currentTheme();
    if (isRefused || severity == Severity::Critical)
        return theme.color(Token::StateFailedFill);
    if (severity == Severity::Warning)
        return theme.color(Token::StateDegradedText);
    return theme.color(isOperators ? Token::Accent : Token::TextSecondary);
}

void paintPhaseBracket(QPainter& painter, const QRectF& rect, const QString& text)
{
    const Theme& theme = currentTheme();
    const double y = std::floor(rect.bottom()) - 2.5;
    const double left = std::floor(rect.left()) + 0.5;
    const double right = std::floor(rect.right()) - 1.5;
    painter.setPen(theme.color(Token::TextSecondary));
    painter.drawLine(QPointF(left, y - 4), QPointF(left, y + 3));
    painter.drawLine(QPointF(right, y - 4), QPointF(right, y + 3));
    const double width = text.isEmpty() ? 0 : QFontMetricsF(painter.font()).horizontalAdvance(text) + 8;
    const double middle = (left + right) / 2;
    const double lineY = std::floor(rect.center().y()) + 0.5;
    painter.drawLine(QPointF(left, lineY), QPointF(std::max(left, middle - width / 2), lineY));
    painter.drawLine(QPointF(std::min(right, middle + width / 2), lineY), QPointF(right, lineY));
    painter.setPen(theme.color(Token::TextPrimary));
    painter.drawText(rect, Qt::AlignCenter, text);
}

} // namespace sb
