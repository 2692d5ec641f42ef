// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routing/walker.h"

#include "backend/routing/explanation.h"

#include <algorithm>

namespace sb {
namespace {

constexpr PlaceCode kChina = 'C' << 8 | 'N';
constexpr std::int64_t kDefaultBlock = 1'000; // after every block that matches, whose lengths are 1 … 48

// A stack of candidates that shrinks back when a group is done with.
template<typename T> class StackMark {
public:
    explicit StackMark(std::vector<T>& stack)
        : m_stack(stack)
        , m_base(stack.size())
    {
    }
    ~StackMark() { m_stack.resize(m_base); }
    StackMark(const StackMark&) = delete;
    StackMark& operator=(const StackMark&) = delete;
    [[nodiscard]] std::size_t base() const { return m_base; }

private:
    std::vector<T>& m_stack;
    std::size_t m_base;
};

// How well a geolocation record fits the asker: 0 subdivision, 1 country, 2 continent, 3 default; -1 not.
int placeRank(const CompiledZone::Record& record, const Asker& asker)
{
    if (record.isDefault)
        return 3;
    if (asker.country == 0 && asker.continent == 0)
        return -1;
    if (record.continent != 0)
        return record.continent == asker.continent ? 2 : -1;
    if (record.country != asker.country)
        return -1;
    if (record.subdivision == 0)
        return 1;
    return record.subdivision == asker.subdivision ? 0 : -1;
}

} // namespace

std::string_view toString(AnswerKind kind)
{
    switch (kind) {
    case AnswerKind::Answered:
        return "answered";
    case AnswerKind::NoSuchRecord:
        return "no-such-record";
    case AnswerKind::NoMatch:
        return "no-match";
    }
    return {};
}

ZoneHealth allHealthy(const CompiledZone& zone)
{
    ZoneHealth health;
    health.checks.assign(zone.checks().size(), CheckState { .isKnown = false });
    health.outside.assign(zone.outsideTargets().size(), TargetState::Unknown);
    return health;
}

bool setCheck(const CompiledZone& zone, ZoneHealth& health, std::string_view id, CheckState state)
{
    const auto index = zone.checkIndex(id);
    if (index)
        health.checks[*index] = state;
    return index.has_value();
}

bool setTarget(const CompiledZone& zone, ZoneHealth& health, std::string_view name, TargetState state)
{
    const auto index = zone.outsideIndex(name);
    if (index)
        health.outside[*index] = state;
    return index.has_value();
}

const std::string& valueText(const CompiledZone& zone, const AnswerValue& value)
{
    const ZoneRecord& source = zone.source(value.record);
    return source.alias ? source.alias->name : source.values[value.value];
}

std::string valuesText(const CompiledZone& zone, const Answer& answer)
{
    std::string text;
    for (const AnswerValue& value : answer.values)
        text += (text.empty() ? "" : ",") + valueText(zone, value);
    return text;
}

Walker::Walker(std::shared_ptr<const CompiledZone> zone)
    : m_zone(std::move(zone))
    , m_allHealthy(allHealthy(*m_zone))
    , m_memo(m_zone->groups().size(), Memo::Unasked)
{
}

void Walker::decide(
    const RoutingQuestion& question, const ZoneHealth& health, DrawSource& draws, Answer& answer)
{
    start(Walk { question.asker, health, draws, answer }, m_zone->groupFor(question.name, question.type));
}

void Walker::decide(
    GroupIndex group, const Asker& asker, const ZoneHealth& health, DrawSource& draws, Answer& answer)
{
    start(Walk { asker, health, draws, answer }, group);
}

void Walker::start(const Walk& walk, std::optional<GroupIndex> group)
{
    SB_ASSERT(walk.health.checks.size() == m_zone->checks().size()
        && walk.health.outside.size() == m_zone->outsideTargets().size());
    begin();
    Answer& answer = walk.answer;
    answer.kind = AnswerKind::NoSuchRecord;
    answer.isLastResort = answer.isHoldIgnored = answer.isDialIgnored = false;
    answer.values.clear();
    answer.ttl = 0us;
    answer.entry = kNoIndex;
    if (!group)
        return;
    answer.kind = AnswerKind::Answered;
    const std::uint32_t explained
        = walk.explanation == nullptr ? kNoIndex : openGroup(walk, *group, GroupOutcome::Answered);
    walkGroup(walk, *group, explained, true);
}

void Walker::begin()
{
    for (const GroupIndex group : m_asked)
        m_memo[group] = Memo::Unasked;
    m_asked.clear();
}

bool Walker::isHealthy(RecordIndex record, const ZoneHealth& health)
{
    begin();
    return isHealthyNow(record, health);
}

bool Walker::isHealthyNow(RecordIndex index, const ZoneHealth& health)
{
    const CompiledZone::Record& record = m_zone->records()[index];
    if (record.check != kNoIndex && !health.checks[record.check].isHealthy)
        return false;
    return isTargetHealthy(record, health);
}

bool Walker::isTargetHealthy(const CompiledZone::Record& record, const ZoneHealth& health)
{
    if (!record.evaluatesTarget)
        return true;
    if (record.outside != kNoIndex)
        return health.outside[record.outside] != TargetState::Unhealthy;
    return isGroupHealthy(record.target, health);
}

// Asked once a decision, so that aliases which meet again do not multiply the work.
bool Walker::isGroupHealthy(GroupIndex index, const ZoneHealth& health)
{
    if (m_memo[index] != Memo::Unasked)
        return m_memo[index] == Memo::Healthy;
    const CompiledZone::Group& group = m_zone->groups()[index];
    bool isAnyHealthy = false;
    for (RecordIndex record = group.first; record < group.first + group.count && !isAnyHealthy; ++record)
        isAnyHealthy = isHealthyNow(record, health);
    m_memo[index] = isAnyHealthy ? Memo::Healthy : Memo::Unhealthy;
    m_asked.push_back(index);
    return isAnyHealthy;
}

void Walker::gather(const Walk& walk, const CompiledZone::Group& group)
{
    const std::size_t base = m_candidates.size();
    if (group.policy == PolicyKind::IpBased) {
        gatherBlocks(walk, group);
        return;
    }
    const Asker& asker = walk.asker;
    for (RecordIndex i = group.first; i < group.first + group.count; ++i) {
        const CompiledZone::Record& record = m_zone->records()[i];
        Candidate candidate { .record = i };
        if (group.policy == PolicyKind::Failover) {
            candidate.numerator = record.isPrimary ? 0 : 1;
        } else if (group.policy == PolicyKind::Latency) {
            candidate.numerator = micros(kFarAway);
            if (record.servesChina && asker.country == kChina)
                candidate.numerator = -1;
            else if (record.region < asker.roundTrip.size())
                candidate.numerator = micros(asker.roundTrip[record.region]);
        } else if (group.policy == PolicyKind::Geolocation) {
            candidate.numerator = placeRank(record, asker);
            if (candidate.numerator < 0)
                continue;
        } else if (group.policy == PolicyKind::Geoproximity) {
            candidate.numerator = micros(kFarAway);
            if (record.place && asker.place) { // d * (1 - b/100), or d / (1 + b/100), as exact fractions
                const std::int64_t metres = greatCircleMetres(*asker.place, *record.place);
                candidate.numerator = metres * (record.bias > 0 ? 100 - record.bias : 100);
                candidate.denominator = record.bias > 0 ? 100 : 100 + record.bias;
            }
        }
        m_candidates.push_back(candidate);
    }
    const bool isOrdered = group.policy != PolicyKind::Weighted && group.policy != PolicyKind::Multivalue;
    if (isOrdered && m_candidates.size() - base > 1)
        std::sort(m_candidates.begin() + static_cast<std::ptrdiff_t>(base), m_candidates.end(),
            [](const Candidate& a, const Candidate& b) {
                const std::int64_t left = a.numerator * b.denominator, right = b.numerator * a.denominator;
                return left != right ? left < right : a.record < b.record; // a tie keeps the file's order
            });
}

// Records whose location has a block that contains the asker's, the longest block first; then the default.
void Walker::gatherBlocks(const Walk& walk, const CompiledZone::Group& group)
{
    const std::size_t base = m_candidates.size();
    const auto add = [&](RecordIndex record, std::int64_t order) {
        for (std::size_t i = base; i < m_candidates.size(); ++i)
            if (m_candidates[i].record == record)
                return; // by a longer block of the same location
        m_candidates.push_back({ .record = record, .numerator = order });
    };
    const CompiledZone::Collection& collection = m_zone->collection(group.collection);
    for (const CompiledZone::BlockRange& range : collection.ranges) {
        const bool isComparable = walk.asker.prefix && walk.asker.prefix->isV6 == range.isV6
            && range.bits <= walk.asker.prefix->bits; // a shorter query block does not match
        if (!isComparable)
            continue;
        const auto first = collection.blocks.begin() + range.first, last = first + range.count;
        const auto above = std::upper_bound(first, last, walk.asker.prefix->bytes,
            [](const auto& bytes, const auto& block) { return bytes < block.prefix.bytes; });
        if (above == first || !(above - 1)->prefix.contains(*walk.asker.prefix))
            continue;
        for (RecordIndex i = group.first; i < group.first + group.count; ++i)
            if (m_zone->records()[i].location == (above - 1)->location)
                add(i, kDefaultBlock - range.bits);
    }
    for (RecordIndex i = group.first; i < group.first + group.count; ++i)
        if (m_zone->records()[i].isDefault)
            add(i, kDefaultBlock);
}

void Walker::assess(Candidate& candidate, const Walk& walk)
{
    candidate.isHealthy = isHealthyNow(candidate.record, walk.health);
    if (walk.health.admission.empty())
        return;
    const RegionAdmission& admission = walk.health.admission[candidate.record];
    candidate.isAdmitted = walk.asker.bucket < static_cast<std::uint32_t>(admission.perMille());
    candidate.isHeld = walk.asker.bucket >= static_cast<std::uint32_t>(admission.rampPerMille);
}

// The first that is healthy and admitted; else a healthy one that only a dial keeps out; else a healthy one
// though held, for it beats none; else all count as healthy and the first is it.
RecordIndex Walker::chooseOrdered(const Walk& walk, std::size_t base, Stage& stage)
{
    stage = Stage::LastResort;
    RecordIndex best = m_candidates[base].record;
    for (std::size_t i = base; i < m_candidates.size() && stage != Stage::Usable; ++i) {
        assess(m_candidates[i], walk);
        if (!m_candidates[i].isHealthy || stageOf(m_candidates[i]) >= stage)
            continue;
        stage = stageOf(m_candidates[i]);
        best = m_candidates[i].record;
    }
    return best;
}

Walker::Stage Walker::stageOf(const Candidate& candidate)
{
    if (!candidate.isHealthy)
        return Stage::LastResort;
    return candidate.isAdmitted ? Stage::Usable : candidate.isHeld ? Stage::Held : Stage::DialledDown;
}

Walker::Stage Walker::stageOf(const Walk& walk, std::size_t base)
{
    Stage stage = Stage::LastResort;
    for (std::size_t i = base; i < m_candidates.size(); ++i) {
        assess(m_candidates[i], walk);
        stage = std::min(stage, stageOf(m_candidates[i]));
    }
    return stage;
}

bool Walker::isInPlay(const Candidate& candidate, Stage stage)
{
    return stage == Stage::LastResort || stageOf(candidate) <= stage;
}

RecordIndex Walker::chooseWeighted(const Walk& walk, std::size_t base, Stage& stage)
{
    stage = stageOf(walk, base);
    std::uint64_t sum = 0, count = 0;
    const auto weightOf = [this](const Candidate& candidate) {
        return static_cast<std::uint64_t>(m_zone->records()[candidate.record].weight);
    };
    for (std::size_t i = base; i < m_candidates.size(); ++i) {
        if (!isInPlay(m_candidates[i], stage))
            continue;
        sum += weightOf(m_candidates[i]);
        ++count;
    }
    // Those without a weight come into play when no other is left, and then all alike.
    std::size_t drawn = 0, last = base;
    for (std::size_t i = base; i < m_candidates.size(); ++i)
        drawn += isInPlay(m_candidates[i], stage) && (sum == 0 || weightOf(m_candidates[i]) > 0) ? 1 : 0;
    std::uint64_t left = drawn > 1 ? walk.draws.below(sum == 0 ? count : sum) : 0;
    for (std::size_t i = base; i < m_candidates.size(); ++i) {
        const std::uint64_t weight = sum == 0 ? 1 : weightOf(m_candidates[i]);
        if (!isInPlay(m_candidates[i], stage) || weight == 0)
            continue;
        last = i;
        if (left < weight)
            break;
        left -= weight;
    }
    return m_candidates[last].record;
}

std::size_t Walker::chooseSeveral(const Walk& walk, std::size_t base, Stage& stage)
{
    stage = stageOf(walk, base);
    const auto first = m_candidates.begin() + static_cast<std::ptrdiff_t>(base);
    const auto end = std::remove_if(
        first, m_candidates.end(), [&](const Candidate& candidate) { return !isInPlay(candidate, stage); });
    const auto count = static_cast<std::size_t>(end - first);
    const std::size_t most = std::min(count, kMultivalueMax);
    for (std::size_t i = 0; i < most && count - i > 1; ++i)
        std::swap(m_candidates[base + i], m_candidates[base + i + walk.draws.below(count - i)]);
    return most;
}

void Walker::walkGroup(const Walk& walk, GroupIndex index, std::uint32_t explained, bool isEntry)
{
    const CompiledZone::Group& group = m_zone->groups()[index];
    const StackMark mark(m_candidates);
    gather(walk, group);
    if (walk.explanation != nullptr)
        explainCandidates(walk, explained, mark.base());
    if (m_candidates.size() == mark.base()) {
        walk.answer.kind = AnswerKind::NoMatch;
        if (walk.explanation != nullptr)
            walk.explanation->groups[explained].outcome = GroupOutcome::NoMatch;
        return;
    }
    Stage stage = Stage::Usable;
    std::size_t count = 1;
    Candidate& first = m_candidates[mark.base()];
    if (group.policy == PolicyKind::Multivalue)
        count = chooseSeveral(walk, mark.base(), stage);
    else if (group.policy == PolicyKind::Weighted)
        first.record = chooseWeighted(walk, mark.base(), stage);
    else if (group.policy != PolicyKind::Simple) // a lone record is answered whatever its health
        first.record = chooseOrdered(walk, mark.base(), stage);
    walk.answer.isLastResort |= stage == Stage::LastResort;
    walk.answer.isHoldIgnored |= stage == Stage::Held;
    walk.answer.isDialIgnored |= stage == Stage::DialledDown;
    if (walk.explanation != nullptr)
        settle(walk, explained, stage, mark.base(), count);
    if (isEntry)
        walk.answer.entry = m_candidates[mark.base()].record;
    if (group.policy != PolicyKind::Multivalue) {
        follow(walk, m_candidates[mark.base()].record, explained);
        return;
    }
    for (std::size_t i = 0; i < count; ++i)
        addValues(walk, m_candidates[mark.base() + i].record);
    if (walk.answer.values.size() > kMultivalueMax)
        walk.answer.values.resize(kMultivalueMax);
}

void Walker::follow(const Walk& walk, RecordIndex index, std::uint32_t explained)
{
    const CompiledZone::Record& record = m_zone->records()[index];
    if (record.target == kNoIndex) {
        const std::size_t before = walk.answer.values.size();
        addValues(walk, index);
        auto& values = walk.answer.values;
        for (std::size_t left = values.size() - before; left > 1; --left) // several values in random order
            std::swap(values[values.size() - left], values[values.size() - left + walk.draws.below(left)]);
        if (walk.explanation != nullptr)
            closeDraws(walk, explained);
        return;
    }
    std::uint32_t child = kNoIndex;
    if (walk.explanation != nullptr) {
        child = openGroup(walk, record.target, GroupOutcome::Answered);
        const ExplainedGroup& parent = walk.explanation->groups[explained];
        for (std::uint32_t i = parent.first; i < parent.first + parent.count; ++i)
            if (walk.explanation->candidates[i].record == index)
                walk.explanation->candidates[i].child = child;
    }
    walkGroup(walk, record.target, child, false);
}

void Walker::addValues(const Walk& walk, RecordIndex index)
{
    const ZoneRecord& source = m_zone->source(index);
    const std::size_t count = source.alias ? 1 : source.values.size();
    for (std::uint32_t i = 0; i < count; ++i)
        walk.answer.values.push_back({ index, i });
    walk.answer.ttl = source.alias ? CompiledZone::kOutsideTtl : source.ttl;
}

} // namespace sb
