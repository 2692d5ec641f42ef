// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/replication/replicator.h"

#include "backend/kernel/mutant.h"

#include <algorithm>
#include <utility>

namespace sb {
namespace {

enum EventType : std::uint32_t { kTick, kMessage, kAnswer, kRowDue, kEntryDue, kFlushed };

constexpr Duration kTickEvery = 250ms;
constexpr Duration kBuggifiedDelayMax = 3s;
constexpr std::size_t kBuggifiedBatchEntries = 3;
constexpr std::size_t kPrefetchedFar = 4, kPrefetchedNear = 2; // entries ahead of the one that is applied

std::size_t sizeOf(const ReplicationMessage& message)
{
    std::size_t bytes = 64 + 8 * (message.positions.size() + message.buckets.size() + message.touched.size());
    for (const LogEntry& entry : message.entries) {
        bytes += 64 + 8 * entry.seen.size();
        for (const Mutation& mutation : entry.mutations)
            bytes += 24 + mutation.value.size();
    }
    for (const Row& row : message.rows)
        bytes += 64 + row.item.value.size();
    return bytes;
}

} // namespace

Replicator::Replicator(
    Env& env, Links& links, Replica& replica, SlotPool<ReplicationMessage>& mail, ReplicatorConfig config)
    : m_env(env)
    , m_links(links)
    , m_replica(replica)
    , m_mail(mail)
    , m_config(config)
    , m_rng(env.rng("replicator", replica.self().value))
{
}

void Replicator::connect(ComponentId self, std::vector<ComponentId> peers)
{
    m_self = self;
    m_peers.resize(peers.size());
    m_outgoing.resize(peers.size());
    m_unequal.resize(peers.size());
    // Not all of them at the same instant.
    m_nextExchange = m_env.now()
        + m_config.digestEvery * (m_replica.self().value + 1) / static_cast<std::int64_t>(peers.size());
    m_nextToCompare = m_replica.self().value;
    m_quarantinedMillis.resize(peers.size(), 0);
    for (std::size_t i = 0; i < peers.size(); ++i)
        m_peers[i].component = peers[i];
    m_env.postIn(1ms, m_self, kTick);
}

void Replicator::onEvent(const SimEvent& event)
{
    switch (event.kind) {
    case kTick:
        onTick();
        m_env.postIn(kTickEvery, m_self, kTick);
        break;
    case kMessage: {
        ReplicationMessage* message = m_mail.find(event.a);
        SB_ASSERT(message != nullptr);
        if (SB_MUTANT(MailKept) && isOff())
            break;
        if (isPutOff(event.a, *message))
            break;
        ReplicationMessage taken = std::move(*message);
        m_mail.release(event.a);
        deliver(std::move(taken));
        break;
    }
    case kAnswer: {
        Peer& peer = m_peers[event.a];
        peer.isAnswerDue = false;
        if (!isOff())
            answer(RegionId { static_cast<std::uint8_t>(event.a) }, false);
        break;
    }
    case kFlushed: {
        ReplicationMessage* message = m_mail.find(event.a);
        SB_ASSERT(message != nullptr);
        ReplicationMessage taken = std::move(*message);
        m_mail.release(event.a);
        m_peers[taken.from.value].isFlushing = false;
        deliver(std::move(taken));
        break;
    }
    case kRowDue:
        onRowDue(event.a, event.b);
        break;
    case kEntryDue:
        completeArrived(event.a);
        break;
    }
}

bool Replicator::isPutOff(std::uint64_t handle, const ReplicationMessage& message)
{
    if (m_flushDelay <= 0us || message.kind != ReplicationMessage::Kind::Batch || message.entries.empty()
        || isOff())
        return false;
    Peer& peer = m_peers[message.from.value];
    peer.lastHeard = m_env.now();
    peer.isFlushing = true;
    m_env.postIn(m_flushDelay, m_self, kFlushed, handle);
    return true;
}

void Replicator::deliver(ReplicationMessage message)
{
    if (!isOff())
        onMessage(std::move(message));
}

void Replicator::onTick()
{
    if (isOff())
        return;
    if (m_stage != ReplicaStage::ServingWrites && !m_isHeld)
        advanceBootstrap();
    forgetOldSnapshots();
    for (std::size_t i = 0; i < m_peers.size() && isServing(); ++i) {
        const RegionId region { static_cast<std::uint8_t>(i) };
        if (region == m_replica.self())
            continue;
        Peer& peer = m_peers[i];
        const Duration patience = m_config.retryAfter + m_links.roundTrip(m_replica.self(), region);
        const bool isPatienceOver = peer.outstanding != 0 && m_env.now() - peer.askedAt > patience;
        if (isPatienceOver)
            m_env.probe("replicator.question-repeated");
        if (!peer.isFlushing
            && (peer.outstanding == 0 || (isPatienceOver && !SB_MUTANT(QuestionNotRepeated))))
            ask(region);
        if (peer.isParked && m_env.now() - peer.parkedAt >= m_config.heartbeat)
            answer(region, true);
    }
    exchangeDigests();
}

void Replicator::ask(RegionId region)
{
    if (m_isHeld)
        return; // what came could not be kept
    Peer& peer = m_peers[region.value];
    ReplicationMessage question;
    question.kind = ReplicationMessage::Kind::Pull;
    question.id = m_nextId++;
    question.positions = m_replica.positions();
    for (std::size_t index = 0; index < m_arriving.size(); ++index) {
        if (m_arriving[index].empty())
            continue;
        if (question.positions.size() <= index) // the first entries of a new incarnation
            question.positions.resize(index + 1, 0);
        question.positions[index] = m_arriving[index].back().entry->version.seq;
    }
    for (std::size_t i = 0; i < m_peers.size(); ++i) {
        const RegionId origin { static_cast<std::uint8_t>(i) };
        const bool isSilent = origin != region && origin != m_replica.self()
            && (m_env.now() - m_peers[i].lastHeard > m_config.relayAfter || m_peers[i].isTooFarAhead);
        // Of its logs before it lost its store, anybody may hold the end; whether they are old, the others
        // know from its new log only, which is empty as long as it waits for that end.
        const bool isOwnOld = origin == m_replica.self() && m_replica.ownLog().incarnation > 1;
        if (isSilent)
            m_env.probe("replicator.relay-asked");
        if ((origin == region || isSilent || isOwnOld) && isClockReached(origin))
            question.wanted |= std::uint64_t { 1 } << i;
    }
    question.wanted |= peer.causesWanted;
    // Each batch that waits for a slow flush is waited for.
    question.batchesWanted = peer.isBacklog && m_flushDelay <= 0us ? m_config.batchesMax : 1;
    peer.outstanding = question.id;
    peer.askedAt = m_env.now();
    peer.partsTaken = 0;
    peer.isAllTaken = true;
    peer.earlyParts.clear();
    if (m_env.buggify("replicator.question-lost"))
        return;
    send(region, std::move(question));
}

void Replicator::send(RegionId to, ReplicationMessage message)
{
    message.from = m_replica.self();
    message.sentMillis = m_replica.localMillis();
    message.incarnation = m_replica.ownLog().incarnation;
    const std::size_t bytes = sizeOf(message);
    auto delay = m_links.send(m_replica.self(), to, bytes);
    if (!delay)
        return; // cut: the question is asked again later
    m_stats.entriesSent += message.entries.size();
    m_stats.bytesSent += bytes;
    noteSent(m_peers[to.value], message);
    if (m_env.buggify("replicator.message-late"))
        *delay += m_env.buggifyDelay("replicator.message-late", kBuggifiedDelayMax);
    const ComponentId target = m_peers[to.value].component;
    if (m_env.buggify("replicator.message-twice")) {
        const auto copy = m_mail.acquire();
        *m_mail.find(copy) = message;
        m_env.postIn(*delay + m_env.buggifyDelay("replicator.message-twice", kBuggifiedDelayMax), target,
            kMessage, copy);
    }
    const auto handle = m_mail.acquire();
    *m_mail.find(handle) = std::move(message);
    m_env.postIn(*delay, target, kMessage, handle);
}

void Replicator::noteSent(Peer& peer, const ReplicationMessage& message)
{
    const LogId own = m_replica.ownLog();
    if (peer.sentLog != own) {
        peer.sentLog = own;
        peer.sentUpTo = 0;
    }
    for (const SharedEntry& entry : message.entries)
        if (entry->version.log() == own)
            peer.sentUpTo = std::max(peer.sentUpTo, entry->version.seq);
}

void Replicator::onMessage(ReplicationMessage message)
{
    m_peers[message.from.value].lastHeard = m_env.now();
    noteClock(message);
    switch (message.kind) {
    case ReplicationMessage::Kind::Pull:
        onPull(std::move(message));
        break;
    case ReplicationMessage::Kind::Batch:
        onBatch(std::move(message));
        break;
    case ReplicationMessage::Kind::DigestRequest:
        onDigestRequest(message);
        break;
    case ReplicationMessage::Kind::DigestReply:
        onDigestReply(std::move(message));
        break;
    case ReplicationMessage::Kind::SnapshotRequest:
        onSnapshotRequest(message);
        break;
    case ReplicationMessage::Kind::SnapshotChunk:
        onSnapshotChunk(std::move(message));
        break;
    }
}

void Replicator::onPull(ReplicationMessage message)
{
    if (!isServing())
        return; // nothing to give yet; the asker asks again
    const RegionId from = message.from;
    Peer& peer = m_peers[from.value];
    peer.question = std::move(message);
    peer.isParked = true;
    peer.parkedAt = m_env.now();
    answer(from, false);
}

void Replicator::onLocalCommit()
{
    if (isOff())
        return;
    for (std::size_t i = 0; i < m_peers.size(); ++i) {
        Peer& peer = m_peers[i];
        if (!peer.isParked || peer.isAnswerDue)
            continue;
        peer.isAnswerDue = true;
        m_env.postIn(m_config.linger, m_self, kAnswer, i);
    }
}

ReplicationMessage Replicator::buildBatch(const ReplicationMessage& question)
{
    ReplicationMessage batch;
    batch.kind = ReplicationMessage::Kind::Batch;
    batch.id = question.id;
    BatchRoom room { m_config.batchEntriesMax, m_config.batchBytesMax };
    if (m_env.buggify("replicator.batch-cut-short"))
        room.entries = kBuggifiedBatchEntries;
    std::vector<LogId> logs;
    const std::vector<std::uint64_t>& have = m_replica.positions();
    for (std::size_t index = 0; index < have.size(); ++index) {
        const LogId log = logAt(index, m_peers.size());
        // Nobody writes to a log of an earlier incarnation; whoever has its end must pass it on.
        const std::uint32_t latest = log.origin == m_replica.self() ? m_replica.ownLog().incarnation
                                                                    : m_peers[log.origin.value].incarnation;
        const bool isOld = log.incarnation < latest;
        if ((question.wanted >> log.origin.value & 1) != 0 || isOld)
            logs.push_back(log);
    }
    if (m_config.deliversCausally) {
        addLogsInOrder(batch, question, logs, room);
    } else {
        for (const LogId log : logs)
            addLog(batch, question, log, room);
    }
    batch.positions = have;
    return batch;
}

void Replicator::advance(ReplicationMessage& question, const ReplicationMessage& batch) const
{
    for (const SharedEntry& entry : batch.entries) {
        const std::size_t index = m_replica.indexOf(entry->version.log());
        if (question.positions.size() <= index)
            question.positions.resize(index + 1, 0);
        question.positions[index] = entry->version.seq;
    }
}

void Replicator::addLog(
    ReplicationMessage& batch, const ReplicationMessage& question, LogId log, BatchRoom& room)
{
    std::uint64_t seq = seenOf(question.positions, m_replica.indexOf(log)) + 1;
    const std::uint64_t last = m_replica.position(log);
    Store& store = m_replica.store();
    if (seq <= last && seq < store.logBegin(log)) {
        batch.tooOld |= std::uint64_t { 1 } << log.origin.value;
        return;
    }
    if (seq <= last)
        batch.entries.reserve(batch.entries.size() + std::min<std::uint64_t>(room.entries, last - seq + 1));
    for (; seq <= last; ++seq) {
        if (room.entries == 0 || room.bytes == 0) {
            m_env.probe("replicator.batch-cut-short");
            batch.isCutShort = true;
            break;
        }
        const SharedEntry* entry = store.sharedEntry(log, seq);
        if (entry == nullptr)
            break; // the store has failed; its owner learns of that at the next flush
        batch.entries.push_back(*entry);
        --room.entries;
        for (const Mutation& mutation : (*entry)->mutations)
            room.bytes -= std::min(room.bytes, 64 + mutation.value.size());
    }
}

void Replicator::answer(RegionId region, bool evenIfEmpty)
{
    Peer& peer = m_peers[region.value];
    if (!peer.isParked)
        return;
    ReplicationMessage batch = buildBatch(peer.question);
    if (batch.entries.empty() && !evenIfEmpty)
        return;
    peer.isParked = false;
    for (std::size_t part = 0; batch.isCutShort && part + 1 < peer.question.batchesWanted; ++part) {
        advance(peer.question, batch);
        ReplicationMessage next = buildBatch(peer.question);
        batch.isLastPart = false;
        next.part = part + 1;
        send(region, std::exchange(batch, std::move(next)));
    }
    send(region, std::move(batch));
}

void Replicator::onBatch(ReplicationMessage message)
{
    Peer& peer = m_peers[message.from.value];
    if (!isServing())
        return;
    if (m_isHeld) {
        m_env.probe("replicator.held-by-disk");
        peer.outstanding = 0;
        return;
    }
    if (peer.outstanding == message.id && message.part > peer.partsTaken) {
        m_env.probe("replicator.part-early");
        if (peer.earlyParts.size() < m_config.batchesMax)
            peer.earlyParts.push_back(std::move(message));
        return;
    }
    takeBatch(message);
    const auto isNext = [&](const ReplicationMessage& early) {
        return early.id == peer.outstanding && early.part == peer.partsTaken;
    };
    while (true) {
        const auto found = std::find_if(peer.earlyParts.begin(), peer.earlyParts.end(), isNext);
        if (found == peer.earlyParts.end())
            break;
        const ReplicationMessage next = std::move(*found); // the next question forgets them all
        peer.earlyParts.erase(found);
        takeBatch(next);
    }
}

void Replicator::takeBatch(const ReplicationMessage& message)
{
    Peer& peer = m_peers[message.from.value];
    if (message.part == 0)
        peer.causesWanted = 0;
    const bool isAllTaken = applyEntries(message.entries, peer);
    const bool isBehindOrigin = (message.tooOld >> message.from.value & 1) != 0;
    if (isBehindOrigin && !peer.isTooFarAhead && m_hooks.onTooFarBehind) {
        peer.isTooFarAhead = true;
        m_hooks.onTooFarBehind(message.from);
        return;
    }
    peer.isTooFarAhead = isBehindOrigin;
    if (peer.outstanding != message.id || message.part != peer.partsTaken) {
        m_env.probe("replicator.late-answer");
        return;
    }
    ++peer.partsTaken;
    peer.askedAt = m_env.now();
    peer.isAllTaken = peer.isAllTaken && isAllTaken;
    if (!message.isLastPart)
        return;
    peer.isBacklog = message.isCutShort && peer.isAllTaken;
    ask(message.from);
}

bool Replicator::applyEntries(const std::vector<SharedEntry>& entries, Peer& sender)
{
    bool isChanged = false;
    bool isAllTaken = true;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const SharedEntry& entry = entries[i];
        for (const std::size_t ahead : { kPrefetchedFar, kPrefetchedNear })
            if (i + ahead < entries.size())
                for (const Mutation& mutation : entries[i + ahead]->mutations)
                    m_replica.store().prefetch(mutation.key, ahead == kPrefetchedNear);
        const LogId log = entry->version.log();
        if (log == m_replica.ownLog() || entry->version.seq > receivedUpTo(log) + 1) {
            m_env.probe("replicator.gap-skipped");
            isAllTaken = false;
            continue; // a batch before this one was lost; it will be asked for again
        }
        if (isQuarantined(entry)) {
            isAllTaken = false;
            continue; // and so is what follows it, for the gap it leaves
        }
        if (m_replica.policies().shipsItemsSingly) {
            receiveSingly(entry);
            continue;
        }
        // That mutant needs both: a removal never overtakes the addition that it had seen while causes come
        // first.
        const bool isCausal = m_config.deliversCausally && !SB_MUTANT(TombstonesForgotten);
        if (isCausal && waitsForCauses(entry, sender)) {
            isAllTaken = false;
            continue; // and what follows it, likewise
        }
        if (m_replica.apply(entry)) {
            ++m_stats.entriesApplied;
            isChanged = true;
        }
    }
    if (isChanged)
        afterApplied();
    return isAllTaken;
}

