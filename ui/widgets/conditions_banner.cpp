// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/conditions_banner.h"

#include "ui/theme/fonts.h"

#include <QFontMetrics>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace sb {

namespace {

constexpr int kPad = 12;
constexpr int kGlyph = 14;
constexpr int kTitleHeight = 20;
constexpr int kDetailHeight = 18;
constexpr int kGap = 4;

} // namespace

ConditionsBanner::ConditionsBanner(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Abnormal conditions"));
    setCursor(Qt::PointingHandCursor);
    hide();
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void ConditionsBanner::setConditions(std::vector<Condition> conditions)
{
    if (conditions == m_conditions)
        return;
    m_conditions = std::move(conditions);
    QStringList spoken;
    for (const Condition& c : m_conditions)
        spoken << c.title;
    setAccessibleDescription(spoken.join(QLatin1Char(' ')));
    const QSize wanted = sizeHint();
    if (wanted != size()) {
        resize(wanted);
        Q_EMIT sizeHintChanged();
    }
    setVisible(!m_conditions.empty());
    update();
}

void ConditionsBanner::setRoom(int widthMost, bool isCompact)
{
    m_widthMost = widthMost;
    m_isCompact = isCompact;
    resize(sizeHint());
}

std::size_t ConditionsBanner::shown() const
{
    return m_isCompact ? std::min<std::size_t>(1, m_conditions.size()) : m_conditions.size();
}

bool ConditionsBanner::hasDetail(std::size_t index) const
{
    return index == 0 && !m_isCompact && !m_conditions[index].detail.isEmpty();
}

int ConditionsBanner::heightOf(std::size_t index) const
{
    return kTitleHeight + (hasDetail(index) ? kDetailHeight : 0);
}

QSize ConditionsBanner::sizeHint() const
{
    const QFontMetrics strong(sb::font(FontRole::BodyStrong));
    const QFontMetrics body(sb::font(FontRole::Body));
    int text = 0;
    int height = 2 * kPad - 4 - kGap;
    for (std::size_t i = 0; i < shown(); ++i) {
        text = std::max(text, strong.horizontalAdvance(m_conditions[i].title));
        if (hasDetail(i))
            text = std::max(text, body.horizontalAdvance(m_conditions[i].detail));
        height += heightOf(i) + kGap;
    }
    // In steps, so that a ticking figure does not make the box breathe.
    const int width = (text + 2 * kPad + kGlyph + 8 + 23) / 24 * 24;
    return { std::min(m_widthMost, width), height };
}

void ConditionsBanner::paintEvent(QPaintEvent*)
{
    if (m_conditions.empty())
        return;
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const StateShape worst = m_conditions.front().shape;
    Token fill = Token::BgPanel;
    QColor line = theme.color(Token::LineSoft);
    if (worst == StateShape::Failed) {
        fill = Token::BgFailed;
        line = theme.color(Token::StateFailedFill);
    } else if (worst == StateShape::Degraded) {
        fill = Token::BgDegraded;
        line = theme.color(Token::StateDegradedText);
    }
    painter.setPen(QPen(line, 1.2));
    painter.setBrush(theme.color(fill));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    int top = kPad - 2;
    const auto aligned
        = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter);
    const int textLeft = kPad + kGlyph + 8;
    for (std::size_t i = 0; i < shown(); ++i) {
        const Condition& c = m_conditions[i];
        const auto row = [&](int y, int left, int w, int h) {
            return QStyle::visualRect(layoutDirection(), rect(), QRect(left, y, w, h));
        };
        paintStateGlyph(
            painter, row(top + (kTitleHeight - kGlyph) / 2, kPad, kGlyph, kGlyph), c.shape, theme);
        painter.setFont(sb::font(i == 0 ? FontRole::BodyStrong : FontRole::Body));
        painter.setPen(theme.color(i == 0 ? Token::TextPrimary : Token::TextSecondary));
        const int textWidth = width() - textLeft - kPad;
        painter.drawText(row(top, textLeft, textWidth, kTitleHeight), aligned,
            painter.fontMetrics().elidedText(c.title, Qt::ElideRight, textWidth));
        if (hasDetail(i)) {
            painter.setFont(sb::font(FontRole::Body));
            painter.setPen(theme.color(Token::TextSecondary));
            painter.drawText(row(top + kTitleHeight, textLeft, textWidth, kDetailHeight), aligned,
                painter.fontMetrics().elidedText(c.detail, Qt::ElideRight, textWidth));
        }
        top += heightOf(i) + kGap;
    }
}

void ConditionsBanner::mousePressEvent(QMouseEvent* event)
{
    int top = kPad - 2;
    for (std::size_t i = 0; i < shown(); ++i) {
        const int bottom = top + heightOf(i) + kGap;
        if (event->pos().y() < bottom) {
            if (!m_conditions[i].item.isNone())
                Q_EMIT conditionClicked(m_conditions[i].item);
            return;
        }
        top = bottom;
    }
}

} // namespace sb
