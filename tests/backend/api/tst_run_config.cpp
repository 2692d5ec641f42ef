// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/run_config.h"

#include <functional>
#include <gtest/gtest.h>

using namespace sb;

namespace {

RunConfig unusual()
{
    RunConfig config;
    config.title = "Büro \"7\" \\ lunch";
    config.seed = 0xFFFF'FFFF'FFFF'FFFFULL;
    config.start = { 1'900'000'001 };
    config.regions = { "us-east-1", "eu-west-1", "ap-southeast-1" };
    config.store = StoreKind::Sqlite;
    config.requestRateHz = 20'000;
    config.cities = 1;
    config.ttlIgnorersPercent = 100;
    config.stockPercent = 3;
    config.logEntriesMax = 10'000'000;
    config.policy = RoutingPolicy::Failover;
    config.ttl = 1s + 1us;
    config.healthInterval = 30s;
    config.healthThreshold = 10;
    config.failBack = FailBackMode::Instant;
    config.rampDwell = 1h;
    config.errorObjectivePerMille = 1;
    config.rtoObjective = 15min;
    config.lagObjective = 250ms;
    config.buggify = true;
    config.sharedAccountsPercent = 0;
    config.checkDesign = CheckDesign::CapacityDrain;
    config.checksDeeply = true;
    config.cachingClientsPercent = 60;
    config.pooledClientsPercent = 40;
    config.browserCache = true;
    config.hintObeyedPercent = 100;
    config.originAttempts = 1;
    config.originConnectTimeout = 1s;
    config.entry = Entry::OriginGroup;
    config.photosPerMinute = 6'000;
    return config;
}

std::string refusal(const std::string& json)
{
    const auto config = runConfigFromJson(json);
    EXPECT_FALSE(config) << json;
    return config ? "" : config.error().what;
}

} // namespace

TEST(RunConfigJson, everyFieldSurvivesTheRoundTripExactly)
{
    for (const RunConfig& config : { RunConfig {}, unusual() }) {
        const auto read = runConfigFromJson(toJson(config));
        ASSERT_TRUE(read) << read.error().what;
        EXPECT_TRUE(*read == config) << toJson(*read);
        EXPECT_EQ(toJson(*read), toJson(config));
    }
}

TEST(RunConfigJson, missingFieldsKeepTheirDefaults)
{
    const auto config = runConfigFromJson(R"({"seed": 42})");
    ASSERT_TRUE(config);
    RunConfig expected;
    expected.seed = 42;
    EXPECT_TRUE(*config == expected);
    EXPECT_TRUE(*runConfigFromJson("{}") == RunConfig {});
}

TEST(RunConfigJson, unknownFieldsAreRefusedByNameWithTheNearestOne)
{
    EXPECT_NE(refusal(R"({"sede": 42})")
                  .find("'sede' is not a field of the run configuration; did you mean 'seed'?"),
        std::string::npos);
    EXPECT_NE(refusal(R"({"qqqqqqqqqqqqqqqq": 1})").find("known: title, seed"), std::string::npos);
}

TEST(RunConfigJson, malformedTextNamesLineAndColumn)
{
    const std::string what = refusal("{\n  \"seed\": oops }");
    EXPECT_NE(what.find("line 2"), std::string::npos) << what;
    EXPECT_FALSE(runConfigFromJson(""));
    EXPECT_FALSE(runConfigFromJson("[]"));
    EXPECT_FALSE(runConfigFromJson("{} {}"));
    EXPECT_FALSE(runConfigFromJson(std::string(100'000, '[')));
}

TEST(RunConfigJson, wrongTypesAreRefusedByField)
{
    const std::pair<const char*, const char*> cases[] {
        { R"({"seed": -1})", "seed must be a whole number" },
        { R"({"seed": "7"})", "seed must be a whole number" },
        { R"({"cities": 1.5})", "cities must be a whole number" },
        { R"({"cities": 99999999999})", "cities is far out of range" },
        { R"({"ttlUs": 18446744073709551615})", "ttlUs must be a whole number" },
        { R"({"regions": "eu-west-1"})", "regions must be a list" },
        { R"({"regions": [1]})", "regions must be a text" },
        { R"({"store": "disk"})", "store must be one of: memory, sqlite" },
        { R"({"policy": 1})", "policy must be one of: latency, failover" },
        { R"({"failBack": "slow"})", "failBack must be one of: damped, instant" },
        { R"({"title": null})", "title must be a text" },
    };
    for (const auto& [json, words] : cases)
        EXPECT_NE(refusal(json).find(words), std::string::npos) << refusal(json);
}

TEST(RunConfigValidation, eachRangeIsKeptAtBothEndsAndNamed)
{
    using Change = std::function<void(RunConfig&)>;
    const std::pair<const char*, Change> refused[] {
        { "title", [](RunConfig& c) { c.title.clear(); } },
        { "title", [](RunConfig& c) { c.title = "two\nlines"; } },
        { "regions", [](RunConfig& c) { c.regions.clear(); } },
        { "regions", [](RunConfig& c) { c.regions.assign(22, "r"); } },
        { "eu-west-1 twice",
            [](RunConfig& c) {
                c.regions = { "eu-west-1", "eu-west-1" };
            } },
        { "no region code", [](RunConfig& c) { c.regions = { "eu west 1" }; } },
        { "cachingClientsPercent + pooledClientsPercent",
            [](RunConfig& c) {
                c.cachingClientsPercent = 51;
                c.pooledClientsPercent = 50;
            } },
        { "hintObeyedPercent", [](RunConfig& c) { c.hintObeyedPercent = 101; } },
        { "originAttempts", [](RunConfig& c) { c.originAttempts = 0; } },
        { "originConnectTimeout", [](RunConfig& c) { c.originConnectTimeout = 10s + 1us; } },
        { "entry origin-group",
            [](RunConfig& c) {
                c.regions = { "eu-west-1" };
                c.entry = Entry::OriginGroup;
            } },
        { "primary and a secondary",
            [](RunConfig& c) {
                c.regions = { "eu-west-1" };
                c.policy = RoutingPolicy::Failover;
            } },
        { "start", [](RunConfig& c) { c.start.unixSeconds = -1; } },
        { "requestRateHz", [](RunConfig& c) { c.requestRateHz = 0; } },
        { "requestRateHz", [](RunConfig& c) { c.requestRateHz = 20'001; } },
        { "logEntriesMax", [](RunConfig& c) { c.logEntriesMax = 999; } },
        { "logEntriesMax", [](RunConfig& c) { c.logEntriesMax = 10'000'001; } },
        { "cities", [](RunConfig& c) { c.cities = 301; } },
        { "photosPerMinute", [](RunConfig& c) { c.photosPerMinute = 6'001; } },
        { "stockPercent", [](RunConfig& c) { c.stockPercent = 0; } },
        { "stockPercent", [](RunConfig& c) { c.stockPercent = 101; } },
        { "ttlIgnorersPercent", [](RunConfig& c) { c.ttlIgnorersPercent = -1; } },
        { "ttl ", [](RunConfig& c) { c.ttl = 999ms; } },
        { "ttl ", [](RunConfig& c) { c.ttl = 2h; } },
        { "healthInterval", [](RunConfig& c) { c.healthInterval = 20s; } },
        { "healthThreshold", [](RunConfig& c) { c.healthThreshold = 11; } },
        { "rampDwell", [](RunConfig& c) { c.rampDwell = 0s; } },
        { "errorObjectivePerMille", [](RunConfig& c) { c.errorObjectivePerMille = 0; } },
        { "rtoObjective", [](RunConfig& c) { c.rtoObjective = 25h; } },
        { "lagObjective", [](RunConfig& c) { c.lagObjective = 0s; } },
    };
    EXPECT_TRUE(validate(RunConfig {}));
    EXPECT_TRUE(validate(unusual()));
    for (const auto& [words, change] : refused) {
        RunConfig config;
        change(config);
        const auto outcome = validate(config);
        ASSERT_FALSE(outcome) << words;
        EXPECT_EQ(outcome.error().code, Errc::BadInput);
        EXPECT_NE(outcome.error().what.find(words), std::string::npos) << outcome.error().what;
    }
}
