// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routing/weights.h"

#include "backend/base/text.h"

#include <algorithm>
#include <set>

namespace sb {
namespace {

bool isWeighted(const CompiledZone::Group& group)
{
    return group.policy == PolicyKind::Weighted;
}

// Names with several weighted records, each once.
std::vector<std::string> weightedNames(const CompiledZone& zone)
{
    std::vector<std::string> names;
    for (const CompiledZone::Group& group : zone.groups())
        if (isWeighted(group) && group.count > 1 && (names.empty() || names.back() != group.name))
            names.push_back(group.name);
    return names;
}

Result<> checkName(const CompiledZone& zone, const std::string& name)
{
    const auto isIt
        = [&](const CompiledZone::Group& group) { return isWeighted(group) && group.name == name; };
    if (std::any_of(zone.groups().begin(), zone.groups().end(), isIt))
        return {};
    return fail(Errc::UnknownName,
        name + " has no weighted records; there are some of " + joined(weightedNames(zone), ", "));
}

std::string setsOf(const CompiledZone& zone, const std::string& name)
{
    std::set<std::string> sets;
    for (const CompiledZone::Group& group : zone.groups())
        for (RecordIndex i = group.first; group.name == name && i < group.first + group.count; ++i)
            sets.insert(zone.source(i).setIdentifier);
    return joined({ sets.begin(), sets.end() }, ", ");
}

std::string recordText(const ZoneRecord& record)
{
    return record.name + " " + std::string(toString(record.type)) + " " + record.setIdentifier;
}

bool isAllZero(const ZoneFile& file, const CompiledZone::Group& group)
{
    for (RecordIndex i = group.first; i < group.first + group.count; ++i)
        if (std::get<WeightedPolicy>(file.records[i].policy).weight > 0)
            return false;
    return true;
}

} // namespace

Result<WeightEdit> withWeights(const RunZone& zone, const std::vector<WeightChange>& changes)
{
    const CompiledZone& before = *zone.zone;
    if (weightedNames(before).empty())
        return fail(Errc::Refused,
            "no name of this run's zone has several weighted records; give the run policy = \"weighted\", or "
            "a zone of your own with weighted records");
    ZoneFile file = before.file();
    WeightEdit edit;
    std::set<GroupIndex> touched;
    for (const WeightChange& change : changes) {
        const std::string name = absoluteName(change.name.empty() ? zone.name : change.name);
        if (const auto known = checkName(before, name); !known)
            return tl::make_unexpected(known.error());
        bool isFound = false;
        for (RecordIndex i = 0; i < file.records.size(); ++i) {
            ZoneRecord& record = file.records[i];
            auto* policy = std::get_if<WeightedPolicy>(&record.policy);
            if (policy == nullptr || record.name != name || record.setIdentifier != change.setIdentifier)
                continue;
            isFound = true;
            if (policy->weight == change.weight)
                continue;
            edit.what += (edit.what.empty() ? "" : ", ") + recordText(record) + " "
                + std::to_string(policy->weight) + " to " + std::to_string(change.weight);
            policy->weight = change.weight;
            touched.insert(before.records()[i].group);
        }
        if (!isFound)
            return fail(Errc::UnknownName,
                name + " has no weighted record with the set '" + change.setIdentifier + "'; it has "
                    + setsOf(before, name));
    }
    if (touched.empty())
        return fail(Errc::Refused, "these are the weights already; nothing would change");
    for (const GroupIndex group : touched)
        edit.hasAllZero = edit.hasAllZero || isAllZero(file, before.groups()[group]);
    auto compiled = CompiledZone::compile(std::move(file));
    if (!compiled)
        return tl::make_unexpected(compiled.error());
    edit.zone = zone; // weights move no record: every index stays what it was
    edit.zone.zone = *compiled;
    return edit;
}

} // namespace sb
