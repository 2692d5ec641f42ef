// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/ring_buffer.h"
#include "backend/base/rng.h"
#include "backend/base/slot_pool.h"
#include "tests/backend/support/seeds.h"

#include <deque>
#include <gtest/gtest.h>
#include <map>

namespace sb {
namespace {

TEST(RingBuffer, KeepsTheNewestAndCountsWhatItDropped)
{
    RingBuffer<int> ring(3);
    EXPECT_TRUE(ring.isEmpty());
    for (int i = 1; i <= 5; ++i)
        ring.push(i);
    EXPECT_EQ(ring.size(), 3U);
    EXPECT_EQ(ring[0], 3);
    EXPECT_EQ(ring[2], 5);
    EXPECT_EQ(ring.back(), 5);
    EXPECT_EQ(ring.dropped(), 2U);
    ring.clear();
    EXPECT_TRUE(ring.isEmpty());
    ring.push(9);
    EXPECT_EQ(ring.back(), 9);
}

TEST(RingBuffer, BehavesAsABoundedDeque)
{
    for (const std::uint64_t seed : test::seeds(20)) {
        SCOPED_TRACE(test::replayHint(seed));
        Rng rng(seed);
        RingBuffer<std::uint64_t> ring(1 + rng.below(9));
        std::deque<std::uint64_t> model;
        std::uint64_t dropped = 0;
        for (int i = 0; i < 300; ++i) {
            if (rng.chance(20'000)) {
                ring.clear();
                model.clear();
            }
            ring.push(rng.next());
            model.push_back(ring.back());
            if (model.size() > ring.capacity()) {
                model.pop_front();
                ++dropped;
            }
            ASSERT_EQ(ring.size(), model.size());
            ASSERT_EQ(ring.dropped(), dropped);
            for (std::size_t j = 0; j < model.size(); ++j)
                ASSERT_EQ(ring[j], model[j]);
        }
    }
}

TEST(SlotPool, AHandleOutlivesItsObjectWithoutFindingAnother)
{
    SlotPool<int> pool;
    const auto first = pool.acquire();
    EXPECT_NE(first, 0U);
    *pool.find(first) = 1;
    pool.release(first);
    EXPECT_EQ(pool.find(first), nullptr);
    const auto second = pool.acquire(); // the same slot
    EXPECT_EQ(static_cast<std::uint32_t>(second), static_cast<std::uint32_t>(first));
    EXPECT_NE(second, first);
    EXPECT_EQ(pool.find(first), nullptr);
    EXPECT_NE(pool.find(second), nullptr);
}

TEST(SlotPool, FindsNothingForHandlesItNeverGave)
{
    SlotPool<int> pool;
    EXPECT_EQ(pool.find(0), nullptr);
    const auto handle = pool.acquire();
    EXPECT_EQ(pool.find(0), nullptr);
    EXPECT_EQ(pool.find(handle + 1), nullptr);
    EXPECT_EQ(pool.find(handle + (1ULL << 32)), nullptr);
}

TEST(SlotPool, HoldsExactlyTheLiveObjectsUnderRandomUse)
{
    for (const std::uint64_t seed : test::seeds(20)) {
        SCOPED_TRACE(test::replayHint(seed));
        Rng rng(seed);
        SlotPool<std::uint64_t> pool;
        std::map<std::uint64_t, std::uint64_t> live;
        std::vector<std::uint64_t> dead;
        for (int i = 0; i < 500; ++i) {
            if (live.empty() || rng.chance(550'000)) {
                const auto handle = pool.acquire();
                ASSERT_EQ(live.count(handle), 0U);
                *pool.find(handle) = live[handle] = rng.next();
            } else {
                auto victim = live.begin();
                std::advance(victim, rng.below(live.size()));
                pool.release(victim->first);
                dead.push_back(victim->first);
                live.erase(victim);
            }
            ASSERT_EQ(pool.used(), live.size());
        }
        for (const std::uint64_t handle : dead)
            ASSERT_EQ(pool.find(handle), nullptr);
        std::map<std::uint64_t, std::uint64_t> visited;
        pool.forEach([&](std::uint64_t handle, std::uint64_t value) { visited[handle] = value; });
        EXPECT_EQ(visited, live);
    }
}

TEST(SlotPoolDeathTest, ReleasingTwiceEndsTheProcess)
{
    SlotPool<int> pool;
    const auto handle = pool.acquire();
    pool.release(handle);
    EXPECT_DEATH(pool.release(handle), "find");
}

} // namespace
} // namespace sb
