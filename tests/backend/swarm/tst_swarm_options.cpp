// SPDX-License-Identifier: GPL-3.0-or-later
// What a seed draws: always the same, always lawful, and over many seeds everything there is to draw.
#include "backend/api/command_text.h"
#include "backend/base/text.h"
#include "backend/swarm/swarm_options.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace sb {
namespace {

TEST(SwarmOptions, aSeedAlwaysMeansTheSameCase)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const SwarmCase one = drawCase(seed, {}), other = drawCase(seed, {});
        EXPECT_EQ(toText(one), toText(other));
        EXPECT_EQ(toJson(one.config), toJson(other.config));
    }
    EXPECT_NE(toText(drawCase(1, {})), toText(drawCase(2, {})));
}

TEST(SwarmOptions, everyCaseIsLawful)
{
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const SwarmCase drawn = drawCase(seed, {});
        EXPECT_TRUE(validate(drawn.config).has_value());
        EXPECT_GE(drawn.core.size(), 2u);
        for (const std::string& code : drawn.core)
            EXPECT_EQ(std::count(drawn.config.regions.begin(), drawn.config.regions.end(), code), 1);
        EXPECT_LT(drawn.coreAt, drawn.healAt);
        EXPECT_LT(drawn.healAt, drawn.until);
        for (const Trouble& trouble : drawn.troubles) {
            ASSERT_FALSE(trouble.commands.empty());
            for (const TimedCommand& timed : trouble.commands) {
                EXPECT_TRUE(validate(timed.command).has_value()) << formatCommand(timed.command);
                EXPECT_GE(timed.at, kStart);
                EXPECT_LE(timed.at, drawn.coreAt);
            }
        }
    }
}

TEST(SwarmOptions, overManySeedsEverythingIsDrawn)
{
    std::set<std::string> kinds;
    std::set<std::size_t> regions, cores;
    std::set<int> stores, policies, modes, oracles, buggify, dead, singly, entries, designs, publishing;
    std::set<bool> armed, planned;
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        const SwarmCase drawn = drawCase(seed, {});
        for (const Trouble& trouble : drawn.troubles)
            kinds.insert(trouble.kind);
        regions.insert(drawn.config.regions.size());
        cores.insert(drawn.core.size());
        stores.insert(static_cast<int>(drawn.config.store));
        policies.insert(static_cast<int>(drawn.config.policy));
        modes.insert(static_cast<int>(drawn.config.failBack));
        oracles.insert(static_cast<int>(drawn.oracle));
        buggify.insert(drawn.config.buggify ? 1 : 0);
        dead.insert(drawn.leavesOthersDead ? 1 : 0);
        singly.insert(drawn.config.shipsItemsSingly ? 1 : 0);
        entries.insert(static_cast<int>(drawn.config.entry));
        designs.insert(static_cast<int>(drawn.config.checkDesign));
        publishing.insert(static_cast<int>(drawn.config.publishing));
        armed.insert(!drawn.config.controlsToml.empty());
        planned.insert(!drawn.config.plansToml.empty());
        EXPECT_FALSE(drawCase(seed, { .profile = "hardened" }).config.shipsItemsSingly);
    }
    std::vector<std::string> all = troubleKinds();
    for (const std::string& kind : steeringKinds())
        all.push_back(kind);
    EXPECT_EQ(kinds, std::set<std::string>(all.begin(), all.end())) << joined(all, ", ");
    EXPECT_EQ(regions, (std::set<std::size_t> { 2, 3, 4, 5, 6 }));
    EXPECT_EQ(cores, (std::set<std::size_t> { 2, 3, 4, 5, 6 }));
    EXPECT_EQ(stores.size() * modes.size() * buggify.size() * dead.size(), 16u);
    EXPECT_EQ(policies.size(), static_cast<std::size_t>(kRoutingPolicyCount));
    EXPECT_EQ(entries.size(), static_cast<std::size_t>(kEntryCount));
    EXPECT_EQ(designs.size(), static_cast<std::size_t>(kCheckDesignCount));
    EXPECT_EQ(publishing.size(), static_cast<std::size_t>(kZonePublishingCount));
    EXPECT_EQ(armed.size() * planned.size(), 4u);
    EXPECT_EQ(oracles.size(), 3u);
    EXPECT_EQ(singly.size(), 2u);
}

TEST(SwarmOptions, halfOfTheSeedsAreAboutRoutingAndTheOthersHaveNoneOfIt)
{
    const std::vector<std::string> steering = steeringKinds();
    int steered = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        const SwarmCase drawn = drawCase(seed, {});
        const bool isSteered = std::any_of(drawn.troubles.begin(), drawn.troubles.end(), [&](const auto& t) {
            return std::find(steering.begin(), steering.end(), t.kind) != steering.end();
        });
        steered += isSteered ? 1 : 0;
        if (isSteered)
            continue;
        EXPECT_TRUE(
            drawn.config.policy == RoutingPolicy::Latency || drawn.config.policy == RoutingPolicy::Failover);
        EXPECT_EQ(drawn.config.entry, Entry::Dns);
        EXPECT_NE(drawn.config.publishing, ZonePublishing::Unguarded);
        EXPECT_TRUE(drawn.config.controlsToml.empty() && drawn.config.plansToml.empty());
    }
    EXPECT_GT(steered, 160);
    EXPECT_LT(steered, 240);
}

TEST(SwarmOptions, badOptionsAreRefusedByName)
{
    EXPECT_TRUE(validate(SwarmOptions {}).has_value());
    const auto profile = validate(SwarmOptions { .profile = "soft", .length = 10min });
    ASSERT_FALSE(profile.has_value());
    EXPECT_NE(profile.error().what.find("'soft'; known: as-aws, hardened"), std::string::npos);
    EXPECT_FALSE(validate(SwarmOptions { .profile = "as-aws", .length = 1min }).has_value());
    EXPECT_FALSE(validate(SwarmOptions { .profile = "as-aws", .length = 3h }).has_value());
}

} // namespace
} // namespace sb
