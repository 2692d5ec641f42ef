// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/event_log.h"

namespace sb {

EventLog::EventLog(StampFunction stamp)
    : m_stamp(std::move(stamp))
{
}

EventSeq EventLog::append(Event event)
{
    const Stamp stamp = m_stamp();
    event.seq = EventSeq { ++m_size };
    event.at = stamp.at;
    event.executed = stamp.executed;
    event.stateHash = stamp.stateHash;
    event.phase = m_phase;
    const EventSeq seq = event.seq;
    m_undelivered.push_back(std::move(event));
    if (m_isDelivering)
        return seq; // the outer call delivers it, so that every listener sees events in order
    m_isDelivering = true;
    while (!m_undelivered.empty()) {
        const Event next = std::move(m_undelivered.front());
        m_undelivered.pop_front();
        for (const Listener& listener : m_listeners)
            listener(next);
    }
    m_isDelivering = false;
    return seq;
}

} // namespace sb
