// SPDX-License-Identifier: GPL-3.0-or-later
// Rare events: silent unless asked for, drawn from the seed, as frequent as the list says.
#include "backend/kernel/buggify.h"
#include "backend/kernel/world.h"

#include <gtest/gtest.h>

#include <set>

namespace sb {
namespace {

TEST(Buggify, aWorldWithoutItNeverFires)
{
    World world(7);
    for (int i = 0; i < 100'000; ++i)
        ASSERT_FALSE(world.buggify("replicator.batch-cut-short"));
    EXPECT_FALSE(world.rareness().isOn());
}

TEST(Buggify, aSiteIsSwitchedOnInAQuarterOfTheSeeds)
{
    std::array<int, kBuggifySites.size()> enabled {};
    for (std::uint64_t seed = 1; seed <= 4'000; ++seed) {
        const World world(seed, true);
        EXPECT_TRUE(world.rareness().isOn());
        for (std::size_t i = 0; i < enabled.size(); ++i)
            enabled[i] += world.rareness().isEnabled(i) ? 1 : 0;
    }
    for (const int count : enabled) {
        EXPECT_GT(count, 880); // 1 000 +- 4 sigma
        EXPECT_LT(count, 1'120);
    }
}

TEST(Buggify, aSiteThatIsOnFiresAsOftenAsTheListSaysAndOneThatIsOffNever)
{
    bool sawOn = false, sawOff = false;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        World world(seed, true);
        constexpr std::size_t kSite = BuggifyName("replicator.batch-cut-short").index;
        std::uint64_t fired = 0;
        for (int i = 0; i < 100'000; ++i)
            fired += world.buggify("replicator.batch-cut-short") ? 1 : 0;
        EXPECT_EQ(world.rareness().fired()[kSite], fired);
        if (!world.rareness().isEnabled(kSite)) {
            EXPECT_EQ(fired, 0u);
            sawOff = true;
            continue;
        }
        const double expected = kBuggifySites[kSite].ppm / 10.0; // of 100 000
        EXPECT_GT(static_cast<double>(fired), expected * 0.9);
        EXPECT_LT(static_cast<double>(fired), expected * 1.1);
        sawOn = true;
    }
    EXPECT_TRUE(sawOn && sawOff);
}

TEST(Buggify, theSameSeedDrawsTheSameAndDisturbsNoOtherStream)
{
    World one(11, true), other(11, true);
    const World plain(11);
    for (int i = 0; i < 10'000; ++i)
        ASSERT_EQ(one.buggify("region.answer-lost"), other.buggify("region.answer-lost"));
    Rng a = one.rng("region", 0), b = plain.rng("region", 0);
    EXPECT_EQ(a.next(), b.next());
}

TEST(Buggify, delaysStayWithinTheirBound)
{
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        World world(seed, true);
        for (int i = 0; i < 2'000; ++i) {
            if (!world.buggify("replicator.message-late"))
                continue;
            const Duration delay = world.buggifyDelay("replicator.message-late", 3s);
            EXPECT_GT(delay, 0us);
            EXPECT_LE(delay, 3s);
        }
    }
}

TEST(Buggify, namesAreDistinctAndSayWhere)
{
    std::set<std::string_view> names;
    for (const BuggifySite& site : kBuggifySites) {
        EXPECT_TRUE(names.insert(site.name).second) << site.name;
        EXPECT_NE(site.name.find('.'), std::string_view::npos) << site.name;
        EXPECT_GT(site.ppm, 0u);
    }
    names.clear();
    for (const std::string_view probe : kProbes) {
        EXPECT_TRUE(names.insert(probe).second) << probe;
        EXPECT_NE(probe.find('.'), std::string_view::npos) << probe;
    }
}

TEST(Buggify, probesCount)
{
    World world(1);
    world.probe("routing.fail-open");
    world.probe("routing.fail-open");
    EXPECT_EQ(world.rareness().reached()[ProbeName("routing.fail-open").index], 2u);
}

} // namespace
} // namespace sb
