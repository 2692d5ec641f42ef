// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_layout.h"

#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/timeline/timeline_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace sb {
namespace {

constexpr double kLabelWidth = 98;
constexpr double kEdge = 9;
constexpr double kRulerHeight = 24;
constexpr double kPhaseHeight = 16;
constexpr double kBottomEdge = 5;
constexpr double kBarGap = 3; // above and below a bar in its lane
constexpr double kBarGapTight = 1; // where a wider one would leave no room for text
constexpr double kLaneTight = 18;
constexpr double kTextPadding = 4;
constexpr double kMarkRadius = 6;
// Errors reach the top of their lane at this share; below, on a root scale so that one per cent is seen.
constexpr double kErrorsFullPercent = 20;
constexpr float kErrorsBadPercent = 1;
constexpr float kErrorsShownPercent = 0.2F; // below is what calm running always has
constexpr double kLagLeast = 0.1; // s; the lane's floor and ceiling, on a logarithmic scale
constexpr double kLagMost = 100;

struct Builder {
    const TimelineModel& model;
    const QFontMetricsF& metrics;
    TimelineLayout out;

    [[nodiscard]] double x(Instant t) const { return pixelAt(out.axis, std::min(t, model.now())); }
    [[nodiscard]] QRectF lane(Lane which) const { return out.lanes[static_cast<std::size_t>(which)]; }

    [[nodiscard]] double barGap() const
    {
        return lane(Lane::Faults).height() < kLaneTight ? kBarGapTight : kBarGap;
    }

