// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/check_design.h"

#include "backend/base/result.h"

#include <algorithm>
#include <array>
#include <bit>

namespace sb {
namespace {

constexpr std::array<std::string_view, 6> kEndpointNames { "Online", "Degraded", "CheckingEndpoint",
    "Stopped", "Disabled", "Inactive" };
constexpr int kMajorityPercent = 50;
constexpr Duration kUsualTimeout = 5s; // of Front Door, Cloudflare and Google's probes
constexpr int kCloudflareRetries = 2;

} // namespace

CheckRules route53Rules(Duration interval, int threshold)
{
    return { .interval = interval, .failuresToRed = threshold, .successesToGreen = threshold };
}

CheckRules trafficManagerRules(Duration interval, int toleratedFailures, Duration timeout)
{
    return { .interval = interval,
        .timeout = timeout,
        .failuresToRed = std::clamp(toleratedFailures, 0, kToleratedMax) + 1,
        .successesToGreen = 1,
        .healthySharePercent = kMajorityPercent };
}

CheckRules frontDoorRules(Duration interval, int samples, int needed)
{
    SB_ASSERT(samples >= 1 && samples <= kWindowMax && needed >= 0 && needed <= samples);
    return { .interval = interval,
        .timeout = kUsualTimeout,
        .windowProbes = samples,
        .windowNeeded = needed,
        .healthySharePercent = kMajorityPercent };
}

CheckRules cloudflareRules(Duration interval, int threshold)
{
    return { .interval = interval,
        .timeout = kUsualTimeout,
        .failuresToRed = threshold,
        .successesToGreen = threshold,
        .retries = kCloudflareRetries,
        .healthySharePercent = kMajorityPercent };
}

CheckRules capacityDrainRules(Duration interval, int threshold)
{
    return { .interval = interval,
        .timeout = kUsualTimeout,
        .failuresToRed = threshold,
        .successesToGreen = threshold,
        .drainsGroups = true };
}

bool CheckerMind::note(bool isGood, const CheckRules& rules)
{
    bool isHealthy = m_saysHealthy;
    if (rules.windowProbes > 0) {
        const std::uint32_t mask = ~std::uint32_t { 0 } >> (kWindowMax - rules.windowProbes);
        m_bad = ((m_bad << 1) | (isGood ? 0U : 1U)) & mask;
        isHealthy = rules.windowProbes - std::popcount(m_bad) >= rules.windowNeeded;
    } else {
        m_contrary = isGood == m_saysHealthy ? 0 : m_contrary + 1;
        if (m_contrary >= (m_saysHealthy ? rules.failuresToRed : rules.successesToGreen))
            isHealthy = !m_saysHealthy;
    }
    if (isHealthy == m_saysHealthy)
        return false;
    m_saysHealthy = isHealthy;
    m_contrary = 0;
    return true;
}

bool isUp(int healthy, int total, int sharePercent)
{
    return total == 0 || healthy * 100 > sharePercent * total;
}

std::string_view toString(EndpointStatus status)
{
    return kEndpointNames[static_cast<std::size_t>(status)];
}

EndpointStatus statusOf(const EndpointFacts& facts)
{
    if (!facts.isProfileEnabled)
        return EndpointStatus::Inactive;
    if (!facts.isEnabled)
        return EndpointStatus::Disabled;
    if (!facts.isServiceRunning)
        return EndpointStatus::Stopped;
    if (!facts.hasResult)
        return EndpointStatus::CheckingEndpoint;
    return facts.saysHealthy ? EndpointStatus::Online : EndpointStatus::Degraded;
}

std::vector<std::size_t> answered(const std::vector<EndpointStatus>& endpoints)
{
    std::vector<std::size_t> good, degraded;
    for (std::size_t i = 0; i < endpoints.size(); ++i) {
        if (endpoints[i] == EndpointStatus::Online || endpoints[i] == EndpointStatus::CheckingEndpoint)
            good.push_back(i);
        if (endpoints[i] == EndpointStatus::Degraded)
            degraded.push_back(i);
    }
    return good.empty() ? degraded : good;
}

std::vector<bool> groupsToDrain(
    const std::vector<int>& healthyPercent, const std::vector<bool>& isDrained, const CheckRules& rules)
{
    SB_ASSERT(healthyPercent.size() == isDrained.size());
    std::vector<std::size_t> sick;
    for (std::size_t i = 0; i < healthyPercent.size(); ++i)
        if (healthyPercent[i] < rules.drainBelowPercent)
            sick.push_back(i);
    std::stable_sort(sick.begin(), sick.end(), [&](std::size_t a, std::size_t b) {
        if (isDrained[a] != isDrained[b])
            return static_cast<bool>(isDrained[a]);
        return healthyPercent[a] < healthyPercent[b];
    });
    const std::size_t budget
        = healthyPercent.size() * static_cast<std::size_t>(rules.drainedPercentMax) / 100;
    sick.resize(std::min(sick.size(), budget));
    std::vector<bool> drained(healthyPercent.size(), false);
    for (const std::size_t group : sick)
        drained[group] = true;
    return drained;
}

bool isRetriedInBand(int status)
{
    return status == 521 || status == 522 || status == 523 || status == 525 || status == 526;
}

std::optional<std::size_t> retryEndpoint(const std::vector<bool>& isHealthy, std::size_t tried)
{
    for (std::size_t i = 0; i < isHealthy.size(); ++i)
        if (i != tried && isHealthy[i])
            return i;
    return std::nullopt;
}

std::size_t poolToAnswer(const std::vector<PoolHealth>& pools, std::size_t fallback)
{
    SB_ASSERT(fallback < pools.size());
    for (std::size_t i = 0; i < pools.size(); ++i)
        if (pools[i].healthyEndpoints >= pools[i].endpointsMin)
            return i;
    return fallback;
}

} // namespace sb
