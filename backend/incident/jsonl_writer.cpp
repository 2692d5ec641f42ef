// SPDX-License-Identifier: GPL-3.0-or-later
// JSON Lines: a header object, then one object per event with the columns of the CSV file as members (null
// when there is nothing) and a `payload` whose members are typed by the kind of event.
#include "backend/base/json_writer.h"
#include "backend/incident/event_json.h"
#include "backend/incident/exporters.h"

#include <algorithm>

namespace sb {

std::size_t utf8Length(std::string_view text, std::size_t at)
{
    const auto byte
        = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const unsigned lead = byte(at);
    const std::size_t length = lead >= 0xC2 && lead <= 0xDF ? 2
        : lead >= 0xE0 && lead <= 0xEF                      ? 3
        : lead >= 0xF0 && lead <= 0xF4                      ? 4
                                                            : 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U)
            return 0;
    }
    const unsigned second = byte(at + 1);
    const bool isOverlongOrSurrogate = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)
        || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    return isOverlongOrSurrogate ? 0 : length;
}

void appendJsonText(std::string& out, std::string_view text)
{
    out += '"';
    std::size_t plainFrom = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::size_t length = c >= 0x80 ? utf8Length(text, i) : 1;
        if (length > 0 && c >= 0x20 && c != '"' && c != '\\') {
            i += length;
            continue;
        }
        out += text.substr(plainFrom, i - plainFrom);
        plainFrom = ++i;
        constexpr char kHex[] = "0123456789abcdef";
        if (length == 0)
            out += "\xEF\xBF\xBD";
        else if (c == '"' || c == '\\')
            (out += '\\') += static_cast<char>(c);
        else if (c == '\n')
            out += "\\n";
        else
            ((out += "\\u00") += kHex[c >> 4]) += kHex[c & 15];
    }
    out += text.substr(plainFrom);
    out += '"';
}

bool isJsonNumber(std::string_view text)
{
    if (text.starts_with('-'))
        text.remove_prefix(1);
    const auto digits = [&] {
        const std::size_t n = std::min(text.find_first_not_of("0123456789"), text.size());
        const std::string_view run = text.substr(0, n);
        text.remove_prefix(n);
        return run;
    };
    const std::string_view whole = digits();
    if (whole.empty() || (whole.size() > 1 && whole[0] == '0'))
        return false;
    if (text.empty())
        return true;
    if (text[0] != '.')
        return false;
    text.remove_prefix(1);
    return !digits().empty() && text.empty();
}

namespace {

void appendTextOrNull(std::string& out, std::string_view text)
{
    if (text.empty())
        out += "null";
    else
        appendJsonText(out, text);
}

void appendIdOrNull(std::string& out, bool isValid, std::uint64_t value)
{
    if (isValid)
        appendNumber(out, value);
    else
        out += "null";
}

void appendNumberOrText(std::string& out, std::string_view text)
{
    if (isJsonNumber(text))
        out += text;
    else
        appendTextOrNull(out, text);
}

// Members of `payload`; the caller writes the braces. Kinds without members of their own get their values.
void appendPayload(std::string& out, const Event& event)
{
    switch (event.kind) {
    case EventKind::CommandAccepted:
    case EventKind::CommandRefused:
        out += "\"command\":";
        appendJsonText(out, event.action);
        return;
    case EventKind::FaultInjected:
        out += "\"fault_kind\":";
        appendJsonText(out, event.action);
        out += ",\"command\":";
        appendTextOrNull(out, event.valueAfter);
        return;
    case EventKind::FailBackStep:
        out += "\"step\":";
        appendJsonText(out, event.action);
        out += ",\"percent\":";
        appendNumberOrText(out, event.action == "ramp" ? std::string_view(event.valueAfter) : "");
        return;
    case EventKind::WriteAtRisk:
        out += "\"write\":";
        appendJsonText(out, event.object);
        out += ",\"class\":";
        appendJsonText(out, event.action);
        out += ",\"committed_us\":";
        appendNumberOrText(out, event.valueBefore);
        out += ",\"amount_eur\":";
        appendNumberOrText(out, event.valueAfter);
        return;
    case EventKind::WriteRecovered:
    case EventKind::WriteOverwritten:
    case EventKind::WriteRefused:
    case EventKind::WriteLost:
        out += "\"write\":";
        appendJsonText(out, event.object);
        out += ",\"listed_seq\":";
        appendIdOrNull(out, event.cause.isValid(), event.cause.value);
        if (event.kind == EventKind::WriteRecovered) {
            out += ",\"delay_s\":";
            appendNumberOrText(out, event.valueAfter);
        }
        if (event.kind == EventKind::WriteRefused) {
            out += ",\"rule\":";
            appendTextOrNull(out, event.action);
        }
        return;
    case EventKind::LossEstimated:
        out += "\"fewest\":";
        appendNumberOrText(out, event.valueBefore);
        out += ",\"most\":";
        appendNumberOrText(out, event.valueAfter);
        return;
    default:
        break;
    }
    const bool hasValues = !event.valueBefore.empty() || !event.valueAfter.empty();
    if (!hasValues)
        return;
    out += "\"before\":";
    appendNumberOrText(out, event.valueBefore);
    out += ",\"after\":";
    appendNumberOrText(out, event.valueAfter);
}

std::string headerLine(const RecordSource& source)
{
    JsonWriter json;
    json.beginObject();
    json.key("schema").value("signalbox.incident-record");
    json.key("schema_version").value(kRecordSchemaVersion);
    std::string line = json.endObject().take();
    line.pop_back(); // the brace
    return line + "," + recordHeadMembers(source) + ",\"events\":" + std::to_string(source.events.size())
        + "}\n";
}

} // namespace

