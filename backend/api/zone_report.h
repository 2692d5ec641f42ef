// SPDX-License-Identifier: GPL-3.0-or-later
// What there is to say about a zone of the operator's own: what is wrong with its file, and what is unwise
// about what stands in it (docs/zones.md lists the findings). Values only. Thread: any.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sb {

enum class ZoneFindingSeverity : std::uint8_t { Note, Warning, Error };
inline constexpr int kZoneFindingSeverityCount = static_cast<int>(ZoneFindingSeverity::Error) + 1;

struct ZoneFindingView {
    ZoneFindingSeverity severity = ZoneFindingSeverity::Note;
    std::string rule; // "failover-primary-unchecked"
    std::string what; // English: names the record or the check, and says what is so
    std::string consequence; // English, half a sentence each
    std::string mend;
    friend bool operator==(const ZoneFindingView&, const ZoneFindingView&) = default;
};

struct ZoneReportView {
    std::string source; // the file; empty: of the run
    std::string name; // that the run's customers ask for; empty for a file that is only judged
    std::uint64_t records = 0;
    bool hasChecks = false; // the file of health checks was there as well
    // Each says file, line, column, record and member; the zone cannot be used while there is one, and
    // `findings` is empty when the file itself could not be read.
    std::vector<std::string> mistakes;
    std::vector<ZoneFindingView> findings; // the gravest first, else in the order of the file
    std::vector<std::string> unsupported; // what was read and has no effect
    friend bool operator==(const ZoneReportView&, const ZoneReportView&) = default;
};

} // namespace sb
