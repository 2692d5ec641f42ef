// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

const VerbSpec kSpec { "signalbox cook DISH", "cook", "Cooks.", "DISH", true,
    { { "--salt", "GRAMS", "how much" }, { "--time", "TIME", "how long" }, { "--hot", "", "with chilli" } },
    { "Bon appetit." } };

std::string errorOf(const std::vector<std::string>& words)
{
    const auto arguments = Arguments::parse(kSpec, words);
    return arguments ? "accepted" : arguments.error().what;
}

TEST(Arguments, AcceptValuesBesideAndWithinTheWord)
{
    const auto arguments = Arguments::parse(kSpec, { "--salt", "3", "soup", "--time=1m30s", "--hot" });
    ASSERT_TRUE(arguments) << arguments.error().what;
    EXPECT_EQ(arguments->file(), "soup");
    EXPECT_EQ(arguments->number("--salt").value(), 3u);
    EXPECT_EQ(arguments->duration("--time").value(), Duration { 90s });
    EXPECT_TRUE(arguments->has("--hot"));
    EXPECT_FALSE(arguments->wantsHelp());
}

TEST(Arguments, LeaveAbsentOptionsAtNothing)
{
    const auto arguments = Arguments::parse(kSpec, { "soup" });
    ASSERT_TRUE(arguments);
    EXPECT_EQ(arguments->number("--salt").value(), std::nullopt);
    EXPECT_EQ(arguments->duration("--time").value(), std::nullopt);
    EXPECT_EQ(arguments->text("--salt", "none"), "none");
}

TEST(Arguments, RefuseWhatTheyDoNotKnowAndSuggestWhatIsNear)
{
    EXPECT_EQ(errorOf({ "soup", "--sal", "3" }), "unknown option '--sal'; did you mean '--salt'?");
    EXPECT_EQ(errorOf({ "soup", "--xxxxxxxx" }),
        "unknown option '--xxxxxxxx'; known: --help, --salt, --time, --hot");
}

TEST(Arguments, RefuseMissingAndSuperfluousWords)
{
    EXPECT_EQ(errorOf({}), "needs a file: signalbox cook DISH");
    EXPECT_EQ(errorOf({ "soup", "stew" }), "'stew' is not expected: one DISH is given already, 'soup'");
    EXPECT_EQ(errorOf({ "soup", "--salt" }), "option '--salt' needs a value: --salt GRAMS");
    EXPECT_EQ(errorOf({ "soup", "--salt=" }), "option '--salt' needs a value: --salt GRAMS");
    EXPECT_EQ(errorOf({ "soup", "--hot=yes" }), "option '--hot' takes no value");
    EXPECT_EQ(errorOf({ "soup", "--hot", "--hot" }), "option '--hot' is given twice");
}

TEST(Arguments, NeedNoFileForHelp)
{
    const auto arguments = Arguments::parse(kSpec, { "--help" });
    ASSERT_TRUE(arguments);
    EXPECT_TRUE(arguments->wantsHelp());
    const std::string help = helpText(kSpec);
    for (const char* part :
        { "signalbox cook DISH", "Cooks.", "--salt GRAMS", "--hot", "--help", "Bon appetit." })
        EXPECT_NE(help.find(part), std::string::npos) << part;
}

TEST(Arguments, RefuseValuesOfTheWrongKind)
{
    const auto arguments = Arguments::parse(kSpec, { "soup", "--salt", "-3", "--time", "10" });
    ASSERT_TRUE(arguments);
    EXPECT_FALSE(arguments->number("--salt"));
    const auto time = arguments->duration("--time");
    ASSERT_FALSE(time);
    EXPECT_NE(time.error().what.find("--time: '10' is not a duration"), std::string::npos);
    const auto choice = arguments->choice("--salt", { "a", "b" });
    ASSERT_FALSE(choice);
    EXPECT_EQ(choice.error().what, "--salt: '-3' is not known; use one of: a, b");
}

TEST(Arguments, AreQuotedForAShellWhenTheyNeedIt)
{
    EXPECT_EQ(shellWord("out/a-b_c.toml"), "out/a-b_c.toml");
    EXPECT_EQ(shellWord("my drill.toml"), "'my drill.toml'");
    EXPECT_EQ(shellWord("it's"), "'it'\\''s'");
    EXPECT_EQ(shellWord(""), "''");
}

} // namespace
} // namespace sb
