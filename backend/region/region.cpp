// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/region/region.h"

#include "backend/kernel/mutant.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kServed };

// A call that waits for its token is looked at again so often, for a second.
constexpr Duration kTokenLookEvery = 25ms;
constexpr std::uint64_t kTokenLooksMax = 40;
// kServed: b = life << kLooksBits | looks at its token so far
constexpr int kLooksBits = 8;
static_assert(kTokenLooksMax < 1 << kLooksBits);

struct ServiceShape {
    Duration mean; // time of one call at a server
    int sharePerMille; // of the usual mix of calls
};

constexpr Duration kClaimPatience = 2s;

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

std::vector<std::uint8_t> nearestRegions(const Network& network)
{
    std::vector<std::uint8_t> nearest(network.cityCount(), 0);
    for (std::size_t city = 0; city < nearest.size(); ++city) {
        const auto trip = [&](std::uint8_t region) {
            return network.userRoundTrip(CityId { static_cast<std::uint16_t>(city) }, RegionId { region });
        };
        for (std::uint8_t region = 1; region < network.regionCount(); ++region)
            if (trip(region) < trip(nearest[city]))
                nearest[city] = region;
    }
    return nearest;
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

std::size_t offerOf(Call call)
{
    return call == Call::GetPost || call == Call::PublishPost ? kOfferCount - 1
                                                              : static_cast<std::size_t>(serviceOf(call));
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
    , m_marks(replica.regionCount())
    , m_rng(env.rng("region", replica.self().value))
    , m_grayRng(env.rng("region-gray", replica.self().value))
    , m_storeStation(serversFor(config.capacityHz, config.readTime * 2, 1'000))
    , m_pool(config.capacityHz)
    , m_originOf(nearestRegions(network))
    , m_caches(network.regionCount(), config.cacheFillReads)
{
    for (std::size_t i = 0; i < kShapes.size(); ++i) {
        m_services[i] = Station(serversFor(config.capacityHz, kShapes[i].mean, kShapes[i].sharePerMille));
        m_serviceTimes[i] = kShapes[i].mean;
    }
    if (config.keepsSessions)
        m_replica.listen(&m_marks);
    if (config.mintsOrders)
        m_bookstore.mintOrders();
}

void Region::onEvent(const SimEvent& event)
{
    switch (event.kind) {
    case kCallArrives:
        onArrival(event.a);
        break;
    case kServed:
        onServed(event);
        break;
    case kProbe:
    case kProbeDeep:
    case kProbePage:
        onProbe(event);
        break;
    }
}

std::optional<Instant> Region::schedule(const Request& request)
{
    const Call call = request.call;
    ++m_counters.arrived;
    m_counters.repeats += request.attempt > 0 ? 1 : 0;
    const std::size_t origin = originOf(request.city);
    const std::int64_t extra = isWrite(call) ? 0 : m_caches.extraCost(origin, m_env.now());
    m_counters.workPerMille += static_cast<std::uint64_t>(WorkPool::kUnit + extra);
    const auto begins = m_pool.admit(m_env.now(), WorkPool::kUnit + extra);
    if (!begins)
        return std::nullopt;
    if (!isWrite(call))
        m_caches.fill(origin, m_env.now());
    return serve(call, *begins);
}

std::optional<Instant> Region::serve(Call call, Duration begins)
{
    const auto service = static_cast<std::size_t>(serviceOf(call));
    const Duration half = m_serviceTimes[service] / 2; // half fixed, half exponential: a plausible spread
    const auto served = m_services[service].admit(
        m_env.now() + begins + m_config.gatewayTime, half + m_rng.exponential(half));
    if (!served)
        return std::nullopt;
    const Duration mean = isWrite(call) ? m_config.writeTime : m_config.readTime;
    const Duration flush = isWrite(call) ? m_condition.diskDelay : 0us;
    return m_storeStation.admit(*served, mean / 2 + m_rng.exponential(mean / 2) + flush);
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
    auto served = isServiceUp ? schedule(*request) : std::nullopt;
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
    m_env.post(*served, m_self, kServed, handle, m_life << kLooksBits);
}

void Region::onServed(const SimEvent& event)
{
    const std::uint64_t handle = event.a;
    const std::uint64_t looks = event.b & ((1U << kLooksBits) - 1);
    Request* request = m_requests.find(handle);
    SB_ASSERT(request != nullptr);
    if (m_condition.isDown || event.b >> kLooksBits != m_life) {
        m_env.probe("region.work-lost-in-crash");
        lose(handle, *request);
        return;
    }
    if (m_condition.isStoreFailing || isGrayVictim()) {
        answer(handle, *request, 500, m_env.now());
        return;
    }
    if (const int refusal = refusalOf(*request); refusal != 0) {
        answer(handle, *request, refusal, m_env.now());
        return;
    }
    if (!meetsToken(handle, *request, looks))
        return;
    if (request->call == Call::ClaimCoupon && m_desk != nullptr && request->claim != 0
        && request->customer.isValid() && !m_bookstore.holderOf(request->claim)) {
        claimCoupon(handle, *request);
        return;
    }
    if (request->call == Call::PublishPost && m_publisher) {
        m_publisher(handle, m_life);
        return;
    }
    execute(*request);
    answer(handle, *request, request->response.status, m_env.now());
}

void Region::execute(Request& request)
{
    if (m_bookstore.handle(request)) {
        ++m_counters.writes;
        m_replicator.onLocalCommit();
    }
    if (request.call == Call::PlaceOrder && request.response.status == 200)
        ++m_counters.orders;
    if (m_config.keepsSessions && isAboutCustomer(request.call))
        request.response.token = m_marks.token(request.customer);
    if (m_onExecuted)
        m_onExecuted(request);
}

bool Region::meetsToken(std::uint64_t handle, Request& request, std::uint64_t looks)
{
    Response& response = request.response;
    response.tokenOutcome = TokenOutcome::None;
    response.token.clear();
    if (!m_config.keepsSessions || request.token.empty())
        return true;
    if (covers(m_replica.positions(), request.token) || SB_MUTANT(TokenIgnored)) {
        response.tokenOutcome = looks > 0 ? TokenOutcome::Waited : TokenOutcome::Covered;
        m_counters.tokensWaited += looks > 0 ? 1 : 0;
        return true;
    }
    if (request.mayBeStale) {
        response.tokenOutcome = TokenOutcome::Stale;
        ++m_counters.tokensStale;
        return true;
    }
    if (looks < kTokenLooksMax && m_env.now() + kTokenLookEvery < request.deadline) {
        m_env.postIn(kTokenLookEvery, m_self, kServed, handle, m_life << kLooksBits | (looks + 1));
        return false;
    }
    if (isTokenLost(request.token)) {
        response.tokenOutcome = TokenOutcome::Reset;
        ++m_counters.tokensReset;
        return true;
    }
    response.tokenOutcome = TokenOutcome::Behind;
    ++m_counters.tokensBehind;
    answer(handle, request, 503, m_env.now());
    return false;
}

// All that the copy lacks of it, that is: what may still come is worth asking again for.
bool Region::isTokenLost(const std::vector<std::uint64_t>& token) const
{
    for (std::size_t i = 0; i < token.size(); ++i) {
        const LogId log = logAt(i, m_replica.regionCount());
        if (token[i] > m_replica.position(log) && !m_replicator.isBelievedLost(log, token[i]))
            return false;
    }
    return true;
}

// Decided or not, the client hears of it before it stops waiting.
void Region::claimCoupon(std::uint64_t handle, Request& request)
{
    const Duration left = request.deadline - m_env.now();
    const Duration patience = left < 0us ? kClaimPatience : std::min<Duration>(left, kClaimPatience);
    m_desk->claim(request.claim, request.customer, patience,
        [this, handle, life = m_life](const ClaimVerdict& verdict) { onVerdict(handle, life, verdict); });
}

void Region::onVerdict(std::uint64_t handle, std::uint64_t life, const ClaimVerdict& verdict)
{
    Request* request = m_requests.find(handle);
    SB_ASSERT(request != nullptr);
    if (m_condition.isDown || life != m_life) {
        lose(handle, *request);
        return;
    }
    // Decided or not: who may not acknowledge any more does not. The customer finds out elsewhere.
    if (const int refusal = m_condition.isStoreFailing ? 500 : refusalOf(*request); refusal != 0) {
        answer(handle, *request, refusal, m_env.now());
        return;
    }
    const bool isDecided = verdict.kind != ClaimVerdict::Kind::Undecided;
    m_desk->noteAnswer(isDecided);
    if (!isDecided)
        ++m_counters.claimsUndecided;
    const bool isYours = verdict.kind == ClaimVerdict::Kind::Yours;
    if (isYours && !m_bookstore.holderOf(request->claim)) {
        m_bookstore.keepClaim(request->claim, request->customer, request->id);
        ++m_counters.writes;
        m_replicator.onLocalCommit();
    }
    answer(handle, *request, isYours ? 200 : isDecided ? 409 : 503, m_env.now());
}

void Region::answerPublish(std::uint64_t handle, std::uint64_t life, int status)
{
    Request* request = m_requests.find(handle);
    SB_ASSERT(request != nullptr);
    if (m_condition.isDown || life != m_life)
        lose(handle, *request);
    else
        answer(handle, *request, status, m_env.now());
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
    return !m_condition.isDown && !m_condition.isStoreFailing && !m_condition.isDiskFull
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
    if (isWrite(call) && m_condition.isDiskFull) {
        ++m_counters.refusedDisk;
        return 507;
    }
    if (isWrite(call) && isClockSuspect()) {
        ++m_counters.refusedClock;
        return 503;
    }
    if (isWrite(call) && !mayAcknowledge() && !SB_MUTANT(LeaseIgnored)) {
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
    if (request.call == Call::ClaimCoupon || request.call == Call::PublishPost)
        conflict.key = { request.call == Call::ClaimCoupon ? Table::Claims : Table::Posts, request.claim, 0 };
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
    SB_ASSERT(!m_condition.isDown && !m_condition.isDiskFull);
    SB_ASSERT(m_replicator.stage() == ReplicaStage::ServingWrites && mayAcknowledge());
    const Version version = m_replica.commit(std::move(transaction));
    m_replicator.onLocalCommit();
    return version;
}

void Region::rebuild()
{
    m_lie.reset(); // what the disk had promised is given up
    m_replica.loseStore(m_replica.ownLog().incarnation + 1);
    if (m_desk != nullptr)
        m_desk->loseMemory(m_replica.ownLog().incarnation);
    m_replicator.startBootstrap();
    if (m_condition.isDiskLying && !m_condition.isDown)
        beginLie(); // again, about the next store
}

void Region::answer(std::uint64_t handle, Request& request, int status, Instant at)
{
    request.response.status = status;
    request.response.resolvesAgain = m_isHeldOut && (m_lease.isFenced || m_isHeldOut());
    ++m_counters.answered;
    if (status == 403 || status >= 500)
        ++m_counters.failed;
    const std::size_t offer = offerOf(request.call);
    ++m_served[offer].answered;
    m_served[offer].failed += status == 403 || status >= 500 ? 1 : 0;
    m_latencies[offer].add(at - request.arrivedAt);
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
    Duration work = m_config.gatewayTime;
    const int status = probeStatus(event.kind, work);
    const Duration back = work + m_network.checker(address.home, id(), false);
    const std::int64_t worked = std::min<std::int64_t>(work.count() / 100, 0xFFFF);
    m_env.postIn(back, address.component, kProbeAnswer, event.a,
        ProbeAnswer { status, address.slot, static_cast<std::uint16_t>(worked) }.packed());
}

int Region::probeStatus(std::uint32_t kind, Duration& work)
{
    if (m_condition.isMappingRemoved)
        return 403;
    if (kind != kProbePage) {
        if (m_condition.isHealthPathFailing)
            return 500;
        const bool isFit = m_replicator.stage() == ReplicaStage::ServingWrites && mayAcknowledge()
            && !m_condition.isDiskFull;
        if (kind == kProbe || !isFit)
            return isFit ? 200 : 503;
    }
    const Call call = kind == kProbePage ? Call::ListBooks : Call::ListOrders;
    const auto service = static_cast<unsigned>(serviceOf(call));
    const bool isServiceUp = (m_condition.failedServices >> service & 1) == 0;
    const auto begins = m_pool.admit(m_env.now(), WorkPool::kUnit);
    const auto served = isServiceUp && begins ? serve(call, *begins) : std::nullopt;
    if (!served || m_replicator.stage() < ReplicaStage::ServingReads)
        return 503;
    work = *served - m_env.now();
    return m_condition.isStoreFailing || isGrayVictim() ? 500 : 200;
}

bool Region::isGrayVictim()
{
    return m_condition.grayPercent > 0
        && m_grayRng.below(100) < static_cast<std::uint64_t>(m_condition.grayPercent);
}

void Region::setCondition(Condition condition)
{
    if (condition == m_condition)
        return;
    const Condition before = std::exchange(m_condition, condition);
    const bool crashed = condition.isDown && !before.isDown;
    const bool starts = !condition.isDown && before.isDown;
    const bool startsEmpty = before.isStoreLost && !condition.isStoreLost;
    m_bookstore.bestSellers().setPoisoned(condition.isStreamPoisoned);
    if (startsEmpty) {
        rebuild();
    } else if (starts && m_lie) {
        restartFromLie();
    } else if (starts) {
        m_replica.restart();
        m_marks.forget(m_replica.positions());
    }
    if (crashed) {
        ++m_life;
        setLease({ .isRequired = m_lease.isRequired }); // it was in memory
        for (Station& service : m_services)
            service.reset();
        m_storeStation.reset();
        m_pool.reset();
        m_caches.clear();
        if (m_disk != nullptr && !m_lie)
            m_disk->losePower();
    }
    if (m_desk != nullptr) {
        if (condition.isStoreLost)
            m_desk->loseMemory(m_replica.ownLog().incarnation + 1);
        m_desk->setOut(
            condition.isDown || condition.isStoreFailing || condition.isDiskFull || condition.isDiskRotten);
    }
    m_env.mix((std::uint64_t { id().value } << 24) ^ (condition.isDown ? 1U : 0U)
        ^ (condition.isMappingRemoved ? 2U : 0U) ^ (condition.isStoreFailing ? 4U : 0U)
        ^ (condition.isStoreLost ? 8U : 0U) ^ (condition.isHealthPathFailing ? 16U : 0U)
        ^ (std::uint64_t { condition.failedServices } << 8)
        ^ (static_cast<std::uint64_t>(condition.grayPercent) << 32));
    applyDisk(before);
}

Histogram Region::takeLatencies()
{
    Histogram all;
    for (const Histogram& one : takeOfferLatencies())
        all.merge(one);
    return all;
}

std::array<Histogram, kOfferCount> Region::takeOfferLatencies()
{
    std::array<Histogram, kOfferCount> taken = m_latencies;
    for (Histogram& latencies : m_latencies)
        latencies.clear();
    return taken;
}

} // namespace sb
