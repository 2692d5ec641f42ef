// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fail_back_progress.h"

#include "ui/theme/engine_words.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"
#include "ui/theme/words.h"

#include <QPainter>
#include <QStyle>

#include <array>

namespace sb {

namespace {

constexpr std::array kSteps { FailBackPhase::Restoring, FailBackPhase::CatchingUp, FailBackPhase::Verifying,
    FailBackPhase::Ramping };

// -1 before the first step, 4 when completed.
int stepOf(FailBackPhase phase)
{
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
        if (kSteps[i] == phase)
            return static_cast<int>(i);
    }
    return phase == FailBackPhase::Completed ? static_cast<int>(kSteps.size()) : -1;
}

} // namespace

FailBackProgress::FailBackProgress(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Fail back progress"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void FailBackProgress::setProgress(const FailBackView& view, Instant now)
{
    m_view = view;
    m_inPhase = std::max(Duration::zero(), now - view.phaseSince);
    setAccessibleDescription(tr("%1, %2").arg(wordFor(view.phase), fromEngine(view.detail)));
    update();
}

void FailBackProgress::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int now = stepOf(m_view.phase);
    const qreal gap = 4;
    const qreal cell = (width() - gap * (kSteps.size() - 1)) / kSteps.size();
    for (std::size_t i = 0; i < kSteps.size(); ++i) {
        const QRect place = QStyle::visualRect(
            layoutDirection(), rect(), QRectF(i * (cell + gap), 0, cell, 36).toAlignedRect());
        const QRectF bar(place.left(), 4, place.width(), 6);
        const int step = static_cast<int>(i);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::LineGrid));
        painter.drawRoundedRect(bar, 3, 3);
        qreal done = step < now ? 1.0 : 0.0;
        if (step == now)
            done = kSteps[i] == FailBackPhase::Ramping ? m_view.rampPercent / 100.0 : 0.5;
        if (done > 0) {
            QRectF filled = bar;
            filled.setWidth(bar.width() * done);
            if (layoutDirection() == Qt::RightToLeft)
                filled.moveRight(bar.right());
            painter.setBrush(theme.color(step < now ? Token::TextMuted : Token::Accent));
            painter.drawRoundedRect(filled, 3, 3);
        }
        painter.setFont(sb::font(step == now ? FontRole::CaptionStrong : FontRole::Caption));
        painter.setPen(theme.color(step == now ? Token::Accent
                : step < now                   ? Token::TextSecondary
                                               : Token::TextMuted));
        QString label = wordFor(kSteps[i]);
        if (step == now && kSteps[i] == FailBackPhase::Ramping)
            label = formatPercent(m_view.rampPercent / 100.0);
        painter.drawText(QRect(place.left(), 13, place.width(), 18), Qt::AlignHCenter | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(label, Qt::ElideRight, place.width()));
    }
    painter.setFont(sb::font(FontRole::Caption));
    painter.setPen(theme.color(Token::TextMuted));
    QString detail = fromEngine(m_view.detail);
    if (m_view.backlogOperations > 0)
        detail = tr("%1 · %2 to arrive")
                     .arg(detail, formatChanges(static_cast<qint64>(m_view.backlogOperations)));
    painter.drawText(QRect(0, 36, width(), 18),
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
        painter.fontMetrics().elidedText(detail, Qt::ElideRight, width()));
}

} // namespace sb
