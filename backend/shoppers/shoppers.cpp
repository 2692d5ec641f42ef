// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shoppers/shoppers.h"

#include "backend/bookstore/catalogue.h"
#include "backend/bookstore/session_marks.h"

#include <algorithm>

namespace sb {
namespace {

// Measured over a calm hour (tests/scenario checks it stays true): what one visit costs and lasts.
constexpr std::int64_t kCallsPerVisitTenths = 130;
constexpr std::int64_t kVisitSeconds = 49;
constexpr Duration kDemandEvery = 2min;
constexpr int kReloadsMax = 3;
constexpr Duration kLookup = 30ms; // until a client is told that a name has no address
constexpr std::uint8_t kAttemptsMax = 3;
constexpr std::uint8_t kCouponAskedMax = 2;

} // namespace

Shoppers::Shoppers(
    Env& env, Network& network, Resolvers& resolvers, RequestPool& requests, ShoppersConfig config)
    : m_env(env)
    , m_network(network)
    , m_resolvers(resolvers)
    , m_requests(requests)
    , m_config(config)
    , m_demand(network.cityCount(), config.start)
    , m_arrivals(env.rng("shoppers-arrivals"))
    , m_walk(env.rng("shoppers-walk"))
    , m_retries(env.rng("shoppers-retries"))
    , m_coupons(env.rng("shoppers-coupons"))
    , m_clients(env.rng("shoppers-clients"))
    , m_programs(env, network.cityCount())
    , m_flows(network.cityCount() * network.regionCount())
    , m_surge(network.regionCount(), 0)
{
    std::vector<std::uint64_t> weights;
    for (const Book& book : catalogue().books())
        weights.push_back(book.popularity);
    m_popularity = WeightedChoice(weights);
}

void Shoppers::connect(ComponentId self, std::vector<ComponentId> regions)
{
    m_self = self;
    m_regions = std::move(regions);
    // People who were already shopping when the run starts.
    const std::int64_t present = std::int64_t { m_config.requestRateHz } * kVisitSeconds * 10
        / kCallsPerVisitTenths * m_demand.activityPerMille() / 1'000;
    for (std::int64_t i = 0; i < present; ++i) {
        const Instant at = m_env.now() + m_arrivals.between(0us, 12s);
        m_env.post(at, m_self, kArrival, 1);
    }
    m_env.postIn(1ms, m_self, kArrival, 0);
    m_env.postIn(kDemandEvery, m_self, kUpdateDemand);
}

void Shoppers::onEvent(const SimEvent& event)
{
    if (m_isResting && (event.kind == kArrival || event.kind == kPage || event.kind == kResend))
        return;
    switch (event.kind) {
    case kArrival:
        arrive();
        if (event.a == 0) {
            const std::int64_t meanMicros = kCallsPerVisitTenths * 100'000 * 1'000
                / (std::int64_t { m_config.requestRateHz }
                    * std::max<std::int64_t>(1, m_demand.activityPerMille()));
            m_env.postIn(m_arrivals.exponential(Duration { meanMicros }), m_self, kArrival, 0);
        }
        break;
    case kPage:
        startPage(event.a);
        break;
    case kUpdateDemand:
        m_demand.update(m_env.now());
        m_env.postIn(kDemandEvery, m_self, kUpdateDemand);
        break;
    case kResend:
        onResend(event.a);
        break;
    case kAnswer:
        onAnswered(event.a);
        break;
    case kNoAnswer:
        onUnanswered(event.a);
        break;
    }
}

void Shoppers::arrive()
{
    const Visit visit = m_visits.acquire();
    Shopper& shopper = *m_visits.find(visit);
    shopper = Shopper {};
    shopper.city = m_demand.drawCity(m_arrivals);
    // Customers come back: an account for every few hundred inhabitants.
    const auto accounts = static_cast<std::uint64_t>(atlas().cities[shopper.city.value].population / 400 + 1);
    const bool isShared
        = m_arrivals.chance(static_cast<std::uint32_t>(m_config.sharedAccountsPercent) * 10'000);
    shopper.customer = CustomerId { isShared
            ? 1 + m_arrivals.below(kBookClubs)
            : (std::uint64_t { shopper.city.value } + 1) * kCityAccounts + m_arrivals.below(accounts) };
    shopper.isTtlIgnorer = m_arrivals.below(100) < static_cast<std::uint64_t>(m_config.ttlIgnorersPercent);
    drawKind(shopper);
    drawCoupon(shopper);
    ++m_counters.visits;
    startPage(visit);
}

void Shoppers::setSurge(RegionId region, int percent)
{
    if (m_surge[region.value] == percent)
        return;
    m_surge[region.value] = percent;
    m_env.mix(hashCombine(region.value, static_cast<std::uint64_t>(percent)));
    for (std::uint16_t i = 0; i < m_network.cityCount(); ++i) {
        RegionId nearest { 0 };
        for (std::uint8_t r = 1; r < m_network.regionCount(); ++r)
            if (m_network.userRoundTrip(CityId { i }, RegionId { r })
                < m_network.userRoundTrip(CityId { i }, nearest))
                nearest = RegionId { r };
        m_demand.setPercent(CityId { i }, 100 + m_surge[nearest.value]);
    }
    m_demand.update(m_env.now());
}

void Shoppers::drawCoupon(Shopper& shopper)
{
    if (!m_coupons.chance(static_cast<std::uint32_t>(m_config.couponsPercent) * 10'000))
        return;
    const auto campaign = static_cast<std::uint64_t>((m_env.now() - kStart) / kCampaign);
    shopper.coupon = campaign * kCampaignCoupons + 1 + m_coupons.below(kCampaignCoupons);
}

void Shoppers::startPage(Visit visit)
{
    Shopper& shopper = *m_visits.find(visit);
    shopper.stage = 0;
    shopper.pageFailed = false;
    sendStage(visit, shopper);
}

void Shoppers::sendStage(Visit visit, Shopper& shopper)
{
    m_calls.clear();
    pageCalls(shopper, m_walk, m_popularity, m_calls);
    if (m_calls.empty()) {
        endPage(visit, shopper);
        return;
    }
    if (shopper.coupon != 0 && shopper.stage == 0 && shopper.couponAsked < kCouponAskedMax) {
        ++shopper.couponAsked;
        m_calls.push_back({ .call = Call::ClaimCoupon, .claim = shopper.coupon });
    }
    shopper.outstanding = static_cast<std::uint8_t>(m_calls.size());
    for (const PageCall& call : m_calls) {
        const std::uint64_t handle = m_requests.acquire();
        Request& request = *m_requests.find(handle);
        request = Request {};
        request.session = visit;
        request.startedAt = m_env.now();
        fill(request, shopper, call);
        dispatch(handle, request, shopper);
    }
}

void Shoppers::fill(Request& request, Shopper& shopper, const PageCall& call)
{
    request.call = call.call;
    request.category = call.category;
    request.customer = shopper.customer;
    request.book = call.book;
    request.quantity = call.quantity;
    request.word = call.word;
    request.id = m_nextRequest++;
    request.city = shopper.city;
    request.client = m_self;
    if (call.call == Call::ClaimCoupon) {
        request.claim = call.claim;
        for (ShopperObserver* observer : m_observers)
            observer->onClaim({ request.id, request.claim, request.customer, request.startedAt });
    }
    if (call.call != Call::PlaceOrder)
        return;
    if (!shopper.order.isValid())
        shopper.order = OrderId { m_nextOrder++ };
    request.purchase = shopper.order.value;
    shopper.reach = std::max(shopper.reach, Reach::CheckedOut);
    if (m_config.mintsOrders)
        request.order = shopper.order;
    request.lines = shopper.cart;
}

void Shoppers::dispatch(std::uint64_t handle, Request& request, Shopper& shopper)
{
    if (m_edge != nullptr)
        openEdgeConnection(shopper);
    else
        openConnection(shopper, request.session);
    const Instant now = m_env.now();
    request.region = shopper.connection;
    request.isOnOldConnection = m_edge == nullptr && shopper.connectedAt < now;
    request.sentAt = now;
    if (!request.region.isValid()) { // the name has no address: the client is told so at once
        request.deadline = request.connectDeadline = now + kLookup;
        request.isOnOldConnection = request.isClientDone = false;
        request.isRegionDone = true; // no region ever holds it
        m_env.post(request.deadline, m_self, kNoAnswer, handle);
        return;
    }
    request.isClientDone = false;
    request.isRegionDone = false;
    if (m_config.carriesTokens && isAboutCustomer(request.call))
        request.token = shopper.token;
    const Instant leavesAt = std::max(now, shopper.connectedAt);
    request.deadline = leavesAt + m_config.answerTimeout;
    request.connectDeadline = request.isOnOldConnection ? request.deadline : now + m_config.connectTimeout;
    if (request.attempt == 0)
        ++m_flows[request.city.value * m_regions.size() + request.region.value].asked;
    if (m_edge != nullptr) {
        m_edge->take(handle, leavesAt);
        return;
    }
    noteAttempt(request.city, request.region, false);
    const Instant arrival = leavesAt + m_network.user(request.city, request.region, true);
    if (arrival > request.deadline)
        m_env.post(request.deadline, m_self, kNoAnswer, handle);
    m_env.post(arrival, m_regions[request.region.value], kCallArrives, handle);
}

void Shoppers::onAnswered(std::uint64_t handle)
{
    Request* request = m_requests.find(handle);
    SB_ASSERT(request != nullptr && !request->isClientDone);
    const int status = request->response.status;
    if (request->response.resolvesAgain && onHint(handle, *request))
        return;
    if (status == 503 && request->attempt + 1 < kAttemptsMax) {
        // Keep the request, ask again after a growing, jittered pause.
        request->mayBeStale = request->response.tokenOutcome == TokenOutcome::Behind;
        const Duration pause = (400ms * (1 << request->attempt)) + m_retries.between(0us, 400ms);
        m_env.postIn(pause, m_self, kResend, handle);
        return;
    }
    const bool isTaken = status == 409 && request->call == Call::ClaimCoupon;
    const bool isOk = status == 200 || status == 404 || status == 410 || isTaken;
    if (isOk)
        learn(*m_visits.find(request->session), *request);
    endCall(handle, *request, isOk);
}

void Shoppers::onUnanswered(std::uint64_t handle)
{
    Request* request = m_requests.find(handle);
    if (request == nullptr || request->isClientDone)
        return; // told twice: by the deadline and by the region
    dropConnection(*m_visits.find(request->session));
    request->response.status = 0;
    if (!request->isOnOldConnection || request->attempt + 1 >= kAttemptsMax) {
        endCall(handle, *request, false);
        return;
    }
    // A dead keep-alive connection: the browser repeats the call by itself on a new one. The old request may
    // still be executed by its region, so the repeat is a request of its own with the same content.
    const std::uint64_t again = m_requests.acquire();
    Request& repeat = *m_requests.find(again);
    Request& old = *m_requests.find(handle); // acquire() keeps addresses; the line says so by looking again
    repeat = old;
    ++m_flows[old.city.value * m_regions.size() + old.region.value].failed;
    repeat.attempt = static_cast<std::uint8_t>(old.attempt + 1);
    repeat.id = m_nextRequest++;
    repeat.response = Response {};
    releaseByClient(handle, old);
    m_env.postIn(50ms + m_retries.between(0us, 200ms), m_self, kResend, again);
}

void Shoppers::onResend(std::uint64_t handle)
{
    Request* request = m_requests.find(handle);
    SB_ASSERT(request != nullptr);
    if (request->response.status == 503)
        ++request->attempt;
    dispatch(handle, *request, *m_visits.find(request->session));
}

void Shoppers::learnToken(Shopper& shopper, const Request& request)
{
    const Response& response = request.response;
    if (!m_config.carriesTokens || !isAboutCustomer(request.call))
        return;
    if (response.tokenOutcome == TokenOutcome::Stale || response.tokenOutcome == TokenOutcome::Reset)
        shopper.token = response.token; // told that the rest is missing: once is enough
    else
        raiseTo(shopper.token, response.token);
}

void Shoppers::learn(Shopper& shopper, const Request& request)
{
    const Response& response = request.response;
    learnToken(shopper, request);
    switch (request.call) {
    case Call::ListBooks:
    case Call::ListCategory:
    case Call::Search:
    case Call::BestSellers:
        if (request.call == Call::BestSellers && shopper.page == Page::Home)
            break; // a strip on the home page, not the list the shopper browses
        shopper.listSize
            = static_cast<std::uint8_t>(std::min<std::size_t>(response.count, response.books.size()));
        shopper.list = response.books;
        break;
    case Call::ListOrders:
        shopper.found = response.count;
        break;
    case Call::GetCart:
        if (response.count < shopper.cart.size())
            ++m_counters.shortCarts;
        break;
    case Call::AddToCart: {
        const Money price = catalogue().books()[catalogue().indexOf(request.book)].price;
        auto line = std::find_if(shopper.cart.begin(), shopper.cart.end(),
            [&](const OrderLine& l) { return l.book == request.book; });
        if (line == shopper.cart.end())
            shopper.cart.push_back({ request.book, price, 1 });
        else
            ++line->quantity;
        shopper.interest = BookId {};
        shopper.reach = std::max(shopper.reach, Reach::HadCart);
        break;
    }
    case Call::SetQuantity:
        for (OrderLine& line : shopper.cart)
            if (line.book == request.book)
                line.quantity = request.quantity;
        break;
    case Call::RemoveFromCart:
        std::erase_if(shopper.cart, [&](const OrderLine& line) { return line.book == request.book; });
        break;
    case Call::PlaceOrder:
        learnCheckout(shopper, request);
        break;
    case Call::GetBook:
    case Call::GetCartLine:
    case Call::ClaimCoupon:
    case Call::GetPost:
    case Call::PublishPost:
        break;
    }
}

void Shoppers::learnCheckout(Shopper& shopper, const Request& request)
{
    const Response& response = request.response;
    shopper.order = OrderId {}; // answered: what is bought next is another order
    if (response.status == 410) {
        ++m_counters.soldOut;
        const auto* end
            = response.books.begin() + std::min<std::size_t>(response.count, response.books.size());
        std::erase_if(shopper.cart, [&](const OrderLine& line) {
            return std::find(response.books.begin(), end, catalogue().indexOf(line.book)) != end;
        });
        return;
    }
    Order order;
    order.lines = request.lines;
    shopper.reach = Reach::Ordered;
    ++m_counters.orders;
    for (ShopperObserver* observer : m_observers)
        observer->onOrder({ response.order, request.customer, request.region, m_env.now(), order.total() });
    shopper.cart.clear();
}

// A coupon that nobody could decide on spoils no page.
void Shoppers::endClaim(Shopper& shopper, const Request& request, bool isOk)
{
    const int status = request.response.status;
    if (isOk) {
        shopper.coupon = 0;
        ++(status == 200 ? m_counters.claimed : m_counters.claimedByOthers);
    }
    for (ShopperObserver* observer : m_observers)
        observer->onClaim(
            { request.id, request.claim, request.customer, request.startedAt, m_env.now(), status });
}

void Shoppers::releaseByClient(std::uint64_t handle, Request& request)
{
    request.isClientDone = true;
    if (request.isRegionDone)
        m_requests.release(handle);
}

void Shoppers::endCall(std::uint64_t handle, Request& request, bool isOk)
{
    const Visit visit = request.session;
    Shopper& shopper = *m_visits.find(visit);
    const CallOutcome outcome { request.call, request.city, request.region, isOk, request.response.status,
        m_env.now() - request.startedAt, shopper.isTtlIgnorer, visit, request.id,
        request.response.tokenOutcome, request.customer };
    ++m_counters.calls;
    if (isOk) {
        m_latencies.add(outcome.latency);
    } else {
        ++m_counters.failed;
        if (request.region.isValid())
            ++m_flows[request.city.value * m_regions.size() + request.region.value].failed;
        shopper.pageFailed = shopper.pageFailed || request.call != Call::ClaimCoupon;
    }
    if (request.call == Call::ClaimCoupon)
        endClaim(shopper, request, isOk);
    releaseByClient(handle, request);
    for (ShopperObserver* observer : m_observers)
        observer->onCall(outcome);
    SB_ASSERT(shopper.outstanding > 0);
    if (--shopper.outstanding == 0)
        endStage(visit, shopper);
}

void Shoppers::endStage(Visit visit, Shopper& shopper)
{
    if (shopper.stage == 0 && !shopper.pageFailed) {
        shopper.stage = 1;
        sendStage(visit, shopper);
        return;
    }
    endPage(visit, shopper);
}

void Shoppers::endPage(Visit visit, Shopper& shopper)
{
    if (shopper.pageFailed) {
        if (shopper.reloads++ < kReloadsMax && m_walk.chance(850'000)) {
            if (m_retries.chance(300'000))
                shopper.connection = RegionId {}; // closes the tab and opens another
            m_env.postIn(1500ms + m_walk.exponential(3s), m_self, kPage, visit);
            return;
        }
        ++m_counters.abandoned;
        endVisit(visit);
        return;
    }
    shopper.reloads = 0;
    if (shopper.page != Page::Home)
        shopper.reach = std::max(shopper.reach, Reach::Browsed);
    shopper.page = nextPage(shopper, m_walk);
    if (shopper.page == Page::Leave) {
        endVisit(visit);
        return;
    }
    m_env.postIn(thinkTime(shopper.page, m_walk), m_self, kPage, visit);
}

void Shoppers::endVisit(Visit visit)
{
    ++m_counters.reached[static_cast<std::size_t>(m_visits.find(visit)->reach)];
    m_visits.release(visit);
    for (ShopperObserver* observer : m_observers)
        observer->onVisitEnded(visit);
}

Histogram Shoppers::takeLatencies()
{
    return std::exchange(m_latencies, Histogram {});
}

} // namespace sb
