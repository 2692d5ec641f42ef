// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/matrix_view.h"

#include "ui/pages/page_parts.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace sb {

namespace {

constexpr QSize kLeastCell { 78, 42 };
constexpr QSize kMostCell { 230, 64 }; // in which its texts are laid out
constexpr int kTallestCell = 112;
constexpr int kHeadHeight = 40;
constexpr int kRoomyHeight = 54; // a cell with a third line

// Heads of the bars: where a decade begins and ends, in powers of ten.
constexpr double kLagBottom = -3; // 1 ms …
constexpr double kLagTop = 2; // … 100 s
constexpr double kBacklogTop = 6; // 1 … a million operations
constexpr double kConflictsBottom = -1; // 0.1 … 1000 a minute
constexpr double kConflictsTop = 3;

double logShare(double value, double bottom, double top)
{
    if (value <= 0)
        return 0;
    return std::clamp((std::log10(value) - bottom) / (top - bottom), 0.0, 1.0);
}

void hatch(QPainter& painter, const QRect& area, const Theme& theme)
{
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setPen(QPen(theme.color(Token::LineSoft), 1));
    for (int x = area.left() - area.height(); x < area.right(); x += 7)
        painter.drawLine(x, area.bottom(), x + area.height(), area.top());
    painter.restore();
}

void paintTrend(QPainter& painter, const QRectF& box, Trend trend, const QColor& ink)
{
    if (trend != Trend::Rising && trend != Trend::Falling)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap));
    const qreal rise = trend == Trend::Rising ? 3.5 : -3.5;
    const QPointF from(box.left(), box.center().y() + rise);
    const QPointF to(box.right(), box.center().y() - rise);
    painter.drawLine(from, to);
    const qreal down = trend == Trend::Rising ? 4 : -4;
    painter.drawLine(to, to + QPointF(-4, 0.5 * down / 4));
    painter.drawLine(to, to + QPointF(-1, down));
    painter.restore();
}

} // namespace

QString riskLine(const RegionView& region)
{
    if (region.atRiskOperations == 0)
        return MatrixView::tr("nothing");
    //: orders that would be lost, and their value
    return MatrixView::tr("%1, %2").arg(
        formatOrders(static_cast<qint64>(region.atRiskOrders)), formatMoney(region.atRiskMoney));
}

