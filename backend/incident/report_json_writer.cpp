// SPDX-License-Identifier: GPL-3.0-or-later
// The whole record as one JSON document: what was derived of each incident, with the events that prove it,
// the drill's checks, and the log.
#include "backend/base/json_writer.h"
#include "backend/base/text.h"
#include "backend/incident/event_json.h"
#include "backend/incident/exporters.h"

namespace sb {
namespace {

class ReportJson {
public:
    ReportJson(const RecordSource& source, const RecordReport& report)
        : m_source(source)
        , m_report(report)
    {
    }

    [[nodiscard]] std::string incident(const IncidentReport& incident)
    {
        m_json.beginObject();
        m_json.key("number").value(incident.number).key("title").raw(jsonText(incident.title));
        m_json.key("open").value(incident.isOpen());
        writeMoments(incident);
        writeMeasures(incident);
        writePhases(incident);
        writeFaults(incident);
        m_json.key("failed_requests");
        incident.failedRequests < 0 ? m_json.null() : m_json.value(incident.failedRequests);
        m_json.key("error_share_max_percent");
        incident.errorShareMax < 0 ? m_json.null() : m_json.value(incident.errorShareMax, 3);
        m_json.key("conflicts").value(incident.conflicts);
        writeRpo(incident);
        writeDecisions(incident);
        return m_json.endObject().take();
    }

    [[nodiscard]] std::string checks()
    {
        m_json.beginArray();
        for (const Event& event : m_source.events) {
            if (event.kind != EventKind::CheckPassed && event.kind != EventKind::CheckFailed)
                continue;
            m_json.beginObject();
            m_json.key("name").raw(jsonText(event.object));
            m_json.key("passed").value(event.kind == EventKind::CheckPassed);
            m_json.key("evidence").raw(jsonText(event.note));
            m_json.key("event");
            seq(event.cause);
            m_json.endObject();
        }
        return m_json.endArray().take();
    }

    [[nodiscard]] std::string defects()
    {
        m_json.beginArray();
        for (const std::string& defect : m_report.defects)
            m_json.raw(jsonText(defect));
        return m_json.endArray().take();
    }

private:
    void seq(EventSeq seq) { seq.isValid() ? m_json.value(seq.value) : m_json.null(); }
    void region(const char* key, RegionId id)
    {
        const std::string code = regionCode(m_source.description, id);
        m_json.key(key);
        code.empty() ? m_json.null() : m_json.raw(jsonText(code));
    }
    void moment(const char* key, const Moment& moment)
    {
        m_json.key(key);
        if (!moment.isKnown()) {
            m_json.null();
            return;
        }
        m_json.beginObject().key("t_s").value(seconds(moment.at), 6);
        m_json.key("utc").value(isoText(m_source.description.start, moment.at));
        m_json.key("event");
        seq(moment.seq);
        m_json.key("replay_tick").value(moment.executed).endObject();
    }
    void measure(const char* key, const Interval& span)
    {
        m_json.key(key);
        span.isMeasured() ? m_json.value(seconds(span.length()), 6) : m_json.null();
    }

    void writeMoments(const IncidentReport& incident)
    {
        m_json.key("moments").beginObject();
        moment("opened", incident.opened);
        moment("impact", incident.impact);
        moment("detected", incident.detected);
        moment("decided", incident.decided);
        moment("restored", incident.restored);
        moment("cohorts_restored", incident.cohortsRestored);
        moment("service_continues", incident.serviceContinues);
        moment("closed", incident.closed);
        m_json.endObject();
        m_json.key("detected_by");
        incident.detected.isKnown() ? m_json.value(toString(incident.detectedBy)) : m_json.null();
        m_json.key("decided_by");
        incident.decided.isKnown() ? m_json.value(toString(incident.decidedBy)) : m_json.null();
    }

    void writeMeasures(const IncidentReport& incident)
    {
        m_json.key("measures_s").beginObject();
        measure("detect", incident.timeToDetect());
        measure("decide", incident.timeToDecide());
        measure("rto", incident.rto());
        measure("rto_last_city", incident.rtoByCohort());
        measure("recover", incident.timeToRecover());
        m_json.key("rto_objective").value(seconds(m_source.config.rtoObjective), 6);
        m_json.key("rto_met");
        incident.rto().isMeasured() ? m_json.value(incident.rto().length() <= m_source.config.rtoObjective)
                                    : m_json.null();
        m_json.endObject();
    }

