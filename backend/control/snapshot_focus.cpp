// SPDX-License-Identifier: GPL-3.0-or-later
// What a window looks at more closely: one key, one customer, one question to the zone. Changes nothing.
#include "backend/control/insight.h"

#include "backend/base/text.h"
#include "backend/routing/explanation.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::size_t kNamesShown = 8;

bool isStruck(RecordVerdict verdict)
{
    switch (verdict) {
    case RecordVerdict::Unhealthy:
    case RecordVerdict::TargetUnhealthy:
    case RecordVerdict::HeldOut:
    case RecordVerdict::OutsideRamp:
    case RecordVerdict::DialledDown:
    case RecordVerdict::NotApplicable:
    case RecordVerdict::ZeroWeight:
        return true;
    case RecordVerdict::Chosen:
    case RecordVerdict::LessPreferred:
    case RecordVerdict::NotDrawn:
    case RecordVerdict::Surveyed:
        break;
    }
    return false;
}

// The region that a record stands for by itself; invalid: several, or none.
RegionId regionOfRecord(const RunZone& zone, RecordIndex record)
{
    if (record < zone.recordRegions.size() && zone.recordRegions[record].isValid())
        return zone.recordRegions[record];
    const bool isSingle = record < zone.valueRegions.size() && zone.valueRegions[record].size() == 1;
    return isSingle ? zone.valueRegions[record].front() : RegionId {};
}

std::string namesOf(const CompiledZone& zone)
{
    std::vector<std::string> names;
    for (const CompiledZone::Group& group : zone.groups())
        if (group.type == RecordType::A && std::find(names.begin(), names.end(), group.name) == names.end())
            names.push_back(group.name);
    const std::size_t more = names.size() - std::min(names.size(), kNamesShown);
    names.resize(names.size() - more);
    return joined(names, ", ") + (more > 0 ? " and " + std::to_string(more) + " more" : "");
}

} // namespace

void Simulation::fillFocus(Snapshot& snapshot, const Focus& focus) const
{
    if (!focus.key.empty())
        snapshot.inspection = std::make_shared<const InspectView>(inspect(focus.key));
    const CityId city = focus.trial.city;
    m_insight->follow(focus.customer);
    if (focus.customer.isValid())
        snapshot.followed = m_insight->followed();
    else if (city.isValid() && city.value < m_network->cityCount())
        snapshot.followed = m_insight->offer(city);
    if (city.isValid())
        snapshot.trial = std::make_shared<const TrialView>(tryRoute(focus.trial));
}

TrialView Simulation::tryRoute(const RouteTrial& trial) const
{
    TrialView view;
    view.asked = trial;
    if (trial.city.value >= m_network->cityCount()) {
        view.error = "this run has no city " + std::to_string(trial.city.value) + "; it has 0 to "
            + std::to_string(m_network->cityCount() - 1);
        return view;
    }
    const RunZone& zone = m_resolvers->zoneSeen(trial.city);
    view.cached = m_resolvers->cached(trial.city, trial.ignoresTtl);
    const Resolvers::Trial tried = m_resolvers->tryOut(trial.city, trial.ignoresTtl, trial.name);
    const Explanation& why = *tried.reading.why;
    if (why.answer.kind == AnswerKind::NoSuchRecord) {
        view.error = "the zone has no address records of the name '" + trial.name + "'; it has "
            + namesOf(*zone.zone);
        return view;
    }
    view.ttl = why.answer.ttl;
    view.ifAllHealthy = tried.reading.ifAllHealthy;
    if (tried.hasAddress)
        view.answer = tried.reading.answer;
    view.answerText = !tried.hasAddress || !why.answer.hasValues() ? "no address"
        : view.answer.isValid()                                    ? m_names[view.answer.value]
                                                                   : valuesText(*zone.zone, why.answer);
    if (m_anycast || m_edge)
        view.lines.push_back({ 0, false, false,
            std::string("customers come by ") + (m_anycast ? "the accelerator" : "an edge")
                + ", which chooses by itself; this is what the DNS says",
            {} });
    for (const ExplainedLine& line : linesOf(why)) {
        TrialLine shown { line.depth, false, false, line.text, line.why };
        if (line.record != kNoIndex) {
            const RegionId region = regionOfRecord(zone, line.record);
            if (region.isValid())
                shown.text = m_names[region.value];
            if (!line.criterion.empty())
                shown.text += " (" + line.criterion + ")";
            shown.isChosen = line.verdict == RecordVerdict::Chosen;
            shown.isStruck = isStruck(line.verdict);
        }
        view.lines.push_back(std::move(shown));
    }
    if (!tried.hasAddress)
        view.lines.push_back({ 0, false, true, "the name has no address at present",
            "the plan in force publishes none for " + m_names[tried.reading.answer.value] });
    return view;
}

} // namespace sb
