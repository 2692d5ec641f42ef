// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 4180: comma, CRLF, quotes only where needed, UTF-8 without a byte-order mark.
//
// Spreadsheets run a field that starts with = + - or @ as a formula, and notes are typed by people. A text
// field that starts so and is no number gets an apostrophe in front; so does one that starts with an
// apostrophe. Reading is exact: drop one leading apostrophe.
#include "backend/incident/exporters.h"
#include "backend/incident/text_buffer.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::string_view kHeader = "t_sim_ms,t_wall_utc,seq,prev_seq,kind,phase,region,object,severity,"
                                     "actor,action,value_before,value_after,"
                                     "unit,cause_seq,replay_tick,state_hash,note,peer,fault\r\n";

bool isNumber(std::string_view text)
{
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view fraction = text.substr(std::min(point + 1, text.size()));
    return point > 0 && std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(point), isDigit)
        && std::all_of(fraction.begin(), fraction.end(), isDigit);
}

void appendField(std::string& out, std::string_view text)
{
    if (text.empty())
        return;
    const bool isRisky = std::string_view("=+-@\t\r'").find(text.front()) != std::string_view::npos;
    const std::string_view guard = isRisky && !isNumber(text) ? "'" : "";
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += guard;
        out += text;
        return;
    }
    out += '"';
    out += guard;
    for (const char c : text) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

void appendId(std::string& out, bool isValid, std::uint64_t value)
{
    if (isValid)
        appendNumber(out, value);
}

class RowWriter {
public:
    explicit RowWriter(const WorldDescription& description)
        : m_clock(description.start)
        , m_description(description)
    {
    }

    void append(std::string& out, const Event& event)
    {
        appendMillis(out, event.at);
        out += ',';
        m_clock.append(out, event.at);
        out += ',';
        appendNumber(out, event.seq.value);
        out += ',';
        appendId(out, m_previous != 0, m_previous);
        m_previous = event.seq.value;
        for (const std::string_view text : { toString(event.kind), toString(event.phase) })
            (out += ',') += text;
        out += ',';
        out += regionCode(m_description, event.region);
        out += ',';
        appendField(out, event.object);
        for (const std::string_view text : { toString(event.severity), toString(event.actor) })
            (out += ',') += text;
        for (const std::string* text :
            { &event.action, &event.valueBefore, &event.valueAfter, &event.unit }) {
            out += ',';
            appendField(out, *text);
        }
        out += ',';
        appendId(out, event.cause.isValid(), event.cause.value);
        out += ',';
        appendNumber(out, event.executed);
        out += ',';
        appendHex(out, event.stateHash);
        out += ',';
        appendField(out, event.note);
        out += ',';
        out += regionCode(m_description, event.peer);
        out += ',';
        appendId(out, event.fault.isValid(), event.fault.value);
        out += "\r\n";
    }

private:
    IsoClock m_clock;
    const WorldDescription& m_description;
    std::uint64_t m_previous = 0;
};

} // namespace

Result<> writeCsv(const RecordSource& source, const TextSink& sink, const ExportProgress& progress)
{
    TextBuffer buffer(sink);
    buffer << kHeader;
    RowWriter row(source.description);
    const ProgressTicker ticker(progress, source.events.size());
    for (std::size_t i = 0; i < source.events.size(); ++i) {
        if (!ticker.goesOn(i))
            return exportCancelled();
        row.append(buffer.text(), source.events[i]);
        if (!buffer.endRow())
            break;
    }
    return buffer.finish();
}

} // namespace sb
