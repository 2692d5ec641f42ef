// SPDX-License-Identifier: GPL-3.0-or-later
// The customers: open-loop arrivals in real cities, each walking a journey of pages and API calls over a
// keep-alive connection to the region that the city's resolver named when the connection was opened.
// Retries as browsers do: a call that dies on an old connection is sent once more on a new one (an order with
// the same number); a busy answer (503) is retried with growing pauses; other errors reach the user, who
// reloads a few times and then leaves. Who hears that a book is sold out (410) goes on without it.
// Where clients carry session tokens, a visit shows the region what it has seen. Told that the region is
// behind, it asks once more and takes an old answer rather than none; answered like that, or told that what
// it had seen is lost, it goes on from what it has been shown.
// Some want a coupon that can be had once in the world: they ask for it with a page, and again with the next
// ones when nobody knows; that somebody else has it (409) is an answer like any other.
// How long they hold on to a region depends on their kind: docs/edges-and-clients.md. Told by a region to
// look the name up again, those who obey hints drop what they hold, at most once in five seconds, and repeat
// a call that was refused.
// Instead of asking DNS, they may all come by an accelerator (each new connection) or an edge (each request).
// Thread: World thread.
#pragma once

#include "backend/api/client_kind.h"
#include "backend/bookstore/request.h"
#include "backend/edge/anycast_entry.h"
#include "backend/net/network.h"
#include "backend/routing/resolvers.h"
#include "backend/shoppers/client_programs.h"
#include "backend/shoppers/demand.h"
#include "backend/shoppers/edge_proxy.h"
#include "backend/shoppers/journey.h"
#include "backend/telemetry/histogram.h"

#include <array>
#include <optional>
#include <vector>

namespace sb {

struct ShoppersConfig {
    int requestRateHz = 400; // world average over a day
    int sharedAccountsPercent = 2; // of the visits: on an account that other cities use too
    int ttlIgnorersPercent = 3;
    bool carriesTokens = false;
    bool mintsOrders = true; // the client numbers its orders, so that a repeat is recognised
    int couponsPercent = 4; // of the visits claim a coupon
    int cachingPercent = 0, pooledPercent = 0; // of the visits come through programs of these kinds
    bool hasBrowserCache = false; // browsers keep an address for min(ttl, 60 s) of their own
    int hintObeyedPercent = 0;
    Duration ttl = 60s; // of the zone's answers
    UtcStart start;
    Duration connectTimeout = 3s;
    Duration answerTimeout = 5s;
    Duration keepAliveIdle = 20s; // an idle connection is closed after this
    Duration keepAliveMax = 60s; // and any connection after this
};

// How one call ended for its user.
struct CallOutcome {
    Call call = Call::ListBooks;
    CityId city;
    RegionId region;
    bool isOk = true;
    int status = 200; // 0: no answer
    Duration latency = 0us; // since the first attempt
    bool isTtlIgnorer = false;
    std::uint64_t session = 0; // the visit
    std::uint64_t request = 0; // Request::id of the attempt that ended it
    TokenOutcome tokenOutcome = TokenOutcome::None;
    CustomerId customer;
};

struct AcknowledgedOrder {
    OrderId order;
    CustomerId customer;
    RegionId region;
    Instant at = kStart; // when the client heard it
    Money amount; // as the client reckons
};

// A customer's claim of a coupon, repeats of the call included.
struct ClaimCall {
    std::uint64_t id = 0; // of the request: tells claims apart
    std::uint64_t coupon = 0;
    CustomerId customer;
    Instant sentAt = kStart; // first
    Instant endedAt = kNever; // kNever: it was just sent
    int status = 0; // 200: it is the customer's; 409: somebody else's; anything else: not known
};

class ShopperObserver {
public:
    virtual ~ShopperObserver() = default;
    virtual void onCall(const CallOutcome& outcome) = 0;
    virtual void onOrder(const AcknowledgedOrder& order) = 0;
    virtual void onVisitEnded(std::uint64_t) { } // session
    // When it is sent, and when it has ended; one that nobody waits for any more never ends.
    virtual void onClaim(const ClaimCall&) { }
};

// Coupons are given out in campaigns of a minute each, a few at a time, so that customers of different cities
// meet. Numbers of campaign k (from 0): k * kCampaignCoupons + 1 and the following.
inline constexpr Duration kCampaign = 1min;
inline constexpr std::uint64_t kCampaignCoupons = 12;

class Shoppers final : public Component {
public:
    struct Counters { // since the start
        std::uint64_t calls = 0; // ended, for the user
        std::uint64_t failed = 0; // of them
        std::uint64_t orders = 0; // acknowledged
        std::uint64_t visits = 0;
        std::uint64_t abandoned = 0; // visits given up because of errors
        std::uint64_t soldOut = 0; // checkouts that heard that something was sold out; not failed
        std::uint64_t claimed = 0, claimedByOthers = 0; // coupons asked for, as the customers heard
        std::uint64_t shortCarts = 0; // carts that came back with fewer lines than the customer had put in
        std::uint64_t hintsHeard = 0; // answers that said "resolve again"
        std::uint64_t hintsHonoured = 0; // of them: the client dropped what it held
        std::array<std::uint64_t, kReachCount> reached {}; // visits that ended, by how far they had got
    };
    // Visits whose next request goes to a region that no new answer leads to now.
    struct Stale {
        std::vector<std::uint32_t> byCity;
        std::array<std::uint32_t, kClientKindCount> byKind {};
        std::array<std::uint32_t, kClientKindCount> visits {}; // stale or not
        std::size_t all = 0;
    };
    // Traffic of one city to one region since the start.
    struct Flow {
        std::uint32_t sent = 0; // attempts
        std::uint32_t failed = 0; // attempts
        std::uint32_t asked = 0; // first attempts: what the customers want, repeats left out
    };

