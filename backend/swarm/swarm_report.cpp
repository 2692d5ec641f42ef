// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/swarm/swarm_report.h"

#include "backend/base/json_writer.h"
#include "backend/base/text.h"

#include <algorithm>

namespace sb {
namespace {

constexpr std::size_t kNameWidth = 34;
constexpr std::size_t kNumberWidth = 16;

template<typename Array> void addTo(Array& sum, const Array& other)
{
    for (std::size_t i = 0; i < sum.size(); ++i)
        sum[i] += other[i];
}

std::string number(std::uint64_t value)
{
    return groupedText(static_cast<std::int64_t>(value));
}

// "    name      1 234  note"; the separator between groups of digits may take more than one byte.
std::string row(std::string_view name, std::uint64_t value, const std::string& note = {})
{
    const std::string digits = std::to_string(value);
    const std::size_t shown = digits.size() + (digits.size() - 1) / 3;
    return "    " + std::string(name) + std::string(kNameWidth - std::min(kNameWidth, name.size()), ' ')
        + std::string(kNumberWidth - std::min(kNumberWidth, shown), ' ') + number(value)
        + (note.empty() ? "" : "  " + note) + "\n";
}

std::string hashText(std::uint64_t hash)
{
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = text.size(); i-- > 0; hash >>= 4)
        text[i] = kDigits[hash & 15];
    return text;
}

} // namespace

void SwarmReport::add(const SeedVerdict& verdict)
{
    const SwarmOutcome& outcome = verdict.outcome;
    ++m_seeds;
    if (outcome.violation)
        m_failed.push_back({ outcome.seed, outcome.violation->invariant, verdict.incidentPath });
    m_length += outcome.length;
    m_executed += outcome.executed;
    m_calls += outcome.calls;
    m_orders += outcome.orders;
    m_accepted += outcome.accepted;
    m_refused += outcome.refused;
    addTo(m_looks, outcome.looks);
    addTo(m_tallies, outcome.tallies);
    addTo(m_anomalies, outcome.anomalies);
    addTo(m_enabled, outcome.enabled);
    addTo(m_fired, outcome.fired);
    addTo(m_reached, outcome.reached);
}

std::vector<std::string> SwarmReport::unreached() const
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < kBuggifySites.size(); ++i)
        if (m_fired[i] == 0)
            names.emplace_back(kBuggifySites[i].name);
    for (std::size_t i = 0; i < kProbes.size(); ++i)
        if (m_reached[i] == 0)
            names.emplace_back(kProbes[i]);
    return names;
}

std::vector<std::string> SwarmReport::unseen() const
{
    std::vector<std::string> names;
    for (int i = 1; i < kInvariantCount; ++i) {
        const auto invariant = static_cast<Invariant>(i);
        // Carts merge, clocks are watched and leases are kept under the hardened profile only.
        const bool isHardenedOnly
            = invariant == Invariant::Cart || invariant == Invariant::Clock || invariant == Invariant::Fence;
        if (isHardenedOnly && m_profile != toString(DataProfile::Hardened))
            continue;
        if (isChecked(invariant) && m_looks[static_cast<std::size_t>(i)] == 0)
            names.emplace_back(toString(invariant));
    }
    return names;
}

