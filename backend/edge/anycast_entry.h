// SPDX-License-Identifier: GPL-3.0-or-later
// The accelerator of a run: one endpoint group for each region, with one endpoint, the region's gateway.
// Health is what the run's checks publish; dials are the regions' admissions, the least of ramp and dial. A
// region that is held out (fail-back, control, shift) has weight 0 besides, so that nothing comes to it when
// dials are ignored, unless no other region is healthy: ours, the vendor would fail open to the nearest.
// Customers ask it for each new connection and keep what they got for as long as the connection lives. Logs
// AcceleratorShifted when the destinations of new connections change, not for each connection. Thread: World
// thread.
#pragma once

#include "backend/base/ring_buffer.h"
#include "backend/edge/accelerator.h"
#include "backend/edge/entry_record.h"
#include "backend/net/network.h"
#include "backend/telemetry/event_log.h"

#include <functional>
#include <string>
#include <vector>

namespace sb {

struct AnycastConfig {
    ClientAffinity affinity = ClientAffinity::None;
    Duration recovery = 30s; // from healthy again until it is used again
};

// What operators and fail-backs leave a region.
struct EntryAdmission {
    int dialPerMille = kDialFull; // 0 … 1000: the least of ramp and dial
    bool isHeld = false; // out by a hold, a control or a shift, and not by its dial alone
};

class AnycastEntry final : public Component {
public:
    struct Hooks {
        std::function<EntryAdmission(RegionId)> admission;
        std::function<EventSeq(RegionId)> causeOf; // the last event about the region's health
    };

    // `published`: as the checks have it, index = RegionId; read at each connection, must outlive this.
    AnycastEntry(Env& env, const Network& network, EventLog& log, const std::vector<RegionHealth>& published,
        std::vector<std::string> names, Hooks hooks, AnycastConfig config = {});
    void connect(ComponentId self);
    void onEvent(const SimEvent& event) override;

    // Where a new connection of `client` (any stable number) from the city goes now. Round trips before the
    // first request: one to the edge for TCP, one to the region for TLS.
    [[nodiscard]] RegionId open(CityId city, std::uint64_t client);
    // New connections from the city may go there now.
    [[nodiscard]] bool leadsTo(CityId city, RegionId region) const;
    // Of the cities, by where a connection of each goes now; index = RegionId.
    [[nodiscard]] std::vector<int> sharesPerMille() const;
    [[nodiscard]] const std::vector<EndpointGroup>& groups() const { return m_groups; }
    [[nodiscard]] const RingBuffer<EntryRecord>& records() const { return m_records; }

private:
    void sync();
    void announce(RegionId changed);
    [[nodiscard]] AcceleratorChoice routeFrom(CityId city, std::uint64_t hash) const;
    void record(CityId city, const AcceleratorChoice& choice);

    Env& m_env;
    EventLog& m_log;
    const std::vector<RegionHealth>& m_published;
    std::vector<std::string> m_names;
    Hooks m_hooks;
    AnycastConfig m_config;
    ComponentId m_self = 0;
    std::vector<EndpointGroup> m_groups; // index = RegionId
    std::vector<Instant> m_greenSince; // by region; kNever: not green
    std::vector<std::vector<Duration>> m_roundTrip; // by city, then by region
    std::vector<RegionId> m_last; // by city
    std::vector<int> m_announced; // shares
    std::uint64_t m_connections = 0;
    std::uint64_t m_count = 0;
    RingBuffer<EntryRecord> m_records { 256 };
};

} // namespace sb
