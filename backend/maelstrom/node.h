// SPDX-License-Identifier: GPL-3.0-or-later
// One node of a cluster that speaks the protocol of Maelstrom: lines in, lines out, and between them the
// engines of a region in a World of their own, whose clock the owner moves. A program moves it with the
// machine's clock (stdio.h), a test with virtual time: the node does not know the difference.
// Before `init` it answers nothing but that; a second init is answered only if it says the same.
// Thread: one; the caller's.
// Invariants: (1) every request with a msg_id is answered at most once, and one that is forwarded is done at
// most once, even if the network copies it or the node that does it dies; (2) no line leaves before all it
// may tell of is on the disk; (3) no input ends the process.
#pragma once

#include "backend/maelstrom/carrier.h"
#include "backend/maelstrom/core.h"
#include "backend/maelstrom/disk.h"
#include "backend/maelstrom/message.h"
#include "backend/maelstrom/service.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sb::maelstrom {

inline constexpr std::size_t kNodesMax = 64; // as many regions as a log entry can name

struct NodeConfig {
    Workload workload = Workload::Echo;
    Duration patience = 900ms; // from a strong request to an error
    Duration assumedRoundTrip = 10ms; // between nodes: guides how soon strong tables try again
    // The node's disk, once its name is known.
    std::function<Result<std::unique_ptr<Disk>>(const std::string& nodeId)> openDisk;
    TableFactory makeTable = makeStrongTable;
};

class Node final : private Component {
public:
    using Send = std::function<void(const std::string& line)>;
    using Log = std::function<void(const std::string& text)>; // for people, not for the protocol

    // `now`: micros of a clock that the nodes need not share; it must go on across the lives of one node.
    Node(NodeConfig config, Instant now, Send send, Log log = {});
    ~Node() override;

    // A line from outside, without its end, at `now` (not before the last call's).
    void receive(std::string_view line, Instant now);
    // Lets everything happen that is due by `now`.
    void runUntil(Instant now);
    // When runUntil() is next needed.
    [[nodiscard]] Instant nextAt() const { return m_world.nextAt(); }
    // The disk has failed: nothing was sent since, and every further request is answered with Crash.
    [[nodiscard]] const std::optional<Error>& fault() const { return m_fault; }
    [[nodiscard]] std::uint64_t stateHash() const { return m_world.stateHash(); }

private:
    struct Forward {
        Request request;
        std::size_t node = 0;
    };

    // Which forwards of one life of a peer were begun here.
    struct Begun {
        std::uint64_t life = 0;
        std::set<std::uint64_t> numbers; // the latest
        std::uint64_t forgotten = 0; // up to here
    };

    void onEvent(const SimEvent& event) override;
    void onMessage(Message message);
    void onInit(const Message& message);
    [[nodiscard]] std::optional<Problem> start(const Json& body);
    void onPeer(std::size_t from, const Json& body);
    void onRequest(const Message& message);
    void dispatch(Request request, bool isForwarded);
    void forward(Request request, std::size_t node);
    void sendForward(std::uint64_t number, const Forward& forward);
    void onForward(std::size_t from, const Json& body);
    [[nodiscard]] bool isFirst(std::size_t from, std::uint64_t life, std::uint64_t number);
    void onForwarded(std::size_t from, const Json& body);
    void reply(const Message& to, Json body);
    void sendToPeer(std::size_t node, const Json& body);
    void finishStep();
    [[nodiscard]] std::optional<std::size_t> indexOf(const std::string& node) const;

    NodeConfig m_config;
    World m_world;
    ComponentId m_component;
    Send m_send;
    Log m_log;
    std::string m_id; // empty before init
    std::vector<std::string> m_nodes;
    std::size_t m_self = 0;
    std::unique_ptr<Disk> m_disk;
    std::unique_ptr<Carrier> m_carrier;
    std::unique_ptr<Core> m_core;
    std::unique_ptr<Service> m_service;
    std::map<std::uint64_t, Forward> m_forwards;
    std::uint64_t m_nextForward = 1;
    std::vector<Begun> m_begun; // by node
    std::size_t m_memberNode = 0; // to which strong requests are forwarded, until it keeps silent
    std::uint64_t m_nextMessage = 1;
    std::vector<std::string> m_outbox;
    std::optional<Error> m_fault;
};

} // namespace sb::maelstrom
