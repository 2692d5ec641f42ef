// SPDX-License-Identifier: GPL-3.0-or-later
// Whose copy counts. A member holds back the trimming of logs until it has all that is in them; an evicted
// region does not, and comes back with a new copy only. A region that is out is evicted by order, or by
// itself when a log would grow beyond its cap for its sake: of the regions that hold the log's end and those
// that lag behind, the smaller side goes (of equal sides the one without the first region that is up). When
// an evicted region can reach a member again it rejoins: what only it had held is set aside as orphan writes
// (orphans.h), its store is given up under the next incarnation, and it copies a peer. Thread: World thread.
// Invariants: (1) at least one member that is up has a whole copy when a region is evicted; (2) no entry is
// trimmed that a member which has a copy, or a snapshot under way to one, still needs; (3) a log holds at
// most entriesMax entries beyond what its slowest member has, unless (1) forbids the eviction; (4) each
// orphan is set aside once and settled once; (5) unless time alone is trusted, a tombstone is collected only
// when no member, and no receiver of a snapshot under way, can still be given a write that it hides.
#pragma once

#include "backend/net/network.h"
#include "backend/recovery/orphans.h"
#include "backend/telemetry/event_log.h"

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace sb {

struct RetentionConfig {
    std::uint64_t entriesKept = 20'000; // of each log, beyond what a member still lacks
    std::uint64_t entriesMax = 200'000; // of each log, for the sake of a member that lags behind
    Duration tombstoneGrace = 10min;
    bool isGraceEnough = false; // tombstones go after it whatever the members lack
};

class Membership final : public Component {
public:
    // What becomes of orphans, for the account of writes at risk. Unset hooks are skipped.
    struct Hooks {
        std::function<void(RegionId, const OrphanSet&)> onFound; // before the region gives up its store
        std::function<void(RegionId, const LogEntry&, OrphanOutcome)> onSettled;
    };

    Membership(Env& env, Network& network, EventLog& log, std::vector<Region*> regions,
        std::vector<std::string> names, RetentionConfig config, Hooks hooks);
    void connect(ComponentId self);
    void onEvent(const SimEvent& event) override;

    // Why an order would be refused now; success when it would be carried out.
    [[nodiscard]] Result<> checkEvict(RegionId region) const;
    [[nodiscard]] Result<> checkReplay(RegionId region) const;
    [[nodiscard]] Result<> checkDiscard(RegionId region) const;
    // Require a check that passed.
    void evict(RegionId region, Actor actor, EventSeq cause);
    void replayOrphans(RegionId region, Actor actor, EventSeq cause);
    void discardOrphans(RegionId region, Actor actor, EventSeq cause);

    // The replicator of the region says that a peer has trimmed what it lacks. If no member can give it any
    // more, the region is evicted; the same is looked for once a second.
    void onTooFarBehind(RegionId region);
    // Forgets log entries and tombstones that are needed by nobody; evicts who would make a log exceed its
    // cap. Call about once a second.
    void trimLogs();

    [[nodiscard]] bool isMember(RegionId region) const { return !m_places[region.value].isEvicted; }
    // Those that wait, of a region that has come back.
    [[nodiscard]] const OrphanSet& orphans(RegionId region) const { return m_places[region.value].orphans; }
    // Every region is a member, and no orphan waits.
    [[nodiscard]] bool isSettled() const;

private:
    struct Place {
        Region* region = nullptr;
        std::string name;
        bool isEvicted = false;
        EventSeq evicted; // MemberEvicted
        OrphanSet orphans;
        EventSeq found; // OrphansFound
    };

    [[nodiscard]] RegionId idAt(std::size_t index) const
    {
        return RegionId { static_cast<std::uint8_t>(index) };
    }
    [[nodiscard]] bool hasCopy(std::size_t index) const;
    [[nodiscard]] bool canReach(std::size_t from, std::size_t to) const;
    [[nodiscard]] bool isSilent(std::size_t index) const;
    // Another member is up and whole, and a further incarnation is possible.
    [[nodiscard]] Result<> canGo(std::size_t index) const;
    void expel(std::size_t index, std::string why, Actor actor, EventSeq cause);
    void enforceCap(std::size_t log);
    // `everywhere`: what every member has, snapshots under way included.
    void collectTombstones(const std::vector<std::uint64_t>& everywhere);
    void proveTooFarBehind(std::size_t index);
    void rejoin(std::size_t index);
    [[nodiscard]] OrphanSet collectOrphans(std::size_t index);
    void settle(
        std::size_t index, const LogEntry& orphan, OrphanOutcome outcome, Actor actor, EventSeq cause);

    Env& m_env;
    Network& m_network;
    EventLog& m_log;
    std::vector<Place> m_places;
    RetentionConfig m_config;
    Hooks m_hooks;
    ComponentId m_self = 0;
    // Steps to what all writes to come will know (tombstones.h): what every member had at some instant, then
    // what any member has a while later (what a store that was lost meanwhile had sent has arrived or never
    // will). When every member has the latter, the former is stable.
    std::vector<std::uint64_t> m_candidate, m_horizon, m_stable;
    Instant m_candidateAt = kStart;
    std::set<std::pair<LogId, std::uint64_t>> m_setAside; // ever: two evicted regions may hold the same write
};

} // namespace sb