    Shoppers(Env& env, Network& network, Resolvers& resolvers, RequestPool& requests, ShoppersConfig config);
    // regions[r] = component of region r.
    void connect(ComponentId self, std::vector<ComponentId> regions);
    void onEvent(const SimEvent& event) override;
    // Not by DNS; at most one of the two, before the run begins. Neither is owned.
    void enterBy(AnycastEntry& accelerator) { m_anycast = &accelerator; }
    void enterBy(EdgeProxy& edge) { m_edge = &edge; }
    // For an edge that asks on behalf of customers.
    [[nodiscard]] std::uint64_t mintRequest() { return m_nextRequest++; }
    void noteAttempt(CityId city, RegionId region, bool hasFailed)
    {
        Flow& flow = m_flows[city.value * m_regions.size() + region.value];
        ++(hasFailed ? flow.failed : flow.sent);
    }
    // From now on nobody arrives and nobody opens a page; calls under way end. For looking at what a run
    // leaves behind once it is quiet; not part of a run.
    void rest() { m_isResting = true; }
    [[nodiscard]] bool isResting() const { return m_isResting; }
    // The customers nearest to the region send that much more than usual; 0: as usual. What faults can set.
    void setSurge(RegionId region, int percent);
    [[nodiscard]] int surge(RegionId region) const { return m_surge[region.value]; }
    void observe(ShopperObserver* observer) { m_observers.push_back(observer); }

    [[nodiscard]] const Counters& counters() const { return m_counters; }
    [[nodiscard]] const Flow& flow(CityId city, RegionId region) const
    {
        return m_flows[city.value * m_regions.size() + region.value];
    }
    [[nodiscard]] const std::vector<ComponentId>& regions() const { return m_regions; }
    [[nodiscard]] std::size_t visitsNow() const { return m_visits.used(); }
    [[nodiscard]] Stale countStale();
    // Somebody who is in the shop.
    struct Present {
        CustomerId customer;
        CityId city;
        RegionId held; // where the next request goes; invalid: wherever a new answer leads
        bool isTtlIgnorer = false;
    };
    // Walks all visits. The customer's, of several (accounts are shared) the first; nothing: not in the shop.
    [[nodiscard]] std::optional<Present> find(CustomerId customer);
    // Of those who came from the city the first; nothing: nobody did.
    [[nodiscard]] std::optional<Present> anyoneFrom(CityId city);
    // Latencies of successful calls since the last call of this function.
    [[nodiscard]] Histogram takeLatencies();

private:
    using Visit = SlotPool<Shopper>::Handle;
    enum EventType : std::uint32_t { kArrival, kPage, kUpdateDemand, kResend };

    void arrive();
    void startPage(Visit visit);
    void sendStage(Visit visit, Shopper& shopper);
    void fill(Request& request, Shopper& shopper, const PageCall& call);
    void drawCoupon(Shopper& shopper);
    void endClaim(Shopper& shopper, const Request& request, bool isOk);
    void dispatch(std::uint64_t handle, Request& request, Shopper& shopper);
    void drawKind(Shopper& shopper);
    void openConnection(Shopper& shopper, Visit visit);
    void openEdgeConnection(Shopper& shopper);
    [[nodiscard]] RegionId lookUp(Shopper& shopper, Visit visit);
    void dropConnection(Shopper& shopper);
    // True: the call is sent again, elsewhere if all goes well.
    [[nodiscard]] bool onHint(std::uint64_t handle, Request& request);
    // Where its next request goes; invalid: wherever a new answer leads.
    [[nodiscard]] RegionId heldBy(const Shopper& shopper) const;
    template<typename Is> [[nodiscard]] std::optional<Present> firstWho(Is is);
    void onAnswered(std::uint64_t handle);
    void onUnanswered(std::uint64_t handle);
    void onResend(std::uint64_t handle);
    void learn(Shopper& shopper, const Request& request);
    void learnToken(Shopper& shopper, const Request& request);
    void learnCheckout(Shopper& shopper, const Request& request);
    void endCall(std::uint64_t handle, Request& request, bool isOk);
    void endStage(Visit visit, Shopper& shopper);
    void endPage(Visit visit, Shopper& shopper);
    void endVisit(Visit visit);
    void releaseByClient(std::uint64_t handle, Request& request);

    Env& m_env;
    Network& m_network;
    Resolvers& m_resolvers;
    RequestPool& m_requests;
    ShoppersConfig m_config;
    Demand m_demand;
    WeightedChoice m_popularity;
    Rng m_arrivals, m_walk, m_retries, m_coupons, m_clients;
    ClientPrograms m_programs;
    AnycastEntry* m_anycast = nullptr;
    EdgeProxy* m_edge = nullptr;
    ComponentId m_self = 0;
    std::vector<ComponentId> m_regions;
    SlotPool<Shopper> m_visits;
    std::vector<Flow> m_flows; // city-major
    std::vector<int> m_surge; // by region, percent
    bool m_isResting = false;
    Counters m_counters;
    Histogram m_latencies;
    std::uint64_t m_nextRequest = 1;
    std::uint64_t m_nextOrder = 47'001;
    std::vector<ShopperObserver*> m_observers;
    std::vector<PageCall> m_calls; // scratch
};

} // namespace sb
