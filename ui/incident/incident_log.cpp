// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/incident_log.h"

#include "ui/theme/format.h"
#include "ui/theme/words.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::size_t kBarsMax = 512;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool holds(const std::string& text, const std::string& wanted)
{
    return std::search(text.begin(), text.end(), wanted.begin(), wanted.end(), [](char a, char b) {
        return lower(a) == b;
    }) != text.end();
}

} // namespace

IncidentLog::IncidentLog()
{
    reset({});
}

void IncidentLog::reset(const WorldDescription& world)
{
    m_lanes.reset(world);
    for (auto& marks : m_marks)
        marks.clear();
    m_states.reset(world.regions.size());
    m_plans.clear();
    m_verifications.clear();
    m_counts.clear();
    m_countEvery = 1s;
    m_incidents.clear();
    m_checkTime = m_answerTtl = 0us;
    m_firstFault = kNever;
    m_last = {};
    m_statesTo = {};
    m_matches = 0;
    prepareFind(m_find);
}

void IncidentLog::load(const RecordView& record)
{
    reset(record.world);
    append(record.events);
    Snapshot end; // what a recording has besides its events
    end.now = record.end;
    end.charts = record.charts;
    m_lanes.apply(end);
    m_incidents = record.incidents;
}

void IncidentLog::inherit(const IncidentLog& before)
{
    m_lanes.adoptSamples(before.m_lanes);
    m_states = before.m_states;
    m_statesTo = before.m_last;
    m_counts = before.m_counts;
    m_countEvery = before.m_countEvery;
    m_incidents = before.m_incidents;
    m_checkTime = before.m_checkTime;
    m_answerTtl = before.m_answerTtl;
    m_firstFault = before.m_firstFault;
}

void IncidentLog::append(const std::vector<Event>& events)
{
    for (const Event& event : events) {
        if (m_last.isValid() && event.seq <= m_last)
            continue; // a replayed batch
        take(event);
        m_last = event.seq;
    }
    m_lanes.append(events);
    dropOldest();
}

void IncidentLog::take(const Event& event)
{
    if (event.seq > m_statesTo)
        m_states.take(event);
    if (event.kind == EventKind::FaultInjected)
        m_firstFault = std::min(m_firstFault, event.at);
    takeStage(event);
    const std::optional<Track> track = trackOf(event);
    if (!track)
        return;
    const bool isFound = isMatch(event);
    m_matches += isFound ? 1 : 0;
    m_marks[static_cast<std::size_t>(*track)].push_back(
        { event.at, event.seq, event.kind, event.severity, isFound });
}

void IncidentLog::takeStage(const Event& event)
{
    const auto closeVerification = [&] {
        if (!m_verifications.empty() && m_verifications.back().to == kNever)
            m_verifications.back().to = event.at;
    };
    switch (event.kind) {
    case EventKind::FailBackStep:
        closeVerification();
        if (event.action == "verify")
            m_verifications.push_back({ Stage::Verify, event.at, kNever, event.seq });
        break;
    case EventKind::FailBackCompleted:
    case EventKind::FailBackAborted:
        closeVerification();
        break;
    case EventKind::PlanStarted:
        m_plans.push_back({ event.at, kNever, Lane::Operator, Tone::Recovering, event.seq, event.region,
            qs(event.action), qs(event.object) });
        break;
    case EventKind::PlanEnded:
        for (TimelineBar& plan : m_plans) {
            if (plan.isOpen() && plan.shortText == qs(event.object))
                plan.to = event.at;
        }
        break;
    default:
        break;
    }
    if (m_plans.size() > kBarsMax)
        m_plans.pop_front();
    if (m_verifications.size() > kBarsMax)
        m_verifications.pop_front();
}

void IncidentLog::dropOldest()
{
    if (m_lanes.dropped() == 0 || m_lanes.events().empty())
        return;
    const EventSeq first = m_lanes.events().front().seq;
    for (auto& marks : m_marks) {
        while (!marks.empty() && marks.front().seq < first) {
            m_matches -= marks.front().isMatch ? 1 : 0;
            marks.pop_front();
        }
    }
}

bool IncidentLog::apply(const Snapshot& snapshot)
{
    bool changed = m_lanes.apply(snapshot);
    changed |= m_states.apply(snapshot);
    if (!snapshot.regions.empty()) {
        const HealthView& health = snapshot.regions.front().health;
        m_checkTime = health.interval * health.threshold;
    }
    if (!snapshot.decisions.empty())
        m_answerTtl = snapshot.decisions.front().ttl;
    if (snapshot.incident.exists) {
        if (m_incidents.empty() || m_incidents.back().number != snapshot.incident.number)
            m_incidents.push_back(snapshot.incident);
        else
            m_incidents.back() = snapshot.incident;
    }
    count(snapshot);
    return changed;
}

