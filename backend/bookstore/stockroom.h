// SPDX-License-Identifier: GPL-3.0-or-later
// What moves stock when nobody buys: regions that have plenty give rights to regions that run low, a supplier
// refills what runs low altogether, and an operator may have the rights of a region that is out taken over.
// Regions exchange no messages for it: each acts on its own copy of the cells, by rows that replicate like
// any other, so whatever they do not know of each other, no right exists twice. A region gives only from what
// it has above an equal share, and only up to the equal share of a region that has less than a quarter of
// one; so nobody becomes needy by giving, and nothing goes to and fro. As AWS there are no rights: only the
// supplier acts. Thread: World thread. Deterministic; no randomness.
#pragma once

#include "backend/bookstore/stock_audit.h"
#include "backend/replication/replicator.h"

#include <functional>
#include <optional>
#include <vector>

namespace sb {

struct StockroomConfig {
    int stockPercent = 100; // of the catalogue's stock, at the start
    Duration interval = 1s; // between looks at the books whose cells changed
    Duration silence
        = 3s; // a region that was not heard for so long gets nothing; heartbeats come each second
    Duration deliveryTime = 10min; // from a supplier's order to the shelf
    int reorderPercent = 10; // of the initial stock: what is left when the supplier is called
};

class Stockroom final : public Component {
public:
    struct Branch {
        Replica* replica = nullptr;
        Replicator* replicator = nullptr;
        Stock* stock = nullptr;
        std::function<bool()> acceptsWrites; // of its own services
    };

    // branches[r] = region r's.
    Stockroom(Env& env, std::vector<Branch> branches, StockAudit& audit, StockroomConfig config);
    void connect(ComponentId self);
    void onEvent(const SimEvent& event) override;

    // What could be oversold if the region's rights were taken over now while it sells on; nothing when no
    // other region could take them over. Units 0: it has no rights that the others know of.
    [[nodiscard]] std::optional<RevocationBound> revocationBound(RegionId region) const;
    // The lowest region that accepts writes takes them over. Requires a bound of more than 0 units; returns
    // it.
    RevocationBound revoke(RegionId region);

private:
    struct Seen { // by a region, of a peer
        LogId holder;
        bool isHeard = false;
        friend bool operator==(const Seen&, const Seen&) = default;
    };

    void look();
    void announce(std::size_t region);
    [[nodiscard]] Seen seen(std::size_t region, std::size_t peer) const;
    void rebalance(std::size_t region, const std::vector<std::uint32_t>& books);
    // Appends what `region` should give of the book; none when it need not.
    void gifts(std::size_t region, std::uint32_t book, std::vector<Mutation>& rows) const;
    void reorder(std::size_t region, const std::vector<std::uint32_t>& books);
    void deliver(std::uint32_t book, std::uint64_t units);
    void commit(std::size_t region, std::vector<Mutation> rows);
    [[nodiscard]] std::uint64_t stranded(std::size_t as) const;
    // Of those that accept writes, without `except`.
    [[nodiscard]] std::optional<std::size_t> lowestRegion(RegionId except = {}) const;

    Env& m_env;
    std::vector<Branch> m_branches;
    StockAudit& m_audit;
    StockroomConfig m_config;
    ComponentId m_self = 0;
    std::vector<std::vector<Seen>> m_seen; // [region][peer], at its last look
    std::optional<std::size_t> m_buyer; // region that called the supplier last
    std::vector<char> m_isOrdered; // by catalogue position
};

} // namespace sb
