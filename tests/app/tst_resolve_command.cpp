// SPDX-License-Identifier: GPL-3.0-or-later
// signalbox resolve as a process: answers, shapes, explanations, refusals.
#include "tests/app/program_calls.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace sb {
namespace {

using test::Call;
using Json = nlohmann::json;

constexpr const char* kZones = SB_SOURCE_DIR "/resources/zones/";
constexpr const char* kIreland = "5f1b6f0e-0000-4000-8000-000000000001";
constexpr const char* kSingapore = "5f1b6f0e-0000-4000-8000-000000000002";

std::string leaf(const std::string& id, const std::string& value, const std::string& rest)
{
    return R"({"Name": "api.example.com.", "Type": "A", "SetIdentifier": ")" + id
        + R"(", "TTL": 60, "ResourceRecords": [{"Value": ")" + value + "\"}], " + rest + '}';
}

class ResolveCalls : public test::ProgramCalls {
protected:
    void writeZone(const std::vector<std::string>& records) const
    {
        std::string text = "{\"ResourceRecordSets\": [\n";
        for (std::size_t i = 0; i < records.size(); ++i)
            text += records[i] + (i + 1 < records.size() ? ",\n" : "\n");
        write("zone.json", text + "]}\n");
    }

    // 10/20/20, each with a check.
    void writeWeights() const
    {
        writeZone({ leaf("a", "192.0.2.1", R"("Weight": 10, "HealthCheckId": "ca")"),
            leaf("b", "192.0.2.2", R"("Weight": 20, "HealthCheckId": "cb")"),
            leaf("c", "192.0.2.3", R"("Weight": 20, "HealthCheckId": "cc")") });
    }

    [[nodiscard]] Json json(const std::string& words) const
    {
        const Call result = call("resolve --json " + words);
        EXPECT_EQ(result.exitCode, 0) << words << '\n' << result.err;
        Json parsed = Json::parse(result.out, nullptr, false);
        EXPECT_TRUE(parsed.is_object()) << result.out;
        return parsed.is_object() ? parsed : Json::object();
    }

    // Of the only answer.
    [[nodiscard]] std::string valueOf(const std::string& words) const
    {
        const Json parsed = json(words);
        EXPECT_EQ(parsed["answers"].size(), 1u) << parsed;
        return parsed["answers"].empty() ? "" : parsed["answers"][0]["value"].get<std::string>();
    }
};

std::string shipped(const char* zone)
{
    return "--zone '" + (kZones + std::string(zone)) + "' ";
}

TEST_F(ResolveCalls, TheWorkshopFailsOverAndFailsOpen)
{
    const std::string question = shipped("workshop.json") + "--name api.example.com --type A ";
    const std::string ireland = "d-ireland001.execute-api.eu-west-1.amazonaws.com";
    const std::string singapore = "d-singapore1.execute-api.ap-southeast-1.amazonaws.com";
    EXPECT_EQ(valueOf(question + "--city Dublin"), ireland);
    EXPECT_EQ(valueOf(question + "--city Singapore"), singapore);
    EXPECT_EQ(valueOf(question + "--region eu-central-1"), ireland);
    write("ir.json", "{\"" + std::string(kIreland) + "\": \"unhealthy\"}");
    EXPECT_EQ(valueOf(question + "--city Dublin --health ir.json"), singapore);
    write("both.json",
        "{\"" + std::string(kIreland) + "\": \"unhealthy\", \"" + kSingapore + "\": \"unhealthy\"}");
    EXPECT_EQ(valueOf(question + "--city Dublin --health both.json"), ireland);
}

TEST_F(ResolveCalls, TheJsonHasItsShape)
{
    writeWeights();
    const Json result = json("--zone zone.json --name API.example.com --type A --city Dublin --draws 3000");
    EXPECT_EQ(result["name"], "API.example.com");
    EXPECT_EQ(result["type"], "A");
    EXPECT_EQ(result["draws"], 3000);
    EXPECT_EQ(result["noAnswer"], 0);
    EXPECT_EQ(result["explanation"], Json::object());
    EXPECT_EQ(result["unsupported"], Json::array());
    std::set<std::string> sets;
    int sum = 0;
    for (const Json& answer : result["answers"]) {
        sets.insert(answer["setIdentifier"].get<std::string>());
        sum += answer["count"].get<int>();
        EXPECT_EQ(answer["ttlSeconds"], 60);
        EXPECT_EQ(answer["entry"], answer["setIdentifier"]);
    }
    EXPECT_EQ(sets, (std::set<std::string> { "a", "b", "c" }));
    EXPECT_EQ(sum, 3000);
    EXPECT_FALSE(result.contains("findings"));
}

TEST_F(ResolveCalls, WeightsAreRenormalisedOverTheHealthy)
{
    writeWeights();
    write("health.json", R"({"cc": "unhealthy"})");
    const Json result = json(
        "--zone zone.json --name api.example.com --type A --city Dublin --health health.json --draws 30000");
    ASSERT_EQ(result["answers"].size(), 2u);
    EXPECT_EQ(result["answers"][0]["setIdentifier"], "b");
    EXPECT_EQ(result["answers"][1]["setIdentifier"], "a");
    // A third, not a fifth: six standard deviations of 30 000 draws are 490.
    EXPECT_NEAR(result["answers"][1]["count"].get<int>(), 10'000, 490);
}

TEST_F(ResolveCalls, TheSeedDecidesTheDraws)
{
    writeWeights();
    const std::string question
        = "resolve --zone zone.json --name api.example.com --city Dublin --draws 50 --json";
    EXPECT_EQ(call(question + " --seed 9").out, call(question + " --seed 9").out);
    EXPECT_EQ(call(question).out, call(question + " --seed 1").out);
    EXPECT_NE(call(question + " --seed 9").out, call(question + " --seed 10").out);
}

TEST_F(ResolveCalls, ValuesAnsweredTogetherAreJoined)
{
    std::vector<std::string> records;
    for (int i = 0; i < 12; ++i)
        records.push_back(
            leaf("m" + std::to_string(i), "192.0.2." + std::to_string(i), R"("MultiValueAnswer": true)"));
    writeZone(records);
    const std::string value = valueOf("--zone zone.json --name api.example.com --type A --city Lagos");
    EXPECT_EQ(std::count(value.begin(), value.end(), ','), 7) << value;
}

TEST_F(ResolveCalls, NoDefaultLocationMeansNoAnswer)
{
    writeZone({ leaf("ie", "192.0.2.1", R"("GeoLocation": {"CountryCode": "IE"})"),
        leaf("ca", "192.0.2.2", R"("GeoLocation": {"CountryCode": "US", "SubdivisionCode": "CA"})") });
    const std::string question = "--zone zone.json --name api.example.com --type A --draws 4 ";
    const Json nobody = json(question + "--geo FR");
    EXPECT_EQ(nobody["noAnswer"], 4);
    EXPECT_TRUE(nobody["answers"].empty());
    EXPECT_EQ(json(question + "--subnet 203.0.113.0/24")["noAnswer"], 4);
    EXPECT_EQ(json(question + "--geo US")["noAnswer"], 4);
    EXPECT_EQ(valueOf(question + "--geo IE"), "192.0.2.1");
    EXPECT_EQ(valueOf(question + "--geo US-CA"), "192.0.2.2");
}

TEST_F(ResolveCalls, BlocksOfACollectionDecide)
{
    writeZone(
        { leaf("o", "192.0.2.1", R"("CidrRoutingConfig": {"CollectionId": "c", "LocationName": "office"})"),
            leaf("d", "192.0.2.2", R"("CidrRoutingConfig": {"CollectionId": "c", "LocationName": "*"})") });
    write("cidr.json", R"({"CidrBlocks": [{"CidrBlock": "203.0.113.0/24", "LocationName": "office"}]})");
    const std::string question = "--zone zone.json --cidr cidr.json --name api.example.com --type A ";
    EXPECT_EQ(valueOf(question + "--subnet 203.0.113.7"), "192.0.2.1");
    EXPECT_EQ(valueOf(question + "--subnet 203.0.0.0/16"), "192.0.2.2");
}

TEST_F(ResolveCalls, NestedBranchesAreBackedOutOf)
{
    const std::string question = shipped("nested.json") + "--name shop.example.com --type A --city Tokyo ";
    const auto city = [&](const std::string& words) {
        const std::string set = json(words)["answers"][0]["setIdentifier"].get<std::string>();
        return set.substr(0, set.find(' '));
    };
    EXPECT_EQ(city(question), "tokyo");
    // tokyo is the fourth region of the file: checks …30 and …31.
    write("one.json", R"({"7a2c9d10-0000-4000-8000-000000000030": "unhealthy"})");
    EXPECT_EQ(valueOf(question + "--health one.json --draws 20"), "203.0.113.41");
    write("two.json",
        R"({"7a2c9d10-0000-4000-8000-000000000030": "unhealthy",)"
        R"( "7a2c9d10-0000-4000-8000-000000000031": "unhealthy"})");
    EXPECT_EQ(city(question + "--health two.json"), "singapore");
    const Json why = json(question + "--health two.json --explain");
    EXPECT_EQ(why["answers"][0]["entry"], "Asia");
    EXPECT_FALSE(why["explanation"].empty());
    EXPECT_HOLDS(why["explanation"].dump(), "tokyo.shop.example.com.");
}

TEST_F(ResolveCalls, CalculatedChecksCountTheirChildren)
{
    writeZone({ leaf("p", "192.0.2.1", R"("Failover": "PRIMARY", "HealthCheckId": "sum")"),
        leaf("s", "192.0.2.2", R"("Failover": "SECONDARY")") });
    const auto tcp = [](const std::string& id, const std::string& rest) {
        return R"({"Id": ")" + id
            + R"(", "HealthCheckConfig": {"Type": "TCP", "IPAddress": "192.0.2.1", "Port": 1)" + rest + "}}";
    };
    write("checks.json",
        R"({"HealthChecks": [{"Id": "sum", "HealthCheckConfig": {"Type": "CALCULATED", "HealthThreshold": 2,)"
        R"( "ChildHealthChecks": ["x", "y", "z"]}}, )"
            + tcp("x", "") + ", " + tcp("y", R"(, "Disabled": true)") + ", "
            + tcp("z", R"(, "Inverted": true)") + "]}");
    const std::string question
        = "--zone zone.json --checks checks.json --name api.example.com --type A --city Dublin ";
    EXPECT_EQ(valueOf(question), "192.0.2.1");
    write("health.json", R"({"x": "unhealthy"})");
    EXPECT_EQ(valueOf(question + "--health health.json"), "192.0.2.2");
    write("health.json", R"({"x": "unhealthy", "z": "healthy"})");
    EXPECT_EQ(valueOf(question + "--health health.json"), "192.0.2.1");
}

