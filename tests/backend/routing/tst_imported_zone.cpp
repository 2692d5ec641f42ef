// SPDX-License-Identifier: GPL-3.0-or-later
// A zone that its operator brought, as the zone of a run.
#include "backend/base/text.h"
#include "backend/routing/imported_zone.h"
#include "tests/backend/routing/zone_text.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

const std::vector<std::string> kCodes { "eu-west-1", "ap-southeast-1" };
constexpr RegionId kEurope { 0 }, kAsia { 1 };

// A failover pair of addresses that say nothing of regions, with checks that do not either.
std::string pair(const std::string& endpoints)
{
    std::string text = test::zoneText(0,
        { R"({"Name": "api.example.com.", "Type": "A", "SetIdentifier": "p", "Failover": "PRIMARY",)"
          R"( "TTL": 60, "ResourceRecords": [{"Value": "203.0.113.10"}], "HealthCheckId": "c1"})",
            R"({"Name": "api.example.com.", "Type": "A", "SetIdentifier": "s", "Failover": "SECONDARY",)"
            R"( "TTL": 60, "ResourceRecords": [{"Value": "203.0.113.20"}], "HealthCheckId": "c2"})" });
    return endpoints.empty() ? text : "{\"Endpoints\": " + endpoints + ", " + text.substr(1);
}

const std::string kBoth = R"({"203.0.113.10": "eu-west-1", "203.0.113.20": "ap-southeast-1"})";

// `checks`: what is believed of the zone's own definitions, by place.
RegionId answerOf(const RunZone& zone, bool isEuropeHealthy, const std::vector<RegionHealth>& checks = {})
{
    ZoneDesk desk(zone);
    std::vector<RegionHealth> health(2);
    health[0].isHealthy = isEuropeHealthy;
    Rng rng(1);
    RngDraws draws(rng);
    return desk.answer(*askerInCity("Dublin"), health, std::vector<RegionAdmission>(2), draws, checks);
}

TEST(ImportedZone, EndpointsTellWhichValueIsWhichRegion)
{
    const auto zone = importRunZone({ pair(kBoth), "", "API.example.com" }, kCodes);
    ASSERT_TRUE(zone) << zone.error().what;
    EXPECT_FALSE(zone->isOwn);
    EXPECT_EQ(zone->name, "api.example.com");
    EXPECT_EQ(answerOf(*zone, true), kEurope);
    // The check follows its record's region although its id names none.
    EXPECT_EQ(answerOf(*zone, false), kAsia);
}

std::string check(const std::string& id, const std::string& config)
{
    return R"({"Id": ")" + id + R"(", "HealthCheckConfig": {)" + config + "}}";
}
std::string checksText(const std::vector<std::string>& checks)
{
    return R"({"HealthChecks": [)" + joined(checks, ", ") + "]}";
}
const std::string kEuropeTcp = R"("Type": "TCP", "Port": 443, "IPAddress": "203.0.113.10")";
const std::string kAsiaTcp = R"("Type": "TCP", "Port": 443, "IPAddress": "203.0.113.20")";

TEST(ImportedZone, ChecksAreBelievedAsTheySayAndNotAsTheirRegionIs)
{
    const auto zone = importRunZone(
        { pair(kBoth),
            checksText({ check("c1", kEuropeTcp), check("c2", kAsiaTcp + R"(, "Inverted": true)") }),
            "api.example.com" },
        kCodes);
    ASSERT_TRUE(zone) << zone.error().what;
    ASSERT_EQ(zone->definitions.size(), 2u);
    EXPECT_TRUE(zone->definitions[1].isInverted);
    EXPECT_EQ(zone->probed, (std::vector<RegionId> { kEurope, kAsia }));
    // An inverted check says nothing of how its region is: that keeps its own.
    EXPECT_EQ(zone->governedBy, (std::vector<std::uint32_t> { 0, kNoIndex }));
    EXPECT_TRUE(zone->unmapped.empty());
    EXPECT_EQ(answerOf(*zone, false, { { true }, { true } }), kEurope);
    EXPECT_EQ(answerOf(*zone, true, { { false }, { true } }), kAsia);
    EXPECT_EQ(answerOf(*zone, true, { { false }, { false } }), kEurope); // the last resort
}

