// SPDX-License-Identifier: GPL-3.0-or-later
// A check that cannot fail is decoration: each invariant meets a replica, a store, a router or an event log
// that is broken on purpose, and must say so. The sound one of each must pass.
#include "backend/bookstore/bookstore.h"
#include "backend/bookstore/catalogue.h"
#include "backend/kernel/world.h"
#include "tests/support/invariants.h"

#include <gtest/gtest.h>

namespace sb {
namespace {

using test::Invariants;

RegionId region(int index)
{
    return RegionId { static_cast<std::uint8_t>(index) };
}

// A store that loses or changes what it is given, as `onPut` says (false: lose it).
class BrokenStore final : public Store {
public:
    std::function<bool(const Key&, Item&)> onPut;
    const Item* find(const Key& key) override { return m_inner->find(key); }
    void scan(Table table, std::uint64_t partition, std::vector<Row>& out) override
    {
        m_inner->scan(table, partition, out);
    }
    void forEach(Table table, const std::function<void(const Key&, const Item&)>& visit) override
    {
        m_inner->forEach(table, visit);
    }
    std::uint64_t count(Table table) override { return m_inner->count(table); }
    Result<> flush() override { return m_inner->flush(); }

protected:
    void replace(const Key& key, const ItemView& item, std::uint64_t) override
    {
        Item changed { item.version, item.isDeleted, std::string(item.value) };
        if (!onPut || onPut(key, changed))
            m_inner->put(key, changed);
    }
    void remove(const Key& key) override { m_inner->erase(key); }
    void insertLog(std::size_t) override { }
    void appendEntry(const SharedEntry& entry, std::size_t) override { m_inner->append(entry); }
    const SharedEntry* readEntry(std::size_t index, std::uint64_t seq) override
    {
        return m_inner->sharedEntry(logs()[index].id, seq);
    }
    void dropEntries(std::size_t index, std::uint64_t, std::uint64_t before) override
    {
        m_inner->trimLog(logs()[index].id, before);
    }
    void noteChanged() override { }
    void dropAll() override { m_inner->clear(); }

private:
    std::unique_ptr<Store> m_inner = makeMemoryStore();
};

// Stands between a replica and the checks, and shows them a replica that is broken as `change` says
// (false: the entry is not applied at all).
class BrokenReplica final : public ReplicaListener {
public:
    explicit BrokenReplica(Invariants& checks)
        : m_checks(checks)
    {
    }
    std::function<bool(LogEntry&)> change;
    int times = 1;
    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded) override
    {
        LogEntry changed = entry;
        if (change && !change(changed))
            return;
        for (int i = 0; i < times; ++i)
            m_checks.onEntry(at, changed, isLocal, isSuperseded);
    }
    void onConflict(RegionId at, const Conflict& conflict) override { m_checks.onConflict(at, conflict); }

private:
    Invariants& m_checks;
};

// Two regions; every order placed in the first is applied in the second.
class Mutants : public testing::Test {
protected:
    Mutants()
    {
        m_first.listen(&m_watchFirst);
        m_second.listen(&m_watchSecond);
        m_shop.seedCatalogue();
    }

    // Places an order as a customer does, tells the checks of its acknowledgement, and replicates it.
    void buy(std::uint64_t order)
    {
        m_world.runUntil(m_world.now() + 5ms);
        Request request;
        request.call = Call::PlaceOrder;
        request.order = OrderId { order };
        request.customer = CustomerId { 7 };
        request.lines = { { catalogue().books()[order % 5].id, {}, 1 } };
        ASSERT_TRUE(m_shop.handle(request));
        ASSERT_EQ(request.response.status, 200);
        m_checks.onOrder({ request.order, request.customer, region(0), m_world.now(), {} });
        m_second.apply(*m_first.store().logEntry(region(0), m_first.position(region(0))));
    }
    void buySome()
    {
        for (std::uint64_t order = 1; order <= 6; ++order)
            buy(order);
    }
    void expectCaught(const std::string& part)
    {
        EXPECT_NE(m_checks.text().find(part), std::string::npos) << "found only: " << m_checks.text();
    }

