// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/track_painter.h"

#include "ui/incident/incident_text.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/theme/state_glyph.h"
#include "ui/theme/theme.h"
#include "ui/timeline/mark_painter.h"

#include <QPainter>

#include <cmath>

namespace sb {
namespace {

constexpr double kTickLabelPixels = 80;
constexpr double kBracketLeast = 7; // px
constexpr double kDimmed = 0.25; // what does not match
constexpr double kBarRadius = 2.5;

int leading(bool isRightToLeft)
{
    return static_cast<int>(
        (isRightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute);
}

// Head, pinned tracks and the others are three parts of one picture; only the last is scrolled.
double shiftOf(const TrackPicture& picture, bool isPinned)
{
    return isPinned ? 0 : picture.scroll;
}

QRectF scrolled(const TrackPicture& picture, Track track, const QRectF& rect)
{
    const TrackRow* row = picture.layout.rowOf(track);
    return rect.translated(0, row == nullptr ? 0 : -shiftOf(picture, row->isPinned));
}

void paintRuler(QPainter& painter, const TrackPicture& p)
{
    const Theme& theme = currentTheme();
    const TrackLayout& layout = p.layout;
    const Duration step = tickStep(layout.axis, kTickLabelPixels);
    const double half = layout.ruler.height() / 2;
    painter.setFont(sb::font(FontRole::Caption));
    for (const Instant tick : ticks(layout.axis, step, p.log.world().start)) {
        const double x = pixelAt(layout.axis, tick);
        painter.setPen(theme.color(Token::LineGrid));
        drawTimeLine(painter, x, layout.ruler.top() + 4, p.size.height());
        const QString clock = formatClock(p.log.world().start, tick);
        const QString calendar = step >= 1min ? clock.left(clock.size() - 3) : clock;
        const QString run = virtualText(tick);
        const double width
            = std::max(tabularWidth(painter.font(), calendar), tabularWidth(painter.font(), run));
        if (tick < kStart || x + 4 + width > layout.ruler.right())
            continue;
        painter.setPen(theme.color(Token::TextSecondary));
        drawTabular(painter, QRectF(x + 4, layout.ruler.top() + 3, width, half - 3), Qt::AlignLeft, calendar);
        painter.setPen(theme.color(Token::TextMuted));
        drawTabular(painter, QRectF(x + 4, layout.ruler.top() + half, width, half - 3), Qt::AlignLeft, run);
    }
}

void paintFlags(QPainter& painter, const TrackPicture& p)
{
    const Theme& theme = currentTheme();
    const QRectF ruler = p.layout.ruler;
    for (std::size_t i = 0; i < p.flags.size(); ++i) {
        const double x = std::floor(pixelAt(p.layout.axis, p.flags[i].at)) + 0.5;
        if (x < ruler.left() || x > ruler.right())
            continue;
        painter.setPen(QPen(theme.color(Token::Accent), 1));
        painter.drawLine(QPointF(x, ruler.top() + 4), QPointF(x, p.size.height() - 2));
        const double next
            = i + 1 < p.flags.size() ? pixelAt(p.layout.axis, p.flags[i + 1].at) : ruler.right();
        const QFontMetricsF metrics(painter.font());
        const double room = std::clamp(next - x - 4, 10.0, 140.0);
        const QString text = metrics.elidedText(p.flags[i].text, Qt::ElideRight, room - 8);
        const double width = p.flags[i].text.isEmpty() ? 10 : metrics.horizontalAdvance(text) + 8;
        const QRectF cloth(x, ruler.top() + 3, width, ruler.height() / 2 - 3);
        painter.fillRect(cloth, theme.color(Token::Accent));
        painter.setPen(theme.color(Token::AccentInk));
        painter.drawText(cloth.adjusted(4, 0, 0, 0),
            static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute), text);
    }
}

// Notes stand in the record; on the ruler each is a tick with a head, so that flags and notes are told apart.
void paintNoteTicks(QPainter& painter, const TrackPicture& p)
{
    const auto& notes = p.log.marks(Track::Notes);
    const TimeRange range = p.layout.axis.range;
    auto note = std::lower_bound(
        notes.begin(), notes.end(), range.from, [](const TrackMark& m, Instant at) { return m.at < at; });
    painter.setPen(QPen(currentTheme().color(Token::Accent), 1));
    double last = -1;
    for (; note != notes.end() && note->at <= range.to; ++note) {
        const double x = std::floor(pixelAt(p.layout.axis, note->at)) + 0.5;
        if (x - last < 2)
            continue;
        last = x;
        const double bottom = p.layout.ruler.bottom();
        painter.drawLine(QPointF(x, bottom - 7), QPointF(x, bottom - 1));
        painter.drawLine(QPointF(x - 2, bottom - 7), QPointF(x + 2, bottom - 7));
    }
}

void paintHeadLabels(QPainter& painter, const TrackPicture& p)
{
    if (p.layout.rows.empty())
        return;
    const Theme& theme = currentTheme();
    QRectF cell = p.layout.rows.front().label;
    const double half = p.layout.ruler.height() / 2;
    painter.setFont(sb::font(FontRole::Caption));
    painter.setPen(theme.color(Token::TextSecondary));
    cell.moveTop(p.layout.ruler.top() + 3);
    cell.setHeight(half - 3);
    painter.drawText(cell, leading(p.isRightToLeft), IncidentText::tr("Calendar, UTC"));
    painter.setPen(theme.color(Token::TextMuted));
    cell.moveTop(p.layout.ruler.top() + half);
    painter.drawText(cell, leading(p.isRightToLeft), IncidentText::tr("Time of the run"));
    painter.setPen(theme.color(Token::TextSecondary));
    cell.moveTop(p.layout.stageRow.top());
    painter.drawText(cell, leading(p.isRightToLeft), IncidentText::tr("Phases"));
    cell.moveTop(p.layout.stageRow.bottom() - cell.height() + 1);
    painter.setPen(theme.color(Token::TextMuted));
    painter.drawText(cell, leading(p.isRightToLeft), IncidentText::tr("Objective"));
}

// Thin: as planned. Thick: as it was.
void paintStages(QPainter& painter, const TrackPicture& p)
{
    const Theme& theme = currentTheme();
    painter.setFont(sb::font(FontRole::Caption));
    for (const PlacedStage& stage : p.layout.stages) {
        if (stage.rect.width() >= kBracketLeast) {
            paintPhaseBracket(painter, stage.rect, stage.text);
        } else { // too short to be open on any side
            painter.setPen(theme.color(Token::TextSecondary));
            drawTimeLine(painter, stage.rect.center().x(), stage.rect.center().y(), stage.rect.bottom());
        }
        if (!stage.targetX)
            continue;
        const double y = std::floor(stage.rect.bottom()) + 0.5;
        painter.setPen(QPen(theme.color(Token::TextMuted), 1));
        painter.drawLine(QPointF(stage.rect.left() + 1, y), QPointF(*stage.targetX, y));
        painter.drawLine(QPointF(*stage.targetX, y - 3), QPointF(*stage.targetX, y + 2));
    }
    const double y = std::floor(p.layout.stageRow.bottom()) - 8;
    const double left = p.layout.axis.left;
    for (const PlacedObjective& objective : p.layout.objectives) {
        const QColor thick = theme.color(objective.isMissed ? Token::StateFailedFill : Token::TextSecondary);
        if (objective.to > left)
            painter.fillRect(
                QRectF(objective.from, y - 2, std::max(2.0, objective.to - objective.from), 4), thick);
        painter.setPen(QPen(theme.color(Token::TextPrimary), 1));
        painter.drawLine(QPointF(objective.from, y + 4.5), QPointF(objective.target, y + 4.5));
        painter.drawLine(QPointF(objective.target, y - 3.5), QPointF(objective.target, y + 4.5));
        const double right = p.layout.axis.left + p.layout.axis.width;
        const double wide = QFontMetricsF(painter.font()).horizontalAdvance(objective.text) + 4;
        double end = std::max(objective.to, objective.target) + 5;
        if (end + wide > right) // before it, where there is room
            end = std::max(left + 2, std::min(objective.from, right) - wide - 4);
        painter.setPen(theme.color(objective.isMissed ? Token::StateFailedText : Token::TextSecondary));
        painter.drawText(QRectF(end, y - 8, right - end, 16),
            static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute), objective.text);
    }
}

void paintPin(QPainter& painter, QPointF at, const QColor& color)
{
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(color);
    painter.drawEllipse(at + QPointF(0, -2.5), 2.5, 2.5);
    painter.drawLine(at, at + QPointF(0, 4.5));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
}

void paintLabel(QPainter& painter, const TrackPicture& p, const TrackRow& row)
{
    const Theme& theme = currentTheme();
    const bool isCurrent = p.hasFocus && p.current == row.track;
    const QRectF label = row.label.translated(0, -shiftOf(p, row.isPinned));
    const QRectF whole = row.rect.united(row.label).translated(0, -shiftOf(p, row.isPinned));
    painter.setPen(theme.color(Token::LineGrid));
    const double y = std::floor(whole.top()) + 0.5;
    painter.drawLine(QPointF(whole.left(), y), QPointF(whole.right(), y));
    if (isCurrent) {
        painter.setPen(QPen(theme.color(Token::Accent), 1));
        painter.drawRoundedRect(label.adjusted(-3.5, 2.5, 1.5, -1.5), 3, 3);
    }
    painter.setFont(sb::font(isCurrent ? FontRole::CaptionStrong : FontRole::Caption));
    painter.setPen(theme.color(isCurrent ? Token::TextPrimary : Token::TextSecondary));
    QRectF first(label.left(), label.top() + 3, label.width(), kTrackRowHeight);
    if (row.isPinned) {
        const double x = p.isRightToLeft ? first.left() + 4 : first.right() - 4;
        paintPin(painter, { x, first.center().y() }, theme.color(Token::TextSecondary));
    }
    painter.drawText(first, leading(p.isRightToLeft),
        QFontMetricsF(painter.font()).elidedText(trackName(row.track), Qt::ElideRight, first.width() - 10));
    painter.setFont(sb::font(FontRole::Caption));
    painter.setPen(theme.color(Token::TextMuted));
    first.translate(0, kTrackRowHeight);
    if (!row.scale.isEmpty())
        painter.drawText(first, leading(p.isRightToLeft), row.scale);
    if (row.track != Track::Regions)
        return;
    for (const RegionInfo& region : p.log.world().regions) {
        painter.drawText(first, leading(p.isRightToLeft),
            QFontMetricsF(painter.font()).elidedText(regionName(region), Qt::ElideRight, first.width()));
        first.translate(0, kTrackRowHeight);
    }
}

// A region's state: its shape, its word, and a ground that speaks up only when it must.
void paintStateBar(QPainter& painter, const PlacedTrackBar& bar, const QRectF& at)
{
    const Theme& theme = currentTheme();
    const StateShape shape = shapeOf(*bar.state);
    const QRectF rect = at.toAlignedRect();
    if (shape == StateShape::Ok || shape == StateShape::Recovering) {
        paintTimeBar(painter, rect, shape == StateShape::Ok ? Tone::Quiet : Tone::Recovering, bar.isOpen,
            bar.text, 17);
    } else if (shape == StateShape::Failed) {
        paintTimeBar(painter, rect, Tone::Bad, bar.isOpen, bar.text, 17);
    } else {
        const bool isDegraded = shape == StateShape::Degraded;
        painter.fillRect(rect, theme.color(isDegraded ? Token::BgDegraded : Token::BgPanel));
        if (!isDegraded)
            painter.fillRect(rect, QBrush(theme.color(Token::StateHeld, 0.45), Qt::BDiagPattern));
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(QPen(theme.color(isDegraded ? Token::StateDegradedText : Token::StateHeld), 1));
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), kBarRadius, kBarRadius);
        painter.setRenderHint(QPainter::Antialiasing, false);
        if (!bar.text.isEmpty()) {
            const QFontMetricsF metrics(painter.font());
            const QRectF text(
                rect.left() + 17, rect.top() + 1, metrics.horizontalAdvance(bar.text) + 3, rect.height() - 2);
            if (!isDegraded)
                painter.fillRect(text.adjusted(-15, 0, 0, 0), theme.color(Token::BgPanel));
            painter.setPen(stateTextColor(theme, shape));
            painter.drawText(
                text, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute), bar.text);
        }
    }
    if (rect.width() < 16)
        return;
    const QRectF chip(rect.left() + 3, rect.center().y() - 6, 12, 12);
    const bool isFilled = bar.isOpen && (shape == StateShape::Failed || shape == StateShape::Recovering);
    if (isFilled) // the shape keeps its own colour: it gets its own ground
        painter.fillRect(chip, theme.color(Token::BgPanel));
    paintStateGlyph(painter, chip.adjusted(1, 1, -1, -1), shape, theme);
}

