// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/rng.h"
#include "backend/region/station.h"
#include "tests/backend/support/seeds.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace sb {
namespace {

TEST(Station, ServesFirstComeFirstServed)
{
    Station station(1, 1s);
    EXPECT_EQ(*station.admit(kStart, 100ms), kStart + 100ms);
    EXPECT_EQ(*station.admit(kStart, 100ms), kStart + 200ms);
    EXPECT_EQ(*station.admit(kStart + 50ms, 10ms), kStart + 210ms);
    EXPECT_EQ(station.wait(kStart + 60ms), 150ms);
    EXPECT_EQ(station.wait(kStart + 1s), 0us);
    EXPECT_EQ(*station.admit(kStart + 1s, 5ms), kStart + 1s + 5ms); // idle meanwhile
}

TEST(Station, SpreadsWorkOverItsServers)
{
    Station station(3, 1s);
    EXPECT_EQ(station.servers(), 3);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(*station.admit(kStart, 100ms), kStart + 100ms);
    EXPECT_EQ(*station.admit(kStart, 100ms), kStart + 200ms);
}

TEST(Station, RefusesWhoWouldWaitTooLong)
{
    Station station(1, 1s);
    EXPECT_TRUE(station.admit(kStart, 600ms));
    EXPECT_TRUE(station.admit(kStart, 400ms)); // waits 600 ms
    EXPECT_TRUE(station.admit(kStart, 100ms)); // waits exactly a second
    EXPECT_FALSE(station.admit(kStart, 1ms));
    EXPECT_EQ(station.refused(), 1U);
    EXPECT_EQ(station.wait(kStart), 1100ms); // a refused job leaves no trace
    EXPECT_TRUE(station.admit(kStart + 100ms, 1ms));
}

TEST(Station, ForgetsItsWorkOnReset)
{
    Station station(2, 1s);
    for (int i = 0; i < 4; ++i)
        (void)station.admit(kStart, 800ms);
    station.reset();
    EXPECT_EQ(station.wait(kStart), 0us);
    EXPECT_EQ(*station.admit(kStart, 5ms), kStart + 5ms);
    EXPECT_EQ(station.servers(), 2);
}

TEST(Station, HasAtLeastOneServer)
{
    EXPECT_EQ(Station(0).servers(), 1);
}

// The reference keeps all servers in a plain list and searches it.
TEST(Station, AgreesWithAPlainListOfServers)
{
    for (const std::uint64_t seed : test::seeds(30)) {
        SCOPED_TRACE(test::replayHint(seed));
        Rng rng(seed);
        const int servers = static_cast<int>(1 + rng.below(40));
        Station station(servers, 50ms);
        std::vector<Instant> free(static_cast<std::size_t>(servers), kStart);
        Instant now = kStart;
        for (int i = 0; i < 1'000; ++i) {
            now += rng.exponential(Duration { 10'000 / servers });
            const Duration service = rng.exponential(11ms);
            const auto earliest = std::min_element(free.begin(), free.end());
            const auto finish = station.admit(now, service);
            ASSERT_EQ(finish.has_value(), *earliest - now <= 50ms);
            if (!finish)
                continue;
            *earliest = std::max(now, *earliest) + service;
            ASSERT_EQ(*finish, *earliest);
        }
    }
}

} // namespace
} // namespace sb
