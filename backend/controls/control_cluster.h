// SPDX-License-Identifier: GPL-3.0-or-later
// The cluster that keeps the states of the routing controls: five endpoints in five regions, of which three
// must take a change before it is one. A change is a message from its caller (the operator's console, or the
// region that a run goes on in) to each endpoint; with the third answer it is decided, and each endpoint is
// told, again and again until it has heard. An endpoint whose region is out, or cut off from the caller,
// takes no part; when it is back its peers bring it up to date.
// One change at a time: while one is under way, further ones are refused, as the vendor answers a conflict.
// A change that has been sent is never given up, because an endpoint may have taken it: cut off after that it
// waits until three endpoints are in reach again, and the record says so.
// An endpoint takes three changes in any second; whoever has one asks the next endpoint in reach. When all in
// reach have had theirs, a change is refused until a second is over.
// Source: Amazon Application Recovery Controller developer guide (quotas: three mutating calls a second and
// endpoint; five endpoints, sequential consistency,
// query any endpoint); which regions they are in is the vendor's choice; the messages are ours.
// Thread: World thread.
// Invariants: (1) decided versions are numbered without gap, and there is one content to a number; (2) what
// an endpoint shows is a decided version, and it never goes back; (3) three endpoints have taken whatever is
// decided; (4) once all are in reach, all show the latest; (5) without a change, nothing is sent or posted.
#pragma once

#include "backend/controls/safety_rules.h"
#include "backend/kernel/env.h"
#include "backend/telemetry/event_log.h"

#include <array>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

inline constexpr std::size_t kClusterEndpoints = 5;
inline constexpr std::size_t kClusterQuorum = 3;
inline constexpr std::size_t kChangesASecond = 3; // of one endpoint
inline constexpr std::array<std::string_view, kClusterEndpoints> kClusterHomes { "us-east-1", "eu-west-1",
    "ap-northeast-1", "ap-southeast-2", "us-west-2" };

// Who talks: 0 … 4 endpoints, 5 the operator's console, 6 + i region i of the run.
using ClusterPlace = std::uint8_t;
inline constexpr ClusterPlace kConsole = kClusterEndpoints;
[[nodiscard]] constexpr ClusterPlace placeOf(RegionId region)
{
    return static_cast<ClusterPlace>(kConsole + 1 + region.value);
}

// What lies between the places.
class ClusterLinks {
public:
    virtual ~ClusterLinks() = default;
    // One-way delay of a message sent now; nullopt when it will not arrive.
    [[nodiscard]] virtual std::optional<Duration> send(ClusterPlace from, ClusterPlace to) = 0;
    // Would messages go both ways, and is the endpoint at work?
    [[nodiscard]] virtual bool isInReach(ClusterPlace from, std::size_t endpoint) const = 0;
    // An endpoint that is out hears nothing and says nothing; what it has taken survives.
    [[nodiscard]] virtual bool isOut(std::size_t endpoint) const = 0;
};

// A transaction as somebody asks for it. Names, so that it means the same in every run.
struct ControlRequest {
    struct Change {
        std::string control;
        bool isOn = true;
    };
    std::vector<Change> changes; // 1 … 10 distinct controls
    std::vector<std::string> overrides; // safety rules
    std::string reason;
};

class ControlCluster final : public Component {
public:
    // A change was decided; `changes` are those that changed something.
    using OnDecided = std::function<void(const std::vector<ControlChange>& changes, EventSeq event)>;

    // `regionCodes` of the run, for the events; index = RegionId.
    ControlCluster(Env& env, EventLog& log, ClusterLinks& links, ControlsSpec spec,
        std::vector<std::string> regionCodes);
    void connect(ComponentId self) { m_self = self; }
    void onEvent(const SimEvent& event) override;
    void onDecided(OnDecided callback) { m_onDecided = std::move(callback); }

    // Why the request would be refused now: names that nobody knows, another change under way, fewer than
    // three endpoints in reach, none of them with a change left in this second, every rule that forbids it
    // with the least override. Success: it would pass.
    [[nodiscard]] Result<> check(const ControlRequest& request, ClusterPlace caller = kConsole) const;
    // Requires a check that passed. ControlChanged follows for each control that changes when the third
    // endpoint has answered, RuleOverridden at once for each rule that would have refused.
    void submit(const ControlRequest& request, ClusterPlace caller, Actor actor, EventSeq cause);

