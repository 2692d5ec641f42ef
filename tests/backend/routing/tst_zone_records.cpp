// SPDX-License-Identifier: GPL-3.0-or-later
// What a zone may hold, how it is refused, and how it is compiled.
#include "tests/backend/routing/zone_builder.h"

#include "backend/base/text.h"

namespace sb {
namespace {

using namespace test;

TEST(ZoneRecords, TypesAndPoliciesHaveTheNamesOfTheStandard)
{
    for (int i = 0; i < kRecordTypeCount; ++i) {
        const auto type = static_cast<RecordType>(i);
        EXPECT_EQ(recordTypeFromText(toString(type)), type);
    }
    EXPECT_EQ(recordTypeFromText("a"), std::nullopt);
    EXPECT_EQ(recordTypeFromText(""), std::nullopt);
    EXPECT_EQ(toString(RecordType::SVCB), "SVCB");
    EXPECT_EQ(policyName(CidrPolicy {}), "ip-based");
    EXPECT_EQ(policyName(MultivaluePolicy {}), "multivalue");
}

TEST(ZoneRecords, ASoundZoneHasNoFindings)
{
    ZoneBuilder zone;
    zone.leaf("one", WeightedPolicy { 0 }).leaf("two", WeightedPolicy { 255 });
    zone.alias("three", WeightedPolicy { 1 }, "lb.example.net.", true);
    EXPECT_EQ(validateZone(zone.file), std::vector<std::string> {});
    EXPECT_EQ(validateZone(ZoneFile {}), std::vector<std::string> {});
}

// Exactly one finding, which names record 1 and has all of `parts` in it.
void expectFinding(const ZoneBuilder& zone, std::vector<std::string> parts)
{
    const std::vector<std::string> findings = validateZone(zone.file);
    ASSERT_EQ(findings.size(), 1U) << joined(findings, "\n");
    parts.push_back("record 1, api.example.com. A");
    for (const std::string& part : parts)
        EXPECT_NE(findings.front().find(part), std::string::npos) << findings.front() << "\nlacks: " << part;
    EXPECT_FALSE(CompiledZone::compile(zone.file).has_value());
}

// Two records of the same policy, the second of which is to be spoilt.
ZoneBuilder pair(RecordPolicy first, RecordPolicy second)
{
    ZoneBuilder zone;
    zone.leaf("first", std::move(first)).leaf("second", std::move(second));
    return zone;
}

TEST(ZoneRecords, AGroupHasOnePolicyAndDistinctIdentifiers)
{
    expectFinding(pair(WeightedPolicy { 1 }, LatencyPolicy { "eu-west-1" }),
        { "'second'", "policy is latency", "record 0 is weighted", "put an alias between" });
    ZoneBuilder twins = pair(WeightedPolicy { 1 }, WeightedPolicy { 2 });
    twins.file.records[1].setIdentifier = "first";
    expectFinding(twins, { "SetIdentifier", "record 0 as well" });
    ZoneBuilder nameless = pair(WeightedPolicy { 1 }, WeightedPolicy { 2 });
    nameless.file.records[1].setIdentifier.clear();
    expectFinding(nameless, { "SetIdentifier is missing" });
    ZoneBuilder simple = pair(SimplePolicy {}, SimplePolicy {});
    simple.file.records[0].setIdentifier.clear();
    simple.file.records[1].setIdentifier.clear();
    expectFinding(simple, { "simple like that of record 0", "keep one record with all values" });
}

TEST(ZoneRecords, EachPolicyKeepsItsLimits)
{
    expectFinding(pair(WeightedPolicy { 255 }, WeightedPolicy { 256 }), { "Weight is 256; write 0 to 255" });
    expectFinding(pair(WeightedPolicy { 0 }, WeightedPolicy { -1 }), { "Weight is -1" });
    expectFinding(
        pair(LatencyPolicy { "eu-west-1" }, LatencyPolicy { "eu-west-1" }), { "Region 'eu-west-1'" });
    expectFinding(pair(LatencyPolicy { "eu-west-1" }, LatencyPolicy {}), { "Region is empty" });
    expectFinding(pair(FailoverPolicy { true }, FailoverPolicy { true }), { "Failover 'PRIMARY'" });
    using Geo = GeolocationPolicy;
    const Geo usa { "", "US", "" };
    expectFinding(pair(usa, usa), { "GeoLocation", "record 0 as well" });
    expectFinding(pair(usa, Geo {}), { "exactly one of ContinentCode and CountryCode" });
    expectFinding(pair(usa, Geo { "EU", "FR", "" }), { "exactly one of" });
    expectFinding(pair(usa, Geo { "XX", "", "" }), { "ContinentCode is 'XX'" });
    expectFinding(pair(usa, Geo { "", "XX", "" }), { "CountryCode is 'XX'" });
    expectFinding(pair(usa, Geo { "", "us", "" }), { "CountryCode is 'us'" });
    expectFinding(pair(usa, Geo { "", "FR", "75" }), { "SubdivisionCode", "another country than US or UA" });
    using Near = GeoproximityPolicy;
    const Near ireland { "eu-west-1", "", {}, 0 };
    expectFinding(pair(ireland, Near { "eu-west-1", "x", {}, 0 }), { "names 2 places" });
    expectFinding(pair(ireland, Near {}), { "names 0 places" });
    expectFinding(pair(ireland, Near { "eu-west-1", "", {}, 100 }), { "Bias is 100; write -99 to 99" });
    expectFinding(pair(ireland, Near { "", "", GeoPoint { 900'001, 0 }, 0 }), { "outside the globe" });
    ZoneBuilder twoValues = pair(WeightedPolicy { 1 }, WeightedPolicy { 1 });
    twoValues.file.records[1].values = { "a", "b" };
    expectFinding(twoValues, { "hold 2 values" });
    ZoneBuilder alias = pair(MultivaluePolicy {}, MultivaluePolicy {});
    alias.file.records[1].values.clear();
    alias.file.records[1].alias = AliasTarget { "Z2", "lb.example.net.", false };
    expectFinding(alias, { "AliasTarget is not allowed with the multivalue policy" });
    ZoneBuilder ttls = pair(WeightedPolicy { 1 }, WeightedPolicy { 1 });
    ttls.file.records[1].ttl = 61s;
    expectFinding(ttls, { "TTL differs from that of record 0" });
}

TEST(ZoneRecords, AHundredWeightedRecordsAreAllowedAndNoMore)
{
    ZoneBuilder zone;
    for (int i = 0; i < 100; ++i)
        zone.leaf("r" + std::to_string(i), WeightedPolicy { 1 });
    EXPECT_EQ(validateZone(zone.file).size(), 0U);
    zone.leaf("r100", WeightedPolicy { 1 });
    ASSERT_EQ(validateZone(zone.file).size(), 1U);
    EXPECT_NE(validateZone(zone.file).front().find("record 100"), std::string::npos);
}

TEST(ZoneRecords, CommonFieldsAreChecked)
{
    const auto spoilt = [](auto spoil) {
        ZoneBuilder zone = pair(WeightedPolicy { 1 }, WeightedPolicy { 1 });
        spoil(zone.file.records[1]);
        zone.file.records[0].ttl = zone.file.records[1].ttl;
        return zone;
    };
    expectFinding(spoilt([](ZoneRecord& r) { r.values.clear(); }), { "ResourceRecords are empty" });
    expectFinding(
        spoilt([](ZoneRecord& r) { r.setIdentifier = std::string(129, 'x'); }), { "128 characters" });
    expectFinding(spoilt([](ZoneRecord& r) {
        r.alias = AliasTarget { "Z2", "lb.example.net.", true };
    }),
        { "stand beside an AliasTarget" });
    expectFinding(spoilt([](ZoneRecord& r) {
        r.values.clear();
        r.alias = AliasTarget { "Z2", "lb.example.net", true };
    }),
        { "AliasTarget.DNSName must be absolute" });
    for (const auto& [name, part] : { std::pair { "api.example.com", "must be absolute" },
             { "API.example.com.", "must be lower case" } }) {
        ZoneBuilder zone;
        zone.leaf("x", WeightedPolicy { 1 }, "", name);
        ASSERT_EQ(validateZone(zone.file).size(), 1U);
        EXPECT_NE(validateZone(zone.file).front().find(part), std::string::npos);
    }
    for (const Duration ttl : { Duration { -1'000'000 }, Duration { 2'147'483'648 * 1'000'000 } }) {
        ZoneBuilder zone;
        zone.leaf("x", WeightedPolicy { 1 });
        zone.file.records[0].ttl = ttl;
        ASSERT_EQ(validateZone(zone.file).size(), 1U);
        EXPECT_NE(validateZone(zone.file).front().find("write 0 to 2147483647"), std::string::npos);
    }
}

TEST(ZoneRecords, CollectionsAreChecked)
{
    const auto with = [](CidrCollection collection, CidrPolicy policy = { "c1", "a" }) {
        ZoneBuilder zone;
        zone.file.collections.push_back(std::move(collection));
        zone.leaf("x", std::move(policy));
        return validateZone(zone.file);
    };
    const auto expectOne = [](const std::vector<std::string>& findings, const std::string& part) {
        ASSERT_EQ(findings.size(), 1U) << part << "\n" << joined(findings, "\n");
        EXPECT_NE(findings.front().find(part), std::string::npos) << findings.front();
    };
    EXPECT_EQ(with({ "c1", { { "a", { "192.0.2.0/24", "2001:db8::/48" } } } }).size(), 0U);
    expectOne(with({ "c1", { { "a", { "192.0.2.0/25" } } } }), "a length of 25; write 1 to 24");
    expectOne(with({ "c1", { { "a", { "2001:db8::/49" } } } }), "a length of 49; write 1 to 48");
    expectOne(with({ "c1", { { "a", { "0.0.0.0/0" } } } }), "a length of 0");
    expectOne(with({ "c1", { { "a", { "192.0.2/24" } } } }), "is no address");
    expectOne(
        with({ "c1", { { "a", { "10.0.0.0/8" } }, { "b", { "10.0.0.0/8" } } } }), "in location 'a' as well");
    expectOne(with({ "c1", { { "a", {} } } }, { "c2", "a" }), "'c2' is no collection");
    expectOne(with({ "c1", { { "a", {} } } }, { "c1", "b" }), "'b' is no location of collection 'c1'");
    EXPECT_EQ(with({ "c1", { { "aaaaaaaaaaaaaaaaa", {} } } }, { "c1", "aaaaaaaaaaaaaaaaa" }).size(), 2U);
}

TEST(CompiledZones, RefuseAliasesThatLeadBackAndNameTheWayRound)
{
    ZoneBuilder zone;
    zone.alias("x", WeightedPolicy { 1 }, "b.example.com.", true);
    zone.alias("x", WeightedPolicy { 1 }, "c.example.com.", false, "", "b.example.com.");
    zone.leaf("y", WeightedPolicy { 1 }, "", "c.example.com.");
    ASSERT_TRUE(CompiledZone::compile(zone.file).has_value());
    zone.alias("z", WeightedPolicy { 1 }, "b.example.com.", true, "", "c.example.com.");
    const auto refused = CompiledZone::compile(zone.file);
    ASSERT_FALSE(refused.has_value());
    EXPECT_NE(refused.error().what.find("b.example.com. A -> c.example.com. A -> b.example.com. A"),
        std::string::npos)
        << refused.error().what;
    ZoneBuilder self;
    self.alias("x", WeightedPolicy { 1 }, kName, true);
    EXPECT_FALSE(CompiledZone::compile(self.file).has_value());
}

TEST(CompiledZones, RefuseChainsThatAreTooDeep)
{
    for (const int depth : { CompiledZone::kDepthMax, CompiledZone::kDepthMax + 1, 9'000 }) {
        ZoneBuilder zone;
        for (int i = 0; i < depth; ++i)
            zone.alias("x", WeightedPolicy { 1 }, "n" + std::to_string(i + 1) + ".example.com.", true, "",
                "n" + std::to_string(i) + ".example.com.");
        zone.leaf("x", WeightedPolicy { 1 }, "", "n" + std::to_string(depth) + ".example.com.");
        EXPECT_EQ(CompiledZone::compile(zone.file).has_value(), depth <= CompiledZone::kDepthMax) << depth;
    }
}

TEST(CompiledZones, AnAliasIntoAnotherZoneIsATargetOutsideThoughTheNameIsHereToo)
{
    ZoneBuilder zone;
    zone.leaf("inside", WeightedPolicy { 1 }, "", "lb.example.com.");
    zone.alias("out", WeightedPolicy { 1 }, "lb.example.com.", true);
    zone.file.records.back().alias->zoneId = "Z2";
    EXPECT_EQ(zone.compiled()->outsideTargets(), (std::vector<std::string> { "lb.example.com." }));
    zone.file.records.back().alias->zoneId = "Z1";
    EXPECT_TRUE(zone.compiled()->outsideTargets().empty());
    zone.file.records.back().alias->name = "nowhere.example.com.";
    EXPECT_EQ(zone.compiled()->outsideTargets(), (std::vector<std::string> { "nowhere.example.com." }));
}

TEST(CompiledZones, FindANameItsCanonicalNameOrTheNearestWildcard)
{
    ZoneBuilder zone;
    zone.leaf("a", WeightedPolicy { 1 });
    zone.leaf("w", WeightedPolicy { 1 }, "", "*.example.com.");
    zone.leaf("c", WeightedPolicy { 1 }, "", "www.example.com.");
    zone.file.records.back().type = RecordType::CNAME;
    const auto compiled = zone.compiled();
    const auto nameFor = [&](const char* name, RecordType type = RecordType::A) {
        const auto group = compiled->groupFor(absoluteName(name), type);
        return group ? compiled->groups()[*group].name : std::string("none");
    };
    EXPECT_EQ(nameFor("API.example.com"), "api.example.com.");
    EXPECT_EQ(nameFor("api.example.com", RecordType::AAAA), "none"); // it exists, so no wildcard stands in
    EXPECT_EQ(nameFor("www.example.com"), "www.example.com.");
    EXPECT_EQ(nameFor("x.example.com"), "*.example.com.");
    EXPECT_EQ(nameFor("x.y.example.com"), "*.example.com.");
    EXPECT_EQ(nameFor("x.api.example.com"), "none"); // its parent exists
    EXPECT_EQ(nameFor("example.org"), "none");
    EXPECT_EQ(nameFor("."), "none");
}

} // namespace
} // namespace sb