std::string SwarmReport::toText(double wallSeconds) const
{
    std::string text = "\n  invariant: how often it was looked at\n";
    for (int i = 1; i < kInvariantCount; ++i) {
        const auto invariant = static_cast<Invariant>(i);
        const std::string name
            = (i < 10 ? " " : "") + std::to_string(i) + " " + std::string(toString(invariant));
        const auto failed = std::count_if(
            m_failed.begin(), m_failed.end(), [&](const Failure& f) { return f.invariant == invariant; });
        if (isChecked(invariant))
            text += row(name, m_looks[static_cast<std::size_t>(i)],
                failed > 0 ? "VIOLATED by " + std::to_string(failed) + " seeds" : "");
    }
    text += "  site of buggify: how often it fired, and in how many seeds it could\n";
    for (std::size_t i = 0; i < kBuggifySites.size(); ++i)
        text += row(kBuggifySites[i].name, m_fired[i], "in " + number(m_enabled[i]));
    text += "  probe: how often the rare path was taken\n";
    for (std::size_t i = 0; i < kProbes.size(); ++i)
        text += row(kProbes[i], m_reached[i], m_reached[i] == 0 ? "NEVER" : "");
    text += "  not wrong, and yet a figure\n";
    for (std::size_t i = 0; i < kRunTallyCount; ++i)
        text += row(toString(static_cast<RunTally>(i)), m_tallies[i]);
    for (std::size_t i = 0; i < kAnomalyCount; ++i) {
        const auto anomaly = static_cast<Anomaly>(i);
        text += row(std::string(codeOf(anomaly)) + " " + std::string(toString(anomaly)), m_anomalies[i]);
    }
    const auto tenths = static_cast<std::int64_t>(wallSeconds * 10);
    text += "\n" + number(m_seeds) + " seeds, " + number(m_seeds - m_failed.size()) + " passed, "
        + number(m_failed.size()) + " failed; " + durationText(m_length) + " of virtual time in "
        + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " s; " + number(m_executed)
        + " events, " + number(m_calls) + " calls, " + number(m_orders) + " orders, " + number(m_accepted)
        + " commands accepted, " + number(m_refused) + " refused\n";
    return text;
}

std::string SwarmReport::toJson(double wallSeconds) const
{
    JsonWriter json;
    json.beginObject().key("profile").value(m_profile).key("seeds").value(m_seeds);
    json.key("passed").value(std::uint64_t { m_seeds - m_failed.size() }).key("failed").beginArray();
    for (const Failure& failure : m_failed) {
        json.beginObject().key("seed").value(failure.seed);
        json.key("invariant").value(toString(failure.invariant));
        json.key("number").value(static_cast<int>(failure.invariant)).key("incident");
        if (failure.incident.empty())
            json.null();
        else
            json.value(failure.incident);
        json.endObject();
    }
    json.endArray()
        .key("virtualSeconds")
        .value(seconds(m_length), 3)
        .key("wallSeconds")
        .value(wallSeconds, 3);
    json.key("anomalies").beginObject();
    for (std::size_t i = 0; i < kRunTallyCount; ++i)
        json.key(toString(static_cast<RunTally>(i))).value(m_tallies[i]);
    for (std::size_t i = 0; i < kAnomalyCount; ++i)
        json.key(codeOf(static_cast<Anomaly>(i))).value(m_anomalies[i]);
    json.endObject().key("invariants").beginObject();
    for (int i = 1; i < kInvariantCount; ++i)
        if (isChecked(static_cast<Invariant>(i)))
            json.key(toString(static_cast<Invariant>(i))).value(m_looks[static_cast<std::size_t>(i)]);
    json.endObject().key("sites").beginObject();
    for (std::size_t i = 0; i < kBuggifySites.size(); ++i)
        json.key(kBuggifySites[i].name).value(m_fired[i]);
    json.endObject().key("probes").beginObject();
    for (std::size_t i = 0; i < kProbes.size(); ++i)
        json.key(kProbes[i]).value(m_reached[i]);
    json.endObject().key("events").value(m_executed).key("calls").value(m_calls);
    json.key("orders").value(m_orders).endObject();
    return json.take();
}

std::string toText(const SeedVerdict& verdict)
{
    const SwarmOutcome& outcome = verdict.outcome;
    if (!outcome.violation)
        return "  passed  seed " + std::to_string(outcome.seed) + "  " + hashText(outcome.stateHash) + "\n";
    std::string text = "  FAILED  seed " + std::to_string(outcome.seed) + "  " + toText(*outcome.violation)
        + "\n  shrunk in " + std::to_string(verdict.shrinkRuns) + " runs:\n";
    return text + verdict.smallest;
}

} // namespace sb
