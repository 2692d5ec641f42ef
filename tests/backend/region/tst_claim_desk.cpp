// SPDX-License-Identifier: GPL-3.0-or-later
// Desks that decide about coupons, over a simulated network and without the regions around them: what they
// answer, what they cost, and that neither a cut, a crash nor a lost store gives a coupon to two.
#include "backend/kernel/world.h"
#include "backend/net/witness_links.h"
#include "backend/region/claim_desk.h"
#include "tests/backend/support/cluster.h"
#include "tests/backend/support/seeds.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

namespace sb {
namespace {

using test::regionAt;
using Kind = ClaimVerdict::Kind;

class Desks {
public:
    explicit Desks(std::uint64_t seed, std::size_t count = 3)
        : world(seed)
        , network(world, test::someRegions(count), 0)
        , rows(count)
        , m_desks(count + (count == 2 ? 1 : 0))
        , m_stores(m_desks.size())
        , m_acceptors(m_desks.size())
    {
        if (count == 2)
            witnessLinks = std::make_unique<WitnessLinks>(network);
        Links& links = witnessLinks ? static_cast<Links&>(*witnessLinks) : network;
        office.spec = claimSpec(network, count);
        for (const StrongMember& member : office.spec.members) {
            m_stores[member.region.value] = makeMemoryStore();
            m_acceptors[member.region.value]
                = std::make_unique<StoredAcceptor>(*m_stores[member.region.value], 1ms);
        }
        for (std::size_t i = 0; i < m_desks.size(); ++i) {
            m_desks[i] = std::make_unique<ClaimDesk>(world, links, office, regionAt(i), m_acceptors[i].get(),
                i < count ? hooks(i) : ClaimDesk::Hooks {});
            office.desks.push_back(world.add(*m_desks[i]));
        }
        std::array<ComponentId, kStrongMembers> tables {};
        for (std::size_t m = 0; m < kStrongMembers; ++m)
            tables[m] = world.add(*m_desks[office.spec.members[m].region.value]->table());
        for (const auto& desk : m_desks)
            desk->connect(tables);
    }

    ClaimDesk& desk(std::size_t i) { return *m_desks[i]; }
    StoredAcceptor& acceptor(std::size_t i) { return *m_acceptors[i]; }
    void run(Duration span) { world.runUntil(world.now() + span); }

    // Not yet answered: nothing.
    std::shared_ptr<std::optional<ClaimVerdict>> ask(std::size_t at, std::uint64_t coupon, std::uint64_t who)
    {
        auto verdict = std::make_shared<std::optional<ClaimVerdict>>();
        desk(at).claim(
            coupon, CustomerId { who }, 2s, [this, at, coupon, who, verdict](const ClaimVerdict& v) {
                EXPECT_FALSE(verdict->has_value()) << "answered twice";
                *verdict = v;
                if (v.kind == Kind::Yours) {
                    holders[coupon].insert(who);
                    if (keepsRows)
                        rows[at][coupon] = CustomerId { who };
                }
            });
        return verdict;
    }
    ClaimVerdict claim(std::size_t at, std::uint64_t coupon, std::uint64_t who)
    {
        const auto verdict = ask(at, coupon, who);
        const Instant latest = world.now() + 2s;
        while (!*verdict && world.step()) { }
        EXPECT_LE(world.now(), latest);
        return verdict->value_or(ClaimVerdict {});
    }
    void destroy(std::size_t i)
    {
        desk(i).loseMemory(++m_incarnation);
        desk(i).setOut(true);
        rows[i].clear();
    }
    void isolate(std::size_t i, bool isCut = true)
    {
        for (std::size_t j = 0; j < network.regionCount(); ++j) {
            if (j == i)
                continue;
            network.setLink(regionAt(i), regionAt(j), { .isCut = isCut });
            network.setLink(regionAt(j), regionAt(i), { .isCut = isCut });
        }
    }

