// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/minimap.h"

#include "ui/incident/incident_log.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/paint_target.h"
#include "ui/theme/theme.h"
#include "ui/timeline/mark_painter.h"
#include "ui/timeline/zoom_control.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace sb {
namespace {

constexpr double kEdge = 9;
constexpr double kGrip = 5; // px on both sides of an edge
constexpr double kFrameLeast = 8; // px, so that it can be taken hold of
constexpr qint64 kRepaintMs = 500;

struct Column {
    int events = 0;
    Severity worst = Severity::Info;
};

std::vector<Column> densityOf(const IncidentLog& log, const TimeAxis& axis)
{
    std::vector<Column> columns(static_cast<std::size_t>(std::max(1.0, axis.width)));
    for (int i = 0; i < kTrackCount; ++i) {
        for (const TrackMark& mark : log.marks(static_cast<Track>(i))) {
            const double x = pixelAt(axis, mark.at) - axis.left;
            Column& column = columns[static_cast<std::size_t>(
                std::clamp(x, 0.0, static_cast<double>(columns.size() - 1)))];
            ++column.events;
            column.worst = std::max(column.worst, mark.severity);
        }
    }
    return columns;
}

} // namespace

Minimap::Minimap(const IncidentLog& log, ZoomControl& zoom, QWidget* parent)
    : QWidget(parent)
    , m_log(log)
    , m_zoom(zoom)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Overview of the run"));
    setToolTip(tr("The whole run. Drag the frame to move what the tracks show, its edges to resize it."));
    connect(&m_zoom, &ZoomControl::rangeChanged, this, [this] {
        describe();
        update();
    });
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, &Minimap::invalidate);
}

void Minimap::logChanged()
{
    if (!m_sincePainted.isValid() || m_sincePainted.elapsed() >= kRepaintMs)
        invalidate();
}

void Minimap::setArea(std::optional<TimeRange> area)
{
    m_area = area;
    update();
}

void Minimap::invalidate()
{
    m_isStale = true;
    update();
}

TimeAxis Minimap::axis() const
{
    TimeRange whole = m_log.whole();
    whole.from = kStart;
    whole.to = std::max(whole.to, kStart + 60s);
    return { whole, kEdge, std::max(1.0, width() - 2 * kEdge) };
}

QRectF Minimap::frame() const
{
    const TimeAxis all = axis();
    const double end = all.left + all.width;
    double from = std::clamp(pixelAt(all, m_zoom.range().from), all.left, end);
    double to = std::clamp(pixelAt(all, m_zoom.range().to), all.left, end);
    if (to - from < kFrameLeast) {
        from = std::clamp((from + to - kFrameLeast) / 2, all.left, end - kFrameLeast);
        to = from + kFrameLeast;
    }
    return { from, 2.5, to - from, height() - 5.0 };
}

void Minimap::describe()
{
    const UtcStart start = m_log.world().start;
    //: the overview of a run: what the tracks show of it
    setAccessibleDescription(
        tr("Shows %1 to %2 of a run of %3")
            .arg(formatClock(start, m_zoom.range().from), formatClock(start, m_zoom.range().to),
                formatDuration(m_log.now() - kStart)));
}

void Minimap::paintBase(QPainter& painter) const
{
    const Theme& theme = currentTheme();
    paintTimeCard(painter, size(), hasFocus());
    const TimeAxis all = axis();
    for (const StageSpan& stage : m_log.stages()) {
        const double from = pixelAt(all, stage.from);
        const double to = pixelAt(all, std::min(stage.to, m_log.now()));
        painter.fillRect(QRectF(from, 4, std::max(1.0, to - from), 3),
            theme.color(stage.stage == Stage::Recover || stage.stage == Stage::Verify ? Token::Accent
                                                                                      : Token::TextMuted));
    }
    const std::vector<Column> columns = densityOf(m_log, all);
    int most = 1;
    for (const Column& column : columns)
        most = std::max(most, column.events);
    const double room = height() - 13;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].events == 0)
            continue;
        // By the root, so that one event is seen beside a thousand.
        const double tall = std::max(2.0, room * std::sqrt(static_cast<double>(columns[i].events) / most));
        painter.fillRect(QRectF(all.left + static_cast<double>(i), height() - 4 - tall, 1, tall),
            markColor(columns[i].worst, false, false));
    }
    painter.setFont(sb::font(FontRole::Caption));
}

