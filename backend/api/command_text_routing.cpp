// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/command_text_routing.h"

#include "backend/base/text.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace sb {
namespace {

constexpr std::size_t kNameBytesMax = 64;
constexpr std::size_t kReasonBytesMax = 256;
constexpr std::size_t kControlsMax = 10; // of one transaction
constexpr std::size_t kWeightsMax = 100; // of one change

using Words = std::vector<std::string_view>;

bool isName(std::string_view text)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
            || c == '_' || c == '.';
    };
    return !text.empty() && text.size() <= kNameBytesMax && std::all_of(text.begin(), text.end(), fits);
}

Result<> validName(std::string_view what, std::string_view text)
{
    if (isName(text))
        return {};
    return fail(Errc::BadInput,
        "'" + std::string(text) + "' is no name of a " + std::string(what)
            + "; it is one word of 1 to 64 letters, digits, '-', '_' and '.'");
}

Result<> validReason(std::string_view text, bool isNeeded)
{
    if (text.find_first_of("\r\n") != std::string_view::npos || text.size() > kReasonBytesMax)
        return fail(Errc::BadInput, "a reason is one line of at most 256 bytes");
    if (isNeeded && text.find_first_not_of(" \t") == std::string_view::npos)
        return fail(Errc::BadInput, "it needs a reason: because TEXT");
    return {};
}

// Cuts " because TEXT" off the end; everything after the first such word is the reason.
std::string takeReason(Words& words, std::string_view line)
{
    const auto found = std::find(words.begin(), words.end(), "because");
    if (found == words.end())
        return {};
    const std::size_t after = static_cast<std::size_t>(found->data() - line.data()) + found->size();
    words.erase(found, words.end());
    std::string_view text = line.substr(after);
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    return std::string(text);
}

Result<Command> parseControls(Words words, std::string_view line)
{
    SetControls set;
    set.reason = takeReason(words, line);
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (word == "override") {
            if (i + 2 != words.size())
                return fail(
                    Errc::BadInput, "'override' needs the rules, joined by commas: override RULE,RULE");
            std::string_view rest = words[++i];
            for (std::size_t comma = 0; comma != std::string_view::npos;) {
                comma = rest.find(',');
                set.overrides.emplace_back(rest.substr(0, comma));
                rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
            }
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string_view state
            = equals == std::string_view::npos ? std::string_view {} : word.substr(equals + 1);
        if (state != "on" && state != "off")
            return fail(Errc::BadInput,
                "'" + std::string(word)
                    + "' is not expected here; use CONTROL=on, CONTROL=off, override RULE,… "
                      "or because TEXT");
        set.changes.push_back({ std::string(word.substr(0, equals)), state == "on" });
    }
    return Command { set };
}

Result<Command> parseShift(Words words, std::string_view line)
{
    ShiftAway shift;
    shift.reason = takeReason(words, line);
    if (words.size() != 4 || words[2] != "for")
        return fail(Errc::BadInput,
            "'shift-away' needs a region, a time and a reason: shift-away eu-west-1 for 30m because TEXT");
    const auto expiry = parseDuration(words[3]);
    if (!expiry)
        return tl::make_unexpected(expiry.error());
    shift.region = words[1];
    shift.expiresAfter = *expiry;
    return Command { shift };
}

Result<Command> parseDial(const Words& words)
{
    if (words.size() == 3 && words[2].ends_with('%')) {
        SetDial dial { std::string(words[1]), 0 };
        const std::string_view number = words[2].substr(0, words[2].size() - 1);
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), dial.percent);
        if (error == std::errc {} && end == number.data() + number.size())
            return Command { dial };
    }
    return fail(Errc::BadInput, "'dial' needs a region and a share, as in: dial eu-west-1 50%");
}

