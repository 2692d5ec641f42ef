// SPDX-License-Identifier: GPL-3.0-or-later
// Record sets as the cloud's command line prints them, sound ones and every kind of mistake.
#include "backend/routing/route53_import.h"
#include "tests/backend/routing/zone_text.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace sb {
namespace {

using test::zoneText;

// A record of each policy, an escaped name and an alias; real ids would be longer, and change nothing.
constexpr std::string_view kAllPolicies = R"json({
    "ResourceRecordSets": [
        {"Name": "Example.com.", "Type": "SOA", "TTL": 900, "ResourceRecords": [
            {"Value": "ns-1.awsdns-00.org. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400"}]},
        {"Name": "\\052.example.com.", "Type": "A", "TTL": 60, "ResourceRecords": [
            {"Value": "192.0.2.1"}, {"Value": "192.0.2.2"}]},
        {"Name": "w.example.com.", "Type": "A", "SetIdentifier": "one", "Weight": 255, "TTL": 60,
            "ResourceRecords": [{"Value": "192.0.2.3"}], "HealthCheckId": "check-1"},
        {"Name": "f.example.com.", "Type": "AAAA", "SetIdentifier": "p", "Failover": "PRIMARY", "TTL": 60,
            "ResourceRecords": [{"Value": "2001:db8::1"}]},
        {"Name": "f.example.com.", "Type": "AAAA", "SetIdentifier": "s", "Failover": "SECONDARY", "TTL": 60,
            "ResourceRecords": [{"Value": "2001:db8::2"}]},
        {"Name": "l.example.com.", "Type": "A", "SetIdentifier": "eu", "Region": "eu-west-1",
            "AliasTarget": {"HostedZoneId": "Z32O12XQLNTSW2", "DNSName": "LB-1.eu-west-1.elb.amazonaws.com",
            "EvaluateTargetHealth": true}},
        {"Name": "g.example.com.", "Type": "A", "SetIdentifier": "ca", "TTL": 60, "GeoLocation": {
            "CountryCode": "US", "SubdivisionCode": "CA"}, "ResourceRecords": [{"Value": "192.0.2.4"}]},
        {"Name": "g.example.com.", "Type": "A", "SetIdentifier": "eu", "TTL": 60, "GeoLocation": {
            "ContinentCode": "EU"}, "ResourceRecords": [{"Value": "192.0.2.5"}]},
        {"Name": "g.example.com.", "Type": "A", "SetIdentifier": "all", "TTL": 60, "GeoLocation": {
            "CountryCode": "*"}, "ResourceRecords": [{"Value": "192.0.2.6"}]},
        {"Name": "p.example.com.", "Type": "A", "SetIdentifier": "a", "TTL": 60, "GeoProximityLocation": {
            "Coordinates": {"Latitude": "53.35", "Longitude": "-6.2"}, "Bias": -99},
            "ResourceRecords": [{"Value": "192.0.2.7"}]},
        {"Name": "p.example.com.", "Type": "A", "SetIdentifier": "b", "TTL": 60, "GeoProximityLocation": {
            "AWSRegion": "us-east-1"}, "ResourceRecords": [{"Value": "192.0.2.8"}]},
        {"Name": "p.example.com.", "Type": "A", "SetIdentifier": "c", "TTL": 60, "GeoProximityLocation": {
            "LocalZoneGroup": "us-west-2-lax-1"}, "ResourceRecords": [{"Value": "192.0.2.9"}]},
        {"Name": "c.example.com.", "Type": "A", "SetIdentifier": "x", "TTL": 60, "CidrRoutingConfig": {
            "CollectionId": "col-1", "LocationName": "office"}, "ResourceRecords": [{"Value": "192.0.2.10"}]},
        {"Name": "m.example.com.", "Type": "A", "SetIdentifier": "1", "TTL": 2147483647,
            "MultiValueAnswer": true, "ResourceRecords": [{"Value": "192.0.2.11"}]}
    ]
})json";