void Minimap::paintEvent(QPaintEvent* /*event*/)
{
    const qreal ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    if (m_isStale || m_cache.size() != pixels) {
        m_cache = QPixmap(pixels);
        m_cache.setDevicePixelRatio(ratio);
        QPainter painter(&m_cache);
        paintBase(painter);
        m_isStale = false;
        m_drawn = axis();
        m_sincePainted.start();
    }
    const Theme& theme = currentTheme();
    QPainter painter(this);
    if (isPaintedElsewhere(painter, *this))
        paintBase(painter);
    else
        painter.drawPixmap(0, 0, m_cache);
    const QRectF shown = frame();
    // What is not shown steps back.
    const QColor veil = theme.color(Token::BgWindow, 0.55);
    painter.fillRect(QRectF(kEdge, 3, shown.left() - kEdge, height() - 6), veil);
    painter.fillRect(QRectF(shown.right(), 3, width() - kEdge - shown.right(), height() - 6), veil);
    if (m_area) {
        const double from = pixelAt(m_drawn, m_area->from);
        const double to = pixelAt(m_drawn, m_area->to);
        painter.fillRect(
            QRectF(from, 3, std::max(2.0, to - from), height() - 6), theme.color(Token::Accent, 0.3));
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(theme.color(Token::Accent), 1.5));
    painter.drawRoundedRect(shown, 3, 3);
    painter.setBrush(theme.color(Token::Accent));
    for (const double x : { shown.left(), shown.right() })
        painter.drawRoundedRect(QRectF(x - 2, shown.center().y() - 6, 4, 12), 2, 2);
}

void Minimap::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    invalidate();
}

void Minimap::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange)
        invalidate();
}

void Minimap::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    invalidate();
}

void Minimap::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    invalidate();
}

void Minimap::keyPressEvent(QKeyEvent* event)
{
    const Instant middle = m_zoom.range().from + m_zoom.range().span() / 2;
    switch (event->key()) {
    case Qt::Key_Left:
        m_zoom.pan(-0.15);
        break;
    case Qt::Key_Right:
        m_zoom.pan(0.15);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Up:
        m_zoom.zoomAt(middle, 0.8);
        break;
    case Qt::Key_Minus:
    case Qt::Key_Down:
        m_zoom.zoomAt(middle, 1.25);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    event->accept();
}

Minimap::Part Minimap::partAt(double x) const
{
    const QRectF shown = frame();
    if (std::abs(x - shown.left()) <= kGrip)
        return Part::Left;
    if (std::abs(x - shown.right()) <= kGrip)
        return Part::Right;
    return shown.left() < x && x < shown.right() ? Part::Frame : Part::None;
}

void Minimap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_drag = partAt(event->position().x());
    if (m_drag == Part::None) {
        const Duration half = m_zoom.range().span() / 2;
        const Instant at = instantAt(axis(), event->position().x());
        m_zoom.setRange({ at - half, at + half });
        m_drag = Part::Frame;
    }
    m_draggedX = event->position().x();
}

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    const Part under = m_drag == Part::None ? partAt(x) : m_drag;
    setCursor(under == Part::Frame ? Qt::SizeAllCursor
            : under == Part::None  ? Qt::ArrowCursor
                                   : Qt::SizeHorCursor);
    if (m_drag == Part::None)
        return;
    const Duration by = durationOfPixels(axis(), x - m_draggedX);
    TimeRange range = m_zoom.range();
    if (m_drag == Part::Frame)
        range = moved(range, by);
    else if (m_drag == Part::Left)
        range.from = std::min(range.from + by, range.to - kSpanMin);
    else
        range.to = std::max(range.to + by, range.from + kSpanMin);
    m_zoom.setRange(range);
    m_draggedX = x;
}

void Minimap::mouseReleaseEvent(QMouseEvent* /*event*/)
{
    m_drag = Part::None;
}

} // namespace sb
