// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold at every instant of every run, watched from outside the engine. Attach it to the replicas,
// the shoppers, the resolvers and the event log of a run; it keeps its own account and notes each violation
// as a sentence. It never changes the run.
//   (1) an origin's log: seq contiguous from 1, hybrid logical clock strictly increasing
//   (2) no (origin, incarnation, seq) with two contents, wherever it is seen
//   (3) every replica applies each origin's log without gap or repeat
//   (4) an order number stands for the same customer and the same lines everywhere
//   (5) an order that a customer was told of is in the store of the region that told it
//   (6) the router's answer is one of the zone's records, each time
//   (7) event log: numbered from 1, time never goes back, a cause is an earlier event
#pragma once

#include "backend/bookstore/codec.h"
#include "backend/replication/replica.h"
#include "backend/routing/resolvers.h"
#include "backend/shoppers/shoppers.h"
#include "backend/store/log_codec.h"
#include "backend/telemetry/event.h"

#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace sb::test {

class Invariants final : public ReplicaListener, public ShopperObserver {
public:
    using StoreOf = std::function<Store&(RegionId)>;
    explicit Invariants(StoreOf storeOf)
        : m_storeOf(std::move(storeOf))
    {
    }

    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool) override
    {
        const Version& version = entry.version;
        const std::string where = "region " + std::to_string(at.value) + ", log of "
            + std::to_string(version.origin.value) + ", seq " + std::to_string(version.seq) + ": ";
        // The log of an earlier incarnation comes back from those who have it.
        const bool isOwn = version.origin == at
            && (isLocal || version.incarnation >= m_storeOf(at).note(StoreNote::Incarnation));
        if (isLocal != isOwn)
            violate(where + "a local entry is one of the region's own log, and no other");
        std::uint64_t& applied = m_applied[{ at.value, version.log() }];
        if (version.seq != applied + 1)
            violate(where + "applied after seq " + std::to_string(applied));
        applied = version.seq;
        checkLog(entry, where);
        for (const Mutation& mutation : entry.mutations) {
            if (mutation.key.table != Table::Orders)
                continue;
            checkOrder(mutation, where);
            if (isLocal)
                m_toldBy[{ at.value, mutation.key.sort }] = version.incarnation;
        }
        ++m_entries;
    }
    void onConflict(RegionId, const Conflict&) override { }
    // A store was lost, or a copy of another was installed: it goes on from what it says it holds.
    void onReset(RegionId at, Store& store) override
    {
        std::erase_if(m_applied, [&](const auto& applied) { return applied.first.first == at.value; });
        for (const LogBounds& log : store.logs())
            m_applied[{ at.value, log.id }] = log.end - 1;
    }
    void onCall(const CallOutcome&) override { }
    void onOrder(const AcknowledgedOrder& order) override
    {
        ++m_orders;
        const Item* row
            = m_storeOf(order.region).find({ Table::Orders, order.customer.value, order.order.value });
        // It may have been told by a store that was given up while the answer was under way.
        const auto told = m_toldBy.find({ order.region.value, order.order.value });
        const bool isOfFormerStore
            = told != m_toldBy.end() && told->second < m_storeOf(order.region).note(StoreNote::Incarnation);
        if ((row == nullptr || row->isDeleted) && !isOfFormerStore)
            violate("order " + std::to_string(order.order.value) + " was acknowledged by region "
                + std::to_string(order.region.value) + ", whose store lacks it");
    }
    void onDecision(const Zone& zone, const RecordedDecision& record)
    {
        ++m_decisions;
        const RegionId answer = record.decision.answer;
        if (std::find(zone.records.begin(), zone.records.end(), answer) == zone.records.end())
            violate("decision " + std::to_string(record.number) + " answers no record of the zone");
    }
    void onLogged(const Event& event)
    {
        const std::string where = "event " + std::to_string(event.seq.value) + ": ";
        if (event.seq.value != ++m_events)
            violate(where + "is the " + std::to_string(m_events) + "th");
        if (event.at < m_lastEventAt)
            violate(where + "is older than the one before");
        m_lastEventAt = event.at;
        if (event.cause.isValid() && event.cause >= event.seq)
            violate(where + "is caused by a later one");
    }

    // Every decision made since the last call; the resolvers keep the latest 256.
    void poll(const Resolvers& resolvers)
    {
        const RingBuffer<RecordedDecision>& decisions = resolvers.decisions();
        for (std::size_t i = 0; i < decisions.size(); ++i) {
            if (decisions[i].number <= m_lastDecision)
                continue;
            m_lastDecision = decisions[i].number;
            onDecision(resolvers.zone(), decisions[i]);
        }
    }

    // The first ones; a broken engine would fill the memory.
    [[nodiscard]] const std::vector<std::string>& violations() const { return m_violations; }
    [[nodiscard]] std::string text() const
    {
        std::string all;
        for (const std::string& violation : m_violations)
            all += violation + "\n";
        return all;
    }
    // How much was looked at: a check that saw nothing proves nothing.
    [[nodiscard]] std::uint64_t entries() const { return m_entries; }
    [[nodiscard]] std::uint64_t orders() const { return m_orders; }
    [[nodiscard]] std::uint64_t decisions() const { return m_decisions; }

