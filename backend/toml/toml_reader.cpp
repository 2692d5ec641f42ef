// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/toml/toml_reader.h"

#include "backend/base/text.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace sb {
namespace {

std::string quoted(std::string_view word)
{
    return "'" + std::string(word) + "'";
}

} // namespace

void Problems::add(const toml::source_region& where, std::string text)
{
    // A table the parser made up (no header of its own) has no place; the file's first character stands for
    // it.
    const std::uint32_t line = std::max<std::uint32_t>(where.begin.line, 1);
    const std::uint32_t column = std::max<std::uint32_t>(where.begin.column, 1);
    m_entries.push_back({ line, column, std::move(text) });
}

Error Problems::toError() const
{
    std::vector<Entry> ordered = m_entries;
    std::stable_sort(ordered.begin(), ordered.end(), [](const Entry& a, const Entry& b) {
        return a.line != b.line ? a.line < b.line : a.column < b.column;
    });
    std::vector<std::string> lines;
    for (const Entry& entry : ordered)
        lines.push_back(m_fileName + ":" + std::to_string(entry.line) + ":" + std::to_string(entry.column)
            + ": " + entry.text);
    return { Errc::BadInput, joined(lines, "\n") };
}

std::string suggestion(std::string_view word, const std::vector<std::string>& known)
{
    const std::string near = nearestName(word, known);
    return near.empty() ? "known: " + joined(known, ", ") : "did you mean " + quoted(near) + "?";
}

std::string_view describe(const toml::node& node)
{
    switch (node.type()) {
    case toml::node_type::table:
        return "a table";
    case toml::node_type::array:
        return "an array";
    case toml::node_type::string:
        return "a text";
    case toml::node_type::integer:
        return "an integer";
    case toml::node_type::floating_point:
        return "a decimal number";
    case toml::node_type::boolean:
        return "true or false";
    case toml::node_type::date:
        return "a date";
    case toml::node_type::time:
        return "a time of day";
    case toml::node_type::date_time:
        return "a date and time";
    case toml::node_type::none:
        break;
    }
    return "nothing";
}

const toml::node* TableReader::find(std::string_view key)
{
    if (std::find(m_known.begin(), m_known.end(), key) == m_known.end())
        m_known.emplace_back(key);
    return m_table.get(key);
}

toml::source_region TableReader::placeOf(std::string_view key) const
{
    const toml::node* node = m_table.get(key);
    return node != nullptr ? node->source() : m_table.source();
}

void TableReader::refuse(std::string_view key, std::string text)
{
    m_problems.add(placeOf(key), quoted(key) + " in " + m_title + ": " + std::move(text));
}

void TableReader::require(std::string_view key, std::string_view expected)
{
    if (find(key) == nullptr)
        m_problems.add(m_table.source(), m_title + " needs " + quoted(key) + ", " + std::string(expected));
}

std::optional<std::string> TableReader::text(std::string_view key)
{
    const toml::node* node = find(key);
    if (node == nullptr)
        return std::nullopt;
    if (const auto* value = node->as_string())
        return value->get();
    refuse(key, "expected a text in quotes, found " + std::string(describe(*node)));
    return std::nullopt;
}

std::optional<std::int64_t> TableReader::integer(std::string_view key, std::int64_t min, std::int64_t max)
{
    const toml::node* node = find(key);
    if (node == nullptr)
        return std::nullopt;
    const std::string range = "expected an integer from " + groupedText(min) + " to " + groupedText(max);
    const auto* value = node->as_integer();
    if (value == nullptr) {
        refuse(key, range + ", found " + std::string(describe(*node)));
        return std::nullopt;
    }
    if (value->get() < min || value->get() > max) {
        refuse(key, range + ", found " + std::to_string(value->get()));
        return std::nullopt;
    }
    return value->get();
}

std::optional<bool> TableReader::flag(std::string_view key)
{
    const toml::node* node = find(key);
    if (node == nullptr)
        return std::nullopt;
    if (const auto* value = node->as_boolean())
        return value->get();
    refuse(key, "expected true or false, found " + std::string(describe(*node)));
    return std::nullopt;
}

std::optional<Duration> TableReader::duration(std::string_view key, Duration min, Duration max)
{
    const toml::node* node = find(key);
    if (node == nullptr)
        return std::nullopt;
    const auto* value = node->as_string();
    if (value == nullptr) {
        refuse(key, "expected a duration in quotes such as \"10s\", found " + std::string(describe(*node)));
        return std::nullopt;
    }
    const Result<Duration> parsed = parseDuration(value->get());
    if (!parsed) {
        refuse(key, parsed.error().what);
        return std::nullopt;
    }
    if (*parsed < min || *parsed > max) {
        refuse(key,
            "expected a duration from " + durationText(min) + " to " + durationText(max) + ", found "
                + quoted(value->get()));
        return std::nullopt;
    }
    return *parsed;
}