MatrixView::MatrixView(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    installMatrixAccessibility();
    setAccessibleName(tr("Replication matrix, sources by targets"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
    connect(
        &ThemeManager::instance(), &ThemeManager::themeChanged, viewport(), qOverload<>(&QWidget::update));
}

void MatrixView::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_cells.assign(world.regions.size() * world.regions.size(), {});
    m_regions.clear();
    m_source = world.regions.size() > 1 ? world.regions[0].id : RegionId {};
    m_target = world.regions.size() > 1 ? world.regions[1].id : RegionId {};
    layOut();
    updateGeometry();
    viewport()->update();
}

void MatrixView::setSnapshot(const Snapshot& snapshot)
{
    if (snapshot.regions.size() != m_world.regions.size())
        return;
    m_regions = snapshot.regions;
    std::vector<StateShape> before;
    before.reserve(m_cells.size());
    for (const MatrixCell& cell : m_cells)
        before.push_back(cell.reading.shape);
    for (const LinkView& link : snapshot.links) {
        const std::size_t index = link.source.value * m_world.regions.size() + link.target.value;
        if (link.source.value >= m_world.regions.size() || index >= m_cells.size())
            continue;
        m_cells[index] = { link, readLink(m_world, snapshot, link),
            trendOf(snapshot.charts.get(), link.source, link.target), true };
    }
    // Only a change of state is announced, not every tick.
    for (std::size_t i = 0; i < m_cells.size() && QAccessible::isActive(); ++i) {
        if (m_cells[i].reading.shape == before[i])
            continue;
        QAccessibleEvent event(this, QAccessible::NameChanged);
        event.setChild(static_cast<int>(i));
        QAccessible::updateAccessibility(&event);
    }
    viewport()->update();
}

void MatrixView::setHeat(MatrixHeat heat)
{
    m_heat = heat;
    viewport()->update();
}

void MatrixView::choose(RegionId source, RegionId target)
{
    if (source == target || source.value >= m_world.regions.size() || target.value >= m_world.regions.size())
        return;
    m_source = source;
    m_target = target;
    viewport()->update();
}

const MatrixCell& MatrixView::cell(int row, int column) const
{
    return m_cells[static_cast<std::size_t>(row * count() + column)];
}

QString MatrixView::sentence(int row, int column) const
{
    const RegionInfo& source = m_world.regions[static_cast<std::size_t>(row)];
    if (row == column)
        return tr("%1 itself").arg(regionName(source));
    const MatrixCell& shown = cell(row, column);
    if (!shown.isThere)
        return tr("%1 to %2, no data")
            .arg(regionName(source), regionName(m_world.regions[static_cast<std::size_t>(column)]));
    return pairSentence(m_world, shown.link, shown.reading);
}

QSize MatrixView::sizeHint() const
{
    return { 640, kHeadHeight + count() * (count() > 6 ? kLeastCell.height() : kMostCell.height()) + 2 };
}

int MatrixView::mostHeight() const
{
    return std::max(120, kHeadHeight + count() * (count() > 4 ? kMostCell.height() : kTallestCell) + 2);
}

void MatrixView::layOut()
{
    const QFontMetrics body(sb::font(FontRole::BodyStrong));
    int names = 60;
    for (const RegionInfo& region : m_world.regions)
        names = std::max(names, body.horizontalAdvance(regionName(region)));
    m_rowHead = std::min(150, names + 36);
    m_riskWidth = 150;
    const int all = std::max(1, count());
    const QSize room(viewport()->width() - m_rowHead - m_riskWidth, viewport()->height() - kHeadHeight);
    m_cell = QSize(std::clamp(room.width() / all, kLeastCell.width(), kMostCell.width()),
        std::clamp(room.height() / all, kLeastCell.height(), kTallestCell));
    horizontalScrollBar()->setRange(0, std::max(0, m_cell.width() * count() - room.width()));
    horizontalScrollBar()->setPageStep(std::max(1, room.width()));
    horizontalScrollBar()->setSingleStep(m_cell.width());
    m_riskLeft = std::min(viewport()->width() - m_riskWidth, m_rowHead + m_cell.width() * count());
    verticalScrollBar()->setRange(0, std::max(0, m_cell.height() * count() - room.height()));
    verticalScrollBar()->setPageStep(std::max(1, room.height()));
    verticalScrollBar()->setSingleStep(m_cell.height());
}

QRect MatrixView::mirrored(const QRect& rect) const
{
    return QStyle::visualRect(layoutDirection(), viewport()->rect(), rect);
}

QRect MatrixView::cellRect(int row, int column) const
{
    return mirrored({ m_rowHead + column * m_cell.width() - horizontalScrollBar()->value(),
        kHeadHeight + row * m_cell.height() - verticalScrollBar()->value(), m_cell.width(),
        m_cell.height() });
}

QPoint MatrixView::cellAt(const QPoint& place) const
{
    for (int row = 0; row < count(); ++row) {
        for (int column = 0; column < count(); ++column) {
            if (cellRect(row, column).contains(place))
                return { column, row };
        }
    }
    return { -1, -1 };
}

double MatrixView::shareOf(const MatrixCell& cell) const
{
    switch (m_heat) {
    case MatrixHeat::Lag:
        return logShare(seconds(cell.link.lag), kLagBottom, kLagTop);
    case MatrixHeat::Backlog:
        return logShare(static_cast<double>(cell.link.pendingOperations), 0, kBacklogTop);
    case MatrixHeat::Conflicts:
        return logShare(cell.link.conflictsPerMinute, kConflictsBottom, kConflictsTop);
    }
    return 0;
}

QString MatrixView::numberOf(const MatrixCell& cell) const
{
    switch (m_heat) {
    case MatrixHeat::Lag:
        return formatDuration(cell.link.lag);
    case MatrixHeat::Backlog:
        //: changes that wait to be applied, in a narrow cell
        return tr("%1 op").arg(formatCount(static_cast<qint64>(cell.link.pendingOperations)));
    case MatrixHeat::Conflicts:
        //: conflicts a minute, in a narrow cell
        return tr("%1 /min").arg(formatNumber(cell.link.conflictsPerMinute, 1));
    }
    return {};
}

void MatrixView::paintBar(QPainter& painter, const QRect& track, const MatrixCell& cell) const
{
    const Theme& theme = currentTheme();
    const bool isRtl = layoutDirection() == Qt::RightToLeft;
    const auto at = [&](double share) {
        const int reach = static_cast<int>(std::lround(share * track.width()));
        return isRtl ? track.right() + 1 - reach : track.left() + reach;
    };
    painter.fillRect(track, theme.color(Token::LineGrid));
    const bool isQuiet = cell.reading.shape == StateShape::Ok || cell.reading.shape == StateShape::Held;
    const QColor fill = isQuiet ? theme.color(Token::TextMuted) : stateFillColor(theme, cell.reading.shape);
    const int end = at(shareOf(cell));
    painter.fillRect(isRtl ? QRect(end, track.top(), track.right() + 1 - end, track.height())
                           : QRect(track.left(), track.top(), end - track.left(), track.height()),
        fill);
    if (m_heat == MatrixHeat::Lag) {
        const int limit = at(logShare(seconds(m_world.lagObjective), kLagBottom, kLagTop));
        painter.fillRect(
            QRect(limit - 1, track.top() - 3, 2, track.height() + 6), theme.color(Token::TextPrimary));
    }
}

void MatrixView::paintCell(QPainter& painter, int row, int column) const
{
    const Theme& theme = currentTheme();
    const QRect box = cellRect(row, column);
    const QRect inner = box.adjusted(1, 1, -1, -1);
    if (row == column) {
        painter.fillRect(inner, theme.color(Token::BgPanel));
        painter.setPen(theme.color(Token::TextMuted));
        painter.drawText(inner, Qt::AlignCenter, QStringLiteral("–"));
        return;
    }
    painter.fillRect(inner, theme.color(Token::BgPlot));
    const MatrixCell& shown = cell(row, column);
    if (!shown.isThere) {
        painter.setFont(sb::font(FontRole::Caption));
        painter.setPen(theme.color(Token::TextMuted));
        painter.drawText(inner, Qt::AlignCenter, tr("no data"));
        return;
    }
    if (shown.reading.isBroken)
        hatch(painter, inner, theme);
    const auto place = [&](int left, int top, int wide, int high) {
        return QStyle::visualRect(
            layoutDirection(), box, QRect(box.left() + left, box.top() + top, wide, high));
    };
    const bool isRoomy = box.height() >= kRoomyHeight;
    const int top = isRoomy ? 6 : 7;
    paintStateGlyph(painter, QRectF(place(7, top + 2, 12, 12)), shown.reading.shape, theme);
    painter.setFont(sb::font(shown.reading.shape == StateShape::Ok ? FontRole::Body : FontRole::BodyStrong));
    painter.setPen(shown.reading.shape == StateShape::Ok ? theme.color(Token::TextPrimary)
                                                         : stateTextColor(theme, shown.reading.shape));
    const QString number = numberOf(shown);
    const QRect words = place(24, top, box.width() - 24 - 18, 17);
    if (tabularWidth(painter.font(), number) > words.width())
        painter.setFont(sb::font(FontRole::Caption));
    drawTabular(painter, QRectF(words), QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft), number);
    paintTrend(painter, QRectF(place(box.width() - 16, top + 3, 10, 10)), shown.trend,
        theme.color(shown.trend == Trend::Rising ? Token::TextPrimary : Token::TextMuted));
    if (isRoomy) {
        painter.setFont(sb::font(FontRole::Caption));
        painter.setPen(stateTextColor(theme, shown.reading.shape));
        const QString side = m_heat == MatrixHeat::Backlog
            ? shown.reading.word
            //: state, changes that wait: in a cell of the matrix
            : tr("%1 · %2 op")
                  .arg(shown.reading.word, formatCount(static_cast<qint64>(shown.link.pendingOperations)));
        painter.drawText(place(7, top + 19, box.width() - 12, 15), leadingText(*this),
            painter.fontMetrics().elidedText(side, Qt::ElideRight, box.width() - 12));
    }
    paintBar(painter, place(7, box.height() - 11, box.width() - 14, 4), shown);
}

