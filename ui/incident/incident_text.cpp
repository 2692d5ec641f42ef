// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/incident_text.h"

#include "ui/theme/format.h"
#include "ui/theme/words.h"
#include "ui/timeline/timeline_text.h"

#include <algorithm>

namespace sb {

QString stageName(Stage stage)
{
    switch (stage) {
    case Stage::Detect:
        return wordFor(Phase::Detect);
    case Stage::Decide:
        return wordFor(Phase::Decide);
    case Stage::Act:
        return wordFor(Phase::Act);
    case Stage::Recover:
        return wordFor(Phase::Recover);
    case Stage::Verify:
        return wordFor(FailBackPhase::Verifying);
    }
    return {};
}

QString stageText(Stage stage, Duration length, Duration target)
{
    if (target == 0us) {
        //: Bracket over a phase of an incident: %1 "Detect", %2 its duration
        return IncidentText::tr("%1 %2").arg(stageName(stage), formatDuration(length));
    }
    //: Bracket over a phase of an incident: %1 "Detect", %2 its duration, %3 its target
    return IncidentText::tr("%1 %2 of %3")
        .arg(stageName(stage), formatDuration(length), formatDuration(target));
}

QString foldedText(int count)
{
    if (count < 1000)
        return formatCount(count);
    //: thousands of events in one narrow box: "12k"
    return IncidentText::tr("%1k").arg(formatCount(count / 1000));
}

QString placeText(const Event& event, const WorldDescription& world)
{
    if (!event.region.isValid())
        return {};
    if (!event.peer.isValid())
        return regionName(world, event.region);
    //: two regions of a link
    return IncidentText::tr("%1 – %2").arg(regionName(world, event.region), regionName(world, event.peer));
}

QString markText(const Event& event, const WorldDescription& world)
{
    if (laneOf(event) == Lane::Operator)
        return operatorText(event, world);
    if (event.kind == EventKind::NoteAdded)
        return qs(event.note);
    const QString place = placeText(event, world);
    if (place.isEmpty())
        return wordFor(event.kind);
    //: what happened, and where
    return IncidentText::tr("%1, %2").arg(wordFor(event.kind), place);
}

QString virtualText(Instant at)
{
    const QString text = formatStopwatch(at < kStart ? kStart - at : at - kStart);
    return (at < kStart ? QStringLiteral("\u2212") : QStringLiteral("+")) + text;
}

QString trackSentence(Track track, const IncidentLog& log, TimeRange range)
{
    const auto& marks = log.marks(track);
    const auto from = std::lower_bound(
        marks.begin(), marks.end(), range.from, [](const TrackMark& m, Instant at) { return m.at < at; });
    const auto to = std::upper_bound(
        from, marks.end(), range.to, [](Instant at, const TrackMark& m) { return at < m.at; });
    auto worst = Severity::Info;
    for (auto mark = from; mark != to; ++mark)
        worst = std::max(worst, mark->severity);
    //: a track of the incident page: its name, how many events are in view, the worst of their severities
    return from == to ? IncidentText::tr("%1, no events in view").arg(trackName(track))
                      : IncidentText::tr("%1, %2 in view, worst: %3")
                            .arg(trackName(track), formatEvents(to - from), wordFor(worst));
}

} // namespace sb
