// SPDX-License-Identifier: GPL-3.0-or-later
// The post-incident document: facts with their evidence, fit to be handed on. Every time is given by the two
// events it lies between; every row names its event and its replay position. No cause is guessed, nobody is
// judged; what the record cannot know is said at the end.
#include "backend/base/text.h"
#include "backend/incident/exporters.h"
#include "backend/incident/markdown_text.h"
#include "backend/incident/text_buffer.h"

#include <algorithm>
#include <utility>

namespace sb {
namespace {

class Document {
public:
    Document(const RecordSource& source, const RecordReport& report, const TextSink& sink)
        : m_source(source)
        , m_report(report)
        , m_text(source.description)
        , m_out(sink)
    {
    }

    Result<> write(const ExportProgress& progress)
    {
        writeHead();
        const double parts = static_cast<double>(m_report.incidents.size()) + 1;
        for (std::size_t i = 0; i < m_report.incidents.size(); ++i) {
            if (progress && !progress(static_cast<double>(i + 1) / parts))
                return exportCancelled();
            writeIncident(m_report.incidents[i]);
            if (!m_out.endRow())
                break;
        }
        writeChecks();
        writeQuestions();
        writeLimits();
        return m_out.finish();
    }

private:
    void writeHead()
    {
        const WorldDescription& world = m_source.description;
        m_out << "# Incident record: " << escaped(world.title) << "\n\n| | |\n|---|---|\n";
        row({ "Run starts", isoText(world.start, kStart) });
        row({ "Record ends", m_text.instant(m_report.end) });
        std::vector<std::string> regions;
        for (const RegionInfo& region : world.regions)
            regions.push_back(m_text.region(region.id));
        row({ "Regions", joined(regions, ", ") });
        row({ "Events", groupedText(static_cast<std::int64_t>(m_report.eventCount)) });
        row({ "Replay",
            "engine " + escaped(m_source.engineVersion) + ", seed " + std::to_string(world.seed)
                + ", position " + std::to_string(m_report.executed) + ", state hash `"
                + hex64(m_report.stateHash) + "`" });
        row({ "Incidents", std::to_string(m_report.incidents.size()) });
        m_out << "\nAll times are the run's own clock, UTC. *Event* is the number in the event log, "
                 "*position* the "
                 "replay position that reproduces the moment.\n\n";
        if (m_report.incidents.empty())
            m_out << "No incident was opened in this run.\n\n";
        for (const std::string& defect : m_report.defects)
            m_out << "**The log is not sound:** " << escaped(defect) << ".\n\n";
    }

    void writeIncident(const IncidentReport& incident)
    {
        m_out << "## Incident " << std::to_string(incident.number) << ": " << escaped(incident.title)
              << "\n\n";
        writeSummary(incident);
        writeMeasures(incident);
        writePhases(incident);
        writeFaults(incident);
        writeImpact(incident);
        writeRpo(incident);
        writeDecisions(incident);
        writeTimeline(incident);
    }

    void writeSummary(const IncidentReport& incident)
    {
        m_out << "### Summary\n\n";
        m_out << "- **State:** "
              << (incident.isOpen() ? "open at the end of the record"
                                    : "closed " + m_text.moment(incident.closed))
              << ".\n";
        if (!incident.impact.isKnown()) {
            m_out << "- **Users:** no user-visible error was recorded.\n";
        } else if (!incident.restored.isKnown()) {
            m_out << "- **RTO:** still running; users saw errors from " << m_text.moment(incident.impact)
                  << ", and the error rate was not back under its objective when the record ends.\n";
        } else {
            m_out << "- **RTO measured: " << m_text.length(incident.rto())
                  << "**, from the first user-visible error " << m_text.moment(incident.impact)
                  << " to the error rate back under its objective " << m_text.moment(incident.restored)
                  << ". Objective " << durationText(m_source.config.rtoObjective) << ": "
                  << verdict(incident.rto(), m_source.config.rtoObjective) << ".\n";
        }
        if (incident.isRestorationUndone)
            m_out << "- The error rate rose above its objective again after a first restoration; the RTO "
                     "counts to "
                     "the restoration that held.\n";
        const WriteTotals all = incident.totals();
        const WriteTotals lost = incident.totals(WriteOutcome::Lost);
        if (all.operations == 0)
            m_out << "- **RPO:** nothing acknowledged was at risk.\n";
        else
            m_out << "- **RPO measured: " << preciseText(incident.rpoAge()) << ", " << counted(all)
                  << "** acknowledged and held by one region only. Lost: " << counted(lost) << ".\n";
        if (incident.serviceContinues.isKnown())
            m_out << "- **Orders went on** in another region " << m_text.moment(incident.serviceContinues)
                  << ".\n";
        m_out << "\n";
    }

