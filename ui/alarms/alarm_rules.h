// SPDX-License-Identifier: GPL-3.0-or-later
// Which states of the service are alarms. An alarm asks an operator to do something in time; what needs no
// action is an event, and has no rule here (ISA-18.2). Each alarm therefore says its cause, what follows if
// nobody acts, what to do, and how long there is.
// A rule looks at a snapshot and holds nothing; alarm_book.h remembers. Thread: UI thread.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <QString>

#include <compare>
#include <string>
#include <vector>

namespace sb {

enum class AlarmKind : quint8 {
    RunStopped,
    RegionFailed,
    ServiceErrors, // of all customers' requests, above the objective
    CapacityShort, // a region is full, or will be within kCapacityAhead
    PlanWaits, // a step needs an approval, or has failed
    ReplicationBehind, // a direction is cut, paused or beyond the objective
    RegionDegraded,
    SurvivorTooSmall, // it could not carry one more failure
    OrphansWait, // writes that only an evicted region had held
    ControlsOutOfReach, // fewer endpoints of the control cluster than a majority needs and one to spare
    RuleBroken, // a safety rule does not hold
    RegionWaits, // held out, and ready to be failed back
};
inline constexpr int kAlarmKindCount = static_cast<int>(AlarmKind::RegionWaits) + 1;

enum class AlarmPriority : quint8 { Low, Medium, High };
inline constexpr int kAlarmPriorityCount = static_cast<int>(AlarmPriority::High) + 1;
[[nodiscard]] QString wordFor(AlarmPriority priority);
[[nodiscard]] AlarmPriority priorityOf(AlarmKind kind);

inline constexpr Duration kCapacityAhead = 10min;

// What an alarm is about: the same condition at the same place is the same alarm.
struct AlarmKey {
    AlarmKind kind = AlarmKind::RunStopped;
    RegionId region; // invalid: no region
    RegionId peer; // second region of a direction
    std::string name; // of a plan or rule
    friend auto operator<=>(const AlarmKey&, const AlarmKey&) = default;
};

struct AlarmFinding {
    AlarmKey key;
    QString title; // one sentence: what is so
    QString cause;
    QString consequence; // if nobody acts
    QString action; // what to do
    Duration timeToAct = Duration::zero(); // from its begin; zero: no limit
    bool isSuppressed = false; // another alarm that is active explains it
};

// In order of priority, High first.
[[nodiscard]] std::vector<AlarmFinding> findAlarms(const WorldDescription& world, const Snapshot& snapshot);

} // namespace sb
