// SPDX-License-Identifier: GPL-3.0-or-later
// The English form of an explanation, for the terminal and the panel that explains a decision.
#include "backend/routing/explanation.h"

#include "backend/base/text.h"

namespace sb {
namespace {

std::string kilometres(std::int64_t metres)
{
    return groupedText(metres / 1'000) + " km";
}

std::string contentOf(const ZoneRecord& source)
{
    return source.alias ? "alias to " + source.alias->name : joined(source.values, ", ");
}

class Writer {
public:
    explicit Writer(const Explanation& explanation)
        : m_e(explanation)
        , m_zone(*explanation.zone)
        , m_isWritten(explanation.groups.size(), false)
    {
    }
    std::vector<ExplainedLine> take();

private:
    void line(int depth, const std::string& text)
    {
        m_lines.push_back({ depth, kNoIndex, RecordVerdict::LessPreferred, text, {}, {} });
    }
    [[nodiscard]] std::string answerText(const Answer& answer) const;
    [[nodiscard]] std::string criterion(const CompiledZone::Group& group, const ExplainedCandidate& c) const;
    [[nodiscard]] static std::string geoText(const GeolocationPolicy& policy, PlaceMatch match);
    [[nodiscard]] std::string health(const ExplainedCandidate& candidate) const;
    [[nodiscard]] static std::string verdict(RecordVerdict verdict);
    [[nodiscard]] std::string drawText(const ExplainedGroup& entry) const;
    void writeGroup(std::uint32_t index, int depth);

    const Explanation& m_e;
    const CompiledZone& m_zone;
    std::vector<bool> m_isWritten;
    std::vector<ExplainedLine> m_lines;
};

std::string Writer::answerText(const Answer& answer) const
{
    if (answer.kind == AnswerKind::NoSuchRecord)
        return "no answer: the zone has no such record";
    if (!answer.hasValues())
        return "no answer: nothing applies to the asker, and there is no default";
    return valuesText(m_zone, answer) + " for " + durationText(answer.ttl)
        + (answer.isLastResort ? " (last resort: nothing was healthy)" : "")
        + (answer.isHoldIgnored ? " (though held: nothing else was healthy)" : "")
        + (answer.isDialIgnored ? " (though dialled down: nobody else could carry the rest)" : "");
}

std::string Writer::geoText(const GeolocationPolicy& policy, PlaceMatch match)
{
    const std::string kind(toString(match));
    if (match == PlaceMatch::Default)
        return "default location";
    return kind + " "
        + (match == PlaceMatch::Continent          ? policy.continent
                : match == PlaceMatch::Subdivision ? policy.country + "-" + policy.subdivision
                                                   : policy.country);
}

std::string Writer::criterion(const CompiledZone::Group& group, const ExplainedCandidate& c) const
{
    const RecordPolicy& policy = m_zone.source(c.record).policy;
    switch (group.policy) {
    case PolicyKind::Weighted:
        return "weight " + std::to_string(std::get<WeightedPolicy>(policy).weight);
    case PolicyKind::Failover:
        return std::get<FailoverPolicy>(policy).isPrimary ? "primary" : "secondary";
    case PolicyKind::Latency: {
        const std::string& region = std::get<LatencyPolicy>(policy).region;
        return c.latency == kFarAway ? region + ", latency unknown" : region + ", " + durationText(c.latency);
    }
    case PolicyKind::Geolocation:
        return geoText(std::get<GeolocationPolicy>(policy), c.place);
    case PolicyKind::Geoproximity: {
        const int bias = std::get<GeoproximityPolicy>(policy).bias;
        if (c.metres < 0)
            return "distance unknown";
        return kilometres(c.metres)
            + (bias == 0 ? ""
                         : ", bias " + std::string(bias > 0 ? "+" : "") + std::to_string(bias)
                        + ": counts as " + kilometres(c.biasedMetres));
    }
    case PolicyKind::IpBased: {
        const CidrPolicy& cidr = std::get<CidrPolicy>(policy);
        if (cidr.location == "*")
            return "default location";
        return "location " + cidr.location
            + (c.blockBits < 0 ? ", no block contains the asker's"
                               : ", by a block of /" + std::to_string(c.blockBits));
    }
    case PolicyKind::Simple:
    case PolicyKind::Multivalue:
        break;
    }
    return {};
}

std::string Writer::health(const ExplainedCandidate& c) const
{
    const ZoneRecord& source = m_zone.source(c.record);
    std::string text;
    if (!source.healthCheck.empty()) {
        text = "check " + source.healthCheck + (c.check.isHealthy ? " healthy" : " unhealthy");
        if (c.check.checkersTotal >= 0)
            text += " (" + std::to_string(c.check.checkersHealthy) + " of "
                + std::to_string(c.check.checkersTotal) + " checkers)";
        else if (!c.check.isKnown)
            text += " (nobody has told: counts as healthy)";
    }
    if (source.alias && source.alias->evaluatesTargetHealth)
        text += std::string(text.empty() ? "" : ", ") + "target "
            + (!c.isTargetHealthy ? "unhealthy"
                    : c.outside == TargetState::Unknown && m_zone.records()[c.record].outside != kNoIndex
                    ? "unknown: counts as healthy"
                    : "healthy");
    if (text.empty())
        text = "no check: counts as healthy";
    if (c.rampPerMille < 1000)
        text += ", admitted to " + std::to_string(c.rampPerMille / 10) + " % of askers";
    if (c.dialPerMille < 1000)
        text += ", dial at " + std::to_string(c.dialPerMille / 10) + " %";
    return text;
}

std::string Writer::verdict(RecordVerdict verdict)
{
    switch (verdict) {
    case RecordVerdict::Chosen:
        return "chosen";
    case RecordVerdict::LessPreferred:
        return "another one is preferred";
    case RecordVerdict::NotDrawn:
        return "not drawn";
    case RecordVerdict::ZeroWeight:
        return "weight 0: waits until no other is healthy";
    case RecordVerdict::Unhealthy:
        return "struck out: unhealthy";
    case RecordVerdict::TargetUnhealthy:
        return "backed out: nothing healthy behind it";
    case RecordVerdict::HeldOut:
        return "struck out: held";
    case RecordVerdict::OutsideRamp:
        return "struck out: the asker is not in its ramp yet";
    case RecordVerdict::NotApplicable:
        return "does not apply to the asker";
    case RecordVerdict::Surveyed:
        return "healthy";
    case RecordVerdict::DialledDown:
        return "struck out: the asker is not in the share of its dial";
    }
    return {};
}

std::string Writer::drawText(const ExplainedGroup& entry) const
{
    std::string text;
    for (std::uint32_t i = entry.firstDraw; i < entry.firstDraw + entry.drawCount; ++i)
        text += std::string(text.empty() ? "" : ", ") + std::to_string(m_e.draws[i].number) + " of "
            + std::to_string(m_e.draws[i].bound);
    return text;
}

void Writer::writeGroup(std::uint32_t index, int depth)
{
    const ExplainedGroup& entry = m_e.groups[index];
    const CompiledZone::Group& group = m_zone.groups()[entry.group];
    const std::string name = group.name + " " + std::string(toString(group.type)) + ", "
        + std::string(policyName(m_zone.source(group.first).policy));
    if (m_isWritten[index]) {
        line(depth, name + ": as above");
        return;
    }
    m_isWritten[index] = true;
    std::string outcome;
    if (entry.outcome == GroupOutcome::LastResort)
        outcome = ": nothing is healthy, so everything counts as healthy";
    else if (entry.outcome == GroupOutcome::HoldIgnored)
        outcome = ": only held records are healthy, so the hold gives way";
    else if (entry.outcome == GroupOutcome::DialIgnored)
        outcome = ": only dialled-down records are healthy and not held, so the dial gives way";
    else if (entry.outcome == GroupOutcome::NoMatch)
        outcome = ": nothing applies to the asker, and there is no default";
    else if (entry.outcome == GroupOutcome::Surveyed)
        outcome = entry.isHealthy ? ": healthy" : ": nothing healthy";
    line(depth, name + outcome);
    if (entry.drawCount > 0)
        line(depth + 1, "drawn: " + drawText(entry) + (entry.drawsAlike ? ", all alike" : ""));
    for (std::uint32_t i = entry.first; i < entry.first + entry.count; ++i) {
        const ExplainedCandidate& c = m_e.candidates[i];
        const ZoneRecord& source = m_zone.source(c.record);
        m_lines.push_back({ depth + 1, c.record, c.verdict,
            (source.setIdentifier.empty() ? "" : source.setIdentifier + ", ") + contentOf(source),
            criterion(group, c), health(c) + "; " + verdict(c.verdict) });
        if (c.child != kNoIndex)
            writeGroup(c.child, depth + 2);
    }
}

std::vector<ExplainedLine> Writer::take()
{
    line(0, m_e.name + " " + std::string(toString(m_e.type)) + "? asked from " + m_e.asker);
    line(0, "answer: " + answerText(m_e.answer));
    if (!m_e.groups.empty())
        writeGroup(0, 1);
    line(0, "if all were healthy: " + answerText(m_e.ifAllHealthy));
    return std::move(m_lines);
}

} // namespace

std::vector<ExplainedLine> linesOf(const Explanation& explanation)
{
    return Writer(explanation).take();
}

std::string toText(const Explanation& explanation)
{
    std::string text;
    for (const ExplainedLine& line : linesOf(explanation)) {
        text.append(static_cast<std::size_t>(line.depth) * 2, ' ');
        if (line.record != kNoIndex)
            text += line.verdict == RecordVerdict::Chosen ? "> " : "- ";
        text += line.text;
        if (!line.criterion.empty())
            text += "; " + line.criterion;
        if (line.record != kNoIndex)
            text += "; " + line.why;
        text += "\n";
    }
    return text;
}

} // namespace sb
