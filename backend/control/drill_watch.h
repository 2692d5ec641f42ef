// SPDX-License-Identifier: GPL-3.0-or-later
// A drill beside a running World: which of its orders are due, what became of them, and what its checks find
// as of now and, for good, at its end. Judges from the log and snapshots alone; the World is not touched.
// Thread: World thread.
#pragma once

#include "backend/api/drill_view.h"
#include "backend/api/snapshot.h"
#include "backend/drill/checks.h"
#include "backend/drill/drill.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sb {

// What a drill's end came to, for the record: CheckPassed and CheckFailed continue its log.
struct DrillVerdict {
    std::vector<CheckResult> checks;
    std::shared_ptr<const Snapshot> end;
    Instant endedAt = kStart;
};
// Continue `log`, which may reach beyond the drill's end.
[[nodiscard]] std::vector<Event> verdictEvents(
    const DrillVerdict& verdict, const WorldDescription& description, const std::vector<Event>& log);

class DrillWatch {
public:
    DrillWatch(Drill drill, std::string path, WorldDescription description);

    // Every event of the run, in order.
    void note(const Event& event)
    {
        if (!m_end)
            m_events.push_back(event); // what comes later is not judged
    }
    // Where the World has to halt next: at an order, then at the drill's end. kNever: nowhere any more.
    [[nodiscard]] Instant nextHalt() const;
    // The next order that is due; null: none. Answer it with answered().
    [[nodiscard]] const TimedOrder* nextOrder(Instant now) const;
    void answered(EventSeq event);
    // Every order was given and it is time to judge; once, with end().
    [[nodiscard]] bool isEndDue(Instant now) const;
    // Whether something is judged that only a quiet World shows: the customers must rest.
    [[nodiscard]] bool needsQuiet() const;
    void end(std::shared_ptr<const Snapshot> snapshot);
    // Of that quiet World. An error: nothing is known, and the check stays unjudged.
    void quietSeen(const Result<bool>& converged);

    // With the checks judged as of `now`, or for good; the same object while nothing changed.
    [[nodiscard]] std::shared_ptr<const DrillView> view(const Snapshot& now, bool converged);
    // Once every check is judged that can be.
    [[nodiscard]] const DrillVerdict* verdict() const { return m_verdict ? &*m_verdict : nullptr; }

private:
    [[nodiscard]] std::vector<CheckResult> judged(const Snapshot& snapshot, bool converged) const
    {
        return judge(m_drill.checks, { m_description, m_events, snapshot, converged, snapshot.now });
    }
    void finish(bool converged);
    void show(const std::vector<CheckResult>& results, bool isFinal);

    Drill m_drill;
    WorldDescription m_description;
    std::vector<TimedOrder> m_orders;
    std::size_t m_given = 0; // of m_orders
    std::vector<Event> m_events;
    std::shared_ptr<const Snapshot> m_end; // null before
    std::optional<DrillVerdict> m_verdict;
    DrillView m_view;
    std::shared_ptr<const DrillView> m_published;
    bool m_isChanged = true;
};

} // namespace sb
