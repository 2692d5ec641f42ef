// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/report.h"

#include "backend/api/command_text.h"
#include "backend/base/text.h"
#include "backend/replication/conflict.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <limits>
#include <unordered_map>

namespace sb {
namespace {

constexpr std::size_t kDefectsMax = 20;
constexpr std::int64_t kMicrosMax
    = std::numeric_limits<std::int64_t>::max() / 4; // keeps differences in range

Moment momentOf(const Event& event)
{
    return { event.at, event.seq, event.executed };
}

template<typename T> bool parseWhole(std::string_view text, T& out)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc {} && end == text.data() + text.size();
}

// Figures that are shown, never decided upon.
double parseDouble(const std::string& text, double otherwise)
{
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    return text.empty() || *end != '\0' ? otherwise : value;
}

// "4.25" seconds to microseconds, digits beyond the sixth dropped; negative or malformed text is refused.
bool parseSeconds(std::string_view text, Duration& out)
{
    const std::size_t point = std::min(text.find('.'), text.size());
    std::int64_t whole = 0;
    if (!parseWhole(text.substr(0, point), whole) || whole < 0 || whole > kMicrosMax / 1'000'000)
        return false;
    std::int64_t fraction = 0;
    if (point < text.size()) {
        std::string digits(text.substr(point + 1, 6));
        digits.resize(6, '0');
        if (!parseWhole(std::string_view(digits), fraction) || fraction < 0)
            return false;
    }
    out = Duration { whole * 1'000'000 + fraction };
    return true;
}

// Calm must last before it can be declared: value_before then says since when, in microseconds of virtual
// time.
Moment provenMoment(const Event& event)
{
    Moment moment = momentOf(event);
    std::int64_t since = 0;
    if (parseWhole(event.valueBefore, since) && since >= 0 && atMicros(since) <= event.at)
        moment.at = atMicros(since);
    return moment;
}

int trailingNumber(std::string_view text)
{
    int number = 0;
    const std::size_t space = text.rfind(' ');
    if (space == std::string_view::npos || !parseWhole(text.substr(space + 1), number))
        return 0;
    return number;
}

class Builder {
public:
    explicit Builder(std::span<const Event> events)
        : m_events(events)
    {
    }

    RecordReport build()
    {
        checkOrder();
        for (std::size_t i = 0; i < m_events.size(); ++i) {
            if (m_events[i].kind == EventKind::IncidentOpened)
                openAt(i);
            else if (m_events[i].kind == EventKind::IncidentClosed && m_isOpen)
                closeAt(i);
        }
        for (IncidentReport& incident : m_report.incidents)
            fill(incident);
        settleWrites();
        for (IncidentReport& incident : m_report.incidents)
            countEstimated(incident);
        m_report.eventCount = m_events.size();
        if (!m_events.empty()) {
            m_report.end = m_events.back().at;
            m_report.executed = m_events.back().executed;
            m_report.stateHash = m_events.back().stateHash;
        }
        return std::move(m_report);
    }

private:
    void defect(const Event& event, const char* what)
    {
        if (m_report.defects.size() < kDefectsMax)
            m_report.defects.push_back("event " + std::to_string(event.seq.value) + ": " + what);
    }

    void checkOrder()
    {
        for (std::size_t i = 0; i < m_events.size(); ++i) {
            const Event& event = m_events[i];
            if (i > 0 && event.seq.value != m_events[i - 1].seq.value + 1)
                defect(event, "its number does not follow the one before it");
            if (i > 0 && event.at < m_events[i - 1].at)
                defect(event, "it is earlier than the one before it");
            if (event.cause.isValid() && event.cause.value >= event.seq.value)
                defect(event, "its cause is not an earlier event");
        }
    }

    // Position of an event by its number; size() when the log does not hold it.
    std::size_t indexOf(EventSeq seq) const
    {
        const auto found = std::lower_bound(m_events.begin(), m_events.end(), seq,
            [](const Event& event, EventSeq wanted) { return event.seq < wanted; });
        return found != m_events.end() && found->seq == seq
            ? static_cast<std::size_t>(found - m_events.begin())
            : m_events.size();
    }

    // The cause of an event when it is of `kind` and not before `floor`; otherwise the event itself.
    std::size_t earlierCause(std::size_t index, EventKind kind, std::size_t floor) const
    {
        const EventSeq seq = m_events[index].cause;
        const std::size_t cause = seq.isValid() ? indexOf(seq) : index;
        return cause >= floor && cause < index && m_events[cause].kind == kind ? cause : index;
    }

