// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page_parts.h"

#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace sb {

namespace {

constexpr int kGlyph = 13;
constexpr QSize kSwitch { 34, 18 };
constexpr double kFullWidth = 1.5; // of what a region can carry

} // namespace

TitledCard::TitledCard(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout)
    , m_remark(new StateLine(this))
{
    setAccessibleName(title);
    auto* heading = new QLabel(title, this);
    heading->setFont(sb::font(FontRole::BodyStrong));
    auto* top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(heading);
    top->addStretch(1);
    top->addWidget(m_remark);
    m_remark->hide();
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(14, 10, 14, 12);
    outer->setSpacing(8);
    outer->addLayout(top);
    outer->addLayout(m_column, 1);
    m_column->setSpacing(6);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void TitledCard::setRemark(StateShape shape, const QString& text)
{
    m_remark->setVisible(!text.isEmpty());
    m_remark->setState(shape, text);
}

void TitledCard::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Token::LineSoft), 1));
    painter.setBrush(theme.color(Token::BgPanel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

StateLine::StateLine(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void StateLine::setState(StateShape shape, const QString& text)
{
    if (m_shape == shape && m_text == text)
        return;
    m_shape = shape;
    m_text = text;
    setAccessibleName(text);
    setToolTip(text);
    updateGeometry();
    update();
}

QSize StateLine::sizeHint() const
{
    const QFontMetrics metrics(sb::font(FontRole::Body));
    return { kGlyph + 8 + metrics.horizontalAdvance(m_text) + 2, std::max(kGlyph, metrics.height()) + 2 };
}

void StateLine::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect glyph
        = QStyle::visualRect(layoutDirection(), rect(), QRect(0, (height() - kGlyph) / 2, kGlyph, kGlyph));
    paintStateGlyph(painter, glyph, m_shape, theme);
    painter.setFont(sb::font(FontRole::Body));
    painter.setPen(
        m_shape == StateShape::Ok ? theme.color(Token::TextSecondary) : stateTextColor(theme, m_shape));
    const QRect words = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(kGlyph + 8, 0, 0, 0));
    painter.drawText(words,
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
        painter.fontMetrics().elidedText(m_text, Qt::ElideRight, words.width()));
}

SwitchButton::SwitchButton(QWidget* parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus); // Space pauses the World unless one has come here by keyboard
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void SwitchButton::setStaged(bool isStaged)
{
    if (m_isStaged == isStaged)
        return;
    m_isStaged = isStaged;
    update();
}

QSize SwitchButton::sizeHint() const
{
    const QFontMetrics metrics(sb::font(FontRole::Body));
    return { kSwitch.width() + 8 + metrics.horizontalAdvance(text()) + 4, kSwitch.height() + 6 };
}

void SwitchButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect place = QStyle::visualRect(layoutDirection(), rect(),
        QRect(2, (height() - kSwitch.height()) / 2, kSwitch.width(), kSwitch.height()));
    const QRectF track = QRectF(place).adjusted(0.75, 0.75, -0.75, -0.75);
    const bool isMarked = m_isStaged || hasFocus();
    painter.setPen(QPen(theme.color(isMarked ? Token::Accent : Token::LineBorder), 1.5));
    painter.setBrush(isChecked() ? theme.color(Token::BgHover) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(track, track.height() / 2, track.height() / 2);
    const qreal radius = track.height() / 2 - 2.5;
    const bool isRight = isChecked() != (layoutDirection() == Qt::RightToLeft);
    const QPointF centre(
        isRight ? track.right() - track.height() / 2 : track.left() + track.height() / 2, track.center().y());
    painter.setBrush(isChecked() ? theme.color(Token::TextSecondary) : QBrush(Qt::NoBrush));
    painter.setPen(QPen(theme.color(Token::TextSecondary), 1.5));
    painter.drawEllipse(centre, radius, radius);
    painter.setFont(sb::font(isChecked() ? FontRole::Body : FontRole::BodyStrong));
    painter.setPen(theme.color(isEnabled() ? Token::TextPrimary : Token::TextMuted));
    const QRect words
        = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(kSwitch.width() + 8, 0, 0, 0));
    painter.drawText(words,
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
        text());
}

LoadBar::LoadBar(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void LoadBar::setLoad(double now, double then)
{
    if (m_now == now && m_then == then)
        return;
    m_now = now;
    m_then = then;
    const QString words = tr("%1 of capacity now, %2 if it must carry the most loaded other region too")
                              .arg(formatPercent(now), formatPercent(then));
    setAccessibleName(words);
    setToolTip(words);
    update();
}

void LoadBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track(0.5, height() / 2.0 - 4, width() - 1, 8);
    const auto at = [&](double share) { return track.width() * std::clamp(share / kFullWidth, 0.0, 1.0); };
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const auto span = [&](double from, double to) {
        QRectF part(track.left() + from, track.top(), to - from, track.height());
        if (isRtl)
            part.moveRight(track.right() - from);
        return part;
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::LineGrid));
    painter.drawRoundedRect(track, 3, 3);
    const bool isOver = m_now > 1;
    painter.setBrush(isOver ? stateFillColor(theme, StateShape::Failed) : theme.color(Token::TextMuted));
    painter.drawRoundedRect(span(0, at(m_now)), 3, 3);
    const auto mark = [&](double share, const QColor& color, qreal reach) {
        const qreal x = isRtl ? track.right() - at(share) : track.left() + at(share);
        painter.setPen(QPen(color, 1.5));
        painter.drawLine(QPointF(x, track.top() - reach), QPointF(x, track.bottom() + reach));
    };
    mark(1.0, theme.color(Token::LineBorder), 3);
    if (m_then > m_now)
        mark(m_then,
            m_then > 1 ? stateTextColor(theme, StateShape::Degraded) : theme.color(Token::TextSecondary), 4);
}

QLabel* captionLabel(QWidget* parent, const QString& text)
{
    auto* label = new QLabel(text, parent);
    label->setFont(sb::font(FontRole::Caption));
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

int leadingText(const QWidget& widget, Qt::Alignment vertical)
{
    return static_cast<int>(QStyle::visualAlignment(widget.layoutDirection(), Qt::AlignLeft) | vertical);
}

} // namespace sb
