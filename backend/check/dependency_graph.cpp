// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/check/dependency_graph.h"

#include <algorithm>

namespace sb::check {

namespace {

constexpr unsigned bit(EdgeKind kind)
{
    return 1U << static_cast<unsigned>(kind);
}
constexpr unsigned kOrder = bit(EdgeKind::Session) | bit(EdgeKind::Realtime);
constexpr unsigned kWrites = kOrder | bit(EdgeKind::WriteWrite);
constexpr unsigned kFlow = kWrites | bit(EdgeKind::WriteRead);
constexpr unsigned kAll = kFlow | bit(EdgeKind::ReadWrite);

// The classes in the order of Anomaly, each with its Session and Realtime form behind it.
enum class CycleClass : unsigned { G0, G1c, GSingle, GNonadjacent, G2 };

Anomaly anomalyOf(CycleClass cycleClass, OrderLevel level)
{
    constexpr Anomaly kFirst[]
        = { Anomaly::G0, Anomaly::G1c, Anomaly::GSingle, Anomaly::GNonadjacent, Anomaly::G2 };
    const auto first = static_cast<unsigned>(kFirst[static_cast<unsigned>(cycleClass)]);
    return static_cast<Anomaly>(first + static_cast<unsigned>(level));
}

std::uint16_t mark(CycleClass cycleClass)
{
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(cycleClass));
}

} // namespace

void DependencyGraph::add(const Edge& edge)
{
    SB_ASSERT(edge.from < m_nodes && edge.to < m_nodes);
    if (edge.from != edge.to)
        m_edges.push_back(edge);
}

void DependencyGraph::addOrder(const TransactionHistory& history, const std::vector<bool>& counts)
{
    struct Event {
        Instant at;
        bool isEnd; // at one instant, beginnings first: what touches is concurrent
        std::uint32_t node;
        auto operator<=>(const Event&) const = default;
    };
    std::vector<Event> events;
    for (std::uint32_t i = 0; i < history.size(); ++i) {
        if (!counts[i])
            continue;
        events.push_back({ history[i].invoked, false, i });
        if (history[i].outcome == Outcome::Ok)
            events.push_back({ history[i].completed, true, i });
    }
    std::sort(events.begin(), events.end());
    std::map<ProcessId, std::uint32_t> lastOfSession;
    std::vector<std::uint32_t> frontier; // ended, and not known to precede another that ended
    std::map<std::uint32_t, std::vector<std::uint32_t>> before; // the frontier when a node began
    for (const Event& event : events) {
        if (event.isEnd) {
            const std::vector<std::uint32_t>& covered = before[event.node];
            std::erase_if(frontier, [&](std::uint32_t node) {
                return std::find(covered.begin(), covered.end(), node) != covered.end();
            });
            frontier.push_back(event.node);
            before.erase(event.node);
            continue;
        }
        for (const std::uint32_t node : frontier)
            add({ .from = node,
                .to = event.node,
                .kind = EdgeKind::Realtime,
                .level = OrderLevel::Realtime });
        if (history[event.node].outcome != Outcome::Ok)
            continue;
        before[event.node] = frontier;
        const auto [last, isFirst] = lastOfSession.try_emplace(history[event.node].process, event.node);
        if (!isFirst) {
            add({ .from = last->second,
                .to = event.node,
                .kind = EdgeKind::Session,
                .level = OrderLevel::Session });
            last->second = event.node;
        }
    }
}

void DependencyGraph::indexEdges()
{
    std::stable_sort(
        m_edges.begin(), m_edges.end(), [](const Edge& a, const Edge& b) { return a.from < b.from; });
    m_firstEdge.assign(m_nodes + 1, 0);
    for (const Edge& edge : m_edges)
        ++m_firstEdge[edge.from + 1];
    for (std::size_t i = 0; i < m_nodes; ++i)
        m_firstEdge[i + 1] += m_firstEdge[i];
}

bool DependencyGraph::passes(const Edge& edge, const Filter& filter) const
{
    return (filter.kinds & bit(edge.kind)) != 0 && edge.level <= filter.level;
}

