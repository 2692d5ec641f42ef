// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plans/plan_blocks.h"

#include "backend/api/command_text.h"
#include "backend/base/text.h"
#include "backend/plans/plan_preflight.h"

#include <algorithm>

namespace sb {
namespace {

constexpr Duration kQuietForDrain = 2s;

std::string percentText(int perMille)
{
    return std::to_string(perMille / 10) + "." + std::to_string(perMille % 10) + " %";
}

class Blocks {
public:
    Blocks(BlockRun& run, bool isGraceful, Instant now, PlanHost& host)
        : m_run(run)
        , m_block(run.block)
        , m_isGraceful(isGraceful)
        , m_now(now)
        , m_host(host)
    {
    }

    [[nodiscard]] BlockState begin();
    [[nodiscard]] BlockState poll();

private:
    [[nodiscard]] BlockState say(BlockState state, std::string detail)
    {
        m_run.detail = std::move(detail);
        return state;
    }
    // Orders it; Running when it was accepted.
    [[nodiscard]] BlockState order(const Command& command);
    [[nodiscard]] BlockState orderOnce(const Command& command); // a refusal: there was nothing to do
    [[nodiscard]] PlanRegionFacts facts() const { return m_host.region(*regionIdOf(m_host, m_block.region)); }
    [[nodiscard]] BlockState beginFence(bool isFence);
    [[nodiscard]] BlockState beginPromote();
    [[nodiscard]] BlockState beginControls();
    [[nodiscard]] BlockState beginDial(int percent);
    [[nodiscard]] BlockState beginFailBack();
    [[nodiscard]] BlockState beginCommand();
    [[nodiscard]] BlockState pollFence() const;
    [[nodiscard]] BlockState pollDrain();
    [[nodiscard]] BlockState pollLag();
    [[nodiscard]] BlockState pollPromote();
    [[nodiscard]] BlockState pollControls();
    [[nodiscard]] BlockState pollWarmUp();
    [[nodiscard]] BlockState pollFailBack();
    [[nodiscard]] BlockState pollAlarm();
    [[nodiscard]] BlockState pollCheck();
    [[nodiscard]] BlockState diff();
    // Whether the fact holds; `found` says what was found.
    [[nodiscard]] bool holds(std::string& found) const;
    [[nodiscard]] std::optional<Duration> worstLag(std::string& where) const;