void MatrixView::paintHeadings(QPainter& painter) const
{
    const Theme& theme = currentTheme();
    painter.save();
    painter.setClipRect(mirrored({ m_rowHead, 0, m_riskLeft - m_rowHead, kHeadHeight }));
    painter.setFont(sb::font(FontRole::BodyStrong));
    painter.setPen(theme.color(Token::TextSecondary));
    for (int column = 0; column < count(); ++column) {
        const QRect box = cellRect(0, column);
        const QString name = regionName(m_world.regions[static_cast<std::size_t>(column)]);
        painter.drawText(QRect(box.left() + 6, kHeadHeight - 22, box.width() - 10, 20), leadingText(*this),
            painter.fontMetrics().elidedText(name, Qt::ElideRight, box.width() - 10));
    }
    painter.restore();
    painter.setFont(sb::font(FontRole::Caption));
    painter.setPen(theme.color(Token::TextMuted));
    painter.drawText(mirrored({ 4, kHeadHeight - 22, m_rowHead - 8, 20 }), leadingText(*this), tr("Source"));
    painter.drawText(mirrored({ m_rowHead + 6, 1, 200, 17 }), leadingText(*this), tr("Target"));
    painter.drawText(mirrored({ m_riskLeft + 10, kHeadHeight - 22, m_riskWidth - 10, 20 }),
        leadingText(*this), tr("Lost if it died now"));
}

