// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about records of one name and type: policies, health, times to live.
#include "backend/routing/lint_context.h"

#include <algorithm>

namespace sb {
namespace {

using Members = LintContext::Members;

constexpr Duration kTtlWithCheckMax = 60s;
constexpr int kDetectionsPerTtl = 4; // a TTL of so many detection times makes the fast check pointless
constexpr std::size_t kMultivalueAnswer = 8;

template<typename Policy> bool isAll(const LintContext& context, const Members& group)
{
    return std::all_of(group.begin(), group.end(),
        [&](std::size_t i) { return std::holds_alternative<Policy>(context.record(i).policy); });
}

Members unjudgedOf(const LintContext& context, const Members& group)
{
    Members unjudged;
    std::copy_if(group.begin(), group.end(), std::back_inserter(unjudged),
        [&](std::size_t i) { return !context.isJudged(i); });
    return unjudged;
}

void lintFailover(LintContext& context, const Members& group)
{
    bool hasRole[2] { false, false };
    for (const std::size_t i : group) {
        const ZoneRecord& record = context.record(i);
        const bool isPrimary = std::get<FailoverPolicy>(record.policy).isPrimary;
        hasRole[isPrimary ? 0 : 1] = true;
        if (record.alias && !record.alias->evaluatesTargetHealth)
            context.add("failover-alias-not-evaluated", { i },
                "a failover alias does not evaluate the health of its target");
        else if (isPrimary && !context.isJudged(i))
            context.add("failover-primary-unchecked", { i }, "the primary has no health check");
        if (!isPrimary && !context.isJudged(i))
            context.add("failover-secondary-unchecked", { i }, "the secondary has no health check");
    }
    if (!hasRole[0] || !hasRole[1])
        context.add("failover-alone", group, hasRole[0] ? "there is no secondary" : "there is no primary");
}

void lintWeights(LintContext& context, const Members& group)
{
    Members zeroes;
    for (const std::size_t i : group) {
        if (std::get<WeightedPolicy>(context.record(i).policy).weight == 0)
            zeroes.push_back(i);
    }
    if (zeroes.empty())
        return;
    const bool isJudged = unjudgedOf(context, group).size() < group.size();
    if (zeroes.size() == group.size())
        context.add("weights-all-zero", group, "every weight is 0");
    else if (isJudged)
        context.add("weight-zero-standby", zeroes, "weight 0 beside siblings with health checks");
    else
        context.add("weight-zero-unused", zeroes, "weight 0 beside siblings with weights");
}

void lintMultivalue(LintContext& context, const Members& group)
{
    const Members unjudged = unjudgedOf(context, group);
    if (!unjudged.empty() && group.size() > 1)
        context.add("multivalue-unchecked", unjudged, "no health check");
    if (group.size() > kMultivalueAnswer)
        context.add("multivalue-above-8", group,
            std::to_string(group.size()) + " values, more than one answer holds");
}

// Of the policies that have no rule of their own for records without a check.
void lintUnchecked(LintContext& context, const LintKey& key, const Members& group)
{
    const Members unjudged = unjudgedOf(context, group);
    if (unjudged.empty())
        return;
    const Members judges = context.judgesOf(key);
    if (!judges.empty()) {
        context.add("leaf-unchecked", unjudged,
            "no health check, although " + context.labels(judges) + " evaluates its health");
        return;
    }
    const ZoneRecord& first = context.record(group.front());
    const bool hasOwnRule = std::holds_alternative<FailoverPolicy>(first.policy)
        || std::holds_alternative<MultivaluePolicy>(first.policy)
        || std::holds_alternative<SimplePolicy>(first.policy);
    if (hasOwnRule || group.size() < 2)
        return;
    if (unjudged.size() == group.size())
        context.add("group-unchecked", group, "none of the records has a health check");
    else
        context.add("sibling-unchecked", unjudged, "no health check, although siblings have one");
}

void lintShared(LintContext& context, const Members& group)
{
    std::map<std::string, Members> users;
    for (const std::size_t i : group) {
        if (!context.record(i).healthCheck.empty())
            users[context.record(i).healthCheck].push_back(i);
    }
    for (const auto& [id, records] : users) {
        if (records.size() > 1)
            context.add("shared-check", records, "siblings have the same health check '" + id + "'", id);
    }
}

void lintTimes(LintContext& context, const Members& group)
{
    bool differs = false;
    const ZoneRecord* before = nullptr;
    for (const std::size_t i : group) {
        const ZoneRecord& record = context.record(i);
        if (record.alias)
            continue;
        differs = differs || (before != nullptr && before->ttl != record.ttl);
        before = &record;
        if (record.healthCheck.empty())
            continue;
        const std::string ttl = std::to_string(record.ttl / 1s) + " s";
        if (record.ttl > kTtlWithCheckMax)
            context.add("ttl-above-60", { i }, "a TTL of " + ttl + " beside a health check");
        const CheckDefinition* check = context.findCheck(record.healthCheck);
        if (check == nullptr || !hasEndpoint(check->type) || check->interval > 10s || group.size() < 2)
            continue;
        const Duration detection = check->interval * check->threshold;
        if (record.ttl >= detection * kDetectionsPerTtl)
            context.add("ttl-outlasts-detection", { i },
                "a TTL of " + ttl + " behind a check that detects in about " + std::to_string(detection / 1s)
                    + " s",
                check->id);
    }
    if (differs)
        context.add("different-ttls", group, "the TTLs of the group differ");
}

void lintAlone(LintContext& context, const LintKey& key, const Members& group)
{
    const bool isSimple = isAll<SimplePolicy>(context, group);
    if ((group.size() > 1 && !isSimple) || context.record(group.front()).healthCheck.empty())
        return;
    const Members& above = context.aliasesTo(key);
    const bool isEvaluated = std::any_of(above.begin(), above.end(),
        [&](std::size_t i) { return context.record(i).alias->evaluatesTargetHealth; });
    if (!isEvaluated)
        context.add("check-never-consulted", { group.front() }, "a health check on a record without siblings",
            context.record(group.front()).healthCheck);
}

} // namespace

void lintGroups(LintContext& context)
{
    for (const auto& [key, group] : context.groups()) {
        if (isAll<FailoverPolicy>(context, group))
            lintFailover(context, group);
        if (isAll<WeightedPolicy>(context, group))
            lintWeights(context, group);
        if (isAll<MultivaluePolicy>(context, group))
            lintMultivalue(context, group);
        lintUnchecked(context, key, group);
        lintShared(context, group);
        lintTimes(context, group);
        lintAlone(context, key, group);
        if (key.second == RecordType::CNAME && key.first == context.apex())
            context.add("cname-at-apex", group, "a CNAME at the zone's own name");
    }
}

} // namespace sb
