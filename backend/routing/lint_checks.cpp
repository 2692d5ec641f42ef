// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about health checks: their own fields, and how records use them.
#include "backend/routing/dns_name.h"
#include "backend/routing/lint_context.h"

#include <algorithm>

namespace sb {
namespace {

using Members = LintContext::Members;

// Names whose answers go through the group: its own, and those of the aliases that lead to it.
std::set<std::string> namesThrough(const LintContext& context, const LintKey& start)
{
    std::set<std::string> names;
    std::set<LintKey> seen { start };
    std::vector<LintKey> open { start };
    while (!open.empty()) {
        const LintKey key = open.back();
        open.pop_back();
        names.insert(key.first);
        for (const std::size_t alias : context.aliasesTo(key)) {
            const LintKey above { context.record(alias).name, context.record(alias).type };
            if (seen.insert(above).second)
                open.push_back(above);
        }
    }
    return names;
}

void lintUse(LintContext& context, std::size_t position)
{
    const ZoneRecord& record = context.record(position);
    const CheckDefinition* check = context.findCheck(record.healthCheck);
    if (check == nullptr) {
        context.add("unknown-check", { position },
            "there is no health check '" + record.healthCheck + "' in the checks' file", record.healthCheck);
        return;
    }
    if (!hasEndpoint(check->type) || !check->endpoint.ip.empty())
        return;
    const auto probed = domainName(check->endpoint.fqdn);
    if (probed && namesThrough(context, { record.name, record.type }).count(*probed) != 0)
        context.add("check-probes-own-name", { position },
            "its health check probes " + *probed + ", the very name that is routed", check->id);
}

void lintCalculated(LintContext& context, const CheckDefinition& check)
{
    const std::string count = std::to_string(check.children.size());
    const std::string rule = std::to_string(check.healthThreshold) + " of " + count + " children";
    if (check.healthThreshold == 0)
        context.add("check-always-healthy", {}, rule + " must be healthy: always so", check.id);
    else if (static_cast<std::size_t>(check.healthThreshold) > check.children.size())
        context.add("check-always-unhealthy", {}, rule + " must be healthy: never so", check.id);
    if (check.children.size() > kChildChecksQuota)
        context.add("calculated-too-many", {}, count + " children", check.id);
    for (const std::string& child : check.children) {
        const CheckDefinition* found = context.findCheck(child);
        if (found == nullptr)
            context.add("calculated-child-missing", {}, "there is no health check '" + child + "'", check.id);
        else if (found->type == CheckType::Calculated)
            context.add(
                "calculated-of-calculated", {}, "child '" + child + "' is calculated itself", check.id);
    }
}

// 10/8, 172.16/12, 192.168/16 (RFC 1918), 127/8, 169.254/16 (RFC 3927), ::1, fc00::/7, fe80::/10.
bool isUnreachable(const std::string& address)
{
    for (const char* prefix : { "10.", "127.", "192.168.", "169.254." }) {
        if (address.rfind(prefix, 0) == 0)
            return true;
    }
    if (address.rfind("172.", 0) == 0) {
        const int second = std::atoi(address.c_str() + 4);
        return second >= 16 && second <= 31;
    }
    if (address.find(':') == std::string::npos)
        return false;
    const auto lower = [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c; };
    const char first = lower(address[0]), second = address.size() > 1 ? lower(address[1]) : '0';
    const char third = address.size() > 2 ? lower(address[2]) : '0';
    return address == "::1" || (first == 'f' && (second == 'c' || second == 'd'))
        || (first == 'f' && second == 'e' && third >= '8' && third <= 'b');
}

void lintEndpoint(LintContext& context, const CheckDefinition& check)
{
    if (check.threshold == 1)
        context.add("threshold-one", {}, "a failure threshold of 1", check.id);
    if (!check.checkerRegions.empty() && check.checkerRegions.size() < kCheckerHomesMin)
        context.add("few-checker-regions", {},
            "checked from " + std::to_string(check.checkerRegions.size()) + " regions", check.id);
    if (isUnreachable(check.endpoint.ip))
        context.add("endpoint-unreachable", {}, "probes " + check.endpoint.ip, check.id);
    if (hasTls(check.type) && !check.endpoint.sendsServerName && !check.endpoint.fqdn.empty())
        context.add("sni-off", {}, "HTTPS without the server's name", check.id);
    const int port = portOf(check);
    if ((hasTls(check.type) && port == 80)
        || (!hasTls(check.type) && check.type != CheckType::Tcp && port == 443))
        context.add("port-of-other-protocol", {},
            std::string(toString(check.type)) + " on port " + std::to_string(port), check.id);
}

// What the rules above do not say by themselves.
void lintFields(LintContext& context, const CheckDefinition& check)
{
    for (const CheckFinding& finding : findingsOf(check)) {
        const bool isSaidAlready
            = finding.isWarning || finding.field == "checkerRegions" || finding.field == "healthThreshold";
        if (!isSaidAlready)
            context.add("check-invalid", {}, finding.what, check.id);
    }
}

void lintCheck(LintContext& context, const CheckDefinition& check, bool isUsed)
{
    if (check.type == CheckType::Calculated)
        lintCalculated(context, check);
    if (hasEndpoint(check.type))
        lintEndpoint(context, check);
    if (check.type == CheckType::CloudWatchMetric && check.insufficientData == InsufficientData::Healthy)
        context.add("insufficient-data-healthy", {}, "without data the alarm counts as healthy", check.id);
    if (check.isInverted)
        context.add("check-inverted", {}, "the check is inverted", check.id);
    if (check.isDisabled)
        context.add("check-disabled", {}, "the check is disabled", check.id);
    if (!isUsed)
        context.add("check-unused", {}, "nothing uses the check", check.id);
    lintFields(context, check);
}

} // namespace

void lintChecks(LintContext& context)
{
    if (context.checks() == nullptr)
        return;
    std::set<std::string> used;
    for (std::size_t i = 0; i < context.zone().records.size(); ++i) {
        if (context.record(i).healthCheck.empty())
            continue;
        used.insert(context.record(i).healthCheck);
        lintUse(context, i);
    }
    for (const CheckDefinition& check : *context.checks())
        used.insert(check.children.begin(), check.children.end());
    for (const CheckDefinition& check : *context.checks())
        lintCheck(context, check, used.count(check.id) != 0);
    if (context.checks()->size() > kChecksQuota)
        context.add(
            "checks-above-quota", {}, std::to_string(context.checks()->size()) + " health checks in all");
}

} // namespace sb
