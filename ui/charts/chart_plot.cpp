// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_adapter.h"

#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/languages.h"
#include "ui/theme/theme.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QValueAxis>

namespace sb {
namespace {

constexpr int kLeftMargin = 34; // scale labels
constexpr int kTopMargin = 7; // half a label
constexpr int kBottomMargin = 19;
constexpr std::size_t kRunsMost = 24; // of one line; more gaps than that cannot be told apart at this size
// A line whose errors stay under this is drawn in the neutral colour: the default objective.
constexpr double kErrorsAbnormalPercent = 1;
constexpr double kLineWidth = 1.6;

double leastTop(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Requests:
        return 40;
    case ChartKind::Latency:
        return 100;
    case ChartKind::Errors:
        return 4;
    case ChartKind::Lag:
        return 10;
    case ChartKind::Answers:
        return 100;
    }
    return 1;
}

QString scaleText(double value)
{
    if (qAbs(value) >= 1e6)
        return QLocale().toString(value / 1e6, 'g', 4) + QLatin1Char('M');
    if (qAbs(value) >= 1e3)
        return QLocale().toString(value / 1e3, 'g', 4) + QLatin1Char('k');
    return QLocale().toString(value, 'g', 4);
}

struct XLabel {
    double secondsAgo;
    QString text;
};

QList<XLabel> xLabels(ChartRange range)
{
    QList<XLabel> labels;
    const auto add = [&](int first, int step, double unitSeconds, const QString& withUnit) {
        for (int back = first; back > 0; back -= step) {
            const QString number = isolated(QChar(0x2212) + QLocale().toString(back));
            labels.append({ -back * unitSeconds, back == first ? withUnit.arg(number) : number });
        }
    };
    switch (range) {
    //: Axis label: %1 is a negative number of seconds
    case ChartRange::TwoMinutes:
        add(120, 30, 1, ChartPlot::tr("%1 s"));
        break;
    //: Axis label: %1 is a negative number of minutes
    case ChartRange::FifteenMinutes:
        add(15, 5, 60, ChartPlot::tr("%1 min"));
        break;
    case ChartRange::TwoHours:
        add(120, 30, 60, ChartPlot::tr("%1 min"));
        break;
    //: Axis label: %1 is a negative number of hours
    case ChartRange::Day:
        add(24, 6, 3600, ChartPlot::tr("%1 h"));
        break;
    }
    labels.append({ 0, ChartPlot::tr("now") });
    return labels;
}

} // namespace

ChartPlot::ChartPlot(ChartKind kind, QWidget* parent)
    : QChartView(parent)
    , m_kind(kind)
    , m_linear(leastTop(kind))
    , m_x(new QValueAxis)
    , m_y(new QValueAxis)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setInteractive(false); // no hit tests of series under the pointer
    setMouseTracking(true);
    setRenderHint(QPainter::Antialiasing, true); // with so few points it costs a tenth
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setRubberBand(QChartView::NoRubberBand);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setPlotAreaBackgroundVisible(true);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    for (QValueAxis* axis : { m_x, m_y }) {
        axis->setLabelsVisible(false);
        axis->setLineVisible(false);
        axis->setMinorGridLineVisible(false);
    }
    m_x->setGridLineVisible(false);
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    setRange(ChartRange::TwoMinutes);
    applyAxis();
    restyle();
}

void ChartPlot::setRange(ChartRange range)
{
    m_range = range;
    m_x->setRange(-secondsOf(range), 0);
    m_lines.clear();
    fillSeries();
}

void ChartPlot::setLines(std::vector<ChartLine> lines, ColumnClock clock, std::int64_t wallMs)
{
    m_lines = std::move(lines);
    m_clock = clock;
    placePlot();
    adaptScale(wallMs);
    fillSeries();
    viewport()->update();
}

void ChartPlot::setMarks(QList<PlacedMark> marks)
{
    m_marks = std::move(marks);
    viewport()->update();
}

void ChartPlot::setHover(std::optional<double> secondsAgo)
{
    if (m_hover == secondsAgo)
        return;
    m_hover = secondsAgo;
    viewport()->update();
}

void ChartPlot::setVeil(const QString& text)
{
    if (m_veil == text)
        return;
    m_veil = text;
    viewport()->update();
}

double ChartPlot::axisTop() const
{
    return isLog() ? std::pow(10.0, m_log.top()) : m_linear.ticks().top;
}

