// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/swarm/findings.h"

namespace sb {
namespace {

constexpr std::size_t kViolationsKept = 20;

struct InvariantName {
    std::string_view name;
    bool isChecked;
};

constexpr std::array<InvariantName, kInvariantCount> kNames { {
    { "none", false },
    { "convergence", true },
    { "conservation", true },
    { "no-invention", true },
    { "log-order", true },
    { "idempotence", true },
    { "vector-honesty", true },
    { "stock", true },
    { "orders", true },
    { "cart", true },
    { "tombstones", true },
    { "sessions", true },
    { "fence", true },
    { "strong", true },
    { "router", true },
    { "liveness", true },
    { "rpo-report", true },
    { "bootstrap", true },
    { "timeline", true },
    { "limits", true },
    { "clock", true },
    { "residue", true },
    { "same-run-twice", true },
    { "stores-agree", true },
    { "board", true },
    { "cache", true },
    { "steering", true },
    { "plans", true },
    { "objects", true },
} };

} // namespace

std::string_view toString(Invariant invariant)
{
    return kNames[static_cast<std::size_t>(invariant)].name;
}

bool isChecked(Invariant invariant)
{
    return kNames[static_cast<std::size_t>(invariant)].isChecked;
}

std::string toText(const Violation& violation)
{
    return std::to_string(static_cast<int>(violation.invariant)) + " "
        + std::string(toString(violation.invariant)) + " at " + durationText(violation.at - kStart) + ": "
        + violation.what;
}

void Findings::violate(Invariant invariant, std::string what)
{
    if (m_violations.size() < kViolationsKept)
        m_violations.push_back({ invariant, m_now, std::move(what) });
}

} // namespace sb