// [NAME/]SET=WEIGHT; neither part has blanks, '/' or '='.
Result<Command> parseWeights(const Words& words)
{
    SetWeights set;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string_view word = words[i];
        const std::size_t equals = word.find('=');
        const std::size_t slash = word.substr(0, equals).find('/');
        SetWeights::Change change;
        const std::string_view number
            = equals == std::string_view::npos ? std::string_view {} : word.substr(equals + 1);
        const auto [end, error]
            = std::from_chars(number.data(), number.data() + number.size(), change.weight);
        if (number.empty() || error != std::errc {} || end != number.data() + number.size())
            return fail(Errc::BadInput,
                "'" + std::string(word) + "' is no weight; use SET=WEIGHT or NAME/SET=WEIGHT, as in: "
                                          "weights eu-west-1=20 ap-southeast-1=80");
        const bool isNamed = slash != std::string_view::npos;
        change.name = isNamed ? word.substr(0, slash) : std::string_view {};
        const std::size_t from = isNamed ? slash + 1 : 0;
        change.setIdentifier = word.substr(from, equals - from);
        set.changes.push_back(std::move(change));
    }
    return Command { set };
}

Result<> validWeights(const SetWeights& set)
{
    if (set.changes.empty() || set.changes.size() > kWeightsMax)
        return fail(Errc::BadInput,
            "'weights' changes 1 to 100 records at once; " + std::to_string(set.changes.size())
                + " are named");
    for (auto change = set.changes.begin(); change != set.changes.end(); ++change) {
        if (!change->name.empty())
            if (const auto ok = validName("record", change->name); !ok)
                return ok;
        if (const auto ok = validName("record's set", change->setIdentifier); !ok)
            return ok;
        if (change->weight < 0 || change->weight > 255)
            return fail(Errc::BadInput, "a weight is 0 to 255");
        if (std::any_of(set.changes.begin(), change, [&](const SetWeights::Change& other) {
                return other.name == change->name && other.setIdentifier == change->setIdentifier;
            }))
            return fail(Errc::BadInput, "record '" + change->setIdentifier + "' is named twice");
    }
    return {};
}

Result<Command> parseStart(const Words& words)
{
    StartPlan start { std::string(words[2]), true, {} };
    for (std::size_t i = 3; i < words.size(); ++i) {
        if (words[i] == "ungraceful")
            start.isGraceful = false;
        else if (words[i] == "region" && i + 1 < words.size())
            start.region = words[++i];
        else
            return fail(Errc::BadInput,
                "'" + std::string(words[i]) + "' is not expected here; use region REGION or ungraceful");
    }
    return Command { start };
}

Result<Command> parsePlan(const Words& words)
{
    std::string verbs = "start";
    if (words.size() >= 3) {
        if (words[1] == "start")
            return parseStart(words);
        for (int i = 0; i < kPlanVerbCount; ++i) {
            const auto verb = static_cast<PlanVerb>(i);
            verbs += ", " + std::string(toString(verb));
            if (toString(verb) != words[1])
                continue;
            if (words.size() == 3)
                return Command { PlanOrder { verb, std::string(words[2]), {} } };
            if (words.size() == 5 && words[3] == "step")
                return Command { PlanOrder { verb, std::string(words[2]), std::string(words[4]) } };
            return fail(Errc::BadInput, "after the plan's name only 'step STEP' may follow");
        }
        return fail(Errc::UnknownName,
            "'" + std::string(words[1]) + "' is nothing that can be done with a plan; known: " + verbs);
    }
    return fail(Errc::BadInput, "'plan' needs what to do and a plan's name, as in: plan start evacuate");
}

Result<> validControls(const SetControls& set)
{
    if (set.changes.empty() || set.changes.size() > kControlsMax)
        return fail(Errc::BadInput,
            "'controls' changes 1 to 10 routing controls at once; " + std::to_string(set.changes.size())
                + " are named");
    for (auto change = set.changes.begin(); change != set.changes.end(); ++change) {
        if (const auto ok = validName("routing control", change->control); !ok)
            return ok;
        if (std::any_of(set.changes.begin(), change,
                [&](const auto& other) { return other.control == change->control; }))
            return fail(Errc::BadInput, "routing control '" + change->control + "' is named twice");
    }
    for (const std::string& rule : set.overrides) {
        if (const auto ok = validName("safety rule", rule); !ok)
            return ok;
    }
    return validReason(set.reason, !set.overrides.empty());
}

