// SPDX-License-Identifier: GPL-3.0-or-later
// What the SQLite store holds after power losses and disk faults at random moments: never a third thing
// beside what was acknowledged (or tried) and a refusal that says why. And that these loops would notice.
#include "tests/backend/store/disk_loop.h"

#include <gtest/gtest.h>

#include <chrono>
#include <iostream>

namespace sb {
namespace {

using namespace test;

// What a case may and must show beside what all have in common.
struct Lawful {
    bool mayRefuse = true;
    bool mayBeEarlier = false; // only when asked again, if the store knows how far it was
    bool mayNeedACopy = false; // neither the state nor an earlier one could be had: the file is lost
    bool mayMisread = false; // while it is open; found at the next opening
};

struct Case {
    const char* name;
    LoopSetup setup;
    Lawful lawful;
    int seeds = 25;
};

void PrintTo(const Case& its, std::ostream* out)
{
    *out << its.name;
}

LoopSetup withFault(DiskFault fault, int perMille = 20)
{
    LoopSetup setup;
    setup.faults = { { fault, perMille } };
    return setup;
}

LoopSetup withSurvival(Survival survival, bool isPowersafe = true)
{
    LoopSetup setup;
    setup.disk.survival = survival;
    setup.disk.isPowersafe = isPowersafe;
    return setup;
}

LoopSetup withLostFiles()
{
    LoopSetup setup;
    setup.lostFilePerMille = 100;
    return setup;
}

LoopSetup withQuota()
{
    LoopSetup setup;
    setup.disk.quotaBytes = 100'000;
    return setup;
}

LoopSetup withErrorsAndNoPowerLoss()
{
    LoopSetup setup;
    setup.losesPower = false;
    setup.faults = { { DiskFault::FailedSync, 20 }, { DiskFault::WriteError, 5 }, { DiskFault::Full, 5 } };
    return setup;
}

LoopSetup withEverything()
{
    LoopSetup setup;
    for (int i = 0; i < kDiskFaultCount; ++i)
        setup.faults.emplace_back(static_cast<DiskFault>(i), 4);
    setup.lostFilePerMille = 10;
    return setup;
}

const Case kCases[] = {
    { "powerLoss", {}, { .mayRefuse = false }, 60 },
    { "powerLossThatTakesAllUnsynced", withSurvival(Survival::Nothing), { .mayRefuse = false } },
    { "powerLossThatTakesNothing", withSurvival(Survival::Everything), { .mayRefuse = false } },
    { "powerLossThatLeavesAPrefix", withSurvival(Survival::Prefix), { .mayRefuse = false } },
    { "powerLossThatLeavesSomeSectors", withSurvival(Survival::Sectors), { .mayRefuse = false }, 40 },
    { "powerLossThatDestroysSectors", withSurvival(Survival::Any, false), { .mayRefuse = false }, 40 },
    { "failedSync", withFault(DiskFault::FailedSync), {} },
    { "lostSync", withFault(DiskFault::LostSync), { .mayBeEarlier = true, .mayNeedACopy = true } },
    { "shortRead", withFault(DiskFault::ShortRead), { .mayNeedACopy = true, .mayMisread = true } },
    { "rotOnRead", withFault(DiskFault::RotOnRead),
        { .mayBeEarlier = true, .mayNeedACopy = true, .mayMisread = true } },
    { "rotAtRest", withFault(DiskFault::RotAtRest, 60), { .mayBeEarlier = true, .mayNeedACopy = true } },
    { "readError", withFault(DiskFault::ReadError), {} },
    { "writeError", withFault(DiskFault::WriteError), {} },
    { "fullDisk", withFault(DiskFault::Full), {} },
    { "quota", withQuota(), {} },
    { "stalls", withFault(DiskFault::Stall, 100), { .mayRefuse = false } },
    { "lostFile", withLostFiles(), { .mayBeEarlier = true, .mayNeedACopy = true } },
    { "errorsWithoutPowerLoss", withErrorsAndNoPowerLoss(), {} },
    { "everythingAtOnce", withEverything(),
        { .mayBeEarlier = true, .mayNeedACopy = true, .mayMisread = true }, 40 },
};

constexpr int kRounds = 40;

class DiskCrashes : public testing::TestWithParam<Case> { };

TEST_P(DiskCrashes, leaveWhatWasAcknowledgedOrARefusal)
{
    const Case& its = GetParam();
    const auto begin = std::chrono::steady_clock::now();
    const LoopTally tally = runLoops(its.setup, its.seeds, kRounds);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    SCOPED_TRACE(describe(tally));
    EXPECT_EQ(tally.invented, 0u);
    EXPECT_EQ(tally.returned, 0u);
    EXPECT_EQ(tally.poorMessages, 0u);
    if (!its.lawful.mayRefuse) {
        EXPECT_EQ(tally.refused, 0u);
    }
    if (!its.lawful.mayBeEarlier) {
        EXPECT_EQ(tally.earlier, 0u);
    }
    // The store knew how far it was: nothing earlier was opened without a refusal before.
    EXPECT_LE(tally.earlier, tally.recovered);
    if (!its.lawful.mayNeedACopy) {
        EXPECT_EQ(tally.reformatted, 0u);
    }
    if (!its.lawful.mayMisread) {
        EXPECT_EQ(tally.wrongReads, 0u);
    }
    if (isReplay())
        return;
    // That the case was there at all.
    EXPECT_GT(tally.flushes, 500u);
    if (its.setup.losesPower) {
        EXPECT_GT(tally.powerLosses, 300u);
        EXPECT_GT(tally.underWay, 0u);
    }
    for (const auto& [fault, perMille] : its.setup.faults)
        EXPECT_GT(tally.fired[static_cast<std::size_t>(fault)], 0u) << toString(fault);
    std::cout << "  " << static_cast<int>(static_cast<double>(tally.powerLosses) / taken.count())
              << " power losses per second: " << describe(tally).substr(0, describe(tally).find('\n'))
              << '\n';
}

std::string nameOf(const testing::TestParamInfo<Case>& its)
{
    return its.param.name;
}

INSTANTIATE_TEST_SUITE_P(By, DiskCrashes, testing::ValuesIn(kCases), nameOf);

// --- the loops notice ---

LoopTally ofDurability(Durability durability, bool knowsHowFar)
{
    LoopSetup setup;
    setup.durability = durability;
    setup.knowsHowFar = knowsHowFar;
    return runLoops(setup, 25, kRounds);
}

TEST(DiskCrashLoop, noticesWhatNormalDurabilityLoses)
{
    if (isReplay())
        GTEST_SKIP() << "needs many seeds";
    const LoopTally tally = ofDurability(Durability::UnsafeNormal, false);
    SCOPED_TRACE(describe(tally));
    EXPECT_GT(tally.earlier, 50u);
    EXPECT_EQ(tally.refused, 0u) << "what is left is consistent";
    EXPECT_EQ(tally.invented, 0u);
}

TEST(DiskCrashLoop, noticesThatWithoutSyncsTheFileItselfIsLost)
{
    if (isReplay())
        GTEST_SKIP() << "needs many seeds";
    const LoopTally tally = ofDurability(Durability::UnsafeOff, false);
    SCOPED_TRACE(describe(tally));
    EXPECT_GT(tally.earlier, 50u);
    EXPECT_GT(tally.reformatted, 20u);
    EXPECT_EQ(tally.invented, 0u);
}

TEST(DiskCrashLoop, noticesALyingDiskOnlyBecauseTheOwnerKnowsHowFarItWas)
{
    if (isReplay())
        GTEST_SKIP() << "needs many seeds";
    LoopSetup setup = withFault(DiskFault::LostSync, 50);
    setup.knowsHowFar = false;
    const LoopTally ignorant = runLoops(setup, 25, kRounds);
    EXPECT_GT(ignorant.earlier, 10u) << describe(ignorant);
    EXPECT_EQ(ignorant.recovered, 0u) << describe(ignorant);
    setup.knowsHowFar = true;
    const LoopTally knowing = runLoops(setup, 25, kRounds);
    EXPECT_GT(knowing.earlier, 10u) << describe(knowing);
    EXPECT_GE(knowing.recovered, knowing.earlier) << describe(knowing);
}

TEST(DiskCrashLoop, noticesAWriteThatNobodyMade)
{
    CrashLoop loop(7, {});
    for (int i = 0; i < 20; ++i)
        loop.round();
    ASSERT_EQ(loop.tally().invented, 0u);
    {
        SqliteStoreOptions options;
        options.path = CrashLoop::kPath;
        options.vfs = loop.disk().vfsName();
        Result<std::unique_ptr<Store>> store = openSqliteStore(options);
        ASSERT_TRUE(store) << store.error().what;
        (*store)->put({ Table::Books, 1, 1 }, item(1, "nobody's"));
        ASSERT_TRUE((*store)->flush());
    }
    loop.round();
    EXPECT_EQ(loop.tally().invented, 1u);
}

TEST(DiskCrashLoop, isTheSameTwiceAndOtherwiseWithAnotherSeed)
{
    const auto trace = [](std::uint64_t seed) {
        CrashLoop loop(seed, withEverything());
        for (int i = 0; i < kRounds; ++i)
            loop.round();
        return describe(loop.tally()) + std::to_string(loop.tally().traceHash);
    };
    for (std::uint64_t seed = 1; seed <= 5; ++seed)
        EXPECT_EQ(trace(seed), trace(seed)) << seed;
    EXPECT_NE(trace(1), trace(2));
}

} // namespace
} // namespace sb
