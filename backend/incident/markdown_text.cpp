// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/markdown_text.h"

#include "backend/base/text.h"
#include "backend/incident/text_buffer.h"

#include <cstdio>

namespace sb {

std::string escaped(std::string_view text)
{
    std::string safe;
    safe.reserve(text.size());
    for (const char c : text) {
        if (c == '<') {
            safe += "&lt;";
        } else if (c == '&') {
            safe += "&amp;";
        } else if (static_cast<unsigned char>(c) < 0x20) {
            safe += ' ';
        } else {
            if (std::string_view("\\`*_[]|").find(c) != std::string_view::npos)
                safe += '\\';
            safe += c;
        }
    }
    return safe;
}

std::string codeText(std::string_view text)
{
    std::string safe(text);
    for (char& c : safe) {
        if (c == '`')
            c = '\'';
        else if (c == '|')
            c = '/';
        else if (static_cast<unsigned char>(c) < 0x20)
            c = ' ';
    }
    return safe;
}

std::string fixed(double value, int decimals)
{
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*f", decimals, value);
    return buffer;
}

std::string counted(const WriteTotals& totals)
{
    if (totals.operations == 0)
        return "none";
    const auto others = static_cast<std::int64_t>(totals.operations - totals.orders);
    const auto orders = static_cast<std::int64_t>(totals.orders);
    std::string text = groupedText(orders) + (orders == 1 ? " order" : " orders");
    if (others > 0)
        text += " and " + groupedText(others) + (others == 1 ? " other write" : " other writes");
    return text + ", " + moneyText(totals.money);
}

std::string verdict(const Interval& span, Duration objective)
{
    if (!span.isMeasured())
        return "not measured";
    return span.length() <= objective ? "met" : "missed";
}

std::string percentText(Duration part, Duration whole)
{
    return std::to_string(part / Duration { whole.count() / 100 > 0 ? whole.count() / 100 : 1 }) + " %";
}

std::string preciseText(Duration d)
{
    const std::int64_t tenths = d.count() / 100'000;
    if (tenths < 600)
        return durationText(d);
    char buffer[64];
    if (tenths < 36'000)
        std::snprintf(buffer, sizeof buffer, "%lld min %02lld.%lld s", static_cast<long long>(tenths / 600),
            static_cast<long long>(tenths / 10 % 60), static_cast<long long>(tenths % 10));
    else
        std::snprintf(buffer, sizeof buffer, "%lld h %02lld min %02lld s",
            static_cast<long long>(tenths / 36'000), static_cast<long long>(tenths / 600 % 60),
            static_cast<long long>(tenths / 10 % 60));
    return buffer;
}

std::string sinceText(const Moment& impact, Instant at)
{
    if (!impact.isKnown())
        return "n/a";
    if (at == impact.at)
        return "0 s";
    return (at < impact.at ? "" : "+") + preciseText(at - impact.at);
}

std::string evidence(const Event& event)
{
    return "event " + std::to_string(event.seq.value) + ", position " + std::to_string(event.executed);
}

bool isBulk(EventKind kind)
{
    switch (kind) {
    case EventKind::CheckerFlipped:
    case EventKind::ConflictFound:
    case EventKind::WriteAtRisk:
    case EventKind::WriteRecovered:
    case EventKind::WriteOverwritten:
    case EventKind::WriteRefused:
    case EventKind::WriteLost:
        return true;
    default:
        return false;
    }
}

std::string MarkdownText::region(RegionId id) const
{
    if (!id.isValid())
        return "n/a";
    const std::string code = escaped(regionCode(m_description, id));
    if (id.value >= m_description.regions.size() || m_description.regions[id.value].name.empty())
        return code;
    return escaped(m_description.regions[id.value].name) + " (" + code + ")";
}

std::string MarkdownText::instant(Instant t) const
{
    return isoText(m_description.start, t);
}

std::string MarkdownText::clock(Instant t) const
{
    return clockText(m_description.start, t, true);
}

std::string MarkdownText::moment(const Moment& moment) const
{
    if (!moment.isKnown())
        return "not recorded";
    return clock(moment.at) + " (event " + std::to_string(moment.seq.value) + ", position "
        + std::to_string(moment.executed) + ")";
}

std::string MarkdownText::length(const Interval& span) const
{
    if (span.isMeasured())
        return preciseText(span.length());
    return span.from.isKnown() && span.to.isKnown() ? "ends before it begins" : "not measured";
}

std::string MarkdownText::sentence(const Event& event) const
{
    if (!event.note.empty())
        return escaped(event.note);
    if (event.kind == EventKind::PhaseChanged)
        return "phase " + std::string(toString(event.phase)) + " begins";
    std::string text = escaped(event.object);
    const auto add = [&](const std::string& part) {
        if (!part.empty() && part != "n/a")
            text += (text.empty() ? "" : ", ") + part;
    };
    add(region(event.region));
    if (event.peer.isValid())
        add("to " + region(event.peer));
    add(escaped(event.action));
    if (!event.valueBefore.empty())
        add("from " + escaped(event.valueBefore) + " " + escaped(event.unit));
    if (!event.valueAfter.empty())
        add("to " + escaped(event.valueAfter) + " " + escaped(event.unit));
    return text;
}

} // namespace sb
