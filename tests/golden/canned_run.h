// SPDX-License-Identifier: GPL-3.0-or-later
// Three moments of one invented run with three regions, for pictures and benches of the charts and the
// timeline: calm running, 42 s into an outage of Ireland, and after the fail-back. Integers and a small
// generator only, so that the values are the same on every machine.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <algorithm>
#include <vector>

namespace sb::test {

enum class Moment { Calm, Failed, FailedBack };

[[nodiscard]] WorldDescription runWorld();
[[nodiscard]] Instant nowOf(Moment moment);
[[nodiscard]] Snapshot runSnapshot(Moment moment);
// The same run seen earlier (or later).
[[nodiscard]] Snapshot runSnapshotAt(Moment moment, Instant now);
// All events up to the moment, a valid log.
[[nodiscard]] std::vector<Event> runEvents(Moment moment);
// Feeds `view` (setSnapshot, appendEvents) as a live run would, every ten virtual seconds up to the moment.
template<typename View> void playRun(View& view, Moment moment)
{
    view.setDescription(runWorld());
    const std::vector<Event> events = runEvents(moment);
    auto next = events.begin();
    for (Instant now = kStart + 10s;; now = std::min(now + 10s, nowOf(moment))) {
        auto last = next;
        while (last != events.end() && last->at <= now)
            ++last;
        view.appendEvents({ next, last });
        view.setSnapshot(runSnapshotAt(moment, now));
        next = last;
        if (now == nowOf(moment))
            return;
    }
}
// A log of `count` events spread evenly over `span`, for benches and bounds.
[[nodiscard]] std::vector<Event> manyEvents(std::size_t count, Duration span);

} // namespace sb::test