void paintBars(QPainter& painter, const TrackPicture& p, bool isPinned)
{
    painter.setFont(sb::font(FontRole::Caption));
    for (const PlacedTrackBar& bar : p.layout.bars) {
        const TrackRow* row = p.layout.rowOf(bar.track);
        if (row == nullptr || row->isPinned != isPinned)
            continue;
        const QRectF rect = bar.rect.translated(0, -shiftOf(p, isPinned));
        if (rect.bottom() < 0 || rect.top() > p.size.height())
            continue;
        if (bar.state)
            paintStateBar(painter, bar, rect);
        else
            paintTimeBar(painter, rect, bar.tone, bar.isOpen, bar.text, 5);
    }
}

void paintMarks(QPainter& painter, const TrackPicture& p, bool isPinned)
{
    const Theme& theme = currentTheme();
    painter.setFont(sb::font(FontRole::Caption));
    for (const PlacedMark& mark : p.layout.marks) {
        const TrackRow* row = p.layout.rowOf(mark.track);
        if (row == nullptr || row->isPinned != isPinned)
            continue;
        const QRectF rect = mark.rect.translated(0, -shiftOf(p, isPinned));
        const bool isOperators = mark.track == Track::Operator || mark.track == Track::Notes;
        const QColor color = markColor(mark.severity, mark.isRefused, isOperators);
        painter.setOpacity(mark.isMatch ? 1 : kDimmed);
        if (mark.count == 1) {
            paintEventDiamond(painter, rect.center(), color, mark.isRefused);
            painter.setPen(theme.color(Token::TextSecondary));
            if (!mark.text.isEmpty())
                painter.drawText(mark.textRect.translated(0, -shiftOf(p, isPinned)),
                    static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft | Qt::AlignAbsolute), mark.text);
            continue;
        }
        const QRectF box = rect.adjusted(0.5, 2.5, -0.5, -2.5);
        painter.setPen(QPen(color, 1));
        painter.setBrush(mixed(theme.color(Token::BgPanel), color, 0.16));
        painter.drawRect(box);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(theme.color(Token::TextPrimary));
        painter.drawText(box, static_cast<int>(Qt::AlignCenter), mark.text);
    }
    painter.setOpacity(1);
}

