// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/event_csv.h"

#include "ui/incident/incident_text.h"
#include "ui/pages/csv.h"
#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <algorithm>

namespace sb {

QString eventsCsv(const TimelineModel& model, TimeRange range)
{
    QList<QStringList> rows { { IncidentText::tr("Number"), IncidentText::tr("Time"),
        IncidentText::tr("Seconds of the run"), IncidentText::tr("Track"), IncidentText::tr("Event"),
        IncidentText::tr("Severity"), IncidentText::tr("Who"), IncidentText::tr("Where"),
        IncidentText::tr("Object"), IncidentText::tr("Action"), IncidentText::tr("Before"),
        IncidentText::tr("After"), IncidentText::tr("Unit"), IncidentText::tr("Note") } };
    const auto& events = model.events();
    auto event = std::lower_bound(
        events.begin(), events.end(), range.from, [](const Event& e, Instant at) { return e.at < at; });
    for (; event != events.end() && event->at <= range.to; ++event) {
        const std::optional<Track> track = trackOf(*event);
        rows << QStringList { QString::number(event->seq.value),
            formatClock(model.world().start, event->at, true), QString::number(seconds(event->at), 'f', 6),
            track ? trackName(*track) : QString(), wordFor(event->kind), wordFor(event->severity),
            wordFor(event->actor), placeText(*event, model.world()), qs(event->object), qs(event->action),
            qs(event->valueBefore), qs(event->valueAfter), qs(event->unit), qs(event->note) };
    }
    return csvText(rows);
}

} // namespace sb
