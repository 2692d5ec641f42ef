// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule once where it applies, with its exact words, and once where it does not.
#include "backend/routing/lint.h"
#include "backend/routing/route53_import.h"
#include "tests/backend/routing/zone_text.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <sstream>

namespace sb {
namespace {

constexpr const char* kSoa = R"({"Name": "example.com.", "Type": "SOA", "TTL": 900, "ResourceRecords":)"
                             R"( [{"Value": "ns. host. 1 2 3 4 5"}]})";

// One record of api.example.com. (or another name) of set `id`; `rest` begins with a comma.
std::string leaf(
    const std::string& id, const std::string& rest, const std::string& name = "api", int ttl = 60)
{
    return "{\"Name\": \"" + name + ".example.com.\", \"Type\": \"A\", \"SetIdentifier\": \"" + id
        + "\", \"TTL\": " + std::to_string(ttl) + ", \"ResourceRecords\": [{\"Value\": \"192.0.2.1\"}]" + rest
        + '}';
}

std::string alias(const std::string& id, const std::string& rest, const std::string& target, bool evaluates,
    const std::string& zoneId = "Z1", const std::string& name = "api")
{
    return "{\"Name\": \"" + name + ".example.com.\", \"Type\": \"A\", \"SetIdentifier\": \"" + id
        + "\", \"AliasTarget\": {\"HostedZoneId\": \"" + zoneId + "\", \"DNSName\": \"" + target
        + "\", \"EvaluateTargetHealth\": " + (evaluates ? "true" : "false") + '}' + rest + '}';
}

std::string weight(int weight, const std::string& check = {})
{
    return ", \"Weight\": " + std::to_string(weight)
        + (check.empty() ? std::string() : ", \"HealthCheckId\": \"" + check + '"');
}

std::string role(const std::string& role, const std::string& check = {})
{
    return ", \"Failover\": \"" + role + '"'
        + (check.empty() ? std::string() : ", \"HealthCheckId\": \"" + check + '"');
}

std::string https(const std::string& id, const std::string& members)
{
    return "{\"Id\": \"" + id + "\", \"HealthCheckConfig\": {\"Type\": \"HTTPS\", "
        + (members.find("IPAddress") == std::string::npos && members.find("FullyQ") == std::string::npos
                ? "\"FullyQualifiedDomainName\": \"direct.example.net\", "
                : "")
        + members + (members.empty() ? "" : ", ") + "\"EnableSNI\": true}}";
}

std::string calculated(const std::string& id, int threshold, const std::string& children)
{
    return "{\"Id\": \"" + id + "\", \"HealthCheckConfig\": {\"Type\": \"CALCULATED\", \"HealthThreshold\": "
        + std::to_string(threshold) + ", \"ChildHealthChecks\": [" + children + "]}}";
}

struct Subject {
    std::vector<std::string> records; // behind the SOA record, so that the first is record 1
    std::vector<std::string> checks; // empty: there is no checks' file
    std::string cidr; // empty: none
};

struct Case {
    const char* rule;
    Subject bad;
    const char* what; // of the first finding of the rule
    Subject good;
};

std::vector<LintFinding> lint(const Subject& subject)
{
    std::vector<std::string> records { kSoa };
    records.insert(records.end(), subject.records.begin(), subject.records.end());
    ZoneImport zone = importZone(test::zoneText(0, records), "zone.json");
    EXPECT_TRUE(zone.report.isSound()) << zone.report.toError().what;
    if (!subject.cidr.empty()) {
        CidrImport cidr = importCidr(subject.cidr, "cidr.json", onlyCollectionOf(zone.zone));
        EXPECT_TRUE(cidr.report.isSound()) << cidr.report.toError().what;
        zone.zone.collections = cidr.collections;
    }
    if (subject.checks.empty())
        return lintZone(zone.zone, nullptr);
    std::string text = "{\"HealthChecks\": [";
    for (const std::string& check : subject.checks)
        text += (text.back() == '[' ? "" : ",") + check;
    const ChecksImport checks = importChecks(text + "]}", "checks.json");
    EXPECT_TRUE(checks.report.isSound()) << checks.report.toError().what;
    return lintZone(zone.zone, &checks.checks);
}

const LintFinding* findRule(const std::vector<LintFinding>& findings, std::string_view rule)
{
    const auto found = std::find_if(
        findings.begin(), findings.end(), [rule](const LintFinding& f) { return f.rule->id == rule; });
    return found == findings.end() ? nullptr : &*found;
}

const std::string kGeo = R"(, "GeoLocation": {"CountryCode": "IE"})";
const std::string kGeoAll = R"(, "GeoLocation": {"CountryCode": "*"})";
const std::string kMulti = R"(, "MultiValueAnswer": true)";
const std::string kMultiChecked = R"(, "MultiValueAnswer": true, "HealthCheckId": "c")";

std::string region(const std::string& code, const std::string& check = {})
{
    return ", \"Region\": \"" + code + '"'
        + (check.empty() ? std::string() : ", \"HealthCheckId\": \"" + check + '"');
}

std::string cidr(const std::string& location)
{
    return R"(, "CidrRoutingConfig": {"CollectionId": "col", "LocationName": ")" + location + "\"}";
}

std::string blocks(const std::string& block, const std::string& location)
{
    return R"({"CidrBlocks": [{"CidrBlock": ")" + block + R"(", "LocationName": ")" + location + "\"}]}";
}

