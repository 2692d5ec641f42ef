// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/controls/shifts.h"

#include "backend/kernel/mutant.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kExpire };

} // namespace

std::string_view toString(ShiftKind kind)
{
    switch (kind) {
    case ShiftKind::Operator:
        return "operator";
    case ShiftKind::Automatic:
        return "automatic";
    case ShiftKind::PracticeRun:
        return "practice run";
    }
    return "unknown";
}

std::string_view toString(ShiftEnd end)
{
    switch (end) {
    case ShiftEnd::Expired:
        return "expired";
    case ShiftEnd::Cancelled:
        return "cancelled";
    case ShiftEnd::Replaced:
        return "replaced";
    }
    return "unknown";
}

ShiftBoard::ShiftBoard(Env& env, EventLog& log, DataPlane& dataPlane, std::vector<std::string> names,
    ShareOfOthers shareOfOthers)
    : m_env(env)
    , m_log(log)
    , m_dataPlane(dataPlane)
    , m_names(std::move(names))
    , m_shareOfOthers(std::move(shareOfOthers))
    , m_dials(m_names.size(), 100)
{
}

std::vector<Shift>::const_iterator ShiftBoard::find(RegionId region, ShiftKind kind) const
{
    return std::find_if(m_active.begin(), m_active.end(),
        [&](const Shift& shift) { return shift.region == region && shift.kind == kind; });
}

bool ShiftBoard::isShifted(RegionId region) const
{
    return std::any_of(
        m_active.begin(), m_active.end(), [&](const Shift& shift) { return shift.region == region; });
}

bool ShiftBoard::isApplied(const Shift& shift) const
{
    return std::none_of(m_active.begin(), m_active.end(),
        [&](const Shift& other) { return other.region == shift.region && other.kind < shift.kind; });
}

Result<> ShiftBoard::checkShift(RegionId region, Duration expiresAfter, std::string_view reason) const
{
    if (expiresAfter < kShiftMin || expiresAfter > kShiftMax)
        return fail(Errc::BadInput,
            "a shift lasts 1 min to 72 h, not " + durationText(expiresAfter)
                + "; repeat it to make it last longer");
    if (reason.find_first_not_of(" \t") == std::string_view::npos)
        return fail(Errc::BadInput, "a shift of " + m_names[region.value] + " needs a reason");
    return {};
}

Result<> ShiftBoard::checkCancel(RegionId region, ShiftKind kind) const
{
    if (find(region, kind) != m_active.end())
        return {};
    const std::string& name = m_names[region.value];
    if (isShifted(region))
        return fail(Errc::Refused,
            "no shift of the " + std::string(toString(kind)) + " is active for " + name
                + ", only one of another kind");
    return fail(Errc::Refused, "no shift is active for " + name + "; it expired or was never begun");
}

std::string ShiftBoard::warningOf(RegionId region) const
{
    const int share = m_shareOfOthers(region);
    if (share >= 1000)
        return {};
    if (share > 0)
        return "; the others take " + std::to_string(share / 10)
            + " % of its answers at most, so for the rest it has no effect for now: the DNS fails open";
    return "; nothing else is left to answer, so it has no effect for now: the DNS fails open";
}

