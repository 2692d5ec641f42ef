// SPDX-License-Identifier: GPL-3.0-or-later
// Rules, pauses, gaps and backfills: vector 37 of the routing rules, and what stands around it.
#include "tests/backend/media/media_world.h"

namespace sb {
namespace {

using namespace test;

// A pause from X to Y as AWS makes it: within an hour from its start nothing of X reaches Y any more, Y to X
// goes on, and on resume the backlog is sent.
TEST(ObjectRules, GoldenVector37_APauseFromXToYHasATailOfAtMostAnHourAndItsBacklogIsSentOnResume)
{
    MediaWorld media;
    media.runWriting(1min, { kX, kY });
    const Instant paused = media.world.now();
    media.copier.setStop(kX, kY, paused + 1h);
    EXPECT_FALSE(media.copier.link(kX, kY).isStopped) << "as AWS it begins late";
    media.runWriting(59min, { kX, kY });
    EXPECT_GT(media.arrived(kX, kY), 59u * 60) << "in the tail copies go on leaving";
    media.runWriting(2min, { kX, kY });
    EXPECT_TRUE(media.copier.link(kX, kY).isStopped);
    const std::size_t stopped = media.arrived(kX, kY);
    EXPECT_LE(stopped, 61u * 60) << "nothing that was written after the tail has left";
    media.runWriting(30min, { kX, kY });
    EXPECT_EQ(media.arrived(kX, kY), stopped) << "X to Y stands still";
    EXPECT_GT(media.arrived(kY, kX), 91u * 60) << "Y to X goes on";
    EXPECT_GT(media.arrived(kX, kZ), 91u * 60) << "and so does X to Z";
    const std::size_t written = media.written[kX.value].size();
    EXPECT_EQ(media.copier.link(kX, kY).pending, written - stopped);
    EXPECT_EQ(media.copier.link(kX, kY).neverStarted, 0u);
    media.copier.setStop(kX, kY, kNever);
    media.run(2min);
    EXPECT_EQ(media.arrived(kX, kY), written) << "the backlog is sent";
    EXPECT_EQ(media.copier.audit(kX, kY).missing, 0u);
}

TEST(ObjectRules, GoldenVector37_AnInstantPauseStopsAtOnceButForWhatHadLeft)
{
    MediaWorld media;
    media.runWriting(1min, { kX, kY });
    media.run(1min); // nothing is under way
    media.copier.setStop(kX, kY, media.world.now());
    media.runWriting(10min, { kX, kY });
    EXPECT_EQ(media.arrived(kX, kY), 60u);
    EXPECT_GT(media.arrived(kY, kX), 650u);
    media.copier.setStop(kX, kY, kNever);
    media.run(1min);
    EXPECT_EQ(media.arrived(kX, kY), 660u);
}

TEST(ObjectRules, GoldenVector37_ARuleThatIsSwitchedOffAndOnInsteadLeavesAGapThatIsNeverSent)
{
    MediaWorld media;
    media.runWriting(1min, { kX, kY });
    media.run(1min);
    media.copier.setRule(kX, kY, false);
    media.runWriting(10min, { kX, kY });
    EXPECT_GT(media.arrived(kY, kX), 650u) << "one way only";
    EXPECT_EQ(media.copier.link(kX, kY).neverStarted, 600u);
    EXPECT_EQ(media.copier.link(kX, kY).pending, 0u) << "nothing waits for it";
    media.copier.setRule(kX, kY, true);
    media.runWriting(1min, { kX });
    media.run(24h);
    EXPECT_EQ(media.arrived(kX, kY, 0, 60), 60u) << "before it";
    EXPECT_EQ(media.arrived(kX, kY, 60, 660), 0u) << "the gap is never sent";
    EXPECT_EQ(media.arrived(kX, kY, 660), 60u) << "after it";
    EXPECT_EQ(media.copier.audit(kX, kY).missing, 600u);
    EXPECT_EQ(media.status(kX, media.written[kX.value][100]), ObjectStatus::Completed)
        << "for Z, which its one rule names: the state shows no gap, the audit does";

    ASSERT_TRUE(media.copier.checkBackfill(kX, kY));
    EXPECT_EQ(media.copier.backfillSize(kX, kY), 600u);
    media.copier.backfill(kX, kY, {});
    EXPECT_EQ(media.copier.link(kX, kY).neverStarted, 0u);
    EXPECT_EQ(media.copier.link(kX, kY).pending, 600u);
    media.run(1min);
    EXPECT_EQ(media.arrived(kX, kY), 720u) << "but a backfill brings it";
    const Event& done = media.last(EventKind::ObjectsCaughtUp);
    EXPECT_EQ(done.action, "backfill");
    EXPECT_EQ(done.valueAfter, "600");
    EXPECT_NE(done.note.find("0 are missing"), std::string::npos) << done.note;
}

TEST(ObjectRules, OnlyWhatIsWrittenAfterTheRuleIsCopied)
{
    MediaWorld media;
    media.copier.setRule(kX, kY, false);
    media.runWriting(30s, { kX });
    media.copier.setRule(kX, kY, true);
    media.runWriting(30s, { kX });
    media.run(1min);
    EXPECT_EQ(media.arrived(kX, kY, 0, 30), 0u);
    EXPECT_EQ(media.arrived(kX, kY, 30), 30u);
}

TEST(ObjectRules, WhatWasPendingWhenARuleWasSwitchedOffWaitsForItAndGoesWithABackfill)
{
    for (const bool isBackfilled : { false, true }) {
        MediaWorld media;
        media.cut(kX, kY, true);
        media.runWriting(30s, { kX });
        media.copier.setRule(kX, kY, false);
        media.cut(kX, kY, false);
        media.runWriting(30s, { kX });
        media.run(20min);
        EXPECT_EQ(media.arrived(kX, kY), 0u) << "nothing leaves while it is off";
        EXPECT_EQ(media.copier.link(kX, kY).late, 0u) << "and nothing is promised";
        EXPECT_EQ(media.copier.link(kX, kY).pending, 30u);
        EXPECT_EQ(media.copier.link(kX, kY).neverStarted, 30u);
        if (isBackfilled) {
            EXPECT_EQ(media.copier.backfillSize(kX, kY), 60u);
            media.copier.backfill(kX, kY, {});
        } else {
            media.copier.setRule(kX, kY, true);
        }
        media.run(1min);
        EXPECT_EQ(media.arrived(kX, kY, 0, 30), 30u);
        EXPECT_EQ(media.arrived(kX, kY, 30), isBackfilled ? 30u : 0u);
        EXPECT_TRUE(media.copier.isIdle());
    }
}

TEST(ObjectRules, ABackfillRepeatsWhatATargetHasLostThoughItsSourceBelievesItThere)
{
    MediaWorld media;
    media.runWriting(30s, { kX });
    media.run(1min);
    media.copier.lose(kY, {});
    media.run(1h);
    EXPECT_EQ(media.copier.store(kY).size(), 0u);
    EXPECT_EQ(media.copier.link(kX, kY).neverStarted + media.copier.link(kX, kY).pending, 0u);
    const ObjectAudit audit = media.copier.audit(kX, kY);
    EXPECT_EQ(audit.missing, 30u);
    EXPECT_EQ(audit.missingCompleted, 30u) << "only the audit tells";
    media.copier.backfill(kX, kY, {});
    media.run(1min);
    EXPECT_EQ(media.copier.audit(kX, kY).equal, 30u);
}

TEST(ObjectRules, APauseHoldsABackfillToo)
{
    MediaWorld media;
    media.copier.setRule(kX, kY, false);
    media.runWriting(10s, { kX });
    media.copier.backfill(kX, kY, {});
    media.copier.setStop(kX, kY, media.world.now());
    media.run(10min);
    EXPECT_EQ(media.arrived(kX, kY), 0u);
    EXPECT_EQ(media.count(EventKind::ObjectsStalled), 0u);
    media.copier.setStop(kX, kY, kNever);
    media.run(1min);
    EXPECT_EQ(media.arrived(kX, kY), 10u) << "with the rule still off";
    EXPECT_FALSE(media.copier.link(kX, kY).isOn);
}

TEST(ObjectRules, WhatWouldChangeNothingIsRefusedWithTheReasonAndTheRemedy)
{
    MediaWorld media;
    const auto refusal = [](const Result<>& result) { return result ? "" : result.error().what; };
    const auto expectIn = [&](const Result<>& result, const char* text) {
        EXPECT_NE(refusal(result).find(text), std::string::npos) << refusal(result);
    };
    expectIn(media.copier.checkRule(kX, kY, true), "from Ireland to Singapore is already on");
    media.copier.setRule(kX, kY, false);
    expectIn(media.copier.checkRule(kX, kY, false), "already off");
    EXPECT_TRUE(media.copier.checkRule(kX, kY, true));
    expectIn(media.copier.checkBackfill(kX, kY), "Singapore lacks nothing that Ireland holds");
    media.runWriting(10s, { kX });
    EXPECT_TRUE(media.copier.checkBackfill(kX, kY));
    media.isOut[kY.value] = true;
    expectIn(media.copier.checkBackfill(kX, kY), "Singapore is out");
    expectIn(media.copier.checkBackfill(kY, kX), "restore it first");
    media.isOut[kY.value] = false;
    media.copier.setStop(kX, kY, media.world.now());
    expectIn(media.copier.checkBackfill(kX, kY), "paused by a fault; clear it first");
    media.copier.setStop(kX, kY, kNever);
    media.copier.backfill(kX, kY, {});
    expectIn(media.copier.checkBackfill(kX, kY), "under way; 10 objects to go");
    media.run(1min);
    expectIn(media.copier.checkBackfill(kX, kY), "lacks nothing");
    media.copier.setRule(kX, kY, true);
    media.cut(kX, kY, true);
    media.write(kX);
    expectIn(media.copier.checkBackfill(kX, kY), "but for 1 object that the rule will bring");
}

} // namespace
} // namespace sb
