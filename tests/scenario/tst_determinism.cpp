// SPDX-License-Identifier: GPL-3.0-or-later
// Configuration + seed + commands decide everything: not the store behind a region, not how a run is cut
// into pieces, not how often it is done.
#include "tests/scenario/rig.h"

namespace sb {
namespace {

using namespace test;

struct Fingerprint {
    std::uint64_t hash = 0;
    std::uint64_t executed = 0;
    std::vector<std::uint64_t> digests;
    std::vector<std::string> events;
};

Fingerprint fingerprintOf(Rig& rig)
{
    Fingerprint print { rig.sim().world().stateHash(), rig.sim().world().executed(), {},
        describe(rig.events) };
    for (std::size_t i = 0; i < rig.sim().regionCount(); ++i)
        print.digests.push_back(rig.sim().region(region(i)).replica().digest());
    return print;
}

std::vector<TimedCommand> troubleOf(const RunConfig& config)
{
    Rng rng = Rng(config.seed).fork("trouble");
    return randomTrouble(rng, config.regions, 5s, 70s, 8);
}

Fingerprint play(const RunConfig& config, const SimulationOptions& options = {})
{
    Rig rig(config, options);
    rig.perform(troubleOf(config));
    rig.advanceTo(kStart + 90s);
    EXPECT_GT(rig.invariants.entries(), 50u);
    return fingerprintOf(rig);
}

void expectSame(const Fingerprint& a, const Fingerprint& b)
{
    EXPECT_EQ(a.hash, b.hash);
    EXPECT_EQ(a.executed, b.executed);
    EXPECT_EQ(a.digests, b.digests);
    ASSERT_EQ(a.events.size(), b.events.size());
    for (std::size_t i = 0; i < a.events.size(); ++i)
        ASSERT_EQ(a.events[i], b.events[i]);
}

TEST(Determinism, theSameSeedAndCommandsGiveTheSameRunTwice)
{
    for (const std::uint64_t seed : seeds(11, 4)) {
        SCOPED_TRACE(replayHint(seed));
        expectSame(play(smallWorld(seed)), play(smallWorld(seed)));
    }
}

TEST(Determinism, anotherSeedGivesAnotherRun)
{
    RunConfig one = smallWorld(21);
    RunConfig other = smallWorld(22);
    Rig a(one), b(other);
    a.advanceTo(kStart + 5s);
    b.advanceTo(kStart + 5s);
    EXPECT_NE(a.sim().world().stateHash(), b.sim().world().stateHash());
}

TEST(Determinism, everyFieldOfTheConfigurationThatDecidesShowsInTheHash)
{
    const RunConfig base = smallWorld(23);
    std::vector<RunConfig> others(6, base);
    others[0].ttl = 61s;
    others[1].healthThreshold = 2;
    others[2].requestRateHz += 1;
    others[3].ttlIgnorersPercent += 1;
    others[4].failBack = FailBackMode::Instant;
    others[5].rampDwell += 1s;
    Rig same(base);
    for (const RunConfig& other : others) {
        Rig rig(other);
        EXPECT_NE(rig.sim().world().stateHash(), same.sim().world().stateHash()) << toJson(other);
    }
}

TEST(Determinism, memoryAndSqliteStoresGiveTheSameRun)
{
    for (const std::uint64_t seed : seeds(31, 4)) {
        SCOPED_TRACE(replayHint(seed));
        RunConfig config = smallWorld(seed);
        config.store = StoreKind::Sqlite;
        expectSame(play(config), play(config, { .dataFolder = {}, .forcesMemoryStores = true }));
    }
}

TEST(Determinism, aRunCutIntoRandomPiecesIsTheSameRun)
{
    for (const std::uint64_t seed : seeds(41, 3)) {
        SCOPED_TRACE(replayHint(seed));
        const RunConfig config = smallWorld(seed);
        const Fingerprint whole = play(config);
        Rig rig(config);
        World& world = rig.sim().world();
        Rng rng = Rng(seed).fork("pieces");
        const auto goTo = [&](Instant until) {
            while (world.now() < until) {
                const Instant part = std::min(until, world.now() + rng.between(1us, 3s));
                while (!world.runSlice(part, 1 + rng.below(5'000))) { }
                if (rng.chance(200'000))
                    (void)rig.sim().snapshot(ChartRange::TwoMinutes); // looking changes nothing
                if (rng.chance(200'000)) {
                    ASSERT_TRUE(rig.sim().flushStores());
                }
            }
            world.runUntil(until);
        };
        std::uint64_t number = 0;
        for (const TimedCommand& command : troubleOf(config)) {
            goTo(command.at);
            rig.sim().execute(command.command, command.actor, CommandId { ++number });
        }
        goTo(kStart + 90s);
        expectSame(whole, fingerprintOf(rig));
    }
}

TEST(Determinism, whoOrdersIsPartOfTheRecord)
{
    Rig a(smallWorld(51)), b(smallWorld(51));
    a.order("fail mapping-removed eu-west-1 for 1m", Actor::Operator);
    b.order("fail mapping-removed eu-west-1 for 1m", Actor::Drill);
    EXPECT_NE(a.sim().world().stateHash(), b.sim().world().stateHash());
}

} // namespace
} // namespace sb
