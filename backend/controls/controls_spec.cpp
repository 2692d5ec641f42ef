// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/controls/controls_spec.h"

#include "backend/base/text.h"

#include <algorithm>

namespace sb {
namespace {

std::string namesOf(const ControlsSpec& spec, const std::vector<std::size_t>& controls)
{
    std::vector<std::string> names;
    for (const std::size_t control : controls)
        names.push_back(spec.controls[control].name);
    return joined(names, ", ");
}

std::string amountText(const SafetyRule& rule)
{
    switch (rule.type) {
    case RuleType::AtLeast:
        return "at least " + std::to_string(rule.count);
    case RuleType::And:
        return "all";
    case RuleType::Or:
        return "at least 1";
    case RuleType::Exactly:
        return "exactly " + std::to_string(rule.count);
    }
    return "unknown";
}

template<typename Entry>
std::optional<std::size_t> indexOf(const std::vector<Entry>& entries, std::string_view name)
{
    const auto found = std::find_if(
        entries.begin(), entries.end(), [&](const Entry& entry) { return entry.name == name; });
    if (found == entries.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - entries.begin());
}

template<typename Entry> std::vector<std::string> allNames(const std::vector<Entry>& entries)
{
    std::vector<std::string> names;
    for (const Entry& entry : entries)
        names.push_back(entry.name);
    return names;
}

} // namespace

std::string_view toString(RuleType type)
{
    switch (type) {
    case RuleType::AtLeast:
        return "at-least";
    case RuleType::And:
        return "and";
    case RuleType::Or:
        return "or";
    case RuleType::Exactly:
        return "exactly";
    }
    return "unknown";
}

std::optional<std::size_t> ControlsSpec::findControl(std::string_view name) const
{
    return indexOf(controls, name);
}

std::optional<std::size_t> ControlsSpec::findRule(std::string_view name) const
{
    return indexOf(rules, name);
}

std::vector<std::string> ControlsSpec::controlNames() const
{
    return allNames(controls);
}

std::vector<std::string> ControlsSpec::ruleNames() const
{
    return allNames(rules);
}

ControlsSpec defaultControls(const std::vector<std::string>& regionCodes)
{
    ControlsSpec spec;
    spec.panels = { "regions" };
    SafetyRule rule;
    rule.name = "at-least-one";
    for (const std::string& code : regionCodes) {
        rule.guarded.push_back(spec.controls.size());
        spec.controls.push_back({ code, 0, code, true });
    }
    spec.rules.push_back(std::move(rule));
    return spec;
}

std::string describe(const ControlsSpec& spec, const SafetyRule& rule)
{
    const std::string amount = (rule.isInverted ? "not " : "") + amountText(rule) + " of "
        + namesOf(spec, rule.isGating() ? rule.gates : rule.guarded);
    if (!rule.isGating())
        return amount;
    return namesOf(spec, rule.guarded) + (rule.guarded.size() == 1 ? " changes" : " change") + " only if "
        + amount + (rule.gates.size() == 1 ? " is on" : " are on");
}

} // namespace sb
