// SPDX-License-Identifier: GPL-3.0-or-later
// Random trees against an oracle that reads the rules by the letter: the same answers with exactly the same
// probabilities. And the other way round: an oracle that leaves any one rule out is found out.
#include "tests/backend/routing/random_zone.h"
#include "tests/backend/support/seeds.h"

namespace sb {
namespace {

using namespace test;

constexpr std::uint64_t kTrees = 2'000;

std::string text(const Distribution& answers)
{
    std::string all;
    for (const auto& [answer, share] : answers)
        all += answer + ": " + std::to_string(share.over) + "/" + std::to_string(share.under) + "\n";
    return all;
}

TEST(WalkerOracle, TwoThousandRandomTreesAnswerAsTheRulesSayWithTheSameProbabilities)
{
    std::uint64_t several = 0, lastResorts = 0, nothing = 0;
    for (const std::uint64_t seed : seeds(kTrees)) {
        SCOPED_TRACE(replayHint(seed));
        Rng rng(seed);
        const RandomZone random = randomZone(rng);
        const Distribution expected
            = RoutingOracle(random.builder.file, random.health, random.asker).answers(kName);
        const Distribution actual = everyAnswer(random);
        ASSERT_EQ(text(actual), text(expected));
        several += actual.size() > 1 ? 1 : 0;
        nothing += actual.contains("(no-match)") ? 1 : 0;
        const Distribution closed
            = RoutingOracle(random.builder.file, random.health, random.asker, Broken::LastResortIsFailed)
                  .answers(kName);
        lastResorts += closed.contains("(nothing)") ? 1 : 0;
    }
    if (seeds(kTrees).size() == kTrees) { // the trees are not all of one kind
        EXPECT_GT(several, kTrees / 10);
        EXPECT_GT(lastResorts, kTrees / 20);
        EXPECT_GT(nothing, kTrees / 100);
    }
}

TEST(WalkerOracle, LeavingOutAnyOneRuleIsNoticed)
{
    for (int broken = 1; broken < kBrokenCount; ++broken) {
        std::uint64_t differences = 0;
        for (std::uint64_t seed = 1; seed <= kTrees && differences == 0; ++seed) {
            Rng rng(seed);
            const RandomZone random = randomZone(rng);
            differences += everyAnswer(random)
                    == RoutingOracle(
                        random.builder.file, random.health, random.asker, static_cast<Broken>(broken))
                           .answers(kName)
                ? 0
                : 1;
        }
        EXPECT_GT(differences, 0U) << "rule " << broken;
    }
}

TEST(WalkerOracle, ChancesAreTheProbabilitiesOfTheFirstValue)
{
    std::uint64_t several = 0;
    for (const std::uint64_t seed : seeds(kTrees)) {
        SCOPED_TRACE(replayHint(seed));
        Rng rng(seed);
        const RandomZone random = randomZone(rng);
        Walker walker(random.builder.compiled());
        const auto group = walker.zone().groupFor(kName, RecordType::A);
        ASSERT_TRUE(group);
        std::vector<Walker::Chance> chances;
        walker.chances(*group, random.asker, healthOf(random, walker.zone()), chances);
        std::map<std::string, std::uint64_t> byValue;
        for (const Walker::Chance& chance : chances)
            byValue[valueText(walker.zone(), chance.value)] += chance.share;
        std::size_t answered = 0;
        for (const auto& [value, share] : everyAnswer(random, true)) {
            if (value.starts_with("("))
                continue;
            ++answered;
            const double exact = static_cast<double>(share.over) / static_cast<double>(share.under)
                * static_cast<double>(Walker::kWhole);
            EXPECT_NEAR(static_cast<double>(byValue[value]), exact, 1'000) << value;
        }
        EXPECT_EQ(byValue.size(), answered);
        several += answered > 1 ? 1 : 0;
    }
    if (seeds(kTrees).size() == kTrees) {
        EXPECT_GT(several, kTrees / 10);
    }
}

TEST(WalkerOracle, AnExplainedDecisionIsTheSameAsAFastOne)
{
    for (const std::uint64_t seed : seeds(500)) {
        SCOPED_TRACE(replayHint(seed));
        Rng rng(seed);
        const RandomZone random = randomZone(rng);
        Walker walker(random.builder.compiled());
        const ZoneHealth health = healthOf(random, walker.zone());
        const RoutingQuestion question { kName, RecordType::A, random.asker };
        Answer fast, explained;
        Explanation why;
        for (std::uint64_t stream = 0; stream < 5; ++stream) {
            Rng one = rng.fork("draw", stream), two = rng.fork("draw", stream);
            RngDraws first(one), second(two);
            walker.decide(question, health, first, fast);
            walker.explain(question, health, second, explained, why);
            ASSERT_EQ(fast.values, explained.values);
            ASSERT_EQ(fast.kind, explained.kind);
            ASSERT_EQ(fast.ttl, explained.ttl);
            ASSERT_EQ(fast.entry, explained.entry);
            ASSERT_EQ(fast.isLastResort, explained.isLastResort);
            ASSERT_EQ(fast.isHoldIgnored, explained.isHoldIgnored);
            ASSERT_EQ(fast.isDialIgnored, explained.isDialIgnored);
            ASSERT_EQ(one.next(), two.next()); // as many draws
            ASSERT_FALSE(why.groups.empty());
            ASSERT_FALSE(toText(why).empty());
            ASSERT_FALSE(toJson(why).empty());
        }
    }
}

} // namespace
} // namespace sb