    void measure(const char* name, const char* ends, const Interval& span, const std::string& objective = "")
    {
        row({ name, ends, m_text.length(span), m_text.moment(span.from), m_text.moment(span.to), objective });
    }

    void writeMeasures(const IncidentReport& incident)
    {
        const std::string rtoObjective = durationText(m_source.config.rtoObjective) + ": "
            + verdict(incident.rto(), m_source.config.rtoObjective);
        m_out << "### Time measures\n\n| Measure | End points | Length | From | To | Objective |\n"
                 "|---|---|---|---|---|---|\n";
        measure("Time to detect", "first user-visible error to first alarm", incident.timeToDetect());
        measure("Time to decide", "first alarm to first recovery action", incident.timeToDecide());
        measure("RTO, time to mitigate", "first user-visible error to error rate back under its objective",
            incident.rto(), rtoObjective);
        measure("RTO of the last city", "first user-visible error to the last city served again",
            incident.rtoByCohort());
        measure("Time to recover", "first user-visible error to full redundancy", incident.timeToRecover());
        if (incident.detected.isKnown())
            m_out << "\nDetected by `" << toString(incident.detectedBy) << "`";
        if (incident.decided.isKnown())
            m_out << (incident.detected.isKnown() ? "; first" : "\nFirst") << " recovery action `"
                  << toString(incident.decidedBy) << "`";
        if (incident.detected.isKnown() || incident.decided.isKnown())
            m_out << ".\n";
        m_out << "\n";
    }

    void writePhases(const IncidentReport& incident)
    {
        m_out << "### Phases\n\n";
        if (incident.phases.empty()) {
            m_out << "The log names no phases.\n\n";
            return;
        }
        m_out << "| Phase | Begins | Ends | Length | Since impact at its end | Of the RTO objective |\n"
                 "|---|---|---|---|---|---|\n";
        for (const PhaseSpan& phase : incident.phases) {
            const Interval sinceImpact { incident.impact, phase.span.to };
            // Recovery of redundancy has no objective of its own: users are served.
            const bool counts = phase.phase != Phase::Recover && sinceImpact.isMeasured();
            row({ std::string(toString(phase.phase)), m_text.moment(phase.span.from),
                phase.span.to.isKnown() ? m_text.moment(phase.span.to) : "still running",
                m_text.length(phase.span), m_text.length(sinceImpact),
                counts ? percentText(sinceImpact.length(), m_source.config.rtoObjective) : "n/a" });
        }
        m_out << "\n";
    }

    void writeFaults(const IncidentReport& incident)
    {
        m_out << "### Faults\n\n| Fault | Kind | Where | Injected | Ended | Residue "
                 "|\n|---|---|---|---|---|---|\n";
        for (const FaultRecord& fault : incident.faults) {
            const std::string where = m_text.region(fault.region)
                + (fault.peer.isValid() ? " and " + m_text.region(fault.peer) : "");
            row({ std::to_string(fault.id.value), escaped(fault.kind), where, m_text.moment(fault.injected),
                fault.ended.isKnown()
                    ? m_text.moment(fault.ended) + (fault.isExpired ? ", expired" : ", cleared")
                    : "active",
                fault.isResidueFound         ? "FOUND"
                    : fault.isResidueChecked ? "none, checked"
                                             : "not checked" });
        }
        m_out << "\n";
    }

    void writeImpact(const IncidentReport& incident)
    {
        m_out << "### Impact\n\n| Figure | Value |\n|---|---|\n";
        const Interval& rto = incident.rto();
        row({ "Users saw errors for", !incident.impact.isKnown() ? "no time" : m_text.length(rto) });
        row({ "Failed requests, user-visible",
            incident.failedRequests < 0 ? "not recorded" : groupedText(incident.failedRequests) });
        row({ "Highest error share of a breached window",
            incident.errorShareMax < 0 ? "not recorded" : fixed(incident.errorShareMax, 1) + " %" });
        row({ "Acknowledged writes at risk", counted(incident.totals()) });
        row({ "Acknowledged writes lost", counted(incident.totals(WriteOutcome::Lost)) });
        row({ "Versions discarded by last writer wins",
            groupedText(static_cast<std::int64_t>(incident.conflicts)) });
        m_out << "\n";
    }

