// SPDX-License-Identifier: GPL-3.0-or-later
// Safety rules: the golden vectors 30 to 34, the words of a refusal, and random transactions against an
// oracle that knows nothing but the definitions.
#include "backend/base/rng.h"
#include "tests/backend/controls/panel.h"
#include "tests/backend/support/seeds.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sb {
namespace {

using namespace test;

constexpr Instant kNow = kStart + 1h;
const std::vector<std::string> kPair { "a", "b" };

std::vector<std::string> blockingNames(const ControlsSpec& spec, const Judgement& judgement)
{
    std::vector<std::string> names;
    for (const BlockingRule& entry : judgement.blocking)
        names.push_back(spec.rules[entry.rule].name);
    return names;
}

TEST(RoutingControlVectors, vector30_ABatchIsJudgedByTheStateAfterIt)
{
    const ControlsSpec spec = panelOf(kPair, { assertion("one", RuleType::AtLeast, 1, { 0, 1 }) });
    EXPECT_TRUE(judge(spec, statesOf({ true, false }), { { 0, false }, { 1, true } }, {}, kNow).isAccepted());
}

TEST(RoutingControlVectors, vector31_TheSameAsASingleCallIsRejected)
{
    const ControlsSpec spec = panelOf(kPair, { assertion("one", RuleType::AtLeast, 1, { 0, 1 }) });
    const Judgement judgement = judge(spec, statesOf({ true, false }), { { 0, false } }, {}, kNow);
    EXPECT_EQ(blockingNames(spec, judgement), std::vector<std::string> { "one" });
    EXPECT_EQ(judgement.blocking[0].consequence, "nothing would answer: both controls off");
}

TEST(RoutingControlVectors, vector32_AtLeastOneAndNotBothTogetherAllowExactlyOne)
{
    const ControlsSpec two = panelOf(kPair,
        { assertion("one", RuleType::AtLeast, 1, { 0, 1 }),
            assertion("not-both", RuleType::And, 0, { 0, 1 }, true) });
    const ControlsSpec ours = panelOf(kPair, { assertion("exactly", RuleType::Exactly, 1, { 0, 1 }) });
    for (const ControlsSpec& spec : { two, ours }) {
        for (int before = 0; before < 4; ++before) {
            for (int after = 0; after < 4; ++after) {
                const ControlStates states = statesOf({ (before & 1) != 0, (before & 2) != 0 });
                const Judgement judgement
                    = judge(spec, states, { { 0, (after & 1) != 0 }, { 1, (after & 2) != 0 } }, {}, kNow);
                EXPECT_EQ(judgement.isAccepted(), after == before || after == 1 || after == 2)
                    << before << " -> " << after;
            }
        }
    }
}

TEST(RoutingControlVectors, vector33_AClosedGateRejectsAChangeUnlessItIsOverridden)
{
    const ControlsSpec spec
        = panelOf({ "armed", "target" }, { gating("armed-first", RuleType::And, 0, { 0 }, { 1 }) });
    for (const bool isOn : { false, true }) { // either way
        const ControlStates states = statesOf({ false, isOn });
        const Judgement judgement = judge(spec, states, { { 1, !isOn } }, {}, kNow);
        ASSERT_EQ(blockingNames(spec, judgement), std::vector<std::string> { "armed-first" });
        EXPECT_EQ(judgement.blocking[0].consequence, "armed is off");
        const Judgement overridden = judge(spec, states, { { 1, !isOn } }, { 0 }, kNow);
        EXPECT_TRUE(overridden.isAccepted());
        EXPECT_EQ(overridden.overridden.size(), 1u);
        EXPECT_TRUE(judge(spec, statesOf({ true, isOn }), { { 1, !isOn } }, {}, kNow).isAccepted());
    }
}

TEST(RoutingControlVectors, vector34_ASecondChangeWithinTheWaitIsRejectedAndAfterItIsJudgedOnItsMerits)
{
    const ControlsSpec spec = panelOf(kPair, { assertion("one", RuleType::AtLeast, 1, { 0, 1 }) });
    ControlStates states = statesOf({ false, true });
    states.changedAt[0] = kNow;
    const auto turnOn = [&](Duration later) {
        return judge(spec, states, { { 0, true } }, {}, kNow + later);
    };
    const Judgement early = turnOn(4'999ms);
    ASSERT_EQ(early.blocking.size(), 1u);
    EXPECT_EQ(early.blocking[0].waitLeft, 1ms);
    EXPECT_EQ(early.blocking[0].consequence, "its controls were changed a moment ago, wait 0.1 s more");
    EXPECT_TRUE(turnOn(5'001ms).isAccepted());
    EXPECT_TRUE(turnOn(5'000ms).isAccepted());
    // The wait is the rule's: the other control waits as well, and to override the rule overrides it.
    EXPECT_FALSE(judge(spec, states, { { 1, false }, { 0, true } }, {}, kNow + 1s).isAccepted());
    EXPECT_TRUE(judge(spec, states, { { 0, true } }, { 0 }, kNow + 1s).isAccepted());
    const Judgement wrong = judge(spec, states, { { 1, false } }, {}, kNow + 5'001ms);
    ASSERT_EQ(wrong.blocking.size(), 1u); // its merits
    EXPECT_EQ(wrong.blocking[0].waitLeft, 0us);
}

TEST(SafetyRules, SettingAControlToWhatItIsIsNoChange)
{
    const ControlsSpec spec = panelOf(kPair, { assertion("both", RuleType::And, 0, { 0, 1 }) });
    EXPECT_TRUE(judge(spec, statesOf({ false, false }), { { 0, false } }, {}, kNow).isAccepted());
    EXPECT_FALSE(judge(spec, statesOf({ false, false }), { { 0, true } }, {}, kNow).isAccepted());
}

TEST(SafetyRules, ARefusalNamesEveryBlockingRuleTheLeastOverrideAndWhatWouldHelp)
{
    const ControlsSpec spec = panelOf({ "a", "b", "armed" },
        { assertion("one", RuleType::AtLeast, 1, { 0, 1 }),
            gating("armed-first", RuleType::And, 0, { 2 }, { 0 }),
            assertion("idle", RuleType::Or, 0, { 1 }) });
    const ControlStates states = statesOf({ true, false, false });
    const Judgement judgement = judge(spec, states, { { 0, false } }, {}, kNow);
    EXPECT_EQ(refusalText(spec, judgement, helpfulChange(spec, states, { { 0, false } }, {}, kNow)),
        "2 safety rules refuse it: one (at least 1 of a, b): nothing would answer: both controls off; "
        "armed-first (a changes only if all of armed is on): armed is off. To do it all the same, override "
        "one,armed-first with a reason");
    const ControlStates armed = statesOf({ true, false, true });
    const Judgement single = judge(spec, armed, { { 0, false } }, {}, kNow);
    EXPECT_EQ(refusalText(spec, single, helpfulChange(spec, armed, { { 0, false } }, {}, kNow)),
        "safety rule one (at least 1 of a, b) refuses it: nothing would answer: both controls off. It would "
        "pass with b=on in the same call; to do it all the same, override one with a reason");
}

TEST(SafetyRules, AFactIsNeverProposedForTheSakeOfPassing)
{
    const ControlsSpec spec
        = panelOf({ "armed", "target" }, { gating("armed-first", RuleType::And, 0, { 0 }, { 1 }) });
    EXPECT_FALSE(helpfulChange(spec, statesOf({ false, true }), { { 1, false } }, {}, kNow));
    // It would pass, though: rules judge the state after the whole transaction.
    EXPECT_TRUE(judge(spec, statesOf({ false, true }), { { 1, false }, { 0, true } }, {}, kNow).isAccepted());
}

TEST(SafetyRules, TooManyOnIsSaidAsSuch)
{
    const ControlsSpec spec
        = panelOf({ "a", "b", "c" }, { assertion("x", RuleType::Exactly, 1, { 0, 1, 2 }) });
    const auto consequence = [&](std::vector<ControlChange> changes) {
        return judge(spec, statesOf({ true, false, false }), changes, {}, kNow).blocking.at(0).consequence;
    };
    EXPECT_EQ(consequence({ { 1, true } }), "answering would be a, b, off c");
    EXPECT_EQ(consequence({ { 1, true }, { 2, true } }), "all would answer at once: all 3 controls on");
    EXPECT_EQ(consequence({ { 0, false } }), "nothing would answer: all 3 controls off");
}

// The definitions once more, as literally as possible.
struct Oracle {
    const ControlsSpec& spec;
    const ControlStates& before;
    const std::vector<ControlChange>& changes;
    Instant now;

    [[nodiscard]] bool stateAfter(std::size_t control) const
    {
        for (const ControlChange& change : changes) {
            if (change.control == control)
                return change.isOn;
        }
        return before.isOn[control];
    }
    [[nodiscard]] bool predicate(const SafetyRule& rule) const
    {
        const auto& judged = rule.gates.empty() ? rule.guarded : rule.gates;
        int on = 0, off = 0;
        for (const std::size_t control : judged)
            ++(stateAfter(control) ? on : off);
        bool isTrue = false;
        if (rule.type == RuleType::AtLeast)
            isTrue = !(on < rule.count);
        else if (rule.type == RuleType::And)
            isTrue = off == 0;
        else if (rule.type == RuleType::Or)
            isTrue = on != 0;
        else
            isTrue = on == rule.count;
        return rule.isInverted ? !isTrue : isTrue;
    }
    [[nodiscard]] bool refuses(const SafetyRule& rule) const
    {
        bool changesGuarded = false, isWaiting = false;
        for (const std::size_t control : rule.guarded) {
            changesGuarded = changesGuarded || stateAfter(control) != before.isOn[control];
            if (before.changedAt[control] != kNever)
                isWaiting = isWaiting || now < before.changedAt[control] + rule.wait;
        }
        return changesGuarded && (isWaiting || !predicate(rule));
    }
    [[nodiscard]] bool passes(unsigned overrideMask) const
    {
        for (std::size_t i = 0; i < spec.rules.size(); ++i) {
            if ((overrideMask >> i & 1) == 0 && refuses(spec.rules[i]))
                return false;
        }
        return true;
    }
    // The smallest set of rules with which it passes, by trying all; whether it is the only one of its size.
    [[nodiscard]] std::pair<unsigned, bool> leastOverride() const
    {
        unsigned best = (1U << spec.rules.size()) - 1;
        bool isOnly = true;
        for (unsigned mask = 0; mask < 1U << spec.rules.size(); ++mask) {
            if (!passes(mask) || mask == best)
                continue;
            const int size = __builtin_popcount(mask), bestSize = __builtin_popcount(best);
            if (size == bestSize)
                isOnly = false;
            if (size < bestSize) {
                best = mask;
                isOnly = true;
            }
        }
        return { best, isOnly };
    }
};

std::vector<std::size_t> someOf(Rng& rng, std::size_t count, std::size_t without = 99)
{
    std::vector<std::size_t> chosen;
    while (chosen.empty()) {
        for (std::size_t i = 0; i < count; ++i) {
            if (i != without && rng.chance(500'000))
                chosen.push_back(i);
        }
    }
    return chosen;
}

struct Case {
    ControlsSpec spec;
    ControlStates before;
    std::vector<ControlChange> changes;
};

Case randomCase(Rng& rng)
{
    const std::size_t controls = 2 + rng.below(5), rules = 1 + rng.below(6);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < controls; ++i)
        names.push_back("c" + std::to_string(i));
    std::vector<SafetyRule> all;
    for (std::size_t i = 0; i < rules; ++i) {
        const bool isGating = rng.chance(400'000);
        const std::size_t gate = rng.below(controls);
        SafetyRule rule = assertion("r" + std::to_string(i), static_cast<RuleType>(rng.below(kRuleTypeCount)),
            static_cast<int>(rng.below(4)), someOf(rng, controls, isGating ? gate : 99), rng.chance(300'000));
        if (isGating)
            rule.gates = { gate };
        rule.wait = Duration { rng.between(0, 3) * 1'000'000 };
        all.push_back(rule);
    }
    Case made { panelOf(names, all), {}, {} };
    for (std::size_t i = 0; i < controls; ++i) {
        made.before.isOn.push_back(rng.chance(500'000));
        made.before.changedAt.push_back(
            rng.chance(700'000) ? kNever : kNow - Duration { rng.between(0, 4) * 1'000'000 });
    }
    for (const std::size_t control : someOf(rng, controls))
        made.changes.push_back({ control, rng.chance(500'000) });
    return made;
}

// Cases in which the verdict of `tested` differs from the oracle's, and how many were refused.
template<typename Judge> std::pair<int, int> differences(std::uint64_t seed, Judge&& tested)
{
    Rng rng(seed);
    int different = 0, refused = 0;
    for (int i = 0; i < 2'000; ++i) {
        const Case made = randomCase(rng);
        const Oracle oracle { made.spec, made.before, made.changes, kNow };
        unsigned refusing = 0;
        for (const std::size_t rule : neededOverrides(tested(made)))
            refusing |= 1U << rule;
        const auto [least, isOnly] = oracle.leastOverride();
        different += refusing == least && isOnly ? 0 : 1;
        refused += least != 0 ? 1 : 0;
    }
    return { different, refused };
}

TEST(SafetyRules, RandomTransactionsAreJudgedAsTheDefinitionsSayAndTheLeastOverrideIsTheOnlyOne)
{
    for (const std::uint64_t seed : seeds(5)) {
        SCOPED_TRACE(replayHint(seed));
        const auto [different, refused] = differences(
            seed, [](const Case& made) { return judge(made.spec, made.before, made.changes, {}, kNow); });
        EXPECT_EQ(different, 0);
        EXPECT_GT(refused, 400);
        EXPECT_LT(refused, 1'900);
    }
}

TEST(SafetyRules, TheOracleFindsAJudgeThatLooksAtTheStateBefore)
{
    const auto [different, refused] = differences(1, [](const Case& made) {
        Judgement wrong = judge(made.spec, made.before, made.changes, {}, kNow);
        std::erase_if(wrong.blocking,
            [&](const BlockingRule& entry) { return holds(made.spec.rules[entry.rule], made.before.isOn); });
        return wrong;
    });
    EXPECT_GT(different, 100);
    EXPECT_GT(refused, different);
}

TEST(SafetyRules, OverridesAndHelpAreWhatTryingFinds)
{
    for (const std::uint64_t seed : seeds(3)) {
        SCOPED_TRACE(replayHint(seed));
        Rng rng(seed);
        int helped = 0;
        for (int i = 0; i < 2'000; ++i) {
            const Case made = randomCase(rng);
            const auto mask = static_cast<unsigned>(rng.below(1ULL << made.spec.rules.size()));
            std::vector<std::size_t> overrides;
            for (std::size_t r = 0; r < made.spec.rules.size(); ++r) {
                if ((mask >> r & 1) != 0)
                    overrides.push_back(r);
            }
            const bool passes = Oracle { made.spec, made.before, made.changes, kNow }.passes(mask);
            ASSERT_EQ(judge(made.spec, made.before, made.changes, overrides, kNow).isAccepted(), passes);
            if (passes)
                continue;
            const auto helpful = helpfulChange(made.spec, made.before, made.changes, overrides, kNow);
            if (!helpful)
                continue;
            ++helped;
            std::vector<ControlChange> more = made.changes;
            more.push_back(*helpful);
            ASSERT_TRUE((Oracle { made.spec, made.before, more, kNow }.passes(mask)));
        }
        EXPECT_GT(helped, 20);
    }
}

} // namespace
} // namespace sb
