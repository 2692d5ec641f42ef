// SPDX-License-Identifier: GPL-3.0-or-later
// Ships changes between regions over the simulated network: pull with version vectors. A region asks each
// peer "my positions are {…}; send what I lack of these origins"; the peer answers at once when it has
// something, otherwise it parks the question and answers on its next commit or after a second (heartbeat).
// A region asks a peer for the peer's own log, and for a third region's log when that region has been silent:
// so a survivor relays what a dead region had told it.
// Messages may be late, lost with a cut link, or arrive twice; asking again and idempotent apply cover that.
// Thread: World thread.
#pragma once

#include "backend/base/slot_pool.h"
#include "backend/net/network.h"
#include "backend/replication/replica.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sb {

struct ReplicatorConfig {
    Duration linger = 15ms; // a commit waits this long for company before it is shipped
    Duration heartbeat = 1s; // an unanswered question gets an empty answer after this
    Duration retryAfter = 2s; // beyond one round trip: ask again
    Duration relayAfter = 3s; // silence of an origin before its log is asked of others
    std::size_t batchEntriesMax = 4'000;
    std::size_t batchBytesMax = 1'000'000;
};

// A message between two replicators.
struct ReplicationMessage {
    enum class Kind : std::uint8_t { Pull, Batch, VerifyRequest, VerifyReply };
    Kind kind = Kind::Pull;
    RegionId from;
    std::uint64_t id = 0; // of the question; its answer carries the same
    std::uint64_t wanted = 0; // bit o set: origin o's log is asked for
    std::vector<std::uint64_t> positions;
    std::vector<LogEntry> entries; // Batch: contiguous per origin, in order
    std::uint64_t digest = 0; // VerifyReply: of all tables, at `positions`
};

// Told how a comparison of two copies ended.
struct VerifyOutcome {
    RegionId peer;
    bool isEqual = false;
    std::uint64_t digest = 0; // ours
    std::uint64_t peerDigest = 0;
};

class Replicator final : public Component {
public:
    Replicator(Env& env, Network& network, Replica& replica, SlotPool<ReplicationMessage>& mail,
        ReplicatorConfig config = {});

    // peers[r] = component of region r's replicator; own slot included.
    void connect(ComponentId self, std::vector<ComponentId> peers);
    void onEvent(const SimEvent& event) override;
    // A local commit happened: parked questions get their answer soon.
    void onLocalCommit();

    // Switches. Paused: neither ships nor pulls; messages under way to it are dropped.
    void setPaused(bool isPaused);
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    // The region is out: as paused, and it forgets parked questions (its memory is gone).
    void setDown(bool isDown);
    [[nodiscard]] bool isDown() const { return m_isDown; }

    // Compares this copy with the peer's at exactly equal positions: freezes apply here, asks the peer for a
    // position at or past ours, applies up to it, compares digests. Retries until it ends or is cancelled.
    void startVerify(RegionId peer, std::function<void(const VerifyOutcome&)> done);
    void cancelVerify();

    // When anything (a batch or a heartbeat) was last heard from a peer.
    [[nodiscard]] Instant lastHeard(RegionId peer) const { return m_peers[peer.value].lastHeard; }

private:
    struct Peer {
        ComponentId component = 0;
        Instant lastHeard = kStart;
        std::uint64_t outstanding = 0; // id of our question; 0 = none
        Instant askedAt = kStart;
        // Their question, kept until there is an answer.
        bool isParked = false;
        ReplicationMessage question;
        Instant parkedAt = kStart;
        bool isAnswerDue = false; // a linger timer runs
    };
    struct Verify {
        RegionId peer;
        std::function<void(const VerifyOutcome&)> done;
        std::uint64_t id = 0;
        Instant askedAt = kStart;
        std::optional<ReplicationMessage> target; // the peer's reply
    };

    [[nodiscard]] bool isOff() const { return m_isPaused || m_isDown; }
    void onTick();
    void ask(RegionId peer);
    void onMessage(ReplicationMessage message);
    void onPull(ReplicationMessage message);
    void onBatch(const ReplicationMessage& message);
    void answer(RegionId peer, bool evenIfEmpty);
    [[nodiscard]] ReplicationMessage buildBatch(const ReplicationMessage& question);
    void applyEntries(const std::vector<LogEntry>& entries);
    void send(RegionId to, ReplicationMessage message);
    void askVerify();
    void onVerifyRequest(ReplicationMessage message);
    void onVerifyReply(ReplicationMessage message);
    void checkVerify();

    Env& m_env;
    Network& m_network;
    Replica& m_replica;
    SlotPool<ReplicationMessage>& m_mail;
    ReplicatorConfig m_config;
    ComponentId m_self = 0;
    std::vector<Peer> m_peers;
    std::uint64_t m_nextId = 1;
    bool m_isPaused = false;
    bool m_isDown = false;
    std::unique_ptr<Verify> m_verify;
    std::vector<std::uint64_t> m_applyLimit; // empty: no limit
    std::vector<ReplicationMessage> m_heldVerifyRequests; // until our positions reach theirs
};

} // namespace sb
