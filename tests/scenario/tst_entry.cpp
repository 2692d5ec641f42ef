// SPDX-License-Identifier: GPL-3.0-or-later
// The same outage behind different ways in: DNS, an accelerator, an origin group, an edge that retries within
// the request. And who is left behind when answers move, by kind of client. Prints what it measured.
#include "tests/scenario/rig.h"

#include <cstdio>
#include <map>

namespace sb {
namespace {

using namespace test;

constexpr Duration kOutageAt = 90s, kOutage = 4min;

// What customers went through from the outage on, by city.
class Account final : public ShopperObserver {
public:
    explicit Account(Instant from, Instant until)
        : m_from(from)
        , m_until(until)
    {
    }
    void attach(Simulation& simulation)
    {
        m_world = &simulation.world();
        simulation.shoppers().observe(this);
    }
    void onCall(const CallOutcome& outcome) override
    {
        const Instant now = m_world->now();
        if (now < m_from || now >= m_until)
            return;
        ++calls;
        if (outcome.isOk)
            return;
        ++failed;
        ++(isWrite(outcome.call) ? failedWrites : failedReads);
        m_last[outcome.city.value] = now - m_from;
    }
    void onOrder(const AcknowledgedOrder& order) override
    {
        if (m_world->now() >= m_from && m_world->now() < m_until)
            ++ordersBy[order.region.value];
    }
    // Of the cities in which anything failed: from the outage to the last failed call.
    [[nodiscard]] Duration rto(int perMille) const
    {
        std::vector<Duration> all;
        for (const auto& [city, last] : m_last)
            all.push_back(last);
        std::sort(all.begin(), all.end());
        if (all.empty())
            return 0us;
        return all[std::min(all.size() - 1, all.size() * static_cast<std::size_t>(perMille) / 1000)];
    }
    [[nodiscard]] std::size_t citiesHurt() const { return m_last.size(); }

