// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/check_board.h"
#include "backend/health/check_design.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

// Minds after each result of a script of F and S: H healthy, U unhealthy.
std::string minds(const CheckRules& rules, std::string_view script)
{
    CheckerMind mind;
    std::string text;
    for (const char c : script) {
        const bool before = mind.saysHealthy();
        EXPECT_EQ(mind.note(c == 'S', rules), mind.saysHealthy() != before);
        text += mind.saysHealthy() ? 'H' : 'U';
    }
    return text;
}

TEST(CheckDesign, GoldenVector20_threeOfSixteenKeepItUpAndTwoDoNot)
{
    EXPECT_TRUE(isUp(3, 16, 18));
    EXPECT_FALSE(isUp(2, 16, 18));
    EXPECT_TRUE(isUp(16, 16, 18));
    EXPECT_FALSE(isUp(0, 16, 18));
    EXPECT_FALSE(isUp(18, 100, 18)); // more than the share
    EXPECT_TRUE(isUp(19, 100, 18));
    EXPECT_FALSE(isUp(3, 16, 19)); // the value may change
    EXPECT_FALSE(isUp(1, 6, 18)); // of the checkers of three places: one is 16.7 %
    EXPECT_TRUE(isUp(2, 6, 18));
    EXPECT_TRUE(isUp(0, 0, 18)); // nobody has said anything
}

TEST(CheckDesign, GoldenVector24_aThresholdOfThreeNeedsThreeInARow)
{
    const CheckRules rules = route53Rules(10s, 3);
    EXPECT_EQ(minds(rules, "FFSFFF"), "HHHHHU");
    EXPECT_EQ(minds(rules, "FFFSSFSSS"), "HHUUUUUUH"); // the way back needs as many
    EXPECT_EQ(minds(route53Rules(10s, 1), "FSFS"), "UHUH");
    EXPECT_EQ(minds(route53Rules(10s, 10), "FFFFFFFFFF"), "HHHHHHHHHU");
}

TEST(CheckDesign, GoldenVector39_withThreeToleratedTheFourthFailureDegrades)
{
    const CheckRules rules = trafficManagerRules(10s, 3);
    EXPECT_EQ(minds(rules, "FFFF"), "HHHU");
    EXPECT_EQ(minds(rules, "FFFSFFFF"), "HHHHHHHU");
    EXPECT_EQ(minds(rules, "FFFFSF"), "HHHUHH"); // one success restores
    EXPECT_EQ(minds(trafficManagerRules(10s, 0), "F"), "U");
    EXPECT_EQ(minds(trafficManagerRules(10s, 9), "FFFFFFFFFF"), "HHHHHHHHHU");
}

TEST(CheckDesign, GoldenVector40_threeOfTheLastFour)
{
    const CheckRules rules = frontDoorRules(10s, 4, 3);
    EXPECT_EQ(minds(rules, "SSSFSSSF"), "HHHHHHHH"); // one loss in four
    EXPECT_EQ(minds(rules, "SSFSFSFS"), "HHHHUUUU"); // two
    EXPECT_EQ(minds(rules, "SSFFSSSS"), "HHHUUUHH"); // until the first has left the window
    EXPECT_EQ(minds(rules, "FF"), "HU"); // what was not seen yet counts as good
    EXPECT_EQ(minds(route53Rules(10s, 2), "SSFSFSFS"), "HHHHHHHH"); // rows never see it
}

