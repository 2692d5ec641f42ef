// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/rpo_ledger.h"

#include "backend/base/text.h"
#include "backend/bookstore/catalogue.h"
#include "backend/kernel/mutant.h"
#include "backend/replication/write_label.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kSweep };

constexpr std::size_t kListedMax = 200'000; // unsettled writes named one by one; beyond it only counted

std::string tenths(Duration d)
{
    return std::to_string(d.count() / 1'000'000) + "." + std::to_string(d.count() / 100'000 % 10);
}

// The rule that keeps an entry out of a copy although it has arrived; nothing when a newer version does. Of
// an order its own row decides, as everywhere.
std::optional<ConflictPolicy> ruleAgainst(Replica& replica, const LogEntry& entry)
{
    for (const Mutation& mutation : entry.mutations) {
        if (entry.order.isValid() && mutation.key.table != Table::Orders)
            continue;
        const ConflictPolicy policy = replica.policies().of(mutation.key.table);
        if (policy == ConflictPolicy::FirstWins)
            return policy;
        if (policy != ConflictPolicy::LaterEpochWins)
            continue;
        const Item* item = replica.store().find(mutation.key);
        if (item != nullptr && writerEpoch(item->value) > writerEpoch(mutation.value))
            return policy;
    }
    return std::nullopt;
}

std::string reasonOf(ConflictPolicy rule)
{
    return rule == ConflictPolicy::FirstWins ? "it may be written once, and an earlier one was there"
                                             : "its writer's epoch was over, and a later writer's was there";
}

} // namespace

RpoLedger::RpoLedger(Env& env, EventLog& log, IncidentMonitor& monitor, std::vector<Replica*> replicas,
    std::vector<std::string> names, Duration lagObjective, Hooks hooks)
    : m_env(env)
    , m_log(log)
    , m_monitor(monitor)
    , m_replicas(std::move(replicas))
    , m_names(std::move(names))
    , m_lagObjective(lagObjective)
    , m_hooks(std::move(hooks))
    , m_isStoreLost(m_replicas.size(), false)
    , m_heard(m_replicas.size())
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
        if (region != origin && !(onlyLive && (region == lost || m_hooks.isDown(region))))
            held = std::max(held, m_replicas[i]->position(m_replicas[origin.value]->ownLog()));
    }
    return held;
}

void RpoLedger::onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded)
{
    if (isLocal)
        return;
    m_heard.onHeard(at, entry);
    if (!m_open.empty())
        settle(at, entry, isSuperseded);
}

void RpoLedger::settle(RegionId at, const LogEntry& entry, bool isSuperseded)
{
    const auto found = m_open.find({ entry.version.log(), entry.version.seq });
    if (found == m_open.end())
        return;
    const Listed listed = found->second;
    m_open.erase(found);
    const auto rule
        = isSuperseded ? ruleAgainst(*m_replicas[at.value], entry) : std::optional<ConflictPolicy> {};
    if (rule)
        appendSettled(EventKind::WriteRefused, listed, entry.version.origin, at,
            "reached " + m_names[at.value] + " after " + durationText(m_env.now() - listed.committedAt)
                + ", but was kept out: " + reasonOf(*rule),
            toString(*rule));
    else if (isSuperseded)
        appendSettled(EventKind::WriteOverwritten, listed, entry.version.origin, at,
            "reached " + m_names[at.value] + " after " + durationText(m_env.now() - listed.committedAt)
                + ", but a newer version had already won there");
    else
        appendSettled(EventKind::WriteRecovered, listed, entry.version.origin, at,
            "became readable in " + m_names[at.value] + " after "
                + durationText(m_env.now() - listed.committedAt));
}

// Counts and records how a listed write ended.
void RpoLedger::appendSettled(EventKind kind, const Listed& listed, RegionId origin, RegionId at,
    const std::string& what, std::string_view rule)
{
    const bool isLost = kind == EventKind::WriteLost;
    const bool isRecovered = kind == EventKind::WriteRecovered;
    IncidentView& view = m_monitor.view();
    ++(isLost                                 ? view.lost
            : isRecovered                     ? view.recovered
            : kind == EventKind::WriteRefused ? view.refused
                                              : view.overwritten);
    m_log.append({ .kind = kind,
        .severity = isLost ? Severity::Critical
            : isRecovered  ? Severity::Info
                           : Severity::Warning,
        .actor = Actor::Replication,
        .region = origin,
        .peer = at,
        .cause = listed.event,
        .object = listed.label,
        .action = std::string(rule),
        .valueAfter = isLost ? std::string() : tenths(m_env.now() - listed.committedAt),
        .unit = isLost ? "" : "s",
        .note = listed.label + " " + what });
}