    std::uint64_t calls = 0, failed = 0, failedReads = 0, failedWrites = 0;
    std::map<std::uint8_t, std::uint64_t> ordersBy;

private:
    Instant m_from, m_until;
    World* m_world = nullptr;
    std::map<std::uint16_t, Duration> m_last; // by city
};

struct Measured {
    Account account { kStart + kOutageAt, kStart + kOutageAt + kOutage };
    std::size_t staleAfterMinute = 0, staleAtEnd = 0;
    std::uint64_t hash = 0, failovers = 0, shifts = 0;
    std::string row(const char* name) const
    {
        char line[200];
        std::snprintf(line, sizeof line, "%-26s %7.1f %7.1f %7.1f %6zu %8llu %8llu %8llu %6zu %6zu", name,
            seconds(account.rto(500)), seconds(account.rto(950)), seconds(account.rto(1000)),
            account.citiesHurt(), static_cast<unsigned long long>(account.calls),
            static_cast<unsigned long long>(account.failedReads),
            static_cast<unsigned long long>(account.failedWrites), staleAfterMinute, staleAtEnd);
        return line;
    }
};

RunConfig outageWorld()
{
    RunConfig config = smallWorld(7, 2, 100);
    config.profile = DataProfile::AsAws;
    return config;
}

Measured measure(const RunConfig& config)
{
    Measured result;
    Rig rig(config);
    result.account.attach(rig.sim());
    rig.advanceTo(kStart + kOutageAt);
    rig.mustOrder("fail region-outage eu-west-1 for 30m");
    rig.advance(60s);
    result.staleAfterMinute = rig.sim().shoppers().countStale().all;
    rig.advance(kOutage - 60s);
    result.staleAtEnd = rig.sim().shoppers().countStale().all;
    result.failovers = rig.count(EventKind::OriginFailover);
    result.shifts = rig.count(EventKind::AcceleratorShifted);
    result.hash = rig.sim().world().stateHash();
    // Nothing of an edge is left over once everything has rested.
    rig.mustOrder("restore eu-west-1");
    rig.advance(60s);
    rig.sim().shoppers().rest();
    rig.advance(90s);
    if (rig.sim().edge() != nullptr) {
        EXPECT_EQ(rig.sim().edge()->underWay(), 0U);
        EXPECT_EQ(rig.sim().requestsUnderWay(), 0U) << "requests are forgotten";
    }
    return result;
}

TEST(Entry, theSameOutageHurtsLessTheLessIsCached)
{
    RunConfig config = outageWorld();
    const Measured dns = measure(config);
    config.entry = Entry::Accelerator;
    const Measured accelerator = measure(config);
    config.entry = Entry::OriginGroup;
    const Measured defaults = measure(config);
    config.originAttempts = 1;
    config.originConnectTimeout = 1s;
    const Measured tuned = measure(config);
    config.entry = Entry::Dns;
    config.checkDesign = CheckDesign::Cloudflare;
    const Measured inBand = measure(config);
    std::printf("seconds from the outage to the last failed call, by city\n"
                "%-26s %7s %7s %7s %6s %8s %8s %8s %6s %6s\n%s\n%s\n%s\n%s\n%s\n",
        "way in", "p50", "p95", "max", "cities", "calls", "reads-", "writes-", "1min", "end",
        dns.row("dns, ttl 60 s").c_str(), accelerator.row("accelerator").c_str(),
        defaults.row("origin group, 3 x 10 s").c_str(), tuned.row("origin group, 1 x 1 s").c_str(),
        inBand.row("in-band retry, 1 s").c_str());

    ASSERT_GT(dns.account.failed, 100U) << "the outage hurts nobody, so nothing is compared";
    // Both wait for the checks; DNS then waits for its caches, and for those who ignore times to live.
    EXPECT_LT(accelerator.account.rto(950), 60s);
    EXPECT_GT(dns.account.rto(950), accelerator.account.rto(950) + 20s);
    EXPECT_LT(accelerator.account.failed, dns.account.failed);
    EXPECT_GT(dns.staleAfterMinute, accelerator.staleAfterMinute);
    EXPECT_EQ(accelerator.shifts, 1U);
    // With the defaults customers have left before the secondary is asked.
    EXPECT_GT(defaults.account.failedReads, 20 * std::max<std::uint64_t>(1, tuned.account.failedReads));
    EXPECT_GT(tuned.failovers, 200U); // in every second: it remembers nothing
    EXPECT_GT(tuned.account.failedWrites, 100U);
    EXPECT_EQ(tuned.account.ordersBy.count(1), 0U) << "a write failed over";
    // A retry within the request is the only one that saves writes, too.
    EXPECT_LT(inBand.account.failed * 10, accelerator.account.failed);
    EXPECT_GT(inBand.account.ordersBy.at(1), 0U);
    EXPECT_EQ(inBand.staleAtEnd, 0U);
}

TEST(Entry, eachWayInReplaysToTheSameState)
{
    for (const auto& [entry, design] : { std::pair { Entry::Accelerator, CheckDesign::Route53 },
             std::pair { Entry::OriginGroup, CheckDesign::Route53 },
             std::pair { Entry::Dns, CheckDesign::Cloudflare } }) {
        RunConfig config = outageWorld();
        config.requestRateHz = 40;
        config.entry = entry;
        config.checkDesign = design;
        config.originConnectTimeout = 1s;
        config.cachingClientsPercent = 10;
        config.pooledClientsPercent = 10;
        config.hintObeyedPercent = 50;
        EXPECT_EQ(measure(config).hash, measure(config).hash) << toString(entry);
    }
}

// Stale visits of a kind per mille of that kind's visits, at 0, 1, 2 … min after the fence.
using Decay = std::array<std::vector<int>, kClientKindCount>;

struct Cohort {
    Decay decay;
    std::uint64_t heard = 0, honoured = 0, refused = 0;
};

Cohort fenceIreland(int hintObeyedPercent)
{
    RunConfig config = outageWorld();
    config.seed = 8;
    config.requestRateHz = 150;
    config.profile = DataProfile::Hardened;
    config.ttlIgnorersPercent = 10;
    config.cachingClientsPercent = 20;
    config.pooledClientsPercent = 20;
    config.browserCache = true;
    config.hintObeyedPercent = hintObeyedPercent;
    Rig rig(config);
    rig.advanceTo(kStart + 60s);
    rig.mustOrder("fence eu-west-1");
    Cohort cohort;
    std::uint64_t before = 0;
    for (int minute = 0; minute <= 8; ++minute) {
        rig.advance(minute == 0 ? 50s : 1min);
        if (minute == 0)
            before = rig.sim().region(region(0)).counters().writes;
        const Shoppers::Stale stale = rig.sim().shoppers().countStale();
        for (std::size_t k = 0; k < cohort.decay.size(); ++k) {
            EXPECT_GT(stale.visits[k], 0U);
            cohort.decay[k].push_back(
                static_cast<int>(stale.byKind[k] * 1'000 / std::max(1U, stale.visits[k])));
        }
        std::size_t byCity = 0;
        for (const std::uint32_t count : stale.byCity)
            byCity += count;
        EXPECT_EQ(byCity, stale.all);
    }
    const Region& ireland = rig.sim().region(region(0));
    EXPECT_EQ(ireland.counters().writes, before) << "somebody wrote to the fenced region";
    cohort.refused = ireland.counters().refusedFenced;
    cohort.heard = rig.sim().shoppers().counters().hintsHeard;
    cohort.honoured = rig.sim().shoppers().counters().hintsHonoured;
    const auto snapshot = rig.sim().snapshot(ChartRange::TwoMinutes);
    EXPECT_EQ(snapshot->staleByCity.size(), rig.sim().description().cities.size());
    EXPECT_EQ(snapshot->clients.hintsHeard > 0, hintObeyedPercent > 0);
    return cohort;
}

void print(const char* title, const Cohort& cohort)
{
    std::printf("%s: %llu refused, %llu of %llu hints obeyed; stale per mille of the kind, each minute\n",
        title, static_cast<unsigned long long>(cohort.refused),
        static_cast<unsigned long long>(cohort.honoured), static_cast<unsigned long long>(cohort.heard));
    for (std::size_t k = 0; k < cohort.decay.size(); ++k) {
        std::printf("  %-12s", std::string(toString(static_cast<ClientKind>(k))).c_str());
        for (const int share : cohort.decay[k])
            std::printf(" %4d", share);
        std::printf("\n");
    }
}

TEST(Entry, theStaleDecayByKindAndNoneOfThemWritesBehindAFence)
{
    const auto at = [](const Cohort& cohort, ClientKind kind, std::size_t minute) {
        return cohort.decay[static_cast<std::size_t>(kind)][minute];
    };
    // Some dozens of visits of a kind are there at a time: the mean of five looks, from minute 4 on.
    const auto tail = [&](const Cohort& cohort, ClientKind kind) {
        int sum = 0;
        for (std::size_t minute = 4; minute <= 8; ++minute)
            sum += at(cohort, kind, minute);
        return sum / 5;
    };
    const Cohort untold = fenceIreland(0);
    const Cohort told = fenceIreland(100);
    print("no hints", untold);
    print("hints, all obey", told);
    EXPECT_GT(at(untold, ClientKind::Browser, 0), 100) << "nobody is stale, so nothing decays";
    EXPECT_LT(tail(untold, ClientKind::Browser), 5);
    EXPECT_GT(tail(untold, ClientKind::TtlIgnorer), 50); // half an hour
    EXPECT_GT(tail(untold, ClientKind::Caching), 50); // until they are restarted
    EXPECT_GT(tail(untold, ClientKind::Pooled), 50); // until their connections are an hour old
    EXPECT_EQ(untold.heard, 0U);
    EXPECT_GT(told.honoured, 0U);
    EXPECT_LT(tail(told, ClientKind::Caching), 5);
    EXPECT_LT(tail(told, ClientKind::Pooled), 5);
    EXPECT_GT(tail(told, ClientKind::TtlIgnorer), 50); // their resolver has heard nothing
    EXPECT_LT(told.refused, untold.refused);
}

TEST(Entry, EstablishedConnectionsStayWhenAnAcceleratorTurnsAway)
{
    RunConfig config = outageWorld();
    config.entry = Entry::Accelerator;
    config.healthThreshold = 1;
    Rig rig(config);
    rig.advanceTo(kStart + 60s);
    EXPECT_EQ(rig.sim().shoppers().countStale().all, 0U);
    rig.mustOrder("fail mapping-removed eu-west-1 for 20m"); // the region answers, with errors
    ASSERT_TRUE(rig.advanceUntil(60s, [&] { return rig.count(EventKind::AcceleratorShifted) > 0; }));
    EXPECT_GT(rig.sim().shoppers().countStale().all, 0U);
    rig.advance(65s); // longer than a browser keeps any connection
    EXPECT_EQ(rig.sim().shoppers().countStale().all, 0U);
    const auto snapshot = rig.sim().snapshot(ChartRange::TwoMinutes);
    EXPECT_EQ(snapshot->regions[0].answerShare, 0.0);
    ASSERT_FALSE(snapshot->decisions.empty());
    EXPECT_EQ(snapshot->decisions.front().answer, region(1));
    EXPECT_EQ(snapshot->decisions.front().candidates.size(), 2U);
}

} // namespace
} // namespace sb