TEST(Route53Import, EveryPolicyIsRead)
{
    const ZoneImport import = importZone(kAllPolicies, "zone.json");
    ASSERT_TRUE(import.report.isSound()) << import.report.toError().what;
    EXPECT_TRUE(import.report.unsupported().empty());
    const auto& records = import.zone.records;
    ASSERT_EQ(records.size(), 14u);
    EXPECT_EQ(records[0].name, "example.com.");
    EXPECT_EQ(records[0].type, RecordType::SOA);
    EXPECT_EQ(records[0].ttl, 900s);
    EXPECT_EQ(records[1].name, "*.example.com.");
    EXPECT_EQ(records[1].values, (std::vector<std::string> { "192.0.2.1", "192.0.2.2" }));
    EXPECT_EQ(records[2].policy, RecordPolicy(WeightedPolicy { 255 }));
    EXPECT_EQ(records[2].setIdentifier, "one");
    EXPECT_EQ(records[2].healthCheck, "check-1");
    EXPECT_EQ(records[3].policy, RecordPolicy(FailoverPolicy { true }));
    EXPECT_EQ(records[4].policy, RecordPolicy(FailoverPolicy { false }));
    EXPECT_EQ(records[5].policy, RecordPolicy(LatencyPolicy { "eu-west-1" }));
    EXPECT_EQ(
        records[5].alias, (AliasTarget { "Z32O12XQLNTSW2", "lb-1.eu-west-1.elb.amazonaws.com.", true }));
    EXPECT_EQ(records[6].policy, RecordPolicy(GeolocationPolicy { "", "US", "CA" }));
    EXPECT_EQ(records[7].policy, RecordPolicy(GeolocationPolicy { "EU", "", "" }));
    EXPECT_EQ(records[8].policy, RecordPolicy(GeolocationPolicy { "", "*", "" }));
    EXPECT_EQ(
        records[9].policy, RecordPolicy(GeoproximityPolicy { "", "", GeoPoint { 533'500, -62'000 }, -99 }));
    EXPECT_EQ(records[10].policy, RecordPolicy(GeoproximityPolicy { "us-east-1", "", std::nullopt, 0 }));
    EXPECT_EQ(
        records[11].policy, RecordPolicy(GeoproximityPolicy { "", "us-west-2-lax-1", std::nullopt, 0 }));
    EXPECT_EQ(records[12].policy, RecordPolicy(CidrPolicy { "col-1", "office" }));
    EXPECT_EQ(records[13].policy, RecordPolicy(MultivaluePolicy {}));
    EXPECT_EQ(records[13].ttl, std::chrono::seconds { 2'147'483'647 });
    for (std::size_t i = 0; i < records.size(); ++i)
        EXPECT_EQ(records[i].index, i);
    EXPECT_EQ(onlyCollectionOf(import.zone), "col-1");
    EXPECT_EQ(recordLabel(records[5]), "record 5 (l.example.com. A, set 'eu')");
    EXPECT_EQ(recordLabel(records[1]), "record 1 (*.example.com. A)");
}

struct Mistake {
    const char* record; // JSON of the record; '@' stands for a sound name, type, TTL and values
    const char* message; // behind file, line and column
};

// Record 17 of a file, after seventeen sound ones; on line 19.
const std::vector<Mistake> kMistakes {
    { R"({@, "SetIdentifier": "eu", "Weight": 300})",
        "record 17 (api.example.com. A, set 'eu'): Weight is 300; it must be 0 to 255" },
    { R"({@, "SetIdentifier": "eu", "Weight": -1})",
        "record 17 (api.example.com. A, set 'eu'): Weight is -1; it must be 0 to 255" },
    { R"({@, "SetIdentifier": "eu", "Weight": 1.5})",
        "record 17 (api.example.com. A, set 'eu'): Weight is 1.5; it must be 0 to 255" },
    { R"({@, "SetIdentifier": "eu", "Weight": "much"})",
        "record 17 (api.example.com. A, set 'eu'): Weight is 'much'; it must be a whole number from 0 to "
        "255" },
    { R"({@, "Weight": 3})",
        "record 17 (api.example.com. A): SetIdentifier is missing; a record with Weight needs one, to be "
        "told from its siblings" },
    { R"({@, "SetIdentifier": "eu"})",
        "record 17 (api.example.com. A, set 'eu'): SetIdentifier stands in a simple record, which has "
        "none; "
        "is the member of its policy missing?" },
    { R"({@, "SetIdentifier": "eu", "Weight": 3, "Region": "eu-west-1"})",
        "record 17 (api.example.com. A, set 'eu'): Region stands beside Weight; a record follows one "
        "policy" },
    { R"({@, "SetIdentifier": "eu", "Failover": "TERTIARY"})",
        "record 17 (api.example.com. A, set 'eu'): Failover is 'TERTIARY'; it must be PRIMARY or "
        "SECONDARY" },
    { R"({@, "SetIdentifier": "eu", "Region": "Ireland"})",
        "record 17 (api.example.com. A, set 'eu'): Region is 'Ireland'; it must be a region code such as "
        "eu-west-1" },
    { R"({@, "SetIdentifier": "eu", "GeoLocation": {"ContinentCode": "XX"}})",
        "record 17 (api.example.com. A, set 'eu'): GeoLocation.ContinentCode is 'XX'; it must be AF, AN, "
        "AS, EU, NA, OC or SA" },
    { R"({@, "SetIdentifier": "eu", "GeoLocation": {"CountryCode": "Ireland!"}})",
        "record 17 (api.example.com. A, set 'eu'): GeoLocation.CountryCode is 'Ireland!'; it must be a "
        "code "
        "of two capital letters, or '*' for all others" },
    { R"({@, "SetIdentifier": "eu", "GeoLocation": {"CountryCode": "IE", "SubdivisionCode": "D"}})",
        "record 17 (api.example.com. A, set 'eu'): GeoLocation.SubdivisionCode is 'D'; only the "
        "countries "
        "US and UA have any" },
    { R"({@, "SetIdentifier": "eu", "GeoLocation": {"CountryCode": "IE", "ContinentCode": "EU"}})",
        "record 17 (api.example.com. A, set 'eu'): GeoLocation has ContinentCode and CountryCode; "
        "exactly "
        "one of them is possible" },
    { R"({@, "SetIdentifier": "eu", "GeoLocation": {}})",
        "record 17 (api.example.com. A, set 'eu'): GeoLocation has neither ContinentCode nor "
        "CountryCode; "
        "one of them is needed" },
    { R"({@, "SetIdentifier": "eu", "GeoLocation": "IE"})",
        "record 17 (api.example.com. A, set 'eu'): GeoLocation is 'IE'; it must be an object" },
    { R"({@, "SetIdentifier": "eu", "GeoProximityLocation": {"AWSRegion": "eu-west-1", "Bias": 100}})",
        "record 17 (api.example.com. A, set 'eu'): GeoProximityLocation.Bias is 100; it must be -99 to "
        "99" },
    { R"({@, "SetIdentifier": "eu", "GeoProximityLocation": {"Bias": 5}})",
        "record 17 (api.example.com. A, set 'eu'): GeoProximityLocation has 0 places; exactly one of "
        "AWSRegion, LocalZoneGroup and Coordinates is possible" },
    { R"({@, "SetIdentifier": "eu", "GeoProximityLocation": {"Coordinates": {"Latitude": "90.01",)"
      R"( "Longitude": "0"}}})",
        "record 17 (api.example.com. A, set 'eu'): GeoProximityLocation.Coordinates.Latitude is '90.01'; "
        "it "
        "must be degrees from -90 to 90, with two decimals at most" },
    { R"({@, "SetIdentifier": "eu", "GeoProximityLocation": {"Coordinates": {"Latitude": "9"}}})",
        "record 17 (api.example.com. A, set 'eu'): GeoProximityLocation.Coordinates.Longitude is "
        "missing; "
        "it must be degrees from -180 to 180, with two decimals at most" },
    { R"({@, "SetIdentifier": "eu", "CidrRoutingConfig": {"CollectionId": "c"}})",
        "record 17 (api.example.com. A, set 'eu'): CidrRoutingConfig.LocationName is missing; it must be "
        "a "
        "location of the collection, or '*' for all others" },
    { R"({@, "SetIdentifier": "eu", "CidrRoutingConfig": {"CollectionId": "c",)"
      R"( "LocationName": "seventeen-letters"}})",
        "record 17 (api.example.com. A, set 'eu'): CidrRoutingConfig.LocationName has 17 characters; it "
        "must "
        "have 1 to 16" },
    { R"({@, "SetIdentifier": "eu", "MultiValueAnswer": false})",
        "record 17 (api.example.com. A, set 'eu'): MultiValueAnswer is false; it must be true, or left "
        "out" },
    { R"({@, "HealthCheckId": 5})",
        "record 17 (api.example.com. A): HealthCheckId is 5; it must be a text in quotes" },
    { R"({"Name": "api..example.com.", "Type": "A", "TTL": 60, "ResourceRecords":)"
      R"( [{"Value": "192.0.2.1"}]})",
        "record 17 (api..example.com. A): Name is 'api..example.com.', which is no domain name: label 2 "
        "is "
        "empty" },
    { R"({"Name": "\\05x.example.com.", "Type": "A", "TTL": 60, "ResourceRecords":)"
      R"( [{"Value": "192.0.2.1"}]})",
        "record 17 (\\05x.example.com. A): Name is '\\05x.example.com.', which is no domain name: a "
        "backslash must be followed by three octal digits, as in \\052" },
    { R"({"Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "192.0.2.1"}]})",
        "record 17: Name is missing; it must be a domain name" },
    { R"({"Name": "api.example.com.", "TTL": 60, "ResourceRecords": [{"Value": "192.0.2.1"}]})",
        "record 17 (api.example.com.): Type is missing; it must be a record type such as A" },
    { R"({"Name": "api.example.com.", "Type": "A", "ResourceRecords": [{"Value": "192.0.2.1"}]})",
        "record 17 (api.example.com. A): TTL is missing; it must be 0 to 2147483647 seconds" },
    { R"({"Name": "api.example.com.", "Type": "A", "TTL": 2147483648, "ResourceRecords":)"
      R"( [{"Value": "192.0.2.1"}]})",
        "record 17 (api.example.com. A): TTL is 2147483648; it must be 0 to 2147483647" },
    { R"({"Name": "api.example.com.", "Type": "A", "TTL": 60})",
        "record 17 (api.example.com. A): ResourceRecords is missing; a record has values, or an "
        "AliasTarget" },
    { R"({"Name": "api.example.com.", "Type": "A", "TTL": 60, "ResourceRecords": []})",
        "record 17 (api.example.com. A): ResourceRecords is empty; a record has values, or an "
        "AliasTarget" },
    { R"({"Name": "api.example.com.", "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "host"}]})",
        "record 17 (api.example.com. A): ResourceRecords[0].Value is 'host'; an A record has IPv4 "
        "addresses" },
    { R"({"Name": "api.example.com.", "Type": "AAAA", "TTL": 60, "ResourceRecords":)"
      R"( [{"Value": "2001:db8::1"}, {"Value": "192.0.2.1"}]})",
        "record 17 (api.example.com. AAAA): ResourceRecords[1].Value is '192.0.2.1'; an AAAA record has "
        "IPv6 addresses" },
    { R"({"Name": "api.example.com.", "Type": "A", "TTL": 60, "ResourceRecords": ["192.0.2.1"]})",
        "record 17 (api.example.com. A): ResourceRecords[0] is '192.0.2.1'; it must be an object" },
    { R"({"Name": "api.example.com.", "Type": "A", "TTL": 60, "AliasTarget": {"HostedZoneId": "Z1",)"
      R"( "DNSName": "x.example.com.", "EvaluateTargetHealth": true}})",
        "record 17 (api.example.com. A): TTL stands beside AliasTarget; an alias takes its target's" },
    { R"({"Name": "api.example.com.", "Type": "A", "AliasTarget": {"HostedZoneId": "Z1",)"
      R"( "DNSName": "x.example.com."}})",
        "record 17 (api.example.com. A): AliasTarget.EvaluateTargetHealth is missing; it must be true or "
        "false" },
    { R"({"Name": "api.example.com.", "Type": "A", "AliasTarget": {"HostedZoneId": "Z1", "DNSName": "",)"
      R"( "EvaluateTargetHealth": false}})",
        "record 17 (api.example.com. A): AliasTarget.DNSName is '', which is no domain name: it is "
        "empty" },
    { R"({"Name": "api.example.com.", "Type": "A", "SetIdentifier": "m", "MultiValueAnswer": true,)"
      R"( "AliasTarget": {"HostedZoneId": "Z1", "DNSName": "x.", "EvaluateTargetHealth": false}})",
        "record 17 (api.example.com. A, set 'm'): AliasTarget stands beside MultiValueAnswer; a "
        "multivalue "
        "record has values" },
    { R"("a record")", "record 17: is 'a record'; it must be an object" },
};