std::vector<std::string> nine()
{
    std::vector<std::string> records;
    for (int i = 0; i < 9; ++i)
        records.push_back(leaf(std::to_string(i), kMultiChecked));
    return records;
}

std::vector<Case> branchCases()
{
    const Subject goodFailover { { leaf("p", role("PRIMARY", "c")), leaf("s", role("SECONDARY", "d")) }, {},
        {} };
    return {
        { "failover-primary-unchecked",
            { { leaf("p", role("PRIMARY")), leaf("s", role("SECONDARY", "d")) }, {}, {} },
            "record 1 (api.example.com. A, set 'p'): the primary has no health check", goodFailover },
        { "failover-secondary-unchecked",
            { { leaf("p", role("PRIMARY", "c")), leaf("s", role("SECONDARY")) }, {}, {} },
            "record 2 (api.example.com. A, set 's'): the secondary has no health check", goodFailover },
        { "failover-alone", { { leaf("p", role("PRIMARY", "c")) }, {}, {} },
            "record 1 (api.example.com. A, set 'p'): there is no secondary", goodFailover },
        { "failover-alias-not-evaluated",
            { { alias("p", role("PRIMARY", "c"), "lb.example.net.", false),
                  leaf("s", role("SECONDARY", "d")) },
                {}, {} },
            "record 1 (api.example.com. A, set 'p'): a failover alias does not evaluate the health of its "
            "target",
            { { alias("p", role("PRIMARY"), "lb.example.net.", true), leaf("s", role("SECONDARY", "d")) }, {},
                {} } },
        { "leaf-unchecked",
            { { alias("e", region("eu-west-1"), "eu.example.com.", true),
                  alias("u", region("us-east-1"), "us.example.com.", true), leaf("1", weight(1, "c"), "eu"),
                  leaf("2", weight(1), "eu"), leaf("3", weight(1, "c"), "us") },
                {}, {} },
            "record 4 (eu.example.com. A, set '2'): no health check, although record 1 (api.example.com. A, "
            "set "
            "'e') evaluates its health",
            { { alias("e", region("eu-west-1"), "eu.example.com.", true),
                  alias("u", region("us-east-1"), "us.example.com.", true), leaf("1", weight(1, "c"), "eu"),
                  leaf("3", weight(1, "d"), "us") },
                {}, {} } },
    };
}

