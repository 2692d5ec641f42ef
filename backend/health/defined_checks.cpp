// SPDX-License-Identifier: GPL-3.0-or-later
// The health checks' part about checks by definition: what they are, what they follow, how they are read.
#include "backend/health/health_checks.h"
#include "backend/health/health_events.h"

#include <algorithm>

namespace sb {

void HealthChecks::name(const std::vector<std::string>& codes)
{
    SB_ASSERT(m_board.count() == 0 && codes.size() == m_published.size());
    for (std::size_t r = 0; r < codes.size(); ++r) {
        CheckDefinition own = m_targets[r].check;
        own.id = "endpoint-" + codes[r];
        own.endpoint.fqdn = codes[r] + ".api.bookstore.example";
        own.interval = m_rules.interval;
        own.threshold = m_rules.failuresToRed;
        own.index = m_board.count();
        m_targets[r].check = own;
        m_targets[r].board = m_board.add(own);
        m_targetOfCheck.push_back(r);
    }
    for (const std::string& code : codes) {
        CheckDefinition control { .id = "control-" + code, .type = CheckType::RecoveryControl };
        control.routingControl = code;
        control.index = m_board.count();
        m_board.add(control);
        m_targetOfCheck.push_back(kNotProbed);
    }
    m_isBelieved.assign(m_board.count(), 1);
}

Result<> HealthChecks::define(const std::vector<CheckDefinition>& checks, Hooks hooks)
{
    std::vector<CheckDefinition> all;
    for (std::size_t i = 0; i < m_board.count(); ++i)
        all.push_back(m_board.definition(i));
    all.insert(all.end(), checks.begin(), checks.end());
    if (const auto valid = validate(all); !valid)
        return valid;
    m_hooks = std::move(hooks);
    for (const bool isCalculated : { false, true }) { // children first
        for (const CheckDefinition& check : checks) {
            if ((check.type == CheckType::Calculated) != isCalculated)
                continue;
            const std::size_t number = m_board.add(check);
            m_isBelieved.push_back(m_board.isHealthy(number) ? 1 : 0);
            m_targetOfCheck.push_back(kNotProbed);
            const auto region
                = hasEndpoint(check.type) && m_hooks.regionOf ? m_hooks.regionOf(check) : std::nullopt;
            if (!region)
                continue;
            m_targetOfCheck.back() = m_targets.size();
            const bool asksForPage = matchesString(check.type);
            const bool asksDeeply = m_config.probesDeeply && check.type != CheckType::Tcp;
            addTarget(*region, check, route53Rules(check.interval, check.threshold),
                asksForPage      ? kProbePage
                    : asksDeeply ? kProbeDeep
                                 : kProbe);
            m_targets.back().rules.healthySharePercent = m_config.healthySharePercent;
            m_targets.back().board = number;
        }
    }
    return {};
}

void HealthChecks::govern(const std::vector<std::string>& ids)
{
    SB_ASSERT(ids.size() == m_governor.size());
    for (std::size_t region = 0; region < ids.size(); ++region) {
        if (ids[region].empty())
            continue;
        const auto check = m_board.find(ids[region]);
        SB_ASSERT(check.has_value() && m_targetOfCheck[*check] >= m_published.size());
        m_governor[region] = *check;
        const bool isHealthy = m_board.isHealthy(*check);
        m_status[region].isHealthy = m_status[region].isPublished = isHealthy;
        m_published[region].isHealthy = isHealthy;
        m_board.setSound(*m_targets[region].board, isHealthy);
    }
    mirror();
}

void HealthChecks::mirror()
{
    for (std::size_t region = 0; region < m_governor.size(); ++region) {
        if (m_governor[region] == kNobody)
            continue;
        const RegionHealth votes = *reading(m_board.definition(m_governor[region]).id);
        m_status[region].checkersHealthy = votes.checkersHealthy;
        m_published[region].checkersHealthy = votes.checkersHealthy;
        m_published[region].checkersTotal = votes.checkersTotal;
    }
}

void HealthChecks::mirrorProbe(std::size_t target)
{
    const Target& from = m_targets[target];
    if (isRegionsOwn(target) || m_governor[from.region.value] != *from.board)
        return;
    Status& status = m_status[from.region.value];
    status.lastProbe = m_status[target].lastProbe;
    status.lastFailure = m_status[target].lastFailure;
    status.lastLatency = m_status[target].lastLatency;
}

void HealthChecks::flipDefined(std::size_t slot, const std::string& failure)
{
    const Target& target = m_targets[targetOf(slot)];
    Status& status = m_status[targetOf(slot)];
    status.checkersHealthy += checker(slot).mind.saysHealthy() ? 1 : -1;
    m_env.mix((std::uint64_t { slot } << 8) ^ (checker(slot).mind.saysHealthy() ? 1U : 0U));
    if (m_governor[target.region.value] == *target.board)
        logFlip(target.region, slot, failure);
    mirror();
    const bool isHealthy = isUp(status.checkersHealthy, target.checkers, target.rules.healthySharePercent);
    if (isHealthy == status.isHealthy)
        return;
    status.isHealthy = isHealthy;
    status.since = m_env.now();
    announce(m_board.setSound(*target.board, isHealthy));
}

// Of the checks that changed, those that are no region's own get on their way to the DNS here, and regions
// that one of them stands for are judged by it.
void HealthChecks::announce(const std::vector<std::size_t>& changed)
{
    for (const std::size_t check : changed) {
        if (m_targetOfCheck[check] < m_published.size())
            continue;
        const bool isHealthy = m_board.isHealthy(check);
        const CheckDefinition& definition = m_board.definition(check);
        m_changedAt.resize(m_board.count(), kStart);
        m_changedAt[check] = m_env.now();
        m_env.mix(hashCombine(hashBytes(definition.id), isHealthy ? 3U : 4U));
        const std::string what
            = "health check " + definition.id + " (" + std::string(toString(definition.type)) + ")";
        const EventSeq event = m_log.append({ .kind = EventKind::CheckChanged,
            .severity = Severity::Notice,
            .actor = Actor::Health,
            .object = "health check " + definition.id,
            .action = isHealthy ? "green" : "red",
            .valueBefore = isHealthy ? "red" : "green",
            .valueAfter = isHealthy ? "green" : "red",
            .note = "H" + what.substr(1) + (isHealthy ? " is healthy" : " is unhealthy") });
        m_env.postIn(m_definedRng.between(m_config.propagationMin, m_config.propagationMax), m_self,
            kPublishCheck, check);
        if (m_onCheckChanged)
            m_onCheckChanged(definition.id, isHealthy, event);
        for (std::size_t region = 0; region < m_governor.size(); ++region)
            if (m_governor[region] == check)
                judge(RegionId { static_cast<std::uint8_t>(region) }, isHealthy, event,
                    "its records are judged by " + what);
    }
    mirror();
}

void HealthChecks::publishCheck(std::size_t check)
{
    const bool isHealthy = m_board.isHealthy(check);
    if (isHealthy == (m_isBelieved[check] != 0))
        return; // it changed back while under way
    m_isBelieved[check] = isHealthy ? 1 : 0;
    m_env.mix(hashCombine(hashBytes(m_board.definition(check).id), isHealthy ? 5U : 6U));
    if (m_onCheckPublished)
        m_onCheckPublished(m_board.definition(check).id, isHealthy);
}

void HealthChecks::takeDatum(std::size_t check)
{
    const CheckDefinition& definition = m_board.definition(check);
    announce(m_board.noteDatum(check, m_hooks.datum ? m_hooks.datum(definition) : std::nullopt));
    m_env.postIn(definition.alarmRule.period, m_self, kDatumDue, check);
}

void HealthChecks::setControl(std::string_view control, bool isOn)
{
    announce(m_board.setControl(control, isOn));
}

std::optional<RegionHealth> HealthChecks::reading(std::string_view id) const
{
    const auto check = m_board.find(id);
    if (!check)
        return std::nullopt;
    const std::size_t target = m_targetOfCheck[*check];
    if (target < m_published.size())
        return m_published[target];
    const bool isHealthy = m_isBelieved[*check] != 0;
    if (target != kNotProbed)
        return RegionHealth { isHealthy, m_status[target].checkersHealthy, m_targets[target].checkers };
    const CheckDefinition& definition = m_board.definition(*check);
    if (definition.type == CheckType::Calculated)
        return RegionHealth { isHealthy, m_board.healthyChildren(*check),
            static_cast<int>(definition.children.size()) };
    return RegionHealth { isHealthy, isHealthy ? 1 : 0, 1 };
}

HealthChecks::Summary HealthChecks::summaryOf(std::size_t check) const
{
    const std::size_t target = m_targetOfCheck[check];
    const bool isOwn = target != kNotProbed && isRegionsOwn(target);
    if (isOwn && m_governor[target] != kNobody) { // its owner's check stands for it
        Summary summary = summaryOf(m_governor[target]);
        summary.region = RegionId { static_cast<std::uint8_t>(target) };
        summary.isHealthy = m_status[target].isHealthy;
        summary.since = m_status[target].since;
        return summary;
    }
    const CheckDefinition& definition = m_board.definition(check);
    Summary summary;
    summary.isHealthy = m_board.isHealthy(check);
    summary.since = check < m_changedAt.size() ? m_changedAt[check] : kStart;
    if (target != kNotProbed) {
        const Status& status = m_status[target];
        if (isOwn) {
            summary.region = RegionId { static_cast<std::uint8_t>(target) };
            summary.isHealthy = status.isHealthy;
            summary.since = status.since;
        }
        summary.healthy = status.checkersHealthy;
        summary.total = m_targets[target].checkers;
        summary.needed = summary.total * m_targets[target].rules.healthySharePercent / 100 + 1;
        summary.lastFailure = status.lastFailure;
    } else if (definition.type == CheckType::Calculated) {
        summary.healthy = m_board.healthyChildren(check);
        summary.total = static_cast<int>(definition.children.size());
        summary.needed = definition.healthThreshold;
    } else {
        const bool isSound = summary.isHealthy != definition.isInverted;
        summary.healthy = isSound ? 1 : 0;
        summary.total = 1;
    }
    return summary;
}

bool HealthChecks::isHealthy(std::string_view id) const
{
    const auto found = reading(id);
    return !found || found->isHealthy;
}

} // namespace sb
