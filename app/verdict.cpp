// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdict.h"

#include "backend/base/json_writer.h"
#include "backend/base/text.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::size_t kWritesShownMax = 10; // in the text; JSON has all

RtoFigure longestInterruption(const RecordReport& report, Instant endedAt)
{
    RtoFigure longest;
    for (const IncidentReport& incident : report.incidents) {
        if (!incident.impact.isKnown())
            continue;
        RtoFigure figure;
        figure.hasImpact = true;
        figure.from = incident.impact;
        // Users may see too little for the objective to be breached: then the close of the incident is the
        // first moment that is known to be good again.
        figure.to = incident.restored.isKnown() ? incident.restored : incident.closed;
        figure.isRestored = figure.to.isKnown();
        if (!figure.isRestored)
            figure.to.at = endedAt;
        figure.lastCity = incident.rtoByCohort();
        figure.length = std::max(figure.to.at - figure.from.at, Duration::zero());
        if (!longest.hasImpact || figure.length > longest.length)
            longest = figure;
    }
    return longest;
}

Money moneyOf(const std::vector<WriteAtRiskRecord>& writes)
{
    Money sum;
    for (const WriteAtRiskRecord& write : writes)
        sum += write.amount;
    return sum;
}

std::int64_t countOf(const std::vector<WriteAtRiskRecord>& writes, WriteOutcome outcome)
{
    return std::count_if(writes.begin(), writes.end(),
        [&](const WriteAtRiskRecord& write) { return write.outcome == outcome; });
}

std::string regionCode(const Verdict& verdict, RegionId id)
{
    return id.value < verdict.world.regions.size() ? verdict.world.regions[id.value].code : "";
}

void writeMoment(
    JsonWriter& json, std::string_view key, const Verdict& verdict, const Moment& moment, bool isKnown)
{
    json.key(key);
    if (isKnown)
        json.value(isoText(verdict.world.start, moment.at));
    else
        json.null();
}

void writeSeq(JsonWriter& json, std::string_view key, EventSeq seq)
{
    json.key(key);
    if (seq.isValid())
        json.value(seq.value);
    else
        json.null();
}

void writeRto(JsonWriter& json, const Verdict& verdict)
{
    const RtoFigure& rto = verdict.rto;
    json.key("rto").beginObject().key("seconds");
    if (rto.hasImpact)
        json.value(seconds(rto.length), 3);
    else
        json.null();
    writeMoment(json, "from", verdict, rto.from, rto.hasImpact);
    writeMoment(json, "to", verdict, rto.to, rto.isRestored);
    writeSeq(json, "fromEvent", rto.from.seq);
    writeSeq(json, "toEvent", rto.to.seq);
    json.key("restored").value(rto.isRestored || !rto.hasImpact);
    json.key("lastCitySeconds");
    if (rto.lastCity.isMeasured())
        json.value(seconds(rto.lastCity.length()), 3);
    else
        json.null();
    json.endObject();
}

void writeRpo(JsonWriter& json, const Verdict& verdict)
{
    json.key("rpo").beginObject();
    json.key("seconds").value(seconds(verdict.rpoAge), 3);
    json.key("operations").value(static_cast<std::uint64_t>(verdict.writes.size()));
    json.key("money").raw(plainMoneyText(moneyOf(verdict.writes)));
    for (int i = 0; i < kWriteOutcomeCount; ++i) {
        const auto outcome = static_cast<WriteOutcome>(i);
        json.key(toString(outcome)).value(countOf(verdict.writes, outcome));
    }
    json.key("writes").beginArray();
    for (const WriteAtRiskRecord& write : verdict.writes) {
        json.beginObject();
        json.key("label").value(write.label);
        json.key("region").value(regionCode(verdict, write.region));
        json.key("committedAt").value(isoText(verdict.world.start, write.committedAt));
        json.key("money").raw(plainMoneyText(write.amount));
        json.key("outcome").value(toString(write.outcome));
        json.key("event").value(write.listed.seq.value);
        json.endObject();
    }
    json.endArray().endObject();
}

std::string momentText(const Verdict& verdict, const Moment& moment, std::string_view meaning)
{
    std::string text = clockText(verdict.world.start, moment.at, true) + "  " + std::string(meaning);
    if (moment.seq.isValid())
        text += " (event " + std::to_string(moment.seq.value) + ")";
    return text + "\n";
}

std::string rtoText(const Verdict& verdict)
{
    const RtoFigure& rto = verdict.rto;
    if (!rto.hasImpact)
        return "  RTO  no user saw an error caused by a fault\n";
    std::string text
        = "  RTO  " + durationText(rto.length) + (rto.isRestored ? "" : " so far, not restored") + "\n";
    text += "         from " + momentText(verdict, rto.from, "first user-visible error");
    text += "         to   "
        + momentText(verdict, rto.to, rto.isRestored ? "errors back under the objective" : "end of the run");
    if (rto.lastCity.isMeasured())
        text += "         the last city was served again after " + durationText(rto.lastCity.length())
            + " (event " + std::to_string(rto.lastCity.to.seq.value) + ")\n";
    return text;
}

