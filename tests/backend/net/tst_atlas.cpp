// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/net/atlas.h"

#include <gtest/gtest.h>
#include <set>

namespace sb {
namespace {

TEST(Atlas, HoldsTwentyOneRegionsAndThreeHundredCities)
{
    EXPECT_EQ(atlas().regions.size(), 21U);
    EXPECT_EQ(atlas().cities.size(), 300U);
    EXPECT_EQ(&atlas(), &atlas());
}

TEST(Atlas, EveryRegionHasACodeALetterAPlaceAndARowOfTheMatrix)
{
    std::set<std::string> codes;
    std::set<char> letters;
    for (std::size_t i = 0; i < atlas().regions.size(); ++i) {
        const AtlasRegion& region = atlas().regions[i];
        EXPECT_TRUE(codes.insert(region.code).second) << region.code;
        EXPECT_TRUE(letters.insert(region.letter).second) << region.letter;
        EXPECT_FALSE(region.name.empty());
        EXPECT_FALSE(region.city.empty());
        EXPECT_LE(std::abs(region.place.latitudeE4), 900'000);
        EXPECT_LE(std::abs(region.place.longitudeE4), 1'800'000);
        ASSERT_EQ(region.roundTrip.size(), atlas().regions.size());
        for (std::size_t j = 0; j < region.roundTrip.size(); ++j) {
            EXPECT_GE(region.roundTrip[j], 1ms);
            EXPECT_LE(region.roundTrip[j], 500ms);
            if (j != i) {
                EXPECT_GT(region.roundTrip[j], region.roundTrip[i]) << region.code << " to itself is nearest";
            }
        }
    }
}

// Measured times contain no path faster than light in fibre along the great circle.
TEST(Atlas, NoMeasuredRoundTripIsFasterThanLight)
{
    for (const AtlasRegion& from : atlas().regions) {
        for (std::size_t j = 0; j < atlas().regions.size(); ++j) {
            const std::int64_t metres = greatCircleMetres(from.place, atlas().regions[j].place);
            const Duration light { 2 * metres / 300 }; // vacuum, 300 m a microsecond
            EXPECT_GE(from.roundTrip[j], light) << from.code << " to " << atlas().regions[j].code;
        }
    }
}

TEST(Atlas, CitiesAreRealPlacesMostPopulousFirst)
{
    std::set<std::pair<std::string, std::string>> names;
    for (std::size_t i = 0; i < atlas().cities.size(); ++i) {
        const AtlasCity& city = atlas().cities[i];
        EXPECT_TRUE(names.insert({ city.name, city.country }).second) << city.name;
        EXPECT_EQ(city.country.size(), 2U) << city.name;
        EXPECT_GT(city.population, 100'000) << city.name;
        EXPECT_LE(std::abs(city.place.latitudeE4), 700'000) << city.name;
        EXPECT_LE(std::abs(city.place.longitudeE4), 1'800'000) << city.name;
        if (i > 0) {
            EXPECT_LE(city.population, atlas().cities[i - 1].population);
        }
    }
}

TEST(Atlas, ReadsCoordinatesSouthAndWestAsNegative)
{
    const auto saoPaulo = atlas().findRegion("sa-east-1");
    ASSERT_TRUE(saoPaulo);
    EXPECT_LT(atlas().regions[*saoPaulo].place.latitudeE4, 0);
    EXPECT_LT(atlas().regions[*saoPaulo].place.longitudeE4, 0);
    const auto capeTown = atlas().findRegion("af-south-1");
    ASSERT_TRUE(capeTown);
    EXPECT_EQ(atlas().regions[*capeTown].place.latitudeE4, -339'200);
    EXPECT_EQ(atlas().regions[*capeTown].place.longitudeE4, 184'200);
}

TEST(Atlas, FindsRegionsAndSuggestsTheNearestName)
{
    const auto ireland = atlas().findRegion("eu-west-1");
    ASSERT_TRUE(ireland);
    EXPECT_EQ(atlas().regions[*ireland].name, "Ireland");
    const auto typo = atlas().findRegion("eu-wset-1");
    ASSERT_FALSE(typo);
    EXPECT_EQ(typo.error().code, Errc::UnknownName);
    EXPECT_NE(typo.error().what.find("'eu-west-1'"), std::string::npos);
    const auto nonsense = atlas().findRegion("moon");
    ASSERT_FALSE(nonsense);
    EXPECT_NE(nonsense.error().what.find("ap-northeast-1"), std::string::npos); // lists what there is
}

} // namespace
} // namespace sb
