// SPDX-License-Identifier: GPL-3.0-or-later
// The states of each region over time. The record does not say them, so they are derived: from the events
// that change them, exactly; and from snapshots, which know all states, as of when they say they began.
// Values only. Thread: UI thread.
#pragma once

#include "backend/api/snapshot.h"

#include <cstddef>
#include <deque>
#include <vector>

namespace sb {

struct StateSpan {
    Instant from = kStart;
    Instant to = kNever; // kNever: still so
    RegionState state = RegionState::Serving;
    EventSeq seq; // the event it begins with; invalid when a snapshot told
    [[nodiscard]] bool isOpen() const { return to == kNever; }
};

class RegionStates {
public:
    static constexpr std::size_t kSpansMax = 2048; // of a region; the oldest go first

    // All serve at the start of a run.
    void reset(std::size_t regions);
    void take(const Event& event);
    // True when a state changed.
    bool apply(const Snapshot& snapshot);
    [[nodiscard]] std::size_t regions() const { return m_spans.size(); }
    [[nodiscard]] const std::deque<StateSpan>& of(std::size_t region) const { return m_spans.at(region); }

private:
    bool set(RegionId region, RegionState state, Instant at, EventSeq seq);

    std::vector<std::deque<StateSpan>> m_spans; // index = RegionId
    std::vector<bool> m_isHeld;
    Instant m_told = kStart; // of the latest event
};

} // namespace sb
