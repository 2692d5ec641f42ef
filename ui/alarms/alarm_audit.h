// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the alarms of a run were such that a person could use them, against the limits of ISA-18.2 and
// EEMUA 191: about one annunciation in ten minutes, two at most; less than 1 % of the time in a flood (ten
// and more in ten minutes); nothing chatters; nothing stands for longer than a day; some 80 % of low, 15 % of
// medium, 5 % of high priority over the long run. Short runs say little about the last; it is then not
// judged. Thread: UI thread.
#pragma once

#include "ui/alarms/alarm_book.h"

#include <QString>

#include <vector>

namespace sb {

struct AuditLine {
    QString measure;
    QString value;
    QString limit;
    bool isJudged = true;
    bool isMet = true;
};

struct AlarmFigures {
    Duration span = Duration::zero();
    std::size_t annunciated = 0;
    double perTenMinutes = 0; // average
    std::size_t peak = 0; // in any ten minutes
    double floodShare = 0; // 0…1 of the span
    std::size_t chattering = 0; // alarms that came three times in a minute
    std::size_t stale = 0; // stood for more than a day
    double mostFrequentShare = 0; // 0…1 of all annunciations; of the one that came most
    QString mostFrequent; // its title; empty: none
    std::size_t byPriority[kAlarmPriorityCount] {};
    Duration acknowledgedAfter = Duration::zero(); // average of those that were
    std::size_t acknowledged = 0;
};

// Of the whole run so far.
[[nodiscard]] AlarmFigures measureAlarms(const AlarmBook& book);
[[nodiscard]] std::vector<AuditLine> auditAlarms(const AlarmBook& book);

} // namespace sb
