// SPDX-License-Identifier: GPL-3.0-or-later
// The World's health checks: for each region one check of its endpoint, and further checks by definition
// (check_config.h) of any type. An endpoint has 16 checkers, two in each of eight places, uncoordinated. Each
// probes on its own; the next probe leaves one interval after the last answer (or timeout). How one checker
// makes up its mind and how their minds become one status is a set of rules (check_design.h), of Route 53
// unless the configuration says otherwise: a checker flips after `threshold` consecutive results of the other
// kind, and an endpoint is healthy while more than 18 % of the checkers say so.
// Single probes are judged by probe_judge.h. Connecting and asking take one round trip each and one probe
// event stands for both, so a round trip over 2 s fails as a status that came too late.
// Status changes reach the DNS after a propagation delay, unpublished by the vendor: here 1-3 s, seeded.
// Ids: "endpoint-<code>" is a region's own check, "control-<code>" follows the routing control named <code>.
// Thread: World thread.
#pragma once

#include "backend/base/ring_buffer.h"
#include "backend/health/check_board.h"
#include "backend/health/check_design.h"
#include "backend/health/probe_judge.h"
#include "backend/health/region_health.h"
#include "backend/net/network.h"
#include "backend/net/probe.h"
#include "backend/telemetry/event_log.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

// Metrics that alarms can watch in a World, by region (AlarmReference::region).
inline constexpr std::string_view kErrorShareMetric = "ErrorShare"; // of its answers, percent
inline constexpr std::string_view kLagMetric = "ReplicationLag"; // of the slowest peer, seconds

struct HealthCheckConfig {
    Duration interval = 10s;
    int threshold = 3;
    Duration connectTimeout = 4s;
    Duration statusTimeout = 2s;
    int healthySharePercent = 18; // healthy iff more than this share of the checkers says healthy
    Duration propagationMin = 1s, propagationMax = 3s;
    std::optional<CheckRules> rules; // of the regions' checks, instead of Route 53's with the figures above
    bool probesDeeply = false; // the regions' health path asks a service and the store as well
};

// What a checkers' place measured, twice a minute; empty where the probe failed.
struct LatencySample {
    std::int64_t halfMinute = 0; // since the start
    std::optional<Duration> connect; // until the TCP connection stood
    std::optional<Duration> firstByte; // of the answer
};

class HealthChecks final : public Component {
public:
    static constexpr std::size_t kCheckers = 16;
    static constexpr std::size_t kLatencySamples = 120; // an hour

    struct Status {
        bool isHealthy = true; // by the rules, at the aggregator; disabled and inverted are no business of it
        bool isPublished = true; // what the DNS believes (lags behind by the propagation); of regions
        int checkersHealthy = kCheckers;
        Instant since = kStart; // of isHealthy
        std::string lastFailure; // "timeout after 4.0 s", "status 403"
        Duration lastLatency = 0us;
        Instant lastProbe = kStart;
        EventSeq event; // of the last HealthRed or HealthGreen
        bool isDrained = false; // by rules that drain groups
    };
    // Where checks by definition get what they look at; all may be empty.
    struct Hooks {
        // Which region an endpoint is; empty: none of this run, and then it is not probed.
        std::function<std::optional<RegionId>(const CheckDefinition&)> regionOf;
        std::function<std::string(RegionId, const std::string& path)> page; // the body that it answers
        // The alarm's datum of the period that ends now; empty: none.
        std::function<std::optional<std::int64_t>(const CheckDefinition&)> datum;
    };

    HealthChecks(Env& env, Network& network, EventLog& log, HealthCheckConfig config);
    // Ids of the regions' own checks and controls are made of these codes; without it there is none to find.
    void name(const std::vector<std::string>& codes);
    // Before connect(), after name(). Refuses what validate() refuses, and ids that exist. Children may be
    // the regions' checks.
    [[nodiscard]] Result<> define(const std::vector<CheckDefinition>& checks, Hooks hooks);
    // These checks (ids, by region; empty: none) stand for the regions' own: such a region is judged by what
    // its check says, and its own checkers do not probe. After define(), before connect().
    void govern(const std::vector<std::string>& ids);
    // The check that stands for the region's own; null: none does.
    [[nodiscard]] const CheckDefinition* governor(RegionId region) const
    {
        const std::size_t check = m_governor[region.value];
        return check == kNobody ? nullptr : &m_board.definition(check);
    }
    // targets[r] = component of region r's gateway.
    void connect(ComponentId self, std::vector<ComponentId> targets, std::vector<std::string> names);
    void onEvent(const SimEvent& event) override;

    [[nodiscard]] const Status& status(RegionId region) const { return m_status[region.value]; }
    // As the DNS believes it; index = RegionId.
    [[nodiscard]] const std::vector<RegionHealth>& published() const { return m_published; }
    [[nodiscard]] const HealthCheckConfig& config() const { return m_config; }
    [[nodiscard]] const CheckRules& rules() const { return m_rules; }
    // What Traffic Manager would call the region's endpoint.
    [[nodiscard]] EndpointStatus endpointStatus(RegionId region) const;

