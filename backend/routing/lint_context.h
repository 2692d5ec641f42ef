// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules of lint.h look at, made once for a zone; nobody else includes it.
#pragma once

#include "backend/routing/lint.h"

#include <map>
#include <set>
#include <utility>

namespace sb {

using LintKey = std::pair<std::string, RecordType>; // name and type of a group

class LintContext {
public:
    using Members = std::vector<std::size_t>; // positions in the zone, in file order

    // Both must outlive this.
    LintContext(const ZoneFile& zone, const std::vector<CheckDefinition>* checks);

    [[nodiscard]] const ZoneRecord& record(std::size_t position) const { return m_zone.records[position]; }
    [[nodiscard]] const ZoneFile& zone() const { return m_zone; }
    [[nodiscard]] const std::vector<CheckDefinition>* checks() const { return m_checks; }
    [[nodiscard]] const std::map<LintKey, Members>& groups() const { return m_groups; }
    [[nodiscard]] const Members& groupOf(std::size_t position) const;
    // The group inside the zone that an alias leads to; nullptr: it leads outside, or the record is no alias.
    [[nodiscard]] const LintKey* targetOf(std::size_t position) const;
    // Aliases that lead to the group.
    [[nodiscard]] const Members& aliasesTo(const LintKey& key) const;
    // Those of them that go by its health alone and have siblings to turn to.
    [[nodiscard]] Members judgesOf(const LintKey& key) const;
    // In another hosted zone, as far as the ids tell.
    [[nodiscard]] bool isElsewhere(const AliasTarget& target) const;
    // Of the zone, from its SOA record; empty: not known.
    [[nodiscard]] const std::string& apex() const { return m_apex; }
    [[nodiscard]] const CheckDefinition* findCheck(const std::string& id) const;

    // An own check, or the target's health: the record can be found unhealthy.
    [[nodiscard]] bool isJudged(std::size_t position) const;

    void add(std::string_view rule, Members records, std::string_view what, std::string_view check = {});
    [[nodiscard]] std::vector<LintFinding> takeFindings() { return std::move(m_findings); }
    // "record 1 (…), record 2 (…) and 3 more".
    [[nodiscard]] std::string labels(const Members& records) const;

private:
    const ZoneFile& m_zone;
    const std::vector<CheckDefinition>* m_checks;
    std::map<LintKey, Members> m_groups;
    std::map<LintKey, Members> m_aliasesTo;
    std::map<std::string, const CheckDefinition*> m_checkOf;
    std::string m_apex;
    std::vector<LintFinding> m_findings;
};

void lintGroups(LintContext& context); // lint_groups.cpp
void lintPlaces(LintContext& context); // lint_places.cpp: geolocation, latency, CIDR blocks
void lintAliases(LintContext& context); // lint_aliases.cpp
void lintChecks(LintContext& context); // lint_checks.cpp

} // namespace sb
