// SPDX-License-Identifier: GPL-3.0-or-later
// A zone that its operator brought, as the zone of a run.
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

RegionId answerOf(const RunZone& zone, bool isEuropeHealthy)
{
    ZoneDesk desk(zone);
    std::vector<RegionHealth> health(2);
    health[0].isHealthy = isEuropeHealthy;
    Rng rng(1);
    RngDraws draws(rng);
    return desk.answer(*askerInCity("Dublin"), health, std::vector<RegionAdmission>(2), draws);
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

TEST(ImportedZone, ADisabledCheckNeverFailsAndAnInvertedOneIsRefused)
{
    const auto checks = [](const std::string& rest) {
        return R"({"HealthChecks": [{"Id": "c1", "HealthCheckConfig": {"Type": "TCP", "Port": 443, )"
               R"("IPAddress": "203.0.113.10", )"
            + rest + "}}]}";
    };
    const std::string disabled = checks(R"("Disabled": true)"), inverted = checks(R"("Inverted": true)");
    const auto zone = importRunZone({ pair(kBoth), disabled, "api.example.com" }, kCodes);
    ASSERT_TRUE(zone) << zone.error().what;
    EXPECT_EQ(answerOf(*zone, false), kEurope);
    const auto refused = importRunZone({ pair(kBoth), inverted, "api.example.com" }, kCodes);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().what,
        "zone-checks: check 0 ('c1') is inverted: it cannot follow a region's health; leave Inverted out for "
        "this "
        "run");
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
