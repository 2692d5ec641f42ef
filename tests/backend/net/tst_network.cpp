// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/kernel/world.h"
#include "backend/net/network.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

constexpr RegionId kA { 0 }, kB { 1 }, kC { 2 };
constexpr NetworkConfig kLossless { .lossPpm = 0, .regionLossPpm = 0 };

struct Wires {
    explicit Wires(NetworkConfig config = kLossless)
        : world(1)
        , network(world, { at("eu-west-1"), at("ap-southeast-1"), at("us-east-1") }, 50, config)
    {
    }
    static std::size_t at(const char* code) { return *atlas().findRegion(code); }
    World world;
    Network network;
};

Duration meanDelay(Network& network, RegionId from, RegionId to)
{
    constexpr int kMessages = 2'000;
    Duration sum {};
    for (int i = 0; i < kMessages; ++i)
        sum += *network.send(from, to, 0);
    return sum / kMessages;
}

TEST(Network, ADelayIsAtLeastHalfTheRoundTripAndNotMuchMore)
{
    for (const NetworkConfig& config : { kLossless, NetworkConfig {} }) {
        Wires wires(config);
        for (const RegionId from : { kA, kB, kC }) {
            for (const RegionId to : { kA, kB, kC }) {
                const Duration base = wires.network.roundTrip(from, to) / 2;
                for (int i = 0; i < 1'000; ++i)
                    ASSERT_GE(*wires.network.send(from, to, 0), base);
                EXPECT_LE(meanDelay(wires.network, from, to), base + base / 20 + 1ms);
            }
        }
    }
}

TEST(Network, UsersAreServedFasterByTheNearerRegion)
{
    Wires wires;
    for (std::uint16_t c = 0; c < 50; ++c) {
        const CityId city { c };
        const AtlasCity& place = atlas().cities[c];
        for (const RegionId region : { kA, kB, kC }) {
            const auto& home = atlas().regions[wires.network.atlasIndex(region)];
            EXPECT_EQ(wires.network.userRoundTrip(city, region),
                userRoundTrip(greatCircleMetres(place.place, home.place)));
            for (const bool isTowards : { true, false })
                EXPECT_GE(wires.network.user(city, region, isTowards),
                    wires.network.userRoundTrip(city, region) / 2);
        }
    }
}

TEST(Network, ACutLinkDeliversNothingOneWay)
{
    Wires wires;
    wires.network.setLink(kA, kB, { .isCut = true });
    EXPECT_FALSE(wires.network.send(kA, kB, 100));
    EXPECT_TRUE(wires.network.send(kB, kA, 100));
    EXPECT_TRUE(wires.network.send(kA, kC, 100));
    wires.network.setLink(kA, kB, {});
    EXPECT_TRUE(wires.network.send(kA, kB, 100));
    EXPECT_EQ(wires.network.link(kA, kB), LinkCondition {});
}

TEST(Network, AddedLatencyComesOnTop)
{
    Wires wires;
    const Duration base = wires.network.roundTrip(kA, kB) / 2;
    wires.network.setLink(kA, kB, { .added = 700ms });
    for (int i = 0; i < 100; ++i)
        ASSERT_GE(*wires.network.send(kA, kB, 0), base + 700ms);
    EXPECT_LE(meanDelay(wires.network, kB, kA), base + 20ms); // the way back is untouched
    wires.network.setLink(kA, kB, {});
    EXPECT_LE(meanDelay(wires.network, kA, kB), base + 20ms);
}

TEST(Network, AUserDelayReachesUsersAndCheckersInItsDirectionOnly)
{
    Wires wires;
    const CityId city { 0 };
    const Duration base = wires.network.userRoundTrip(city, kA) / 2;
    wires.network.setUserDelay(kA, 2s, true);
    EXPECT_EQ(wires.network.userDelay(kA, true), 2s);
    EXPECT_EQ(wires.network.userDelay(kA, false), 0us);
    EXPECT_GE(wires.network.user(city, kA, true), base + 2s);
    EXPECT_LT(wires.network.user(city, kA, false), base + 1s);
    EXPECT_LT(wires.network.user(city, kB, true), 2s);
    EXPECT_GE(wires.network.checker(Wires::at("us-west-2"), kA, true), 2s);
    EXPECT_LT(wires.network.checker(Wires::at("us-west-2"), kA, false), 1s);
    EXPECT_LE(*wires.network.send(kB, kA, 0), wires.network.roundTrip(kB, kA)); // region links untouched
    wires.network.setUserDelay(kA, 0us, true);
    EXPECT_LT(wires.network.user(city, kA, true), base + 1s);
}

TEST(Network, BigMessagesQueueBehindEachOtherOnOneLink)
{
    Wires wires(NetworkConfig { .lossPpm = 0, .regionLossPpm = 0, .linkBytesPerSecond = 1'000'000 });
    const Duration base = wires.network.roundTrip(kA, kB) / 2;
    for (int i = 1; i <= 5; ++i) {
        const Duration delay = *wires.network.send(kA, kB, 1'000'000); // a second of the line
        EXPECT_GE(delay, base + i * 1s);
        EXPECT_LE(delay, base + i * 1s + 200ms);
    }
    EXPECT_LT(*wires.network.send(kB, kA, 1'000), 1s); // the other direction is a line of its own
    EXPECT_LT(*wires.network.send(kA, kC, 1'000), 1s);
    wires.world.runUntil(kStart + 5s); // the line is free again
    EXPECT_LE(*wires.network.send(kA, kB, 1'000'000), base + 1s + 200ms);
}

TEST(Network, LossMakesMessagesLateNotLost)
{
    Wires wires(NetworkConfig { .lossPpm = 0, .regionLossPpm = 100'000 });
    const Duration base = wires.network.roundTrip(kA, kB) / 2;
    int late = 0;
    for (int i = 0; i < 10'000; ++i) {
        const auto delay = wires.network.send(kA, kB, 0);
        ASSERT_TRUE(delay);
        late += *delay >= base + 200ms + 2 * base ? 1 : 0;
    }
    EXPECT_NEAR(late, 1'000, 150);
}

TEST(Network, TurningAKnobIsPartOfTheStateHash)
{
    Wires touched, untouched;
    EXPECT_EQ(touched.world.stateHash(), untouched.world.stateHash());
    touched.network.setLink(kA, kB, { .isCut = true });
    EXPECT_NE(touched.world.stateHash(), untouched.world.stateHash());
    Wires other;
    other.network.setLink(kB, kA, { .isCut = true });
    EXPECT_NE(touched.world.stateHash(), other.world.stateHash());
}

} // namespace
} // namespace sb