    void openAt(std::size_t index)
    {
        const std::size_t floor = m_report.incidents.empty() ? 0 : m_report.incidents.back().endIndex;
        if (m_isOpen)
            m_report.incidents.back().endIndex = index;
        const Event& event = m_events[index];
        IncidentReport incident;
        const int number = trailingNumber(event.object);
        incident.number = number > 0 ? number : static_cast<int>(m_report.incidents.size()) + 1;
        incident.title = event.note;
        incident.opened = momentOf(event);
        incident.firstIndex = index;
        incident.endIndex = m_events.size();
        if (!m_isOpen) {
            incident.firstIndex = earlierCause(index, EventKind::FaultInjected, floor);
            incident.firstIndex = earlierCause(incident.firstIndex, EventKind::CommandAccepted, floor);
        }
        m_report.incidents.push_back(std::move(incident));
        m_isOpen = true;
    }

    void closeAt(std::size_t index)
    {
        m_report.incidents.back().endIndex = index + 1;
        m_report.incidents.back().closed = momentOf(m_events[index]);
        m_isOpen = false;
    }

    void fill(IncidentReport& incident)
    {
        for (std::size_t i = incident.firstIndex; i < incident.endIndex; ++i) {
            fillMilestones(incident, m_events[i]);
            fillFaults(incident, m_events[i]);
            if (m_events[i].kind == EventKind::WriteAtRisk)
                addWrite(incident, m_events[i]);
            else if (m_events[i].kind == EventKind::LossEstimated)
                addEstimate(incident, m_events[i]);
        }
        if (!incident.phases.empty() && incident.closed.isKnown())
            incident.phases.back().span.to = incident.closed;
        if (incident.title.empty() && !incident.faults.empty())
            incident.title = incident.faults.front().kind;
    }

    static void setOnce(Moment& moment, const Event& event)
    {
        if (!moment.isKnown())
            moment = momentOf(event);
    }

    static void fillDecision(IncidentReport& incident, const Event& event)
    {
        // Answers also drift by themselves; only what routing does after an alarm is an answer to it.
        const bool isShift = event.kind == EventKind::AnswersShifted && event.actor == Actor::Routing
            && incident.detected.isKnown();
        if (incident.decided.isKnown()
            || !(isShift || event.kind == EventKind::RegionHeld || isRecoveryCommand(event)))
            return;
        incident.decided = momentOf(event);
        incident.decidedBy = event.kind;
    }

    static void fillMilestones(IncidentReport& incident, const Event& event)
    {
        switch (event.kind) {
        case EventKind::HealthRed:
        case EventKind::ReplicationStalled:
        case EventKind::SloBreached:
            if (!incident.detected.isKnown()) {
                incident.detected = momentOf(event);
                incident.detectedBy = event.kind;
            }
            if (event.kind == EventKind::SloBreached) {
                incident.isRestorationUndone |= incident.restored.isKnown();
                incident.restored = {};
                if (event.unit == "%")
                    incident.errorShareMax
                        = std::max(incident.errorShareMax, parseDouble(event.valueAfter, -1));
            }
            break;
        case EventKind::AnswersShifted:
        case EventKind::RegionHeld:
        case EventKind::CommandAccepted:
            fillDecision(incident, event);
            break;
        case EventKind::ImpactBegan:
            setOnce(incident.impact, event);
            break;
        case EventKind::SloRestored:
            if (!incident.restored.isKnown())
                incident.restored = provenMoment(event);
            if (std::int64_t failed = 0; event.unit == "requests" && parseWhole(event.valueAfter, failed))
                incident.failedRequests = std::max(incident.failedRequests, failed);
            break;
        case EventKind::CohortsRestored:
            incident.cohortsRestored = provenMoment(event);
            break;
        case EventKind::ServiceContinues:
            setOnce(incident.serviceContinues, event);
            break;
        case EventKind::ConflictFound:
            // A sale refused for want of rights discarded nothing.
            incident.conflicts += event.action == toString(ConflictKind::RightsExhausted) ? 0 : 1;
            break;
        case EventKind::PhaseChanged:
            fillPhase(incident, event);
            break;
        default:
            break;
        }
    }

