// SPDX-License-Identifier: GPL-3.0-or-later
// Support desks in four regions: whether two of them contradict each other about the order of two orders.
#include "backend/incident/fork_watch.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

RegionId regionAt(int index)
{
    return RegionId { static_cast<std::uint8_t>(index) };
}

class Desks : public testing::Test {
protected:
    // The next order of a region, whose author had seen `seen` of every other log.
    LogEntry place(int origin, std::vector<std::uint64_t> seen = {})
    {
        LogEntry entry;
        entry.version
            = { Hlc { ++m_stamp }, regionAt(origin), 1, ++m_ends[static_cast<std::size_t>(origin)] };
        entry.order = OrderId { m_stamp };
        entry.seen = std::move(seen);
        entry.mutations.push_back({ { Table::Orders, 1, m_stamp }, false, "x" });
        tell(origin, entry);
        return entry;
    }
    void tell(int at, const LogEntry& entry)
    {
        for (ForkWatch* watch : { &asTheyCome, &byVersion })
            watch->onEntry(regionAt(at), entry, entry.version.origin == regionAt(at), false);
    }
    ForkWatch asTheyCome { 4, false };
    ForkWatch byVersion { 4, true };

private:
    std::uint64_t m_stamp = 0;
    std::array<std::uint64_t, 4> m_ends {};
};

TEST_F(Desks, thatHearTwoOrdersTheOtherWayRoundContradictEachOtherUnlessTheyListByVersion)
{
    const LogEntry a = place(0), b = place(1);
    tell(2, a);
    tell(3, b);
    EXPECT_EQ(asTheyCome.contradictions(), 0U) << "neither desk has both";
    tell(2, b);
    EXPECT_EQ(asTheyCome.contradictions(), 0U);
    tell(3, a);
    EXPECT_EQ(asTheyCome.contradictions(), 1U);
    EXPECT_EQ(byVersion.contradictions(), 0U);
    EXPECT_EQ(byVersion.forks(), 1U) << "they came in differently all the same";
}

TEST_F(Desks, thatHearThemTheSameWayAgree)
{
    const LogEntry a = place(0), b = place(1);
    for (const int desk : { 2, 3 }) {
        tell(desk, b);
        tell(desk, a);
    }
    EXPECT_EQ(asTheyCome.contradictions(), 0U);
    EXPECT_EQ(byVersion.forks(), 0U);
}

TEST_F(Desks, ofTheRegionsThatPlacedThemAreNoWitnesses)
{
    const LogEntry a = place(0), b = place(1);
    tell(1, a);
    tell(0, b);
    tell(2, a);
    tell(2, b);
    EXPECT_EQ(asTheyCome.forks(), 0U) << "each sees its own first; that surprises nobody";
}

TEST_F(Desks, mayDifferAboutOrdersThatKnewOfEachOther)
{
    const LogEntry a = place(0);
    tell(1, a);
    const LogEntry b = place(1, { 1 });
    tell(2, b);
    tell(2, a);
    tell(3, a);
    tell(3, b);
    EXPECT_EQ(asTheyCome.forks(), 0U) << "this is no fork but a missing cause";
}

TEST_F(Desks, areComparedOncePerPair)
{
    ForkWatch watch(5, false);
    LogEntry a = place(0), b = place(1);
    for (const LogEntry* entry : { &a, &b })
        watch.onEntry(entry->version.origin, *entry, true, false);
    watch.onEntry(regionAt(2), a, false, false);
    watch.onEntry(regionAt(2), b, false, false);
    for (const int desk : { 3, 4 }) {
        watch.onEntry(regionAt(desk), b, false, false);
        watch.onEntry(regionAt(desk), a, false, false);
    }
    watch.onEntry(regionAt(4), a, false, false); // a repeat, as after a rebuild
    EXPECT_EQ(watch.contradictions(), 1U);
}

TEST_F(Desks, forgetOrdersOfLongAgo)
{
    const LogEntry a = place(0), b = place(1);
    tell(2, a);
    tell(2, b);
    for (std::size_t i = 0; i < ForkWatch::kKept; ++i)
        place(0);
    tell(3, b);
    tell(3, a);
    EXPECT_EQ(asTheyCome.contradictions(), 0U);
}

} // namespace
} // namespace sb
