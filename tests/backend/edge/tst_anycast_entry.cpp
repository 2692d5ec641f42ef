// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/edge/anycast_entry.h"
#include "backend/kernel/world.h"

#include <gtest/gtest.h>

#include <array>

namespace sb {
namespace {

constexpr RegionId kIreland { 0 }, kSingapore { 1 };

struct Internet {
    Internet()
    {
        log.listen([this](const Event& event) { events.push_back(event); });
        entry.connect(world.add(entry));
        while (network.userRoundTrip(dublin, kIreland) > network.userRoundTrip(dublin, kSingapore))
            ++dublin.value;
    }
    void run(Duration duration) { world.runUntil(world.now() + duration); }
    // Share of 1 000 new connections of the city that come to Ireland, in percent.
    int toIreland()
    {
        int count = 0;
        for (std::uint64_t i = 0; i < 1'000; ++i)
            count += entry.open(dublin, i) == kIreland ? 1 : 0;
        return count / 10;
    }

    World world { 1 };
    EventLog log { [this] { return EventLog::Stamp { world.now(), world.executed(), world.stateHash() }; } };
    Network network { world, { *atlas().findRegion("eu-west-1"), *atlas().findRegion("ap-southeast-1") },
        50 };
    std::vector<RegionHealth> health = std::vector<RegionHealth>(2);
    std::vector<int> dials = std::vector<int>(2, kDialFull);
    std::array<bool, 2> isHeld {};
    AnycastEntry entry { world, network, log, health, { "Ireland", "Singapore" },
        { [this](RegionId region) {
             return EntryAdmission { dials[region.value], isHeld[region.value] };
         },
            [](RegionId) { return EventSeq {}; } } };
    CityId dublin { 0 }; // a city that is nearer to Ireland
    std::vector<Event> events;
};

TEST(AnycastEntry, NewConnectionsLeaveAnUnhealthyRegionAtOnceAndReturnAfterHalfAMinute)
{
    Internet net;
    EXPECT_EQ(net.toIreland(), 100);
    EXPECT_TRUE(net.entry.leadsTo(net.dublin, kIreland));
    net.run(10s);
    net.health[0].isHealthy = false;
    EXPECT_EQ(net.toIreland(), 0);
    EXPECT_FALSE(net.entry.leadsTo(net.dublin, kIreland));
    net.run(10s);
    net.health[0].isHealthy = true;
    EXPECT_EQ(net.toIreland(), 0);
    net.run(29s);
    EXPECT_EQ(net.toIreland(), 0);
    net.run(2s);
    EXPECT_EQ(net.toIreland(), 100);
}

// Three regions, seen from the city that is nearest to Ireland: Virginia is its next, Singapore the farthest.
struct ThreeRegions {
    ThreeRegions()
    {
        entry.connect(world.add(entry));
        const auto way = [&](std::uint8_t r) { return network.userRoundTrip(dublin, RegionId { r }); };
        while (!(way(0) < way(1) && way(1) < way(2)))
            ++dublin.value;
    }
    [[nodiscard]] std::vector<bool> destinations() const
    {
        std::vector<bool> all;
        for (std::uint8_t r = 0; r < 3; ++r)
            all.push_back(entry.leadsTo(dublin, RegionId { r }));
        return all;
    }
    [[nodiscard]] RegionId open() { return entry.open(dublin, 1); }

    World world { 1 };
    EventLog log { [this] { return EventLog::Stamp { world.now(), world.executed(), world.stateHash() }; } };
    Network network { world,
        { *atlas().findRegion("eu-west-1"), *atlas().findRegion("us-east-1"),
            *atlas().findRegion("ap-southeast-1") },
        50 };
    std::vector<RegionHealth> health = std::vector<RegionHealth>(3);
    std::vector<EntryAdmission> admission = std::vector<EntryAdmission>(3);
    AnycastEntry entry { world, network, log, health, { "Ireland", "Virginia", "Singapore" },
        { [this](RegionId region) { return admission[region.value]; },
            [](RegionId) { return EventSeq {}; } } };
    CityId dublin { 0 };
};

TEST(AnycastEntry, ADialAtZeroGivesWayWhenTheOwnRegionIsOutAndAHoldDoesNotWhileAnyoneElseIsWell)
{
    ThreeRegions net;
    net.health[0].isHealthy = false;
    net.admission[1] = { 0, false };
    EXPECT_EQ(net.open(), RegionId { 1 }); // golden vector 28: dials are ignored, even 0
    net.admission[1] = { 0, true };
    EXPECT_EQ(net.open(), RegionId { 2 }); // held: not before the farther one
    EXPECT_EQ(net.destinations(), (std::vector<bool> { false, false, true }));
    net.health[2].isHealthy = false;
    EXPECT_EQ(net.open(), RegionId { 1 }); // held, and the only one that is well
    net.health[1].isHealthy = false;
    EXPECT_EQ(net.open(), RegionId { 0 }); // golden vector 29: fails open to the nearest
}

TEST(AnycastEntry, AFlapBeginsTheWaitAnew)
{
    Internet net;
    net.health[0].isHealthy = false;
    net.run(2s);
    net.health[0].isHealthy = true;
    net.run(20s);
    net.health[0].isHealthy = false;
    net.run(2s);
    net.health[0].isHealthy = true;
    net.run(20s);
    EXPECT_EQ(net.toIreland(), 0);
    net.run(12s);
    EXPECT_EQ(net.toIreland(), 100);
}

TEST(AnycastEntry, ADialLetsItsShareInAndIsIgnoredWhenNothingElseIsHealthy)
{
    Internet net;
    net.dials[0] = 100;
    EXPECT_NEAR(net.toIreland(), 10, 4);
    net.dials[0] = 0;
    EXPECT_EQ(net.toIreland(), 0);
    net.health[1].isHealthy = false;
    EXPECT_EQ(net.toIreland(), 100);
}

TEST(AnycastEntry, TellsOfEachShiftOnceWithTheSharesAndRecordsWhy)
{
    Internet net;
    (void)net.toIreland();
    EXPECT_TRUE(net.events.empty());
    net.health[0].isHealthy = false;
    net.run(20s);
    ASSERT_EQ(net.events.size(), 1U);
    EXPECT_EQ(net.events[0].kind, EventKind::AcceleratorShifted);
    EXPECT_EQ(net.events[0].region, kIreland);
    EXPECT_EQ(net.events[0].peer, kSingapore);
    EXPECT_NE(net.events[0].note.find("Singapore 100 %"), std::string::npos) << net.events[0].note;
    (void)net.toIreland();
    ASSERT_EQ(net.entry.records().size(), 2U);
    const EntryRecord& record = net.entry.records().back();
    EXPECT_EQ(record.previous, kIreland);
    EXPECT_EQ(record.answer, kSingapore);
    EXPECT_EQ(record.ifAllHealthy, kIreland);
    EXPECT_EQ(record.reason, EntryReason::NextNearest);
    ASSERT_EQ(record.candidates.size(), 2U);
    EXPECT_EQ(record.candidates[0].verdict, EntryVerdict::Unhealthy);
    EXPECT_EQ(record.candidates[1].verdict, EntryVerdict::Chosen);
    net.health[1].isHealthy = false;
    (void)net.toIreland();
    EXPECT_EQ(net.entry.records().back().reason, EntryReason::FailOpen);
    EXPECT_EQ(net.entry.records().back().answer, kIreland);
}

} // namespace
} // namespace sb
