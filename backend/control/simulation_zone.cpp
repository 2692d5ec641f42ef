// SPDX-License-Identifier: GPL-3.0-or-later
// What a World makes of the zone that its customers ask: the health checks that its owner defined, and edits
// of its weights.
#include "backend/base/text.h"
#include "backend/control/run_zone.h"
#include "backend/control/sampler.h"
#include "backend/control/simulation.h"
#include "backend/routing/weights.h"

#include <algorithm>
#include <map>

namespace sb {
namespace {

// "3.4 %"
std::string shareText(std::int64_t perMillion)
{
    const std::int64_t tenths = (perMillion + 500) / 1'000;
    return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + " %";
}

std::vector<WeightChange> changesOf(const SetWeights& command)
{
    std::vector<WeightChange> changes;
    for (const SetWeights::Change& change : command.changes)
        changes.push_back({ change.name, change.setIdentifier, change.weight });
    return changes;
}

// The routing control that the owner's text speaks of: the longest name that stands in it.
std::string controlIn(const CheckDefinition& check, const ControlsSpec& spec)
{
    for (const std::string& text : { check.routingControl, check.id, check.name }) {
        std::string best;
        for (const ControlSpec& control : spec.controls)
            if (text.find(control.name) != std::string::npos && control.name.size() > best.size())
                best = control.name;
        if (!best.empty())
            return best;
    }
    return {};
}

} // namespace

std::vector<CheckDefinition> Simulation::zoneChecks() const
{
    if (m_config.checksJson.empty())
        return {};
    std::vector<CheckDefinition> checks = runZoneOf(m_config).value().definitions;
    for (CheckDefinition& check : checks)
        if (const std::string name = controlIn(check, m_steering.cluster->spec()); !name.empty())
            check.routingControl = name;
    return checks;
}

// After the checks are defined, before they are connected.
void Simulation::governHealth()
{
    if (m_config.checksJson.empty())
        return;
    const RunZone zone = runZoneOf(m_config).value();
    std::vector<std::string> ids;
    for (const std::uint32_t check : zone.governedBy)
        ids.push_back(check == kNoIndex ? std::string() : zone.definitions[check].id);
    m_health->govern(ids);
}

// Which region an endpoint or an alarm of the zone's own checks is, by check.
std::map<std::string, RegionId> Simulation::zoneProbed() const
{
    std::map<std::string, RegionId> probed;
    if (m_config.checksJson.empty())
        return probed;
    const RunZone zone = runZoneOf(m_config).value();
    for (std::size_t i = 0; i < zone.definitions.size(); ++i)
        probed[zone.definitions[i].id] = zone.probed[i];
    return probed;
}

// With the edges and the controls in place.
void Simulation::spreadZoneChecks()
{
    const std::vector<CheckDefinition>& checks = m_resolvers->zone().definitions;
    if (checks.empty())
        return;
    std::vector<std::string> ids;
    std::map<std::string, std::size_t> places;
    for (const CheckDefinition& check : checks) {
        places[check.id] = ids.size();
        ids.push_back(check.id);
    }
    m_edges->watchChecks(ids, [this, ids](std::size_t check) { return *m_health->reading(ids[check]); });
    m_health->onCheckChanged([this, places](const std::string& id, bool isHealthy, EventSeq cause) {
        if (const auto found = places.find(id); found != places.end())
            m_edges->onCheck(found->second, isHealthy, cause);
    });
    m_log.listen([this](const Event& event) {
        if (event.kind == EventKind::ControlChanged)
            m_health->setControl(event.object, event.valueAfter == "on");
    });
    const ControlsSpec& spec = m_steering.cluster->spec();
    for (std::size_t i = 0; i < spec.controls.size(); ++i)
        if (!m_steering.cluster->isOn(i))
            m_health->setControl(spec.controls[i].name, false);
}

void Simulation::noteUnmapped()
{
    for (const std::string& what : m_resolvers->zone().unmapped)
        m_log.append({ .kind = EventKind::NoteAdded,
            .severity = Severity::Warning,
            .actor = Actor::Health,
            .object = "zone-checks",
            .note = "Not in this run: " + what });
    for (const CheckDefinition& check : m_resolvers->zone().definitions)
        if (check.type == CheckType::RecoveryControl && controlIn(check, m_steering.cluster->spec()).empty())
            m_log.append({ .kind = EventKind::NoteAdded,
                .severity = Severity::Warning,
                .actor = Actor::Health,
                .object = "zone-checks",
                .note = "Not in this run: check " + std::to_string(check.index) + " ('" + check.id
                    + "'): HealthCheckConfig.RoutingControlArn '" + check.routingControl
                    + "' names no routing control of this run, so it stays as it began" });
}

Result<> Simulation::checkWeights(const SetWeights& command) const
{
    if (m_config.entry != Entry::Dns)
        return fail(Errc::Refused,
            "customers of this run come by " + std::string(toString(m_config.entry))
                + ", which asks no zone; weights steer them with entry = \"dns\" only");
    const auto edit = withWeights(m_resolvers->zone(), changesOf(command));
    return edit ? Result<> {} : Result<>(tl::make_unexpected(edit.error()));
}

std::string Simulation::weightsEffect(const SetWeights& command) const
{
    const auto edit = withWeights(m_resolvers->zone(), changesOf(command));
    if (!edit)
        return {};
    const auto before = m_resolvers->sharesPerMillion(), after = m_resolvers->sharesPerMillion(&edit->zone);
    std::string text = "of the cities' resolvers";
    for (std::size_t i = 0; i < m_names.size(); ++i)
        text += (i == 0 ? " " : ", ") + m_names[i] + " gets " + shareText(before[i]) + " now and "
            + shareText(after[i]) + " then";
    if (edit->hasAllZero)
        text += "; all weights of a group are 0, which counts as all alike";
    return text;
}

// Looks at the edges, which log what they find then: for a World that is nobody's recording, as a forecast's,
// or within a command of the journal.
std::vector<Simulation::ShareForecast> Simulation::sharesWith(const SetWeights& command) const
{
    std::vector<ShareForecast> shares;
    const auto edit = withWeights(m_resolvers->zone(), changesOf(command));
    if (!edit)
        return shares;
    const auto before = m_resolvers->sharesPerMillion(), after = m_resolvers->sharesPerMillion(&edit->zone);
    for (std::size_t i = 0; i < before.size(); ++i)
        shares.push_back({ before[i], after[i] });
    return shares;
}

void Simulation::performWeights(const SetWeights& command, Actor actor, EventSeq cause)
{
    const std::string effect = weightsEffect(command);
    auto edit = withWeights(m_resolvers->zone(), changesOf(command));
    SB_ASSERT(edit.has_value());
    std::string note = "Weights change: " + edit->what + "; " + effect
        + "; each DNS edge answers by it as soon as it has it, within a minute, and a resolver that has an "
          "answer keeps it for its time to live";
    if (m_publisher)
        note += "; plans govern the addresses of the regions' names, not weights: this change goes to the "
                "edges directly, past planner and enactors";
    m_resolvers->publish(std::move(edit->zone), "weights", std::move(note), actor, cause);
}

} // namespace sb