std::optional<UtcStart> TableReader::utc(std::string_view key)
{
    const toml::node* node = find(key);
    if (node == nullptr)
        return std::nullopt;
    if (const auto* value = node->as_string()) {
        const Result<UtcStart> parsed = parseUtc(value->get());
        if (parsed)
            return *parsed;
        refuse(key, parsed.error().what);
        return std::nullopt;
    }
    const auto* dateTime = node->as_date_time();
    if (dateTime == nullptr || !dateTime->get().offset || dateTime->get().offset->minutes != 0
        || dateTime->get().time.nanosecond != 0) {
        refuse(key, "expected a time in UTC to the second such as \"2026-03-03T14:28:00Z\"");
        return std::nullopt;
    }
    const toml::date_time& t = dateTime->get();
    const std::chrono::year_month_day date { std::chrono::year { t.date.year },
        std::chrono::month { t.date.month }, std::chrono::day { t.date.day } };
    const std::int64_t day = std::chrono::sys_days { date }.time_since_epoch().count();
    return UtcStart { day * 86'400 + t.time.hour * 3600 + t.time.minute * 60 + t.time.second };
}

std::optional<std::size_t> TableReader::choice(std::string_view key, const std::vector<std::string>& names)
{
    const std::optional<std::string> word = text(key);
    if (!word)
        return std::nullopt;
    const auto found = std::find(names.begin(), names.end(), *word);
    if (found != names.end())
        return static_cast<std::size_t>(found - names.begin());
    refuse(key, quoted(*word) + " is not known here; " + suggestion(*word, names));
    return std::nullopt;
}

std::optional<std::vector<const toml::node*>> TableReader::array(
    std::string_view key, std::string_view expected)
{
    const toml::node* node = find(key);
    if (node == nullptr)
        return std::nullopt;
    const toml::array* values = node->as_array();
    if (values == nullptr) {
        refuse(key, "expected " + std::string(expected) + ", found " + std::string(describe(*node)));
        return std::nullopt;
    }
    std::vector<const toml::node*> nodes;
    for (const toml::node& value : *values)
        nodes.push_back(&value);
    return nodes;
}

void TableReader::finish(const std::vector<std::string>& elsewhere, std::string_view purpose)
{
    for (const auto& [key, node] : m_table) {
        const std::string_view name = key.str();
        if (std::find(m_known.begin(), m_known.end(), name) != m_known.end())
            continue;
        if (std::find(elsewhere.begin(), elsewhere.end(), name) != elsewhere.end())
            m_problems.add(key.source(),
                quoted(name) + " in " + m_title + " does not go with " + std::string(purpose)
                    + ", which takes: " + joined(m_known, ", "));
        else
            m_problems.add(key.source(),
                "unknown key " + quoted(name) + " in " + m_title + "; " + suggestion(name, m_known));
    }
}

std::optional<toml::table> parseDocument(
    std::string_view text, const std::string& fileName, Problems& problems)
{
    toml::parse_result parsed = toml::parse(text, fileName);
    if (parsed)
        return std::move(parsed).table();
    problems.add(parsed.error().source(), "not valid TOML: " + std::string(parsed.error().description()));
    return std::nullopt;
}

void refuseOtherKeys(const toml::table& document, const std::vector<std::string>& known, Problems& problems)
{
    for (const auto& [key, node] : document) {
        const std::string name(key.str());
        if (std::find(known.begin(), known.end(), name) == known.end())
            problems.add(key.source(),
                "unknown key '" + name + "' at the top of the file; " + suggestion(name, known));
    }
}

const toml::table* tableAt(const toml::table& document, std::string_view key, Problems& problems)
{
    const toml::node* node = document.get(key);
    if (node == nullptr)
        return nullptr;
    if (const toml::table* table = node->as_table())
        return table;
    const std::string name(key);
    problems.add(node->source(),
        "'" + name + "': expected one table, [" + name + "], found " + std::string(describe(*node)));
    return nullptr;
}

std::vector<const toml::table*> tablesAt(const toml::table& table, std::string_view key, Problems& problems)
{
    std::vector<const toml::table*> tables;
    const toml::node* node = table.get(key);
    if (node == nullptr)
        return tables;
    const std::string header = "[[" + std::string(key) + "]]";
    const toml::array* array = node->as_array();
    if (array == nullptr) {
        problems.add(node->source(),
            "'" + std::string(key) + "': expected tables that each begin with " + header + ", found "
                + std::string(describe(*node)));
        return tables;
    }
    for (const toml::node& element : *array) {
        if (const toml::table* one = element.as_table())
            tables.push_back(one);
        else
            problems.add(element.source(),
                "expected a table that begins with " + header + ", found " + std::string(describe(element)));
    }
    return tables;
}

Result<std::string> readTextFile(const std::string& path, std::string_view kind)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    // An empty file makes operator<< fail; only an unopened or unreadable one is an error here.
    if (file && file.peek() != std::ifstream::traits_type::eof())
        content << file.rdbuf();
    if (!file.is_open() || file.bad() || !content)
        return fail(Errc::UnknownName,
            path + ": this " + std::string(kind) + " cannot be read; give the path of a TOML file");
    return content.str();
}

} // namespace sb