void MatrixView::paintRisk(QPainter& painter) const
{
    const Theme& theme = currentTheme();
    painter.setClipRect(QRect(0, kHeadHeight, viewport()->width(), viewport()->height() - kHeadHeight));
    for (int row = 0; row < count(); ++row) {
        const int top = cellRect(row, 0).top();
        const RegionInfo& info = m_world.regions[static_cast<std::size_t>(row)];
        const bool isKnown = static_cast<std::size_t>(row) < m_regions.size();
        const auto line = [&](int left, int wide, int from, int high, const QString& text) {
            painter.drawText(mirrored({ left, top + from, wide, high }), leadingText(*this),
                painter.fontMetrics().elidedText(text, Qt::ElideRight, wide));
        };
        if (isKnown)
            paintStateGlyph(painter, QRectF(mirrored({ 4, top + m_cell.height() / 2 - 7, 14, 14 })),
                m_regions[static_cast<std::size_t>(row)].state, theme);
        painter.setFont(sb::font(FontRole::BodyStrong));
        painter.setPen(theme.color(Token::TextPrimary));
        line(24, m_rowHead - 28, 0, m_cell.height(), regionName(info));
        if (!isKnown)
            continue;
        const RegionView& region = m_regions[static_cast<std::size_t>(row)];
        const int left = m_riskLeft + 10;
        const int half = m_cell.height() / 2;
        painter.setFont(sb::font(FontRole::Body));
        painter.setPen(theme.color(region.atRiskOperations > 0 ? Token::TextPrimary : Token::TextMuted));
        line(left, m_riskWidth - 12, half - 18, 18, riskLine(region));
        painter.setFont(sb::font(FontRole::Caption));
        painter.setPen(theme.color(Token::TextMuted));
        if (region.atRiskOperations > 0)
            //: writes that would be lost, age of the oldest
            line(left, m_riskWidth - 12, half, 16,
                tr("%1 op, oldest %2")
                    .arg(formatCount(static_cast<qint64>(region.atRiskOperations)),
                        formatDuration(region.atRiskOldest)));
    }
    painter.setClipping(false);
}