std::vector<Case> groupCases()
{
    const Subject goodWeights { { leaf("a", weight(1, "c")), leaf("b", weight(2, "d")) }, {}, {} };
    return {
        { "group-unchecked", { { leaf("a", weight(1)), leaf("b", weight(2)) }, {}, {} },
            "record 1 (api.example.com. A, set 'a'), record 2 (api.example.com. A, set 'b'): none of the "
            "records "
            "has a health check",
            goodWeights },
        { "sibling-unchecked", { { leaf("a", weight(1, "c")), leaf("b", weight(2)) }, {}, {} },
            "record 2 (api.example.com. A, set 'b'): no health check, although siblings have one",
            goodWeights },
        { "shared-check", { { leaf("a", weight(1, "c")), leaf("b", weight(2, "c")) }, {}, {} },
            "record 1 (api.example.com. A, set 'a'), record 2 (api.example.com. A, set 'b'): siblings have "
            "the "
            "same health check 'c'",
            goodWeights },
        { "check-never-consulted", { { R"({@, "HealthCheckId": "c"})" }, {}, {} },
            "record 1 (api.example.com. A): a health check on a record without siblings",
            { { leaf("a", weight(1, "c"), "eu"), alias("e", region("eu-west-1"), "eu.example.com.", true) },
                {}, {} } },
        { "ttl-above-60", { { leaf("a", weight(1, "c"), "api", 61), leaf("b", weight(2, "d")) }, {}, {} },
            "record 1 (api.example.com. A, set 'a'): a TTL of 61 s beside a health check", goodWeights },
        { "different-ttls", { { leaf("a", weight(1, "c"), "api", 30), leaf("b", weight(2, "d")) }, {}, {} },
            "record 1 (api.example.com. A, set 'a'), record 2 (api.example.com. A, set 'b'): the TTLs of the "
            "group differ",
            goodWeights },
        { "ttl-outlasts-detection",
            { { leaf("a", weight(1, "c")), leaf("b", weight(2, "d")) },
                { https("c", R"("RequestInterval": 10, "FailureThreshold": 1)"), https("d", "") }, {} },
            "record 1 (api.example.com. A, set 'a'): a TTL of 60 s behind a check that detects in about 10 s",
            { { leaf("a", weight(1, "c")), leaf("b", weight(2, "d")) },
                { https("c", R"("RequestInterval": 10, "FailureThreshold": 2)"), https("d", "") }, {} } },
        { "weights-all-zero", { { leaf("a", weight(0)), leaf("b", weight(0)) }, {}, {} },
            "record 1 (api.example.com. A, set 'a'), record 2 (api.example.com. A, set 'b'): every weight is "
            "0",
            goodWeights },
        { "weight-zero-standby", { { leaf("a", weight(1, "c")), leaf("b", weight(0, "d")) }, {}, {} },
            "record 2 (api.example.com. A, set 'b'): weight 0 beside siblings with health checks",
            goodWeights },
        { "weight-zero-unused", { { leaf("a", weight(1)), leaf("b", weight(0)) }, {}, {} },
            "record 2 (api.example.com. A, set 'b'): weight 0 beside siblings with weights",
            { { leaf("a", weight(1, "c")), leaf("b", weight(0, "d")) }, {}, {} } },
        { "multivalue-unchecked", { { leaf("a", kMulti), leaf("b", kMultiChecked) }, {}, {} },
            "record 1 (api.example.com. A, set 'a'): no health check",
            { { leaf("a", kMultiChecked), leaf("b", kMultiChecked) }, {}, {} } },
        { "multivalue-above-8", { nine(), {}, {} },
            "record 1 (api.example.com. A, set '0'), record 2 (api.example.com. A, set '1'), record 3 "
            "(api.example.com. A, set '2'), record 4 (api.example.com. A, set '3') and 5 more: 9 values, "
            "more than one answer holds",
            { { leaf("a", kMultiChecked), leaf("b", kMultiChecked) }, {}, {} } },
        { "cname-at-apex",
            { { R"({"Name": "example.com.", "Type": "CNAME", "TTL": 60,)"
                  R"( "ResourceRecords": [{"Value": "a.b"}]})" },
                {}, {} },
            "record 1 (example.com. CNAME): a CNAME at the zone's own name",
            { { R"({"Name": "w.example.com.", "Type": "CNAME", "TTL": 60,)"
                  R"( "ResourceRecords": [{"Value": "a.b"}]})" },
                {}, {} } },
    };
}