TEST_F(ResolveCalls, TextIsForPeople)
{
    writeWeights();
    write("health.json", R"({"cb": "unhealthy", "cc": "unhealthy", "nobody": "healthy"})");
    const Call result = call("resolve --zone zone.json --health health.json --name api.example.com --type A "
                             "--city Dublin --explain");
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_EQ(
        result.out.rfind("api.example.com A, asked from Dublin, IE\n  192.0.2.1  ttl 60 s  set a\n\n", 0), 0u)
        << result.out;
    EXPECT_HOLDS(result.out, "struck out: unhealthy");
    EXPECT_EQ(result.err,
        "health.json: 'nobody' is neither the health check of a record nor an alias target outside the zone; "
        "it "
        "has no effect\n");
    const Call many = call(
        "resolve --zone zone.json --health health.json --name api.example.com --city Dublin --draws 2000");
    EXPECT_HOLDS(many.out, "192.0.2.1  ttl 60 s  2 000 of 2 000, 100.0 %  set a");
}

TEST_F(ResolveCalls, TheLintJudgesWithoutAQuestion)
{
    writeZone({ leaf("p", "192.0.2.1", R"("Failover": "PRIMARY")"),
        leaf("s", "192.0.2.2", R"("Failover": "SECONDARY", "HealthCheckId": "x")") });
    const Call text = call("resolve --zone zone.json --lint");
    EXPECT_EQ(text.exitCode, 1);
    EXPECT_HOLDS(text.out,
        "error: record 0 (api.example.com. A, set 'p'): the primary has no health check "
        "[failover-primary-unchecked]\n");
    EXPECT_HOLDS(text.out, "2 records: 1 errors, 0 warnings, 0 notes\n");
    const Call result = call("resolve --zone zone.json --lint --json");
    EXPECT_EQ(result.exitCode, 1);
    const Json parsed = Json::parse(result.out, nullptr, false);
    ASSERT_EQ(parsed["findings"].size(), 1u) << result.out;
    EXPECT_EQ(parsed["findings"][0]["rule"], "failover-primary-unchecked");
    EXPECT_EQ(parsed["findings"][0]["severity"], "error");
    EXPECT_EQ(parsed["findings"][0]["records"][0]["setIdentifier"], "p");
    EXPECT_FALSE(parsed.contains("answers"));
    // Beside an answer as well.
    const Call both = call("resolve --zone zone.json --lint --json --name api.example.com --city Dublin");
    EXPECT_EQ(both.exitCode, 1);
    EXPECT_TRUE(Json::parse(both.out, nullptr, false).contains("answers"));
}

