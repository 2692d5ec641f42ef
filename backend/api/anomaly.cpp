// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/api/anomaly.h"

#include <array>

namespace sb {
namespace {

struct Names {
    std::string_view code, text;
};
constexpr std::array<Names, kAnomalyCount> kNames { {
    { "A1", "stale-read" },
    { "A2", "lost-update" },
    { "A3", "lost-decrement" },
    { "A4", "oversold-unit" },
    { "A5", "duplicate-order" },
    { "A6", "half-transaction" },
    { "A7", "resurrection" },
    { "A8", "removed-line-returns" },
    { "A9", "double-claim" },
    { "A10", "clock-winner" },
    { "A11", "long-fork" },
    { "A12", "double-count" },
    { "A13", "zombie-write" },
    { "A14", "lost-write" },
    { "A15", "stale-cache" },
} };

} // namespace

std::string_view toString(Anomaly anomaly)
{
    return kNames[static_cast<std::size_t>(anomaly)].text;
}

std::string_view codeOf(Anomaly anomaly)
{
    return kNames[static_cast<std::size_t>(anomaly)].code;
}

std::optional<Anomaly> anomalyFromText(std::string_view text)
{
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (kNames[i].code == text || kNames[i].text == text)
            return static_cast<Anomaly>(i);
    return std::nullopt;
}

} // namespace sb
