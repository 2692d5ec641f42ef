// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/media/object_backlog.h"
#include "backend/media/object_store.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

constexpr RegionId kHere { 0 }, kThere { 1 }, kElsewhere { 2 };

ObjectVersion version(std::uint64_t id, std::uint64_t key, Duration at, RegionId source = kHere)
{
    return {
        .id = id, .key = key, .checksum = id * 31, .writtenAt = kStart + at, .bytes = 1'000, .source = source
    };
}

TEST(ObjectStore, KeepsEveryVersionAndShowsTheOneWrittenLastWhateverTheOrderOfArrival)
{
    ObjectStore store(kHere);
    EXPECT_EQ(store.current(7), nullptr);
    EXPECT_TRUE(store.put(version(3, 7, 3s)));
    EXPECT_TRUE(store.put(version(1, 7, 1s)));
    EXPECT_TRUE(store.put(version(2, 7, 3s))); // of one instant the greater id is the later
    EXPECT_EQ(store.current(7)->id, 3u);
    EXPECT_EQ(store.size(), 3u);
    EXPECT_EQ(store.bytes(), 3'000u);
    for (const std::uint64_t id : { 1u, 2u, 3u })
        EXPECT_EQ(store.find(id)->checksum, id * 31);
    EXPECT_FALSE(store.put(version(2, 7, 9s))) << "held already";
    EXPECT_EQ(store.current(7)->id, 3u);
    EXPECT_EQ(store.size(), 3u);
}

TEST(ObjectStore, ADeleteMarkerHidesTheNameAndKeepsItsVersions)
{
    ObjectStore store(kHere);
    store.put(version(1, 7, 1s));
    ObjectVersion marker = version(2, 7, 2s);
    marker.isDeleteMarker = true;
    marker.bytes = 0;
    store.put(marker);
    EXPECT_EQ(store.current(7), nullptr);
    EXPECT_NE(store.find(1), nullptr);
    store.put(version(3, 7, 3s)); // written anew
    EXPECT_EQ(store.current(7)->id, 3u);
}

TEST(ObjectStore, IsCompletedOnlyWhenEveryTargetIsAndFailedWhenOneIs)
{
    ObjectStore store(kHere);
    store.put(version(1, 7, 1s));
    EXPECT_EQ(store.status(1), ObjectStatus::None);
    EXPECT_EQ(toString(store.status(9)), "none") << "not held";
    store.setCopyState(1, kThere, CopyState::Pending);
    store.setCopyState(1, kElsewhere, CopyState::Pending);
    EXPECT_EQ(toString(store.status(1)), "PENDING");
    store.setCopyState(1, kThere, CopyState::Completed);
    EXPECT_EQ(store.status(1), ObjectStatus::Pending);
    store.setCopyState(1, kElsewhere, CopyState::Completed);
    EXPECT_EQ(toString(store.status(1)), "COMPLETED");
    store.setCopyState(1, kElsewhere, CopyState::Failed);
    EXPECT_EQ(toString(store.status(1)), "FAILED");
    EXPECT_EQ(store.copyState(1, kThere), CopyState::Completed);
    store.put(version(2, 8, 1s, kThere));
    EXPECT_EQ(toString(store.status(2)), "REPLICA");
}

TEST(ObjectStore, RemembersTheStatesOfItsLastRegionToo)
{
    ObjectStore store(kHere);
    store.put(version(1, 7, 1s));
    const RegionId last { kObjectRegionsMax - 1 };
    store.setCopyState(1, last, CopyState::Failed);
    EXPECT_EQ(store.copyState(1, last), CopyState::Failed);
    EXPECT_EQ(store.copyState(1, RegionId { kObjectRegionsMax - 2 }), CopyState::NeverStarted);
}

TEST(ObjectAudit, ComparesChecksumsAndNotWhatTheStatesClaim)
{
    ObjectStore source(kHere), target(kThere);
    for (std::uint64_t id = 1; id <= 4; ++id)
        source.put(version(id, id, 1s));
    ObjectVersion marker = version(5, 5, 1s);
    marker.isDeleteMarker = true; // never copied, and so not missed
    source.put(marker);
    target.put(version(1, 1, 1s));
    ObjectVersion damaged = version(2, 2, 1s);
    damaged.checksum ^= 1;
    target.put(damaged);
    source.setCopyState(3, kThere, CopyState::Completed); // a lie
    const ObjectAudit audit = auditObjects(source, target);
    EXPECT_EQ(audit.equal, 1u);
    EXPECT_EQ(audit.different, 1u);
    EXPECT_EQ(audit.missing, 2u);
    EXPECT_EQ(audit.missingBytes, 2'000u);
    EXPECT_EQ(audit.missingCompleted, 1u);
    source.clear();
    EXPECT_EQ(source.size() + source.bytes(), 0u);
    EXPECT_EQ(auditObjects(source, target).equal, 0u);
}

TEST(ObjectBacklog, CountsWhatIsPendingUntilItIsDoneInWhateverOrder)
{
    ObjectBacklog backlog;
    for (std::uint64_t i = 1; i <= 3; ++i)
        backlog.add({ .version = i, .bytes = 10, .since = kStart + i * 1s });
    EXPECT_EQ(backlog.pending(), 3u);
    EXPECT_EQ(backlog.oldest(), kStart + 1s);
    const auto first = backlog.take(false), second = backlog.take(false);
    backlog.finish(second);
    EXPECT_EQ(backlog.oldest(), kStart + 1s);
    backlog.putBack(first);
    EXPECT_EQ(backlog.task(backlog.take(false)).version, 3u) << "what did not get through goes last";
    EXPECT_EQ(backlog.task(backlog.take(false)).version, 1u);
    EXPECT_FALSE(backlog.hasWaiting(false));
    backlog.finish(first);
    EXPECT_EQ(backlog.pendingBytes(), 10u);
    EXPECT_EQ(backlog.oldest(), kStart + 3s);
    backlog.clear();
    EXPECT_EQ(backlog.pending() + backlog.pendingBytes(), 0u);
    EXPECT_EQ(backlog.oldest(), kNever);
}

TEST(ObjectBacklog, OnlyTasksOfTheRuleAreLateAndEachOnce)
{
    ObjectBacklog backlog;
    backlog.add({ .version = 1, .since = kStart });
    backlog.add({ .version = 2, .since = kStart + 1s, .isBackfill = true });
    backlog.add({ .version = 3, .since = kStart + 2s });
    EXPECT_EQ(backlog.passLate(kStart), 0u);
    EXPECT_EQ(backlog.passLate(kStart + 2s), 1u);
    EXPECT_EQ(backlog.passLate(kStart + 1min), 1u);
    EXPECT_EQ(backlog.passLate(kStart + 1h), 0u);
    EXPECT_EQ(backlog.pendingLate(), 2u);
    backlog.finish(backlog.take(false));
    EXPECT_EQ(backlog.pendingLate(), 1u);
    EXPECT_TRUE(backlog.hasWaiting(true));
    EXPECT_EQ(backlog.releaseAll(), 1u);
    EXPECT_EQ(backlog.pendingBackfill(), 2u);
}

} // namespace
} // namespace sb
