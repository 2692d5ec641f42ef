// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/command_text.h"

#include "backend/api/command_text_data.h"
#include "backend/api/command_text_routing.h"
#include "backend/base/text.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace sb {
namespace {

constexpr std::size_t kNoteBytesMax = 500;

struct Formatter {
    std::string operator()(const InjectFault& c) const
    {
        std::string line = "fail " + std::string(toString(c.kind)) + " " + c.region;
        if (!c.peer.empty())
            line += " with " + c.peer;
        if (c.direction != Direction::Both)
            line += " " + std::string(toString(c.direction));
        if (c.added != 0us)
            line += " by " + exactDurationText(c.added);
        if (c.percent != 0)
            line += " by " + std::to_string(c.percent) + "%";
        return line + " for " + exactDurationText(c.expiresAfter);
    }
    std::string operator()(const ClearFault& c) const
    {
        return "clear fault " + std::to_string(c.fault.value);
    }
    std::string operator()(const ClearAllFaults&) const { return "clear all"; }
    std::string operator()(const RestoreRegion& c) const { return "restore " + c.region; }
    std::string operator()(const FailBack& c) const { return "fail-back " + c.region; }
    std::string operator()(const AbortFailBack& c) const { return "abort-fail-back " + c.region; }
    std::string operator()(const AddNote& c) const { return "note " + c.text; }
    std::string operator()(const RegionOrder& c) const
    {
        return std::string(toString(c.verb)) + " " + c.region;
    }
    std::string operator()(const SetObjectRule& c) const { return formatData(c); }
    std::string operator()(const BackfillObjects& c) const { return formatData(c); }
    std::string operator()(const SetPrice& c) const { return formatData(c); }
    template<typename Routing> std::string operator()(const Routing& c) const { return formatRouting(c); }
};

std::vector<std::string> faultNames()
{
    std::vector<std::string> names;
    for (int i = 0; i < kFaultKindCount; ++i)
        names.emplace_back(toString(static_cast<FaultKind>(i)));
    return names;
}

Result<FaultKind> parseFaultKind(std::string_view word)
{
    for (int i = 0; i < kFaultKindCount; ++i) {
        if (toString(static_cast<FaultKind>(i)) == word)
            return static_cast<FaultKind>(i);
    }
    const std::string near = nearestName(word, faultNames());
    return fail(Errc::UnknownName,
        "'" + std::string(word) + "' is not a fault"
            + (near.empty() ? "; known: " + joined(faultNames(), ", ") : "; did you mean '" + near + "'?"));
}

std::optional<RegionVerb> regionVerbOf(std::string_view word)
{
    for (int i = 0; i < kRegionVerbCount; ++i) {
        if (toString(static_cast<RegionVerb>(i)) == word)
            return static_cast<RegionVerb>(i);
    }
    return std::nullopt;
}

std::string regionVerbNames()
{
    std::string names;
    for (int i = 0; i < kRegionVerbCount; ++i)
        names += ", " + std::string(toString(static_cast<RegionVerb>(i)));
    return names;
}

// The command of one region that the verb stands for.
std::optional<Command> regionCommand(std::string_view verb, std::string region)
{
    if (verb == "restore")
        return RestoreRegion { std::move(region) };
    if (verb == "fail-back")
        return FailBack { std::move(region) };
    if (verb == "abort-fail-back")
        return AbortFailBack { std::move(region) };
    if (const auto order = regionVerbOf(verb))
        return RegionOrder { *order, std::move(region) };
    return std::nullopt;
}

Result<Command> parseFail(const std::vector<std::string_view>& words)
{
    if (words.size() < 3)
        return fail(
            Errc::BadInput, "'fail' needs a fault and a region, as in: fail region-outage eu-west-1 for 10m");
    InjectFault inject;
    const auto kind = parseFaultKind(words[1]);
    if (!kind)
        return tl::make_unexpected(kind.error());
    inject.kind = *kind;
    inject.region = words[2];
    for (std::size_t i = 3; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (word == "outbound" || word == "inbound" || word == "both") {
            inject.direction = word == "outbound" ? Direction::Outbound
                : word == "inbound"               ? Direction::Inbound
                                                  : Direction::Both;
            continue;
        }
        if (word != "with" && word != "for" && word != "by")
            return fail(Errc::BadInput,
                "'" + std::string(word)
                    + "' is not expected here; use with REGION, outbound, inbound, by TIME, by SHARE% or for "
                      "TIME");
        if (++i == words.size())
            return fail(Errc::BadInput, "'" + std::string(word) + "' needs a value after it");
        if (word == "with") {
            inject.peer = words[i];
            continue;
        }
        if (word == "by" && words[i].ends_with('%')) {
            const std::string_view number = words[i].substr(0, words[i].size() - 1);
            const auto [end, error]
                = std::from_chars(number.data(), number.data() + number.size(), inject.percent);
            if (error != std::errc {} || end != number.data() + number.size() || inject.percent <= 0)
                return fail(Errc::BadInput, "'" + std::string(words[i]) + "' is no share such as 40%");
            continue;
        }
        const bool isNegative = word == "by" && words[i].starts_with('-');
        const auto duration = parseDuration(words[i].substr(isNegative ? 1 : 0));
        if (!duration)
            return tl::make_unexpected(duration.error());
        (word == "for" ? inject.expiresAfter : inject.added) = isNegative ? -*duration : *duration;
    }
    return Command { inject };
}

Result<Command> parseClear(const std::vector<std::string_view>& words)
{
    if (words.size() == 2 && words[1] == "all")
        return Command { ClearAllFaults {} };
    if (words.size() == 3 && words[1] == "fault") {
        FaultId id;
        const std::string_view number = words[2];
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), id.value);
        if (error == std::errc {} && end == number.data() + number.size() && id.isValid())
            return Command { ClearFault { id } };
    }
    return fail(Errc::BadInput, "'clear' needs 'all' or 'fault NUMBER'");
}