TEST(Route53Import, EveryMistakeNamesItsRecordAndField)
{
    ASSERT_GE(kMistakes.size(), 25u);
    for (const Mistake& mistake : kMistakes) {
        const ZoneImport import = importZone(zoneText(17, { mistake.record }), "zone.json");
        ASSERT_EQ(import.report.mistakeCount(), 1u) << mistake.record << '\n' << import.report.toError().what;
        const std::string line = import.report.mistakes().front();
        ASSERT_EQ(line.rfind("zone.json:19:", 0), 0u) << line;
        EXPECT_EQ(line.substr(line.find(": ") + 2), mistake.message);
    }
}

TEST(Route53Import, AMistakeIsPlacedAtItsValue)
{
    const ZoneImport import
        = importZone(zoneText(0, { R"({@, "SetIdentifier": "eu", "Weight": 300})" }), "z.json");
    const std::string text = zoneText(0, { R"({@, "SetIdentifier": "eu", "Weight": 300})" });
    const std::size_t line = text.find('\n') + 1;
    ASSERT_EQ(import.report.mistakes().size(), 1u);
    EXPECT_EQ(import.report.mistakes()[0],
        "z.json:2:" + std::to_string(text.find("300") - line + 1)
            + ": record 0 (api.example.com. A, set 'eu'): Weight is 300; it must be 0 to 255");
}