Result<> validPlanWords(const std::string& plan, const std::string& step)
{
    if (const auto ok = validName("plan", plan); !ok)
        return ok;
    return step.empty() ? Result<> {} : validName("step", step);
}

} // namespace

std::string exactDurationText(Duration d)
{
    const std::int64_t us = d.count();
    if (us < 0)
        return "-" + exactDurationText(-d);
    if (us % 60'000'000 == 0)
        return std::to_string(us / 60'000'000) + "m";
    if (us % 1'000'000 == 0)
        return std::to_string(us / 1'000'000) + "s";
    if (us % 1'000 == 0)
        return std::to_string(us / 1'000) + "ms";
    return std::to_string(us) + "us";
}

std::string formatRouting(const SetControls& command)
{
    std::string line = "controls";
    for (const auto& change : command.changes)
        line += " " + change.control + (change.isOn ? "=on" : "=off");
    if (!command.overrides.empty())
        line += " override " + joined(command.overrides, ",");
    return command.reason.empty() ? line : line + " because " + command.reason;
}

std::string formatRouting(const ShiftAway& command)
{
    return "shift-away " + command.region + " for " + exactDurationText(command.expiresAfter) + " because "
        + command.reason;
}

std::string formatRouting(const CancelShift& command)
{
    return "cancel-shift " + command.region;
}

std::string formatRouting(const SetDial& command)
{
    return "dial " + command.region + " " + std::to_string(command.percent) + "%";
}

std::string formatRouting(const StartPlan& command)
{
    return "plan start " + command.plan + (command.region.empty() ? "" : " region " + command.region)
        + (command.isGraceful ? "" : " ungraceful");
}

std::string formatRouting(const PlanOrder& command)
{
    return "plan " + std::string(toString(command.verb)) + " " + command.plan
        + (command.step.empty() ? "" : " step " + command.step);
}

std::string formatRouting(const SetWeights& command)
{
    std::string line = "weights";
    for (const auto& change : command.changes)
        line += " " + (change.name.empty() ? "" : change.name + "/") + change.setIdentifier + "="
            + std::to_string(change.weight);
    return line;
}

std::optional<Result<Command>> parseRouting(std::string_view line)
{
    const Words words = splitWords(line);
    if (words.empty())
        return std::nullopt;
    if (words[0] == "controls")
        return parseControls(words, line);
    if (words[0] == "shift-away")
        return parseShift(words, line);
    if (words[0] == "dial")
        return parseDial(words);
    if (words[0] == "plan")
        return parsePlan(words);
    if (words[0] == "weights")
        return parseWeights(words);
    if (words[0] != "cancel-shift")
        return std::nullopt;
    if (words.size() != 2)
        return Result<Command>(fail(Errc::BadInput, "'cancel-shift' needs one region"));
    return Result<Command>(CancelShift { std::string(words[1]) });
}

Result<> validateRouting(const Command& command)
{
    if (const auto* set = std::get_if<SetControls>(&command))
        return validControls(*set);
    if (const auto* shift = std::get_if<ShiftAway>(&command)) {
        if (shift->expiresAfter < 1min || shift->expiresAfter > 72h)
            return fail(Errc::BadInput,
                "a shift lasts 1 min to 72 h; 'for " + exactDurationText(shift->expiresAfter)
                    + "' is outside");
        return validReason(shift->reason, true);
    }
    if (const auto* dial = std::get_if<SetDial>(&command)) {
        if (dial->percent < 0 || dial->percent > 100)
            return fail(Errc::BadInput, "a dial stands at 0 to 100 %");
        return {};
    }
    if (const auto* start = std::get_if<StartPlan>(&command))
        return validPlanWords(start->plan, {});
    if (const auto* order = std::get_if<PlanOrder>(&command))
        return validPlanWords(order->plan, order->step);
    if (const auto* weights = std::get_if<SetWeights>(&command))
        return validWeights(*weights);
    return {};
}

} // namespace sb
