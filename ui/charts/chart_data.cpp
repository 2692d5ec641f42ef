// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_data.h"

#include "ui/theme/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace sb {
namespace {

QString percentileName(int percent)
{
    //: Name of a latency series, for example "95th percentile"
    return QCoreApplication::translate("sb::ChartData", "%1th percentile").arg(percent);
}

Metric metricOf(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Requests:
        return Metric::RequestRate;
    case ChartKind::Latency:
        return Metric::LatencyP50;
    case ChartKind::Errors:
        return Metric::ErrorShare;
    case ChartKind::Lag:
        return Metric::ReplicationLag;
    case ChartKind::Answers:
        return Metric::AnswerShare;
    }
    return Metric::RequestRate;
}

// Stable column titles: they are data, so they are English in every language.
const char* csvName(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Requests:
        return "requests_per_second";
    case ChartKind::Latency:
        return "latency_ms";
    case ChartKind::Errors:
        return "errors_percent";
    case ChartKind::Lag:
        return "replication_lag_s";
    case ChartKind::Answers:
        return "dns_answers_percent";
    }
    return "value";
}

// RFC 4180: quoted when it must be.
QString csvField(QString text)
{
    const bool isPlain = std::none_of(text.begin(), text.end(),
        [](QChar c) { return c == QLatin1Char(',') || c == QLatin1Char('"') || c == QLatin1Char('\n'); });
    if (isPlain)
        return text;
    text.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

void widen(std::vector<ChartColumn>& into, const std::vector<ChartColumn>& from)
{
    // Both end now; the shorter one lacks its oldest columns.
    if (from.size() > into.size())
        into.insert(into.begin(), from.size() - into.size(), ChartColumn {});
    const std::size_t shift = into.size() - from.size();
    for (std::size_t i = 0; i < from.size(); ++i) {
        ChartColumn& column = into[i + shift];
        if (from[i].isGap)
            continue;
        if (column.isGap) {
            column = from[i];
            continue;
        }
        column.min = std::max(column.min, from[i].min);
        column.max = std::max(column.max, from[i].max);
        column.last = std::max(column.last, from[i].last);
    }
}

std::vector<ChartLine> percentileLines(const ChartWindow& window)
{
    std::vector<ChartLine> lines;
    struct Percentile {
        Metric metric;
        int percent;
    };
    static constexpr std::array<Percentile, 3> kPercentiles { Percentile { Metric::LatencyP50, 50 },
        Percentile { Metric::LatencyP95, 95 }, Percentile { Metric::LatencyP99, 99 } };
    for (const Percentile& percentile : kPercentiles) {
        ChartLine line;
        line.label = QStringLiteral("p%1").arg(percentile.percent);
        line.name = percentileName(percentile.percent);
        line.style = static_cast<int>(lines.size());
        for (const ChartSeries& series : window.series) {
            if (series.metric == percentile.metric && !series.region.isValid())
                line.columns = series.columns;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<ChartLine> regionLines(
    Metric metric, const ChartWindow& window, const WorldDescription& description)
{
    std::vector<ChartLine> lines;
    for (const RegionInfo& region : description.regions) {
        ChartLine line;
        line.label = QString(QLatin1Char(region.letter));
        line.name = regionName(region);
        line.region = region.id;
        line.style = static_cast<int>(lines.size());
        for (const ChartSeries& series : window.series) {
            if (series.metric == metric && series.region == region.id)
                widen(line.columns, series.columns);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

ChartColumn joinedColumn(const ChartColumn& a, const ChartColumn& b)
{
    if (a.isGap)
        return b;
    if (b.isGap)
        return a;
    return { std::min(a.min, b.min), std::max(a.max, b.max), b.last, false };
}

} // namespace

double secondsOf(ChartRange range)
{
    switch (range) {
    case ChartRange::TwoMinutes:
        return 120;
    case ChartRange::FifteenMinutes:
        return 15 * 60;
    case ChartRange::TwoHours:
        return 2 * 3600;
    case ChartRange::Day:
        return 24 * 3600;
    }
    return 120;
}

std::vector<ChartLine> linesOf(ChartKind kind, const ChartWindow& window, const WorldDescription& description)
{
    if (kind == ChartKind::Latency)
        return percentileLines(window);
    if (kind != ChartKind::Errors)
        return regionLines(metricOf(kind), window, description);
    ChartLine line;
    line.name = QCoreApplication::translate("sb::ChartData", "all regions");
    for (const ChartSeries& series : window.series) {
        if (series.metric == Metric::ErrorShare && !series.region.isValid())
            line.columns = series.columns;
    }
    return { std::move(line) };
}

ColumnClock clockOf(const ChartWindow& window)
{
    const Duration width = std::max(window.column, Duration { 1 });
    return { seconds(width), window.end.time_since_epoch() / width };
}

std::vector<MergedColumn> merged(
    const std::vector<ChartColumn>& columns, std::int64_t newest, std::size_t most)
{
    std::vector<MergedColumn> result;
    if (columns.empty())
        return result;
    most = std::max<std::size_t>(most, 1);
    const auto factor = static_cast<std::int64_t>((columns.size() + most - 1) / most);
    const std::int64_t oldest = newest - static_cast<std::int64_t>(columns.size()) + 1;
    const auto groupOf
        = [factor](std::int64_t number) { return (number >= 0 ? number : number - factor + 1) / factor; };
    std::int64_t group = groupOf(oldest) - 1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::int64_t number = oldest + static_cast<std::int64_t>(i);
        if (groupOf(number) != group) {
            group = groupOf(number);
            result.emplace_back();
        }
        result.back().column = joinedColumn(result.back().column, columns[i]);
        result.back().age = newest - number;
    }
    return result;
}

std::vector<QList<QPointF>> polylines(const std::vector<ChartColumn>& all, ColumnClock clock,
    std::size_t most, double resolution, const std::function<double(double)>& plotted)
{
    std::vector<QList<QPointF>> result;
    QList<QPointF> run;
    const auto finish = [&] {
        if (run.isEmpty())
            return;
        if (run.size() == 1) {
            const QPointF at = run.first();
            run = { { at.x() - clock.seconds / 2, at.y() },
                { std::min(0.0, at.x() + clock.seconds / 2), at.y() } };
        }
        result.push_back(std::move(run));
        run = {};
    };
    for (const MergedColumn& one : merged(all, clock.newest, most)) {
        const ChartColumn& column = one.column;
        if (column.isGap) {
            finish();
            continue;
        }
        const double x = -static_cast<double>(one.age) * clock.seconds;
        const double low = plotted(column.min);
        const double high = plotted(column.max);
        const double last = plotted(column.last);
        if (!(high - low > resolution)) {
            run.append({ x, last });
        } else if (last - low > high - last) {
            run.append({ x, low }); // ends near the top: leave upwards
            run.append({ x, high });
        } else {
            run.append({ x, high });
            run.append({ x, low });
        }
    }
    finish();
    return result;
}

double highestOf(const std::vector<ChartLine>& lines)
{
    double highest = 0;
    for (const ChartLine& line : lines) {
        for (const ChartColumn& column : line.columns) {
            if (!column.isGap)
                highest = std::max(highest, static_cast<double>(column.max));
        }
    }
    return highest;
}

std::optional<double> valueAt(const ChartLine& line, double columnSeconds, double secondsAgo)
{
    if (!(columnSeconds > 0) || secondsAgo > 0)
        return std::nullopt;
    const double back = std::floor(-secondsAgo / columnSeconds + 1e-9);
    if (back >= static_cast<double>(line.columns.size()))
        return std::nullopt;
    const ChartColumn& column = line.columns[line.columns.size() - 1 - static_cast<std::size_t>(back)];
    if (column.isGap)
        return std::nullopt;
    return column.last;
}

QString csvOf(
    const std::vector<ChartKind>& kinds, const ChartWindow& window, const WorldDescription& description)
{
    std::vector<ChartLine> lines;
    QString text = QStringLiteral("seconds_ago,utc");
    for (const ChartKind kind : kinds) {
        for (ChartLine& line : linesOf(kind, window, description)) {
            QString title = QLatin1String(csvName(kind));
            if (kind != ChartKind::Errors)
                title += QLatin1Char(' ') + (line.region.isValid() ? line.name : line.label);
            text += QLatin1Char(',') + csvField(title);
            lines.push_back(std::move(line));
        }
    }
    text += QLatin1Char('\n');
    std::size_t rows = 0;
    for (const ChartLine& line : lines)
        rows = std::max(rows, line.columns.size());
    for (std::size_t row = 0; row < rows; ++row) {
        const Duration ago = window.column * static_cast<std::int64_t>(rows - 1 - row);
        text += QString::number(-seconds(ago), 'g', 12) + QLatin1Char(',')
            + QString::fromStdString(isoText(description.start, window.end - ago));
        for (const ChartLine& line : lines) {
            text += QLatin1Char(',');
            const std::size_t missing = rows - line.columns.size();
            if (row >= missing && !line.columns[row - missing].isGap)
                text += QString::number(line.columns[row - missing].last, 'g', 6);
        }
        text += QLatin1Char('\n');
    }
    return text;
}

} // namespace sb
