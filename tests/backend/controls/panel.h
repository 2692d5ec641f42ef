// SPDX-License-Identifier: GPL-3.0-or-later
// Small panels of routing controls for tests.
#pragma once

#include "backend/controls/safety_rules.h"

#include <string>
#include <vector>

namespace sb::test {

// Controls of one panel that stand for regions of the same names.
inline ControlsSpec panelOf(const std::vector<std::string>& names, std::vector<SafetyRule> rules)
{
    ControlsSpec spec = defaultControls(names);
    spec.rules = std::move(rules);
    return spec;
}

inline SafetyRule assertion(
    std::string name, RuleType type, int count, std::vector<std::size_t> asserted, bool isInverted = false)
{
    SafetyRule rule;
    rule.name = std::move(name);
    rule.type = type;
    rule.count = count;
    rule.isInverted = isInverted;
    rule.guarded = std::move(asserted);
    return rule;
}

inline SafetyRule gating(std::string name, RuleType type, int count, std::vector<std::size_t> gates,
    std::vector<std::size_t> targets, bool isInverted = false)
{
    SafetyRule rule = assertion(std::move(name), type, count, std::move(targets), isInverted);
    rule.gates = std::move(gates);
    return rule;
}

inline ControlStates statesOf(std::vector<bool> isOn)
{
    ControlStates states;
    states.changedAt.assign(isOn.size(), kNever);
    states.isOn = std::move(isOn);
    return states;
}

} // namespace sb::test