    World world;
    Network network;
    std::unique_ptr<WitnessLinks> witnessLinks;
    ClaimOffice office;
    std::vector<std::map<std::uint64_t, CustomerId>> rows; // the regions' copies; nobody replicates them
    std::map<std::uint64_t, std::set<std::uint64_t>> holders; // as told
    std::vector<std::uint64_t> refusals; // what onRefusing told
    bool keepsRows = true;
    bool mayWrite = true;
    bool isWhole = true;

private:
    ClaimDesk::Hooks hooks(std::size_t i)
    {
        ClaimDesk::Hooks hooks;
        hooks.isWhole = [this] { return isWhole; };
        hooks.holderOf = [this, i](std::uint64_t coupon) -> std::optional<CustomerId> {
            const auto row = rows[i].find(coupon);
            return row == rows[i].end() ? std::nullopt : std::optional(row->second);
        };
        hooks.holders = [this, i] {
            return std::vector<std::pair<std::uint64_t, CustomerId>>(rows[i].begin(), rows[i].end());
        };
        hooks.keep = [this, i](std::uint64_t coupon, CustomerId holder) {
            if (mayWrite)
                rows[i][coupon] = holder;
            return mayWrite;
        };
        hooks.onRefusing = [this](std::uint64_t refused) { refusals.push_back(refused); };
        return hooks;
    }

