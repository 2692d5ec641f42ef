// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/controls/controls_file.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

const std::vector<std::string> kRegions { "eu-west-1", "ap-southeast-1" };

std::string errorOf(const std::string& toml)
{
    const auto spec = parseControls(toml, "c.toml", kRegions);
    return spec ? "read" : spec.error().what;
}

const std::string kPanel = "[[panel]]\nname = \"regions\"\n"
                           "[[panel.control]]\nname = \"ireland\"\nregion = \"eu-west-1\"\n"
                           "[[panel.control]]\nname = \"armed\"\non = false\n"; // 8 lines

TEST(ControlsFile, AnEmptyTextIsOneControlForEachRegionAndAtLeastOneOn)
{
    const auto spec = parseControls("", "c.toml", kRegions);
    ASSERT_TRUE(spec);
    EXPECT_EQ(spec->panels, std::vector<std::string> { "regions" });
    ASSERT_EQ(spec->controls.size(), 2u);
    EXPECT_EQ(spec->controls[1], (ControlSpec { "ap-southeast-1", 0, "ap-southeast-1", true }));
    ASSERT_EQ(spec->rules.size(), 1u);
    EXPECT_EQ(describe(*spec, spec->rules[0]), "at least 1 of eu-west-1, ap-southeast-1");
    EXPECT_EQ(spec->rules[0].wait, 5s);
}

TEST(ControlsFile, EveryKeyIsReadAndWrittenBackToTheSame)
{
    const auto spec = parseControls(kPanel
            + "[[panel.rule]]\nname = \"armed-first\"\ngate = [\"armed\"]\ntarget = [\"ireland\"]\ntype = "
              "\"and\"\n"
              "inverted = true\nwait = \"250ms\"\n"
              "[[panel.rule]]\nname = \"one\"\nassert = [\"ireland\", \"armed\"]\ntype = \"exactly\"\ncount "
              "= 2\n"
              "[[panel]]\nname = \"facts\"\n[[panel.control]]\nname = \"promoted\"\n",
        "c.toml", kRegions);
    ASSERT_TRUE(spec) << spec.error().what;
    EXPECT_EQ(spec->panels, (std::vector<std::string> { "regions", "facts" }));
    EXPECT_EQ(spec->controls[1], (ControlSpec { "armed", 0, "", false }));
    EXPECT_EQ(spec->controls[2].panel, 1u);
    const SafetyRule& gate = spec->rules[0];
    EXPECT_TRUE(gate.isGating() && gate.isInverted && gate.type == RuleType::And);
    EXPECT_EQ(gate.wait, 250ms);
    EXPECT_EQ(gate.guarded, std::vector<std::size_t> { 0 });
    EXPECT_EQ(gate.gates, std::vector<std::size_t> { 1 });
    EXPECT_EQ(spec->rules[1].count, 2);
    const auto again = parseControls(toToml(*spec), "again", kRegions);
    ASSERT_TRUE(again) << again.error().what;
    EXPECT_EQ(*again, *spec);
    const ControlsSpec usual = defaultControls(kRegions);
    EXPECT_EQ(*parseControls(toToml(usual), "usual", kRegions), usual);
}

TEST(ControlsFile, EveryMistakeIsNamedWithItsPlace)
{
    EXPECT_EQ(errorOf("x = 1\n"),
        "c.toml:1:1: unknown key 'x'; known: panel\n"
        "c.toml:1:1: routing controls need at least one [[panel]]");
    EXPECT_EQ(errorOf(kPanel + "[[panel.control]]\nname = \"ireland\"\nregion = \"eu-west-2\"\nlit = 1\n"),
        "c.toml:10:8: 'name' in [[panel.control]]: 'ireland' stands there twice; each control needs its own\n"
        "c.toml:11:10: 'region' in [[panel.control]]: region 'eu-west-2' is not in this run; did you mean "
        "'eu-west-1'?\n"
        "c.toml:12:1: unknown key 'lit' in [[panel.control]]; known: name, region, on");
    const std::string text = errorOf(kPanel
        + "[[panel.rule]]\nname = \"a b\"\nassert = [\"irland\"]\ntype = \"atleast\"\nwait = \"2h\"\n"
          "[[panel.rule]]\nname = \"x\"\ngate = [\"armed\"]\ntarget = [\"armed\", \"armed\"]\ncount = 2\n"
          "[[panel.rule]]\nname = \"x\"\nassert = [\"armed\"]\ngate = [\"ireland\"]\ntype = \"or\"\ncount = "
          "1\n");
    for (const char* line : { "c.toml:10:8: 'name' in [[panel.rule]]: 'a b' is no name of a rule",
             "c.toml:11:11: this panel has no control 'irland'; did you mean 'ireland'?",
             "c.toml:12:8: 'type' in [[panel.rule]]: 'atleast' is not known here; did you mean 'at-least'?",
             "c.toml:13:8: 'wait' in [[panel.rule]]: expected a duration from 0 us to 1 h 00 min",
             "c.toml:17:20: 'armed' stands there twice",
             "c.toml:17:10: 'target' in [[panel.rule]]: 'armed' is a gate of the same rule",
             "c.toml:18:9: 'count' in [[panel.rule]]: expected an integer from 0 to 1, found 2",
             "c.toml:19:1: a [[panel.rule]] has either 'assert', or 'gate' and 'target'",
             "c.toml:20:8: 'name' in [[panel.rule]]: 'x' stands there twice",
             "c.toml:19:1: [[panel.rule]] needs 'target'",
             "c.toml:24:9: 'count' in [[panel.rule]]: goes with \"at-least\" and \"exactly\" only" })
        EXPECT_NE(text.find(line), std::string::npos) << line << "\n" << text;
    EXPECT_NE(errorOf("[[panel]]\nname = ").find("c.toml:2:"), std::string::npos);
    EXPECT_EQ(errorOf("[[panel]]\nname = \"empty\"\n"),
        "c.toml:1:1: a [[panel]] needs at least one [[panel.control]]");
}

TEST(ControlsFile, TheQuotasAreKept)
{
    const auto panels = [](int count, int controls, int rules) {
        std::string text;
        for (int p = 0; p < count; ++p) {
            const std::string at = std::to_string(p);
            text += "[[panel]]\nname = \"p" + at + "\"\n";
            for (int c = 0; c < controls; ++c)
                text += "[[panel.control]]\nname = \"c" + at + "-" + std::to_string(c) + "\"\n";
            for (int r = 0; r < rules; ++r)
                text += "[[panel.rule]]\nname = \"r" + at + "-" + std::to_string(r) + "\"\nassert = [\"c" + at
                    + "-0\"]\n";
        }
        return text;
    };
    EXPECT_EQ(errorOf(panels(50, 6, 1)), "read");
    EXPECT_EQ(errorOf(panels(51, 1, 0)), "c.toml:1:1: 51 panels; a cluster has at most 50");
    EXPECT_EQ(errorOf(panels(50, 7, 0)), "c.toml:1:1: 350 controls; a cluster has at most 300");
    EXPECT_EQ(errorOf(panels(1, 100, 20)), "read");
    EXPECT_NE(errorOf(panels(1, 101, 0)).find("101 controls; a panel has at most 100"), std::string::npos);
    EXPECT_NE(errorOf(panels(1, 1, 21)).find("21 rules; a panel has at most 20"), std::string::npos);
}

} // namespace
} // namespace sb
