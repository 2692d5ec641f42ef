// SPDX-License-Identifier: GPL-3.0-or-later
// Eviction by order and by the cap of the logs, the way back with a new copy, and orphan writes: set aside,
// counted against what customers were told, and settled once.
#include "backend/base/text.h"
#include "tests/scenario/loss_account.h"
#include "tests/scenario/rig.h"

#include <set>

namespace sb {
namespace {

using namespace test;

RunConfig worldOf(std::uint64_t seed, std::size_t regions = 3, int rateHz = 600)
{
    RunConfig config = smallWorld(seed, regions, rateHz);
    config.profile = seed % 2 == 0 ? DataProfile::Hardened : DataProfile::AsAws;
    return config;
}

std::string labelOfOrder(std::uint64_t order)
{
    return "order " + groupedText(static_cast<std::int64_t>(order));
}

bool holdsOrder(Rig& rig, std::size_t at, const AcknowledgedOrder& order)
{
    const Item* row = rig.sim()
                          .region(region(at))
                          .replica()
                          .store()
                          .find({ Table::Orders, order.customer.value, order.order.value });
    return row != nullptr && !row->isDeleted;
}

bool isWhole(Rig& rig, std::size_t at)
{
    return rig.sim().region(region(at)).replicator().stage() == ReplicaStage::ServingWrites
        && rig.sim().membership().isMember(region(at)) && rig.sim().region(region(at)).mayAcknowledge();
}

void expectConverges(Rig& rig)
{
    rig.sim().shoppers().rest();
    EXPECT_TRUE(rig.advanceUntil(1min, [&] { return rig.sim().isConverged(); }));
}

// What the shop charged for each order, which is not what its customer reckons when a price was changed.
class Charges final : public ReplicaListener {
public:
    void onEntry(RegionId, const LogEntry& entry, bool, bool) override
    {
        if (entry.order.isValid())
            m_amounts[entry.order.value] = entry.amount;
    }
    void onConflict(RegionId, const Conflict&) override { }
    [[nodiscard]] Money of(OrderId order) const { return m_amounts.at(order.value); }

private:
    std::map<std::uint64_t, Money> m_amounts;
};

class MembershipRun : public testing::Test {
protected:
    // Cuts the first region off, lets its customers write there, evicts it, and lets it come back. Its writes
    // since the cut are orphans then.
    void makeOrphans(Rig& rig, Duration alone = 9s)
    {
        m_charges.push_back(std::make_unique<Charges>());
        rig.sim().region(region(0)).replica().listen(m_charges.back().get());
        rig.advanceTo(kStart + 20s);
        rig.mustOrder("fail replication-paused eu-west-1 for 10m");
        rig.advance(alone);
        rig.mustOrder("evict eu-west-1");
        rig.advance(2s);
        EXPECT_FALSE(rig.sim().membership().isMember(region(0)));
        rig.mustOrder("clear all");
        ASSERT_TRUE(rig.advanceUntil(30s, [&] { return isWhole(rig, 0); }));
        // What was under way to customers reaches them, what was written since reaches the others.
        rig.advance(8s);
        for (const AcknowledgedOrder& order : rig.orders) {
            if (!holdsOrder(rig, 0, order) && !holdsOrder(rig, 1, order) && !holdsOrder(rig, 2, order)) {
                m_expected.insert(labelOfOrder(order.order.value));
                m_orders.push_back(order);
                m_money += m_charges.back()->of(order.order);
            }
        }
    }

    // Labels of the orders among the settled orphans.
    std::multiset<std::string> settled(const Rig& rig, std::string_view action)
    {
        std::multiset<std::string> labels;
        for (const Event& event : rig.events)
            if (event.kind == EventKind::OrphanSettled && event.action == action
                && event.object.starts_with("order"))
                labels.insert(event.object);
        return labels;
    }

