// SPDX-License-Identifier: GPL-3.0-or-later
// Health checks, CIDR collections and statuses; and that no bytes whatever make an import crash.
#include "backend/base/rng.h"
#include "backend/routing/dns_name.h"
#include "backend/routing/route53_import.h"
#include "tests/backend/routing/zone_text.h"
#include "tests/backend/support/seeds.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace sb {
namespace {

std::string behindPlace(const std::string& line)
{
    return line.substr(line.find(": ") + 2);
}

constexpr std::string_view kChecks = R"json({"HealthChecks": [
{"Id": "web", "CallerReference": "r", "HealthCheckVersion": 3, "HealthCheckConfig": {
    "Type": "HTTPS_STR_MATCH", "IPAddress": "192.0.2.1",
    "FullyQualifiedDomainName": "api-ir.example.com", "Port": 8443,
    "ResourcePath": "/books", "SearchString": "ok", "RequestInterval": 10, "FailureThreshold": 1,
    "MeasureLatency": true, "Inverted": true, "Disabled": true, "EnableSNI": false,
    "Regions": ["eu-west-1", "us-east-1", "us-west-2"]}},
{"Id": "tcp", "HealthCheckConfig": {"Type": "TCP", "IPAddress": "2001:db8::1", "Port": 25}},
{"Id": "sum", "HealthCheckConfig": {"Type": "CALCULATED", "HealthThreshold": 2,
    "ChildHealthChecks": ["web", "tcp"], "Inverted": false}},
{"Id": "alarm", "HealthCheckConfig": {"Type": "CLOUDWATCH_METRIC", "AlarmIdentifier": {"Region": "eu-west-1",
    "Name": "errors"}, "InsufficientDataHealthStatus": "Unhealthy"},
    "CloudWatchAlarmConfiguration": {"Threshold": 5.0}},
{"Id": "arc", "HealthCheckConfig": {"Type": "RECOVERY_CONTROL", "RoutingControlArn": "arn:aws:x"}}
]})json";

TEST(Route53Checks, EveryTypeIsRead)
{
    const ChecksImport import = importChecks(kChecks, "checks.json");
    ASSERT_TRUE(import.report.isSound()) << import.report.toError().what;
    EXPECT_TRUE(import.report.unsupported().empty()) << import.report.unsupported().front();
    ASSERT_EQ(import.checks.size(), 5u);
    CheckDefinition web;
    web.id = "web";
    web.type = CheckType::HttpsStrMatch;
    web.endpoint = { "192.0.2.1", "api-ir.example.com", 8443, "/books", "ok", false };
    web.interval = 10s;
    web.threshold = 1;
    web.measuresLatency = web.isInverted = web.isDisabled = true;
    web.checkerRegions = { "eu-west-1", "us-east-1", "us-west-2" };
    EXPECT_EQ(import.checks[0], web);
    EXPECT_EQ(import.checks[1].endpoint.port, 25);
    EXPECT_EQ(import.checks[1].interval, 30s);
    EXPECT_EQ(import.checks[1].threshold, 3);
    EXPECT_EQ(import.checks[2].children, (std::vector<std::string> { "web", "tcp" }));
    EXPECT_EQ(import.checks[2].healthThreshold, 2);
    EXPECT_EQ(import.checks[3].alarm, (AlarmReference { "eu-west-1", "errors" }));
    EXPECT_EQ(import.checks[3].insufficientData, InsufficientData::Unhealthy);
    EXPECT_EQ(import.checks[4].routingControl, "arn:aws:x");
    EXPECT_TRUE(validate(import.checks)) << validate(import.checks).error().what;
}

