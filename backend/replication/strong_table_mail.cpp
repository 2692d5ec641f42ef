// SPDX-License-Identifier: GPL-3.0-or-later
// What members of a strong table say to each other, and what happens when nothing is heard.
#include "backend/replication/strong_table.h"
#include "backend/replication/strong_table_events.h"

#include <algorithm>
#include <bit>

namespace sb {
namespace {

std::size_t sizeOf(const StrongMessage& message)
{
    return 96 + message.key.size() + message.item.value.size() + 25 * message.item.recent.size();
}

StrongMessage replyTo(const StrongMessage& question, StrongMessage::Kind kind)
{
    StrongMessage reply;
    reply.kind = kind;
    reply.operation = question.operation;
    reply.round = question.round;
    reply.key = question.key;
    reply.ballot = question.ballot;
    return reply;
}

} // namespace

void StrongTable::onEvent(const SimEvent& event)
{
    switch (event.kind) {
    case kLetter: {
        StrongMessage* letter = m_mail.find(event.a);
        SB_ASSERT(letter != nullptr);
        const StrongMessage message = std::move(*letter);
        m_mail.release(event.a);
        deliver(message);
        break;
    }
    case kDeadline:
        if (Operation* op = m_operations.find(event.a)) {
            StrongOutcome outcome;
            outcome.mayHaveApplied = op->mayHaveApplied;
            if (op->mayHaveApplied)
                outcome.reason = "not agreed in time; the outcome is unknown, send it again with the same id";
            else if (op->wasOutvoted)
                outcome.reason = "other regions kept the item busy; nothing was applied";
            else
                outcome.reason = "no majority answered in time; nothing was applied";
            finish(event.a, std::move(outcome));
        }
        break;
    case kTryAgain:
        if (Operation* op = m_operations.find(event.a); op != nullptr && op->round == event.b)
            begin(event.a);
        break;
    case kPatienceOver:
        onPatienceOver(event.a, event.b);
        break;
    }
}

void StrongTable::deliver(const StrongMessage& message)
{
    if (!m_isDown)
        onMessage(message);
}

void StrongTable::sendTo(std::size_t member, StrongMessage message, Duration after)
{
    message.from = static_cast<std::uint8_t>(m_self);
    const auto delay = m_links.send(region(), m_members[member].region, sizeOf(message));
    if (!delay)
        return; // cut: what matters is sent again when patience is over
    const auto handle = m_mail.acquire();
    *m_mail.find(handle) = std::move(message);
    m_env.postIn(after + *delay, m_components[member], kLetter, handle);
}

void StrongTable::sendRound(Handle handle)
{
    const Operation& op = at(handle);
    StrongMessage message;
    message.operation = handle;
    message.round = op.round;
    message.key = op.request.key;
    message.ballot = op.ballot;
    if (op.phase == Phase::Accepting) {
        message.kind = StrongMessage::Kind::Accept;
        message.next = { op.ballot.counter + 1, op.ballot.region };
        message.item = op.step.item;
    } else {
        message.kind
            = op.phase == Phase::Querying ? StrongMessage::Kind::Query : StrongMessage::Kind::Prepare;
    }
    const Duration flushed = m_acceptor.makeDurable();
    Duration farthest = 0us;
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        farthest = std::max(farthest, roundTripBetween(m_self, i));
        const bool isAnswered = ((op.votes | op.refusals) >> i & 1) != 0 || op.replies[i].isThere;
        if (i != m_self && !isAnswered)
            sendTo(i, message, flushed);
    }
    m_env.postIn(m_config.resendAfter + 2 * farthest, m_component, kPatienceOver, handle, op.round);
}

void StrongTable::onPatienceOver(Handle handle, std::uint64_t round)
{
    Operation* op = m_operations.find(handle);
    if (op == nullptr || op->round != round)
        return;
    if (op->phase == Phase::Querying) {
        const auto isThere = [](const Reply& reply) { return reply.isThere; };
        const auto replies = std::count_if(op->replies.begin(), op->replies.end(), isThere);
        if (static_cast<std::size_t>(replies) >= votesToRead()) { // they disagree and the third is silent
            ++m_counters.readsThatPropose;
            return enqueue(handle);
        }
    } else if (op->refusals != 0) {
        return retreat(handle);
    }
    sendRound(handle); // the same again: acceptors answer a copy as they did the first
}

void StrongTable::onMessage(const StrongMessage& message)
{
    switch (message.kind) {
    case StrongMessage::Kind::Query:
    case StrongMessage::Kind::Prepare:
    case StrongMessage::Kind::Accept:
        return answerAsAcceptor(message);
    case StrongMessage::Kind::Settle:
        return onSettle(message);
    default:
        break;
    }
    Operation* op = m_operations.find(message.operation);
    if (op == nullptr || op->round != message.round)
        return; // of a round that is over, or from before a crash
    switch (message.kind) {
    case StrongMessage::Kind::Held:
        return onHeld(message.operation, message);
    case StrongMessage::Kind::Promise:
        return onPromise(message.operation, message);
    case StrongMessage::Kind::Accepted:
        return onAccepted(message.operation, message);
    default:
        return onNack(message.operation, message);
    }
}