TEST(Route53Import, AllMistakesAreToldAtOnceUpToALimit)
{
    std::vector<std::string> records;
    for (const Mistake& mistake : kMistakes)
        records.emplace_back(mistake.record);
    const ZoneImport some = importZone(zoneText(0, records), "zone.json");
    EXPECT_EQ(some.report.mistakeCount(), kMistakes.size());
    EXPECT_EQ(some.report.mistakes().size(), kMistakes.size());
    EXPECT_FALSE(some.report.isSound());

    const std::vector<std::string> many(150, R"({@, "SetIdentifier": "eu", "Weight": 300})");
    const ZoneImport cut = importZone(zoneText(0, many), "zone.json");
    EXPECT_EQ(cut.report.mistakeCount(), 150u);
    ASSERT_EQ(cut.report.mistakes().size(), kImportMistakesShown + 1);
    EXPECT_EQ(cut.report.mistakes().back(), "zone.json: and 50 mistakes more");
}

TEST(Route53Import, WhatIsNotSupportedIsListed)
{
    const ZoneImport import = importZone(zoneText(0,
                                             { R"({@, "Colour": "red"})", R"({@, "Colour": "blue"})",
                                                 R"({"Name": "x.example.com.", "Type": "WALLET", "TTL": 60,
            "ResourceRecords": [{"Value": "x"}]})",
                                                 R"({@, "TrafficPolicyInstanceId": "t-1"})",
                                                 R"({"Name": "t.example.com.", "Type": "A", "TTL": 60,
            "TrafficPolicyInstanceId": "t-2", "ResourceRecords": []})" }),
        "zone.json");
    ASSERT_TRUE(import.report.isSound()) << import.report.toError().what;
    EXPECT_EQ(import.zone.records.size(), 3u);
    const auto notes = import.report.unsupported();
    ASSERT_EQ(notes.size(), 4u);
    const auto behindPlace = [](const std::string& line) { return line.substr(line.find(": ") + 2); };
    EXPECT_EQ(behindPlace(notes[0]),
        "record 0 (api.example.com. A): member 'Colour' is not known here and has no effect (and 1 times "
        "more)");
    EXPECT_EQ(
        behindPlace(notes[1]), "record 2 (x.example.com. WALLET): Type is 'WALLET'; the record is left out");
    EXPECT_EQ(behindPlace(notes[2]),
        "record 3 (api.example.com. A): TrafficPolicyInstanceId names a traffic policy, which is not read; "
        "the "
        "record counts as it stands here");
    EXPECT_EQ(behindPlace(notes[3]),
        "record 4 (t.example.com. A): TrafficPolicyInstanceId names a traffic policy, which is not read; the "
        "record is left out");
}

