// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/kernel/world.h"
#include "backend/streams/change_stream.h"
#include "tests/backend/support/cluster.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

using test::cartKey;
using test::regionAt;
using test::writeOf;

// What a consumer hears, with its own copy of each image.
class Ear final : public ChangeConsumer {
public:
    struct Heard {
        ChangeRecord record;
        std::string image;
    };
    void onChange(const ChangeRecord& record) override
    {
        heard.push_back({ record, std::string(record.image) });
    }
    void onStreamBegun() override { ++begun; }
    void onProcessStarted() override { ++started; }
    std::vector<Heard> heard;
    int begun = 0, started = 0;
};

class Place {
public:
    Place(World& world, std::size_t self, std::size_t recordsMax = ChangeStream::kRecordsMax)
        : store(makeMemoryStore())
        , replica(world, *store, regionAt(self), 2)
        , stream(world, replica, recordsMax)
    {
        stream.subscribe(&ear);
    }
    void take(Place& from, std::uint64_t seq)
    {
        (void)replica.apply(LogEntry(*from.store->logEntry(from.replica.ownLog(), seq)));
    }
    // Numbers after `after`; empty optional: fell behind.
    std::optional<std::vector<std::uint64_t>> numbersAfter(std::uint64_t after)
    {
        std::vector<std::uint64_t> numbers;
        if (!stream.readAfter(after, [&](const ChangeRecord& record) { numbers.push_back(record.number); }))
            return std::nullopt;
        return numbers;
    }
    std::unique_ptr<Store> store;
    Replica replica;
    ChangeStream stream;
    Ear ear;
};

Transaction removalOf(const Key& key)
{
    Transaction transaction;
    transaction.mutations.push_back({ key, true, {} });
    return transaction;
}

TEST(ChangeStream, NumbersEachRowAndSaysWhatItCameTo)
{
    World world(1);
    Place a(world, 0);
    Transaction two = writeOf(cartKey(1, 1), "x");
    two.mutations.push_back({ cartKey(1, 2), false, "y" });
    (void)a.replica.commit(two);
    (void)a.replica.commit(writeOf(cartKey(1, 1), "z"));
    (void)a.replica.commit(removalOf(cartKey(1, 2)));
    ASSERT_EQ(a.ear.heard.size(), 4U);
    const RowEffect effects[]
        = { RowEffect::Inserted, RowEffect::Inserted, RowEffect::Modified, RowEffect::Removed };
    const char* const images[] = { "x", "y", "z", "" };
    for (std::size_t i = 0; i < 4; ++i) {
        const Ear::Heard& heard = a.ear.heard[i];
        EXPECT_EQ(heard.record.number, i + 1);
        EXPECT_EQ(heard.record.effect, effects[i]) << i;
        EXPECT_EQ(heard.image, images[i]);
        EXPECT_TRUE(heard.record.isLocal);
    }
    EXPECT_EQ(a.ear.heard[1].record.version.seq, 1U);
    EXPECT_EQ(a.ear.heard[1].record.row, 1U);
    EXPECT_EQ(a.ear.heard[1].record.key, cartKey(1, 2));
}

TEST(ChangeStream, HasNoRecordOfAWriteThatChangesNothing)
{
    World world(1);
    Place a(world, 0);
    (void)a.replica.commit(writeOf(cartKey(1, 1), "x"));
    (void)a.replica.commit(writeOf(cartKey(1, 1), "x"));
    (void)a.replica.commit(removalOf(cartKey(1, 9)));
    EXPECT_EQ(a.ear.heard.size(), 1U);
    EXPECT_EQ(a.stream.last(), 1U);
}