// Tarjan (1972) with a stack of its own, since a history can be a chain of any length.
std::vector<std::uint32_t> DependencyGraph::components(const Filter& filter) const
{
    constexpr std::uint32_t kNone = 0xFFFFFFFF;
    std::vector<std::uint32_t> component(m_nodes, kNone), order(m_nodes, kNone), low(m_nodes, 0);
    std::vector<std::uint32_t> open; // nodes without a component yet
    std::vector<std::pair<std::uint32_t, std::uint32_t>> path; // node and its next edge
    std::uint32_t visited = 0, found = 0;
    const auto enter = [&](std::uint32_t node) {
        order[node] = low[node] = visited++;
        open.push_back(node);
        path.emplace_back(node, m_firstEdge[node]);
    };
    for (std::uint32_t root = 0; root < m_nodes; ++root) {
        if (order[root] == kNone)
            enter(root);
        while (!path.empty()) {
            auto& [node, next] = path.back();
            if (next < m_firstEdge[node + 1]) {
                const Edge& edge = m_edges[next++];
                if (!passes(edge, filter))
                    continue;
                if (order[edge.to] == kNone)
                    enter(edge.to);
                else if (component[edge.to] == kNone)
                    low[node] = std::min(low[node], order[edge.to]);
                continue;
            }
            const std::uint32_t done = node;
            path.pop_back();
            if (!path.empty())
                low[path.back().first] = std::min(low[path.back().first], low[done]);
            if (low[done] != order[done])
                continue;
            for (std::uint32_t member = kNone; member != done; open.pop_back()) {
                member = open.back();
                component[member] = found;
            }
            ++found;
        }
    }
    return component;
}

void DependencyGraph::findCycles(Report& report, std::uint64_t workMax)
{
    indexEdges();
    m_workLeft = workMax;
    m_found.assign(m_nodes, 0);
    m_visit.assign(2 * m_nodes, 0);
    m_arrival.assign(2 * m_nodes, 0);
    for (const OrderLevel level : { OrderLevel::Data, OrderLevel::Session, OrderLevel::Realtime })
        classify(level, report);
    if (m_workLeft == 0)
        report.giveUp("gave up the search for circles after " + std::to_string(workMax) + " edges");
}

void DependencyGraph::classify(OrderLevel level, Report& report)
{
    m_component = components({ kAll, level });
    std::vector<std::vector<std::uint32_t>> members(m_nodes);
    for (std::uint32_t node = 0; node < m_nodes; ++node)
        members[m_component[node]].push_back(node);
    for (const std::vector<std::uint32_t>& nodes : members)
        if (nodes.size() > 1)
            searchComponent(nodes, level, report);
}

void DependencyGraph::searchComponent(
    const std::vector<std::uint32_t>& nodes, OrderLevel level, Report& report)
{
    std::uint16_t known = 0;
    for (const std::uint32_t node : nodes)
        known |= m_found[node];
    const auto look = [&](CycleClass cycleClass, auto&& search) {
        if ((known & mark(cycleClass)) != 0)
            return; // the same circles, seen at a lower level
        if (const std::optional<Cycle> cycle = search()) {
            known |= mark(cycleClass);
            report.note(anomalyOf(cycleClass, level), [&] { return describe(*cycle); });
        }
    };
    look(CycleClass::G0, [&] { return cycleThrough(EdgeKind::WriteWrite, { kWrites, level }, nodes); });
    look(CycleClass::G1c, [&] { return cycleThrough(EdgeKind::WriteRead, { kFlow, level }, nodes); });
    look(CycleClass::GSingle, [&] { return cycleThrough(EdgeKind::ReadWrite, { kFlow, level }, nodes); });
    // The searches below would find circles of the classes above as well, so they come only if there is none.
    if ((known & mark(CycleClass::GSingle)) == 0)
        look(CycleClass::GNonadjacent, [&] { return nonadjacentCycle(level, nodes); });
    if ((known & (mark(CycleClass::GSingle) | mark(CycleClass::GNonadjacent))) == 0)
        look(CycleClass::G2, [&] { return cycleThrough(EdgeKind::ReadWrite, { kAll, level }, nodes); });
    for (const std::uint32_t node : nodes)
        m_found[node] |= known;
}

// A circle of one edge of kind `first` and a shortest way back over `rest`.
std::optional<DependencyGraph::Cycle> DependencyGraph::cycleThrough(
    EdgeKind first, const Filter& rest, const std::vector<std::uint32_t>& nodes)
{
    std::map<std::uint32_t, std::vector<std::uint32_t>> origins; // by end of a first edge: where they begin
    for (const std::uint32_t node : nodes)
        for (std::uint32_t e = m_firstEdge[node]; e < m_firstEdge[node + 1]; ++e)
            if (passes(m_edges[e], { bit(first), rest.level })
                && m_component[m_edges[e].to] == m_component[node])
                origins[m_edges[e].to].push_back(node);
    for (const auto& [end, goals] : origins) {
        std::optional<Cycle> path = shortestPath(end, goals, rest);
        if (!path)
            continue;
        const std::uint32_t origin = m_edges[path->back()].to;
        for (std::uint32_t e = m_firstEdge[origin]; e < m_firstEdge[origin + 1]; ++e)
            if (m_edges[e].to == end && passes(m_edges[e], { bit(first), rest.level })) {
                path->insert(path->begin(), e);
                return path;
            }
    }
    return std::nullopt;
}

