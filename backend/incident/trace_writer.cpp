// SPDX-License-Identifier: GPL-3.0-or-later
// The record as a trace in Chrome's JSON format, which Perfetto and chrome://tracing open: phases, faults and
// the states of regions as slices, everything else as instants on the track of who did it, and what the log
// counts as counters. Times are virtual microseconds since the start of the run.
// Source of the format: "Trace Event Format", Google, 2016.
#include "backend/incident/event_json.h"
#include "backend/incident/exporters.h"
#include "backend/incident/markdown_text.h"
#include "backend/incident/region_standing.h"

#include <algorithm>
#include <set>

namespace sb {
namespace {

// Processes of the trace; a track is a thread of one.
enum Process { Incidents = 1, Faults, Regions, Actors, Counters };

class Trace {
public:
    Trace(const RecordSource& source, const TextSink& sink)
        : m_source(source)
        , m_out(sink)
    {
    }

    Result<> write(const ExportProgress& progress)
    {
        m_out << "{\"displayTimeUnit\":\"ms\",\"otherData\":{" << recordHeadMembers(m_source)
              << "},\"traceEvents\":[";
        nameTracks();
        const RecordReport report = deriveReport(m_source.events);
        for (const IncidentReport& incident : report.incidents)
            writeIncident(incident, report.end);
        writeRegions(report.end);
        const ProgressTicker ticker(progress, m_source.events.size());
        for (std::size_t i = 0; i < m_source.events.size(); ++i) {
            if (!ticker.goesOn(i))
                return exportCancelled();
            writeInstant(m_source.events[i]);
            writeCounters(m_source.events[i]);
            if (!m_out.endRow())
                break;
        }
        m_out << "\n]}\n";
        return m_out.finish();
    }

private:
    std::string& begin(char phase, int process, std::uint64_t track, Instant at)
    {
        m_out << (m_isFirst ? "\n" : ",\n");
        m_isFirst = false;
        std::string& out = m_out.text();
        out += "{\"ph\":\"";
        out += phase;
        out += "\",\"pid\":" + std::to_string(process) + ",\"tid\":" + std::to_string(track)
            + ",\"ts\":" + std::to_string(micros(at)) + ",\"name\":";
        return out;
    }
    void name(const char* what, int process, std::uint64_t track, std::string_view words)
    {
        begin('M', process, track, kStart)
            += jsonText(what) + ",\"args\":{\"name\":" + jsonText(words) + "}}";
    }
    void slice(int process, std::uint64_t track, Instant from, Instant to, std::string_view words,
        std::string_view note = {}, EventSeq seq = {})
    {
        if (to <= from)
            return; // of no length: slices of one track must not overlap
        begin('X', process, track, from) += jsonText(words)
            + ",\"dur\":" + std::to_string((to - from).count()) + ",\"args\":{\"note\":" + jsonText(note)
            + ",\"event\":" + (seq.isValid() ? std::to_string(seq.value) : std::string("null")) + "}}";
    }
    void counter(Instant at, std::string_view words, const std::string& number)
    {
        begin('C', Counters, 0, at) += jsonText(words) + ",\"args\":{\"value\":" + number + "}}";
    }

    void nameTracks()
    {
        name("process_name", Incidents, 0, "Incidents");
        name("process_name", Faults, 0, "Faults");
        name("process_name", Regions, 0, "Regions");
        name("process_name", Actors, 0, "Who did what");
        name("process_name", Counters, 0, "Figures of the log");
        for (const RegionInfo& region : m_source.description.regions)
            name("thread_name", Regions, region.id.value + 1ULL,
                region.name.empty() ? region.code : region.name + " (" + region.code + ")");
        for (std::uint64_t i = 0; i <= static_cast<std::uint64_t>(Actor::Shoppers); ++i)
            name("thread_name", Actors, i + 1, toString(static_cast<Actor>(i)));
    }

    void writeIncident(const IncidentReport& incident, Instant end)
    {
        const auto track = static_cast<std::uint64_t>(incident.number);
        name("thread_name", Incidents, track,
            "incident " + std::to_string(incident.number) + ": " + incident.title);
        for (const PhaseSpan& phase : incident.phases)
            slice(Incidents, track, phase.span.from.at, phase.span.to.isKnown() ? phase.span.to.at : end,
                toString(phase.phase), {}, phase.span.from.seq);
        for (const FaultRecord& fault : incident.faults) {
            name("thread_name", Faults, fault.id.value + 1ULL, "fault " + std::to_string(fault.id.value));
            slice(Faults, fault.id.value + 1ULL, fault.injected.at,
                fault.ended.isKnown() ? fault.ended.at : end,
                fault.kind + " " + regionCode(m_source.description, fault.region)
                    + (fault.peer.isValid() ? " " + regionCode(m_source.description, fault.peer) : ""),
                fault.note, fault.injected.seq);
        }
    }

    void writeRegions(Instant end)
    {
        for (const RegionInfo& region : m_source.description.regions) {
            const std::vector<RegionStanding> all = standingsOf(m_source.events, region.id);
            for (std::size_t i = 0; i < all.size(); ++i)
                slice(Regions, region.id.value + 1ULL, all[i].since,
                    i + 1 < all.size() ? all[i + 1].since : end, all[i].state, {}, all[i].seq);
        }
    }

    void writeInstant(const Event& event)
    {
        if (isBulk(event.kind))
            return; // hundreds of single writes and of checkers hide the story; the log has them
        std::string& out = begin('i', Actors, static_cast<std::uint64_t>(event.actor) + 1, event.at);
        out += jsonText(toString(event.kind)) + ",\"s\":\"t\",\"args\":{\"note\":" + jsonText(event.note)
            + ",\"object\":" + jsonText(event.object) + ",\"action\":" + jsonText(event.action)
            + ",\"region\":" + jsonText(regionCode(m_source.description, event.region))
            + ",\"event\":" + std::to_string(event.seq.value) + "}}";
    }

    void writeCounters(const Event& event)
    {
        switch (event.kind) {
        case EventKind::SloBreached:
            if (isJsonNumber(event.valueAfter))
                counter(event.at, "error share, %", event.valueAfter);
            return;
        case EventKind::WriteAtRisk:
            m_atRisk.insert(event.seq.value);
            counter(event.at, "writes at risk", std::to_string(m_atRisk.size()));
            return;
        case EventKind::WriteRecovered: // of one that counted as lost: it is not in the set any more
        case EventKind::WriteOverwritten:
        case EventKind::WriteRefused:
        case EventKind::WriteLost:
            m_atRisk.erase(event.cause.value);
            counter(event.at, "writes at risk", std::to_string(m_atRisk.size()));
            return;
        case EventKind::ConflictFound:
            counter(event.at, "conflicts", std::to_string(++m_conflicts));
            return;
        default:
            return;
        }
    }

    const RecordSource& m_source;
    TextBuffer m_out;
    bool m_isFirst = true;
    std::set<std::uint64_t> m_atRisk; // WriteAtRisk events without an outcome
    std::uint64_t m_conflicts = 0;
};

} // namespace

Result<> writeTrace(const RecordSource& source, const TextSink& sink, const ExportProgress& progress)
{
    if (progress && !progress(0))
        return exportCancelled();
    return Trace(source, sink).write(progress);
}

} // namespace sb
