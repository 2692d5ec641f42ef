// SPDX-License-Identifier: GPL-3.0-or-later
// Those who write the shop's blog and those who read it: a post is revised every few seconds, by editors in
// drawn cities, at the region that the answers of the moment name; somebody reads one about as often. They
// try once: what an editor could not publish is counted. Too little to show in the customers' figures, and
// not part of them. Thread: World thread.
#pragma once

#include "backend/bookstore/request.h"
#include "backend/net/network.h"
#include "backend/routing/resolvers.h"

#include <functional>
#include <vector>

namespace sb {

struct BlogTrafficConfig {
    Duration publishEvery = 4s; // mean
    Duration readEvery = 3s; // mean
    Duration patience = 5s; // for an answer
};

class BlogTraffic final : public Component {
public:
    struct Counters { // since the start
        std::uint64_t published = 0; // acknowledged
        std::uint64_t unpublished = 0; // refused, or no answer in time
        std::uint64_t read = 0;
        std::uint64_t unread = 0;
    };

    // `isResting`: nobody begins anything any more.
    BlogTraffic(Env& env, Network& network, const Resolvers& resolvers, RequestPool& requests,
        std::function<bool()> isResting, BlogTrafficConfig config = {});
    // regions[r] = component of region r.
    void connect(ComponentId self, std::vector<ComponentId> regions);
    void onEvent(const SimEvent& event) override;

    [[nodiscard]] const Counters& counters() const { return m_counters; }

private:
    void send(Call call);
    void onEnd(std::uint64_t handle, bool isAnswered);

    Env& m_env;
    Network& m_network;
    const Resolvers& m_resolvers;
    RequestPool& m_requests;
    std::function<bool()> m_isResting;
    BlogTrafficConfig m_config;
    Rng m_rng;
    ComponentId m_self = 0;
    std::vector<ComponentId> m_regions;
    Counters m_counters;
    std::uint64_t m_nextRequest = 1;
};

} // namespace sb
