// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/monitor.h"

#include "backend/base/text.h"
#include "backend/incident/report.h"

#include <algorithm>

namespace sb {
namespace {

enum EventType : std::uint32_t { kSecond };

std::string percentText(int perMille)
{
    return std::to_string(perMille / 10) + "." + std::to_string(perMille % 10);
}

// "12.3" seconds.
std::string secondsText(Duration d)
{
    const std::int64_t tenths = (d.count() + 50'000) / 100'000;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

} // namespace

IncidentMonitor::IncidentMonitor(Env& env, EventLog& log, std::size_t cityCount,
    std::vector<std::string> regionNames, IncidentConfig config, Hooks hooks)
    : m_env(env)
    , m_log(log)
    , m_names(std::move(regionNames))
    , m_config(config)
    , m_hooks(std::move(hooks))
    , m_seconds(static_cast<std::size_t>(config.window / 1s))
    , m_cohorts(cityCount)
{
}

void IncidentMonitor::connect(ComponentId self)
{
    m_self = self;
    m_env.postIn(1s, m_self, kSecond);
}

void IncidentMonitor::onEvent(const SimEvent& event)
{
    if (event.kind != kSecond)
        return;
    closeSecond();
    m_env.postIn(1s, m_self, kSecond);
}

void IncidentMonitor::onCall(const CallOutcome& outcome)
{
    ++m_current.calls;
    if (outcome.isOk)
        return;
    ++m_current.failed;
    if (!m_view.isOpen)
        return;
    m_view.failedRequests += 1;
    m_lastFailure = m_env.now();
    m_cohorts[outcome.city.value].lastFailure = m_env.now();
    if (m_cohortsDone)
        m_cohortsDone = false; // it was declared too early: another straggler turned up
    if (m_view.impactAt != kNever)
        return;
    m_view.impactAt = m_env.now();
    m_view.rtoIsRunning = true;
    m_good = 0; // the calm before the impact proves nothing about after it
    m_goodSince = kNever;
    m_impact = m_log.append({ .kind = EventKind::ImpactBegan,
        .severity = Severity::Critical,
        .actor = Actor::Shoppers,
        .region = outcome.region,
        .fault = FaultId {},
        .cause = m_lastFault,
        .object = "city " + atlas().cities[outcome.city.value].name,
        .valueAfter = std::to_string(outcome.status),
        .unit = "status",
        .note = "First error a user saw: a shopper in " + atlas().cities[outcome.city.value].name
            + (!outcome.region.isValid()
                    ? " was told that the name has no address"
                    : (outcome.status == 0 ? " got no answer from "
                                           : " got status " + std::to_string(outcome.status) + " from ")
                        + m_names[outcome.region.value]) });
}

void IncidentMonitor::onOrder(const AcknowledgedOrder& order)
{
    // The service continues once somebody whose region is in trouble can buy elsewhere.
    if (!m_view.isOpen || m_continuesSeen || !m_faultRegion.isValid() || order.region == m_faultRegion)
        return;
    const CityId city { static_cast<std::uint16_t>(order.customer.value / kCityAccounts - 1) };
    if (order.customer.value < kCityAccounts || m_hooks.naturalRegion(city) != m_faultRegion)
        return;
    m_continuesSeen = true;
    m_log.append({ .kind = EventKind::ServiceContinues,
        .severity = Severity::Notice,
        .actor = Actor::Shoppers,
        .region = order.region,
        .peer = m_faultRegion,
        .cause = m_impact.isValid() ? m_impact : m_opened,
        .object = "order " + groupedText(static_cast<std::int64_t>(order.order.value)),
        .valueAfter = plainMoneyText(order.amount),
        .unit = "EUR",
        .note = "Order " + groupedText(static_cast<std::int64_t>(order.order.value)) + " from "
            + atlas().cities[city.value].name + ", normally served by " + m_names[m_faultRegion.value]
            + ", was acknowledged by " + m_names[order.region.value] });
}

void IncidentMonitor::onLogged(const Event& event)
{
    switch (event.kind) {
    case EventKind::FaultInjected:
        onFault(event);
        break;
    case EventKind::AnswerEmpty: // as bad as a fault, which may be over by then
        onFault(event);
        onAlarm(event);
        break;
    case EventKind::HealthRed:
    case EventKind::ReplicationStalled:
        onAlarm(event);
        break;
    case EventKind::RegionHeld:
        onRecoveryAction(event);
        break;
    case EventKind::AnswersShifted:
    case EventKind::AcceleratorShifted:
        if (m_view.detectedAt != kNever)
            onRecoveryAction(event);
        break;
    case EventKind::CommandAccepted:
        if (isRecoveryCommand(event))
            onRecoveryAction(event);
        break;
    default:
        break;
    }
}

void IncidentMonitor::onFault(const Event& fault)
{
    m_lastFault = fault.seq;
    m_faultRegion = fault.region;
    m_continuesSeen = m_continuesSeen && m_view.isOpen;
    if (!m_view.isOpen)
        open(fault);
}

void IncidentMonitor::open(const Event& fault)
{
    const int number = m_view.number + 1;
    m_view = IncidentView {};
    m_view.exists = m_view.isOpen = true;
    m_view.number = number;
    m_view.openedAt = m_env.now();
    m_view.title = fault.note.substr(0, fault.note.find(';'));
    m_cohorts.assign(m_cohorts.size(), Cohort {});
    m_isBreached = m_cohortsDone = m_continuesSeen = false;
    m_staleBefore = m_hooks.staleAnswers();
    m_good = 0;
    m_goodSince = m_lastFailure = kNever;
    m_impact = EventSeq {};
    m_log.setPhase(Phase::Detect);
    m_view.phase = Phase::Detect;
    m_opened = m_log.append({ .kind = EventKind::IncidentOpened,
        .severity = Severity::Critical,
        .region = fault.region,
        .peer = fault.peer,
        .fault = fault.fault,
        .cause = fault.seq,
        .object = "incident " + std::to_string(number),
        .note = m_view.title });
    m_log.append(
        { .kind = EventKind::PhaseChanged, .cause = m_opened, .action = "detect", .note = "Phase: detect" });
}

void IncidentMonitor::enter(Phase phase, EventSeq cause)
{
    if (!m_view.isOpen || m_view.phase >= phase)
        return;
    m_view.phase = phase;
    m_log.setPhase(phase);
    const std::string name(toString(phase));
    m_log.append(
        { .kind = EventKind::PhaseChanged, .cause = cause, .action = name, .note = "Phase: " + name });
}

void IncidentMonitor::onAlarm(const Event& alarm)
{
    if (!m_view.isOpen || m_view.detectedAt != kNever)
        return;
    m_view.detectedAt = m_env.now();
    enter(Phase::Decide, alarm.seq);
}

void IncidentMonitor::onRecoveryAction(const Event& action)
{
    if (!m_view.isOpen || m_view.decidedAt != kNever)
        return;
    m_view.decidedAt = m_env.now();
    enter(Phase::Act, action.seq);
}

void IncidentMonitor::closeSecond()
{
    m_seconds.push(m_current);
    m_current = Second {};
    if (m_view.rtoIsRunning)
        m_view.rto = m_env.now() - m_view.impactAt;
    judgeWindow();
    if (!m_view.isOpen)
        return;
    judgeCohorts();
    const bool isSettled = m_view.impactAt == kNever || (m_view.restoredAt != kNever && m_cohortsDone);
    if (isSettled && m_env.now() - m_view.openedAt > m_config.window * m_config.goodWindows
        && m_hooks.isFullyRecovered())
        close();
}

void IncidentMonitor::judgeWindow()
{
    Second sum;
    for (std::size_t i = 0; i < m_seconds.size(); ++i) {
        sum.calls += m_seconds[i].calls;
        sum.failed += m_seconds[i].failed;
    }
    m_windowPerMille
        = sum.calls == 0 ? 0 : static_cast<int>(std::uint64_t { sum.failed } * 1'000 / sum.calls);
    if (!m_view.isOpen)
        return;
    const bool isGood = m_windowPerMille <= m_config.errorObjectivePerMille;
    if (!isGood) {
        m_good = 0;
        m_goodSince = kNever;
        m_view.restoredAt = kNever;
        m_view.rtoIsRunning = m_view.impactAt != kNever;
        if (m_isBreached)
            return;
        m_isBreached = true;
        const bool isUndone = m_view.phase == Phase::Recover;
        const EventSeq breached = m_log.append({ .kind = EventKind::SloBreached,
            .severity = Severity::Critical,
            .actor = Actor::Shoppers,
            .cause = m_impact,
            .object = "errors",
            .valueAfter = percentText(m_windowPerMille),
            .unit = "%",
            .note = percentText(m_windowPerMille) + " % of the calls of the last "
                + durationText(m_config.window) + " failed; the objective is "
                + percentText(m_config.errorObjectivePerMille) + " %" });
        if (isUndone) { // restored too early: the incident is being acted upon again
            m_view.phase = Phase::Decide;
            enter(Phase::Act, breached);
        }
        if (m_view.detectedAt == kNever) {
            m_view.detectedAt = m_env.now();
            enter(Phase::Decide, breached);
        }
        return;
    }
    if (m_good == 0)
        m_goodSince = m_env.now();
    ++m_good;
    const bool isProven = Duration(std::chrono::seconds(m_good)) >= m_config.window * m_config.goodWindows;
    if (isProven && m_view.impactAt != kNever && m_view.restoredAt == kNever)
        declareRestored();
}

void IncidentMonitor::declareRestored()
{
    m_view.restoredAt = std::max(m_goodSince, m_view.impactAt);
    m_view.rto = m_view.restoredAt - m_view.impactAt;
    m_view.rtoIsRunning = false;
    m_isBreached = false;
    const EventSeq restored = m_log.append({ .kind = EventKind::SloRestored,
        .severity = Severity::Notice,
        .actor = Actor::Shoppers,
        .cause = m_impact,
        .object = "errors",
        .valueBefore = std::to_string(micros(m_view.restoredAt)),
        .valueAfter = std::to_string(static_cast<std::uint64_t>(m_view.failedRequests)),
        .unit = "requests",
        .note = "Errors are back under the objective since " + secondsText(m_view.rto)
            + " s after the first one; " + std::to_string(static_cast<std::uint64_t>(m_view.failedRequests))
            + " requests failed for their users so far" });
    enter(Phase::Recover, restored);
}

void IncidentMonitor::judgeCohorts()
{
    if (m_cohortsDone || m_view.restoredAt == kNever || m_lastFailure == kNever
        || m_env.now() - m_lastFailure < m_config.quietCohorts)
        return;
    m_cohortsDone = true;
    std::vector<Duration> delays;
    for (const Cohort& cohort : m_cohorts) {
        if (cohort.lastFailure != kNever)
            delays.push_back(cohort.lastFailure - m_view.impactAt);
    }
    std::sort(delays.begin(), delays.end());
    const auto at = [&](std::size_t percent) { return delays[(delays.size() - 1) * percent / 100]; };
    m_log.append({ .kind = EventKind::CohortsRestored,
        .severity = Severity::Notice,
        .actor = Actor::Shoppers,
        .cause = m_impact,
        .object = std::to_string(delays.size()) + " cities",
        .valueBefore = std::to_string(micros(m_lastFailure)),
        .valueAfter = secondsText(at(100)),
        .unit = "s",
        .note = "Last error of each city, after the first: half of the " + std::to_string(delays.size())
            + " affected cities within " + secondsText(at(50)) + " s, 95 % within " + secondsText(at(95))
            + " s, the last after " + secondsText(at(100)) + " s" });
}

void IncidentMonitor::close()
{
    m_view.isOpen = false;
    m_view.closedAt = m_env.now();
    const StaleAnswers stale = m_hooks.staleAnswers();
    m_log.append({ .kind = EventKind::IncidentClosed,
        .severity = Severity::Notice,
        .cause = m_opened,
        .object = "incident " + std::to_string(m_view.number),
        .valueAfter = secondsText(m_view.rto),
        .unit = "s",
        .note = m_view.title + ": closed after " + durationText(m_env.now() - m_view.openedAt)
            + (m_view.impactAt == kNever ? std::string("; users saw no error")
                                         : "; RTO " + secondsText(m_view.rto) + " s, "
                        + std::to_string(static_cast<std::uint64_t>(m_view.failedRequests))
                        + " failed requests")
            + "; " + std::to_string(m_view.rpoOperations) + " writes were at risk, "
            + std::to_string(m_view.recovered) + " recovered, " + std::to_string(m_view.overwritten)
            + " overwritten, " + std::to_string(m_view.refused) + " refused, " + std::to_string(m_view.lost)
            + " lost; " + std::to_string(stale.silent - m_staleBefore.silent)
            + " answers lacked what their visit had seen before, "
            + std::to_string(stale.said - m_staleBefore.said) + " more did and said so" });
    m_view.phase = Phase::Normal;
    m_log.setPhase(Phase::Normal);
}

} // namespace sb