void StrongTable::answerAsAcceptor(const StrongMessage& message)
{
    StrongMessage reply = replyTo(message, StrongMessage::Kind::Held);
    std::optional<Acceptor::Answer> answer;
    if (message.kind == StrongMessage::Kind::Query) {
        if (auto record = m_acceptor.load(message.key))
            answer = Acceptor::Answer { true, std::move(*record) };
    } else if (message.kind == StrongMessage::Kind::Prepare) {
        reply.kind = StrongMessage::Kind::Promise;
        answer = m_acceptor.prepare(message.key, message.ballot);
    } else {
        reply.kind = StrongMessage::Kind::Accepted;
        answer = m_acceptor.accept(message.key, message.ballot, message.item, message.next);
    }
    if (!answer)
        return; // damaged: silence, see strong_acceptor.h
    AcceptorRecord& record = answer->record;
    if (!answer->isOk) {
        reply.kind = StrongMessage::Kind::Nack;
        reply.ballot = record.promised;
        reply.accepted = record.accepted;
        reply.isSettled = record.isSettled;
        reply.item.version = record.item.version;
    } else if (message.kind == StrongMessage::Kind::Accept) {
        m_promisedAt.erase(message.key);
        mixRecord(message.key, record.promised, record.accepted);
    } else {
        if (message.kind == StrongMessage::Kind::Prepare) {
            notePromise(message.key);
            mixRecord(message.key, record.promised, record.accepted);
        }
        reply.accepted = record.accepted;
        reply.isSettled = record.isSettled;
        reply.item = std::move(record.item);
    }
    const Duration flushed = m_acceptor.makeDurable();
    sendTo(message.from, std::move(reply), flushed);
}

void StrongTable::notePromise(const std::string& key)
{
    if (m_promisedAt.size() >= m_config.promisesMax)
        m_promisedAt.clear();
    m_promisedAt[key] = m_env.now();
}

void StrongTable::onSettle(const StrongMessage& message)
{
    m_acceptor.settle(message.key, message.ballot);
    const auto queue = m_queues.find(message.key);
    if (queue == m_queues.end())
        return;
    const Handle handle = queue->second.front();
    if (at(handle).phase == Phase::BackingOff) {
        enter(handle, Phase::BackingOff); // outdates the timer
        begin(handle);
    }
}

void StrongTable::onHeld(Handle handle, const StrongMessage& message)
{
    Operation& op = at(handle);
    op.replies[message.from] = { true, message.accepted, message.isSettled, message.item };
    checkQuery(handle);
}

void StrongTable::onPromise(Handle handle, const StrongMessage& message)
{
    Operation& op = at(handle);
    op.votes |= 1U << message.from;
    op.replies[message.from] = { true, message.accepted, message.isSettled, message.item };
    if (static_cast<std::size_t>(std::popcount(op.votes)) < votesToWrite())
        return;
    const Base base = newestOf(op);
    propose(handle, *base.item, base.ballot, base.isChosen);
}

void StrongTable::onAccepted(Handle handle, const StrongMessage& message)
{
    Operation& op = at(handle);
    op.votes |= 1U << message.from;
    if (static_cast<std::size_t>(std::popcount(op.votes)) >= votesToWrite())
        chosen(handle);
}

void StrongTable::onNack(Handle handle, const StrongMessage& message)
{
    Operation& op = at(handle);
    op.refusals |= 1U << message.from;
    noteOutvoted(op, message.ballot, message.accepted, message.isSettled, message.item.version);
    // A refusal may overtake the yes of an earlier copy: only members that never said yes count as lost.
    const auto lost = static_cast<std::size_t>(std::popcount(op.refusals & ~op.votes));
    if (kStrongMembers - lost < votesToWrite())
        retreat(handle);
}

// What is chosen may be accepted by any acceptor at any time, as if its proposer's message had been slow. It
// spares this region's next read the longer way.
void StrongTable::learn(const std::string& key, const Reply& reply)
{
    const std::optional<AcceptorRecord> own = m_acceptor.load(key);
    if (!own || own->accepted > reply.accepted || reply.accepted.counter == 0)
        return;
    if (own->accepted < reply.accepted) {
        const auto answer = m_acceptor.accept(key, reply.accepted, reply.item, reply.accepted);
        if (!answer || !answer->isOk)
            return;
        mixRecord(key, answer->record.promised, answer->record.accepted);
    }
    m_acceptor.settle(key, reply.accepted);
}

void StrongTable::mixRecord(std::string_view key, Ballot promised, Ballot accepted)
{
    std::uint64_t hash = hashCombine(hashBytes(key), (promised.counter << 8) ^ promised.region);
    hash = hashCombine(hash, (accepted.counter << 8) ^ accepted.region);
    m_env.mix(hashCombine(hash, m_self));
}

} // namespace sb