int ChartPlot::seriesShown() const
{
    int count = 0;
    for (const auto& runs : m_series)
        count += static_cast<int>(
            std::count_if(runs.begin(), runs.end(), [](auto* s) { return s->count() > 0; }));
    return count;
}

int ChartPlot::pointsShown() const
{
    int count = 0;
    for (const auto& runs : m_series) {
        for (const QLineSeries* series : runs)
            count += series->count();
    }
    return count;
}

void ChartPlot::restyle()
{
    const Theme& theme = currentTheme();
    setBackgroundBrush(theme.color(Token::BgPanel));
    chart()->setPlotAreaBackgroundBrush(theme.color(Token::BgPlot));
    chart()->setPlotAreaBackgroundPen(Qt::NoPen);
    m_y->setGridLinePen(QPen(theme.color(Token::LineGrid), 1));
    fillSeries();
    viewport()->update();
}

QPen ChartPlot::penOf(const ChartLine& line) const
{
    const Theme& theme = currentTheme();
    if (line.region.isValid())
        return theme.seriesPen(line.region.value, kLineWidth);
    if (m_kind == ChartKind::Errors) {
        const bool isAbnormal = highestOf(m_lines) >= kErrorsAbnormalPercent;
        return { theme.color(isAbnormal ? Token::StateFailedFill : Token::TextSecondary), kLineWidth };
    }
    // p50 solid, p95 dashed, p99 dotted; the further out, the more it stands out.
    static constexpr std::array<Token, 3> kTokens { Token::TextSecondary, Token::TextMuted,
        Token::TextPrimary };
    static constexpr std::array<int, 3> kDashes { 0, 2, 1 };
    const auto style = static_cast<std::size_t>(std::clamp(line.style, 0, 2));
    QPen pen(theme.color(kTokens[style]), kLineWidth);
    pen.setCapStyle(Qt::FlatCap);
    if (const QList<qreal> dash = seriesDash(kDashes[style]); !dash.isEmpty())
        pen.setDashPattern(dash);
    return pen;
}

double ChartPlot::plotted(double value) const
{
    return isLog() ? m_log.plotted(value) : value;
}

double ChartPlot::pixelX(double secondsAgo) const
{
    const QRectF area = chart()->plotArea();
    return area.right() + secondsAgo / secondsOf(m_range) * area.width();
}

double ChartPlot::pixelY(double value) const
{
    const QRectF area = chart()->plotArea();
    const double low = m_y->min();
    const double span = std::max(1e-12, m_y->max() - low);
    return area.bottom() - (value - low) / span * area.height();
}

QString ChartPlot::valueText(double value) const
{
    switch (m_kind) {
    case ChartKind::Requests:
        return formatRate(value);
    case ChartKind::Latency:
        return formatMs(value);
    case ChartKind::Errors:
        return formatPercent(value / 100, value < 10 ? 1 : 0);
    case ChartKind::Lag:
        return formatSeconds(value);
    case ChartKind::Answers:
        return formatPercent(value / 100);
    }
    return {};
}

void ChartPlot::adaptScale(std::int64_t wallMs)
{
    const bool changed = m_kind != ChartKind::Answers
        && (isLog() ? m_log.adapt(highestOf(m_lines), wallMs) : m_linear.adapt(highestOf(m_lines), wallMs));
    if (changed)
        applyAxis();
}

void ChartPlot::applyAxis()
{
    if (isLog()) {
        m_y->setRange(m_log.bottom(), m_log.top());
        m_y->setTickCount(m_log.top() - m_log.bottom() + 1);
    } else {
        m_y->setRange(0, m_linear.ticks().top);
        m_y->setTickCount(qRound(m_linear.ticks().top / m_linear.ticks().step) + 1);
    }
}

