// SPDX-License-Identifier: GPL-3.0-or-later
// A check that no wrong engine ever failed is decoration. For each mutant of kernel/mutant.h: the swarm runs
// seeds with it until its invariant is violated, and that must happen within a bound; the sound engine, built
// from the same sources with the same switches, passes the same seeds. Prints the list.
// This program alone is built with SB_MUTANTS.
#include "backend/api/command_text.h"
#include "backend/kernel/mutant.h"
#include "backend/swarm/shrink.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <set>

namespace sb {
namespace {

struct Expected {
    Mutant mutant;
    const char* name;
    Invariant caughtBy;
    std::uint64_t seedsMax;
};

constexpr Expected kMutants[] {
    { Mutant::DigestDrifts, "a digest remembers replaced rows", Invariant::Convergence, 40 },
    { Mutant::LastArrivalWins, "the last to arrive wins", Invariant::Convergence, 60 },
    { Mutant::ConflictSilent, "a conflict is not recorded", Invariant::Conservation, 40 },
    { Mutant::ApplyGarbles, "another value is applied than was written", Invariant::NoInvention, 10 },
    { Mutant::StampRepeats, "two commits get one stamp", Invariant::LogOrder, 10 },
    { Mutant::LieForgiven, "a rolled back store keeps its incarnation", Invariant::LogOrder, 60 },
    { Mutant::RotServed, "a rotten store is served from", Invariant::VectorHonesty, 60 },
    { Mutant::RepeatRewrites, "an entry that comes twice is written twice", Invariant::Idempotence, 40 },
    { Mutant::RowSkipped, "a row is left out of an entry", Invariant::VectorHonesty, 10 },
    { Mutant::RightsNotAsked, "a region sells by others' rights", Invariant::Stock, 20 },
    { Mutant::RepeatedOrderDoubles, "a repeated order is doubled", Invariant::Orders, 60 },
    { Mutant::CartOverwritten, "a merging cart takes the later stamp", Invariant::Cart, 60 },
    { Mutant::TombstonesForgotten, "a tombstone goes although it is needed", Invariant::Tombstones, 30 },
    { Mutant::TokenIgnored, "a copy that is behind ignores tokens", Invariant::Sessions, 120 },
    { Mutant::LeaseIgnored, "a region without a lease acknowledges", Invariant::Fence, 60 },
    { Mutant::QuorumOfOne, "a strong table asks nobody", Invariant::Strong, 60 },
    { Mutant::WriterIgnoresEpoch, "a former writer of the blog goes on", Invariant::Fence, 60 },
    { Mutant::HealthIgnored, "answers name the dead", Invariant::Router, 10 },
    { Mutant::RampJumps, "a region returns with a jump", Invariant::Router, 20 },
    { Mutant::QuestionNotRepeated, "a lost question is not repeated", Invariant::Liveness, 10 },
    { Mutant::RpoForgetsOne, "the newest write at risk is not listed", Invariant::RpoReport, 10 },
    { Mutant::NeverWhole, "a rebuilt copy is never called whole", Invariant::Bootstrap, 20 },
    { Mutant::ExpiryUnlogged, "a fault ends unrecorded", Invariant::Timeline, 10 },
    { Mutant::MailKept, "messages to the dead stay in memory", Invariant::Limits, 10 },
    { Mutant::FutureAccepted, "stamps from the future are taken", Invariant::Clock, 60 },
    { Mutant::DelayStays, "added latency is not taken back", Invariant::Residue, 40 },
    { Mutant::BoardCountsAgain, "a board counts what it has counted", Invariant::Board, 40 },
    { Mutant::CacheIsDeaf, "a cache is deaf to other regions", Invariant::Cache, 10 },
    { Mutant::PlanUnguarded, "an enactor puts an old plan over a newer one", Invariant::Router, 20 },
    { Mutant::HoldIgnored, "answers name regions that are to get none", Invariant::Router, 4 },
    { Mutant::EdgeStaysDeaf, "an edge never hears what it missed", Invariant::Router, 4 },
    { Mutant::AcceleratorIsDeaf, "the accelerator is deaf to dials", Invariant::Router, 4 },
    { Mutant::ShiftOutlives, "a shift goes on beyond its expiry", Invariant::Steering, 4 },
    { Mutant::ShareStays, "a share is not given back", Invariant::Steering, 4 },
    { Mutant::EndpointForgotten, "an endpoint is not told what it missed", Invariant::Steering, 4 },
    { Mutant::RuleIgnored, "safety rules refuse nothing", Invariant::Steering, 4 },
    { Mutant::StepSkipped, "a step of a plan is left out in silence", Invariant::Plans, 4 },
    { Mutant::PlanNeverEnds, "a plan's time is never over", Invariant::Plans, 4 },
    { Mutant::ObjectForgotten, "a copy that did not get through is forgotten", Invariant::Objects, 40 },
    { Mutant::ProcessRemembers, "a run depends on those before it", Invariant::SameRunTwice, 1 },
};

const SwarmOptions kShort { .profile = "as-aws", .length = 3min };
const SwarmOptions kShortHardened { .profile = "hardened", .length = 3min };

// Under the hardened profile only do carts merge, clients number their orders and carry tokens, is stock sold
// from rights, are clocks watched and leases kept.
const SwarmOptions& optionsFor(Invariant expected)
{
    const bool isHardenedOnly = expected == Invariant::Cart || expected == Invariant::Clock
        || expected == Invariant::Orders || expected == Invariant::Sessions || expected == Invariant::Fence
        || expected == Invariant::Stock || expected == Invariant::Tombstones || expected == Invariant::Strong
        || expected == Invariant::Board || expected == Invariant::Cache;
    return isHardenedOnly ? kShortHardened : kShort;
}

// A tombstone matters when a removal overtakes the addition that it had seen: over two quick links of three.
void slowOneSideOfATriangle(SwarmCase& drawn)
{
    drawn.config.regions = drawn.core = { "eu-west-1", "us-east-1", "ap-southeast-1" };
    drawn.config.requestRateHz = 200;
    drawn.config.sharedAccountsPercent = 100;
    drawn.config.tombstoneGrace = 1s;
    drawn.troubles = { { "slow-link",
        { { kStart + 5s, *parseCommand("fail latency-added eu-west-1 with ap-southeast-1 by 8000ms for 90s"),
            Actor::Drill } } } };
}

// An enactor that stalls for half a minute, in the middle of its work in one case of a few.
void stallEnactors(SwarmCase& drawn)
{
    drawn.config.publishing = ZonePublishing::Guarded;
    drawn.troubles.clear();
    for (const char* command : { "fail enactor-stalled %1 for 25s", "fail enactor-stalled %2 for 25s" }) {
        std::string line = command;
        line.replace(line.find('%'), 2, drawn.config.regions[line.find("%1") == std::string::npos ? 1 : 0]);
        Trouble trouble { "enactor-stalled", {} };
        for (int i = 0; i < 3; ++i)
            trouble.commands.push_back({ kStart + 7300ms + i * 31700ms, *parseCommand(line), Actor::Drill });
        drawn.troubles.push_back(std::move(trouble));
    }
}

struct Act {
    Duration at;
    const char* command;
};

// What an operator does, and in what trouble, where the mutant's rule matters; empty: any seed will do. Seeds
// draw all of it as well, but not each of them within a few.
std::vector<Act> actsFor(Mutant mutant)
{
    switch (mutant) {
    case Mutant::HoldIgnored:
    case Mutant::AcceleratorIsDeaf:
    case Mutant::ShareStays:
        return { { 10s, "dial eu-west-1 0%" }, { 50s, "dial eu-west-1 100%" } };
    case Mutant::EdgeStaysDeaf: // it dies while they are cut off, and stays dead
        return { { 20s, "fail edges-cut eu-west-1 for 40s" },
            { 25s, "fail region-outage eu-west-1 for 75s" } };
    case Mutant::ShiftOutlives:
        return { { 5s, "shift-away eu-west-1 for 1m because drawn" } };
    case Mutant::EndpointForgotten: // one of them is in the region that is out
        return { { 20s, "fail region-outage eu-west-1 for 30s" }, { 30s, "controls us-east-1=off" },
            { 40s, "controls us-east-1=on" } };
    case Mutant::RuleIgnored:
        return { { 20s, "controls eu-west-1=off us-east-1=off ap-northeast-1=off" } };
    case Mutant::StepSkipped: // its control may only be turned on again after a while
        return { { 10s, "plan start rehearsal region eu-west-1 ungraceful" },
            { 22s, "plan retry rehearsal" } };
    case Mutant::PlanNeverEnds:
        return { { 10s, "plan start rehearsal region eu-west-1 ungraceful" } };
    default:
        return {};
    }
}

constexpr Mutant kSteered[] { Mutant::HoldIgnored, Mutant::EdgeStaysDeaf, Mutant::AcceleratorIsDeaf,
    Mutant::ShiftOutlives, Mutant::ShareStays, Mutant::EndpointForgotten, Mutant::RuleIgnored,
    Mutant::StepSkipped, Mutant::PlanNeverEnds };

void steer(SwarmCase& drawn, Mutant mutant)
{
    const RunConfig usual;
    drawn.config.regions = drawn.core = { "eu-west-1", "us-east-1", "ap-northeast-1" };
    drawn.config.requestRateHz = 100;
    drawn.config.policy = usual.policy;
    drawn.config.publishing = usual.publishing;
    drawn.config.checkDesign = usual.checkDesign;
    drawn.config.controlsToml = usual.controlsToml;
    drawn.config.entry = mutant == Mutant::AcceleratorIsDeaf ? Entry::Accelerator : usual.entry;
    drawn.config.plansToml = { rehearsalPlan() };
    drawn.config.ttl = 5s;
    drawn.config.healthInterval = 10s;
    drawn.config.healthThreshold = 1;
    drawn.config.failBack = FailBackMode::Instant; // a hold would hide what an edge believes
    drawn.troubles.clear();
    for (const Act& act : actsFor(mutant))
        drawn.troubles.push_back(
            { "steered", { { kStart + act.at, *parseCommand(act.command), Actor::Operator } } });
    drawn.coreAt = kStart + 150s;
    drawn.healAt = kStart + 160s;
    drawn.until = kStart + 180s;
}

class Mutants : public testing::Test {
protected:
    ~Mutants() override { activeMutant() = Mutant::None; }
    // `steeredFor`: the run is the one in which this mutant shows, whichever is active.
    static SwarmOutcome run(
        std::uint64_t seed, Invariant expected = Invariant::Convergence, Mutant steeredFor = Mutant::None)
    {
        SwarmCase drawn = drawCase(seed, optionsFor(expected));
        drawn.config.store = StoreKind::Memory;
        if (!actsFor(steeredFor).empty())
            steer(drawn, steeredFor);
        if (expected == Invariant::Tombstones)
            slowOneSideOfATriangle(drawn);
        if (activeMutant() == Mutant::PlanUnguarded)
            stallEnactors(drawn);
        if (expected == Invariant::Cart)
            drawn.config.sharedAccountsPercent = 100; // two regions seldom write a cart that is nobody else's
        drawn.oracle = expected == Invariant::SameRunTwice ? SwarmOracle::SameRunTwice : SwarmOracle::None;
        auto outcome = runWithOracle(drawn);
        EXPECT_TRUE(outcome.has_value()) << outcome.error().what;
        return *outcome;
    }
};

TEST_F(Mutants, theSoundEngineOfTheSameBuildPasses)
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const SwarmOutcome outcome = run(seed,
            seed % 8 == 0       ? Invariant::Tombstones
                : seed % 2 == 0 ? Invariant::Cart
                                : Invariant::Convergence);
        EXPECT_FALSE(outcome.violation) << "seed " << seed << ": " << toText(*outcome.violation);
    }
}

