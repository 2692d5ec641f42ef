// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routing/explanation.h"

#include "backend/base/json_writer.h"

namespace sb {
namespace {

void writeAnswer(JsonWriter& json, const CompiledZone& zone, const Answer& answer)
{
    json.beginObject().key("kind").value(toString(answer.kind));
    json.key("values").beginArray();
    for (const AnswerValue& value : answer.values)
        json.value(valueText(zone, value));
    json.endArray();
    json.key("setIdentifier")
        .value(answer.entry == kNoIndex ? std::string() : zone.source(answer.entry).setIdentifier);
    json.key("ttlSeconds").value(std::int64_t { answer.ttl.count() / 1'000'000 });
    json.key("lastResort").value(answer.isLastResort);
    json.key("holdIgnored").value(answer.isHoldIgnored);
    if (answer.isDialIgnored)
        json.key("dialIgnored").value(true);
    json.endObject();
}

void writeCriterion(
    JsonWriter& json, const CompiledZone& zone, PolicyKind policy, const ExplainedCandidate& line)
{
    const ZoneRecord& source = zone.source(line.record);
    switch (policy) {
    case PolicyKind::Weighted:
        json.key("weight").value(std::get<WeightedPolicy>(source.policy).weight);
        break;
    case PolicyKind::Failover:
        json.key("failover")
            .value(std::get<FailoverPolicy>(source.policy).isPrimary ? "primary" : "secondary");
        break;
    case PolicyKind::Latency:
        json.key("region").value(std::get<LatencyPolicy>(source.policy).region);
        json.key("latencyMicroseconds");
        if (line.latency == kFarAway)
            json.null();
        else
            json.value(std::int64_t { line.latency.count() });
        break;
    case PolicyKind::Geolocation:
        json.key("place").value(toString(line.place));
        break;
    case PolicyKind::Geoproximity:
        json.key("bias").value(std::get<GeoproximityPolicy>(source.policy).bias);
        if (line.metres >= 0)
            json.key("metres").value(line.metres).key("biasedMetres").value(line.biasedMetres);
        break;
    case PolicyKind::IpBased:
        json.key("location").value(std::get<CidrPolicy>(source.policy).location);
        if (line.blockBits >= 0)
            json.key("blockBits").value(line.blockBits);
        break;
    case PolicyKind::Simple:
    case PolicyKind::Multivalue:
        break;
    }
}

void writeHealth(JsonWriter& json, const CompiledZone& zone, const ExplainedCandidate& line)
{
    const ZoneRecord& source = zone.source(line.record);
    json.key("healthy").value(line.isHealthy);
    if (!source.healthCheck.empty()) {
        json.key("check").beginObject().key("id").value(source.healthCheck);
        json.key("healthy").value(line.check.isHealthy).key("known").value(line.check.isKnown);
        if (line.check.checkersTotal >= 0)
            json.key("checkersHealthy")
                .value(line.check.checkersHealthy)
                .key("checkersTotal")
                .value(line.check.checkersTotal);
        json.endObject();
    }
    if (source.alias && source.alias->evaluatesTargetHealth)
        json.key("targetHealthy").value(line.isTargetHealthy);
    if (line.rampPerMille != 1000)
        json.key("rampPerMille").value(line.rampPerMille);
    if (line.dialPerMille != 1000)
        json.key("dialPerMille").value(line.dialPerMille);
}

void writeCandidate(
    JsonWriter& json, const CompiledZone& zone, PolicyKind policy, const ExplainedCandidate& line)
{
    const ZoneRecord& source = zone.source(line.record);
    json.beginObject().key("record").value(std::uint64_t { source.index });
    json.key("setIdentifier").value(source.setIdentifier).key("verdict").value(toString(line.verdict));
    if (source.alias) {
        json.key("alias").value(source.alias->name);
    } else {
        json.key("values").beginArray();
        for (const std::string& value : source.values)
            json.value(value);
        json.endArray();
    }
    writeCriterion(json, zone, policy, line);
    writeHealth(json, zone, line);
    if (line.child != kNoIndex)
        json.key("child").value(std::uint64_t { line.child });
    json.endObject();
}

} // namespace

std::string_view toString(RecordVerdict verdict)
{
    switch (verdict) {
    case RecordVerdict::Chosen:
        return "chosen";
    case RecordVerdict::LessPreferred:
        return "less-preferred";
    case RecordVerdict::NotDrawn:
        return "not-drawn";
    case RecordVerdict::ZeroWeight:
        return "zero-weight";
    case RecordVerdict::Unhealthy:
        return "unhealthy";
    case RecordVerdict::TargetUnhealthy:
        return "target-unhealthy";
    case RecordVerdict::HeldOut:
        return "held-out";
    case RecordVerdict::OutsideRamp:
        return "outside-ramp";
    case RecordVerdict::NotApplicable:
        return "not-applicable";
    case RecordVerdict::Surveyed:
        return "surveyed";
    case RecordVerdict::DialledDown:
        return "dialled-down";
    }
    return {};
}

std::string_view toString(PlaceMatch match)
{
    switch (match) {
    case PlaceMatch::Subdivision:
        return "subdivision";
    case PlaceMatch::Country:
        return "country";
    case PlaceMatch::Continent:
        return "continent";
    case PlaceMatch::Default:
        return "default";
    case PlaceMatch::None:
        return "none";
    }
    return {};
}

std::string_view toString(GroupOutcome outcome)
{
    switch (outcome) {
    case GroupOutcome::Answered:
        return "answered";
    case GroupOutcome::HoldIgnored:
        return "hold-ignored";
    case GroupOutcome::LastResort:
        return "last-resort";
    case GroupOutcome::NoMatch:
        return "no-match";
    case GroupOutcome::Surveyed:
        return "surveyed";
    case GroupOutcome::DialIgnored:
        return "dial-ignored";
    }
    return {};
}

std::string toJson(const Explanation& explanation)
{
    const CompiledZone& zone = *explanation.zone;
    JsonWriter json;
    json.beginObject().key("question").beginObject();
    json.key("name").value(explanation.name).key("type").value(toString(explanation.type));
    json.key("asker").value(explanation.asker).endObject();
    json.key("answer");
    writeAnswer(json, zone, explanation.answer);
    json.key("ifAllHealthy");
    writeAnswer(json, zone, explanation.ifAllHealthy);
    json.key("groups").beginArray();
    for (const ExplainedGroup& entry : explanation.groups) {
        const CompiledZone::Group& group = zone.groups()[entry.group];
        json.beginObject().key("name").value(group.name).key("type").value(toString(group.type));
        json.key("policy").value(policyName(zone.source(group.first).policy));
        json.key("outcome").value(toString(entry.outcome)).key("healthy").value(entry.isHealthy);
        json.key("draws").beginArray();
        for (std::uint32_t i = entry.firstDraw; i < entry.firstDraw + entry.drawCount; ++i)
            json.beginObject()
                .key("below")
                .value(explanation.draws[i].bound)
                .key("number")
                .value(explanation.draws[i].number)
                .endObject();
        json.endArray().key("candidates").beginArray();
        for (std::uint32_t i = entry.first; i < entry.first + entry.count; ++i)
            writeCandidate(json, zone, group.policy, explanation.candidates[i]);
        json.endArray().endObject();
    }
    json.endArray().endObject();
    return json.take();
}

} // namespace sb
