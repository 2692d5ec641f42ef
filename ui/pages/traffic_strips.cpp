// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/traffic_strips.h"

#include "ui/charts/axis_scale.h"
#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/state_glyph.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace sb {

namespace {

constexpr int kLeft = 82; // scale labels
constexpr int kRight = 10;
constexpr int kTitle = 18;
constexpr int kAxis = 18;
constexpr double kHeatFirstMs = 2;
constexpr double kHeatStep = 1.5;

double heatShare(double ms) // 0 at the bottom, 1 at the top of the strip
{
    if (ms <= 0)
        return 0;
    const double row = std::log(ms / kHeatFirstMs) / std::log(kHeatStep) + 1;
    return std::clamp(row / kHeatRows, 0.0, 1.0);
}

} // namespace

double heatRowMs(int row)
{
    return kHeatFirstMs * std::pow(kHeatStep, std::min(row, kHeatRows - 2));
}

TrafficStrips::TrafficStrips(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Requests, latency and errors over time"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&ThemeManager::instance(), &ThemeManager::themeChanged, this, qOverload<>(&QWidget::update));
}

void TrafficStrips::setWorld(const WorldDescription& world)
{
    m_world = world;
    m_cursor.reset();
    setWindow({});
}

void TrafficStrips::setWindow(std::shared_ptr<const ChartWindow> window)
{
    m_window = std::move(window);
    m_rates = m_window ? linesOf(ChartKind::Requests, *m_window, m_world) : std::vector<ChartLine> {};
    m_latency = m_window ? linesOf(ChartKind::Latency, *m_window, m_world) : std::vector<ChartLine> {};
    m_errors = m_window ? linesOf(ChartKind::Errors, *m_window, m_world) : std::vector<ChartLine> {};
    std::size_t most = m_window ? m_window->heat.size() : 0;
    for (const std::vector<ChartLine>* lines : { &m_rates, &m_latency, &m_errors })
        for (const ChartLine& line : *lines)
            most = std::max(most, line.columns.size());
    m_count = static_cast<int>(most);
    if (!m_cursor || *m_cursor >= m_count)
        m_cursor.reset();
    update();
}

void TrafficStrips::setCursor(std::optional<int> back)
{
    if (back && (*back < 0 || *back >= m_count))
        return;
    m_cursor = back;
    setAccessibleDescription(back ? valuesAt(*back) : QString());
    update();
    Q_EMIT cursorMoved();
}

std::array<TrafficStrips::Strip, 3> TrafficStrips::strips() const
{
    const int room = height() - kAxis - 3 * kTitle - 8;
    const std::array parts { room * 36 / 100, room * 44 / 100, room * 20 / 100 };
    const std::array titles { tr("Requests, stacked by region"),
        tr("What customers waited: the stronger the more; lines: 50, 95 and 99 % of them"), tr("Errors") };
    std::array<Strip, 3> strips;
    int top = 0;
    for (std::size_t i = 0; i < strips.size(); ++i) {
        strips[i] = { QRect(kLeft, top + kTitle, width() - kLeft - kRight, parts[i]), titles[i] };
        top += kTitle + parts[i] + 2;
    }
    return strips;
}

double TrafficStrips::columnX(const QRect& plot, int back) const
{
    return plot.left() + plot.width() * static_cast<double>(m_count - 1 - back) / std::max(1, m_count);
}

const ChartColumn* TrafficStrips::columnOf(const ChartLine& line, int back) const
{
    const int index = static_cast<int>(line.columns.size()) - 1 - back;
    if (index < 0 || index >= static_cast<int>(line.columns.size()))
        return nullptr;
    const ChartColumn& column = line.columns[static_cast<std::size_t>(index)];
    return column.isGap ? nullptr : &column;
}

Instant TrafficStrips::instantAt(int back) const
{
    return m_window ? m_window->end - m_window->column * back : kStart;
}