TEST(Route53Checks, EveryMistakeNamesItsCheckAndField)
{
    struct Mistake {
        const char* config;
        const char* message;
    };
    const std::vector<Mistake> mistakes {
        { R"({"Type": "HTTPS", "FullyQualifiedDomainName": "a.example.com", "RequestInterval": 20})",
            "check 0 ('c'): HealthCheckConfig.RequestInterval is 20; it must be 10 or 30" },
        { R"({"Type": "HTTPS", "FullyQualifiedDomainName": "a.example.com", "FailureThreshold": 11})",
            "check 0 ('c'): HealthCheckConfig.FailureThreshold is 11; it must be 1 to 10" },
        { R"({"Type": "HTTPS", "FullyQualifiedDomainName": "a.example.com", "Port": 0})",
            "check 0 ('c'): HealthCheckConfig.Port is 0; it must be 1 to 65535" },
        { R"({"Type": "HTTPS", "FullyQualifiedDomainName": "a.example.com", "Inverted": "no"})",
            "check 0 ('c'): HealthCheckConfig.Inverted is 'no'; it must be true or false" },
        { R"({"Type": "HTTPS", "FullyQualifiedDomainName": "a.example.com", "Regions": ["eu-north-1"]})",
            "check 0 ('c'): HealthCheckConfig.Regions names 'eu-north-1', where no checkers are" },
        { R"({"Type": "HTTPS", "FullyQualifiedDomainName": "a.example.com", "Regions": [5]})",
            "check 0 ('c'): HealthCheckConfig.Regions[0] is 5; it must be a text in quotes" },
        { R"({"Type": "HTTPS"})",
            "check 0 ('c'): HealthCheckConfig.FullyQualifiedDomainName is missing; an endpoint has a name or "
            "an IPAddress that is probed" },
        { R"({"Type": "HTTPS", "IPAddress": "300.1.1.1"})",
            "check 0 ('c'): HealthCheckConfig.IPAddress is '300.1.1.1'; it must be an IPv4 or IPv6 address" },
        { R"({"Type": "TCP", "IPAddress": "192.0.2.1"})",
            "check 0 ('c'): HealthCheckConfig.Port is missing; a TCP check has no usual one" },
        { R"({"Type": "HTTP_STR_MATCH", "IPAddress": "192.0.2.1"})",
            "check 0 ('c'): HealthCheckConfig.SearchString is missing; it is what a string match looks for" },
        { R"({"Type": "CALCULATED", "ChildHealthChecks": []})",
            "check 0 ('c'): HealthCheckConfig.HealthThreshold is missing; it says how many children must be "
            "healthy, 0 to 256" },
        { R"({"Type": "CLOUDWATCH_METRIC"})",
            "check 0 ('c'): HealthCheckConfig.AlarmIdentifier is missing; it says which alarm's data the "
            "check "
            "follows" },
        { R"({"Type": "CLOUDWATCH_METRIC", "AlarmIdentifier": {"Name": "x", "Region": "eu-west-1"},)"
          R"( "InsufficientDataHealthStatus": "Maybe"})",
            "check 0 ('c'): HealthCheckConfig.InsufficientDataHealthStatus is 'Maybe'; it must be Healthy, "
            "Unhealthy or LastKnownStatus" },
        { R"({"Type": "RECOVERY_CONTROL"})",
            "check 0 ('c'): HealthCheckConfig.RoutingControlArn is missing; it says which routing control "
            "the "
            "check follows" },
        { R"({})",
            "check 0 ('c'): HealthCheckConfig.Type is missing; it must be a type of health check such as "
            "HTTPS" },
        { R"([])", "check 0 ('c'): HealthCheckConfig is a list; it must be an object" },
    };
    for (const Mistake& mistake : mistakes) {
        const ChecksImport import = importChecks(
            R"({"HealthChecks": [{"Id": "c", "HealthCheckConfig": )" + std::string(mistake.config) + "}]}",
            "checks.json");
        ASSERT_EQ(import.report.mistakeCount(), 1u) << mistake.config;
        EXPECT_EQ(behindPlace(import.report.mistakes()[0]), mistake.message);
    }
}

TEST(Route53Checks, UnknownTypesAreListedAndTwinsRefused)
{
    const ChecksImport unknown = importChecks(
        R"({"HealthChecks": [{"Id": "q", "HealthCheckConfig": {"Type": "QUIC"}}], "Extra": 1})", "c.json");
    EXPECT_TRUE(unknown.report.isSound());
    ASSERT_EQ(unknown.report.unsupported().size(), 2u);
    EXPECT_EQ(behindPlace(unknown.report.unsupported()[0]),
        "check 0 ('q'): HealthCheckConfig.Type is 'QUIC'; the check is left out");
    EXPECT_EQ(
        behindPlace(unknown.report.unsupported()[1]), "member 'Extra' is not known here and has no effect");
    const std::string one
        = R"({"Id": "t", "HealthCheckConfig": {"Type": "TCP", "IPAddress": "192.0.2.1", "Port": 1}})";
    const ChecksImport twins = importChecks("{\"HealthChecks\": [" + one + "," + one + "]}", "c.json");
    ASSERT_EQ(twins.report.mistakeCount(), 1u);
    EXPECT_EQ(behindPlace(twins.report.mistakes()[0]), "check 1 ('t'): Id is that of check 0 already");
}

