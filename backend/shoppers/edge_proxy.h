// SPDX-License-Identifier: GPL-3.0-or-later
// An edge near each city that asks regions on behalf of its customers, request by request. Two designs:
//  * OriginGroup: the primary region first, each time, and on failure the secondary, for reads alone
//    (edge/origin_group.h). The edge remembers nothing between requests.
//  * InBandRetry: the region that the zone would answer now. If it cannot be connected to, the edge asks one
//    other healthy region once, within the request; the customer notices a pause. Because nothing had reached
//    the first region, writes are retried as well. Once connected, whatever comes of it is the answer.
//    (Cloudflare Load Balancing, zero-downtime failover: 521, 522, 523, 525 and 526 are retried once.)
// Customers keep connections to the edge, which is always there, so none of them is ever stale.
// A request of a customer (front) is answered by requests of the edge's own (back); a region may still work
// on a back request that the edge has given up. Thread: World thread.
#pragma once

#include "backend/base/ring_buffer.h"
#include "backend/bookstore/request.h"
#include "backend/edge/entry_record.h"
#include "backend/edge/origin_group.h"
#include "backend/net/network.h"
#include "backend/telemetry/event_log.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sb {

enum class EdgeDesign : std::uint8_t { OriginGroup, InBandRetry };

struct EdgeProxyConfig {
    EdgeDesign design = EdgeDesign::OriginGroup;
    OriginGroupConfig origins; // in-band: the connect timeout alone
    RegionId primary { 0 }, secondary { 1 }; // of an origin group
};

class EdgeProxy final : public Component {
public:
    struct Hooks {
        std::function<RegionId(CityId)> steer; // in-band: where the city's requests go now
        // In-band: another healthy region to try after that one has failed.
        std::function<std::optional<RegionId>(CityId, RegionId failed)> other;
        std::function<void(CityId, RegionId, bool hasFailed)> onAttempt = {}; // sent, or failed
        std::function<std::uint64_t()> mintRequest; // a Request::id that is free
        std::function<RegionHealth(RegionId)> health; // as published, for the records
    };
    struct Counters { // since the start
        std::uint64_t requests = 0;
        std::uint64_t failovers = 0; // requests for which a second region was asked
        std::uint64_t saved = 0; // of them: answered by it without an error
        std::uint64_t edgeErrors = 0; // answered by the edge itself, because no region did
        std::uint64_t abandoned = 0; // the customer stopped waiting first
    };

    EdgeProxy(Env& env, Network& network, RequestPool& requests, EventLog& log,
        std::vector<std::string> names, EdgeProxyConfig config, Hooks hooks);
    // regions[r] = component of region r.
    void connect(ComponentId self, std::vector<ComponentId> regions);
    void onEvent(const SimEvent& event) override;

    // Takes over a customer's request, which leaves its city at `leavesAt`; its client gets kAnswer, or
    // kNoAnswer at its deadline. Its region and id become those of the request that was answered.
    void take(std::uint64_t front, Instant leavesAt);

    [[nodiscard]] const Counters& counters() const { return m_counters; }
    [[nodiscard]] const RingBuffer<EntryRecord>& records() const { return m_records; }
    // Of the requests answered by regions in the last full second that had any; index = RegionId.
    [[nodiscard]] const std::vector<int>& sharesPerMille() const { return m_shares; }
    [[nodiscard]] std::size_t underWay() const { return m_jobs.used(); }

private:
    struct Job {
        std::uint64_t front = 0, back = 0;
        OriginRequest origins; // of an origin group
        RegionId region; // asked now
        RegionId failed; // asked before; invalid: none
        Instant sentAt = kStart; // of the back request
        bool isAnswered = false; // too late for the customer
    };
    using JobHandle = SlotPool<Job>::Handle;

    void send(JobHandle handle, Job& job, RegionId region, Instant at);
    void onBackEnded(std::uint64_t back, bool isAnswered);
    void follow(JobHandle handle, Job& job, const Request* back);
    void retryInBand(JobHandle handle, Job& job, const Request& back);
    void reply(JobHandle handle, Job& job, const Request* back, int status);
    void giveUp(JobHandle handle);
    void noteFailover(CityId city, RegionId from, RegionId to);
    void record(CityId city, RegionId answer, RegionId failed);
    void closeSecond();
    [[nodiscard]] RegionId regionOf(Origin origin) const
    {
        return origin == Origin::Primary ? m_config.primary : m_config.secondary;
    }

    Env& m_env;
    Network& m_network;
    RequestPool& m_requests;
    EventLog& m_log;
    std::vector<std::string> m_names;
    EdgeProxyConfig m_config;
    Hooks m_hooks;
    ComponentId m_self = 0;
    std::vector<ComponentId> m_regions;
    SlotPool<Job> m_jobs;
    Counters m_counters;
    std::vector<std::uint32_t> m_moved; // this second, from region-major to region
    std::vector<std::uint32_t> m_served; // this second
    std::vector<int> m_shares;
    std::vector<RegionId> m_last; // by city
    std::uint64_t m_count = 0;
    RingBuffer<EntryRecord> m_records { 256 };
};

} // namespace sb
