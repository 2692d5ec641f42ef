// SPDX-License-Identifier: GPL-3.0-or-later
// What customers see of replication, in whole runs: session tokens under the hardened profile, their absence
// under the other, and purchases that are repeated.
#include "tests/scenario/rig.h"

#include <cstdio>

namespace sb {
namespace {

using namespace test;

RunConfig worldOf(std::uint64_t seed, DataProfile profile, std::size_t regions = 2, int rateHz = 300)
{
    RunConfig config = smallWorld(seed, regions, rateHz);
    config.profile = profile;
    config.ttl = 20s;
    config.healthThreshold = 1;
    config.failBack = FailBackMode::Instant;
    return config;
}

struct Tokens { // of all regions
    explicit Tokens(Simulation& simulation)
    {
        for (std::size_t i = 0; i < simulation.regionCount(); ++i) {
            const Region::Counters& counters = simulation.region(region(i)).counters();
            waited += counters.tokensWaited;
            behind += counters.tokensBehind;
            stale += counters.tokensStale;
            reset += counters.tokensReset;
        }
    }
    std::uint64_t waited = 0, behind = 0, stale = 0, reset = 0;
};

// Customers of Singapore are moved to Ireland and come back in the middle of their visits.
void moveThereAndBack(Rig& rig, Duration lag)
{
    rig.advance(30s);
    rig.mustOrder("fail mapping-removed ap-southeast-1 for 40s");
    rig.advance(30s);
    rig.mustOrder(
        "fail latency-added eu-west-1 with ap-southeast-1 by " + std::to_string(lag / 1ms) + "ms for 2m");
    rig.advance(2min);
}

TEST(Sessions, inACalmRunNothingWaitsAndNothingIsOld)
{
    for (const DataProfile profile : { DataProfile::AsAws, DataProfile::Hardened }) {
        Rig rig(worldOf(1, profile));
        rig.advance(3min);
        const Tokens tokens(rig.sim());
        EXPECT_EQ(tokens.waited + tokens.behind + tokens.stale + tokens.reset, 0U);
        EXPECT_GT(rig.sim().sessionWatch().counters().looks, 1'000U);
        EXPECT_EQ(rig.sim().sessionWatch().counters().stale, 0U);
        EXPECT_EQ(rig.sim().sessionWatch().counters().duplicateOrders, 0U);
    }
}

TEST(Sessions, whoIsMovedDuringLagIsShownOldRowsUnlessTheVisitCarriesAToken)
{
    std::uint64_t stale = 0, waited = 0, told = 0;
    for (const std::uint64_t seed : seeds(1, 3)) {
        SCOPED_TRACE(replayHint(seed));
        Rig plain(worldOf(seed, DataProfile::AsAws));
        moveThereAndBack(plain, 3s);
        stale += plain.sim().sessionWatch().counters().stale;
        EXPECT_EQ(Tokens(plain.sim()).waited, 0U);

        Rig hardened(worldOf(seed, DataProfile::Hardened));
        moveThereAndBack(hardened, 3s);
        EXPECT_EQ(hardened.sim().sessionWatch().counters().stale, 0U)
            << hardened.sim().sessionWatch().firstBroken();
        const Tokens tokens(hardened.sim());
        waited += tokens.waited + tokens.behind;
        told += tokens.stale + tokens.reset;
        EXPECT_EQ(tokens.reset, 0U) << "nothing was lost";
    }
    EXPECT_GT(stale, 0U);
    EXPECT_GT(waited, 0U);
    std::printf("without tokens %d old answers; with them %d calls waited or were refused, %d were told\n",
        static_cast<int>(stale), static_cast<int>(waited), static_cast<int>(told));
}

TEST(Sessions, customersOfADestroyedRegionAreToldAndGoOn)
{
    std::uint64_t told = 0;
    for (const std::uint64_t seed : seeds(1, 3)) {
        SCOPED_TRACE(replayHint(seed));
        RunConfig config = worldOf(seed, DataProfile::Hardened, 3);
        Rig rig(config);
        rig.advance(30s);
        rig.mustOrder("fail replication-paused eu-west-1 for 30s");
        rig.advance(20s);
        rig.mustOrder("fail region-destroyed eu-west-1 for 60s");
        rig.advance(3min);
        const Tokens tokens(rig.sim());
        told += tokens.stale + tokens.reset;
        EXPECT_EQ(rig.sim().sessionWatch().counters().stale, 0U) << rig.sim().sessionWatch().firstBroken();
        // Nobody is locked out: refusals for the sake of a token end with the visits of that time.
        rig.advance(1min);
        EXPECT_EQ(Tokens(rig.sim()).behind, tokens.behind);
    }
    EXPECT_GT(told, 0U);
}

TEST(Sessions, underTroubleNobodyIsShownOldRowsInSilence)
{
    for (const std::uint64_t seed : seeds(40, 4)) {
        SCOPED_TRACE(replayHint(seed));
        RunConfig config = worldOf(seed, DataProfile::Hardened, 4, 150);
        config.sharedAccountsPercent = 30;
        config.ttlIgnorersPercent = 30;
        Rig rig(config);
        Rng rng = Rng(seed).fork("trouble");
        rig.perform(randomTrouble(rng, config.regions, 20s, 4min, 14));
        rig.advanceTo(kStart + 5min);
        EXPECT_EQ(rig.sim().sessionWatch().counters().stale, 0U) << rig.sim().sessionWatch().firstBroken();
        EXPECT_EQ(rig.sim().sessionWatch().counters().duplicateOrders, 0U);
    }
}

TEST(Sessions, aRepeatedPurchaseIsPlacedTwiceWhereTheRegionNumbersOrders)
{
    std::uint64_t twice = 0;
    for (const std::uint64_t seed : seeds(1, 4)) {
        SCOPED_TRACE(replayHint(seed));
        for (const DataProfile profile : { DataProfile::AsAws, DataProfile::Hardened }) {
            Rig rig(worldOf(seed, profile));
            rig.advance(30s);
            rig.mustOrder("fail latency-added eu-west-1 by 6s outbound for 60s"); // answers come too late
            rig.advance(2min);
            const std::uint64_t count = rig.sim().sessionWatch().counters().duplicateOrders;
            twice += count;
            if (profile == DataProfile::Hardened)
                EXPECT_EQ(count, 0u);
        }
    }
    EXPECT_GT(twice, 0u);
}

// Counts what becomes readable somewhere before something that its author had seen.
class Causes final : public ReplicaListener {
public:
    explicit Causes(Rig& rig)
        : m_rig(rig)
    {
        for (std::size_t i = 0; i < rig.sim().regionCount(); ++i)
            rig.sim().region(region(i)).replica().listen(this);
    }
    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool) override
    {
        const std::vector<std::uint64_t>& have = m_rig.sim().region(at).replica().positions();
        for (std::size_t i = 0; !isLocal && i < entry.seen.size(); ++i)
            if (entry.seen[i] > seenOf(have, i)) {
                ++tooEarly;
                return;
            }
    }
    void onConflict(RegionId, const Conflict&) override { }
    std::uint64_t tooEarly = 0;

private:
    Rig& m_rig;
};

TEST(Sessions, causesAreReadableBeforeTheirEffectsUnlessNobodyHasThem)
{
    std::uint64_t tooEarly = 0, waits = 0;
    for (const std::uint64_t seed : seeds(60, 3)) {
        SCOPED_TRACE(replayHint(seed));
        for (const DataProfile profile : { DataProfile::AsAws, DataProfile::Hardened }) {
            const RunConfig config = worldOf(seed, profile, 4, 150);
            Rig rig(config);
            Causes causes(rig);
            Rng rng = Rng(seed).fork("trouble");
            rig.perform(randomTrouble(rng, config.regions, 20s, 3min, 10));
            rig.advanceTo(kStart + 4min);
            std::uint64_t givenUp = 0;
            for (std::size_t i = 0; i < rig.sim().regionCount(); ++i) {
                givenUp += rig.sim().region(region(i)).replicator().stats().causesGivenUp;
                waits += rig.sim().region(region(i)).replicator().stats().waitsForCauses;
            }
            if (profile == DataProfile::AsAws)
                tooEarly += causes.tooEarly;
            else
                EXPECT_EQ(causes.tooEarly, givenUp);
        }
    }
    std::printf("without causal delivery %d entries too early; with it %d waits\n",
        static_cast<int>(tooEarly), static_cast<int>(waits));
    EXPECT_GT(tooEarly, 0U);
    EXPECT_GT(waits, 0U);
}

TEST(Sessions, supportDesksAgreeWhenTheyListByVersionThoughOrdersComeInDifferently)
{
    for (const DataProfile profile : { DataProfile::AsAws, DataProfile::Hardened }) {
        RunConfig config = worldOf(1, profile, 4, 400);
        config.regions = { "us-east-1", "eu-west-1", "us-west-2", "eu-central-1" };
        Rig rig(config);
        rig.advance(3min);
        const ForkWatch& watch = rig.sim().forkWatch();
        EXPECT_GT(watch.forks(), 0U) << "nobody waits for the other side of an ocean";
        EXPECT_EQ(watch.contradictions(), profile == DataProfile::AsAws ? watch.forks() : 0U);
    }
}

} // namespace
} // namespace sb
