// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"

#include "backend/base/text.h"

#include <algorithm>
#include <charconv>

namespace sb {
namespace {

std::string quoted(std::string_view word)
{
    return "'" + std::string(word) + "'";
}

const OptionSpec& helpOption()
{
    static const OptionSpec kHelp { "--help", "", "print this and exit" };
    return kHelp;
}

const OptionSpec* findOption(const VerbSpec& spec, std::string_view name)
{
    if (name == "--help" || name == "-h")
        return &helpOption();
    for (const OptionSpec& option : spec.options) {
        if (option.name == name)
            return &option;
    }
    return nullptr;
}

std::string unknownOption(const VerbSpec& spec, std::string_view name)
{
    std::vector<std::string> known { "--help" };
    for (const OptionSpec& option : spec.options)
        known.push_back(option.name);
    const std::string near = nearestName(name, known);
    return "unknown option " + quoted(name)
        + (near.empty() ? "; known: " + joined(known, ", ") : "; did you mean " + quoted(near) + "?");
}

} // namespace

Result<Arguments> Arguments::parse(const VerbSpec& spec, const std::vector<std::string>& words)
{
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word.size() < 2 || word[0] != '-') {
            if (spec.fileName.empty())
                return fail(Errc::BadInput, quoted(word) + " is not expected: it takes options only");
            if (!arguments.m_file.empty())
                return fail(Errc::BadInput,
                    quoted(word) + " is not expected: one " + spec.fileName + " is given already, "
                        + quoted(arguments.m_file));
            arguments.m_file = word;
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(0, equals);
        const OptionSpec* option = findOption(spec, name);
        if (option == nullptr)
            return fail(Errc::BadInput, unknownOption(spec, name));
        if (arguments.has(option->name))
            return fail(Errc::BadInput, "option " + quoted(option->name) + " is given twice");
        std::string value;
        if (option->valueName.empty()) {
            if (equals != std::string::npos)
                return fail(Errc::BadInput, "option " + quoted(option->name) + " takes no value");
        } else if (equals != std::string::npos) {
            value = word.substr(equals + 1);
        } else if (i + 1 < words.size()) {
            value = words[++i];
        }
        if (!option->valueName.empty() && value.empty())
            return fail(Errc::BadInput,
                "option " + quoted(option->name) + " needs a value: " + name + " " + option->valueName);
        arguments.m_values.emplace(option->name, value);
    }
    if (spec.isFileNeeded && !spec.fileName.empty() && arguments.m_file.empty() && !arguments.wantsHelp())
        return fail(Errc::BadInput, "needs a file: " + spec.call);
    return arguments;
}

bool Arguments::has(std::string_view option) const
{
    return m_values.find(option) != m_values.end();
}

std::string Arguments::text(std::string_view option, std::string fallback) const
{
    const auto found = m_values.find(option);
    return found == m_values.end() ? fallback : found->second;
}

Result<std::optional<std::uint64_t>> Arguments::number(std::string_view option) const
{
    const auto found = m_values.find(option);
    if (found == m_values.end())
        return std::nullopt;
    const std::string& text = found->second;
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc {} || end != text.data() + text.size())
        return fail(Errc::BadInput,
            std::string(option) + ": " + quoted(text)
                + " is not a whole number from 0 to 18446744073709551615");
    return value;
}

Result<std::optional<Duration>> Arguments::duration(std::string_view option) const
{
    const auto found = m_values.find(option);
    if (found == m_values.end())
        return std::nullopt;
    const Result<Duration> parsed = parseDuration(found->second);
    if (!parsed)
        return fail(Errc::BadInput, std::string(option) + ": " + parsed.error().what);
    if (*parsed < 1ms || *parsed > 24h)
        return fail(Errc::BadInput, std::string(option) + ": expected a duration from 1 ms to 24 h");
    return *parsed;
}

Result<std::optional<std::size_t>> Arguments::choice(
    std::string_view option, const std::vector<std::string>& names) const
{
    const auto found = m_values.find(option);
    if (found == m_values.end())
        return std::nullopt;
    const auto name = std::find(names.begin(), names.end(), found->second);
    if (name == names.end())
        return fail(Errc::BadInput,
            std::string(option) + ": " + quoted(found->second)
                + " is not known; use one of: " + joined(names, ", "));
    return static_cast<std::size_t>(name - names.begin());
}

std::string helpText(const VerbSpec& spec)
{
    std::string text = "Usage: " + spec.call + " [options]\n" + spec.summary + "\n\nOptions:\n";
    std::vector<OptionSpec> options = spec.options;
    options.push_back(helpOption());
    std::size_t width = 0;
    const auto left = [](const OptionSpec& option) {
        return option.name + (option.valueName.empty() ? "" : " " + option.valueName);
    };
    for (const OptionSpec& option : options)
        width = std::max(width, left(option).size());
    for (const OptionSpec& option : options) {
        const std::string label = left(option);
        text += "  " + label + std::string(width - label.size() + 2, ' ') + option.help + "\n";
    }
    if (!spec.notes.empty())
        text += "\n" + joined(spec.notes, "\n") + "\n";
    return text;
}

std::string shellWord(const std::string& word)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || std::string_view("_-./=:,+@%").find(c) != std::string_view::npos;
    };
    if (!word.empty() && std::all_of(word.begin(), word.end(), isPlain))
        return word;
    std::string quoted = "'";
    for (const char c : word)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

} // namespace sb
