// SPDX-License-Identifier: GPL-3.0-or-later
// Disks that fail under a running region: full, slow, rotten, lying. Each run is made twice, on memory stores
// and on SQLite stores over simulated disks that fail physically at the same instants; both must be the same
// run, and the disks must have done what the regions assume of them.
#include "backend/control/control_room_impl.h"
#include "backend/control/recorder.h"
#include "backend/swarm/swarm_run.h"
#include "tests/scenario/rig.h"

#include <map>

namespace sb {
namespace {

using namespace test;

// What customers of one region heard of their writes and reads.
struct Answers : ShopperObserver {
    void onCall(const CallOutcome& outcome) override
    {
        if (outcome.region == region(0))
            ++(isWrite(outcome.call) ? writes : reads)[outcome.status];
        if (outcome.region == region(0) && outcome.status == 200)
            slowest = std::max(slowest, outcome.latency);
    }
    void onOrder(const AcknowledgedOrder&) override { }
    std::map<int, int> writes, reads; // by status
    Duration slowest = 0us;
};

SimulationOptions onDisks()
{
    SimulationOptions options;
    options.simulatesDisks = true;
    return options;
}

RunConfig world(std::uint64_t seed, std::size_t regions = 3, int rateHz = 60)
{
    RunConfig config = smallWorld(seed, regions, rateHz);
    config.store = StoreKind::Sqlite;
    return config;
}

// Runs `play` on both kinds of store, lets customers rest, and wants equal copies and equal hashes.
template<typename Play> void onBothStores(const RunConfig& config, Play&& play)
{
    std::vector<std::uint64_t> hashes;
    for (const bool isOnDisks : { false, true }) {
        SCOPED_TRACE(isOnDisks ? "simulated disks" : "memory");
        Answers answers; // outlives the run that tells it
        SimulationOptions options = onDisks();
        options.forcesMemoryStores = !isOnDisks;
        Rig rig(config, options);
        play(rig, answers);
        rig.order("clear all");
        rig.advance(1s);
        rig.sim().shoppers().rest();
        EXPECT_TRUE(rig.advanceUntil(120s, [&] { return rig.sim().isConverged(); }));
        EXPECT_EQ(rig.count(EventKind::ResidueFound), 0u);
        EXPECT_EQ(rig.sim().ledger().unsettled(), 0u);
        EXPECT_TRUE(rig.sim().flushStores().has_value());
        for (const std::string& finding : rig.sim().diskFindings())
            ADD_FAILURE() << finding;
        hashes.push_back(rig.sim().world().stateHash());
    }
    EXPECT_EQ(hashes[0], hashes[1]) << "the two kinds of store made two runs";
}

const Event* failed(const Rig& rig, std::string_view how)
{
    for (const Event& event : rig.events)
        if (event.kind == EventKind::DiskFailed && event.action == how)
            return &event;
    return nullptr;
}

TEST(DiskFaults, aFullDiskRefusesWritesServesReadsAndCatchesUp)
{
    for (const std::uint64_t seed : seeds(11, 4)) {
        SCOPED_TRACE(replayHint(seed));
        onBothStores(world(seed), [](Rig& rig, Answers& answers) {
            rig.advanceTo(kStart + 20s);
            Replica& ireland = rig.sim().region(region(0)).replica();
            const RegionId other = region(1);
            const LogId theirs = rig.sim().region(other).replica().ownLog();
            rig.mustOrder("fail disk-full eu-west-1 for 40s");
            rig.sim().shoppers().observe(&answers);
            const std::uint64_t own = ireland.position(ireland.ownLog());
            const std::uint64_t applied = ireland.position(theirs);
            rig.advance(15s);
            EXPECT_EQ(ireland.position(ireland.ownLog()), own) << "nothing is committed";
            EXPECT_EQ(ireland.position(theirs), applied) << "nothing is applied, nothing is claimed";
            EXPECT_GT(rig.sim().region(other).replica().position(theirs), applied);
            EXPECT_GT(answers.writes[507], 0);
            EXPECT_EQ(answers.writes[200], 0);
            EXPECT_GT(answers.reads[200], 0);
            EXPECT_FALSE(rig.sim().region(region(0)).acceptsWrites());
            rig.advance(20s);
            EXPECT_FALSE(rig.sim().health().status(region(0)).isHealthy) << "the gateway says so to probes";
            rig.advance(15s);
            EXPECT_EQ(rig.count(EventKind::DiskFailed), 1u);
            EXPECT_EQ(rig.count(EventKind::DiskRecovered), 1u);
            EXPECT_NE(failed(rig, kDiskFull), nullptr);
            EXPECT_GT(ireland.position(theirs), applied);
            EXPECT_EQ(ireland.ownLog().incarnation, 1u);
        });
    }
}

TEST(DiskFaults, aStalledDiskSlowsWritesAndWhatIsApplied)
{
    for (const std::uint64_t seed : seeds(21, 4)) {
        SCOPED_TRACE(replayHint(seed));
        onBothStores(world(seed, 2, 120), [](Rig& rig, Answers& answers) {
            rig.advanceTo(kStart + 20s);
            Region& ireland = rig.sim().region(region(0));
            rig.sim().shoppers().observe(&answers);
            rig.advance(10s);
            const Duration calm = std::exchange(answers.slowest, 0us);
            const std::uint64_t busy = ireland.counters().refusedBusy;
            rig.mustOrder("fail disk-stalled eu-west-1 by 1500ms for 30s");
            rig.advance(20s);
            EXPECT_GT(answers.slowest, calm + 1s);
            EXPECT_GT(ireland.counters().refusedBusy, busy) << "the queue in front of the store fills";
            EXPECT_EQ(rig.count(EventKind::DiskFailed), 0u) << "a gray failure: nobody says so";
            // It applies what comes in a second and a half later than it comes.
            Replica& other = rig.sim().region(region(1)).replica();
            const std::uint64_t head = other.position(other.ownLog());
            if (ireland.replica().position(other.ownLog()) < head) {
                EXPECT_TRUE(
                    rig.advanceUntil(8s, [&] { return ireland.replica().position(other.ownLog()) >= head; }));
            }
        });
    }
}

TEST(DiskFaults, aRottenStoreIsGivenUpAndWhatOnlyItHeldIsListedAsLost)
{
    for (const std::uint64_t seed : seeds(31, 4)) {
        SCOPED_TRACE(replayHint(seed));
        onBothStores(world(seed), [](Rig& rig, Answers&) {
            Region& ireland = rig.sim().region(region(0));
            rig.advanceTo(kStart + 20s);
            rig.mustOrder("fail replication-paused eu-west-1 for 60s");
            rig.advance(8s);
            const LogId log = ireland.replica().ownLog();
            const std::uint64_t head = ireland.replica().position(log);
            const std::uint64_t held = std::max(rig.sim().region(region(1)).replica().position(log),
                rig.sim().region(region(2)).replica().position(log));
            ASSERT_GT(head, held);
            rig.mustOrder("fail disk-rotten eu-west-1 for 30s");
            EXPECT_EQ(rig.count(EventKind::WriteLost), head - held);
            EXPECT_EQ(ireland.replica().ownLog().incarnation, 2u);
            const Event* said = failed(rig, kDiskRotten);
            ASSERT_NE(said, nullptr);
            EXPECT_NE(said->note.find("does not match the checksums"), std::string::npos) << said->note;
            const std::uint64_t refused = ireland.counters().refusedRebuilding;
            rig.advance(20s);
            EXPECT_EQ(ireland.replicator().stage(), ReplicaStage::Empty) << "no copy goes to such a disk";
            EXPECT_GT(ireland.counters().refusedRebuilding, refused);
            rig.order("clear all");
            EXPECT_TRUE(rig.advanceUntil(
                60s, [&] { return ireland.replicator().stage() == ReplicaStage::ServingWrites; }));
            EXPECT_EQ(rig.count(EventKind::DiskRecovered), 1u);
            EXPECT_EQ(rig.count(EventKind::WriteLost), head - held) << "and nothing more";
        });
    }
}

TEST(DiskFaults, aLieIsFoundOutAfterALossOfPowerAndTheRegionBeginsANewLog)
{
    for (const std::uint64_t seed : seeds(41, 6)) {
        SCOPED_TRACE(replayHint(seed));
        onBothStores(world(seed, 3, 150), [](Rig& rig, Answers&) {
            Region& ireland = rig.sim().region(region(0));
            const LogId log = ireland.replica().ownLog();
            rig.advanceTo(kStart + 20s);
            rig.mustOrder("fail replication-paused eu-west-1 for 30s");
            rig.advance(4s);
            const std::uint64_t kept = ireland.replica().position(log); // some of it in no other region
            rig.mustOrder("fail disk-lying eu-west-1 for 60s");
            rig.advance(6s);
            const std::uint64_t promised = ireland.replica().position(log);
            ASSERT_GT(promised, kept);
            rig.mustOrder("fail region-outage eu-west-1 for 10s");
            rig.advance(9s);
            EXPECT_EQ(rig.count(EventKind::WriteLost), 0u) << "nobody has looked at the disk yet";
            EXPECT_EQ(ireland.replica().position(log), promised);
            rig.advance(2s);
            const Event* said = failed(rig, kDiskEndsEarlier);
            ASSERT_NE(said, nullptr);
            EXPECT_NE(said->note.find("ends earlier than was promised"), std::string::npos) << said->note;
            EXPECT_EQ(ireland.replica().ownLog(), LogId(region(0), 2));
            EXPECT_EQ(ireland.replica().position(log), kept);
            EXPECT_EQ(rig.count(EventKind::WriteLost), promised - kept);
            EXPECT_TRUE(rig.advanceUntil(
                60s, [&] { return ireland.replicator().stage() == ReplicaStage::ServingWrites; }));
            // What it held before the lie was not given up with the rest: it reaches the others after all.
            EXPECT_TRUE(rig.advanceUntil(
                60s, [&] { return rig.sim().region(region(1)).replica().position(log) == kept; }));
        });
    }
}

TEST(DiskFaults, whatWasShippedDuringALieComesBackFromThePeers)
{
    for (const std::uint64_t seed : seeds(51, 4)) {
        SCOPED_TRACE(replayHint(seed));
        onBothStores(world(seed, 3, 150), [](Rig& rig, Answers&) {
            Region& ireland = rig.sim().region(region(0));
            const LogId log = ireland.replica().ownLog();
            rig.advanceTo(kStart + 20s);
            rig.mustOrder("fail disk-lying eu-west-1 for 40s");
            rig.advance(10s);
            const std::uint64_t shipped = rig.sim().region(region(1)).replica().position(log);
            rig.mustOrder("fail region-outage eu-west-1 for 5s");
            rig.advance(6s);
            EXPECT_TRUE(rig.advanceUntil(
                60s, [&] { return ireland.replicator().stage() == ReplicaStage::ServingWrites; }));
            const Event* stage = rig.first(EventKind::ReplicaRebuild);
            ASSERT_NE(stage, nullptr);
            EXPECT_EQ(stage->valueAfter, "catching up") << "it serves nothing before it has them";
            EXPECT_GE(ireland.replica().position(log), shipped);
        });
    }
}

TEST(DiskFaults, aLieWithoutALossOfPowerLeavesNothing)
{
    for (const std::uint64_t seed : seeds(61, 3)) {
        SCOPED_TRACE(replayHint(seed));
        onBothStores(world(seed), [](Rig& rig, Answers&) {
            rig.advanceTo(kStart + 20s);
            rig.mustOrder("fail disk-lying eu-west-1 for 15s");
            rig.advance(20s);
            rig.mustOrder("fail region-outage eu-west-1 for 5s"); // by now flushes keep what they promise
            rig.advance(10s);
            EXPECT_EQ(rig.count(EventKind::DiskFailed), 0u);
            EXPECT_EQ(rig.count(EventKind::WriteLost), 0u);
            EXPECT_EQ(rig.sim().region(region(0)).replica().ownLog().incarnation, 1u);
        });
    }
}

TEST(DiskFaults, combinedWithOtherTroubleOfTheRegionTheyEndWhole)
{
    const char* const pairs[][2] = { { "disk-full", "region-outage" }, { "disk-full", "region-destroyed" },
        { "disk-full", "disk-lying" }, { "disk-full", "disk-rotten" }, { "disk-rotten", "region-outage" },
        { "disk-rotten", "disk-lying" }, { "disk-lying", "region-destroyed" } };
    std::uint64_t seed = 71;
    for (const auto& pair : pairs) {
        const std::string first = pair[0], second = pair[1];
        for (const bool isFirstLonger : { false, true }) {
            SCOPED_TRACE(first + " with " + second + (isFirstLonger ? ", longer" : ", shorter"));
            onBothStores(world(++seed), [&](Rig& rig, Answers&) {
                rig.advanceTo(kStart + 15s);
                rig.order("fail " + first + " eu-west-1 for " + (isFirstLonger ? "40s" : "15s"));
                rig.advance(5s);
                rig.order("fail " + second + " eu-west-1 for 20s");
                rig.advance(5s);
                rig.order("fail region-outage eu-west-1 for 5s");
                rig.advance(60s);
                EXPECT_TRUE(rig.advanceUntil(60s, [&] {
                    return rig.sim().region(region(0)).replicator().stage() == ReplicaStage::ServingWrites;
                }));
            });
        }
    }
}

TEST(DiskFaults, theLastWholeCopyCannotBeTakenByADisk)
{
    Rig rig(smallWorld(1, 2, 40));
    rig.advanceTo(kStart + 10s);
    rig.mustOrder("fail region-destroyed eu-west-1 for 30s");
    const Event rotten = rig.order("fail disk-rotten ap-southeast-1 for 30s");
    EXPECT_EQ(rotten.kind, EventKind::CommandRefused);
    EXPECT_NE(rotten.note.find("whole copy"), std::string::npos) << rotten.note;
    // A copy that is built while the disk lies counts for nothing.
    rig.mustOrder("fail disk-lying eu-west-1 for 5m");
    rig.advance(90s);
    EXPECT_EQ(rig.sim().region(region(0)).replicator().stage(), ReplicaStage::ServingWrites);
    EXPECT_EQ(rig.order("fail region-destroyed ap-southeast-1 for 30s").kind, EventKind::CommandRefused);
    EXPECT_EQ(rig.order("fail disk-rotten ap-southeast-1 for 30s").kind, EventKind::CommandRefused);
    rig.mustOrder("clear all");
    rig.mustOrder("fail disk-rotten ap-southeast-1 for 5s");
}

TEST(DiskFaults, twoRegionsThatWereLiedToFindTogether)
{
    onBothStores(world(81, 2), [](Rig& rig, Answers&) {
        rig.advanceTo(kStart + 20s);
        for (const char* code : { "eu-west-1", "ap-southeast-1" })
            rig.mustOrder("fail disk-lying " + std::string(code) + " for 60s");
        rig.advance(10s);
        for (const char* code : { "eu-west-1", "ap-southeast-1" })
            rig.mustOrder("fail region-outage " + std::string(code) + " for 10s");
        rig.advance(40s);
        for (std::size_t i = 0; i < 2; ++i)
            EXPECT_EQ(rig.sim().region(region(i)).replicator().stage(), ReplicaStage::ServingWrites);
        EXPECT_GT(rig.count(EventKind::WriteLost), 0u) << "what both were told to keep, nobody has";
    });
}

TEST(DiskFaults, aRecordingMadeOnSimulatedDisksReplaysInMemory)
{
    const TempFolder folder;
    SwarmCase drawn = drawCase(7, { .profile = "hardened", .length = 2min });
    drawn.config.store = StoreKind::Sqlite;
    drawn.troubles.clear();
    const std::string& code = drawn.config.regions.front();
    drawn.troubles.push_back({ "power-lost-in-lie",
        { timed(20s, "fail disk-lying " + code + " for 30s"),
            timed(30s, "fail region-outage " + code + " for 8s"),
            timed(50s, "fail disk-full " + code + " for 10s") } });
    SwarmRunOptions options;
    options.recordPath = folder.file("disks.signalbox");
    options.simulatesDisks = true;
    const auto outcome = runCase(drawn, options);
    ASSERT_TRUE(outcome) << outcome.error().what;
    ASSERT_FALSE(outcome->violation) << toText(*outcome->violation);
    const auto replay = replaySession(options.recordPath);
    ASSERT_TRUE(replay) << replay.error().what;
    EXPECT_TRUE(replay->isVerified);
}

// Seeds in which disks fail, each on simulated disks and then in memory.
TEST(DiskFaults, swarmRunsAreTheSameOnBothStores)
{
    int runs = 0;
    for (const std::uint64_t seed : seeds(1, 60)) {
        SCOPED_TRACE(replayHint(seed));
        SwarmCase drawn
            = drawCase(seed, { .profile = seed % 2 == 0 ? "hardened" : "as-aws", .length = 2min });
        const bool hasDisk = std::any_of(drawn.troubles.begin(), drawn.troubles.end(), [](const Trouble& t) {
            return t.kind.find("disk") != std::string::npos || t.kind.find("rot") == 0
                || t.kind == "power-lost-in-lie";
        });
        if (!hasDisk && std::getenv("SB_SEED") == nullptr)
            continue;
        drawn.config.requestRateHz = std::min(drawn.config.requestRateHz, 60);
        drawn.oracle = SwarmOracle::OtherStore;
        const auto outcome = runWithOracle(drawn);
        ASSERT_TRUE(outcome) << outcome.error().what;
        EXPECT_FALSE(outcome->violation) << toText(*outcome->violation) << "\n" << toText(drawn);
        ++runs;
    }
    EXPECT_GT(runs, 0);
}

} // namespace
} // namespace sb
