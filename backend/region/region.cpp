// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/region/region.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kServed };

struct ServiceShape {
    Duration mean; // time of one call at a server
    int sharePerMille; // of the usual mix of calls
};

// Sized so that a region sustains its capacity with about a fifth to spare.
constexpr std::array<ServiceShape, kServiceCount> kShapes { {
    { 6ms, 620 }, // catalogue
    { 14ms, 60 }, // search
    { 8ms, 230 }, // cart
    { 25ms, 25 }, // checkout
    { 10ms, 45 }, // orders
    { 7ms, 90 }, // best sellers
} };

int serversFor(int capacityHz, Duration mean, int sharePerMille)
{
    const std::int64_t busy = std::int64_t { capacityHz } * sharePerMille * mean.count() / 1'000;
    return static_cast<int>(busy * 12 / 10 / 1'000'000) + 2;
}

} // namespace

Service serviceOf(Call call)
{
    switch (call) {
    case Call::ListBooks:
    case Call::ListCategory:
    case Call::GetBook:
    case Call::GetPost:
    case Call::PublishPost:
        return Service::Catalogue;
    case Call::Search:
        return Service::Search;
    case Call::GetCart:
    case Call::GetCartLine:
    case Call::AddToCart:
    case Call::SetQuantity:
    case Call::RemoveFromCart:
        return Service::Cart;
    case Call::PlaceOrder:
    case Call::ClaimCoupon:
        return Service::Checkout;
    case Call::ListOrders:
        return Service::Orders;
    case Call::BestSellers:
        return Service::BestSellers;
    }
    return Service::Catalogue;
}

