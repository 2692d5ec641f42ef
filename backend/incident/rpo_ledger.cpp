// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/rpo_ledger.h"

#include "backend/base/text.h"
#include "backend/bookstore/catalogue.h"
#include "backend/kernel/mutant.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kSweep };

constexpr std::size_t kListedMax = 200'000; // unsettled writes named one by one; beyond it only counted

std::string tenths(Duration d)
{
    return std::to_string(d.count() / 1'000'000) + "." + std::to_string(d.count() / 100'000 % 10);
}

} // namespace

RpoLedger::RpoLedger(Env& env, EventLog& log, IncidentMonitor& monitor, std::vector<Replica*> replicas,
    std::vector<std::string> names, Duration lagObjective, std::function<bool(RegionId)> isDown)
    : m_env(env)
    , m_log(log)
    , m_monitor(monitor)
    , m_replicas(std::move(replicas))
    , m_names(std::move(names))
    , m_lagObjective(lagObjective)
    , m_isDown(std::move(isDown))
    , m_isStoreLost(m_replicas.size(), false)
    , m_listedTo(m_replicas.size(), 0)
{
}

void RpoLedger::connect(ComponentId self)
{
    m_self = self;
    m_env.postIn(1s, m_self, kSweep);
}

void RpoLedger::onEvent(const SimEvent& event)
{
    if (event.kind != kSweep)
        return;
    sweep();
    m_env.postIn(1s, m_self, kSweep);
}

std::uint64_t RpoLedger::firstAtRisk(RegionId region) const
{
    return heldElsewhere(region) + 1;
}

std::uint64_t RpoLedger::heldElsewhere(RegionId origin, RegionId lost) const
{
    const bool onlyLive = hasLivePeer(origin, lost);
    std::uint64_t held = 0;
    for (std::size_t i = 0; i < m_replicas.size(); ++i) {
        const RegionId region { static_cast<std::uint8_t>(i) };
        if (region != origin && !(onlyLive && (region == lost || m_isDown(region))))
            held = std::max(held, m_replicas[i]->position(m_replicas[origin.value]->ownLog()));
    }
    return held;
}

void RpoLedger::onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded)
{
    if (!isLocal && !m_open.empty())
        settle(at, entry, isSuperseded);
}

void RpoLedger::settle(RegionId at, const LogEntry& entry, bool isSuperseded)
{
    const auto found = m_open.find({ entry.version.log(), entry.version.seq });
    if (found == m_open.end())
        return;
    const Listed listed = found->second;
    m_open.erase(found);
    const Duration delay = m_env.now() - listed.committedAt;
    IncidentView& view = m_monitor.view();
    ++(isSuperseded ? view.overwritten : view.recovered);
    m_log.append({ .kind = isSuperseded ? EventKind::WriteOverwritten : EventKind::WriteRecovered,
        .severity = isSuperseded ? Severity::Warning : Severity::Info,
        .actor = Actor::Replication,
        .region = entry.version.origin,
        .peer = at,
        .cause = listed.event,
        .object = listed.label,
        .valueAfter = tenths(delay),
        .unit = "s",
        .note = listed.label + (isSuperseded ? " reached " : " became readable in ") + m_names[at.value]
            + " after " + durationText(delay)
            + (isSuperseded ? ", but a newer version had already won there" : std::string()) });
}

std::string RpoLedger::labelOf(const LogEntry& entry) const
{
    if (!entry.customer.isValid())
        return "rows of the stock of " + groupedText(static_cast<std::int64_t>(entry.mutations.size()))
            + (entry.mutations.size() == 1 ? " book" : " books");
    if (entry.order.isValid())
        return "order " + groupedText(static_cast<std::int64_t>(entry.order.value));
    return "cart of customer " + groupedText(static_cast<std::int64_t>(entry.customer.value));
}

void RpoLedger::list(RegionId region, std::uint64_t from, std::uint64_t upTo)
{
    Replica& replica = *m_replicas[region.value];
    IncidentView& view = m_monitor.view();
    if (SB_MUTANT(RpoForgetsOne) && upTo >= from)
        --upTo;
    for (std::uint64_t seq = from; seq <= upTo; ++seq) {
        m_listedTo[region.value] = std::max(m_listedTo[region.value], seq);
        if (m_open.count({ replica.ownLog(), seq }) > 0)
            continue;
        const LogEntry* entry = replica.store().logEntry(replica.ownLog(), seq);
        SB_ASSERT(entry != nullptr);
        const Instant committedAt = entry->committedAt; // the entry is gone after the store's next call
        const Duration age = m_env.now() - committedAt;
        ++view.rpoOperations;
        view.rpoOrders += entry->order.isValid() ? 1 : 0;
        view.rpoMoney += entry->amount;
        view.rpoAge = std::max(view.rpoAge, age);
        if (m_open.size() >= kListedMax)
            continue;
        const std::string label = labelOf(*entry);
        const EventSeq event = m_log.append({ .kind = EventKind::WriteAtRisk,
            .severity = Severity::Warning,
            .actor = Actor::Replication,
            .region = region,
            .object = label,
            .action = entry->order.isValid() ? "order"
                : entry->customer.isValid()  ? "cart"
                                             : "stock",
            .valueBefore = std::to_string(micros(committedAt)),
            .valueAfter = plainMoneyText(entry->amount),
            .unit = "EUR",
            .note = label + ", acknowledged by " + m_names[region.value] + " " + durationText(age)
                + " ago, exists in no other region that is up" });
        m_open.emplace(std::pair { replica.ownLog(), seq }, Listed { event, committedAt, label });
    }
}

