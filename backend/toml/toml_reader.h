// SPDX-License-Identifier: GPL-3.0-or-later
// Reads typed values out of one TOML table and collects every mistake with its place in the file, instead of
// stopping at the first. For the loaders of files that a person edits: drills, recovery plans, routing
// controls. toml++ is reached through this header alone.
#pragma once

#include "backend/base/result.h"
#include "backend/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#ifndef TOML_EXCEPTIONS
#define TOML_EXCEPTIONS 0
#endif
#include <toml++/toml.h>

namespace sb {

// The mistakes found in one file. A text that was no file may have any name, such as "plan 2 of the run".
class Problems {
public:
    explicit Problems(std::string fileName)
        : m_fileName(std::move(fileName))
    {
    }
    void add(const toml::source_region& where, std::string text);
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    // One line per mistake in the file's order.
    [[nodiscard]] Error toError() const;

private:
    struct Entry {
        std::uint32_t line;
        std::uint32_t column;
        std::string text;
    };
    std::string m_fileName;
    std::vector<Entry> m_entries;
};

// Each getter returns nothing when the key is missing or wrong; wrong is reported, missing is not unless the
// key was required. Asking for a key is what makes it a known one.
class TableReader {
public:
    // `title` names the table in messages: "[world]".
    TableReader(const toml::table& table, std::string title, Problems& problems)
        : m_table(table)
        , m_title(std::move(title))
        , m_problems(problems)
    {
    }

    [[nodiscard]] bool has(std::string_view key) const { return m_table.contains(key); }
    // Makes the key a known one without reading it.
    void acknowledge(std::string_view key) { (void)find(key); }
    // Reports it when the key is missing; `expected` says what should stand there.
    void require(std::string_view key, std::string_view expected);

    [[nodiscard]] std::optional<std::string> text(std::string_view key);
    [[nodiscard]] std::optional<std::int64_t> integer(
        std::string_view key, std::int64_t min, std::int64_t max);
    [[nodiscard]] std::optional<bool> flag(std::string_view key);
    [[nodiscard]] std::optional<Duration> duration(std::string_view key, Duration min, Duration max);
    // Text or a TOML date-time in UTC.
    [[nodiscard]] std::optional<UtcStart> utc(std::string_view key);
    // Index into `names`.
    [[nodiscard]] std::optional<std::size_t> choice(
        std::string_view key, const std::vector<std::string>& names);
    // The elements of an array as nodes, so that each can be reported at its own place.
    [[nodiscard]] std::optional<std::vector<const toml::node*>> array(
        std::string_view key, std::string_view expected);

    // Reports a mistake at a key's value (or at the table when the key is missing).
    void refuse(std::string_view key, std::string text);
    [[nodiscard]] toml::source_region placeOf(std::string_view key) const;
    // Reports keys that nobody asked for. `elsewhere`: keys that exist, but do not belong to this `purpose`.
    void finish(const std::vector<std::string>& elsewhere = {}, std::string_view purpose = {});

private:
    [[nodiscard]] const toml::node* find(std::string_view key);

    const toml::table& m_table;
    std::string m_title;
    Problems& m_problems;
    std::vector<std::string> m_known;
};

// "did you mean 'x'?" when something is near, otherwise "known: a, b, c".
[[nodiscard]] std::string suggestion(std::string_view word, const std::vector<std::string>& known);
// "an integer", "a string", …
[[nodiscard]] std::string_view describe(const toml::node& node);

// A document's root; nothing when it is no TOML, which is reported.
[[nodiscard]] std::optional<toml::table> parseDocument(
    std::string_view text, const std::string& fileName, Problems& problems);
// Reports every key at the top of a document that is none of these.
void refuseOtherKeys(const toml::table& document, const std::vector<std::string>& known, Problems& problems);
// The table [key] of a document; null when it is missing, or when something else stands there, which is
// reported.
[[nodiscard]] const toml::table* tableAt(
    const toml::table& document, std::string_view key, Problems& problems);
// The tables that each begin with [[key]]; what is none is reported.
[[nodiscard]] std::vector<const toml::table*> tablesAt(
    const toml::table& table, std::string_view key, Problems& problems);
// The whole text of a file; UnknownName when it cannot be read. `kind` names it in the message: "drill file".
[[nodiscard]] Result<std::string> readTextFile(const std::string& path, std::string_view kind);

} // namespace sb
