// SPDX-License-Identifier: GPL-3.0-or-later
// How a region that has no copy gets one: a consistent snapshot of a peer at version vector V, in checksummed
// chunks that may be lost and asked for again, installed as a whole, then the logs from V on. A source that
// is lost in mid-copy, or that has forgotten the session, means a new start with the next peer: never half.
// The ends of the logs that others may still lack come with it, so that every survivor can pass them on.
#include "backend/base/hash.h"
#include "backend/kernel/mutant.h"
#include "backend/replication/replicator.h"

#include <algorithm>
#include <limits>

namespace sb {
namespace {

constexpr Duration kChunkPatience = 2s; // beyond a round trip: ask again
constexpr Duration kSourcePatience = 10s; // without a chunk: try the next source
constexpr Duration kSessionKept = 60s; // after its last use

std::uint64_t checksumOf(const ReplicationMessage& chunk)
{
    std::uint64_t sum = chunk.rows.size();
    for (const Row& row : chunk.rows)
        sum = hashCombine(sum, Store::rowHash(row.key, row.item));
    for (const LogEntry& entry : chunk.entries) {
        sum = hashCombine(sum, entry.version.seq);
        for (const Mutation& mutation : entry.mutations)
            sum = hashCombine(sum, hashBytes(mutation.value));
    }
    return sum;
}

// The part of `all` that belongs into a chunk, of equal ones of `size`.
template <typename T>
std::vector<T> sliceOf(const std::vector<T>& all, std::uint64_t chunk, std::size_t size)
{
    const std::size_t from = std::min<std::size_t>(all.size(), chunk * size);
    return { all.begin() + static_cast<std::ptrdiff_t>(from),
        all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), from + size)) };
}

// As Replica::storeDigest() of a copy that holds these rows and nothing else.
std::uint64_t digestOf(const std::vector<Row>& rows)
{
    std::array<std::uint64_t, kTableCount> tables {};
    for (const Row& row : rows)
        tables[static_cast<std::size_t>(row.key.table)] += Store::rowHash(row.key, row.item);
    std::uint64_t all = 0;
    for (const std::uint64_t table : tables)
        all = hashCombine(all, table);
    return all;
}

} // namespace

std::string_view toString(ReplicaStage stage)
{
    switch (stage) {
    case ReplicaStage::Empty:
        return "empty";
    case ReplicaStage::Copying:
        return "copying";
    case ReplicaStage::CatchingUp:
        return "catching up";
    case ReplicaStage::ServingReads:
        return "serving reads";
    case ReplicaStage::ServingWrites:
        return "serving writes";
    }
    return "unknown";
}

void Replicator::setStage(ReplicaStage stage)
{
    if (stage == m_stage)
        return;
    const ReplicaStage before = m_stage;
    m_stage = stage;
    m_env.mix((std::uint64_t { m_replica.self().value } << 16) ^ (16U + static_cast<unsigned>(stage)));
    if (m_hooks.onStage)
        m_hooks.onStage(before, stage);
}

int Replicator::copiedPercent() const
{
    if (m_stage >= ReplicaStage::CatchingUp)
        return 100;
    if (!m_incoming || m_incoming->chunkCount == 0)
        return 0;
    return static_cast<int>(m_incoming->received * 100 / m_incoming->chunkCount);
}

void Replicator::startBootstrap()
{
    cancelVerify();
    m_incoming.reset();
    m_arriving.clear();
    for (Peer& peer : m_peers) {
        peer.outstanding = 0;
        peer.isParked = false;
    }
    setStage(ReplicaStage::Empty);
}

void Replicator::startCatchUp()
{
    cancelVerify();
    // No positions are enough to be read from: some that were once told of are gone everywhere.
    m_catchUpTo.assign(1, std::numeric_limits<std::uint64_t>::max());
    setStage(m_peers.size() > 1 ? ReplicaStage::CatchingUp : ReplicaStage::ServingWrites);
}

