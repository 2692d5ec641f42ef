// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shoppers/blog_traffic.h"

#include "backend/bookstore/blog.h"

namespace sb {
namespace {

enum EventType : std::uint32_t { kPublish, kRead };

constexpr std::uint64_t kFirstRequest = 1'000'000'000'000; // far from the customers' numbers

} // namespace

BlogTraffic::BlogTraffic(Env& env, Network& network, const Resolvers& resolvers, RequestPool& requests,
    std::function<bool()> isResting, BlogTrafficConfig config)
    : m_env(env)
    , m_network(network)
    , m_resolvers(resolvers)
    , m_requests(requests)
    , m_isResting(std::move(isResting))
    , m_config(config)
    , m_rng(env.rng("blog-traffic"))
{
}

void BlogTraffic::connect(ComponentId self, std::vector<ComponentId> regions)
{
    m_self = self;
    m_regions = std::move(regions);
    m_env.postIn(m_rng.exponential(m_config.publishEvery), m_self, kPublish);
    m_env.postIn(m_rng.exponential(m_config.readEvery), m_self, kRead);
}

void BlogTraffic::onEvent(const SimEvent& event)
{
    switch (event.kind) {
    case kPublish:
        if (m_isResting())
            return;
        send(Call::PublishPost);
        m_env.postIn(m_rng.exponential(m_config.publishEvery), m_self, kPublish);
        break;
    case kRead:
        if (m_isResting())
            return;
        send(Call::GetPost);
        m_env.postIn(m_rng.exponential(m_config.readEvery), m_self, kRead);
        break;
    case kAnswer:
        onEnd(event.a, true);
        break;
    case kNoAnswer:
        onEnd(event.a, false);
        break;
    }
}

void BlogTraffic::send(Call call)
{
    const std::uint64_t handle = m_requests.acquire();
    Request& request = *m_requests.find(handle);
    request = Request {};
    request.call = call;
    request.claim = 1 + m_rng.below(kBlogPosts);
    request.id = kFirstRequest + m_nextRequest++;
    request.city = CityId { static_cast<std::uint16_t>(m_rng.below(m_network.cityCount())) };
    request.region = m_resolvers.wouldAnswer(request.city);
    request.client = m_self;
    request.sentAt = request.startedAt = m_env.now();
    request.deadline = request.connectDeadline = m_env.now() + m_config.patience;
    const Instant arrival = m_env.now() + m_network.user(request.city, request.region, true);
    if (arrival > request.deadline)
        m_env.post(request.deadline, m_self, kNoAnswer, handle);
    m_env.post(arrival, m_regions[request.region.value], kCallArrives, handle);
}

void BlogTraffic::onEnd(std::uint64_t handle, bool isAnswered)
{
    Request* request = m_requests.find(handle);
    if (request == nullptr || request->isClientDone)
        return; // told twice: by the deadline and by the region
    const bool isOk = isAnswered && request->response.status == 200;
    if (request->call == Call::PublishPost)
        ++(isOk ? m_counters.published : m_counters.unpublished);
    else
        ++(isOk ? m_counters.read : m_counters.unread);
    request->isClientDone = true;
    if (request->isRegionDone)
        m_requests.release(handle);
}

} // namespace sb