void RpoLedger::onLogged(const Event& event)
{
    const bool isDestroyed = event.action == toString(FaultKind::RegionDestroyed);
    if (event.kind != EventKind::FaultInjected
        || (!isDestroyed && event.action != toString(FaultKind::RegionOutage)))
        return;
    const RegionId lost = event.region;
    // Writes listed while they merely waited are cut off now: the outage makes them older losses.
    const LogId lostLog = m_replicas[lost.value]->ownLog();
    const auto oldest = m_open.lower_bound({ lostLog, 0 });
    if (oldest != m_open.end() && oldest->first.first == lostLog) {
        Duration& age = m_monitor.view().rpoAge;
        age = std::max(age, m_env.now() - oldest->second.committedAt);
    }
    for (std::size_t i = 0; i < m_replicas.size(); ++i) {
        const RegionId origin { static_cast<std::uint8_t>(i) };
        const std::uint64_t held = heldElsewhere(origin, lost);
        if (origin == lost || (m_isDown(origin) && hasLivePeer(origin, lost)))
            list(origin, held + 1, m_replicas[i]->position(m_replicas[i]->ownLog()));
        else if (!m_isDown(origin)) // its writes that only the lost one had received too: for the next sweep
            m_listedTo[i] = std::min(m_listedTo[i], held);
    }
    if (isDestroyed) {
        m_isStoreLost[lost.value] = true;
        settleLost(lost, event.seq);
    }
}

void RpoLedger::settleLost(RegionId lost, EventSeq cause)
{
    std::vector<std::pair<LogId, std::uint64_t>> gone;
    for (const auto& [position, listed] : m_open) {
        const auto& [log, seq] = position;
        bool isHeld = false;
        for (std::size_t i = 0; i < m_replicas.size(); ++i)
            isHeld = isHeld || (!m_isStoreLost[i] && m_replicas[i]->position(log) >= seq);
        if (!isHeld)
            gone.push_back(position);
    }
    for (const auto& position : gone) {
        const Listed listed = m_open.at(position);
        m_open.erase(position);
        ++m_monitor.view().lost;
        m_log.append({ .kind = EventKind::WriteLost,
            .severity = Severity::Critical,
            .actor = Actor::Replication,
            .region = position.first.origin,
            .peer = lost,
            .cause = listed.event,
            .object = listed.label,
            .note = listed.label + " is lost: the store of " + m_names[lost.value]
                + " was the last that held it, " + durationText(m_env.now() - listed.committedAt)
                + " after it was acknowledged" });
    }
    if (!gone.empty())
        m_env.mix(hashCombine(gone.size(), cause.value));
}

void RpoLedger::onReset(RegionId at, Store&)
{
    // A new incarnation counts its own log from 1.
    m_isStoreLost[at.value] = false;
    m_listedTo[at.value] = 0;
}

bool RpoLedger::hasLivePeer(RegionId region, RegionId lost) const
{
    for (std::size_t i = 0; i < m_replicas.size(); ++i) {
        const RegionId other { static_cast<std::uint8_t>(i) };
        if (other != region && other != lost && !m_isDown(other))
            return true;
    }
    return false;
}

void RpoLedger::sweep()
{
    if (!m_monitor.isOpen())
        return;
    for (std::size_t i = 0; i < m_replicas.size(); ++i) {
        const RegionId region { static_cast<std::uint8_t>(i) };
        if (m_isDown(region) || !hasLivePeer(region))
            continue;
        Replica& replica = *m_replicas[i];
        const std::uint64_t from = std::max(heldElsewhere(region), m_listedTo[i]);
        std::uint64_t upTo = from;
        while (upTo < replica.position(replica.ownLog())
            && m_env.now() - replica.totals(upTo + 1).committedAt > m_lagObjective)
            ++upTo;
        list(region, from + 1, upTo);
    }
}

RpoLedger::AtRisk RpoLedger::atRisk(RegionId region) const
{
    const Replica& replica = *m_replicas[region.value];
    const std::uint64_t end = replica.position(replica.ownLog());
    const std::uint64_t held = heldElsewhere(region);
    if (held >= end)
        return {};
    const LogTotals& all = replica.totals(end);
    const LogTotals& safe = replica.totals(held);
    return { all.operations - safe.operations, all.orders - safe.orders, all.money - safe.money,
        m_env.now() - replica.totals(held + 1).committedAt };
}

std::vector<RiskyWrite> RpoLedger::newestAtRisk(RegionId region, std::size_t max) const
{
    std::vector<RiskyWrite> writes;
    Replica& replica = *m_replicas[region.value];
    const std::uint64_t first = firstAtRisk(region);
    for (std::uint64_t seq = replica.position(replica.ownLog()); seq >= first && writes.size() < max; --seq) {
        const LogEntry* entry = replica.store().logEntry(replica.ownLog(), seq);
        if (entry == nullptr)
            break;
        writes.push_back(
            { labelOf(*entry), entry->order, entry->customer, entry->committedAt, entry->amount });
    }
    return writes;
}

} // namespace sb
