// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drills/drill_score.h"

#include "ui/theme/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace sb {
namespace {

struct Score {
    Q_DECLARE_TR_FUNCTIONS(sb::Score)
};

} // namespace

void DrillScore::clear()
{
    *this = {};
}

void DrillScore::noteSnapshot(const Snapshot& snapshot)
{
    if (snapshot.incident.exists)
        m_incidents[snapshot.incident.number] = snapshot.incident;
}

void DrillScore::addEvents(const std::vector<Event>& events)
{
    for (const Event& event : events) {
        if (event.actor != Actor::Operator)
            continue;
        if (event.kind == EventKind::CommandAccepted && !event.action.starts_with("note"))
            m_orders.push_back(event.at);
        m_refused += event.kind == EventKind::CommandRefused ? 1 : 0;
        m_overridden += event.kind == EventKind::RuleOverridden ? 1 : 0;
    }
}

std::optional<Duration> DrillScore::operatorTime() const
{
    Instant alarm = kNever;
    for (const auto& [number, incident] : m_incidents)
        alarm = std::min(alarm, incident.detectedAt);
    const auto first
        = std::find_if(m_orders.begin(), m_orders.end(), [&](Instant at) { return at >= alarm; });
    if (alarm == kNever || first == m_orders.end())
        return std::nullopt;
    return *first - alarm;
}

std::vector<ScoreLine> DrillScore::lines(const DrillView& drill) const
{
    Duration rto = 0us, age = 0us;
    bool hasImpact = false, isRunning = false;
    std::uint64_t operations = 0, orders = 0, lost = 0;
    for (const auto& [number, incident] : m_incidents) {
        hasImpact |= incident.impactAt != kNever;
        isRunning |= incident.rtoIsRunning;
        rto = std::max(rto, incident.rto);
        age = std::max(age, incident.rpoAge);
        operations += incident.rpoOperations;
        orders += incident.rpoOrders;
        lost += incident.lost;
    }
    std::vector<ScoreLine> lines;
    ScoreLine line { Score::tr("Interruption (RTO)"), Score::tr("users saw no error"), {}, {},
        Score::tr(
            "From the first error that users saw to errors back under the objective; the longest of all "
            "incidents.") };
    if (hasImpact) {
        line.value = isRunning ? Score::tr("%1 and running").arg(formatDuration(rto)) : formatDuration(rto);
        if (drill.rtoObjective > 0us) {
            line.target = Score::tr("at most %1").arg(formatDuration(drill.rtoObjective));
            if (!isRunning || rto > drill.rtoObjective)
                line.isMet = rto <= drill.rtoObjective;
        }
    }
    lines.push_back(line);
    lines.push_back({ Score::tr("At risk (RPO)"),
        operations == 0 ? Score::tr("nothing")
                        : Score::tr("%1 (orders: %2), the oldest %3")
                              .arg(formatChanges(static_cast<qint64>(operations)),
                                  formatCount(static_cast<qint64>(orders)), formatDuration(age)),
        {}, {}, Score::tr("Acknowledged writes that only the failed region held.") });
    lines.push_back({ Score::tr("Lost writes"), formatCount(static_cast<qint64>(lost)), Score::tr("none"),
        lost == 0, Score::tr("Acknowledged writes that nobody can read any more.") });
    lines.push_back({ Score::tr("Wrong decisions"), formatCount(wrongDecisions()), Score::tr("none"),
        wrongDecisions() == 0,
        Score::tr("Orders of yours that were refused, and safety rules that you overrode.") });
    const auto time = operatorTime();
    lines.push_back({ Score::tr("Operator time"),
        time ? formatDuration(*time) : Score::tr("you gave no order after an alarm"), {}, {},
        Score::tr("From the first alarm to your first accepted order.") });
    const auto passed = std::count_if(
        drill.checks.begin(), drill.checks.end(), [](const DrillCheckView& check) { return check.passes; });
    const bool isJudged = std::all_of(
        drill.checks.begin(), drill.checks.end(), [](const DrillCheckView& check) { return check.isJudged; });
    const auto all = static_cast<qsizetype>(drill.checks.size());
    lines.push_back({ Score::tr("Checks"), Score::tr("%1 of %2 pass").arg(passed).arg(all), Score::tr("all"),
        isJudged ? std::optional(passed == all) : std::nullopt,
        Score::tr("The drill's own; judged at its end.") });
    return lines;
}

} // namespace sb
