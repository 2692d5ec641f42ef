// SPDX-License-Identifier: GPL-3.0-or-later
// Capacity in whole runs: what is foreseen against what then comes, what a command warns of, and silence
// where there is room.
#include "tests/scenario/rig.h"

#include <cstdio>

namespace sb {
namespace {

using test::region;
using test::replayHint;
using test::Rig;

RunConfig sizedWorld(std::uint64_t seed, int capacityPercent)
{
    RunConfig config = test::smallWorld(seed, 2, 300);
    config.capacityPercent = capacityPercent;
    config.healthThreshold = 1;
    return config;
}

double secondsOf(Duration d)
{
    return static_cast<double>(d.count()) / 1e6;
}

// Ireland leaves the answers; its own capacity and Singapore's do not matter to how much moves.
TEST(Capacity, TheForeseenLoadOfTheSurvivorComes)
{
    double sum = 0, worst = 0;
    int runs = 0;
    for (const std::uint64_t seed : test::seeds(1, 8)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(sizedWorld(seed, 300));
        rig.advance(3min);
        const CapacityOutlook outlook = rig.sim().outlookWithout(region(0), 0);
        rig.mustOrder("fail mapping-removed eu-west-1 for 20m");
        rig.advance(150s);
        std::int64_t load = 0;
        for (int i = 0; i < 60; ++i) {
            rig.advance(1s);
            load += rig.sim().loadPerMille(region(1));
        }
        load /= 60;
        const int foreseen = outlook.places[1].endPerMille;
        const double error = 100.0 * (foreseen - static_cast<double>(load)) / static_cast<double>(load);
        std::printf("seed %3llu: foreseen %4d, came %4lld per mille (%+.1f %%); before %4d\n",
            static_cast<unsigned long long>(seed), foreseen, static_cast<long long>(load), error,
            outlook.places[1].nowPerMille);
        EXPECT_GT(load, outlook.places[1].nowPerMille + 50); // something did move
        EXPECT_LT(std::abs(error), 20.0);
        sum += std::abs(error);
        worst = std::max(worst, std::abs(error));
        ++runs;
    }
    std::printf("error of the foreseen load: %.1f %% on average, %.1f %% at worst\n", sum / runs, worst);
}

TEST(Capacity, TheSurvivorIsFullAboutWhenTheWarningSaid)
{
    double sum = 0, worst = 0;
    int runs = 0;
    for (const std::uint64_t seed : test::seeds(1, 8)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(sizedWorld(seed, 85)); // 355 a second
        rig.advance(3min);
        const std::size_t from = rig.events.size();
        EXPECT_EQ(rig.count(EventKind::CapacityExceeded), 0u);
        rig.mustOrder("fail mapping-removed eu-west-1 for 20m");
        rig.advance(3min);
        const Event* warning = rig.first(EventKind::CapacityWarning, from);
        const Event* exceeded = rig.first(EventKind::CapacityExceeded, from);
        ASSERT_TRUE(warning != nullptr && exceeded != nullptr);
        EXPECT_EQ(warning->region, region(1));
        EXPECT_EQ(exceeded->region, region(1));
        EXPECT_LT(warning->at, exceeded->at);
        const double foreseen = secondsOf(warning->at - kStart) + std::stod(warning->valueAfter);
        const double error = foreseen - secondsOf(exceeded->at - kStart);
        std::printf("seed %3llu: warned %.0f s ahead, error %+.0f s\n", static_cast<unsigned long long>(seed),
            secondsOf(exceeded->at - warning->at), error);
        EXPECT_LT(std::abs(error), 45.0); // which answers expire first is chance, and some cities are large
        sum += std::abs(error);
        worst = std::max(worst, std::abs(error));
        ++runs;
    }
    EXPECT_LT(sum / runs, 30.0);
    std::printf("error of the foreseen moment: %.1f s on average, %.1f s at worst\n", sum / runs, worst);
}

TEST(Capacity, NothingIsSaidWhereThereIsRoom)
{
    for (const std::uint64_t seed : test::seeds(1, 4)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(sizedWorld(seed, 200)); // the default
        rig.advance(2min);
        if (rig.sim().config().profile == DataProfile::Hardened) {
            const Event outcome = rig.order("fence eu-west-1");
            EXPECT_EQ(outcome.kind, EventKind::CommandAccepted);
            EXPECT_EQ(outcome.note.find("would be asked"), std::string::npos) << outcome.note;
        }
        rig.mustOrder("fail mapping-removed eu-west-1 for 20m");
        rig.advance(4min);
        EXPECT_EQ(rig.count(EventKind::CapacityWarning), 0u);
        EXPECT_EQ(rig.count(EventKind::CapacityExceeded), 0u);
        EXPECT_EQ(rig.sim().region(region(1)).counters().refusedBusy, 0u);
    }
}

TEST(Capacity, ACommandThatWouldCrushTheSurvivorSaysSoAndWhen)
{
    Rig rig(sizedWorld(2, 85)); // hardened: has fences
    rig.advance(2min);
    const Event outcome = rig.order("fence eu-west-1");
    ASSERT_EQ(outcome.kind, EventKind::CommandAccepted);
    EXPECT_NE(outcome.note.find("; Singapore would be asked for 1"), std::string::npos) << outcome.note;
    EXPECT_NE(outcome.note.find("and be full in "), std::string::npos) << outcome.note;
}

TEST(Capacity, AStormOutlastsWhatItBeganWith)
{
    Rig rig(sizedWorld(3, 75));
    rig.advance(2min);
    rig.mustOrder("fail traffic-surge ap-southeast-1 by 200% for 2m");
    rig.advance(2min);
    const Region::Counters& counters = rig.sim().region(region(1)).counters();
    EXPECT_GT(counters.refusedBusy, 1'000u);
    EXPECT_GT(counters.repeats, 1'000u);
    EXPECT_EQ(rig.sim().shoppers().surge(region(1)), 0); // it has expired
    EXPECT_GT(rig.sim().loadPerMille(region(1)), 1'000); // and the repeats are still there
    ASSERT_NE(rig.first(EventKind::CapacityExceeded), nullptr);
    const auto snapshot = rig.sim().snapshot(ChartRange::TwoMinutes);
    ASSERT_EQ(snapshot->capacity.size(), 2u);
    EXPECT_GT(snapshot->capacity[1].repeatShare, 0.2);
    EXPECT_GT(snapshot->capacity[1].queueWait, 100ms);
    EXPECT_EQ(snapshot->capacity[1].fullIn, 0us);
    EXPECT_EQ(snapshot->capacity[0].refusedBusy, 0u);
}

// Hysteresis: however the load scatters about the limit, the two events alternate and do not chatter.
TEST(Capacity, ExceededAndRelievedAlternateAndDoNotChatter)
{
    std::size_t changes = 0;
    for (const std::uint64_t seed : test::seeds(5, 3)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(sizedWorld(seed, 60)); // Singapore's own customers are about all that it can do
        rig.advance(8min);
        bool isExceeded = false;
        std::size_t here = 0;
        for (const Event& event : rig.events) {
            if (event.region != region(1)
                || (event.kind != EventKind::CapacityExceeded && event.kind != EventKind::CapacityRelieved))
                continue;
            EXPECT_NE(isExceeded, event.kind == EventKind::CapacityExceeded);
            isExceeded = event.kind == EventKind::CapacityExceeded;
            ++here;
        }
        EXPECT_LE(here, 16u); // one in half a minute
        changes += here;
    }
    EXPECT_GE(changes, 2u);
}

} // namespace
} // namespace sb
