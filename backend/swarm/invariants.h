// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold at every instant of every run, watched from outside the engine. Attach it to the replicas,
// the shoppers, the resolvers and the event log of a run; it keeps its own account and notes each violation
// as a sentence. It never changes the run, and takes nothing from the engine but what it is told and what the
// stores hold. Checks that need the whole simulation are in run_checks.h.
// What it watches, by number (findings.h):
//   2  an order that a customer was told of is in the store of the region that told it; at the end, every
//      version of every row is live, was seen by a later one, or is a recorded conflict's loser
//   3  what a store holds under a version is what that version wrote, in tables whose rows are replaced as a
//      whole (of merged rows the versions are looked at, and that all copies merge to the same bytes)
//   4  an origin's log: seq contiguous from 1, hybrid logical clock strictly increasing; no (origin,
//      incarnation, seq) with two contents; every replica applies each log without gap or repeat
//   6  after an entry was applied, each of its rows is there in its version or a later one
//   8  an order number stands for the same customer and the same lines everywhere, and is never deleted;
//      prices may differ where a customer asked two regions while a price was changed: one version stays
//   14 the router's answer is one of the zone's records, and no unhealthy one while a healthy one is listed
//   18 event log: numbered from 1, time never goes back, a cause is an earlier event; each fault begins once
//      and ends once
//   9  at the end: a line of a merging cart is there iff some addition of it was seen by no later change
//   20 no change is applied whose stamp is further ahead of the local clock than the bound
//   21 no residue is found
// Thread: the World's.
#pragma once

#include "backend/replication/replica.h"
#include "backend/routing/resolvers.h"
#include "backend/shoppers/shoppers.h"
#include "backend/swarm/findings.h"
#include "backend/telemetry/event.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace sb {

class Invariants final : public ReplicaListener, public ShopperObserver {
public:
    using StoreOf = std::function<Store&(RegionId)>;
    explicit Invariants(StoreOf storeOf)
        : m_storeOf(std::move(storeOf))
    {
    }
    // What is expected of each table, and how version vectors are indexed. Without it: the later stamp wins
    // everywhere, and no region ever loses its store.
    // `clockOf`: milliseconds on a region's own clock, for (20).
    void expectPolicies(
        const DataPolicies& policies, std::size_t regionCount, std::function<std::uint64_t(RegionId)> clockOf)
    {
        m_clockOf = std::move(clockOf);
        m_policies = policies;
        m_regionCount = regionCount;
    }

    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded) override;
    void onConflict(RegionId at, const Conflict& conflict) override;
    void onReset(RegionId at, Store& store) override;
    void onCollected(RegionId at, const Key& key, const Item& tombstone) override;
    void onCall(const CallOutcome&) override { }
    void onOrder(const AcknowledgedOrder& order) override;
    // Names may lose their addresses, because nobody guards the zone's plans: no answer is lawful.
    void allowEmptyAnswers() { m_mayBeEmpty = true; }
    void onDecision(const RunZone& zone, const RecordedDecision& record);
    void onLogged(const Event& event);
    // Every decision made since the last call; the resolvers keep the latest 256.
    void poll(const Resolvers& resolvers);

    // Spot check of one log position in one region (4, 6). Requires 1 <= seq <= the region's position.
    void checkPosition(RegionId at, LogId log, std::uint64_t seq);
    // Nothing was discarded in silence (2), and no unseen addition to a merging cart is gone (9), by the rows
    // of the region's store. Requires that all copies are equal. Writes that no copy has are left out:
    // whether they were lost lawfully is for rpo_check.h.
    void checkConservation(RegionId at);
    // Each fault that began has ended (18). Requires that no fault is active any more.
    void checkFaultsEnded();

    [[nodiscard]] Findings& findings() { return m_findings; }
    [[nodiscard]] const std::vector<Violation>& violations() const { return m_findings.violations(); }
    // The sentences, one to a line.
    [[nodiscard]] std::string text() const;
    // How much was looked at.
    [[nodiscard]] std::uint64_t entries() const { return m_entries; }
    [[nodiscard]] std::uint64_t orders() const { return m_orders; }
    [[nodiscard]] std::uint64_t decisions() const { return m_decisions; }
    [[nodiscard]] std::uint64_t events() const { return m_events; }
    // Notes kept of who knew of a write: at most one for each write and log.
    [[nodiscard]] std::uint64_t notesOfKnowledge() const { return m_notes; }
    [[nodiscard]] std::size_t faultsUnderWay() const { return m_openFaults.size(); }
    // Last decision that had to take a record that was not usable.
    [[nodiscard]] Instant lastFailOpen() const { return m_lastFailOpen; }
    // Own positions by the account, of the region's log as applied in `at`.
    [[nodiscard]] std::uint64_t applied(RegionId at, LogId log) const;

