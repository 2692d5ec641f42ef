// SPDX-License-Identifier: GPL-3.0-or-later
// Whole runs with tombstones collected all the while.
#include "tests/scenario/rig.h"

namespace sb {
namespace {

using test::region;
using test::replayHint;
using test::Rig;
using test::seeds;
using test::smallWorld;

RunConfig busyCarts(std::uint64_t seed, DataProfile profile, Duration grace)
{
    RunConfig config = smallWorld(seed, 2, 200);
    config.profile = profile;
    config.sharedAccountsPercent = 30;
    config.tombstoneGrace = grace;
    return config;
}

// Two minutes in which nothing passes between the two regions, and two to settle.
void partition(Rig& rig)
{
    rig.advanceTo(kStart + 30s);
    rig.mustOrder("fail link-partitioned eu-west-1 with ap-southeast-1 for 2m");
    rig.advance(4min);
}

std::uint64_t collected(Rig& rig)
{
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < rig.sim().regionCount(); ++i)
        sum += rig.sim().region(region(i)).replica().tombstones().collected;
    return sum;
}

TEST(TombstoneRuns, theSafeRuleCollectsAndNothingComesBack)
{
    for (const std::uint64_t seed : seeds(802, 3)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(busyCarts(seed, DataProfile::Hardened, 2s));
        rig.advanceTo(kStart + 30s);
        rig.mustOrder("fail link-partitioned eu-west-1 with ap-southeast-1 for 2m");
        rig.advance(40s); // what both had before the cut is known to be with both by then, or never
        const std::uint64_t before = collected(rig);
        rig.advance(75s);
        EXPECT_EQ(collected(rig), before) << "while the link is cut, each lacks what the other deletes";
        rig.advance(2min);
        EXPECT_GT(collected(rig), before);
        EXPECT_EQ(rig.sim().tombstones().collected(), collected(rig));
        EXPECT_EQ(rig.sim().tombstones().resurrections(), 0u);
        EXPECT_EQ(rig.count(EventKind::ReplicaDiverged), 0u);
    }
}

TEST(TombstoneRuns, timeAloneBringsRowsBackAndTheCopiesDiffer)
{
    std::uint64_t back = 0;
    for (const std::uint64_t seed : seeds(811, 3)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(busyCarts(seed, DataProfile::AsAws, 2s));
        partition(rig);
        back += rig.sim().tombstones().resurrections();
        EXPECT_EQ(rig.sim()
                      .snapshot(ChartRange::TwoMinutes)
                      ->anomalies[static_cast<std::size_t>(Anomaly::Resurrection)],
            rig.sim().tombstones().resurrections());
        if (!rig.sim().isConverged()) {
            EXPECT_GT(rig.count(EventKind::ReplicaDiverged), 0u) << "the exchange of digests tells of it";
        }
    }
    EXPECT_GT(back, 0u);
}

TEST(TombstoneRuns, aGraceLongerThanTheOutageBringsNothingBack)
{
    for (const std::uint64_t seed : seeds(821, 3)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(busyCarts(seed, DataProfile::AsAws, 10min));
        partition(rig);
        EXPECT_EQ(rig.sim().tombstones().resurrections(), 0u);
        EXPECT_EQ(rig.count(EventKind::ReplicaDiverged), 0u);
    }
}

} // namespace
} // namespace sb
