// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/hash.h"
#include "backend/base/rng.h"
#include "backend/edge/accelerator.h"
#include "tests/backend/support/seeds.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace sb {
namespace {

EndpointGroup group(std::uint8_t region, EndpointHealth health, int dialPerMille = kDialFull)
{
    return { RegionId { region }, dialPerMille, { { .health = health } } };
}

constexpr auto kUp = EndpointHealth::Healthy;
constexpr auto kOut = EndpointHealth::Unhealthy;

// How often each group is chosen in 20 000 connections.
std::map<std::size_t, int> drawMany(
    const std::vector<EndpointGroup>& groups, const std::vector<Duration>& ways)
{
    std::map<std::size_t, int> counts;
    for (std::uint64_t i = 0; i < 20'000; ++i)
        ++counts[route(groups, ways, mix64(i + 1)).group];
    return counts;
}

TEST(Accelerator, SendsEverybodyToTheNearestGroup)
{
    const std::vector<EndpointGroup> groups { group(0, kUp), group(1, kUp), group(2, kUp) };
    const auto counts = drawMany(groups, { 90ms, 20ms, 200ms });
    EXPECT_EQ(counts.size(), 1U);
    EXPECT_EQ(counts.begin()->first, 1U);
}

TEST(Accelerator, GoldenVector28_AGroupWithDialZeroIsUsedWhenItIsTheOnlyHealthyOne)
{
    const std::vector<EndpointGroup> groups { group(0, kOut), group(1, kUp, 0) };
    const auto counts = drawMany(groups, { 20ms, 90ms });
    EXPECT_EQ(counts.size(), 1U);
    EXPECT_EQ(counts.begin()->first, 1U);
    const AcceleratorChoice choice = route(groups, { 20ms, 90ms }, 1);
    EXPECT_EQ(choice.reason, AcceleratorReason::GroupUnhealthy);
    EXPECT_EQ(choice.candidates[0].verdict, GroupVerdict::NoEndpoint);
    EXPECT_EQ(choice.candidates[1].verdict, GroupVerdict::Chosen);
    // And not while the own group is well.
    EXPECT_EQ(drawMany({ group(0, kUp), group(1, kUp, 0) }, { 20ms, 90ms }).count(1), 0U);
}

TEST(Accelerator, GoldenVector29_WithNothingHealthyInReachARandomEndpointOfTheNearestGroupIsUsed)
{
    std::vector<EndpointGroup> groups;
    for (std::uint8_t i = 0; i < 5; ++i)
        groups.push_back(group(i, kOut));
    groups[0].endpoints.assign(4, AcceleratorEndpoint { 128, kOut });
    const std::vector<Duration> ways { 10ms, 20ms, 30ms, 40ms, 50ms };
    std::map<std::size_t, int> endpoints;
    for (std::uint64_t i = 0; i < 20'000; ++i) {
        const AcceleratorChoice choice = route(groups, ways, mix64(i + 1));
        ASSERT_EQ(choice.group, 0U);
        ASSERT_EQ(choice.reason, AcceleratorReason::FailOpen);
        ++endpoints[choice.endpoint];
    }
    ASSERT_EQ(endpoints.size(), 4U);
    for (const auto& [endpoint, count] : endpoints)
        EXPECT_NEAR(count, 5'000, 300) << endpoint;
    // A fifth group, the fourth further one, is out of reach however healthy it is; the fourth is not.
    groups[4].endpoints.front().health = kUp;
    EXPECT_EQ(route(groups, ways, 7).reason, AcceleratorReason::FailOpen);
    EXPECT_EQ(route(groups, ways, 7).candidates[4].verdict, GroupVerdict::OutOfReach);
    groups[3].endpoints.front().health = kUp;
    EXPECT_EQ(route(groups, ways, 7).group, 3U);
}

TEST(Accelerator, ADialKeepsItsShareAndTheRestGoesOn)
{
    const std::vector<EndpointGroup> groups { group(0, kUp, 300), group(1, kUp, 500), group(2, kUp) };
    auto counts = drawMany(groups, { 10ms, 20ms, 30ms });
    EXPECT_NEAR(counts[0], 6'000, 300); // 30 %
    EXPECT_NEAR(counts[1], 7'000, 300); // half of the rest
    EXPECT_NEAR(counts[2], 7'000, 300);
}

TEST(Accelerator, WithEveryDialAtZeroTheNearestGroupServes)
{
    auto counts = drawMany({ group(0, kUp, 0), group(1, kUp, 0) }, { 30ms, 20ms });
    EXPECT_EQ(counts[1], 20'000);
}

TEST(Accelerator, EndpointsShareByWeightAndZeroGetsNothing)
{
    std::vector<EndpointGroup> groups { group(0, kUp) };
    groups[0].endpoints
        = { { 50, kUp }, { 0, kUp }, { 150, kUp }, { 255, kOut }, { 255, EndpointHealth::Initial } };
    std::map<std::size_t, int> counts;
    for (std::uint64_t i = 0; i < 20'000; ++i)
        ++counts[route(groups, { 10ms }, mix64(i + 1)).endpoint];
    EXPECT_NEAR(counts[0], 5'000, 300);
    EXPECT_NEAR(counts[2], 15'000, 300);
    EXPECT_EQ(counts.size(), 2U);
}

TEST(Accelerator, ClientAffinityKeepsAClientAtOneEndpointWhateverItsPort)
{
    std::vector<EndpointGroup> groups { group(0, kUp) };
    groups[0].endpoints.assign(8, AcceleratorEndpoint { 128, kUp });
    std::set<std::size_t> byFive, byTwo;
    for (std::uint16_t port = 1'024; port < 1'124; ++port) {
        const Flow flow { .sourceAddress = 42, .sourcePort = port, .address = 7 };
        byFive.insert(route(groups, { 10ms }, flowHash(flow, ClientAffinity::None)).endpoint);
        byTwo.insert(route(groups, { 10ms }, flowHash(flow, ClientAffinity::SourceAddress)).endpoint);
    }
    EXPECT_EQ(byFive.size(), 8U);
    EXPECT_EQ(byTwo.size(), 1U);
}

TEST(Accelerator, RefusesBadFiguresByName)
{
    const auto refused = [](std::vector<EndpointGroup> groups, const std::string& word) {
        const auto result = validate(groups);
        ASSERT_FALSE(result) << word;
        EXPECT_NE(result.error().what.find(word), std::string::npos) << result.error().what;
    };
    EXPECT_TRUE(validate(std::vector<EndpointGroup> { group(0, kUp), group(1, kUp, 0) }));
    refused({}, "nowhere");
    refused({ group(0, kUp), group(0, kUp) }, "same region");
    refused({ group(0, kUp, 1'001) }, "1001");
    refused({ group(0, kUp, -1) }, "-1");
    EndpointGroup heavy = group(0, kUp);
    heavy.endpoints.front().weight = 256;
    refused({ heavy }, "256");
    heavy.endpoints.clear();
    refused({ heavy }, "nowhere");
}

// The set of groups that the rules allow for any draw, worked out by removing groups from a list.
std::set<std::size_t> allowed(std::vector<EndpointGroup> groups, const std::vector<Duration>& ways)
{
    std::vector<std::pair<Duration, std::size_t>> sorted;
    for (std::size_t i = 0; i < groups.size(); ++i)
        sorted.emplace_back(ways[i], i);
    std::sort(sorted.begin(), sorted.end());
    const auto serves = [&](std::size_t g) {
        return std::count_if(groups[g].endpoints.begin(), groups[g].endpoints.end(), [](const auto& e) {
            return e.weight != 0 && e.health == EndpointHealth::Healthy;
        }) > 0;
    };
    const auto forOwner = [&](std::size_t owner) {
        if (serves(owner))
            return owner;
        auto others = sorted;
        std::erase_if(others, [&](const auto& entry) { return entry.second == owner; });
        others.resize(std::min<std::size_t>(others.size(), 3));
        for (const auto& [way, g] : others)
            if (serves(g))
                return g;
        for (const auto& [way, g] : sorted)
            if (!groups[g].endpoints.empty())
                return g;
        return owner;
    };
    std::set<std::size_t> result;
    bool someLeft = true;
    for (const auto& [way, g] : sorted) {
        if (!someLeft)
            break;
        if (groups[g].dialPerMille != 0)
            result.insert(forOwner(g));
        someLeft = groups[g].dialPerMille != kDialFull;
    }
    if (someLeft) {
        std::size_t owner = sorted.front().second;
        for (auto it = sorted.rbegin(); it != sorted.rend(); ++it)
            if (groups[it->second].dialPerMille != 0)
                owner = it->second;
        result.insert(forOwner(owner));
    }
    return result;
}

TEST(Accelerator, ForRandomGroupsEveryChoiceIsAllowedAndEveryAllowedOneIsChosen)
{
    int failedOpen = 0, several = 0;
    for (const std::uint64_t seed : test::seeds(600)) {
        SCOPED_TRACE(test::replayHint(seed));
        Rng rng(seed);
        std::vector<EndpointGroup> groups;
        std::vector<Duration> ways;
        const std::size_t count = 1 + rng.below(7);
        for (std::size_t i = 0; i < count; ++i) {
            const int dials[] { 0, 200, 500, kDialFull };
            EndpointGroup g { RegionId { static_cast<std::uint8_t>(i) }, dials[rng.below(4)], {} };
            for (std::uint64_t e = rng.below(4); e > 0; --e)
                g.endpoints.push_back({ rng.chance(250'000) ? 0 : static_cast<int>(rng.below(256)),
                    rng.chance(350'000)       ? kUp
                        : rng.chance(500'000) ? kOut
                                              : EndpointHealth::Initial });
            groups.push_back(g);
            ways.push_back(Duration { rng.between(1, 1'000'000) * 10 + static_cast<std::int64_t>(i) });
        }
        if (!validate(groups))
            continue;
        std::set<std::size_t> seen;
        for (int i = 0; i < 3'000; ++i) {
            const AcceleratorChoice choice = route(groups, ways, rng.next());
            const AcceleratorEndpoint& endpoint = groups[choice.group].endpoints.at(choice.endpoint);
            ASSERT_TRUE(choice.reason == AcceleratorReason::FailOpen
                || (endpoint.health == kUp && endpoint.weight > 0));
            failedOpen += choice.reason == AcceleratorReason::FailOpen ? 1 : 0;
            seen.insert(choice.group);
        }
        const std::set<std::size_t> expected = allowed(groups, ways);
        std::set<std::size_t> claimed;
        const std::vector<bool> destination = destinations(groups, ways);
        for (std::size_t i = 0; i < destination.size(); ++i)
            if (destination[i])
                claimed.insert(i);
        ASSERT_EQ(claimed, expected);
        // A chain of low dials may leave some unlikely; none that is not allowed may be seen.
        ASSERT_TRUE(std::includes(expected.begin(), expected.end(), seen.begin(), seen.end()));
        several += seen.size() > 1 ? 1 : 0;
    }
    if (test::seeds(2).size() > 1) {
        EXPECT_GT(failedOpen, 1'000);
        EXPECT_GT(several, 50);
    }
}

TEST(Accelerator, TheListOfWhatIsAllowedNoticesAWrongHealthOrDial)
{
    const std::vector<EndpointGroup> groups { group(0, kUp, 0), group(1, kUp, 500), group(2, kUp) };
    const std::vector<Duration> ways { 10ms, 20ms, 30ms };
    EXPECT_EQ(allowed(groups, ways), (std::set<std::size_t> { 1, 2 }));
    auto wrong = groups;
    wrong[0].dialPerMille = kDialFull;
    EXPECT_NE(destinations(wrong, ways)[0], allowed(groups, ways).contains(0));
    wrong = groups;
    wrong[1].endpoints.front().health = kOut;
    EXPECT_NE(destinations(wrong, ways)[1], allowed(groups, ways).contains(1));
}

} // namespace
} // namespace sb
