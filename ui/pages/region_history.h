// SPDX-License-Identifier: GPL-3.0-or-later
// What a window remembers of regions beyond the present snapshot: the events that explain a region's state,
// how many checkers said healthy when, and how the rates of its services went. Bounded; forgets a run when
// another begins.
#pragma once

#include "backend/api/snapshot.h"
#include "backend/api/world_description.h"

#include <array>
#include <deque>
#include <vector>

namespace sb {

class RegionHistory {
public:
    void clear(std::size_t regions);
    void add(const std::vector<Event>& events);
    // All that add() has brought; the rates stay.
    void forgetEvents();
    // Rates of services, at most once a virtual second; a snapshot of an earlier time begins them anew.
    void sample(const Snapshot& snapshot);

    // Oldest first.
    [[nodiscard]] const std::deque<Event>& events(RegionId region) const;
    // Checkers that said healthy at that time; `total` before the first one changed its mind.
    [[nodiscard]] int healthyAt(RegionId region, Instant at, int total) const;
    // Oldest first, requests/s.
    [[nodiscard]] const std::deque<float>& rates(RegionId region, ServiceKind service) const;

private:
    struct Votes {
        Instant at = kStart;
        int healthy = 0;
    };
    struct Memory {
        std::deque<Event> events;
        std::deque<Votes> votes;
        std::array<std::deque<float>, kServiceKindCount> rates;
    };
    std::vector<Memory> m_regions;
    Instant m_sampledAt = kStart;
};

// Whether an event belongs to the story of its region's state.
[[nodiscard]] bool explainsState(const Event& event);

} // namespace sb
