// SPDX-License-Identifier: GPL-3.0-or-later
// How a drill was mastered: interruption, writes at risk and lost, the operator's decisions and time, against
// targets where the drill or the run sets one. Taken from events and incidents as they come; nothing is
// guessed, and what has no target is not judged. Thread: UI thread.
#pragma once

#include "backend/api/drill_view.h"
#include "backend/api/snapshot.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace sb {

struct ScoreLine {
    QString measure;
    QString value;
    QString target; // empty: none is set
    std::optional<bool> isMet; // nothing: not judged
    QString meaning; // from what to what, one sentence
};

class DrillScore {
public:
    void clear();
    // Incidents of snapshots that are gone; events come again.
    void inherit(const DrillScore& before) { m_incidents = before.m_incidents; }
    void noteSnapshot(const Snapshot& snapshot);
    void addEvents(const std::vector<Event>& events);

    [[nodiscard]] std::vector<ScoreLine> lines(const DrillView& drill) const;
    // Orders of the operator that were refused, and rules that the operator overrode.
    [[nodiscard]] int wrongDecisions() const { return m_refused + m_overridden; }
    // From the first alarm to the operator's first accepted order; nothing: there was none.
    [[nodiscard]] std::optional<Duration> operatorTime() const;

private:
    std::map<int, IncidentView> m_incidents; // by number
    std::vector<Instant> m_orders; // accepted, of the operator; notes are none
    int m_refused = 0;
    int m_overridden = 0;
};

} // namespace sb
