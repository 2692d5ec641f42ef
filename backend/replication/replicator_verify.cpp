// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison of two copies at exactly equal positions, while both keep working.
#include "backend/replication/replicator.h"

namespace sb {
namespace {

bool covers(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b)
{
    for (std::size_t i = 0; i < b.size(); ++i) {
        if (seenOf(a, i) < b[i])
            return false;
    }
    return true;
}

} // namespace

void Replicator::startVerify(RegionId peer, std::function<void(const VerifyOutcome&)> done)
{
    m_verify = std::make_unique<Verify>();
    m_verify->peer = peer;
    m_verify->done = std::move(done);
    askVerify();
}

void Replicator::cancelVerify()
{
    m_verify.reset();
    m_applyLimit.clear();
}

void Replicator::askVerify()
{
    // Freeze here first: the peer's positions then cannot fall behind ours while the reply is under way.
    m_applyLimit = m_replica.positions();
    ReplicationMessage request;
    request.kind = ReplicationMessage::Kind::VerifyRequest;
    request.id = m_nextId++;
    request.positions = m_applyLimit;
    m_verify->id = request.id;
    m_verify->askedAt = m_env.now();
    m_verify->target.reset();
    send(m_verify->peer, std::move(request));
}

void Replicator::onVerifyRequest(ReplicationMessage message)
{
    if (!isServing())
        return; // no copy to compare with; the asker asks again
    if (!covers(m_replica.positions(), message.positions)) {
        m_env.probe("replicator.comparison-held");
        std::erase_if(
            m_heldVerifyRequests, [&](const ReplicationMessage& held) { return held.from == message.from; });
        m_heldVerifyRequests.push_back(std::move(message));
        return;
    }
    ReplicationMessage reply;
    reply.kind = ReplicationMessage::Kind::VerifyReply;
    reply.id = message.id;
    reply.positions = m_replica.positions();
    reply.digest = m_replica.digest();
    send(message.from, std::move(reply));
}

void Replicator::onVerifyReply(ReplicationMessage message)
{
    if (!m_verify || m_verify->id != message.id)
        return;
    m_applyLimit = message.positions;
    m_verify->target = std::move(message);
    checkVerify();
}

void Replicator::checkVerify()
{
    if (!m_verify || !m_verify->target)
        return;
    const std::vector<std::uint64_t>& target = m_verify->target->positions;
    const LogId own = m_replica.ownLog();
    if (m_replica.position(own) != seenOf(target, m_replica.indexOf(own))) {
        m_env.probe("replicator.comparison-moved-on");
        askVerify(); // a straggling client wrote here meanwhile: compare again at a newer position
        return;
    }
    if (!covers(target, m_replica.positions()) || !covers(m_replica.positions(), target)) {
        if (m_env.now() - m_verify->askedAt > 4 * m_config.retryAfter)
            askVerify();
        return;
    }
    const VerifyOutcome outcome { m_verify->peer, m_replica.digest() == m_verify->target->digest,
        m_replica.digest(), m_verify->target->digest };
    const auto done = std::move(m_verify->done);
    cancelVerify();
    done(outcome);
}

} // namespace sb
