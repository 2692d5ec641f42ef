// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/track_layout.h"

#include "ui/incident/incident_text.h"
#include "ui/incident/phase_targets.h"
#include "ui/incident/strip_layout.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/timeline/timeline_text.h"

#include <algorithm>
#include <cmath>

namespace sb {
namespace {

constexpr double kEdge = 9;
constexpr double kLabelWidth = 124;
constexpr double kRulerHeight = 38;
constexpr double kStageHeight = 36;
constexpr double kBracketHeight = 17;
constexpr double kPadding = 3; // above and below a track's rows
constexpr double kStripHeight = 44;
constexpr double kStripMost = 130;
constexpr double kTextPadding = 4;
constexpr double kBoxMost = 30; // px: boxes never grow wider, so that density stays visible
constexpr double kLeastText = 44; // px, worth a word
constexpr int kBarRowsMax = 6;
constexpr double kFoldBar = 3;

bool isStrip(Track track)
{
    return track == Track::Errors || track == Track::Replication;
}

struct Builder {
    const TrackLayoutInput& in;
    TrackLayout out;

    [[nodiscard]] double x(Instant at) const { return pixelAt(out.axis, std::min(at, in.log.now())); }
    [[nodiscard]] double left() const { return out.axis.left; }
    [[nodiscard]] double right() const { return out.axis.left + out.axis.width; }

