// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/status_pill.h"

#include "ui/theme/fonts.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <cmath>

namespace sb {

namespace {

constexpr int kPad = 10;
constexpr int kGlyph = 12;
constexpr int kHeight = 30;
constexpr int kMostLeast = 130; // longer texts are shortened where the window is narrow

} // namespace

StatusPill::StatusPill(QWidget* parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void StatusPill::setStatus(StateShape shape, const QString& text, const QString& shortText)
{
    if (m_shape == shape && text == this->text() && shortText == m_shortText)
        return;
    const bool isWidthKept = text.size() == this->text().size() && shape == m_shape;
    m_shape = shape;
    m_shortText = shortText;
    setText(text);
    setAccessibleName(text);
    if (!isWidthKept)
        updateGeometry();
    update();
}

int StatusPill::widthFor(const QString& text) const
{
    const int glyph = m_shape == StateShape::Ok ? 0 : kGlyph + 8;
    return static_cast<int>(std::ceil(tabularWidth(sb::font(FontRole::BodyStrong), text))) + glyph + 2 * kPad;
}

QSize StatusPill::sizeHint() const
{
    return { std::max(132, widthFor(text())), kHeight };
}

QSize StatusPill::minimumSizeHint() const
{
    return { std::min(kMostLeast, widthFor(m_shortText.isEmpty() ? text() : m_shortText)), kHeight };
}

bool StatusPill::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && widthFor(text()) > width()) {
        const QString more = toolTip();
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
            more.isEmpty() ? text() : text() + QLatin1Char('\n') + more, this);
        return true;
    }
    return QAbstractButton::event(event);
}

void StatusPill::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    const bool isAbnormal = m_shape == StateShape::Failed || m_shape == StateShape::Degraded;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = theme.color(Token::BgPanel);
    QColor line = theme.color(Token::LineSoft);
    if (m_shape == StateShape::Failed) {
        fill = theme.color(Token::BgFailed);
        line = theme.color(Token::StateFailedFill);
    } else if (m_shape == StateShape::Degraded) {
        fill = theme.color(Token::BgDegraded);
        line = theme.color(Token::StateDegradedText);
    }
    if (hasFocus())
        line = theme.color(Token::Accent);
    if (underMouse())
        fill = mixed(fill, theme.color(Token::BgHover), 0.7);
    painter.setPen(QPen(line, hasFocus() ? 2 : isAbnormal ? 1.4 : 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);

    const QString shown = widthFor(text()) <= width() || m_shortText.isEmpty() ? text() : m_shortText;
    QRect words = rect().adjusted(kPad, 0, -kPad, 0);
    if (m_shape != StateShape::Ok) {
        const QRect glyph(kPad, (height() - kGlyph) / 2, kGlyph, kGlyph);
        paintStateGlyph(painter, QStyle::visualRect(layoutDirection(), rect(), glyph), m_shape, theme);
        words = rect().adjusted(kPad + kGlyph + 8, 0, -kPad, 0);
    }
    words = QStyle::visualRect(layoutDirection(), rect(), words);
    painter.setFont(sb::font(isAbnormal ? FontRole::BodyStrong : FontRole::Body));
    painter.setPen(theme.color(Token::TextPrimary));
    drawTabular(painter, words, layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft,
        painter.fontMetrics().horizontalAdvance(shown) > words.width() + 2
            ? painter.fontMetrics().elidedText(shown, Qt::ElideRight, words.width())
            : shown);
}

} // namespace sb