TEST(CheckDesign, CloudflareAsksAgainAtOnceAndTakesAMajority)
{
    const CheckRules rules = cloudflareRules(10s, 1);
    EXPECT_EQ(rules.retries, 2);
    EXPECT_TRUE(isUp(9, 16, rules.healthySharePercent));
    EXPECT_FALSE(isUp(8, 16, rules.healthySharePercent));
    for (const int status : { 521, 522, 523, 525, 526 })
        EXPECT_TRUE(isRetriedInBand(status)) << status;
    for (const int status : { 200, 500, 503, 520, 524, 527 })
        EXPECT_FALSE(isRetriedInBand(status)) << status;
    EXPECT_EQ(retryEndpoint({ true, true, true }, 0), 1U);
    EXPECT_EQ(retryEndpoint({ true, false, true }, 0), 2U);
    EXPECT_EQ(retryEndpoint({ true, false, false }, 0), std::nullopt);
    EXPECT_EQ(poolToAnswer({ { 0, 1 }, { 2, 1 }, { 5, 1 } }, 2), 1U);
    EXPECT_EQ(poolToAnswer({ { 1, 2 }, { 0, 1 } }, 1), 1U); // the fallback's health is ignored
    EXPECT_EQ(poolToAnswer({ { 2, 2 }, { 0, 1 } }, 1), 0U);
}

TEST(CheckDesign, TrafficManagersStatesAndItsLastResort)
{
    using S = EndpointStatus;
    EXPECT_EQ(statusOf({ .hasResult = true }), S::Online);
    EXPECT_EQ(statusOf({ .hasResult = true, .saysHealthy = false }), S::Degraded);
    EXPECT_EQ(statusOf({}), S::CheckingEndpoint);
    EXPECT_EQ(statusOf({ .isServiceRunning = false, .hasResult = true }), S::Stopped);
    EXPECT_EQ(statusOf({ .isEnabled = false, .isServiceRunning = false }), S::Disabled);
    EXPECT_EQ(statusOf({ .isProfileEnabled = false, .isEnabled = false }), S::Inactive);
    const auto indices = [](std::initializer_list<std::size_t> list) { return std::vector(list); };
    EXPECT_EQ(answered({ S::Degraded, S::Online, S::CheckingEndpoint, S::Stopped }), indices({ 1, 2 }));
    EXPECT_EQ(answered({ S::Degraded, S::Disabled, S::Degraded }), indices({ 0, 2 })); // all degraded
    EXPECT_TRUE(answered({ S::Stopped, S::Disabled, S::Inactive }).empty());
    EXPECT_EQ(toString(S::CheckingEndpoint), "CheckingEndpoint");
}

TEST(CheckDesign, CapacityDrainTakesTheSickestAndNeverMoreThanHalf)
{
    const CheckRules rules = capacityDrainRules(10s, 2);
    using B = std::vector<bool>;
    const auto drain
        = [&](std::vector<int> percent, B before) { return groupsToDrain(percent, before, rules); };
    EXPECT_EQ(drain({ 24, 100 }, { false, false }), B({ true, false }));
    EXPECT_EQ(drain({ 25, 100 }, { false, false }), B({ false, false })); // below, not at
    EXPECT_EQ(drain({ 0, 0 }, { false, false }), B({ true, false })); // half of two
    EXPECT_EQ(drain({ 0, 0 }, { false, true }), B({ false, true })); // who is drained stays so
    EXPECT_EQ(drain({ 20, 10, 0, 5 }, B(4, false)), B({ false, false, true, true }));
    EXPECT_EQ(drain({ 0, 0, 0 }, B(3, false)), B({ true, false, false })); // half of three is one
    EXPECT_EQ(drain({ 0 }, { false }), B({ false })); // one alone is never drained
    EXPECT_EQ(drain({ 30, 100 }, { true, false }), B({ false, false })); // it is well again
    EXPECT_EQ(drain({}, {}), B {});
}

// Without the budget a shared failure would take everything: the check of the budget bites.
TEST(CheckDesign, WithoutItsBudgetCapacityDrainWouldLeaveNothing)
{
    CheckRules rules = capacityDrainRules(10s, 2);
    rules.drainedPercentMax = 100;
    EXPECT_EQ(groupsToDrain({ 0, 0 }, { false, false }, rules), std::vector<bool>({ true, true }));
}