TEST(CidrImport, CollectionsAreReadFromOneAnswerOrSeveral)
{
    const CidrImport several = importCidr(R"({"CidrCollections": [{"Id": "c1", "Name": "n", "CidrBlocks": [
        {"CidrBlock": "192.0.2.0/24", "LocationName": "office"},
        {"CidrBlock": "2001:db8::/48", "LocationName": "office"},
        {"CidrBlock": "198.51.100.0/24", "LocationName": "home"}]}]})",
        "cidr.json", "");
    ASSERT_TRUE(several.report.isSound()) << several.report.toError().what;
    const CidrCollection expected { "c1",
        { { "office", { "192.0.2.0/24", "2001:db8::/48" } }, { "home", { "198.51.100.0/24" } } } };
    ASSERT_EQ(several.collections.size(), 1u);
    EXPECT_EQ(several.collections[0], expected);

    const std::string one = R"({"CidrBlocks": [{"CidrBlock": "192.0.2.0/24", "LocationName": "office"}]})";
    const CidrImport named = importCidr(one, "cidr.json", "c7");
    ASSERT_TRUE(named.report.isSound()) << named.report.toError().what;
    EXPECT_EQ(named.collections[0].id, "c7");
    const CidrImport unnamed = importCidr(one, "cidr.json", "");
    ASSERT_EQ(unnamed.report.mistakeCount(), 1u);
    EXPECT_EQ(unnamed.report.mistakes()[0],
        "cidr.json:1:1: the file does not say which collection its blocks are of: write its \"Id\" beside "
        "CidrBlocks");
}

TEST(CidrImport, MistakesNameTheCollectionAndTheBlock)
{
    const CidrImport import = importCidr(R"({"CidrBlocks": [{"CidrBlock": "192.0.2.0", "LocationName": "a"},
        {"CidrBlock": "2001:db8::/129", "LocationName": "a"}, {"CidrBlock": "x/8", "LocationName": "a"},
        {"LocationName": "a"}, 5]})",
        "cidr.json", "c");
    const auto mistakes = import.report.mistakes();
    ASSERT_EQ(mistakes.size(), 5u);
    EXPECT_EQ(behindPlace(mistakes[0]),
        "collection 0: CidrBlocks[0].CidrBlock is '192.0.2.0'; it must end in its length, such as /24");
    EXPECT_EQ(behindPlace(mistakes[1]),
        "collection 0: CidrBlocks[1].CidrBlock is '2001:db8::/129'; it must end in its length, such as /24");
    EXPECT_EQ(behindPlace(mistakes[2]),
        "collection 0: CidrBlocks[2].CidrBlock is 'x/8'; it must be a block such as 192.0.2.0/24 or "
        "2001:db8::/48");
    EXPECT_EQ(behindPlace(mistakes[3]),
        "collection 0: CidrBlocks[3].CidrBlock is missing; it must be a text in quotes");
    EXPECT_EQ(behindPlace(mistakes[4]), "collection 0: CidrBlocks[4] is 5; it must be an object");
}

TEST(HealthImport, StatusesAreHealthyOrUnhealthy)
{
    const HealthImport import
        = importHealth(R"({"a-1": "healthy", "LB.example.com": "unhealthy"})", "health.json");
    ASSERT_TRUE(import.report.isSound());
    EXPECT_TRUE(import.healthy.at("a-1"));
    EXPECT_FALSE(import.healthy.at("lb.example.com."));
    const HealthImport wrong = importHealth(R"({"a": "sick", "b": true})", "health.json");
    ASSERT_EQ(wrong.report.mistakes().size(), 2u);
    EXPECT_EQ(wrong.report.mistakes()[0],
        "health.json:1:7: 'a': is 'sick'; it must be \"healthy\" or \"unhealthy\"");
}

