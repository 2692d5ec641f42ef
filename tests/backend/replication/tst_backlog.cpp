// SPDX-License-Identifier: GPL-3.0-or-later
// How a backlog is drained: in answers of several batches, so that it does not wait for a round trip with
// each.
#include "tests/backend/support/cluster.h"
#include "tests/backend/support/seeds.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sb {
namespace {

using test::cartKey;
using test::Cluster;
using test::regionAt;

constexpr std::uint64_t kBacklog = 60'000;

// Two regions, whose link was cut while the first wrote `count` entries and has just healed.
class Drain {
public:
    Drain(std::uint64_t seed, std::uint64_t count, ReplicatorConfig config = {}, Duration roundTrip = 300ms)
        : cluster(seed, 2, config)
        , m_count(count)
    {
        const Duration added = (roundTrip - cluster.network.roundTrip(regionAt(0), regionAt(1))) / 2;
        cluster.run(2s);
        cluster.cut(0, 1);
        for (std::uint64_t i = 0; i < count; ++i)
            (void)cluster.replica(0).commit(test::writeOf(cartKey(i % 500, i % 7), "value"));
        cluster.run(1s);
        cluster.network.setLink(regionAt(0), regionAt(1), { .added = added });
        cluster.network.setLink(regionAt(1), regionAt(0), { .added = added });
        while (arrived() == 0)
            cluster.run(1ms);
        m_begun = cluster.world.now();
    }

    [[nodiscard]] std::uint64_t arrived() { return cluster.replica(1).position(regionAt(0)); }
    [[nodiscard]] bool isDone() { return arrived() == m_count; }
    // From the first entry that arrived to the last.
    Duration run(Duration most = 60s)
    {
        while (!isDone() && cluster.world.now() - m_begun < most)
            cluster.run(1ms);
        return cluster.world.now() - m_begun;
    }
    [[nodiscard]] std::uint64_t sent() { return cluster.replicator(0).stats().entriesSent; }
    [[nodiscard]] std::uint64_t applied() { return cluster.replicator(1).stats().entriesApplied; }
    [[nodiscard]] std::uint64_t earlyParts() const
    {
        const auto probe = std::find(kProbes.begin(), kProbes.end(), "replicator.part-early");
        return cluster.world.rareness().reached()[static_cast<std::size_t>(probe - kProbes.begin())];
    }

    Cluster cluster;

private:
    std::uint64_t m_count;
    Instant m_begun = kStart;
};

TEST(Backlog, drainsAtTwentyThousandOperationsASecondOverThreeHundredMilliseconds)
{
    Drain drain(1, kBacklog);
    const Duration took = drain.run();
    ASSERT_TRUE(drain.isDone());
    EXPECT_LE(took, Duration { kBacklog * 1'000'000 / 20'000 }) << took.count() << " us";
    EXPECT_TRUE(drain.cluster.isConverged());

    Drain onePerRoundTrip(1, kBacklog, { .batchesMax = 1 });
    EXPECT_GT(onePerRoundTrip.run(), 3 * took) << "the window does nothing: the test is too blunt";
}

TEST(Backlog, nothingTravelsTwiceWhateverTheOrderInWhichBatchesCome)
{
    std::uint64_t early = 0;
    for (const std::uint64_t seed : test::seeds(20)) {
        SCOPED_TRACE(test::replayHint(seed));
        Drain drain(seed, 3'000, { .batchEntriesMax = 100 });
        (void)drain.run();
        ASSERT_TRUE(drain.isDone());
        EXPECT_EQ(drain.sent(), 3'000U);
        EXPECT_EQ(drain.applied(), 3'000U);
        early += drain.earlyParts();
    }
    EXPECT_TRUE(early > 0 || test::seeds(20).size() == 1) << "no batch ever overtook another";
}

TEST(Backlog, whatIsLostOnTheWayIsAskedForAgainAndAppliedOnce)
{
    for (const std::uint64_t seed : test::seeds(30)) {
        SCOPED_TRACE(test::replayHint(seed));
        Rng rng(seed);
        Drain drain(seed, 3'000, { .batchEntriesMax = 100 });
        for (int i = 0; i < 4; ++i) {
            drain.cluster.run(rng.between(0us, 400ms));
            drain.cluster.replicator(1).setPaused(true); // what arrives now is dropped
            drain.cluster.run(rng.between(1us, 20ms));
            drain.cluster.replicator(1).setPaused(false);
        }
        (void)drain.run();
        ASSERT_TRUE(drain.isDone());
        EXPECT_EQ(drain.applied(), 3'000U);
        EXPECT_TRUE(drain.cluster.isConverged());
    }
}

TEST(Backlog, noMoreBatchesAreUnderWayThanTheWindowAllows)
{
    for (const bool isFlushSlow : { false, true }) {
        Drain drain(1, 3'000, { .batchEntriesMax = 100, .batchesMax = 3 });
        drain.cluster.run(400ms); // an answer to what was asked before
        if (isFlushSlow) {
            drain.cluster.replicator(1).setFlushDelay(200ms);
            drain.cluster.run(2s);
        }
        std::uint64_t most = 0;
        while (!drain.isDone()) {
            drain.cluster.run(1ms);
            most = std::max(most, drain.sent() - drain.applied());
        }
        // While a batch waits for a flush, nothing more is asked for.
        EXPECT_EQ(most, isFlushSlow ? 100U : 300U);
    }
}

TEST(Backlog, aRegionThatKeepsUpIsAskedForOneBatchAtATime)
{
    Cluster cluster(1, 2);
    for (std::uint64_t i = 0; i < 200; ++i) {
        cluster.write(0, cartKey(1, i), "value");
        cluster.run(7ms);
    }
    cluster.run(3s);
    const std::uint64_t hash = cluster.world.stateHash();
    Cluster other(1, 2, { .batchesMax = 1 });
    for (std::uint64_t i = 0; i < 200; ++i) {
        other.write(0, cartKey(1, i), "value");
        other.run(7ms);
    }
    other.run(3s);
    EXPECT_EQ(other.world.stateHash(), hash);
}

} // namespace
} // namespace sb
