// SPDX-License-Identifier: GPL-3.0-or-later
// The walker's decision as probabilities: instead of drawing, each group passes its share on to all that a
// draw could take. Ordered policies pass all of it on to the one that they choose.
#include "backend/routing/walker.h"

#include <algorithm>

namespace sb {
namespace {

// Part `weight` of `sum`, after `before` of it were given away: the parts of one share sum up to it.
std::uint64_t partOf(std::uint64_t share, std::uint64_t before, std::uint64_t weight, std::uint64_t sum)
{
    return share * (before + weight) / sum - share * before / sum; // below 2^40 times 100 weights of 255
}

} // namespace

void Walker::chances(GroupIndex group, const Asker& asker, const ZoneHealth& health, std::vector<Chance>& out)
{
    class NoDraws final : public DrawSource {
    public:
        [[nodiscard]] std::uint64_t below(std::uint64_t) override { return 0; }
    };
    NoDraws draws;
    Answer answer;
    out.clear();
    begin();
    spread(Walk { asker, health, draws, answer }, group, kWhole, out);
}

// Its part in a draw among those in play; of multivalue records each may come first alike.
std::uint64_t Walker::weightInPlay(const Candidate& candidate, PolicyKind policy, Stage stage) const
{
    if (!isInPlay(candidate, stage))
        return 0;
    return policy == PolicyKind::Weighted
        ? static_cast<std::uint64_t>(m_zone->records()[candidate.record].weight)
        : 1;
}

void Walker::spread(const Walk& walk, GroupIndex index, std::uint64_t share, std::vector<Chance>& out)
{
    const CompiledZone::Group& group = m_zone->groups()[index];
    const std::size_t base = m_candidates.size();
    gather(walk, group);
    const auto pass = [&](RecordIndex record, std::uint64_t part) {
        const GroupIndex target = m_zone->records()[record].target;
        if (part > 0 && target != kNoIndex)
            spread(walk, target, part, out);
        else if (part > 0 && group.policy == PolicyKind::Multivalue)
            out.push_back({ { record, 0 }, part });
        else if (part > 0)
            spreadValues(record, part, out);
    };
    const bool isDrawn = group.policy == PolicyKind::Weighted || group.policy == PolicyKind::Multivalue;
    if (m_candidates.size() > base && !isDrawn) {
        Stage stage = Stage::Usable;
        pass(
            group.policy == PolicyKind::Simple ? m_candidates[base].record : chooseOrdered(walk, base, stage),
            share);
    } else if (m_candidates.size() > base) {
        const Stage stage = stageOf(walk, base);
        std::uint64_t sum = 0, count = 0, before = 0;
        const std::size_t end = m_candidates.size(); // of this group; deeper ones come and go above
        for (std::size_t i = base; i < end; ++i) {
            sum += weightInPlay(m_candidates[i], group.policy, stage);
            count += isInPlay(m_candidates[i], stage) ? 1 : 0;
        }
        for (std::size_t i = base; i < end; ++i) {
            const Candidate candidate = m_candidates[i];
            const std::uint64_t weight = sum > 0 ? weightInPlay(candidate, group.policy, stage)
                : isInPlay(candidate, stage)     ? 1
                                                 : 0;
            pass(candidate.record, partOf(share, before, weight, sum > 0 ? sum : count));
            before += weight;
        }
    }
    m_candidates.resize(base);
}

void Walker::spreadValues(RecordIndex record, std::uint64_t share, std::vector<Chance>& out) const
{
    const ZoneRecord& source = m_zone->source(record);
    const std::uint64_t count = source.alias ? 1 : source.values.size();
    for (std::uint64_t i = 0; i < count; ++i)
        if (const std::uint64_t part = partOf(share, i, 1, count); part > 0)
            out.push_back({ { record, static_cast<std::uint32_t>(i) }, part });
}

} // namespace sb
