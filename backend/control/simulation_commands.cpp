// SPDX-License-Identifier: GPL-3.0-or-later
// Commands: the only way anything from outside changes a World.
#include "backend/api/command_text.h"
#include "backend/base/text.h"
#include "backend/control/simulation.h"

#include <algorithm>

namespace sb {

Result<RegionId> Simulation::findRegion(const std::string& code) const
{
    const auto found = std::find(m_codes.begin(), m_codes.end(), code);
    if (found == m_codes.end())
        return fail(
            Errc::UnknownName, "this run has no region '" + code + "'; it has " + joined(m_codes, ", "));
    return RegionId { static_cast<std::uint8_t>(found - m_codes.begin()) };
}

Result<> Simulation::check(const Command& command) const
{
    if (const auto valid = validate(command); !valid)
        return valid;
    if (const auto* inject = std::get_if<InjectFault>(&command))
        return m_faults->check(*inject);
    if (const auto* clear = std::get_if<ClearFault>(&command)) {
        if (!m_faults->isActive(clear->fault))
            return fail(Errc::Refused,
                "fault " + std::to_string(clear->fault.value)
                    + " is not active; it was cleared, expired or never injected");
        return {};
    }
    if (std::holds_alternative<ClearAllFaults>(command))
        return m_faults->active().empty() ? fail(Errc::Refused, "no fault is active") : Result<> {};
    const auto onRegion = [&](const std::string& code, auto&& then) -> Result<> {
        const auto region = findRegion(code);
        return region ? then(*region) : Result<>(tl::make_unexpected(region.error()));
    };
    if (const auto* restore = std::get_if<RestoreRegion>(&command))
        return onRegion(restore->region, [&](RegionId region) -> Result<> {
            if (!m_faults->touches(region))
                return fail(
                    Errc::Refused, "no fault touches " + restore->region + "; there is nothing to restore");
            return {};
        });
    if (const auto* failBack = std::get_if<FailBack>(&command))
        return onRegion(failBack->region, [&](RegionId region) { return m_failBack->checkStart(region); });
    if (const auto* abort = std::get_if<AbortFailBack>(&command))
        return onRegion(abort->region, [&](RegionId region) { return m_failBack->checkAbort(region); });
    if (const auto* order = std::get_if<RegionOrder>(&command))
        return onRegion(order->region, [&](RegionId region) { return checkOrder(order->verb, region); });
    if (std::holds_alternative<AddNote>(command))
        return {};
    if (const auto* price = std::get_if<SetPrice>(&command))
        return checkPrice(*price);
    if (const auto* weights = std::get_if<SetWeights>(&command))
        return checkWeights(*weights);
    if (const auto objects = checkObjects(command))
        return *objects;
    if (const auto plan = checkPlan(command))
        return *plan;
    return checkSteering(command);
}

Result<> Simulation::checkOrder(RegionVerb verb, RegionId region) const
{
    switch (verb) {
    case RegionVerb::Fence:
        return m_fence->checkFence(region);
    case RegionVerb::Unfence:
        return m_fence->checkUnfence(region);
    case RegionVerb::Evict:
        return m_membership->checkEvict(region);
    case RegionVerb::ReplayOrphans:
        return m_membership->checkReplay(region);
    case RegionVerb::DiscardOrphans:
        return m_membership->checkDiscard(region);
    case RegionVerb::RevokeRights:
        return checkRevocation(region);
    case RegionVerb::RebuildBoard:
        return m_boards->checkRebuild(region);
    case RegionVerb::RetryPoison:
        return m_boards->checkRetry(region);
    case RegionVerb::Republish:
        return m_publisher ? m_publisher->checkRepublish(region)
                           : fail(Errc::Refused, "this run's zone is not published by plans");
    case RegionVerb::MoveWriter:
        return m_blog->checkMove(region);
    case RegionVerb::SeizeWriter:
        return m_blog->checkSeize(region);
    }
    return {};
}

Result<> Simulation::checkRevocation(RegionId region) const
{
    const std::string& code = m_codes[region.value];
    if (m_config.profile != DataProfile::Hardened)
        return fail(Errc::Refused,
            "stock is sold without rights in the profile " + std::string(toString(m_config.profile)));
    const auto bound = revocationBound(region);
    if (!bound)
        return fail(Errc::Refused, "no other region could take over the rights of " + code);
    if (bound->units == 0)
        return fail(Errc::Refused, code + " holds no rights that the others know of");
    return {};
}

void Simulation::performRevocation(RegionId region, Actor actor, EventSeq cause)
{
    const RevocationBound bound = m_stockroom->revoke(region);
    const std::string units = groupedText(static_cast<std::int64_t>(bound.units)) + " units ("
        + moneyText(bound.money) + ") can be oversold";
    m_log.append({ .kind = EventKind::RightsRevoked,
        .severity = Severity::Warning,
        .actor = actor,
        .region = region,
        .peer = bound.by,
        .cause = cause,
        .object = m_names[region.value],
        .action = std::string(toString(RegionVerb::RevokeRights)),
        .valueBefore = plainMoneyText(bound.money),
        .valueAfter = std::to_string(bound.units),
        .unit = "units",
        .note = m_names[bound.by.value] + " has taken over all rights of " + m_names[region.value]
            + " that it knew of; if " + m_names[region.value] + " still sells, at most " + units });
}

std::string Simulation::warningOf(const Command& command) const
{
    if (const auto* shift = std::get_if<ShiftAway>(&command))
        return m_steering.shifts->warningOf(*findRegion(shift->region));
    if (const auto* weights = std::get_if<SetWeights>(&command))
        return "; " + weightsEffect(*weights);
    if (const auto* dial = std::get_if<SetDial>(&command); dial != nullptr && dial->percent < 100) {
        const RegionId region = *findRegion(dial->region);
        bool hasOther = false;
        for (std::uint8_t r = 0; r < m_regions.size(); ++r)
            hasOther = hasOther || (RegionId { r } != region && shareLeft(RegionId { r }) > 0);
        if (!hasOther)
            return "; no other region is healthy and admitted, so the dial has no effect for now";
    }
    const auto* order = std::get_if<RegionOrder>(&command);
    if (order != nullptr && order->verb == RegionVerb::SeizeWriter)
        return seizureWarning();
    if (order == nullptr || order->verb != RegionVerb::RevokeRights)
        return objectsWarning(command) + capacityWarning(command);
    const RevocationBound bound = *revocationBound(*findRegion(order->region));
    return "; if it still sells, at most " + groupedText(static_cast<std::int64_t>(bound.units)) + " units ("
        + moneyText(bound.money) + ") can be oversold";
}

void Simulation::performOrder(RegionVerb verb, RegionId region, Actor actor, EventSeq cause)
{
    switch (verb) {
    case RegionVerb::Fence:
        return m_fence->fence(region, actor, cause);
    case RegionVerb::Unfence:
        return m_fence->unfence(region, actor, cause);
    case RegionVerb::Evict:
        return m_membership->evict(region, actor, cause);
    case RegionVerb::ReplayOrphans:
        return m_membership->replayOrphans(region, actor, cause);
    case RegionVerb::DiscardOrphans:
        return m_membership->discardOrphans(region, actor, cause);
    case RegionVerb::RevokeRights:
        return performRevocation(region, actor, cause);
    case RegionVerb::RebuildBoard:
        return m_boards->rebuild(region, actor, cause);
    case RegionVerb::RetryPoison:
        return m_boards->retry(region, actor, cause);
    case RegionVerb::Republish:
        return m_publisher->republish(region, actor, cause);
    case RegionVerb::MoveWriter:
        return m_blog->move(region, actor, cause);
    case RegionVerb::SeizeWriter:
        return m_blog->seize(region, actor, cause);
    }
}

// Requires check(command): cannot be refused any more.
void Simulation::perform(const Command& command, Actor actor, EventSeq cause)
{
    Result<> done;
    if (const auto* inject = std::get_if<InjectFault>(&command)) {
        const auto injected = m_faults->inject(*inject, actor, cause);
        SB_ASSERT(injected.has_value());
    } else if (const auto* clear = std::get_if<ClearFault>(&command)) {
        done = m_faults->clear(clear->fault, actor, cause);
    } else if (std::holds_alternative<ClearAllFaults>(command)) {
        m_faults->clearAll(actor, cause);
    } else if (const auto* restore = std::get_if<RestoreRegion>(&command)) {
        m_faults->clearRegion(*findRegion(restore->region), actor, cause);
    } else if (const auto* failBack = std::get_if<FailBack>(&command)) {
        done = m_failBack->start(*findRegion(failBack->region), actor, cause);
    } else if (const auto* abort = std::get_if<AbortFailBack>(&command)) {
        done = m_failBack->abort(*findRegion(abort->region), actor, cause);
    } else if (const auto* order = std::get_if<RegionOrder>(&command)) {
        performOrder(order->verb, *findRegion(order->region), actor, cause);
    } else if (const auto* price = std::get_if<SetPrice>(&command)) {
        performPrice(*price, actor, cause);
    } else if (const auto* weights = std::get_if<SetWeights>(&command)) {
        performWeights(*weights, actor, cause);
    } else if (const auto* note = std::get_if<AddNote>(&command)) {
        m_log.append({ .kind = EventKind::NoteAdded,
            .actor = actor,
            .cause = cause,
            .object = "note",
            .note = note->text });
    }
    performObjects(command, cause);
    performPlan(command, actor, cause);
    performSteering(command, actor, cause);
    SB_ASSERT(done.has_value());
}

EventSeq Simulation::execute(const Command& command, Actor actor, CommandId id)
{
    return carryOut(command, actor, "command " + std::to_string(id.value),
        actor == Actor::Drill        ? "The drill orders: "
            : actor == Actor::System ? "The program orders: "
                                     : "The operator orders: ",
        {});
}

EventSeq Simulation::carryOut(
    const Command& command, Actor actor, const std::string& object, const std::string& who, EventSeq cause)
{
    const std::string text = formatCommand(command);
    m_world.mix(hashCombine(hashBytes(text), static_cast<std::uint64_t>(actor)));
    if (const auto checked = check(command); !checked)
        return m_log.append({ .kind = EventKind::CommandRefused,
            .severity = Severity::Warning,
            .actor = actor,
            .cause = cause,
            .object = object,
            .action = text,
            .note = "Refused: " + checked.error().what });
    const EventSeq accepted = m_log.append({ .kind = EventKind::CommandAccepted,
        .severity = Severity::Info,
        .actor = actor,
        .cause = cause,
        .object = object,
        .action = text,
        .note = who + text + warningOf(command) });
    perform(command, actor, accepted);
    return accepted;
}

} // namespace sb
