// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/swarm/rpo_check.h"

#include "backend/base/hash.h"
#include "backend/replication/write_label.h"

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

std::uint64_t RpoCheck::heldBySurvivors(LogId log) const
{
    std::uint64_t held = 0;
    for (std::size_t i = 0; i < m_simulation.regionCount(); ++i) {
        const RegionId region { static_cast<std::uint8_t>(i) };
        const Replica& replica = m_simulation.region(region).replica();
        if (replica.ownLog() != log && isUp(region))
            held = std::max(held, replica.position(log));
    }
    return held;
}

void RpoCheck::onEntry(RegionId, const LogEntry& entry, bool isLocal, bool)
{
    if (isLocal)
        m_committed[entry.version.log()].push_back({ entry.committedAt, hashBytes(labelOf(entry)) });
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
    else if (event.kind == EventKind::WriteRecovered || event.kind == EventKind::WriteOverwritten
        || event.kind == EventKind::WriteRefused)
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
        for (std::uint64_t seq = heldBySurvivors(log) + 1; seq <= end; ++seq)
            if (m_open.count({ log, seq }) == 0 && m_lostForGood.count({ log, seq }) == 0)
                m_expected.insert({ log, seq });
    }
    expectFormerLogs(lost);
    m_findings.look(Invariant::RpoReport);
}

// Of origins that have a new store: what the lost region had received of their former logs, and no survivor.
void RpoCheck::expectFormerLogs(RegionId lost)
{
    if (m_simulation.region(lost).condition().isStoreLost)
        return;
    Replica& replica = m_simulation.region(lost).replica();
    for (const auto& [log, writes] : m_committed) {
        if (log == logOf(log.origin) || !hasSurvivor(lost))
            continue;
        for (std::uint64_t seq = heldBySurvivors(log) + 1; seq <= replica.position(log); ++seq)
            if (m_open.count({ log, seq }) == 0 && m_lostForGood.count({ log, seq }) == 0
                && replica.store().logEntry(log, seq) != nullptr)
                m_expected.insert({ log, seq });
    }
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

// The latest log of its origin that has a commit of that instant and that name and is not listed for it
// already: of two such commits the first is listed first. (An instant alone does not name a write: those that
// had waited for the RPO bound are committed in one.)
std::optional<RpoCheck::Place> RpoCheck::placeOf(const Event& listed) const
{
    const Instant committedAt = atMicros(std::strtoll(listed.valueBefore.c_str(), nullptr, 10));
    const std::uint64_t label = hashBytes(listed.object);
    for (auto known = m_committed.rbegin(); known != m_committed.rend(); ++known) {
        const auto& [log, writes] = *known;
        if (log.origin != listed.region)
            continue;
        auto write = std::lower_bound(writes.begin(), writes.end(), committedAt,
            [](const Committed& each, Instant at) { return each.at < at; });
        for (; write != writes.end() && write->at == committedAt; ++write) {
            const Place place { log, static_cast<std::uint64_t>(write - writes.begin()) + 1 };
            if (write->label == label && m_open.count(place) == 0)
                return place;
        }
    }
    return std::nullopt;
}

void RpoCheck::onListed(const Event& event)
{
    const auto place = placeOf(event);
    m_findings.expect(
        Invariant::RpoReport, place.has_value(), [&] { return event.object + " was never written"; });
    if (!place)
        return;
    m_findings.expect(Invariant::RpoReport,
        !hasSurvivor(event.region) || heldBySurvivors(place->first) < place->second,
        [&] { return event.object + " is listed as at risk although a survivor holds it"; });
    m_open.insert(*place);
    m_expected.erase(*place);
    m_listedBy[event.seq.value] = *place;
}

void RpoCheck::onSettled(const Event& event)
{
    const auto listed = m_listedBy.find(event.cause.value);
    m_findings.expect(Invariant::RpoReport, listed != m_listedBy.end() && m_open.count(listed->second) > 0,
        [&] { return event.object + " is settled, but was not at risk"; });
    if (listed == m_listedBy.end())
        return;
    const auto [origin, seq] = listed->second;
    if (event.action == kHeldByVotes) { // in no store any more; strong_check.h looks at the votes
        m_lostForGood.insert(listed->second);
        m_open.erase(listed->second);
        m_listedBy.erase(listed);
        return;
    }
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

// What was called lost may be readable only if another position wrote it, as a customer's repeat does that
// was accepted elsewhere: no copy may claim its position, no row may carry its version.
void RpoCheck::checkLostStayLost()
{
    for (std::size_t i = 0; i < m_simulation.regionCount(); ++i) {
        Replica& replica = m_simulation.region(RegionId { static_cast<std::uint8_t>(i) }).replica();
        for (const auto& [log, seq] : m_lostForGood)
            m_findings.expect(Invariant::RpoReport, replica.position(log) < seq, [&, at = log, place = seq] {
                return "write " + std::to_string(at.origin.value) + "#" + std::to_string(place)
                    + " is called lost, and region " + std::to_string(i) + " holds it";
            });
        replica.store().forEach(Table::Orders, [&](const Key& key, const Item& item) {
            m_findings.expect(Invariant::RpoReport,
                m_lostForGood.count({ item.version.log(), item.version.seq }) == 0, [&] {
                    return "order " + std::to_string(key.sort) + " is called lost, and region "
                        + std::to_string(i) + " shows that very version";
                });
        });
    }
}

// With equal copies, what no store holds must have been called lost, of every log there ever was.
void RpoCheck::checkNothingMissing()
{
    const Replica& copy = m_simulation.region(RegionId { 0 }).replica();
    for (const auto& [log, writes] : m_committed)
        for (std::uint64_t seq = copy.position(log) + 1; seq <= writes.size(); ++seq)
            m_findings.expect(
                Invariant::RpoReport, m_lostForGood.count({ log, seq }) > 0, [&, at = log, place = seq] {
                    return "write " + std::to_string(at.origin.value) + "#" + std::to_string(place)
                        + " (incarnation " + std::to_string(at.incarnation)
                        + ") is in no store, and the record does not call it lost";
                });
}

void RpoCheck::finish()
{
    settleUp();
    checkNothingMissing();
    checkLostStayLost();
    m_findings.expect(Invariant::RpoReport, m_open.empty() && m_simulation.ledger().unsettled() == 0, [&] {
        return std::to_string(m_simulation.ledger().unsettled()) + " writes are still listed as at risk, "
            + std::to_string(m_open.size()) + " by our account, although every copy has them";
    });
}

} // namespace sb