void MatrixView::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme.color(Token::BgPanel));
    if (count() < 2) {
        painter.setPen(theme.color(Token::TextMuted));
        painter.drawText(viewport()->rect().adjusted(12, 12, -12, -12),
            leadingText(*this, Qt::AlignTop) | Qt::TextWordWrap,
            tr("One region has nobody to copy to. Start a run with one more region from the File menu."));
        return;
    }
    const QRect square
        = mirrored({ m_rowHead, kHeadHeight, m_riskLeft - m_rowHead, viewport()->height() - kHeadHeight });
    painter.setClipRect(square);
    for (int row = 0; row < count(); ++row) {
        for (int column = 0; column < count(); ++column) {
            if (cellRect(row, column).intersects(square))
                paintCell(painter, row, column);
        }
    }
    if (m_source.isValid()) {
        const QRectF ring = QRectF(cellRect(m_source.value, m_target.value)).adjusted(1.5, 1.5, -1.5, -1.5);
        painter.setPen(
            QPen(theme.color(hasFocus() ? Token::Accent : Token::LineBorder), hasFocus() ? 2.5 : 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(ring);
    }
    painter.setClipping(false);
    paintHeadings(painter);
    paintRisk(painter);
}

void MatrixView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void MatrixView::announceCursor()
{
    if (!m_source.isValid() || !QAccessible::isActive())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(m_source.value * count() + m_target.value);
    QAccessible::updateAccessibility(&event);
}

void MatrixView::moveTo(int row, int column)
{
    if (row < 0 || column < 0 || row >= count() || column >= count() || row == column)
        return;
    m_source = m_world.regions[static_cast<std::size_t>(row)].id;
    m_target = m_world.regions[static_cast<std::size_t>(column)].id;
    QScrollBar* across = horizontalScrollBar();
    const int room = viewport()->width() - m_rowHead - m_riskWidth;
    const int end = (column + 1) * m_cell.width() - room;
    across->setValue(
        std::clamp(across->value(), std::min(end, column * m_cell.width()), column * m_cell.width()));
    QScrollBar* down = verticalScrollBar();
    const int high = viewport()->height() - kHeadHeight;
    down->setValue(std::clamp(down->value(),
        std::min((row + 1) * m_cell.height() - high, row * m_cell.height()), row * m_cell.height()));
    viewport()->update();
    announceCursor();
    Q_EMIT pairChosen(m_source, m_target);
}

void MatrixView::mousePressEvent(QMouseEvent* event)
{
    const QPoint at = cellAt(event->pos());
    moveTo(at.y(), at.x());
}

void MatrixView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QPoint at = cellAt(event->pos());
    if (at.x() >= 0 && at.x() != at.y())
        Q_EMIT detailsRequested();
}

void MatrixView::keyPressEvent(QKeyEvent* event)
{
    if (!m_source.isValid()) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const int forth = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    const auto step = [&](int down, int across) {
        int row = m_source.value + down;
        int column = m_target.value + across;
        if (row == column) { // over the diagonal
            row += down;
            column += across;
        }
        moveTo(row, column);
    };
    switch (event->key()) {
    case Qt::Key_Left:
        step(0, -forth);
        break;
    case Qt::Key_Right:
        step(0, forth);
        break;
    case Qt::Key_Up:
        step(-1, 0);
        break;
    case Qt::Key_Down:
        step(1, 0);
        break;
    case Qt::Key_Home:
        moveTo(m_source.value, m_source.value == 0 ? 1 : 0);
        break;
    case Qt::Key_End:
        moveTo(m_source.value, m_source.value == count() - 1 ? count() - 2 : count() - 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT detailsRequested();
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool MatrixView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QPoint at = cellAt(help->pos());
        if (at.x() >= 0 && at.x() != at.y())
            QToolTip::showText(help->globalPos(), toolTip(at.y(), at.x()), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QString MatrixView::toolTip(int row, int column) const
{
    const MatrixCell& shown = cell(row, column);
    if (!shown.isThere)
        return sentence(row, column);
    return tr("%1. Trend: %2. Waiting: %3, to be drained: %4. Objective: %5.")
        .arg(sentence(row, column), wordFor(shown.trend),
            formatChanges(static_cast<qint64>(shown.link.pendingOperations)), drainText(shown.link),
            formatDuration(m_world.lagObjective));
}

void MatrixView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    announceCursor();
}

void MatrixView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace sb
