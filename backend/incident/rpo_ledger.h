// SPDX-License-Identifier: GPL-3.0-or-later
// The exact recovery-point account: which acknowledged writes exist in one region only, which of them were
// cut off by a fault, and what became of each. Exact because positions are contiguous per origin: what is at
// risk is one suffix of each region's log. Listed are: at an outage, all writes of a region that is out which
// no survivor holds (a second outage may take the only copy of the first one's writes); during other faults,
// any write that no other region that is up has received within the lag objective. Each listed write is
// settled once another region applied it: recovered (readable there), overwritten (a newer one had won), or
// refused (a rule of its table kept it out: what may be written once was there, or a later writer's).
// "Acknowledged" = the region sent its acknowledgement. Thread: World thread.
// A write is lost when the last store that held it is destroyed, or when it was set aside as an orphan of an
// evicted region and then discarded; while it waits as an orphan, or a message that is under way may still
// bring it, it stays unsettled.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/incident/loss_estimate.h"
#include "backend/incident/monitor.h"
#include "backend/recovery/orphans.h"
#include "backend/replication/replica.h"
#include "backend/telemetry/event_log.h"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

inline constexpr std::string_view kHeldByVotes = "held-by-votes";

class RpoLedger final : public Component, public ReplicaListener {
public:
    struct Hooks {
        // The region's copy protects nobody's writes now.
        std::function<bool(RegionId)> isDown;
        // Greatest position of the log in any message or half-built copy; 0: none. Unset: nothing is under
        // way.
        std::function<std::uint64_t(LogId)> underWayUpTo;
    };

    RpoLedger(Env& env, EventLog& log, IncidentMonitor& monitor, std::vector<Replica*> replicas,
        std::vector<std::string> names, Duration lagObjective, Hooks hooks);
    void connect(ComponentId self);
    void onEvent(const SimEvent& event) override;
    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded) override;
    void onConflict(RegionId, const Conflict&) override { }
    void onReset(RegionId at, Store& store) override;
    // Writes that only an evicted region had held were set aside; those not listed yet are listed now.
    void onOrphansFound(RegionId region, const OrphanSet& orphans);
    // One of them was offered to the region's present state, or given up.
    void onOrphanSettled(RegionId at, const LogEntry& orphan, OrphanOutcome outcome);
    // Asked of a write whose last store is gone: nothing when it is lost; otherwise who holds what it decided
    // outside of the stores (an invalid region when that is no region of the run). Such a write is settled as
    // recovered, with action kHeldByVotes: its row follows.
    using HeldByVotes = std::function<std::optional<RegionId>(const LogEntry& entry, RegionId lost)>;
    void setVotes(HeldByVotes heldByVotes) { m_heldByVotes = std::move(heldByVotes); }
    // The region's store is about to be cut back to these log ends (empty: given up as a whole), because its
    // disk is not to be trusted. What nobody else holds is listed, if it is not yet, and is lost.
    void onStoreCut(RegionId region, const std::vector<LogBounds>& kept);
    // Listener of the event log: an outage freezes the list.
    void onLogged(const Event& event);

    // First own position of the region that no other region which is up holds (position + 1 when none is at
    // risk).
    [[nodiscard]] std::uint64_t firstAtRisk(RegionId region) const;
    struct AtRisk {
        std::uint64_t operations = 0, orders = 0;
        Money money;
        Duration oldest = 0us;
    };
    [[nodiscard]] AtRisk atRisk(RegionId region) const;
    // The newest of them, at most `max`, newest first.
    [[nodiscard]] std::vector<RiskyWrite> newestAtRisk(RegionId region, std::size_t max) const;

    [[nodiscard]] std::size_t unsettled() const { return m_open.size(); }

private:
    struct Listed {
        EventSeq event;
        Instant committedAt = kStart;
        std::string label;
        LogEntry entry; // without `seen`
        bool isSetAside = false; // an orphan that waits outside of every store
        RegionId lastHolder; // gave up the last copy that was in a store; invalid: one is there
        bool isDiscarded = false; // it did so by an order of the operator
    };

    // Greatest position of the origin's log in any other region that is up and not `lost`; in any other at
    // all when none is up.
    [[nodiscard]] std::uint64_t heldElsewhere(RegionId origin, RegionId lost = {}) const;
    void list(RegionId region, std::uint64_t from, std::uint64_t upTo);
    // Of logs that nobody writes any more, because their origin has a new store: what only `holder` has.
    void listFormerLogs(RegionId holder);
    void listEntry(const LogEntry& entry);
    void sweep();
    [[nodiscard]] bool hasLivePeer(RegionId region, RegionId lost = {}) const;
    void settle(RegionId at, const LogEntry& entry, bool isSuperseded);
    // What the region's survivors reckon they lack of its log; told when it is destroyed.
    void estimateLoss(RegionId lost, const Event& fault);
    void settleCopied(RegionId at);
    [[nodiscard]] bool isVisible(Replica& replica, const LogEntry& entry) const;
    // After `lost` lost its store: notes which listed writes no store holds any more.
    void noteGone(RegionId lost);
    // Of those, what nothing under way can bring back is lost.
    void settleLost();
    [[nodiscard]] std::uint64_t underWayUpTo(LogId log) const
    {
        return m_hooks.underWayUpTo ? m_hooks.underWayUpTo(log) : 0;
    }
    // Lists at the loss of a region everything that has no survivor, as far as it is not listed yet.
    void cutOff(RegionId lost);
    // Lists, of any log and incarnation, what is only in this store, beyond these ends.
    void listOnlyIn(RegionId region, const std::vector<LogBounds>& kept);
    // Whether a store holds it: m_keptEnds of the region whose store is being cut, its position of others.
    [[nodiscard]] bool isHeldBy(std::size_t region, LogId log, std::uint64_t seq) const;
    // `rule`: of a refused one, the policy that kept it out.
    void appendSettled(EventKind kind, const Listed& listed, RegionId origin, RegionId at,
        const std::string& what, std::string_view rule = {});

    Env& m_env;
    EventLog& m_log;
    IncidentMonitor& m_monitor;
    std::vector<Replica*> m_replicas;
    std::vector<std::string> m_names;
    Duration m_lagObjective;
    Hooks m_hooks;
    HeldByVotes m_heldByVotes;
    ComponentId m_self = 0;
    std::vector<bool> m_isStoreLost; // destroyed and not yet built anew
    LossEstimator m_heard; // each region's knowledge of the others' logs
    RegionId m_cut; // its store is being cut; invalid: none
    std::vector<LogBounds> m_keptEnds; // of that store
    std::vector<std::uint64_t> m_listedTo; // the sweep need not look at own positions up to here again
    std::map<std::pair<LogId, std::uint64_t>, Listed> m_open; // (log, seq) -> unsettled
    std::set<std::pair<LogId, std::uint64_t>> m_lost; // not to be listed again while their log is known
};

} // namespace sb