void IncidentLog::count(const Snapshot& snapshot)
{
    if (!m_counts.empty() && snapshot.now < m_counts.back().at + m_countEvery)
        return;
    const std::uint64_t decisions = snapshot.decisions.empty()
        ? (m_counts.empty() ? 0 : m_counts.back().decisions)
        : snapshot.decisions.front().number;
    m_counts.push_back({ snapshot.now, snapshot.totals.requests, snapshot.totals.failed, decisions });
    if (m_counts.size() <= kCountsMax)
        return;
    std::deque<CountSample> every2nd;
    for (std::size_t i = 0; i < m_counts.size(); i += 2)
        every2nd.push_back(m_counts[i]);
    m_counts = std::move(every2nd);
    m_countEvery *= 2;
}

std::vector<StageSpan> IncidentLog::stages() const
{
    std::vector<StageSpan> all;
    for (const PhaseSpan& phase : m_lanes.phases()) {
        if (phase.phase != Phase::Recover) {
            all.push_back(
                { static_cast<Stage>(static_cast<int>(phase.phase) - static_cast<int>(Phase::Detect)),
                    phase.from, phase.to, phase.seq });
            continue;
        }
        StageSpan rest { Stage::Recover, phase.from, phase.to, phase.seq };
        for (const StageSpan& verify : m_verifications) {
            if (verify.from < rest.from || verify.from >= rest.to)
                continue;
            if (verify.from > rest.from)
                all.push_back({ Stage::Recover, rest.from, verify.from, rest.seq });
            all.push_back({ Stage::Verify, verify.from, std::min(verify.to, rest.to), verify.seq });
            rest.from = std::min(verify.to, rest.to);
        }
        if (rest.from < rest.to && rest.from != kNever)
            all.push_back(rest);
    }
    return all;
}

TimeRange IncidentLog::whole() const
{
    const Instant from = m_lanes.events().empty() ? kStart : m_lanes.events().front().at;
    return { from, std::max(from, now()) };
}

void IncidentLog::prepareFind(const QString& text)
{
    m_find = text.trimmed().toLower();
    m_findPlain = m_find.toStdString();
    for (int i = 0; i < kEventKindCount; ++i) {
        const auto kind = static_cast<EventKind>(i);
        const std::string_view name = toString(kind);
        m_isKindFound[static_cast<std::size_t>(i)]
            = wordFor(kind).toLower().contains(m_find) || name.find(m_findPlain) != std::string_view::npos;
    }
    m_isRegionFound.clear();
    for (const RegionInfo& region : world().regions)
        m_isRegionFound.push_back(regionName(region).toLower().contains(m_find)
            || qs(region.name).toLower().contains(m_find) || holds(region.code, m_findPlain));
}

bool IncidentLog::isMatch(const Event& event) const
{
    if (m_find.isEmpty() || m_isKindFound[static_cast<std::size_t>(event.kind)])
        return true;
    for (const RegionId region : { event.region, event.peer }) {
        if (region.isValid() && region.value < m_isRegionFound.size() && m_isRegionFound[region.value])
            return true;
    }
    return holds(event.object, m_findPlain) || holds(event.action, m_findPlain)
        || holds(event.note, m_findPlain);
}

std::size_t IncidentLog::setFind(const QString& text)
{
    prepareFind(text);
    m_matches = 0;
    for (auto& marks : m_marks) {
        for (TrackMark& mark : marks) {
            const Event* event = m_find.isEmpty() ? nullptr : m_lanes.find(mark.seq);
            mark.isMatch = event == nullptr || isMatch(*event);
            m_matches += mark.isMatch ? 1 : 0;
        }
    }
    return m_matches;
}

const Event* IncidentLog::next(EventSeq seq) const
{
    const TrackMark* best = nullptr;
    for (const auto& marks : m_marks) {
        auto mark = std::upper_bound(
            marks.begin(), marks.end(), seq, [](EventSeq s, const TrackMark& m) { return s < m.seq; });
        mark = std::find_if(mark, marks.end(), [](const TrackMark& m) { return m.isMatch; });
        if (mark != marks.end() && (best == nullptr || mark->seq < best->seq))
            best = &*mark;
    }
    return best == nullptr ? nullptr : m_lanes.find(best->seq);
}

const Event* IncidentLog::previous(EventSeq seq) const
{
    const TrackMark* best = nullptr;
    for (const auto& marks : m_marks) {
        auto mark = seq.isValid() ? std::lower_bound(marks.begin(), marks.end(), seq,
                        [](const TrackMark& m, EventSeq s) { return m.seq < s; })
                                  : marks.end();
        while (mark != marks.begin()) {
            --mark;
            if (!mark->isMatch)
                continue;
            if (best == nullptr || mark->seq > best->seq)
                best = &*mark;
            break;
        }
    }
    return best == nullptr ? nullptr : m_lanes.find(best->seq);
}

} // namespace sb
