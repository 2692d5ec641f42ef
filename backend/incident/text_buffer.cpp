// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/text_buffer.h"

#include <charconv>

namespace sb {
namespace {

constexpr std::size_t kPieceBytes = 256 * 1024;

} // namespace

TextBuffer::TextBuffer(const TextSink& sink)
    : m_sink(sink)
{
    m_text.reserve(kPieceBytes + 4096);
}

bool TextBuffer::endRow()
{
    return m_text.size() < kPieceBytes ? m_outcome.has_value() : pass();
}

bool TextBuffer::pass()
{
    if (m_outcome && !m_text.empty())
        m_outcome = m_sink(m_text);
    m_text.clear();
    return m_outcome.has_value();
}

Result<> TextBuffer::finish()
{
    pass();
    return m_outcome;
}

void appendNumber(std::string& out, std::uint64_t number)
{
    char buffer[24];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number);
    out.append(buffer, static_cast<std::size_t>(end - buffer));
}

void appendMillis(std::string& out, Instant t)
{
    const std::int64_t us = micros(t);
    SB_ASSERT(us >= 0); // the run starts at 0
    appendNumber(out, static_cast<std::uint64_t>(us / 1000));
    const auto fraction = static_cast<int>(us % 1000);
    const char digits[4] { '.', static_cast<char>('0' + fraction / 100),
        static_cast<char>('0' + fraction / 10 % 10), static_cast<char>('0' + fraction % 10) };
    out.append(digits, sizeof digits);
}

void appendHex(std::string& out, std::uint64_t value)
{
    constexpr char kDigits[] = "0123456789abcdef";
    char buffer[16];
    for (int i = 15; i >= 0; --i, value >>= 4)
        buffer[i] = kDigits[value & 15];
    out.append(buffer, sizeof buffer);
}

void IsoClock::append(std::string& out, Instant t)
{
    const std::int64_t second = micros(t) / 1'000'000;
    if (second != m_second) {
        m_second = second;
        m_prefix = isoText(m_start, atMicros(second * 1'000'000));
        m_prefix.resize(m_prefix.size() - 4); // "000Z"
    }
    const auto millis = static_cast<int>(micros(t) / 1000 % 1000);
    const char digits[4] { static_cast<char>('0' + millis / 100), static_cast<char>('0' + millis / 10 % 10),
        static_cast<char>('0' + millis % 10), 'Z' };
    out += m_prefix;
    out.append(digits, sizeof digits);
}

std::string regionCode(const WorldDescription& description, RegionId id)
{
    if (!id.isValid())
        return {};
    if (id.value < description.regions.size())
        return description.regions[id.value].code;
    return "region " + std::to_string(id.value);
}

tl::unexpected<Error> exportCancelled()
{
    return fail(Errc::Cancelled, "the export was cancelled; no file was written");
}

} // namespace sb
