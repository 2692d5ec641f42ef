// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/kernel/world.h"
#include "tests/backend/support/seeds.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace sb {
namespace {

// Where and what ran, in the order in which it ran.
struct Ran {
    Instant at;
    std::uint64_t number = 0;
    friend bool operator==(const Ran&, const Ran&) = default;
};

// Notes every event and, as a busy component would, posts further ones: some now, some on a full second.
class Busy final : public Component {
public:
    Busy(Env& env, std::uint64_t seed)
        : m_env(env)
        , m_rng(seed)
    {
    }
    void connect(ComponentId self) { m_self = self; }
    void post(Instant at)
    {
        expected.push_back({ at, ++m_count });
        m_env.post(at, m_self, 1, m_count);
    }
    void onEvent(const SimEvent& event) override
    {
        EXPECT_EQ(event.at, m_env.now());
        ran.push_back({ event.at, event.a });
        m_env.mix(event.a);
        for (std::uint64_t i = m_rng.below(3); i > 0 && m_count < most; --i)
            post(nextInstant());
    }
    Instant nextInstant()
    {
        const std::int64_t now = micros(m_env.now());
        switch (m_rng.below(4)) {
        case 0:
            return m_env.now();
        case 1:
            return atMicros((now / 1'000'000 + static_cast<std::int64_t>(m_rng.below(3)) + 1) * 1'000'000);
        default:
            return m_env.now() + m_rng.between(0us, 3s);
        }
    }

