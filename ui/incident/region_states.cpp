// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/region_states.h"

#include <algorithm>
#include <optional>

namespace sb {
namespace {

std::optional<RegionState> stateNamed(const std::string& name)
{
    for (int i = 0; i < kRegionStateCount; ++i) {
        if (toString(static_cast<RegionState>(i)) == name)
            return static_cast<RegionState>(i);
    }
    return std::nullopt;
}

std::optional<RegionState> stateOfStep(const std::string& action)
{
    if (action == "catch-up")
        return RegionState::CatchingUp;
    if (action == "verify")
        return RegionState::Verifying;
    if (action == "ramp")
        return RegionState::Ramping;
    return std::nullopt;
}

} // namespace

void RegionStates::reset(std::size_t regions)
{
    m_spans.assign(regions, { StateSpan {} });
    m_isHeld.assign(regions, false);
    m_told = kStart;
}

void RegionStates::take(const Event& event)
{
    m_told = std::max(m_told, event.at);
    if (!event.region.isValid() || event.region.value >= m_spans.size())
        return;
    const auto become = [&](RegionState state) { set(event.region, state, event.at, event.seq); };
    switch (event.kind) {
    case EventKind::RegionState:
        if (const auto state = stateNamed(event.valueAfter))
            become(*state);
        break;
    case EventKind::FaultInjected:
        if (event.action == toString(FaultKind::RegionOutage))
            become(RegionState::Failed);
        break;
    case EventKind::HealthRed:
        become(RegionState::Failed);
        break;
    case EventKind::HealthGreen:
        become(m_isHeld[event.region.value] ? RegionState::Held : RegionState::Serving);
        break;
    case EventKind::RegionHeld:
        m_isHeld[event.region.value] = true;
        break;
    case EventKind::FailBackStarted:
        become(RegionState::CatchingUp);
        break;
    case EventKind::FailBackStep:
        if (const auto state = stateOfStep(event.action))
            become(*state);
        break;
    case EventKind::FailBackCompleted:
        m_isHeld[event.region.value] = false;
        become(RegionState::Serving);
        break;
    case EventKind::FailBackAborted:
        become(RegionState::Held);
        break;
    default:
        break;
    }
}

bool RegionStates::apply(const Snapshot& snapshot)
{
    if (snapshot.now < m_told) // the log is ahead of it
        return false;
    bool changed = false;
    for (const RegionView& region : snapshot.regions) {
        if (region.id.value >= m_spans.size())
            continue;
        // What began before the state that is known now began with something else: only now is certain.
        const Instant known = m_spans[region.id.value].back().from;
        const bool isLater = region.since > known && region.since <= snapshot.now;
        changed |= set(region.id, region.state, isLater ? region.since : snapshot.now, {});
    }
    return changed;
}

bool RegionStates::set(RegionId region, RegionState state, Instant at, EventSeq seq)
{
    std::deque<StateSpan>& spans = m_spans[region.value];
    StateSpan& last = spans.back();
    if (last.state == state)
        return false;
    at = std::max(at, last.from);
    if (at == last.from && spans.size() > 1 && spans[spans.size() - 2].state == state) {
        spans.pop_back(); // it lasted no time at all
        spans.back().to = kNever;
        return true;
    }
    if (at == last.from) {
        last.state = state;
        last.seq = seq;
        return true;
    }
    last.to = at;
    spans.push_back({ at, kNever, state, seq });
    if (spans.size() > kSpansMax)
        spans.pop_front();
    return true;
}

} // namespace sb
