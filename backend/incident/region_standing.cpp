// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/region_standing.h"

namespace sb {
namespace {

constexpr std::string_view kServing = "serving", kRed = "check red", kHeld = "held out",
                           kBack = "failing back";

// Empty: the event changes nothing of it.
std::string_view after(const Event& event, std::string_view now)
{
    switch (event.kind) {
    case EventKind::HealthRed:
        return now == kServing ? kRed : std::string_view();
    case EventKind::HealthGreen:
        return now == kRed ? kServing : std::string_view(); // a held one waits for its fail-back
    case EventKind::RegionHeld:
    case EventKind::FailBackAborted:
        return kHeld;
    case EventKind::FailBackStarted:
        return kBack;
    case EventKind::FailBackCompleted:
        return kServing;
    default:
        return {};
    }
}

} // namespace

std::vector<RegionStanding> standingsOf(std::span<const Event> events, RegionId region)
{
    std::vector<RegionStanding> all { { kStart, std::string(kServing), {} } };
    for (const Event& event : events) {
        if (event.region != region)
            continue;
        const std::string_view state = after(event, all.back().state);
        if (!state.empty() && state != all.back().state)
            all.push_back({ event.at, std::string(state), event.seq });
    }
    return all;
}

} // namespace sb
