// SPDX-License-Identifier: GPL-3.0-or-later
// The walker's second speed: the same decision, written down on the way.
#include "backend/routing/explanation.h"
#include "backend/routing/walker.h"

#include <algorithm>

namespace sb {
namespace {

// Passes draws on and keeps them.
class KeptDraws final : public DrawSource {
public:
    KeptDraws(DrawSource& source, std::vector<ExplainedDraw>& kept)
        : m_source(source)
        , m_kept(kept)
    {
    }
    [[nodiscard]] std::uint64_t below(std::uint64_t bound) override
    {
        const std::uint64_t number = m_source.below(bound);
        m_kept.push_back({ bound, number });
        return number;
    }

private:
    DrawSource& m_source;
    std::vector<ExplainedDraw>& m_kept;
};

// The n-th draw at the same place of its range as the n-th one kept; 0 beyond them.
class SameDraws final : public DrawSource {
public:
    explicit SameDraws(const std::vector<ExplainedDraw>& kept)
        : m_kept(kept)
    {
    }
    [[nodiscard]] std::uint64_t below(std::uint64_t bound) override
    {
        if (m_next == m_kept.size())
            return 0;
        const ExplainedDraw& draw = m_kept[m_next++];
        return draw.number * bound / draw.bound;
    }

private:
    const std::vector<ExplainedDraw>& m_kept;
    std::size_t m_next = 0;
};

PlaceMatch placeMatch(const CompiledZone::Record& record)
{
    if (record.isDefault)
        return PlaceMatch::Default;
    if (record.continent != 0)
        return PlaceMatch::Continent;
    return record.subdivision != 0 ? PlaceMatch::Subdivision : PlaceMatch::Country;
}

} // namespace

void Walker::explain(const RoutingQuestion& question, const ZoneHealth& health, DrawSource& draws,
    Answer& answer, Explanation& explanation)
{
    explanation.zone = m_zone;
    explanation.name = question.name;
    explanation.type = question.type;
    explanation.asker = question.asker.label;
    explanation.groups.clear();
    explanation.candidates.clear();
    explanation.draws.clear();
    KeptDraws kept(draws, explanation.draws);
    const auto group = m_zone->groupFor(question.name, question.type);
    start(Walk { question.asker, health, kept, answer, &explanation }, group);
    explanation.answer = answer;
    SameDraws same(explanation.draws);
    start(Walk { question.asker, m_allHealthy, same, explanation.ifAllHealthy }, group);
}

std::uint32_t Walker::openGroup(const Walk& walk, GroupIndex group, GroupOutcome outcome)
{
    Explanation& explanation = *walk.explanation;
    ExplainedGroup entry;
    entry.group = group;
    entry.outcome = outcome;
    entry.isHealthy = isGroupHealthy(group, walk.health);
    entry.firstDraw = static_cast<std::uint32_t>(explanation.draws.size());
    explanation.groups.push_back(entry);
    return static_cast<std::uint32_t>(explanation.groups.size() - 1);
}

ExplainedCandidate Walker::describe(const Walk& walk, RecordIndex index)
{
    const CompiledZone::Record& record = m_zone->records()[index];
    ExplainedCandidate line;
    line.record = index;
    if (record.check != kNoIndex) {
        line.check = walk.health.checks[record.check];
        line.isCheckHealthy = line.check.isHealthy;
    }
    if (record.outside != kNoIndex)
        line.outside = walk.health.outside[record.outside];
    line.isTargetHealthy = isTargetHealthy(record, walk.health);
    line.isHealthy = line.isCheckHealthy && line.isTargetHealthy;
    if (!walk.health.admission.empty()) {
        line.rampPerMille = walk.health.admission[index].rampPerMille;
        line.dialPerMille = walk.health.admission[index].dialPerMille;
    }
    return line;
}

void Walker::describeCriterion(const Walk& walk, RecordIndex index, ExplainedCandidate& line) const
{
    const CompiledZone::Record& record = m_zone->records()[index];
    const CompiledZone::Group& group = m_zone->groups()[record.group];
    const Asker& asker = walk.asker;
    if (group.policy == PolicyKind::Latency) {
        line.latency = record.region < asker.roundTrip.size() ? asker.roundTrip[record.region] : kFarAway;
    } else if (group.policy == PolicyKind::Geoproximity) {
        line.metres = record.place && asker.place ? greatCircleMetres(*asker.place, *record.place) : -1;
        line.biasedMetres = line.metres < 0 ? -1
            : record.bias > 0               ? line.metres * (100 - record.bias) / 100
                                            : line.metres * 100 / (100 + record.bias);
    } else if (group.policy == PolicyKind::Geolocation) {
        line.place = placeMatch(record);
    } else if (group.policy == PolicyKind::IpBased && record.location != kNoIndex && asker.prefix) {
        for (const CompiledZone::Block& block : m_zone->collection(group.collection).blocks)
            if (block.location == record.location && block.prefix.contains(*asker.prefix))
                line.blockBits = std::max(line.blockBits, block.prefix.bits);
    }
}

void Walker::explainCandidates(const Walk& walk, std::uint32_t explained, std::size_t base)
{
    Explanation& explanation = *walk.explanation;
    const CompiledZone::Group& group = m_zone->groups()[explanation.groups[explained].group];
    const auto first = static_cast<std::uint32_t>(explanation.candidates.size());
    for (std::size_t i = base; i < m_candidates.size(); ++i) {
        explanation.candidates.push_back(describe(walk, m_candidates[i].record));
        describeCriterion(walk, m_candidates[i].record, explanation.candidates.back());
    }
    const std::size_t applicable = m_candidates.size() - base;
    for (RecordIndex record = group.first; record < group.first + group.count && applicable < group.count;
         ++record) {
        const auto isIt = [&](const Candidate& candidate) { return candidate.record == record; };
        if (std::any_of(m_candidates.begin() + static_cast<std::ptrdiff_t>(base), m_candidates.end(), isIt))
            continue;
        explanation.candidates.push_back(describe(walk, record));
        describeCriterion(walk, record, explanation.candidates.back());
        explanation.candidates.back().verdict = RecordVerdict::NotApplicable;
    }
    explanation.groups[explained].first = first;
    explanation.groups[explained].count = group.count;
}

void Walker::settle(
    const Walk& walk, std::uint32_t explained, Stage stage, std::size_t base, std::size_t count)
{
    Explanation& explanation = *walk.explanation;
    const ExplainedGroup entry = explanation.groups[explained];
    const PolicyKind policy = m_zone->groups()[entry.group].policy;
    explanation.groups[explained].outcome = stage == Stage::Usable ? GroupOutcome::Answered
        : stage == Stage::DialledDown                              ? GroupOutcome::DialIgnored
        : stage == Stage::Held                                     ? GroupOutcome::HoldIgnored
                                                                   : GroupOutcome::LastResort;
    const auto isChosen = [&](RecordIndex record) {
        for (std::size_t i = base; i < base + count; ++i)
            if (m_candidates[i].record == record)
                return true;
        return false;
    };
    bool isByWeight = false; // somebody with a weight was in the draw
    for (std::uint32_t i = entry.first; i < entry.first + entry.count; ++i)
        isByWeight = isByWeight
            || (isChosen(explanation.candidates[i].record)
                && m_zone->records()[explanation.candidates[i].record].weight > 0);
    explanation.groups[explained].drawsAlike = policy == PolicyKind::Weighted && !isByWeight;
    for (std::uint32_t i = entry.first; i < entry.first + entry.count; ++i) {
        ExplainedCandidate& line = explanation.candidates[i];
        if (line.verdict == RecordVerdict::NotApplicable)
            continue;
        const CompiledZone::Record& record = m_zone->records()[line.record];
        if (isChosen(line.record))
            line.verdict = RecordVerdict::Chosen;
        else if (!line.isHealthy)
            line.verdict = line.isCheckHealthy ? RecordVerdict::TargetUnhealthy : RecordVerdict::Unhealthy;
        else if (line.rampPerMille == 0)
            line.verdict = RecordVerdict::HeldOut;
        else if (walk.asker.bucket >= static_cast<std::uint32_t>(line.rampPerMille))
            line.verdict = RecordVerdict::OutsideRamp;
        else if (walk.asker.bucket >= static_cast<std::uint32_t>(line.dialPerMille))
            line.verdict = RecordVerdict::DialledDown;
        else if (policy == PolicyKind::Weighted && record.weight == 0 && isByWeight)
            line.verdict = RecordVerdict::ZeroWeight;
        else
            line.verdict = policy == PolicyKind::Weighted || policy == PolicyKind::Multivalue
                ? RecordVerdict::NotDrawn
                : RecordVerdict::LessPreferred;
    }
    closeDraws(walk, explained);
    for (std::uint32_t i = entry.first; i < entry.first + entry.count; ++i) {
        const ExplainedCandidate& line = explanation.candidates[i];
        const GroupIndex target = m_zone->records()[line.record].target;
        if (line.verdict == RecordVerdict::TargetUnhealthy && target != kNoIndex) {
            const std::uint32_t child = survey(walk, target);
            explanation.candidates[i].child = child;
        }
    }
}

void Walker::closeDraws(const Walk& walk, std::uint32_t explained)
{
    ExplainedGroup& entry = walk.explanation->groups[explained];
    entry.drawCount = static_cast<std::uint32_t>(walk.explanation->draws.size()) - entry.firstDraw;
}

// What is unhealthy in a group that was backed out of. Each group once.
std::uint32_t Walker::survey(const Walk& walk, GroupIndex index)
{
    Explanation& explanation = *walk.explanation;
    for (std::uint32_t i = 0; i < explanation.groups.size(); ++i)
        if (explanation.groups[i].group == index && explanation.groups[i].outcome == GroupOutcome::Surveyed)
            return i;
    const std::uint32_t explained = openGroup(walk, index, GroupOutcome::Surveyed);
    const CompiledZone::Group& group = m_zone->groups()[index];
    const auto first = static_cast<std::uint32_t>(explanation.candidates.size());
    explanation.groups[explained].first = first;
    explanation.groups[explained].count = group.count;
    for (RecordIndex record = group.first; record < group.first + group.count; ++record) {
        ExplainedCandidate line = describe(walk, record);
        describeCriterion(walk, record, line);
        line.verdict = line.isHealthy ? RecordVerdict::Surveyed
            : line.isCheckHealthy     ? RecordVerdict::TargetUnhealthy
                                      : RecordVerdict::Unhealthy;
        explanation.candidates.push_back(line);
    }
    for (std::uint32_t i = first; i < first + group.count; ++i) {
        const GroupIndex target = m_zone->records()[explanation.candidates[i].record].target;
        if (explanation.candidates[i].verdict == RecordVerdict::TargetUnhealthy && target != kNoIndex) {
            const std::uint32_t child = survey(walk, target);
            explanation.candidates[i].child = child;
        }
    }
    return explained;
}

} // namespace sb
