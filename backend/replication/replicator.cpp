// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/replication/replicator.h"

#include "backend/kernel/mutant.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kTick, kMessage, kAnswer };

constexpr Duration kTickEvery = 250ms;
constexpr Duration kBuggifiedDelayMax = 3s;
constexpr std::size_t kBuggifiedBatchEntries = 3;

std::size_t sizeOf(const ReplicationMessage& message)
{
    std::size_t bytes = 64 + 8 * message.positions.size();
    for (const LogEntry& entry : message.entries) {
        bytes += 64 + 8 * entry.seen.size();
        for (const Mutation& mutation : entry.mutations)
            bytes += 24 + mutation.value.size();
    }
    return bytes;
}

} // namespace

Replicator::Replicator(
    Env& env, Network& network, Replica& replica, SlotPool<ReplicationMessage>& mail, ReplicatorConfig config)
    : m_env(env)
    , m_network(network)
    , m_replica(replica)
    , m_mail(mail)
    , m_config(config)
{
}

void Replicator::connect(ComponentId self, std::vector<ComponentId> peers)
{
    m_self = self;
    m_peers.resize(peers.size());
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
        ReplicationMessage taken = std::move(*message);
        m_mail.release(event.a);
        if (!isOff())
            onMessage(std::move(taken));
        break;
    }
    case kAnswer: {
        Peer& peer = m_peers[event.a];
        peer.isAnswerDue = false;
        if (!isOff())
            answer(RegionId { static_cast<std::uint8_t>(event.a) }, false);
        break;
    }
    }
}

void Replicator::onTick()
{
    if (isOff())
        return;
    for (std::size_t i = 0; i < m_peers.size(); ++i) {
        const RegionId region { static_cast<std::uint8_t>(i) };
        if (region == m_replica.self())
            continue;
        Peer& peer = m_peers[i];
        const Duration patience = m_config.retryAfter + m_network.roundTrip(m_replica.self(), region);
        const bool isPatienceOver = peer.outstanding != 0 && m_env.now() - peer.askedAt > patience;
        if (isPatienceOver)
            m_env.probe("replicator.question-repeated");
        if (peer.outstanding == 0 || (isPatienceOver && !SB_MUTANT(QuestionNotRepeated)))
            ask(region);
        if (peer.isParked && m_env.now() - peer.parkedAt >= m_config.heartbeat)
            answer(region, true);
    }
    if (m_verify && !m_verify->target && m_env.now() - m_verify->askedAt > m_config.retryAfter)
        askVerify();
}

void Replicator::ask(RegionId region)
{
    Peer& peer = m_peers[region.value];
    ReplicationMessage question;
    question.kind = ReplicationMessage::Kind::Pull;
    question.id = m_nextId++;
    question.positions = m_replica.positions();
    question.wanted = std::uint64_t { 1 } << region.value;
    for (std::size_t origin = 0; origin < m_peers.size(); ++origin) {
        const bool isThird = origin != region.value && origin != m_replica.self().value;
        if (isThird && m_env.now() - m_peers[origin].lastHeard > m_config.relayAfter) {
            m_env.probe("replicator.relay-asked");
            question.wanted |= std::uint64_t { 1 } << origin;
        }
    }
    peer.outstanding = question.id;
    peer.askedAt = m_env.now();
    if (m_env.buggify("replicator.question-lost"))
        return;
    send(region, std::move(question));
}

void Replicator::send(RegionId to, ReplicationMessage message)
{
    message.from = m_replica.self();
    auto delay = m_network.send(m_replica.self(), to, sizeOf(message));
    if (!delay)
        return; // cut: the question is asked again later
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

void Replicator::onMessage(ReplicationMessage message)
{
    m_peers[message.from.value].lastHeard = m_env.now();
    switch (message.kind) {
    case ReplicationMessage::Kind::Pull:
        onPull(std::move(message));
        break;
    case ReplicationMessage::Kind::Batch:
        onBatch(message);
        break;
    case ReplicationMessage::Kind::VerifyRequest:
        onVerifyRequest(std::move(message));
        break;
    case ReplicationMessage::Kind::VerifyReply:
        onVerifyReply(std::move(message));
        break;
    }
}

void Replicator::onPull(ReplicationMessage message)
{
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
    Store& store = m_replica.store();
    std::size_t bytes = 0;
    std::size_t entriesMax = m_config.batchEntriesMax;
    if (m_env.buggify("replicator.batch-cut-short"))
        entriesMax = kBuggifiedBatchEntries;
    for (std::size_t o = 0; o < question.positions.size(); ++o) {
        if ((question.wanted >> o & 1) == 0)
            continue;
        const RegionId origin { static_cast<std::uint8_t>(o) };
        for (std::uint64_t seq = question.positions[o] + 1; seq <= m_replica.position(origin); ++seq) {
            if (batch.entries.size() >= entriesMax || bytes >= m_config.batchBytesMax) {
                m_env.probe("replicator.batch-cut-short");
                break;
            }
            const LogEntry* entry = store.logEntry(origin, seq);
            SB_ASSERT(entry != nullptr); // logs are trimmed only behind every member's position
            batch.entries.push_back(*entry);
            for (const Mutation& mutation : entry->mutations)
                bytes += 64 + mutation.value.size();
        }
    }
    batch.positions = m_replica.positions();
    return batch;
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
    send(region, std::move(batch));
}

void Replicator::onBatch(const ReplicationMessage& message)
{
    Peer& peer = m_peers[message.from.value];
    applyEntries(message.entries);
    if (peer.outstanding == message.id)
        ask(message.from);
    else
        m_env.probe("replicator.late-answer");
    checkVerify();
}

void Replicator::applyEntries(const std::vector<LogEntry>& entries)
{
    bool isChanged = false;
    for (const LogEntry& entry : entries) {
        const std::size_t origin = entry.version.origin.value;
        if (entry.version.seq > m_replica.position(entry.version.origin) + 1) {
            m_env.probe("replicator.gap-skipped");
            continue; // a batch before this one was lost; it will be asked for again
        }
        if (!m_applyLimit.empty() && entry.version.seq > m_applyLimit[origin]) {
            m_env.probe("replicator.frozen-for-comparison");
            continue;
        }
        isChanged = m_replica.apply(entry) || isChanged;
    }
    if (!isChanged)
        return;
    onLocalCommit(); // a peer may be waiting for what we can relay
    std::vector<ReplicationMessage> held = std::move(m_heldVerifyRequests);
    m_heldVerifyRequests.clear();
    for (ReplicationMessage& request : held)
        onVerifyRequest(std::move(request));
}

void Replicator::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    m_env.mix((std::uint64_t { m_replica.self().value } << 16) ^ (isPaused ? 1U : 2U));
}

void Replicator::setDown(bool isDown)
{
    m_isDown = isDown;
    for (Peer& peer : m_peers) {
        peer.isParked = false;
        peer.outstanding = 0;
    }
    m_heldVerifyRequests.clear();
    m_env.mix((std::uint64_t { m_replica.self().value } << 16) ^ (isDown ? 3U : 4U));
}

} // namespace sb
