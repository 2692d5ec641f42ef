// SPDX-License-Identifier: GPL-3.0-or-later
// Shifts end by themselves, the higher precedence counts, and nothing stays behind; dials; the way to the
// DNS.
#include "backend/controls/shifts.h"

#include "backend/kernel/world.h"
#include "tests/backend/support/seeds.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sb {
namespace {

constexpr RegionId kA { 0 }, kB { 1 };

class ShiftTest : public testing::Test {
protected:
    ShiftTest()
    {
        dataPlane.connect(world.add(dataPlane));
        board.connect(world.add(board));
        log.listen([this](const Event& event) { events.push_back(event); });
    }
    void shift(RegionId region, Duration span, ShiftKind kind = ShiftKind::Operator)
    {
        ASSERT_TRUE(board.checkShift(region, span, "because"));
        board.shift(region, kind, span, "because", Actor::Operator, EventSeq { 1 });
    }
    void run(Duration span) { world.runUntil(world.now() + span); }
    [[nodiscard]] int share(RegionId region) const { return dataPlane.inForce(Lever::Shift, region); }
    [[nodiscard]] std::vector<std::string> endings() const
    {
        std::vector<std::string> all;
        for (const Event& event : events) {
            if (event.kind == EventKind::ShiftEnded)
                all.push_back(event.action);
        }
        return all;
    }

    World world { 3 };
    EventLog log { [this] { return EventLog::Stamp { world.now(), 0, 0 }; } };
    DataPlane dataPlane { world, 2 };
    int shareOfOthers = 1000;
    ShiftBoard board { world, log, dataPlane, { "Ireland", "Singapore" },
        [this](RegionId) { return shareOfOthers; } };
    std::vector<Event> events;
};

TEST_F(ShiftTest, AShiftTakesSecondsToTakeEffectAndEndsByItself)
{
    shift(kA, 10min);
    EXPECT_EQ(share(kA), 1000);
    run(1'999ms);
    EXPECT_EQ(share(kA), 1000) << "no sooner than 2 s";
    run(8s + 1ms);
    EXPECT_EQ(share(kA), 0) << "no later than 10 s";
    EXPECT_EQ(share(kB), 1000);
    ASSERT_EQ(events[0].kind, EventKind::ShiftStarted);
    EXPECT_EQ(events[0].valueAfter + events[0].unit, "600s");
    run(10min - 10s);
    EXPECT_FALSE(board.isShifted(kA));
    EXPECT_EQ(endings(), std::vector<std::string> { "expired" });
    EXPECT_EQ(events.back().cause, events[0].seq);
    run(10s);
    EXPECT_EQ(share(kA), 1000);
    EXPECT_TRUE(dataPlane.isSettled());
}

TEST_F(ShiftTest, ItIsCancelledAndWhatIsNotThereCannotBe)
{
    EXPECT_EQ(board.checkCancel(kA, ShiftKind::Operator).error().what,
        "no shift is active for Ireland; it expired or was never begun");
    shift(kA, 10min, ShiftKind::Automatic);
    EXPECT_FALSE(board.checkCancel(kA, ShiftKind::Operator));
    EXPECT_FALSE(board.checkCancel(kB, ShiftKind::Automatic));
    board.cancel(kA, ShiftKind::Automatic, Actor::Operator, {});
    EXPECT_EQ(endings(), std::vector<std::string> { "cancelled" });
    run(1h);
    EXPECT_EQ(endings().size(), 1u) << "its dead man's handle is gone with it";
    EXPECT_EQ(share(kA), 1000);
}

TEST_F(ShiftTest, ToRepeatItIsToExtendItAndEveryCommentIsKept)
{
    board.shift(kA, ShiftKind::Operator, 2min, "first look", Actor::Operator, {});
    run(1min);
    board.shift(kA, ShiftKind::Operator, 2min, "still at it", Actor::Operator, {});
    run(90s);
    EXPECT_TRUE(board.isShifted(kA)) << "the first expiry is void";
    EXPECT_EQ(share(kA), 0);
    ASSERT_EQ(board.active().size(), 1u);
    EXPECT_EQ(board.active()[0].reason, "still at it");
    run(31s);
    EXPECT_FALSE(board.isShifted(kA));
    EXPECT_EQ(endings(), (std::vector<std::string> { "replaced", "expired" }));
    ASSERT_EQ(board.history().size(), 2u);
    EXPECT_EQ(board.history()[0].text, "first look");
    EXPECT_EQ(board.history()[1].text, "still at it");
}

TEST_F(ShiftTest, AnOperatorsShiftGoesBeforeAnAutomaticOneAndThisBeforeAPracticeRun)
{
    shift(kA, 30min, ShiftKind::PracticeRun);
    shift(kA, 20min, ShiftKind::Automatic);
    shift(kA, 10min, ShiftKind::Operator);
    const auto applied = [&] {
        std::vector<std::string> kinds;
        for (const Shift& entry : board.active()) {
            if (board.isApplied(entry))
                kinds.emplace_back(toString(entry.kind));
        }
        return kinds;
    };
    EXPECT_EQ(applied(), std::vector<std::string> { "operator" });
    run(11min);
    EXPECT_EQ(applied(), std::vector<std::string> { "automatic" });
    EXPECT_EQ(share(kA), 0) << "nothing flickers in between";
    run(10min);
    EXPECT_EQ(applied(), std::vector<std::string> { "practice run" });
    run(9min + 10s);
    EXPECT_TRUE(applied().empty());
    EXPECT_EQ(share(kA), 1000);
    // A lower one that begins under a higher one says that it is not applied.
    shift(kB, 10min, ShiftKind::Operator);
    shift(kB, 10min, ShiftKind::PracticeRun);
    EXPECT_NE(events.back().note.find("not applied"), std::string::npos);
    EXPECT_EQ(toString(ShiftKind::PracticeRun), "practice run");
}

TEST_F(ShiftTest, TheExpiryIsMandatoryAndBoundedAndAReasonIsNeeded)
{
    for (const Duration span : { Duration { 0us }, Duration { 59s }, Duration { 72h + 1us } })
        EXPECT_EQ(board.checkShift(kA, span, "x").error().code, Errc::BadInput);
    EXPECT_TRUE(board.checkShift(kA, 1min, "x"));
    EXPECT_TRUE(board.checkShift(kA, 72h, "x"));
    EXPECT_FALSE(board.checkShift(kA, 1min, "  "));
}

TEST_F(ShiftTest, WithNothingElseLeftItSaysThatItHasNoEffect)
{
    EXPECT_TRUE(board.warningOf(kA).empty());
    shareOfOthers = 100;
    EXPECT_NE(board.warningOf(kA).find("the others take 10 % of its answers at most"), std::string::npos);
    shareOfOthers = 0;
    shift(kA, 1min);
    EXPECT_NE(events[0].note.find("no effect for now: the DNS fails open"), std::string::npos);
}

TEST_F(ShiftTest, ADialLeavesAShareAndSettingItAgainIsNothing)
{
    board.setDial(kA, 20, Actor::Operator, {});
    board.setDial(kA, 20, Actor::Operator, {});
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].kind, EventKind::DialChanged);
    EXPECT_EQ(events[0].valueBefore + ">" + events[0].valueAfter + events[0].unit, "100>20%");
    EXPECT_EQ(board.dialPercent(kA), 20);
    run(10s);
    EXPECT_EQ(dataPlane.inForce(Lever::Dial, kA), 200);
    board.setDial(kA, 100, Actor::Operator, {});
    run(10s);
    EXPECT_EQ(dataPlane.inForce(Lever::Dial, kA), 1000);
}

