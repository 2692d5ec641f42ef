// SPDX-License-Identifier: GPL-3.0-or-later
// Whole Worlds whose checks are fooled, or are not: designs, depths of the health path, checks by definition,
// and the comparison of ten settings.
#include "backend/control/check_comparison.h"
#include "tests/scenario/rig.h"

#include <set>

namespace sb {
namespace {

using namespace test;

RunConfig quickWorld(std::uint64_t seed)
{
    RunConfig config = smallWorld(seed, 2, 40);
    config.cities = 40;
    config.failBack = FailBackMode::Instant;
    return config;
}

bool isRed(Rig& rig, std::size_t index)
{
    return !rig.sim().health().published()[index].isHealthy;
}

TEST(FooledChecks, aGrayFailureIsInvisibleToAShallowPathAndSeenByADeepOneInTime)
{
    for (const std::uint64_t seed : seeds(1, 3)) {
        SCOPED_TRACE(replayHint(seed));
        for (const bool isDeep : { false, true }) {
            RunConfig config = quickWorld(seed);
            config.checksDeeply = isDeep;
            Rig rig(config);
            rig.advance(90s);
            EXPECT_EQ(rig.count(EventKind::HealthRed), 0u);
            rig.mustOrder("fail gray-failing eu-west-1 by 90% for 4m");
            rig.advance(4min);
            EXPECT_EQ(rig.count(EventKind::HealthRed) > 0, isDeep);
            EXPECT_GT(rig.count(EventKind::SloBreached), 0u);
            EXPECT_EQ(rig.count(EventKind::CheckDoubted), 0u); // who is red, is right
        }
    }
}

TEST(FooledChecks, aBrokenHealthPathIsRedAndDoubtedWhileCustomersAreWell)
{
    for (const std::uint64_t seed : seeds(1, 3)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(quickWorld(seed));
        rig.advance(90s);
        rig.mustOrder("fail health-path-failing eu-west-1 for 2m");
        rig.advance(2min);
        EXPECT_TRUE(isRed(rig, 0));
        EXPECT_EQ(rig.count(EventKind::CheckDoubted), 1u);
        EXPECT_EQ(rig.count(EventKind::SloBreached), 0u);
        rig.advance(2min);
        EXPECT_FALSE(isRed(rig, 0));
    }
}

TEST(FooledChecks, anOutageIsNotDoubted)
{
    for (const char* fault : { "region-outage", "mapping-removed" }) {
        Rig rig(quickWorld(5));
        rig.advance(90s);
        rig.mustOrder("fail " + std::string(fault) + " eu-west-1 for 2m");
        rig.advance(2min);
        EXPECT_TRUE(isRed(rig, 0)) << fault;
        EXPECT_EQ(rig.count(EventKind::CheckDoubted), 0u) << fault;
    }
}

TEST(FooledChecks, mostCheckersMustBeCutBeforeRouteFiftyThreeIsFooledAndHalfForTheOthers)
{
    for (const auto& [percent, design, isFooled] :
        { std::tuple { "75%", CheckDesign::Route53, false }, { "90%", CheckDesign::Route53, true },
            { "75%", CheckDesign::TrafficManager, true }, { "75%", CheckDesign::Cloudflare, true },
            { "75%", CheckDesign::FrontDoor, true }, { "40%", CheckDesign::FrontDoor, false } }) {
        RunConfig config = quickWorld(8);
        config.checkDesign = design;
        Rig rig(config);
        rig.advance(90s);
        rig.mustOrder("fail checkers-cut eu-west-1 by " + std::string(percent) + " for 4m");
        rig.advance(2min);
        EXPECT_EQ(isRed(rig, 0), isFooled) << toString(design) << " " << percent;
        rig.advance(5min);
        EXPECT_FALSE(isRed(rig, 0));
        EXPECT_EQ(rig.count(EventKind::ResidueFound), 0u);
    }
}

TEST(FooledChecks, everyDesignSeesAnOutageAndItsEnd)
{
    for (int i = 0; i < kCheckDesignCount; ++i) {
        RunConfig config = quickWorld(3);
        config.checkDesign = static_cast<CheckDesign>(i);
        Rig rig(config);
        rig.advance(90s);
        rig.mustOrder("fail region-outage eu-west-1 for 3m");
        EXPECT_TRUE(rig.advanceUntil(
            3min, [&] { return isRed(rig, 0); }, 1s))
            << toString(config.checkDesign);
        EXPECT_TRUE(rig.advanceUntil(
            5min, [&] { return !isRed(rig, 0); }, 1s))
            << toString(config.checkDesign);
        EXPECT_FALSE(isRed(rig, 1));
    }
}

TEST(FooledChecks, capacityDrainKeepsOneOfTwoRegionsWhenBothLookBroken)
{
    RunConfig config = quickWorld(3);
    config.checkDesign = CheckDesign::CapacityDrain;
    Rig rig(config);
    rig.advance(90s);
    rig.mustOrder("fail health-path-failing eu-west-1 for 3m");
    rig.mustOrder("fail health-path-failing ap-southeast-1 for 3m");
    rig.advance(2min);
    EXPECT_NE(isRed(rig, 0), isRed(rig, 1));
    EXPECT_EQ(rig.count(EventKind::FailOpen), 0u);
}

CheckDefinition defined(const std::string& id, CheckType type)
{
    CheckDefinition check { .id = id, .type = type, .interval = 10s };
    if (matchesString(type)) {
        check.endpoint.fqdn = "shop.eu-west-1.bookstore.example";
        check.endpoint.searchString = "Orders: open";
    }
    return check;
}

CheckDefinition alarmOn(std::string_view metric, std::int64_t thresholdMilli)
{
    CheckDefinition check = defined(std::string(metric), CheckType::CloudWatchMetric);
    check.alarm = { "eu-west-1", "alarm" };
    check.alarmRule = { .metric = std::string(metric),
        .comparison = AlarmComparison::Greater,
        .thresholdMilli = thresholdMilli };
    return check;
}

TEST(DefinedChecksOfAWorld, seeWhatTheEndpointDoesNot)
{
    CheckDefinition any = defined("any", CheckType::Calculated);
    any.children = { "page", std::string(kErrorShareMetric) };
    any.healthThreshold = 2;
    SimulationOptions options;
    options.checks = { defined("page", CheckType::HttpsStrMatch), alarmOn(kErrorShareMetric, 5'000),
        alarmOn(kLagMetric, 20'000), any };
    Rig rig(quickWorld(2), options);
    const HealthChecks& health = rig.sim().health();
    rig.advance(2min);
    for (const CheckDefinition& check : options.checks)
        EXPECT_TRUE(health.isHealthy(check.id)) << check.id;

    rig.mustOrder("fail gray-failing eu-west-1 by 40% for 3m");
    rig.advance(2min);
    EXPECT_FALSE(health.isHealthy(kErrorShareMetric)); // above 5 %
    EXPECT_FALSE(health.isHealthy("any"));
    EXPECT_TRUE(health.isHealthy(kLagMetric));
    EXPECT_TRUE(health.isHealthy("endpoint-eu-west-1"));
    rig.advance(4min);
    EXPECT_TRUE(health.isHealthy(kErrorShareMetric));

    rig.mustOrder("fail replication-paused eu-west-1 for 3m");
    rig.advance(150s);
    EXPECT_FALSE(health.isHealthy(kLagMetric)); // behind by more than 20 s
    rig.advance(4min);
    EXPECT_TRUE(health.isHealthy(kLagMetric));

    rig.mustOrder("fail disk-full eu-west-1 for 2m");
    rig.advance(90s);
    EXPECT_FALSE(health.isHealthy("page")); // "Orders: paused"
    EXPECT_LT(health.reading("page")->checkersHealthy, 3);
}

TEST(DefinedChecksOfAWorld, wrongOnesAreRefusedBeforeTheRunBegins)
{
    SimulationOptions options;
    options.checks = { defined("page", CheckType::HttpsStrMatch) };
    options.checks[0].threshold = 11;
    const auto refused = Simulation::create(quickWorld(1), options);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().what.find("threshold"), std::string::npos) << refused.error().what;
}

TEST(CheckComparison, tenSettingsThatDiffer)
{
    const auto& settings = comparedSettings();
    EXPECT_EQ(settings.size(), 10u);
    std::set<std::string> names;
    for (const CheckSetting& setting : settings) {
        names.insert(nameOf(setting));
        for (int i = 0; i < kCheckIncidentCount; ++i) {
            const HeadlessRequest request = comparisonRun(setting, static_cast<CheckIncident>(i), 7);
            EXPECT_TRUE(validate(request.config));
            EXPECT_FALSE(request.commands.empty());
        }
    }
    EXPECT_EQ(names.size(), 10u);
    // The same seed is the same incident, whatever the setting.
    const auto one = comparisonRun(settings[0], CheckIncident::IntermittentLoss, 7).commands;
    const auto other = comparisonRun(settings[9], CheckIncident::IntermittentLoss, 7).commands;
    ASSERT_EQ(one.size(), other.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_EQ(one[i].at, other[i].at);
        EXPECT_EQ(one[i].command, other[i].command);
    }
}

TEST(CheckComparison, anOutageIsSeenSoonerByTheFasterSettingAndHurtsFewer)
{
    CheckSummary slow { { CheckDesign::Route53, 30s, 3, false }, {} };
    CheckSummary fast { { CheckDesign::Route53, 10s, 1, false }, {} };
    for (const std::uint64_t seed : seeds(1, 2)) {
        for (CheckSummary* row : { &slow, &fast }) {
            const auto score = scoreSetting(row->setting, CheckIncident::Outage, seed);
            ASSERT_TRUE(score) << score.error().what;
            row->scores.push_back(*score);
        }
    }
    ASSERT_EQ(slow.redCount(), static_cast<int>(slow.scores.size()));
    EXPECT_LT(*fast.redPercentile(95), *slow.redPercentile(50));
    EXPECT_LT(fast.failed(), slow.failed());
    EXPECT_EQ(fast.falseAlarms() + slow.falseAlarms(), 0);
    const std::string text = comparisonText(CheckIncident::Outage, { slow, fast });
    EXPECT_NE(text.find("route53 30s x3 shallow"), std::string::npos) << text;
    const std::string json = comparisonJson(CheckIncident::Outage, 1, 2, { slow, fast });
    EXPECT_EQ(
        json.find("{\"incident\":\"outage\",\"hurtsCustomers\":true,\"seeds\":[1,2],\"settings\":[{"), 0u)
        << json;
}

TEST(CheckComparison, aBrokenHealthPathIsAFalseAlarmAndAGrayFailureNone)
{
    const CheckSetting shallow { CheckDesign::Route53, 10s, 3, false };
    const auto broken = scoreSetting(shallow, CheckIncident::HealthPathBroken, 4);
    const auto gray = scoreSetting(shallow, CheckIncident::GrayFailure, 4);
    ASSERT_TRUE(broken && gray);
    EXPECT_EQ(broken->falseAlarms, 1);
    EXPECT_TRUE(broken->redAfter && broken->movedAfter);
    EXPECT_LT(broken->failed, gray->failed);
    EXPECT_EQ(gray->falseAlarms, 0);
    EXPECT_FALSE(gray->redAfter);
    EXPECT_EQ(gray->moves, 0);
}

TEST(CheckComparison, itCanBeCancelled)
{
    const auto score = scoreSetting(
        comparedSettings()[0], CheckIncident::Outage, 1, [](Instant, Instant) { return false; });
    ASSERT_FALSE(score);
    EXPECT_EQ(score.error().code, Errc::Cancelled);
}

} // namespace
} // namespace sb
