// SPDX-License-Identifier: GPL-3.0-or-later
// What the golden vectors leave open: edges of the policies, and what an explanation says.
#include "tests/backend/routing/zone_builder.h"

#include <nlohmann/json.hpp>

namespace sb {
namespace {

using namespace test;

Explanation explained(const ZoneBuilder& builder, const Asker& asker, std::vector<std::uint64_t> numbers = {})
{
    Walker walker(builder.compiled());
    ListedDraws draws(std::move(numbers));
    Answer answer;
    Explanation why;
    walker.explain({ kName, RecordType::A, asker }, builder.health(walker.zone()), draws, answer, why);
    return why;
}

TEST(Walker, ALoneRecordIsAnsweredWhateverItsHealth)
{
    ZoneBuilder zone;
    zone.alias("", SimplePolicy {}, "pair.example.com.", true, "own");
    zone.leaf("1", WeightedPolicy { 1 }, "one", "pair.example.com.");
    EXPECT_EQ(answerOf(zone.sick("own").sick("one")), "1");
}

TEST(Walker, SeveralValuesAreAllAnsweredInRandomOrder)
{
    ZoneBuilder zone;
    zone.leaf("a", SimplePolicy {});
    zone.file.records[0].setIdentifier.clear();
    zone.file.records[0].values = { "a", "b", "c" };
    Walker walker(zone.compiled());
    std::map<std::string, int> orders;
    for (std::uint64_t first = 0; first < 3; ++first)
        for (std::uint64_t second = 0; second < 2; ++second) {
            ListedDraws draws({ first, second });
            ++orders[answerOf(walker, allHealthy(walker.zone()), {}, draws)];
            EXPECT_EQ(draws.bounds, (std::vector<std::uint64_t> { 3, 2 }));
        }
    EXPECT_EQ(orders.size(), 6U);
}

TEST(Walker, RecordsOfCnNorth1AlwaysServeChina)
{
    ZoneBuilder zone;
    zone.leaf("hongkong", LatencyPolicy { "ap-east-1" }).leaf("beijing", LatencyPolicy { "cn-north-1" });
    EXPECT_EQ(answerOf(zone, *askerInCity("Shanghai")), "beijing");
    EXPECT_EQ(answerOf(zone, *askerInCity("Tokyo")), "hongkong");
}

TEST(Walker, AnAliasTakesTheTimeToLiveOfItsTargetAndALoadBalancersIsAMinute)
{
    ZoneBuilder zone;
    zone.alias("in", FailoverPolicy { true }, "leaf.example.com.", true, "own");
    zone.alias("out", FailoverPolicy { false }, "lb.elb.amazonaws.com.", true);
    zone.leaf("leaf", WeightedPolicy { 1 }, "", "leaf.example.com.");
    zone.file.records[0].ttl = 300s; // means nothing
    zone.file.records[2].ttl = 17s;
    EXPECT_EQ(explained(zone, {}).answer.ttl, 17s);
    const Explanation out = explained(zone.sick("own"), {});
    EXPECT_EQ(out.answer.ttl, 60s);
    EXPECT_EQ(valuesText(*out.zone, out.answer), "lb.elb.amazonaws.com.");
}

TEST(Walker, ATargetOutsideCountsAsHealthyUntilSomebodySaysOtherwise)
{
    ZoneBuilder zone;
    zone.alias("out", FailoverPolicy { true }, "lb.elb.amazonaws.com.", true);
    zone.leaf("standby", FailoverPolicy { false });
    Walker walker(zone.compiled());
    ZoneHealth health = allHealthy(walker.zone());
    ListedDraws draws;
    EXPECT_EQ(answerOf(walker, health, {}, draws), "lb.elb.amazonaws.com.");
    ASSERT_TRUE(setTarget(walker.zone(), health, "lb.elb.amazonaws.com.", TargetState::Unhealthy));
    EXPECT_EQ(answerOf(walker, health, {}, draws), "standby");
    EXPECT_FALSE(setTarget(walker.zone(), health, "other.", TargetState::Healthy));
    EXPECT_FALSE(setCheck(walker.zone(), health, "other", {}));
}

TEST(Walker, AHeldRecordIsPassedOverUnlessNothingElseIsHealthy)
{
    ZoneBuilder zone;
    zone.leaf("near", LatencyPolicy { "eu-west-1" }, "n")
        .leaf("far", LatencyPolicy { "ap-southeast-1" }, "f");
    Walker walker(zone.compiled());
    ListedDraws draws;
    const auto answer = [&](int ramp, std::uint32_t bucket, bool isFarSick) {
        ZoneHealth health = allHealthy(walker.zone());
        health.admission.assign(2, {});
        health.admission[0].rampPerMille = ramp;
        (void)setCheck(walker.zone(), health, "f", { .isHealthy = !isFarSick });
        Asker dublin = *askerInCity("Dublin");
        dublin.bucket = bucket;
        return answerOf(walker, health, dublin, draws);
    };
    EXPECT_EQ(answer(1000, 999, false), "near");
    EXPECT_EQ(answer(0, 0, false), "far");
    EXPECT_EQ(answer(500, 499, false), "near");
    EXPECT_EQ(answer(500, 500, false), "far");
    EXPECT_EQ(answer(0, 0, true), "near");
}

TEST(Walker, ADialGivesWayBeforeAHoldAndAHoldBeforeAnUnhealthyRecord)
{
    ZoneBuilder zone;
    zone.leaf("near", LatencyPolicy { "eu-west-1" }, "n")
        .leaf("far", LatencyPolicy { "ap-southeast-1" }, "f");
    Walker walker(zone.compiled());
    struct Case {
        RegionAdmission near, far;
        const char* sick;
        const char* answer;
        bool isDialIgnored, isHoldIgnored, isLastResort;
    };
    const Case cases[] {
        { { 1000, 0 }, {}, "", "far", false, false, false }, // a dial of 0 sends all of it elsewhere
        { { 1000, 500 }, {}, "", "far", false, false, false }, // bucket 700 is not in its half
        { { 1000, 800 }, {}, "", "near", false, false, false },
        { { 1000, 0 }, {}, "f", "near", true, false, false }, // as golden vector 28 has it
        { { 0, 1000 }, { 1000, 0 }, "", "far", true, false, false }, // a held one does not get the rest
        { { 1000, 0 }, { 0, 1000 }, "", "near", true, false, false },
        { { 500, 1000 }, { 1000, 500 }, "", "far", true, false, false }, // a ramp is no dial
        { { 0, 1000 }, {}, "f", "near", false, true, false },
        { { 0, 0 }, { 0, 1000 }, "", "near", false, true, false }, // both held: by preference
        { { 1000, 0 }, { 0, 1000 }, "nf", "near", false, false, true }, // all counts, whatever is dialled
    };
    for (const Case& its : cases) {
        SCOPED_TRACE(&its - cases);
        ZoneHealth health = allHealthy(walker.zone());
        health.admission.assign(2, {});
        for (RecordIndex i = 0; i < 2; ++i)
            health.admission[i] = walker.zone().source(i).setIdentifier == "near" ? its.near : its.far;
        for (const char check : std::string(its.sick))
            (void)setCheck(walker.zone(), health, std::string(1, check), { .isHealthy = false });
        Asker dublin = *askerInCity("Dublin");
        dublin.bucket = 700;
        ListedDraws draws;
        Answer answer;
        Explanation why;
        walker.explain({ kName, RecordType::A, dublin }, health, draws, answer, why);
        EXPECT_EQ(valuesText(walker.zone(), answer), its.answer);
        EXPECT_EQ(answer.isDialIgnored, its.isDialIgnored);
        EXPECT_EQ(answer.isHoldIgnored, its.isHoldIgnored);
        EXPECT_EQ(answer.isLastResort, its.isLastResort);
        EXPECT_EQ(toText(why).find("so the dial gives way") != std::string::npos, its.isDialIgnored);
    }
}

TEST(Walker, ATieKeepsTheOrderOfTheFile)
{
    ZoneBuilder zone;
    zone.leaf("b", GeoproximityPolicy { "eu-west-1", "", {}, 0 });
    zone.leaf("a", GeoproximityPolicy { "eu-west-1", "", {}, 0 });
    EXPECT_EQ(answerOf(zone, *askerInCity("Dublin")), "b");
    EXPECT_EQ(answerOf(zone, {}), "b"); // nobody knows where the asker is
}

TEST(Walker, ABiasOfMinus99MultipliesBy100AndALocalZoneLiesInItsRegion)
{
    ZoneBuilder zone;
    zone.leaf("oregon", GeoproximityPolicy { "", "us-west-2-lax-1", {}, -99 });
    zone.leaf("origin", GeoproximityPolicy { "", "", GeoPoint { 0, 0 }, 0 });
    const Explanation why = explained(zone, askerAt({ 450'000, -1'190'000 }));
    EXPECT_EQ(why.candidates[0].verdict, RecordVerdict::Chosen);
    EXPECT_EQ(valuesText(*why.zone, why.answer), "oregon"); // 108 km count as 10 800, still nearer
    EXPECT_EQ(why.candidates[0].biasedMetres, why.candidates[0].metres * 100);
}

TEST(Walker, WhatTheZoneLacksHasNoAnswer)
{
    ZoneBuilder zone;
    zone.leaf("x", WeightedPolicy { 1 }, "", "other.example.com.");
    const Explanation why = explained(zone, {});
    EXPECT_EQ(why.answer.kind, AnswerKind::NoSuchRecord);
    EXPECT_TRUE(why.groups.empty());
    EXPECT_NE(toText(why).find("no answer: the zone has no such record"), std::string::npos);
    EXPECT_EQ(nlohmann::json::parse(toJson(why))["answer"]["kind"], "no-such-record");
}

// Aliases that meet again: each level doubles the ways, and nothing is healthy at the end.
TEST(Walker, AsksEachGroupForItsHealthOnce)
{
    ZoneBuilder zone;
    for (int i = 0; i < 60; ++i)
        for (const char* twin : { "a", "b" })
            zone.alias(twin, WeightedPolicy { 1 }, "n" + std::to_string(i + 1) + ".", true, "",
                i == 0 ? kName : "n" + std::to_string(i) + ".");
    zone.leaf("end", WeightedPolicy { 1 }, "c", "n60.");
    EXPECT_EQ(answerOf(zone.sick("c")), "end");
    EXPECT_LE(explained(zone, {}).groups.size(), 200U);
}

ZoneBuilder twoRegions()
{
    ZoneBuilder zone;
    zone.alias("ireland", LatencyPolicy { "eu-west-1" }, "i.example.com.", true, "region-i");
    zone.leaf("i1", WeightedPolicy { 10 }, "c1", "i.example.com.");
    zone.leaf("i2", WeightedPolicy { 20 }, "c2", "i.example.com.");
    zone.alias("virginia", LatencyPolicy { "us-east-1" }, "v.example.com.", true);
    zone.leaf("v1", WeightedPolicy { 10 }, "c3", "v.example.com.");
    zone.leaf("v2", WeightedPolicy { 20 }, "", "v.example.com.");
    return zone;
}

TEST(Explanations, TellCandidatesBackOutsDrawsAndWhatWouldBeIfAllWereHealthy)
{
    const Explanation why = explained(twoRegions().sick("c1").sick("c2"), *askerInCity("Dublin"), { 25 });
    ASSERT_EQ(why.groups.size(), 3U);
    const ExplainedCandidate& ireland = why.candidates[0];
    EXPECT_EQ(ireland.verdict, RecordVerdict::TargetUnhealthy);
    EXPECT_TRUE(ireland.isCheckHealthy);
    EXPECT_EQ(why.groups[ireland.child].outcome, GroupOutcome::Surveyed);
    EXPECT_FALSE(why.groups[ireland.child].isHealthy);
    const ExplainedCandidate& virginia = why.candidates[1];
    EXPECT_EQ(virginia.verdict, RecordVerdict::Chosen);
    EXPECT_LT(ireland.latency, virginia.latency);
    const ExplainedGroup& pair = why.groups[virginia.child];
    ASSERT_EQ(pair.drawCount, 1U);
    EXPECT_EQ(why.draws[pair.firstDraw], (ExplainedDraw { 30, 25 }));
    EXPECT_EQ(why.candidates[pair.first].verdict, RecordVerdict::NotDrawn);
    EXPECT_EQ(why.candidates[pair.first + 1].verdict, RecordVerdict::Chosen);
    EXPECT_EQ(valuesText(*why.zone, why.answer), "v2");
    EXPECT_EQ(valuesText(*why.zone, why.ifAllHealthy), "i2"); // 25 of 30 in the other region's draw
}

TEST(Explanations, HaveAnIndentedEnglishForm)
{
    ZoneBuilder zone = twoRegions();
    Walker walker(zone.compiled());
    ZoneHealth health = allHealthy(walker.zone());
    (void)setCheck(walker.zone(), health, "c1", { false, true, 2, 16 });
    (void)setCheck(walker.zone(), health, "c2", { false, true, 0, 16 });
    ListedDraws draws({ 3 });
    Answer answer;
    Explanation why;
    walker.explain({ kName, RecordType::A, *askerInCity("Dublin") }, health, draws, answer, why);
    EXPECT_EQ(toText(why),
        "api.example.com. A? asked from Dublin, IE\n"
        "answer: v1 for 1 min 00 s\n"
        "  api.example.com. A, latency\n"
        "    - ireland, alias to i.example.com.; eu-west-1, 9 ms; check region-i healthy (nobody has told: "
        "counts "
        "as healthy), target unhealthy; backed out: nothing healthy behind it\n"
        "      i.example.com. A, weighted: nothing healthy\n"
        "        - i1, i1; weight 10; check c1 unhealthy (2 of 16 checkers); struck out: unhealthy\n"
        "        - i2, i2; weight 20; check c2 unhealthy (0 of 16 checkers); struck out: unhealthy\n"
        "    > virginia, alias to v.example.com.; us-east-1, 90 ms; target healthy; chosen\n"
        "      v.example.com. A, weighted\n"
        "        drawn: 3 of 30\n"
        "        > v1, v1; weight 10; check c3 healthy (nobody has told: counts as healthy); chosen\n"
        "        - v2, v2; weight 20; no check: counts as healthy; not drawn\n"
        "if all were healthy: i1 for 1 min 00 s\n");
}

TEST(Explanations, HaveAJsonForm)
{
    const Explanation why = explained(twoRegions().sick("region-i"), *askerInCity("Dublin"), { 3 });
    const auto json = nlohmann::json::parse(toJson(why));
    EXPECT_EQ(json["question"]["name"], kName);
    EXPECT_EQ(json["question"]["type"], "A");
    EXPECT_EQ(json["answer"]["values"][0], "v1");
    EXPECT_EQ(json["answer"]["setIdentifier"], "virginia");
    EXPECT_EQ(json["ifAllHealthy"]["values"][0], "i1");
    const auto& group = json["groups"][0];
    EXPECT_EQ(group["policy"], "latency");
    EXPECT_EQ(group["candidates"][0]["verdict"], "unhealthy");
    EXPECT_EQ(group["candidates"][0]["check"]["id"], "region-i");
    EXPECT_EQ(group["candidates"][1]["verdict"], "chosen");
    EXPECT_EQ(json["groups"][group["candidates"][1]["child"].get<std::size_t>()]["draws"][0]["below"], 30);
}

TEST(Explanations, SayWhyARecordIsOutOfTheDraw)
{
    ZoneBuilder zone;
    zone.leaf("a", WeightedPolicy { 5 }).leaf("b", WeightedPolicy { 0 }).leaf("c", WeightedPolicy { 5 }, "c");
    const Explanation why = explained(zone.sick("c"), {});
    EXPECT_EQ(why.candidates[0].verdict, RecordVerdict::Chosen);
    EXPECT_EQ(why.candidates[1].verdict, RecordVerdict::ZeroWeight);
    EXPECT_EQ(why.candidates[2].verdict, RecordVerdict::Unhealthy);
    EXPECT_TRUE(why.draws.empty()); // one is left: nothing to draw
    ZoneBuilder geo;
    geo.leaf("eu", GeolocationPolicy { "EU", "", "" }).leaf("jp", GeolocationPolicy { "", "JP", "" });
    const Explanation place = explained(geo, *askerInCity("Tokyo"));
    EXPECT_EQ(place.candidates[0].verdict, RecordVerdict::Chosen);
    EXPECT_EQ(place.candidates[1].verdict, RecordVerdict::NotApplicable);
    EXPECT_EQ(explained(geo, {}).groups[0].outcome, GroupOutcome::NoMatch);
    EXPECT_EQ(explained(geo, {}).candidates.size(), 2U);
}

} // namespace
} // namespace sb
