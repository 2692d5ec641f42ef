// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/swarm/rpo_check.h"

#include <algorithm>
#include <cstdlib>

namespace sb {

RpoCheck::RpoCheck(Simulation& simulation, Findings& findings)
    : m_simulation(simulation)
    , m_findings(findings)
{
}

bool RpoCheck::isUp(RegionId region) const
{
    return region != m_lost && !m_simulation.region(region).condition().isDown;
}

bool RpoCheck::hasSurvivor(RegionId origin) const
{
    for (std::size_t i = 0; i < m_simulation.regionCount(); ++i) {
        const RegionId region { static_cast<std::uint8_t>(i) };
        if (region != origin && isUp(region))
            return true;
    }
    return false;
}

std::uint64_t RpoCheck::heldBySurvivors(RegionId origin, LogId log) const
{
    std::uint64_t held = 0;
    for (std::size_t i = 0; i < m_simulation.regionCount(); ++i) {
        const RegionId region { static_cast<std::uint8_t>(i) };
        if (region != origin && isUp(region))
            held = std::max(held, m_simulation.region(region).replica().position(log));
    }
    return held;
}

void RpoCheck::onEntry(RegionId, const LogEntry& entry, bool isLocal, bool)
{
    if (isLocal)
        m_committedAt[entry.version.log()].push_back(entry.committedAt);
}

void RpoCheck::onLogged(const Event& event)
{
    if (event.kind == EventKind::WriteAtRisk) {
        onListed(event);
        return;
    }
    const bool isStoreCut = event.kind == EventKind::DiskFailed && event.action != kDiskFull;
    const bool isOutage = event.kind == EventKind::FaultInjected
        && (event.action == toString(FaultKind::RegionOutage)
            || event.action == toString(FaultKind::RegionDestroyed));
    if (isOutage || isStoreCut)
        onOutage(event.region);
    else if (event.kind == EventKind::WriteRecovered || event.kind == EventKind::WriteOverwritten)
        onSettled(event);
    else if (event.kind == EventKind::WriteLost)
        onLost(event);
}

LogId RpoCheck::logOf(RegionId origin) const
{
    return m_simulation.region(origin).replica().ownLog();
}

// The event comes before the region's state changes, and before the list that it causes.
void RpoCheck::onOutage(RegionId lost)
{
    m_lost = lost;
    for (std::size_t i = 0; i < m_simulation.regionCount(); ++i) {
        const RegionId origin { static_cast<std::uint8_t>(i) };
        const bool isOut = origin == lost || m_simulation.region(origin).condition().isDown;
        if (!isOut || !hasSurvivor(origin))
            continue;
        const LogId log = logOf(origin);
        const std::uint64_t end = m_simulation.region(origin).replica().position(log);
        for (std::uint64_t seq = heldBySurvivors(origin) + 1; seq <= end; ++seq)
            if (m_open.count({ log, seq }) == 0 && m_lostForGood.count({ log, seq }) == 0)
                m_expected.insert({ log, seq });
    }
    m_findings.look(Invariant::RpoReport);
}

void RpoCheck::settleUp()
{
    for (const Place& place : m_expected)
        m_findings.violate(Invariant::RpoReport,
            "write " + std::to_string(place.first.origin.value) + "#" + std::to_string(place.second)
                + " is in no survivor, and the record does not list it as at risk");
    m_expected.clear();
    m_lost = RegionId {};
}

// Of its logs the latest first.
std::optional<RpoCheck::Place> RpoCheck::findCommit(RegionId origin, Instant committedAt) const
{
    for (std::uint32_t incarnation = logOf(origin).incarnation; incarnation >= 1; --incarnation) {
        const LogId log { origin, incarnation };
        const auto known = m_committedAt.find(log);
        if (known == m_committedAt.end())
            continue;
        const std::vector<Instant>& times = known->second;
        std::uint64_t seq = static_cast<std::uint64_t>(
                                std::lower_bound(times.begin(), times.end(), committedAt) - times.begin())
            + 1;
        // Two commits of one microsecond are listed in their order.
        while (seq < times.size() && times[seq] == committedAt && m_open.count({ log, seq }) > 0)
            ++seq;
        if (seq <= times.size() && times[seq - 1] == committedAt)
            return Place { log, seq };
    }
    return std::nullopt;
}

void RpoCheck::onListed(const Event& event)
{
    const Instant committedAt = atMicros(std::strtoll(event.valueBefore.c_str(), nullptr, 10));
    const auto place = findCommit(event.region, committedAt);
    m_findings.expect(
        Invariant::RpoReport, place.has_value(), [&] { return event.object + " was never written"; });
    if (!place)
        return;
    const auto [origin, seq] = *place;
    const bool isHeld = hasSurvivor(event.region) && heldBySurvivors(event.region, origin) >= seq;
    m_findings.expect(Invariant::RpoReport, !isHeld,
        [&] { return event.object + " is listed as at risk although a survivor holds it"; });
    m_everListed.insert(*place);
    m_open.insert({ origin, seq });
    m_expected.erase({ origin, seq });
    m_listedBy[event.seq.value] = { origin, seq };
}

void RpoCheck::onSettled(const Event& event)
{
    const auto listed = m_listedBy.find(event.cause.value);
    m_findings.expect(Invariant::RpoReport, listed != m_listedBy.end() && m_open.count(listed->second) > 0,
        [&] { return event.object + " is settled, but was not at risk"; });
    if (listed == m_listedBy.end())
        return;
    const auto [origin, seq] = listed->second;
    m_findings.expect(Invariant::RpoReport, m_simulation.region(event.peer).replica().position(origin) >= seq,
        [&] { return event.object + " is settled by a region that lacks it"; });
    m_open.erase(listed->second);
    m_listedBy.erase(listed);
}

// Lost: no store that still exists holds it.
void RpoCheck::onLost(const Event& event)
{
    const auto listed = m_listedBy.find(event.cause.value);
    m_findings.expect(Invariant::RpoReport, listed != m_listedBy.end() && m_open.count(listed->second) > 0,
        [&] { return event.object + " is called lost, but was not at risk"; });
    if (listed == m_listedBy.end())
        return;
    const auto [log, seq] = listed->second;
    for (std::size_t i = 0; i < m_simulation.regionCount(); ++i) {
        const Region& region = m_simulation.region(RegionId { static_cast<std::uint8_t>(i) });
        const bool hasStore = i != event.peer.value && !region.condition().isStoreLost;
        Replica& replica = m_simulation.region(RegionId { static_cast<std::uint8_t>(i) }).replica();
        m_findings.expect(Invariant::RpoReport, !hasStore || replica.position(log) < seq,
            [&] { return event.object + " is called lost, and a store still holds it"; });
    }
    m_lostForGood.insert(listed->second);
    m_open.erase(listed->second);
    m_listedBy.erase(listed);
}

void RpoCheck::finish()
{
    settleUp();
    m_findings.expect(Invariant::RpoReport, m_open.empty() && m_simulation.ledger().unsettled() == 0, [&] {
        return std::to_string(m_simulation.ledger().unsettled()) + " writes are still listed as at risk, "
            + std::to_string(m_open.size()) + " by our account, although every copy has them";
    });
}

} // namespace sb
