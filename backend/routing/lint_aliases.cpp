// SPDX-License-Identifier: GPL-3.0-or-later
// Rules about aliases and what they lead to.
#include "backend/base/text.h"
#include "backend/routing/dns_name.h"
#include "backend/routing/lint_context.h"

#include <algorithm>

namespace sb {
namespace {

using Members = LintContext::Members;

// Hosted zone of every CloudFront distribution (Amazon Route 53 API reference, AliasTarget).
constexpr std::string_view kCloudFrontZone = "Z2FDTNDATAQYW2";

bool isCloudFront(const AliasTarget& target)
{
    return target.zoneId == kCloudFrontZone || isWithin(target.name, "cloudfront.net.");
}

// A website bucket or an API gateway, by the names that the cloud gives them.
bool isBucketOrGateway(const AliasTarget& target)
{
    return isWithin(target.name, "amazonaws.com.")
        && (target.name.rfind("s3-website", 0) == 0 || target.name.find(".s3-website") != std::string::npos
            || target.name.find(".execute-api.") != std::string::npos);
}

void lintTarget(LintContext& context, std::size_t position)
{
    const ZoneRecord& record = context.record(position);
    const AliasTarget& target = *record.alias;
    const bool isFailover = std::holds_alternative<FailoverPolicy>(record.policy);
    if (target.evaluatesTargetHealth && isCloudFront(target))
        context.add("evaluate-not-allowed", { position }, "evaluates the health of " + target.name);
    else if (target.evaluatesTargetHealth && isBucketOrGateway(target))
        context.add("evaluate-no-benefit", { position }, "evaluates the health of " + target.name);
    if (!target.evaluatesTargetHealth && !isFailover && !isCloudFront(target) && !isBucketOrGateway(target)
        && context.groupOf(position).size() > 1)
        context.add("alias-not-evaluated", { position },
            "an alias with siblings does not evaluate the health of its target");
}

// Is a part of the zone with this name in it handed to other name servers?
bool isDelegated(const LintContext& context, const std::string& name)
{
    const auto isAbove = [&](const ZoneRecord& record) {
        return record.type == RecordType::NS && record.name != context.apex() && isWithin(name, record.name);
    };
    const auto& records = context.zone().records;
    return std::any_of(records.begin(), records.end(), isAbove);
}

void lintMissing(LintContext& context, std::size_t position)
{
    const std::string& name = context.record(position).alias->name;
    if (context.targetOf(position) != nullptr || context.isElsewhere(*context.record(position).alias)
        || context.apex().empty() || !isWithin(name, context.apex()) || isDelegated(context, name))
        return;
    std::vector<std::string> types;
    for (const auto& [key, group] : context.groups()) {
        if (key.first == name)
            types.emplace_back(toString(key.second));
    }
    const std::string type(toString(context.record(position).type));
    context.add("alias-target-missing", { position },
        types.empty() ? "the zone has no record " + name
                      : "the zone has no " + type + " record " + name + ", only " + joined(types, ", "));
}

// Depth first over the groups; a group that is met while it is still open closes a circle.
class CycleSearch {
public:
    explicit CycleSearch(LintContext& context)
        : m_context(context)
    {
    }

    void run()
    {
        for (const auto& [key, group] : m_context.groups())
            visit(key);
    }

private:
    struct Open {
        const LintKey* key;
        std::size_t next = 0; // member of its group to follow
        std::size_t via = 0; // alias by which it was left
    };

    // Without recursion: a chain of aliases may be as long as the zone.
    void visit(const LintKey& start)
    {
        if (!m_seen.insert(start).second)
            return;
        std::vector<Open> path { { &start } };
        m_open.insert(start);
        while (!path.empty()) {
            Open& top = path.back();
            const Members& group = m_context.groups().at(*top.key);
            if (top.next == group.size()) {
                m_open.erase(*top.key);
                path.pop_back();
                continue;
            }
            top.via = group[top.next++];
            const LintKey* target = m_context.targetOf(top.via);
            if (target == nullptr)
                continue;
            if (m_open.count(*target) != 0)
                report(path, *target);
            else if (m_seen.insert(*target).second) {
                m_open.insert(*target);
                path.push_back({ target });
            }
        }
    }

    void report(const std::vector<Open>& path, const LintKey& target)
    {
        Members circle;
        const auto begin
            = std::find_if(path.begin(), path.end(), [&](const Open& open) { return *open.key == target; });
        for (auto open = begin; open != path.end(); ++open)
            circle.push_back(open->via);
        m_context.add("alias-cycle", circle, "the aliases lead back to " + target.first);
    }

    LintContext& m_context;
    std::set<LintKey> m_seen, m_open;
};

} // namespace

void lintAliases(LintContext& context)
{
    for (std::size_t i = 0; i < context.zone().records.size(); ++i) {
        if (!context.record(i).alias)
            continue;
        lintTarget(context, i);
        lintMissing(context, i);
    }
    CycleSearch(context).run();
}

} // namespace sb