    World m_world { 1 };
    BrokenStore m_firstStore, m_secondStore;
    Replica m_first { m_world, m_firstStore, region(0), 2 };
    Replica m_second { m_world, m_secondStore, region(1), 2 };
    Invariants m_checks { [this](RegionId id) -> Store& {
        return id == region(0) ? m_firstStore : m_secondStore;
    } };
    BrokenReplica m_watchFirst { m_checks }, m_watchSecond { m_checks };
    Bookstore m_shop { m_world, m_first };
};

TEST_F(Mutants, aSoundEngineIsNotAccused)
{
    buySome();
    EXPECT_EQ(m_checks.text(), "");
    EXPECT_EQ(m_checks.entries(), 12u);
}

TEST_F(Mutants, aLogWithAGapIsCaught)
{
    m_watchSecond.change = [](LogEntry& entry) { return entry.version.seq != 3; };
    buySome();
    expectCaught("seq 4: applied after seq 2");
}

TEST_F(Mutants, anEntryAppliedTwiceIsCaught)
{
    m_watchSecond.times = 2;
    buySome();
    expectCaught("seq 1: applied after seq 1");
}

TEST_F(Mutants, aClockThatStandsStillIsCaught)
{
    m_watchFirst.change = [](LogEntry& entry) {
        entry.version.hlc = Hlc { 1000 };
        return true;
    };
    buySome();
    expectCaught("its clock does not increase");
}

TEST_F(Mutants, oneLogPositionWithTwoContentsIsCaught)
{
    m_watchSecond.change = [](LogEntry& entry) {
        entry.amount.cents += entry.version.seq == 2 ? 1 : 0;
        return true;
    };
    buySome();
    expectCaught("seq 2: seen before with another content");
}

TEST_F(Mutants, anOrderThatDiffersBetweenRegionsIsCaught)
{
    m_watchSecond.change = [](LogEntry& entry) {
        auto order = decodeOrder(entry.mutations[0].value);
        order->lines[0].quantity += 1;
        entry.mutations[0].value = encodeOrder(*order);
        return true;
    };
    buySome();
    expectCaught("order 1 has another customer or other lines");
}

TEST_F(Mutants, aDeletedOrderIsCaught)
{
    m_watchFirst.change = [](LogEntry& entry) {
        entry.mutations[0].isDelete = true;
        return true;
    };
    buySome();
    expectCaught("orders are append-only");
}

TEST_F(Mutants, aStoreThatLosesAnAcknowledgedOrderIsCaught)
{
    m_firstStore.onPut = [](const Key& key, Item&) { return key.table != Table::Orders || key.sort != 4; };
    buySome();
    expectCaught("order 4 was acknowledged by region 0, whose store lacks it");
}

TEST_F(Mutants, aStoreThatForgetsAnAcknowledgedOrderIsCaught)
{
    m_firstStore.onPut = [](const Key& key, Item& item) {
        item.isDeleted = key.table == Table::Orders && key.sort == 5;
        return true;
    };
    buySome();
    expectCaught("order 5 was acknowledged by region 0, whose store lacks it");
}

TEST_F(Mutants, aForeignEntryClaimedAsLocalIsCaught)
{
    buy(1);
    LogEntry entry = *m_first.store().logEntry(region(0), 1);
    Invariants checks([this](RegionId) -> Store& { return m_firstStore; });
    checks.onEntry(region(1), entry, true, false);
    EXPECT_FALSE(checks.violations().empty());
}

TEST_F(Mutants, aRouterWithoutAnAnswerIsCaught)
{
    const RunZone zone = ownRunZone(PolicyKind::Latency, { "eu-west-1", "ap-southeast-1" }, 60s);
    RecordedDecision decision;
    decision.decision.answer = region(1);
    m_checks.onDecision(zone, decision);
    EXPECT_EQ(m_checks.text(), "");
    decision.decision.answer = RegionId {};
    m_checks.onDecision(zone, decision);
    expectCaught("answers no record");
}

TEST_F(Mutants, anEventLogOutOfOrderIsCaught)
{
    Event event;
    event.seq = EventSeq { 1 };
    event.at = kStart + 5s;
    m_checks.onLogged(event);
    EXPECT_EQ(m_checks.text(), "");
    event.seq = EventSeq { 3 };
    event.at = kStart + 4s;
    event.cause = EventSeq { 3 };
    m_checks.onLogged(event);
    expectCaught("is the 2th");
    expectCaught("is older");
    expectCaught("a later one");
}

} // namespace
} // namespace sb