void Replicator::afterApplied()
{
    onLocalCommit(); // a peer may be waiting for what we can relay
    checkVerify();
}

bool Replicator::isQuarantined(const LogEntry& entry)
{
    std::uint64_t& waiting = m_quarantinedMillis[entry.version.origin.value];
    if (m_replica.isAcceptable(entry)) {
        waiting = 0;
        return false;
    }
    if (waiting == 0) {
        ++m_stats.quarantines;
        if (m_hooks.onQuarantine) {
            const std::uint64_t ahead = entry.version.hlc.millis() - m_replica.localMillis();
            m_hooks.onQuarantine(entry.version.origin, 1ms * static_cast<std::int64_t>(ahead));
        }
    }
    waiting = entry.version.hlc.millis();
    return true;
}

// Asking earlier would only bring the same changes again.
bool Replicator::isClockReached(RegionId origin) const
{
    const auto bound = static_cast<std::uint64_t>(m_replica.policies().offsetMax.count() / 1'000);
    return m_quarantinedMillis[origin.value] <= m_replica.localMillis() + bound;
}

void Replicator::noteClock(const ReplicationMessage& message)
{
    Peer& peer = m_peers[message.from.value];
    const Duration underWay = m_links.roundTrip(m_replica.self(), message.from) / 2;
    const auto ours = static_cast<std::int64_t>(m_replica.localMillis());
    peer.clockLead = 1ms * (static_cast<std::int64_t>(message.sentMillis) - ours) + underWay;
    peer.isClockKnown = true;
    peer.incarnation = std::max(peer.incarnation, message.incarnation);
    if (message.kind == ReplicationMessage::Kind::SnapshotRequest)
        peer.positions.assign(m_peers.size(), 0); // it has nothing yet
    else if (message.kind != ReplicationMessage::Kind::SnapshotChunk)
        peer.positions = message.positions;
}

bool Replicator::isBelievedLost(LogId log, std::uint64_t seq) const
{
    const bool isOwn = log.origin == m_replica.self();
    const std::uint32_t latest
        = isOwn ? m_replica.ownLog().incarnation : m_peers[log.origin.value].incarnation;
    const std::size_t index = m_replica.indexOf(log);
    return log.incarnation < latest && m_replica.position(log) < seq
        && std::none_of(m_peers.begin(), m_peers.end(),
            [&](const Peer& peer) { return seenOf(peer.positions, index) >= seq; });
}

std::optional<Duration> Replicator::clockLead() const
{
    std::vector<Duration> leads { 0us };
    for (std::size_t i = 0; i < m_peers.size(); ++i) {
        const Peer& peer = m_peers[i];
        if (peer.isClockKnown && m_env.now() - peer.lastHeard < m_config.relayAfter)
            leads.push_back(peer.clockLead);
    }
    if (leads.size() < 3)
        return std::nullopt;
    std::sort(leads.begin(), leads.end());
    const std::size_t middle = leads.size() / 2;
    const Duration median = leads.size() % 2 == 1 ? leads[middle] : (leads[middle - 1] + leads[middle]) / 2;
    return -median;
}

void Replicator::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    m_env.mix((std::uint64_t { m_replica.self().value } << 16) ^ (isPaused ? 1U : 2U));
}