    std::vector<std::unique_ptr<ClaimDesk>> m_desks;
    std::vector<std::unique_ptr<Store>> m_stores;
    std::vector<std::unique_ptr<StoredAcceptor>> m_acceptors;
    std::uint32_t m_incarnation = 1;
};

TEST(ClaimDesk, theFirstCustomerGetsTheCouponAndIsToldSoAgainEverywhere)
{
    Desks desks(1);
    EXPECT_EQ(desks.claim(0, 7, 100).kind, Kind::Yours);
    for (std::size_t at = 0; at < 3; ++at) {
        EXPECT_EQ(desks.claim(at, 7, 100).kind, Kind::Yours);
        const ClaimVerdict other = desks.claim(at, 7, 200);
        EXPECT_EQ(other.kind, Kind::Taken);
        EXPECT_EQ(other.holder, CustomerId { 100 });
    }
}

TEST(ClaimDesk, aNewClaimWaitsForTheNearestOtherRegionAndForNoFarther)
{
    Desks desks(2);
    const Duration nearest = desks.network.roundTrip(regionAt(0), regionAt(2)); // Ireland, Virginia
    ASSERT_LT(nearest, desks.network.roundTrip(regionAt(0), regionAt(1)));
    const Instant before = desks.world.now();
    EXPECT_EQ(desks.claim(0, 7, 100).kind, Kind::Yours);
    EXPECT_GE(desks.world.now() - before, nearest);
    EXPECT_LE(desks.world.now() - before, 3 * nearest); // two rounds: promise, acceptance
}

TEST(ClaimDesk, twoCustomersAtOnceAreNeverBothGivenIt)
{
    for (const std::uint64_t seed : test::seeds(40)) {
        SCOPED_TRACE(test::replayHint(seed));
        Desks desks(seed);
        Rng rng(seed);
        for (std::uint64_t coupon = 1; coupon <= 20; ++coupon) {
            std::vector<std::shared_ptr<std::optional<ClaimVerdict>>> all;
            for (std::uint64_t who = 1; who <= 4; ++who) {
                all.push_back(desks.ask(rng.below(3), coupon, who));
                desks.run(rng.between(0us, 200ms));
            }
            desks.run(3s);
            for (const auto& verdict : all)
                EXPECT_TRUE(verdict->has_value()) << "nobody was told";
            EXPECT_EQ(desks.holders[coupon].size(), 1U) << coupon;
        }
    }
}

TEST(ClaimDesk, theSideThatIsCutOffDecidesNothingAndTheOtherGoesOn)
{
    Desks desks(4);
    desks.isolate(1);
    EXPECT_EQ(desks.claim(1, 7, 100).kind, Kind::Undecided);
    EXPECT_EQ(desks.claim(0, 7, 200).kind, Kind::Yours);
    EXPECT_EQ(desks.claim(2, 8, 200).kind, Kind::Yours);
    desks.isolate(1, false);
    EXPECT_EQ(desks.claim(1, 7, 100).kind, Kind::Taken);
    EXPECT_EQ(desks.claim(1, 9, 100).kind, Kind::Yours) << "nothing stays stuck";
    EXPECT_EQ(desks.desk(1).pending(), 0U);
    EXPECT_EQ(desks.office.mail.used(), 0U);
}

TEST(ClaimDesk, refusalsAreToldOnceWhenTheyBeginAndOnceWithTheirNumber)
{
    Desks desks(5);
    for (const bool isDecided : { true, false, false, true, false, true }) {
        desks.desk(0).noteAnswer(isDecided);
        desks.run(1s);
    }
    EXPECT_EQ(desks.refusals, (std::vector<std::uint64_t> { 0 })) << "it may not be over yet";
    desks.run(5s);
    for (const bool isDecided : { true, true, false })
        desks.desk(0).noteAnswer(isDecided);
    EXPECT_EQ(desks.refusals, (std::vector<std::uint64_t> { 0, 3, 0 }));
}

// Recovery point 0: whichever one region is destroyed, what it had acknowledged is still decided.
TEST(ClaimDesk, whatWasAcknowledgedSurvivesTheLossOfAnyOneStore)
{
    for (std::size_t claimedAt = 0; claimedAt < 3; ++claimedAt) {
        for (std::size_t lost = 0; lost < 3; ++lost) {
            Desks desks(6);
            ASSERT_EQ(desks.claim(claimedAt, 7, 100).kind, Kind::Yours);
            desks.destroy(lost); // at once: nothing but the answer has left
            for (std::size_t at = 0; at < 3; ++at)
                if (at != lost)
                    EXPECT_EQ(desks.claim(at, 7, 200).kind, Kind::Taken) << claimedAt << lost << at;
            desks.desk(lost).setOut(false);
            desks.run(5s);
            ASSERT_TRUE(desks.desk(lost).hasMemory());
            // And of the next one, after the first was told everything.
            desks.desk((lost + 1) % 3).setOut(true);
            for (std::size_t at = 0; at < 3; ++at)
                if (at != (lost + 1) % 3)
                    EXPECT_EQ(desks.claim(at, 7, 300).kind, Kind::Taken) << claimedAt << lost << at;
        }
    }
}

// The hole that is closed here: 0 and 1 agree, 2 hears nothing of it, 1 forgets, 1 and 2 agree on another.
TEST(ClaimDesk, aPlaceThatLostItsStoreVotesForNobodyUntilBothOthersHaveToldItAll)
{
    Desks desks(7);
    desks.isolate(2);
    ASSERT_EQ(desks.claim(0, 7, 100).kind, Kind::Yours);
    desks.destroy(1);
    desks.desk(0).setOut(true);
    desks.isolate(2, false);
    desks.desk(1).setOut(false);
    desks.run(10s);
    EXPECT_FALSE(desks.desk(1).hasMemory()) << "one of the two is not there to ask";
    EXPECT_EQ(desks.claim(1, 7, 200).kind, Kind::Undecided);
    EXPECT_EQ(desks.claim(2, 7, 200).kind, Kind::Undecided);
    desks.desk(0).setOut(false);
    desks.run(5s);
    EXPECT_TRUE(desks.desk(1).hasMemory());
    EXPECT_EQ(desks.claim(1, 7, 200).kind, Kind::Taken);
    EXPECT_EQ(desks.claim(2, 8, 200).kind, Kind::Yours);
    EXPECT_FALSE(desks.office.majorityLostAt);
}

TEST(ClaimDesk, aPlaceThatWasOnlyOutStillKnowsWhatItHadPromised)
{
    Desks desks(8);
    desks.isolate(2);
    ASSERT_EQ(desks.claim(0, 7, 100).kind, Kind::Yours);
    desks.desk(1).setOut(true);
    desks.desk(1).setOut(false);
    EXPECT_TRUE(desks.desk(1).hasMemory());
    desks.desk(0).setOut(true);
    desks.isolate(2, false);
    EXPECT_EQ(desks.claim(2, 7, 200).kind, Kind::Taken) << "it is 1 that knows";
}

TEST(ClaimDesk, ballotsOfANewLifeStandAboveAllOfTheOldOne)
{
    Desks desks(9);
    ASSERT_EQ(desks.claim(0, 7, 100).kind, Kind::Yours);
    const auto ballotOf = [&](std::uint64_t coupon) {
        return decodeAcceptorRecord(*desks.acceptor(0).get(strongKey(coupon)))->accepted.counter;
    };
    const std::uint64_t old = ballotOf(7);
    desks.destroy(0);
    desks.desk(0).setOut(false);
    desks.run(5s);
    ASSERT_EQ(desks.claim(0, 8, 100).kind, Kind::Yours); // a key that nobody has a record of
    EXPECT_GT(ballotOf(8), old + 1'000'000);
}

TEST(ClaimDesk, whereTwoStoresAreLostTheRowsOfTheCopiesDecide)
{
    Desks desks(10);
    ASSERT_EQ(desks.claim(0, 7, 100).kind, Kind::Yours);
    desks.run(1s);
    desks.destroy(0);
    desks.destroy(1);
    EXPECT_TRUE(desks.office.majorityLostAt);
    desks.rows[0] = desks.rows[1] = { { 7, CustomerId { 100 } }, { 9, CustomerId { 300 } } }; // rebuilt
    desks.isWhole = false;
    desks.desk(0).setOut(false);
    desks.desk(1).setOut(false);
    desks.run(5s);
    EXPECT_FALSE(desks.desk(0).hasMemory()) << "its copy is not there yet";
    desks.isWhole = true;
    desks.run(5s);
    EXPECT_TRUE(desks.desk(0).hasMemory());
    EXPECT_TRUE(desks.desk(1).hasMemory());
    EXPECT_EQ(desks.claim(2, 7, 200).kind, Kind::Taken);
    EXPECT_EQ(desks.claim(2, 9, 200).kind, Kind::Taken);
    EXPECT_EQ(desks.claim(2, 11, 200).kind, Kind::Yours);
}

TEST(ClaimDesk, aRowThatWasLostWithItsRegionIsCommittedAgainByAMember)
{
    Desks desks(11);
    desks.keepsRows = false; // as if the region had been destroyed with the row
    ASSERT_EQ(desks.claim(0, 7, 100).kind, Kind::Yours);
    desks.run(10s);
    EXPECT_TRUE(desks.rows[0].empty()) << "replication may only be late";
    desks.mayWrite = false;
    desks.run(20s);
    EXPECT_TRUE(desks.rows[0].empty());
    desks.mayWrite = true;
    desks.run(20s);
    EXPECT_EQ(desks.rows[0].at(7), CustomerId { 100 });
}

TEST(ClaimDesk, aRegionWithoutVotesAsksTheNearestThatHasThemAndThenTheNext)
{
    Desks desks(12, 4);
    std::vector<std::size_t> outside;
    for (std::size_t i = 0; i < 4; ++i)
        if (!desks.desk(i).isMember())
            outside.push_back(i);
    ASSERT_EQ(outside.size(), 1U);
    const std::size_t at = outside.front();
    EXPECT_EQ(desks.claim(at, 7, 100).kind, Kind::Yours);
    EXPECT_EQ(desks.claim((at + 1) % 4, 7, 200).kind, Kind::Taken);
    std::size_t nearest = (at + 1) % 4;
    for (std::size_t i = 0; i < 4; ++i)
        if (i != at
            && desks.network.roundTrip(regionAt(at), regionAt(i))
                < desks.network.roundTrip(regionAt(at), regionAt(nearest)))
            nearest = i;
    desks.desk(nearest).setOut(true);
    EXPECT_EQ(desks.claim(at, 8, 100).kind, Kind::Yours);
    desks.isolate(at);
    EXPECT_EQ(desks.claim(at, 9, 100).kind, Kind::Undecided);
    EXPECT_EQ(desks.desk(at).pending(), 0U);
}

TEST(ClaimDesk, twoRegionsDecideThroughTheirWitnessWhenTheyCannotReachEachOther)
{
    Desks desks(13, 2);
    EXPECT_FALSE(desks.desk(2).table() == nullptr);
    desks.isolate(0);
    EXPECT_EQ(desks.claim(0, 7, 100).kind, Kind::Yours);
    EXPECT_EQ(desks.claim(1, 7, 200).kind, Kind::Taken);
    EXPECT_EQ(desks.claim(1, 8, 200).kind, Kind::Yours);
    desks.isolate(0, false);
    desks.destroy(0);
    EXPECT_EQ(desks.claim(1, 9, 200).kind, Kind::Yours) << "one region and the witness";
    EXPECT_EQ(desks.claim(1, 7, 200).kind, Kind::Taken);
}

TEST(ClaimDesk, theThreeWithTheLeastRoundTripsBetweenThemHoldTheVotes)
{
    World world(1);
    const Network network(world, test::someRegions(4), 0);
    const StrongSpec spec = claimSpec(network, 4);
    ASSERT_TRUE(checkStrongSpec(spec));
    for (const StrongMember& member : spec.members)
        EXPECT_NE(member.region, regionAt(1)) << "Singapore is far from all the others";
    EXPECT_TRUE(claimSpec(network, 2).members[2].isWitness);
}

// The same bytes in either kind of store; what was flushed is there when the file is opened again.
TEST(StoredAcceptor, whatWasFlushedIsThereWhenTheFileIsOpenedAgain)
{
    const std::string path = testing::TempDir() + "/votes-" + std::to_string(::getpid()) + ".db";
    std::filesystem::remove(path);
    const auto fill = [](Store& store) {
        StoredAcceptor acceptor(store, 2ms);
        Acceptor rule(acceptor);
        EXPECT_TRUE(rule.prepare(strongKey(7), { 5, 1 })->isOk);
        EXPECT_TRUE(rule.accept(strongKey(7), { 5, 1 }, { 1, true, "100", {} }, { 6, 1 })->isOk);
        acceptor.setIncarnation(3);
        EXPECT_EQ(rule.makeDurable(), 2ms);
        return store.digest(Table::Claims);
    };
    std::uint64_t digest = 0;
    {
        auto store = openSqliteStore({ .path = path });
        ASSERT_TRUE(store) << store.error().what;
        digest = fill(**store);
        StoredAcceptor acceptor(**store, 2ms);
        acceptor.put(strongKey(8), "never flushed");
    }
    auto store = openSqliteStore({ .path = path });
    ASSERT_TRUE(store) << store.error().what;
    StoredAcceptor acceptor(**store, 2ms);
    Acceptor rule(acceptor);
    EXPECT_EQ(acceptor.incarnation(), 3U);
    EXPECT_EQ(acceptor.get(strongKey(8)), std::nullopt);
    EXPECT_FALSE(rule.prepare(strongKey(7), { 5, 0 })->isOk) << "it has promised a higher one";
    const auto memory = makeMemoryStore();
    EXPECT_EQ(fill(*memory), digest);
    EXPECT_EQ(acceptor.records().size(), 1U);
    acceptor.clear();
    EXPECT_EQ(acceptor.incarnation(), 0U);
    EXPECT_EQ(acceptor.get(strongKey(7)), std::nullopt);
    std::filesystem::remove(path);
}

TEST(StoredAcceptor, keysAreNumbersAndNothingElse)
{
    EXPECT_EQ(strongNumber(strongKey(18'446'744'073'709'551'615U)), 18'446'744'073'709'551'615U);
    for (const char* text : { "", "x", "12x", "-1", "18446744073709551616" })
        EXPECT_EQ(strongNumber(text), 0U) << text;
}

} // namespace
} // namespace sb