    // As decided: what the cluster answers to whoever asks it now. UnknownName otherwise.
    [[nodiscard]] bool isOn(std::size_t control) const { return m_states.isOn[control]; }
    [[nodiscard]] Result<bool> isOn(std::string_view control) const;
    // Every control that stands for the region is on; true when none does.
    [[nodiscard]] bool isRegionOn(RegionId region) const;

    [[nodiscard]] const ControlsSpec& spec() const { return m_spec; }
    [[nodiscard]] const ControlStates& states() const { return m_states; }
    [[nodiscard]] EventSeq lastEvent(std::size_t control) const { return m_events[control]; }
    [[nodiscard]] RegionId regionOf(std::size_t control) const { return m_regions[control]; }
    [[nodiscard]] bool isUnderWay() const { return m_pending.has_value(); }
    // Of the latest decided change; 0 before the first.
    [[nodiscard]] std::uint64_t version() const { return m_version; }

    // What one endpoint shows: its version and the states as of it. Works without a quorum.
    struct View {
        std::uint64_t version = 0;
        std::vector<bool> isOn;
    };
    [[nodiscard]] View view(std::size_t endpoint) const;
    [[nodiscard]] bool isInReach(std::size_t endpoint, ClusterPlace caller = kConsole) const
    {
        return m_links.isInReach(caller, endpoint);
    }
    // "us-east-1, eu-west-1"; "none" when there is none.
    [[nodiscard]] std::string inReachText(ClusterPlace caller = kConsole) const;

private:
    struct Endpoint {
        std::uint64_t taken = 0; // latest version it answered for
        std::uint64_t shown = 0; // latest version it knows to be decided
    };
    struct Pending {
        std::uint64_t version = 0;
        std::vector<ControlChange> changes; // that change something
        std::vector<bool> isOn; // after it
        std::array<bool, kClusterEndpoints> hasTaken {};
        ClusterPlace caller = kConsole;
        Actor actor = Actor::Operator;
        EventSeq cause;
        std::string reason;
        int tries = 0;
    };
    struct Resolved { // a request by indices
        std::vector<ControlChange> changes;
        std::vector<std::size_t> overrides;
    };

    [[nodiscard]] Result<Resolved> resolve(const ControlRequest& request) const;
    [[nodiscard]] Result<> checkReach(ClusterPlace caller) const;
    [[nodiscard]] Result<> checkQuota(ClusterPlace caller) const;
    [[nodiscard]] std::size_t callsInLastSecond(std::size_t endpoint) const;
    void countCall(ClusterPlace caller); // at the first endpoint in reach that has one left
    void propose();
    void onPropose(std::size_t endpoint, std::uint64_t version);
    void onTaken(std::size_t endpoint, std::uint64_t version);
    void onRetry(std::uint64_t version);
    void decide();
    void tell(ClusterPlace from, std::size_t endpoint);
    void onTold(std::size_t endpoint, std::uint64_t version);
    void repair();
    [[nodiscard]] bool isAnyBehind() const;

    Env& m_env;
    EventLog& m_log;
    ClusterLinks& m_links;
    ControlsSpec m_spec;
    std::vector<std::string> m_codes;
    std::vector<RegionId> m_regions; // by control
    ComponentId m_self = 0;
    OnDecided m_onDecided;
    ControlStates m_states; // as decided
    std::vector<EventSeq> m_events; // by control
    std::uint64_t m_version = 0;
    std::optional<Pending> m_pending;
    std::array<Endpoint, kClusterEndpoints> m_endpoints {};
    std::array<std::deque<Instant>, kClusterEndpoints> m_calls; // that changed something; the last three
    // States of versions that some endpoint still shows; the first one is of version m_historyFrom.
    std::deque<std::vector<bool>> m_history;
    std::uint64_t m_historyFrom = 0;
    bool m_isRepairing = false;
};

} // namespace sb
