// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_view.h"

#include "ui/theme/fonts.h"
#include "ui/theme/paint_target.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_painter.h"
#include "ui/timeline/timeline_text.h"

#include <QAccessible>
#include <QApplication>

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>

#include <cmath>

namespace sb {
namespace {

constexpr double kZoomStep = 1.25; // per wheel notch or key
constexpr double kPanStep = 0.15; // share of the span per key
constexpr int kNotch = 120; // eighths of a degree of one wheel notch

} // namespace

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent)
    , m_model(std::make_unique<TimelineModel>())
    , m_layout(std::make_unique<TimelineLayout>())
    , m_followButton(new QToolButton(this))
{
    setObjectName(QStringLiteral("timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(timelineTitle());
    m_followButton->setText(tr("Follow now"));
    m_followButton->setToolTip(tr("Keep the present in view"));
    m_followButton->setFocusPolicy(Qt::TabFocus);
    m_followButton->hide();
    connect(m_followButton, &QToolButton::clicked, this, [this] { setFollowing(true); });
    connect(&m_zoom, &ZoomControl::rangeChanged, this, &TimelineView::rangeMoved);
    connect(&m_zoom, &ZoomControl::followingChanged, this, [this](bool isFollowing) {
        // Hiding a focused button would move the focus to a stranger.
        if (isFollowing && m_followButton->hasFocus())
            setFocus(Qt::OtherFocusReason);
        m_followButton->setVisible(!isFollowing);
        placeButton();
        Q_EMIT followingChanged(isFollowing);
    });
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, &TimelineView::dataChanged);
    m_model->reset({});
    describe();
}

TimelineView::~TimelineView() = default;

void TimelineView::setDescription(const WorldDescription& description)
{
    m_model->reset(description);
    m_selected = {};
    m_hover.reset();
    m_zoom.reset();
    describe();
    dataChanged();
}

void TimelineView::appendEvents(const std::vector<Event>& events)
{
    if (events.empty())
        return;
    m_model->append(events);
    dataChanged();
}

void TimelineView::setSnapshot(const Snapshot& snapshot)
{
    const bool changed = m_model->apply(snapshot);
    m_zoom.setNow(snapshot.now);
    // Open bars grow with "now": worth a new base only when that is a pixel.
    const double grown = pixelAt(axis(), snapshot.now) - pixelAt(axis(), m_cachedNow);
    if (changed || std::abs(grown) >= 1)
        dataChanged();
    if (!m_described.isValid() || m_described.elapsed() >= 1000)
        describe();
}

void TimelineView::fitIncident()
{
    TimeRange range = m_model->incidentRange();
    if (range.isEmpty())
        range = { m_model->events().empty() ? kStart : m_model->events().front().at, m_model->now() };
    m_zoom.fit(range);
}

void TimelineView::setFollowing(bool isFollowing)
{
    m_zoom.setFollowing(isFollowing);
}

void TimelineView::selectEvent(EventSeq seq)
{
    const Event* event = m_model->find(seq);
    if (!event)
        seq = {};
    if (event && !m_zoom.range().contains(event->at)) {
        const Duration half = m_zoom.range().span() / 2;
        m_zoom.setRange({ event->at - half, event->at + half });
    }
    if (seq == m_selected)
        return;
    m_selected = seq;
    describe();
    if (hasFocus() && QAccessible::isActive()) {
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
    update();
    Q_EMIT eventSelected(seq);
}

void TimelineView::selectNextEvent()
{
    if (const Event* event = m_model->next(m_selected))
        selectEvent(event->seq);
}

void TimelineView::selectPreviousEvent()
{
    if (const Event* event = m_model->previous(m_selected))
        selectEvent(event->seq);
}

void TimelineView::setHoverInstant(std::optional<Instant> at)
{
    if (at == m_hover)
        return;
    m_hover = at;
    update();
}

const TimelineLayout& TimelineView::layoutNow()
{
    if (m_cacheIsStale || m_cache.isNull())
        rebuild();
    return *m_layout;
}

QSize TimelineView::minimumSizeHint() const
{
    return { 420, 120 };
}
QSize TimelineView::sizeHint() const
{
    return { 1020, 164 };
}

TimeAxis TimelineView::axis() const
{
    return { m_zoom.range(), m_layout->axis.left, m_layout->axis.width };
}

void TimelineView::dataChanged()
{
    m_cacheIsStale = true;
    update();
}

// While following, the range creeps with every tick; the picture moves by whole pixels.
void TimelineView::rangeMoved()
{
    const TimeRange range = m_zoom.range();
    const TimeRange drawn = m_layout->axis.range;
    const double moved = pixelAt(m_layout->axis, range.from) - m_layout->axis.left;
    if (m_cacheIsStale || range.span() != drawn.span() || std::abs(moved) >= 1)
        dataChanged();
}

void TimelineView::rebuild()
{
    const QFontMetricsF metrics(sb::font(FontRole::Caption));
    *m_layout = layOutTimeline(*m_model, m_zoom.range(), QSizeF(size()), metrics, isRightToLeft());
    if (!m_zoom.isFollowing() && isRightToLeft())
        m_layout->ruler.setLeft(m_followButton->geometry().right() + 4);
    else if (!m_zoom.isFollowing())
        m_layout->ruler.setRight(m_followButton->x() - 4);
    m_cachedNow = m_model->now();
    const qreal ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    if (m_cache.size() != pixels)
        m_cache = QPixmap(pixels);
    m_cache.setDevicePixelRatio(ratio);
    QPainter painter(&m_cache);
    paintTimelineBase(painter, *m_layout, *m_model, size(), hasFocus(), isRightToLeft());
    m_cacheIsStale = false;
}

void TimelineView::describe()
{
    m_described.start();
    setAccessibleDescription(summaryOf(*m_model, m_model->find(m_selected)));
}

void TimelineView::placeButton()
{
    m_followButton->setFont(sb::font(FontRole::Caption));
    const QSize wanted = m_followButton->sizeHint();
    // At the end of the ruler that the title leaves free.
    const int left = isRightToLeft() ? 6 : width() - wanted.width() - 6;
    m_followButton->setGeometry(left, 2, wanted.width(), 20);
}

void TimelineView::paintEvent(QPaintEvent* /*event*/)
{
    QElapsedTimer timer;
    timer.start();
    if (m_cacheIsStale || m_cache.devicePixelRatio() != devicePixelRatioF())
        rebuild();
    QPainter painter(this);
    if (isPaintedElsewhere(painter, *this))
        paintTimelineBase(painter, *m_layout, *m_model, size(), hasFocus(), isRightToLeft());
    else
        painter.drawPixmap(0, 0, m_cache);
    paintTimelineOverlay(painter, *m_layout, *m_model, m_hover, m_selected);
    painter.end();
    Q_EMIT painted(timer.nsecsElapsed());
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeButton();
    dataChanged();
}

void TimelineView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    placeButton();
    dataChanged();
}

void TimelineView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::LayoutDirectionChange:
    case QEvent::LocaleChange:
        placeButton();
        dataChanged();
        break;
    default:
        break;
    }
}

