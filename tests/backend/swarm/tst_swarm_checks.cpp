// SPDX-License-Identifier: GPL-3.0-or-later
// The account of a run, fed by hand: what it lets pass and what it does not. Wrong engines meet it as a whole
// in tests/scenario/tst_mutants, broken parts of one in tests/scenario/tst_invariants.
#include "backend/swarm/invariants.h"

#include <gtest/gtest.h>

#include <set>

namespace sb {
namespace {

RegionId region(int index)
{
    return RegionId { static_cast<std::uint8_t>(index) };
}

constexpr Key kKey { Table::Carts, 7, 84 };

LogEntry write(int origin, std::uint64_t seq, std::uint64_t hlc, std::vector<std::uint64_t> seen)
{
    LogEntry entry;
    entry.version = Version { Hlc { hlc }, region(origin), 1, seq };
    entry.seen = std::move(seen);
    entry.mutations = { { kKey, false, "by " + std::to_string(origin) + " at " + std::to_string(hlc) } };
    return entry;
}

// Two regions; what an engine would do is done by hand.
class Account : public testing::Test {
protected:
    void put(int at, const LogEntry& entry)
    {
        m_stores[at]->put(kKey, Item { entry.version, false, entry.mutations[0].value });
    }
    void tell(int at, const LogEntry& entry)
    {
        m_checks.onEntry(region(at), entry, entry.version.origin == region(at), false);
    }
    void commit(int at, const LogEntry& entry)
    {
        put(at, entry);
        tell(at, entry);
    }

