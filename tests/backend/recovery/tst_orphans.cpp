// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of one orphan write, row by row, against what stands at the region.
#include "backend/recovery/orphans.h"
#include "tests/backend/support/regions.h"

namespace sb {
namespace {

using namespace test;

Hlc stampAt(const Cluster& cluster, Duration offset)
{
    const auto millis
        = static_cast<std::uint64_t>(micros(cluster.world.now() + kClockEpoch + offset) / 1'000);
    return { millis << 16 };
}

class Orphans : public testing::Test {
protected:
    Orphans() { m_regions.run(1s); }

    LogEntry orphan(Duration age, std::uint64_t seq, Mutation mutation)
    {
        LogEntry entry;
        entry.version = { stampAt(m_regions.cluster, -age), regionAt(0), 1, seq };
        entry.customer = CustomerId { mutation.key.partition };
        if (mutation.key.table == Table::Orders) {
            entry.order = OrderId { mutation.key.sort };
            entry.amount = { 1'250 };
        }
        entry.mutations.push_back(std::move(mutation));
        return entry;
    }
    std::string valueAt(const Key& key)
    {
        const Item* item = replica().store().find(key);
        return item == nullptr ? "none" : item->isDeleted ? "removed" : item->value;
    }
    Replica& replica() { return m_regions.cluster.replica(0); }
    OrphanOutcome offer(const LogEntry& entry) { return OrphanReplay(m_regions.region(0)).offer(entry); }

    Regions m_regions { 1, 2 };
    Key m_line = cartKey(7, 3);
    Key m_order { Table::Orders, 7, 4'711 };
};

TEST_F(Orphans, anAbsentOrderIsInsertedOnceAndKeepsItsMoney)
{
    const LogEntry entry = orphan(10s, 1, { m_order, false, "bytes" });
    EXPECT_EQ(offer(entry), OrphanOutcome::Replayed);
    EXPECT_EQ(valueAt(m_order), "bytes");
    EXPECT_EQ(replica().totals(replica().position(replica().ownLog())).money, Money { 1'250 });
    const std::uint64_t digest = replica().digest();
    EXPECT_EQ(offer(entry), OrphanOutcome::Refused); // the same number twice
    EXPECT_EQ(replica().digest(), digest);
}

TEST_F(Orphans, aLineIsWrittenOverWhatIsOlderThanItsStampOnly)
{
    m_regions.cluster.write(0, m_line, "stands");
    EXPECT_EQ(offer(orphan(10s, 1, { m_line, false, "older" })), OrphanOutcome::Superseded);
    EXPECT_EQ(valueAt(m_line), "stands");
    m_regions.run(5s);
    EXPECT_EQ(offer(orphan(2s, 2, { m_line, false, "newer" })), OrphanOutcome::Replayed);
    EXPECT_EQ(valueAt(m_line), "newer");
}

TEST_F(Orphans, aRemovalTakesWhatIsOlderAndNeedsNothingThere)
{
    EXPECT_EQ(offer(orphan(10s, 1, { m_line, true, {} })), OrphanOutcome::Replayed);
    EXPECT_EQ(valueAt(m_line), "none");
    m_regions.cluster.write(0, m_line, "stands");
    EXPECT_EQ(offer(orphan(10s, 2, { m_line, true, {} })), OrphanOutcome::Superseded);
    EXPECT_EQ(valueAt(m_line), "stands");
    m_regions.run(5s);
    EXPECT_EQ(offer(orphan(1s, 3, { m_line, true, {} })), OrphanOutcome::Replayed);
    EXPECT_EQ(valueAt(m_line), "removed");
}

TEST_F(Orphans, severalOrphansOfOneKeyEndWithTheLast)
{
    OrphanReplay replay(m_regions.region(0));
    EXPECT_EQ(replay.offer(orphan(10s, 1, { m_line, false, "first" })), OrphanOutcome::Replayed);
    EXPECT_EQ(replay.offer(orphan(9s, 2, { m_line, false, "second" })), OrphanOutcome::Replayed);
    EXPECT_EQ(valueAt(m_line), "second");
    // A later replay of the same meets a newer stamp: its own.
    const std::uint64_t digest = replica().digest();
    EXPECT_EQ(offer(orphan(10s, 1, { m_line, false, "first" })), OrphanOutcome::Superseded);
    EXPECT_EQ(replica().digest(), digest);
}

TEST_F(Orphans, whatCameByAnotherWayIsNotWrittenAgain)
{
    LogEntry entry = orphan(10s, 1, { m_line, false, "value" });
    entry.version.origin = regionAt(1);
    replica().apply(entry);
    const std::uint64_t digest = replica().digest();
    EXPECT_EQ(offer(entry), OrphanOutcome::Replayed);
    EXPECT_EQ(replica().digest(), digest);
}

TEST_F(Orphans, anOrderWithASupersededLineIsStillAnOrder)
{
    m_regions.cluster.write(0, m_line, "stands");
    LogEntry entry = orphan(10s, 1, { m_order, false, "bytes" });
    entry.mutations.push_back({ m_line, true, {} });
    EXPECT_EQ(offer(entry), OrphanOutcome::Replayed);
    EXPECT_EQ(valueAt(m_order), "bytes");
    EXPECT_EQ(valueAt(m_line), "stands");
}

TEST_F(Orphans, aSetIsInTheOrderOfItsStampsAndKnowsItsSums)
{
    const OrphanSet set = orphanSetOf({ orphan(1s, 2, { m_order, false, "b" }),
        orphan(9s, 1, { m_line, false, "a" }), orphan(5s, 3, { m_order, false, "c" }) });
    ASSERT_EQ(set.entries.size(), 3u);
    EXPECT_EQ(set.entries[0].version.seq, 1u);
    EXPECT_EQ(set.entries[2].version.seq, 2u);
    EXPECT_EQ(set.orders, 2u);
    EXPECT_EQ(set.money, Money { 2'500 });
}

} // namespace
} // namespace sb
