// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of weights: what they may touch, what they refuse, and what they do to the chances of answers.
#include "backend/kernel/world.h"
#include "backend/routing/resolvers.h"
#include "backend/routing/weights.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

const std::vector<std::string> kCodes { "eu-west-1", "ap-southeast-1" };

RunZone own(PolicyKind policy)
{
    return ownRunZone(policy, kCodes, 60s);
}

int weightOf(const RunZone& zone, const std::string& name, const std::string& set)
{
    for (RecordIndex i = 0; i < zone.zone->records().size(); ++i)
        if (zone.zone->source(i).name == name && zone.zone->source(i).setIdentifier == set)
            return zone.zone->records()[i].weight;
    return -1;
}

std::string refusal(const RunZone& zone, const std::vector<WeightChange>& changes)
{
    const auto edit = withWeights(zone, changes);
    return edit ? "accepted" : edit.error().what;
}

TEST(Weights, AreChangedTogetherAndNothingElseIs)
{
    const RunZone before = own(PolicyKind::Weighted);
    const auto edit = withWeights(before, { { "", "eu-west-1", 11 }, { "", "ap-southeast-1", 90 } });
    ASSERT_TRUE(edit) << edit.error().what;
    EXPECT_EQ(weightOf(edit->zone, "api.bookstore.example.", "eu-west-1"), 11);
    EXPECT_EQ(weightOf(edit->zone, "api.bookstore.example.", "ap-southeast-1"), 90);
    EXPECT_EQ(weightOf(edit->zone, "api-eu-west-1.bookstore.example.", "eu-west-1"), 1);
    EXPECT_EQ(weightOf(before, "api.bookstore.example.", "eu-west-1"), 10); // versions are apart
    EXPECT_EQ(edit->zone.valueRegions, before.valueRegions);
    EXPECT_EQ(edit->zone.recordRegions, before.recordRegions);
    EXPECT_EQ(edit->zone.zone->checks(), before.zone->checks());
    EXPECT_EQ(edit->what,
        "api.bookstore.example. A eu-west-1 10 to 11, api.bookstore.example. A ap-southeast-1 10 to 90");
    EXPECT_FALSE(edit->hasAllZero);
}

TEST(Weights, AllZeroIsAllowedAndSaid)
{
    const auto edit
        = withWeights(own(PolicyKind::Weighted), { { "", "eu-west-1", 0 }, { "", "ap-southeast-1", 0 } });
    ASSERT_TRUE(edit);
    EXPECT_TRUE(edit->hasAllZero);
    EXPECT_FALSE(withWeights(own(PolicyKind::Weighted), { { "", "eu-west-1", 0 } })->hasAllZero);
}

TEST(Weights, WhatCannotBeChangedIsRefusedWithHelp)
{
    EXPECT_EQ(refusal(own(PolicyKind::Latency), { { "", "eu-west-1", 5 } }),
        "no name of this run's zone has several weighted records; give the run policy = \"weighted\", or a "
        "zone of your own with weighted records");
    const RunZone zone = own(PolicyKind::Weighted);
    EXPECT_EQ(refusal(zone, { { "", "us-east-1", 5 } }),
        "api.bookstore.example. has no weighted record with the set 'us-east-1'; it has ap-southeast-1, "
        "eu-west-1");
    EXPECT_EQ(refusal(zone, { { "www.bookstore.example", "eu-west-1", 5 } }),
        "www.bookstore.example. has no weighted records; there are some of api.bookstore.example.");
    EXPECT_EQ(
        refusal(zone, { { "", "eu-west-1", 10 } }), "these are the weights already; nothing would change");
}

TEST(Weights, SharesOfTheCitiesResolversAreKnownBeforehand)
{
    World world { 1 };
    Network network { world, { *atlas().findRegion(kCodes[0]), *atlas().findRegion(kCodes[1]) }, 300 };
    std::vector<RegionHealth> health(2);
    std::vector<RegionAdmission> admission(2);
    Resolvers resolvers { world, network, own(PolicyKind::Weighted), health, admission };
    const auto edit
        = withWeights(resolvers.zone(), { { "", "eu-west-1", 10 }, { "", "ap-southeast-1", 90 } });
    ASSERT_TRUE(edit);
    const std::uint64_t hash = world.stateHash();
    EXPECT_EQ(resolvers.sharesPerMillion(), (std::vector<std::int64_t> { 500'000, 500'000 }));
    EXPECT_EQ(resolvers.sharesPerMillion(&edit->zone), (std::vector<std::int64_t> { 100'000, 900'000 }));
    health[1].isHealthy = false; // what is dead gets nothing, whatever its weight
    EXPECT_EQ(resolvers.sharesPerMillion(&edit->zone), (std::vector<std::int64_t> { 1'000'000, 0 }));
    health[1].isHealthy = true;
    admission[1].rampPerMille = 500; // half of the cities are not in its ramp
    EXPECT_EQ(resolvers.sharesPerMillion(&edit->zone), (std::vector<std::int64_t> { 550'000, 450'000 }));
    EXPECT_EQ(world.stateHash(), hash); // to look changes nothing
    EXPECT_EQ(resolvers.chances(CityId { 0 }, RegionId { 0 })[1], Walker::kWhole);
}

} // namespace
} // namespace sb
