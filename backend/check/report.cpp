// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/check/report.h"

#include "backend/base/result.h"

#include <algorithm>
#include <array>

namespace sb::check {

namespace {

constexpr std::array<const char*, kAnomalies> kNames { "not linearizable", "G0", "G0-session", "G0-realtime",
    "G1a (aborted read)", "G1b (intermediate read)", "G1c", "G1c-session", "G1c-realtime", "G-single",
    "G-single-session", "G-single-realtime", "G-nonadjacent", "G-nonadjacent-session",
    "G-nonadjacent-realtime", "G2", "G2-session", "G2-realtime", "internal", "lost update",
    "duplicate element", "incompatible order", "phantom read", "lost append", "read your writes",
    "monotonic reads", "monotonic writes", "writes follow reads", "lost element", "stale read",
    "counter out of bounds", "wrong total", "negative balance", "wrong accounts", "unaccounted",
    "accounted twice", "never issued", "duplicate id", "lost write", "duplicate write", "inconsistent offset",
    "non-monotonic poll", "non-monotonic send", "skipped offset" };

} // namespace

const char* toString(Anomaly anomaly)
{
    const auto index = static_cast<std::size_t>(anomaly);
    SB_ASSERT(index < kNames.size());
    return kNames[index];
}

const char* toString(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Passed:
        return "passed";
    case Verdict::Violated:
        return "violated";
    case Verdict::Unknown:
        return "unknown";
    }
    return "?";
}

void Report::merge(const Report& other)
{
    for (const auto& [anomaly, entry] : other.m_entries) {
        Entry& mine = m_entries[anomaly];
        mine.count += entry.count;
        for (const Example& example : entry.examples)
            if (mine.examples.size() < kExamplesMax)
                mine.examples.push_back(example);
    }
    m_undecided.insert(m_undecided.end(), other.m_undecided.begin(), other.m_undecided.end());
}

std::uint64_t Report::count(Anomaly anomaly) const
{
    const auto found = m_entries.find(anomaly);
    return found == m_entries.end() ? 0 : found->second.count;
}

const std::vector<Example>& Report::examples(Anomaly anomaly) const
{
    static const std::vector<Example> kNone;
    const auto found = m_entries.find(anomaly);
    return found == m_entries.end() ? kNone : found->second.examples;
}

std::vector<Anomaly> Report::anomalies() const
{
    std::vector<Anomaly> all;
    for (const auto& [anomaly, entry] : m_entries)
        all.push_back(anomaly);
    return all;
}

Verdict Report::verdict(std::initializer_list<Anomaly> forgiven) const
{
    for (const auto& [anomaly, entry] : m_entries)
        if (std::find(forgiven.begin(), forgiven.end(), anomaly) == forgiven.end())
            return Verdict::Violated;
    return m_undecided.empty() ? Verdict::Passed : Verdict::Unknown;
}

std::string Report::text() const
{
    std::string text;
    for (const auto& [anomaly, entry] : m_entries) {
        text += std::string(toString(anomaly)) + ": " + std::to_string(entry.count) + "\n";
        for (const Example& example : entry.examples)
            text += "  " + example.sentence + "\n";
    }
    for (const std::string& what : m_undecided)
        text += "undecided: " + what + "\n";
    return text;
}

} // namespace sb::check
