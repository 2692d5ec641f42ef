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
    std::set<int> stores, policies, modes, oracles, buggify, dead, singly;
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
        EXPECT_FALSE(drawCase(seed, { .profile = "hardened" }).config.shipsItemsSingly);
    }
    const std::vector<std::string> all = troubleKinds();
    EXPECT_EQ(kinds, std::set<std::string>(all.begin(), all.end())) << joined(all, ", ");
    EXPECT_EQ(regions, (std::set<std::size_t> { 2, 3, 4, 5, 6 }));
    EXPECT_EQ(cores, (std::set<std::size_t> { 2, 3, 4, 5, 6 }));
    EXPECT_EQ(stores.size() * policies.size() * modes.size() * buggify.size() * dead.size(), 32u);
    EXPECT_EQ(oracles.size(), 3u);
    EXPECT_EQ(singly.size(), 2u);
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