std::string rpoText(const Verdict& verdict)
{
    const auto& writes = verdict.writes;
    if (writes.empty())
        return "  RPO  0: no acknowledged write was at risk\n";
    const auto orders
        = std::count_if(writes.begin(), writes.end(), [](const auto& write) { return write.isOrder; });
    std::string text = "  RPO  " + durationText(verdict.rpoAge) + ": "
        + groupedText(static_cast<std::int64_t>(writes.size())) + " acknowledged writes at risk, "
        + groupedText(orders) + " of them orders, " + moneyText(moneyOf(writes)) + "\n       ";
    for (int i = 0; i < kWriteOutcomeCount; ++i) {
        const auto outcome = static_cast<WriteOutcome>(i);
        text += (i == 0 ? "  " : ", ") + std::string(toString(outcome)) + " "
            + groupedText(countOf(writes, outcome));
    }
    text += "\n";
    std::size_t shown = 0, missing = 0;
    for (const WriteAtRiskRecord& write : writes) {
        if (write.outcome != WriteOutcome::Lost && write.outcome != WriteOutcome::Overwritten
            && write.outcome != WriteOutcome::Refused)
            continue;
        if (++shown > kWritesShownMax)
            ++missing;
        else
            text += "         " + std::string(toString(write.outcome)) + ": " + write.label + ", "
                + moneyText(write.amount) + ", committed in " + regionCode(verdict, write.region) + " at "
                + clockText(verdict.world.start, write.committedAt, true) + "\n";
    }
    if (missing > 0)
        text += "         and " + std::to_string(missing) + " more; the report has all\n";
    return text;
}

} // namespace

Verdict makeVerdict(const Drill& drill, const HeadlessOutcome& outcome)
{
    Verdict verdict;
    verdict.drill = drill.title;
    verdict.world = outcome.description;
    verdict.config = drill.config;
    verdict.endedAt = outcome.endedAt;
    verdict.executed = outcome.executed;
    verdict.stateHash = outcome.stateHash;
    SB_ASSERT(outcome.finalSnapshot != nullptr);
    const DrillRun run { outcome.description, outcome.events, *outcome.finalSnapshot,
        outcome.replicasConverged, outcome.endedAt };
    verdict.checks = judge(drill.checks, run);
    verdict.passed = allPassed(verdict.checks);
    const RecordReport report = deriveReport(outcome.events);
    verdict.rto = longestInterruption(report, outcome.endedAt);
    for (const IncidentReport& incident : report.incidents) {
        verdict.rpoAge = std::max(verdict.rpoAge, incident.rpoAge());
        verdict.writes.insert(verdict.writes.end(), incident.writes.begin(), incident.writes.end());
    }
    return verdict;
}

std::string toJson(const Verdict& verdict)
{
    JsonWriter json;
    json.beginObject();
    json.key("drill").value(verdict.drill);
    json.key("seed").value(verdict.config.seed);
    json.key("verdict").value(verdict.passed ? "passed" : "failed");
    json.key("virtualSeconds").value(seconds(verdict.endedAt), 3);
    writeRto(json, verdict);
    writeRpo(json, verdict);
    json.key("checks").beginArray();
    for (const CheckResult& check : verdict.checks) {
        json.beginObject().key("name").value(check.name).key("passed").value(check.passed);
        json.key("evidence").value(check.evidence);
        writeSeq(json, "event", check.event);
        json.endObject();
    }
    json.endArray();
    json.key("executed").value(verdict.executed);
    json.key("stateHash").value(hex64(verdict.stateHash));
    json.endObject();
    return json.take();
}

std::string toText(const Verdict& verdict)
{
    std::vector<std::string> codes;
    for (const RegionInfo& region : verdict.world.regions)
        codes.push_back(region.code);
    std::string text = verdict.drill + "\n  seed " + std::to_string(verdict.config.seed) + ", "
        + joined(codes, " and ") + ", " + groupedText(verdict.config.requestRateHz) + " requests/s, "
        + std::string(toString(verdict.config.store)) + " store, " + durationText(verdict.endedAt - kStart)
        + " from " + isoText(verdict.world.start, kStart) + "\n\n";
    std::int64_t passed = 0;
    for (const CheckResult& check : verdict.checks) {
        text += (check.passed ? "  ✓ " : "  ✗ ") + check.name + "\n      " + check.evidence + "\n";
        passed += check.passed;
    }
    text += "\n" + rtoText(verdict) + rpoText(verdict);
    text += "  state hash " + hex64(verdict.stateHash) + " after "
        + groupedText(static_cast<std::int64_t>(verdict.executed)) + " kernel events\n\n";
    return text + (verdict.passed ? "PASSED: " : "FAILED: ") + std::to_string(passed) + " of "
        + std::to_string(verdict.checks.size()) + " checks passed\n";
}

} // namespace sb