std::vector<Case> placeCases()
{
    const Subject goodCidr { { leaf("o", cidr("office")), leaf("d", cidr("*")) }, {},
        blocks("192.0.2.0/24", "office") };
    return {
        { "geolocation-without-default", { { leaf("i", kGeo) }, {}, {} },
            "record 1 (api.example.com. A, set 'i'): no record is for all other places",
            { { leaf("i", kGeo), leaf("d", kGeoAll) }, {}, {} } },
        { "latency-china", { { leaf("c", region("cn-north-1")) }, {}, {} },
            "record 1 (api.example.com. A, set 'c'): a latency record of region cn-north-1",
            { { leaf("c", region("eu-west-1")) }, {}, {} } },
        { "region-unmeasured", { { leaf("c", region("xx-nowhere-9")) }, {}, {} },
            "record 1 (api.example.com. A, set 'c'): region xx-nowhere-9 is not one of those measured",
            { { leaf("c", region("eu-west-1")) }, {}, {} } },
        { "cidr-collection-missing", { { leaf("o", cidr("office")), leaf("d", cidr("*")) }, {}, {} },
            "record 1 (api.example.com. A, set 'o'): collection 'col' is not there", goodCidr },
        { "cidr-location-missing",
            { { leaf("o", cidr("ofice")), leaf("d", cidr("*")) }, {}, blocks("192.0.2.0/24", "office") },
            "record 1 (api.example.com. A, set 'o'): collection 'col' has no location 'ofice'", goodCidr },
        { "cidr-without-default", { { leaf("o", cidr("office")) }, {}, blocks("192.0.2.0/24", "office") },
            "record 1 (api.example.com. A, set 'o'): no record is for location '*'", goodCidr },
        { "cidr-block-too-long",
            { { leaf("o", cidr("office")), leaf("d", cidr("*")) }, {}, blocks("2001:db8::/49", "office") },
            "collection 'col', location 'office': block 2001:db8::/49",
            { { leaf("o", cidr("office")), leaf("d", cidr("*")) }, {}, blocks("2001:db8::/48", "office") } },
    };
}

std::vector<Case> aliasCases()
{
    const std::string cloudFront = "d1.cloudfront.net.";
    return {
        { "alias-not-evaluated",
            { { alias("a", weight(1, "c"), "lb.example.net.", false), leaf("b", weight(1, "d")) }, {}, {} },
            "record 1 (api.example.com. A, set 'a'): an alias with siblings does not evaluate the health of "
            "its "
            "target",
            { { alias("a", weight(1, "c"), "lb.example.net.", true), leaf("b", weight(1, "d")) }, {}, {} } },
        { "evaluate-not-allowed", { { alias("a", weight(1), cloudFront, true, "Z2FDTNDATAQYW2") }, {}, {} },
            "record 1 (api.example.com. A, set 'a'): evaluates the health of d1.cloudfront.net.",
            { { alias("a", weight(1), cloudFront, false, "Z2FDTNDATAQYW2") }, {}, {} } },
        { "evaluate-no-benefit",
            { { alias("a", weight(1), "d-x.execute-api.eu-west-1.amazonaws.com.", true) }, {}, {} },
            "record 1 (api.example.com. A, set 'a'): evaluates the health of "
            "d-x.execute-api.eu-west-1.amazonaws.com.",
            { { alias("a", weight(1), "lb-1.eu-west-1.elb.amazonaws.com.", true) }, {}, {} } },
        { "alias-target-missing", { { alias("a", weight(1), "nowhere.example.com.", true) }, {}, {} },
            "record 1 (api.example.com. A, set 'a'): the zone has no record nowhere.example.com.",
            { { alias("a", weight(1), "eu.example.com.", true), leaf("b", weight(1, "c"), "eu") }, {}, {} } },
        { "alias-cycle",
            { { alias("a", weight(1), "eu.example.com.", true),
                  alias("b", weight(1), "api.example.com.", true, "Z1", "eu") },
                {}, {} },
            "record 1 (api.example.com. A, set 'a'), record 2 (eu.example.com. A, set 'b'): the aliases lead "
            "back "
            "to api.example.com.",
            { { alias("a", weight(1), "eu.example.com.", true), leaf("b", weight(1, "c"), "eu") }, {}, {} } },
    };
}

