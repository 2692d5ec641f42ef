// SPDX-License-Identifier: GPL-3.0-or-later
// Every drill that is shipped as evidence of an anomaly passes its own checks. Prints how often each
// happened.
#include "tests/support/drill_run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace sb {
namespace {

void expectPasses(const std::string& path)
{
    SCOPED_TRACE(path);
    const auto drill = loadDrill(path);
    ASSERT_TRUE(drill) << drill.error().what;
    const auto outcome = test::runDrill(*drill);
    ASSERT_TRUE(outcome) << outcome.error().what;
    std::printf("%-50s state hash %016llx\n", std::filesystem::path(path).stem().c_str(),
        static_cast<unsigned long long>(outcome->stateHash));
    for (const CheckResult& result : test::verdictsOf(*drill, *outcome)) {
        EXPECT_TRUE(result.passed) << result.name << ": " << result.evidence;
        if (result.evidence.find(" happened ") != std::string::npos)
            std::printf("%-50s %s\n", std::filesystem::path(path).stem().c_str(), result.evidence.c_str());
    }
}

TEST(ShippedDrills, eachAnomalyShowsUnderOneProfileAndNotUnderTheOther)
{
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(SB_SOURCE_DIR "/resources/drills"))
        if (entry.path().filename().string().starts_with("anomaly-"))
            paths.push_back(entry.path().string());
    std::sort(paths.begin(), paths.end());
    EXPECT_GE(paths.size(), 20u);
    for (const std::string& path : paths)
        expectPasses(path);
}

TEST(ShippedDrills, theWorkshopFailsOverAndIsFailedBack)
{
    expectPasses(SB_SOURCE_DIR "/resources/drills/workshop-failover.toml");
}

TEST(ShippedDrills, WeightsMoveCustomersSlowlyAndBack)
{
    expectPasses(SB_SOURCE_DIR "/resources/drills/zone-weights.toml");
}

TEST(ShippedDrills, aZonesOwnChecksDecideByTheirOwnFigures)
{
    expectPasses(SB_SOURCE_DIR "/resources/drills/zone-own-checks.toml");
}

TEST(ShippedDrills, theRecoveryPlansSwitchOverFailOverAndReturn)
{
    expectPasses(SB_SOURCE_DIR "/resources/drills/plan-switchover.toml");
    expectPasses(SB_SOURCE_DIR "/resources/drills/plan-failover.toml");
}

TEST(ShippedDrills, aRottenDiskIsFoundRefusedAndRebuilt)
{
    expectPasses(SB_SOURCE_DIR "/resources/drills/disk-rot.toml");
}

TEST(ShippedDrills, RoutingControlsMoveEverybodyAndTheirRulesHold)
{
    expectPasses(SB_SOURCE_DIR "/resources/drills/routing-controls.toml");
}

TEST(ShippedDrills, aBrokenHealthPathSendsCustomersAwayFromAGoodRegion)
{
    expectPasses(SB_SOURCE_DIR "/resources/drills/health-path-broken.toml");
}

TEST(ShippedDrills, checksThatAreWrongEverywhereFailOpen)
{
    expectPasses(SB_SOURCE_DIR "/resources/drills/checks-fail-open.toml");
}

TEST(ShippedDrills, aGrayFailureIsSeenByErrorsAndNotByTheCheck)
{
    expectPasses(SB_SOURCE_DIR "/resources/drills/gray-failure.toml");
}

TEST(ShippedDrills, ASurvivorThatIsTooSmallIsWarnedOfFilledAndRelieved)
{
    expectPasses(SB_SOURCE_DIR "/resources/drills/survivor-crushed.toml");
}

TEST(ShippedDrills, ASurgeFillsTheRegionOfItsCustomersAlone)
{
    expectPasses(SB_SOURCE_DIR "/resources/drills/surge.toml");
}

TEST(ShippedDrills, theSameOutageIsShownBehindFourWaysIn)
{
    for (const char* name : { "entry-dns", "entry-accelerator", "entry-origin-group", "entry-in-band" })
        expectPasses(std::string(SB_SOURCE_DIR "/resources/drills/") + name + ".toml");
}

TEST(ShippedDrills, aStaleCohortDecaysAndDoesNotWriteToAFencedRegion)
{
    expectPasses(SB_SOURCE_DIR "/resources/drills/stale-cohort.toml");
}

TEST(ShippedDrills, aStalePlanEmptiesANameUnlessItIsGuarded)
{
    expectPasses(SB_SOURCE_DIR "/resources/drills/stale-plan-unguarded.toml");
    expectPasses(SB_SOURCE_DIR "/resources/drills/stale-plan-guarded.toml");
}

TEST(ShippedDrills, aPauseOfTheCopyingIsCaughtUpAndASwitchedRuleLeavesAGap)
{
    expectPasses(SB_SOURCE_DIR "/resources/drills/objects-paused.toml");
    expectPasses(SB_SOURCE_DIR "/resources/drills/objects-rule-off.toml");
}

TEST(ShippedDrills, aFlappingRegionIsHeldWhereReturnsAreDamped)
{
    expectPasses(SB_SOURCE_DIR "/resources/drills/flapping-instant.toml");
    expectPasses(SB_SOURCE_DIR "/resources/drills/flapping-damped.toml");
}

} // namespace
} // namespace sb