// Peers in turn, nearest first. Whether one can be reached shows only when it answers.
std::optional<RegionId> Replicator::nextSource() const
{
    std::vector<RegionId> peers;
    for (std::size_t i = 0; i < m_peers.size(); ++i) {
        const RegionId region { static_cast<std::uint8_t>(i) };
        if (region != m_replica.self())
            peers.push_back(region);
    }
    if (peers.empty())
        return std::nullopt;
    std::stable_sort(peers.begin(), peers.end(), [&](RegionId a, RegionId b) {
        return m_links.roundTrip(m_replica.self(), a) < m_links.roundTrip(m_replica.self(), b);
    });
    return peers[m_sourcesTried % peers.size()];
}

void Replicator::advanceBootstrap()
{
    if (m_stage == ReplicaStage::Empty) {
        askSnapshot();
        return;
    }
    if (m_stage == ReplicaStage::Copying) {
        const Duration silence = m_env.now() - m_incoming->heardAt;
        if (silence > kSourcePatience) {
            ++m_sourcesTried;
            ++m_stats.copiesRestarted;
            askSnapshot();
        } else if (silence > kChunkPatience + m_links.roundTrip(m_replica.self(), m_incoming->source)) {
            if (m_incoming->chunkCount == 0)
                askChunk(0);
            for (std::uint64_t i = 0; i < m_incoming->nextToAsk && m_incoming->chunkCount > 0; ++i)
                if (!m_incoming->isHere[i])
                    askChunk(i);
        }
        return;
    }
    // The source may have lost since what it had told of: what the others have is enough then.
    if (m_stage == ReplicaStage::CatchingUp && (covers(m_replica.positions(), m_catchUpTo) || hasCaughtUp()))
        setStage(ReplicaStage::ServingReads);
    if (m_stage == ReplicaStage::ServingReads && hasCaughtUp())
        setStage(ReplicaStage::ServingWrites);
}

void Replicator::forgetOldSnapshots()
{
    for (Outgoing& outgoing : m_outgoing)
        if (outgoing.session != 0 && m_env.now() - outgoing.usedAt > kSessionKept)
            outgoing = {};
}

// What all are known to have, but for the asker: of a peer not heard of since the last start, nothing.
std::vector<std::uint64_t> Replicator::everywhereBut(RegionId asker) const
{
    std::vector<std::uint64_t> everywhere = m_replica.positions();
    for (std::size_t i = 0; i < m_peers.size(); ++i)
        for (std::size_t log = 0; log < everywhere.size() && i != asker.value; ++log)
            if (i != m_replica.self().value)
                everywhere[log] = std::min(everywhere[log], seenOf(m_peers[i].positions, log));
    return everywhere;
}

void Replicator::limitToSnapshots(std::vector<std::uint64_t>& positions) const
{
    for (const Outgoing& outgoing : m_outgoing) {
        for (std::size_t i = 0; i < positions.size() && outgoing.session != 0; ++i)
            positions[i] = std::min(positions[i], seenOf(outgoing.copy.positions, i));
    }
}

// Holds all that any peer heard of lately has told it has.
bool Replicator::hasCaughtUp() const
{
    bool isAnyHeard = false;
    for (std::size_t i = 0; i < m_peers.size(); ++i) {
        const Peer& peer = m_peers[i];
        if (i == m_replica.self().value || m_env.now() - peer.lastHeard > m_config.relayAfter
            || peer.positions.empty())
            continue;
        isAnyHeard = true;
        if (!covers(m_replica.positions(), peer.positions))
            return false;
    }
    return isAnyHeard && !SB_MUTANT(NeverWhole);
}

void Replicator::askSnapshot()
{
    const auto source = nextSource();
    if (!source)
        return;
    m_incoming = std::make_unique<Incoming>();
    m_incoming->source = *source;
    m_incoming->heardAt = m_env.now();
    setStage(ReplicaStage::Copying);
    askChunk(0);
}

void Replicator::askChunk(std::uint64_t chunk)
{
    m_incoming->nextToAsk = std::max(m_incoming->nextToAsk, chunk + 1);
    ReplicationMessage request;
    request.kind = ReplicationMessage::Kind::SnapshotRequest;
    request.session = m_incoming->session;
    request.chunk = chunk;
    request.id = m_nextId++;
    send(m_incoming->source, std::move(request));
}