    BlockRun& m_run;
    const PlanBlock& m_block;
    bool m_isGraceful;
    Instant m_now;
    PlanHost& m_host;
};

BlockState Blocks::order(const Command& command)
{
    const auto done = m_host.execute(command, m_run.actor, m_run.cause);
    if (!done)
        return say(BlockState::Failed, "'" + formatCommand(command) + "' was refused: " + done.error().what);
    m_run.hasActed = true;
    return say(BlockState::Running, formatCommand(command));
}

BlockState Blocks::orderOnce(const Command& command)
{
    if (const auto possible = m_host.check(command); !possible)
        return say(BlockState::Done, "nothing to do: " + possible.error().what);
    const BlockState state = order(command);
    return state == BlockState::Running ? BlockState::Done : state;
}

BlockState Blocks::beginFence(bool isFence)
{
    if (!m_host.service().hasFences)
        return say(BlockState::NotThere,
            "this run's profile has no fences on the server side; the hardened profile has them");
    if (facts().isFenced == isFence && (!isFence || facts().isFenceComplete))
        return say(BlockState::Done, m_block.region + (isFence ? " is fenced already" : " is not fenced"));
    if (facts().isFenced == isFence)
        return say(BlockState::Running, m_block.region + " is fenced; its last lease is not over yet");
    return order(RegionOrder { isFence ? RegionVerb::Fence : RegionVerb::Unfence, m_block.region });
}

BlockState Blocks::beginPromote()
{
    const std::string writer = m_host.service().writer;
    if (writer == m_block.region)
        return say(BlockState::Done, m_block.region + " is the writer already");
    if (!m_block.from.empty() && writer != m_block.from)
        return say(BlockState::Done, m_block.from + " is not the writer; " + writer + " stays it");
    m_run.writerBefore = writer;
    return order(
        RegionOrder { m_isGraceful ? RegionVerb::MoveWriter : RegionVerb::SeizeWriter, m_block.region });
}

BlockState Blocks::beginControls()
{
    for (const SetControls::Change& change : m_block.controls) {
        const auto before = m_host.control(change.control);
        if (!before)
            return say(BlockState::NotThere, "this run has no routing control '" + change.control + "'");
        m_run.controlsBefore.push_back({ change.control, *before });
    }
    return order(SetControls { m_block.controls, m_block.overrides, m_block.text });
}

BlockState Blocks::beginDial(int percent)
{
    m_run.phaseSince = m_now;
    if (!m_run.hasActed)
        m_run.dialBefore = facts().dialPercent;
    return order(SetDial { m_block.region, percent });
}

BlockState Blocks::beginFailBack()
{
    const PlanRegionFacts now = facts();
    if (now.isFailingBack)
        return say(BlockState::Running, m_block.region + " is being failed back already");
    const FailBack command { m_block.region };
    // In service as the answers have it, whatever its check says at the moment: it may be held yet.
    if (const auto possible = m_host.check(command); !possible && now.isInService)
        return say(now.isHealthy ? BlockState::Done : BlockState::Running,
            "nothing to do yet: " + possible.error().what);
    return order(command);
}

BlockState Blocks::beginCommand()
{
    const auto command = parseCommand(m_block.text);
    if (!command)
        return say(BlockState::Failed, command.error().what);
    if (std::holds_alternative<AbortFailBack>(*command))
        return orderOnce(*command); // as an inverse: it may be over
    const BlockState state = order(*command);
    return state == BlockState::Running ? BlockState::Done : state;
}

BlockState Blocks::begin()
{
    m_run.startedAt = m_run.phaseSince = m_now;
    switch (m_block.kind) {
    case BlockKind::Fence:
        return beginFence(true);
    case BlockKind::Unfence:
        return beginFence(false);
    case BlockKind::Drain:
        m_run.writesSeen = facts().writes;
        return poll();
    case BlockKind::Promote:
        return beginPromote();
    case BlockKind::RoutingControl: {
        const BlockState state = beginControls();
        return state == BlockState::Running ? poll() : state;
    }
    case BlockKind::ShiftAway: {
        const BlockState state = order(ShiftAway { m_block.region, m_block.span, m_block.text });
        return state == BlockState::Running ? BlockState::Done : state;
    }
    case BlockKind::EndShift:
        return orderOnce(CancelShift { m_block.region });
    case BlockKind::Dial: {
        const BlockState state = beginDial(m_block.limit);
        return state == BlockState::Running ? BlockState::Done : state;
    }
    case BlockKind::WarmUp:
        return beginDial(m_block.percents.front());
    case BlockKind::FailBack:
        return beginFailBack();
    case BlockKind::Restore:
        return orderOnce(RestoreRegion { m_block.region });
    case BlockKind::Approval:
        return say(BlockState::Pending, m_block.text);
    case BlockKind::Note: {
        const BlockState state = order(AddNote { m_block.text });
        return state == BlockState::Running ? say(BlockState::Done, m_block.text) : state;
    }
    case BlockKind::DataDiff:
        return diff();
    case BlockKind::Command:
        return beginCommand();
    case BlockKind::WaitForLag:
    case BlockKind::WaitForAlarm:
    case BlockKind::Check:
    case BlockKind::Wait:
        return poll();
    case BlockKind::ChildPlan:
    case BlockKind::Parallel:
        break; // groups are the runner's
    }
    return BlockState::Done;
}

BlockState Blocks::poll()
{
    switch (m_block.kind) {
    case BlockKind::Fence:
    case BlockKind::Unfence:
        return pollFence();
    case BlockKind::Drain:
        return pollDrain();
    case BlockKind::WaitForLag:
        return pollLag();
    case BlockKind::Promote:
        return pollPromote();
    case BlockKind::RoutingControl:
        return pollControls();
    case BlockKind::WarmUp:
        return pollWarmUp();
    case BlockKind::FailBack:
        return pollFailBack();
    case BlockKind::WaitForAlarm:
        return pollAlarm();
    case BlockKind::Check:
        return pollCheck();
    case BlockKind::Approval:
        return BlockState::Pending;
    case BlockKind::Wait:
        return m_now - m_run.startedAt >= m_block.span
            ? BlockState::Done
            : say(BlockState::Running, "waits for " + durationText(m_block.span));
    default:
        return BlockState::Done;
    }
}

BlockState Blocks::pollFence() const
{
    const PlanRegionFacts now = facts();
    const bool isOver
        = m_block.kind == BlockKind::Fence ? now.isFenced && now.isFenceComplete : !now.isFenced;
    return isOver ? BlockState::Done : BlockState::Running;
}

BlockState Blocks::pollDrain()
{
    const PlanRegionFacts now = facts();
    if (now.writes != m_run.writesSeen) {
        m_run.writesSeen = now.writes;
        m_run.phaseSince = m_now;
    }
    if (m_now - m_run.phaseSince < kQuietForDrain)
        return say(BlockState::Running, m_block.region + " still commits writes, or did a moment ago");
    if (now.unshipped > 0)
        return say(BlockState::Running,
            groupedText(static_cast<std::int64_t>(now.unshipped)) + " writes of " + m_block.region
                + " are still to reach the others");
    return say(BlockState::Done, m_block.region + " commits nothing, and the others have all that it wrote");
}

std::optional<Duration> Blocks::worstLag(std::string& where) const
{
    Duration worst = 0us;
    for (const std::string& source : m_run.regions) {
        for (const std::string& target : m_run.regions) {
            const auto from = regionIdOf(m_host, source), to = regionIdOf(m_host, target);
            if (!from || !to || *from == *to)
                continue;
            const PlanLinkFacts link = m_host.link(*from, *to);
            if (link.isPaused || link.isCut) {
                where = source + " to " + target
                    + (link.isPaused ? " is paused" : " is cut, or one of the two is down");
                return std::nullopt;
            }
            if (link.lag < worst)
                continue;
            worst = link.lag;
            where = source + " to " + target;
        }
    }
    return worst;
}

BlockState Blocks::pollLag()
{
    std::string where;
    const auto lag = worstLag(where);
    if (!lag)
        return say(BlockState::Running, "replication from " + where);
    const std::string found = durationText(*lag) + " from " + where;
    return say(*lag <= m_block.bound ? BlockState::Done : BlockState::Running, "the most lag is " + found);
}

BlockState Blocks::pollPromote()
{
    const std::string writer = m_host.service().writer;
    if (writer == m_block.region)
        return say(BlockState::Done, writer + " is the writer");
    return say(BlockState::Running, writer + " is still the writer");
}

BlockState Blocks::pollControls()
{
    for (const SetControls::Change& change : m_block.controls) {
        if (m_host.control(change.control) != change.isOn)
            return say(BlockState::Running, "'" + change.control + "' has not changed yet");
    }
    return BlockState::Done;
}

BlockState Blocks::pollWarmUp()
{
    const PlanRegionFacts now = facts();
    const int percent = m_block.percents[static_cast<std::size_t>(m_run.phase)];
    if (now.errorsPerMille > m_block.errorsPerMille) {
        m_run.phaseSince = m_now;
        return say(BlockState::Running,
            "holds at " + std::to_string(percent) + " %: " + percentText(now.errorsPerMille)
                + " of its answers fail");
    }
    if (m_now - m_run.phaseSince < m_block.span)
        return say(BlockState::Running, "at " + std::to_string(percent) + " %");
    if (static_cast<std::size_t>(m_run.phase) + 1 == m_block.percents.size())
        return say(BlockState::Done, "at " + std::to_string(percent) + " %");
    ++m_run.phase;
    return beginDial(m_block.percents[static_cast<std::size_t>(m_run.phase)]);
}

BlockState Blocks::pollFailBack()
{
    const PlanRegionFacts now = facts();
    if (now.isFailingBack)
        return say(BlockState::Running, now.failBackDetail);
    if (now.isInService && now.isHealthy)
        return say(BlockState::Done, m_block.region + " is in service again");
    if (!m_run.hasActed) // it was in service when it was asked
        return beginFailBack();
    return say(BlockState::Failed,
        "the fail-back of " + m_block.region + " has stopped"
            + (now.wasFailBackAborted ? ": " + now.failBackDetail : ""));
}

BlockState Blocks::pollAlarm()
{
    const std::string name = alarmText(m_block.alarm);
    if (!m_block.alarm.region.empty() && !regionIdOf(m_host, m_block.alarm.region))
        return say(BlockState::Failed, "this run has no region '" + m_block.alarm.region + "'");
    const bool isRed = isAlarmRed(m_host, m_block.alarm);
    const std::string text = "alarm '" + name + "' is " + (isRed ? "red" : "green");
    return say(isRed == m_block.alarm.isRed ? BlockState::Done : BlockState::Running, text);
}

bool Blocks::holds(std::string& found) const
{
    const PlanServiceFacts service = m_host.service();
    switch (m_block.fact) {
    case PlanFact::AnswersAtLeast:
    case PlanFact::AnswersAtMost: {
        const int share = facts().answersPerMille;
        found = m_block.region + " is in " + percentText(share) + " of the answers";
        return m_block.fact == PlanFact::AnswersAtLeast ? share >= m_block.limit * 10
                                                        : share <= m_block.limit * 10;
    }
    case PlanFact::LagAtMost: {
        std::string where;
        const auto lag = worstLag(where);
        found
            = lag ? "the most lag is " + durationText(*lag) + " from " + where : "replication from " + where;
        return lag && *lag <= m_block.bound;
    }
    case PlanFact::ErrorsAtMost:
        found = percentText(service.errorsPerMille) + " of the requests fail";
        return service.errorsPerMille <= m_block.limit;
    case PlanFact::Health:
        found = "the health check of " + m_block.region + " is " + (facts().isHealthy ? "green" : "red");
        return facts().isHealthy == m_block.isWanted;
    case PlanFact::Fenced:
        found = m_block.region + (facts().isFenceComplete ? " is fenced" : " is not fenced");
        return facts().isFenceComplete == m_block.isWanted;
    }
    return false;
}

BlockState Blocks::pollCheck()
{
    std::string found;
    if (holds(found))
        return say(BlockState::Done, found);
    const bool isOver = m_now - m_run.startedAt >= m_block.span;
    return say(isOver ? BlockState::Failed : BlockState::Running, found);
}

BlockState Blocks::diff()
{
    const PlanCopyDifference found = m_host.compare(*regionIdOf(m_host, m_block.region));
    std::string text;
    if (found.regionsCompared == 0)
        text = "no other region is in reach to compare with; ";
    else
        text = std::to_string(found.bucketsCompared) + " buckets compared with "
            + std::to_string(found.regionsCompared) + " regions, " + std::to_string(found.bucketsInFlux)
            + " in flux, " + std::to_string(found.bucketsUnequal) + " unequal"
            + (found.bucketsUnequal > 0 ? " (" + found.unequalTables + ")" : "") + "; ";
    text += found.onlyHere == 0 ? "nothing is in " + m_block.region + " alone"
                                : "in " + m_block.region + " alone: " + found.onlyHereText;
    const bool isTooMuch
        = m_block.onlyHereMax >= 0 && found.onlyHere > static_cast<std::uint64_t>(m_block.onlyHereMax);
    return say(isTooMuch || found.bucketsUnequal > 0 ? BlockState::Failed : BlockState::Done, text);
}

} // namespace

BlockState beginBlock(BlockRun& run, bool isGraceful, Instant now, PlanHost& host)
{
    if (!run.block.region.empty() && !regionIdOf(host, run.block.region)) {
        run.detail = "this run has no region '" + run.block.region + "'";
        return BlockState::Failed;
    }
    Blocks blocks(run, isGraceful, now, host);
    const BlockState state = blocks.begin();
    return state == BlockState::Running ? blocks.poll() : state; // it may be over at once
}

BlockState pollBlock(BlockRun& run, bool isGraceful, Instant now, PlanHost& host)
{
    return Blocks(run, isGraceful, now, host).poll();
}

std::optional<PlanBlock> inverseOf(const BlockRun& run)
{
    if (!run.hasActed)
        return std::nullopt;
    PlanBlock inverse = run.block;
    switch (run.block.kind) {
    case BlockKind::Fence:
        inverse.kind = BlockKind::Unfence;
        return inverse;
    case BlockKind::Unfence:
        inverse.kind = BlockKind::Fence;
        return inverse;
    case BlockKind::Promote:
        inverse.region = run.writerBefore;
        inverse.from = run.block.region;
        return inverse;
    case BlockKind::RoutingControl:
        inverse.controls = run.controlsBefore;
        return inverse;
    case BlockKind::ShiftAway:
        inverse.kind = BlockKind::EndShift;
        return inverse;
    case BlockKind::Dial:
    case BlockKind::WarmUp:
        inverse.kind = BlockKind::Dial;
        inverse.limit = run.dialBefore;
        return inverse;
    case BlockKind::FailBack:
        inverse.kind = BlockKind::Command;
        inverse.text = formatCommand(AbortFailBack { run.block.region });
        return inverse;
    default:
        return std::nullopt; // a restored fault is not brought back, and what was waited for is past
    }
}

} // namespace sb
