// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/track_view.h"

#include "ui/incident/incident_text.h"
#include "ui/incident/track_painter.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/paint_target.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_text.h"

#include <QAccessible>
#include <QHelpEvent>

#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <cmath>

namespace sb {

TrackView::TrackView(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    installTrackAccessibility();
    setObjectName(QStringLiteral("incidentTracks"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Tracks of the incident"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&m_zoom, &ZoomControl::rangeChanged, this, &TrackView::rangeMoved);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, &TrackView::invalidate);
}

void TrackView::logReplaced()
{
    m_selected = {};
    m_area.reset();
    m_hover.reset();
    m_zoom.reset();
    invalidate();
    describe();
    Q_EMIT eventSelected({});
    Q_EMIT areaChanged();
}

void TrackView::logChanged()
{
    invalidate();
    if (!m_described.isValid() || m_described.elapsed() >= 1000)
        describe();
}

void TrackView::setNow(Instant now)
{
    m_zoom.setNow(now);
    const double grown = pixelAt(axis(), now) - pixelAt(axis(), m_laidNow);
    if (std::abs(grown) >= 1)
        invalidate();
}

void TrackView::setPlan(const TrackPlan& plan)
{
    m_plan = plan;
    const std::vector<Track> shown = m_plan.shown();
    if (std::find(shown.begin(), shown.end(), m_track) == shown.end())
        m_track = shown.front();
    invalidate();
    describe();
}

void TrackView::setFlags(std::vector<TimeFlag> flags)
{
    m_flags = std::move(flags);
    invalidate();
}

void TrackView::invalidate()
{
    m_layoutIsStale = true;
    m_cacheIsStale = true;
    viewport()->update();
}

// While following, the range creeps with every tick; the picture moves by whole pixels.
void TrackView::rangeMoved()
{
    const TimeRange range = m_zoom.range();
    const TimeRange drawn = m_layout.axis.range;
    const double moved = pixelAt(m_layout.axis, range.from) - m_layout.axis.left;
    if (m_layoutIsStale || range.span() != drawn.span() || std::abs(moved) >= 1)
        invalidate();
}

TimeAxis TrackView::axis() const
{
    return { m_zoom.range(), m_layout.axis.left, m_layout.axis.width };
}

double TrackView::scroll() const
{
    return verticalScrollBar()->value();
}

void TrackView::lay()
{
    const QFontMetricsF metrics(sb::font(FontRole::Caption));
    m_layout = layOutTracks({ m_log, m_plan, m_zoom.range(), static_cast<double>(viewport()->width()),
        static_cast<double>(viewport()->height()), metrics, isRightToLeft() });
    m_layoutIsStale = false;
    m_laidNow = m_log.now();
    const int missing = static_cast<int>(std::ceil(m_layout.height)) - viewport()->height();
    verticalScrollBar()->setRange(0, std::max(0, missing));
    verticalScrollBar()->setPageStep(std::max(1, viewport()->height()));
    verticalScrollBar()->setSingleStep(static_cast<int>(kTrackRowHeight));
}

const TrackLayout& TrackView::layoutNow()
{
    if (m_layoutIsStale)
        lay();
    return m_layout;
}

TrackPicture TrackView::picture() const
{
    return { m_layout, m_log, m_flags, viewport()->size(), scroll(), hasFocus(), isRightToLeft(), m_track };
}

void TrackView::rebuild()
{
    if (m_layoutIsStale)
        lay();
    const qreal ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(viewport()->size()) * ratio).toSize();
    if (m_cache.size() != pixels)
        m_cache = QPixmap(pixels);
    m_cache.setDevicePixelRatio(ratio);
    QPainter painter(&m_cache);
    paintTracks(painter, picture());
    m_cacheIsStale = false;
}

void TrackView::paintTo(QPainter& painter)
{
    if (m_layoutIsStale)
        lay();
    paintTracks(painter, picture());
    paintTrackOverlay(painter, picture(), { m_hover, m_selected, m_area, m_dropAt });
}

void TrackView::paintEvent(QPaintEvent* /*event*/)
{
    QElapsedTimer timer;
    timer.start();
    QPainter painter(viewport());
    if (isPaintedElsewhere(painter, *viewport())) {
        paintTo(painter); // lines stay lines
        return;
    }
    if (m_cacheIsStale || m_cache.devicePixelRatio() != devicePixelRatioF())
        rebuild();
    painter.drawPixmap(0, 0, m_cache);
    paintTrackOverlay(painter, picture(), { m_hover, m_selected, m_area, m_dropAt });
    painter.end();
    Q_EMIT painted(timer.nsecsElapsed());
}

void TrackView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    invalidate();
    lay();
}

void TrackView::scrollContentsBy(int /*dx*/, int /*dy*/)
{
    m_cacheIsStale = true;
    viewport()->update();
}

void TrackView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::LocaleChange)
        invalidate();
}

void TrackView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    invalidate();
}

void TrackView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    invalidate();
}