void ChartPlot::fillSeries()
{
    // Extremes closer than this many pixels are noise: drawn, they would only roughen the line.
    const double resolution
        = (m_y->max() - m_y->min()) * 5 / std::max(20.0, static_cast<double>(chart()->plotArea().height()));
    // A column for every pixel and a half; each may need two points.
    const auto most = static_cast<std::size_t>(
        std::clamp(chart()->plotArea().width() / 1.5, 60.0, static_cast<double>(kPointsMax) / 2 - 1));
    if (m_series.size() < m_lines.size())
        m_series.resize(m_lines.size());
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        std::vector<QList<QPointF>> runs;
        if (i < m_lines.size()) {
            runs = polylines(m_lines[i].columns, m_clock, most, resolution,
                [this](double value) { return std::min(plotted(value), m_y->max()); });
        }
        if (runs.size() > kRunsMost)
            runs.erase(runs.begin(), runs.end() - static_cast<std::ptrdiff_t>(kRunsMost));
        std::vector<QLineSeries*>& series = m_series[i];
        while (series.size() < runs.size()) {
            series.push_back(new QLineSeries);
            chart()->addSeries(series.back());
            series.back()->attachAxis(m_x);
            series.back()->attachAxis(m_y);
        }
        const QPen pen = i < m_lines.size() ? penOf(m_lines[i]) : QPen();
        for (std::size_t run = 0; run < series.size(); ++run) {
            if (run >= runs.size()) {
                if (series[run]->count() > 0)
                    series[run]->clear();
                continue;
            }
            if (series[run]->pen() != pen)
                series[run]->setPen(pen);
            series[run]->replace(runs[run]);
        }
    }
}

void ChartPlot::placePlot()
{
    const QFontMetricsF metrics(sb::font(FontRole::Caption));
    double rightMargin = 12;
    for (const ChartLine& line : m_lines)
        rightMargin = std::max(rightMargin, metrics.horizontalAdvance(line.label) + 9);
    // Margins, not setPlotArea(): with a fixed plot area Qt Charts 6.4 leaves the grid where it was.
    const QMargins margins(kLeftMargin, kTopMargin, qRound(rightMargin), kBottomMargin);
    if (chart()->margins() != margins)
        chart()->setMargins(margins);
    chart()->layout()->activate();
}

void ChartPlot::drawForeground(QPainter* painter, const QRectF& /*rect*/)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setFont(sb::font(FontRole::Caption));
    drawScales(*painter);
    drawMarks(*painter);
    drawEndLabels(*painter);
    if (!m_veil.isEmpty()) {
        const QRectF area = chart()->plotArea();
        painter->fillRect(area, currentTheme().color(Token::BgPlot, 0.7));
        painter->setPen(currentTheme().color(Token::TextSecondary));
        painter->drawText(area, Qt::AlignCenter, m_veil);
    }
    if (m_hover)
        drawHover(*painter);
    painter->restore();
}

void ChartPlot::drawScales(QPainter& painter) const
{
    const QRectF area = chart()->plotArea();
    painter.setPen(currentTheme().color(Token::TextMuted));
    const int count = m_y->tickCount();
    // Labels closer than their height would run into each other in a low panel.
    const int every = area.height() / std::max(1, count - 1) < 12 ? 2 : 1;
    for (int i = 0; i < count; i += every) {
        const double value = m_y->min() + (m_y->max() - m_y->min()) * i / std::max(1, count - 1);
        const QString text = scaleText(isLog() ? std::pow(10.0, value) : value);
        const QRectF cell(0, pixelY(value) - 8, area.left() - 5, 16);
        drawTabular(painter, cell, Qt::AlignRight, text);
    }
    const QFontMetricsF metrics(painter.font());
    const QList<XLabel> labels = xLabels(m_range);
    double rightLimit = area.right() + 12;
    QList<QRectF> taken;
    for (qsizetype i = labels.size() - 1; i >= 0; --i) {
        const double width = metrics.horizontalAdvance(labels[i].text);
        double left = pixelX(labels[i].secondsAgo) - width / 2;
        if (i == labels.size() - 1)
            left = std::min(left, rightLimit - width);
        if (i == 0)
            left = std::max(2.0, left);
        const QRectF cell(left, area.bottom() + 4, width, 14);
        // The oldest label stands for the range and is always there; one in its way is left out.
        const double leftLimit
            = i == 0 ? 0 : area.left() + metrics.horizontalAdvance(labels.first().text) / 2 + 5;
        if (i != 0 && (cell.left() < leftLimit || cell.right() > rightLimit))
            continue;
        if (i == 0 && cell.right() > rightLimit)
            continue;
        drawTabular(painter, cell, Qt::AlignLeft, labels[i].text);
        rightLimit = cell.left() - 6;
    }
}

