// SPDX-License-Identifier: GPL-3.0-or-later
// What can be had once only, in whole runs: given to two as AWS does it, to one where two of three regions
// must agree, whatever fails; what that costs; and that an acknowledged claim outlives any one region.
#include "tests/scenario/rig.h"

#include <map>

namespace sb {
namespace {

using test::commandOf;
using test::region;
using test::replayHint;
using test::Rig;
using test::seeds;
using test::timed;

RunConfig shop(std::uint64_t seed, DataProfile profile, std::size_t regions = 3)
{
    RunConfig config = test::smallWorld(seed, regions, 150);
    config.profile = profile;
    config.couponsPercent = 50;
    return config;
}

// Keeps what the customers were told.
class Told final : public ShopperObserver {
public:
    explicit Told(Rig& rig) { rig.sim().shoppers().observe(this); }
    void onCall(const CallOutcome& outcome) override
    {
        if (outcome.call != Call::ClaimCoupon || outcome.status != 200 || outcome.region != region(1))
            return;
        ++given;
        waited += outcome.latency;
    }
    void onOrder(const AcknowledgedOrder&) override { }
    void onClaim(const ClaimCall& claim) override
    {
        if (claim.endedAt != kNever)
            ++byStatus[claim.status];
        if (claim.status == 200)
            holders.try_emplace(claim.coupon, claim.customer);
    }
    std::map<int, std::uint64_t> byStatus;
    std::map<std::uint64_t, CustomerId> holders;
    std::uint64_t given = 0; // by Singapore
    Duration waited = 0us; // for them
};

std::uint64_t doubles(Rig& rig)
{
    return rig.sim().anomalyCounts()[static_cast<std::size_t>(Anomaly::DoubleClaim)];
}

const std::vector<TimedCommand> kCutOff { timed(30s,
                                              "fail link-partitioned eu-west-1 with ap-southeast-1 for 70s"),
    timed(30s, "fail link-partitioned us-east-1 with ap-southeast-1 for 70s") };

TEST(Claims, bothSidesOfACutGiveTheSameCouponsAwayAsAws)
{
    Rig rig(shop(3, DataProfile::AsAws));
    const Told told(rig);
    rig.perform(kCutOff);
    rig.advanceTo(kStart + 2min);
    EXPECT_GT(doubles(rig), 0U);
    EXPECT_EQ(told.byStatus.count(503), 0U) << "no side ever says that it cannot know";
    EXPECT_EQ(rig.count(EventKind::ClaimRefused), 0U);
}

TEST(Claims, hardenedTheSideThatIsCutOffRefusesAndNobodyGetsWhatAnotherHas)
{
    Rig rig(shop(3, DataProfile::Hardened));
    const Told told(rig);
    rig.perform(kCutOff);
    rig.advanceTo(kStart + 150s);
    EXPECT_EQ(doubles(rig), 0U);
    EXPECT_GT(told.byStatus.at(200), 0U);
    EXPECT_GT(told.byStatus.at(409), 0U);
    EXPECT_GT(rig.sim().region(region(1)).counters().claimsUndecided, 0U);
    EXPECT_EQ(rig.sim().region(region(0)).counters().claimsUndecided, 0U);
    EXPECT_EQ(rig.sim().region(region(2)).counters().claimsUndecided, 0U);
    const Event* refused = rig.first(EventKind::ClaimRefused);
    ASSERT_NE(refused, nullptr);
    EXPECT_EQ(refused->region, region(1));
    EXPECT_EQ(rig.count(EventKind::ClaimRefused), 2U) << "once when it begins, once when it is over";
}

TEST(Claims, aCalmRunDecidesEverythingAndSaysNothing)
{
    for (const std::uint64_t seed : seeds(1, 4)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(shop(seed, DataProfile::Hardened, 2 + seed % 3));
        const Told told(rig);
        rig.advanceTo(kStart + 3min);
        EXPECT_EQ(doubles(rig), 0U);
        for (const auto& [status, count] : told.byStatus)
            EXPECT_TRUE(status == 200 || status == 409) << count << " claims ended with " << status;
        for (const Event& event : rig.events)
            EXPECT_LE(event.severity, Severity::Notice) << event.note;
    }
}

// Recovery point 0 for claims: their rows were shipped to nobody when the region was destroyed.
TEST(Claims, whatADestroyedRegionHadAcknowledgedIsReadableEverywhereAfterwards)
{
    for (const std::uint64_t seed : seeds(1, 4)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(shop(seed, DataProfile::Hardened, 3));
        const Told told(rig);
        rig.perform({ timed(50s, "fail replication-paused eu-west-1 for 30s"),
            timed(75s, "fail region-destroyed eu-west-1 for 20s") });
        rig.advanceTo(kStart + 75s);
        std::size_t onlyThere = 0;
        for (const auto& [coupon, holder] : told.holders)
            onlyThere += !rig.sim().region(region(1)).bookstore().holderOf(coupon)
                    && !rig.sim().region(region(2)).bookstore().holderOf(coupon)
                ? 1
                : 0;
        EXPECT_GT(onlyThere, 0U) << "nothing was at stake";
        const std::map<std::uint64_t, CustomerId> before = told.holders;
        rig.advanceTo(kStart + 170s);
        EXPECT_EQ(doubles(rig), 0U);
        for (const auto& [coupon, holder] : before)
            for (std::size_t at = 0; at < 3; ++at)
                EXPECT_EQ(rig.sim().region(region(at)).bookstore().holderOf(coupon), holder)
                    << "coupon " << coupon << " in region " << at;
        EXPECT_TRUE(rig.sim().claimDesk(0).hasMemory());
        for (const Event& event : rig.events)
            if (event.kind == EventKind::WriteLost)
                EXPECT_EQ(event.object.find("coupon"), std::string::npos) << event.note;
    }
}

TEST(Claims, twoRegionsThatCannotReachEachOtherGoOnThroughTheirWitness)
{
    RunConfig config = shop(2, DataProfile::Hardened, 2);
    Rig rig(config);
    const Told told(rig);
    rig.perform({ timed(20s, "fail link-partitioned eu-west-1 with ap-southeast-1 for 80s") });
    rig.advanceTo(kStart + 2min);
    EXPECT_EQ(doubles(rig), 0U);
    EXPECT_EQ(told.byStatus.count(503), 0U);
    EXPECT_EQ(rig.count(EventKind::ClaimRefused), 0U);
}

TEST(Claims, oneRegionAloneDecidesByItself)
{
    Rig rig(shop(2, DataProfile::Hardened, 1));
    const Told told(rig);
    rig.advanceTo(kStart + 1min);
    EXPECT_EQ(rig.sim().claimOffice(), nullptr);
    EXPECT_GT(told.byStatus.at(200), 0U);
    EXPECT_EQ(doubles(rig), 0U);
}

// The votes are in the region's own file when the stores are files, and the run is the same.
TEST(Claims, filesAndMemoryGiveTheSameRun)
{
    const test::TempFolder folder;
    std::uint64_t hashes[2] {};
    for (const bool isFile : { false, true }) {
        RunConfig config = shop(8, DataProfile::Hardened, 2);
        config.store = StoreKind::Sqlite; // part of the configuration, and so of the hash
        Rig rig(config, { .dataFolder = folder.path(), .forcesMemoryStores = !isFile });
        rig.perform({ timed(20s, "fail region-destroyed ap-southeast-1 for 10s") });
        rig.advanceTo(kStart + 1min);
        EXPECT_TRUE(rig.sim().flushStores());
        hashes[isFile ? 1 : 0] = rig.sim().world().stateHash();
    }
    EXPECT_EQ(hashes[0], hashes[1]);
    for (const char* name : { "/eu-west-1-votes.db", "/ap-southeast-1-votes.db", "/witness-votes.db" })
        EXPECT_TRUE(std::filesystem::exists(folder.path() + name)) << name;
}

// The price: Singapore's nearest other place is far away, and both rounds of a new claim go there.
TEST(Claims, aNewClaimCostsItsCustomerRoundTripsToTheNearestOtherRegion)
{
    Duration mean[2] {};
    Duration nearest = 0us;
    for (const bool isHardened : { false, true }) {
        Rig rig(shop(4, isHardened ? DataProfile::Hardened : DataProfile::AsAws));
        Told told(rig);
        rig.advanceTo(kStart + 2min);
        ASSERT_GT(told.given, 5U);
        mean[isHardened ? 1 : 0] = told.waited / static_cast<std::int64_t>(told.given);
        const Network& network = rig.sim().network();
        nearest = std::min(network.roundTrip(region(1), region(0)), network.roundTrip(region(1), region(2)));
    }
    EXPECT_GE(mean[1], mean[0] + nearest);
    EXPECT_LE(mean[1], mean[0] + 4 * nearest);
}

} // namespace
} // namespace sb