private:
    void violate(std::string what)
    {
        if (m_violations.size() < 20)
            m_violations.push_back(std::move(what));
    }

    void checkLog(const LogEntry& entry, const std::string& where)
    {
        const Version& version = entry.version;
        encodeLogEntry(entry, m_scratch);
        const std::uint64_t content = hashBytes(m_scratch);
        const auto [known, isNew]
            = m_contents.emplace(std::tuple { version.origin.value, version.incarnation, version.seq },
                std::pair { content, version.hlc });
        if (!isNew) {
            if (known->second.first != content)
                violate(where + "seen before with another content");
            return;
        }
        const auto before = m_contents.find({ version.origin.value, version.incarnation, version.seq - 1 });
        if (version.seq > 1 && before == m_contents.end())
            violate(where + "its log has a gap before it");
        else if (version.seq > 1 && version.hlc <= before->second.second)
            violate(where + "its clock does not increase");
    }

    void checkOrder(const Mutation& mutation, const std::string& where)
    {
        const auto order = decodeOrder(mutation.value);
        const std::string name = "order " + std::to_string(mutation.key.sort) + " ";
        if (mutation.isDelete || !order) {
            violate(where + name + "is deleted or unreadable; orders are append-only");
            return;
        }
        std::uint64_t lines = hashCombine(mutation.key.partition, order->lines.size());
        for (const OrderLine& line : order->lines) {
            lines = hashCombine(lines, line.book.value);
            lines = hashCombine(lines, static_cast<std::uint64_t>(line.price.cents));
            lines = hashCombine(lines, line.quantity);
        }
        const auto [known, isNew] = m_orderLines.emplace(mutation.key.sort, lines);
        if (!isNew && known->second != lines)
            violate(where + name + "has another customer or other lines than elsewhere");
    }

    StoreOf m_storeOf;
    std::map<std::pair<int, LogId>, std::uint64_t> m_applied; // (at, log) -> seq
    std::map<std::tuple<std::uint8_t, std::uint32_t, std::uint64_t>, std::pair<std::uint64_t, Hlc>>
        m_contents;
    std::map<std::uint64_t, std::uint64_t> m_orderLines; // order -> hash
    std::map<std::pair<int, std::uint64_t>, std::uint32_t> m_toldBy; // (region, order) -> incarnation
    std::vector<std::string> m_violations;
    std::string m_scratch;
    std::uint64_t m_entries = 0, m_orders = 0, m_decisions = 0, m_events = 0, m_lastDecision = 0;
    Instant m_lastEventAt = kStart;
};

} // namespace sb::test
