// SPDX-License-Identifier: GPL-3.0-or-later
// Words and cells of the Markdown document. Pure functions of values; English.
#pragma once

#include "backend/api/world_description.h"
#include "backend/incident/report.h"

#include <string>
#include <string_view>

namespace sb {

// Free text made safe for a table cell: marks of Markdown and HTML escaped, line breaks become spaces.
[[nodiscard]] std::string escaped(std::string_view text);
// The same for text between backticks, where escapes do not work: what would end the cell or the code is
// replaced.
[[nodiscard]] std::string codeText(std::string_view text);
[[nodiscard]] std::string fixed(double value, int decimals);
// "3 orders and 2 other writes, € 120.50"; "none".
[[nodiscard]] std::string counted(const WriteTotals& totals);
// "met", "missed" or "not measured".
[[nodiscard]] std::string verdict(const Interval& span, Duration objective);
// "42 %" of the objective, rounded down.
[[nodiscard]] std::string percentText(Duration part, Duration whole);
// As durationText(), but with tenths of a second up to an hour and seconds beyond: "1 min 29.6 s".
[[nodiscard]] std::string preciseText(Duration d);
// "+12.0 s", "-850 ms", "0 s"; "n/a" without an impact.
[[nodiscard]] std::string sinceText(const Moment& impact, Instant at);
[[nodiscard]] std::string evidence(const Event& event);
// Kinds that come by the hundred: counted in the timeline instead of listed.
[[nodiscard]] bool isBulk(EventKind kind);

// The parts that need to know the run.
class MarkdownText {
public:
    explicit MarkdownText(const WorldDescription& description)
        : m_description(description)
    {
    }
    [[nodiscard]] std::string region(RegionId id) const; // "Ireland (eu-west-1)"; "n/a" when invalid
    [[nodiscard]] std::string instant(Instant t) const; // "2026-03-03T14:32:07.250Z"
    [[nodiscard]] std::string clock(Instant t) const; // "14:32:07.250"
    [[nodiscard]] std::string moment(const Moment& moment) const; // "14:32:07.250 (event 12, position 345)"
    [[nodiscard]] std::string length(const Interval& span) const;
    // The event's note, or its fields when it has none.
    [[nodiscard]] std::string sentence(const Event& event) const;

private:
    const WorldDescription& m_description;
};

} // namespace sb
