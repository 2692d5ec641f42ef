// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/publishing/zone_publisher.h"

#include "backend/kernel/mutant.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kPlan, kRound, kChange };

std::string versionText(std::uint64_t version)
{
    return "version " + std::to_string(version);
}

} // namespace

ZonePublisher::ZonePublisher(
    Env& env, EventLog& log, std::vector<std::string> names, PublishingConfig config, Demand addressesWanted)
    : m_env(env)
    , m_log(log)
    , m_labels(std::move(names))
    , m_config(config)
    , m_wanted(std::move(addressesWanted))
    , m_rng(env.rng("zone-publisher"))
    , m_names(m_labels.size())
    , m_isStalled(m_labels.size(), false)
{
    SB_ASSERT(!m_labels.empty());
}

void ZonePublisher::connect(ComponentId self)
{
    m_self = self;
    makePlan();
    for (std::size_t i = 0; i < m_names.size(); ++i)
        m_names[i].addresses = m_plans.front().addresses[i];
    m_env.postIn(m_config.planEvery, m_self, kPlan);
    for (std::size_t i = 0; i < kEnactors; ++i)
        m_env.postIn(m_rng.between(0us, m_config.enactEvery), m_self, kRound, i);
}

void ZonePublisher::onEvent(const SimEvent& event)
{
    switch (event.kind) {
    case kPlan:
        makePlan();
        m_env.postIn(m_config.planEvery, m_self, kPlan);
        break;
    case kRound:
        startRound(event.a);
        break;
    case kChange:
        changeNext(event.a);
        break;
    }
}

void ZonePublisher::makePlan()
{
    ZonePlan plan { ++m_counters.plans, m_env.now(), {} };
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        plan.addresses.push_back(std::max(1, m_wanted(RegionId { static_cast<std::uint8_t>(i) })));
        m_env.mix(hashCombine(plan.version, static_cast<std::uint64_t>(plan.addresses.back())));
    }
    m_plans.push_back(std::move(plan));
}

// The one look at what is in force that the unguarded enactor takes.
void ZonePublisher::startRound(std::size_t index)
{
    Enactor& enactor = m_enactors[index];
    const ZonePlan& newest = m_plans.back();
    const bool isNews = std::any_of(m_names.begin(), m_names.end(),
        [&](const Name& name) { return !name.isEmpty && name.version < newest.version; });
    if (!isNews) {
        m_env.postIn(m_config.enactEvery, m_self, kRound, index);
        return;
    }
    enactor = { newest, 0, false };
    m_env.postIn(m_rng.between(m_config.changeMin, m_config.changeMax), m_self, kChange, index);
}

void ZonePublisher::changeNext(std::size_t index)
{
    Enactor& enactor = m_enactors[index];
    if (m_isStalled[homeOf(index)]) {
        enactor.waits = true; // setStalled() wakes it
        return;
    }
    apply(enactor.next, enactor.plan, index);
    if (++enactor.next < m_names.size()) {
        m_env.postIn(m_rng.between(m_config.changeMin, m_config.changeMax), m_self, kChange, index);
        return;
    }
    const std::uint64_t applied = enactor.plan.version;
    enactor = {};
    cleanUp(applied);
    m_env.postIn(m_config.enactEvery, m_self, kRound, index);
}

void ZonePublisher::apply(std::size_t index, const ZonePlan& plan, std::size_t enactor)
{
    Name& name = m_names[index];
    const bool isOlder = plan.version < name.version;
    if (plan.version == name.version || name.isEmpty)
        return; // another enactor was faster; or nothing is known of what is in force, and nobody dares
    const std::string who = "the enactor in " + m_labels[homeOf(enactor)];
    if (isOlder && m_config.isGuarded && !SB_MUTANT(PlanUnguarded)) {
        ++m_counters.refused;
        logVersions(EventKind::ZonePlanRefused, Severity::Notice, index, plan.version,
            "Refused: " + who + " would have put " + versionText(plan.version) + " over "
                + versionText(name.version) + " for " + m_labels[index]);
        return;
    }
    if (isOlder) {
        ++m_counters.wentBack;
        logVersions(EventKind::ZonePlanApplied, Severity::Warning, index, plan.version,
            "An old plan is in force for " + m_labels[index] + ": " + who + " put "
                + versionText(plan.version) + " over " + versionText(name.version) + ", "
                + durationText(m_env.now() - plan.madeAt) + " after it was made");
    }
    ++m_counters.changes;
    name = { plan.version, plan.addresses[index], false, m_env.now() };
    m_env.mix(hashCombine(plan.version, index));
}