QStringList TrafficStrips::cellsAt(int back) const
{
    QStringList cells { formatClock(m_world.start, instantAt(back)) };
    const auto add = [&](const ChartLine& line, const auto& text) {
        const ChartColumn* column = columnOf(line, back);
        cells << (column ? text(static_cast<double>(column->last)) : tr("no data"));
    };
    for (const ChartLine& line : m_rates)
        add(line, [](double value) { return formatRate(value); });
    for (const ChartLine& line : m_latency)
        add(line, [](double value) { return formatMs(value); });
    for (const ChartLine& line : m_errors)
        add(line, [](double value) { return formatPercent(value / 100, 1); });
    return cells;
}

QString TrafficStrips::valuesAt(int back) const
{
    const QStringList cells = cellsAt(back);
    QStringList parts { cells.front() };
    int next = 1;
    for (const ChartLine& line : m_rates)
        //: a series and its value
        parts << tr("%1 %2").arg(line.name, cells[next++]);
    for (const ChartLine& line : m_latency)
        parts << tr("%1 %2").arg(line.label, cells[next++]);
    for ([[maybe_unused]] const ChartLine& line : m_errors)
        parts << tr("errors %1").arg(cells[next++]);
    return parts.join(QStringLiteral(" · "));
}

std::vector<QStringList> TrafficStrips::asRows(int most) const
{
    QStringList titles { tr("Time") };
    for (const std::vector<ChartLine>* lines : { &m_rates, &m_latency, &m_errors })
        for (const ChartLine& line : *lines)
            titles << line.name;
    std::vector<QStringList> rows { titles };
    const int step = std::max(1, (m_count + most - 1) / std::max(1, most));
    for (int back = (m_count - 1) / step * step; back >= 0 && m_count > 0; back -= step)
        rows.push_back(cellsAt(back));
    return rows;
}

void TrafficStrips::paintFrame(QPainter& painter, const Strip& strip, const QStringList& scale) const
{
    const Theme& theme = currentTheme();
    painter.fillRect(strip.plot, theme.color(Token::BgPlot));
    painter.setFont(sb::font(FontRole::Caption));
    painter.setPen(theme.color(Token::TextSecondary));
    painter.drawText(QRect(strip.plot.left(), strip.plot.top() - kTitle, strip.plot.width(), kTitle),
        Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(strip.title, Qt::ElideRight, strip.plot.width()));
    painter.setPen(theme.color(Token::TextMuted));
    const int count = static_cast<int>(scale.size());
    for (int i = 0; i < count; ++i) { // from the top
        const int y = strip.plot.top() + (strip.plot.height() - 1) * i / std::max(1, count - 1);
        painter.fillRect(QRect(strip.plot.left(), y, strip.plot.width(), 1), theme.color(Token::LineGrid));
        painter.drawText(QRect(0, y - 8, kLeft - 6, 16), Qt::AlignRight | Qt::AlignVCenter, scale[i]);
    }
}

void TrafficStrips::paintStack(QPainter& painter, const Strip& strip) const
{
    const Theme& theme = currentTheme();
    std::vector<double> below(static_cast<std::size_t>(m_count), 0.0);
    double highest = 1;
    for (int back = 0; back < m_count; ++back) {
        double sum = 0;
        for (const ChartLine& line : m_rates)
            if (const ChartColumn* column = columnOf(line, back))
                sum += static_cast<double>(column->last);
        highest = std::max(highest, sum);
    }
    const double top = niceTicks(highest).top;
    paintFrame(painter, strip, { formatRate(top), formatRate(top / 2), formatRate(0) });
    const double width = strip.plot.width() / static_cast<double>(std::max(1, m_count));
    for (const ChartLine& line : m_rates) {
        QColor fill = theme.series(line.region.value);
        fill.setAlpha(90);
        QPolygonF edge;
        for (int back = m_count - 1; back >= 0; --back) {
            const ChartColumn* column = columnOf(line, back);
            const auto index = static_cast<std::size_t>(back);
            const double from = below[index];
            below[index] += column ? static_cast<double>(column->last) : 0;
            const auto y = [&](double value) {
                return strip.plot.bottom() + 1 - strip.plot.height() * std::min(1.0, value / top);
            };
            const double x = columnX(strip.plot, back);
            if (column)
                painter.fillRect(QRectF(x, y(below[index]), width + 0.5, y(from) - y(below[index])), fill);
            edge << QPointF(x + width / 2, y(below[index]));
        }
        painter.setPen(theme.seriesPen(line.region.value, 1.4)); // identity also by dash
        painter.drawPolyline(edge);
    }
}

