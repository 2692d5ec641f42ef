// SPDX-License-Identifier: GPL-3.0-or-later
// One event of the log as JSON, and texts that stay JSON whatever somebody typed. Internal to this room.
#pragma once

#include "backend/incident/text_buffer.h"

#include <string>
#include <string_view>

namespace sb {

// Quoted; bytes that are no UTF-8 become U+FFFD.
void appendJsonText(std::string& out, std::string_view text);
[[nodiscard]] inline std::string jsonText(std::string_view text)
{
    std::string out;
    appendJsonText(out, text);
    return out;
}
// Length of the well-formed UTF-8 sequence at `at` (2 to 4 bytes), 0 when it is none.
[[nodiscard]] std::size_t utf8Length(std::string_view text, std::size_t at);
// A decimal number of JSON: -?(0|[1-9][0-9]*)(\.[0-9]+)?
[[nodiscard]] bool isJsonNumber(std::string_view text);
// The members that the head of every JSON export has, without braces: engine version,
// title, seed, start, store, regions, configuration.
[[nodiscard]] std::string recordHeadMembers(const RecordSource& source);

// Events one after the other, each an object with the columns of the CSV file as members.
class EventJson {
public:
    explicit EventJson(const WorldDescription& description)
        : m_clock(description.start)
        , m_description(description)
    {
    }
    void append(std::string& out, const Event& event);

private:
    IsoClock m_clock;
    const WorldDescription& m_description;
    std::uint64_t m_previous = 0;
};

} // namespace sb
