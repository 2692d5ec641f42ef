// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routing/lint.h"

#include "backend/base/text.h"
#include "backend/routing/lint_context.h"
#include "backend/routing/route53_import.h"

#include <algorithm>
#include <iterator>

namespace sb {
namespace {

constexpr std::size_t kLabelsShown = 4;
constexpr LintSeverity kNote = LintSeverity::Note;
constexpr LintSeverity kWarning = LintSeverity::Warning;
constexpr LintSeverity kError = LintSeverity::Error;

constexpr LintRule kRules[] {
    // Groups.
    { "failover-primary-unchecked", kError,
        "the primary always counts as healthy, so nothing ever fails over",
        "attach a health check to the primary, or evaluate the health of its target" },
    { "failover-secondary-unchecked", kWarning,
        "when the primary is down the secondary is answered, even if it is dead as well",
        "attach a health check to the secondary, if a dead one should not be answered" },
    { "failover-alone", kWarning, "there is nothing to fail over to or from",
        "add the record of the missing role" },
    { "failover-alias-not-evaluated", kError,
        "the cloud requires it; the target's health does not count, and failing over waits for an own check",
        "set EvaluateTargetHealth" },
    { "leaf-unchecked", kWarning, "the branch always looks healthy: an alias above never backs out of it",
        "attach a health check to every record of the branch" },
    { "group-unchecked", kWarning, "a dead endpoint keeps its share of the answers",
        "attach a health check to each record" },
    { "sibling-unchecked", kWarning,
        "it always counts as healthy, and takes all answers when its siblings are unhealthy",
        "attach a health check to it as well" },
    { "shared-check", kWarning, "they fail together: none is left to turn to, and all are answered again",
        "give each record a check of its own endpoint" },
    { "check-never-consulted", kNote, "a record without siblings is answered whatever its health",
        "add siblings to turn to, or leave the check out" },
    { "ttl-above-60", kWarning, "resolvers keep answering a dead endpoint for that long",
        "use a TTL of 60 s or less where a health check is attached" },
    { "different-ttls", kWarning,
        "records with a longer TTL are held longer and get more than their share; writing one record sets "
        "all",
        "give the records of a group one TTL" },
    { "ttl-outlasts-detection", kNote, "the wait is the resolvers' caches, not the fast health check",
        "shorten the TTL, or save the cost of the 10 s interval" },
    { "weights-all-zero", kNote, "all are answered alike, as if the weights were equal",
        "write equal weights if that is meant" },
    { "weight-zero-standby", kNote,
        "it is answered once every record with a weight is unhealthy, and then takes all the load alone",
        "use a failover record if it is meant as a standby" },
    { "weight-zero-unused", kNote, "without health checks it is never answered",
        "attach checks to use it as a standby, or delete it" },
    { "multivalue-unchecked", kWarning, "a value without a check always counts as healthy",
        "attach a health check to each value" },
    { "multivalue-above-8", kNote, "each answer holds eight of them, drawn at random",
        "expect every value in a part of the answers only" },
    { "cname-at-apex", kError, "a CNAME cannot stand beside the zone's SOA and NS records",
        "use an alias record at the zone's own name" },
    // Places.
    { "geolocation-without-default", kError,
        "who is in none of the places, or cannot be placed at all, gets no answer",
        "add a record with CountryCode '*'" },
    { "latency-china", kNote, "it always serves queries from China, whatever the latency",
        "nothing, if meant" },
    { "region-unmeasured", kNote, "this program has no round trips to it: it counts as the farthest",
        "expect other answers than the cloud's for that record" },
    { "cidr-collection-missing", kError, "no client is in any of its locations; only the default answers",
        "give the collection's blocks along with the zone" },
    { "cidr-location-missing", kError, "the record is never answered",
        "add the location to the collection, or correct its name" },
    { "cidr-without-default", kError, "clients outside of all blocks get no answer",
        "add a record for location '*'" },
    { "cidr-block-too-long", kError, "the cloud takes IPv4 blocks up to /24 and IPv6 blocks up to /48",
        "shorten the block" },
    // Aliases.
    { "alias-not-evaluated", kWarning,
        "the branch is entered and one of its records answered, even if all of them are dead",
        "set EvaluateTargetHealth" },
    { "evaluate-not-allowed", kError, "a CloudFront distribution has no health to evaluate",
        "clear EvaluateTargetHealth and attach a health check" },
    { "evaluate-no-benefit", kNote, "a bucket or an API gateway always looks healthy to it",
        "attach a health check of the endpoint to the alias" },
    { "alias-target-missing", kError, "there is nothing to answer",
        "add the target's record, or correct its name" },
    { "alias-cycle", kError, "no answer can be reached", "let one of the aliases lead elsewhere" },
    // Health checks.
    { "unknown-check", kError, "the record's health is not known",
        "correct the id, or export the checks again" },
    { "check-probes-own-name", kWarning,
        "the probe follows the answers it decides about: what it says depends on where it was sent",
        "let the check probe the endpoint's own name or address" },
    { "check-always-healthy", kError, "nothing it guards ever fails over", "require one child at least" },
    { "check-always-unhealthy", kError, "what it guards is answered as a last resort only",
        "require no more children than there are" },
    { "calculated-of-calculated", kError, "the cloud refuses it",
        "name the children's own children instead" },
    { "calculated-child-missing", kError, "its status is not known",
        "correct the id, or export the checks again" },
    { "calculated-too-many", kWarning, "the quota is 255 children, though the model takes 256",
        "split the children" },
    { "check-inverted", kNote, "it says healthy while its endpoint fails, and begins as unhealthy",
        "make sure that this is meant" },
    { "check-disabled", kWarning, "it is frozen as healthy (inverted: as unhealthy) and guards nothing",
        "enable it again once the maintenance is over" },
    { "check-unused", kNote, "no record and no calculated check depends on it", "attach it, or delete it" },
    { "threshold-one", kWarning, "a single lost packet makes a checker call the endpoint unhealthy",
        "use a threshold of 3, the default, in production" },
    { "few-checker-regions", kError, "the cloud requires three regions at least", "name three or none" },
    { "endpoint-unreachable", kError, "checkers are outside: they cannot reach a private address",
        "check a public address, or follow an alarm inside instead" },
    { "sni-off", kNote, "a server of several names may answer with another one's certificate, or not at all",
        "set EnableSNI" },
    { "port-of-other-protocol", kNote, "the endpoint may speak the other protocol on that port",
        "check type and port" },
    { "insufficient-data-healthy", kNote, "an alarm that has lost its data counts as healthy",
        "use LastKnownStatus or Unhealthy if silence is a sign" },
    { "checks-above-quota", kNote, "an account has 200 health checks unless it has asked for more",
        "ask for a higher quota" },
    { "check-invalid", kError, "the cloud refuses the check", "correct the field" },
};

const LintRule& ruleOf(std::string_view id)
{
    const auto found = std::find_if(
        std::begin(kRules), std::end(kRules), [id](const LintRule& rule) { return rule.id == id; });
    SB_ASSERT(found != std::end(kRules));
    return *found;
}

} // namespace

std::string_view toString(LintSeverity severity)
{
    switch (severity) {
    case LintSeverity::Note:
        return "note";
    case LintSeverity::Warning:
        return "warning";
    case LintSeverity::Error:
        return "error";
    }
    return "unknown";
}

std::span<const LintRule> lintRules()
{
    return kRules;
}

std::string toText(const LintFinding& finding)
{
    const LintRule& rule = *finding.rule;
    return std::string(toString(rule.severity)) + ": " + finding.what + " [" + std::string(rule.id)
        + "]\n  so   " + std::string(rule.consequence) + "\n  mend " + std::string(rule.mend) + '\n';
}

LintContext::LintContext(const ZoneFile& zone, const std::vector<CheckDefinition>* checks)
    : m_zone(zone)
    , m_checks(checks)
{
    for (std::size_t i = 0; i < zone.records.size(); ++i) {
        const ZoneRecord& entry = zone.records[i];
        m_groups[{ entry.name, entry.type }].push_back(i);
        if (entry.alias && !isElsewhere(*entry.alias))
            m_aliasesTo[{ entry.alias->name, entry.type }].push_back(i);
        if (entry.type == RecordType::SOA)
            m_apex = entry.name;
    }
    if (checks != nullptr) {
        for (const CheckDefinition& check : *checks)
            m_checkOf.emplace(check.id, &check);
    }
}

bool LintContext::isElsewhere(const AliasTarget& target) const
{
    return !m_zone.id.empty() && !target.zoneId.empty() && target.zoneId != m_zone.id;
}

const LintContext::Members& LintContext::groupOf(std::size_t position) const
{
    return m_groups.at({ record(position).name, record(position).type });
}

const LintKey* LintContext::targetOf(std::size_t position) const
{
    const ZoneRecord& alias = record(position);
    if (!alias.alias || isElsewhere(*alias.alias))
        return nullptr;
    const auto found = m_groups.find({ alias.alias->name, alias.type });
    return found == m_groups.end() ? nullptr : &found->first;
}

const LintContext::Members& LintContext::aliasesTo(const LintKey& key) const
{
    static const Members kNone;
    const auto found = m_aliasesTo.find(key);
    return found == m_aliasesTo.end() ? kNone : found->second;
}

LintContext::Members LintContext::judgesOf(const LintKey& key) const
{
    Members judges;
    for (const std::size_t alias : aliasesTo(key)) {
        const bool hasSiblings = groupOf(alias).size() > 1;
        if (hasSiblings && record(alias).alias->evaluatesTargetHealth && record(alias).healthCheck.empty())
            judges.push_back(alias);
    }
    return judges;
}

const CheckDefinition* LintContext::findCheck(const std::string& id) const
{
    const auto found = m_checkOf.find(id);
    return found == m_checkOf.end() ? nullptr : found->second;
}

bool LintContext::isJudged(std::size_t position) const
{
    const ZoneRecord& entry = record(position);
    return !entry.healthCheck.empty() || (entry.alias && entry.alias->evaluatesTargetHealth);
}

void LintContext::add(std::string_view rule, Members records, std::string_view what, std::string_view check)
{
    std::string text = labels(records);
    if (!check.empty() && records.empty())
        text = "check " + shown(check);
    text += text.empty() ? "" : ": ";
    m_findings.push_back({ &ruleOf(rule), std::move(records), std::string(check), text + std::string(what) });
}

std::string LintContext::labels(const Members& records) const
{
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < std::min(records.size(), kLabelsShown); ++i)
        parts.push_back(recordLabel(record(records[i])));
    std::string text = joined(parts, ", ");
    if (records.size() > kLabelsShown)
        text += " and " + std::to_string(records.size() - kLabelsShown) + " more";
    return text;
}

std::vector<LintFinding> lintZone(const ZoneFile& zone, const std::vector<CheckDefinition>* checks)
{
    LintContext context(zone, checks);
    lintGroups(context);
    lintPlaces(context);
    lintAliases(context);
    lintChecks(context);
    std::vector<LintFinding> findings = context.takeFindings();
    const auto firstOf = [](const LintFinding& finding) {
        return finding.records.empty() ? std::size_t(-1) : finding.records.front();
    };
    std::stable_sort(findings.begin(), findings.end(),
        [&](const LintFinding& a, const LintFinding& b) { return firstOf(a) < firstOf(b); });
    return findings;
}

} // namespace sb