void paintStrips(QPainter& painter, const TrackPicture& p, bool isPinned)
{
    const Theme& theme = currentTheme();
    for (const TrackRow& row : p.layout.rows) {
        if (row.isPinned != isPinned || !row.limitY)
            continue;
        painter.setPen(QPen(theme.color(Token::TextMuted), 1, Qt::DashLine));
        const double y = std::floor(*row.limitY - shiftOf(p, isPinned)) + 0.5;
        painter.drawLine(QPointF(row.rect.left(), y), QPointF(row.rect.right(), y));
    }
    for (const PlacedColumn& column : p.layout.columns) {
        const bool isErrors = !column.region.isValid();
        const TrackRow* row = p.layout.rowOf(isErrors ? Track::Errors : Track::Replication);
        if (row == nullptr || row->isPinned != isPinned)
            continue;
        const QColor color = isErrors ? theme.color(column.isBad ? Token::StateFailedFill : Token::TextMuted)
                                      : theme.series(column.region.value);
        painter.fillRect(column.rect.translated(0, -shiftOf(p, isPinned)), color);
    }
}

void paintPart(QPainter& painter, const TrackPicture& p, bool isPinned)
{
    const double fixed = p.layout.headHeight + p.layout.pinnedHeight;
    const QRectF part = isPinned ? QRectF(1, p.layout.headHeight, p.size.width() - 2, p.layout.pinnedHeight)
                                 : QRectF(1, fixed, p.size.width() - 2, p.size.height() - fixed - 2);
    if (part.height() <= 0)
        return;
    painter.save();
    painter.setClipRect(part);
    for (const TrackRow& row : p.layout.rows) {
        if (row.isPinned == isPinned)
            paintLabel(painter, p, row);
    }
    painter.setClipRect(
        part.intersected(QRectF(p.layout.axis.left - 6, 0, p.layout.axis.width + 12, p.size.height())));
    paintBars(painter, p, isPinned);
    paintStrips(painter, p, isPinned);
    paintMarks(painter, p, isPinned);
    painter.restore();
}

} // namespace

