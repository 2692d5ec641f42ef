// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/region_history.h"

#include <algorithm>
#include <charconv>

namespace sb {

namespace {

constexpr std::size_t kEventsMost = 200;
constexpr std::size_t kVotesMost = 2000;
constexpr std::size_t kRatesMost = 60; // seconds
constexpr Duration kSampleEvery = 1s;

} // namespace

bool explainsState(const Event& event)
{
    switch (event.kind) {
    case EventKind::FaultInjected:
    case EventKind::FaultExpired:
    case EventKind::FaultCleared:
    case EventKind::HealthRed:
    case EventKind::HealthGreen:
    case EventKind::ControlChanged:
    case EventKind::ShiftStarted:
    case EventKind::ShiftEnded:
    case EventKind::DialChanged:
    case EventKind::CapacityWarning:
    case EventKind::CapacityExceeded:
    case EventKind::CapacityRelieved:
    case EventKind::RegionHeld:
    case EventKind::RegionState:
    case EventKind::FailBackStarted:
    case EventKind::FailBackStep:
    case EventKind::FailBackCompleted:
    case EventKind::FailBackAborted:
    case EventKind::ReplicaVerified:
    case EventKind::ReplicaDiverged:
    case EventKind::ReplicaRebuild:
    case EventKind::RegionFenced:
    case EventKind::FenceComplete:
    case EventKind::RegionUnfenced:
    case EventKind::MemberEvicted:
    case EventKind::OrphansFound:
    case EventKind::DiskFailed:
    case EventKind::DiskRecovered:
    case EventKind::WriterMoved:
    case EventKind::ReplicationStalled:
    case EventKind::ReplicationCaughtUp:
    case EventKind::CheckDoubted:
        return true;
    default:
        return false;
    }
}

void RegionHistory::clear(std::size_t regions)
{
    m_regions.assign(regions, {});
    m_sampledAt = kStart;
}

void RegionHistory::forgetEvents()
{
    for (Memory& memory : m_regions) {
        memory.events.clear();
        memory.votes.clear();
    }
}

void RegionHistory::add(const std::vector<Event>& events)
{
    for (const Event& event : events) {
        if (event.region.value >= m_regions.size())
            continue;
        Memory& memory = m_regions[event.region.value];
        if (explainsState(event)) {
            memory.events.push_back(event);
            if (memory.events.size() > kEventsMost)
                memory.events.pop_front();
        }
        int healthy = 0;
        const char* const end = event.valueAfter.data() + event.valueAfter.size();
        if (event.kind != EventKind::CheckerFlipped
            || std::from_chars(event.valueAfter.data(), end, healthy).ec != std::errc {})
            continue;
        memory.votes.push_back({ event.at, healthy });
        if (memory.votes.size() > kVotesMost)
            memory.votes.pop_front();
    }
}

void RegionHistory::sample(const Snapshot& snapshot)
{
    if (snapshot.regions.size() != m_regions.size())
        return;
    const bool isEarlier = snapshot.now < m_sampledAt;
    if (!isEarlier && snapshot.now < m_sampledAt + kSampleEvery)
        return;
    m_sampledAt = snapshot.now;
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        for (std::size_t k = 0; k < m_regions[i].rates.size(); ++k) {
            std::deque<float>& rates = m_regions[i].rates[k];
            if (isEarlier)
                rates.clear();
            rates.push_back(static_cast<float>(snapshot.regions[i].services[k].rateHz));
            if (rates.size() > kRatesMost)
                rates.pop_front();
        }
    }
}

const std::deque<Event>& RegionHistory::events(RegionId region) const
{
    static const std::deque<Event> kNone;
    return region.value < m_regions.size() ? m_regions[region.value].events : kNone;
}

int RegionHistory::healthyAt(RegionId region, Instant at, int total) const
{
    if (region.value >= m_regions.size())
        return total;
    const std::deque<Votes>& votes = m_regions[region.value].votes;
    const auto after = std::upper_bound(
        votes.begin(), votes.end(), at, [](Instant when, const Votes& vote) { return when < vote.at; });
    return after == votes.begin() ? total : std::prev(after)->healthy;
}

const std::deque<float>& RegionHistory::rates(RegionId region, ServiceKind service) const
{
    static const std::deque<float> kNone;
    return region.value < m_regions.size() ? m_regions[region.value].rates[static_cast<std::size_t>(service)]
                                           : kNone;
}

} // namespace sb
