// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drills/outcome_histogram.h"

#include "ui/theme/fonts.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace sb {
namespace {

constexpr std::array<Duration, 16> kWidths { 1s, 2s, 5s, 10s, 15s, 20s, 30s, 1min, 2min, 3min, 5min, 10min,
    20min, 30min, 1h, 2h };
constexpr int kAxis = 18; // px
constexpr int kTop = 18; // for the numbers over the bars

} // namespace

std::vector<OutcomeBin> binned(const std::vector<DrillOutcome>& outcomes, int most)
{
    if (outcomes.empty())
        return {};
    Duration longest = 0us;
    for (const DrillOutcome& outcome : outcomes)
        longest = std::max(longest, outcome.rto);
    Duration width = kWidths.back();
    for (const Duration candidate : kWidths) {
        if (longest / candidate + 1 <= most) {
            width = candidate;
            break;
        }
    }
    std::vector<OutcomeBin> bins(static_cast<std::size_t>(longest / width + 1));
    for (std::size_t i = 0; i < bins.size(); ++i) {
        bins[i].from = width * static_cast<int>(i);
        bins[i].to = bins[i].from + width;
    }
    for (const DrillOutcome& outcome : outcomes) {
        OutcomeBin& bin = bins[static_cast<std::size_t>(outcome.rto / width)];
        ++(outcome.passed ? bin.passed : bin.failed);
    }
    return bins;
}

OutcomeHistogram::OutcomeHistogram(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Distribution of the interruptions"));
}

void OutcomeHistogram::setOutcomes(const std::vector<DrillOutcome>& outcomes, Duration objective)
{
    m_bins = binned(outcomes);
    m_objective = objective;
    QStringList parts;
    for (const OutcomeBin& bin : m_bins) {
        if (bin.passed + bin.failed > 0)
            //: two lengths of time, then how many runs
            parts << tr("%1 to %2: %3")
                         .arg(formatDuration(bin.from), formatDuration(bin.to))
                         .arg(bin.passed + bin.failed);
    }
    setAccessibleDescription(parts.join(QLatin1String("; ")));
    update();
}

void OutcomeHistogram::paintBars(QPainter& painter, const QRectF& plot) const
{
    const Theme& theme = currentTheme();
    int most = 1;
    for (const OutcomeBin& bin : m_bins)
        most = std::max(most, bin.passed + bin.failed);
    const double step = plot.width() / static_cast<double>(m_bins.size());
    const double unit = plot.height() / most;
    for (std::size_t i = 0; i < m_bins.size(); ++i) {
        const OutcomeBin& bin = m_bins[i];
        const int all = bin.passed + bin.failed;
        if (all == 0)
            continue;
        const double left = plot.left() + static_cast<double>(i) * step + 1;
        const QRectF passed(left, plot.bottom() - unit * bin.passed, step - 2, unit * bin.passed);
        const QRectF failed(left, passed.top() - unit * bin.failed, step - 2, unit * bin.failed);
        painter.fillRect(passed, theme.color(Token::TextMuted));
        painter.fillRect(failed, QBrush(theme.color(Token::StateFailedFill), Qt::BDiagPattern));
        if (bin.failed > 0) {
            painter.setPen(theme.color(Token::StateFailedFill));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(failed.adjusted(0.5, 0.5, -0.5, -0.5));
        }
        painter.setPen(theme.color(Token::TextSecondary));
        painter.drawText(
            QRectF(left - 20, failed.top() - kTop, step + 38, kTop), Qt::AlignCenter, QString::number(all));
    }
}

void OutcomeHistogram::paintAxis(QPainter& painter, const QRectF& plot) const
{
    const Theme& theme = currentTheme();
    painter.setPen(theme.color(Token::LineBorder));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setPen(theme.color(Token::TextMuted));
    const double step = plot.width() / static_cast<double>(m_bins.size());
    const double widest = painter.fontMetrics().horizontalAdvance(formatDuration(m_bins.back().to)) + 10;
    const int every = std::max(1, static_cast<int>(std::ceil(widest / step)));
    for (std::size_t i = 0; i <= m_bins.size(); i += static_cast<std::size_t>(every)) {
        const double x = plot.left() + static_cast<double>(i) * step;
        const Duration at = i < m_bins.size() ? m_bins[i].from : m_bins.back().to;
        painter.drawText(QRectF(x - widest / 2, plot.bottom() + 2, widest, kAxis - 2), Qt::AlignCenter,
            formatDuration(at));
    }
    const double whole = seconds(m_bins.back().to);
    if (m_objective <= 0us || seconds(m_objective) > whole)
        return;
    const double x = plot.left() + plot.width() * seconds(m_objective) / whole;
    painter.setPen(QPen(theme.color(Token::TextPrimary), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, plot.top() - kTop), QPointF(x, plot.bottom()));
}

void OutcomeHistogram::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(sb::font(FontRole::Caption));
    if (m_bins.empty())
        return;
    const double side = painter.fontMetrics().horizontalAdvance(formatDuration(m_bins.back().to)) / 2.0 + 6;
    const QRectF plot = QRectF(rect()).adjusted(side, kTop, -side, -kAxis);
    paintBars(painter, plot);
    paintAxis(painter, plot);
}

} // namespace sb
