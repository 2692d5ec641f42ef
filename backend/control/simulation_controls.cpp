// SPDX-License-Identifier: GPL-3.0-or-later
// A World's routing controls, shifts and dials: built here, ordered here, and told to the window.
#include "backend/control/simulation.h"
#include "backend/controls/controls_file.h"

#include <algorithm>

namespace sb {

Result<> Simulation::openControls()
{
    auto spec = parseControls(m_config.controlsToml, "controls", m_config.regions);
    if (!spec)
        return tl::make_unexpected(spec.error());
    const std::size_t count = m_regions.size();
    m_steering.events.resize(count);
    m_steering.changedAt.resize(count);
    m_steering.dataPlane = std::make_unique<DataPlane>(m_world, count);
    m_steering.admissions = std::make_unique<AdmissionBoard>(count);
    m_steering.links = std::make_unique<ControlLinks>(m_world, *m_network,
        [this](RegionId region) { return m_regions[region.value].engine->condition().isDown; });
    m_steering.cluster
        = std::make_unique<ControlCluster>(m_world, m_log, *m_steering.links, std::move(*spec), m_codes);
    for (std::size_t i = 0; i < count; ++i) {
        const RegionId region { static_cast<std::uint8_t>(i) };
        if (!m_steering.cluster->isRegionOn(region))
            m_steering.dataPlane->begin(Lever::Control, region, 0);
    }
    m_steering.shifts = std::make_unique<ShiftBoard>(
        m_world, m_log, *m_steering.dataPlane, m_names, [this](RegionId region) {
            int share = 0;
            for (std::size_t i = 0; i < m_regions.size(); ++i) {
                if (i != region.value)
                    share = std::max(share, shareLeft(RegionId { static_cast<std::uint8_t>(i) }));
            }
            return share;
        });
    return {};
}

int Simulation::shareLeft(RegionId region) const
{
    const DataPlane& shares = *m_steering.dataPlane;
    if (!m_health->published()[region.value].isHealthy)
        return 0;
    return std::min(
        { m_failBack->admission()[region.value].rampPerMille, shares.wanted(Lever::Control, region),
            shares.wanted(Lever::Shift, region), shares.wanted(Lever::Dial, region) });
}

void Simulation::buildControls()
{
    m_steering.dataPlane->connect(m_world.add(*m_steering.dataPlane));
    m_steering.cluster->connect(m_world.add(*m_steering.cluster));
    m_steering.shifts->connect(m_world.add(*m_steering.shifts));
    m_steering.dataPlane->onChange([this] { m_steering.admissions->refresh(); });
    m_steering.cluster->onDecided([this](const std::vector<ControlChange>&, EventSeq) {
        std::vector<std::pair<RegionId, int>> shares;
        for (std::size_t i = 0; i < m_regions.size(); ++i) {
            const RegionId region { static_cast<std::uint8_t>(i) };
            const int share = m_steering.cluster->isRegionOn(region) ? 1000 : 0;
            if (m_steering.dataPlane->wanted(Lever::Control, region) != share)
                shares.emplace_back(region, share);
        }
        if (!shares.empty())
            m_steering.dataPlane->set(Lever::Control, shares);
    });
    m_log.listen([this](const Event& event) {
        const bool isLever = event.kind == EventKind::ControlChanged || event.kind == EventKind::ShiftStarted
            || event.kind == EventKind::ShiftEnded || event.kind == EventKind::DialChanged;
        if (!isLever || !event.region.isValid())
            return;
        m_steering.events[event.region.value] = event.seq;
        SteeringParts::Changed& changed = m_steering.changedAt[event.region.value];
        (event.kind == EventKind::ControlChanged       ? changed.control
                : event.kind == EventKind::DialChanged ? changed.dial
                                                       : changed.shift)
            = event.at;
    });
    m_watch->setCauses([this](RegionId region) { return m_steering.events[region.value]; });
}

namespace {

ControlRequest requestOf(const SetControls& command)
{
    ControlRequest request;
    for (const SetControls::Change& change : command.changes)
        request.changes.push_back({ change.control, change.isOn });
    request.overrides = command.overrides;
    request.reason = command.reason;
    return request;
}

} // namespace

Result<> Simulation::checkSteering(const Command& command) const
{
    if (const auto* set = std::get_if<SetControls>(&command))
        return m_steering.cluster->check(requestOf(*set));
    const auto onRegion = [&](const std::string& code, auto&& then) -> Result<> {
        const auto region = findRegion(code);
        return region ? then(*region) : Result<>(tl::make_unexpected(region.error()));
    };
    if (const auto* shift = std::get_if<ShiftAway>(&command))
        return onRegion(shift->region, [&](RegionId region) {
            return m_steering.shifts->checkShift(region, shift->expiresAfter, shift->reason);
        });
    if (const auto* cancel = std::get_if<CancelShift>(&command))
        return onRegion(cancel->region,
            [&](RegionId region) { return m_steering.shifts->checkCancel(region, ShiftKind::Operator); });
    if (const auto* dial = std::get_if<SetDial>(&command))
        return onRegion(dial->region, [](RegionId) { return Result<> {}; });
    return fail(Errc::Refused, "this run knows no such command");
}

void Simulation::performSteering(const Command& command, Actor actor, EventSeq cause)
{
    if (const auto* set = std::get_if<SetControls>(&command))
        m_steering.cluster->submit(requestOf(*set), kConsole, actor, cause);
    else if (const auto* shift = std::get_if<ShiftAway>(&command))
        m_steering.shifts->shift(*findRegion(shift->region), ShiftKind::Operator, shift->expiresAfter,
            shift->reason, actor, cause);
    else if (const auto* cancel = std::get_if<CancelShift>(&command))
        m_steering.shifts->cancel(*findRegion(cancel->region), ShiftKind::Operator, actor, cause);
    else if (const auto* dial = std::get_if<SetDial>(&command))
        m_steering.shifts->setDial(*findRegion(dial->region), dial->percent, actor, cause);
}

void Simulation::fillSteering(Snapshot& snapshot) const
{
    const ControlCluster& cluster = *m_steering.cluster;
    const ControlsSpec& spec = cluster.spec();
    for (std::size_t i = 0; i < spec.controls.size(); ++i) {
        const Instant changed = cluster.states().changedAt[i];
        snapshot.controls.push_back(
            { spec.controls[i].name, spec.panels[spec.controls[i].panel], cluster.regionOf(i),
                cluster.isOn(i), changed == kNever ? kStart : changed, cluster.lastEvent(i) });
    }
    for (const SafetyRule& rule : spec.rules)
        snapshot.safetyRules.push_back(
            { rule.name, sb::describe(spec, rule), rule.isGating(), holds(rule, cluster.states().isOn) });
    for (std::size_t i = 0; i < kClusterEndpoints; ++i)
        snapshot.controlEndpoints.push_back(cluster.isInReach(i));
    for (const Shift& shift : m_steering.shifts->active())
        snapshot.shifts.push_back({ shift.region, shift.startedAt, shift.expiresAt, shift.reason,
            m_steering.shifts->isApplied(shift), shift.event });
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        const RegionId region { static_cast<std::uint8_t>(i) };
        AdmissionView view;
        view.perMille = m_steering.admissions->combined()[i].perMille();
        view.dialPercent = m_steering.shifts->dialPercent(region);
        for (const AdmissionBoard::Limit& limit : m_steering.admissions->limitsOf(region))
            view.limits.push_back(AdmissionBoard::text(limit));
        snapshot.admissions.push_back(std::move(view));
    }
}

} // namespace sb
