// SPDX-License-Identifier: GPL-3.0-or-later
// Judges a zone that is valid and yet may not do what its owner expects: what is concerned, what follows,
// what mends it. Findings are static: nobody's health is asked, no answer is drawn. Source of the rules:
// Amazon Route 53 developer guide (routing policies, DNS failover, health checks, best practices);
// docs/zones.md lists them. Thread: any; no state.
#pragma once

#include "backend/health/check_config.h"
#include "backend/routing/zone_records.h"

#include <span>

namespace sb {

enum class LintSeverity : std::uint8_t {
    Note, // lawful and perhaps meant; good to know
    Warning, // works until something fails
    Error, // does not work as it stands
};
[[nodiscard]] std::string_view toString(LintSeverity severity); // "note", "warning", "error"

struct LintRule {
    std::string_view id; // "failover-primary-unchecked"
    LintSeverity severity = LintSeverity::Note;
    std::string_view consequence; // half a sentence each, without a full stop
    std::string_view mend;
};
// All of them; each id once.
[[nodiscard]] std::span<const LintRule> lintRules();

struct LintFinding {
    const LintRule* rule = nullptr; // of lintRules(), never null
    std::vector<std::size_t> records; // positions in ZoneFile::records; empty: the finding is about a check
    std::string check; // id of the health check concerned; may be empty
    std::string what; // names records and check, says what is so
};
// "warning: record 17 (…): the secondary has no check [failover-secondary-unchecked]" and two lines more.
[[nodiscard]] std::string toText(const LintFinding& finding);

// In the order of the file: findings about records first, then those about checks. `checks` are those of the
// checks' file; nullptr: there is none, and nothing is said about them. The zone need not be valid.
[[nodiscard]] std::vector<LintFinding> lintZone(
    const ZoneFile& zone, const std::vector<CheckDefinition>* checks);

} // namespace sb