Region::Region(Env& env, Network& network, Replica& replica, Replicator& replicator, RequestPool& requests,
    RegionConfig config)
    : m_env(env)
    , m_network(network)
    , m_replica(replica)
    , m_replicator(replicator)
    , m_requests(requests)
    , m_config(config)
    , m_bookstore(env, replica)
    , m_rng(env.rng("region", replica.self().value))
    , m_storeStation(serversFor(config.capacityHz, config.readTime * 2, 1'000))
{
    for (std::size_t i = 0; i < kShapes.size(); ++i) {
        m_services[i] = Station(serversFor(config.capacityHz, kShapes[i].mean, kShapes[i].sharePerMille));
        m_serviceTimes[i] = kShapes[i].mean;
    }
}

void Region::onEvent(const SimEvent& event)
{
    switch (event.kind) {
    case kCallArrives:
        onArrival(event.a);
        break;
    case kServed:
        onServed(event.a, event.b);
        break;
    case kProbe:
        onProbe(event);
        break;
    }
}

std::optional<Instant> Region::schedule(Call call)
{
    const auto service = static_cast<std::size_t>(serviceOf(call));
    const Duration half = m_serviceTimes[service] / 2; // half fixed, half exponential: a plausible spread
    const auto served
        = m_services[service].admit(m_env.now() + m_config.gatewayTime, half + m_rng.exponential(half));
    if (!served)
        return std::nullopt;
    const Duration mean = isWrite(call) ? m_config.writeTime : m_config.readTime;
    return m_storeStation.admit(*served, mean / 2 + m_rng.exponential(mean / 2));
}

void Region::onArrival(std::uint64_t handle)
{
    Request* request = m_requests.find(handle);
    SB_ASSERT(request != nullptr);
    if (m_condition.isDown) {
        lose(handle, *request);
        return;
    }
    request->arrivedAt = m_env.now();
    if (m_condition.isMappingRemoved) {
        answer(handle, *request, 403, m_env.now() + m_config.gatewayTime);
        return;
    }
    const auto service = static_cast<unsigned>(serviceOf(request->call));
    const bool isServiceUp = (m_condition.failedServices >> service & 1) == 0;
    auto served = isServiceUp ? schedule(request->call) : std::nullopt;
    if (!served) {
        ++m_counters.refusedBusy;
        answer(handle, *request, 503, m_env.now() + m_config.gatewayTime);
        return;
    }
    if (m_env.buggify("region.work-slow"))
        served = std::max(*served, request->deadline + m_env.buggifyDelay("region.work-slow", 1s));
    // The client will have given up by then; the work is done all the same.
    if (*served > request->deadline && m_env.now() <= request->deadline)
        m_env.post(request->deadline, request->client, kNoAnswer, handle);
    m_env.post(*served, m_self, kServed, handle, m_life);
}

void Region::onServed(std::uint64_t handle, std::uint64_t life)
{
    Request* request = m_requests.find(handle);
    SB_ASSERT(request != nullptr);
    if (m_condition.isDown || life != m_life) {
        m_env.probe("region.work-lost-in-crash");
        lose(handle, *request);
        return;
    }
    if (m_condition.isStoreFailing) {
        answer(handle, *request, 500, m_env.now());
        return;
    }
    if (const int refusal = refusalOf(*request); refusal != 0) {
        answer(handle, *request, refusal, m_env.now());
        return;
    }
    if (m_bookstore.handle(*request)) {
        ++m_counters.writes;
        m_replicator.onLocalCommit();
    }
    if (request->call == Call::PlaceOrder && request->response.status == 200)
        ++m_counters.orders;
    answer(handle, *request, request->response.status, m_env.now());
}

bool Region::isClockSuspect() const
{
    const DataPolicies& policies = m_replica.policies();
    if (!policies.quarantinesClocks)
        return false;
    const auto lead = m_replicator.clockLead();
    // Four fifths of the bound: others start to quarantine at the whole of it.
    return lead && (*lead < 0us ? -*lead : *lead) * 5 > policies.offsetMax * 4;
}

bool Region::acceptsWrites() const
{
    return !m_condition.isDown && !m_condition.isStoreFailing
        && m_replicator.stage() == ReplicaStage::ServingWrites && !isClockSuspect() && mayAcknowledge();
}

int Region::refusalOf(const Request& request)
{
    const Call call = request.call;
    const ReplicaStage stage = m_replicator.stage();
    if (stage < ReplicaStage::ServingReads || (isWrite(call) && stage < ReplicaStage::ServingWrites)) {
        ++m_counters.refusedRebuilding;
        return 503;
    }
    if (isWrite(call) && isClockSuspect()) {
        ++m_counters.refusedClock;
        return 503;
    }
    if (isWrite(call) && !mayAcknowledge()) {
        ++m_counters.refusedFenced;
        reportFencedWrite(request);
        return 503;
    }
    return 0;
}

void Region::reportFencedWrite(const Request& request)
{
    const bool isOrder = request.call == Call::PlaceOrder;
    Conflict conflict;
    conflict.key = { isOrder ? Table::Orders : Table::Carts, request.customer.value,
        isOrder ? request.order.value : request.book.value };
    conflict.kind = ConflictKind::FencedWrite;
    conflict.rule = m_replica.policies().of(conflict.key.table);
    conflict.loserRequest = request.id;
    conflict.customer = request.customer;
    m_replica.report(conflict);
}

void Region::setLease(const WriteLease& lease)
{
    if (lease == m_lease)
        return;
    m_lease = lease;
    m_env.mix(
        hashCombine(lease.epoch ^ (std::uint64_t { id().value } << 48) ^ (lease.isFenced ? 1ULL << 40 : 0),
            static_cast<std::uint64_t>(lease.until.count())));
}

Version Region::commit(Transaction transaction)
{
    SB_ASSERT(!m_condition.isDown && m_replicator.stage() == ReplicaStage::ServingWrites && mayAcknowledge());
    const Version version = m_replica.commit(std::move(transaction));
    m_replicator.onLocalCommit();
    return version;
}

void Region::rebuild()
{
    m_replica.loseStore(m_replica.ownLog().incarnation + 1);
    m_replicator.startBootstrap();
}

void Region::answer(std::uint64_t handle, Request& request, int status, Instant at)
{
    request.response.status = status;
    ++m_counters.answered;
    if (status == 403 || status >= 500)
        ++m_counters.failed;
    m_latencies.add(at - request.arrivedAt);
    if (request.isClientDone)
        m_env.probe("region.answer-too-late");
    if (!request.isClientDone) {
        Instant arrival = at + m_network.user(request.city, id(), false);
        if (m_env.buggify("region.answer-lost"))
            arrival = kNever;
        if (arrival <= request.deadline)
            m_env.post(arrival, request.client, kAnswer, handle);
        else if (m_env.now() <= request.deadline)
            m_env.post(request.deadline, request.client, kNoAnswer, handle);
    }
    finish(handle, request);
}

void Region::lose(std::uint64_t handle, Request& request)
{
    if (!request.isClientDone)
        m_env.post(std::max(m_env.now(), std::min(request.deadline, request.connectDeadline)), request.client,
            kNoAnswer, handle);
    finish(handle, request);
}

void Region::finish(std::uint64_t handle, Request& request)
{
    request.isRegionDone = true;
    if (request.isClientDone)
        m_requests.release(handle);
}

void Region::onProbe(const SimEvent& event)
{
    if (m_condition.isDown)
        return;
    const ProbeAddress address = ProbeAddress::unpacked(event.b);
    const bool isFit = m_replicator.stage() == ReplicaStage::ServingWrites && mayAcknowledge();
    const std::uint64_t status = m_condition.isMappingRemoved ? 403 : isFit ? 200 : 503;
    const Duration back = m_config.gatewayTime + m_network.checker(address.home, id(), false);
    m_env.postIn(back, address.component, kProbeAnswer, event.a, (status << 32) | address.slot);
}

void Region::setCondition(Condition condition)
{
    if (condition == m_condition)
        return;
    const bool crashed = condition.isDown && !m_condition.isDown;
    const bool starts = !condition.isDown && m_condition.isDown;
    const bool startsEmpty = m_condition.isStoreLost && !condition.isStoreLost;
    m_condition = condition;
    m_bookstore.bestSellers().setPoisoned(condition.isStreamPoisoned);
    if (startsEmpty) {
        rebuild();
    } else if (starts) {
        m_replica.restart();
    }
    if (crashed) {
        ++m_life;
        setLease({ .isRequired = m_lease.isRequired }); // it was in memory
        for (Station& service : m_services)
            service.reset();
        m_storeStation.reset();
    }
    m_env.mix((std::uint64_t { id().value } << 24) ^ (condition.isDown ? 1U : 0U)
        ^ (condition.isMappingRemoved ? 2U : 0U) ^ (condition.isStoreFailing ? 4U : 0U)
        ^ (condition.isStoreLost ? 8U : 0U) ^ (std::uint64_t { condition.failedServices } << 8));
}

Histogram Region::takeLatencies()
{
    return std::exchange(m_latencies, Histogram {});
}

} // namespace sb