TEST_F(Mutants, theSoundEnginePassesWhatOperatorsDoWhereAMutantShows)
{
    for (const Mutant mutant : kSteered) {
        const SwarmOutcome outcome = run(1, Invariant::Convergence, mutant);
        EXPECT_FALSE(outcome.violation) << actsFor(mutant)[0].command << ": " << toText(*outcome.violation);
    }
}

TEST_F(Mutants, eachIsCaughtByItsInvariant)
{
    for (const Expected& expected : kMutants) {
        activeMutant() = expected.mutant;
        std::uint64_t seed = 1;
        std::string others;
        bool isCaught = false;
        for (; seed <= expected.seedsMax && !isCaught; ++seed) {
            const SwarmOutcome outcome = run(seed, expected.caughtBy, expected.mutant);
            isCaught = outcome.violation && outcome.violation->invariant == expected.caughtBy;
            if (outcome.violation && !isCaught)
                others += " " + std::string(toString(outcome.violation->invariant));
        }
        std::printf("%-45s -> %2d %-15s after %2d seeds%s%s\n", expected.name,
            static_cast<int>(expected.caughtBy), std::string(toString(expected.caughtBy)).c_str(),
            static_cast<int>(seed - 1), others.empty() ? "" : "; noticed before by", others.c_str());
        EXPECT_TRUE(isCaught) << expected.name << " lived through " << expected.seedsMax << " seeds";
    }
}