    // Each listed write has one end, and the incident's figures say the same.
    void expectAccountIsExact(Rig& rig)
    {
        std::set<std::uint64_t> listed, ended;
        for (const Event& event : rig.events) {
            if (event.kind == EventKind::WriteAtRisk)
                listed.insert(event.seq.value);
            if (event.kind == EventKind::WriteRecovered || event.kind == EventKind::WriteOverwritten
                || event.kind == EventKind::WriteRefused || event.kind == EventKind::WriteLost) {
                EXPECT_EQ(listed.count(event.cause.value), 1u) << event.note;
                EXPECT_TRUE(ended.insert(event.cause.value).second) << "ended twice: " << event.note;
            }
        }
        EXPECT_EQ(listed.size(), ended.size());
        const IncidentView& view = rig.sim().incident().view();
        EXPECT_EQ(view.recovered + view.overwritten + view.refused + view.lost, view.rpoOperations);
        EXPECT_EQ(view.rpoOperations, listed.size());
    }

    std::multiset<std::string> m_expected;
    std::vector<AcknowledgedOrder> m_orders;
    Money m_money;
    std::vector<std::unique_ptr<Charges>> m_charges; // of each run; outlive it
};

TEST_F(MembershipRun, discardedOrphansAreExactlyTheLostOrdersThatCustomersWereToldOf)
{
    std::size_t total = 0;
    for (const std::uint64_t seed : seeds(501, 6)) {
        SCOPED_TRACE(replayHint(seed));
        m_expected.clear();
        m_orders.clear();
        m_money = {};
        Rig rig(worldOf(seed, 3, 1'500));
        makeOrphans(rig);
        const OrphansView view = rig.sim().snapshot(ChartRange::TwoMinutes)->regions[0].orphans;
        EXPECT_EQ(view.orders, m_expected.size());
        EXPECT_EQ(view.money, m_money);
        ASSERT_EQ(rig.count(EventKind::OrphansFound), 1u);
        EXPECT_EQ(rig.first(EventKind::OrphansFound)->valueAfter, std::to_string(view.operations));
        EXPECT_EQ(rig.count(EventKind::WriteLost), 0u) << "called lost while they wait";
        EXPECT_GE(rig.sim().ledger().unsettled(), view.operations);
        rig.mustOrder("discard-orphans eu-west-1");
        EXPECT_EQ(settled(rig, "discarded"), m_expected);
        EXPECT_EQ(rig.count(EventKind::OrphanSettled), view.operations);
        EXPECT_EQ(rig.count(EventKind::WriteLost), view.operations);
        EXPECT_EQ(rig.sim().ledger().unsettled(), 0u);
        EXPECT_EQ(rig.order("discard-orphans eu-west-1").kind, EventKind::CommandRefused);
        expectAccountIsExact(rig);
        expectConverges(rig);
        for (const AcknowledgedOrder& order : m_orders)
            EXPECT_FALSE(holdsOrder(rig, 0, order)) << order.order.value;
        total += m_expected.size();
    }
    EXPECT_GT(total, 20u) << "too few orphans: the test proves little";
}

TEST_F(MembershipRun, replayedOrphanOrdersCanBeReadEverywhereAndASecondReplayChangesNothing)
{
    std::size_t total = 0, superseded = 0;
    for (const std::uint64_t seed : seeds(511, 6)) {
        SCOPED_TRACE(replayHint(seed));
        m_expected.clear();
        m_orders.clear();
        Rig rig(worldOf(seed, 3, 1'500));
        makeOrphans(rig);
        rig.advance(40s); // its customers write on: some orphans are overtaken
        const std::uint64_t waiting
            = rig.sim().snapshot(ChartRange::TwoMinutes)->regions[0].orphans.operations;
        const std::size_t from = rig.events.size();
        rig.mustOrder("replay-orphans eu-west-1");
        EXPECT_EQ(settled(rig, "replayed"), m_expected);
        EXPECT_EQ(rig.count(EventKind::OrphanSettled), waiting);
        const std::size_t recovered = rig.count(EventKind::WriteRecovered, from);
        const std::size_t overwritten
            = rig.count(EventKind::WriteOverwritten, from) + rig.count(EventKind::WriteRefused, from);
        EXPECT_EQ(recovered + overwritten, waiting);
        EXPECT_EQ(rig.count(EventKind::WriteLost), 0u);
        superseded += rig.sim().anomalies().count(ConflictKind::RejoinSuperseded);
        EXPECT_GE(rig.sim().anomalies().count(ConflictKind::RejoinSuperseded), overwritten);
        const std::uint64_t digest = rig.sim().region(region(0)).replica().digest();
        EXPECT_NE(rig.order("replay-orphans eu-west-1").note.find("no orphan writes"), std::string::npos);
        EXPECT_EQ(rig.sim().region(region(0)).replica().digest(), digest);
        expectAccountIsExact(rig);
        expectConverges(rig);
        for (const AcknowledgedOrder& order : m_orders)
            for (std::size_t at = 0; at < 3; ++at)
                EXPECT_TRUE(holdsOrder(rig, at, order)) << order.order.value << " in " << at;
        total += m_expected.size();
    }
    EXPECT_GT(total, 20u);
    EXPECT_GT(superseded, 5u) << "nothing was overtaken: half of the rule was not tried";
}

TEST_F(MembershipRun, theIncidentStaysOpenWhileOrphansWait)
{
    Rig rig(worldOf(521));
    makeOrphans(rig);
    rig.advance(2min);
    EXPECT_TRUE(rig.sim().incident().isOpen());
    rig.mustOrder("replay-orphans eu-west-1");
    EXPECT_TRUE(rig.advanceUntil(2min, [&] { return !rig.sim().incident().isOpen(); }));
}

TEST_F(MembershipRun, anEvictedRegionHoldsNoLogBackAndComesBackUnderLoad)
{
    for (const std::uint64_t seed : seeds(531, 4)) {
        SCOPED_TRACE(replayHint(seed));
        RunConfig config = worldOf(seed, 3, 2'000);
        config.logEntriesMax = 1'000;
        Rig rig(config);
        rig.advanceTo(kStart + 10s);
        rig.mustOrder("fail region-outage ap-southeast-1 for 10m");
        rig.advance(1s);
        rig.mustOrder("evict ap-southeast-1");
        Replica& ireland = rig.sim().region(region(0)).replica();
        Replica& singapore = rig.sim().region(region(1)).replica();
        const std::uint64_t had = singapore.position(region(0));
        ASSERT_TRUE(rig.advanceUntil(2min, [&] { return ireland.store().logBegin(region(0)) > had + 1; }))
            << "its log is held back";
        rig.mustOrder("clear all");
        EXPECT_TRUE(rig.advanceUntil(30s, [&] { return isWhole(rig, 1); }));
        EXPECT_EQ(singapore.ownLog().incarnation, 2u);
        EXPECT_EQ(rig.count(EventKind::MemberEvicted), 1u);
        if (rig.sim().membership().orphans(region(1)).entries.size() > 0)
            rig.mustOrder("replay-orphans ap-southeast-1");
        expectConverges(rig);
        expectAccountIsExact(rig);
        EXPECT_EQ(rig.count(EventKind::ResidueFound), 0u);
    }
}

TEST_F(MembershipRun, aMemberThatLagsBeyondTheCapIsEvictedByItself)
{
    for (const std::uint64_t seed : seeds(541, 4)) {
        SCOPED_TRACE(replayHint(seed));
        RunConfig config = worldOf(seed, 3, 2'000);
        config.logEntriesMax = 1'000;
        Rig rig(config);
        rig.advanceTo(kStart + 10s);
        rig.mustOrder("fail replication-paused us-east-1 for 10m");
        ASSERT_TRUE(rig.advanceUntil(2min, [&] { return rig.first(EventKind::MemberEvicted) != nullptr; }));
        const Event evicted = *rig.first(EventKind::MemberEvicted);
        EXPECT_EQ(evicted.region, region(2)) << "the one that is out goes, not the two that it lost";
        EXPECT_EQ(evicted.action, "automatic");
        rig.advance(20s);
        Replica& ireland = rig.sim().region(region(0)).replica();
        EXPECT_LE(ireland.position(region(0)) + 1 - ireland.store().logBegin(region(0)), 2'200u);
        rig.mustOrder("clear all");
        EXPECT_TRUE(rig.advanceUntil(30s, [&] { return isWhole(rig, 2); }));
        if (rig.sim().membership().orphans(region(2)).entries.size() > 0)
            rig.mustOrder("replay-orphans us-east-1");
        expectConverges(rig);
        expectAccountIsExact(rig);
        EXPECT_EQ(rig.count(EventKind::MemberEvicted), 1u);
    }
}

TEST_F(MembershipRun, ofTwoRegionsThatPartTheFirstStays)
{
    RunConfig config = worldOf(551, 2, 2'000);
    config.logEntriesMax = 1'000;
    Rig rig(config);
    rig.advanceTo(kStart + 10s);
    rig.mustOrder("fail link-partitioned eu-west-1 with ap-southeast-1 for 10m");
    ASSERT_TRUE(rig.advanceUntil(2min, [&] { return rig.first(EventKind::MemberEvicted) != nullptr; }));
    EXPECT_EQ(rig.first(EventKind::MemberEvicted)->region, region(1));
    rig.advance(60s);
    EXPECT_EQ(rig.count(EventKind::MemberEvicted), 1u) << "the last member went, too";
}

TEST_F(MembershipRun, aMemberThatAllOthersHaveForgottenGetsANewCopy)
{
    Rig rig(worldOf(561, 3, 600));
    rig.advanceTo(kStart + 10s);
    rig.mustOrder("fail replication-paused ap-southeast-1 for 10m");
    rig.advance(8s);
    for (const std::size_t i : { std::size_t { 0 }, std::size_t { 2 } }) {
        Replica& replica = rig.sim().region(region(i)).replica();
        replica.trim(region(0), replica.position(region(0)) - 1);
    }
    rig.mustOrder("clear all");
    ASSERT_TRUE(rig.advanceUntil(10s, [&] { return rig.first(EventKind::MemberEvicted) != nullptr; }));
    EXPECT_EQ(rig.first(EventKind::MemberEvicted)->region, region(1));
    EXPECT_TRUE(rig.advanceUntil(30s, [&] { return isWhole(rig, 1); }));
    if (rig.sim().membership().orphans(region(1)).entries.size() > 0)
        rig.mustOrder("replay-orphans ap-southeast-1");
    expectConverges(rig);
}

TEST_F(MembershipRun, anEvictedRegionThatIsDestroyedHasNoOrphansAndItsWritesAreLost)
{
    for (const std::uint64_t seed : seeds(571, 3)) {
        SCOPED_TRACE(replayHint(seed));
        Rig rig(worldOf(seed, 3, 1'500));
        rig.advanceTo(kStart + 20s);
        rig.mustOrder("fail replication-paused eu-west-1 for 10m");
        rig.advance(9s);
        rig.mustOrder("evict eu-west-1");
        rig.mustOrder("fail region-destroyed eu-west-1 for 10m");
        EXPECT_GT(rig.count(EventKind::WriteLost), 0u);
        rig.mustOrder("clear all");
        EXPECT_TRUE(rig.advanceUntil(30s, [&] { return isWhole(rig, 0); }));
        EXPECT_EQ(rig.count(EventKind::OrphansFound), 0u);
        expectAccountIsExact(rig);
        expectConverges(rig);
    }
}

TEST_F(MembershipRun, evictionsThatCannotBeAreRefusedWithAReason)
{
    Rig rig(worldOf(581, 2));
    rig.advanceTo(kStart + 10s);
    EXPECT_NE(rig.order("evict eu-west-1").note.find("is up and in touch"), std::string::npos);
    EXPECT_NE(rig.order("replay-orphans eu-west-1").note.find("no orphan writes"), std::string::npos);
    rig.mustOrder("fail region-outage ap-southeast-1 for 10m");
    EXPECT_NE(rig.order("evict eu-west-1").note.find("is the last member"), std::string::npos);
    rig.mustOrder("evict ap-southeast-1");
    EXPECT_NE(rig.order("evict ap-southeast-1").note.find("evicted already"), std::string::npos);
}

// Faults of the usual kinds, and between them orders about regions, many of which are refused.
std::vector<TimedCommand> troubleWithOrders(Rng& rng, const std::vector<std::string>& codes)
{
    std::vector<TimedCommand> commands = randomTrouble(rng, codes, 5s, 110s, 14);
    const char* const verbs[]
        = { "fence ", "unfence ", "evict ", "evict ", "evict ", "replay-orphans ", "discard-orphans " };
    for (int i = 0; i < 30; ++i)
        commands.push_back(
            timed(rng.between(10s, 120s), verbs[rng.below(7)] + codes[rng.below(codes.size())]));
    std::stable_sort(
        commands.begin(), commands.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return commands;
}

TEST_F(MembershipRun, whateverHappensEachAcknowledgedOrderIsEverywhereOrInTheListOfLosses)
{
    std::size_t evictions = 0, orphans = 0, lost = 0, readable = 0;
    for (const std::uint64_t seed : seeds(1037, 20)) {
        SCOPED_TRACE(replayHint(seed));
        Rng rng = Rng(seed).fork("orders");
        Rig rig(worldOf(seed, 3, 300));
        LossAccount account(rig);
        rig.perform(troubleWithOrders(rng, rig.sim().config().regions));
        rig.advanceTo(kStart + 125s);
        rig.order("clear all");
        for (std::size_t at = 0; at < 3; ++at) {
            const std::string& code = rig.sim().config().regions[at];
            if (rig.sim().config().profile == DataProfile::Hardened)
                rig.order("unfence " + code);
            EXPECT_TRUE(rig.advanceUntil(1min, [&] { return isWhole(rig, at); })) << code;
            rig.order((rng.chance(500'000) ? "replay-orphans " : "discard-orphans ") + code);
        }
        expectConverges(rig);
        readable += account.expectHolds();
        EXPECT_EQ(rig.sim().ledger().unsettled(), 0u);
        EXPECT_EQ(rig.count(EventKind::ResidueFound), 0u);
        evictions += rig.count(EventKind::MemberEvicted);
        orphans += rig.count(EventKind::OrphanSettled);
        lost += rig.count(EventKind::WriteLost);
    }
    std::printf("%zu evictions, %zu orphans settled, %zu writes lost; %zu orders were lost at one position "
                "and accepted at another\n",
        evictions, orphans, lost, readable);
    if (std::getenv("SB_SEED") != nullptr)
        return; // one seed need not show everything
    EXPECT_GT(evictions, 10u);
    EXPECT_GT(orphans, 50u);
    EXPECT_GT(lost, 5u);
}

std::uint64_t hashOf(const RunConfig& config, bool isMemory)
{
    Rig rig(config, { .dataFolder = {}, .forcesMemoryStores = isMemory });
    rig.perform({ timed(15s, "fail replication-paused eu-west-1 for 10m"), timed(18s, "fence us-east-1"),
        timed(24s, "evict eu-west-1"), timed(30s, "clear all"), timed(35s, "unfence us-east-1"),
        timed(60s, "replay-orphans eu-west-1"), timed(61s, "fail region-outage us-east-1 for 20s"),
        timed(62s, "evict us-east-1"), timed(95s, "discard-orphans us-east-1") });
    rig.advanceTo(kStart + 100s);
    EXPECT_GT(rig.count(EventKind::OrphanSettled), 0u);
    return rig.sim().world().stateHash();
}

TEST_F(MembershipRun, theSameSeedAndOrdersGiveTheSameRunWhateverTheStore)
{
    for (const std::uint64_t seed : seeds(591, 2)) {
        SCOPED_TRACE(replayHint(seed));
        RunConfig config = worldOf(seed, 3, 200);
        config.profile = DataProfile::Hardened;
        config.store = StoreKind::Sqlite;
        const std::uint64_t once = hashOf(config, true);
        EXPECT_EQ(hashOf(config, true), once);
        EXPECT_EQ(hashOf(config, false), once);
    }
}

} // namespace
} // namespace sb