void Replicator::onSnapshotRequest(const ReplicationMessage& message)
{
    Outgoing& outgoing = m_outgoing[message.from.value];
    ReplicationMessage reply;
    reply.kind = ReplicationMessage::Kind::SnapshotChunk;
    reply.id = message.id;
    if (m_stage != ReplicaStage::ServingWrites) {
        send(message.from, std::move(reply)); // refused: nothing whole to give
        return;
    }
    if (message.session == 0) {
        outgoing.session = m_nextId++;
        outgoing.copy = m_replica.snapshot(everywhereBut(message.from));
    } else if (message.session != outgoing.session) {
        send(message.from, std::move(reply)); // refused: forgotten in a restart
        return;
    }
    outgoing.usedAt = m_env.now();
    const std::size_t size = m_config.chunkRowsMax;
    const std::uint64_t ofRows = (outgoing.copy.rows.size() + size - 1) / size;
    const std::uint64_t ofTail = (outgoing.copy.tail.size() + size - 1) / size;
    reply.session = outgoing.session;
    reply.chunk = message.chunk;
    reply.chunkCount = std::max<std::uint64_t>(1, ofRows + ofTail);
    if (message.chunk < ofRows)
        reply.rows = sliceOf(outgoing.copy.rows, message.chunk, size);
    else
        reply.entries = sliceOf(outgoing.copy.tail, message.chunk - ofRows, size);
    reply.checksum = checksumOf(reply);
    reply.positions = outgoing.copy.positions;
    reply.digest = outgoing.copy.digest;
    reply.clock = outgoing.copy.clock;
    send(message.from, std::move(reply));
}

void Replicator::onSnapshotChunk(ReplicationMessage message)
{
    if (m_isHeld || m_stage != ReplicaStage::Copying || message.from != m_incoming->source)
        return;
    const bool isFirst = m_incoming->session == 0;
    const bool isDamaged = message.session != 0 && checksumOf(message) != message.checksum;
    if (message.session == 0 || isDamaged) {
        ++m_sourcesTried;
        ++m_stats.copiesRestarted;
        setStage(ReplicaStage::Empty); // the next tick asks the next source
        return;
    }
    if (!isFirst && message.session != m_incoming->session)
        return; // of an attempt that was given up
    Incoming& in = *m_incoming;
    in.heardAt = m_env.now();
    if (isFirst) {
        in.session = message.session;
        in.chunkCount = message.chunkCount;
        in.chunks.resize(message.chunkCount);
        in.isHere.resize(message.chunkCount, false);
        in.positions = message.positions;
        in.digest = message.digest;
        in.clock = message.clock;
    }
    if (message.chunk >= in.chunkCount || in.isHere[message.chunk])
        return;
    m_stats.rowsCopied += message.rows.size();
    in.chunks[message.chunk] = { std::move(message.rows), std::move(message.entries) };
    in.isHere[message.chunk] = true;
    ++in.received;
    while (in.nextToAsk < in.chunkCount
        && in.nextToAsk < in.received + static_cast<std::uint64_t>(m_config.chunkWindow))
        askChunk(in.nextToAsk);
    if (in.received == in.chunkCount)
        installCopy();
}

void Replicator::installCopy()
{
    ReplicaSnapshot copy;
    for (Incoming::Chunk& chunk : m_incoming->chunks) {
        std::move(chunk.rows.begin(), chunk.rows.end(), std::back_inserter(copy.rows));
        std::move(chunk.tail.begin(), chunk.tail.end(), std::back_inserter(copy.tail));
    }
    copy.positions = m_incoming->positions;
    copy.clock = m_incoming->clock;
    // The sums of the chunks were right: if the whole is not, the source's own account of its rows is wrong,
    // and what cannot be trusted is not served.
    if (digestOf(copy.rows) != m_incoming->digest) {
        ++m_sourcesTried;
        ++m_stats.copiesRestarted;
        setStage(ReplicaStage::Empty);
        return;
    }
    m_catchUpTo = m_peers[m_incoming->source.value].positions;
    m_incoming.reset();
    m_replica.install(copy);
    setStage(ReplicaStage::CatchingUp);
}

} // namespace sb
