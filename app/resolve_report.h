// SPDX-License-Identifier: GPL-3.0-or-later
// What `signalbox resolve` says: how often each answer came, why, and what is unwise about the zone; as text
// for people and as the JSON that scripts rely on (docs/command-line.md).
#pragma once

#include "backend/routing/explanation.h"
#include "backend/routing/lint.h"
#include "backend/routing/walker.h"

#include <map>

namespace sb {

// Counts equal answers: the same values of the same records in the same order.
class AnswerTally {
public:
    void add(const Answer& answer);

    struct Row {
        std::string value; // joined by commas in the order answered
        std::string setIdentifier; // of the records that hold the values, joined alike; empty: simple
        std::string entry; // set identifier of the record chosen in the question's own group
        Duration ttl = 0us;
        std::uint64_t count = 0;
    };
    // Most frequent first, then by value and set identifier.
    [[nodiscard]] std::vector<Row> rows(const CompiledZone& zone) const;
    [[nodiscard]] std::uint64_t draws() const { return m_draws; }
    [[nodiscard]] std::uint64_t withoutAnswer() const { return m_withoutAnswer; }

private:
    struct Entry {
        Answer answer;
        std::uint64_t count = 0;
    };
    std::map<std::vector<std::uint64_t>, Entry> m_entries; // by records and values, and the entry
    std::uint64_t m_draws = 0, m_withoutAnswer = 0;
};

struct ResolveReport {
    // A decision was asked for; otherwise the rest of these is empty.
    bool hasAnswers = false;
    std::string name; // as it was asked
    RecordType type = RecordType::A;
    std::string asker;
    std::uint64_t draws = 0, withoutAnswer = 0;
    std::vector<AnswerTally::Row> answers;
    std::string explanationJson, explanationText; // of the first draw; empty: not asked for
    // The zone was to be judged.
    bool hasFindings = false;
    std::vector<LintFinding> findings;
    std::vector<std::string> invalid; // what validateZone() says
    std::vector<ZoneRecord> records; // that findings number
    std::vector<std::string> unsupported;
};
[[nodiscard]] std::string toJson(const ResolveReport& report);
[[nodiscard]] std::string toText(const ResolveReport& report);
// Something in it does not work as it stands.
[[nodiscard]] bool hasErrors(const ResolveReport& report);

} // namespace sb