    std::unique_ptr<Store> m_stores[2] { makeMemoryStore(), makeMemoryStore() };
    Invariants m_checks { [this](RegionId id) -> Store& { return *m_stores[id.value]; } };
};

TEST_F(Account, aConcurrentWriteThatVanishesMustBeInTheRecordOfConflicts)
{
    const LogEntry loser = write(0, 1, 100, { 0, 0 }), winner = write(1, 1, 200, { 0, 0 });
    commit(0, loser);
    commit(1, winner);
    commit(0, winner);
    tell(1, loser); // loses there
    m_checks.checkConservation(region(0));
    EXPECT_NE(m_checks.text().find("version 0#1 was acknowledged and discarded"), std::string::npos)
        << m_checks.text();
}

TEST_F(Account, aRecordedConflictIsNoLoss)
{
    const LogEntry loser = write(0, 1, 100, { 0, 0 }), winner = write(1, 1, 200, { 0, 0 });
    commit(0, loser);
    commit(1, winner);
    commit(0, winner);
    Conflict conflict;
    conflict.key = kKey;
    conflict.winner = winner.version;
    conflict.loser = loser.version;
    m_checks.onConflict(region(0), conflict);
    m_checks.checkConservation(region(0));
    EXPECT_EQ(m_checks.text(), "");
}

TEST_F(Account, aWriteInKnowledgeOfTheOtherIsNoConflict)
{
    const LogEntry first = write(0, 1, 100, { 0, 0 }), second = write(1, 1, 200, { 1, 0 });
    commit(0, first);
    commit(1, first);
    commit(1, second);
    commit(0, second);
    m_checks.checkConservation(region(0));
    EXPECT_EQ(m_checks.text(), "");
}

TEST_F(Account, whoKnewOfAWriteIsNotedOncePerLogHoweverManyWritesAKeyHas)
{
    constexpr std::uint64_t kRounds = 1'000;
    for (std::uint64_t round = 1; round <= kRounds; ++round) {
        const LogEntry first = write(0, round, 200 * round, { round - 1, round - 1 });
        const LogEntry second = write(1, round, 200 * round + 100, { round, round - 1 });
        for (const LogEntry& entry : { first, second }) {
            commit(0, entry);
            commit(1, entry);
        }
    }
    m_checks.checkConservation(region(0));
    EXPECT_EQ(m_checks.text(), "");
    EXPECT_GT(m_checks.notesOfKnowledge(), 2 * kRounds);
    EXPECT_LE(m_checks.notesOfKnowledge(), 2 * 2 * kRounds);
}

TEST_F(Account, aWriteIsSeenOnlyWhereTheWriteThatSawItHasArrived)
{
    const LogEntry seen = write(0, 1, 300, { 0, 0 });
    const LogEntry unseeing = write(1, 1, 400, { 0, 0 }), seeing = write(1, 2, 500, { 1, 1 });
    commit(0, seen);
    commit(1, unseeing);
    tell(1, seen); // loses there
    commit(1, seeing);
    commit(0, unseeing);
    m_checks.checkConservation(region(1));
    EXPECT_EQ(m_checks.text(), "") << "the last write had seen both";
    m_checks.checkConservation(region(0)); // has not got it yet
    EXPECT_NE(m_checks.text().find("version 0#1 was acknowledged and discarded"), std::string::npos)
        << m_checks.text();
}

TEST_F(Account, theGreatestVersionMustBeTheLiveOne)
{
    const LogEntry first = write(0, 1, 100, { 0, 0 }), second = write(0, 2, 200, { 1, 0 });
    commit(0, first);
    commit(0, second);
    put(0, first);
    m_checks.checkConservation(region(0));
    EXPECT_NE(
        m_checks.text().find("the version that should stay, version 0#2, is not live"), std::string::npos)
        << m_checks.text();
}

TEST_F(Account, aRowThatNobodyWroteIsFound)
{
    const LogEntry entry = write(0, 1, 100, { 0, 0 });
    LogEntry other = entry;
    other.mutations[0].value = "something else";
    put(0, other);
    tell(0, entry);
    ASSERT_EQ(m_checks.violations().size(), 1u) << m_checks.text();
    EXPECT_EQ(m_checks.violations()[0].invariant, Invariant::NoInvention);
}

TEST_F(Account, aVersionThatNobodyWroteIsFoundBesideOthersOfItsLog)
{
    commit(0, write(0, 1, 100, { 0, 0 }));
    const LogEntry second = write(0, 2, 200, { 1, 0 });
    LogEntry forged = second;
    forged.version.hlc.value = 250;
    put(0, forged);
    tell(0, second);
    ASSERT_EQ(m_checks.violations().size(), 1u) << m_checks.text();
    EXPECT_EQ(m_checks.violations()[0].invariant, Invariant::NoInvention);
}

TEST_F(Account, aRowThatIsMissingBehindThePositionIsFound)
{
    tell(0, write(0, 1, 100, { 0, 0 }));
    ASSERT_FALSE(m_checks.violations().empty());
    EXPECT_EQ(m_checks.violations()[0].invariant, Invariant::VectorHonesty);
}

TEST_F(Account, aFaultBeginsOnceAndEndsOnce)
{
    auto log = [this, seq = std::uint64_t { 0 }](EventKind kind) mutable {
        Event event;
        event.seq = EventSeq { ++seq };
        event.kind = kind;
        event.fault = FaultId { 3 };
        m_checks.onLogged(event);
        return m_checks.violations().size();
    };
    EXPECT_EQ(log(EventKind::FaultInjected), 0u);
    EXPECT_EQ(m_checks.faultsUnderWay(), 1u);
    EXPECT_EQ(log(EventKind::FaultExpired), 0u);
    EXPECT_EQ(log(EventKind::ResidueVerified), 0u);
    EXPECT_EQ(log(EventKind::FaultExpired), 1u) << "a second end";
    EXPECT_EQ(log(EventKind::FaultInjected), 2u) << "a second beginning";
    EXPECT_EQ(log(EventKind::ResidueFound), 3u);
    m_checks.checkFaultsEnded();
    EXPECT_EQ(m_checks.violations().size(), 4u);
}

TEST(Findings, countLooksAndKeepTheFirstTwentyViolations)
{
    Findings findings;
    findings.setNow(kStart + 3s);
    for (int i = 0; i < 30; ++i)
        findings.expect(Invariant::Orders, i < 5, [&] { return "number " + std::to_string(i); });
    EXPECT_EQ(findings.looks()[static_cast<std::size_t>(Invariant::Orders)], 30u);
    ASSERT_EQ(findings.violations().size(), 20u);
    EXPECT_EQ(toText(findings.violations()[0]), "8 orders at 3.0 s: number 5");
}

TEST(Findings, everyInvariantHasItsNumberAndAName)
{
    EXPECT_EQ(static_cast<int>(Invariant::RpoReport), 16);
    EXPECT_EQ(static_cast<int>(Invariant::Clock), 20);
    std::set<std::string_view> names;
    for (int i = 1; i < kInvariantCount; ++i)
        EXPECT_TRUE(names.insert(toString(static_cast<Invariant>(i))).second);
}

} // namespace
} // namespace sb
