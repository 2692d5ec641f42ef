// SPDX-License-Identifier: GPL-3.0-or-later
// The World's health checks: by which rules they judge, and what is known about a red one.
#include "backend/control/sampler.h"
#include "backend/control/simulation.h"

#include <algorithm>

namespace sb {
namespace {

// The configuration has one threshold. What it means depends on the system: results in a row, failures that
// are tolerated, or how many good probes a window needs, which is one longer than that.
std::optional<CheckRules> rulesOf(const RunConfig& config)
{
    const Duration interval = config.healthInterval;
    const int threshold = config.healthThreshold;
    switch (config.checkDesign) {
    case CheckDesign::Route53:
        return std::nullopt;
    case CheckDesign::TrafficManager:
        return trafficManagerRules(interval, std::min(threshold, kToleratedMax));
    case CheckDesign::FrontDoor:
        return frontDoorRules(interval, threshold + 1, threshold);
    case CheckDesign::Cloudflare:
        return cloudflareRules(interval, threshold);
    case CheckDesign::CapacityDrain:
        return capacityDrainRules(interval, threshold);
    }
    return std::nullopt;
}

} // namespace

Result<> Simulation::buildHealth(const SimulationOptions& options)
{
    m_health = std::make_unique<HealthChecks>(m_world, *m_network, m_log,
        HealthCheckConfig { .interval = m_config.healthInterval,
            .threshold = m_config.healthThreshold,
            .rules = rulesOf(m_config),
            .probesDeeply = m_config.checksDeeply });
    m_health->name(m_codes);
    std::vector<CheckDefinition> checks = options.checks;
    for (CheckDefinition& check : zoneChecks())
        checks.push_back(std::move(check));
    if (const auto defined = m_health->define(checks, healthHooks()); !defined)
        return defined;
    governHealth();
    return {};
}

HealthChecks::Hooks Simulation::healthHooks()
{
    HealthChecks::Hooks hooks;
    const auto regionOf = [this](const std::string& text) -> std::optional<RegionId> {
        for (std::size_t i = 0; i < m_codes.size(); ++i)
            if (text.find(m_codes[i]) != std::string::npos)
                return RegionId { static_cast<std::uint8_t>(i) };
        return std::nullopt;
    };
    const auto placeOf = [regionOf, probed = zoneProbed()](const CheckDefinition& check,
                             const std::string& text) -> std::optional<RegionId> {
        const auto found = probed.find(check.id);
        if (found == probed.end())
            return regionOf(text);
        return found->second.isValid() ? std::optional(found->second) : std::nullopt;
    };
    hooks.regionOf = [placeOf](const CheckDefinition& check) { return placeOf(check, check.endpoint.fqdn); };
    hooks.page = [this](RegionId region, const std::string&) {
        const bool isOpen = m_regions[region.value].engine->acceptsWrites();
        return "<!doctype html><title>Bookstore</title><p>Region: " + m_codes[region.value]
            + "</p><p>Orders: " + (isOpen ? "open" : "paused") + "</p>";
    };
    hooks.datum = [this, placeOf](const CheckDefinition& check) -> std::optional<std::int64_t> {
        const auto region = placeOf(check, check.alarm.region);
        if (!region)
            return std::nullopt;
        if (check.alarmRule.metric == kErrorShareMetric) {
            const auto& figures = m_sampler->region(*region);
            if (figures.requestRateHz
                <= 0) // nothing was answered: no datum, which is not the same as none wrong
                return std::nullopt;
            return std::int64_t { figures.errorPerMille } * 100;
        }
        if (check.alarmRule.metric != kLagMetric)
            return std::nullopt;
        Duration longest { 0 };
        for (std::size_t i = 0; i < m_regions.size(); ++i) {
            const RegionId peer { static_cast<std::uint8_t>(i) };
            if (peer != *region)
                longest = std::max(longest, m_watch->lag(*region, peer));
        }
        return longest.count() / 1'000;
    };
    return hooks;
}

// At the moment of the judgement: customers in that region are being answered, and within the objective.
void Simulation::watchHealth()
{
    m_log.listen([this](const Event& event) {
        if (event.kind != EventKind::HealthRed || !event.region.isValid())
            return;
        const auto& figures = m_sampler->region(event.region);
        if (figures.requestRateHz <= 0 || figures.errorPerMille > m_config.errorObjectivePerMille)
            return;
        const std::string& name = m_names[event.region.value];
        m_log.append({ .kind = EventKind::CheckDoubted,
            .severity = Severity::Warning,
            .actor = Actor::Health,
            .region = event.region,
            .cause = event.seq,
            .object = "health check of " + name,
            .valueAfter = std::to_string(figures.errorPerMille),
            .unit = "per mille",
            .note = "The check of " + name + " may be wrong: customers there are served, with "
                + std::to_string(figures.errorPerMille) + " errors per mille in the last seconds" });
    });
}

} // namespace sb
