// SPDX-License-Identifier: GPL-3.0-or-later
// A11, the long fork, as two support desks meet it: two orders were placed in different regions without
// knowledge of each other, and the desks of two other regions list them in opposite orders, so that they
// cannot tell a customer which came first. Desks list orders as they became readable in their region, or,
// where they list by version (hybrid logical clock stamp, then origin), in the one order that all copies
// agree on. By version no two desks that both see a pair can contradict each other; the writes still become
// readable in different orders in different regions, and forks() counts that as well: the price of not
// asking the others first.
// Bounded: the latest kKept orders are compared with each other, which is all that are under way at once
// unless a backlog is longer than that. Thread: World thread.
#pragma once

#include "backend/replication/replica.h"

#include <deque>
#include <set>
#include <utility>
#include <vector>

namespace sb {

class ForkWatch final : public ReplicaListener {
public:
    static constexpr std::size_t kKept = 256;

    ForkWatch(std::size_t regionCount, bool listsByVersion)
        : m_regionCount(regionCount)
        , m_listsByVersion(listsByVersion)
    {
    }
    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded) override;
    void onConflict(RegionId, const Conflict&) override { }

    // Pairs of orders that two desks list in opposite orders.
    [[nodiscard]] std::uint64_t contradictions() const { return m_contradictions; }
    // Pairs of orders that became readable in opposite orders in two regions which placed neither.
    [[nodiscard]] std::uint64_t forks() const { return m_forks; }

private:
    struct Placed {
        std::uint64_t number = 0; // from 1, in order of commit
        Version version;
        std::vector<std::uint64_t> seen;
        std::vector<std::uint64_t> arrival; // by region: its turn among all arrivals; 0: not there yet
    };

    [[nodiscard]] bool isConcurrent(const Placed& a, const Placed& b) const;
    [[nodiscard]] bool isListedBefore(const Placed& a, const Placed& b, std::size_t at) const;
    void compare(const Placed& arrived, const Placed& other, std::size_t at);

    std::size_t m_regionCount;
    bool m_listsByVersion;
    std::deque<Placed> m_recent;
    std::set<std::pair<std::uint64_t, std::uint64_t>> m_forked; // pairs of numbers, the smaller first
    std::uint64_t m_arrivals = 0, m_placed = 0;
    std::uint64_t m_contradictions = 0, m_forks = 0;
};

} // namespace sb
