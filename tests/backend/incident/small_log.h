// SPDX-License-Identifier: GPL-3.0-or-later
// A hand-written log of one short outage, small enough to check every figure by hand, and a builder for
// others.
#pragma once

#include "backend/api/run_config.h"
#include "backend/api/world_description.h"
#include "backend/incident/exporters.h"

#include <vector>

namespace sb {

class LogBuilder {
public:
    // Appends an event of `kind` at `t`; the caller fills in the rest.
    Event& add(Duration t, EventKind kind, EventSeq cause = {})
    {
        Event event;
        event.seq = EventSeq { m_events.size() + 1 };
        event.at = Instant { t };
        event.kind = kind;
        event.phase = m_phase;
        event.cause = cause;
        event.executed = m_events.size() * 10 + 1;
        event.stateHash = 0x1000 + m_events.size();
        m_events.push_back(event);
        return m_events.back();
    }
    EventSeq phase(Duration t, Phase phase)
    {
        m_phase = phase;
        return add(t, EventKind::PhaseChanged).seq;
    }
    EventSeq write(Duration t, RegionId region, const char* label, const char* what, Duration committed,
        const char* amount, EventSeq cause)
    {
        Event& event = add(t, EventKind::WriteAtRisk, cause);
        event.severity = Severity::Warning;
        event.actor = Actor::Replication;
        event.region = region;
        event.object = label;
        event.action = what;
        event.valueBefore = std::to_string(committed.count());
        event.valueAfter = amount;
        event.unit = "EUR";
        return event.seq;
    }
    void setPhase(Phase phase) { m_phase = phase; }
    [[nodiscard]] const std::vector<Event>& events() const { return m_events; }

private:
    std::vector<Event> m_events;
    Phase m_phase = Phase::Normal;
};

inline constexpr RegionId kIreland { 0 };
inline constexpr RegionId kSingapore { 1 };

inline WorldDescription smallWorld()
{
    WorldDescription world;
    world.title = "bookstore";
    world.seed = 7;
    world.start = RunConfig {}.start;
    world.regions = { { kIreland, "eu-west-1", "Ireland", "Dublin", 'I', 53.35, -6.26 },
        { kSingapore, "ap-southeast-1", "Singapore", "Singapore", 'S', 1.35, 103.82 } };
    return world;
}

// What the parts of smallLog() hand on to each other.
struct SmallLog {
    LogBuilder log;
    EventSeq fault, opened, impact, shift;
    EventSeq writes[3];
};

inline void failIreland(SmallLog& s)
{
    s.log.add(0us, EventKind::RunStarted).note = "Run started: 2 regions, seed 7";
    Event& command = s.log.add(60s, EventKind::CommandAccepted);
    command.actor = Actor::Operator;
    command.region = kIreland;
    command.object = "command 1";
    command.action = "fail region-outage eu-west-1 for 15m";
    command.note = "Region outage, Ireland, for 15 minutes";
    Event& fault = s.log.add(60s, EventKind::FaultInjected, command.seq);
    fault.actor = Actor::Faults;
    fault.severity = Severity::Warning;
    fault.region = kIreland;
    fault.fault = FaultId { 1 };
    fault.object = "fault 1";
    fault.action = "region-outage";
    fault.valueAfter = "fail region-outage eu-west-1 for 15m";
    fault.note = "Nothing in Ireland answers";
    s.fault = fault.seq;
    Event& opened = s.log.add(60s, EventKind::IncidentOpened, s.fault);
    opened.object = "incident 1";
    opened.note = "Region outage, Ireland";
    s.opened = opened.seq;
    s.writes[0] = s.log.write(60s, kIreland, "order 48 213", "order", 57s, "23.50", s.fault);
    s.writes[1] = s.log.write(60s, kIreland, "order 48 214", "order", 59s + 250ms, "8.00", s.fault);
    s.writes[2] = s.log.write(60s, kIreland, "cart of customer 1 207", "cart", 59s + 900ms, "0.00", s.fault);
    s.log.phase(60s, Phase::Detect);
    Event& impact = s.log.add(60s + 400ms, EventKind::ImpactBegan, s.fault);
    impact.severity = Severity::Critical;
    impact.actor = Actor::Shoppers;
    impact.region = kIreland;
    impact.fault = FaultId { 1 };
    impact.note = "A shopper in London saw the first error: timeout";
    s.impact = impact.seq;
}

inline void moveAway(SmallLog& s)
{
    Event& red = s.log.add(92s, EventKind::HealthRed, s.fault);
    red.severity = Severity::Critical;
    red.actor = Actor::Health;
    red.region = kIreland;
    red.valueBefore = "16";
    red.valueAfter = "2";
    red.unit = "checkers";
    red.note = "2 of 16 checkers say healthy, \"18 %\" or fewer";
    const EventSeq alarm = red.seq;
    s.log.phase(92s, Phase::Decide);
    Event& shift = s.log.add(95s, EventKind::AnswersShifted, alarm);
    shift.actor = Actor::Routing;
    shift.note = "Ireland 52 % to 0 %, Singapore 48 % to 100 %";
    s.shift = shift.seq;
    s.log.phase(95s, Phase::Act);
    Event& goesOn = s.log.add(97s + 1500us, EventKind::ServiceContinues, s.shift);
    goesOn.region = kSingapore;
    goesOn.object = "order 48 230";
    Event& breach = s.log.add(100s, EventKind::SloBreached, s.impact);
    breach.valueBefore = "1.0";
    breach.valueAfter = "51.6";
    breach.unit = "%";
    Event& restored = s.log.add(165s, EventKind::SloRestored, s.shift);
    restored.valueBefore = "150000000"; // calm since then, three windows ago
    restored.valueAfter = "4120";
    restored.unit = "requests";
    restored.note = "Errors are back under 1 % for 3 windows";
    s.log.phase(165s, Phase::Recover);
    Event& cohorts = s.log.add(180s, EventKind::CohortsRestored, s.shift);
    cohorts.object = "14 cities";
    cohorts.note = "The last error of the last city came 102.6 s after the first";
    cohorts.valueBefore = "163000000";
    cohorts.valueAfter = "102.6";
    cohorts.unit = "s";
}

inline void recover(SmallLog& s)
{
    Event& note = s.log.add(200s, EventKind::NoteAdded);
    note.actor = Actor::Operator;
    note.note = "=HYPERLINK(\"x\"), a note | with marks";
    Event& cleared = s.log.add(300s, EventKind::FaultCleared, s.fault);
    cleared.fault = FaultId { 1 };
    const EventSeq clearedSeq = cleared.seq;
    s.log.add(301s, EventKind::ResidueVerified, clearedSeq).fault = FaultId { 1 };
    Event& recovered = s.log.add(310s, EventKind::WriteRecovered, s.writes[0]);
    recovered.object = "order 48 213";
    recovered.valueAfter = "253.0";
    recovered.unit = "s";
    s.log.add(310s, EventKind::WriteOverwritten, s.writes[2]).object = "cart of customer 1 207";
    s.log.add(400s, EventKind::WriteLost, s.writes[1]).object = "order 48 214";
    s.log.setPhase(Phase::Normal);
    Event& closed = s.log.add(400s, EventKind::IncidentClosed, s.opened);
    closed.object = "incident 1";
    closed.valueAfter = "89.6";
    closed.unit = "s";
    closed.note = "Region outage, Ireland: 1 order lost, 1 recovered";
}

// Ireland fails at 60 s; impact 60.4 s; alarm 92 s; answers move 95 s; calm from 150 s; closed 400 s.
inline std::vector<Event> smallLog()
{
    SmallLog parts;
    failIreland(parts);
    moveAway(parts);
    recover(parts);
    return parts.log.events();
}

} // namespace sb
