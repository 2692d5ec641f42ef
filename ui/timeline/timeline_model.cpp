// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_model.h"

#include "ui/theme/words.h"
#include "ui/timeline/timeline_text.h"

#include <algorithm>
#include <cmath>

namespace sb {
namespace {

bool seqLess(const Event& event, EventSeq seq)
{
    return event.seq < seq;
}

void push(std::deque<TimelineBar>& bars, TimelineBar bar)
{
    bars.push_back(std::move(bar));
    if (bars.size() > TimelineModel::kBarsMax)
        bars.pop_front();
}

TimelineBar* openBarOf(std::deque<TimelineBar>& bars, RegionId region)
{
    for (auto bar = bars.rbegin(); bar != bars.rend(); ++bar) {
        if (bar->isOpen() && bar->region == region)
            return &*bar;
    }
    return nullptr;
}

bool replaceText(QString& text, QString with)
{
    if (with.isEmpty() || text == with)
        return false;
    text = std::move(with);
    return true;
}

// What steers answers on purpose: zones and their plans, edges, routing controls, shifts, recovery plans.
std::optional<Lane> laneOfSteering(EventKind kind)
{
    switch (kind) {
    case EventKind::ZoneChanged:
    case EventKind::ZonePlanApplied:
    case EventKind::ZonePlanRefused:
    case EventKind::AnswerEmpty:
    case EventKind::EdgesDisagree:
    case EventKind::EdgesAgree:
    case EventKind::OriginFailover:
    case EventKind::AcceleratorShifted:
    case EventKind::ControlChanged:
    case EventKind::RuleOverridden:
    case EventKind::ShiftStarted:
    case EventKind::ShiftEnded:
    case EventKind::DialChanged:
        return Lane::Answers;
    case EventKind::PlanStarted:
    case EventKind::PlanState:
    case EventKind::PlanStep:
    case EventKind::PlanEnded:
        return Lane::Operator;
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<Lane> laneOf(const Event& event)
{
    switch (event.kind) {
    case EventKind::CommandAccepted:
    case EventKind::CommandRefused:
    case EventKind::CheckPassed:
    case EventKind::CheckFailed:
    case EventKind::FailBackStarted:
    case EventKind::FailBackStep:
    case EventKind::FailBackCompleted:
    case EventKind::FailBackAborted:
        return Lane::Operator;
    case EventKind::NoteAdded: // what the run notes of itself is in the record
        return event.actor == Actor::System ? std::nullopt : std::optional(Lane::Operator);
    case EventKind::FaultInjected:
    case EventKind::FaultExpired:
    case EventKind::FaultCleared:
    case EventKind::ResidueFound:
        return Lane::Faults;
    case EventKind::CheckerFlipped:
    case EventKind::CheckChanged:
    case EventKind::CheckDoubted:
    case EventKind::HealthRed:
    case EventKind::HealthGreen:
        return Lane::Health;
    case EventKind::AnswersShifted:
    case EventKind::FailOpen:
    case EventKind::RegionHeld:
        return Lane::Answers;
    case EventKind::ImpactBegan:
    case EventKind::SloBreached:
    case EventKind::SloRestored:
    case EventKind::CohortsRestored:
    case EventKind::ServiceContinues:
    case EventKind::CapacityWarning:
    case EventKind::CapacityExceeded:
    case EventKind::CapacityRelieved:
        return Lane::Errors;
    case EventKind::ReplicationStalled:
    case EventKind::ReplicationCaughtUp:
    case EventKind::ReplicaVerified:
    case EventKind::ReplicaDiverged:
    case EventKind::ReplicaRebuild:
    case EventKind::ClockQuarantined:
    case EventKind::RightsRevoked:
    case EventKind::MemberEvicted:
    case EventKind::OrphansFound:
    case EventKind::ConflictFound:
    case EventKind::WriteOverwritten:
    case EventKind::WriteRefused:
    case EventKind::WriteLost:
    case EventKind::LossEstimated:
    case EventKind::DiskFailed:
    case EventKind::DiskRecovered:
    case EventKind::WriterMoved:
    case EventKind::AcksStalled:
    case EventKind::AcksResumed:
    case EventKind::StreamStalled:
    case EventKind::StreamRebuilt:
    case EventKind::ObjectsStalled:
    case EventKind::ObjectsCaughtUp:
    case EventKind::ObjectsLost:
        return Lane::Replication;
    default:
        return laneOfSteering(event.kind);
    }
}

void TimelineModel::reset(const WorldDescription& description)
{
    *this = TimelineModel(m_eventsMax);
    m_world = description;
    push(m_answers, { kStart, kNever, Lane::Answers, Tone::Quiet, {}, {}, {}, {} });
}

void TimelineModel::append(const std::vector<Event>& events)
{
    for (const Event& event : events) {
        if (!m_events.empty() && event.seq <= m_events.back().seq)
            continue; // a replayed batch
        take(event);
        m_events.push_back(event);
        m_now = std::max(m_now, event.at);
    }
    while (m_events.size() > m_eventsMax) {
        m_events.pop_front();
        ++m_dropped;
    }
}

void TimelineModel::take(const Event& event)
{
    switch (event.kind) {
    case EventKind::FaultInjected:
        push(m_faults,
            { event.at, kNever, Lane::Faults, Tone::Bad, event.seq, event.region, faultText(event, m_world),
                {} });
        m_faultStarts[event.fault] = event.seq;
        break;
    case EventKind::FaultCleared:
    case EventKind::FaultExpired: {
        const auto start = m_faultStarts.find(event.fault);
        if (start == m_faultStarts.end()) {
            if (TimelineBar* open = openBarOf(m_faults, event.region))
                open->to = event.at;
            break;
        }
        for (TimelineBar& bar : m_faults) {
            if (bar.seq == start->second)
                bar.to = event.at;
        }
        m_faultStarts.erase(start);
        break;
    }
    case EventKind::HealthRed:
    case EventKind::HealthGreen:
        takeHealth(event);
        break;
    case EventKind::AnswersShifted:
        takeAnswers(event);
        break;
    case EventKind::IncidentOpened:
    case EventKind::PhaseChanged:
    case EventKind::IncidentClosed:
        takePhase(event);
        break;
    case EventKind::FailBackStarted:
    case EventKind::FailBackCompleted:
    case EventKind::FailBackAborted:
        takeFailBack(event);
        break;
    default:
        break;
    }
}

void TimelineModel::takeHealth(const Event& event)
{
    TimelineBar* open = openBarOf(m_red, event.region);
    if (event.kind == EventKind::HealthGreen) {
        if (open)
            open->to = event.at;
        m_redMost.erase(event.region);
        return;
    }
    if (open)
        return;
    push(m_red,
        { event.at, kNever, Lane::Health, Tone::Bad, event.seq, event.region,
            redText(regionName(m_world, event.region), 0, 0), {} });
}

void TimelineModel::takeAnswers(const Event& event)
{
    if (!m_answers.empty())
        m_answers.back().to = event.at;
    const Tone tone = event.phase == Phase::Normal ? Tone::Quiet : Tone::Changed;
    // Shares come with the next snapshot; until then what the event says.
    QString text = QString::fromStdString(event.valueAfter);
    push(m_answers, { event.at, kNever, Lane::Answers, tone, event.seq, event.region, std::move(text), {} });
}

void TimelineModel::takePhase(const Event& event)
{
    if (!m_phases.empty() && m_phases.back().to == kNever)
        m_phases.back().to = event.at;
    if (event.kind == EventKind::IncidentOpened)
        m_incident = { event.at, kNever };
    if (event.kind == EventKind::IncidentClosed) {
        m_incident.to = event.at;
        return;
    }
    if (event.kind != EventKind::PhaseChanged || event.phase == Phase::Normal)
        return;
    m_phases.push_back({ event.phase, event.at, kNever, event.seq });
    if (m_phases.size() > kBarsMax)
        m_phases.pop_front();
}

void TimelineModel::takeFailBack(const Event& event)
{
    if (event.kind == EventKind::FailBackStarted) {
        push(m_failBacks,
            { event.at, kNever, Lane::Operator, Tone::Recovering, event.seq, event.region,
                failBackText(regionName(m_world, event.region)), {} });
        return;
    }
    if (TimelineBar* open = openBarOf(m_failBacks, event.region))
        open->to = event.at;
}

bool TimelineModel::apply(const Snapshot& snapshot)
{
    m_now = std::max(m_now, snapshot.now);
    bool changed = applyFaults(snapshot);
    changed |= applyHealth(snapshot);
    changed |= applyAnswers(snapshot);
    if (snapshot.charts && snapshot.charts->end > m_sampledTo)
        changed |= sample(*snapshot.charts);
    const IncidentView& incident = snapshot.incident;
    if (incident.exists)
        m_incident = { incident.openedAt, incident.isOpen ? m_now : incident.closedAt };
    else if (m_incident.to == kNever)
        m_incident.to = m_now;
    if (m_incident.to == kNever || m_incident.to > m_now)
        m_incident.to = m_now;
    return changed;
}

bool TimelineModel::applyFaults(const Snapshot& snapshot)
{
    bool changed = false;
    for (const FaultView& fault : snapshot.faults) {
        const auto start = m_faultStarts.find(fault.id);
        if (start == m_faultStarts.end())
            continue;
        for (TimelineBar& bar : m_faults) {
            if (bar.seq == start->second)
                changed |= replaceText(bar.text, faultTitle(fault.spec, m_world));
        }
    }
    return changed;
}

bool TimelineModel::applyHealth(const Snapshot& snapshot)
{
    bool changed = false;
    int green = 0;
    int total = 0;
    bool isFirst = true;
    for (const RegionView& region : snapshot.regions) {
        const HealthView& health = region.health;
        TimelineBar* open = openBarOf(m_red, region.id);
        if (!open && (isFirst || health.checkersHealthy < green)) {
            green = health.checkersHealthy;
            total = health.checkersTotal;
            isFirst = false;
        }
        if (!open)
            continue;
        int& most = m_redMost[region.id];
        most = std::max(most, health.checkersTotal - health.checkersHealthy);
        changed
            |= replaceText(open->text, redText(regionName(m_world, region.id), most, health.checkersTotal));
        open->shortText = redTextShort(most, health.checkersTotal);
    }
    if (total > 0) {
        m_checkersTotal = total;
        changed |= replaceText(m_greenText, sb::greenText(green, total));
    }
    return changed;
}

bool TimelineModel::applyAnswers(const Snapshot& snapshot)
{
    if (m_answers.empty() || m_answers.back().from > snapshot.now)
        return false;
    m_answers.back().shortText = sharesTextShort(snapshot.regions, m_world);
    return replaceText(m_answers.back().text, sharesText(snapshot.regions, m_world));
}

TimelineSample& TimelineModel::slot(std::int64_t second)
{
    if (m_samples.empty())
        m_sampleStart = second;
    while (m_sampleStart + static_cast<std::int64_t>(m_samples.size()) <= second) {
        m_samples.emplace_back();
        if (m_samples.size() > kSamplesMax) {
            m_samples.pop_front();
            ++m_sampleStart;
        }
    }
    return m_samples[static_cast<std::size_t>(second - m_sampleStart)];
}

// Copies the columns that are new since the last call. A column wider than a second fills each second it
// covers unless a finer one did before.
bool TimelineModel::sample(const ChartWindow& window)
{
    // A jump past everything kept starts the samples anew instead of padding hours one by one.
    const auto endSecond = static_cast<std::int64_t>(std::floor(seconds(window.end)));
    if (!m_samples.empty() && endSecond - m_sampleStart > 2 * static_cast<std::int64_t>(kSamplesMax))
        m_samples.clear();
    const bool isFine = window.column <= 1s;
    bool changed = false;
    for (const ChartSeries& series : window.series) {
        const bool isErrors = series.metric == Metric::ErrorShare;
        if (!isErrors && series.metric != Metric::ReplicationLag)
            continue;
        for (std::size_t i = 0; i < series.columns.size(); ++i) {
            const ChartColumn& column = series.columns[i];
            const Instant to
                = window.end - window.column * static_cast<std::int64_t>(series.columns.size() - 1 - i);
            if (column.isGap || to <= m_sampledTo || to <= kStart)
                continue;
            const auto last = static_cast<std::int64_t>(std::ceil(seconds(to))) - 1;
            auto first = static_cast<std::int64_t>(std::floor(seconds(std::max(kStart, to - window.column))));
            first = std::max({ first, m_samples.empty() ? first : m_sampleStart,
                last - static_cast<std::int64_t>(kSamplesMax) + 1 });
            for (std::int64_t second = first; second <= last; ++second) {
                TimelineSample& into = slot(second);
                bool& has = isErrors ? into.hasErrors : into.hasLag;
                float& value = isErrors ? into.errorPercent : into.lagSeconds;
                if (has && (!isFine && isErrors))
                    continue;
                if (has && column.max <= value)
                    continue;
                value = column.max;
                has = true;
                if (!isErrors)
                    into.lagSource = series.region;
                changed = true;
            }
        }
    }
    m_sampledTo = window.end - window.column; // the last column may still grow
    return changed;
}

void TimelineModel::adoptSamples(const TimelineModel& other)
{
    m_samples = other.m_samples;
    m_sampleStart = other.m_sampleStart;
    m_sampledTo = other.m_sampledTo;
}

const Event* TimelineModel::find(EventSeq seq) const
{
    if (!seq.isValid())
        return nullptr;
    const auto found = std::lower_bound(m_events.begin(), m_events.end(), seq, seqLess);
    return found != m_events.end() && found->seq == seq ? &*found : nullptr;
}

const Event* TimelineModel::next(EventSeq seq) const
{
    auto at = seq.isValid()
        ? std::lower_bound(m_events.begin(), m_events.end(), EventSeq { seq.value + 1 }, seqLess)
        : m_events.begin();
    at = std::find_if(at, m_events.end(), [](const Event& event) { return laneOf(event).has_value(); });
    return at == m_events.end() ? nullptr : &*at;
}

const Event* TimelineModel::previous(EventSeq seq) const
{
    auto at
        = seq.isValid() ? std::lower_bound(m_events.begin(), m_events.end(), seq, seqLess) : m_events.end();
    while (at != m_events.begin()) {
        --at;
        if (laneOf(*at))
            return &*at;
    }
    return nullptr;
}

std::vector<TimelineBar> TimelineModel::greenChecks() const
{
    std::vector<TimelineBar> bars;
    const QString all = m_checkersTotal > 0 ? sb::greenText(m_checkersTotal, m_checkersTotal) : QString();
    Instant free = kStart;
    for (const TimelineBar& red : m_red) { // sorted by `from`
        if (red.from > free)
            bars.push_back({ free, red.from, Lane::Health, Tone::Quiet, {}, {}, all, {} });
        free = std::max(free, red.to);
    }
    if (free != kNever)
        bars.push_back({ free, kNever, Lane::Health, Tone::Quiet, {}, {}, m_greenText, {} });
    return bars;
}

} // namespace sb
