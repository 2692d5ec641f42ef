// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/rng.h"
#include "backend/net/atlas.h"
#include "backend/routing/asker.h"
#include "tests/backend/support/seeds.h"

#include <gtest/gtest.h>
#include <set>

namespace sb {
namespace {

TEST(IpPrefixes, AreReadAndWritten)
{
    const struct {
        const char *text, *read;
    } cases[] = { { "192.0.2.7", "192.0.2.7/32" }, { "192.0.2.7/24", "192.0.2.0/24" },
        { "255.255.255.255/1", "128.0.0.0/1" }, { "10.1.2.3/0", "0.0.0.0/0" },
        { "2001:db8::1", "2001:db8::1/128" }, { "2001:db8:ffff::/33", "2001:db8:8000::/33" },
        { "::/0", "::/0" } };
    for (const auto& c : cases) {
        const auto prefix = parseIpPrefix(c.text);
        ASSERT_TRUE(prefix.has_value()) << c.text;
        EXPECT_EQ(toString(*prefix), c.read);
        EXPECT_EQ(*parseIpPrefix(c.read), *prefix);
    }
    for (const char* text :
        { "", "/", "192.0.2/24", "192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/", "1.2.3.4/8x", "2001:db8::/129",
            "2001:db8::1::/48", "example.com", "192.0.2.256", "1.2.3.4 /8" }) {
        const auto refused = parseIpPrefix(text);
        ASSERT_FALSE(refused.has_value()) << text;
        EXPECT_NE(refused.error().what.find("write 192.0.2.0/24"), std::string::npos);
    }
    EXPECT_FALSE(parseIpPrefix(std::string_view("1.2.3.4\0", 8)).has_value());
}

TEST(IpPrefixes, ContainWhatBeginsWithTheirBits)
{
    for (const std::uint64_t seed : test::seeds(20)) {
        SCOPED_TRACE(test::replayHint(seed));
        Rng rng(seed);
        for (int i = 0; i < 500; ++i) {
            IpPrefix a, b;
            a.isV6 = b.isV6 = rng.chance(500'000);
            const int longest = a.isV6 ? 128 : 32;
            a.bits = static_cast<int>(rng.between(0, longest));
            b.bits = static_cast<int>(rng.between(0, longest));
            for (std::size_t k = 0; k < (a.isV6 ? 16U : 4U); ++k)
                a.bytes[k] = b.bytes[k] = static_cast<std::uint8_t>(rng.below(256));
            if (rng.chance(700'000)) // differ in one bit
                b.bytes[rng.below(a.isV6 ? 16 : 4)] ^= static_cast<std::uint8_t>(1U << rng.below(8));
            a = *parseIpPrefix(toString(a));
            b = *parseIpPrefix(toString(b));
            bool isEqual = a.bits <= b.bits;
            for (int bit = 0; bit < a.bits && isEqual; ++bit) {
                const auto byte = static_cast<std::size_t>(bit / 8);
                isEqual = (a.bytes[byte] >> (7 - bit % 8) & 1) == (b.bytes[byte] >> (7 - bit % 8) & 1);
            }
            ASSERT_EQ(a.contains(b), isEqual) << toString(a) << " " << toString(b);
        }
    }
    EXPECT_FALSE(parseIpPrefix("0.0.0.0/0")->contains(*parseIpPrefix("::1")));
}

TEST(Places, HaveAContinentForEveryCountryOfTheAtlas)
{
    for (const AtlasCity& city : atlas().cities)
        EXPECT_NE(continentOf(placeCode(city.country)), 0U) << city.country;
    for (const AtlasRegion& region : atlas().regions)
        EXPECT_NE(continentOf(placeCode(region.country)), 0U) << region.code;
    for (const auto& [country, continent] : { std::pair { "IE", "EU" }, { "SG", "AS" }, { "US", "NA" },
             { "BR", "SA" }, { "ZA", "AF" }, { "AU", "OC" }, { "AQ", "AN" }, { "TR", "AS" }, { "RU", "EU" } })
        EXPECT_EQ(placeText(continentOf(placeCode(country))), continent) << country;
    EXPECT_EQ(continentOf(placeCode("XX")), 0U);
    EXPECT_EQ(continentOf(0), 0U);
    EXPECT_EQ(placeCode("eu"), placeCode("EU"));
    EXPECT_EQ(placeText(placeCode("30")), "30");
    EXPECT_EQ(placeCode("LONG"), 0U);
}

TEST(Askers, InACityHaveItsPlaceCountryAndBlock)
{
    const auto dublin = askerInCity("dublin"); // the city of a region, none of the 300 largest
    ASSERT_TRUE(dublin.has_value());
    EXPECT_EQ(placeText(dublin->country), "IE");
    EXPECT_EQ(placeText(dublin->continent), "EU");
    EXPECT_EQ(dublin->label, "Dublin, IE");
    EXPECT_EQ(placeText(askerInCity("Los Angeles")->subdivision), "CA");
    EXPECT_EQ(placeText(askerInRegion("us-east-1")->subdivision), "VA");
    EXPECT_EQ(askerInCity("Tokyo")->subdivision, 0U);
    const auto refused = askerInCity("Dubln");
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, Errc::UnknownName);
    EXPECT_NE(refused.error().what.find("did you mean 'Dublin'"), std::string::npos) << refused.error().what;
    EXPECT_FALSE(askerInRegion("eu-west-9").has_value());
}

TEST(Askers, InARegionHaveMeasuredRoundTripsAndElsewhereTheGreatCircle)
{
    const Atlas& places = atlas();
    const std::size_t ireland = *places.findRegion("eu-west-1"), tokyo = *places.findRegion("ap-northeast-1");
    EXPECT_EQ(askerInRegion("eu-west-1")->roundTrip, places.regions[ireland].roundTrip);
    const Asker dublin = *askerInCity("Dublin");
    EXPECT_EQ(dublin.roundTrip[tokyo],
        userRoundTrip(greatCircleMetres(places.regions[ireland].place, places.regions[tokyo].place)));
}

TEST(Askers, WithABlockOfOursAreMappedAndAllOthersAreNot)
{
    std::set<std::string> seen;
    for (std::size_t i = 0; i < atlas().cities.size(); ++i) {
        const PlaceBlocks own = cityBlocks(i);
        EXPECT_TRUE(seen.insert(toString(own.v4)).second);
        EXPECT_TRUE(parseIpPrefix("198.18.0.0/15")->contains(own.v4));
        for (const IpPrefix& block : { own.v4, own.v6 }) {
            const Asker asker = *askerFromSubnet(toString(block));
            EXPECT_EQ(asker.place, atlas().cities[i].place);
            EXPECT_EQ(asker.prefix, block);
        }
    }
    for (std::size_t i = 0; i < atlas().regions.size(); ++i) {
        EXPECT_TRUE(seen.insert(toString(regionBlocks(i).v4)).second);
        EXPECT_EQ(askerFromSubnet(toString(regionBlocks(i).v6))->roundTrip, atlas().regions[i].roundTrip);
    }
    const Asker unmapped = *askerFromSubnet("203.0.113.0/24");
    EXPECT_FALSE(unmapped.place.has_value());
    EXPECT_EQ(unmapped.country, 0U);
    EXPECT_TRUE(unmapped.roundTrip.empty());
    EXPECT_EQ(unmapped.label, "203.0.113.0/24");
    EXPECT_FALSE(askerFromSubnet("198.18.0.0/15")->place.has_value()); // wider than one city's block
}

TEST(Askers, AreWhereTheirClientSubnetIsIfTheResolverSendsOne)
{
    const Asker resolver = *askerInCity("Tokyo");
    EXPECT_EQ(queryOrigin(std::nullopt, resolver).label, "Tokyo, JP");
    EXPECT_EQ(queryOrigin(*askerFromSubnet("203.0.113.0/24"), resolver).label, "203.0.113.0/24");
}

} // namespace
} // namespace sb
