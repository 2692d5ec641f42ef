// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_painter.h"

#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"
#include "ui/timeline/mark_painter.h"
#include "ui/timeline/timeline_text.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace sb {
namespace {

constexpr double kTickLabelPixels = 76;

QString text(const char* source)
{
    return QCoreApplication::translate("sb::TimelinePainter", source);
}

void paintRuler(
    QPainter& painter, const TimelineLayout& layout, const TimelineModel& model, const Theme& theme)
{
    const Duration step = tickStep(layout.axis, kTickLabelPixels);
    painter.setFont(sb::font(FontRole::Caption));
    for (const Instant tick : ticks(layout.axis, step, model.world().start)) {
        const double x = pixelAt(layout.axis, tick);
        painter.setPen(theme.color(Token::LineGrid));
        drawTimeLine(painter, x, layout.plot.top() - 2, layout.plot.bottom());
        if (tick < kStart)
            continue;
        const QString clock = formatClock(model.world().start, tick);
        const QRectF cell(x + 3, layout.ruler.top() + 4, kTickLabelPixels, layout.ruler.height() - 6);
        // Whole minutes are shown without seconds.
        const QString label = step >= 1min ? clock.left(clock.size() - 3) : clock;
        if (cell.left() < layout.ruler.left()
            || cell.left() + tabularWidth(painter.font(), label) > layout.ruler.right())
            continue;
        painter.setPen(theme.color(Token::TextMuted));
        drawTabular(painter, cell, Qt::AlignLeft, label);
    }
    if (model.dropped() == 0)
        return;
    painter.setPen(theme.color(Token::StateDegradedText));
    //: At the left edge of the timeline: %1 events are no longer kept
    const QString dropped = text(QT_TRANSLATE_NOOP("sb::TimelinePainter", "%1 older events not kept"));
    painter.drawText(layout.ruler.adjusted(4, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
        dropped.arg(formatCount(static_cast<qint64>(model.dropped()))));
}

void paintLaneRows(QPainter& painter, const TimelineLayout& layout, const Theme& theme, bool isRightToLeft)
{
    const auto align
        = (isRightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute;
    painter.setFont(sb::font(FontRole::CaptionStrong));
    painter.setPen(theme.color(Token::TextPrimary));
    const QRectF title(
        layout.labels.left(), layout.ruler.top(), layout.labels.width(), layout.ruler.height());
    painter.drawText(title, static_cast<int>(align),
        QFontMetricsF(painter.font()).elidedText(timelineTitle(), Qt::ElideRight, title.width()));
    painter.setFont(sb::font(FontRole::Caption));
    const double left = std::min(layout.labels.left(), layout.plot.left());
    const double right = std::max(layout.labels.right(), layout.plot.right());
    for (int i = 0; i < kLaneCount; ++i) {
        const QRectF lane = layout.lanes[static_cast<std::size_t>(i)];
        painter.setPen(theme.color(Token::LineGrid));
        const double y = std::floor(lane.top()) + 0.5;
        painter.drawLine(QPointF(left, y), QPointF(right, y));
        painter.setPen(theme.color(Token::TextSecondary));
        const QRectF cell(layout.labels.left(), lane.top(), layout.labels.width() - 4, lane.height());
        painter.drawText(cell, static_cast<int>(align), laneName(static_cast<Lane>(i)));
    }
}

void paintPhases(QPainter& painter, const TimelineLayout& layout)
{
    painter.setFont(sb::font(FontRole::Caption));
    for (const PlacedPhase& phase : layout.phases)
        paintPhaseBracket(painter, phase.rect, phase.text);
}

void paintBars(QPainter& painter, const TimelineLayout& layout)
{
    painter.setFont(sb::font(FontRole::Caption));
    for (const PlacedBar& placed : layout.bars)
        paintTimeBar(
            painter, placed.rect, placed.bar.tone, placed.bar.isOpen(), placed.text, placed.textInset);
}

void paintEvents(QPainter& painter, const TimelineLayout& layout, const Theme& theme)
{
    painter.setFont(sb::font(FontRole::Caption));
    for (const PlacedEvent& event : layout.events) {
        const QRectF lane = layout.lanes[static_cast<std::size_t>(event.lane)];
        if (event.lane == Lane::Operator) {
            paintEventDiamond(painter, { event.x, lane.center().y() },
                markColor(event.severity, event.isRefused, true), event.isRefused);
            if (!event.text.isEmpty()) {
                painter.setPen(theme.color(Token::TextSecondary));
                painter.drawText(
                    event.textRect, Qt::AlignVCenter | Qt::AlignLeft | Qt::AlignAbsolute, event.text);
            }
            continue;
        }
        // Single checkers are many and small; what concerns a whole region or its data is a full tick.
        const bool isSmall = event.lane == Lane::Health && event.severity <= Severity::Notice;
        const double height = isSmall ? 3 : std::max(5.0, lane.height() * 0.45);
        const double width = event.count > 1 ? kFoldPixels : 2;
        const double top = std::floor(lane.top()) + (isSmall ? 0.5 : 2);
        painter.fillRect(QRectF(std::floor(event.x), top, width, height),
            markColor(event.severity, event.isRefused, false));
    }
}

void paintSamples(QPainter& painter, const TimelineLayout& layout, const Theme& theme)
{
    for (const PlacedSample& sample : layout.errors) {
        painter.fillRect(sample.rect, theme.color(sample.isBad ? Token::StateFailedFill : Token::TextMuted));
    }
    for (const PlacedSample& sample : layout.lags)
        painter.fillRect(sample.rect, theme.series(sample.region.value));
}

} // namespace

void paintTimelineBase(QPainter& painter, const TimelineLayout& layout, const TimelineModel& model,
    QSize size, bool hasFocus, bool isRightToLeft)
{
    const Theme& theme = currentTheme();
    paintTimeCard(painter, size, hasFocus);
    paintRuler(painter, layout, model, theme);
    paintLaneRows(painter, layout, theme, isRightToLeft);
    painter.save();
    painter.setClipRect(QRectF(layout.plot.left(), 1, layout.plot.width() + 1, size.height() - 2));
    paintPhases(painter, layout);
    paintBars(painter, layout);
    paintSamples(painter, layout, theme);
    paintEvents(painter, layout, theme);
    painter.restore();
}

void paintTimelineOverlay(QPainter& painter, const TimelineLayout& layout, const TimelineModel& model,
    std::optional<Instant> hover, EventSeq selected)
{
    const Theme& theme = currentTheme();
    painter.setFont(sb::font(FontRole::Caption));
    painter.save();
    painter.setClipRect(QRectF(layout.plot.left() - 1, 0, layout.plot.width() + 2, layout.plot.bottom() + 2));
    const double top = layout.phaseRow.isEmpty() ? layout.plot.top() : layout.phaseRow.top();
    painter.fillRect(QRectF(std::floor(layout.nowX), top - 2, 2, layout.plot.bottom() - top + 2),
        theme.color(Token::Accent));
    painter.setPen(theme.color(Token::Accent));
    const QString now = text(QT_TRANSLATE_NOOP("sb::TimelinePainter", "now"));
    const double nowWidth = QFontMetricsF(painter.font()).horizontalAdvance(now) + 5;
    const bool isLeft = layout.nowX + nowWidth > layout.plot.right() + 2;
    const QRectF nowCell(isLeft ? layout.nowX - nowWidth : layout.nowX + 5, top - 1, nowWidth, 14);
    painter.drawText(nowCell, Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute, now);
    if (selected.isValid()) {
        QRectF rect = layout.rectOf(selected);
        const Event* event = model.find(selected);
        if (rect.isEmpty() && event) {
            // The end of a bar, or an event without a place of its own: its instant in its lane, or in all.
            const std::optional<Lane> lane = laneOf(*event);
            const QRectF row = lane ? layout.lanes[static_cast<std::size_t>(*lane)] : layout.plot;
            rect = QRectF(pixelAt(layout.axis, event->at) - 3, row.top() + 1, 6, row.height() - 2);
        }
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(QPen(theme.color(Token::TextPrimary), 1.5));
        painter.drawRoundedRect(rect.adjusted(-1.5, -1.5, 1.5, 1.5), 3, 3);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    painter.restore();
    if (!hover)
        return;
    const double x = pixelAt(layout.axis, *hover);
    if (x < layout.plot.left() || x > layout.plot.right())
        return;
    painter.setPen(theme.color(Token::TextMuted));
    drawTimeLine(painter, x, layout.ruler.bottom() - 2, layout.plot.bottom());
    const QString clock = formatClock(model.world().start, *hover);
    const double width = tabularWidth(painter.font(), clock) + 10;
    const double left = std::clamp(x - width / 2, layout.plot.left(), layout.plot.right() - width);
    const QRectF cell(std::floor(left), layout.ruler.top() + 4, width, layout.ruler.height() - 7);
    painter.fillRect(cell, theme.color(Token::BgRaised));
    painter.setPen(theme.color(Token::TextPrimary));
    drawTabular(painter, cell, Qt::AlignHCenter, clock);
}

} // namespace sb
