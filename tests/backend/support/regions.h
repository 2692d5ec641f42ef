// SPDX-License-Identifier: GPL-3.0-or-later
// Whole regions, gateway to store, over the cluster of their replicas; and a client that calls them.
#pragma once

#include "backend/region/region.h"
#include "tests/backend/support/cluster.h"

#include <gtest/gtest.h>
#include <map>

namespace sb::test {

// Hears what becomes of each call, once.
class Client final : public Component {
public:
    struct Word {
        int status = 0; // 0: nobody answered
        Instant at = kStart;
        Response response;
    };
    Client(Env& env, RequestPool& pool)
        : m_env(env)
        , m_pool(pool)
    {
    }
    void onEvent(const SimEvent& event) override
    {
        Request* request = m_pool.find(event.a);
        if (request == nullptr || request->isClientDone)
            return; // told twice: by the deadline and by the region
        words[event.a]
            = { event.kind == kAnswer ? request->response.status : 0, m_env.now(), request->response };
        request->isClientDone = true;
        if (request->isRegionDone)
            m_pool.release(event.a);
    }
    std::map<std::uint64_t, Word> words; // by handle

private:
    Env& m_env;
    RequestPool& m_pool;
};

class Regions {
public:
    explicit Regions(std::uint64_t seed, std::size_t count, RegionConfig config = {})
        : cluster(seed, count, {}, 10)
        , client(cluster.world, pool)
    {
        for (std::size_t i = 0; i < count; ++i) {
            m_regions.push_back(std::make_unique<Region>(
                cluster.world, cluster.network, cluster.replica(i), cluster.replicator(i), pool, config));
            m_regions.back()->bookstore().seedCatalogue();
            m_components.push_back(cluster.world.add(*m_regions.back()));
            m_regions.back()->connect(m_components.back());
        }
        m_client = cluster.world.add(client);
    }

    [[nodiscard]] Region& region(std::size_t i) { return *m_regions[i]; }
    [[nodiscard]] ComponentId component(std::size_t i) const { return m_components[i]; }
    [[nodiscard]] std::size_t size() const { return m_regions.size(); }

    // A call that arrives at the region `delay` from now; its client waits `patience` from now.
    std::uint64_t send(std::size_t to, Request request, Duration patience = 3s, Duration delay = 0us)
    {
        const std::uint64_t handle = pool.acquire();
        request.client = m_client;
        request.city = CityId { 0 };
        request.sentAt = cluster.world.now();
        request.deadline = cluster.world.now() + patience;
        request.connectDeadline = cluster.world.now() + std::min<Duration>(patience, 1s);
        *pool.find(handle) = std::move(request);
        cluster.world.post(cluster.world.now() + delay, m_components[to], kCallArrives, handle, 0);
        return handle;
    }
    [[nodiscard]] const Client::Word* wordOn(std::uint64_t handle) const
    {
        const auto found = client.words.find(handle);
        return found == client.words.end() ? nullptr : &found->second;
    }
    void run(Duration duration) { cluster.run(duration); }

    Cluster cluster;
    RequestPool pool;
    Client client;

private:
    std::vector<std::unique_ptr<Region>> m_regions;
    std::vector<ComponentId> m_components;
    ComponentId m_client = 0;
};

} // namespace sb::test