    void writeEstimates(const IncidentReport& incident)
    {
        if (incident.estimates.empty())
            return;
        m_out
            << "What the survivors of a destroyed region could reckon without this record (estimate: from "
               "the last entry heard to that plus the rate heard x the silence), beside the exact number:\n\n"
               "| Region | Estimate, writes | Exact, writes | Told |\n|---|---|---|---|\n";
        for (const LossEstimateRecord& estimate : incident.estimates)
            row({ m_text.region(estimate.region),
                groupedText(static_cast<std::int64_t>(estimate.fewest)) + " to "
                    + groupedText(static_cast<std::int64_t>(estimate.most)),
                groupedText(static_cast<std::int64_t>(estimate.exact)), m_text.moment(estimate.told) });
        m_out << "\n";
    }

    void writeRpo(const IncidentReport& incident)
    {
        m_out << "### RPO: acknowledged writes at risk\n\n";
        writeEstimates(incident);
        if (incident.writes.empty()) {
            m_out << "Every acknowledged write was held by a second region: RPO is 0 s and 0 operations.\n\n";
            return;
        }
        const WriteTotals all = incident.totals();
        const WriteAtRiskRecord& oldest = incident.writes[incident.oldestWrite()];
        m_out << "| Time | Operations | Orders | Money |\n|---|---|---|---|\n";
        row({ preciseText(incident.rpoAge()), groupedText(static_cast<std::int64_t>(all.operations)),
            groupedText(static_cast<std::int64_t>(all.orders)), moneyText(all.money) });
        m_out << "\nThe time reaches from the commit of the oldest of them, " << escaped(oldest.label)
              << " at " << m_text.instant(oldest.committedAt) << ", to the cut "
              << m_text.moment(incident.cutOf(oldest)) << ". Objective for replication lag "
              << durationText(m_source.config.lagObjective) << ": "
              << (incident.rpoAge() <= m_source.config.lagObjective ? "met" : "missed") << ".\n\n";
        m_out << "| What became of them | Operations | Orders | Money |\n|---|---|---|---|\n";
        for (const auto& [outcome, words] : kOutcomes) {
            const WriteTotals part = incident.totals(outcome);
            row({ words, groupedText(static_cast<std::int64_t>(part.operations)),
                groupedText(static_cast<std::int64_t>(part.orders)), moneyText(part.money) });
        }
        m_out << "\n";
        writeWrites(incident);
    }

    void writeWrites(const IncidentReport& incident)
    {
        m_out << "| Write | Amount | Region | Committed | Outcome | Evidence |\n|---|---|---|---|---|---|\n";
        const std::size_t shown = std::min(incident.writes.size(), kMarkdownWritesMax);
        for (std::size_t i = 0; i < shown; ++i) {
            const WriteAtRiskRecord& write = incident.writes[i];
            std::string outcome(toString(write.outcome));
            if (write.outcome == WriteOutcome::Recovered)
                outcome += " after " + preciseText(write.delay);
            row({ escaped(write.label), write.amount.cents == 0 ? "n/a" : moneyText(write.amount),
                m_text.region(write.region), m_text.instant(write.committedAt), outcome,
                "event " + std::to_string(write.listed.seq.value)
                    + (write.settled.isKnown() ? ", " + std::to_string(write.settled.seq.value) : "") });
        }
        if (shown < incident.writes.size())
            m_out << "\nShown: the first " << std::to_string(shown) << " of "
                  << groupedText(static_cast<std::int64_t>(incident.writes.size()))
                  << " writes. The CSV export holds all of them (`kind` = `"
                  << toString(EventKind::WriteAtRisk) << "`).\n";
        m_out << "\n";
    }

    void writeDecisions(const IncidentReport& incident)
    {
        m_out << "### Decisions\n\n";
        bool isFirst = true;
        for (std::size_t i = incident.firstIndex; i < incident.endIndex; ++i) {
            const Event& event = m_source.events[i];
            const bool isCommand
                = event.kind == EventKind::CommandAccepted || event.kind == EventKind::CommandRefused;
            if (!isDecision(event, incident))
                continue;
            if (std::exchange(isFirst, false))
                m_out << "| Time | Who | What | Outcome | Evidence |\n|---|---|---|---|---|\n";
            row({ m_text.clock(event.at), std::string(toString(event.actor)),
                isCommand ? "`" + codeText(event.action) + "`"
                          : "`" + std::string(toString(event.kind)) + "`",
                (event.kind == EventKind::CommandRefused ? "refused: " : "") + escaped(event.note),
                evidence(event) });
        }
        m_out << (isFirst ? "No operator command and no routing decision falls into this incident.\n\n"
                          : "\n");
    }