private:
    struct Write { // one version of one row
        Version version;
        std::uint64_t content = 0;
        bool isDelete = false;
        std::uint64_t epoch = 0; // of its writer, under LaterEpochWins
        // The first entry of each log whose author knew of it: who has any such entry has the first.
        std::vector<Version> seenBy;
    };
    struct Line { // the writes of one key in one log
        LogId log;
        std::vector<Write> writes; // in order of commit
        std::vector<std::size_t> seenUpTo; // by index of another log: so many of them its authors knew of
    };
    struct Standing { // of a write that a copy holds
        const Write* write = nullptr;
        bool isSeen = false; // by a later one that it holds, too
    };
    struct Position {
        std::uint64_t content = 0;
        Hlc hlc;
    };

    void checkLog(const LogEntry& entry, const std::string& where);
    void remember(const LogEntry& entry);
    void checkRows(RegionId at, const LogEntry& entry, const std::string& where);
    void checkOrder(const Mutation& mutation, const std::string& where);
    void onFaultEvent(const Event& event);
    // A tombstone of this version, or a later one, was collected there.
    [[nodiscard]] bool isCollected(RegionId at, const Key& key, const Version& version) const;
    [[nodiscard]] bool isCollectedBefore(RegionId at, const Key& key, const Version& version) const;
    [[nodiscard]] const Write* findWrite(const Key& key, const Version& version) const;
    [[nodiscard]] static std::uint64_t contentOf(bool isDelete, std::string_view value);

    void checkWrites(const Key& key, const std::vector<Standing>& writes, const Item* item);
    [[nodiscard]] bool isWholeValue(Table table) const;
    // The rule of the table prefers `a` to `b`.
    [[nodiscard]] bool isPreferred(Table table, const EpochStamp& a, const EpochStamp& b) const;
    [[nodiscard]] std::uint64_t epochOf(Table table, std::string_view value) const;

    StoreOf m_storeOf;
    DataPolicies m_policies;
    std::size_t m_regionCount = 64;
    std::function<std::uint64_t(RegionId)> m_clockOf;
    Findings m_findings;
    std::map<std::pair<int, LogId>, std::uint64_t> m_applied; // (at, log) -> seq
    std::map<std::pair<int, LogId>, std::uint64_t> m_copied; // the same, of what came with its latest copy
    std::map<std::tuple<std::uint8_t, std::uint32_t, std::uint64_t>, Position> m_positions;
    std::map<Key, std::vector<Line>> m_writes; // a line per log, in order of their first write
    std::set<std::tuple<LogId, std::uint64_t, Key>> m_losers;
    std::map<std::uint64_t, std::uint64_t> m_orderLines; // order -> hash
    std::map<std::pair<int, Key>, Version> m_collected; // (at, key) -> the latest tombstone
    std::map<std::pair<int, std::uint64_t>, std::uint32_t> m_toldBy; // (region, order) -> incarnation
    std::set<std::uint32_t> m_faults, m_openFaults;
    std::string m_scratch;
    std::uint64_t m_entries = 0, m_orders = 0, m_decisions = 0, m_events = 0, m_lastDecision = 0, m_notes = 0;
    Instant m_lastEventAt = kStart;
    Instant m_lastFailOpen = kStart;
    bool m_mayBeEmpty = false;
};

} // namespace sb