TEST(DomainName, NamesHaveOneForm)
{
    EXPECT_EQ(domainName("API.Example.com").value(), "api.example.com.");
    EXPECT_EQ(domainName("\\052.example.com.").value(), "*.example.com.");
    EXPECT_EQ(domainName("a\\056b.example.com.").value(), "a\\056b.example.com.");
    EXPECT_EQ(domainName("\\101.example.com.").value(), "a.example.com.");
    EXPECT_EQ(domainName("a\\377.com.").value(), "a\\377.com.");
    for (const char* wrong : { "", ".", "a..b", ".a", "a\\05", "a\\400.com", "a\\" })
        EXPECT_FALSE(domainName(wrong)) << wrong;
    EXPECT_TRUE(domainName(std::string(63, 'a') + ".com"));
    EXPECT_FALSE(domainName(std::string(64, 'a') + ".com"));
    std::string longName;
    for (int i = 0; i < 127; ++i)
        longName += "a.";
    EXPECT_TRUE(domainName(longName)); // 255 octets
    EXPECT_FALSE(domainName("a." + longName));
    EXPECT_TRUE(isWithin("api.example.com.", "example.com."));
    EXPECT_TRUE(isWithin("example.com.", "example.com."));
    EXPECT_FALSE(isWithin("myexample.com.", "example.com."));
    EXPECT_FALSE(isWithin("com.", "example.com."));
}

// Cuts, swaps, repeats and replaces pieces of a sound file. Some results are sound files of other content;
// what counts is that each is read or refused, and that a refusal names the file.
std::string mutated(std::string text, Rng& rng)
{
    static constexpr std::string_view kPieces[] { "{", "}", "[", "]", ",", ":", "\"", "null", "true", "-1",
        "1e999", "99999999999999999999", "\"\\u0000\"", "\\", "\xff", "{\"a\":", "[[[[" };
    const int edits = static_cast<int>(rng.below(4)) + 1;
    for (int i = 0; i < edits && !text.empty(); ++i) {
        const auto at = static_cast<std::size_t>(rng.below(text.size()));
        const auto length
            = static_cast<std::size_t>(rng.below(std::min<std::uint64_t>(text.size() - at, 40)));
        const std::string piece = text.substr(at, length);
        switch (rng.below(4)) {
        case 0:
            text.erase(at, length + 1);
            break;
        case 1:
            text.insert(static_cast<std::size_t>(rng.below(text.size())), piece);
            break;
        case 2:
            text.insert(at, kPieces[rng.below(std::size(kPieces))]);
            break;
        default:
            text.replace(at, length + 1, kPieces[rng.below(std::size(kPieces))]);
        }
    }
    return text;
}

TEST(Route53Import, MutatedFilesAreReadOrRefusedAndNeverCrash)
{
    const std::string zone = test::zoneText(2,
        { R"({@, "SetIdentifier": "a", "Weight": 3, "HealthCheckId": "c"})",
            R"({@, "SetIdentifier": "g", "GeoLocation": {"CountryCode": "US", "SubdivisionCode": "CA"}})",
            R"({@, "SetIdentifier": "p", "GeoProximityLocation": {"Coordinates": {"Latitude": "1.5",
                "Longitude": "-2"}, "Bias": 5}})",
            R"({@, "SetIdentifier": "c", "CidrRoutingConfig": {"CollectionId": "c", "LocationName": "*"}})",
            R"({"Name": "\\052.example.com.", "Type": "A", "AliasTarget": {"HostedZoneId": "Z",
                "DNSName": "x.y.",
                "EvaluateTargetHealth": true}})" });
    const std::string cidr = R"({"CidrBlocks": [{"CidrBlock": "192.0.2.0/24", "LocationName": "office"}]})";
    std::size_t refused = 0, read = 0;
    for (const std::uint64_t seed : test::seeds(4'000)) {
        Rng rng(seed);
        const auto judge = [&](const ImportReport& report, const char* file) {
            (report.isSound() ? read : refused) += 1;
            for (const std::string& line : report.mistakes())
                EXPECT_EQ(line.rfind(file, 0), 0u) << line << '\n' << test::replayHint(seed);
        };
        judge(importZone(mutated(zone, rng), "zone.json").report, "zone.json");
        judge(importChecks(mutated(std::string(kChecks), rng), "checks.json").report, "checks.json");
        judge(importCidr(mutated(cidr, rng), "cidr.json", "c").report, "cidr.json");
        judge(importHealth(mutated(R"({"a": "healthy", "b.c": "unhealthy"})", rng), "health.json").report,
            "health.json");
    }
    if (test::seeds(4'000).size() > 1) {
        EXPECT_GT(refused, 1'000u);
        EXPECT_GT(read, 100u);
    }
}

} // namespace
} // namespace sb
