// SPDX-License-Identifier: GPL-3.0-or-later
// How a zone's content gets into force when it is made by a program: a planner writes numbered plans (for
// each region's name the number of addresses it shall have), and several enactors, independent of each other
// for availability's sake, put the newest plan in force name by name and then clean up plans that are long
// outdated. The DNS keeps a name's content as a reference to the plan that it came from, as large zones do.
//
// Unguarded, an enactor looks once, before its first name, whether its plan is newer than what is in force.
// One that is slow or stalls between that look and its last name then puts an old plan over a newer one; and
// a clean-up by any of them, before or after, deletes that old plan, with which the name's content is gone:
// the DNS answers with nothing, and no enactor touches a name whose plan it cannot find. That is the race by
// which a large database service lost its regional name in October 2025 (Amazon's summary of the event in
// us-east-1); only an operator's republishing ends it.
// Guarded: each name is changed by compare-and-set (the version read, and a greater one in its place), a plan
// that is in force is never cleaned up, and content that cannot be found leaves the last good one in place.
//
// Invariants, guarded: (1) the version in force of a name never decreases; (2) no name is ever empty.
// Parameters (how often plans are made, how long a change of one name takes, how many generations are kept)
// are unpublished, and ours. Thread: World thread.
#pragma once

#include "backend/base/ids.h"
#include "backend/base/result.h"
#include "backend/kernel/env.h"
#include "backend/telemetry/event_log.h"

#include <deque>
#include <functional>
#include <string>
#include <vector>

namespace sb {

struct PublishingConfig {
    bool isGuarded = true;
    Duration planEvery = 10s;
    Duration enactEvery = 5s; // an enactor's pause between two rounds
    Duration changeMin = 200ms, changeMax = 900ms; // of one name at the DNS's interface
    std::uint64_t generationsKept = 6; // older ones are cleaned up
};

// What each name shall have; addresses[r] belongs to region r's name, at least 1 each.
struct ZonePlan {
    std::uint64_t version = 0; // from 1
    Instant madeAt = kStart;
    std::vector<int> addresses;
};

class ZonePublisher final : public Component {
public:
    static constexpr std::size_t kEnactors = 3; // number k works from region k modulo the regions

    struct Name {
        std::uint64_t version = 1; // of the plan in force; of an empty name, of the one that was
        int addresses = 1;
        bool isEmpty = false; // its plan was cleaned up
        Instant since = kStart;
    };
    struct Counters { // since the start
        std::uint64_t plans = 0;
        std::uint64_t changes = 0; // names changed
        std::uint64_t refused = 0; // changes that the guard kept out
        std::uint64_t wentBack = 0; // changes that put an older plan over a newer one
        std::uint64_t emptied = 0;
    };
    // How many addresses a region's name shall have; at least 1.
    using Demand = std::function<int(RegionId)>;

    ZonePublisher(Env& env, EventLog& log, std::vector<std::string> names, PublishingConfig config,
        Demand addressesWanted);
    void connect(ComponentId self);
    void onEvent(const SimEvent& event) override;

    [[nodiscard]] const Name& name(RegionId region) const { return m_names[region.value]; }
    [[nodiscard]] const Counters& counters() const { return m_counters; }
    [[nodiscard]] const PublishingConfig& config() const { return m_config; }
    [[nodiscard]] const std::deque<ZonePlan>& plans() const { return m_plans; } // oldest first

    // A stalled region's enactors stop before their next change, with the plan that they have looked at;
    // later they go on from there.
    void setStalled(RegionId region, bool isStalled);
    [[nodiscard]] bool isStalled(RegionId region) const { return m_isStalled[region.value]; }

    // The operator's way out: an empty name gets the newest plan's content. Refused when it is not empty.
    [[nodiscard]] Result<> checkRepublish(RegionId region) const;
    void republish(RegionId region, Actor actor, EventSeq cause);

private:
    struct Enactor {
        ZonePlan plan; // version 0: idle
        std::size_t next = 0; // name to change
        bool waits = false; // was stalled at its next step
    };

    [[nodiscard]] std::size_t homeOf(std::size_t enactor) const { return enactor % m_names.size(); }
    void makePlan();
    void startRound(std::size_t enactor);
    void changeNext(std::size_t enactor);
    void apply(std::size_t index, const ZonePlan& plan, std::size_t enactor);
    void logVersions(EventKind kind, Severity severity, std::size_t index, std::uint64_t version,
        std::string note);
    void cleanUp(std::uint64_t applied);
    void empty(std::size_t index);
    [[nodiscard]] bool isInForce(std::uint64_t version) const;

    Env& m_env;
    EventLog& m_log;
    std::vector<std::string> m_labels; // of the regions, for events
    PublishingConfig m_config;
    Demand m_wanted;
    Rng m_rng;
    ComponentId m_self = 0;
    std::vector<Name> m_names;
    std::deque<ZonePlan> m_plans;
    std::vector<Enactor> m_enactors { kEnactors };
    std::vector<bool> m_isStalled;
    Counters m_counters;
};

} // namespace sb
