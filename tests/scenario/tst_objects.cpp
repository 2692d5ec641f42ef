// SPDX-License-Identifier: GPL-3.0-or-later
// Photos in whole Worlds: uploads where the answers lead, copying through faults and orders, what a destroyed
// region takes along, what operators are told and refused.
#include "backend/media/photo_traffic.h"
#include "tests/scenario/rig.h"

namespace sb {
namespace {

using namespace test;

RunConfig photoWorld(std::uint64_t seed, std::size_t regionCount = 2, int perMinute = 240)
{
    RunConfig config = smallWorld(seed, regionCount, 20);
    config.photosPerMinute = perMinute;
    return config;
}

ObjectLinkView viewOf(Rig& rig, std::size_t source, std::size_t target)
{
    const auto snapshot = rig.sim().snapshot(ChartRange::FifteenMinutes);
    for (const ObjectLinkView& view : snapshot->objects)
        if (view.source == region(source) && view.target == region(target))
            return view;
    ADD_FAILURE() << "no such link";
    return {};
}

TEST(Objects, arePresentInEveryRegionSecondsAfterTheirUpload)
{
    Rig rig(photoWorld(901, 3));
    rig.advance(5min);
    rig.sim().shoppers().rest();
    EXPECT_TRUE(rig.advanceUntil(1min, [&] { return rig.sim().objects()->isIdle(); }));
    const PhotoTraffic::Counters& counters = rig.sim().photos()->counters();
    EXPECT_GT(counters.uploaded, 1'000u);
    EXPECT_EQ(counters.failed, 0u);
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j)
            EXPECT_EQ(rig.sim().objects()->audit(region(i), region(j)).missing, 0u);
    EXPECT_EQ(rig.sim().snapshot(ChartRange::FifteenMinutes)->objects.size(), 6u);
}

TEST(Objects, aRunWithoutPhotosHasNoneAndSaysSo)
{
    Rig rig(photoWorld(902, 2, 0));
    rig.advance(10s);
    EXPECT_EQ(rig.sim().objects(), nullptr);
    EXPECT_TRUE(rig.sim().snapshot(ChartRange::FifteenMinutes)->objects.empty());
    for (const char* order : { "object-rule eu-west-1 ap-southeast-1 off",
             "backfill-objects eu-west-1 ap-southeast-1", "fail objects-paused eu-west-1" }) {
        const Event refused = rig.order(order);
        EXPECT_EQ(refused.kind, EventKind::CommandRefused) << order;
        EXPECT_NE(refused.note.find("photos-per-minute"), std::string::npos) << refused.note;
    }
}

TEST(Objects, GoldenVector37_InAWorldAPauseKeepsItsBacklogAndARuleSwitchedOffLeavesAGap)
{
    Rig rig(photoWorld(903));
    rig.advance(1min);
    rig.mustOrder("fail objects-paused eu-west-1 with ap-southeast-1 by 1m for 5m");
    rig.advance(30s);
    EXPECT_FALSE(viewOf(rig, 0, 1).isPaused) << "as AWS, copies go on leaving at first";
    rig.advance(2min);
    EXPECT_TRUE(viewOf(rig, 0, 1).isPaused);
    EXPECT_GT(viewOf(rig, 0, 1).pending, 20u);
    EXPECT_GT(viewOf(rig, 0, 1).pendingBytes, 2'000'000u);
    EXPECT_GT(viewOf(rig, 0, 1).oldestPending, 80s);
    EXPECT_LT(viewOf(rig, 1, 0).pending, 40u) << "the other way goes on";
    rig.advance(3min); // it has expired, and the backlog is sent
    EXPECT_LT(viewOf(rig, 0, 1).pending, 40u);
    EXPECT_EQ(viewOf(rig, 0, 1).neverStarted, 0u);

    rig.mustOrder("object-rule eu-west-1 ap-southeast-1 off");
    EXPECT_FALSE(viewOf(rig, 0, 1).isOn);
    rig.advance(2min);
    const std::uint64_t gap = viewOf(rig, 0, 1).neverStarted;
    EXPECT_GT(gap, 50u);
    rig.mustOrder("object-rule eu-west-1 ap-southeast-1 on");
    EXPECT_NE(rig.events.back().note.find(std::to_string(gap)
                  + " objects uploaded while it was off stay "
                    "behind: 'backfill-objects eu-west-1 ap-southeast-1' copies them"),
        std::string::npos)
        << rig.events.back().note;
    rig.advance(10min);
    EXPECT_EQ(viewOf(rig, 0, 1).neverStarted, gap) << "never sent";
    EXPECT_GE(rig.sim().objects()->audit(region(0), region(1)).missing, gap);
    rig.mustOrder("backfill-objects eu-west-1 ap-southeast-1");
    EXPECT_TRUE(rig.advanceUntil(1min, [&] { return rig.count(EventKind::ObjectsCaughtUp) > 0; }));
    EXPECT_EQ(viewOf(rig, 0, 1).neverStarted, 0u);
    rig.sim().shoppers().rest();
    rig.advance(30s);
    EXPECT_EQ(rig.sim().objects()->audit(region(0), region(1)).missing, 0u);
    EXPECT_EQ(rig.count(EventKind::ResidueFound), 0u);
}

TEST(Objects, aDestroyedRegionTakesItsPendingOnesAndIsFilledByABackfillAlone)
{
    Rig rig(photoWorld(904));
    rig.advance(2min);
    rig.mustOrder("fail objects-paused eu-west-1 for 10m");
    rig.advance(1min);
    const std::uint64_t pending = viewOf(rig, 0, 1).pending;
    EXPECT_GT(pending, 20u);
    rig.mustOrder("fail region-destroyed eu-west-1 for 2m");
    ASSERT_EQ(rig.count(EventKind::ObjectsLost), 1u);
    EXPECT_GT(rig.sim().objects()->lost(), 0u);
    EXPECT_LE(rig.sim().objects()->lost(), pending) << "some had left";
    EXPECT_EQ(rig.sim().objects()->store(region(0)).size(), 0u);
    const std::uint64_t lost = rig.sim().objects()->lost();
    EXPECT_TRUE(std::any_of(rig.events.begin(), rig.events.end(), [&](const Event& event) {
        return event.kind == EventKind::ObjectsLost && event.valueAfter == std::to_string(lost)
            && event.cause.isValid();
    }));
    rig.advance(1min);
    EXPECT_GT(rig.sim().photos()->counters().failed, 0u) << "nobody takes Ireland's uploads";
    EXPECT_EQ(rig.order("backfill-objects ap-southeast-1 eu-west-1").kind, EventKind::CommandRefused);
    rig.advance(3min);
    rig.mustOrder("clear all");
    EXPECT_GT(rig.sim().objects()->audit(region(1), region(0)).missingCompleted, 50u);
    rig.mustOrder("backfill-objects ap-southeast-1 eu-west-1");
    rig.advance(1min);
    rig.sim().shoppers().rest();
    rig.advance(30s);
    EXPECT_EQ(rig.sim().objects()->audit(region(1), region(0)).missing, 0u);
    EXPECT_EQ(rig.sim().objects()->lost(), lost);
}

TEST(Objects, ordersThatWouldChangeNothingAreRefused)
{
    Rig rig(photoWorld(905));
    rig.advance(30s);
    const std::pair<const char*, const char*> cases[] = {
        { "object-rule eu-west-1 ap-southeast-1 on", "already on" },
        { "object-rule eu-west-1 us-east-1 off", "no region 'us-east-1'" },
        { "backfill-objects us-east-1 eu-west-1", "no region 'us-east-1'" },
        { "backfill-objects eu-west-1 ap-southeast-1", "lacks nothing that" },
        { "fail objects-paused eu-west-1 by 20m for 15m", "'for' must be longer than 'by'" },
    };
    for (const auto& [order, reason] : cases) {
        const Event refused = rig.order(order);
        EXPECT_EQ(refused.kind, EventKind::CommandRefused) << order;
        EXPECT_NE(refused.note.find(reason), std::string::npos) << refused.note;
    }
    rig.mustOrder("fail objects-paused eu-west-1 for 1m");
    EXPECT_EQ(rig.order("fail objects-paused eu-west-1 for 2m").kind, EventKind::CommandRefused);
    rig.mustOrder("fail objects-paused eu-west-1 with ap-southeast-1 for 30s"); // another, within it
    rig.advance(40s);
    EXPECT_TRUE(viewOf(rig, 0, 1).isPaused) << "the longer one holds it";
    rig.advance(30s);
    EXPECT_FALSE(viewOf(rig, 0, 1).isPaused);
    EXPECT_EQ(rig.count(EventKind::ResidueFound), 0u);
}

TEST(Objects, theSameRunTwiceEndsInTheSameState)
{
    const auto play = [](std::uint64_t seed, int perMinute) {
        Rig rig(photoWorld(seed, 3, perMinute));
        rig.advance(20s);
        rig.mustOrder("fail link-partitioned eu-west-1 with us-east-1 for 40s");
        if (perMinute > 0)
            rig.mustOrder("object-rule eu-west-1 ap-southeast-1 off");
        rig.advance(2min);
        return std::pair(rig.sim().world().stateHash(), describe(rig.events));
    };
    EXPECT_EQ(play(906, 120), play(906, 120));
    EXPECT_NE(play(906, 120).first, play(906, 121).first);
}

TEST(Objects, aRecordedRunReplaysWithItsHashes)
{
    HeadlessRequest request;
    request.config = photoWorld(907, 3);
    request.until = kStart + 2min;
    request.commands = { timed(20s, "fail objects-paused eu-west-1 by 5s for 40s"),
        timed(30s, "object-rule us-east-1 eu-west-1 off"), timed(50s, "object-rule us-east-1 eu-west-1 on"),
        timed(60s, "backfill-objects us-east-1 eu-west-1"),
        timed(70s, "fail region-destroyed ap-southeast-1 for 20s") };
    const TempFolder folder;
    request.recordPath = folder.file("photos.signalbox");
    const auto outcome = runHeadless(request);
    ASSERT_TRUE(outcome) << outcome.error().what;
    const auto replayed = replaySession(request.recordPath);
    ASSERT_TRUE(replayed) << replayed.error().what;
    EXPECT_TRUE(replayed->isVerified);
}

} // namespace
} // namespace sb
