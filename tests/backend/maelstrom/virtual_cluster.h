// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes that speak lines of JSON, and the network between them and their clients, in virtual time: latency,
// loss, copies, partitions, and processes that die and are started again over the disk they left. The nodes
// are the program's own; only the clock and the pipes are ours.
#pragma once

#include "backend/base/hash.h"
#include "backend/base/rng.h"
#include "backend/maelstrom/node.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sb::maelstrom::test {

// A node's disk as its next life finds it.
class KeptDisk final : public Disk {
public:
    explicit KeptDisk(std::shared_ptr<MemoryDisk> disk)
        : m_disk(std::move(disk))
    {
    }
    [[nodiscard]] Store& store() override { return m_disk->store(); }
    [[nodiscard]] AcceptorStore& acceptors(std::size_t member) override { return m_disk->acceptors(member); }
    [[nodiscard]] std::uint64_t beginLife(std::uint64_t now) override { return m_disk->beginLife(now); }
    [[nodiscard]] bool isLasting() const override { return true; }

private:
    std::shared_ptr<MemoryDisk> m_disk;
};

struct ClusterConfig {
    Workload workload = Workload::Echo;
    std::size_t nodes = 3;
    Duration latencyMin = 1ms, latencyMax = 30ms; // of every message; they overtake each other
    std::uint32_t lossPpm = 20'000; // between nodes, as are the next
    std::uint32_t copyPpm = 10'000;
    bool forgetsAtDeath = false; // the disk claims to last and does not
    TableFactory makeTable = makeStrongTable;
};

class VirtualCluster {
public:
    using OnAnswer = std::function<void(const std::string& client, const Json& body)>;

    VirtualCluster(std::uint64_t seed, ClusterConfig config, OnAnswer onAnswer)
        : m_config(std::move(config))
        , m_rng(Rng(seed).fork("network"))
        , m_onAnswer(std::move(onAnswer))
        , m_nodes(m_config.nodes)
        , m_disks(m_config.nodes)
        , m_sides(m_config.nodes, 0)
    {
        for (std::size_t i = 0; i < size(); ++i)
            start(i);
    }

    [[nodiscard]] std::size_t size() const { return m_nodes.size(); }
    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] bool isUp(std::size_t node) const { return m_nodes[node] != nullptr; }
    [[nodiscard]] static std::string nameOf(std::size_t node) { return "n" + std::to_string(node + 1); }

    void start(std::size_t node)
    {
        if (!m_disks[node] || m_config.forgetsAtDeath)
            m_disks[node] = std::make_shared<MemoryDisk>();
        NodeConfig config;
        config.workload = m_config.workload;
        config.patience = 700ms;
        config.assumedRoundTrip = 30ms;
        config.openDisk = [disk = m_disks[node]](const std::string&) {
            return Result<std::unique_ptr<Disk>>(std::make_unique<KeptDisk>(disk));
        };
        config.makeTable = m_config.makeTable;
        m_nodes[node] = std::make_unique<Node>(
            std::move(config), m_now, [this](const std::string& line) { route(line); });
        Json names = Json::array();
        for (std::size_t i = 0; i < size(); ++i)
            names.push_back(nameOf(i));
        const Json init { { "type", "init" }, { "msg_id", 1 }, { "node_id", nameOf(node) },
            { "node_ids", names } };
        m_nodes[node]->receive(lineOf("c9999", nameOf(node), init), m_now);
    }
    void kill(std::size_t node)
    {
        m_nodes[node].reset();
        m_disks[node]->crash();
    }
    // Nodes of different sides hear nothing of each other.
    void partition(std::vector<int> sides) { m_sides = std::move(sides); }
    // A hash of every line that a node has sent so far.
    [[nodiscard]] std::uint64_t lines() const { return m_lines; }
    void heal() { m_sides.assign(size(), 0); }
    void setLossless() { m_config.lossPpm = 0; }

    void sendFromClient(const std::string& client, std::size_t node, const Json& body)
    {
        post(lineOf(client, nameOf(node), body), node);
    }
    void at(Instant when, std::function<void()> what) { m_timers.emplace(when, std::move(what)); }

    void runUntil(Instant until)
    {
        for (;;) {
            Instant next = m_timers.empty() ? kNever : m_timers.begin()->first;
            if (!m_letters.empty())
                next = std::min(next, m_letters.begin()->first);
            for (const auto& node : m_nodes)
                next = node ? std::min(next, node->nextAt()) : next;
            m_now = std::max(m_now, std::min(next, until));
            if (next > until)
                return;
            step();
        }
    }

private:
    struct Letter {
        std::string line;
        std::size_t node = 0; // == size(): to a client
    };

    void step()
    {
        if (!m_timers.empty() && m_timers.begin()->first <= m_now) {
            const auto what = std::move(m_timers.begin()->second);
            m_timers.erase(m_timers.begin());
            return what();
        }
        if (!m_letters.empty() && m_letters.begin()->first <= m_now) {
            const Letter letter = std::move(m_letters.begin()->second);
            m_letters.erase(m_letters.begin());
            if (letter.node < size() && m_nodes[letter.node])
                m_nodes[letter.node]->receive(letter.line, m_now);
            if (letter.node == size()) {
                const auto message = messageFromLine(letter.line);
                m_onAnswer(message->to, message->body);
            }
            return;
        }
        for (const auto& node : m_nodes) {
            if (node && node->nextAt() <= m_now)
                node->runUntil(m_now);
        }
    }

    void post(const std::string& line, std::size_t to)
    {
        m_letters.emplace(
            m_now + m_rng.between(m_config.latencyMin, m_config.latencyMax), Letter { line, to });
    }

    // Names stand in the text in the order of the alphabet: body, dest, src. Only the ends are looked at.
    void route(const std::string& line)
    {
        m_lines = hashCombine(m_lines, hashBytes(line));
        const auto nameAfter = [&](const char* mark) {
            const std::size_t at = line.rfind(mark) + std::string_view(mark).size();
            return line.substr(at, line.find('"', at) - at);
        };
        const std::string to = nameAfter("\"dest\":\""), from = nameAfter("\"src\":\"");
        if (to[0] == 'c')
            return post(line, size());
        const std::size_t target = std::stoul(to.substr(1)) - 1, source = std::stoul(from.substr(1)) - 1;
        if (m_sides[source] != m_sides[target] || m_rng.chance(m_config.lossPpm))
            return;
        post(line, target);
        if (m_rng.chance(m_config.copyPpm))
            post(line, target);
    }

    ClusterConfig m_config;
    Rng m_rng;
    OnAnswer m_onAnswer;
    Instant m_now = atMicros(1'000'000);
    std::vector<std::unique_ptr<Node>> m_nodes;
    std::vector<std::shared_ptr<MemoryDisk>> m_disks;
    std::vector<int> m_sides;
    std::uint64_t m_lines = 0;
    std::multimap<Instant, Letter> m_letters;
    std::multimap<Instant, std::function<void()>> m_timers;
};

} // namespace sb::maelstrom::test
