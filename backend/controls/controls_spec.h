// SPDX-License-Identifier: GPL-3.0-or-later
// What a run's routing controls are: panels with switches, and the safety rules that interlock them. A plain
// value; what a rule refuses is judged in safety_rules.h, who keeps the states is control_cluster.h.
// A control may stand for a region (Off takes the region out of the DNS answers) or be a mere fact that gates
// ask for: "armed", "promoted", "scaled". It monitors nothing.
// Source of words and quotas: Amazon Application Recovery Controller, API model 2020-11-02 and developer
// guide. Ours: the rule type Exactly.
#pragma once

#include "backend/base/result.h"
#include "backend/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

// Quotas of the vendor.
inline constexpr std::size_t kPanelsMax = 50; // of a cluster
inline constexpr std::size_t kPanelControlsMax = 100;
inline constexpr std::size_t kClusterControlsMax = 300;
inline constexpr std::size_t kPanelRulesMax = 20;
inline constexpr std::size_t kTransactionMax = 10; // changes at once
inline constexpr Duration kRuleWaitDefault = 5s;
inline constexpr Duration kRuleWaitMax = 1h; // ours

enum class RuleType : std::uint8_t {
    AtLeast, // `count` of them are on
    And, // all
    Or, // one at least
    Exactly, // `count` of them, no more and no fewer; the vendor combines two rules for this
};
inline constexpr int kRuleTypeCount = static_cast<int>(RuleType::Exactly) + 1;
[[nodiscard]] std::string_view toString(RuleType type); // "at-least", "and", "or", "exactly"

struct ControlSpec {
    std::string name; // unique in its cluster; a word as command_text_routing.h has it
    std::size_t panel = 0; // index
    std::string region; // code; empty: it stands for none
    bool isOn = true; // at the start
    friend bool operator==(const ControlSpec&, const ControlSpec&) = default;
};

struct SafetyRule {
    std::string name; // unique in its cluster
    std::size_t panel = 0; // index; all its controls are of this panel
    RuleType type = RuleType::AtLeast;
    int count = 1; // AtLeast, Exactly: 0 … number of asserted or gating controls
    bool isInverted = false; // holds where it otherwise would not
    Duration wait = kRuleWaitDefault; // after a change of a guarded control nobody may change one; 0 … 1 h
    // Indices of controls, no two alike. An assertion speaks of `guarded` after the change, and has no
    // gates. A gating rule lets `guarded` change, either way, only if `gates` satisfy it after the change.
    std::vector<std::size_t> guarded, gates;
    [[nodiscard]] bool isGating() const { return !gates.empty(); }
    friend bool operator==(const SafetyRule&, const SafetyRule&) = default;
};

struct ControlsSpec {
    std::vector<std::string> panels; // names, in the file's order
    std::vector<ControlSpec> controls; // by panel
    std::vector<SafetyRule> rules; // by panel

    [[nodiscard]] std::optional<std::size_t> findControl(std::string_view name) const;
    [[nodiscard]] std::optional<std::size_t> findRule(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> controlNames() const;
    [[nodiscard]] std::vector<std::string> ruleNames() const;
    friend bool operator==(const ControlsSpec&, const ControlsSpec&) = default;
};

// One panel "regions" with a control for each region, named as its code and on, and the assertion
// "at-least-one". What a run has that names nothing else. With one region the rule is there as well.
[[nodiscard]] ControlsSpec defaultControls(const std::vector<std::string>& regionCodes);

// "at least 1 of a, b" · "not all of a, b" · "c changes only if all of x, y": English.
[[nodiscard]] std::string describe(const ControlsSpec& spec, const SafetyRule& rule);

} // namespace sb
