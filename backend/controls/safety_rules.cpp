// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/controls/safety_rules.h"

#include "backend/base/text.h"
#include "backend/kernel/mutant.h"

#include <algorithm>

namespace sb {
namespace {

std::vector<std::string> namesWhere(
    const ControlsSpec& spec, const SafetyRule& rule, const std::vector<bool>& isOn, bool wanted)
{
    std::vector<std::string> names;
    for (const std::size_t control : rule.isGating() ? rule.gates : rule.guarded) {
        if (isOn[control] == wanted)
            names.push_back(spec.controls[control].name);
    }
    return names;
}

std::string allText(std::size_t count, const std::string& single)
{
    if (count == 1)
        return single;
    return count == 2 ? "both controls" : "all " + std::to_string(count) + " controls";
}

// What the state after the transaction would mean, of a rule that refuses it.
std::string consequenceOf(const ControlsSpec& spec, const SafetyRule& rule, const std::vector<bool>& after)
{
    const std::vector<std::string> on = namesWhere(spec, rule, after, true);
    const std::vector<std::string> off = namesWhere(spec, rule, after, false);
    if (rule.isGating()) {
        if (off.empty())
            return joined(on, ", ") + (on.size() == 1 ? " is on" : " are on");
        return joined(off, ", ") + (off.size() == 1 ? " is off" : " are off");
    }
    const bool isAboutRegions = std::all_of(rule.guarded.begin(), rule.guarded.end(),
        [&](std::size_t control) { return !spec.controls[control].region.empty(); });
    const std::string single = spec.controls[rule.guarded.front()].name;
    const std::size_t count = rule.guarded.size();
    if (on.empty())
        return (isAboutRegions ? "nothing would answer: " : "") + allText(count, single) + " off";
    if (off.empty())
        return (isAboutRegions && count > 1 ? "all would answer at once: " : "") + allText(count, single)
            + " on";
    return (isAboutRegions ? "answering would be " : "on would be ") + joined(on, ", ") + ", off "
        + joined(off, ", ");
}

// Tenths, rounded up: who waits as long as it says does not wait in vain.
std::string secondsText(Duration d)
{
    const std::int64_t tenths = (d.count() + 99'999) / 100'000;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " s";
}

Duration waitLeft(const SafetyRule& rule, const ControlStates& states, Instant now)
{
    Duration left = 0us;
    for (const std::size_t control : rule.guarded) {
        const Instant changed = states.changedAt[control];
        if (changed != kNever && now - changed < rule.wait)
            left = std::max(left, rule.wait - (now - changed));
    }
    return left;
}

} // namespace

ControlStates initialStates(const ControlsSpec& spec)
{
    ControlStates states;
    for (const ControlSpec& control : spec.controls)
        states.isOn.push_back(control.isOn);
    states.changedAt.assign(spec.controls.size(), kNever);
    return states;
}

bool holds(const SafetyRule& rule, const std::vector<bool>& isOn)
{
    const std::vector<std::size_t>& judged = rule.isGating() ? rule.gates : rule.guarded;
    const auto on
        = std::count_if(judged.begin(), judged.end(), [&](std::size_t control) { return isOn[control]; });
    bool isSatisfied = false;
    switch (rule.type) {
    case RuleType::AtLeast:
        isSatisfied = on >= rule.count;
        break;
    case RuleType::And:
        isSatisfied = on == static_cast<std::ptrdiff_t>(judged.size());
        break;
    case RuleType::Or:
        isSatisfied = on >= 1;
        break;
    case RuleType::Exactly:
        isSatisfied = on == rule.count;
        break;
    }
    return isSatisfied != rule.isInverted;
}

Judgement judge(const ControlsSpec& spec, const ControlStates& before,
    const std::vector<ControlChange>& changes, const std::vector<std::size_t>& overrides, Instant now)
{
    std::vector<bool> after = before.isOn;
    for (const ControlChange& change : changes)
        after[change.control] = change.isOn;
    Judgement judgement;
    for (std::size_t i = 0; i < spec.rules.size(); ++i) {
        const SafetyRule& rule = spec.rules[i];
        const bool isConcerned = std::any_of(rule.guarded.begin(), rule.guarded.end(),
            [&](std::size_t control) { return after[control] != before.isOn[control]; });
        if (!isConcerned || SB_MUTANT(RuleIgnored))
            continue;
        BlockingRule blocking { i, waitLeft(rule, before, now), {} };
        if (!holds(rule, after))
            blocking.consequence = consequenceOf(spec, rule, after);
        if (blocking.waitLeft > 0us)
            blocking.consequence += (blocking.consequence.empty() ? "" : "; ")
                + ("its controls were changed a moment ago, wait " + secondsText(blocking.waitLeft)
                    + " more");
        if (blocking.consequence.empty())
            continue;
        const bool isOverridden = std::find(overrides.begin(), overrides.end(), i) != overrides.end();
        (isOverridden ? judgement.overridden : judgement.blocking).push_back(std::move(blocking));
    }
    return judgement;
}

std::vector<std::size_t> neededOverrides(const Judgement& judgement)
{
    std::vector<std::size_t> rules;
    for (const BlockingRule& entry : judgement.blocking)
        rules.push_back(entry.rule);
    for (const BlockingRule& entry : judgement.overridden)
        rules.push_back(entry.rule);
    std::sort(rules.begin(), rules.end());
    return rules;
}

std::optional<ControlChange> helpfulChange(const ControlsSpec& spec, const ControlStates& before,
    const std::vector<ControlChange>& changes, const std::vector<std::size_t>& overrides, Instant now)
{
    if (changes.size() >= kTransactionMax)
        return std::nullopt;
    std::vector<ControlChange> more = changes;
    more.emplace_back();
    for (std::size_t i = 0; i < spec.controls.size(); ++i) {
        const auto isTaken = [&](const ControlChange& change) { return change.control == i; };
        const auto isGate = [&](const SafetyRule& rule) {
            return std::find(rule.gates.begin(), rule.gates.end(), i) != rule.gates.end();
        };
        // A gate states a fact: nobody is advised to state it for the sake of passing.
        if (std::any_of(changes.begin(), changes.end(), isTaken)
            || std::any_of(spec.rules.begin(), spec.rules.end(), isGate))
            continue;
        more.back() = { i, !before.isOn[i] };
        if (judge(spec, before, more, overrides, now).isAccepted())
            return more.back();
    }
    return std::nullopt;
}

std::string refusalText(
    const ControlsSpec& spec, const Judgement& judgement, const std::optional<ControlChange>& helpful)
{
    SB_ASSERT(!judgement.isAccepted());
    const std::size_t count = judgement.blocking.size();
    std::vector<std::string> reasons, needed;
    for (const BlockingRule& entry : judgement.blocking) {
        const SafetyRule& rule = spec.rules[entry.rule];
        reasons.push_back(rule.name + " (" + describe(spec, rule) + ")"
            + (count == 1 ? " refuses it: " : ": ") + entry.consequence);
    }
    for (const std::size_t rule : neededOverrides(judgement))
        needed.push_back(spec.rules[rule].name);
    std::string text = count == 1 ? "safety rule " : std::to_string(count) + " safety rules refuse it: ";
    text += joined(reasons, "; ") + ". ";
    if (helpful)
        text += "It would pass with " + spec.controls[helpful->control].name
            + (helpful->isOn ? "=on" : "=off") + " in the same call; to do it all the same, ";
    else
        text += "To do it all the same, ";
    return text + "override " + joined(needed, ",") + " with a reason";
}

} // namespace sb