// Which band is whose: a piece of its edge and the name, from the right end of the title row.
void TrafficStrips::paintLegend(QPainter& painter, const Strip& strip) const
{
    const Theme& theme = currentTheme();
    painter.setFont(sb::font(FontRole::Caption));
    int right = strip.plot.right();
    for (auto line = m_rates.rbegin(); line != m_rates.rend(); ++line) {
        const int wide = painter.fontMetrics().horizontalAdvance(line->name);
        if (right - wide - 40 < strip.plot.center().x())
            return; // the table twin names them all
        painter.setPen(theme.color(Token::TextSecondary));
        painter.drawText(
            QRect(right - wide, strip.plot.top() - kTitle, wide, kTitle), Qt::AlignCenter, line->name);
        painter.setPen(theme.seriesPen(line->region.value, 2));
        const double y = strip.plot.top() - kTitle / 2.0;
        painter.drawLine(QPointF(right - wide - 26, y), QPointF(right - wide - 6, y));
        right -= wide + 40;
    }
}

void TrafficStrips::paintLine(QPainter& painter, const QRect& plot, const ChartLine& line,
    const std::function<double(double)>& share) const
{
    QPainterPath path;
    bool isDown = false;
    for (int back = m_count - 1; back >= 0; --back) {
        const ChartColumn* column = columnOf(line, back);
        if (column == nullptr) {
            isDown = false;
            continue;
        }
        const double value = static_cast<double>(column->last);
        const QPointF at(columnX(plot, back), plot.bottom() + 1 - plot.height() * share(value));
        if (isDown)
            path.lineTo(at);
        else
            path.moveTo(at);
        isDown = true;
    }
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void TrafficStrips::paintHeat(QPainter& painter, const Strip& strip) const
{
    const Theme& theme = currentTheme();
    paintFrame(painter, strip,
        { tr("> %1").arg(formatMs(heatRowMs(kHeatRows - 2))), formatMs(heatRowMs(kHeatRows / 2 - 1)),
            formatMs(0) });
    const std::vector<HeatColumn> none;
    const std::vector<HeatColumn>& heat = m_window ? m_window->heat : none;
    if (heat.empty()) {
        painter.setPen(theme.color(Token::TextMuted));
        painter.drawText(
            strip.plot, Qt::AlignCenter, tr("The heat is not kept for this range: choose two minutes"));
    }
    std::uint32_t most = 1;
    for (const HeatColumn& column : heat)
        most = std::max(most, *std::max_element(column.requests.begin(), column.requests.end()));
    // One pixel a column and row, then stretched: thousands of rectangles would be felt.
    QImage image(std::max(1, m_count), kHeatRows, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QColor shade = theme.color(Token::TextPrimary);
    for (std::size_t i = 0; i < heat.size(); ++i) {
        const int x = m_count - static_cast<int>(heat.size() - i);
        for (int row = 0; row < kHeatRows && !heat[i].isGap; ++row) {
            const std::uint32_t requests = heat[i].requests[static_cast<std::size_t>(row)];
            if (requests == 0)
                continue;
            // The root keeps the few slow ones visible beside the many fast ones.
            shade.setAlphaF(
                0.05F + 0.6F * std::sqrt(static_cast<float>(requests) / static_cast<float>(most)));
            image.setPixelColor(x, kHeatRows - 1 - row, shade);
        }
    }
    painter.drawImage(strip.plot, image);
    for (const ChartLine& line : m_latency) {
        QPen pen(theme.color(Token::Accent), line.style == 0 ? 1.8 : 1.3);
        if (line.style > 0)
            pen.setDashPattern(line.style == 1 ? QList<qreal> { 5, 3 } : QList<qreal> { 2, 2 });
        painter.setPen(pen);
        paintLine(painter, strip.plot, line, heatShare);
    }
}

void TrafficStrips::paintErrors(QPainter& painter, const Strip& strip) const
{
    const Theme& theme = currentTheme();
    const double objective = m_world.errorObjectivePerMille / 10.0; // %
    const double top = niceTicks(std::max({ highestOf(m_errors), objective * 2, 1.0 })).top;
    paintFrame(painter, strip, { formatPercent(top / 100), formatPercent(0) });
    const double y = strip.plot.bottom() + 1 - strip.plot.height() * std::min(1.0, objective / top);
    painter.setPen(QPen(theme.color(Token::LineBorder), 1, Qt::DashLine));
    painter.drawLine(QPointF(strip.plot.left(), y), QPointF(strip.plot.right(), y));
    for (const ChartLine& line : m_errors) {
        const ChartColumn* now = columnOf(line, 0);
        const bool isOver = now != nullptr && static_cast<double>(now->last) > objective;
        painter.setPen(QPen(
            isOver ? stateTextColor(theme, StateShape::Failed) : theme.color(Token::TextSecondary), 1.6));
        paintLine(painter, strip.plot, line, [top](double value) { return std::min(1.0, value / top); });
    }
}

void TrafficStrips::paintAxis(QPainter& painter, const QRect& plot) const
{
    painter.setFont(sb::font(FontRole::Caption));
    painter.setPen(currentTheme().color(Token::TextMuted));
    constexpr int kMarks = 4;
    for (int i = 0; i <= kMarks; ++i) {
        const int back = (m_count - 1) * (kMarks - i) / kMarks;
        const int x = static_cast<int>(columnX(plot, back));
        const QRect box(i == kMarks ? plot.right() - 80
                : i == 0            ? plot.left()
                                    : x - 40,
            plot.bottom() + 2, 80, kAxis - 2);
        const auto side = i == kMarks ? Qt::AlignRight : i == 0 ? Qt::AlignLeft : Qt::AlignHCenter;
        painter.drawText(
            box, static_cast<int>(side | Qt::AlignVCenter), formatClock(m_world.start, instantAt(back)));
    }
}

void TrafficStrips::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    if (m_count == 0) {
        painter.setPen(theme.color(Token::TextMuted));
        painter.drawText(rect(), Qt::AlignCenter, tr("No samples yet: resume the run to see its traffic."));
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const std::array<Strip, 3> all = strips();
    paintStack(painter, all[0]);
    paintLegend(painter, all[0]);
    paintHeat(painter, all[1]);
    paintErrors(painter, all[2]);
    paintAxis(painter, all[2].plot);
    if (m_cursor) {
        const double x = columnX(all[0].plot, *m_cursor);
        painter.setPen(QPen(theme.color(Token::Accent), 1));
        painter.drawLine(QPointF(x, all[0].plot.top()), QPointF(x, all[2].plot.bottom()));
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(Token::Accent), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75));
    }
}

void TrafficStrips::mouseMoveEvent(QMouseEvent* event)
{
    const QRect plot = strips()[0].plot;
    if (m_count == 0 || plot.width() <= 0)
        return;
    const double share = std::clamp((event->position().x() - plot.left()) / plot.width(), 0.0, 0.9999);
    setCursor(m_count - 1 - static_cast<int>(share * m_count));
}

void TrafficStrips::leaveEvent(QEvent* event)
{
    setCursor(std::nullopt);
    QWidget::leaveEvent(event);
}

void TrafficStrips::keyPressEvent(QKeyEvent* event)
{
    const int now = m_cursor.value_or(0);
    switch (event->key()) {
    case Qt::Key_Left:
        setCursor(m_cursor ? now + 1 : 0);
        break;
    case Qt::Key_Right:
        setCursor(std::max(0, now - 1));
        break;
    case Qt::Key_Home:
        setCursor(m_count - 1);
        break;
    case Qt::Key_End:
        setCursor(0);
        break;
    case Qt::Key_Escape:
        setCursor(std::nullopt);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TrafficStrips::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void TrafficStrips::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace sb
