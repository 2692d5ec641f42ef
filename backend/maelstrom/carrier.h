// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the engines of one node to those of the others. In the World of a node every other node is a
// stand-in: what an engine posts to it is encoded and handed to `send`, and what comes back is decoded and
// delivered. Beside the mail of the engines it carries the life of both ends: a message that was meant for an
// earlier life of this node, or comes from an earlier life of its sender, is dropped, because a handle of an
// operation may be in use again.
// Thread: that of the node.
// Invariants: (1) nothing malformed reaches an engine; (2) mail between two engines of this node does not
// leave it.
#pragma once

#include "backend/kernel/world.h"
#include "backend/maelstrom/json.h"
#include "backend/replication/replicator.h"
#include "backend/replication/strong_table.h"

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace sb::maelstrom {

class Carrier final : public Links {
public:
    using Send = std::function<void(std::size_t node, Json body)>;

    // `assumedRoundTrip` guides the engines' patience; the network does not tell its own.
    Carrier(World& world, std::size_t nodeCount, std::size_t self, std::uint64_t life,
        Duration assumedRoundTrip, Send send);
    ~Carrier() override;

    [[nodiscard]] SlotPool<ReplicationMessage>& replicationMail() { return m_replicationMail; }
    [[nodiscard]] SlotPool<StrongMessage>& strongMail() { return m_strongMail; }
    // Component to post to for the replicator of another node.
    [[nodiscard]] ComponentId replicatorAt(std::size_t node);
    // Component to post to for a member of the strong table that lives on another node.
    [[nodiscard]] ComponentId memberAt(std::size_t member, std::size_t node);
    // Engines of this node.
    void setReplicator(Replicator* replicator) { m_replicator = replicator; }
    void setMember(std::size_t member, StrongTable* table) { m_members[member] = table; }

    // Mail from another node. Refused: malformed, of an earlier life, or for an engine that is not here.
    [[nodiscard]] Result<> receive(std::size_t from, const Json& body);
    // The envelope that every message between nodes needs; receive() and isCurrent() look at it.
    void seal(std::size_t to, Json& body) const;
    // Notes the sender's life; false when either end has begun a new one since the message was sent. A sender
    // that does not know of ours is told.
    [[nodiscard]] bool isCurrent(std::size_t from, const Json& body);
    // The latest life heard of; 0: none yet.
    [[nodiscard]] std::uint64_t lifeOf(std::size_t node) const { return m_lives[node]; }
    // Tells this life to the nodes that have not shown yet that they know it; false when there are none.
    bool greetStrangers();

    [[nodiscard]] std::optional<Duration> send(RegionId from, RegionId to, std::size_t bytes) override;
    [[nodiscard]] Duration roundTrip(RegionId a, RegionId b) const override;

private:
    class StandIn;

    void greet(std::size_t to, bool wantsAnswer);

    World& m_world;
    std::size_t m_nodeCount;
    std::uint64_t m_life;
    Duration m_assumedRoundTrip;
    Send m_send;
    std::vector<std::uint64_t> m_lives; // latest heard of each node; 0: not heard yet
    std::vector<bool> m_knowsUs; // by node
    SlotPool<ReplicationMessage> m_replicationMail;
    SlotPool<StrongMessage> m_strongMail;
    std::vector<std::unique_ptr<StandIn>> m_standIns;
    Replicator* m_replicator = nullptr;
    std::array<StrongTable*, kStrongMembers> m_members {};
};

} // namespace sb::maelstrom
