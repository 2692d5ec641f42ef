// SPDX-License-Identifier: GPL-3.0-or-later
// What happened in a range of one run, in figures. Values only.
#pragma once

#include "ui/incident/incident_log.h"
#include "ui/incident/strip_layout.h"

#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace sb {

struct RangeSummary {
    TimeRange range;
    std::size_t events = 0;
    std::vector<std::pair<EventKind, std::size_t>> kinds; // most first; by kind where equal
    QStringList faults; // active at some time of the range
    StripStats errors; // percent
    StripStats lag; // seconds
    // From the first to the last running count known in the range; nothing when there are not two.
    std::optional<std::uint64_t> requests, failed, decisions;
    std::size_t writesAtRisk = 0, writesOverwritten = 0, writesLost = 0;
    std::size_t commands = 0;
    // Between two successive events; nothing with less than two.
    std::optional<TimeRange> longestGap;
};

[[nodiscard]] RangeSummary summarise(const IncidentLog& log, TimeRange range);
// Name and value of each figure.
[[nodiscard]] std::vector<std::pair<QString, QString>> factsOf(const RangeSummary& summary, UtcStart start);

} // namespace sb
