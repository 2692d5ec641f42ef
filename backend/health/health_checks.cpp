// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/health_checks.h"

namespace sb {
namespace {

enum EventType : std::uint32_t { kSendProbe, kTimeout, kPublish };

} // namespace

HealthChecks::HealthChecks(Env& env, Network& network, EventLog& log, HealthCheckConfig config)
    : m_env(env)
    , m_network(network)
    , m_log(log)
    , m_config(config)
    , m_rng(env.rng("health-checks"))
    , m_checkers(network.regionCount() * kCheckers)
    , m_status(network.regionCount())
    , m_published(network.regionCount())
{
    for (std::size_t i = 0; i < kCheckers; ++i) {
        const auto home = atlas().findRegion(kCheckerHomes[i / 2]);
        SB_ASSERT(home.has_value());
        m_homes.push_back(*home);
    }
}

void HealthChecks::connect(ComponentId self, std::vector<ComponentId> targets, std::vector<std::string> names)
{
    m_self = self;
    m_targets = std::move(targets);
    m_names = std::move(names);
    for (std::size_t slot = 0; slot < m_checkers.size(); ++slot)
        m_env.postIn(m_rng.between(0us, m_config.interval), m_self, kSendProbe, slot); // uncoordinated
}

void HealthChecks::onEvent(const SimEvent& event)
{
    switch (event.kind) {
    case kSendProbe:
        sendProbe(event.a);
        break;
    case kTimeout:
        if (checker(event.a).probe == event.b)
            onResult(event.a, false, "timeout after " + durationText(m_config.connectTimeout));
        break;
    case kProbeAnswer: {
        const auto slot = static_cast<std::size_t>(event.b & 0xFFFFFFFF);
        const auto status = static_cast<int>(event.b >> 32);
        if (checker(slot).probe != event.a)
            break; // too late: already counted as a timeout
        const Duration roundTrip = m_env.now() - checker(slot).sentAt;
        const bool isLate = roundTrip > m_config.statusTimeout;
        const bool isGood = status >= 200 && status < 400 && !isLate;
        if (isGood)
            m_status[regionOf(slot)].lastLatency = roundTrip;
        const std::string late = "no status within " + durationText(m_config.statusTimeout);
        onResult(slot, isGood, isGood ? std::string() : isLate ? late : "status " + std::to_string(status));
        break;
    }
    case kPublish:
        publish(RegionId { static_cast<std::uint8_t>(event.a) });
        break;
    }
}

void HealthChecks::sendProbe(std::size_t slot)
{
    const std::size_t region = regionOf(slot);
    Checker& c = checker(slot);
    c.probe = m_nextProbe++;
    c.sentAt = m_env.now();
    const Duration there
        = m_network.checker(m_homes[slot % kCheckers], RegionId { static_cast<std::uint8_t>(region) }, true);
    const ProbeAddress address { m_self, static_cast<std::uint8_t>(m_homes[slot % kCheckers]),
        static_cast<std::uint32_t>(slot) };
    if (!m_env.buggify("health.probe-lost"))
        m_env.postIn(there, m_targets[region], kProbe, c.probe, address.packed());
    m_env.postIn(m_config.connectTimeout, m_self, kTimeout, slot, c.probe);
}

void HealthChecks::onResult(std::size_t slot, bool isGood, const std::string& failure)
{
    Checker& c = checker(slot);
    Status& status = m_status[regionOf(slot)];
    c.probe = 0;
    status.lastProbe = m_env.now();
    if (!isGood)
        status.lastFailure = failure;
    c.contrary = isGood == c.saysHealthy ? 0 : c.contrary + 1;
    if (c.contrary >= m_config.threshold)
        flip(slot, failure);
    m_env.postIn(m_config.interval, m_self, kSendProbe, slot);
}

void HealthChecks::flip(std::size_t slot, const std::string& failure)
{
    const RegionId region { static_cast<std::uint8_t>(regionOf(slot)) };
    Checker& c = checker(slot);
    Status& status = m_status[region.value];
    c.saysHealthy = !c.saysHealthy;
    c.contrary = 0;
    status.checkersHealthy += c.saysHealthy ? 1 : -1;
    m_published[region.value].checkersHealthy = status.checkersHealthy;
    m_env.mix((std::uint64_t { slot } << 8) ^ (c.saysHealthy ? 1U : 0U));
    const std::string tally = std::to_string(status.checkersHealthy) + " of " + std::to_string(kCheckers);
    const EventSeq flipped = m_log.append({ .kind = EventKind::CheckerFlipped,
        .severity = Severity::Info,
        .actor = Actor::Health,
        .region = region,
        .object
        = "checker " + std::string(kCheckerHomes[slot % kCheckers / 2]) + (slot % 2 == 0 ? " a" : " b"),
        .action = c.saysHealthy ? "green" : "red",
        .valueAfter = std::to_string(status.checkersHealthy),
        .unit = "checkers healthy",
        .note = tally + " checkers say " + m_names[region.value] + " is healthy"
            + (failure.empty() ? "" : " (" + failure + ")") });
    const bool isHealthy
        = status.checkersHealthy * 100 > m_config.healthySharePercent * static_cast<int>(kCheckers);
    if (isHealthy == status.isHealthy)
        return;
    status.isHealthy = isHealthy;
    status.since = m_env.now();
    status.event = m_log.append({ .kind = isHealthy ? EventKind::HealthGreen : EventKind::HealthRed,
        .severity = isHealthy ? Severity::Notice : Severity::Critical,
        .actor = Actor::Health,
        .region = region,
        .cause = flipped,
        .object = "health check of " + m_names[region.value],
        .action = isHealthy ? "green" : "red",
        .valueBefore = isHealthy ? "red" : "green",
        .valueAfter = isHealthy ? "green" : "red",
        .note = m_names[region.value] + (isHealthy ? " is healthy again: " : " is unhealthy: ") + tally
            + " checkers say healthy; more than " + std::to_string(m_config.healthySharePercent)
            + " % are needed" + (isHealthy || failure.empty() ? "" : "; last failure: " + failure) });
    m_env.postIn(
        m_rng.between(m_config.propagationMin, m_config.propagationMax), m_self, kPublish, region.value);
}

void HealthChecks::publish(RegionId region)
{
    Status& status = m_status[region.value];
    RegionHealth& health = m_published[region.value];
    if (status.isPublished == status.isHealthy)
        return; // it flipped back while under way
    status.isPublished = status.isHealthy;
    health.isHealthy = status.isHealthy;
    m_env.mix((std::uint64_t { region.value } << 4) ^ (status.isHealthy ? 5U : 6U));
    if (m_onPublished)
        m_onPublished(region, status.isHealthy);
}

} // namespace sb
