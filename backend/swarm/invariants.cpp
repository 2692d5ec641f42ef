// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/swarm/invariants.h"

#include "backend/bookstore/codec.h"
#include "backend/store/log_codec.h"

#include <algorithm>

namespace sb {
namespace {

std::string regionText(RegionId region)
{
    return "region " + std::to_string(region.value);
}

std::string keyText(const Key& key)
{
    return std::string(toString(key.table)) + " " + std::to_string(key.partition) + "/"
        + std::to_string(key.sort);
}

std::string versionText(const Version& version)
{
    return "version " + std::to_string(version.origin.value) + "#" + std::to_string(version.seq);
}

} // namespace

std::uint64_t Invariants::contentOf(bool isDelete, std::string_view value)
{
    return hashCombine(isDelete ? 1 : 0, hashBytes(value));
}

void Invariants::onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool)
{
    const Version& version = entry.version;
    const std::string where = regionText(at) + ", log of " + std::to_string(version.origin.value) + ", seq "
        + std::to_string(version.seq) + ": ";
    m_findings.expect(Invariant::LogOrder, !isLocal || version.origin == at,
        [&] { return where + "a region commits to its own log only"; });
    std::uint64_t& applied = m_applied[{ at.value, version.log() }];
    m_findings.expect(Invariant::LogOrder, version.seq == applied + 1,
        [&] { return where + "applied after seq " + std::to_string(applied); });
    applied = version.seq;
    if (!isLocal && m_policies.quarantinesClocks && m_clockOf) {
        const auto bound = static_cast<std::uint64_t>(m_policies.offsetMax.count() / 1'000);
        m_findings.expect(Invariant::Clock, version.hlc.millis() <= m_clockOf(at) + bound,
            [&] { return where + "its stamp is further ahead of the local clock than the bound"; });
    }
    checkLog(entry, where);
    for (const Mutation& mutation : entry.mutations)
        if (mutation.key.table == Table::Orders) {
            checkOrder(mutation, where);
            if (isLocal)
                m_toldBy[{ at.value, mutation.key.sort }] = version.incarnation;
        }
    checkRows(at, entry, where);
    ++m_entries;
}

void Invariants::checkLog(const LogEntry& entry, const std::string& where)
{
    const Version& version = entry.version;
    encodeLogEntry(entry, m_scratch);
    const std::uint64_t content = hashBytes(m_scratch);
    const auto [known, isNew]
        = m_positions.emplace(std::tuple { version.origin.value, version.incarnation, version.seq },
            Position { content, version.hlc });
    if (!isNew) {
        m_findings.expect(Invariant::LogOrder, known->second.content == content,
            [&] { return where + "seen before with another content"; });
        return;
    }
    remember(entry);
    if (version.seq == 1)
        return;
    const auto before = m_positions.find({ version.origin.value, version.incarnation, version.seq - 1 });
    m_findings.expect(Invariant::LogOrder, before != m_positions.end(),
        [&] { return where + "its log has a gap before it"; });
    if (before != m_positions.end())
        m_findings.expect(Invariant::LogOrder, version.hlc > before->second.hlc,
            [&] { return where + "its clock does not increase"; });
}

void Invariants::remember(const LogEntry& entry)
{
    const LogId log = entry.version.log();
    const std::size_t index = logIndex(log, m_regionCount);
    for (const Mutation& mutation : entry.mutations) {
        std::vector<Line>& lines = m_writes[mutation.key];
        Line* own = nullptr;
        for (Line& line : lines) {
            if (line.log == log)
                own = &line;
            const std::uint64_t seen
                = line.log == log ? entry.version.seq : seenOf(entry.seen, logIndex(line.log, m_regionCount));
            if (line.seenUpTo.size() <= index)
                line.seenUpTo.resize(index + 1, 0);
            // What an author knows only grows: it goes on where the log's entry before stopped.
            std::size_t& next = line.seenUpTo[index];
            for (; next < line.writes.size() && line.writes[next].version.seq <= seen; ++next, ++m_notes)
                line.writes[next].seenBy.push_back(entry.version);
        }
        if (own == nullptr)
            own = &lines.emplace_back(Line { log, {}, {} });
        own->writes.push_back({ entry.version, contentOf(mutation.isDelete, mutation.value),
            mutation.isDelete, epochOf(mutation.key.table, mutation.value), {} });
    }
}

void Invariants::onReset(RegionId at, Store& store)
{
    for (auto* ends : { &m_applied, &m_copied })
        std::erase_if(*ends, [&](const auto& entry) { return entry.first.first == at.value; });
    for (const LogBounds& log : store.logs())
        m_applied[{ at.value, log.id }] = m_copied[{ at.value, log.id }] = log.end - 1;
}

void Invariants::onCollected(RegionId at, const Key& key, const Item& tombstone)
{
    m_findings.look(Invariant::Tombstones);
    m_collected.insert_or_assign({ at.value, key }, tombstone.version);
}

bool Invariants::isCollected(RegionId at, const Key& key, const Version& version) const
{
    const auto found = m_collected.find({ at.value, key });
    return found != m_collected.end() && !version.wins(found->second);
}

// The end of a log that came with a copy may tell of what the copy's source had collected.
bool Invariants::isCollectedBefore(RegionId at, const Key& key, const Version& version) const
{
    const auto copied = m_copied.find({ at.value, version.log() });
    if (copied == m_copied.end() || version.seq > copied->second)
        return isCollected(at, key, version);
    bool isGone = false;
    for (std::size_t i = 0; i < m_regionCount && !isGone; ++i)
        isGone = isCollected(RegionId { static_cast<std::uint8_t>(i) }, key, version);
    return isGone;
}

// Under these rules an item holds exactly what one write put there.
bool Invariants::isWholeValue(Table table) const
{
    const ConflictPolicy policy = m_policies.of(table);
    return policy == ConflictPolicy::LastWriterWins || policy == ConflictPolicy::FirstWins
        || policy == ConflictPolicy::LaterEpochWins;
}

bool Invariants::isPreferred(Table table, const EpochStamp& a, const EpochStamp& b) const
{
    switch (m_policies.of(table)) {
    case ConflictPolicy::FirstWins:
        return b.version.wins(a.version);
    case ConflictPolicy::LaterEpochWins:
        return isOfLaterWriter(a, b);
    default:
        return a.version.wins(b.version);
    }
}

std::uint64_t Invariants::epochOf(Table table, std::string_view value) const
{
    return m_policies.of(table) == ConflictPolicy::LaterEpochWins ? writerEpoch(value) : 0;
}

const Invariants::Write* Invariants::findWrite(const Key& key, const Version& version) const
{
    const auto found = m_writes.find(key);
    if (found == m_writes.end())
        return nullptr;
    for (const Line& line : found->second) {
        if (line.log != version.log())
            continue;
        const auto write = std::lower_bound(line.writes.begin(), line.writes.end(), version.seq,
            [](const Write& candidate, std::uint64_t seq) { return candidate.version.seq < seq; });
        return write == line.writes.end() || write->version != version ? nullptr : &*write;
    }
    return nullptr;
}

void Invariants::checkRows(RegionId at, const LogEntry& entry, const std::string& where)
{
    Store& store = m_storeOf(at);
    for (const Mutation& mutation : entry.mutations) {
        const Item* item = store.find(mutation.key);
        const Table table = mutation.key.table;
        const bool isThere = item != nullptr
            && (item->version == entry.version
                || isPreferred(table, { epochOf(table, item->value), item->version },
                    { epochOf(table, mutation.value), entry.version }));
        m_findings.expect(Invariant::VectorHonesty,
            isThere || isCollectedBefore(at, mutation.key, entry.version),
            [&] { return where + keyText(mutation.key) + " is not there, or only in an older version"; });
        if (item == nullptr || item->version.seq == 0 || !isWholeValue(mutation.key.table))
            continue; // what every copy starts with is in no log
        const Write* write = findWrite(mutation.key, item->version);
        m_findings.expect(Invariant::NoInvention,
            write != nullptr && write->content == contentOf(item->isDeleted, item->value), [&] {
                return where + keyText(mutation.key) + " holds what "
                    + (write == nullptr ? "nobody wrote" : versionText(item->version) + " did not write");
            });
    }
}

void Invariants::checkOrder(const Mutation& mutation, const std::string& where)
{
    m_findings.look(Invariant::Orders);
    const auto order = decodeOrder(mutation.value);
    const std::string name = "order " + std::to_string(mutation.key.sort) + " ";
    if (mutation.isDelete || !order) {
        m_findings.violate(
            Invariant::Orders, where + name + "is deleted or unreadable; orders are append-only");
        return;
    }
    std::uint64_t lines = hashCombine(mutation.key.partition, order->lines.size());
    for (const OrderLine& line : order->lines) {
        lines = hashCombine(lines, line.book.value);
        lines = hashCombine(lines, line.quantity);
    }
    const auto [known, isNew] = m_orderLines.emplace(mutation.key.sort, lines);
    if (!isNew && known->second != lines)
        m_findings.violate(
            Invariant::Orders, where + name + "has another customer or other lines than elsewhere");
}

void Invariants::onConflict(RegionId, const Conflict& conflict)
{
    m_losers.insert({ conflict.loser.log(), conflict.loser.seq, conflict.key });
}

void Invariants::onOrder(const AcknowledgedOrder& order)
{
    ++m_orders;
    const Item* row
        = m_storeOf(order.region).find({ Table::Orders, order.customer.value, order.order.value });
    // It may have been told by a store that was given up while the answer was under way.
    const auto told = m_toldBy.find({ order.region.value, order.order.value });
    const bool isOfFormerStore
        = told != m_toldBy.end() && told->second < m_storeOf(order.region).note(StoreNote::Incarnation);
    m_findings.expect(Invariant::Conservation, isOfFormerStore || (row != nullptr && !row->isDeleted), [&] {
        return "order " + std::to_string(order.order.value) + " was acknowledged by "
            + regionText(order.region) + ", whose store lacks it";
    });
}

void Invariants::onDecision(const RunZone& zone, const RecordedDecision& record)
{
    ++m_decisions;
    const ZoneDecision& decision = record.decision;
    if (decision.reason == ZoneReason::FailOpen)
        m_lastFailOpen = record.at;
    m_findings.expect(Invariant::Router,
        decision.answer.value < zone.codes.size()
            || ((!zone.isOwn || m_mayBeEmpty) && !decision.answer.isValid()),
        [&] { return "decision " + std::to_string(record.number) + " answers no record of the zone"; });
    bool isAnyHealthy = false, isAnswerHealthy = true;
    for (const ZoneCandidate& candidate : decision.candidates) {
        isAnyHealthy = isAnyHealthy || candidate.health.isHealthy;
        if (candidate.region == decision.answer)
            isAnswerHealthy = candidate.health.isHealthy;
    }
    // A simple record is answered whatever its health, and an operator's zone may be made to answer the dead.
    const bool mayBeDead
        = !zone.isOwn || zone.zone->groups()[zone.entry].policy == PolicyKind::Simple || !isAnyHealthy;
    m_findings.expect(Invariant::Router, isAnswerHealthy || mayBeDead, [&] {
        return "decision " + std::to_string(record.number) + " answers " + regionText(decision.answer)
            + ", which is unhealthy, while another record is healthy";
    });
}

void Invariants::poll(const Resolvers& resolvers)
{
    const RingBuffer<RecordedDecision>& decisions = resolvers.decisions();
    for (std::size_t i = 0; i < decisions.size(); ++i) {
        if (decisions[i].number <= m_lastDecision)
            continue;
        m_lastDecision = decisions[i].number;
        onDecision(resolvers.zone(), decisions[i]);
    }
}

void Invariants::onLogged(const Event& event)
{
    const std::string where = "event " + std::to_string(event.seq.value) + ": ";
    m_findings.expect(Invariant::Timeline, event.seq.value == ++m_events,
        [&] { return where + "is the " + std::to_string(m_events) + "th"; });
    m_findings.expect(Invariant::Timeline, event.at >= m_lastEventAt,
        [&] { return where + "is older than the one before"; });
    m_lastEventAt = event.at;
    m_findings.expect(Invariant::Timeline, !event.cause.isValid() || event.cause < event.seq,
        [&] { return where + "is caused by a later one"; });
    onFaultEvent(event);
}

void Invariants::onFaultEvent(const Event& event)
{
    const std::uint32_t fault = event.fault.value;
    const auto text = [&](const char* what) {
        return "event " + std::to_string(event.seq.value) + ": fault " + std::to_string(fault) + " " + what;
    };
    switch (event.kind) {
    case EventKind::FaultInjected:
        m_findings.expect(Invariant::Timeline, m_faults.insert(fault).second && event.fault.isValid(),
            [&] { return text("begins a second time"); });
        m_openFaults.insert(fault);
        break;
    case EventKind::FaultCleared:
    case EventKind::FaultExpired:
        m_findings.expect(Invariant::Timeline, m_openFaults.erase(fault) == 1,
            [&] { return text("ends, but is not under way"); });
        break;
    case EventKind::ResidueVerified:
    case EventKind::ResidueFound:
        m_findings.expect(Invariant::Residue, event.kind == EventKind::ResidueVerified,
            [&] { return text("has left something behind"); });
        break;
    default:
        break;
    }
}

std::uint64_t Invariants::applied(RegionId at, LogId log) const
{
    const auto found = m_applied.find({ at.value, log });
    return found == m_applied.end() ? 0 : found->second;
}

void Invariants::checkPosition(RegionId at, LogId log, std::uint64_t seq)
{
    Store& store = m_storeOf(at);
    const std::string where = regionText(at) + ", log of " + std::to_string(log.origin.value) + ", seq "
        + std::to_string(seq) + ": ";
    m_findings.expect(Invariant::VectorHonesty, store.logEnd(log) == applied(at, log) + 1,
        [&] { return where + "the store's log does not end where the region's position is"; });
    if (seq < store.logBegin(log))
        return; // trimmed, because everybody has it, or older than the snapshot this copy was built from
    const LogEntry* kept = store.logEntry(log, seq);
    m_findings.expect(Invariant::VectorHonesty, kept != nullptr,
        [&] { return where + "claimed, but not in the store's log"; });
    if (kept == nullptr)
        return;
    const LogEntry entry = *kept; // the store may forget it at its next call
    checkLog(entry, where);
    checkRows(at, entry, where);
}

void Invariants::checkConservation(RegionId at)
{
    Store& store = m_storeOf(at);
    const auto isHere = [&](const Version& version) { return version.seq <= applied(at, version.log()); };
    for (const auto& [key, lines] : m_writes) {
        std::vector<Standing> writes;
        for (const Line& line : lines)
            for (const Write& write : line.writes)
                if (isHere(write.version))
                    writes.push_back(
                        { &write, std::any_of(write.seenBy.begin(), write.seenBy.end(), isHere) });
        if (!writes.empty())
            checkWrites(key, writes, store.find(key));
    }
}

void Invariants::checkWrites(const Key& key, const std::vector<Standing>& writes, const Item* item)
{
    const ConflictPolicy policy = m_policies.of(key.table);
    const Write* winner = writes.front().write;
    for (const auto& [write, isSeen] : writes) {
        if (isPreferred(key.table, { write->epoch, write->version }, { winner->epoch, winner->version }))
            winner = write;
    }
    const std::string name = keyText(key);
    // By any region: a copy built from another's lacks what that one had collected.
    bool isGone = false;
    for (std::size_t i = 0; i < m_regionCount; ++i)
        isGone = isGone || isCollected(RegionId { static_cast<std::uint8_t>(i) }, key, winner->version);
    m_findings.expect(
        Invariant::Conservation, isGone || (item != nullptr && item->version == winner->version), [&] {
            return name + ": the version that should stay, " + versionText(winner->version) + ", is not live";
        });
    bool isAnyUnseenAddition = false;
    for (const Standing& standing : writes) {
        const Write& write = *standing.write;
        isAnyUnseenAddition = isAnyUnseenAddition || (!standing.isSeen && !write.isDelete);
        const bool isRecorded = &write == winner || standing.isSeen
            || m_losers.count({ write.version.log(), write.version.seq, key }) > 0;
        m_findings.expect(Invariant::Conservation, isRecorded, [&] {
            return name + ": " + versionText(write.version)
                + " was acknowledged and discarded, and no conflict says so";
        });
    }
    const bool isThere = item != nullptr && !item->isDeleted;
    if (policy == ConflictPolicy::AddWins)
        m_findings.expect(
            Invariant::Cart, isThere == isAnyUnseenAddition && (item != nullptr || isGone), [&] {
                return name
                    + (isAnyUnseenAddition
                            ? ": an addition that no removal saw is gone"
                            : ": a line is there although every addition of it was seen and removed");
            });
}

void Invariants::checkFaultsEnded()
{
    m_findings.expect(Invariant::Timeline, m_openFaults.empty(), [&] {
        return "fault " + std::to_string(*m_openFaults.begin())
            + " is over, and the record does not say when it ended";
    });
}

std::string Invariants::text() const
{
    std::string all;
    for (const Violation& violation : violations())
        all += violation.what + "\n";
    return all;
}

} // namespace sb
