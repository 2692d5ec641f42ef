// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison of copies while they are written to (copy_digest.h). The asker compares: it requests a
// peer's digests and looks at every bucket in which both hold the same writes; the rest is left to a later
// reply. In the background each region asks one peer after the other; for a verification it asks one peer
// until every bucket was looked at.
#include "backend/replication/replicator.h"

namespace sb {
namespace {

constexpr Duration kAskAgain = 500ms; // after a reply that left buckets over

std::uint64_t digestOf(const CopyDigest& copy)
{
    std::uint64_t all = 0;
    for (const std::uint64_t bucket : copy.buckets)
        all = hashCombine(all, bucket);
    return all;
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
}

// Called with every tick.
void Replicator::exchangeDigests()
{
    if (!isServing())
        return;
    if (m_verify) {
        const Duration patience = m_verify->id == 0
            ? kAskAgain
            : m_config.retryAfter + m_links.roundTrip(m_replica.self(), m_verify->peer);
        if (m_env.now() - m_verify->askedAt > patience)
            askVerify();
    }
    if (m_config.digestEvery == 0us || m_env.now() < m_nextExchange || m_peers.size() < 2)
        return;
    m_nextExchange = m_env.now() + m_config.digestEvery;
    do
        m_nextToCompare = (m_nextToCompare + 1) % m_peers.size();
    while (m_nextToCompare == m_replica.self().value);
    (void)askDigest(RegionId { static_cast<std::uint8_t>(m_nextToCompare) });
}

std::uint64_t Replicator::askDigest(RegionId peer)
{
    ReplicationMessage request;
    request.kind = ReplicationMessage::Kind::DigestRequest;
    request.id = m_nextId++;
    request.positions = m_replica.positions();
    const std::uint64_t id = request.id;
    send(peer, std::move(request));
    return id;
}

void Replicator::askVerify()
{
    m_verify->askedAt = m_env.now();
    m_verify->id = askDigest(m_verify->peer);
}

void Replicator::onDigestRequest(const ReplicationMessage& message)
{
    if (!isServing())
        return; // the asker asks again
    ReplicationMessage reply;
    reply.kind = ReplicationMessage::Kind::DigestReply;
    reply.id = message.id;
    CopyDigest copy = m_replica.copyDigest();
    reply.positions = std::move(copy.positions);
    reply.buckets = std::move(copy.buckets);
    reply.touched = std::move(copy.touched);
    m_stats.digestBytesSent += 8 * (reply.positions.size() + reply.buckets.size() + reply.touched.size());
    send(message.from, std::move(reply));
}

void Replicator::onDigestReply(ReplicationMessage message)
{
    if (!isServing() || message.buckets.size() != kBucketCount)
        return;
    CopyDigest told { std::move(message.positions), std::move(message.buckets), std::move(message.touched) };
    ++m_stats.digestsCompared;
    if (!m_verify || m_verify->id != message.id) {
        watchCopies(message.from, told);
        return;
    }
    m_verify->id = 0;
    if (m_verify->peerIncarnation != message.incarnation)
        m_verify->equal.reset();
    m_verify->peerIncarnation = message.incarnation;
    m_verify->told = std::move(told);
    checkVerify();
}

// After each reply, and again as what came since brings this copy nearer to what the peer had.
void Replicator::checkVerify()
{
    if (!m_verify || !m_verify->told)
        return;
    const CopyDigest ours = m_replica.copyDigest();
    const CopyComparison comparison = compareCopies(ours, *m_verify->told);
    m_verify->equal |= comparison.compared & ~comparison.unequal;
    if (comparison.unequal.none() && !m_verify->equal.all()) {
        m_env.probe("replicator.comparison-again");
        return;
    }
    const VerifyOutcome outcome { m_verify->peer, comparison.unequal.none(), comparison.unequal,
        digestOf(ours), digestOf(*m_verify->told) };
    m_unequal[outcome.peer.value] |= outcome.unequal;
    const auto done = std::move(m_verify->done);
    cancelVerify();
    done(outcome);
}

void Replicator::watchCopies(RegionId peer, const CopyDigest& told)
{
    const CopyDigest ours = m_replica.copyDigest();
    const CopyComparison comparison = compareCopies(ours, told);
    m_stats.bucketsCompared += comparison.compared.count();
    m_stats.bucketsUnequal += comparison.unequal.count();
    m_stats.bucketsSkipped += kBucketCount - comparison.compared.count();
    if (!comparison.compared.all())
        m_env.probe("replicator.bucket-in-flux");
    BucketSet& known = m_unequal[peer.value];
    known &= ~comparison.compared | comparison.unequal;
    const BucketSet fresh = comparison.unequal & ~known;
    known |= fresh;
    if (fresh.any() && m_hooks.onDiverged)
        m_hooks.onDiverged({ peer, false, comparison.unequal, digestOf(ours), digestOf(told) });
}

} // namespace sb
