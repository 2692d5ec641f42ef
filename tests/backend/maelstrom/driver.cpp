// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/maelstrom/driver.h"

namespace sb::maelstrom::test {
namespace {

constexpr Duration kClientPatience = 1s;

class Driver {
public:
    Driver(std::uint64_t seed, const RunConfig& config)
        : m_config(config)
        , m_rng(Rng(seed).fork("clients"))
        , m_faultRng(Rng(seed).fork("faults"))
        , m_clients(makeClients(config.cluster.workload, config.clients))
        , m_waiting(config.clients, 0)
        , m_cluster(seed, config.cluster,
              [this](const std::string& client, const Json& body) { onAnswer(client, body); })
    {
    }

    RunResult run()
    {
        const Instant begin = m_cluster.now();
        m_end = begin + m_config.length;
        for (std::size_t i = 0; i < m_waiting.size(); ++i)
            m_cluster.at(begin + m_rng.between(0us, 50ms), [this, i] { ask(i); });
        if (m_config.hasFaults)
            m_cluster.at(begin + 200ms, [this] { fault(); });
        m_cluster.runUntil(m_end + kClientPatience + 50ms);
        m_cluster.heal();
        m_cluster.setLossless();
        for (std::size_t i = 0; i < m_cluster.size(); ++i) {
            if (!m_cluster.isUp(i))
                m_cluster.start(i);
        }
        m_cluster.runUntil(m_cluster.now() + 3s);
        m_clients->settled(m_cluster.now());
        m_isLast = true;
        for (std::size_t i = 0; i < m_waiting.size(); ++i)
            ask(i);
        m_cluster.runUntil(m_cluster.now() + kClientPatience + 50ms);
        return { m_clients->judge(), m_clients->done(), m_faults, m_unserved, m_cluster.lines() };
    }

private:
    void ask(std::size_t client)
    {
        if (!m_isLast && m_cluster.now() >= m_end)
            return;
        const std::uint64_t id = ++m_messages;
        m_waiting[client] = id;
        Json body = m_clients->next(client, m_cluster.now(), m_rng, m_isLast);
        body["msg_id"] = id;
        // Last looks are at every node, in turn.
        const std::size_t node = m_isLast ? client % m_cluster.size() : m_rng.below(m_cluster.size());
        m_cluster.sendFromClient("c" + std::to_string(client), node, body);
        m_cluster.at(m_cluster.now() + kClientPatience, [this, client, id] {
            if (m_waiting[client] == id)
                end(client, Ending::Unknown, nullptr);
        });
    }

    void onAnswer(const std::string& name, const Json& body)
    {
        const std::size_t client = std::stoul(name.substr(1));
        if (client >= m_waiting.size() || body.value("in_reply_to", std::uint64_t { 0 }) != m_waiting[client])
            return; // the answer to init, or one that comes too late
        if (body["type"] != "error") {
            Json changed = body;
            if (m_config.manglesAnswers && changed.contains("echo"))
                changed["echo"]["to"] = client + 1;
            return end(client, Ending::Ok, &changed);
        }
        const int code = body["code"].get<int>();
        end(client, code == 0 || code == 13 ? Ending::Unknown : Ending::Refused, &body);
    }

    void end(std::size_t client, Ending ending, const Json* body)
    {
        m_waiting[client] = 0;
        m_clients->ended(client, m_cluster.now(), ending, body);
        if (!m_isLast)
            m_cluster.at(m_cluster.now() + m_rng.between(1ms, 60ms), [this, client] { ask(client); });
        else if (ending != Ending::Ok && (body == nullptr || (*body)["code"] != 20))
            ++m_unserved;
    }

    void fault()
    {
        if (m_cluster.now() >= m_end)
            return;
        ++m_faults;
        const std::size_t node = m_faultRng.below(m_cluster.size());
        switch (m_faultRng.below(4)) {
        case 0: { // two halves
            std::vector<int> sides;
            for (std::size_t i = 0; i < m_cluster.size(); ++i)
                sides.push_back(static_cast<int>(m_faultRng.below(2)));
            m_cluster.partition(sides);
            break;
        }
        case 1: { // one alone
            std::vector<int> sides(m_cluster.size(), 0);
            sides[node] = 1;
            m_cluster.partition(sides);
            break;
        }
        case 2:
            m_cluster.heal();
            break;
        default:
            if (!m_cluster.isUp(node))
                break;
            m_cluster.kill(node);
            m_cluster.at(m_cluster.now() + m_faultRng.between(Duration { 20ms }, Duration { 500ms }),
                [this, node] { m_cluster.start(node); });
        }
        m_cluster.at(m_cluster.now() + m_faultRng.between(Duration { 100ms }, Duration { 600ms }),
            [this] { fault(); });
    }

    RunConfig m_config;
    Rng m_rng, m_faultRng;
    std::unique_ptr<Clients> m_clients;
    std::vector<std::uint64_t> m_waiting; // by client: msg_id under way; 0: none
    VirtualCluster m_cluster;
    Instant m_end = kNever;
    std::uint64_t m_messages = 0;
    std::size_t m_faults = 0;
    std::size_t m_unserved = 0;
    bool m_isLast = false;
};

} // namespace

RunResult runOnce(std::uint64_t seed, const RunConfig& config)
{
    return Driver(seed, config).run();
}

} // namespace sb::maelstrom::test
