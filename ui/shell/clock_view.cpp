// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/clock_view.h"

#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

#include <cmath>

namespace sb {

ClockView::ClockView(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setToolTip(tr("Time inside the simulation"));
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void ClockView::setTime(const WorldDescription& world, const Snapshot& snapshot)
{
    const QString time = formatDayClock(world.start, snapshot.now);
    QString remark = tr("virtual time · seed %1").arg(world.seed);
    if (snapshot.phase == RunPhase::Replaying)
        remark = tr("re-simulating, %1").arg(formatPercent(snapshot.progress));
    else if (snapshot.phase == RunPhase::Stopped)
        remark = tr("stopped");
    else if (snapshot.isPaused)
        remark = tr("paused · seed %1").arg(world.seed);
    const bool isPaused = snapshot.isPaused || snapshot.phase != RunPhase::Running;
    if (time == m_time && remark == m_remark && isPaused == m_isPaused)
        return;
    const bool isFirst = m_time.isEmpty();
    m_time = time;
    m_remark = remark;
    m_isPaused = isPaused;
    setAccessibleName(tr("Virtual time %1, %2").arg(time, remark));
    if (isFirst)
        updateGeometry();
    update();
}

QSize ClockView::sizeHint() const
{
    const QFont caption = sb::font(FontRole::Caption);
    const qreal time
        = tabularWidth(sb::font(FontRole::BodyStrong), m_time.isEmpty() ? tr("Tue 00:00:00 UTC") : m_time);
    const qreal remark = tabularWidth(caption, tr("re-simulating, %1").arg(formatPercent(1)));
    return { static_cast<int>(std::ceil(std::max(time, remark))) + 20, 40 };
}

void ClockView::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_isPaused) {
        painter.setPen(QPen(theme.color(Token::StateDegradedText), 1.2));
        painter.setBrush(theme.color(Token::BgDegraded));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
    }
    const Qt::Alignment start = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.setFont(sb::font(FontRole::BodyStrong));
    painter.setPen(theme.color(Token::TextPrimary));
    drawTabular(painter, QRectF(8, 3, width() - 16, 18), start, m_time);
    painter.setFont(sb::font(FontRole::Caption));
    painter.setPen(theme.color(m_isPaused ? Token::StateDegradedText : Token::TextMuted));
    drawTabular(painter, QRectF(8, 20, width() - 16, 16), start, m_remark);
}

} // namespace sb
