// SPDX-License-Identifier: GPL-3.0-or-later
// One region's engine: gateway -> services -> store, each with latency, capacity and failure of its own.
// The gateway answers health probes from the same place that answers users, so that a removed mapping is seen
// by both. Answers leave after the write is committed. A region whose copy is being rebuilt answers 503 until
// it is whole: reads from ServingReads on, writes from ServingWrites on. Where the run asks for write leases,
// no write is committed without one that is valid at that instant; without one the probes hear 503, too.
// Where regions keep sessions, a call about a customer may bring a token of what its session has seen. A copy
// that lacks some of it lets the call wait until replication has caught up, for a second at most. Then it
// refuses with 503 and says that it is behind; a client that has heard so may ask to be served all the same,
// and the answer is then marked as stale. What is in no copy any more is not waited for: the answer says that
// the session begins anew. No customer is locked out, and nobody is shown old rows in silence.
// A claim of a coupon is answered from the region's copy once that knows the holder, because a holder stays;
// before, where there is a desk, only when the desk has decided.
// Its health path looks no further than the gateway, so it may be sound while requests fail (a gray failure),
// and fail while they are served. A deep health path asks a service and the store as a request does.
// Its work has a limit (work_pool.h): what is beyond waits, then hears 503. A read that its caches do not
// answer costs more (cache_warmth.h), so customers who come from elsewhere cost more at first.
// Its disk may fail (region_disk.cpp). Full: writes end in 507 and probes hear 503; reads go on, changes of
// others wait. Stalled: each write occupies the store for longer, and changes of others are applied later.
// Rotten: the store is given up at once, and a new copy is taken once the disk is sound. Lying: nothing,
// until the power goes; then the store is what it was when the lie began, which shows at the return, and the
// region goes on under the next incarnation. Thread: World thread.
#pragma once