void TrackView::selectEvent(EventSeq seq)
{
    const Event* event = m_log.lanes().find(seq);
    if (event == nullptr)
        seq = {};
    if (event != nullptr && !m_zoom.range().contains(event->at)) {
        const Duration half = m_zoom.range().span() / 2;
        m_zoom.setRange({ event->at - half, event->at + half });
    }
    if (seq == m_selected)
        return;
    m_selected = seq;
    if (const auto track = event == nullptr ? std::nullopt : trackOf(*event);
        track && !m_plan.isHidden(*track))
        setCurrentTrack(*track);
    describe();
    viewport()->update();
    if (hasFocus() && QAccessible::isActive()) {
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
    Q_EMIT eventSelected(seq);
}

void TrackView::selectNext()
{
    if (const Event* event = m_log.next(m_selected))
        selectEvent(event->seq);
}

void TrackView::selectPrevious()
{
    if (const Event* event = m_log.previous(m_selected))
        selectEvent(event->seq);
}

void TrackView::setArea(std::optional<TimeRange> area)
{
    if (area && area->to < area->from)
        std::swap(area->from, area->to);
    if (area) {
        area->from = std::max(area->from, kStart);
        area->to = std::max(area->to, area->from + 1us);
    }
    if (area == m_area)
        return;
    m_area = area;
    describe();
    viewport()->update();
    Q_EMIT areaChanged();
}

std::optional<TimeRange> TrackView::selectionRange()
{
    if (m_area)
        return m_area;
    const Event* event = m_log.lanes().find(m_selected);
    if (event == nullptr)
        return std::nullopt;
    const TrackLayout& layout = layoutNow();
    for (const PlacedTrackBar& bar : layout.bars) {
        if (bar.seq == m_selected)
            return TimeRange { bar.from, std::min(bar.to, m_log.now()) };
    }
    for (const PlacedStage& stage : layout.stages) {
        if (stage.span.seq == m_selected)
            return TimeRange { stage.span.from, std::min(stage.span.to, m_log.now()) };
    }
    // An event has no length of its own: from what caused it, or the seconds around it.
    const Event* cause = m_log.lanes().find(event->cause);
    if (cause != nullptr && cause->at < event->at)
        return TimeRange { cause->at, event->at };
    return TimeRange { event->at - 5s, event->at + 5s };
}

void TrackView::fitSelection()
{
    const auto range = selectionRange();
    if (range) {
        const TimeRange before = m_zoom.range();
        m_zoom.fit(*range);
        if (m_zoom.range() != before)
            return;
    }
    m_zoom.fit(m_log.whole());
}

void TrackView::makeArea()
{
    if (const auto range = selectionRange()) {
        setArea(range);
        m_areaAnchor = range->from;
    }
}

void TrackView::setCurrentTrack(Track track)
{
    if (m_plan.isHidden(track))
        return;
    m_track = track;
    m_cacheIsStale = true;
    const TrackRow* row = layoutNow().rowOf(track);
    if (row != nullptr && !row->isPinned) {
        const double top = m_layout.headHeight + m_layout.pinnedHeight;
        if (row->rect.top() - scroll() < top)
            verticalScrollBar()->setValue(static_cast<int>(row->rect.top() - top));
        else if (row->rect.bottom() - scroll() > viewport()->height())
            verticalScrollBar()->setValue(static_cast<int>(row->rect.bottom()) - viewport()->height() + 4);
    }
    viewport()->update();
}

Instant TrackView::flagInstant()
{
    if (m_hover)
        return *m_hover;
    if (const Event* event = m_log.lanes().find(m_selected))
        return event->at;
    if (m_area)
        return m_area->from;
    return std::max(kStart, m_zoom.range().from + m_zoom.range().span() / 2);
}

QRect TrackView::rowRect(Track track)
{
    const TrackRow* row = layoutNow().rowOf(track);
    if (row == nullptr)
        return {};
    const QRectF rect = row->rect.united(row->label);
    return rect.translated(0, row->isPinned ? 0 : -scroll()).toAlignedRect();
}

void TrackView::describe()
{
    m_described.start();
    const Event* event = m_log.lanes().find(m_selected);
    QString text = event != nullptr ? toolTipOf(*event, m_log.lanes(), 1) : summaryOf(m_log.lanes(), nullptr);
    if (m_area) {
        text = IncidentText::tr("%1 Selected: %2 to %3.")
                   .arg(text, formatClock(m_log.world().start, m_area->from),
                       formatClock(m_log.world().start, m_area->to));
    }
    setAccessibleDescription(text);
}

QPointF TrackView::unscrolled(QPointF point)
{
    const TrackLayout& layout = layoutNow();
    return point.y() < layout.headHeight + layout.pinnedHeight ? point : point + QPointF(0, scroll());
}

std::optional<Track> TrackView::trackAt(QPointF point)
{
    const QPointF inside = unscrolled(point);
    for (const TrackRow& row : m_layout.rows) {
        if (inside.y() >= row.rect.top() && inside.y() < row.rect.bottom())
            return row.track;
    }
    return std::nullopt;
}

int TrackView::flagAt(QPointF point)
{
    const TrackLayout& layout = layoutNow();
    if (!layout.ruler.contains(point))
        return -1;
    for (std::size_t i = m_flags.size(); i-- > 0;) {
        const double x = pixelAt(layout.axis, m_flags[i].at);
        if (point.x() >= x - 3 && point.x() <= x + (m_flags[i].text.isEmpty() ? 10 : 60))
            return static_cast<int>(i);
    }
    return -1;
}

bool TrackView::isOnLabels(QPointF point) const
{
    return point.x() < m_layout.axis.left - 2 || point.x() > m_layout.axis.left + m_layout.axis.width + 2;
}

QString TrackView::tipAt(QPointF point)
{
    if (const int flag = flagAt(point); flag >= 0)
        return m_flags[static_cast<std::size_t>(flag)].text;
    if (isOnLabels(point)) {
        const auto track = trackAt(point);
        return track ? trackTip(*track) : QString();
    }
    const auto hit = layoutNow().hit(unscrolled(point));
    if (!hit)
        return {};
    if (const Event* event = m_log.lanes().find(hit->seq))
        return toolTipOf(*event, m_log.lanes(), hit->count);
    return {};
}

bool TrackView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const QString tip = tipAt(help->pos());
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tip, viewport());
        return true;
    }
    if (event->type() == QEvent::Leave)
        hoverAt(std::nullopt);
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace sb