    void placeRows(QSizeF size, TimeRange range, bool isRightToLeft);
    void placePhases();
    void placeStacked(const std::deque<TimelineBar>& bars, Lane which);
    void placeFlat(const TimelineBar& bar);
    void addBar(const TimelineBar& bar, double top, double height);
    void placeEvents();
    void placeEventTexts();
    void placeSamples();
};

bool hasPhaseIn(const TimelineModel& model, TimeRange range)
{
    return std::any_of(model.phases().begin(), model.phases().end(),
        [&](const PhaseSpan& span) { return span.from < range.to && span.to > range.from; });
}

void Builder::placeRows(QSizeF size, TimeRange range, bool isRightToLeft)
{
    // The title above the lane names is in the strong cut, a tenth wider.
    const double titleWidth = metrics.horizontalAdvance(timelineTitle()) * 1.12 + 10;
    const double labelWidth = std::min(std::max(kLabelWidth, titleWidth), size.width() / 3);
    const double left = isRightToLeft ? kEdge : kEdge + labelWidth;
    const double width = std::max(1.0, size.width() - 2 * kEdge - labelWidth);
    out.ruler = QRectF(left, 0, width, kRulerHeight);
    const double phaseHeight = hasPhaseIn(model, range) ? kPhaseHeight : 0;
    out.phaseRow = phaseHeight > 0 ? QRectF(left, kRulerHeight, width, phaseHeight) : QRectF();
    const double top = kRulerHeight + phaseHeight;
    const double laneHeight = std::max(10.0, (size.height() - top - kBottomEdge) / kLaneCount);
    out.plot = QRectF(left, top, width, laneHeight * kLaneCount);
    out.labels = QRectF(isRightToLeft ? left + width : kEdge, top, labelWidth, out.plot.height());
    for (int i = 0; i < kLaneCount; ++i)
        out.lanes.emplace_back(left, top + i * laneHeight, width, laneHeight);
    out.axis = { range, left, width };
    out.nowX = pixelAt(out.axis, model.now());
}

void Builder::placePhases()
{
    if (out.phaseRow.isEmpty())
        return;
    for (const PhaseSpan& span : model.phases()) {
        const double from = std::max(x(span.from), out.plot.left());
        const double to = std::min(x(span.to), out.plot.right());
        if (to <= from)
            continue;
        const Duration length = std::min(span.to, model.now()) - span.from;
        //: Bracket over a phase of an incident: %1 "Detect", %2 its duration
        QString text = QCoreApplication::translate("sb::TimelineText", "%1 %2")
                           .arg(wordFor(span.phase), formatDuration(length));
        const double room = to - from - 2 * kTextPadding;
        if (metrics.horizontalAdvance(text) > room)
            text = formatDuration(length);
        if (metrics.horizontalAdvance(text) > room)
            text.clear();
        out.phases.push_back({ QRectF(from, out.phaseRow.top(), to - from, out.phaseRow.height()), span.phase,
            std::move(text), span.seq });
    }
}

void Builder::addBar(const TimelineBar& bar, double top, double height)
{
    double from = std::max(x(bar.from), out.plot.left());
    double to = std::min(x(bar.to), out.plot.right());
    if (x(bar.to) < out.plot.left() || x(bar.from) > out.plot.right())
        return;
    to = std::min(std::max(to, from + kFoldPixels), out.plot.right());
    from = std::min(from, to - 1);
    // Only bars of one tone fold: a red one never hides in a quiet one.
    if (!out.bars.empty() && to - from <= kFoldPixels) {
        PlacedBar& before = out.bars.back();
        const bool isNeighbour = before.bar.lane == bar.lane && before.bar.tone == bar.tone
            && before.rect.top() == top && from - before.rect.right() < 1
            && before.rect.width() <= kFoldPixels;
        if (isNeighbour) {
            before.rect.setRight(std::max(before.rect.right(), to));
            ++before.count;
            return;
        }
    }
    PlacedBar placed { QRectF(from, top, to - from, height), bar, {}, 1, 0 };
    // The fail-back's bar begins under the operator's mark.
    placed.textInset = bar.lane == Lane::Operator ? kMarkRadius + 5 : kTextPadding + 1;
    const double room = placed.rect.width() - placed.textInset - kTextPadding;
    if (height >= metrics.ascent() && room > 24) {
        const bool isLong = metrics.horizontalAdvance(bar.text) > room && !bar.shortText.isEmpty();
        placed.text = metrics.elidedText(isLong ? bar.shortText : bar.text, Qt::ElideRight, room);
        if (placed.text.size() < 5 && placed.text.endsWith(QChar(0x2026)))
            placed.text.clear();
    }
    out.bars.push_back(std::move(placed));
}

void Builder::placeFlat(const TimelineBar& bar)
{
    const QRectF row = lane(bar.lane);
    addBar(bar, row.top() + barGap(), row.height() - 2 * barGap());
}

// Bars that overlap in time share the lane's height; each keeps one row for all of its length.
void Builder::placeStacked(const std::deque<TimelineBar>& bars, Lane which)
{
    std::vector<Instant> rowEnds;
    std::vector<std::size_t> rows;
    std::vector<const TimelineBar*> visible;
    for (const TimelineBar& bar : bars) {
        if (bar.to < out.axis.range.from || bar.from > out.axis.range.to)
            continue;
        std::size_t row = 0;
        while (row < rowEnds.size() && rowEnds[row] > bar.from)
            ++row;
        if (row == rowEnds.size())
            rowEnds.push_back(bar.to);
        else
            rowEnds[row] = bar.to;
        rows.push_back(row);
        visible.push_back(&bar);
    }
    if (visible.empty())
        return;
    const QRectF all = lane(which);
    const double height = (all.height() - 2 * barGap()) / static_cast<double>(rowEnds.size());
    const double gap = rowEnds.size() > 1 ? 1 : 0;
    for (std::size_t i = 0; i < visible.size(); ++i)
        addBar(*visible[i], all.top() + barGap() + static_cast<double>(rows[i]) * height, height - gap);
}

bool isDrawnAsBar(const Event& event)
{
    switch (event.kind) {
    case EventKind::FaultInjected:
    case EventKind::FaultExpired:
    case EventKind::FaultCleared:
    case EventKind::HealthRed:
    case EventKind::HealthGreen:
    case EventKind::AnswersShifted:
    case EventKind::FailBackStarted:
        return true;
    default:
        return false;
    }
}

void Builder::placeEvents()
{
    std::array<std::ptrdiff_t, kLaneCount> lastOfLane;
    lastOfLane.fill(-1);
    const auto& events = model.events();
    auto event = std::lower_bound(events.begin(), events.end(), out.axis.range.from,
        [](const Event& e, Instant at) { return e.at < at; });
    for (; event != events.end() && event->at <= out.axis.range.to; ++event) {
        const std::optional<Lane> lane = laneOf(*event);
        if (!lane || isDrawnAsBar(*event))
            continue;
        const double at = pixelAt(out.axis, event->at);
        std::ptrdiff_t& last = lastOfLane[static_cast<std::size_t>(*lane)];
        const bool isRefused = event->kind == EventKind::CommandRefused;
        if (last >= 0) {
            PlacedEvent& before = out.events[static_cast<std::size_t>(last)];
            if (at - before.x < kFoldPixels) {
                ++before.count;
                before.last = event->seq;
                before.severity = std::max(before.severity, event->severity);
                before.isRefused |= isRefused;
                continue;
            }
        }
        last = static_cast<std::ptrdiff_t>(out.events.size());
        out.events.push_back({ at, *lane, event->seq, event->seq, 1, event->severity, isRefused, {}, {} });
    }
}

// Texts of the operator's marks: to the left of the mark as far as the one before it, else to the right.
void Builder::placeEventTexts()
{
    double taken = out.plot.left();
    for (std::size_t i = 0; i < out.events.size(); ++i) {
        PlacedEvent& placed = out.events[i];
        if (placed.lane != Lane::Operator)
            continue;
        const Event* event = model.find(placed.seq);
        if (!event)
            continue;
        double next = out.plot.right();
        for (std::size_t k = i + 1; k < out.events.size() && next == out.plot.right(); ++k) {
            if (out.events[k].lane == Lane::Operator)
                next = out.events[k].x;
        }
        // No room on either side for a word: spare the work of finding the words.
        constexpr double kRoomLeast = 40;
        if (placed.x - taken < kRoomLeast && next - placed.x < kRoomLeast) {
            taken = placed.x + kMarkRadius + 4;
            continue;
        }
        QString text = operatorText(*event, model.world());
        if (placed.count > 1) {
            //: Beside folded marks: %1 the first of them, %2 how many more
            text = QCoreApplication::translate("sb::TimelineText", "%1 +%2").arg(text).arg(placed.count - 1);
        }
        const QRectF row = lane(Lane::Operator);
        const double width = metrics.horizontalAdvance(text) + 2;
        const double mark = kMarkRadius + 4;
        const bool overBar = std::any_of(out.bars.begin(), out.bars.end(), [&](const PlacedBar& bar) {
            return bar.bar.lane == Lane::Operator && bar.rect.left() < placed.x + width + mark
                && bar.rect.right() > placed.x - width - mark;
        });
        if (!overBar && placed.x - mark - width >= taken) {
            placed.textRect = QRectF(placed.x - mark - width, row.top(), width, row.height());
            placed.text = text;
        } else if (!overBar && placed.x + mark + width <= next - mark) {
            placed.textRect = QRectF(placed.x + mark, row.top(), width, row.height());
            placed.text = text;
        }
        taken = std::max(placed.x + mark, placed.textRect.right() + 6);
    }
}

void Builder::placeSamples()
{
    const auto& samples = model.samples();
    if (samples.empty() || out.axis.range.isEmpty())
        return;
    const double secondWidth = out.axis.width / seconds(out.axis.range.span());
    // Bars of two pixels and a gap of one, as long as a second is not wider itself.
    const double pitch = std::max(3.0, secondWidth);
    const QRectF errorLane = lane(Lane::Errors).adjusted(0, barGap(), 0, -2);
    const QRectF lagLane = lane(Lane::Replication).adjusted(0, barGap(), 0, -2);
    const auto secondsPerBar
        = static_cast<std::int64_t>(std::max(1.0, std::ceil(pitch / secondWidth - 1e-9)));
    const auto firstSecond = static_cast<std::int64_t>(std::floor(seconds(out.axis.range.from)));
    const auto lastSecond = static_cast<std::int64_t>(std::ceil(seconds(out.axis.range.to)));
    const std::int64_t end = model.sampleStart() + static_cast<std::int64_t>(samples.size());
    // Groups are aligned to the calendar, so that panning does not make the bars flicker.
    std::int64_t group = std::max(firstSecond, model.sampleStart());
    group -= ((group % secondsPerBar) + secondsPerBar) % secondsPerBar;
    for (; group <= std::min(lastSecond, end - 1); group += secondsPerBar) {
        TimelineSample most;
        for (std::int64_t s = std::max(group, model.sampleStart()); s < std::min(group + secondsPerBar, end);
             ++s) {
            const TimelineSample& one = samples[static_cast<std::size_t>(s - model.sampleStart())];
            if (one.hasErrors)
                most.errorPercent = std::max(most.errorPercent, one.errorPercent);
            if (one.hasLag && (one.lagSeconds > most.lagSeconds || !most.hasLag)) {
                most.lagSeconds = one.lagSeconds;
                most.lagSource = one.lagSource;
                most.hasLag = true;
            }
        }
        const double left = pixelAt(out.axis, atMicros(group * 1'000'000));
        const double width = std::min(6.0, secondWidth * static_cast<double>(secondsPerBar) - 1);
        if (left < out.plot.left() - 0.5 || left + width > out.plot.right())
            continue;
        if (most.errorPercent >= kErrorsShownPercent) {
            const double share = std::sqrt(std::min(1.0, most.errorPercent / kErrorsFullPercent));
            const double height = std::max(1.0, share * errorLane.height());
            out.errors.push_back({ QRectF(left, errorLane.bottom() - height, width, height), {},
                most.errorPercent >= kErrorsBadPercent });
        }
        if (most.hasLag) {
            const double decades
                = std::log10(std::max(kLagLeast, static_cast<double>(most.lagSeconds)) / kLagLeast);
            const double share = std::min(1.0, decades / std::log10(kLagMost / kLagLeast));
            const double height = std::max(1.5, share * lagLane.height());
            out.lags.push_back(
                { QRectF(left, lagLane.bottom() - height, width, height), most.lagSource, false });
        }
    }
}

} // namespace

