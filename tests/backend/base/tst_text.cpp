// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/text.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

TEST(Text, GroupsNumbersInThrees)
{
    EXPECT_EQ(groupedText(0), "0");
    EXPECT_EQ(groupedText(999), "999");
    EXPECT_EQ(groupedText(48'213), "48 213");
    EXPECT_EQ(groupedText(-1'234'567), "-1 234 567");
}

TEST(Text, WritesMoney)
{
    EXPECT_EQ(moneyText(Money { 123'450 }), "€ 1 234.50");
    EXPECT_EQ(moneyText(Money { 5 }), "€ 0.05");
    EXPECT_EQ(moneyText(Money { -123'450 }), "€ -1 234.50");
    EXPECT_EQ(moneyText(Money { -5 }), "€ -0.05");
    EXPECT_EQ(plainMoneyText(Money { 1234 }), "12.34");
    EXPECT_EQ(plainMoneyText(Money { -5 }), "-0.05");
    EXPECT_EQ(plainMoneyText(Money {}), "0.00");
}

TEST(Text, SplitsAndQuotesCsvFields)
{
    using Fields = std::vector<std::string>;
    EXPECT_EQ(splitCsvLine("a,b,,d"), (Fields { "a", "b", "", "d" }));
    EXPECT_EQ(splitCsvLine("\"a,b\",\"say \"\"hi\"\"\"\r"), (Fields { "a,b", "say \"hi\"" }));
    EXPECT_EQ(splitCsvLine(""), (Fields { "" }));
    EXPECT_EQ(csvField("plain"), "plain");
    EXPECT_EQ(csvField("a,\"b\""), "\"a,\"\"b\"\"\"");
    EXPECT_EQ(csvField("two\nlines"), "\"two\nlines\"");
    for (const char* text : { "", "a", "a,b", "\"", "\"\",\"", " x " })
        EXPECT_EQ(splitCsvLine(csvField(text)), (Fields { text }));
}

TEST(Text, SplitsWordsAndJoinsParts)
{
    EXPECT_EQ(splitWords("  fail\teu-west-1  "), (std::vector<std::string_view> { "fail", "eu-west-1" }));
    EXPECT_TRUE(splitWords(" \t ").empty());
    EXPECT_EQ(joined({ "a", "b", "c" }, ", "), "a, b, c");
    EXPECT_EQ(joined({}, ", "), "");
}

TEST(Text, FoldsOnlyAsciiAndWritesHex)
{
    EXPECT_EQ(lowerAscii("ÉmILE Zola"), "Émile zola");
    EXPECT_EQ(hex64(0), "0000000000000000");
    EXPECT_EQ(hex64(0xDEADBEEFULL), "00000000deadbeef");
    EXPECT_EQ(hex64(~0ULL), "ffffffffffffffff");
}

TEST(Text, SuggestsOnlyWhatIsNear)
{
    const std::vector<std::string> known { "eu-west-1", "eu-west-2", "us-east-1" };
    EXPECT_EQ(nearestName("eu-wset-1", known), "eu-west-1");
    EXPECT_EQ(nearestName("us-east1", known), "us-east-1");
    EXPECT_EQ(nearestName("moon", known), "");
    EXPECT_EQ(nearestName("", known), "");
    EXPECT_EQ(nearestName("eu-west-1", {}), "");
}

} // namespace
} // namespace sb
