// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_adapter.h"

#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>

namespace sb {
namespace {

constexpr int kTitleHeight = 24;
constexpr int kPadding = 9;
constexpr std::int64_t kDescribeEveryMs = 1000;

QString latestText(ChartKind kind, double value)
{
    switch (kind) {
    case ChartKind::Requests:
        return formatRate(value);
    case ChartKind::Latency:
        return formatMs(value);
    case ChartKind::Errors:
        return formatPercent(value / 100, 1);
    case ChartKind::Lag:
        return formatSeconds(value);
    case ChartKind::Answers:
        return formatPercent(value / 100);
    }
    return {};
}

} // namespace

QString chartTitle(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Requests:
        return ChartAdapter::tr("Requests per second, by region");
    case ChartKind::Latency:
        return ChartAdapter::tr("Latency, ms (p50 p95 p99)");
    case ChartKind::Errors:
        return ChartAdapter::tr("Errors, % of requests");
    case ChartKind::Lag:
        return ChartAdapter::tr("Replication lag, s (log)");
    case ChartKind::Answers:
        return ChartAdapter::tr("DNS answers, % by region");
    }
    return {};
}

QString chartTitleShort(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Requests:
        return ChartAdapter::tr("Requests/s by region");
    case ChartKind::Latency:
        return ChartAdapter::tr("Latency, ms");
    case ChartKind::Errors:
        return ChartAdapter::tr("Errors, %");
    case ChartKind::Lag:
        return ChartAdapter::tr("Lag, s (log)");
    case ChartKind::Answers:
        return ChartAdapter::tr("DNS answers, %");
    }
    return {};
}

ChartAdapter::ChartAdapter(ChartKind kind, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_plot(new ChartPlot(kind, this))
{
    setFocusPolicy(Qt::TabFocus);
    restyle();
    describe();
}

QString ChartAdapter::title() const
{
    return chartTitle(m_kind);
}

void ChartAdapter::setSwitchable(bool isSwitchable)
{
    m_isSwitchable = isSwitchable;
    update();
}

void ChartAdapter::show(const ChartWindow& window, const WorldDescription& description, std::int64_t wallMs)
{
    m_plot->setLines(linesOf(m_kind, window, description), clockOf(window), wallMs);
    if (wallMs - m_describedMs >= kDescribeEveryMs) {
        m_describedMs = wallMs;
        describe();
    }
}

void ChartAdapter::restyle()
{
    m_plot->restyle();
    update();
}

// The latest values in words: what a screen reader says of the picture.
void ChartAdapter::describe()
{
    setAccessibleName(title());
    QStringList parts;
    for (const ChartLine& line : m_plot->lines()) {
        const bool hasValue = !line.columns.empty() && !line.columns.back().isGap;
        const QString value = hasValue ? latestText(m_kind, line.columns.back().last) : tr("no data");
        //: Latest value of a chart line: %1 name, %2 value with unit
        parts.append(tr("%1: %2").arg(line.name, value));
    }
    setAccessibleDescription(parts.isEmpty() ? tr("no data yet") : parts.join(QStringLiteral("; ")));
}

void ChartAdapter::paintEvent(QPaintEvent* /*event*/)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(hasFocus() ? Token::Accent : Token::LineSoft), 1));
    painter.setBrush(theme.color(Token::BgPanel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter.setFont(sb::font(FontRole::CaptionStrong));
    painter.setPen(theme.color(Token::TextPrimary));
    const QFontMetrics metrics(painter.font());
    const int room = width() - 2 * kPadding - (m_isSwitchable ? 14 : 0);
    QString text = title();
    if (metrics.horizontalAdvance(text) > room)
        text = metrics.elidedText(chartTitleShort(m_kind), Qt::ElideRight, room);
    const QRect titleRect(kPadding, 3, width() - 2 * kPadding, kTitleHeight - 3);
    painter.drawText(titleRect, Qt::AlignVCenter | Qt::AlignLeading, text);
    if (!m_isSwitchable)
        return;
    // The whole title is the button; the small triangle says so.
    const double side = isRightToLeft() ? -1 : 1;
    const double start = isRightToLeft() ? width() - kPadding : kPadding;
    const QPointF tip(start + side * (metrics.horizontalAdvance(text) + 10), titleRect.center().y() + 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::TextSecondary));
    painter.drawPolygon(QPolygonF { tip, tip + QPointF(-4, -5), tip + QPointF(4, -5) });
}

void ChartAdapter::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_plot->setGeometry(1, kTitleHeight, width() - 4, height() - kTitleHeight - 2);
}

void ChartAdapter::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addChoices(*menu);
    menu->addAction(tr("Copy as image"), this, &ChartAdapter::copyImage);
    menu->addAction(tr("Copy as data (CSV)"), this, &ChartAdapter::dataCopyRequested);
    menu->popup(event->globalPos());
}

void ChartAdapter::addChoices(QMenu& menu)
{
    if (!m_isSwitchable)
        return;
    for (const ChartKind choice : { ChartKind::Lag, ChartKind::Answers }) {
        QAction* action = menu.addAction(chartTitle(choice));
        action->setCheckable(true);
        action->setChecked(choice == m_kind);
        connect(action, &QAction::triggered, this, [this, choice] { Q_EMIT kindChosen(choice); });
    }
    menu.addSeparator();
}

void ChartAdapter::openChoices()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addChoices(*menu);
    menu->popup(mapToGlobal(QPoint(0, kTitleHeight)));
}

void ChartAdapter::mousePressEvent(QMouseEvent* event)
{
    if (m_isSwitchable && event->button() == Qt::LeftButton && event->position().y() < kTitleHeight)
        openChoices();
    else
        QWidget::mousePressEvent(event);
}

void ChartAdapter::copyImage()
{
    QApplication::clipboard()->setPixmap(grab());
}

// Left and Right walk the crosshair, a column at a time; Esc takes it away.
void ChartAdapter::keyPressEvent(QKeyEvent* event)
{
    const double step
        = std::max(0.001, m_plot->columnSeconds()) * (event->modifiers() & Qt::ShiftModifier ? 10 : 2);
    switch (event->key()) {
    case Qt::Key_Left:
        m_keyboardHover = m_keyboardHover.value_or(0) - step;
        break;
    case Qt::Key_Right:
        m_keyboardHover = std::min(0.0, m_keyboardHover.value_or(0) + step);
        break;
    case Qt::Key_Escape:
        m_keyboardHover.reset();
        break;
    case Qt::Key_Return:
    case Qt::Key_Space:
        if (m_isSwitchable) {
            openChoices();
            return;
        }
        [[fallthrough]];
    default:
        if (event->matches(QKeySequence::Copy)) {
            Q_EMIT dataCopyRequested();
            return;
        }
        QWidget::keyPressEvent(event);
        return;
    }
    Q_EMIT m_plot->hovered(m_keyboardHover);
}

void ChartAdapter::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void ChartAdapter::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    if (m_keyboardHover) {
        m_keyboardHover.reset();
        Q_EMIT m_plot->hovered(std::nullopt);
    }
    update();
}

} // namespace sb