void paintTracks(QPainter& painter, const TrackPicture& p)
{
    const Theme& theme = currentTheme();
    paintTimeCard(painter, p.size, p.hasFocus);
    paintRuler(painter, p);
    paintHeadLabels(painter, p);
    painter.save();
    painter.setClipRect(QRectF(p.layout.axis.left - 1, 1, p.layout.axis.width + 2, p.size.height() - 2));
    paintStages(painter, p);
    paintNoteTicks(painter, p);
    paintFlags(painter, p);
    painter.restore();
    paintPart(painter, p, false);
    paintPart(painter, p, true);
    if (p.layout.pinnedHeight > 0) {
        const double y = p.layout.headHeight + p.layout.pinnedHeight;
        painter.fillRect(QRectF(1, y, p.size.width() - 2, 1.5), theme.color(Token::LineBorder));
    }
    const std::uint64_t dropped = p.log.lanes().dropped();
    if (dropped == 0)
        return;
    painter.setPen(theme.color(Token::StateDegradedText));
    painter.drawText(p.layout.ruler.adjusted(0, 2, -4, 0), static_cast<int>(Qt::AlignRight | Qt::AlignTop),
        IncidentText::tr("%1 older events not kept").arg(formatCount(static_cast<qint64>(dropped))));
}

namespace {

void paintHover(QPainter& painter, const TrackPicture& p, Instant at)
{
    const Theme& theme = currentTheme();
    const double x = pixelAt(p.layout.axis, at);
    const QRectF ruler = p.layout.ruler;
    if (x < ruler.left() || x > ruler.right())
        return;
    painter.setPen(theme.color(Token::TextMuted));
    drawTimeLine(painter, x, ruler.bottom(), p.size.height() - 2);
    const QString clock = formatClock(p.log.world().start, at);
    const QString run = virtualText(at);
    const double width
        = std::max(tabularWidth(painter.font(), clock), tabularWidth(painter.font(), run)) + 10;
    const double left = std::clamp(x - width / 2, ruler.left(), ruler.right() - width);
    const QRectF cell(std::floor(left), ruler.top() + 2, width, ruler.height() - 4);
    painter.fillRect(cell, theme.color(Token::BgRaised));
    painter.setPen(theme.color(Token::TextPrimary));
    drawTabular(painter, cell.adjusted(0, 0, 0, -cell.height() / 2), Qt::AlignHCenter, clock);
    drawTabular(painter, cell.adjusted(0, cell.height() / 2, 0, 0), Qt::AlignHCenter, run);
}

void paintArea(QPainter& painter, const TrackPicture& p, TimeRange area)
{
    const Theme& theme = currentTheme();
    const double from = pixelAt(p.layout.axis, area.from);
    const double to = pixelAt(p.layout.axis, area.to);
    const QRectF rect(from, p.layout.ruler.top() + 2, to - from, p.size.height() - 4);
    painter.fillRect(rect, theme.color(Token::Accent, 0.14));
    painter.setPen(QPen(theme.color(Token::Accent), 1));
    drawTimeLine(painter, from, rect.top(), rect.bottom());
    drawTimeLine(painter, to, rect.top(), rect.bottom());
    const QString length = formatDuration(area.span());
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(length) + 10;
    if (rect.width() < width)
        return;
    const QRectF cell(rect.center().x() - width / 2, p.layout.stageRow.top() - 16, width, 15);
    painter.fillRect(cell, theme.color(Token::Accent));
    painter.setPen(theme.color(Token::AccentInk));
    painter.drawText(cell, static_cast<int>(Qt::AlignCenter), length);
}

void paintSelected(QPainter& painter, const TrackPicture& p, EventSeq selected)
{
    QRectF rect = p.layout.rectOf(selected);
    const Event* event = p.log.lanes().find(selected);
    if (event == nullptr)
        return;
    const std::optional<Track> track = trackOf(*event);
    if (rect.isEmpty()) {
        // The end of a bar, or an event without a place of its own: its instant in its track.
        const TrackRow* row = track ? p.layout.rowOf(*track) : nullptr;
        const QRectF all = row ? row->rect : p.layout.stageRow;
        rect = QRectF(pixelAt(p.layout.axis, event->at) - 3, all.top() + 2, 6, all.height() - 4);
    }
    if (track && !p.layout.stageRow.intersects(rect))
        rect = scrolled(p, *track, rect);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(currentTheme().color(Token::TextPrimary), 1.5));
    painter.drawRoundedRect(rect.adjusted(-1.5, -0.5, 1.5, 0.5), 3, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

void paintTrackOverlay(QPainter& painter, const TrackPicture& p, const TrackOverlay& overlay)
{
    const Theme& theme = currentTheme();
    painter.setFont(sb::font(FontRole::Caption));
    painter.save();
    painter.setClipRect(QRectF(p.layout.axis.left - 3, 1, p.layout.axis.width + 6, p.size.height() - 2));
    if (overlay.area)
        paintArea(painter, p, *overlay.area);
    painter.fillRect(QRectF(std::floor(p.layout.nowX), p.layout.stageRow.top(), 2,
                         p.size.height() - p.layout.stageRow.top() - 2),
        theme.color(Token::Accent));
    if (overlay.selected.isValid())
        paintSelected(painter, p, overlay.selected);
    painter.restore();
    if (overlay.hover)
        paintHover(painter, p, *overlay.hover);
    const TrackRow* drop = overlay.dropAt ? p.layout.rowOf(*overlay.dropAt) : nullptr;
    if (drop != nullptr) {
        painter.setPen(QPen(theme.color(Token::Accent), 2));
        painter.drawRect(scrolled(p, drop->track, drop->rect.united(drop->label)).adjusted(-2, 1, 2, -1));
    }
}

} // namespace sb