    void writeTimeline(const IncidentReport& incident)
    {
        m_out << "### Timeline\n\n| Time | Since impact | Event | What happened | Evidence "
                 "|\n|---|---|---|---|---|\n";
        std::size_t shown = 0;
        std::size_t counted = 0;
        std::size_t omitted = 0;
        for (std::size_t i = incident.firstIndex; i < incident.endIndex; ++i) {
            const Event& event = m_source.events[i];
            if (isBulk(event.kind)) {
                ++counted;
                continue;
            }
            if (shown == kMarkdownTimelineMax) {
                ++omitted;
                continue;
            }
            ++shown;
            row({ m_text.clock(event.at), sinceText(incident.impact, event.at),
                "`" + std::string(toString(event.kind)) + "`", m_text.sentence(event), evidence(event) });
        }
        m_out << "\n";
        if (counted > 0)
            m_out << "Left out here, listed in the CSV export: "
                  << groupedText(static_cast<std::int64_t>(counted))
                  << " events of single writes, conflicts and checkers.\n\n";
        if (omitted > 0)
            m_out << "A further " << groupedText(static_cast<std::int64_t>(omitted))
                  << " events follow in the CSV export.\n\n";
    }

    // Of a drill; a run without one has none.
    void writeChecks()
    {
        bool isFirst = true;
        for (const Event& event : m_source.events) {
            if (event.kind != EventKind::CheckPassed && event.kind != EventKind::CheckFailed)
                continue;
            if (std::exchange(isFirst, false))
                m_out << "## Checks of the drill\n\n| Verdict | Check | Evidence |\n|---|---|---|\n";
            row({ event.kind == EventKind::CheckPassed ? "passed" : "**failed**", escaped(event.object),
                escaped(event.note) });
        }
        m_out << (isFirst ? "" : "\n");
    }

    // What the log leaves open; nothing is written when that is nothing.
    void writeQuestions()
    {
        std::vector<std::string> questions;
        for (const IncidentReport& incident : m_report.incidents) {
            const std::string which = "Incident " + std::to_string(incident.number) + ": ";
            if (incident.impact.isKnown() && !incident.restored.isKnown())
                questions.push_back(which + "when was the error rate back under its objective?");
            if (incident.impact.isKnown() && !incident.detected.isKnown())
                questions.push_back(which + "users saw errors; why did no alarm come?");
            for (const FaultRecord& fault : incident.faults) {
                if (!fault.ended.isKnown())
                    questions.push_back(which + "fault " + std::to_string(fault.id.value)
                        + " is active at the end of the record.");
                else if (fault.isResidueFound || !fault.isResidueChecked)
                    questions.push_back(which + "fault " + std::to_string(fault.id.value)
                        + (fault.isResidueFound ? " left a residue; what is it?"
                                                : " ended; was it checked for a residue?"));
            }
            if (const WriteTotals open = incident.totals(WriteOutcome::Open); open.operations > 0)
                questions.push_back(which + "what becomes of " + counted(open) + " at risk?");
        }
        if (questions.empty())
            return;
        m_out << "## Open questions\n\n";
        for (const std::string& question : questions) {
            m_out << "- " << question << "\n";
            m_out.endRow();
        }
        m_out << "\n";
    }

    void writeLimits()
    {
        m_out << "## What this record cannot know\n\n"
                 "- The run is a simulation: figures hold for its configuration and seed, not for a real "
                 "service.\n"
                 "- Why somebody decided as they did, and what they saw or said, unless they left a note.\n"
                 "- When an alarm was noticed: alarms are not acknowledged here, so the time to decide "
                 "starts at the "
                 "alarm.\n"
                 "- What users gave up on: a session that ended is no failed request.\n"
                 "- What happens after the record ends; an outcome that is *open* may still be settled.\n";
    }

    void row(std::initializer_list<std::string> cells)
    {
        m_out << "|";
        for (const std::string& cell : cells)
            m_out << " " << (cell.empty() ? "n/a" : cell) << " |";
        m_out << "\n";
        m_out.endRow();
    }

    static constexpr std::pair<WriteOutcome, const char*> kOutcomes[] {
        { WriteOutcome::Lost, "lost: no copy can be read" },
        { WriteOutcome::Overwritten, "recovered but superseded by a newer version" },
        { WriteOutcome::Refused, "recovered but refused by a rule of their table" },
        { WriteOutcome::Recovered, "recovered, late" },
        { WriteOutcome::Open, "open at the end of the record" },
    };

    const RecordSource& m_source;
    const RecordReport& m_report;
    MarkdownText m_text;
    TextBuffer m_out;
};

} // namespace

Result<> writeMarkdown(const RecordSource& source, const TextSink& sink, const ExportProgress& progress)
{
    if (progress && !progress(0))
        return exportCancelled();
    const RecordReport report = deriveReport(source.events);
    return Document(source, report, sink).write(progress);
}

} // namespace sb