void RpoLedger::onOrphansFound(RegionId region, const OrphanSet& orphans)
{
    for (const LogEntry& orphan : orphans.entries) {
        const std::pair position { orphan.version.log(), orphan.version.seq };
        if (m_open.count(position) == 0 && m_monitor.isOpen())
            listEntry(orphan);
        if (const auto found = m_open.find(position); found != m_open.end())
            found->second.isSetAside = true;
    }
    m_env.mix(hashCombine(region.value, orphans.entries.size()));
}

void RpoLedger::onOrphanSettled(RegionId at, const LogEntry& orphan, OrphanOutcome outcome)
{
    const auto found = m_open.find({ orphan.version.log(), orphan.version.seq });
    if (found == m_open.end())
        return; // it was found while no incident was open
    if (outcome == OrphanOutcome::Discarded) {
        found->second.isSetAside = false;
        found->second.isDiscarded = true;
        found->second.lastHolder = at;
        settleLost();
        return;
    }
    const Listed listed = found->second;
    m_open.erase(found);
    const std::string& name = m_names[at.value];
    const std::string after = " after " + durationText(m_env.now() - listed.committedAt);
    const RegionId origin = orphan.version.origin;
    switch (outcome) {
    case OrphanOutcome::Replayed:
        appendSettled(EventKind::WriteRecovered, listed, origin, at, "was written anew in " + name + after);
        break;
    case OrphanOutcome::Superseded:
        appendSettled(EventKind::WriteOverwritten, listed, origin, at,
            "was offered anew in " + name + after + ", but something newer stood there");
        break;
    case OrphanOutcome::Refused: {
        const auto rule = ruleAgainst(*m_replicas[at.value], orphan);
        appendSettled(EventKind::WriteRefused, listed, origin, at,
            "was offered anew in " + name + after
                + ", but was kept out: what stood there may not be replaced",
            rule ? toString(*rule) : "written once");
        break;
    }
    case OrphanOutcome::Discarded:
        break; // dealt with above
    }
}

void RpoLedger::list(RegionId region, std::uint64_t from, std::uint64_t upTo)
{
    Replica& replica = *m_replicas[region.value];
    if (SB_MUTANT(RpoForgetsOne) && upTo >= from)
        --upTo;
    for (std::uint64_t seq = from; seq <= upTo; ++seq) {
        m_listedTo[region.value] = std::max(m_listedTo[region.value], seq);
        if (m_open.count({ replica.ownLog(), seq }) > 0 || m_lost.count({ replica.ownLog(), seq }) > 0)
            continue;
        const LogEntry* entry = replica.store().logEntry(replica.ownLog(), seq);
        SB_ASSERT(entry != nullptr);
        listEntry(*entry);
    }
}

void RpoLedger::listFormerLogs(RegionId holder)
{
    if (m_isStoreLost[holder.value])
        return;
    Replica& replica = *m_replicas[holder.value];
    const bool onlyLive = hasLivePeer(holder);
    for (std::size_t index = 0; index < replica.positions().size(); ++index) {
        const LogId log = logAt(index, m_replicas.size());
        if (m_replicas[log.origin.value]->ownLog() == log)
            continue;
        std::uint64_t held = 0;
        for (std::size_t i = 0; i < m_replicas.size(); ++i) {
            const RegionId other { static_cast<std::uint8_t>(i) };
            if (other != holder && !(onlyLive && m_hooks.isDown(other)))
                held = std::max(held, m_replicas[i]->position(log));
        }
        for (std::uint64_t seq = held + 1; seq <= replica.position(log); ++seq) {
            if (m_open.count({ log, seq }) > 0 || m_lost.count({ log, seq }) > 0)
                continue;
            // What came as part of a copy is in no log, and has no name here.
            if (const LogEntry* entry = replica.store().logEntry(log, seq))
                listEntry(*entry);
        }
    }
}

void RpoLedger::listEntry(const LogEntry& entry)
{
    IncidentView& view = m_monitor.view();
    const Duration age = m_env.now() - entry.committedAt;
    ++view.rpoOperations;
    view.rpoOrders += entry.order.isValid() ? 1 : 0;
    view.rpoMoney += entry.amount;
    view.rpoAge = std::max(view.rpoAge, age);
    if (m_open.size() >= kListedMax)
        return;
    const std::string label = labelOf(entry);
    const std::pair position { entry.version.log(), entry.version.seq };
    LogEntry kept = entry; // the entry may be gone after the store's next call
    kept.seen.clear();
    const EventSeq event = m_log.append({ .kind = EventKind::WriteAtRisk,
        .severity = Severity::Warning,
        .actor = Actor::Replication,
        .region = entry.version.origin,
        .object = label,
        .action = entry.mutations.front().key.table == Table::Posts ? "post"
            : entry.order.isValid()                                 ? "order"
            : entry.customer.isValid()                              ? "cart"
                                                                    : "stock",
        .valueBefore = std::to_string(micros(entry.committedAt)),
        .valueAfter = plainMoneyText(entry.amount),
        .unit = "EUR",
        .note = label + ", acknowledged by " + m_names[entry.version.origin.value] + " " + durationText(age)
            + " ago, exists in no other region that is up" });
    Listed listed;
    listed.event = event;
    listed.committedAt = kept.committedAt;
    listed.label = label;
    listed.entry = std::move(kept);
    m_open.emplace(position, std::move(listed));
}

