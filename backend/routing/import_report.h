// SPDX-License-Identifier: GPL-3.0-or-later
// What an import found wrong with a file: every mistake, up to a limit, and what of it is not supported. Each
// mistake is one line, "FILE:LINE:COLUMN: record 17 (api.example.com. A, set 'eu'): Weight is 300; it must be
// 0 to 255". Records are numbered from 0, as jq's .ResourceRecordSets[17] finds them. Thread: any; values.
#pragma once

#include "backend/base/result.h"
#include "backend/routing/json_tree.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sb {

inline constexpr std::size_t kImportMistakesShown = 100;

class ImportReport {
public:
    explicit ImportReport(std::string_view file)
        : m_file(file)
    {
    }

    void mistake(JsonPlace place, std::string_view subject, std::string_view what);
    // Of the file as a whole; `line` as it is, with the file's name.
    void unreadable(std::string_view line);
    // Said once for equal `what`, with the first place and the number of the others.
    void unsupported(JsonPlace place, std::string_view subject, std::string_view what);

    [[nodiscard]] bool isSound() const { return m_mistakes == 0; }
    [[nodiscard]] std::size_t mistakeCount() const { return m_mistakes; }
    // At most kImportMistakesShown, then one line with the number of the others.
    [[nodiscard]] std::vector<std::string> mistakes() const;
    [[nodiscard]] std::vector<std::string> unsupported() const; // in the order of the file
    // All mistakes, one to a line; requires one.
    [[nodiscard]] Error toError() const;

private:
    [[nodiscard]] std::string lineOf(JsonPlace place, std::string_view subject, std::string_view what) const;

    struct Note {
        std::string first; // the whole line
        std::size_t others = 0;
    };
    std::string m_file;
    std::size_t m_mistakes = 0;
    std::vector<std::string> m_shown;
    std::map<std::string, std::size_t, std::less<>> m_noteOf; // by `what`: index into m_notes
    std::vector<Note> m_notes;
};

// Reads the members of one object, says what is wrong with each by its path ("AliasTarget.DNSName") and lists
// those that nobody asked for.
class MemberReader {
public:
    // `subject` names the record; `prefix` the object inside it: "" or "AliasTarget.". All must outlive this.
    // A node that is no object reads as an empty one; its owner has complained.
    MemberReader(
        ImportReport& report, const JsonNode& object, std::string_view subject, std::string prefix = {});

    // nullptr when absent. Marks the member as known.
    [[nodiscard]] const JsonNode* take(std::string_view name);
    [[nodiscard]] bool has(std::string_view name) const { return m_object.find(name) != nullptr; }
    // Nothing when absent or wrong; the latter has then been said.
    [[nodiscard]] std::optional<std::string> text(
        std::string_view name, std::size_t bytesMin, std::size_t bytesMax);
    [[nodiscard]] std::optional<std::int64_t> integer(
        std::string_view name, std::int64_t low, std::int64_t high);
    [[nodiscard]] std::optional<bool> flag(std::string_view name);
    [[nodiscard]] const JsonNode* object(std::string_view name);
    [[nodiscard]] const JsonNode* list(std::string_view name);
    // The texts of a list; entries that are none are complained of.
    [[nodiscard]] std::vector<std::string> texts(std::string_view name);

    // "NAME is missing; it must be …".
    void missing(std::string_view name, std::string_view wanted);
    // `what` is said of the member's value: "is 300; it must be 0 to 255".
    void wrong(std::string_view name, std::string_view what);
    void unsupported(std::string_view name, std::string_view what);
    // Known, and of no effect here.
    void skip(std::initializer_list<std::string_view> names);
    // Lists the members that were neither taken nor skipped.
    void finish();

private:
    [[nodiscard]] JsonPlace placeOf(std::string_view name) const;

    ImportReport& m_report;
    const JsonNode& m_object;
    std::string_view m_subject;
    std::string m_prefix;
    std::vector<bool> m_isKnown; // by member
};

} // namespace sb