void ShiftBoard::shift(RegionId region, ShiftKind kind, Duration expiresAfter, const std::string& reason,
    Actor actor, EventSeq cause)
{
    SB_ASSERT(checkShift(region, expiresAfter, reason).has_value());
    const bool isRepeated = find(region, kind) != m_active.end();
    if (isRepeated)
        end(static_cast<std::size_t>(find(region, kind) - m_active.begin()), ShiftEnd::Replaced, actor,
            cause);
    Shift shift { ++m_count, region, kind, m_env.now(), m_env.now() + expiresAfter, reason, {} };
    const bool isFirst = std::none_of(m_active.begin(), m_active.end(),
        [&](const Shift& other) { return other.region == region && other.kind < kind; });
    const std::string& name = m_names[region.value];
    shift.event = m_log.append({ .kind = EventKind::ShiftStarted,
        .severity = Severity::Notice,
        .actor = actor,
        .region = region,
        .cause = cause,
        .object = name,
        .action = std::string(toString(kind)),
        .valueAfter = std::to_string(expiresAfter.count() / 1'000'000),
        .unit = "s",
        .note = "Traffic of " + name + " is shifted away for " + durationText(expiresAfter)
            + (isRepeated ? " from now on" : "")
            + (isFirst ? "" : ", but not applied: a shift of higher precedence is in force") + ": " + reason
            + warningOf(region) });
    m_history.push_back({ m_env.now(), region, kind, shift.expiresAt, reason });
    if (m_history.size() > kHistoryMax)
        m_history.pop_front();
    m_env.mix(hashCombine(std::uint64_t { region.value } << 8 | static_cast<std::uint64_t>(kind),
        static_cast<std::uint64_t>(micros(shift.expiresAt))));
    m_env.post(shift.expiresAt, m_self, kExpire, shift.number);
    m_active.push_back(std::move(shift));
    apply(region);
}

void ShiftBoard::cancel(RegionId region, ShiftKind kind, Actor actor, EventSeq cause)
{
    SB_ASSERT(checkCancel(region, kind).has_value());
    end(static_cast<std::size_t>(find(region, kind) - m_active.begin()), ShiftEnd::Cancelled, actor, cause);
    apply(region);
}

void ShiftBoard::onEvent(const SimEvent& event)
{
    const auto found = std::find_if(
        m_active.begin(), m_active.end(), [&](const Shift& shift) { return shift.number == event.a; });
    if (found == m_active.end() || SB_MUTANT(ShiftOutlives))
        return; // cancelled or replaced
    const RegionId region = found->region;
    const EventSeq cause = found->event;
    end(static_cast<std::size_t>(found - m_active.begin()), ShiftEnd::Expired, Actor::System, cause);
    apply(region);
}

void ShiftBoard::end(std::size_t index, ShiftEnd how, Actor actor, EventSeq cause)
{
    const Shift ended = m_active[index];
    m_active.erase(m_active.begin() + static_cast<std::ptrdiff_t>(index));
    const std::string& name = m_names[ended.region.value];
    m_env.mix(hashCombine(ended.number, static_cast<std::uint64_t>(how)));
    m_log.append({ .kind = EventKind::ShiftEnded,
        .severity = Severity::Notice,
        .actor = actor,
        .region = ended.region,
        .cause = cause,
        .object = name,
        .action = std::string(toString(how)),
        .valueAfter = std::to_string((m_env.now() - ended.startedAt).count() / 1'000'000),
        .unit = "s",
        .note = "The shift away from " + name + " is " + (how == ShiftEnd::Expired ? "over: it has " : "")
            + std::string(toString(how)) + (isShifted(ended.region) ? "; another one is in force" : "")
            + ". It was: " + ended.reason });
}

void ShiftBoard::apply(RegionId region)
{
    const int share = isShifted(region) ? 0 : 1000;
    if (m_dataPlane.wanted(Lever::Shift, region) != share)
        m_dataPlane.set(Lever::Shift, { { region, share } });
}

void ShiftBoard::setDial(RegionId region, int percent, Actor actor, EventSeq cause)
{
    SB_ASSERT(percent >= 0 && percent <= 100);
    const int before = m_dials[region.value];
    if (before == percent)
        return;
    m_dials[region.value] = percent;
    m_env.mix((std::uint64_t { region.value } << 8) ^ static_cast<std::uint64_t>(percent));
    const std::string& name = m_names[region.value];
    m_log.append({ .kind = EventKind::DialChanged,
        .severity = Severity::Notice,
        .actor = actor,
        .region = region,
        .cause = cause,
        .object = name,
        .action = "dial",
        .valueBefore = std::to_string(before),
        .valueAfter = std::to_string(percent),
        .unit = "%",
        .note = name + " may receive " + std::to_string(percent) + " % of its natural answers" });
    m_dataPlane.set(Lever::Dial, { { region, percent * 10 } });
}

} // namespace sb