    void writePhases(const IncidentReport& incident)
    {
        m_json.key("phases").beginArray();
        for (const PhaseSpan& phase : incident.phases) {
            m_json.beginObject().key("phase").value(toString(phase.phase));
            moment("from", phase.span.from);
            moment("to", phase.span.to);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeFaults(const IncidentReport& incident)
    {
        m_json.key("faults").beginArray();
        for (const FaultRecord& fault : incident.faults) {
            m_json.beginObject().key("fault").value(std::uint64_t { fault.id.value });
            m_json.key("kind").raw(jsonText(fault.kind));
            region("region", fault.region);
            region("peer", fault.peer);
            moment("injected", fault.injected);
            moment("ended", fault.ended);
            m_json.key("expired").value(fault.isExpired);
            m_json.key("residue");
            fault.isResidueChecked ? m_json.value(fault.isResidueFound) : m_json.null();
            m_json.endObject();
        }
        m_json.endArray();
    }

    void totals(const char* key, const WriteTotals& totals)
    {
        m_json.key(key).beginObject().key("operations").value(totals.operations);
        m_json.key("orders").value(totals.orders);
        m_json.key("money_eur").raw(plainMoneyText(totals.money)).endObject();
    }

    void writeRpo(const IncidentReport& incident)
    {
        m_json.key("rpo").beginObject().key("seconds").value(seconds(incident.rpoAge()), 6);
        totals("at_risk", incident.totals());
        for (int i = 0; i < kWriteOutcomeCount; ++i) {
            const auto outcome = static_cast<WriteOutcome>(i);
            totals(std::string(toString(outcome)).c_str(), incident.totals(outcome));
        }
        m_json.key("writes").beginArray();
        for (const WriteAtRiskRecord& write : incident.writes) {
            m_json.beginObject().key("write").raw(jsonText(write.label));
            m_json.key("order").value(write.isOrder);
            region("region", write.region);
            m_json.key("committed_s").value(seconds(write.committedAt), 6);
            m_json.key("amount_eur").raw(plainMoneyText(write.amount));
            m_json.key("outcome").value(toString(write.outcome));
            m_json.key("listed_event");
            seq(write.listed.seq);
            m_json.key("settled_event");
            seq(write.settled.isKnown() ? write.settled.seq : EventSeq {});
            m_json.endObject();
        }
        m_json.endArray().endObject();
    }

    void writeDecisions(const IncidentReport& incident)
    {
        m_json.key("decisions").beginArray();
        for (std::size_t i = incident.firstIndex; i < incident.endIndex; ++i) {
            const Event& event = m_source.events[i];
            if (!isDecision(event, incident))
                continue;
            m_json.beginObject().key("t_s").value(seconds(event.at), 6);
            m_json.key("actor").value(toString(event.actor));
            m_json.key("kind").value(toString(event.kind));
            m_json.key("command").raw(event.action.empty() ? "null" : jsonText(event.action));
            m_json.key("refused").value(event.kind == EventKind::CommandRefused);
            m_json.key("reason").raw(jsonText(event.note)).key("event");
            seq(event.seq);
            m_json.endObject();
        }
        m_json.endArray();
    }

    const RecordSource& m_source;
    const RecordReport& m_report;
    JsonWriter m_json;
};

} // namespace

bool isDecision(const Event& event, const IncidentReport& incident)
{
    return event.kind == EventKind::CommandAccepted || event.kind == EventKind::CommandRefused
        || event.kind == EventKind::RegionHeld || event.kind == EventKind::FailOpen
        || (event.kind == EventKind::AnswersShifted && event.seq == incident.decided.seq);
}

Result<> writeReportJson(const RecordSource& source, const TextSink& sink, const ExportProgress& progress)
{
    if (progress && !progress(0))
        return exportCancelled();
    const RecordReport report = deriveReport(source.events);
    ReportJson json(source, report);
    TextBuffer out(sink);
    out << "{\"schema\":\"signalbox.incident-report\",\"schema_version\":"
        << std::to_string(kReportSchemaVersion) << "," << recordHeadMembers(source) << ",\"end_s\":";
    appendMillis(out.text(), report.end);
    out << "e-3,\"replay_tick\":" << std::to_string(report.executed) << ",\"state_hash\":\""
        << hex64(report.stateHash) << "\",\"defects\":" << json.defects() << ",\n\"incidents\":[";
    for (std::size_t i = 0; i < report.incidents.size(); ++i) {
        out << (i == 0 ? "\n" : ",\n") << json.incident(report.incidents[i]);
        if (!out.endRow())
            return out.finish();
    }
    out << "],\n\"checks\":" << json.checks() << ",\n\"events\":[";
    EventJson event(source.description);
    const ProgressTicker ticker(progress, source.events.size());
    for (std::size_t i = 0; i < source.events.size(); ++i) {
        if (!ticker.goesOn(i))
            return exportCancelled();
        out << (i == 0 ? "\n" : ",\n");
        event.append(out.text(), source.events[i]);
        if (!out.endRow())
            break;
    }
    out << "]}\n";
    return out.finish();
}

} // namespace sb