Result<> validShare(const InjectFault& inject)
{
    const bool isShare = inject.kind == FaultKind::GrayFailing || inject.kind == FaultKind::CheckersCut;
    const bool isSurge = inject.kind == FaultKind::TrafficSurge;
    if (!isShare && !isSurge && inject.percent != 0)
        return fail(Errc::BadInput,
            "a share such as 'by 40%' goes with gray-failing, checkers-cut and traffic-surge only");
    const int most = isSurge ? 900 : 100;
    if ((isShare || isSurge) && (inject.percent < 1 || inject.percent > most))
        return fail(Errc::BadInput,
            std::string(toString(inject.kind)) + " needs a share, 'by 1%' to 'by " + std::to_string(most)
                + "%'");
    return {};
}

Result<> validAmount(const InjectFault& inject)
{
    if (const auto ok = validShare(inject); !ok)
        return ok;
    const Duration size = inject.added < 0us ? -inject.added : inject.added;
    switch (inject.kind) {
    case FaultKind::LatencyAdded:
        if (inject.added < 1ms || inject.added > 60s)
            return fail(Errc::BadInput, "latency-added needs 'by TIME', 1 ms to 60 s");
        return {};
    case FaultKind::ObjectsPaused:
        if (inject.added < 0us || inject.added > 1h)
            return fail(Errc::BadInput,
                "objects-paused takes 'by TIME', how long copies go on leaving at first: 0 to 1 h");
        return {};
    case FaultKind::DiskStalled:
        if (inject.added < 1ms || inject.added > 60s)
            return fail(
                Errc::BadInput, "disk-stalled needs 'by TIME', what each flush takes longer: 1 ms to 60 s");
        return {};
    case FaultKind::ClockSkewed:
        if (size < 1ms || size > 1h)
            return fail(Errc::BadInput,
                "clock-skewed needs 'by TIME', 1 ms to 1 h ahead, or with a minus sign behind");
        return {};
    case FaultKind::ClockDrifting:
        if (size < 1us || size > 100ms)
            return fail(Errc::BadInput,
                "clock-drifting needs 'by TIME', what the clock gains each second: 1 us to 100 ms, or with a "
                "minus sign what it loses");
        return {};
    default:
        if (inject.added != 0us)
            return fail(Errc::BadInput,
                "'by' goes with latency-added, disk-stalled, clock-skewed, clock-drifting and objects-paused "
                "only");
        return {};
    }
}

} // namespace