// Breadth first within the component of `from`; at least one edge long.
std::optional<DependencyGraph::Cycle> DependencyGraph::shortestPath(
    std::uint32_t from, const std::vector<std::uint32_t>& goals, const Filter& filter)
{
    ++m_searches;
    std::vector<std::uint32_t> queue { from };
    m_visit[from] = m_searches;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        const std::uint32_t node = queue[i];
        for (std::uint32_t e = m_firstEdge[node]; e < m_firstEdge[node + 1]; ++e) {
            if (m_workLeft == 0)
                return std::nullopt;
            --m_workLeft;
            const std::uint32_t to = m_edges[e].to;
            if (!passes(m_edges[e], filter) || m_component[to] != m_component[from]
                || m_visit[to] == m_searches)
                continue;
            m_visit[to] = m_searches;
            m_arrival[to] = e;
            queue.push_back(to);
            if (std::find(goals.begin(), goals.end(), to) == goals.end())
                continue;
            Cycle path;
            for (std::uint32_t at = to; at != from; at = m_edges[m_arrival[at]].from)
                path.insert(path.begin(), m_arrival[at]);
            return path;
        }
    }
    return std::nullopt;
}

// A closed walk of several missed writes, never two in a row. The state of the search is the node and whether
// a missed write led there. Any such walk is one that no snapshot explains (Cerone and Gotsman, 2018), even
// if it passes a node twice.
std::optional<DependencyGraph::Cycle> DependencyGraph::nonadjacentCycle(
    OrderLevel level, const std::vector<std::uint32_t>& nodes)
{
    const Filter missed { bit(EdgeKind::ReadWrite), level };
    for (const std::uint32_t origin : nodes) {
        for (std::uint32_t start = m_firstEdge[origin]; start < m_firstEdge[origin + 1]; ++start) {
            const Edge& first = m_edges[start];
            if (!passes(first, missed) || m_component[first.to] != m_component[origin])
                continue;
            ++m_searches;
            std::vector<std::uint32_t> queue { 2 * first.to + 1 };
            m_visit[queue[0]] = m_searches;
            for (std::size_t i = 0; i < queue.size(); ++i) {
                const std::uint32_t node = queue[i] / 2;
                for (std::uint32_t e = m_firstEdge[node]; e < m_firstEdge[node + 1]; ++e) {
                    if (m_workLeft == 0)
                        return std::nullopt;
                    --m_workLeft;
                    const bool isMissed = m_edges[e].kind == EdgeKind::ReadWrite;
                    const std::uint32_t state = 2 * m_edges[e].to + (isMissed ? 1 : 0);
                    if (!passes(m_edges[e], { kAll, level }) || (isMissed && queue[i] % 2 == 1)
                        || m_component[m_edges[e].to] != m_component[origin] || m_visit[state] == m_searches)
                        continue;
                    m_visit[state] = m_searches;
                    m_arrival[state] = (e << 1) | (queue[i] % 2);
                    queue.push_back(state);
                    if (state != 2 * origin)
                        continue;
                    Cycle walk;
                    for (std::uint32_t at = state; at != queue[0];) {
                        const std::uint32_t arrival = m_arrival[at];
                        walk.insert(walk.begin(), arrival >> 1);
                        at = 2 * m_edges[arrival >> 1].from + (arrival & 1);
                    }
                    walk.insert(walk.begin(), start);
                    return walk;
                }
            }
        }
    }
    return std::nullopt;
}

Example DependencyGraph::describe(const Cycle& cycle) const
{
    Example example;
    std::string reasons;
    for (const std::uint32_t e : cycle) {
        example.sentence += "T" + std::to_string(m_edges[e].from) + " < ";
        example.operations.push_back(m_edges[e].from);
        reasons += (reasons.empty() ? "" : "; ") + reason(m_edges[e]);
    }
    example.sentence += "T" + std::to_string(m_edges[cycle.front()].from) + ": " + reasons;
    return example;
}

std::string DependencyGraph::reason(const Edge& edge) const
{
    const std::string from = "T" + std::to_string(edge.from), to = "T" + std::to_string(edge.to);
    const std::string key = " key " + std::to_string(edge.key.value);
    switch (edge.kind) {
    case EdgeKind::WriteWrite:
        return from + " wrote " + valueText(edge.seen) + " to" + key + " before " + to + " wrote "
            + valueText(edge.written);
    case EdgeKind::WriteRead:
        return from + " wrote " + valueText(edge.written) + " to" + key + ", which " + to + " read";
    case EdgeKind::ReadWrite:
        return from + " read" + key + " at " + valueText(edge.seen) + " and missed " + valueText(edge.written)
            + ", which " + to + " wrote";
    case EdgeKind::Session:
        return from + " came before " + to + " in its session";
    case EdgeKind::Realtime:
        return from + " was answered before " + to + " was asked";
    }
    return {};
}

} // namespace sb::check