void RpoLedger::onLogged(const Event& event)
{
    const bool isDestroyed = event.action == toString(FaultKind::RegionDestroyed);
    if (event.kind != EventKind::FaultInjected
        || (!isDestroyed && event.action != toString(FaultKind::RegionOutage)))
        return;
    cutOff(event.region);
    if (isDestroyed) {
        listOnlyIn(event.region, {});
        estimateLoss(event.region, event);
        m_isStoreLost[event.region.value] = true;
        noteGone(event.region);
        settleLost();
    }
}

void RpoLedger::cutOff(RegionId lost)
{
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
        if (origin == lost || (m_hooks.isDown(origin) && hasLivePeer(origin, lost)))
            list(origin, held + 1, m_replicas[i]->position(m_replicas[i]->ownLog()));
        else if (!m_hooks.isDown(
                     origin)) // its writes that only the lost one had received too: for the next sweep
            m_listedTo[i] = std::min(m_listedTo[i], held);
    }
    listFormerLogs(lost);
}

void RpoLedger::onStoreCut(RegionId region, const std::vector<LogBounds>& kept)
{
    cutOff(region);
    listOnlyIn(region, kept);
    m_cut = region;
    m_keptEnds = kept;
    noteGone(region);
    settleLost();
    m_cut = {};
    m_keptEnds.clear();
}

// A log of an earlier incarnation has nobody who would list it as his own.
void RpoLedger::listOnlyIn(RegionId region, const std::vector<LogBounds>& kept)
{
    Replica& replica = *m_replicas[region.value];
    const std::vector<LogBounds> logs = replica.store().logs();
    for (const LogBounds& log : logs) {
        std::uint64_t held = 0;
        for (std::size_t i = 0; i < m_replicas.size(); ++i)
            if (i != region.value && !m_isStoreLost[i])
                held = std::max(held, m_replicas[i]->position(log.id));
        for (const LogBounds& end : kept)
            if (end.id == log.id)
                held = std::max(held, end.end - 1);
        for (std::uint64_t seq = std::max(held + 1, log.begin); seq < log.end; ++seq) {
            if (m_open.count({ log.id, seq }) > 0 || m_lost.count({ log.id, seq }) > 0)
                continue;
            const LogEntry* entry = replica.store().logEntry(log.id, seq);
            SB_ASSERT(entry != nullptr);
            listEntry(*entry);
        }
    }
}

bool RpoLedger::isHeldBy(std::size_t region, LogId log, std::uint64_t seq) const
{
    if (m_isStoreLost[region])
        return false;
    if (region != m_cut.value || !m_cut.isValid())
        return m_replicas[region]->position(log) >= seq;
    return std::any_of(m_keptEnds.begin(), m_keptEnds.end(),
        [&](const LogBounds& kept) { return kept.id == log && kept.end > seq; });
}

void RpoLedger::estimateLoss(RegionId lost, const Event& fault)
{
    std::vector<bool> isSurvivor;
    for (std::size_t i = 0; i < m_replicas.size(); ++i) {
        const RegionId region { static_cast<std::uint8_t>(i) };
        isSurvivor.push_back(region != lost && !m_hooks.isDown(region));
    }
    const auto estimate = m_heard.estimate(m_replicas[lost.value]->ownLog(), isSurvivor, m_env.now());
    if (!estimate)
        return; // nobody who could reckon
    m_log.append({ .kind = EventKind::LossEstimated,
        .severity = Severity::Notice,
        .actor = Actor::Replication,
        .region = lost,
        .peer = estimate->by,
        .fault = fault.fault,
        .cause = fault.seq,
        .object = m_names[lost.value],
        .valueBefore = "0",
        .valueAfter = std::to_string(estimate->most),
        .unit = "writes",
        .note = "Estimate of the survivors: with " + m_names[lost.value] + " 0 to "
            + std::to_string(estimate->most) + " writes are lost; " + m_names[estimate->by.value]
            + " holds its log up to " + std::to_string(estimate->position) + ", committed "
            + durationText(estimate->silence) + " ago, and had heard " + std::to_string(estimate->writes)
            + " writes in the " + durationText(estimate->span) + " before that" });
}

