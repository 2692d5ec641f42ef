// SPDX-License-Identifier: GPL-3.0-or-later
// The append-only event log of a run. Components append; whoever derives something (incident monitor,
// session recording, window) listens and keeps what it needs.
#pragma once

#include "backend/telemetry/event.h"

#include <deque>
#include <functional>
#include <vector>

namespace sb {

class EventLog {
public:
    // Where the replay stands: fills Event::at, executed and stateHash.
    struct Stamp {
        Instant at = kStart;
        std::uint64_t executed = 0;
        std::uint64_t stateHash = 0;
    };
    using StampFunction = std::function<Stamp()>;
    using Listener = std::function<void(const Event&)>;

    explicit EventLog(StampFunction stamp);

    // Fills seq, time, phase and replay position; returns the seq. Listeners run in order of registration
    // and may append in turn: what they append comes after.
    EventSeq append(Event event);
    void listen(Listener listener) { m_listeners.push_back(std::move(listener)); }

    // Phase stamped on the events that follow.
    void setPhase(Phase phase) { m_phase = phase; }
    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] std::uint64_t size() const { return m_size; }

private:
    StampFunction m_stamp;
    std::vector<Listener> m_listeners;
    std::deque<Event> m_undelivered;
    bool m_isDelivering = false;
    Phase m_phase = Phase::Normal;
    std::uint64_t m_size = 0;
};

} // namespace sb
