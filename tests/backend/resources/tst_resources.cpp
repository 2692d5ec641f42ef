// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/text.h"
#include "resources/resources.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

using Row = std::vector<std::string>;

// All lines of an embedded file, split; the header line is row 0.
std::vector<Row> rowsOf(std::string_view name)
{
    std::vector<Row> rows;
    std::string_view text = sb::resource(name);
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        rows.push_back(sb::splitCsvLine(text.substr(0, end)));
        text = end == std::string_view::npos ? std::string_view {} : text.substr(end + 1);
    }
    return rows;
}

long wholeNumber(const std::string& text)
{
    long value = -1;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    EXPECT_TRUE(code == std::errc {} && end == text.data() + text.size()) << '"' << text << '"';
    return value;
}

TEST(Resources, AreByteForByteTheFilesTheyWereMadeFrom)
{
    std::vector<std::string> expected { "books.csv", "cities.csv", "countries.csv", "plans/fail-back.toml",
        "plans/failover.toml", "plans/switchover.toml", "region-rtt-ms.csv", "regions.csv",
        "subdivisions.csv", "zones/standby-checks.json", "zones/standby.json" };
    const std::size_t others = expected.size();
    for (const auto& entry : std::filesystem::directory_iterator(SB_SOURCE_DIR "/resources/drills"))
        expected.push_back("drills/" + entry.path().filename().string()); // every one of them
    EXPECT_GT(expected.size(), others + 40);
    std::sort(expected.begin(), expected.end());
    const std::vector<std::string_view> names = sb::resourceNames();
    EXPECT_EQ(std::vector<std::string>(names.begin(), names.end()), expected);
    for (const std::string_view name : sb::resourceNames()) {
        std::ifstream file(std::string(SB_SOURCE_DIR "/resources/").append(name), std::ios::binary);
        const std::string text { std::istreambuf_iterator<char>(file), {} };
        EXPECT_FALSE(text.empty()) << name;
        EXPECT_TRUE(sb::resource(name) == text) << name;
        EXPECT_EQ(text.find('\r'), std::string::npos) << name;
        EXPECT_EQ(text.back(), '\n') << name;
    }
}

TEST(ResourcesDeathTest, RefuseAnUnknownNameByNamingIt)
{
    EXPECT_DEATH((void)sb::resource("nowhere.csv"), "no embedded resource is named \"nowhere.csv\"");
    EXPECT_DEATH((void)sb::resource(""), "no embedded resource");
}

TEST(Regions, AreTwentyOneWithUniqueCodesNamesAndLetters)
{
    const auto rows = rowsOf("regions.csv");
    ASSERT_EQ(rows.size(), 22u);
    EXPECT_EQ(rows[0], (Row { "code", "name", "letter", "city", "country", "latitude", "longitude" }));
    std::set<std::string> codes;
    std::set<std::string> names;
    std::set<std::string> letters;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        ASSERT_EQ(rows[i].size(), 7u);
        EXPECT_TRUE(codes.insert(rows[i][0]).second) << rows[i][0];
        EXPECT_TRUE(names.insert(rows[i][1]).second) << rows[i][1];
        EXPECT_TRUE(letters.insert(rows[i][2]).second) << rows[i][2];
        ASSERT_EQ(rows[i][2].size(), 1u);
        EXPECT_TRUE(rows[i][2][0] >= 'A' && rows[i][2][0] <= 'Z') << rows[i][2];
        EXPECT_EQ(rows[i][4].size(), 2u);
        EXPECT_LE(std::abs(std::stod(rows[i][5])), 90.0);
        EXPECT_LE(std::abs(std::stod(rows[i][6])), 180.0);
    }
}

TEST(Regions, OfTheDefaultWorldHaveTheirExpectedLetters)
{
    std::map<std::string, std::string> letterOf;
    for (const Row& row : rowsOf("regions.csv"))
        letterOf[row[0]] = row[1] + " " + row[2];
    EXPECT_EQ(letterOf["eu-west-1"], "Ireland I");
    EXPECT_EQ(letterOf["ap-southeast-1"], "Singapore S");
    EXPECT_EQ(letterOf["us-east-1"], "Virginia V");
}

TEST(RoundTrips, ArePositiveForEveryPairInTheOrderOfTheRegions)
{
    const auto regions = rowsOf("regions.csv");
    const auto rows = rowsOf("region-rtt-ms.csv");
    ASSERT_EQ(rows.size(), 22u);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        ASSERT_EQ(rows[i].size(), 22u);
        if (i == 0)
            continue;
        EXPECT_EQ(rows[i][0], regions[i][0]);
        EXPECT_EQ(rows[0][i], regions[i][0]);
        for (std::size_t k = 1; k < 22; ++k) {
            const long ms = wholeNumber(rows[i][k]);
            EXPECT_GE(ms, 1) << rows[i][0] << " to " << rows[0][k];
            EXPECT_LE(ms, 600) << rows[i][0] << " to " << rows[0][k];
            EXPECT_GE(ms, wholeNumber(rows[i][i])) << "within a region is the shortest way";
        }
    }
}

TEST(Cities, AreThreeHundredLargestFirst)
{
    const auto rows = rowsOf("cities.csv");
    ASSERT_EQ(rows.size(), 301u);
    long previous = 1'000'000'000;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        ASSERT_EQ(rows[i].size(), 5u);
        EXPECT_FALSE(rows[i][0].empty());
        const long population = wholeNumber(rows[i][4]);
        EXPECT_GT(population, 0);
        EXPECT_LE(population, previous) << rows[i][0];
        previous = population;
    }
}

TEST(Books, AreNineHundredThirtySevenWithPriceStockAndDescription)
{
    const auto rows = rowsOf("books.csv");
    ASSERT_EQ(rows.size(), 938u);
    EXPECT_EQ(rows[0],
        (Row { "id", "title", "author", "birth_year", "death_year", "category", "language", "price_cents",
            "stock", "popularity", "description" }));
    std::set<long> ids;
    long previous = 1'000'000'000;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const Row& book = rows[i];
        ASSERT_EQ(book.size(), 11u);
        EXPECT_TRUE(ids.insert(wholeNumber(book[0])).second) << book[0];
        EXPECT_FALSE(book[1].empty());
        EXPECT_FALSE(book[2].empty());
        const long cents = wholeNumber(book[7]);
        EXPECT_TRUE(cents >= 900 && cents <= 2900) << cents;
        EXPECT_TRUE(cents % 100 == 0 || cents % 100 == 50 || cents % 100 == 90 || cents % 100 == 95) << cents;
        EXPECT_GE(wholeNumber(book[8]), 25);
        const long popularity = wholeNumber(book[9]);
        EXPECT_TRUE(popularity >= 1 && popularity <= previous) << book[1];
        previous = popularity;
        EXPECT_TRUE(book[10].size() > 20 && book[10].size() <= 160 && book[10].back() == '.') << book[10];
    }
}

TEST(Books, FillEveryShopCategoryWithTenOrMore)
{
    std::map<std::string, int> countOf;
    const auto rows = rowsOf("books.csv");
    for (std::size_t i = 1; i < rows.size(); ++i)
        ++countOf[rows[i][5]];
    EXPECT_GE(countOf.size(), 11u);
    EXPECT_LE(countOf.size(), 14u);
    for (const auto& [category, count] : countOf)
        EXPECT_GE(count, 10) << category;
}

} // namespace
