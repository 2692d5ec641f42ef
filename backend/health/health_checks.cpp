// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/health_checks.h"

#include "backend/health/health_events.h"

#include <algorithm>

namespace sb {

HealthChecks::HealthChecks(Env& env, Network& network, EventLog& log, HealthCheckConfig config)
    : m_env(env)
    , m_network(network)
    , m_log(log)
    , m_config(config)
    , m_rules(config.rules.value_or(route53Rules(config.interval, config.threshold)))
    , m_rng(env.rng("health-checks"))
    , m_definedRng(env.rng("health-checks-defined"))
    , m_published(network.regionCount())
    , m_governor(network.regionCount(), kNobody)
    , m_cutPercent(network.regionCount())
    , m_latencies(network.regionCount() * kCheckerHomes.size(), RingBuffer<LatencySample> { kLatencySamples })
{
    if (!config.rules)
        m_rules.healthySharePercent = config.healthySharePercent;
    for (std::size_t i = 0; i < kCheckers; ++i) {
        const auto home = atlas().findRegion(kCheckerHomes[i / 2]);
        SB_ASSERT(home.has_value());
        m_homes.push_back(*home);
    }
    for (std::size_t r = 0; r < network.regionCount(); ++r) {
        CheckDefinition own { .id = "endpoint-" + std::to_string(r), .measuresLatency = true };
        own.endpoint.fqdn = own.id;
        addTarget(RegionId { static_cast<std::uint8_t>(r) }, own, m_rules,
            config.probesDeeply ? kProbeDeep : kProbe);
        std::array<std::uint8_t, kCheckers> order {};
        for (std::size_t i = 0; i < kCheckers; ++i)
            order[i] = static_cast<std::uint8_t>(i);
        Rng rng = env.rng("checkers-cut", r);
        for (std::size_t i = kCheckers; i > 1; --i)
            std::swap(order[i - 1], order[rng.below(i)]);
        m_cutOrder.push_back(order);
    }
}

void HealthChecks::addTarget(
    RegionId region, CheckDefinition check, const CheckRules& rules, std::uint32_t probeKind)
{
    Target target { .region = region, .check = std::move(check), .rules = rules, .probeKind = probeKind };
    target.limits.connect = rules.timeout > 0us ? rules.timeout : m_config.connectTimeout;
    target.limits.status = rules.timeout > 0us ? rules.timeout : m_config.statusTimeout;
    target.patience = target.check.type == CheckType::Tcp ? target.limits.tcpConnect : target.limits.connect;
    target.checkers = checkerCountOf(target.check);
    m_status.emplace_back().checkersHealthy = target.checkers;
    m_targets.push_back(std::move(target));
    m_checkers.resize(m_targets.size() * kCheckers);
}

void HealthChecks::connect(ComponentId self, std::vector<ComponentId> targets, std::vector<std::string> names)
{
    m_self = self;
    m_components = std::move(targets);
    m_names = std::move(names);
    for (std::size_t slot = 0; slot < m_checkers.size(); ++slot) {
        const Target& target = m_targets[targetOf(slot)];
        const auto& places = target.check.checkerRegions;
        const bool isReplaced = isRegionsOwn(targetOf(slot)) && m_governor[target.region.value] != kNobody;
        if (target.check.isDisabled || isReplaced
            || (!places.empty()
                && std::find(places.begin(), places.end(), kCheckerHomes[slot % kCheckers / 2])
                    == places.end()))
            continue;
        Rng& rng = isRegionsOwn(targetOf(slot)) ? m_rng : m_definedRng;
        m_env.postIn(rng.between(0us, target.rules.interval), m_self, kSendProbe, slot); // uncoordinated
    }
    for (std::size_t i = 0; i < m_board.count(); ++i)
        if (m_board.definition(i).type == CheckType::CloudWatchMetric && !m_board.definition(i).isDisabled)
            m_env.postIn(m_board.definition(i).alarmRule.period, m_self, kDatumDue, i);
}

void HealthChecks::onEvent(const SimEvent& event)
{
    switch (event.kind) {
    case kSendProbe:
        checker(event.a).retriesLeft = m_targets[targetOf(event.a)].rules.retries;
        sendProbe(event.a);
        break;
    case kTimeout:
        if (checker(event.a).probe == event.b) {
            const Target& target = m_targets[targetOf(event.a)];
            recordLatency(event.a, std::nullopt, 0us);
            onResult(event.a, judgeProbe(target.check, {}, target.limits));
        }
        break;
    case kProbeAnswer:
        onAnswer(event);
        break;
    case kPublish:
        publish(RegionId { static_cast<std::uint8_t>(event.a) });
        break;
    case kPublishCheck:
        publishCheck(event.a);
        break;
    case kDatumDue:
        takeDatum(event.a);
        break;
    }
}

bool HealthChecks::isCut(std::size_t slot) const
{
    const std::size_t region = m_targets[targetOf(slot)].region.value;
    const int percent = m_cutPercent[region];
    const int count = (percent * static_cast<int>(kCheckers) + 50) / 100; // the nearest
    return percent > 0 && m_cutOrder[region][slot % kCheckers] < std::max(count, 1);
}

void HealthChecks::sendProbe(std::size_t slot)
{
    const Target& target = m_targets[targetOf(slot)];
    Checker& c = checker(slot);
    c.probe = m_nextProbe++;
    c.sentAt = m_env.now();
    const Duration there = m_network.checker(m_homes[slot % kCheckers], target.region, true);
    const ProbeAddress address { m_self, static_cast<std::uint8_t>(m_homes[slot % kCheckers]),
        static_cast<std::uint32_t>(slot) };
    const bool isLost = m_env.buggify("health.probe-lost") || isCut(slot);
    if (!isLost)
        m_env.postIn(there, m_components[target.region.value], target.probeKind, c.probe, address.packed());
    m_env.postIn(target.patience, m_self, kTimeout, slot, c.probe);
}

void HealthChecks::onAnswer(const SimEvent& event)
{
    const ProbeAnswer answer = ProbeAnswer::unpacked(event.b);
    const std::size_t slot = answer.slot;
    if (checker(slot).probe != event.a)
        return; // too late: already counted as a timeout
    const Target& target = m_targets[targetOf(slot)];
    const Duration roundTrip = m_env.now() - checker(slot).sentAt;
    ProbeReply reply { .connect = Duration { 0 }, .status = roundTrip, .statusCode = answer.status };
    std::string body;
    if (matchesString(target.check.type)) {
        body = m_hooks.page ? m_hooks.page(target.region, target.check.endpoint.path) : std::string();
        reply.body = Duration { 0 };
        reply.bodyBytes = body;
    }
    const ProbeFinding finding = judgeProbe(target.check, reply, target.limits);
    if (finding.isGood())
        m_status[targetOf(slot)].lastLatency = roundTrip;
    recordLatency(
        slot, finding.isGood() ? std::optional(roundTrip) : std::nullopt, Duration { answer.worked * 100 });
    onResult(slot, finding);
}

void HealthChecks::onResult(std::size_t slot, const ProbeFinding& finding)
{
    Checker& c = checker(slot);
    const Target& target = m_targets[targetOf(slot)];
    Status& status = m_status[targetOf(slot)];
    c.probe = 0;
    status.lastProbe = m_env.now();
    if (!finding.isGood())
        status.lastFailure = finding.text;
    mirrorProbe(targetOf(slot));
    if (!finding.isGood() && c.retriesLeft > 0) {
        --c.retriesLeft;
        sendProbe(slot);
        return;
    }
    if (c.mind.note(finding.isGood(), target.rules)) {
        if (isRegionsOwn(targetOf(slot)))
            flip(slot, finding.text);
        else
            flipDefined(slot, finding.text);
    }
    m_env.postIn(target.rules.interval, m_self, kSendProbe, slot);
}

// The first result of a place in each half minute stands for it.
void HealthChecks::recordLatency(std::size_t slot, std::optional<Duration> roundTrip, Duration worked)
{
    const Target& target = m_targets[targetOf(slot)];
    const bool stands = target.board && m_governor[target.region.value] == *target.board;
    if (!isRegionsOwn(targetOf(slot)) && !(stands && target.check.measuresLatency))
        return;
    constexpr Duration kHalfMinute = 30s;
    const std::int64_t half = micros(m_env.now()) / kHalfMinute.count();
    auto& series = m_latencies[target.region.value * kCheckerHomes.size() + slot % kCheckers / 2];
    if (!series.isEmpty() && series.back().halfMinute >= half)
        return;
    LatencySample sample { .halfMinute = half, .connect = std::nullopt, .firstByte = roundTrip };
    if (roundTrip)
        sample.connect = std::max(*roundTrip - worked, Duration { 0 });
    series.push(sample);
}

EventSeq HealthChecks::logFlip(RegionId region, std::size_t slot, const std::string& failure)
{
    const Status& status = m_status[targetOf(slot)];
    const bool saysHealthy = checker(slot).mind.saysHealthy();
    const std::string tally = std::to_string(status.checkersHealthy) + " of "
        + std::to_string(m_targets[targetOf(slot)].checkers);
    return m_log.append({ .kind = EventKind::CheckerFlipped,
        .severity = Severity::Info,
        .actor = Actor::Health,
        .region = region,
        .object
        = "checker " + std::string(kCheckerHomes[slot % kCheckers / 2]) + (slot % 2 == 0 ? " a" : " b"),
        .action = saysHealthy ? "green" : "red",
        .valueAfter = std::to_string(status.checkersHealthy),
        .unit = "checkers healthy",
        .note = tally + " checkers say " + m_names[region.value] + " is healthy"
            + (failure.empty() ? "" : " (" + failure + ")") });
}

void HealthChecks::flip(std::size_t slot, const std::string& failure)
{
    const RegionId region = m_targets[targetOf(slot)].region;
    const bool saysHealthy = checker(slot).mind.saysHealthy();
    Status& status = m_status[region.value];
    status.checkersHealthy += saysHealthy ? 1 : -1;
    m_published[region.value].checkersHealthy = status.checkersHealthy;
    m_env.mix((std::uint64_t { slot } << 8) ^ (saysHealthy ? 1U : 0U));
    const EventSeq flipped = logFlip(region, slot, failure);
    const std::string tally = std::to_string(status.checkersHealthy) + " of " + std::to_string(kCheckers);
    if (m_rules.drainsGroups) {
        drain(flipped);
        return;
    }
    const bool isHealthy
        = isUp(status.checkersHealthy, static_cast<int>(kCheckers), m_rules.healthySharePercent);
    if (isHealthy == status.isHealthy)
        return;
    judge(region, isHealthy, flipped,
        tally + " checkers say healthy; more than " + std::to_string(m_rules.healthySharePercent)
            + " % are needed" + (isHealthy || failure.empty() ? "" : "; last failure: " + failure));
}

// Groups are judged together, because only some of them may go.
void HealthChecks::drain(EventSeq cause)
{
    std::vector<int> percent;
    std::vector<bool> isDrained;
    for (std::size_t r = 0; r < m_published.size(); ++r) {
        const bool isOwners = m_governor[r] != kNobody; // judged by its owner's check alone
        percent.push_back(isOwners ? 100 : m_status[r].checkersHealthy * 100 / static_cast<int>(kCheckers));
        isDrained.push_back(m_status[r].isDrained);
    }
    const std::vector<bool> wanted = groupsToDrain(percent, isDrained, m_rules);
    for (std::size_t r = 0; r < wanted.size(); ++r) {
        if (wanted[r] == m_status[r].isDrained)
            continue;
        m_status[r].isDrained = wanted[r];
        judge(RegionId { static_cast<std::uint8_t>(r) }, !wanted[r], cause,
            std::to_string(percent[r]) + " % of its capacity is healthy; below "
                + std::to_string(m_rules.drainBelowPercent) + " % it is drained, with at most "
                + std::to_string(m_rules.drainedPercentMax) + " % of the groups");
    }
}

void HealthChecks::judge(RegionId region, bool isHealthy, EventSeq cause, const std::string& why)
{
    Status& status = m_status[region.value];
    status.isHealthy = isHealthy;
    status.since = m_env.now();
    status.event = m_log.append({ .kind = isHealthy ? EventKind::HealthGreen : EventKind::HealthRed,
        .severity = isHealthy ? Severity::Notice : Severity::Critical,
        .actor = Actor::Health,
        .region = region,
        .cause = cause,
        .object = "health check of " + m_names[region.value],
        .action = isHealthy ? "green" : "red",
        .valueBefore = isHealthy ? "red" : "green",
        .valueAfter = isHealthy ? "green" : "red",
        .note = m_names[region.value] + (isHealthy ? " is healthy again: " : " is unhealthy: ") + why });
    m_env.postIn(
        m_rng.between(m_config.propagationMin, m_config.propagationMax), m_self, kPublish, region.value);
    if (const auto check = m_targets[region.value].board)
        announce(m_board.setSound(*check, isHealthy));
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

void HealthChecks::setCutPercent(RegionId region, int percent)
{
    if (percent == m_cutPercent[region.value])
        return;
    m_cutPercent[region.value] = percent;
    m_env.mix((std::uint64_t { region.value } << 16) ^ (std::uint64_t { 7 } << 8)
        ^ static_cast<std::uint64_t>(percent));
}

EndpointStatus HealthChecks::endpointStatus(RegionId region) const
{
    const Status& status = m_status[region.value];
    return statusOf({ .hasResult = status.lastProbe > kStart, .saysHealthy = status.isHealthy });
}

} // namespace sb
