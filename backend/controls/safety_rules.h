// SPDX-License-Identifier: GPL-3.0-or-later
// Judges a transaction over routing controls by every safety rule at once: which refuse it, why in words, and
// what would help. The vendor names one blocking rule a call; the set to override is then found by asking
// again and again, in the middle of an outage.
// Rules judge the state after the whole transaction. A rule speaks up only if the transaction really changes
// a control that it guards: setting a control to what it is already is no change.
// A rule whose wait is not over refuses whatever it would say of the state: to override the rule is to
// override its wait (ours; the vendor does not say).
// Pure functions; any thread.
#pragma once

#include "backend/controls/controls_spec.h"

#include <string>
#include <vector>

namespace sb {

// States by control, and when each was changed last; kNever: not since the start.
struct ControlStates {
    std::vector<bool> isOn;
    std::vector<Instant> changedAt;
};
[[nodiscard]] ControlStates initialStates(const ControlsSpec& spec);

struct ControlChange {
    std::size_t control = 0; // index
    bool isOn = true;
    friend bool operator==(const ControlChange&, const ControlChange&) = default;
};

struct BlockingRule {
    std::size_t rule = 0; // index
    Duration waitLeft = 0us; // above 0: it refuses because the last change is too recent
    // English: "nothing would answer: both controls off", "armed is off", "wait 3.2 s more"
    std::string consequence;
};

struct Judgement {
    // Every rule that refuses the transaction and is not overridden, in the spec's order.
    std::vector<BlockingRule> blocking;
    // Overridden rules that would have refused it.
    std::vector<BlockingRule> overridden;
    [[nodiscard]] bool isAccepted() const { return blocking.empty(); }
};

// Does the predicate hold of the asserted or gating controls?
[[nodiscard]] bool holds(const SafetyRule& rule, const std::vector<bool>& isOn);

// `changes` name distinct controls; `overrides` are indices of rules.
[[nodiscard]] Judgement judge(const ControlsSpec& spec, const ControlStates& before,
    const std::vector<ControlChange>& changes, const std::vector<std::size_t>& overrides, Instant now);

// The least set of rules that must be overridden for the transaction to pass: each refusing rule refuses by
// itself, so it is all of them, `overrides` that are needed included. Ascending.
[[nodiscard]] std::vector<std::size_t> neededOverrides(const Judgement& judgement);

// One more change in the same transaction with which no rule refuses it any more; the first in the order of
// controls that are no gates, nothing when there is none or the transaction is full.
[[nodiscard]] std::optional<ControlChange> helpfulChange(const ControlsSpec& spec,
    const ControlStates& before, const std::vector<ControlChange>& changes,
    const std::vector<std::size_t>& overrides, Instant now);

// The refusal as one English text that names all blocking rules, what each fears, the least override and, if
// there is one, the change that would make it pass. Requires a judgement that is not accepted.
[[nodiscard]] std::string refusalText(
    const ControlsSpec& spec, const Judgement& judgement, const std::optional<ControlChange>& helpful);

} // namespace sb
