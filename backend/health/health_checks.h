// SPDX-License-Identifier: GPL-3.0-or-later
// Health checks as the cloud runs them: 16 checkers, two in each of eight regions, uncoordinated. Each probes
// every region's endpoint on its own; the next probe leaves one interval after the last answer (or timeout).
// A checker flips after `threshold` consecutive results of the other kind; an endpoint is healthy while more
// than 18 % of the checkers say so (16 checkers: 3 keep it up, 2 do not). An endpoint starts healthy.
// Timeouts: connect 4 s, then status within 2 s; 2xx and 3xx pass. Connecting and asking take one round trip
// each and one probe event stands for both, so a round trip over 2 s fails as a status that came too late.
// Status changes reach the DNS after a propagation delay, unpublished by the vendor: here 1-3 s, seeded.
// Thread: World thread.
#pragma once

#include "backend/health/check_config.h"
#include "backend/health/region_health.h"
#include "backend/net/network.h"
#include "backend/net/probe.h"
#include "backend/telemetry/event_log.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

struct HealthCheckConfig {
    Duration interval = 10s;
    int threshold = 3;
    Duration connectTimeout = 4s;
    Duration statusTimeout = 2s;
    int healthySharePercent = 18; // healthy iff more than this share of the checkers says healthy
    Duration propagationMin = 1s, propagationMax = 3s;
};

class HealthChecks final : public Component {
public:
    static constexpr std::size_t kCheckers = 16;

    struct Status {
        bool isHealthy = true; // by the 18 % rule, at the aggregator
        bool isPublished = true; // what the DNS believes (lags behind by the propagation)
        int checkersHealthy = kCheckers;
        Instant since = kStart; // of isHealthy
        std::string lastFailure; // "timeout after 4.0 s", "status 403"
        Duration lastLatency = 0us;
        Instant lastProbe = kStart;
        EventSeq event; // of the last HealthRed or HealthGreen
    };

    HealthChecks(Env& env, Network& network, EventLog& log, HealthCheckConfig config);
    // targets[r] = component of region r's gateway.
    void connect(ComponentId self, std::vector<ComponentId> targets, std::vector<std::string> names);
    void onEvent(const SimEvent& event) override;

    [[nodiscard]] const Status& status(RegionId region) const { return m_status[region.value]; }
    // As the DNS believes it; index = RegionId.
    [[nodiscard]] const std::vector<RegionHealth>& published() const { return m_published; }
    [[nodiscard]] const HealthCheckConfig& config() const { return m_config; }

    // Called when the published health of a region changed.
    void onPublished(std::function<void(RegionId, bool isHealthy)> callback)
    {
        m_onPublished = std::move(callback);
    }

private:
    struct Checker {
        bool saysHealthy = true;
        int contrary = 0; // consecutive results against saysHealthy
        std::uint64_t probe = 0; // number of the probe under way; 0 = none
        Instant sentAt = kStart;
    };

    [[nodiscard]] Checker& checker(std::size_t slot) { return m_checkers[slot]; }
    [[nodiscard]] static std::size_t regionOf(std::size_t slot) { return slot / kCheckers; }
    void sendProbe(std::size_t slot);
    void onResult(std::size_t slot, bool isGood, const std::string& failure);
    void flip(std::size_t slot, const std::string& failure);
    void publish(RegionId region);

    Env& m_env;
    Network& m_network;
    EventLog& m_log;
    HealthCheckConfig m_config;
    Rng m_rng;
    ComponentId m_self = 0;
    std::vector<ComponentId> m_targets;
    std::vector<std::string> m_names;
    std::vector<std::size_t> m_homes; // atlas region of each of the 16 checkers
    std::vector<Checker> m_checkers; // region-major
    std::vector<Status> m_status;
    std::vector<RegionHealth> m_published;
    std::uint64_t m_nextProbe = 1;
    std::function<void(RegionId, bool)> m_onPublished;
};

} // namespace sb
