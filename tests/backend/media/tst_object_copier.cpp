// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/media/media_world.h"
#include "tests/backend/support/seeds.h"

namespace sb {
namespace {

using namespace test;

TEST(ObjectCopier, AnObjectIsPendingThenCompletedHereAndAReplicaThere)
{
    MediaWorld media;
    const std::uint64_t id = media.write(kX);
    EXPECT_EQ(media.status(kX, id), ObjectStatus::Pending);
    EXPECT_EQ(media.arrived(kX, kY), 0u) << "a copy takes its way";
    EXPECT_EQ(media.copier.link(kX, kY).pending, 1u);
    EXPECT_EQ(media.copier.link(kX, kY).pendingBytes, 100'000u);
    media.run(1min);
    EXPECT_EQ(media.status(kX, id), ObjectStatus::Completed);
    for (const RegionId target : { kY, kZ }) {
        EXPECT_EQ(media.status(target, id), ObjectStatus::Replica);
        EXPECT_EQ(media.copier.store(target).find(id)->checksum, media.copier.store(kX).find(id)->checksum);
        EXPECT_EQ(media.copier.link(kX, target).pending, 0u);
        EXPECT_EQ(media.copier.link(kX, target).completed, 1u);
    }
    EXPECT_TRUE(media.copier.isIdle());
    EXPECT_EQ(media.copier.underWay(), 0u);
}

TEST(ObjectCopier, ReplicasAreNotCopiedOn)
{
    MediaWorld media;
    media.copier.setRule(kX, kZ, false);
    media.write(kX); // reaches Y, and Y has a rule towards Z
    media.run(1min);
    EXPECT_EQ(media.arrived(kX, kY), 1u);
    EXPECT_EQ(media.arrived(kX, kZ), 0u);
    EXPECT_EQ(media.copier.link(kY, kZ).completed, 0u);
}

TEST(ObjectCopier, DeleteMarkersAreNotCopied)
{
    MediaWorld media;
    media.write(kX);
    media.run(1min);
    const std::uint64_t key = media.copier.store(kX).at(0).key;
    media.copier.remove(kX, key);
    EXPECT_EQ(media.copier.store(kX).current(key), nullptr);
    EXPECT_TRUE(media.copier.isIdle());
    media.run(1h);
    EXPECT_NE(media.copier.store(kY).current(key), nullptr) << "still shown there";
    EXPECT_EQ(media.copier.store(kY).size(), 1u);
    EXPECT_EQ(media.copier.audit(kX, kY).missing, 0u);
}

TEST(ObjectCopier, TheOrderIsNotGuaranteedAndEveryRegionShowsTheLatestVersion)
{
    MediaWorld media;
    for (std::uint64_t i = 1; i <= 40; ++i) {
        media.copier.write(kX, 5, 1'000, i);
        media.run(50ms);
    }
    media.run(1min);
    const ObjectStore& copies = media.copier.store(kY);
    bool isInOrder = true;
    for (std::size_t i = 1; i < copies.size(); ++i)
        isInOrder = isInOrder && copies.at(i - 1).id < copies.at(i).id;
    EXPECT_FALSE(isInOrder);
    EXPECT_EQ(copies.size(), 40u);
    EXPECT_EQ(copies.current(5)->checksum, 40u);
}

TEST(ObjectCopier, BehindACutLinkObjectsStayPendingAndArriveOnceItIsWhole)
{
    MediaWorld media;
    media.cut(kX, kY, true);
    media.runWriting(2min, { kX, kY });
    EXPECT_EQ(media.arrived(kX, kY), 0u);
    EXPECT_EQ(media.copier.link(kX, kY).pending, 120u);
    EXPECT_GE(media.copier.link(kX, kY).oldestPending, 119s);
    EXPECT_EQ(media.copier.link(kX, kY).failed, 0u) << "out of reach is not failed";
    EXPECT_GT(media.arrived(kX, kZ), 100u);
    media.cut(kX, kY, false);
    media.run(1min);
    EXPECT_EQ(media.arrived(kX, kY), 120u);
    EXPECT_TRUE(media.copier.isIdle());
}

TEST(ObjectCopier, WithTheWayBackCutCopiesArriveOnceAndStayPendingAtTheSource)
{
    MediaWorld media;
    media.cut(kY, kX, true);
    const std::uint64_t id = media.write(kX);
    media.run(1min);
    EXPECT_EQ(media.arrived(kX, kY), 1u);
    EXPECT_EQ(media.status(kX, id), ObjectStatus::Pending);
    EXPECT_EQ(media.copier.store(kY).size(), 1u) << "tried again, taken once";
    media.cut(kY, kX, false);
    media.run(1min);
    EXPECT_EQ(media.status(kX, id), ObjectStatus::Completed);
}

TEST(ObjectCopier, ARegionThatIsOutNeitherSendsNorTakesAndNothingFails)
{
    for (const RegionId out : { kX, kY }) {
        MediaWorld media;
        media.runWriting(20s, { kX });
        media.isOut[out.value] = true;
        const std::size_t before = media.arrived(kX, kY);
        EXPECT_LT(before, 20u);
        media.run(2min);
        EXPECT_LE(media.arrived(kX, kY), before + 5) << "but for what had left";
        media.isOut[out.value] = false;
        media.run(1min);
        EXPECT_EQ(media.arrived(kX, kY), 20u);
        EXPECT_EQ(media.copier.link(kX, kY).failed, 0u);
        EXPECT_TRUE(media.copier.isIdle());
    }
}

TEST(ObjectCopier, ATargetWithoutVersionsRefusesForGoodUntilABackfill)
{
    MediaWorld media;
    media.copier.suspendVersioning(kY, true);
    const std::uint64_t id = media.write(kX);
    media.run(1min);
    EXPECT_EQ(media.status(kX, id), ObjectStatus::Failed);
    EXPECT_EQ(media.copier.link(kX, kY).failed, 1u);
    EXPECT_EQ(media.copier.link(kX, kY).pending, 0u);
    media.copier.suspendVersioning(kY, false);
    media.run(1h);
    EXPECT_EQ(media.arrived(kX, kY), 0u) << "FAILED is final";
    ASSERT_TRUE(media.copier.checkBackfill(kX, kY));
    media.copier.backfill(kX, kY, {});
    media.run(1min);
    EXPECT_EQ(media.status(kX, id), ObjectStatus::Completed);
    EXPECT_EQ(media.copier.link(kX, kY).failed, 0u);
}

TEST(ObjectCopier, AnObjectPendingFor15MinutesIsLateAndTheRecordSaysSoOnceForEachBatch)
{
    MediaWorld media;
    media.copier.setStop(kX, kY, media.world.now());
    media.runWriting(1min, { kX });
    media.run(14min);
    EXPECT_EQ(media.copier.link(kX, kY).late, 0u);
    EXPECT_EQ(media.count(EventKind::ObjectsStalled), 0u);
    media.run(2min);
    EXPECT_EQ(media.copier.link(kX, kY).late, 60u);
    EXPECT_TRUE(media.copier.isStalled());
    ASSERT_EQ(media.count(EventKind::ObjectsStalled), 1u);
    const Event& stalled = media.last(EventKind::ObjectsStalled);
    EXPECT_EQ(stalled.region, kX);
    EXPECT_EQ(stalled.peer, kY);
    EXPECT_NE(stalled.note.find("copying is paused"), std::string::npos) << stalled.note;
    media.copier.setStop(kX, kY, kNever);
    media.run(1min);
    ASSERT_EQ(media.count(EventKind::ObjectsCaughtUp), 1u);
    EXPECT_EQ(media.last(EventKind::ObjectsCaughtUp).valueAfter, "60");
    EXPECT_FALSE(media.copier.isStalled());
    EXPECT_EQ(media.copier.link(kX, kY).late, 60u) << "they were late, and stay counted";
    media.cut(kX, kY, true); // the next batch
    media.write(kX);
    media.run(16min);
    EXPECT_EQ(media.count(EventKind::ObjectsStalled), 2u);
    EXPECT_NE(media.last(EventKind::ObjectsStalled).note.find("the link is cut"), std::string::npos);
    EXPECT_EQ(media.copier.link(kX, kZ).late, 0u);
}

TEST(ObjectCopier, ADestroyedRegionTakesWhatNobodyElseHasAndTheRecordCountsIt)
{
    MediaWorld media;
    media.runWriting(1min, { kX, kY });
    media.run(1min);
    media.copier.setStop(kX, kY, media.world.now());
    media.copier.setStop(kX, kZ, media.world.now());
    media.runWriting(10s, { kX });
    media.isOut[kX.value] = true;
    media.copier.lose(kX, {});
    EXPECT_EQ(media.copier.store(kX).size(), 0u);
    EXPECT_EQ(media.copier.lost(), 10u);
    const Event& lost = media.last(EventKind::ObjectsLost);
    EXPECT_EQ(lost.valueBefore, "130"); // 60 + 10 of its own, 60 replicas
    EXPECT_EQ(lost.valueAfter, "10");
    EXPECT_EQ(lost.severity, Severity::Critical);
    EXPECT_EQ(media.copier.link(kX, kY).pending, 0u);
    media.copier.setStop(kX, kY, kNever);
    media.copier.setStop(kX, kZ, kNever);
    media.isOut[kX.value] = false;
    media.run(1h);
    EXPECT_EQ(media.copier.store(kX).size(), 0u) << "nothing comes back by itself";
    ASSERT_TRUE(media.copier.checkBackfill(kY, kX));
    media.copier.backfill(kY, kX, {}); // replicas of its own objects included
    media.run(2min);
    EXPECT_EQ(media.copier.store(kX).size(), 120u);
    EXPECT_EQ(media.copier.audit(kY, kX).missing, 0u);
    EXPECT_EQ(media.copier.lost(), 10u);
}

TEST(ObjectCopier, CopiesThatHadLeftSurviveTheirRegionUnlessTheyFindNobody)
{
    for (const bool isTargetOut : { false, true }) {
        // Almost no pause before it leaves, and then a second for each copy.
        MediaWorld media(3, { .pickUp = 1us, .bytesPerSecond = 100'000 });
        media.copier.setRule(kX, kZ, false);
        media.write(kX);
        media.run(500ms);
        media.isOut[kX.value] = true;
        media.isOut[kY.value] = isTargetOut;
        media.copier.lose(kX, {});
        EXPECT_EQ(media.copier.lost(), 0u);
        EXPECT_EQ(media.last(EventKind::ObjectsLost).severity, Severity::Warning);
        media.run(1min);
        EXPECT_EQ(media.arrived(kX, kY), isTargetOut ? 0u : 1u);
        EXPECT_EQ(media.copier.lost(), isTargetOut ? 1u : 0u);
        EXPECT_EQ(media.count(EventKind::ObjectsLost), isTargetOut ? 2u : 1u);
        EXPECT_EQ(media.copier.underWay(), 0u);
    }
}

// Ends every trouble; how many objects were left behind by rules that were off.
std::uint64_t heal(MediaWorld& media)
{
    std::uint64_t gaps = 0;
    for (const RegionId a : { kX, kY, kZ }) {
        media.isOut[a.value] = false;
        for (const RegionId b : { kX, kY, kZ }) {
            if (a == b)
                continue;
            media.cut(a, b, false);
            media.copier.setStop(a, b, kNever);
            media.copier.setRule(a, b, true);
            gaps += media.copier.link(a, b).neverStarted;
        }
    }
    return gaps;
}

// Written, cut, paused, taken out, switched and lost at random: once everything is healed, each object is
// where its rules promised it, was lost with a store, or is counted as left behind.
TEST(ObjectCopier, WhateverHappensEveryObjectIsWhereItWasPromisedOrAccountedFor)
{
    for (const std::uint64_t seed : seeds(20)) {
        SCOPED_TRACE(replayHint(seed));
        MediaWorld media(seed);
        Rng rng = Rng(seed).fork("trouble");
        const auto someRegion = [&] { return RegionId { static_cast<std::uint8_t>(rng.below(3)) }; };
        struct Promise {
            std::uint64_t id;
            RegionId source, target;
            std::uint64_t sourceLives, targetLives;
            bool isRuled;
        };
        std::vector<Promise> promises;
        std::uint64_t lives[3] = {};
        for (int step = 0; step < 600; ++step) {
            const RegionId a = someRegion();
            const RegionId b { static_cast<std::uint8_t>((a.value + 1 + rng.below(2)) % 3) };
            const std::uint64_t what = rng.below(100);
            if (what < 3) {
                media.cut(a, b, rng.chance(500'000));
            } else if (what < 6) {
                media.isOut[a.value] = rng.chance(500'000);
            } else if (what < 9) {
                media.copier.setStop(a, b, rng.chance(500'000) ? kNever : media.world.now() + 5s);
            } else if (what < 12) {
                media.copier.setRule(a, b, rng.chance(500'000));
            } else if (what < 13) {
                media.copier.lose(a, {});
                ++lives[a.value];
            } else if (!media.isOut[a.value]) {
                const std::uint64_t id = media.write(a);
                for (const RegionId target : { kX, kY, kZ })
                    if (target != a)
                        promises.push_back({ id, a, target, lives[a.value], lives[target.value],
                            media.copier.link(a, target).isOn });
            }
            media.run(rng.between(1ms, 1s));
        }
        const std::uint64_t gaps = heal(media);
        media.run(1min);
        EXPECT_TRUE(media.copier.isIdle());
        std::uint64_t leftBehind = 0;
        for (const Promise& promise : promises) {
            const bool isSourceLost = lives[promise.source.value] != promise.sourceLives;
            const bool isTargetLost = lives[promise.target.value] != promise.targetLives;
            const bool isThere = media.copier.store(promise.target).find(promise.id) != nullptr;
            leftBehind += !promise.isRuled && !isSourceLost;
            if (!promise.isRuled)
                EXPECT_FALSE(isThere) << promise.id;
            else if (!isSourceLost && !isTargetLost)
                EXPECT_TRUE(isThere) << promise.id;
        }
        EXPECT_EQ(gaps, leftBehind);
        EXPECT_GT(promises.size(), 300u);
        std::uint64_t nowhere = 0;
        for (std::size_t i = 0; i < promises.size(); i += 2)
            nowhere += media.copier.store(kX).find(promises[i].id) == nullptr
                && media.copier.store(kY).find(promises[i].id) == nullptr
                && media.copier.store(kZ).find(promises[i].id) == nullptr;
        EXPECT_EQ(media.copier.lost(), nowhere);
        EXPECT_EQ(media.copier.underWay(), 0u);
    }
}

TEST(ObjectCopier, TheSameSeedGivesTheSameStateAndAnotherGivesAnother)
{
    const auto hashOf = [](std::uint64_t seed) {
        MediaWorld media(seed);
        media.runWriting(2min, { kX, kY, kZ });
        media.copier.setStop(kX, kY, media.world.now());
        media.runWriting(1min, { kX });
        return media.world.stateHash();
    };
    EXPECT_EQ(hashOf(5), hashOf(5));
    EXPECT_NE(hashOf(5), hashOf(6));
}

} // namespace
} // namespace sb