void RpoLedger::noteGone(RegionId lost)
{
    for (auto& [position, listed] : m_open) {
        const auto& [log, seq] = position;
        bool isHeld = listed.isSetAside || listed.lastHolder.isValid();
        for (std::size_t i = 0; i < m_replicas.size(); ++i)
            isHeld = isHeld || isHeldBy(i, log, seq);
        if (!isHeld)
            listed.lastHolder = lost;
    }
}

void RpoLedger::settleLost()
{
    std::map<LogId, std::uint64_t> underWay;
    std::vector<std::pair<LogId, std::uint64_t>> gone;
    for (const auto& [position, listed] : m_open) {
        if (!listed.lastHolder.isValid())
            continue;
        const auto [known, isNew] = underWay.emplace(position.first, 0);
        if (isNew)
            known->second = underWayUpTo(position.first);
        if (position.second > known->second)
            gone.push_back(position);
    }
    for (const auto& position : gone) {
        const Listed listed = m_open.at(position);
        m_open.erase(position);
        m_lost.insert(position);
        const std::string& name = m_names[listed.lastHolder.value];
        const auto holder
            = m_heldByVotes ? m_heldByVotes(listed.entry, listed.lastHolder) : std::optional<RegionId>();
        if (holder) {
            appendSettled(EventKind::WriteRecovered, listed, position.first.origin, *holder,
                "is not lost with the store of " + name
                    + ": others hold the votes that decided it, and its row is committed again",
                kHeldByVotes);
            continue;
        }
        const std::string age = durationText(m_env.now() - listed.committedAt);
        appendSettled(EventKind::WriteLost, listed, position.first.origin, listed.lastHolder,
            listed.isDiscarded
                ? "is lost: only " + name + " had held it, and its orphan writes were discarded after " + age
                : "is lost: the store of " + name + " was the last that held it, " + age
                    + " after it was acknowledged");
    }
    if (!gone.empty())
        m_env.mix(gone.size());
}

// Whether something that the entry wrote can be read at a replica that holds it.
bool RpoLedger::isVisible(Replica& replica, const LogEntry& entry) const
{
    for (const Mutation& mutation : entry.mutations) {
        if (entry.order.isValid() && mutation.key.table != Table::Orders)
            continue; // as everywhere: an order is its own row
        const Item* item = replica.store().find(mutation.key);
        if (item == nullptr)
            continue;
        const bool isSame = mutation.isDelete
            ? item->isDeleted
            : !item->isDeleted && replica.plain(mutation.key.table, *item) == mutation.value;
        if (item->version == entry.version || isSame)
            return true;
    }
    return false;
}

// A copy of a peer came as a whole: what it contains has reached a second store, entry by entry unheard.
void RpoLedger::settleCopied(RegionId at)
{
    Replica& copy = *m_replicas[at.value];
    std::vector<std::pair<LogId, std::uint64_t>> copied;
    for (const auto& [position, listed] : m_open) {
        // A store that was cut back to an earlier state may hold what nobody else does.
        bool isElsewhere = false;
        for (std::size_t i = 0; i < m_replicas.size(); ++i)
            isElsewhere = isElsewhere || (i != at.value && isHeldBy(i, position.first, position.second));
        if (!listed.isSetAside && isElsewhere && copy.position(position.first) >= position.second)
            copied.push_back(position);
    }
    for (const auto& position : copied) {
        const LogEntry entry = m_open.at(position).entry;
        settle(at, entry, !isVisible(copy, entry));
    }
}

void RpoLedger::onReset(RegionId at, Store&)
{
    settleCopied(at);
    m_heard.onCopied(at, *m_replicas[at.value], m_env.now());
    // A new incarnation counts its own log from 1.
    m_isStoreLost[at.value] = false;
    m_listedTo[at.value] = 0;
}

bool RpoLedger::hasLivePeer(RegionId region, RegionId lost) const
{
    for (std::size_t i = 0; i < m_replicas.size(); ++i) {
        const RegionId other { static_cast<std::uint8_t>(i) };
        if (other != region && other != lost && !m_hooks.isDown(other))
            return true;
    }
    return false;
}

void RpoLedger::sweep()
{
    if (!m_monitor.isOpen())
        return;
    settleLost();
    for (std::size_t i = 0; i < m_replicas.size(); ++i) {
        const RegionId region { static_cast<std::uint8_t>(i) };
        if (m_hooks.isDown(region) || !hasLivePeer(region))
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
