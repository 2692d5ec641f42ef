// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/resolve_report.h"

#include "backend/base/json_writer.h"
#include "backend/base/text.h"

#include <algorithm>
#include <tuple>

namespace sb {
namespace {

std::string percentText(std::uint64_t part, std::uint64_t whole)
{
    const std::uint64_t perMille = whole == 0 ? 0 : (part * 1000 + whole / 2) / whole;
    return std::to_string(perMille / 10) + '.' + std::to_string(perMille % 10) + " %";
}

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(text.size(), width), ' ');
    return text;
}

void writeTexts(JsonWriter& json, const char* key, const std::vector<std::string>& lines)
{
    json.key(key).beginArray();
    for (const std::string& line : lines)
        json.value(line);
    json.endArray();
}

void writeAnswers(JsonWriter& json, const ResolveReport& report)
{
    json.key("name").value(report.name).key("type").value(toString(report.type));
    json.key("asker").value(report.asker).key("draws").value(report.draws);
    json.key("answers").beginArray();
    for (const AnswerTally::Row& row : report.answers) {
        json.beginObject().key("value").value(row.value).key("setIdentifier").value(row.setIdentifier);
        json.key("count").value(row.count).key("entry").value(row.entry);
        json.key("ttlSeconds").value(std::int64_t { row.ttl / 1s }).endObject();
    }
    json.endArray().key("noAnswer").value(report.withoutAnswer).key("explanation");
    json.raw(report.explanationJson.empty() ? "{}" : report.explanationJson);
}

void writeFindings(JsonWriter& json, const ResolveReport& report)
{
    writeTexts(json, "invalid", report.invalid);
    json.key("findings").beginArray();
    for (const LintFinding& finding : report.findings) {
        json.beginObject().key("rule").value(finding.rule->id);
        json.key("severity").value(toString(finding.rule->severity)).key("records").beginArray();
        for (const std::size_t position : finding.records) {
            const ZoneRecord& record = report.records[position];
            json.beginObject().key("index").value(std::uint64_t { record.index });
            json.key("name").value(record.name).key("type").value(toString(record.type));
            json.key("setIdentifier").value(record.setIdentifier).endObject();
        }
        json.endArray().key("check").value(finding.check).key("what").value(finding.what);
        json.key("consequence").value(finding.rule->consequence).key("mend").value(finding.rule->mend);
        json.endObject();
    }
    json.endArray();
}

std::string answersText(const ResolveReport& report)
{
    std::string text
        = report.name + ' ' + std::string(toString(report.type)) + ", asked from " + report.asker + '\n';
    std::size_t width = 0;
    for (const AnswerTally::Row& row : report.answers)
        width = std::max(width, row.value.size());
    for (const AnswerTally::Row& row : report.answers) {
        text += "  " + padded(row.value, width) + "  ttl " + std::to_string(row.ttl / 1s) + " s";
        if (report.draws > 1)
            text += "  " + groupedText(static_cast<std::int64_t>(row.count)) + " of "
                + groupedText(static_cast<std::int64_t>(report.draws)) + ", "
                + percentText(row.count, report.draws);
        if (!row.setIdentifier.empty())
            text += "  set " + row.setIdentifier;
        if (!row.entry.empty() && row.entry != row.setIdentifier)
            text += " by way of " + row.entry;
        text += '\n';
    }
    if (report.withoutAnswer > 0)
        text += "  no answer"
            + (report.draws > 1 ? ": " + groupedText(static_cast<std::int64_t>(report.withoutAnswer))
                                : std::string())
            + '\n';
    return text;
}

std::string findingsText(const ResolveReport& report)
{
    std::string text;
    for (const std::string& line : report.invalid)
        text += "error: " + line + " [invalid]\n";
    std::size_t counts[3] { 0, 0, 0 };
    for (const LintFinding& finding : report.findings) {
        text += toText(finding);
        ++counts[static_cast<std::size_t>(finding.rule->severity)];
    }
    return text + groupedText(static_cast<std::int64_t>(report.records.size()))
        + " records: " + std::to_string(counts[2] + report.invalid.size()) + " errors, "
        + std::to_string(counts[1]) + " warnings, " + std::to_string(counts[0]) + " notes\n";
}

} // namespace

void AnswerTally::add(const Answer& answer)
{
    ++m_draws;
    if (!answer.hasValues()) {
        ++m_withoutAnswer;
        return;
    }
    std::vector<std::uint64_t> key { answer.entry };
    for (const AnswerValue& value : answer.values)
        key.push_back(std::uint64_t { value.record } << 32 | value.value);
    Entry& entry = m_entries[std::move(key)];
    if (entry.count++ == 0)
        entry.answer = answer;
}

std::vector<AnswerTally::Row> AnswerTally::rows(const CompiledZone& zone) const
{
    std::vector<Row> rows;
    for (const auto& [key, entry] : m_entries) {
        std::vector<std::string> identifiers;
        for (const AnswerValue& value : entry.answer.values) {
            const std::string& identifier = zone.source(value.record).setIdentifier;
            // The values of one record name it once.
            if (!identifier.empty() && (identifiers.empty() || identifiers.back() != identifier))
                identifiers.push_back(identifier);
        }
        rows.push_back({ valuesText(zone, entry.answer), joined(identifiers, ","),
            entry.answer.entry == kNoIndex ? std::string() : zone.source(entry.answer.entry).setIdentifier,
            entry.answer.ttl, entry.count });
    }
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        return std::tie(b.count, a.value, a.setIdentifier, a.entry)
            < std::tie(a.count, b.value, b.setIdentifier, b.entry);
    });
    return rows;
}

std::string toJson(const ResolveReport& report)
{
    JsonWriter json;
    json.beginObject();
    if (report.hasAnswers)
        writeAnswers(json, report);
    if (report.hasFindings)
        writeFindings(json, report);
    writeTexts(json, "unsupported", report.unsupported);
    return json.endObject().take();
}

std::string toText(const ResolveReport& report)
{
    std::string text;
    if (report.hasAnswers)
        text += answersText(report);
    if (!report.explanationText.empty())
        text += '\n' + report.explanationText;
    if (report.hasFindings)
        text += (text.empty() ? "" : "\n") + findingsText(report);
    return text;
}

bool hasErrors(const ResolveReport& report)
{
    return !report.invalid.empty()
        || std::any_of(report.findings.begin(), report.findings.end(),
            [](const LintFinding& finding) { return finding.rule->severity == LintSeverity::Error; });
}

} // namespace sb
