// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routing/json_tree.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

std::string errorOf(std::string_view text)
{
    const Result<JsonNode> tree = parseJsonTree(text, "f.json");
    return tree ? "no error" : tree.error().what;
}

TEST(JsonTree, ValuesKeepTheirPlaceAndOrder)
{
    const auto tree
        = parseJsonTree("{\"b\": [1, -2,\n  \"x\"], \"a\":true,\n\"c\":{\"d\":null},\"e\":1.5}", "f");
    ASSERT_TRUE(tree) << tree.error().what;
    EXPECT_EQ(tree->names, (std::vector<std::string> { "b", "a", "c", "e" }));
    const JsonNode& list = *tree->find("b");
    ASSERT_EQ(list.items.size(), 3u);
    EXPECT_EQ(list.items[1].integer, -2);
    EXPECT_EQ(list.items[1].place.line, 1u);
    EXPECT_EQ(list.items[1].place.column, 11u);
    EXPECT_EQ(list.items[2].place.line, 2u);
    EXPECT_EQ(list.items[2].place.column, 3u);
    EXPECT_EQ(tree->find("a")->place.column, 13u);
    EXPECT_EQ(tree->find("c")->place.line, 3u);
    EXPECT_EQ(tree->find("c")->place.column, 5u);
    EXPECT_EQ(tree->find("e")->text, "1.5");
    EXPECT_EQ(tree->find("z"), nullptr);
}

TEST(JsonTree, NumbersBeyondSixtyFourBitsAreKeptAsWritten)
{
    const auto tree = parseJsonTree("[9223372036854775807, 9223372036854775808, 1e400, -1e2]", "f");
    // 1e400 is no number that a double holds: the parser refuses it, and nothing crashes.
    ASSERT_FALSE(tree);
    const auto fine = parseJsonTree("[9223372036854775807, 9223372036854775808, -1e2]", "f");
    ASSERT_TRUE(fine) << fine.error().what;
    EXPECT_EQ(fine->items[0].kind, JsonNode::Kind::Integer);
    EXPECT_EQ(fine->items[1].kind, JsonNode::Kind::OtherNumber);
    EXPECT_EQ(fine->items[1].text, "9223372036854775808");
    EXPECT_EQ(fine->items[2].text, "-1e2");
}

TEST(JsonTree, AMistakeNamesFileLineAndColumn)
{
    EXPECT_EQ(errorOf("{\n  \"a\": 1,\n  \"b\" 2\n}").rfind("f.json:3:7: not JSON: ", 0), 0u)
        << errorOf("{\n  \"a\": 1,\n  \"b\" 2\n}");
    EXPECT_EQ(errorOf("").rfind("f.json:1:1: not JSON: ", 0), 0u) << errorOf("");
    EXPECT_EQ(errorOf("[1, 2").rfind("f.json:1:6: not JSON: ", 0), 0u) << errorOf("[1, 2");
    EXPECT_EQ(errorOf("{\"a\": 1}}").rfind("f.json:1:9: not JSON: ", 0), 0u) << errorOf("{\"a\": 1}}");
    EXPECT_EQ(errorOf("\"\xff\"").rfind("f.json:1:2: not JSON: ", 0), 0u) << errorOf("\"\xff\"");
}

TEST(JsonTree, ARepeatedMemberIsRefused)
{
    EXPECT_EQ(errorOf("{\"a\": 1,\n \"a\": 2}"), "f.json:2:2: member 'a' appears twice; one of them must go");
}

TEST(JsonTree, DepthIsBounded)
{
    const std::string deep(kJsonTreeDepthMax, '[');
    EXPECT_TRUE(parseJsonTree(deep + std::string(kJsonTreeDepthMax, ']'), "f.json"));
    EXPECT_EQ(errorOf(deep + "["), "f.json:1:33: nested more than 32 levels deep");
    EXPECT_EQ(errorOf(std::string(1'000'000, '[')), "f.json:1:33: nested more than 32 levels deep");
}

TEST(JsonTree, QuotedTextIsShortAndPrintable)
{
    EXPECT_EQ(shown(std::string_view("a\nb")), "'a?b'");
    const std::string cut = shown(std::string_view("é" + std::string(100, 'x')));
    EXPECT_EQ(cut, "'é" + std::string(58, 'x') + "…'");
    // Never half of a character.
    EXPECT_EQ(shown(std::string_view(std::string(59, 'x') + "éé")), "'" + std::string(59, 'x') + "…'");
}

} // namespace
} // namespace sb
