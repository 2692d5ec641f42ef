// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_painter.h"

#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_text.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace sb {
namespace {

constexpr double kBarRadius = 2.5;
constexpr double kTickLabelPixels = 76;

QString text(const char* source)
{
    return QCoreApplication::translate("sb::TimelinePainter", source);
}

// A vertical hairline on whole pixels.
void drawVertical(QPainter& painter, double x, double top, double bottom)
{
    const double at = std::floor(x) + 0.5;
    painter.drawLine(QPointF(at, top), QPointF(at, bottom));
}

struct BarLooks {
    QColor fill;
    QColor ink;
    QColor edge; // of the first pixels; invalid = none
};

BarLooks looksOf(const TimelineBar& bar, const Theme& theme)
{
    const QColor panel = theme.color(Token::BgPanel);
    switch (bar.tone) {
    case Tone::Quiet:
        return { mixed(panel, theme.color(Token::TextMuted), 0.14), theme.color(Token::TextSecondary), {} };
    case Tone::Changed:
        return { mixed(panel, theme.color(Token::TextMuted), 0.45), theme.color(Token::TextPrimary), {} };
    case Tone::Bad:
        if (bar.isOpen())
            return { theme.color(Token::StateFailedFill), theme.color(Token::StateFailedInk), {} };
        // Over and done with: still told apart, no longer shouting.
        return { theme.color(Token::BgFailed), theme.color(Token::StateFailedText),
            theme.color(Token::StateFailedFill) };
    case Tone::Recovering:
        if (bar.isOpen())
            return { theme.color(Token::Accent), theme.color(Token::AccentInk), {} };
        return { mixed(panel, theme.color(Token::Accent), 0.15), theme.color(Token::TextPrimary),
            theme.color(Token::Accent) };
    }
    return {};
}

QColor severityColor(const PlacedEvent& event, const Theme& theme)
{
    if (event.isRefused || event.severity == Severity::Critical)
        return theme.color(Token::StateFailedFill);
    if (event.severity == Severity::Warning)
        return theme.color(Token::StateDegradedText);
    return theme.color(event.lane == Lane::Operator ? Token::Accent : Token::TextSecondary);
}

void paintCard(QPainter& painter, QSize size, bool hasFocus, const Theme& theme)
{
    painter.fillRect(QRect(QPoint(), size), theme.color(Token::BgWindow));
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(theme.color(hasFocus ? Token::Accent : Token::LineSoft), 1));
    painter.setBrush(theme.color(Token::BgPanel));
    painter.drawRoundedRect(QRectF(QPointF(), QSizeF(size)).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
}

void paintRuler(
    QPainter& painter, const TimelineLayout& layout, const TimelineModel& model, const Theme& theme)
{
    const Duration step = tickStep(layout.axis, kTickLabelPixels);
    painter.setFont(sb::font(FontRole::Caption));
    for (const Instant tick : ticks(layout.axis, step, model.world().start)) {
        const double x = pixelAt(layout.axis, tick);
        painter.setPen(theme.color(Token::LineGrid));
        drawVertical(painter, x, layout.plot.top() - 2, layout.plot.bottom());
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

void paintPhases(QPainter& painter, const TimelineLayout& layout, const Theme& theme)
{
    painter.setFont(sb::font(FontRole::Caption));
    for (const PlacedPhase& phase : layout.phases) {
        const double y = std::floor(phase.rect.bottom()) - 2.5;
        const double left = std::floor(phase.rect.left()) + 0.5;
        const double right = std::floor(phase.rect.right()) - 1.5;
        painter.setPen(theme.color(Token::TextSecondary));
        // The bracket is open to the lanes below; the text interrupts its line.
        painter.drawLine(QPointF(left, y - 4), QPointF(left, y + 3));
        painter.drawLine(QPointF(right, y - 4), QPointF(right, y + 3));
        const double width
            = phase.text.isEmpty() ? 0 : QFontMetricsF(painter.font()).horizontalAdvance(phase.text) + 8;
        const double middle = (left + right) / 2;
        const double lineY = std::floor(phase.rect.center().y()) + 0.5;
        painter.drawLine(QPointF(left, lineY), QPointF(std::max(left, middle - width / 2), lineY));
        painter.drawLine(QPointF(std::min(right, middle + width / 2), lineY), QPointF(right, lineY));
        painter.setPen(theme.color(Token::TextPrimary));
        painter.drawText(phase.rect.adjusted(0, 0, 0, 0), Qt::AlignCenter, phase.text);
    }
}

void paintBars(QPainter& painter, const TimelineLayout& layout, const Theme& theme)
{
    painter.setFont(sb::font(FontRole::Caption));
    for (const PlacedBar& placed : layout.bars) {
        const BarLooks looks = looksOf(placed.bar, theme);
        const QRectF rect = placed.rect.toAlignedRect();
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(Qt::NoPen);
        painter.setBrush(looks.fill);
        painter.drawRoundedRect(rect, kBarRadius, kBarRadius);
        painter.setRenderHint(QPainter::Antialiasing, false);
        if (looks.edge.isValid())
            painter.fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), looks.edge);
        if (placed.text.isEmpty())
            continue;
        painter.setPen(looks.ink);
        painter.drawText(rect.adjusted(placed.textInset, 0, -2, 0),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute, placed.text);
    }
    painter.setBrush(Qt::NoBrush);
}

void paintDiamond(QPainter& painter, const PlacedEvent& event, const QRectF& lane, const Theme& theme)
{
    const QColor color = severityColor(event, theme);
    const QPointF centre(std::floor(event.x) + 0.5, std::floor(lane.center().y()) + 0.5);
    constexpr double r = 5.5;
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(color, 1.5));
    // A refused command is a hollow diamond: nothing came of it.
    painter.setBrush(event.isRefused ? QBrush(theme.color(Token::BgPanel)) : QBrush(color));
    painter.drawPolygon(QPolygonF {
        centre + QPointF(0, -r), centre + QPointF(r, 0), centre + QPointF(0, r), centre + QPointF(-r, 0) });
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
}

void paintEvents(QPainter& painter, const TimelineLayout& layout, const Theme& theme)
{
    painter.setFont(sb::font(FontRole::Caption));
    for (const PlacedEvent& event : layout.events) {
        const QRectF lane = layout.lanes[static_cast<std::size_t>(event.lane)];
        if (event.lane == Lane::Operator) {
            paintDiamond(painter, event, lane, theme);
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
        painter.fillRect(QRectF(std::floor(event.x), top, width, height), severityColor(event, theme));
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
    paintCard(painter, size, hasFocus, theme);
    paintRuler(painter, layout, model, theme);
    paintLaneRows(painter, layout, theme, isRightToLeft);
    painter.save();
    painter.setClipRect(QRectF(layout.plot.left(), 1, layout.plot.width() + 1, size.height() - 2));
    paintPhases(painter, layout, theme);
    paintBars(painter, layout, theme);
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
    drawVertical(painter, x, layout.ruler.bottom() - 2, layout.plot.bottom());
    const QString clock = formatClock(model.world().start, *hover);
    const double width = tabularWidth(painter.font(), clock) + 10;
    const double left = std::clamp(x - width / 2, layout.plot.left(), layout.plot.right() - width);
    const QRectF cell(std::floor(left), layout.ruler.top() + 4, width, layout.ruler.height() - 7);
    painter.fillRect(cell, theme.color(Token::BgRaised));
    painter.setPen(theme.color(Token::TextPrimary));
    drawTabular(painter, cell, Qt::AlignHCenter, clock);
}

} // namespace sb
