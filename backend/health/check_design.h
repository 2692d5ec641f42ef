// SPDX-License-Identifier: GPL-3.0-or-later
// By which rules probes become a judgement: how one checker makes up its mind, how the minds of many become
// one status, and what a set of endpoints does when too many of them look bad. The rules of five systems, as
// pure values and functions, so that one incident can be judged by all of them.
//
// system           a checker's mind                           one status        as the last resort
// Route 53         n results in a row, both ways              > 18 % of them    all count as healthy
// Traffic Manager  the (t + 1)th failure in a row degrades;   > 50 % (ours)     all answer
//                  one success restores
// Front Door       healthy iff >= x of the last n probes      > 50 % (ours)     all answer
// Cloudflare       as Route 53, and each failed probe is      > 50 %            the fallback pool, whose
//                  asked again at once, twice at most                           health is ignored
// Capacity drain   n results in a row, both ways              a group below     never more than 50 % of the
//                                                             25 % is drained   groups
// "ours": the vendor judges at each of its places for itself; here one status stands for all of them.
// Sources: documentation of Amazon Route 53, Azure Traffic Manager and Front Door, Cloudflare Load Balancing,
// Google Cloud load-balancing service policies. Thread: any; values.
#pragma once

#include "backend/base/time.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace sb {

struct CheckRules {
    Duration interval = 10s; // from an answer to the next probe
    Duration timeout = 0us; // of a whole probe; 0: connecting and status by themselves (probe_judge.h)
    int failuresToRed = 3; // in a row
    int successesToGreen = 3; // in a row
    int windowProbes = 0; // instead of rows: healthy iff `windowNeeded` of the last so many; 0 … 32
    int windowNeeded = 0;
    int retries = 0; // a failed probe is asked again at once, so often, before it counts
    int healthySharePercent = 18; // healthy iff more than this share of the checkers says so
    bool drainsGroups = false; // the share is that of a group's capacity; see groupsToDrain()
    int drainBelowPercent = 25;
    int drainedPercentMax = 50; // of the groups
    friend bool operator==(const CheckRules&, const CheckRules&) = default;
};

inline constexpr int kToleratedMax = 9; // of Traffic Manager: 0 … 9, usually 3
inline constexpr int kWindowMax = 32;

// `threshold`: consecutive results, 1 … 10.
[[nodiscard]] CheckRules route53Rules(Duration interval, int threshold);
// The 4th failure in a row degrades with 3 tolerated. Timeout 5 … 10 s, with probes every 10 s 5 … 9 s.
[[nodiscard]] CheckRules trafficManagerRules(Duration interval, int toleratedFailures, Duration timeout = 9s);
[[nodiscard]] CheckRules frontDoorRules(Duration interval, int samples, int needed);
[[nodiscard]] CheckRules cloudflareRules(Duration interval, int threshold);
[[nodiscard]] CheckRules capacityDrainRules(Duration interval, int threshold);

// One checker's mind about one endpoint. It starts healthy; what a window has not seen yet counts as good.
class CheckerMind {
public:
    // True when the result changed its mind.
    bool note(bool isGood, const CheckRules& rules);
    [[nodiscard]] bool saysHealthy() const { return m_saysHealthy; }

private:
    bool m_saysHealthy = true;
    int m_contrary = 0; // consecutive results against saysHealthy
    std::uint32_t m_bad = 0; // bit i: the i-th last probe failed
};

// More than `sharePercent` of `total` say healthy: 3 of 16 are 18.75 %, 2 are 12.5 %. Nobody: healthy.
[[nodiscard]] bool isUp(int healthy, int total, int sharePercent);

// What Traffic Manager calls an endpoint.
enum class EndpointStatus : std::uint8_t { Online, Degraded, CheckingEndpoint, Stopped, Disabled, Inactive };
// "Online", "Degraded", "CheckingEndpoint", "Stopped", "Disabled", "Inactive"
[[nodiscard]] std::string_view toString(EndpointStatus status);
struct EndpointFacts {
    bool isProfileEnabled = true; // Inactive without it
    bool isEnabled = true; // Disabled without it
    bool isServiceRunning = true; // Stopped without it
    bool hasResult = false; // CheckingEndpoint until the first probe is in
    bool saysHealthy = true;
};
[[nodiscard]] EndpointStatus statusOf(const EndpointFacts& facts);
// Indices of those that are answered: Online and CheckingEndpoint; with none of them, every Degraded one.
[[nodiscard]] std::vector<std::size_t> answered(const std::vector<EndpointStatus>& endpoints);

// Capacity drain. `healthyPercent` and `isDrained` by group; the answer by group. Below the share a group is
// drained while the budget allows: those drained already keep their place, then the sickest go first, the
// first of equals.
[[nodiscard]] std::vector<bool> groupsToDrain(
    const std::vector<int>& healthyPercent, const std::vector<bool>& isDrained, const CheckRules& rules);

// Cloudflare's zero-downtime failover: whether a status of the origin (521, 522, 523, 525, 526) is tried once
// more elsewhere; and where: the first healthy endpoint of the pool that is not the one tried; nothing left:
// empty.
[[nodiscard]] bool isRetriedInBand(int status);
[[nodiscard]] std::optional<std::size_t> retryEndpoint(const std::vector<bool>& isHealthy, std::size_t tried);
// The pool to answer: the first in order with enough healthy endpoints; else the fallback, whatever its
// health. Requires fallback < pools.
struct PoolHealth {
    int healthyEndpoints = 0;
    int endpointsMin = 1; // fewer: the pool counts as down
};
[[nodiscard]] std::size_t poolToAnswer(const std::vector<PoolHealth>& pools, std::size_t fallback);

} // namespace sb
