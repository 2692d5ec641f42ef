// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/check_config.h"

#include <gtest/gtest.h>

#include <functional>

namespace sb {
namespace {

CheckDefinition https()
{
    CheckDefinition check { .id = "front", .type = CheckType::Https };
    check.endpoint.fqdn = "api.example.com";
    return check;
}

CheckDefinition calculated(std::vector<std::string> children, int threshold)
{
    CheckDefinition check { .id = "all", .type = CheckType::Calculated };
    check.children = std::move(children);
    check.healthThreshold = threshold;
    return check;
}

CheckDefinition alarm()
{
    CheckDefinition check { .id = "alarm", .type = CheckType::CloudWatchMetric };
    check.alarm = { "eu-west-1", "errors" };
    return check;
}

TEST(CheckConfig, EveryTypeHasTheVendorsNameAndIsReadBack)
{
    for (int i = 0; i < kCheckTypeCount; ++i) {
        const auto type = static_cast<CheckType>(i);
        EXPECT_EQ(checkTypeFromText(toString(type)), type);
    }
    EXPECT_EQ(toString(CheckType::HttpsStrMatch), "HTTPS_STR_MATCH");
    EXPECT_FALSE(checkTypeFromText("https"));
    EXPECT_FALSE(checkTypeFromText(""));
    for (const auto rule :
        { InsufficientData::Healthy, InsufficientData::Unhealthy, InsufficientData::LastKnownStatus })
        EXPECT_EQ(insufficientDataFromText(toString(rule)), rule);
    EXPECT_FALSE(insufficientDataFromText("healthy"));
    for (const auto comparison : { AlarmComparison::GreaterOrEqual, AlarmComparison::Greater,
             AlarmComparison::Less, AlarmComparison::LessOrEqual })
        EXPECT_EQ(alarmComparisonFromText(toString(comparison)), comparison);
    EXPECT_FALSE(alarmComparisonFromText(">"));
}

TEST(CheckConfig, SoundChecksOfEveryTypeAreAccepted)
{
    std::vector<CheckDefinition> checks { https(), alarm() };
    CheckDefinition tcp { .id = "tcp", .type = CheckType::Tcp };
    tcp.endpoint = { .ip = "192.0.2.7", .port = 5432 };
    checks.push_back(tcp);
    CheckDefinition match = https();
    match.id = "match";
    match.type = CheckType::HttpStrMatch;
    match.endpoint.searchString = "Orders: open";
    checks.push_back(match);
    CheckDefinition control { .id = "control", .type = CheckType::RecoveryControl };
    control.routingControl = "arn:aws:route53-recovery-control::1:controlpanel/p/routingcontrol/c";
    checks.push_back(control);
    checks.push_back(calculated({ "front", "tcp" }, 1));
    EXPECT_TRUE(findingsOf(checks).empty());
    EXPECT_TRUE(validate(checks));
}

struct Mistake {
    const char* words; // of the refusal
    std::function<void(CheckDefinition&)> make;
};

void expectRefused(const std::vector<Mistake>& mistakes)
{
    for (const auto& [words, make] : mistakes) {
        CheckDefinition check = https();
        check.index = 4;
        make(check);
        const auto outcome = validate(check);
        ASSERT_FALSE(outcome) << words;
        EXPECT_EQ(outcome.error().code, Errc::BadInput);
        EXPECT_NE(outcome.error().what.find(words), std::string::npos) << outcome.error().what;
    }
}

TEST(CheckConfig, EachLimitOfAnEndpointIsKeptAtBothEndsAndNamed)
{
    expectRefused({
        { "id:", [](CheckDefinition& c) { c.id.clear(); } },
        { "id:", [](CheckDefinition& c) { c.id.assign(65, 'x'); } },
        { "endpoint:", [](CheckDefinition& c) { c.endpoint.fqdn.clear(); } },
        { "ip:", [](CheckDefinition& c) { c.endpoint.ip = "api.example.com"; } },
        { "ip:", [](CheckDefinition& c) { c.endpoint.ip = "192.0.2.256"; } },
        { "ip:", [](CheckDefinition& c) { c.endpoint.ip = "192.0.2"; } },
        { "ip:", [](CheckDefinition& c) { c.endpoint.ip = "2001:db8:::1"; } },
        { "fqdn:", [](CheckDefinition& c) { c.endpoint.fqdn.assign(256, 'x'); } },
        { "port:", [](CheckDefinition& c) { c.endpoint.port = 65'536; } },
        { "port:", [](CheckDefinition& c) { c.endpoint.port = -1; } },
        { "port:", [](CheckDefinition& c) { c.type = CheckType::Tcp; } },
        { "path:", [](CheckDefinition& c) { c.endpoint.path.assign(256, '/'); } },
        { "searchString:", [](CheckDefinition& c) { c.endpoint.searchString = "ok"; } },
        { "searchString:", [](CheckDefinition& c) { c.type = CheckType::HttpsStrMatch; } },
        { "searchString:",
            [](CheckDefinition& c) {
                c.type = CheckType::HttpsStrMatch;
                c.endpoint.searchString.assign(256, 'x');
            } },
        { "interval:", [](CheckDefinition& c) { c.interval = 20s; } },
        { "threshold:", [](CheckDefinition& c) { c.threshold = 0; } },
        { "threshold:", [](CheckDefinition& c) { c.threshold = 11; } },
        { "checkerRegions:",
            [](CheckDefinition& c) {
                c.checkerRegions = { "us-east-1", "eu-west-1" };
            } },
        { "checkerRegions[2]:",
            [](CheckDefinition& c) {
                c.checkerRegions = { "us-east-1", "eu-west-1", "eu-north-1" };
            } },
        { "checkerRegions[3]:",
            [](CheckDefinition& c) {
                c.checkerRegions = { "us-east-1", "eu-west-1", "sa-east-1", "us-east-1" };
            } },
    });
    for (const int threshold : { 1, 10 }) {
        CheckDefinition check = https();
        check.threshold = threshold;
        EXPECT_TRUE(validate(check));
    }
    for (const char* address : { "192.0.2.1", "2001:db8::1", "::1", "2001:db8:0:1:2:3:4:5" }) {
        CheckDefinition check = https();
        check.endpoint.ip = address;
        EXPECT_TRUE(validate(check)) << address;
    }
}

TEST(CheckConfig, EachLimitOfTheOtherTypesIsKeptAndNamed)
{
    expectRefused({
        { "children:", [](CheckDefinition& c) { c.children = { "other" }; } },
        { "healthThreshold:", [](CheckDefinition& c) { c = calculated({ "x" }, 257); } },
        { "healthThreshold:", [](CheckDefinition& c) { c = calculated({ "x" }, -1); } },
        { "children:", [](CheckDefinition& c) { c = calculated(std::vector<std::string>(257, "x"), 1); } },
        { "children[1]:",
            [](CheckDefinition& c) {
                c = calculated({ "x", "x" }, 1);
            } },
        { "children[0]:", [](CheckDefinition& c) { c = calculated({ "all" }, 1); } },
        { "alarm.name:",
            [](CheckDefinition& c) {
                c = alarm();
                c.alarm.name.clear();
            } },
        { "alarmRule.period:",
            [](CheckDefinition& c) {
                c = alarm();
                c.alarmRule.period = 10s; // high resolution
            } },
        { "alarmRule.periods:",
            [](CheckDefinition& c) {
                c = alarm();
                c.alarmRule.periods = 0;
            } },
        { "measuresLatency:",
            [](CheckDefinition& c) {
                c = alarm();
                c.measuresLatency = true;
            } },
        { "routingControl:", [](CheckDefinition& c) { c.type = CheckType::RecoveryControl; } },
    });
}

TEST(CheckConfig, TwoHundredAndFiftySixChildrenAreAcceptedWithAWarning)
{
    std::vector<std::string> children;
    for (int i = 0; i < 256; ++i)
        children.push_back("child-" + std::to_string(i));
    CheckDefinition check = calculated(children, 1);
    EXPECT_TRUE(validate(check));
    ASSERT_EQ(findingsOf(check).size(), 1U);
    EXPECT_TRUE(findingsOf(check)[0].isWarning);
    EXPECT_EQ(findingsOf(check)[0].field, "children");
    check.children.pop_back();
    EXPECT_TRUE(findingsOf(check).empty());
    EXPECT_EQ(findingsOf(calculated({ "a", "b" }, 3)).size(), 1U); // can never be healthy
    EXPECT_EQ(findingsOf(calculated({ "a", "b" }, 0)).size(), 1U); // always is
    EXPECT_TRUE(validate(calculated({ "a", "b" }, 3)));
}

TEST(CheckConfig, ChildrenMustExistAndNotBeCalculatedThemselves)
{
    CheckDefinition outer = calculated({ "all" }, 1);
    outer.id = "outer";
    const auto nested = validate(std::vector<CheckDefinition> { https(), calculated({ "front" }, 1), outer });
    ASSERT_FALSE(nested);
    EXPECT_NE(nested.error().what.find("calculated itself"), std::string::npos) << nested.error().what;
    const auto unknown = validate(std::vector<CheckDefinition> { https(), calculated({ "back" }, 1) });
    ASSERT_FALSE(unknown);
    EXPECT_NE(unknown.error().what.find("no health check 'back'"), std::string::npos);
    EXPECT_FALSE(validate(std::vector<CheckDefinition> { https(), https() })); // one id twice
    std::vector<CheckDefinition> many;
    for (int i = 0; i < 201; ++i) {
        many.push_back(https());
        many.back().id = "check-" + std::to_string(i);
    }
    EXPECT_TRUE(validate(many));
    ASSERT_EQ(findingsOf(many).size(), 1U); // the quota of an account
    EXPECT_TRUE(findingsOf(many)[0].isWarning);
}

TEST(CheckConfig, TheHostHeaderHasThePortUnlessItIsTheTypesOwn)
{
    const auto host = [](CheckType type, const char* name, const char* ip, int port) {
        CheckDefinition check { .id = "x", .type = type };
        check.endpoint = { .ip = ip, .fqdn = name, .port = port };
        return hostHeaderOf(check);
    };
    EXPECT_EQ(host(CheckType::Http, "a.example", "", 80), "a.example");
    EXPECT_EQ(host(CheckType::Http, "a.example", "", 0), "a.example");
    EXPECT_EQ(host(CheckType::Https, "a.example", "192.0.2.1", 443), "a.example");
    EXPECT_EQ(host(CheckType::Https, "a.example", "", 80), "a.example:80");
    EXPECT_EQ(host(CheckType::Http, "a.example", "", 443), "a.example:443");
    EXPECT_EQ(host(CheckType::HttpsStrMatch, "a.example", "", 8443), "a.example:8443");
    EXPECT_EQ(host(CheckType::Http, "", "192.0.2.1", 80), "192.0.2.1");
    EXPECT_EQ(host(CheckType::Http, "", "192.0.2.1", 8080), "192.0.2.1:8080");
    EXPECT_EQ(host(CheckType::Https, "", "2001:db8::1", 0), "[2001:db8::1]");
}

TEST(CheckConfig, EachPlaceHasTwoCheckers)
{
    CheckDefinition check = https();
    EXPECT_EQ(checkerCountOf(check), 16);
    check.checkerRegions = { "us-east-1", "eu-west-1", "sa-east-1" };
    EXPECT_EQ(checkerCountOf(check), 6);
    EXPECT_EQ(checkerCountOf(alarm()), 0);
}

} // namespace
} // namespace sb
