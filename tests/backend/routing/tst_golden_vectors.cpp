// SPDX-License-Identifier: GPL-3.0-or-later
// The golden vectors 1 to 19 of the routing rules, by number; each follows from the vendor's text.
#include "tests/backend/routing/zone_builder.h"

#include <algorithm>
#include <set>

namespace sb {
namespace {

using namespace test;
using Counts = std::map<std::string, std::uint64_t>;

ZoneBuilder weighted(std::vector<std::pair<int, bool>> members, bool hasChecks = true)
{
    ZoneBuilder zone;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const std::string name = std::string("r").append(std::to_string(i + 1));
        zone.leaf(name, WeightedPolicy { members[i].first }, hasChecks ? "check-" + name : "");
        if (!members[i].second)
            zone.sick("check-" + name);
    }
    return zone;
}

TEST(GoldenVectors, GoldenVector01_WeightsAreRenormalisedOverTheHealthyRecords)
{
    EXPECT_EQ(drawnOnce(weighted({ { 10, true }, { 20, true }, { 20, false } })),
        (Counts { { "r1", 10 }, { "r2", 20 } })); // 1/3 and 2/3
}

TEST(GoldenVectors, GoldenVector02_OneAnd255GiveExactly256thParts)
{
    EXPECT_EQ(drawnOnce(weighted({ { 1, true }, { 255, true } })), (Counts { { "r1", 1 }, { "r2", 255 } }));
}

TEST(GoldenVectors, GoldenVector03_AllZeroWithoutChecksAreAllAlike)
{
    EXPECT_EQ(drawnOnce(weighted({ { 0, true }, { 0, true }, { 0, true } }, false)),
        (Counts { { "r1", 1 }, { "r2", 1 }, { "r3", 1 } }));
}

TEST(GoldenVectors, GoldenVector04_AZeroRecordIsNeverAnsweredWhileAWeightedOneIsHealthy)
{
    EXPECT_EQ(drawnOnce(weighted({ { 5, false }, { 5, true }, { 0, true } })), (Counts { { "r2", 1 } }));
}

TEST(GoldenVectors, GoldenVector05_AZeroRecordIsAnsweredWhenAllWeightedOnesAreUnhealthy)
{
    EXPECT_EQ(drawnOnce(weighted({ { 5, false }, { 5, false }, { 0, true } })), (Counts { { "r3", 1 } }));
}

// Ours: the text does not say whether the record without a weight rejoins. It does not.
TEST(GoldenVectors, GoldenVector06_AllUnhealthyMeansPlainWeightsAgain)
{
    EXPECT_EQ(drawnOnce(weighted({ { 5, false }, { 5, false }, { 0, false } })),
        (Counts { { "r1", 5 }, { "r2", 5 } }));
}

ZoneBuilder failover(bool secondaryHasCheck)
{
    ZoneBuilder zone;
    zone.leaf("secondary", FailoverPolicy { false }, secondaryHasCheck ? "second" : "");
    zone.leaf("primary", FailoverPolicy { true }, "first");
    return zone;
}

TEST(GoldenVectors, GoldenVector07_BothUnhealthyMeansThePrimary)
{
    EXPECT_EQ(answerOf(failover(true)), "primary");
    EXPECT_EQ(answerOf(failover(true).sick("second")), "primary");
    EXPECT_EQ(answerOf(failover(true).sick("first")), "secondary");
    EXPECT_EQ(answerOf(failover(true).sick("first").sick("second")), "primary");
}

TEST(GoldenVectors, GoldenVector08_ASecondaryWithoutACheckIsAnsweredEvenIfDead)
{
    EXPECT_EQ(answerOf(failover(false).sick("first")), "secondary");
}

// Ireland is nearest to Dublin, then Frankfurt, then Singapore.
ZoneBuilder tree(bool evaluates, bool everyLeafHasACheck)
{
    ZoneBuilder zone;
    const auto region = [&](const std::string& code, const std::string& check1, const std::string& check2) {
        const std::string group = code + ".example.com.";
        zone.alias(code, LatencyPolicy { code }, group, evaluates);
        zone.leaf(code + "/1", WeightedPolicy { 1 }, check1, group);
        zone.leaf(code + "/2", WeightedPolicy { 1 }, check2, group);
    };
    region("ap-southeast-1", "s1", "s2");
    region("eu-central-1", "f1", "f2");
    region("eu-west-1", "i1", everyLeafHasACheck ? "i2" : "");
    zone.sick("i1");
    return everyLeafHasACheck ? zone.sick("i2") : zone;
}

TEST(GoldenVectors, GoldenVector09_WithEvaluateTargetHealthTheWalkerBacksOutToTheNextLowestLatency)
{
    const Asker dublin = *askerInCity("Dublin");
    EXPECT_EQ(
        drawnOnce(tree(true, true), dublin), (Counts { { "eu-central-1/1", 1 }, { "eu-central-1/2", 1 } }));
    EXPECT_EQ(drawnOnce(tree(true, true).sick("f1").sick("f2"), dublin),
        (Counts { { "ap-southeast-1/1", 1 }, { "ap-southeast-1/2", 1 } }));
}

TEST(GoldenVectors, GoldenVector10_WithoutEvaluateTargetHealthOneOfTheDeadPairIsAnswered)
{
    EXPECT_EQ(drawnOnce(tree(false, true), *askerInCity("Dublin")),
        (Counts { { "eu-west-1/1", 1 }, { "eu-west-1/2", 1 } }));
}

TEST(GoldenVectors, GoldenVector11_ALeafWithoutACheckMakesTheBranchLookHealthyAndIsAnswered)
{
    EXPECT_EQ(drawnOnce(tree(true, false), *askerInCity("Dublin")), (Counts { { "eu-west-1/2", 1 } }));
}

TEST(GoldenVectors, GoldenVector12_AnAliasWithItsOwnFailedCheckIsUnusableThoughItsTargetsAreHealthy)
{
    for (const bool evaluates : { true, false }) {
        ZoneBuilder zone;
        zone.alias("near", LatencyPolicy { "eu-west-1" }, "near.example.com.", evaluates, "own");
        zone.leaf("near/1", SimplePolicy {}, "", "near.example.com.");
        zone.file.records.back().setIdentifier.clear();
        zone.leaf("far", LatencyPolicy { "ap-southeast-1" });
        const Asker dublin = *askerInCity("Dublin");
        EXPECT_EQ(answerOf(zone, dublin), "near/1");
        EXPECT_EQ(answerOf(zone.sick("own"), dublin), "far");
    }
}

ZoneBuilder places(bool hasDefault)
{
    ZoneBuilder zone;
    if (hasDefault)
        zone.leaf("default", GeolocationPolicy { "", "*", "" }, "default");
    zone.leaf("continent", GeolocationPolicy { "NA", "", "" }, "continent");
    zone.leaf("country", GeolocationPolicy { "", "US", "" }, "country");
    zone.leaf("state", GeolocationPolicy { "", "US", "CA" }, "state");
    zone.leaf("other", GeolocationPolicy { "", "US", "TX" }, "other");
    return zone;
}

TEST(GoldenVectors, GoldenVector13_AnUnhealthyStateGivesWayToItsCountryAndSoOn)
{
    const Asker losAngeles = *askerInCity("Los Angeles");
    ZoneBuilder zone = places(true);
    EXPECT_EQ(answerOf(zone, losAngeles), "state");
    EXPECT_EQ(answerOf(zone.sick("state"), losAngeles), "country");
    EXPECT_EQ(answerOf(zone.sick("country"), losAngeles), "continent");
    EXPECT_EQ(answerOf(zone.sick("continent"), losAngeles), "default");
}

TEST(GoldenVectors, GoldenVector14_AllApplicableUnhealthyMeansTheSmallestPlace)
{
    ZoneBuilder zone = places(true);
    zone.sick("state").sick("country").sick("continent").sick("default"); // "other" is well, and elsewhere
    EXPECT_EQ(answerOf(zone, *askerInCity("Los Angeles")), "state");
}

TEST(GoldenVectors, GoldenVector15_WithoutADefaultAnUnmappedClientGetsNoAnswer)
{
    const Asker unmapped = *askerFromSubnet("203.0.113.0/24");
    EXPECT_EQ(answerOf(places(false), unmapped), "(no-match)");
    EXPECT_EQ(answerOf(places(true), unmapped), "default");
    EXPECT_EQ(answerOf(places(false), *askerInCity("Tokyo")), "(no-match)");
}

// Points due east of the asker on the equator: a degree is 111.195 km, so 1.349 degrees are 150 km.
constexpr GeoPoint kOrigin { 0, 0 }, kAt100 { 0, 8'993 }, kAt150 { 0, 13'490 };

TEST(GoldenVectors, GoldenVector16_ABiasOfPlus50Makes150KilometresBeat100)
{
    ZoneBuilder zone;
    zone.leaf("second", GeoproximityPolicy { "", "", kAt100, 0 });
    zone.leaf("first", GeoproximityPolicy { "", "", kAt150, 50 });
    EXPECT_EQ(answerOf(zone, askerAt(kOrigin)), "first");
    zone.file.records[1].policy = GeoproximityPolicy { "", "", kAt150, 0 };
    EXPECT_EQ(answerOf(zone, askerAt(kOrigin)), "second");
}

TEST(GoldenVectors, GoldenVector17_ABiasOfMinus50Makes100KilometresCountAs200)
{
    ZoneBuilder zone;
    zone.leaf("first", GeoproximityPolicy { "", "", kAt100, -50 });
    zone.leaf("second", GeoproximityPolicy { "", "", kAt150, 0 });
    EXPECT_EQ(answerOf(zone, askerAt(kOrigin)), "second");
    zone.file.records[0].policy = GeoproximityPolicy { "", "", kAt100, 0 };
    EXPECT_EQ(answerOf(zone, askerAt(kOrigin)), "first");
}

TEST(GoldenVectors, GoldenVector18_AQueryPrefixShorterThanTheBlockDoesNotMatch)
{
    ZoneBuilder zone;
    zone.file.collections.push_back({ "c1", { { "office", { "2001:db8:1::/48", "192.0.2.0/24" } } } });
    zone.leaf("office", CidrPolicy { "c1", "office" });
    zone.leaf("default", CidrPolicy { "c1", "*" });
    EXPECT_EQ(answerOf(zone, *askerFromSubnet("2001:db8::/32")), "default");
    EXPECT_EQ(answerOf(zone, *askerFromSubnet("2001:db8:1::/48")), "office");
    EXPECT_EQ(answerOf(zone, *askerFromSubnet("2001:db8:1:2::/64")), "office");
    EXPECT_EQ(answerOf(zone, *askerFromSubnet("192.0.2.7")), "office"); // one location carries both families
    EXPECT_EQ(answerOf(zone, *askerFromSubnet("192.0.3.7")), "default");
}

ZoneBuilder several(int count, int healthy)
{
    ZoneBuilder zone;
    for (int i = 0; i < count; ++i) {
        const std::string name = "v" + std::to_string(10 + i);
        zone.leaf(name, MultivaluePolicy {}, name);
        if (i >= healthy)
            zone.sick(name);
    }
    return zone;
}

std::set<std::string> valuesOf(Walker& walker, const ZoneHealth& health, DrawSource& draws)
{
    Answer answer;
    walker.decide({ kName, RecordType::A, {} }, health, draws, answer);
    std::set<std::string> values;
    for (const AnswerValue& value : answer.values)
        EXPECT_TRUE(values.insert(valueText(walker.zone(), value)).second);
    return values;
}

TEST(GoldenVectors, GoldenVector19_MultivalueAnswersUpToEightHealthyValues)
{
    const struct {
        int count, healthy;
        std::size_t answered;
        std::size_t everAnswered; // over many draws
    } cases[] = { { 12, 12, 8, 12 }, { 12, 0, 8, 12 }, { 12, 5, 5, 5 }, { 12, 9, 8, 9 }, { 3, 3, 3, 3 } };
    for (const auto& c : cases) {
        const ZoneBuilder builder = several(c.count, c.healthy);
        Walker walker(builder.compiled());
        const ZoneHealth health = builder.health(walker.zone());
        Rng rng(19);
        RngDraws draws(rng);
        std::map<std::string, int> counts;
        std::set<std::set<std::string>> subsets;
        for (int i = 0; i < 1'200; ++i) {
            const std::set<std::string> values = valuesOf(walker, health, draws);
            ASSERT_EQ(values.size(), c.answered);
            subsets.insert(values);
            for (const std::string& value : values)
                ++counts[value];
        }
        EXPECT_EQ(counts.size(), c.everAnswered) << c.healthy << " healthy of " << c.count;
        EXPECT_EQ(subsets.size() > 1, c.everAnswered > c.answered);
        const auto expected = 1'200.0 * static_cast<double>(c.answered) / static_cast<double>(c.everAnswered);
        for (const auto& [value, count] : counts)
            EXPECT_NEAR(count, expected, 100) << value; // no value is favoured
        for (const auto& [value, count] : counts)
            if (c.healthy > 0)
                EXPECT_LT(value, "v" + std::to_string(10 + c.healthy));
    }
}

} // namespace
} // namespace sb