std::vector<Case> checkCases()
{
    const std::vector<std::string> used { leaf("a", weight(1, "c")), leaf("b", weight(1, "d")) };
    const std::vector<std::string> sound { https("c", ""), https("d", "") };
    const Subject good { used, sound, {} };
    const auto withC = [&](const std::string& c) { return Subject { used, { c, sound[1] }, {} }; };
    std::string many;
    for (int i = 0; i < 256; ++i)
        many += (i == 0 ? "\"" : ", \"") + std::to_string(i) + '"';
    std::vector<std::string> twoHundredAndOne;
    for (int i = 0; i < 201; ++i)
        twoHundredAndOne.push_back(https(std::to_string(i), ""));
    return {
        { "unknown-check", { used, { sound[0] }, {} },
            "record 2 (api.example.com. A, set 'b'): there is no health check 'd' in the checks' file",
            good },
        { "check-probes-own-name", withC(https("c", R"("FullyQualifiedDomainName": "API.example.com")")),
            "record 1 (api.example.com. A, set 'a'): its health check probes api.example.com., the very name "
            "that "
            "is routed",
            good },
        { "check-always-healthy", withC(calculated("c", 0, "\"d\"")),
            "check 'c': 0 of 1 children must be healthy: always so", withC(calculated("c", 1, "\"d\"")) },
        { "check-always-unhealthy", withC(calculated("c", 3, "\"d\"")),
            "check 'c': 3 of 1 children must be healthy: never so", withC(calculated("c", 1, "\"d\"")) },
        { "calculated-of-calculated",
            { used, { calculated("c", 1, "\"e\""), sound[1], calculated("e", 1, "\"d\"") }, {} },
            "check 'c': child 'e' is calculated itself", withC(calculated("c", 1, "\"d\"")) },
        { "calculated-child-missing", withC(calculated("c", 1, "\"x\"")),
            "check 'c': there is no health check 'x'", withC(calculated("c", 1, "\"d\"")) },
        { "calculated-too-many", withC(calculated("c", 1, many)), "check 'c': 256 children",
            withC(calculated("c", 1, "\"d\"")) },
        { "check-inverted", withC(https("c", R"("Inverted": true)")), "check 'c': the check is inverted",
            good },
        { "check-disabled", withC(https("c", R"("Disabled": true)")), "check 'c': the check is disabled",
            good },
        { "check-unused", { used, { sound[0], sound[1], https("e", "") }, {} },
            "check 'e': nothing uses the check", good },
        { "threshold-one", withC(https("c", R"("FailureThreshold": 1)")),
            "check 'c': a failure threshold of 1", good },
        { "few-checker-regions", withC(https("c", R"("Regions": ["eu-west-1", "us-east-1"])")),
            "check 'c': checked from 2 regions",
            withC(https("c", R"("Regions": ["eu-west-1", "us-east-1", "us-west-2"])")) },
        { "endpoint-unreachable", withC(https("c", R"("IPAddress": "172.16.0.1")")),
            "check 'c': probes 172.16.0.1", withC(https("c", R"("IPAddress": "172.32.0.1")")) },
        { "sni-off",
            withC(R"({"Id": "c", "HealthCheckConfig": {"Type": "HTTPS", "EnableSNI": false,)"
                  R"( "FullyQualifiedDomainName": "direct.example.net"}})"),
            "check 'c': HTTPS without the server's name", good },
        { "port-of-other-protocol", withC(https("c", R"("Port": 80)")), "check 'c': HTTPS on port 80",
            withC(https("c", R"("Port": 8443)")) },
        { "insufficient-data-healthy",
            withC(R"({"Id": "c", "HealthCheckConfig": {"Type": "CLOUDWATCH_METRIC", "AlarmIdentifier":)"
                  R"( {"Region": "eu-west-1", "Name": "x"}, "InsufficientDataHealthStatus": "Healthy"}})"),
            "check 'c': without data the alarm counts as healthy", good },
        { "checks-above-quota", { used, twoHundredAndOne, {} }, "201 health checks in all", good },
        { "check-invalid", withC(https("c", R"("SearchString": "x")")),
            "check 'c': health check c (HTTPS, index 0): searchString: only HTTP_STR_MATCH and "
            "HTTPS_STR_MATCH look "
            "for a string",
            good },
    };
}