    static void fillPhase(IncidentReport& incident, const Event& event)
    {
        const bool isRunning = !incident.phases.empty() && !incident.phases.back().span.to.isKnown();
        if (isRunning)
            incident.phases.back().span.to = momentOf(event);
        if (event.phase != Phase::Normal)
            incident.phases.push_back({ event.phase, { momentOf(event), {} } });
    }

    static void fillFaults(IncidentReport& incident, const Event& event)
    {
        if (event.kind == EventKind::FaultInjected) {
            FaultRecord fault;
            fault.id = event.fault;
            fault.kind = event.action;
            fault.note = event.note;
            fault.region = event.region;
            fault.peer = event.peer;
            fault.injected = momentOf(event);
            incident.faults.push_back(std::move(fault));
            return;
        }
        const auto fault = std::find_if(incident.faults.begin(), incident.faults.end(),
            [&](const FaultRecord& f) { return event.fault.isValid() && f.id == event.fault; });
        if (fault == incident.faults.end())
            return;
        if (event.kind == EventKind::FaultCleared || event.kind == EventKind::FaultExpired) {
            setOnce(fault->ended, event);
            fault->isExpired = event.kind == EventKind::FaultExpired;
        }
        fault->isResidueChecked |= event.kind == EventKind::ResidueVerified;
        fault->isResidueFound |= event.kind == EventKind::ResidueFound;
    }

    void addWrite(IncidentReport& incident, const Event& event)
    {
        WriteAtRiskRecord write;
        write.label = event.object;
        write.isOrder = event.action == "order";
        write.region = event.region;
        write.listed = momentOf(event);
        write.committedAt = event.at;
        write.note = event.note;
        std::int64_t committed = 0;
        if (parseWhole(event.valueBefore, committed) && committed >= 0 && atMicros(committed) <= event.at)
            write.committedAt = atMicros(committed);
        else
            defect(event, "value_before is not a commit time in microseconds up to the event");
        if (const auto amount = parsePlainMoney(event.valueAfter))
            write.amount = *amount;
        else
            defect(event, "value_after is not an amount");
        m_writes[event.seq.value]
            = { static_cast<std::size_t>(&incident - m_report.incidents.data()), incident.writes.size() };
        incident.writes.push_back(std::move(write));
    }

    void addEstimate(IncidentReport& incident, const Event& event)
    {
        LossEstimateRecord estimate;
        estimate.region = event.region;
        estimate.told = momentOf(event);
        estimate.note = event.note;
        if (!parseWhole(event.valueBefore, estimate.fewest) || !parseWhole(event.valueAfter, estimate.most))
            defect(event, "its values are no numbers of writes");
        incident.estimates.push_back(std::move(estimate));
    }

    // An estimate follows the list of its instant. What was settled by then, another region had received;
    // what was called lost at that instant had still been open.
    static void countEstimated(IncidentReport& incident)
    {
        for (LossEstimateRecord& estimate : incident.estimates)
            estimate.exact = static_cast<std::uint64_t>(std::count_if(
                incident.writes.begin(), incident.writes.end(), [&](const WriteAtRiskRecord& write) {
                    return write.region == estimate.region && write.listed.seq < estimate.told.seq
                        && (!write.settled.isKnown() || write.settled.seq > estimate.told.seq);
                }));
    }

    // A write may be settled after its incident closed (a lost region that came back after all), so the whole
    // log is searched and the latest word counts.
    void settleWrites()
    {
        for (const Event& event : m_events) {
            const bool isOutcome = event.kind == EventKind::WriteRecovered
                || event.kind == EventKind::WriteOverwritten || event.kind == EventKind::WriteRefused
                || event.kind == EventKind::WriteLost;
            if (!isOutcome)
                continue;
            const auto found = m_writes.find(event.cause.value);
            if (found == m_writes.end()) {
                defect(event, "its cause is no write at risk");
                continue;
            }
            WriteAtRiskRecord& write = m_report.incidents[found->second.incident].writes[found->second.write];
            write.outcome = event.kind == EventKind::WriteRecovered ? WriteOutcome::Recovered
                : event.kind == EventKind::WriteOverwritten         ? WriteOutcome::Overwritten
                : event.kind == EventKind::WriteRefused             ? WriteOutcome::Refused
                                                                    : WriteOutcome::Lost;
            write.settled = momentOf(event);
            write.outcomeNote = event.note;
            write.delay = 0us;
            if (write.outcome == WriteOutcome::Recovered && !parseSeconds(event.valueAfter, write.delay))
                write.delay = event.at - write.committedAt;
        }
    }