TEST(Route53Import, FilesThatAreNoZoneAreRefused)
{
    const auto first = [](std::string_view text) {
        const ZoneImport import = importZone(text, "z.json");
        return import.report.isSound() ? std::string("sound") : import.report.mistakes().front();
    };
    EXPECT_EQ(first("[]"), "z.json:1:1: the file holds a list; it must hold an object");
    EXPECT_EQ(first("{}"),
        "z.json:1:1: ResourceRecordSets is missing; this is not what `aws route53 list-resource-record-sets` "
        "prints");
    EXPECT_EQ(
        first("{\"ResourceRecordSets\": 5}"), "z.json:1:24: ResourceRecordSets is 5; it must be a list");
    EXPECT_EQ(first("{\"ResourceRecordSets\": [], \"IsTruncated\": true}"),
        "z.json:1:43: IsTruncated is true: only one page of the list is here; save all of it");
    EXPECT_EQ(first("{\"ResourceRecordSets\": [], \"NextToken\": \"e\"}"),
        "z.json:1:41: NextToken says that only one page of the list is here; save it without --max-items");
    EXPECT_EQ(first("{\"ResourceRecordSets\": []}"), "sound");
    EXPECT_EQ(first("{\"ResourceRecordSets\": [}").rfind("z.json:1:25: not JSON: ", 0), 0u);
}

TEST(Route53Import, TenThousandRecordsAreRead)
{
    const ZoneImport import = importZone(zoneText(10'000, {}), "zone.json");
    ASSERT_TRUE(import.report.isSound());
    ASSERT_EQ(import.zone.records.size(), 10'000u);
    EXPECT_EQ(import.zone.records.back().index, 9'999u);
    EXPECT_EQ(import.zone.records.back().name, "r9999.example.com.");
    // The mistake of the very last is still found at its place.
    const ZoneImport wrong = importZone(zoneText(9'999, { R"({@, "Weight": 256})" }), "zone.json");
    ASSERT_EQ(wrong.report.mistakeCount(), 2u);
    EXPECT_EQ(wrong.report.mistakes()[0].rfind("zone.json:10001:", 0), 0u) << wrong.report.mistakes()[0];
}

} // namespace
} // namespace sb