std::vector<Case> allCases()
{
    std::vector<Case> all = branchCases();
    for (const auto& more : { groupCases(), placeCases(), aliasCases(), checkCases() })
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

TEST(Lint, EveryRuleIsFoundWhereItAppliesAndNotWhereItDoesNot)
{
    for (const Case& test : allCases()) {
        const std::vector<LintFinding> bad = lint(test.bad);
        const LintFinding* finding = findRule(bad, test.rule);
        if (finding == nullptr) {
            ADD_FAILURE() << test.rule << " is not found where it applies";
            continue;
        }
        EXPECT_EQ(finding->what, test.what) << test.rule;
        for (const LintFinding& other : lint(test.good))
            EXPECT_NE(other.rule->id, test.rule) << other.what;
    }
}

TEST(Lint, EveryRuleHasItsCaseConsequenceAndMend)
{
    std::map<std::string_view, int> cases;
    for (const Case& test : allCases())
        ++cases[test.rule];
    for (const LintRule& rule : lintRules()) {
        EXPECT_EQ(cases[rule.id], 1) << rule.id;
        EXPECT_FALSE(rule.consequence.empty()) << rule.id;
        EXPECT_FALSE(rule.mend.empty()) << rule.id;
    }
    EXPECT_EQ(cases.size(), lintRules().size());
}

TEST(Lint, TheDocumentationListsEveryRuleAsItIs)
{
    std::ostringstream text;
    text << std::ifstream(SB_SOURCE_DIR "/docs/zones.md").rdbuf();
    for (const LintRule& rule : lintRules()) {
        const std::string row = "| `" + std::string(rule.id) + "` | " + std::string(toString(rule.severity))
            + " | " + std::string(rule.consequence) + " | " + std::string(rule.mend) + " |\n";
        EXPECT_NE(text.str().find(row), std::string::npos) << row;
    }
}

TEST(Lint, AnAliasWithACheckOfItsOwnNeedsNoChecksBelow)
{
    const Subject subject { { alias("e", region("eu-west-1", "c"), "eu.example.com.", true),
                                alias("u", region("us-east-1", "d"), "us.example.com.", true),
                                leaf("1", weight(1), "eu"), leaf("2", weight(1), "us") },
        {}, {} };
    EXPECT_EQ(findRule(lint(subject), "leaf-unchecked"), nullptr);
}

TEST(Lint, ASoundZoneHasNoFindings)
{
    const Subject sound { { leaf("p", role("PRIMARY", "c")), leaf("s", role("SECONDARY", "d")) },
        { https("c", ""), https("d", "") }, {} };
    for (const LintFinding& finding : lint(sound))
        ADD_FAILURE() << toText(finding);
}

TEST(Lint, AFindingIsWrittenWithItsConsequenceAndMend)
{
    const auto findings = lint({ { leaf("p", role("PRIMARY")), leaf("s", role("SECONDARY", "d")) }, {}, {} });
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(toText(findings[0]),
        "error: record 1 (api.example.com. A, set 'p'): the primary has no health check "
        "[failover-primary-unchecked]\n"
        "  so   the primary always counts as healthy, so nothing ever fails over\n"
        "  mend attach a health check to the primary, or evaluate the health of its target\n");
}

TEST(Lint, AChainOfTenThousandAliasesIsFollowed)
{
    std::vector<std::string> records;
    for (int i = 0; i < 10'000; ++i)
        records.push_back(alias("x", weight(1), "n" + std::to_string((i + 1) % 10'000) + ".example.com.",
            true, "Z1", "n" + std::to_string(i)));
    const auto findings = lint({ records, {}, {} });
    const LintFinding* cycle = findRule(findings, "alias-cycle");
    ASSERT_NE(cycle, nullptr);
    EXPECT_EQ(cycle->records.size(), 10'000u);
}

} // namespace
} // namespace sb