    [[nodiscard]] double heightOf(Track track) const;
    [[nodiscard]] double stripHeightFor(const std::vector<Track>& tracks) const;
    void placeRows();
    void placeStages();
    void placeObjectives();
    void placeBars(const TrackRow& row);
    void placeStacked(const TrackRow& row, const std::deque<TimelineBar>& bars);
    void placeStates(const TrackRow& row);
    void addBar(PlacedTrackBar bar, const TrackRow& row, int index, const QString& shortText = {});
    void placeMarks(const TrackRow& row);
    void addMark(const TrackMark& mark, const TrackRow& row, std::int64_t cell);
    void finishMarks(std::size_t first, const TrackRow& row);
    void placeText(std::size_t index, double free, const TrackRow& row);
    std::int64_t m_cell = -1; // of the last mark
};

// In how many rows bars must be stacked so that none hides another.
int rowsNeeded(const std::deque<TimelineBar>& bars)
{
    std::vector<Instant> ends;
    for (const TimelineBar& bar : bars) {
        const auto free
            = std::find_if(ends.begin(), ends.end(), [&](Instant end) { return end <= bar.from; });
        if (free == ends.end())
            ends.push_back(bar.to);
        else
            *free = bar.to;
    }
    return std::clamp(static_cast<int>(ends.size()), 1, kBarRowsMax);
}

int barRows(Track track, const IncidentLog& log)
{
    switch (track) {
    case Track::Operator:
        return log.lanes().failBacks().empty() ? 0 : 1;
    case Track::Faults:
        return rowsNeeded(log.lanes().faults());
    case Track::Regions:
        return static_cast<int>(log.states().regions());
    case Track::Health:
        return rowsNeeded(log.lanes().redChecks());
    case Track::Routing:
        return 1;
    case Track::Plans:
        return log.plans().empty() ? 0 : rowsNeeded(log.plans());
    default:
        return 0;
    }
}

bool hasMarks(Track track, const IncidentLog& log)
{
    const auto& marks = log.marks(track);
    return std::any_of(
        marks.begin(), marks.end(), [](const TrackMark& mark) { return !isPartOfBar(mark.kind); });
}

double Builder::heightOf(Track track) const
{
    const int bars = barRows(track, in.log);
    const bool isWithoutMarks = bars > 0 && !hasMarks(track, in.log);
    const double marks = isWithoutMarks && track != Track::Regions ? 0 : kTrackRowHeight;
    return (isStrip(track) ? kStripHeight : marks + bars * kTrackRowHeight) + 2 * kPadding;
}

// Strips show more the higher they are: they get what room is left over.
double Builder::stripHeightFor(const std::vector<Track>& tracks) const
{
    double needed = out.headHeight + kPadding;
    int strips = 0;
    for (const Track track : tracks) {
        needed += heightOf(track);
        strips += isStrip(track) ? 1 : 0;
    }
    const double spare = strips == 0 ? 0 : std::floor((in.height - needed) / strips);
    return kStripHeight + std::clamp(spare, 0.0, kStripMost - kStripHeight);
}

void Builder::placeRows()
{
    const double labelWidth = std::min(kLabelWidth, in.width / 3);
    const double plotLeft = in.isRightToLeft ? kEdge : kEdge + labelWidth;
    const double plotWidth = std::max(1.0, in.width - 2 * kEdge - labelWidth);
    const double labelLeft = in.isRightToLeft ? kEdge + plotWidth + 4 : kEdge;
    out.axis = { in.range, plotLeft, plotWidth };
    out.ruler = QRectF(plotLeft, 0, plotWidth, kRulerHeight);
    out.stageRow = QRectF(plotLeft, kRulerHeight, plotWidth, kStageHeight);
    out.headHeight = kRulerHeight + kStageHeight;
    out.nowX = pixelAt(out.axis, in.log.now());
    double top = out.headHeight;
    const std::vector<Track> tracks = in.plan.shown();
    const double stripHeight = stripHeightFor(tracks);
    for (const Track track : tracks) {
        TrackRow row;
        row.track = track;
        row.isPinned = in.plan.isPinned(track);
        row.bars = barRows(track, in.log);
        row.marksHeight = isStrip(track) ? 0 : kTrackRowHeight;
        if (row.bars > 0 && !hasMarks(track, in.log) && track != Track::Regions)
            row.marksHeight = 0;
        const double inner = isStrip(track) ? stripHeight : row.marksHeight + row.bars * kTrackRowHeight;
        const double height = inner + 2 * kPadding;
        row.rect = QRectF(plotLeft, top, plotWidth, height);
        row.label = QRectF(labelLeft, top, labelWidth - 6, height);
        top += height;
        if (row.isPinned)
            out.pinnedHeight = top - out.headHeight;
        out.rows.push_back(std::move(row));
    }
    out.height = top + kPadding;
}

void Builder::placeStages()
{
    for (const StageSpan& span : in.log.stages()) {
        const double from = std::max(x(span.from), left());
        const double to = std::min(x(span.to), right());
        if (to <= from)
            continue;
        PlacedStage placed { QRectF(from, out.stageRow.top(), to - from, kBracketHeight), span, {}, {} };
        const Duration length = std::min(span.to, in.log.now()) - span.from;
        const auto target = targetOf(span.stage, in.log);
        if (target)
            placed.targetX = std::clamp(pixelAt(out.axis, span.from + target->length), left(), right());
        const double room = to - from - 2 * kTextPadding;
        const QString all = stageText(span.stage, length, target ? target->length : 0us);
        for (const QString& text : { all, stageText(span.stage, length, 0us), formatDuration(length) }) {
            if (placed.text.isEmpty() && in.metrics.horizontalAdvance(text) <= room)
                placed.text = text;
        }
        out.stages.push_back(std::move(placed));
    }
}

void Builder::placeObjectives()
{
    for (const IncidentView& incident : in.log.incidents()) {
        if (incident.impactAt == kNever)
            continue;
        const Instant end = incident.restoredAt == kNever ? in.log.now() : incident.restoredAt;
        const Instant target = incident.impactAt + in.log.world().rtoObjective;
        const double from = pixelAt(out.axis, incident.impactAt);
        const double furthest = std::max(pixelAt(out.axis, target), pixelAt(out.axis, end));
        if (from > right() || furthest < left())
            continue;
        const Duration took = end - incident.impactAt;
        const auto clamped = [&](Instant at) { return std::clamp(pixelAt(out.axis, at), left(), right()); };
        out.objectives.push_back({ clamped(incident.impactAt), clamped(target), clamped(end), end > target,
            incident.restoredAt == kNever,
            //: restoration of service against its objective: how long it took (or has taken), the objective
            IncidentText::tr("%1 of %2")
                .arg(formatDuration(took), formatDuration(in.log.world().rtoObjective)) });
    }
}

void Builder::addBar(PlacedTrackBar bar, const TrackRow& row, int index, const QString& shortText)
{
    if (x(bar.to) < left() || x(bar.from) > right())
        return;
    double from = std::max(x(bar.from), left());
    const double to = std::min(std::max(x(bar.to), from + kFoldBar), right());
    from = std::min(from, to - 1);
    const double top = row.rect.top() + kPadding + row.marksHeight + index * kTrackRowHeight;
    bar.rect = QRectF(from, top + 1, to - from, kTrackRowHeight - 2);
    bar.track = row.track;
    bar.isOpen = bar.to == kNever;
    if (!out.bars.empty() && to - from <= kFoldBar) {
        PlacedTrackBar& before = out.bars.back();
        const bool isNeighbour = before.track == bar.track && before.tone == bar.tone
            && before.state == bar.state && before.rect.top() == bar.rect.top()
            && from - before.rect.right() < 1 && before.rect.width() <= kFoldBar;
        if (isNeighbour) {
            before.rect.setRight(std::max(before.rect.right(), to));
            before.to = bar.to;
            ++before.count;
            return;
        }
    }
    const double inset = bar.state ? 17 : kTextPadding + 1;
    const double room = bar.rect.width() - inset - kTextPadding;
    if (room > 20) {
        const bool isLong = in.metrics.horizontalAdvance(bar.name) > room && !shortText.isEmpty();
        bar.text = in.metrics.elidedText(isLong ? shortText : bar.name, Qt::ElideRight, room);
        if (bar.text.size() < 5 && bar.text.endsWith(QChar(0x2026)))
            bar.text.clear();
    }
    out.bars.push_back(std::move(bar));
}

void Builder::placeStacked(const TrackRow& row, const std::deque<TimelineBar>& bars)
{
    std::vector<Instant> ends;
    for (const TimelineBar& bar : bars) {
        std::size_t index = 0;
        while (index < ends.size() && ends[index] > bar.from)
            ++index;
        if (index == ends.size())
            ends.push_back(bar.to);
        else
            ends[index] = bar.to;
        const int shown = std::min(static_cast<int>(index), row.bars - 1);
        addBar({ {}, row.track, bar.tone, std::nullopt, false, bar.from, bar.to, bar.seq, {}, bar.text, 1 },
            row, shown, bar.shortText);
    }
}

void Builder::placeStates(const TrackRow& row)
{
    for (std::size_t region = 0; region < in.log.states().regions(); ++region) {
        const auto& spans = in.log.states().of(region);
        auto span = std::lower_bound(spans.begin(), spans.end(), out.axis.range.from,
            [](const StateSpan& s, Instant at) { return s.to < at; });
        for (; span != spans.end() && span->from <= out.axis.range.to; ++span) {
            //: state of a region, for how long: "Failed, 2 min 05 s"
            const QString name = IncidentText::tr("%1, %2").arg(
                wordFor(span->state), formatDuration(std::min(span->to, in.log.now()) - span->from));
            addBar({ {}, row.track, Tone::Quiet, span->state, false, span->from, span->to, span->seq, {},
                       name, 1 },
                row, static_cast<int>(region), wordFor(span->state));
        }
    }
}

void Builder::placeBars(const TrackRow& row)
{
    const TimelineModel& lanes = in.log.lanes();
    switch (row.track) {
    case Track::Operator:
        if (row.bars > 0)
            placeStacked(row, lanes.failBacks());
        break;
    case Track::Faults:
        placeStacked(row, lanes.faults());
        break;
    case Track::Regions:
        placeStates(row);
        break;
    case Track::Health:
        for (const TimelineBar& bar : lanes.greenChecks())
            addBar(
                { {}, row.track, bar.tone, std::nullopt, false, bar.from, bar.to, bar.seq, {}, bar.text, 1 },
                row, 0);
        placeStacked(row, lanes.redChecks());
        break;
    case Track::Routing:
        for (const TimelineBar& bar : lanes.answers())
            addBar(
                { {}, row.track, bar.tone, std::nullopt, false, bar.from, bar.to, bar.seq, {}, bar.text, 1 },
                row, 0, bar.shortText);
        break;
    case Track::Plans:
        if (row.bars > 0)
            placeStacked(row, in.log.plans());
        break;
    default:
        break;
    }
}

void Builder::addMark(const TrackMark& mark, const TrackRow& row, std::int64_t cell)
{
    const double at = pixelAt(out.axis, mark.at);
    const bool isRefused = mark.kind == EventKind::CommandRefused;
    double least = at - kMarkReach;
    if (!out.marks.empty() && out.marks.back().track == row.track && least < out.marks.back().rect.right()) {
        PlacedMark& before = out.marks.back();
        least = before.rect.right() + 1; // else they stand side by side
        if (cell == m_cell || before.rect.width() < kBoxMost * 0.6) {
            before.rect.setRight(std::max(before.rect.right(), at + kMarkReach));
            ++before.count;
            before.last = mark.seq;
            before.severity = std::max(before.severity, mark.severity);
            before.isRefused |= isRefused;
            before.isMatch |= mark.isMatch;
            return;
        }
    }
    m_cell = cell;
    const QRectF rect(least, row.rect.top() + kPadding, at + kMarkReach - least, kTrackRowHeight);
    out.marks.push_back(
        { rect, row.track, mark.seq, mark.seq, 1, mark.severity, isRefused, mark.isMatch, {}, {} });
}

void Builder::placeMarks(const TrackRow& row)
{
    const auto& marks = in.log.marks(row.track);
    const std::int64_t grid = std::max<std::int64_t>(1, durationOfPixels(out.axis, kBoxMost).count());
    auto mark = std::lower_bound(marks.begin(), marks.end(), out.axis.range.from,
        [](const TrackMark& m, Instant at) { return m.at < at; });
    const std::size_t first = out.marks.size();
    m_cell = -1;
    for (; mark != marks.end() && mark->at <= out.axis.range.to; ++mark) {
        if (!isPartOfBar(mark->kind))
            addMark(*mark, row, micros(mark->at) / grid);
    }
    finishMarks(first, row);
}

// Boxes get room for their count without touching the next; single marks get words where there is room.
void Builder::finishMarks(std::size_t first, const TrackRow& row)
{
    double taken = left();
    for (std::size_t i = first; i < out.marks.size(); ++i) {
        PlacedMark& mark = out.marks[i];
        const double next = i + 1 < out.marks.size() ? out.marks[i + 1].rect.left() : right();
        if (mark.count == 1) {
            placeText(i, next, row);
            taken = std::max(mark.rect.right(), mark.textRect.right());
            continue;
        }
        mark.text = foldedText(mark.count);
        const double missing = in.metrics.horizontalAdvance(mark.text) + 6 - mark.rect.width();
        if (missing > 0) {
            const double after = std::clamp(next - 1 - mark.rect.right(), 0.0, missing);
            const double before = std::clamp(mark.rect.left() - taken - 1, 0.0, missing - after);
            mark.rect.adjust(-before, 0, after, 0);
            if (missing - after - before > 5)
                mark.text.clear();
        }
        taken = mark.rect.right();
    }
}

void Builder::placeText(std::size_t index, double free, const TrackRow& row)
{
    PlacedMark& mark = out.marks[index];
    const double room = free - mark.rect.right() - 6;
    const bool isQuiet = row.track == Track::Health && mark.severity <= Severity::Notice;
    if (room < kLeastText || isQuiet)
        return;
    const Event* event = in.log.lanes().find(mark.first);
    if (event == nullptr)
        return;
    mark.text = in.metrics.elidedText(markText(*event, in.log.world()), Qt::ElideRight, room);
    mark.textRect = QRectF(mark.rect.right() + 3, mark.rect.top(),
        in.metrics.horizontalAdvance(mark.text) + 2, mark.rect.height());
}

} // namespace

const TrackRow* TrackLayout::rowOf(Track track) const
{
    const auto found
        = std::find_if(rows.begin(), rows.end(), [&](const TrackRow& row) { return row.track == track; });
    return found == rows.end() ? nullptr : &*found;
}

std::optional<TrackLayout::Hit> TrackLayout::hit(QPointF point) const
{
    for (const PlacedMark& mark : marks) {
        if (mark.rect.adjusted(-1, 0, 1, 0).contains(point) || mark.textRect.contains(point))
            return Hit { mark.first, mark.count, kStart, kStart };
    }
    std::optional<Hit> best;
    for (const PlacedTrackBar& bar : bars) { // the later ones lie on top
        if (bar.rect.adjusted(-2, -1, 2, 1).contains(point))
            best = Hit { bar.seq, bar.count, bar.from, bar.to };
    }
    for (const PlacedStage& stage : stages) {
        if (stage.rect.contains(point))
            best = Hit { stage.span.seq, 1, stage.span.from, stage.span.to };
    }
    return best;
}

QRectF TrackLayout::rectOf(EventSeq seq) const
{
    if (!seq.isValid())
        return {};
    for (const PlacedTrackBar& bar : bars) {
        if (bar.seq == seq)
            return bar.rect;
    }
    for (const PlacedStage& stage : stages) {
        if (stage.span.seq == seq)
            return stage.rect;
    }
    for (const PlacedMark& mark : marks) {
        if (seq >= mark.first && seq <= mark.last)
            return mark.rect;
    }
    return {};
}

TrackLayout layOutTracks(const TrackLayoutInput& input)
{
    Builder builder { input, {} };
    builder.placeRows();
    builder.placeStages();
    builder.placeObjectives();
    for (TrackRow& row : builder.out.rows) {
        builder.placeBars(row);
        if (row.marksHeight > 0)
            builder.placeMarks(row);
        if (isStrip(row.track)) {
            placeStrip({ input.log, builder.out.axis, row.rect.adjusted(0, kPadding + 2, 0, -kPadding) }, row,
                builder.out.columns);
        }
    }
    return std::move(builder.out);
}

} // namespace sb