CheckDefinition endpoint(const std::string& id)
{
    CheckDefinition check { .id = id, .type = CheckType::Http };
    check.endpoint.fqdn = "api.example.com";
    return check;
}

CheckDefinition calculated(std::vector<std::string> children, int threshold)
{
    CheckDefinition check { .id = "calculated", .type = CheckType::Calculated };
    check.children = std::move(children);
    check.healthThreshold = threshold;
    return check;
}

TEST(CheckBoard, GoldenVector21_newChecksAreHealthyAndDisabledOnesFrozen)
{
    for (const auto& [isDisabled, isInverted, isHealthy] : { std::tuple { false, false, true },
             { false, true, false }, { true, false, true }, { true, true, false } }) {
        CheckDefinition check = endpoint("x");
        check.isDisabled = isDisabled;
        check.isInverted = isInverted;
        CheckBoard board;
        EXPECT_EQ(board.isHealthy(board.add(check)), isHealthy);
        EXPECT_EQ(board.setSound(0, false).empty(), isDisabled); // frozen whatever is found
        EXPECT_EQ(board.isHealthy(0), isDisabled ? isHealthy : !isHealthy);
    }
}

TEST(CheckBoard, DisablingFreezesAndEnablingGoesOn)
{
    CheckBoard board;
    board.add(endpoint("x"));
    board.setSound(0, false);
    EXPECT_EQ(board.setDisabled(0, true), std::vector<std::size_t> { 0 });
    EXPECT_TRUE(board.isHealthy(0));
    board.setDisabled(0, false);
    EXPECT_FALSE(board.isHealthy(0));
}

TEST(CheckBoard, GoldenVector22_threeOfTwoNeverAndNoneOfTwoAlways)
{
    for (const auto& [threshold, isHealthy] : { std::pair { 3, false }, { 0, true } }) {
        CheckBoard board;
        board.add(endpoint("a"));
        board.add(endpoint("b"));
        const std::size_t check = board.add(calculated({ "a", "b" }, threshold));
        for (const bool a : { true, false }) {
            for (const bool b : { true, false }) {
                board.setSound(0, a);
                board.setSound(1, b);
                EXPECT_EQ(board.isHealthy(check), isHealthy) << threshold;
            }
        }
    }
    EXPECT_TRUE(isCalculatedHealthy(0, {}));
    EXPECT_FALSE(isCalculatedHealthy(1, {}));
}

TEST(CheckBoard, AndOrAndCountsOverEveryCombinationOfThreeChildren)
{
    for (int threshold = 0; threshold <= 4; ++threshold) {
        CheckBoard board;
        for (const char* id : { "a", "b", "c" })
            board.add(endpoint(id));
        const std::size_t check = board.add(calculated({ "a", "b", "c" }, threshold));
        for (unsigned bits = 0; bits < 8; ++bits) {
            for (std::size_t i = 0; i < 3; ++i)
                board.setSound(i, (bits >> i & 1U) != 0);
            const int healthy = static_cast<int>((bits & 1U) + (bits >> 1 & 1U) + (bits >> 2 & 1U));
            EXPECT_EQ(board.healthyChildren(check), healthy);
            EXPECT_EQ(board.isHealthy(check), healthy >= threshold);
            if (threshold == thresholdOfAnd(3)) {
                EXPECT_EQ(board.isHealthy(check), bits == 7);
            }
            if (threshold == thresholdOfOr()) {
                EXPECT_EQ(board.isHealthy(check), bits != 0);
            }
        }
    }
}

TEST(CheckBoard, ADisabledChildCountsAsHealthy)
{
    CheckBoard board;
    board.add(endpoint("a"));
    CheckDefinition off = endpoint("b");
    off.isDisabled = true;
    board.add(off);
    const std::size_t check = board.add(calculated({ "a", "b" }, 2));
    board.setSound(1, false);
    EXPECT_TRUE(board.isHealthy(check));
    EXPECT_EQ(board.setSound(0, false), (std::vector<std::size_t> { 0, check })); // and so does what follows
    EXPECT_FALSE(board.isHealthy(check));
}

