// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/json_writer.h"

#include "backend/base/result.h"

#include <charconv>
#include <cstdio>

namespace sb {
namespace {

void appendEscaped(std::string& out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                char buffer[8];
                std::snprintf(buffer, sizeof buffer, "\\u%04x", static_cast<unsigned>(c));
                out += buffer;
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

} // namespace

void JsonWriter::separate()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_needsComma.back())
        m_text += ',';
    m_needsComma.back() = true;
}

JsonWriter& JsonWriter::beginObject()
{
    separate();
    m_text += '{';
    m_needsComma.push_back(false);
    return *this;
}

JsonWriter& JsonWriter::endObject()
{
    m_needsComma.pop_back();
    m_text += '}';
    return *this;
}

JsonWriter& JsonWriter::beginArray()
{
    separate();
    m_text += '[';
    m_needsComma.push_back(false);
    return *this;
}

JsonWriter& JsonWriter::endArray()
{
    m_needsComma.pop_back();
    m_text += ']';
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name)
{
    separate();
    appendEscaped(m_text, name);
    m_text += ':';
    m_afterKey = true;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text)
{
    separate();
    appendEscaped(m_text, text);
    return *this;
}

JsonWriter& JsonWriter::value(bool flag)
{
    return raw(flag ? "true" : "false");
}

JsonWriter& JsonWriter::value(std::int64_t number)
{
    return raw(std::to_string(number));
}

JsonWriter& JsonWriter::value(std::uint64_t number)
{
    return raw(std::to_string(number));
}

JsonWriter& JsonWriter::value(double number, int decimals)
{
    if (!(number > -1e300 && number < 1e300))
        return null();
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*f", decimals, number);
    return raw(buffer);
}

JsonWriter& JsonWriter::raw(std::string_view json)
{
    separate();
    m_text += json;
    return *this;
}

std::string JsonWriter::take()
{
    SB_ASSERT(m_needsComma.size() == 1 && !m_afterKey);
    m_needsComma.assign(1, false);
    return std::exchange(m_text, {});
}

} // namespace sb
