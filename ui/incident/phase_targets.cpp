// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/phase_targets.h"

#include "ui/incident/incident_text.h"

#include <algorithm>

namespace sb {

std::optional<StageTarget> targetOf(Stage stage, const IncidentLog& log)
{
    if (stage == Stage::Detect && log.checkTime() > 0us)
        return StageTarget { log.checkTime(),
            IncidentText::tr("as many failed checks as the threshold wants") };
    if (stage == Stage::Act && log.answerTtl() > 0us)
        return StageTarget { log.answerTtl(), IncidentText::tr("time to live of the DNS answers") };
    return std::nullopt;
}

std::vector<Measure> measuresOf(const IncidentLog& log)
{
    std::vector<Measure> measures;
    const std::vector<StageSpan> stages = log.stages();
    const bool hasIncident = !log.incidents().empty();
    const IncidentView incident = hasIncident ? log.incidents().back() : IncidentView {};
    const Instant opened = hasIncident ? incident.openedAt : log.firstFault();
    for (int i = 0; i <= static_cast<int>(Stage::Verify); ++i) {
        const auto stage = static_cast<Stage>(i);
        Measure measure { stageName(stage), std::nullopt, false, std::nullopt,
            IncidentText::tr("no target") };
        for (const StageSpan& span : stages) {
            if (span.stage != stage || span.from < opened)
                continue;
            const Duration length = std::min(span.to, log.now()) - span.from;
            measure.actual = measure.actual.value_or(0us) + length;
            measure.isRunning |= span.to == kNever;
        }
        if (const auto target = targetOf(stage, log)) {
            measure.target = target->length;
            measure.source = target->source;
        }
        if (measure.actual)
            measures.push_back(std::move(measure));
    }
    if (!hasIncident)
        return measures;
    Measure restored { IncidentText::tr("Restored"), std::nullopt, incident.rtoIsRunning,
        log.world().rtoObjective,
        IncidentText::tr("objective of the run, from the first error that users saw") };
    if (incident.impactAt != kNever)
        restored.actual = incident.rto;
    measures.push_back(std::move(restored));
    Measure risk { IncidentText::tr("Oldest at risk"), std::nullopt, false, log.world().lagObjective,
        IncidentText::tr("objective of the run for the replication lag") };
    if (incident.rpoOperations > 0)
        risk.actual = incident.rpoAge;
    measures.push_back(std::move(risk));
    return measures;
}

} // namespace sb
