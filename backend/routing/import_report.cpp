// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routing/import_report.h"

#include "backend/base/text.h"

#include <algorithm>

namespace sb {

std::string ImportReport::lineOf(JsonPlace place, std::string_view subject, std::string_view what) const
{
    std::string line = m_file + ':' + std::to_string(place.line) + ':' + std::to_string(place.column) + ": ";
    if (!subject.empty())
        line += std::string(subject) + ": ";
    return line += what;
}

void ImportReport::mistake(JsonPlace place, std::string_view subject, std::string_view what)
{
    if (++m_mistakes <= kImportMistakesShown)
        m_shown.push_back(lineOf(place, subject, what));
}

void ImportReport::unreadable(std::string_view line)
{
    if (++m_mistakes <= kImportMistakesShown)
        m_shown.emplace_back(line);
}

void ImportReport::unsupported(JsonPlace place, std::string_view subject, std::string_view what)
{
    const auto [entry, isNew] = m_noteOf.try_emplace(std::string(what), m_notes.size());
    if (isNew)
        m_notes.push_back({ lineOf(place, subject, what), 0 });
    else
        ++m_notes[entry->second].others;
}

std::vector<std::string> ImportReport::mistakes() const
{
    std::vector<std::string> lines = m_shown;
    if (m_mistakes > m_shown.size())
        lines.push_back(m_file + ": and "
            + groupedText(static_cast<std::int64_t>(m_mistakes - m_shown.size())) + " mistakes more");
    return lines;
}

std::vector<std::string> ImportReport::unsupported() const
{
    std::vector<std::string> lines;
    for (const Note& note : m_notes) {
        lines.push_back(note.first);
        if (note.others > 0)
            lines.back() += " (and " + groupedText(static_cast<std::int64_t>(note.others)) + " times more)";
    }
    return lines;
}

Error ImportReport::toError() const
{
    return { Errc::BadInput, joined(mistakes(), "\n") };
}

MemberReader::MemberReader(
    ImportReport& report, const JsonNode& object, std::string_view subject, std::string prefix)
    : m_report(report)
    , m_object(object)
    , m_subject(subject)
    , m_prefix(std::move(prefix))
    , m_isKnown(object.names.size(), false)
{
}

const JsonNode* MemberReader::take(std::string_view name)
{
    const auto& names = m_object.names;
    const auto index = static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
    if (index == names.size())
        return nullptr;
    m_isKnown[index] = true;
    return &m_object.items[index];
}

std::optional<std::string> MemberReader::text(
    std::string_view name, std::size_t bytesMin, std::size_t bytesMax)
{
    const JsonNode* node = take(name);
    if (node == nullptr)
        return std::nullopt;
    if (node->kind != JsonNode::Kind::Text) {
        wrong(name, "is " + shown(*node) + "; it must be a text in quotes");
        return std::nullopt;
    }
    if (node->text.size() < bytesMin || node->text.size() > bytesMax) {
        wrong(name,
            "has " + std::to_string(node->text.size()) + " characters; it must have "
                + std::to_string(bytesMin) + " to " + std::to_string(bytesMax));
        return std::nullopt;
    }
    return node->text;
}

std::optional<std::int64_t> MemberReader::integer(std::string_view name, std::int64_t low, std::int64_t high)
{
    const JsonNode* node = take(name);
    if (node == nullptr)
        return std::nullopt;
    if (node->kind == JsonNode::Kind::Integer && node->integer >= low && node->integer <= high)
        return node->integer;
    const bool isNumber = node->kind == JsonNode::Kind::Integer || node->kind == JsonNode::Kind::OtherNumber;
    wrong(name,
        "is " + shown(*node) + "; it must be " + (isNumber ? "" : "a whole number from ")
            + std::to_string(low) + " to " + std::to_string(high));
    return std::nullopt;
}

std::optional<bool> MemberReader::flag(std::string_view name)
{
    const JsonNode* node = take(name);
    if (node == nullptr)
        return std::nullopt;
    if (node->kind == JsonNode::Kind::Bool)
        return node->flag;
    wrong(name, "is " + shown(*node) + "; it must be true or false");
    return std::nullopt;
}

const JsonNode* MemberReader::object(std::string_view name)
{
    const JsonNode* node = take(name);
    if (node == nullptr || node->kind == JsonNode::Kind::Object)
        return node;
    wrong(name, "is " + shown(*node) + "; it must be an object");
    return nullptr;
}

const JsonNode* MemberReader::list(std::string_view name)
{
    const JsonNode* node = take(name);
    if (node == nullptr || node->kind == JsonNode::Kind::List)
        return node;
    wrong(name, "is " + shown(*node) + "; it must be a list");
    return nullptr;
}

std::vector<std::string> MemberReader::texts(std::string_view name)
{
    std::vector<std::string> all;
    const JsonNode* node = list(name);
    if (node == nullptr)
        return all;
    for (std::size_t i = 0; i < node->items.size(); ++i) {
        const JsonNode& entry = node->items[i];
        if (entry.kind == JsonNode::Kind::Text)
            all.push_back(entry.text);
        else
            m_report.mistake(entry.place, m_subject,
                m_prefix + std::string(name) + '[' + std::to_string(i) + "] is " + shown(entry)
                    + "; it must be a text in quotes");
    }
    return all;
}

void MemberReader::missing(std::string_view name, std::string_view wanted)
{
    m_report.mistake(
        m_object.place, m_subject, m_prefix + std::string(name) + " is missing; " + std::string(wanted));
}

void MemberReader::wrong(std::string_view name, std::string_view what)
{
    m_report.mistake(placeOf(name), m_subject, m_prefix + std::string(name) + ' ' + std::string(what));
}

void MemberReader::unsupported(std::string_view name, std::string_view what)
{
    m_report.unsupported(placeOf(name), m_subject, m_prefix + std::string(name) + ' ' + std::string(what));
}

void MemberReader::skip(std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names)
        static_cast<void>(take(name));
}

void MemberReader::finish()
{
    for (std::size_t i = 0; i < m_isKnown.size(); ++i) {
        if (!m_isKnown[i])
            m_report.unsupported(m_object.items[i].place, m_subject,
                "member " + shown(m_prefix + m_object.names[i]) + " is not known here and has no effect");
    }
}

JsonPlace MemberReader::placeOf(std::string_view name) const
{
    const JsonNode* node = m_object.find(name);
    return node == nullptr ? m_object.place : node->place;
}

} // namespace sb