// What a plan would do, or did, to what is in force for a name.
void ZonePublisher::logVersions(
    EventKind kind, Severity severity, std::size_t index, std::uint64_t version, std::string note)
{
    m_log.append({ .kind = kind,
        .severity = severity,
        .actor = Actor::Routing,
        .region = RegionId { static_cast<std::uint8_t>(index) },
        .object = "zone plan",
        .valueBefore = std::to_string(m_names[index].version),
        .valueAfter = std::to_string(version),
        .unit = "version",
        .note = std::move(note) });
}

bool ZonePublisher::isInForce(std::uint64_t version) const
{
    return std::any_of(m_names.begin(), m_names.end(),
        [&](const Name& name) { return !name.isEmpty && name.version == version; });
}

void ZonePublisher::cleanUp(std::uint64_t applied)
{
    const std::uint64_t keptFrom
        = applied > m_config.generationsKept ? applied - m_config.generationsKept : 0;
    const auto isOutdated = [&](const ZonePlan& plan) {
        if (plan.version >= keptFrom)
            return false;
        return !m_config.isGuarded || SB_MUTANT(PlanUnguarded) || !isInForce(plan.version);
    };
    m_plans.erase(std::remove_if(m_plans.begin(), m_plans.end(), isOutdated), m_plans.end());
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        const std::uint64_t version = m_names[i].version;
        const bool isThere = std::any_of(
            m_plans.begin(), m_plans.end(), [&](const ZonePlan& plan) { return plan.version == version; });
        if (!isThere && !m_names[i].isEmpty)
            empty(i);
    }
}

void ZonePublisher::empty(std::size_t index)
{
    Name& name = m_names[index];
    name = { name.version, 0, true, m_env.now() };
    ++m_counters.emptied;
    m_env.mix(hashCombine(name.version, 0xE0 + index));
    m_log.append({ .kind = EventKind::AnswerEmpty,
        .severity = Severity::Critical,
        .actor = Actor::Routing,
        .region = RegionId { static_cast<std::uint8_t>(index) },
        .object = "zone plan",
        .valueBefore = std::to_string(name.version),
        .valueAfter = "0",
        .unit = "addresses",
        .note = "The name of " + m_labels[index] + " has no address any more: " + versionText(name.version)
            + " was in force and has been cleaned up as outdated; no enactor changes a name whose plan it "
              "cannot find, until the zone is republished" });
}

void ZonePublisher::setStalled(RegionId region, bool isStalled)
{
    if (m_isStalled[region.value] == isStalled)
        return;
    m_isStalled[region.value] = isStalled;
    m_env.mix(hashCombine(region.value, isStalled ? 1 : 2));
    if (isStalled)
        return;
    for (std::size_t i = 0; i < kEnactors; ++i) {
        if (homeOf(i) != region.value || !m_enactors[i].waits)
            continue;
        m_enactors[i].waits = false;
        m_env.postIn(m_rng.between(m_config.changeMin, m_config.changeMax), m_self, kChange, i);
    }
}

Result<> ZonePublisher::checkRepublish(RegionId region) const
{
    if (m_names[region.value].isEmpty)
        return {};
    return fail(Errc::Refused,
        "the name of " + m_labels[region.value] + " has addresses; there is nothing to republish");
}

void ZonePublisher::republish(RegionId region, Actor actor, EventSeq cause)
{
    const ZonePlan& newest = m_plans.back();
    Name& name = m_names[region.value];
    name = { newest.version, newest.addresses[region.value], false, m_env.now() };
    m_env.mix(hashCombine(newest.version, 0xA0U + region.value));
    m_log.append({ .kind = EventKind::ZoneChanged,
        .severity = Severity::Notice,
        .actor = actor,
        .region = region,
        .cause = cause,
        .object = "zone plan",
        .action = "republish",
        .valueBefore = "0",
        .valueAfter = std::to_string(name.addresses),
        .unit = "addresses",
        .note = "The name of " + m_labels[region.value] + " has its addresses again: "
            + versionText(newest.version) + " was put in force by hand" });
}

} // namespace sb