    struct WriteIndex {
        std::size_t incident;
        std::size_t write;
    };

    std::span<const Event> m_events;
    RecordReport m_report;
    bool m_isOpen = false;
    std::unordered_map<std::uint64_t, WriteIndex> m_writes; // by seq of rpo.at-risk; looked up only
};

} // namespace

bool isRecoveryCommand(const Event& event)
{
    if (event.kind != EventKind::CommandAccepted)
        return false;
    const auto command = parseCommand(event.action);
    return command
        && (std::holds_alternative<RestoreRegion>(*command) || std::holds_alternative<FailBack>(*command)
            || std::holds_alternative<ClearFault>(*command)
            || std::holds_alternative<ClearAllFaults>(*command)
            || std::holds_alternative<RegionOrder>(*command)
            || std::holds_alternative<SetControls>(*command) || std::holds_alternative<ShiftAway>(*command)
            || std::holds_alternative<SetDial>(*command) || std::holds_alternative<StartPlan>(*command));
}

std::string_view toString(WriteOutcome outcome)
{
    switch (outcome) {
    case WriteOutcome::Open:
        return "open";
    case WriteOutcome::Recovered:
        return "recovered";
    case WriteOutcome::Overwritten:
        return "overwritten";
    case WriteOutcome::Refused:
        return "refused";
    case WriteOutcome::Lost:
        return "lost";
    }
    return "unknown";
}

Moment IncidentReport::cutOf(const WriteAtRiskRecord& write) const
{
    Moment cut = write.listed;
    for (const FaultRecord& fault : faults) {
        const bool isItsOutage = fault.region == write.region
            && (fault.kind == toString(FaultKind::RegionOutage)
                || fault.kind == toString(FaultKind::RegionDestroyed));
        const bool isOpenThen = !write.settled.isKnown() || write.settled.at >= fault.injected.at;
        if (isItsOutage && isOpenThen && fault.injected.at > cut.at)
            cut = fault.injected;
    }
    return cut;
}

std::size_t IncidentReport::oldestWrite() const
{
    const auto age = [&](const WriteAtRiskRecord& write) { return cutOf(write).at - write.committedAt; };
    const auto oldest = std::max_element(writes.begin(), writes.end(),
        [&](const WriteAtRiskRecord& a, const WriteAtRiskRecord& b) { return age(a) < age(b); });
    return static_cast<std::size_t>(oldest - writes.begin());
}

Duration IncidentReport::rpoAge() const
{
    const std::size_t oldest = oldestWrite();
    return oldest == writes.size() ? 0us : cutOf(writes[oldest]).at - writes[oldest].committedAt;
}

WriteTotals IncidentReport::totals() const
{
    WriteTotals sum;
    for (int i = 0; i < kWriteOutcomeCount; ++i) {
        const WriteTotals part = totals(static_cast<WriteOutcome>(i));
        sum.operations += part.operations;
        sum.orders += part.orders;
        sum.money += part.money;
    }
    return sum;
}

WriteTotals IncidentReport::totals(WriteOutcome outcome) const
{
    WriteTotals sum;
    for (const WriteAtRiskRecord& write : writes) {
        if (write.outcome != outcome)
            continue;
        ++sum.operations;
        sum.orders += write.isOrder ? 1 : 0;
        sum.money += write.amount;
    }
    return sum;
}

RecordReport deriveReport(std::span<const Event> events)
{
    return Builder(events).build();
}

Result<Money> parsePlainMoney(std::string_view text)
{
    const auto refuse
        = [&] { return fail(Errc::BadInput, "'" + std::string(text) + "' is not an amount such as 12.34"); };
    const bool isNegative = text.starts_with('-');
    const std::string_view digits = text.substr(isNegative ? 1 : 0);
    const std::size_t point = std::min(digits.find('.'), digits.size());
    std::uint64_t whole = 0;
    if (!parseWhole(digits.substr(0, point), whole) || whole > 90'000'000'000'000'000ULL)
        return refuse();
    std::uint64_t cents = 0;
    if (point < digits.size()) {
        const std::string_view fraction = digits.substr(point + 1);
        if (fraction.empty() || fraction.size() > 2 || !parseWhole(fraction, cents))
            return refuse();
        cents *= fraction.size() == 1 ? 10 : 1;
    }
    const auto sum = static_cast<std::int64_t>(whole * 100 + cents);
    return Money { isNegative ? -sum : sum };
}

} // namespace sb
