// SPDX-License-Identifier: GPL-3.0-or-later
// Transactions and the reasons why one must come before another; a circle of reasons is an anomaly, and the
// kinds of reasons in it name it (Adya 1999; the classes as in Kingsbury and Alvaro, "Elle", 2020). It knows
// nothing of how the reasons were inferred.
// Thread: none of its own. Nodes are indices into the history.
// Invariants: (1) an edge never joins a node to itself; (2) edges of Session and Realtime alone never form a
//   circle; (3) the work of findCycles is bounded, and what the bound cuts off is reported as undecided.
#pragma once

#include "backend/check/transactions.h"

#include <optional>

namespace sb::check {

enum class EdgeKind : std::uint8_t {
    WriteWrite, // `to` replaced or extended what `from` wrote
    WriteRead, // `to` read what `from` wrote
    ReadWrite, // `from` read without seeing what `to` wrote
    Session, // the same process issued them one after the other
    Realtime, // `from` was answered before `to` was asked
};

// How much of the outside order a circle may use. Higher levels contain the lower ones.
enum class OrderLevel : std::uint8_t { Data, Session, Realtime };

struct Edge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    EdgeKind kind = EdgeKind::WriteWrite;
    OrderLevel level = OrderLevel::Data; // the lowest at which the reason counts
    KeyId key;
    Value seen = kNil; // the version that `from` wrote or read
    Value written = kNil; // the version that `to` wrote or read
};

class DependencyGraph {
public:
    explicit DependencyGraph(std::size_t nodes)
        : m_nodes(nodes)
    {
    }

    // An edge from a node to itself says nothing and is dropped.
    void add(const Edge& edge);
    // Session edges between neighbours in a session, and as few realtime edges as imply all others, among
    // those transactions that `counts` admits.
    void addOrder(const TransactionHistory& history, const std::vector<bool>& counts);
    // Notes at most one circle of each class for each strongly connected component.
    void findCycles(Report& report, std::uint64_t workMax);

    [[nodiscard]] std::size_t edges() const { return m_edges.size(); }

private:
    using Cycle = std::vector<std::uint32_t>; // indices of edges; each begins where the one before ends
    struct Filter { // the part of the graph that a search may walk
        unsigned kinds; // bits of EdgeKind
        OrderLevel level;
    };

    void indexEdges();
    [[nodiscard]] bool passes(const Edge& edge, const Filter& filter) const;
    // The component of each node under the filter; numbers are dense, in Tarjan's order.
    [[nodiscard]] std::vector<std::uint32_t> components(const Filter& filter) const;
    void classify(OrderLevel level, Report& report);
    void searchComponent(const std::vector<std::uint32_t>& nodes, OrderLevel level, Report& report);
    [[nodiscard]] std::optional<Cycle> cycleThrough(
        EdgeKind first, const Filter& rest, const std::vector<std::uint32_t>& nodes);
    [[nodiscard]] std::optional<Cycle> shortestPath(
        std::uint32_t from, const std::vector<std::uint32_t>& goals, const Filter& filter);
    [[nodiscard]] std::optional<Cycle> nonadjacentCycle(
        OrderLevel level, const std::vector<std::uint32_t>& nodes);
    [[nodiscard]] Example describe(const Cycle& cycle) const;
    [[nodiscard]] std::string reason(const Edge& edge) const;

    std::size_t m_nodes;
    std::vector<Edge> m_edges; // sorted by `from` after indexEdges
    std::vector<std::uint32_t> m_firstEdge; // of each node, and one past the last
    std::vector<std::uint32_t> m_component; // of the level under search
    std::vector<std::uint16_t> m_found; // by node: classes already noted for a component that it was in
    std::vector<std::uint32_t> m_visit; // by state of a search: the number of the search that saw it last
    std::vector<std::uint32_t> m_arrival; // by state of a search: the edge that led there
    std::uint32_t m_searches = 0;
    std::uint64_t m_workLeft = 0;
};

} // namespace sb::check