#include "backend/bookstore/bookstore.h"
#include "backend/bookstore/session_marks.h"
#include "backend/net/network.h"
#include "backend/net/probe.h"
#include "backend/region/cache_warmth.h"
#include "backend/region/claim_desk.h"
#include "backend/region/station.h"
#include "backend/region/work_pool.h"
#include "backend/region/write_lease.h"
#include "backend/replication/replicator.h"
#include "backend/store/disk_store.h"
#include "backend/store/store_image.h"
#include "backend/telemetry/histogram.h"

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace sb {

enum class Service : std::uint8_t { Catalogue, Search, Cart, Checkout, Orders, BestSellers };
inline constexpr int kServiceCount = static_cast<int>(Service::BestSellers) + 1;
[[nodiscard]] Service serviceOf(Call call);
// What it offers to customers: each service, and the blog, which the catalogue's servers answer for.
inline constexpr std::size_t kOfferCount = kServiceCount + 1;
[[nodiscard]] std::size_t offerOf(Call call);

struct RegionConfig {
    int capacityHz = 1'000; // requests/s of the usual mix that it sustains with warm caches
    std::int64_t cacheFillReads = 4'000; // of one origin's customers; see CacheWarmth
    Duration gatewayTime = 800us;
    Duration readTime = 1'500us; // of the store, mean
    Duration writeTime = 4ms; // of the store with its commit, mean
    bool keepsSessions = false; // answers carry session tokens, and tokens are honoured
    bool mintsOrders = false; // an order that comes without a number is given one
};

// What a region finds out about its disk.
enum class DiskFinding : std::uint8_t {
    Full, // it takes nothing more
    Rotten, // checksums do not match; nothing in it is trusted, and the store is about to be given up
    EndsEarlier, // it holds less than was flushed; the rest of the store is about to be dropped
    Recovered, // it can be used again
};

class Region final : public Component {
public:
    // `kept`: the ends of the logs that are left; of EndsEarlier. Called before the store changes.
    using DiskHook = std::function<void(DiskFinding, const std::vector<LogBounds>& kept)>;

    struct Counters { // since the start
        std::uint64_t answered = 0; // with any status
        std::uint64_t failed = 0; // 403 of the gateway and 5xx
        std::uint64_t orders = 0; // acknowledged
        std::uint64_t refusedBusy = 0; // 503: a queue was full
        std::uint64_t refusedRebuilding = 0; // 503: the copy is not whole yet
        std::uint64_t refusedClock = 0; // 503: writes, because the region's clock is not to be trusted
        std::uint64_t refusedFenced = 0; // 503: writes, because the region holds no valid lease
        std::uint64_t refusedDisk = 0; // 507: writes, because the disk is full
        std::uint64_t arrived = 0; // while it was up, repeats included
        std::uint64_t repeats = 0; // of them, those that a client sends again
        std::uint64_t workPerMille = 0; // what they would have cost, refused ones included; of a unit of work
        std::uint64_t writes = 0; // committed for clients
        std::uint64_t tokensWaited = 0; // calls that waited for their token and were then served
        std::uint64_t tokensBehind = 0; // 503: this copy lacks what the session has seen
        std::uint64_t tokensStale = 0; // served without it, as the client allowed
        std::uint64_t tokensReset = 0; // served without it, because it is lost for good
        std::uint64_t claimsUndecided = 0; // 503: coupons on which no quorum could be had in time
    };
    struct Served { // of one offer, since the start
        std::uint64_t answered = 0, failed = 0; // as of Counters
    };
    // What faults can set. Defaults = healthy.
    struct Condition {
        bool isDown = false;
        bool isMappingRemoved = false; // the gateway answers 403
        std::uint8_t failedServices = 0; // bit s: Service s answers 503 at once
        bool isStoreFailing = false; // what needs the store ends in 500; nothing is written
        bool isDiskFull = false; // the store takes no write; what it holds can be read
        bool isDiskRotten = false; // the store's reads are damaged
        bool isDiskLying = false; // flushes are reported and not done
        bool isStreamPoisoned = false; // consumers of changes cannot process some of them
        int grayPercent = 0; // of the real requests end in 500; the health path does not notice
        bool isHealthPathFailing = false; // the health path answers 500; real requests do not notice
        Duration diskDelay = 0us; // added to each flush
        bool isStoreLost = false; // with isDown: its reversal finds an empty store, and a copy is built
        friend bool operator==(const Condition&, const Condition&) = default;
    };

    Region(Env& env, Network& network, Replica& replica, Replicator& replicator, RequestPool& requests,
        RegionConfig config);
    void connect(ComponentId self) { m_self = self; }
    void onEvent(const SimEvent& event) override;

    void setCondition(Condition condition);
    [[nodiscard]] const Condition& condition() const { return m_condition; }

    [[nodiscard]] RegionId id() const { return m_replica.self(); }
    [[nodiscard]] Replica& replica() { return m_replica; }
    [[nodiscard]] Replicator& replicator() { return m_replicator; }
    // Writes are refused: the local clock is further from the others' than stamps may be.
    [[nodiscard]] bool isClockSuspect() const;
    // Its services would commit a write that came now.
    [[nodiscard]] bool acceptsWrites() const;
    void setLease(const WriteLease& lease);
    [[nodiscard]] const WriteLease& lease() const { return m_lease; }
    [[nodiscard]] bool mayAcknowledge() const
    {
        return m_lease.allows(m_replica.localElapsed(), m_replica.store().note(StoreNote::Epoch));
    }
    // From now on answers tell clients to resolve again while the region is fenced, or held out of the
    // answers. Unset: nobody is told anything.
    void tellStaleClients(std::function<bool()> isHeldOut) { m_isHeldOut = std::move(isHeldOut); }
    // From now on the desk decides about coupons; without one the region's own copy does.
    void setClaimDesk(ClaimDesk* desk) { m_desk = desk; }
    // Commits what is no client's call. Requires a whole copy and mayAcknowledge().
    Version commit(Transaction transaction);
    // Takes a PublishPost that has passed the region's own checks; it must be answered once, by
    // answerPublish(). Unset: posts are answered 404. `life` tells whether the region has crashed since.
    using Publisher = std::function<void(std::uint64_t handle, std::uint64_t life)>;
    void onPublish(Publisher publisher) { m_publisher = std::move(publisher); }
    void answerPublish(std::uint64_t handle, std::uint64_t life, int status);
    [[nodiscard]] RequestPool& requests() { return m_requests; }
    // Gives up the store; a new copy from a peer begins as soon as the region is up.
    void rebuild();
    // The store is on this simulated disk, which then fails together with the region's condition. Not owned;
    // without one, the region knows by itself what a disk of that kind would have kept.
    void putOnDisk(DiskStore& disk) { m_disk = &disk; }
    void onDiskFinding(DiskHook hook) { m_onDiskFinding = std::move(hook); }
    // The disk lies, or has lied until the power went: its store may turn out to end earlier.
    [[nodiscard]] bool isDiskDoubtful() const { return m_lie.has_value(); }
    // And then the copy would not be whole: it was built while the disk lied.
    [[nodiscard]] bool isCopyDoubtful() const { return m_lie && !m_lie->hasCopy; }
    [[nodiscard]] Bookstore& bookstore() { return m_bookstore; }
    [[nodiscard]] const Counters& counters() const { return m_counters; }
    // Called when a call has been executed, before its answer leaves.
    void onExecuted(std::function<void(const Request&)> callback) { m_onExecuted = std::move(callback); }
    [[nodiscard]] const RegionConfig& config() const { return m_config; }
    // Wait of a call that came now, before its service begins.
    [[nodiscard]] Duration queueWait() const { return m_pool.wait(m_env.now()); }
    // Origins are numbered like the regions that their cities are nearest to.
    [[nodiscard]] CacheWarmth& caches() { return m_caches; }
    [[nodiscard]] const CacheWarmth& caches() const { return m_caches; }
    [[nodiscard]] std::size_t originOf(CityId city) const { return m_originOf[city.value]; }
    // Time inside the region since the last call.
    [[nodiscard]] Histogram takeLatencies();
    // By offer; add up to the counters' own.
    [[nodiscard]] const std::array<Served, kOfferCount>& served() const { return m_served; }
    // The same by offer; nobody takes both.
    [[nodiscard]] std::array<Histogram, kOfferCount> takeOfferLatencies();

private:
    void onArrival(std::uint64_t handle);
    void onServed(const SimEvent& event);
    // False: the call waits for its token, or has been refused.
    [[nodiscard]] bool meetsToken(std::uint64_t handle, Request& request, std::uint64_t looks);
    [[nodiscard]] bool isTokenLost(const std::vector<std::uint64_t>& token) const;
    void execute(Request& request);
    void onProbe(const SimEvent& event);
    // Of a probe that is served as a request is, and when the answer is ready.
    [[nodiscard]] int probeStatus(std::uint32_t kind, Duration& work);
    // A request's or a deep probe's bad luck in a gray failure.
    [[nodiscard]] bool isGrayVictim();
    void claimCoupon(std::uint64_t handle, Request& request);
    void onVerdict(std::uint64_t handle, std::uint64_t life, const ClaimVerdict& verdict);
    // Queues for the region's work, at the service and at the store; nullopt when any of them is full.
    [[nodiscard]] std::optional<Instant> schedule(const Request& request);
    // Queues at the service and at the store, from `begins` on.
    [[nodiscard]] std::optional<Instant> serve(Call call, Duration begins);
    void answer(std::uint64_t handle, Request& request, int status, Instant at);
    // 0: let it pass; else the status to refuse it with.
    [[nodiscard]] int refusalOf(const Request& request);
    void reportFencedWrite(const Request& request);

    // Disks that fail (region_disk.cpp).
    void applyDisk(const Condition& before);
    void beginLie();
    void findRot();
    // After a loss of power during a lie: the store is what it was when the lie began.
    void restartFromLie();
    void lose(std::uint64_t handle, Request& request);
    void finish(std::uint64_t handle, Request& request);

    Env& m_env;
    Network& m_network;
    Replica& m_replica;
    Replicator& m_replicator;
    RequestPool& m_requests;
    RegionConfig m_config;
    Bookstore m_bookstore;
    SessionMarks m_marks;
    std::function<void(const Request&)> m_onExecuted;
    std::function<bool()> m_isHeldOut;
    ClaimDesk* m_desk = nullptr;
    ComponentId m_self = 0;
    Rng m_rng;
    Rng m_grayRng;
    Condition m_condition;
    WriteLease m_lease;
    Publisher m_publisher;
    std::uint64_t m_life = 0; // counts restarts: work begun in an earlier life is lost
    std::array<Station, kServiceCount> m_services;
    std::array<Duration, kServiceCount> m_serviceTimes;
    Station m_storeStation;
    WorkPool m_pool;
    std::vector<std::uint8_t> m_originOf; // by city
    CacheWarmth m_caches;
    // What the disk held when it began to lie.
    struct Lie {
        StoreImage image;
        bool hasCopy = false; // whole, if perhaps behind
    };
    std::optional<Lie> m_lie;
    bool m_isRotFound = false; // and still there
    DiskStore* m_disk = nullptr;
    DiskHook m_onDiskFinding;
    Counters m_counters;
    std::array<Served, kOfferCount> m_served {};
    std::array<Histogram, kOfferCount> m_latencies {}; // by offer
};

} // namespace sb