void ChartPlot::drawEndLabels(QPainter& painter) const
{
    const QRectF area = chart()->plotArea();
    constexpr double kRow = 11;
    struct EndLabel {
        double y;
        const ChartLine* line;
    };
    std::vector<EndLabel> ends;
    for (const ChartLine& line : m_lines) {
        if (line.label.isEmpty() || line.columns.empty() || line.columns.back().isGap)
            continue;
        ends.push_back({ pixelY(std::min(plotted(line.columns.back().last), m_y->max())), &line });
    }
    std::stable_sort(ends.begin(), ends.end(), [](const auto& a, const auto& b) { return a.y < b.y; });
    // More labels than rows: those of the first regions win, the crosshair tells the others.
    const auto most = static_cast<std::size_t>(std::max(1.0, area.height() / kRow));
    if (ends.size() > most)
        ends.resize(most);
    double free = area.top();
    for (EndLabel& end : ends) {
        end.y = std::max(end.y, free);
        free = end.y + kRow;
    }
    double limit = area.bottom();
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
        end->y = std::min(end->y, limit);
        limit = end->y - kRow;
    }
    painter.setFont(sb::font(FontRole::CaptionStrong));
    for (const EndLabel& end : ends) {
        painter.setPen(penOf(*end.line).color());
        painter.drawText(QRectF(area.right() + 4, end.y - 8, width() - area.right(), 16),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute, end.line->label);
    }
    painter.setFont(sb::font(FontRole::Caption));
}

void ChartPlot::drawMarks(QPainter& painter) const
{
    const QRectF area = chart()->plotArea();
    for (const PlacedMark& mark : m_marks) {
        if (mark.secondsAgo < -secondsOf(m_range) || mark.secondsAgo > 0)
            continue;
        QPen pen(currentTheme().color(mark.isFault ? Token::StateFailedFill : Token::Accent), 1);
        pen.setDashPattern({ 2, 2 });
        painter.setPen(pen);
        const double x = std::floor(pixelX(mark.secondsAgo)) + 0.5;
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
}

void ChartPlot::drawHover(QPainter& painter) const
{
    const QRectF area = chart()->plotArea();
    const Theme& theme = currentTheme();
    const double x = std::floor(std::clamp(pixelX(*m_hover), area.left(), area.right())) + 0.5;
    painter.setPen(QPen(theme.color(Token::Accent), 1));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    constexpr double kRow = 13;
    constexpr double kKey = 20; // dash sample and its gap
    const QFontMetricsF metrics(painter.font());
    QStringList texts;
    double widest = 0;
    const auto most = static_cast<std::size_t>(std::max(1.0, (area.height() - 4) / kRow));
    for (std::size_t i = 0; i < std::min(most, m_lines.size()); ++i) {
        const std::optional<double> value = valueAt(m_lines[i], m_clock.seconds, *m_hover);
        const QString text = value ? valueText(*value) : tr("no data");
        //: Crosshair readout: %1 short name of the line, %2 its value
        texts.append(m_lines[i].label.isEmpty() ? text : tr("%1  %2").arg(m_lines[i].label, text));
        widest = std::max(widest, tabularWidth(painter.font(), texts.back()));
    }
    if (texts.isEmpty())
        return;
    const QSizeF size(widest + kKey + 12, kRow * static_cast<double>(texts.size()) + 4);
    double left = x + 6;
    if (left + size.width() > width() - 1)
        left = std::max(1.0, x - 6 - size.width());
    const QRectF box(QPointF(std::floor(left), area.top() + 1), size);
    painter.fillRect(box, theme.color(Token::BgRaised, 0.94));
    painter.setPen(theme.color(Token::LineSoft));
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QRectF row(
            box.left() + 6, box.top() + 2 + kRow * static_cast<double>(i), size.width() - 12, kRow);
        painter.setPen(penOf(m_lines[static_cast<std::size_t>(i)]));
        painter.drawLine(QPointF(row.left(), row.center().y()), QPointF(row.left() + 15, row.center().y()));
        painter.setPen(theme.color(Token::TextPrimary));
        drawTabular(painter, row.adjusted(kKey, 0, 0, 0), Qt::AlignLeft, texts[i]);
    }
}

void ChartPlot::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    placePlot();
}

void ChartPlot::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF area = chart()->plotArea();
    const double x = event->position().x();
    if (area.width() <= 0 || x < area.left() || x > area.right())
        Q_EMIT hovered(std::nullopt);
    else
        Q_EMIT hovered((x - area.right()) / area.width() * secondsOf(m_range));
}

void ChartPlot::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    Q_EMIT hovered(std::nullopt);
}

// The view has nothing to scroll; whoever is outside may want the wheel.
void ChartPlot::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

} // namespace sb