std::optional<TimelineLayout::Hit> TimelineLayout::hit(QPointF point) const
{
    constexpr double kReach = 5;
    std::optional<Hit> best;
    double nearest = kReach;
    for (const PlacedEvent& event : events) {
        const QRectF row = lanes[static_cast<std::size_t>(event.lane)];
        if (point.y() < row.top() || point.y() >= row.bottom())
            continue;
        const double distance = event.textRect.contains(point) ? 0 : std::abs(point.x() - event.x);
        if (distance <= nearest) {
            nearest = distance;
            best = Hit { event.seq, event.count };
        }
    }
    if (best)
        return best;
    for (const PlacedBar& bar : bars) {
        if (bar.bar.seq.isValid() && bar.rect.adjusted(-2, -kBarGap, 2, kBarGap).contains(point))
            best = Hit { bar.bar.seq, bar.count };
    }
    for (const PlacedPhase& phase : phases) {
        if (phase.rect.contains(point))
            best = Hit { phase.seq, 1 };
    }
    return best;
}

QRectF TimelineLayout::rectOf(EventSeq seq) const
{
    for (const PlacedBar& bar : bars) {
        if (bar.bar.seq == seq)
            return bar.rect;
    }
    for (const PlacedPhase& phase : phases) {
        if (phase.seq == seq)
            return phase.rect;
    }
    for (const PlacedEvent& event : events) {
        if (seq >= event.seq && seq <= event.last) {
            const QRectF row = lanes[static_cast<std::size_t>(event.lane)];
            return { event.x - kMarkRadius - 2, row.top() + 1, 2 * kMarkRadius + 4, row.height() - 2 };
        }
    }
    return {};
}

TimelineLayout layOutTimeline(const TimelineModel& model, TimeRange range, QSizeF size,
    const QFontMetricsF& metrics, bool isRightToLeft)
{
    Builder builder { model, metrics, {} };
    builder.placeRows(size, range, isRightToLeft);
    builder.placePhases();
    builder.placeStacked(model.failBacks(), Lane::Operator);
    builder.placeStacked(model.faults(), Lane::Faults);
    for (const TimelineBar& bar : model.greenChecks())
        builder.placeFlat(bar);
    builder.placeStacked(model.redChecks(), Lane::Health);
    for (const TimelineBar& bar : model.answers())
        builder.placeFlat(bar);
    builder.placeEvents();
    builder.placeEventTexts();
    builder.placeSamples();
    return std::move(builder.out);
}

} // namespace sb
