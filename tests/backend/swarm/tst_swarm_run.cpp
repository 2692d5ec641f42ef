// SPDX-License-Identifier: GPL-3.0-or-later
// One seed's run: repeatable, recordable, the same on either store, and its figures add up.
#include "backend/swarm/shrink.h"
#include "backend/swarm/swarm_report.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace sb {
namespace {

const SwarmOptions kShort { .profile = "as-aws", .length = 3min };

SwarmOutcome play(const SwarmCase& swarmCase, const SwarmRunOptions& options = {})
{
    auto outcome = runCase(swarmCase, options);
    EXPECT_TRUE(outcome.has_value()) << outcome.error().what;
    return *outcome;
}

TEST(SwarmRun, isTheSameTwiceWithAndWithoutARecording)
{
    const test::TempFolder folder;
    for (const std::uint64_t seed : { 3, 4, 5 }) {
        const SwarmCase drawn = drawCase(seed, kShort);
        const SwarmOutcome one = play(drawn);
        const SwarmOutcome other = play(drawn, { .recordPath = folder.file("run.signalbox"), .store = {} });
        EXPECT_EQ(one.stateHash, other.stateHash);
        EXPECT_EQ(one.executed, other.executed);
        EXPECT_EQ(one.looks, other.looks);
        EXPECT_EQ(one.reached, other.reached);
        EXPECT_FALSE(one.violation) << toText(*one.violation);
    }
}

// Also with buggify, which therefore is a part of the configuration.
TEST(SwarmRun, aRecordingOfItReplaysWithEqualHashes)
{
    const test::TempFolder folder;
    std::uint64_t fired = 0;
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        SwarmCase drawn = drawCase(seed, kShort);
        drawn.config.buggify = true;
        const std::string path = folder.file(std::to_string(seed) + ".signalbox");
        const SwarmOutcome outcome = play(drawn, { .recordPath = path, .store = {} });
        for (const std::uint64_t count : outcome.fired)
            fired += count;
        const auto replayed = replaySession(path);
        ASSERT_TRUE(replayed.has_value()) << replayed.error().what;
        EXPECT_TRUE(replayed->isVerified) << "seed " << seed;
        EXPECT_GE(replayed->checkpoints, 170u);
    }
    EXPECT_GT(fired, 0u) << "no site fired: the test proves little";
}

TEST(SwarmRun, buggifyChangesARunAndItsAbsenceDoesNot)
{
    SwarmCase drawn = drawCase(2, kShort);
    drawn.config.buggify = false;
    const SwarmOutcome plain = play(drawn);
    for (const std::uint64_t count : plain.fired)
        EXPECT_EQ(count, 0u);
    drawn.config.buggify = true;
    EXPECT_NE(play(drawn).stateHash, plain.stateHash);
}

TEST(SwarmRun, bothKindsOfStoreGiveTheSameRun)
{
    SwarmCase drawn = drawCase(8, kShort);
    drawn.oracle = SwarmOracle::OtherStore;
    const auto outcome = runWithOracle(drawn);
    ASSERT_TRUE(outcome.has_value()) << outcome.error().what;
    EXPECT_FALSE(outcome->violation) << toText(*outcome->violation);
    EXPECT_EQ(outcome->looks[static_cast<std::size_t>(Invariant::StoresAgree)], 1u);
}

TEST(SwarmRun, aWorldThatCannotBeMadeIsAnErrorAndNoViolation)
{
    SwarmCase drawn = drawCase(1, kShort);
    drawn.config.regions = { "eu-west-1", "mars-north-1" };
    EXPECT_FALSE(runCase(drawn).has_value());
    const test::TempFolder folder;
    EXPECT_FALSE(
        runCase(drawCase(1, kShort), { .recordPath = folder.file("no/such/x.signalbox"), .store = {} })
            .has_value());
}

TEST(SwarmReport, addsUpInAnyCompositionAndNamesWhatWasNeverReached)
{
    SwarmReport report("as-aws");
    std::uint64_t calls = 0;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const auto verdict = judgeSeed({ seed, kShort, {}, 0 });
        ASSERT_TRUE(verdict.has_value());
        report.add(*verdict);
        calls += verdict->outcome.calls;
    }
    EXPECT_TRUE(report.hasPassed());
    EXPECT_EQ(report.seeds(), 4u);
    EXPECT_FALSE(report.unreached().empty()) << "four short runs reach everything?";
    const std::string json = report.toJson(1.5);
    EXPECT_EQ(json.find(R"({"profile":"as-aws","seeds":4,"passed":4,"failed":[],"virtualSeconds":)"), 0u)
        << json;
    EXPECT_NE(json.find(R"("wallSeconds":1.500,"anomalies":{"conflicts":)"), std::string::npos) << json;
    EXPECT_NE(json.find("\"calls\":" + std::to_string(calls)), std::string::npos) << json;

    SeedVerdict failed;
    failed.outcome.seed = 77;
    failed.outcome.violation = Violation { Invariant::LogOrder, kStart + 67s, "two contents" };
    failed.incidentPath = "d/seed-77.signalbox";
    report.add(failed);
    EXPECT_FALSE(report.hasPassed());
    EXPECT_NE(
        report.toJson(2).find(
            R"("failed":[{"seed":77,"invariant":"log-order","number":4,"incident":"d/seed-77.signalbox"}])"),
        std::string::npos)
        << report.toJson(2);
    EXPECT_NE(
        toText(failed).find("FAILED  seed 77  4 log-order at 1 min 07 s: two contents"), std::string::npos)
        << toText(failed);
}

} // namespace
} // namespace sb
