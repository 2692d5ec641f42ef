// SPDX-License-Identifier: GPL-3.0-or-later
// Top 20 by copies sold, derived from the change log. Each order counts once because the replica reports each
// log entry once; the board can be rebuilt from the Orders table at any time and comes out the same.
#pragma once

#include "backend/replication/replica.h"

#include <array>
#include <cstdint>
#include <unordered_set>
#include <vector>

namespace sb {

class BestSellers final : public ReplicaListener {
public:
    static constexpr std::size_t kPlaces = 20;

    BestSellers();
    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded) override;
    void onConflict(RegionId at, const Conflict& conflict) override;
    void onReset(RegionId, Store& store) override { rebuild(store); }

    // Catalogue positions, most copies first; ties by catalogue position. Only books that sold.
    [[nodiscard]] const std::vector<std::uint32_t>& top();
    [[nodiscard]] std::uint64_t copiesSold(std::size_t catalogueIndex) const
    {
        return m_copies[catalogueIndex];
    }
    // Counts again from the store.
    void rebuild(Store& store);

private:
    void count(std::uint64_t order, std::string_view orderValue);

    std::vector<std::uint64_t> m_copies; // by catalogue position
    // Orders counted: a client that retried in another region placed the same order in two logs.
    std::unordered_set<std::uint64_t> m_counted;
    std::vector<std::uint32_t> m_top;
    bool m_isStale = false;
};

} // namespace sb
