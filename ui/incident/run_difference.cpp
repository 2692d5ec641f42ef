// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/run_difference.h"

#include "ui/incident/incident_text.h"
#include "ui/incident/phase_targets.h"
#include "ui/theme/format.h"

#include <algorithm>
#include <optional>

namespace sb {
namespace {

QString withSign(bool isNegative, const QString& text)
{
    return (isNegative ? QStringLiteral("\u2212") : QStringLiteral("+")) + text;
}

QString none()
{
    return IncidentText::tr("none");
}

// More is worse in all that is compared here.
StateShape judged(bool isMineWorse)
{
    return isMineWorse ? StateShape::Degraded : StateShape::Ok;
}

RunDifference ofDurations(
    const QString& name, const std::optional<Duration>& mine, const std::optional<Duration>& other)
{
    RunDifference row { name, mine ? formatDuration(*mine) : none(), other ? formatDuration(*other) : none(),
        {}, StateShape::Ok };
    if (!mine || !other)
        return row;
    const Duration by = *other - *mine;
    row.difference
        = by == 0us ? IncidentText::tr("equal") : withSign(by < 0us, formatDuration(by < 0us ? -by : by));
    row.shape = judged(by < 0us);
    return row;
}

RunDifference ofCounts(const QString& name, std::int64_t mine, std::int64_t other, bool isJudged = true)
{
    RunDifference row { name, formatCount(mine), formatCount(other), {}, StateShape::Ok };
    const std::int64_t by = other - mine;
    row.difference = by == 0 ? IncidentText::tr("equal") : withSign(by < 0, formatCount(std::abs(by)));
    row.shape = judged(isJudged && by < 0);
    return row;
}

std::optional<Duration> actualOf(const std::vector<Measure>& measures, const QString& name)
{
    const auto found = std::find_if(
        measures.begin(), measures.end(), [&](const Measure& measure) { return measure.name == name; });
    return found == measures.end() ? std::nullopt : found->actual;
}

} // namespace

std::vector<RunDifference> differencesOf(const IncidentLog& mine, const IncidentLog& other)
{
    const std::vector<Measure> left = measuresOf(mine);
    const std::vector<Measure> right = measuresOf(other);
    std::vector<RunDifference> rows;
    QStringList names;
    for (const std::vector<Measure>* side : { &left, &right }) {
        for (const Measure& measure : *side) {
            if (!names.contains(measure.name))
                names << measure.name;
        }
    }
    for (const QString& name : names)
        rows.push_back(ofDurations(name, actualOf(left, name), actualOf(right, name)));
    const IncidentView a = mine.incidents().empty() ? IncidentView {} : mine.incidents().back();
    const IncidentView b = other.incidents().empty() ? IncidentView {} : other.incidents().back();
    const auto count = [&](const QString& name, auto member) {
        rows.push_back(
            ofCounts(name, static_cast<std::int64_t>(a.*member), static_cast<std::int64_t>(b.*member)));
    };
    count(IncidentText::tr("Writes at risk"), &IncidentView::rpoOperations);
    count(IncidentText::tr("Orders at risk"), &IncidentView::rpoOrders);
    count(IncidentText::tr("Writes lost"), &IncidentView::lost);
    count(IncidentText::tr("Failed requests"), &IncidentView::failedRequests);
    const auto events = [](const IncidentLog& log) {
        return static_cast<std::int64_t>(log.lanes().events().size() + log.lanes().dropped());
    };
    rows.push_back(ofCounts(IncidentText::tr("Events"), events(mine), events(other), false));
    return rows;
}

Duration offsetOf(Alignment alignment, const IncidentLog& mine, const IncidentLog& other)
{
    return alignment == Alignment::Start ? 0us : other.firstFault() - mine.firstFault();
}

} // namespace sb