TEST(DataPlane, ChangesTakeEffectInTheirOrderAndTogetherWhatWasDecidedTogether)
{
    for (const std::uint64_t seed : test::seeds(20)) {
        SCOPED_TRACE(test::replayHint(seed));
        World world(seed);
        DataPlane dataPlane(world, 2);
        dataPlane.connect(world.add(dataPlane));
        std::vector<std::pair<int, int>> seen;
        dataPlane.onChange([&] {
            seen.emplace_back(dataPlane.inForce(Lever::Control, kA), dataPlane.inForce(Lever::Control, kB));
        });
        Rng rng(seed);
        for (int i = 1; i <= 20; ++i) {
            dataPlane.set(Lever::Control, { { kA, i }, { kB, i } });
            const Instant before = world.now();
            world.runUntil(before + rng.between(Duration { 1ms }, Duration { 4s }));
        }
        EXPECT_FALSE(dataPlane.isSettled());
        world.runUntil(world.now() + 10s);
        EXPECT_TRUE(dataPlane.isSettled());
        ASSERT_EQ(seen.size(), 40u) << "none was skipped";
        for (std::size_t i = 0; i < seen.size(); i += 2) {
            EXPECT_EQ(seen[i].first, static_cast<int>(i / 2) + 1);
            EXPECT_EQ(seen[i + 1].second, seen[i].first) << "the other one in the same instant";
        }
    }
}

} // namespace
} // namespace sb