std::string recordHeadMembers(const RecordSource& source)
{
    JsonWriter json;
    json.beginObject();
    json.key("engine_version").raw(jsonText(source.engineVersion));
    json.key("title").raw(jsonText(source.description.title));
    json.key("seed").value(source.description.seed);
    json.key("start_utc").value(isoText(source.description.start, kStart));
    json.key("store").value(toString(source.description.store));
    json.key("regions").beginArray();
    for (const RegionInfo& region : source.description.regions) {
        json.beginObject();
        json.key("code").value(region.code);
        json.key("name").value(region.name);
        json.key("city").value(region.city);
        json.key("latitude").value(region.latitude, 4);
        json.key("longitude").value(region.longitude, 4);
        json.endObject();
    }
    json.endArray();
    json.key("config").raw(toJson(source.config));
    std::string text = json.endObject().take();
    return text.substr(1, text.size() - 2);
}

void EventJson::append(std::string& out, const Event& event)
{
    out += "{\"t_sim_ms\":";
    appendMillis(out, event.at);
    out += ",\"t_wall_utc\":\"";
    m_clock.append(out, event.at);
    out += "\",\"seq\":";
    appendNumber(out, event.seq.value);
    out += ",\"prev_seq\":";
    appendIdOrNull(out, m_previous != 0, m_previous);
    m_previous = event.seq.value;
    ((out += ",\"kind\":\"") += toString(event.kind)) += "\",\"phase\":\"";
    (out += toString(event.phase)) += "\",\"region\":";
    appendTextOrNull(out, regionCode(m_description, event.region));
    out += ",\"object\":";
    appendTextOrNull(out, event.object);
    ((out += ",\"severity\":\"") += toString(event.severity)) += "\",\"actor\":\"";
    (out += toString(event.actor)) += "\",\"action\":";
    appendTextOrNull(out, event.action);
    out += ",\"value_before\":";
    appendTextOrNull(out, event.valueBefore);
    out += ",\"value_after\":";
    appendTextOrNull(out, event.valueAfter);
    out += ",\"unit\":";
    appendTextOrNull(out, event.unit);
    out += ",\"cause_seq\":";
    appendIdOrNull(out, event.cause.isValid(), event.cause.value);
    out += ",\"replay_tick\":";
    appendNumber(out, event.executed);
    out += ",\"state_hash\":\"";
    appendHex(out, event.stateHash);
    out += "\",\"note\":";
    appendTextOrNull(out, event.note);
    out += ",\"peer\":";
    appendTextOrNull(out, regionCode(m_description, event.peer));
    out += ",\"fault\":";
    appendIdOrNull(out, event.fault.isValid(), event.fault.value);
    out += ",\"payload\":{";
    appendPayload(out, event);
    out += "}}";
}

Result<> writeJsonLines(const RecordSource& source, const TextSink& sink, const ExportProgress& progress)
{
    TextBuffer buffer(sink);
    buffer << headerLine(source);
    EventJson line(source.description);
    const ProgressTicker ticker(progress, source.events.size());
    for (std::size_t i = 0; i < source.events.size(); ++i) {
        if (!ticker.goesOn(i))
            return exportCancelled();
        line.append(buffer.text(), source.events[i]);
        buffer << "\n";
        if (!buffer.endRow())
            break;
    }
    return buffer.finish();
}

} // namespace sb
