// SPDX-License-Identifier: GPL-3.0-or-later
// How far each customer's rows in this copy reach: for every log, the last entry of it that touched the
// customer's cart or orders. This is what a session token is made of (Terry et al., "Session guarantees for
// weakly consistent replicated data", 1994): a copy that has applied as much of every log shows the customer
// at least what this one does. Positions of the customer's own rows and not of the whole copy, because a
// customer whose region is cut off or lost then depends on nobody else's writes.
// Thread: World thread. Invariants: (1) a token covers every entry in the copy that touched the customer's
// rows; (2) it names no entry that the copy lacks.
#pragma once

#include "backend/replication/replica.h"

#include <unordered_map>
#include <vector>

namespace sb {

class SessionMarks final : public ReplicaListener {
public:
    explicit SessionMarks(std::size_t regionCount)
        : m_regionCount(regionCount)
    {
    }
    void onEntry(RegionId at, const LogEntry& entry, bool isLocal, bool isSuperseded) override;
    void onConflict(RegionId, const Conflict&) override { }
    void onReset(RegionId at, Store& store) override;
    // The process started again over a store with these positions: whose rows they touched is not known any
    // more, so from now on every customer's token includes all of them.
    void forget(const std::vector<std::uint64_t>& positions);

    // Index = logIndex(log); at most as long as the copy's positions.
    [[nodiscard]] std::vector<std::uint64_t> token(CustomerId customer) const;

private:
    std::size_t m_regionCount;
    std::vector<std::uint64_t> m_floor; // part of every token
    std::unordered_map<std::uint64_t, std::vector<std::uint64_t>> m_byCustomer;
};

// Each element the greater of the two; the longer length.
void raiseTo(std::vector<std::uint64_t>& token, const std::vector<std::uint64_t>& other);

} // namespace sb