TEST_F(ResolveCalls, TheShippedZonesAreSound)
{
    for (const char* zone : { "workshop", "nested" }) {
        const Call result = call("resolve " + shipped((zone + std::string(".json")).c_str()) + "--checks '"
            + kZones + zone + "-checks.json' --lint --json");
        EXPECT_EQ(result.exitCode, 0) << result.out << result.err;
        EXPECT_EQ(result.err, "");
        const Json parsed = Json::parse(result.out, nullptr, false);
        std::set<std::string> rules;
        for (const Json& finding : parsed["findings"])
            rules.insert(finding["rule"].get<std::string>());
        // The workshop's text itself warns of its threshold of 1.
        const std::set<std::string> expected = zone == std::string("workshop")
            ? std::set<std::string> { "threshold-one" }
            : std::set<std::string> {};
        EXPECT_EQ(rules, expected) << result.out;
    }
}

TEST_F(ResolveCalls, MistakesInTheZoneNamePlaceRecordAndMember)
{
    writeZone({ leaf("eu", "192.0.2.1", R"("Weight": 300)"), leaf("us", "host", R"("Weight": 1)") });
    const Call result = call("resolve --zone zone.json --name api.example.com --type A --city Dublin");
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_EQ(result.out, "");
    EXPECT_HOLDS(result.err,
        "zone.json:2:132: record 0 (api.example.com. A, set 'eu'): Weight is 300; it must be 0 to 255\n");
    EXPECT_HOLDS(result.err,
        "record 1 (api.example.com. A, set 'us'): ResourceRecords[0].Value is 'host'; an A record has IPv4 "
        "addresses\n");
}

