// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/swarm/steering_check.h"

#include <algorithm>
#include <charconv>

namespace sb {
namespace {

constexpr Duration kInForce = DataPlaneConfig {}.delayMax + 1s;

int numberIn(const std::string& text)
{
    int number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

SteeringCheck::SteeringCheck(Simulation& simulation, Findings& findings)
    : m_simulation(simulation)
    , m_findings(findings)
    , m_regions(simulation.regionCount())
    , m_controls(simulation.controls().states().isOn)
{
    m_decided[0] = m_controls;
}

const std::string& SteeringCheck::code(std::size_t region) const
{
    return m_simulation.description().regions[region].code;
}

void SteeringCheck::onLogged(const Event& event)
{
    m_isOverridden = m_isOverridden || event.kind == EventKind::RuleOverridden;
    if (event.kind == EventKind::ControlChanged) {
        if (const auto control = m_simulation.controls().spec().findControl(event.object))
            m_controls[*control] = event.valueAfter == "on";
        if (event.region.isValid())
            m_regions[event.region.value].changedAt = event.at;
        return;
    }
    if (event.kind == EventKind::DialChanged) {
        Region& region = m_regions[event.region.value];
        region.dialPercent = numberIn(event.valueAfter);
        region.changedAt = event.at;
    } else if (event.kind == EventKind::ShiftStarted || event.kind == EventKind::ShiftEnded) {
        onShift(event, m_regions[event.region.value]);
    }
}

void SteeringCheck::onShift(const Event& event, Region& region)
{
    if (event.kind == EventKind::ShiftStarted) {
        region.isShifted = true;
        region.shiftEndsAt = event.at + Duration { std::int64_t { numberIn(event.valueAfter) } * 1'000'000 };
    } else {
        const bool isExpired = event.action == toString(ShiftEnd::Expired);
        // The record has whole seconds.
        const bool isInTime = event.at >= region.shiftEndsAt && event.at < region.shiftEndsAt + 1s;
        m_findings.expect(Invariant::Steering, region.isShifted && (!isExpired || isInTime), [&] {
            return "the shift away from " + code(event.region.value) + " ends " + event.action + ", "
                + durationText(event.at - region.shiftEndsAt) + " after its expiry";
        });
        region.isShifted = false;
    }
    region.changedAt = event.at;
}

int SteeringCheck::wantedPerMille(std::size_t index) const
{
    const Region& region = m_regions[index];
    int least = m_simulation.failBack().admission()[index].rampPerMille;
    least = std::min(least, region.dialPercent * 10);
    if (region.isShifted)
        least = 0;
    const ControlCluster& cluster = m_simulation.controls();
    for (std::size_t i = 0; i < m_controls.size(); ++i)
        if (cluster.regionOf(i).isValid() && cluster.regionOf(i).value == index && !m_controls[i])
            least = 0;
    return least;
}

void SteeringCheck::checkShares()
{
    const Instant now = m_simulation.world().now();
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        const Region& region = m_regions[i];
        const bool isShifted = m_simulation.shifts().isShifted(RegionId { static_cast<std::uint8_t>(i) });
        m_findings.expect(Invariant::Steering,
            isShifted == region.isShifted && (!region.isShifted || now <= region.shiftEndsAt + 1s), [&] {
                return "a shift away from " + code(i) + (isShifted ? " is active, " : " is not active, ")
                    + (region.isShifted ? "and by the record it was to end "
                                + durationText(now - region.shiftEndsAt) + " ago"
                                        : "and the record has none");
            });
        if (now - region.changedAt <= kInForce)
            continue;
        const int admitted = m_simulation.admissions().combined()[i].perMille();
        m_findings.expect(Invariant::Steering, admitted == wantedPerMille(i), [&] {
            return code(i) + " is admitted to " + std::to_string(admitted)
                + " per mille of its answers; what was ordered leaves it "
                + std::to_string(wantedPerMille(i));
        });
    }
}

void SteeringCheck::checkCluster()
{
    const ControlCluster& cluster = m_simulation.controls();
    m_decided.emplace(cluster.version(), cluster.states().isOn);
    for (std::size_t i = 0; i < kClusterEndpoints; ++i) {
        const ControlCluster::View view = cluster.view(i);
        const auto decided = m_decided.find(view.version);
        m_findings.expect(Invariant::Steering,
            view.version >= m_shown[i] && view.version <= cluster.version()
                && (decided == m_decided.end() || decided->second == view.isOn),
            [&] {
                return "the endpoint " + std::string(kClusterHomes[i])
                    + " of the routing controls shows version " + std::to_string(view.version) + " after "
                    + std::to_string(m_shown[i]) + ", or other states than were decided";
            });
        m_shown[i] = view.version;
    }
    m_findings.expect(Invariant::Steering, cluster.states().isOn == m_controls,
        [] { return std::string("a routing control is not as the record has it"); });
    if (m_isOverridden)
        return;
    for (const SafetyRule& rule : cluster.spec().rules)
        if (!rule.isGating())
            m_findings.expect(Invariant::Steering, holds(rule, m_controls), [&] {
                return "nothing was overridden, and the safety rule " + rule.name + " does not hold";
            });
}

void SteeringCheck::second()
{
    checkShares();
    if (m_simulation.controls().version() > 0)
        checkCluster();
}

void SteeringCheck::finish()
{
    second();
    const ControlCluster& cluster = m_simulation.controls();
    for (std::size_t i = 0; i < kClusterEndpoints; ++i) {
        if (!cluster.isInReach(i))
            continue;
        const ControlCluster::View view = cluster.view(i);
        m_findings.expect(Invariant::Steering,
            view.version == cluster.version() && view.isOn == cluster.states().isOn, [&] {
                return "everything healed, the endpoint " + std::string(kClusterHomes[i])
                    + " of the routing controls shows version " + std::to_string(view.version) + " of "
                    + std::to_string(cluster.version());
            });
    }
    for (std::size_t i = 0; i < m_regions.size(); ++i) {
        const auto limits = m_simulation.admissions().limitsOf(RegionId { static_cast<std::uint8_t>(i) });
        const auto left = std::find_if(limits.begin(), limits.end(),
            [](const auto& limit) { return limit.source != AdmissionBoard::Source::FailBack; });
        m_findings.expect(Invariant::Steering, left == limits.end(), [&] {
            return "everything was taken back, and still of " + code(i) + ": " + AdmissionBoard::text(*left);
        });
    }
}

} // namespace sb
