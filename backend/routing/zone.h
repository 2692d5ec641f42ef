// SPDX-License-Identifier: GPL-3.0-or-later
// The hosted zone's record group for the API name, and how an answer is chosen from it: latency and failover
// policies with health, fail-open as the last resort, and the hold and ramp of a damped fail-back.
// A pure function of its inputs; every decision carries its explanation.
// Source of the rules: Amazon Route 53 developer guide (routing policies, choosing records with health).
#pragma once

#include "backend/base/ids.h"
#include "backend/base/time.h"
#include "backend/health/region_health.h"
#include "backend/routing/region_admission.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sb {

enum class ZonePolicy : std::uint8_t { Latency, Failover };

struct Zone {
    std::string name = "api.bookstore.example";
    ZonePolicy policy = ZonePolicy::Latency;
    Duration ttl = 60s;
    // One record per region, in this order; for Failover the first is primary, the second secondary.
    std::vector<RegionId> records;
};

// Who asks.
struct Question {
    CityId city;
    std::uint64_t bucket = 0; // 0 … 999: stable number of the asking resolver, for ramps
    std::vector<Duration> roundTrip; // to each record's region, index as in Zone::records
};

enum class ZoneVerdict : std::uint8_t { Chosen, FurtherAway, Standby, Unhealthy, HeldOut, OutsideRamp };
enum class ZoneReason : std::uint8_t {
    LowestLatency,
    NextLowestLatency,
    FailoverPrimary,
    FailoverSecondary,
    OnlyRecord,
    FailOpen,
};

struct ZoneCandidate {
    RegionId region;
    Duration roundTrip = 0us;
    RegionHealth health;
    ZoneVerdict verdict = ZoneVerdict::FurtherAway;
};

struct ZoneDecision {
    RegionId answer;
    ZoneReason reason = ZoneReason::LowestLatency;
    RegionId ifAllHealthy; // the answer if every record were healthy and admitted
    std::vector<ZoneCandidate> candidates; // in order of preference
};

// `health` and `admission` are indexed by RegionId. Requires at least one record. Never without an answer.
[[nodiscard]] ZoneDecision decide(const Zone& zone, const Question& question,
    const std::vector<RegionHealth>& health, const std::vector<RegionAdmission>& admission);

} // namespace sb