void Replicator::setExpelled(bool isExpelled)
{
    m_isExpelled = isExpelled;
    m_env.mix((std::uint64_t { m_replica.self().value } << 16) ^ (isExpelled ? 5U : 6U));
}

void Replicator::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    m_arriving.clear(); // not applied yet, so it will be asked for again
    for (Peer& peer : m_peers)
        peer.outstanding = 0;
    m_env.mix((std::uint64_t { m_replica.self().value } << 16) ^ (isHeld ? 7U : 8U));
}

void Replicator::setDown(bool isDown)
{
    m_isDown = isDown;
    for (Peer& peer : m_peers) {
        peer.isParked = false;
        peer.outstanding = 0;
        peer.isClockKnown = false;
        peer.isTooFarAhead = false;
        peer.causesWanted = 0;
        peer.isFlushing = false;
        peer.isBacklog = false;
        peer.earlyParts.clear();
        peer.positions.clear();
    }
    m_arriving.clear();
    m_waitsSince.clear();
    std::fill(m_quarantinedMillis.begin(), m_quarantinedMillis.end(), 0);
    for (Outgoing& outgoing : m_outgoing)
        outgoing = {};
    m_incoming.reset();
    if (m_stage == ReplicaStage::Copying)
        m_stage = ReplicaStage::Empty; // a copy begun is a copy to begin again
    m_env.mix((std::uint64_t { m_replica.self().value } << 16) ^ (isDown ? 3U : 4U));
}

} // namespace sb