// From the failing seed to the file that the window opens: found, shrunk, recorded, replayed.
TEST_F(Mutants, aFailureIsShrunkRecordedAndReplaysWithTheSameHashes)
{
    activeMutant() = Mutant::QuestionNotRepeated;
    const test::TempFolder folder;
    std::uint64_t seed = 1;
    while (!run(seed).violation || run(seed).violation->invariant != Invariant::Liveness)
        ++seed;
    const SwarmCase drawn = drawCase(seed, kShort);
    const auto verdict = judgeSeed({ seed, kShort, folder.path(), 60 });
    ASSERT_TRUE(verdict.has_value()) << verdict.error().what;
    ASSERT_TRUE(verdict->outcome.violation.has_value());
    EXPECT_GT(verdict->shrinkRuns, 0);
    EXPECT_LE(verdict->shrinkRuns, 60);
    EXPECT_TRUE(verdict->isIncidentVerified);
    EXPECT_TRUE(std::filesystem::exists(verdict->incidentPath));
    EXPECT_TRUE(std::filesystem::exists(folder.file("seed-" + std::to_string(seed) + ".txt")));
    EXPECT_NE(verdict->smallest.find("liveness"), std::string::npos) << verdict->smallest;

    const ShrinkResult shrunk = shrink(drawn, *verdict->outcome.violation, 60);
    EXPECT_LT(shrunk.smallest.troubles.size(), drawn.troubles.size()) << toText(drawn);
    EXPECT_LE(shrunk.smallest.config.regions.size(), drawn.config.regions.size());
    EXPECT_EQ(shrunk.violation.invariant, Invariant::Liveness);
    const ShrinkResult again = shrink(drawn, *verdict->outcome.violation, 60);
    EXPECT_EQ(toText(again.smallest), toText(shrunk.smallest)) << "shrinking is deterministic";
    EXPECT_EQ(shrink(drawn, *verdict->outcome.violation, 3).runs, 3) << "and bounded";

    // The same recording does not verify against the engine as it should be.
    activeMutant() = Mutant::None;
    const auto sound = replaySession(verdict->incidentPath);
    ASSERT_TRUE(sound.has_value()) << sound.error().what;
    EXPECT_FALSE(sound->isVerified);
}

TEST_F(Mutants, theListIsWholeAndCoversEveryInvariantThatIsChecked)
{
    std::set<Mutant> listed { Mutant::None };
    std::set<Invariant> covered;
    for (const Expected& expected : kMutants) {
        EXPECT_TRUE(listed.insert(expected.mutant).second) << expected.name << " is listed twice";
        covered.insert(expected.caughtBy);
    }
    EXPECT_EQ(static_cast<int>(listed.size()), kMutantCount);
    // Two kinds of store that differ show in the rows first; what holds them together is their contract's
    // test.
    const std::set<Invariant> elsewhere { Invariant::StoresAgree };
    for (int i = 1; i < kInvariantCount; ++i) {
        const auto invariant = static_cast<Invariant>(i);
        if (isChecked(invariant) && elsewhere.count(invariant) == 0) {
            EXPECT_EQ(covered.count(invariant), 1u) << "no mutant breaks " << toString(invariant);
        }
    }
}

} // namespace
} // namespace sb