    // Every check by id, the regions' own included, as the DNS believes it. Votes are of checkers, of
    // children (calculated) or 1. Empty: there is no such check; a record that names it counts as healthy.
    [[nodiscard]] std::optional<RegionHealth> reading(std::string_view id) const;
    [[nodiscard]] bool isHealthy(std::string_view id) const;
    [[nodiscard]] const CheckBoard& board() const { return m_board; }
    // For showing: the check by its number on the board, as the aggregator judges it. The first ones are the
    // regions' own, in their order, and have their region; then come the controls'.
    struct Summary {
        RegionId region;
        bool isHealthy = true;
        Instant since = kStart; // of isHealthy
        int healthy = 0, total = 0; // checkers, or children; of others 1 of 1 or 0 of 1
        int needed = 1; // of them, for healthy; before inversion
        std::string lastFailure; // of a probe; empty: none, or not probed
    };
    [[nodiscard]] Summary summaryOf(std::size_t check) const;
    // The first check of the board that neither is a region's own nor follows a region's control.
    [[nodiscard]] std::size_t firstDefined() const { return m_published.size() * 2; }
    // A routing control changed; takes effect on every check that follows it.
    void setControl(std::string_view control, bool isOn);

    // Of a region's own check, measured from kCheckerHomes[home]; oldest first.
    [[nodiscard]] const RingBuffer<LatencySample>& latencies(RegionId region, std::size_t home) const
    {
        return m_latencies[region.value * kCheckerHomes.size() + home];
    }

    // Fault: the probes of so many percent of the checkers never reach the region, always the same ones.
    void setCutPercent(RegionId region, int percent);
    [[nodiscard]] int cutPercent(RegionId region) const { return m_cutPercent[region.value]; }

    // Called when the published health of a region changed.
    void onPublished(std::function<void(RegionId, bool isHealthy)> callback)
    {
        m_onPublished = std::move(callback);
    }
    // Called when any check but the regions' own changed, before the DNS knows; with the event of it.
    void onCheckChanged(std::function<void(const std::string& id, bool isHealthy, EventSeq)> callback)
    {
        m_onCheckChanged = std::move(callback);
    }
    // Called when the published status of any check but the regions' own changed.
    void onCheckPublished(std::function<void(const std::string& id, bool isHealthy)> callback)
    {
        m_onCheckPublished = std::move(callback);
    }

private:
    struct Checker {
        CheckerMind mind;
        std::uint64_t probe = 0; // number of the probe under way; 0 = none
        Instant sentAt = kStart;
        int retriesLeft = 0;
    };
    // An endpoint that is probed: the regions' first, in their order, then those of definitions.
    struct Target {
        RegionId region;
        CheckDefinition check;
        CheckRules rules;
        ProbeLimits limits;
        Duration patience = 0us; // for the whole probe event
        std::uint32_t probeKind = kProbe;
        std::optional<std::size_t> board; // the check's number there
        int checkers = kCheckers;
    };

    [[nodiscard]] Checker& checker(std::size_t slot) { return m_checkers[slot]; }
    [[nodiscard]] static std::size_t targetOf(std::size_t slot) { return slot / kCheckers; }
    [[nodiscard]] bool isRegionsOwn(std::size_t target) const { return target < m_published.size(); }
    [[nodiscard]] bool isCut(std::size_t slot) const;
    void addTarget(RegionId region, CheckDefinition check, const CheckRules& rules, std::uint32_t probeKind);
    void sendProbe(std::size_t slot);
    void onAnswer(const SimEvent& event);
    void onResult(std::size_t slot, const ProbeFinding& finding);
    void recordLatency(std::size_t slot, std::optional<Duration> roundTrip, Duration worked);
    void flip(std::size_t slot, const std::string& failure);
    void flipDefined(std::size_t slot, const std::string& failure);
    void drain(EventSeq cause);
    void judge(RegionId region, bool isHealthy, EventSeq cause, const std::string& why);
    void publish(RegionId region);
    void announce(const std::vector<std::size_t>& changed);
    void publishCheck(std::size_t check);
    void takeDatum(std::size_t check);
    void mirror(); // to governed regions: who votes in their checks
    void mirrorProbe(std::size_t target);
    EventSeq logFlip(RegionId region, std::size_t slot, const std::string& failure);

    Env& m_env;
    Network& m_network;
    EventLog& m_log;
    HealthCheckConfig m_config;
    CheckRules m_rules;
    Rng m_rng;
    Rng m_definedRng; // of what definitions add, so that nothing else is drawn differently
    ComponentId m_self = 0;
    Hooks m_hooks;
    std::vector<ComponentId> m_components; // by region
    std::vector<std::string> m_names;
    std::vector<std::size_t> m_homes; // atlas region of each of the 16 checkers
    std::vector<Target> m_targets;
    std::vector<Checker> m_checkers; // target-major
    std::vector<Status> m_status; // by target
    std::vector<RegionHealth> m_published; // by region
    CheckBoard m_board;
    std::vector<std::uint8_t> m_isBelieved; // by check of the board: what the DNS believes
    std::vector<Instant> m_changedAt; // by check of the board, but for those of regions
    std::vector<std::size_t> m_targetOfCheck; // by check of the board; npos: not probed
    static constexpr std::size_t kNobody = ~std::size_t { 0 };
    std::vector<std::size_t> m_governor; // by region: check of the board; kNobody: its own
    std::vector<int> m_cutPercent; // by region
    std::vector<std::array<std::uint8_t, kCheckers>> m_cutOrder; // by region: rank of each checker
    std::vector<RingBuffer<LatencySample>> m_latencies; // region-major, by home
    std::uint64_t m_nextProbe = 1;
    std::function<void(RegionId, bool)> m_onPublished;
    std::function<void(const std::string&, bool, EventSeq)> m_onCheckChanged;
    std::function<void(const std::string&, bool)> m_onCheckPublished;
};

} // namespace sb