std::string formatCommand(const Command& command)
{
    return std::visit(Formatter {}, command);
}

Result<Command> parseCommand(std::string_view line)
{
    const std::vector<std::string_view> words = splitWords(line);
    if (words.empty())
        return fail(Errc::BadInput, "an empty line is no command");
    const std::string_view verb = words[0];
    if (verb == "note") {
        // One separator; further blanks are the note's own.
        const std::size_t text = std::min(line.find("note") + 5, line.size());
        const Command note { AddNote { std::string(line.substr(text)) } };
        if (const auto valid = validate(note); !valid)
            return tl::make_unexpected(valid.error());
        return note;
    }
    Result<Command> command = fail(Errc::BadInput, "");
    std::optional<Result<Command>> own = parseRouting(line);
    if (!own)
        own = parseData(line);
    if (verb == "fail") {
        command = parseFail(words);
    } else if (verb == "clear") {
        command = parseClear(words);
    } else if (own) {
        command = *own;
    } else if (const auto known = regionCommand(verb, std::string(words.size() < 2 ? "" : words[1]))) {
        if (words.size() != 2)
            return fail(Errc::BadInput,
                "'" + std::string(verb) + "' needs one region, as in: " + std::string(verb) + " eu-west-1");
        command = *known;
    } else {
        return fail(Errc::UnknownName,
            "'" + std::string(verb)
                + "' is not a command; known: fail, clear, restore, fail-back, abort-fail-back, note, "
                  "controls, "
                  "shift-away, cancel-shift, dial, plan, weights, object-rule, backfill-objects, price"
                + regionVerbNames());
    }
    if (command) {
        if (const auto valid = validate(*command); !valid)
            return tl::make_unexpected(valid.error());
    }
    return command;
}

Result<> validate(const Command& command)
{
    if (const auto* note = std::get_if<AddNote>(&command)) {
        if (note->text.size() > kNoteBytesMax || note->text.find_first_not_of(" \t") == std::string::npos
            || note->text.find_first_of("\r\n") != std::string::npos)
            return fail(Errc::BadInput, "a note is one line of 1 to 500 bytes");
        return {};
    }
    const auto* inject = std::get_if<InjectFault>(&command);
    if (inject == nullptr) {
        const auto valid = validateRouting(command);
        return valid ? validateData(command) : valid;
    }
    if (inject->expiresAfter < 1s || inject->expiresAfter > kMaxFaultDuration)
        return fail(Errc::BadInput,
            "a fault lasts 1 s to 12 h; 'for " + exactDurationText(inject->expiresAfter) + "' is outside");
    const bool isOfObjects = inject->kind == FaultKind::ObjectsPaused;
    const bool takesPeer = inject->kind == FaultKind::LinkPartitioned
        || inject->kind == FaultKind::LatencyAdded || isOfObjects;
    if (inject->kind == FaultKind::LinkPartitioned && inject->peer.empty())
        return fail(Errc::BadInput, "link-partitioned needs the other region: with REGION");
    if (!takesPeer && !inject->peer.empty())
        return fail(
            Errc::BadInput, std::string(toString(inject->kind)) + " takes one region; leave 'with' out");
    if ((!takesPeer || isOfObjects) && inject->direction != Direction::Both)
        return fail(Errc::BadInput, std::string(toString(inject->kind)) + " has no direction; leave it out");
    if (!inject->peer.empty() && inject->peer == inject->region)
        return fail(Errc::BadInput, "a link joins two different regions");
    return validAmount(*inject);
}

} // namespace sb