TEST(ChangeStream, FlagsTheLosingSideOfAConflictWithItsOrigin)
{
    World world(1);
    Place a(world, 0), b(world, 1);
    (void)a.replica.commit(writeOf(cartKey(1, 1), "early"));
    world.runUntil(kStart + 1s);
    (void)b.replica.commit(writeOf(cartKey(1, 1), "late"));
    a.take(b, 1);
    b.take(a, 1);
    b.take(a, 1); // a repeat is no change
    ASSERT_EQ(a.ear.heard.size(), 2U);
    EXPECT_EQ(a.ear.heard[1].record.effect, RowEffect::Modified);
    EXPECT_FALSE(a.ear.heard[1].record.isLocal);
    ASSERT_EQ(b.ear.heard.size(), 2U);
    EXPECT_EQ(b.ear.heard[1].record.effect, RowEffect::Superseded);
    EXPECT_EQ(b.ear.heard[1].record.version.origin, regionAt(0));
    EXPECT_EQ(b.ear.heard[1].image, "early");
}

TEST(ChangeStream, CanBeReadAgainFromAnyNumberThatItHolds)
{
    World world(1);
    Place a(world, 0), b(world, 1);
    for (std::uint64_t i = 0; i < 5; ++i) {
        (void)a.replica.commit(writeOf(cartKey(1, i), "x"));
        (void)b.replica.commit(writeOf(cartKey(2, i), "y"));
        a.take(b, i + 1);
    }
    EXPECT_EQ(a.numbersAfter(7), (std::vector<std::uint64_t> { 8, 9, 10 }));
    EXPECT_EQ(a.numbersAfter(10), std::vector<std::uint64_t> {});
    std::size_t i = 0;
    EXPECT_TRUE(a.stream.readAfter(0, [&](const ChangeRecord& record) {
        const Ear::Heard& first = a.ear.heard[i++];
        EXPECT_EQ(record.key, first.record.key);
        EXPECT_EQ(record.version, first.record.version);
        EXPECT_EQ(record.isLocal, first.record.isLocal);
        EXPECT_EQ(record.image, first.image);
    }));
    EXPECT_EQ(i, 10U);
}

TEST(ChangeStream, TellsAReaderThatItFellBehind)
{
    World world(1);
    Place a(world, 0, 3);
    for (std::uint64_t i = 0; i < 5; ++i)
        (void)a.replica.commit(writeOf(cartKey(1, i), "x"));
    EXPECT_EQ(a.stream.forgotten(), 2U);
    EXPECT_EQ(a.stream.first(), 3U);
    EXPECT_FALSE(a.numbersAfter(1)) << "over the cap";
    EXPECT_EQ(a.numbersAfter(2)->size(), 3U);
    a.replica.trim(a.replica.ownLog(), 4);
    EXPECT_FALSE(a.numbersAfter(2)) << "the log has forgotten it";
    EXPECT_EQ(a.numbersAfter(3)->size(), 2U);
    world.runUntil(kStart + 25h);
    EXPECT_FALSE(a.numbersAfter(3)) << "older than a day";
    EXPECT_EQ(a.numbersAfter(5)->size(), 0U);
}

TEST(ChangeStream, GoesOnAfterARestartAndBeginsAnewWithAMarkerAfterALoss)
{
    World world(1);
    Place a(world, 0), b(world, 1);
    (void)a.replica.commit(writeOf(cartKey(1, 1), "x"));
    a.replica.restart();
    EXPECT_EQ(a.ear.started, 1);
    EXPECT_EQ(a.numbersAfter(0)->size(), 1U);
    (void)b.replica.commit(writeOf(cartKey(2, 2), "y"));
    a.replica.loseStore(2);
    EXPECT_EQ(a.ear.begun, 1);
    EXPECT_EQ(a.stream.markers(), 1U);
    EXPECT_FALSE(a.numbersAfter(1)) << "the marker lies between";
    EXPECT_EQ(a.numbersAfter(a.stream.last())->size(), 0U);
    a.replica.install(b.replica.snapshot(b.replica.positions()));
    EXPECT_EQ(a.ear.begun, 2);
    const std::uint64_t marker = a.stream.last();
    EXPECT_EQ(marker, 3U);
    (void)a.replica.commit(writeOf(cartKey(1, 1), "z"));
    EXPECT_EQ(a.numbersAfter(marker), std::vector<std::uint64_t> { 4 }) << "numbers never repeat";
}

} // namespace
} // namespace sb