TEST(ImportedZone, ChildrenComeAlongAndUnusedChecksDoNot)
{
    const auto zone = importRunZone(
        { pair(kBoth),
            checksText({ check("unused", kAsiaTcp), check("a", kEuropeTcp), check("b", kEuropeTcp),
                check("c1",
                    R"("Type": "CALCULATED", "HealthThreshold": 1, "ChildHealthChecks": ["a", "b"])") }),
            "api.example.com" },
        kCodes);
    ASSERT_TRUE(zone) << zone.error().what;
    ASSERT_EQ(zone->definitions.size(), 3u);
    EXPECT_EQ(zone->definitions[2].id, "c1");
    EXPECT_EQ(zone->governedBy, (std::vector<std::uint32_t> { 2, kNoIndex }));
    EXPECT_EQ(zone->probed, (std::vector<RegionId> { kEurope, kEurope, RegionId {} }));
    // The other check is in no file: it follows its region's health.
    EXPECT_EQ(zone->checks[*zone->zone->checkIndex("c2")].defined, kNoIndex);
    EXPECT_EQ(zone->checks[*zone->zone->checkIndex("c2")].region, kAsia);
}

TEST(ImportedZone, WhatHasNothingToFollowIsListedByRecordAndField)
{
    const auto zone = importRunZone(
        { pair(kBoth),
            checksText({ check("c1",
                             R"("Type": "CLOUDWATCH_METRIC", "AlarmIdentifier": )"
                             R"({"Region": "eu-west-1", "Name": "high"})"),
                check("c2", R"("Type": "CALCULATED", "HealthThreshold": 1, "ChildHealthChecks": ["far"])"),
                check("far", R"("Type": "TCP", "Port": 443, "IPAddress": "198.51.100.7")") }),
            "api.example.com" },
        kCodes);
    ASSERT_TRUE(zone) << zone.error().what;
    ASSERT_EQ(zone->unmapped.size(), 2u);
    EXPECT_EQ(zone->unmapped[0],
        "check 0 ('c1', used by record 0 (api.example.com. A, set 'p')): "
        "CloudWatchAlarmConfiguration.MetricName '' is measured nowhere here, so its alarm has no data; "
        "ErrorShare and ReplicationLag are");
    EXPECT_EQ(zone->unmapped[1],
        "check 2 ('far', a child of another check): HealthCheckConfig.IPAddress '198.51.100.7' stands for no "
        "region of this run, so nobody probes it and it stays healthy; name it in Endpoints");
}

TEST(ImportedZone, FaultsOfChecksNameTheCheckAndItsField)
{
    const auto reasonOf = [](const std::vector<std::string>& checks) {
        const auto run = importRunZone({ pair(kBoth), checksText(checks), "api.example.com" }, kCodes);
        return run ? std::string("accepted") : run.error().what;
    };
    const std::string interval = reasonOf({ check("c1", kEuropeTcp + R"(, "RequestInterval": 20)") });
    EXPECT_NE(interval.find("check 0 ('c1'): HealthCheckConfig.RequestInterval is 20"), std::string::npos)
        << interval;
    const std::string orphan = reasonOf({ check("c2", kAsiaTcp),
        check("c1", R"("Type": "CALCULATED", "HealthThreshold": 1, "ChildHealthChecks": ["gone"])") });
    EXPECT_NE(
        orphan.find("zone-checks: health check c1 (CALCULATED, index 1): children[0]: "), std::string::npos)
        << orphan;
    const std::string taken = reasonOf({ check("endpoint-eu-west-1", kEuropeTcp),
        check("c1",
            R"("Type": "CALCULATED", "HealthThreshold": 1, "ChildHealthChecks": ["endpoint-eu-west-1"])") });
    EXPECT_NE(taken.find("health check endpoint-eu-west-1 (TCP, index 0): id: "), std::string::npos) << taken;
}

TEST(ImportedZone, ValuesOfNoRegionMistakesAndMissingNamesAreRefused)
{
    const auto reasonOf = [](const std::string& zone, const std::string& name) {
        const auto run = importRunZone({ zone, "", name }, kCodes);
        return run ? std::string("accepted") : run.error().what;
    };
    EXPECT_EQ(reasonOf(pair(""), "api.example.com")
                  .rfind("zone: record 0, api.example.com.: value '203.0.113.10'", 0),
        0u)
        << reasonOf(pair(""), "api.example.com");
    EXPECT_EQ(
        reasonOf(pair(kBoth), "www.example.com").rfind("zone: the zone has no record of type A", 0), 0u);
    EXPECT_EQ(reasonOf(pair(kBoth), "a..b"), "zone-name 'a..b' is no domain name: label 2 is empty");
    EXPECT_EQ(reasonOf("{", "a.b").rfind("zone:1:2: not JSON: ", 0), 0u);
    EXPECT_EQ(reasonOf(pair(R"({"203.0.113.10": "Ireland"})"), "api.example.com"),
        "zone:1:32: Endpoints.203.0.113.10 is 'Ireland'; it must be a region code such as eu-west-1");
}

} // namespace
} // namespace sb