TEST(CheckBoard, ChecksOfAlarmsFollowTheDataAndKnowNoAlarmsState)
{
    CheckDefinition check { .id = "alarm", .type = CheckType::CloudWatchMetric };
    check.alarm = { "eu-west-1", "errors" };
    check.alarmRule = { .comparison = AlarmComparison::Greater, .thresholdMilli = 5'000, .periods = 2 };
    CheckBoard board;
    board.add(check);
    EXPECT_TRUE(board.isHealthy(0));
    EXPECT_TRUE(board.noteDatum(0, 6'000).empty()); // one of two
    EXPECT_FALSE(board.noteDatum(0, 6'000).empty());
    EXPECT_FALSE(board.isHealthy(0));
    EXPECT_FALSE(board.noteDatum(0, 5'000).empty()); // at the threshold is not above it
    EXPECT_TRUE(board.isHealthy(0));
}

TEST(CheckBoard, EachComparisonIsKeptAtItsThreshold)
{
    const std::tuple<AlarmComparison, bool, bool, bool> cases[] {
        { AlarmComparison::GreaterOrEqual, true, false, false },
        { AlarmComparison::Greater, true, true, false },
        { AlarmComparison::Less, false, true, true },
        { AlarmComparison::LessOrEqual, false, false, true },
    };
    for (const auto& [comparison, below, at, above] : cases) {
        CheckDefinition check { .id = "alarm", .type = CheckType::CloudWatchMetric };
        check.alarmRule = { .comparison = comparison, .thresholdMilli = 10 };
        AlarmFollower alarm(check);
        EXPECT_EQ(alarm.note(9), below) << toString(comparison);
        EXPECT_EQ(alarm.note(10), at) << toString(comparison);
        EXPECT_EQ(alarm.note(11), above) << toString(comparison);
    }
}

TEST(CheckBoard, InsufficientDataIsHealthyUnhealthyOrTheLastKnown)
{
    for (const auto& [rule, afterGood, afterBad] :
        { std::tuple { InsufficientData::Healthy, true, true }, { InsufficientData::Unhealthy, false, false },
            { InsufficientData::LastKnownStatus, true, false } }) {
        for (const bool wasBad : { false, true }) {
            CheckDefinition check { .id = "alarm", .type = CheckType::CloudWatchMetric };
            check.insufficientData = rule;
            check.alarmRule = { .thresholdMilli = 1 };
            AlarmFollower alarm(check);
            EXPECT_EQ(alarm.note(wasBad ? 1 : 0), !wasBad);
            EXPECT_EQ(alarm.note(std::nullopt), wasBad ? afterBad : afterGood) << toString(rule);
            EXPECT_FALSE(alarm.isSufficient());
        }
    }
}

TEST(CheckBoard, ARoutingControlsChecksAreHealthyWhileItIsOn)
{
    CheckBoard board;
    for (const char* id : { "a", "b", "other" }) {
        CheckDefinition check { .id = id, .type = CheckType::RecoveryControl };
        check.routingControl = std::string(id) == "other" ? "singapore" : "ireland";
        check.isInverted = std::string(id) == "b";
        board.add(check);
    }
    EXPECT_EQ(board.setControl("ireland", false), (std::vector<std::size_t> { 0, 1 }));
    EXPECT_FALSE(board.isHealthy(0));
    EXPECT_TRUE(board.isHealthy(1));
    EXPECT_TRUE(board.isHealthy(2));
    EXPECT_TRUE(board.setControl("ireland", false).empty());
    EXPECT_TRUE(board.setControl("nobody's", false).empty());
    EXPECT_EQ(board.find("other"), 2U);
    EXPECT_FALSE(board.find("nobody"));
}

} // namespace
} // namespace sb
