// SPDX-License-Identifier: GPL-3.0-or-later
// A drill: a world, commands at given times, and checks that decide whether it passed. Loaded from a TOML
// file that a person edits, so every refusal names file, line, column, the key and what was expected, and
// loading goes on after a mistake so that one attempt shows all of them. Running a drill is not done here: a
// drill is a value, and a finished run is judged by checks.h.
#pragma once

#include "backend/api/anomaly.h"
#include "backend/api/command.h"
#include "backend/api/drill_view.h"
#include "backend/api/run_config.h"
#include "backend/api/snapshot.h"
#include "backend/base/result.h"
#include "backend/telemetry/event.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sb {

struct DrillStep {
    Instant at = kStart; // <= Drill::until
    Command command; // valid; its regions are regions of the drill's world
    std::string note; // for the incident record, ahead of the command; may be empty
    friend bool operator==(const DrillStep&, const DrillStep&) = default;
};

// Which events a check means. Empty texts and no actor match everything; regions are codes.
struct EventFilter {
    EventKind kind = EventKind::RunStarted;
    std::string region;
    std::string peer;
    std::optional<Actor> actor;
    std::string object; // contained in Event::object
    std::string action; // equal to Event::action
    std::string value; // equal to Event::valueAfter
    friend bool operator==(const EventFilter&, const EventFilter&) = default;
};

// Both ends belong to the window. No `within`: to the end of the run.
struct CheckWindow {
    Instant after = kStart;
    std::optional<Duration> within;
    friend bool operator==(const CheckWindow&, const CheckWindow&) = default;
};

struct EventSeen {
    EventFilter filter;
    CheckWindow window;
    friend bool operator==(const EventSeen&, const EventSeen&) = default;
};

struct EventNotSeen {
    EventFilter filter;
    CheckWindow window;
    friend bool operator==(const EventNotSeen&, const EventNotSeen&) = default;
};

// Each event of the sequence is found after the one before it; others may lie between.
struct EventsInOrder {
    std::vector<EventFilter> sequence; // at least two
    CheckWindow window;
    friend bool operator==(const EventsInOrder&, const EventsInOrder&) = default;
};

// From the first user-visible error to errors back under the objective; the longest of all incidents.
struct RtoAtMost {
    Duration limit = 0us;
    friend bool operator==(const RtoAtMost&, const RtoAtMost&) = default;
};

// Acknowledged writes that cannot be read any more, and unless excluded those a newer version replaced
// unread.
struct LossesAtMost {
    std::int64_t limit = 0;
    bool countsOverwritten = true;
    friend bool operator==(const LossesAtMost&, const LossesAtMost&) = default;
};

// How often an anomaly happened in the whole run.
struct AnomalyCount {
    Anomaly anomaly = Anomaly::StaleRead;
    std::int64_t atLeast = 0, atMost = 0;
    friend bool operator==(const AnomalyCount&, const AnomalyCount&) = default;
};

struct ReplicasConverged {
    friend bool operator==(const ReplicasConverged&, const ReplicasConverged&) = default;
};

struct RegionStateAtEnd {
    std::string region;
    RegionState state = RegionState::Serving;
    friend bool operator==(const RegionStateAtEnd&, const RegionStateAtEnd&) = default;
};

// Share of live DNS answers at the end, both limits inclusive.
struct AnswerShareAtEnd {
    std::string region;
    int atLeastPercent = 0;
    int atMostPercent = 100;
    friend bool operator==(const AnswerShareAtEnd&, const AnswerShareAtEnd&) = default;
};

// A survivor acknowledges an order soon enough after the first user-visible error of each incident.
struct OrdersContinue {
    Duration within = 0us;
    std::string region; // the survivor; empty: any
    friend bool operator==(const OrdersContinue&, const OrdersContinue&) = default;
};

struct OrdersAtLeast {
    std::string region;
    std::int64_t count = 0;
    friend bool operator==(const OrdersAtLeast&, const OrdersAtLeast&) = default;
};

// Share of the visits at the end whose next request goes where no answer leads.
struct StaleShareAtEnd {
    int atMostPercent = 100;
    friend bool operator==(const StaleShareAtEnd&, const StaleShareAtEnd&) = default;
};

using CheckRule
    = std::variant<EventSeen, EventNotSeen, EventsInOrder, RtoAtMost, LossesAtMost, ReplicasConverged,
        RegionStateAtEnd, AnswerShareAtEnd, OrdersContinue, OrdersAtLeast, AnomalyCount, StaleShareAtEnd>;

struct DrillCheck {
    std::string name; // unique in its drill
    CheckRule rule;
    friend bool operator==(const DrillCheck&, const DrillCheck&) = default;
};

struct Drill {
    std::string title;
    std::string description;
    DrillDifficulty difficulty = DrillDifficulty::Unsaid; // for people; changes nothing
    RunConfig config; // its title is the drill's
    Instant until { 10min };
    std::vector<DrillStep> steps; // ordered by time, equal times in the file's order
    std::vector<DrillCheck> checks;
};

// What a run of the drill is told, in order: each step's note, if it has one, ahead of its command.
struct TimedOrder {
    Instant at = kStart;
    Command command;
    std::size_t step = 0; // index into Drill::steps
    bool isNote = false; // of the step
};
[[nodiscard]] std::vector<TimedOrder> ordersOf(const Drill& drill);

// `fileName` only appears in messages. Region codes are those of the atlas.
// The error's text holds one line "file:line:column: message" per mistake, in the file's order.
[[nodiscard]] Result<Drill> parseDrill(std::string_view toml, const std::string& fileName);
// The same from a file, or one that comes with the program ("shipped:drills/surge.toml"); UnknownName when it
// cannot be read.
[[nodiscard]] Result<Drill> loadDrill(const std::string& path);

} // namespace sb