TEST_F(ResolveCalls, MalformedJsonNamesLineAndColumn)
{
    write("zone.json", "{\n  \"ResourceRecordSets\": [}\n");
    const Call result = call("resolve --zone zone.json --lint");
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_EQ(result.err.rfind("zone.json:2:26: not JSON: ", 0), 0u) << result.err;
    const Call missing = call("resolve --zone nowhere.json --lint");
    EXPECT_EQ(missing.exitCode, 2);
    EXPECT_HOLDS(missing.err, "nowhere.json: this file cannot be read; give the path of a JSON file");
}

TEST_F(ResolveCalls, RecordsThatMayNotStandTogetherAnswerNothing)
{
    writeZone(
        { leaf("a", "192.0.2.1", R"("Weight": 1)"), leaf("a", "192.0.2.2", R"("Region": "eu-west-1")") });
    const Call result = call("resolve --zone zone.json --name api.example.com --type A --city Dublin");
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_EQ(result.err.rfind("zone.json: record ", 0), 0u) << result.err;
    const Call judged = call("resolve --zone zone.json --lint");
    EXPECT_EQ(judged.exitCode, 1);
    EXPECT_HOLDS(judged.out, "[invalid]");
}

// A zone of the operator's own as the zone of a run.
class ZoneDrillCalls : public ResolveCalls {
protected:
    void writeDrill(const std::string& routing) const
    {
        write("d.toml",
            "[drill]\ntitle = \"Own zone\"\nuntil = \"2m\"\n[world]\nregions = [\"eu-west-1\", "
            "\"us-east-1\"]\n"
            "cities = 20\nrequests-per-second = 20\n[routing]\nhealth-interval = \"10s\"\n"
                + routing
                + "[[step]]\nat = \"20s\"\ndo = \"fail region-outage eu-west-1\"\n"
                  "[[check]]\nname = \"moved\"\nevent = \"routing.answers-shifted\"\n");
        writeZone({ leaf("p", "203.0.113.10", R"("Failover": "PRIMARY", "HealthCheckId": "c1")"),
            leaf("s", "203.0.113.20", R"("Failover": "SECONDARY", "HealthCheckId": "c2")") });
    }
};