    std::vector<Ran> ran;
    std::vector<Ran> expected; // as posted; a stable sort by time is the order they must run in
    std::uint64_t most = 400;

private:
    Env& m_env;
    Rng m_rng;
    ComponentId m_self = 0;
    std::uint64_t m_count = 0;
};

struct Input {
    std::uint64_t executed = 0;
    Instant at = kStart;
};

struct SeededRun {
    explicit SeededRun(std::uint64_t seed)
        : world(seed)
        , busy(world, seed)
    {
        busy.connect(world.add(busy));
        world.onCheckpoint([this](const Checkpoint& c) { checkpoints.push_back(c); });
        for (int i = 0; i < 20; ++i)
            busy.post(busy.nextInstant());
    }
    // What an operator does between two events.
    void input()
    {
        inputs.push_back({ world.executed(), world.now() });
        world.mix(4711);
        busy.post(world.now());
        busy.post(world.now() + 500ms);
    }
    World world;
    Busy busy;
    std::vector<Checkpoint> checkpoints;
    std::vector<Input> inputs;
};

constexpr Instant kEnd = kStart + 60s;

TEST(World, RunsEventsByTimeAndThenInTheOrderTheyWerePosted)
{
    for (const std::uint64_t seed : test::seeds(100)) {
        SCOPED_TRACE(test::replayHint(seed));
        SeededRun run(seed);
        run.busy.most = 2'000;
        run.world.runUntil(kStart + 1h);
        std::vector<Ran> reference = run.busy.expected;
        std::stable_sort(
            reference.begin(), reference.end(), [](const Ran& a, const Ran& b) { return a.at < b.at; });
        EXPECT_EQ(run.world.pending(), 0U);
        ASSERT_TRUE(run.busy.ran == reference);
        EXPECT_EQ(run.world.executed(), reference.size());
        EXPECT_EQ(run.world.now(), kStart + 1h);
    }
}

TEST(World, SortsAnyPileOfEvents)
{
    for (const std::uint64_t seed : test::seeds(30)) {
        SCOPED_TRACE(test::replayHint(seed));
        World world(seed);
        Busy busy(world, seed);
        busy.connect(world.add(busy));
        busy.most = 0;
        Rng rng(seed);
        const std::uint64_t piled = 1 + rng.below(3'000);
        for (std::uint64_t i = 0; i < piled; ++i)
            busy.post(kStart + rng.between(0us, Duration { static_cast<std::int64_t>(rng.below(2'000)) }));
        world.runUntil(kEnd);
        std::stable_sort(busy.expected.begin(), busy.expected.end(),
            [](const Ran& a, const Ran& b) { return a.at < b.at; });
        ASSERT_TRUE(busy.ran == busy.expected);
    }
}

TEST(World, ReportsACheckpointForEveryFullSecondInOrder)
{
    SeededRun run(3);
    run.world.runUntil(kEnd);
    ASSERT_EQ(run.checkpoints.size(), 60U);
    for (std::size_t i = 0; i < run.checkpoints.size(); ++i) {
        const Checkpoint& checkpoint = run.checkpoints[i];
        EXPECT_EQ(checkpoint.second, static_cast<std::int64_t>(i) + 1);
        const auto upTo = std::count_if(run.busy.ran.begin(), run.busy.ran.end(),
            [&](const Ran& ran) { return micros(ran.at) <= checkpoint.second * 1'000'000; });
        EXPECT_EQ(checkpoint.executed, static_cast<std::uint64_t>(upTo));
    }
    EXPECT_EQ(run.checkpoints.back().hash, run.world.stateHash());
}

TEST(World, ASilentWorldHasCheckpointsToo)
{
    World world(1);
    int count = 0;
    world.onCheckpoint([&](const Checkpoint&) { ++count; });
    world.runUntil(kStart + 999'999us);
    EXPECT_EQ(count, 0);
    world.runUntil(kStart + 1s);
    EXPECT_EQ(count, 1);
    world.runUntil(kStart + 100s);
    EXPECT_EQ(count, 100);
}

// Goes to the end in random strides: whole stretches, slices of a few events, single steps, counts.
void runInChunks(SeededRun& run, Rng& rng, std::uint32_t inputPpm)
{
    while (run.world.now() < kEnd) {
        const Instant until = std::min(kEnd, run.world.now() + rng.between(0us, 4s));
        switch (rng.below(4)) {
        case 0:
            run.world.runUntil(until);
            break;
        case 1:
            (void)run.world.runSlice(until, 1 + rng.below(5));
            break;
        case 2:
            run.world.runUntil(std::max(run.world.now(), atMicros(micros(until) / 1'000'000 * 1'000'000)));
            break;
        default:
            (void)run.world.runSlice(until, 1);
            break;
        }
        if (rng.chance(inputPpm))
            run.input();
    }
}

TEST(World, HowARunIsCutIntoChunksChangesNothing)
{
    for (const std::uint64_t seed : test::seeds(100)) {
        SCOPED_TRACE(test::replayHint(seed));
        SeededRun whole(seed);
        whole.world.runUntil(kEnd);
        SeededRun chunked(seed);
        Rng rng(seed + 1'000);
        runInChunks(chunked, rng, 0);
        SeededRun stepped(seed);
        while (stepped.busy.ran.size() < whole.busy.ran.size())
            ASSERT_TRUE(stepped.world.step());
        stepped.world.runUntil(kEnd);
        SeededRun counted(seed);
        for (std::uint64_t count = 0; count < whole.world.executed(); count += 1 + rng.below(7))
            ASSERT_TRUE(counted.world.runToCount(count, count == 0 ? kStart : whole.busy.ran[count - 1].at));
        counted.world.runUntil(kEnd);
        for (const SeededRun* other : { &chunked, &stepped, &counted }) {
            ASSERT_TRUE(other->busy.ran == whole.busy.ran);
            ASSERT_TRUE(other->checkpoints == whole.checkpoints);
            ASSERT_EQ(other->world.stateHash(), whole.world.stateHash());
        }
    }
}

// The journal of a run (after how many events, at which instant) brings back the very same run, wherever the
// inputs fell: between two events of one instant, on a full second, in the middle of silence.
TEST(World, AJournalOfInputsReplaysToTheSameCheckpoints)
{
    for (const std::uint64_t seed : test::seeds(300)) {
        SCOPED_TRACE(test::replayHint(seed));
        SeededRun original(seed);
        Rng rng(seed + 2'000);
        runInChunks(original, rng, 300'000);
        original.world.runUntil(kEnd);
        SeededRun replay(seed);
        for (const Input& input : original.inputs) {
            ASSERT_TRUE(replay.world.runToCount(input.executed, input.at));
            replay.input();
        }
        replay.world.runUntil(kEnd);
        ASSERT_TRUE(replay.busy.ran == original.busy.ran);
        ASSERT_TRUE(replay.checkpoints == original.checkpoints);
        ASSERT_EQ(replay.world.stateHash(), original.world.stateHash());
    }
}

TEST(World, StopsASliceAfterSoManyEvents)
{
    SeededRun run(5);
    EXPECT_FALSE(run.world.runSlice(kEnd, 3));
    EXPECT_EQ(run.world.executed(), 3U);
    EXPECT_LT(run.world.now(), kEnd);
    EXPECT_TRUE(run.world.runSlice(kEnd, 1'000'000));
    EXPECT_EQ(run.world.now(), kEnd);
}

TEST(World, DoesNotGoBack)
{
    SeededRun run(5);
    run.world.runUntil(kStart + 10s);
    const std::uint64_t executed = run.world.executed();
    run.world.runUntil(kStart + 2s);
    EXPECT_EQ(run.world.now(), kStart + 10s);
    EXPECT_EQ(run.world.executed(), executed);
    EXPECT_FALSE(run.world.runToCount(executed, kStart + 2s));
    EXPECT_FALSE(run.world.runToCount(executed - 1, kStart + 10s));
}

TEST(World, RefusesAJournalThatCannotBelongToTheRun)
{
    World world(1);
    EXPECT_FALSE(world.runToCount(1, kStart + 1s)); // nothing ever happens here
    SeededRun run(5);
    EXPECT_FALSE(run.world.runToCount(100'000, kStart + 5s)); // fewer events than that by then
    EXPECT_FALSE(World(1).step());
}

TEST(WorldDeathTest, PostingIntoThePastEndsTheProcess)
{
    SeededRun run(5);
    run.world.runUntil(kStart + 10s);
    EXPECT_DEATH(run.busy.post(kStart + 9s), "m_now");
}

TEST(WorldDeathTest, PostingToNobodyEndsTheProcess)
{
    World world(1);
    EXPECT_DEATH(world.post(kStart, 0, 0, 0, 0), "m_components");
}

TEST(World, RandomStreamsDependOnSeedPurposeAndIndexAlone)
{
    World a(7), b(7), c(8);
    EXPECT_EQ(a.rng("network", 0).next(), b.rng("network", 0).next());
    EXPECT_NE(a.rng("network", 0).next(), c.rng("network", 0).next());
    EXPECT_NE(a.rng("network", 0).next(), a.rng("network", 1).next());
    EXPECT_NE(a.stateHash(), c.stateHash());
}

TEST(World, ReseedingTurnsEveryStreamAwayAndTheSameFutureIsTheSame)
{
    const auto drawn = [](std::uint64_t future) {
        World world(7);
        Rng early = world.rng("network", 0);
        (void)early.next(); // the past
        Rng fork = early.fork("inner");
        if (future != 0)
            world.reseed(future);
        Rng late = world.rng("health-checks", 0);
        return std::vector<std::uint64_t> { early.next(), fork.next(), late.next(), early.next(),
            world.stateHash() };
    };
    const auto usual = drawn(0), one = drawn(1), other = drawn(2);
    EXPECT_EQ(one, drawn(1));
    for (std::size_t i = 0; i < usual.size(); ++i) {
        EXPECT_NE(usual[i], one[i]) << i;
        EXPECT_NE(one[i], other[i]) << i;
    }
    EXPECT_NE(one[0], one[2]); // streams stay apart
}

TEST(World, ReseedingLeavesWhatIsPostedAsItIs)
{
    const auto nextAt = [](bool isReseeded) {
        SeededRun run(5);
        run.world.runUntil(kStart + 2s);
        if (isReseeded)
            run.world.reseed(9);
        return std::pair { run.world.nextAt(), run.world.pending() };
    };
    EXPECT_EQ(nextAt(true), nextAt(false));
}

} // namespace
} // namespace sb