bool TimelineView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const auto hit = layoutNow().hit(help->pos());
        const Event* found = hit ? m_model->find(hit->seq) : nullptr;
        if (found)
            QToolTip::showText(help->globalPos(), toolTipOf(*found, *m_model, hit->count), this);
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        dataChanged();
    return QWidget::event(event);
}

void TimelineView::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    const bool isSideways
        = event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(turned.x()) > std::abs(turned.y());
    const int delta = turned.y() != 0 ? turned.y() : turned.x();
    if (isSideways) {
        m_zoom.pan(-kPanStep * (turned.x() != 0 ? turned.x() : turned.y()) / kNotch);
    } else if (delta != 0) {
        m_zoom.zoomAt(instantAt(axis(), event->position().x()),
            std::pow(kZoomStep, -static_cast<double>(delta) / kNotch));
    }
    event->accept();
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    const Instant middle = m_zoom.range().from + m_zoom.range().span() / 2;
    switch (event->key()) {
    case Qt::Key_W:
    case Qt::Key_Up:
        m_zoom.zoomAt(middle, 1 / kZoomStep);
        break;
    case Qt::Key_S:
    case Qt::Key_Down:
        m_zoom.zoomAt(middle, kZoomStep);
        break;
    case Qt::Key_A:
    case Qt::Key_Left:
        m_zoom.pan(-kPanStep);
        break;
    case Qt::Key_D:
    case Qt::Key_Right:
        m_zoom.pan(kPanStep);
        break;
    case Qt::Key_F:
        fitIncident();
        break;
    case Qt::Key_Home:
        if (!m_model->events().empty())
            selectEvent(m_model->events().front().seq);
        m_zoom.setRange({ kStart, kStart + m_zoom.range().span() });
        break;
    case Qt::Key_End:
        setFollowing(true);
        break;
    case Qt::Key_Comma:
        selectPreviousEvent();
        break;
    case Qt::Key_Period:
        selectNextEvent();
        break;
    case Qt::Key_Escape:
        if (!m_selected.isValid()) {
            QWidget::keyPressEvent(event);
            return;
        }
        selectEvent({});
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedAt = event->position();
    m_draggedX = event->position().x();
    m_isDragging = false;
}

void TimelineView::hoverAt(std::optional<double> pixel)
{
    std::optional<Instant> at;
    if (pixel && *pixel >= m_layout->plot.left() && *pixel <= m_layout->plot.right())
        at = instantAt(axis(), *pixel);
    if (at == m_hover)
        return;
    setHoverInstant(at);
    Q_EMIT instantHovered(at);
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (m_pressedAt && !m_isDragging)
        m_isDragging = (at - *m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (m_isDragging) {
        // What was under the pointer stays under it.
        m_zoom.panBy(durationOfPixels(axis(), m_draggedX - at.x()));
        m_draggedX = at.x();
    }
    const bool isOnEvent = !m_isDragging && layoutNow().hit(at).has_value();
    setCursor(m_isDragging ? Qt::ClosedHandCursor : isOnEvent ? Qt::PointingHandCursor : Qt::ArrowCursor);
    hoverAt(at.x());
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_pressedAt)
        return;
    m_pressedAt.reset();
    if (m_isDragging) {
        m_isDragging = false;
        setCursor(Qt::ArrowCursor);
        return;
    }
    const auto hit = layoutNow().hit(event->position());
    selectEvent(hit ? hit->seq : EventSeq {});
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        fitIncident();
}

void TimelineView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    hoverAt(std::nullopt);
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Fit incident"), this, &TimelineView::fitIncident)->setShortcut(Qt::Key_F);
    QAction* follow = menu->addAction(tr("Follow now"));
    follow->setCheckable(true);
    follow->setChecked(isFollowing());
    connect(follow, &QAction::toggled, this, &TimelineView::setFollowing);
    menu->addSeparator();
    menu->addAction(tr("Previous event"), this, &TimelineView::selectPreviousEvent)
        ->setShortcut(Qt::Key_Comma);
    menu->addAction(tr("Next event"), this, &TimelineView::selectNextEvent)->setShortcut(Qt::Key_Period);
    Q_EMIT menuOpening(menu);
    menu->popup(event->globalPos());
}

} // namespace sb