TEST_F(ZoneDrillCalls, ADrillRunsWithItsOwnZoneAndItsRecordingReplaysWithoutTheFile)
{
    writeDrill("zone = \"zone.json\"\nzone-name = \"api.example.com\"\n[routing.endpoints]\n"
               "\"203.0.113.10\" = \"eu-west-1\"\n\"203.0.113.20\" = \"us-east-1\"\n");
    const Call run = call("run d.toml --record s.signalbox");
    EXPECT_EQ(run.exitCode, 0) << run.err << run.out;
    std::filesystem::remove(m_folder / "zone.json");
    const Call replay = call("replay s.signalbox --verify");
    EXPECT_EQ(replay.exitCode, 0) << replay.err << replay.out;
}

TEST_F(ZoneDrillCalls, WhatIsWrongWithTheZoneOfADrillIsSaid)
{
    const auto reasonOf = [&](const std::string& routing) {
        writeDrill(routing);
        const Call run = call("run d.toml");
        EXPECT_EQ(run.exitCode, 2) << routing << run.out;
        return run.err;
    };
    const std::string name = "zone-name = \"api.example.com\"\n";
    EXPECT_HOLDS(
        reasonOf("zone = \"nowhere.json\"\n" + name), "the file nowhere.json cannot be read, or is empty");
    EXPECT_HOLDS(reasonOf("zone = \"zone.json\"\n"), "[routing] needs 'zone-name'");
    EXPECT_HOLDS(reasonOf(name), "goes with 'zone'");
    EXPECT_HOLDS(
        reasonOf("zone = \"zone.json\"\n" + name), "value '203.0.113.10' stands for no region of this run");
    EXPECT_HOLDS(reasonOf("zone = \"zone.json\"\n" + name + "endpoints = 5\n"), "must be a table");
    EXPECT_HOLDS(
        reasonOf("zone = \"zone.json\"\n" + name + "[routing.endpoints]\n\"203.0.113.10\" = \"mars-1\"\n"),
        "region 'mars-1' is not in this drill's world");
}

TEST_F(ResolveCalls, BadOptionsAreRefused)
{
    writeWeights();
    for (const char* words : { "", "--zone zone.json", "--name api.example.com --city Dublin",
             "--zone zone.json --lint --type A", "--zone zone.json --lint --city Dublin",
             "--zone zone.json --name api.example.com", "--zone zone.json --name a..b --city Dublin",
             "--zone zone.json --name a.b --city Dublin --geo IE",
             "--zone zone.json --name a.b --city Atlantis", "--zone zone.json --name a.b --region mars-1",
             "--zone zone.json --name a.b --subnet 300.1.1.1", "--zone zone.json --name a.b --geo XX",
             "--zone zone.json --name a.b --geo US-", "--zone zone.json --name a.b --geo US-CALI",
             "--zone zone.json --name a.b --type AA --geo IE",
             "--zone zone.json --name a.b --geo IE --draws 0",
             "--zone zone.json --name a.b --geo IE --draws x",
             "--zone zone.json --name a.b --geo IE --draws 10000001", "zone.json" }) {
        const Call result = call("resolve " + std::string(words));
        EXPECT_EQ(result.exitCode, 2) << words;
        EXPECT_NE(result.err, "") << words;
        EXPECT_EQ(result.out, "") << words;
    }
}

} // namespace
} // namespace sb
