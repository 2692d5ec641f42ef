// SPDX-License-Identifier: GPL-3.0-or-later
// Turns thousands of DNS decisions into the few events a reader wants: answers begin to move from one region
// to another, and how far they have moved (each quarter of the answers). Also: replication links that stall
// and catch up. Thread: World thread.
#pragma once

#include "backend/incident/drain_meter.h"
#include "backend/replication/replica.h"
#include "backend/health/health_checks.h"
#include "backend/routing/resolvers.h"

#include <array>
#include <functional>
#include <vector>

namespace sb {

class AnswerWatch final : public Component, public ReplicaListener {
public:
    AnswerWatch(Env& env, EventLog& log, Resolvers& resolvers, HealthChecks& health,
        std::vector<Replica*> replicas, std::vector<std::string> names, Duration lagObjective);
    void connect(ComponentId self);
    void onEvent(const SimEvent& event) override;
    // Called by the resolvers after each decision.
    void onDecision(const RecordedDecision& decision);

    // The latest event of what an operator moves answers with, such as a routing control of the region; invalid
    // when there is none. The cause of a move is this or the latest of the health check, whichever came later.
    void setCauses(std::function<EventSeq(RegionId)> causeOf) { m_causeOf = std::move(causeOf); }

    // Share of the live answers by region, per mille; index = RegionId.
    [[nodiscard]] const std::vector<int>& sharesPerMille() const { return m_shares; }
    // Age of the source's oldest commit that the target lacks; 0 when it lacks none.
    [[nodiscard]] Duration lag(RegionId source, RegionId target) const;
    // As people read a lag: the greater of lag() and the longest way, commit to applied, of what arrived in
    // the last two seconds; so an idle moment between two writes does not show as zero.
    [[nodiscard]] Duration shownLag(RegionId source, RegionId target) const;

    // How the last seconds say that the backlog of a directed link will go; 0 without a backlog.
    [[nodiscard]] const DrainMeter& drain(RegionId source, RegionId target) const
    {
        return m_links[source.value * m_replicas.size() + target.value].drain;
    }

    // Between ReplicationStalled and ReplicationCaughtUp of a directed link.
    [[nodiscard]] bool isStalled(RegionId source, RegionId target) const
    {
        return m_links[source.value * m_replicas.size() + target.value].isStalled;
    }

    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded) override;
    void onConflict(RegionId, const Conflict&) override { }

private:
    void watchShares();
    void watchLinks();
    void watchLink(RegionId source, RegionId target);
    void announce(const std::string& note, RegionId from, RegionId to, EventSeq cause);
    [[nodiscard]] std::string sharesText() const;
    [[nodiscard]] EventSeq causeOf(RegionId region) const;

    struct Link {
        bool isStalled = false;
        std::uint64_t position = 0;
        Instant progressAt = kStart;
        EventSeq event;
        std::array<Duration, 4> longest {}; // of arrivals, by half second (ring)
        std::int64_t half = 0; // number of the newest of them
        DrainMeter drain;
    };

    Env& m_env;
    EventLog& m_log;
    Resolvers& m_resolvers;
    HealthChecks& m_health;
    std::vector<Replica*> m_replicas;
    std::vector<std::string> m_names;
    Duration m_lagObjective;
    ComponentId m_self = 0;
    std::vector<int> m_shares;
    std::vector<int> m_announced; // shares when last announced
    bool m_isWarm = false; // the caches have been filled once
    bool m_isFailOpen = false;
    std::function<EventSeq(RegionId)> m_causeOf;
    std::vector<bool> m_hasMovedAway; // first decision away from a region was announced
    std::vector<Link> m_links; // source-major
};

} // namespace sb
